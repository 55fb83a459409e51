"""A follow-up about another document asks the same of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.other_document import of_other_document


@pytest.mark.parametrize(
    ("previous", "question", "asked"),
    [
        (
            "How many aims does the plan have?",
            "And the older one?",
            "How many aims does the older plan have?",
        ),
        ("What are the aims in the plan?", "and in the 2015 plan", "What are the aims in the 2015 plan?"),
        ("What are the aims in the 2018 plan?", "And the previous?", ""),
        (
            "What does the 2018 report say of fees?",
            "What about the one from 2014?",
            "What does the 2014 report say of fees?",
        ),
        ("Who runs the ferry?", "what about in the old plan?", "Who runs the ferry in the old plan?"),
        ("What was the plan's aim in 2015?", "and the latest one?", "What was the latest plan's aim?"),
    ],
)
def test_same_is_asked_of_the_other_document(previous: str, question: str, asked: str) -> None:
    """The document that the question before named makes way for the one that is named now."""
    assert of_other_document(question, previous) == asked


@pytest.mark.parametrize(
    "question",
    [
        "And the older members?",
        "What does the old plan say about dogs?",
        "And the year after?",
        "the second one",
        "",
    ],
)
def test_other_follow_ups_are_left_alone(question: str) -> None:
    """A question with a subject of its own, and one that names no document, is not rewritten."""
    assert of_other_document(question, "What are the aims in the plan?") == ""


def test_one_that_is_no_document_is_left_alone() -> None:
    """After a question that names no document, "the older one" is a thing and not a document."""
    assert of_other_document("And the older one?", "How long is the ferry?") == ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_taken(question: str, previous: str) -> None:
    """Whatever was typed, nothing breaks."""
    assert isinstance(of_other_document(question, previous), str)
