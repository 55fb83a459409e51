"""How far a piece of evidence speaks of what a claim is about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from assistant.answer.evidence import Evidence, Scale, credited
from assistant.check.alike import said_alike
from assistant.check.claim import Claim
from assistant.check.clauses import subject_of
from assistant.check.names import Name, names_in
from assistant.check.which_document import FORMER, is_former
from assistant.question.documents_meant import KIND_NOUN
from assistant.question.query import Term
from assistant.terms import normalise, stem, stems, words

SPOKEN_OF = 0.65  # a word of like meaning in the piece, its heading, or what its pronoun stands for
_NAMED = 0.43  # part of a name may stand in the document's title alone
_SAID = 0.85  # one word that is a name must stand in the piece, or be what its pronoun stands for
_LONG_WORD, _BEGINS = 10, 4  # letters: short words that differ by one are other words
_FOOTNOTE_MARK = re.compile(r"(?<=[\w.,;:)])[⁰¹²³⁴-⁹]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IS_KIND = re.compile(KIND_NOUN)
_YEAR_OF_NAME = re.compile(r"\s((?:19|20)\d\d)\b")
_PAIR = re.compile(r"(?=(\b[\w'’]+|[^\w\s])\s+([\w'’]+))")
_OF_WHAT = re.compile(r" (?:for|of) ")
_WEIGHTY = 0.2  # words of the asking weigh less than this


@dataclass(frozen=True, slots=True)
class Coverage:
    """The `share` of the subject that is spoken of, weighted by rarity, and the terms that are not.

    `strange` are the stems of names that stand nowhere near as they are claimed.
    """

    share: float
    missing: tuple[Term, ...]
    strange: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the terms that are missing."""
        return frozenset(term.stem for term in self.missing)


def coverage_of(claim: Claim, found: Evidence, scale: Scale) -> Coverage:
    """How much of the subject of *claim* stands in *found* or in what it hangs on."""
    credits = {term.stem: credit for term, credit in credited(claim.query, found)}
    credits |= dict.fromkeys(_only_of_the_author(claim, found, scale) & credits.keys(), 0.0)
    misspelt = misspelt_in(claim, found)
    spoken_of = spelt_out(found, scale) | _kind_of_document(found) | {*misspelt.values()}
    spoken_of |= _spoken_of_before(claim, found, scale) | in_footnotes(claim, found)
    spoken_of |= said_alike(claim.text, found.text)
    if is_former(found, scale):
        spoken_of |= FORMER
    credits |= dict.fromkeys(spoken_of & credits.keys(), 1.0)
    asked = [
        (term, term.weight * scale.vocabulary.idf(term.stem), credits[term.stem]) for term in claim.subject
    ]
    whole = sum(weight for _, weight, _ in asked)
    share = sum(weight * credit for _, weight, credit in asked) / whole if whole else 0.0
    near = _words_around(_around(found))
    missing = tuple(
        term
        for term, _, credit in asked
        if term.weight >= _WEIGHTY and (credit < SPOKEN_OF or _is_another_word(term, near))
    )
    return Coverage(share, missing, _strange(claim, found, credits, misspelt, scale))


def _only_of_the_author(claim: Claim, found: Evidence, scale: Scale) -> frozenset[str]:
    """The stems that only the author's name or office holds, and that the claim says outside any name.

    "I pay £9" by the "Arts and Music Officer" is the officer's payment, and none for music.
    """
    around = scale.context.around(found.passage)
    near = around.pieces[found.index]
    if not near.in_first_person:
        return frozenset()
    named = {root for name in (*claim.names, *claim.people) for root in name.stems}
    beside = near.own | near.introduces | near.before | around.heading
    return around.author - beside - named - _office_in(claim.text, found.document.info.author)


def _office_in(text: str, author: str) -> set[str]:
    """The stems of the author's office where *text* says it in small letters, as "the music officer"."""
    office = stems(_OF_WHAT.split(author.rpartition(", ")[2])[0])
    said = stems(text)
    ends = [at + 1 for at, root in enumerate(said) if root == office[-1]] if office else []
    return {
        root
        for end in ends
        for root in takewhile(lambda root: root in {*office, "and"}, reversed(said[:end]))
    }


def _spoken_of_before(claim: Claim, found: Evidence, scale: Scale) -> set[str]:
    """The stems of a name that the paragraph goes on about: "Those who join it pay £5" is said of the group.

    It is the last name before the piece, and the piece is about something that has no name of its own.
    """
    text, piece, passage = found.document.text, found.piece, found.passage
    subject = subject_of(" ".join(normalise(found.text).split()))
    if not subject or names_in(subject, scale.vocabulary):
        return set()
    start = text.rfind("\n\n", 0, piece.start) + 1
    before = [each for each in passage.pieces[: found.index] if each.start >= start]
    for each in reversed(before):
        named = names_in(normalise(text[each.start : each.end]), scale.vocabulary)
        if named:
            return {root for name in claim.names if name.stems <= named[0].stems for root in name.stems}
    return set()


def in_footnotes(claim: Claim, found: Evidence) -> set[str]:
    """The stems of the footnotes that a piece points at, but of none that gives a year the claim does not."""
    marks = _FOOTNOTE_MARK.findall(found.text)
    lines = found.document.text.splitlines() if marks else ()
    pointed_at = [line for line in lines if line.startswith(tuple(f"{mark} " for mark in marks))]
    said = set(words(claim.text))
    told = [words(line) for line in pointed_at if {*_YEAR.findall(line)} <= said]
    return {stem(word) for line in told for word in line}


def _kind_of_document(found: Evidence) -> set[str]:
    """The stem of what the document is: "the plan has four aims" is said of the plan that lists them."""
    info = found.document.info
    nouns = (word for word in words(f"{info.title} {info.kind}") if _IS_KIND.fullmatch(word))
    return {stem(word) for word in nouns}


def spelt_out(found: Evidence, scale: Scale) -> set[str]:
    """The stems of what the abbreviations of a piece stand for, of several of a kind too ("PTAs")."""
    long = scale.vocabulary.abbreviations
    short = (word.removesuffix("'s").removesuffix("s") for word in words(found.text))
    return {stem(word) for abbreviation in short for word in long.get(abbreviation, ())}


def misspelt_in(claim: Claim, found: Evidence) -> dict[str, str]:
    """Stems of long words of the piece that are one letter off, each with that of the claim's word."""
    long = [word for word in words(found.text) if len(word) >= _LONG_WORD]
    return {
        stem(other): stem(word)
        for word in words(claim.text)
        if len(word) >= _LONG_WORD
        for other in long
        if word[:_BEGINS] == other[:_BEGINS] and Levenshtein.distance(word, other, score_cutoff=1) == 1
    }


def _about(found: Evidence) -> tuple[str, ...]:
    info = found.document.info
    return info.title, info.publisher, info.author


def _around(found: Evidence) -> str:
    return " ".join((found.passage.search_text, *_about(found)))


def _stems_around(found: Evidence) -> list[str]:
    return [stem(word) for word in _words_around(_around(found))]


@lru_cache(maxsize=1024)
def _stems_of(long: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of what an abbreviation stands for, kept for the next claim."""
    return tuple(stems(" ".join(long)))


@lru_cache(maxsize=1024)
def _words_around(text: str) -> tuple[str, ...]:
    """The words of a passage and of what its document is, kept for the next claim."""
    return tuple(words(text))


def _is_another_word(term: Term, near: Sequence[str]) -> bool:
    """True where only another word of the same stem stands there: "office" for "officer"."""
    same = [word for word in near if stem(word) == term.stem]
    return bool(same) and all(_is_agent(word) is not _is_agent(term.word) for word in same)


def _is_agent(word: str) -> bool:
    return word.removesuffix("'s").removesuffix("s").removesuffix("ly").endswith(("er", "or"))


def _strange(
    claim: Claim,
    found: Evidence,
    credits: Mapping[str, float],
    misspelt: Mapping[str, str],
    scale: Scale,
) -> frozenset[str]:
    if not claim.names:
        return frozenset()
    near = [misspelt.get(root, root) for root in _stems_around(found)]
    heads = {short: stem(long[-1]) for short, long in scale.vocabulary.abbreviations.items() if long}
    # "The Fernshire Commissioner" is the "Fernshire FC".
    shortened = [heads.get(root, root) for root in near]
    own, about = set(stems(found.text)), set(stems(" ".join(_about(found))))
    spelt_out = [_stems_of(long) for long in scale.vocabulary.abbreviations.values()]
    strange: set[str] = set()
    for name in claim.names:
        said = stems(claim.text[name.start : name.end])
        # "Fernshire Libraries" may be called "the libraries" in a plan of Fernshire County Council.
        is_headed = said[-1] in own and set(said[:-1]) <= about and _is_a_thing(said[-1], found.text)
        long = stems(
            " ".join(scale.vocabulary.abbreviations.get(claim.text[name.start : name.end].lower(), ()))
        )
        is_short = any(stands_in(said, other) for other in spelt_out) or (long and stands_in(long, near))
        # What a plan says of its own area it need not say of the town in its heading.
        is_alone = len(said) == 1 and (not name.is_first or not set(said) <= about)
        known = all(credits.get(root, 1.0) >= (_SAID if is_alone else _NAMED) for root in said)
        year = _YEAR_OF_NAME.match(claim.text, name.end)
        if year and not any(day.start == year.start(1) for day in claim.days):
            known = known and year[1] in near  # "Vision 2030" is another than "Vision 2040"
        stands = stands_in(said, near) or any(
            stands_in(way, shortened) for way in (said, _turned(claim, name))
        )
        if not known or not (stands or is_headed or is_short):
            strange |= name.stems
    return frozenset(strange)


def _is_a_thing(root: str, text: str) -> bool:
    """True where *text* names it, and does not only do it: "the support" and "to support"."""
    told = [
        (before.lower(), word) for before, word in _PAIR.findall(f". {text}") if stem(word.lower()) == root
    ]
    return any(word[0].isupper() or before != "to" for before, word in told)


def _turned(claim: Claim, name: Name) -> list[str]:
    """The head of a name behind what it is of: "Head of Sport for Fernshire" is the "Fernshire Head"."""
    first, _, of = claim.text[name.start : name.end].rpartition(" for ")
    return [*stems(of), *stems(first)[-1:]]


def stands_in(said: Sequence[str], near: Sequence[str]) -> bool:
    """Whether *near* has just these, one after the other."""
    return not said or f" {' '.join(said)} " in f" {' '.join(near)} "
