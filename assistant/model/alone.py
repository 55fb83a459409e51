"""A follow-up as a model makes it stand alone, held against what was said and our own reading of it."""

import re
from collections.abc import Iterator

from assistant.model.small_words import DENIALS
from assistant.question.follow_up import subject_words
from assistant.question.periods import Period, periods_in
from assistant.question.query import Query
from assistant.terms import stem, stems
from assistant.types import Conversation

_MOST = 300  # characters
_FIGURE = re.compile(r"\d+")
_PLAIN = re.compile(r"[\w\s£%.,;:'’\"“”()/?&–-]+\?")


def question_in(reply: str) -> str:
    """The one question that *reply* is; empty for anything else."""
    lines = [line.strip(' "“”') for line in reply.strip().splitlines()]
    is_one = len(lines) == 1 and len(lines[0]) <= _MOST and _PLAIN.fullmatch(lines[0])
    return lines[0] if is_one else ""


def is_only_clearer(asked: str, question: str, turns: Conversation, reading: Query) -> bool:
    """Whether *asked* keeps all of *question*, and adds no thing, name, figure or year that no turn holds.

    *reading* is how *question* is understood without a model: where that has a year, it is the same one.
    """
    held = " ".join((question, reading.text, *_said_in(turns)))
    figures = set(_FIGURE.findall(asked)) <= set(_FIGURE.findall(held))
    years = _years(periods_in(asked))
    same_years = years == _years(reading.periods) if reading.periods else years <= _years(periods_in(held))
    denies = DENIALS & set(stems(asked)) == DENIALS & set(stems(question))
    return figures and same_years and denies and _things(question) <= _things(asked) <= _things(held)


def _said_in(turns: Conversation) -> Iterator[str]:
    for turn in turns:
        yield turn.question
        yield turn.answer.understood_as


def _things(text: str) -> set[str]:
    return {stem(word) for word in subject_words(text)}


def _years(periods: tuple[Period, ...]) -> set[tuple[int, int]]:
    return {(period.first, period.last) for period in periods}
