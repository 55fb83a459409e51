"""Whether the best evidence answers the question, and if it does not, why not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer.evidence import MUST_SHOW, SHOWN, Evidence, subject_terms
from assistant.question.kinds import Kind, is_explicit
from assistant.question.query import Query, Term
from assistant.terms import stem, words


class Obstacle(StrEnum):
    """Why evidence does not answer."""

    NOTHING_NEAR = "nothing_near"
    UNKNOWN_WORDS = "unknown_words"
    OTHER_NAME = "other_name"
    OTHER_PERIOD = "other_period"
    NO_SUCH_KIND = "no_such_kind"


@dataclass(frozen=True, slots=True)
class Limits:
    """Below these the evidence does not answer; set on the tuning questions, checked on the held-out ones.

    Strength is the mean of coverage and cosine. `figure` and `plain` are the least strength of an answer to a
    question for a figure and to any other; the `gap` ones where a word of the question is found nowhere near,
    `head` where the very thing asked for is not.
    """

    figure: float = 0.42
    plain: float = 0.36
    plain_gap: float = 0.46
    amount_gap: float = 0.46
    count_gap: float = 0.50
    share_gap: float = 0.42
    date_gap: float = 0.54
    person_gap: float = 0.48
    head: float = 0.57
    name_credit: float = 0.40
    word_credit: float = 0.25
    period: float = 0.45
    figure_period: float = 0.60


LIMITS = Limits()
_FIGURES = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.DURATION, Kind.DATE})
_COORDINATED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)* (?:&|and) [A-Z]\w+(?: [A-Z]\w+)*")
_ASKED_NOW = 0.7  # the weight of words that this turn itself asks about


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a piece of evidence does not answer; `words` are those of the question that it is about."""

    obstacle: Obstacle
    words: tuple[str, ...] = ()


def obstacle(
    query: Query, found: Evidence, for_list: bool = False, limits: Limits = LIMITS
) -> Verdict | None:
    """What rules *found* out however near it is: another period or name, or not the kind of answer asked for.

    A list (`for_list`) may be counted, so its items need not hold a number.
    """
    is_figure = query.kind in _FIGURES
    if query.periods and found.period_fit < (limits.figure_period if is_figure else limits.period):
        return Verdict(Obstacle.OTHER_PERIOD)
    pairs = zip(subject_terms(query), found.credits, strict=True)
    names = tuple(term.word for term, given in pairs if term.is_name and given < limits.name_credit)
    if is_figure and not names:
        names = _only_together(query, found)
    if names:
        return Verdict(Obstacle.OTHER_NAME, names)
    shown = found.kind_fit >= SHOWN or not is_explicit(query.kind, query.text)
    if query.kind in MUST_SHOW and not shown and not for_list:
        return Verdict(Obstacle.NO_SUCH_KIND)
    return None


def judge(query: Query, best: Evidence, limits: Limits = LIMITS) -> Verdict | None:
    """None when *best*, the heaviest evidence that nothing rules out, is near enough to answer *query*."""
    pairs = zip(subject_terms(query), best.credits, strict=True)
    missing = [term for term, given in pairs if given < limits.word_credit and term.weight >= _ASKED_NOW]
    if best.strength >= _least_strength(query, missing, limits):
        return None
    unknown = tuple(term.word for term in missing if not term.is_known)
    return Verdict(Obstacle.UNKNOWN_WORDS, unknown) if unknown else Verdict(Obstacle.NOTHING_NEAR)


def _only_together(query: Query, found: Evidence) -> tuple[str, ...]:
    """Names that the evidence gives a figure for only together with others ("A and B" is not an answer about B)."""
    info = found.document.info
    own = {stem(word) for word in words(f"{info.publisher} {info.title}")}
    asked = {term.stem for term in query.terms if term.is_name}
    text = f"{found.text} | {' | '.join(found.passage.section[-1:])}"
    alone = {stem(word) for word in words(_COORDINATED.sub(" ", text))}
    together: set[str] = set()
    for match in _COORDINATED.finditer(text):
        sides = [{stem(word) for word in words(side)} for side in re.split(r" (?:&|and) ", match.group())]
        if any(not side & asked for side in sides):
            together.update(*sides)
    return tuple(term.word for term in query.terms if term.is_name and term.stem in together - alone - own)


def _least_strength(query: Query, missing: Sequence[Term], limits: Limits) -> float:
    stems = {term.stem for term in missing}
    if query.asked_for and query.asked_for[-1] in stems:
        return limits.head
    if not missing:
        return limits.figure if query.kind in _FIGURES else limits.plain
    gaps = {
        Kind.AMOUNT: limits.amount_gap,
        Kind.COUNT: limits.count_gap,
        Kind.PERCENT: limits.share_gap,
        Kind.DURATION: limits.share_gap,
        Kind.DATE: limits.date_gap,
        Kind.PERSON: limits.person_gap,
    }
    return gaps.get(query.kind, limits.plain_gap)
