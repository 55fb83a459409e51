"""What a sentence may neither add nor lose beside its source: a denial, doubt, wish, bound or direction."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.model.small_words import (
    ALIKE,
    CONDITIONS,
    DENIALS,
    EXCLUSIVE,
    HARMLESS,
    LIGHT,
    MAY_GO,
    MEASURES,
    WHOLE,
)
from assistant.model.tokens import Token, tokens_of
from assistant.question.patterns import any_of, whole
from assistant.question.quantities import COUNT, Quantity
from assistant.terms import normalise, stems

_HOPED = any_of(
    whole("aims?", "aiming", "intend(?:s|ed)?", "intention", "ambition", "hop(?:e|es|ed|ing)", "keen"),
    whole("want(?:s|ed)?", "wish(?:es)?", "seek(?:s|ing)?", "tr(?:y|ies|ied|ying)", "propos(?:e|es|ed)"),
    whole("expect(?:s|ed)?", "anticipate[ds]?", "(?:plan|plans|planned|planning|looking|due|set) to"),
    whole("ensur(?:e|es|ing)", "make sure", "so that", "look(?:s|ing)? forward", "requires? that", "whether"),
)
_REASON = re.compile(
    r"\b(?:because|(?:due|owing|thanks|leads?|led) to|as a result|therefore|caus(?:e|es|ed|ing))\b",
    re.I,
)
# "Members may be aware that it was launched in 2009" says that it was.
AWARE = re.compile(r"^.{0,40}\b(?:be aware|recall|note|know|remember)(?:s|ed)? that ", re.I)
_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = 2, 1  # words beside an amount that tell of what it is
_NEAR = 4  # words behind "of" that name the thing


def keeps_weight(said: str, told: str) -> bool:
    """True where *said* denies, doubts, wishes and bounds as its source *told* does."""
    told = AWARE.sub("", told)
    ours, theirs = _weighty(tokens_of(said)), _weighty(tokens_of(told))
    lost = set(theirs) - set(ours) - MAY_GO
    hopes = _hopes(said) is _hopes(_as_far_as(told, said))
    reasons = not _REASON.search(said) or bool(_REASON.search(told))
    return not ours - theirs and not lost and hopes and reasons and not _mixes_up(said, told)


def part_about(said: str, texts: Sequence[str]) -> str:
    """The one sentence with all words of *said* that *texts* have: the whole, then its sentences.

    Empty where they stand in several: what one sentence says of a thing is not said of that in another.
    """
    keys = {token.key for token in tokens_of(said)} - HARMLESS
    shared = [keys & {token.key for token in tokens_of(text)} for text in texts]
    sentences = list(zip(texts, shared, strict=True))[1:] or [(texts[0], shared[0])]
    return next((text for text, found in sentences if found == shared[0]), "")


def speaks_of_the_whole(said: str) -> bool:
    """True for "all", "only" and "mainly", of which words that were looked for one by one say too little."""
    return any(token.key in WHOLE for token in tokens_of(said))


def is_narrower(said: str, told: str) -> bool:
    """True where an amount of *said* has words right beside it in its source that *said* leaves out.

    "My total *additional* budget is £3m" does not say what the total budget is.
    """
    theirs = tokens_of(told)
    keys = {token.key for token in tokens_of(said)}
    for token in tokens_of(said):
        if isinstance(token.value, Quantity):
            places = [at for at, other in enumerate(theirs) if other.is_figure and token.fits(other)]
            if places and all(_beside(theirs, at) - keys for at in places):
                return True
    return False


def is_of_another(said: str, told: str) -> bool:
    """True where *said* gives an amount "of" a thing, and its source the same amount "of" another thing."""
    theirs = tokens_of(told)
    for thing, amount in _amounts_of(tokens_of(said)):
        of = [at for at, other in enumerate(theirs) if other.is_figure and amount.fits(other)]
        behind = [[token.key for token in theirs[at + 1 : at + 2 + _NEAR]] for at in of]
        if behind and all(keys[:1] == ["of"] and thing not in keys for keys in behind):
            return True
    return False


def _amounts_of(tokens: Sequence[Token]) -> list[tuple[str, Token]]:
    """The first word that says something behind each amount and its "of", with the amount."""
    found: list[tuple[str, Token]] = []
    for at, token in enumerate(tokens[:-2]):
        if isinstance(token.value, Quantity) and tokens[at + 1].key == "of":
            things = [other.key for other in tokens[at + 2 :] if other.key not in HARMLESS]
            found += [(thing, token) for thing in things[:1]]
    return found


def exclude(one: str, other: str) -> bool:
    """True for two stems of which only one can be true of a thing."""
    both = {_alike(one), _alike(other)}
    return len(both) > 1 and any(both <= group for group in EXCLUSIVE)


def _mixes_up(said: str, told: str) -> bool:
    """True where *said* has one of some words that exclude each other, and its source others or more of them.

    Which of them is meant cannot be told by the words alone.
    """
    ours, theirs = ({_alike(token.key) for token in tokens_of(text)} for text in (said, told))
    return any(ours & group and (ours & group) != (theirs & group) for group in EXCLUSIVE)


def _beside(tokens: Sequence[Token], place: int) -> set[str]:
    """The words that narrow the amount at *place*: those next to it in its clause that say something."""
    value = tokens[place].value
    same = [
        (at, token.key)
        for at, token in enumerate(tokens)
        if token.clause == tokens[place].clause and token.key not in LIGHT
    ]
    before = [key for at, key in same if at < place][-_BEFORE:]
    is_count = isinstance(value, Quantity) and value.unit == COUNT
    return {*before, *([key for at, key in same if at > place][:_AFTER] if is_count else ())}


def _weighty(tokens: Sequence[Token]) -> Counter[str]:
    weighty = DENIALS | CONDITIONS | MEASURES
    return Counter(_alike(token.key) for token in tokens if token.key in weighty and token.value is None)


def _alike(key: str) -> str:
    return ALIKE.get(key, key)


def _as_far_as(told: str, said: str) -> str:
    """*told* until each word that *said* has too has come: what is hoped for behind that is another thing."""
    left, end = set(stems(said)), len(told)
    for match in _WORD.finditer(told):
        if left & set(stems(match.group())):
            left -= set(stems(match.group()))
            end = match.end()
    return told[:end]


def changes_sides(said: str, told: str) -> bool:
    """True where the one is "A was replaced by B" and the other "A replaced B"."""
    ours, theirs = tokens_of(said), tokens_of(told)
    keys = [token.key for token in theirs]
    for at, verb in enumerate(ours[1:-2], 1):
        if ours[at + 1].key != "by" or keys.count(verb.key) != 1:
            continue
        place = keys.index(verb.key)
        is_passive = keys[place + 1 : place + 2] == ["by"]
        left = next((t.key for t in reversed(ours[:at]) if t.key not in HARMLESS), "")
        right = next((t.key for t in ours[at + 2 :] if t.key not in HARMLESS), "")
        if any(
            keys.count(key) == 1 and (keys.index(key) < place) is (is_left is not is_passive)
            for key, is_left in ((left, True), (right, False))
        ):
            return True
    return False


def _hopes(text: str) -> bool:
    return bool(_HOPED.search(normalise(text)))
