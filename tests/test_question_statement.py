"""A yes-or-no question is turned into the statement that it asks about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.statement import statement_of


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Is the mill a museum?", "The mill is a museum."),
        ("is it a mill?", "It is a mill."),
        ("Are rents rising?", "Rents are rising."),
        ("Has the old mill been sold?", "The old mill has been sold."),
        ("Can Ann Lee sell the mill?", "Ann Lee can sell the mill."),
        ("Can visitors bring dogs?", "Visitors can bring dogs."),
        ("Does the mill sell flour?", "The mill sell flour."),
        ("And was the flour paid for by the council?", "The flour was paid for by the council."),
        ("Is the owner of the mill in Oakworth?", "The owner of the mill is in Oakworth."),
        ("Are there enough millers?", "There are enough millers."),
        ("Is it true that the mill is open?", "The mill is open."),
    ],
)
def test_question_becomes_what_it_asks_to_be_true(question: str, statement: str) -> None:
    """The verb stands behind whom the question is about, and all other words stay as they are."""
    assert statement_of(question) == statement


@pytest.mark.parametrize("question", ["What is the mill?", "Why?", "", "Is it?", "The mill is open"])
def test_what_is_no_such_question_is_no_statement(question: str) -> None:
    """What asks for something else, or is too short to say anything, has no statement."""
    assert statement_of(question) is None


_WORDS = st.lists(st.sampled_from("the mill of Ann sold and still running for a big".split()), min_size=2)


@given(st.sampled_from(["is", "have", "can", "did"]), _WORDS)
def test_no_word_is_lost_or_added(auxiliary: str, rest: list[str]) -> None:
    """A statement has the words of its question, but for "do", and no others."""
    said = statement_of(" ".join([auxiliary, *rest]))

    kept = rest if auxiliary == "did" else [auxiliary, *rest]
    assert said is not None
    assert sorted(said.rstrip(".").lower().split()) == sorted(word.lower() for word in kept)
