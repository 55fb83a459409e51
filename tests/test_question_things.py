"""Two things that a question sets side by side are each asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.things import things_of
from assistant.question.understand import compares


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "What is the difference between the fee and the fine in 2018/19?",
            "What is the fee in 2018/19?",
            "What is the fine in 2018/19?",
        ),
        ("Compare the fee with the fine.", "What is the fee?", "What is the fine?"),
        (
            "Which is bigger, the fee or the fine, in 2018?",
            "What is the fee in 2018?",
            "What is the fine in 2018?",
        ),
        (
            "Which was higher in 2018, the fee or the fine?",
            "What is the fee in 2018?",
            "What is the fine in 2018?",
        ),
        ("Is the fee more than the fine in 2018?", "What is the fee in 2018?", "What is the fine in 2018?"),
        ("By how much does the fee exceed the fine?", "What is the fee?", "What is the fine?"),
        ("Did the fee exceed the fine in 2018?", "What is the fee in 2018?", "What is the fine in 2018?"),
        ("Is the fee equal to the fine?", "What is the fee?", "What is the fine?"),
        ("How does the fee compare with the fine?", "What is the fee?", "What is the fine?"),
        ("How does a moor differ from a fen?", "What is a moor?", "What is a fen?"),
        (
            "How much more is the fee than the fine in 2020?",
            "What is the fee in 2020?",
            "What is the fine in 2020?",
        ),
        (
            "Compare the mayor's role with the clerk's",
            "What is the mayor's role?",
            "What is the clerk's role?",
        ),
        (
            "What's the difference between the role of the mayor and that of the clerk?",
            "What is the role of the mayor?",
            "What is the role of the clerk?",
        ),
        (
            "What is the difference between what the mayor does and what the clerk does?",
            "What the mayor does?",
            "What the clerk does?",
        ),
        (
            "Compare the fee in 2018 with the fine in 2019",
            "What is the fee in 2018?",
            "What is the fine in 2019?",
        ),
    ],
)
def test_each_thing_is_asked_about(question: str, first: str, second: str) -> None:
    """A comparison of two things asks about each, with the words and the year that they share."""
    assert things_of(question) == (first, second)


@pytest.mark.parametrize(
    "question",
    [
        "What is the fee?",
        "How has the fee changed between 2015 and 2018?",
        "What is the difference between the fee in 2015 and in 2018?",
        "How does the club compare with other clubs?",
        "What is the difference between the new rules and the old rules?",
        "What was said between the mayor and the clerk?",
        "",
    ],
)
def test_other_questions_compare_no_things(question: str) -> None:
    """A question about one thing, or about two times of it, is left alone."""
    assert things_of(question) == ()


def test_what_is_outside_the_documents_is_no_side() -> None:
    """Documents are set side by side for a change, and not for “compare with other clubs”."""
    assert compares("How do the two plans compare?")
    assert not compares("How does the club compare with other clubs?")
    assert not compares("How does the fee compare to the national average?")


@given(st.text(max_size=80))
def test_any_text_has_two_things_or_none(text: str) -> None:
    """Whatever was typed, two questions come of it or none."""
    assert len(things_of(text)) in (0, 2)
