"""Another name, or a word that excludes the claimed one, in its place in a sentence."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz import fuzz

from assistant.answer.evidence import Evidence, Scale
from assistant.check.claim import Claim, is_negated
from assistant.check.clauses import subject_of
from assistant.check.coverage import Coverage
from assistant.check.finding import Finding, Ground
from assistant.check.names import Name, names_in
from assistant.check.roles import role_of
from assistant.terms import content_stems, stem, stems, words

_MOST_OF_IT = 0.5  # of the subject: what is claimed of one body is not denied by what another does
_FEWEST_WORDS = 2  # beside the name: "it has been set up" is said of many things
_SAME_NAME = 85  # of 100: a name misspelt in the document is the same name
# Of each group only one can be true of a thing; general English.
_OFTEN = frozenset("monthly weekly daily quarterly yearly fortnightly".split())
_CALLED = {"annual": "yearly", "annually": "yearly"}  # what is "annual" is done "once a year"
_EVERY = re.compile(
    r"\b(?:every|each|once an?|once every|per) (?P<unit>day|week|fortnight|month|quarter|year)\b", re.I
)
_ADVERB = {
    "day": "daily", "week": "weekly", "fortnight": "fortnightly", "month": "monthly", "quarter": "quarterly",
    "year": "yearly",
}  # fmt: skip
_CONTRARY = (
    _OFTEN,
    *(
        frozenset(map(stem, group.split()))
        for group in (
            "north south east west",
            "largest smallest",
            "highest lowest",
            "first last",
            "best worst",
            "higher lower",
            "larger smaller",
            "better worse",
            "longer shorter",
            "older younger",
            "above below",
            "before after",
            "urban rural",
            "adult child",
            "include exclude",
            "open closed",
            "begin end",
            "local national",
            "accept reject",
            "approve reject",
        )
    ),
)
_OF_THEIR_NOUN = frozenset(map(stem, "urban rural local national adult child".split()))
# How words end that introduce some of a thing only: what they leave out may be so too.
NOT_WHOLE = re.compile(r"\b(?:includ(?:e|es|ing)|such as|for example|some|range|variety|wide)\b", re.I)
_OF_PLACE = frozenset(map(stem, "located situated based stands sits lies".split()))  # no more than "is"
_WITH_MANY = frozenset(map(stem, "meet meets met meeting talk speak visit".split()))
# What several may do, so that one who does it denies no other.
_MANY_DO = frozenset(map(stem, "supports support helps protects tackles prevents fights challenges".split()))
_LIVES = stem("lives")
_IN = re.compile(r"\b(?:in|at|near|across|around) (?:the )?$")
_BY = re.compile(r"\b(?:by|from) (?:the |my |our )?$")
_SIDES = ("left", "right")
_JOINING = frozenset({"and", "or", "the", "in", "both"})


def roots_of(text: str) -> set[str]:
    """The stems of all words of *text*."""
    return set(stems(text))


def names_missing(claim: Claim, covered: Coverage) -> list[Name]:
    """The names in the claim of which the evidence does not speak as they are claimed."""
    return [
        name for name in claim.names if _head(claim, name) in covered.stems or name.stems & covered.strange
    ]


def other_name(claim: Claim, found: Evidence, text: str, covered: Coverage, scale: Scale) -> Finding | None:
    """A contradiction where another name stands in the place of the one claimed, and all else is the same."""
    missing = names_missing(claim, covered)
    if len(missing) != 1 or covered.stems - missing[0].stems or is_negated(text) or claim.is_negated:
        return None
    if missing[0].is_first and covered.share < _MOST_OF_IT:
        return None
    rest = {term.stem for term in claim.subject} - missing[0].stems
    if len(claim.names) == 1 and not claim.people and len(rest) < _FEWEST_WORDS:
        return None
    if NOT_WHOLE.search(found.lead_in) and not _is_of_the_item(claim, text):
        return None
    given = next(_in_place_of(claim, missing[0], text, scale), None)
    if given is None or not _excludes(claim, missing[0], given, text):
        return None
    said = text[given.start : given.end]
    return Finding(found, False, Ground.NAME, covered.share, said, claim.words_of(missing[0]))


def _excludes(claim: Claim, missing: Name, given: Name, text: str) -> bool:
    """Whether what is told of *given* leaves no room for *missing*: one may meet with many.

    Who is claimed to do it is denied by who does it, and not by a name that stands somewhere else.
    """
    claimed = roots_of(claim.text)
    if _WITH_MANY & roots_of(text) and claimed & {*_WITH_MANY, _LIVES}:
        return False
    if missing.is_first and claimed & _MANY_DO:
        return False
    does = subject_of(" ".join(text.split()))
    is_doer = missing.is_first and not _BY.search(text[: given.start])
    return not is_doer or not does or text[given.start : given.end] in does


def _is_of_the_item(claim: Claim, text: str) -> bool:
    """True where an item names itself who or what the claim begins with, and not only what introduces it."""
    leading = claim.leading
    return leading is None or leading.stems <= roots_of(text)


def contrary(claim: Claim, text: str) -> tuple[str, str] | None:
    """A word of the claim, and the one of *text* that excludes it, as stems."""
    said, told = ({*_as_called(each)} for each in (claim.text, text))
    for group in _CONTRARY:
        ours, theirs = said & group, told & group
        if ours & theirs and group is _OFTEN:
            continue  # which of several things is done so often is not told by the words around it
        if ours & theirs and len(theirs) > 1:
            theirs = _in_their_place(claim, text, group)
        if ours and theirs and not ours & theirs:
            return min(ours), min(theirs)
    return None


def _in_their_place(claim: Claim, text: str, group: frozenset[str]) -> set[str]:
    """The word of *group* in *text* that is said of the same as the claim's, and those joined to it by "and".

    "The port is in the south, and the north is flat" does not say that the south is flat.
    """
    said, told = (_as_called(each) for each in (claim.text, text))
    own = next(at for at, root in enumerate(said) if root in group)
    others = [at for at, root in enumerate(said) if root in roots_of_subject(claim) - group and root in told]
    places = [at for at, root in enumerate(told) if root in group]
    if not others:
        return {told[at] for at in places}
    # What is said stands farthest from the word, behind other words of the same thing.
    farthest = said[max(others, key=lambda at: abs(at - own))]
    anchors = [at for at, root in enumerate(told) if root == farthest]
    nearest = min(places, key=lambda at: min(abs(at - anchor) for anchor in anchors))
    joined = [at for at in places if set(told[min(at, nearest) + 1 : max(at, nearest)]) <= _JOINING | group]
    return {told[at] for at in joined}


def roots_of_subject(claim: Claim) -> set[str]:
    """The stems of the words that a claim is about."""
    return {term.stem for term in claim.subject}


def contrary_word(claim: Claim, found: Evidence, text: str, covered: Coverage) -> Finding | None:
    """A contradiction where a word of *text* excludes one of the claim, and all else is the same."""
    pair = contrary(claim, text)
    if (
        pair is None
        or covered.stems - {pair[0], stem(_word_of(claim.text, pair[0]))}
        or is_negated(text)
        or claim.is_negated
    ):
        return None
    claimed, given = (_word_of(said, root) for said, root in zip((claim.text, text), pair, strict=True))
    is_of_noun = pair[0] in _OF_THEIR_NOUN
    subject = roots_of_subject(claim) if is_of_noun else set[str]()
    if (is_of_noun or pair[0] in _OFTEN) and _is_of_another_thing(claim.text, claimed, text, given, subject):
        return None
    return Finding(found, False, Ground.VALUE, covered.share, given, claimed)


def _is_of_another_thing(said: str, claimed: str, text: str, given: str, subject: Collection[str]) -> bool:
    """True for "the annual report" where *text* tells of another one, which comes quarterly.

    Where nothing follows the *claimed* word ("aims are local"), the *given* one must be of the *subject*.
    """
    mine, other = (
        re.search(rf"\b{re.escape(word)}\s+(?P<what>[\w'’-]+)", words_of, re.IGNORECASE)
        for word, words_of in ((claimed, said), (given, text))
    )
    told = content_stems(other["what"]) if other else frozenset[str]()
    if mine:
        thing = content_stems(mine["what"])
        return bool(thing) and thing.isdisjoint(told)
    return bool(subject) and bool(told) and told.isdisjoint(subject)


def how_often(text: str) -> set[str]:
    """How often something is said to be, as adverbs: "every month" is "monthly"."""
    return {*_as_called(text)} & _OFTEN


def _head(claim: Claim, name: Name) -> str:
    said = claim.words_of(name).partition(" of ")[0]
    return stem(words(said)[-1])


def _in_place_of(claim: Claim, name: Name, text: str, scale: Scale) -> Iterator[Name]:
    """The names of *text* next to the same word, on the same side, that the claim does not say."""
    said = roots_of(claim.text)
    beside = _neighbours(claim.text, name)
    for other in names_in(text, scale.vocabulary):
        is_misspelt = fuzz.partial_ratio(claim.words_of(name), text[other.start : other.end]) >= _SAME_NAME
        if other.stems <= said or other.is_person is not name.is_person or is_misspelt:
            continue
        if bool(_IN.search(claim.text[: name.start])) is not bool(_IN.search(text[: other.start])):
            continue  # where it is done, and what is done
        near = _neighbours(text, other)
        if any(claim.query.meanings(root) & near[side] for side in near for root in beside[side]):
            yield other


def _neighbours(text: str, name: Name) -> dict[str, set[str]]:
    """The stems of the next words that say something, on either side."""
    role = role_of(text, name.start, name.end, ())
    next_to, next_but_one = (
        {side: {root for (at, root), near in role.items() if at == side and near == how} for side in _SIDES}
        for how in (1, 1 / 2)
    )
    return {
        side: next_but_one[side] if next_to[side] and next_to[side] <= _OF_PLACE else next_to[side]
        for side in _SIDES
    }


def _word_of(text: str, root: str) -> str:
    units = (match["unit"].lower() for match in _EVERY.finditer(text))
    every = next((unit for unit in units if _ADVERB[unit] == root), None)
    return every or next(word for word in words(text) if _called(word) == root)


def _as_called(text: str) -> list[str]:
    """The words of *text* as `_called`, and "every month" as "monthly"."""
    return [_called(word) for word in words(_EVERY.sub(lambda match: _ADVERB[match["unit"].lower()], text))]


def _called(word: str) -> str:
    """The stem of *word*, or of the word that says the same; "monthly" says how often, and is no month."""
    often = _CALLED.get(word, word)
    return often if often in _OFTEN else stem(word)
