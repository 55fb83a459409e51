"""Whether the best evidence answers the question, and if it does not, why not."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer.evidence import Evidence, subject_terms
from assistant.question.kinds import Kind
from assistant.question.query import Query, Term
from assistant.question.vocabulary import Vocabulary


class Refusal(StrEnum):
    """Why there is no answer."""

    NOTHING_NEAR = "nothing_near"
    UNKNOWN_WORDS = "unknown_words"
    OTHER_NAME = "other_name"
    OTHER_PERIOD = "other_period"
    NO_SUCH_KIND = "no_such_kind"


@dataclass(frozen=True, slots=True)
class Limits:
    """Below these the evidence does not answer; set on the tuning questions, checked on the held-out ones."""

    sure_cosine: float = 0.62
    least_coverage: float = 0.45
    least_cosine: float = 0.30
    least_mixed: float = 0.52
    name_credit: float = 0.30


LIMITS = Limits()
_HARD_KINDS = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.CONTACT, Kind.DATE, Kind.DURATION})


@dataclass(frozen=True, slots=True)
class Verdict:
    """None as `refusal` means that the evidence answers; `words` are those that the refusal is about."""

    refusal: Refusal | None
    words: tuple[str, ...] = ()


def judge(query: Query, best: Evidence | None, vocabulary: Vocabulary, limits: Limits = LIMITS) -> Verdict:
    """Whether *best*, the heaviest evidence, answers *query*."""
    if best is None:
        return Verdict(Refusal.NOTHING_NEAR)
    if query.periods and best.period_fit < 0.45:
        return Verdict(Refusal.OTHER_PERIOD)
    missing = _missing(query, best, limits)
    names = tuple(term.word for term in missing if term.is_name)
    if names:
        return Verdict(Refusal.OTHER_NAME, names)
    unknown = tuple(term.word for term in missing if not term.is_known)
    mixed = 0.5 * best.coverage + 0.5 * best.cosine
    if unknown and (mixed < limits.least_mixed or best.coverage < limits.least_coverage):
        return Verdict(Refusal.UNKNOWN_WORDS, unknown)
    if query.kind in _HARD_KINDS and best.kind_fit == 0.0:
        return Verdict(Refusal.NO_SUCH_KIND)
    if best.cosine < limits.least_cosine and best.coverage < 0.75:
        return Verdict(Refusal.NOTHING_NEAR)
    if best.coverage < limits.least_coverage and best.cosine < limits.sure_cosine:
        return Verdict(Refusal.NOTHING_NEAR)
    return Verdict(None)


def _missing(query: Query, best: Evidence, limits: Limits) -> list[Term]:
    pairs = zip(subject_terms(query), best.credits, strict=True)
    return [
        term for term, found in pairs if found < limits.name_credit and (term.is_name or term.weight >= 0.9)
    ]
