"""An answer that may be none is told with a word of doubt."""

from dataclasses import replace

import pytest

from assistant.answer.decide import LIMITS, confidence, is_sure
from assistant.answer.wording import UNSURE
from assistant.chain import Assistant
from assistant.types import Status
from eval.score import words

DOUBTFUL = [
    "What happens to broken toasters?",
    "How do people get to a library?",
    "What help is there for people who cannot read?",
]


@pytest.mark.parametrize("question", DOUBTFUL)
def test_answer_that_may_be_none_says_so_first(library: Assistant, question: str) -> None:
    """Where the nearest passage hardly answers, that is said before it is quoted, within the usual length."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(f"{UNSURE}\n")
    assert words(answer) <= 120
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Head of Libraries?",
        "What are the priorities?",
        "What is the aim?",
        "How much was spent on staff in 2021/22?",
        "How many branches are there?",
    ],
)
def test_plain_answer_is_told_without_doubt(library: Assistant, question: str) -> None:
    """What surely answers, a figure of a table or what a heading names, is told with no such word."""
    answer = library.ask(question)

    assert answer.citations
    assert UNSURE not in answer.text


def test_refusal_holds_no_doubt(library: Assistant) -> None:
    """A refusal says that there is no answer, and not that it may be one."""
    assert UNSURE not in library.ask("Who won the football world cup?").text


def test_reader_alone_makes_no_answer_sure(library: Assistant) -> None:
    """What holds hardly a word of the question is told with doubt, however sure the reader is of it."""
    query, evidence = library.weighed("How many branches are there?")
    hardly = replace(evidence[0], coverage=0.15)

    assert is_sure(query, evidence[0])
    assert confidence(query, hardly) >= LIMITS.sure
    assert not is_sure(query, hardly)
