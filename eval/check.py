"""Checks the questions themselves against the editions, without asking any."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from eval.documents import Edition
from eval.match import contains, first_found, fold
from eval.questions import Category, Question, Split

LEAST_QUESTIONS, LEAST_NEIGHBOURS, MOST_APART = 150, 25, 2


def problems(questions: Sequence[Question], known: Mapping[str, Edition]) -> list[str]:
    """What is wrong with the set of *questions*, one sentence each; nothing when it is in order."""
    texts = {name: fold(edition.text) for name, edition in known.items()}
    return [
        *_too_few(questions),
        *_unbalanced(questions),
        *(problem for question in questions for problem in _untrue(question, texts)),
    ]


def _too_few(questions: Sequence[Question]) -> Iterator[str]:
    """Whether there are as many questions, and as many neighbour ones, as there must be."""
    neighbours = sum(question.category is Category.NEIGHBOUR for question in questions)
    if len(questions) < LEAST_QUESTIONS:
        yield f"There are {len(questions)} questions, fewer than {LEAST_QUESTIONS}."
    if neighbours < LEAST_NEIGHBOURS:
        yield f"There are {neighbours} neighbour questions, fewer than {LEAST_NEIGHBOURS}."


def _unbalanced(questions: Sequence[Question]) -> Iterator[str]:
    """Whether each category has about as many questions in one half as in the other."""
    counts = Counter((question.category, question.split) for question in questions)
    for category in Category:
        tune, held = counts[category, Split.TUNE], counts[category, Split.HELD]
        if abs(tune - held) > MOST_APART:
            yield f"{category} has {tune} questions to tune with and {held} held back."


def _untrue(question: Question, texts: Mapping[str, str]) -> Iterator[str]:
    """Whether a document says what a right answer must say, and none of it is forbidden."""
    # Groups are told by number: what a held question asks for should not be read in passing.
    among = [texts[name] for name in question.documents or texts]
    for number, group in enumerate(question.must, 1):
        if not question.derived and not any(first_found(text, group) for text in among):
            yield f"{question.id}: group {number} of must stands in no acceptable document."
        if all(any(contains(fold(needle), bad) for bad in question.forbidden) for needle in group):
            yield f"{question.id}: group {number} of must is forbidden too."
