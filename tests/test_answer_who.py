"""Who does something may be told by the words above a list, and need not be in the item that is quoted."""

import pytest

from assistant.chain import Assistant
from assistant.question.kinds import Kind, asks_who_does
from assistant.types import ANSWERING, Status


@pytest.mark.parametrize(
    ("question", "power"),
    [
        ("Who visits branches?", "visit any branch without notice"),
        ("Who may recommend closing a branch?", "recommend that a branch be closed or moved"),
        ("Who publishes reports on the service?", "publish a report on any part of the service"),
    ],
)
def test_who_does_it_is_told_by_the_words_above_the_list(
    library: Assistant, question: str, power: str
) -> None:
    """Asked who does a thing, an item of what a body may do answers, with the words that name the body."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert "The committee may:" in answer.text
    assert power in answer.text


def test_list_of_what_one_body_does_names_nobody_else(library: Assistant) -> None:
    """A list of powers is no answer to who does what it does not hold."""
    assert library.ask("Who may sell the reading garden?").status not in ANSWERING


@pytest.mark.parametrize(
    ("question", "does"),
    [
        ("Who checks the accounts?", True),
        ("Who is responsible for the keys?", True),
        ("Who is the chair?", False),
        ("Who's your head of libraries?", False),
    ],
)
def test_doer_is_told_from_a_person(question: str, does: bool) -> None:
    """A question who does a thing is not one for which person holds a post."""
    assert asks_who_does(Kind.PERSON, question) is does
