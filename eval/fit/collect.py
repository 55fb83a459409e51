"""What the weights are fitted on: questions asked of the real assistant, and what it saw on the way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answer.compose import eligible
from assistant.answer.decide import LIMITS, Confidence, confidence, obstacle
from assistant.answer.evidence import Evidence
from assistant.answer.signs import Signs
from assistant.answering import converse
from assistant.chain import Assistant
from assistant.index.generation import Generation
from assistant.question.query import Query
from assistant.reader.choose import OFF, open_reader
from assistant.settings import Settings
from eval.match import contains, fold
from eval.questions import EvaluationError, Question, Split, load, load_practice
from eval.score import faults

Floats = npt.NDArray[np.float64]
# The judge lets everything pass, so that of each question it is known whether the answer would be right.
_ANSWER_ALWAYS = replace(LIMITS, least_confidence=float("-inf"), least_confidence_read=float("-inf"))


@dataclass(frozen=True, slots=True)
class Ranking:
    """One question: the signs of all pieces that were weighed (a row each), and which pieces are gold."""

    signs: Floats
    gold: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One question: what the judge sees of the best piece, and whether an answer from it is right."""

    grounds: Floats
    is_right: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """All that was collected; questions without a gold piece, or without one to judge, are left out."""

    rankings: tuple[Ranking, ...]
    judgements: tuple[Judgement, ...]


def questions_to_fit(questions: Path, practice: Path) -> tuple[Question, ...]:
    """The tuning half and the practice questions; the held half is never opened."""
    if any(path.name.startswith(Split.HELD) for path in practice.glob("*.yaml")):
        raise EvaluationError(f"{practice} holds held questions; name a folder of practice questions.")
    chosen = load(questions, [Split.TUNE]) + load_practice(practice)
    assert all(question.split is not Split.HELD for question in chosen)  # noqa: S101 (a promise, not input)
    return chosen


class Collector:
    """Asks one assistant as it is, and its twin that never refuses for lack of confidence."""

    def __init__(self, settings: Settings) -> None:
        self._is_read = settings.reader != OFF
        generation = Generation.open(settings.index)
        reader = open_reader(settings.reader)
        self._assistant = Assistant(generation, reader, settings)
        self._eager = Assistant(generation, reader, settings, _ANSWER_ALWAYS)

    def collect(self, questions: Iterable[Question]) -> Seen:
        """What there is to learn from *questions*."""
        seen = [self._one(question) for question in questions]
        rankings = chain.from_iterable(rankings for rankings, _ in seen)
        return Seen(tuple(rankings), tuple(chain.from_iterable(judgements for _, judgements in seen)))

    def _one(self, question: Question) -> tuple[list[Ranking], list[Judgement]]:
        turns = converse(self._assistant, question.turns[:-1])
        asked = question.turns[-1]
        query, evidence = self._assistant.weighed(asked, tuple(turns))
        if self._is_read and not any(found.is_read for found in evidence):
            return [], []  # weighed without the reader, by weights of their own
        answer = self._eager.ask(asked, tuple(turns))
        cited = [citation.source.info.id for citation in answer.citations]
        is_right = question.answerable and not faults(question, answer, cited)
        return list(_ranking(question, evidence)), list(_judgement(question, query, evidence, is_right))


def _ranking(question: Question, evidence: Sequence[Evidence]) -> Iterator[Ranking]:
    """The pieces weighed for a question that has a gold one among them."""
    if not question.must or not question.answerable:
        return
    # Pieces that the reader has not judged lack two of the signs, and stand behind all others anyway.
    evidence = [found for found in evidence if found.is_read] or evidence
    fit = np.array([_goldness(question, found) for found in evidence])
    if fit.size and fit.max() > 0:
        yield Ranking(np.array([found.signs for found in evidence], dtype=np.float64), fit == fit.max())


def _goldness(question: Question, found: Evidence) -> float:
    """The share of what a right answer says that stands in this one piece of an acceptable document."""
    if question.documents and found.document.info.id not in question.documents:
        return 0.0
    text = fold(found.text)
    said = [any(contains(text, needle) for needle in group) for group in question.must]
    return sum(said) / len(said)


def _judgement(
    question: Question, query: Query, evidence: Sequence[Evidence], is_right: bool
) -> Iterator[Judgement]:
    """What there is to judge; a wrong answer to an answerable question says nothing of either kind."""
    if question.answerable and not is_right:
        return
    best = next((found for found in eligible(query, evidence) if not obstacle(query, found)), None)
    if best:
        yield Judgement(grounds(query, best), is_right)


def grounds(query: Query, best: Evidence) -> Floats:
    """What each weight of `Confidence` is multiplied by, in the order of its fields.

    Confidence is a sum, so a weight of 1 with all others 0 shows one of its terms: there is no second list of
    them here that could differ from the one in use.
    """
    names = list(Confidence.__dataclass_fields__)
    nothing = Confidence(**dict.fromkeys(names, 0.0))
    return np.array([confidence(query, best, replace(nothing, **{name: 1.0})) for name in names])


def sign_names() -> tuple[str, ...]:
    """The columns of `Ranking.signs`."""
    return Signs._fields
