"""Whether the best evidence answers the question, and if it does not, why not."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer.contact import reaches
from assistant.answer.evidence import (
    ASKED_NOW,
    FOUND,
    MUST_SHOW,
    SHOWN,
    Evidence,
    credited,
    names_who_does,
    put_first,
)
from assistant.answer.of_another import speaks_of_another, words_of_another
from assistant.answer.posts import is_the_authors_own
from assistant.question.kinds import Kind, is_explicit
from assistant.question.query import Query, Term
from assistant.types import PieceKind


class Obstacle(StrEnum):
    """Why evidence does not answer."""

    NOTHING_NEAR = "nothing_near"
    UNKNOWN_WORDS = "unknown_words"
    OTHER_NAME = "other_name"
    OTHER_PERIOD = "other_period"
    NO_SUCH_KIND = "no_such_kind"


@dataclass(frozen=True, slots=True)
class Limits:
    """What evidence needs to be an answer; set on the tuning questions, checked on the held-out ones."""

    name_credit: float = 0.43
    period: float = 0.45
    figure_period: float = 0.60
    least_confidence: float = -0.30
    least_confidence_read: float = -0.65  # where the reader has judged the piece
    least_confidence_list: float = -0.10  # where several things are asked for
    least_coverage: float = 0.10
    least_coverage_who: float = 0.40  # where a list says who does it, which the reader cannot judge
    little_coverage: float = 0.20  # below it the reader alone makes an answer likely: too little to be sure
    most_unknown: int = 1  # of its words that no document has, where that little is covered
    assured: float = 0.85  # so sure a reader may find an answer that says none of the question's words
    sure: float = 0.50  # below it the reader is told so: of what is said above, nine in ten answers are right


@dataclass(frozen=True, slots=True)
class Confidence:
    """Log-odds that the heaviest evidence answers: a logistic regression on the tuning questions.

    `python -m eval.fit` prints the weights. `head_missing` is 1 where the very thing asked for is found
    nowhere, `words` is ln(1 + how many words the question has to cover).
    """

    bias: float = -5.78
    coverage: float = 1.95
    cosine: float = 5.2
    gap: float = -2.18
    head_missing: float = -2.57
    is_figure: float = -1.06
    is_person: float = -1.8
    asks_who_does: float = 0.4
    kind_fit: float = 1.86
    is_follow_up: float = 0.54
    words: float = 1.34
    period_fit: float = 0.75
    answers: float = 0.0
    holds: float = 0.0


CONFIDENCE = Confidence()
CONFIDENCE_READ = Confidence(
    bias=-5.12,
    coverage=1.02,
    cosine=2.56,
    gap=-2.67,
    head_missing=-1.78,
    is_figure=-1.04,
    is_person=-1.96,
    asks_who_does=0.4,
    kind_fit=1.44,
    is_follow_up=0.45,
    words=1.53,
    period_fit=1.07,
    answers=2.36,
    holds=1.14,
)  # where the reader has judged the piece too
LIMITS = Limits()
_FIGURES = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.DURATION, Kind.DATE})
_RIVALS = 4
_RIVAL_WITHIN = 0.15
_WHAT_IS = re.compile(r"\W*(?:and |so )?what(?:['’]s| is| was| are| were| will)\b", re.I)
_NONE = 0.005  # so little of a figure or a date the reader sees only where there is none
_FAR, _VERDICT_COUNTS = 0.2, 2.5  # the cosine, and so many times what the reader says, are below this


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
    # A plan's aims hold for all its years, but who holds a post and what is counted change within them.
    changes = is_figure or query.kind is Kind.PERSON
    if query.periods and found.period_fit < (limits.figure_period if changes else limits.period):
        return Verdict(Obstacle.OTHER_PERIOD)
    pairs = credited(query, found)
    names = tuple(term.word for term, given in pairs if term.is_name and given < limits.name_credit)
    info = found.document.info
    if not names and (found.of_another or is_the_authors_own(query.text, found.text, info.author)):
        return Verdict(Obstacle.NOTHING_NEAR)
    names = names or words_of_another(query, found, is_figure)
    if names:
        return Verdict(Obstacle.OTHER_NAME, names)
    # "What was the budget in 2015?" wants the sum, which "what is the budget?" may not.
    of_a_year = query.kind is Kind.AMOUNT and query.periods and _WHAT_IS.match(query.text)
    shown = found.kind_fit >= SHOWN or not (of_a_year or is_explicit(query.kind, query.text))
    lacks_it = query.kind in MUST_SHOW and not shown and not for_list
    if lacks_it or speaks_of_another(query, found):
        return Verdict(Obstacle.NO_SUCH_KIND if query.kind in MUST_SHOW else Obstacle.NOTHING_NEAR)
    return _not_near(query, found) if is_figure and not for_list and _reads_less_than(_NONE, found) else None


def judge(query: Query, best: Evidence, limits: Limits = LIMITS) -> Verdict | None:
    """None when *best*, the heaviest evidence that nothing rules out, is likely enough to answer *query*."""
    if query.asks_for_list:
        least = limits.least_confidence_list
    else:
        least = limits.least_confidence_read if best.is_read else limits.least_confidence
    # A long question is likelier to be answered, but not by what speaks of something else.
    is_who = names_who_does(query, best.piece, best.document)
    least_coverage = limits.least_coverage_who if is_who else limits.least_coverage
    speaks_of_it = best.coverage >= least_coverage or best.signs.answers >= limits.assured
    unknown = () if query.asks_for_list else _unknown(query, best)  # an item of a list has words of its own
    is_elsewhere = best.coverage < limits.little_coverage and len(unknown) > limits.most_unknown
    if speaks_of_it and not is_elsewhere and confidence(query, best) >= least and not _is_far_off(best):
        return None
    return _not_near(query, best)


def is_sure(query: Query, best: Evidence, limits: Limits = LIMITS) -> bool:
    """True where *best* is so likely an answer to *query* that it is told without a word of doubt."""
    if best.signs.titled == 1 or (query.kind is Kind.CONTACT and reaches(query.text, best)):
        return True
    return best.coverage >= limits.little_coverage and confidence(query, best) >= limits.sure


def likely_first(query: Query, evidence: Sequence[Evidence], limits: Limits = LIMITS) -> list[Evidence]:
    """The first piece that is likely enough goes first, where it weighs nearly as much as the heaviest."""
    near = [found for found in evidence[:_RIVALS] if found.score >= evidence[0].score - _RIVAL_WITHIN]
    likely = next((found for found in near if judge(query, found, limits) is None), None)
    return put_first(likely, evidence)


def confidence(query: Query, best: Evidence, weights: Confidence | None = None) -> float:
    """The log-odds that *best* answers *query*."""
    weights = weights or (CONFIDENCE_READ if best.is_read else CONFIDENCE)
    missing = {term.stem for term in _missing(query, best)}
    head_missing = bool(query.asked_for) and query.asked_for[-1] in missing
    # What stands under a heading that names the very thing need not be like it in its own words.
    cosine = max(best.cosine, _FAR) if best.signs.titled == 1 else best.cosine
    return (
        weights.bias
        + weights.coverage * best.coverage
        + weights.cosine * cosine
        + weights.gap * best.gap
        + weights.head_missing * head_missing
        + weights.is_figure * (query.kind in _FIGURES)
        + weights.is_person * (query.kind is Kind.PERSON)
        + weights.asks_who_does * query.asks_who_does
        + weights.kind_fit * best.kind_fit
        + weights.is_follow_up * query.is_follow_up
        + weights.words * math.log1p(len(best.credits))
        + weights.period_fit * (best.period_fit if query.periods else 0.0)
        + weights.answers * best.signs.answers
        + weights.holds * best.signs.holds
    )


def _not_near(query: Query, found: Evidence) -> Verdict:
    unknown = _unknown(query, found)
    return Verdict(Obstacle.UNKNOWN_WORDS, unknown) if unknown else Verdict(Obstacle.NOTHING_NEAR)


def _unknown(query: Query, found: Evidence) -> tuple[str, ...]:
    """The words that are asked for and that no document has."""
    return tuple(term.word for term in _missing(query, found) if not term.is_known)


def _reads_less_than(verdict: float, found: Evidence) -> bool:
    """True where the reader thinks so little of the piece; of rows of a table it cannot tell."""
    said = max(found.signs.answers, found.signs.holds)
    return found.is_read and found.piece.kind is not PieceKind.ROW and said < verdict


def _is_far_off(found: Evidence) -> bool:
    """True where neither its meaning nor the reader brings the piece near, whatever words it shares."""
    return _reads_less_than((_FAR - found.cosine) / _VERDICT_COUNTS, found)


def _missing(query: Query, best: Evidence) -> list[Term]:
    pairs = credited(query, best)
    return [term for term, given in pairs if given < FOUND and term.weight >= ASKED_NOW]
