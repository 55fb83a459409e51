"""How far a piece of evidence speaks of what a claim is about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from assistant.answer.evidence import Evidence, Scale, subject_terms
from assistant.check.claim import Claim
from assistant.question.documents_meant import KIND_NOUN
from assistant.question.query import Term
from assistant.terms import stem, stems, words

SPOKEN_OF = 0.65  # a word of like meaning in the piece, its heading, or what its pronoun stands for
_NAMED = 0.43  # part of a name may stand in the document's title alone
_SAID = 0.85  # one word that is a name must stand in the piece, or be what its pronoun stands for
_LONG_WORD, _BEGINS = 10, 4  # letters: short words that differ by one are other words
_THE = len("the ")
_IS_KIND = re.compile(KIND_NOUN)
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
    credits = {
        term.stem: credit for term, credit in zip(subject_terms(claim.query), found.credits, strict=True)
    }
    misspelt = _misspelt(claim, found)
    spoken_of = _spelt_out(found, scale) | _kind_of_document(found) | {*misspelt.values()}
    credits |= dict.fromkeys(spoken_of & credits.keys(), 1.0)
    asked = [
        (term, term.weight * scale.vocabulary.idf(term.stem), credits[term.stem]) for term in claim.subject
    ]
    whole = sum(weight for _, weight, _ in asked)
    share = sum(weight * credit for _, weight, credit in asked) / whole if whole else 0.0
    near = words(" ".join((found.passage.search_text, *_about(found))))
    missing = tuple(
        term
        for term, _, credit in asked
        if term.weight >= _WEIGHTY and (credit < SPOKEN_OF or _is_another_word(term, near))
    )
    return Coverage(share, missing, _strange(claim, found, credits, misspelt, scale))


def _kind_of_document(found: Evidence) -> set[str]:
    """The stem of what the document is: "the plan has four aims" is said of the plan that lists them."""
    info = found.document.info
    nouns = (word for word in words(f"{info.title} {info.kind}") if _IS_KIND.fullmatch(word))
    return {stem(word) for word in nouns}


def _spelt_out(found: Evidence, scale: Scale) -> set[str]:
    """The stems of what the abbreviations of a piece stand for, of several of a kind too ("PTAs")."""
    long = scale.vocabulary.abbreviations
    short = (word.removesuffix("'s").removesuffix("s") for word in words(found.text))
    return {stem(word) for abbreviation in short for word in long.get(abbreviation, ())}


def _misspelt(claim: Claim, found: Evidence) -> dict[str, str]:
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
    near = [misspelt.get(root, root) for root in stems(" ".join((found.passage.search_text, *_about(found))))]
    own, about = set(stems(found.text)), set(stems(" ".join(_about(found))))
    spelt_out = [stems(" ".join(long)) for long in scale.vocabulary.abbreviations.values()]
    strange: set[str] = set()
    for name in claim.names:
        said = stems(claim.text[name.start : name.end])
        # "Fernshire Libraries" may be called "the libraries" in a plan of Fernshire County Council.
        is_headed = said[-1] in own and set(said[:-1]) <= about
        long = stems(
            " ".join(scale.vocabulary.abbreviations.get(claim.text[name.start : name.end].lower(), ()))
        )
        is_short = any(stands_in(said, other) for other in spelt_out) or (long and stands_in(long, near))
        is_alone = len(said) == 1 and name.start > _THE
        known = all(credits.get(root, 1.0) >= (_SAID if is_alone else _NAMED) for root in said)
        if not known or not (stands_in(said, near) or is_headed or is_short):
            strange |= name.stems
    return frozenset(strange)


def stands_in(said: Sequence[str], near: Sequence[str]) -> bool:
    """Whether *near* has just these, one after the other."""
    return any(near[at : at + len(said)] == said for at in range(len(near) - len(said) + 1))
