"""Who does each deed of a sentence, and to what: as its source has it, in the active voice or the passive."""

from collections.abc import Collection
from itertools import pairwise

from assistant.model.grammar import REASONS, RELATIVES, SPEAKERS, WHICH, Grammar
from assistant.model.small_words import HARMLESS, SAME, stems

_OTHERS = stems("it they he she")
_BESIDE = frozenset("with without by from against".split())
_MOST_LOST = 1  # words that say something, of a phrase that does a deed
_NEAR = 5  # words behind "as" that name what is told there
_REACH = 12  # words behind a deed that may say to whom


def same_deeds(said: str, told: str, author: Collection[str]) -> bool:
    """Whether each deed of *said* that *told* tells too is done by the same, and to the same.

    *author* are the stems that name whoever says "I" in *told*.
    """
    ours, theirs = Grammar.of(said), Grammar.of(told)
    return (
        all(
            _is_done_alike(ours, at, theirs, author)
            for at, root in enumerate(ours.stems)
            if root and root not in HARMLESS
        )
        and all(_is_done_to_the_same(ours, at, theirs, author) for at in range(len(ours.words)))
        and not _skips_whose(ours, theirs)
        and not _turns_reason(ours, theirs)
    )


def _is_done_to_the_same(ours: Grammar, at: int, theirs: Grammar, author: Collection[str]) -> bool:
    """Whether what follows the deed at *at* follows it in *theirs* too, where it stands there at all."""
    places = theirs.places(ours.stems[at]) if ours.stems[at] and ours.stems[at] not in HARMLESS else []
    if len(places) != 1 or not ours.has_object(at) or ours.is_passive(at) or theirs.is_passive(places[0]):
        return True
    [place] = places
    if ours.is_state(at) or theirs.is_state(place):
        return True
    if not (theirs.is_deed(place) or ours.is_deed(at) or theirs.words[place - 1 : place] == ["to"]):
        return True
    thing = next(iter(ours.behind(at)), "")
    behind = theirs.behind(place) or theirs.stems[place + 1 : place + 1 + _REACH]
    if theirs.words[place + 1 : place + 2] == ["me"]:
        return thing in author
    if not thing or thing not in theirs.stems:
        return True
    # "It was opened, with the mayor, ..." says nothing of the mayor being opened.
    found = theirs.stems.index(thing)
    is_beside = found > place and bool(_BESIDE & set(theirs.words[max(found - 2, place) : found]))
    return thing in behind and not is_beside


def _skips_whose(ours: Grammar, theirs: Grammar) -> bool:
    """True where *ours* joins what *theirs* says of a thing by "which" to a word before that thing.

    "He leads a group which helps the people" does not say that he leads the people.
    """
    said = [root for root in ours.stems if root not in HARMLESS]
    for one, other in pairwise(said):
        first, second = theirs.places(one), theirs.places(other)
        if len(first) == len(second) == 1 and first[0] < second[0]:
            for at in range(first[0] + 2, second[0]):
                is_of = theirs.words[at] in WHICH and theirs.words[at - 1].isalpha()
                if is_of and theirs.stems[at - 1] not in ours.stems:
                    return True
    return False


def _turns_reason(ours: Grammar, theirs: Grammar) -> bool:
    """True where what *ours* has behind "as" or "after" stands before it in *theirs*, or far behind it."""
    for word in REASONS & set(ours.words) & set(theirs.words):
        if ours.words.count(word) == theirs.words.count(word) == 1:
            mine, other = (text.behind(text.words.index(word)) for text in (ours, theirs))
            if mine and mine[0] not in other[:_NEAR] and mine[0] in theirs.stems:
                return True
    return False


def _is_done_alike(ours: Grammar, at: int, theirs: Grammar, author: Collection[str]) -> bool:
    places = theirs.places(ours.stems[at])
    if not places and ours.is_deed(at) and not ours.is_passive(at) and not ours.is_state(at):
        is_named = any(ours.stems[at] in group and group & set(theirs.stems) for group in SAME)
        return is_named or not ours.before(at) & set(author)
    # A word in two forms is most likely a deed too: "encourage" and "encourages".
    deeds = [
        place
        for place in places
        if ours.is_deed(at) or theirs.is_deed(place) or ours.words[at] != theirs.words[place]
    ]
    return (
        len(deeds) < len(places)
        or not deeds
        or any(_same_deed(ours, at, theirs, place, author) for place in deeds)
    )


def _same_deed(ours: Grammar, at: int, theirs: Grammar, place: int, author: Collection[str]) -> bool:
    mine, other = ours.before(at), theirs.before(place)
    is_dummy = theirs.words[place + 1 : place + 2] == ["that"]  # "it is said that"
    if other and other <= _OTHERS and not is_dummy and mine & set(theirs.stems[place:]) - HARMLESS:
        return False  # "it shows the pond" does not say that the pond shows anything
    if other and other <= _OTHERS and mine & set(author) and SPEAKERS & set(theirs.words):
        return False  # whoever says "I" there is not who is "they"
    is_alike = ours.is_passive(at) is theirs.is_passive(place) and ours.is_state(at) is theirs.is_state(place)
    if is_alike and ours.is_helped(at) and theirs.is_helped(place) and _narrows(mine, theirs, place):
        return False
    is_told_so = not ours.words[at].endswith("ing") and ours.words[at - 1 : at] != ["to"]
    if is_told_so and not ours.is_passive(at) and theirs.is_gerund(place) and mine - HARMLESS:
        return bool(mine & set(author))
    if ours.is_state(at) or theirs.is_state(place):
        return ours.is_state(at) is not theirs.is_state(place) or _fit(mine, other, author)
    if ours.is_passive(at) is theirs.is_passive(place):
        by = ours.by(at) if ours.is_passive(at) else frozenset[str]()
        return _fit(mine, other, author) and (not by or bool(by & theirs.by(place) - HARMLESS))
    if ours.is_passive(at):
        by = ours.by(at)
        return not by or _fit(by, other, author)
    by = theirs.by(place)
    if by:
        return bool(mine & by - HARMLESS) or not mine - HARMLESS
    is_to_do = ours.words[at - 1 : at] == ["to"]
    is_adjective = ours.words[at - 1 : at] in (["the"], ["a"]) and ours.has_object(at)  # "the mended roof"
    return is_to_do or is_adjective or (_fit(mine, other, author) and not ours.has_object(at))


def _narrows(said: frozenset[str], theirs: Grammar, place: int) -> bool:
    """Whether *said* leaves out of which things *theirs* speaks: "the number of (cats on) roofs"."""
    told = theirs.before(place)
    if theirs.words[theirs.helped_from(place) - 1] in RELATIVES:
        return False
    lost = [root for root in told - said - HARMLESS if not root.isdigit()]
    return bool(told & said - HARMLESS) and len(lost) > _MOST_LOST


def _fit(said: Collection[str], told: Collection[str], author: Collection[str]) -> bool:
    """Whether both phrases may name the same: they share a word, or one is not plain."""
    ours, theirs = set(said) - HARMLESS, set(told) - HARMLESS
    if SPEAKERS & set(told):
        theirs |= set(author)
    return bool(ours & theirs) or not ours or not theirs
