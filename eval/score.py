"""What makes an answer right, and the numbers made of many answers; pure functions of their arguments."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil

from assistant.answer import wording
from assistant.types import ANSWERING, Answer
from eval.match import contains, first_found, fold, without_markers
from eval.questions import Category, Question

DEPTHS = (1, 3, 8)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question with its answer and all that was measured about it.

    `cited` are the ids that questions use for the documents of the answer's citations, in their order.
    `hit` is the rank of the first retrieved passage that has the answer, where that was `searched` for.
    """

    question: Question
    answer: Answer
    cited: tuple[str, ...] = ()
    seconds: float = 0.0
    searched: bool = False
    hit: int | None = None
    quotes: int = 0
    verbatim: int = 0

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the answer is wrong; nothing when it is right."""
        return faults(self.question, self.answer, self.cited)

    @property
    def right(self) -> bool:
        """Whether the answer is right."""
        return not self.faults

    @property
    def refused(self) -> bool:
        """Whether no answer was given."""
        return self.answer.status not in ANSWERING

    @property
    def words(self) -> int:
        """The length of what the reader sees, citation markers left out."""
        return words(self.answer)


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    good: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, or None where there was nothing to measure."""
        return self.good / self.total if self.total else None

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.good + other.good, self.total + other.total)

    def __str__(self) -> str:
        return "–" if self.value is None else f"{self.good}/{self.total}  {self.value:6.1%}"


@dataclass(frozen=True, slots=True)
class Scores:
    """All numbers of one set of outcomes: rates by name, answer length in words, latency in seconds."""

    rates: dict[str, Rate]
    words_mean: float
    words_p95: float
    seconds_p50: float
    seconds_p95: float

    def rate(self, name: str) -> Rate:
        """The rate of *name*, or of several names joined by `+` taken together; KeyError when unknown."""
        return reduce(Rate.__add__, (self.rates[part] for part in name.split("+")))


def words(answer: Answer) -> int:
    """How many words the reader sees, citation markers left out."""
    return len(without_markers(answer.text).split())


def faults(question: Question, answer: Answer, cited: Sequence[str]) -> tuple[str, ...]:
    """Why *answer* is wrong, one phrase for each reason; nothing when it is right."""
    found: list[str] = []
    if answer.status not in question.status:
        found.append(f"status {answer.status}, expected {' or '.join(sorted(question.status))}")
    text = fold(without_markers(answer.text))
    found += [f"says {needle!r}" for needle in question.forbidden if contains(text, needle)]
    if not question.answerable:
        return tuple(found)
    found += [
        f"lacks {' or '.join(map(repr, group))}" for group in question.must if not first_found(text, group)
    ]
    if question.documents and (not cited or cited[0] not in question.documents):
        first = cited[0] if cited else "nothing"
        found.append(f"cites {first} first, expected {' or '.join(question.documents)}")
    if words(answer) > question.limit:
        found.append(f"{words(answer)} words, limit {question.limit}")
    return tuple(found)


def measure(outcomes: Sequence[Outcome]) -> Scores:
    """The scores of *outcomes*; a rate without anything to measure has a total of 0."""
    lengths = sorted(outcome.words for outcome in outcomes)
    seconds = sorted(outcome.seconds for outcome in outcomes)
    return Scores(
        rates=_accuracy(outcomes) | _trust(outcomes) | _recall(outcomes),
        words_mean=sum(lengths) / len(lengths) if lengths else 0.0,
        words_p95=percentile(lengths, 0.95),
        seconds_p50=percentile(seconds, 0.50),
        seconds_p95=percentile(seconds, 0.95),
    )


def percentile(ordered: Sequence[float], share: float) -> float:
    """The smallest of the *ordered* values that at least *share* of them do not exceed; 0 for none."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else 0.0


def rank_of_hit(question: Question, retrieved: Sequence[tuple[str, str]]) -> int | None:
    """The rank, from 1, of the first retrieved (document, text) that has the answer of *question*."""
    for rank, (document, text) in enumerate(retrieved, 1):
        acceptable = not question.documents or document in question.documents
        if acceptable and first_found(fold(text), question.must[0]):
            return rank
    return None


def _accuracy(outcomes: Sequence[Outcome]) -> dict[str, Rate]:
    """Answers that are right: by category, and of all that the documents answer or do not."""
    by_category = {
        str(category): _share([o for o in outcomes if o.question.category is category], _any, _right)
        for category in Category
    }
    return by_category | {
        "all_answerable": _share(outcomes, lambda o: o.question.answerable, _right),
        "all_unanswerable": _share(outcomes, lambda o: not o.question.answerable, _right),
    }


def _trust(outcomes: Sequence[Outcome]) -> dict[str, Rate]:
    """Citations that point to the right document, quotes that are verbatim, refusals that are right."""
    neighbours = [outcome for outcome in outcomes if outcome.question.category is Category.NEIGHBOUR]
    return {
        "citation_document": _share(
            outcomes,
            lambda o: o.question.answerable and bool(o.question.documents and o.cited),
            lambda o: o.cited[0] in o.question.documents,
        ),
        "verbatim": Rate(sum(o.verbatim for o in outcomes), sum(o.quotes for o in outcomes)),
        "abstention_precision": _share(outcomes, lambda o: o.refused, lambda o: not o.question.answerable),
        "abstention_recall": _share(outcomes, lambda o: not o.question.answerable, lambda o: o.refused),
        "sure_right": _share(outcomes, lambda o: not o.refused and not _is_doubted(o), _right),
        "unsure_right": _share(outcomes, lambda o: not o.refused and _is_doubted(o), _right),
        "neighbours_refused": _share(neighbours, lambda o: not o.question.answerable, lambda o: o.refused),
    }


def _recall(outcomes: Sequence[Outcome]) -> dict[str, Rate]:
    """Questions whose answer is among the first so many retrieved passages."""
    searched = [outcome for outcome in outcomes if outcome.searched]
    ranks = [outcome.hit for outcome in searched if outcome.hit]
    return {
        f"recall_at_{depth}": Rate(sum(rank <= depth for rank in ranks), len(searched)) for depth in DEPTHS
    }


def _is_doubted(outcome: Outcome) -> bool:
    return wording.UNSURE in outcome.answer.text


def _any(_: Outcome) -> bool:
    return True


def _right(outcome: Outcome) -> bool:
    return outcome.right


def _share(
    outcomes: Sequence[Outcome], among: Callable[[Outcome], bool], good: Callable[[Outcome], bool]
) -> Rate:
    """How many of the outcomes *among* which we look are *good*."""
    chosen = [outcome for outcome in outcomes if among(outcome)]
    return Rate(sum(map(good, chosen)), len(chosen))
