"""A year between a plan's first and last: its aims hold, but its people and figures are of its date."""

import pytest

from assistant.chain import Assistant
from assistant.types import Status
from tests.library import converse


@pytest.mark.parametrize(
    ("year", "document", "aim"),
    [("2020", "library-plan-2019", "reading groups"), ("2024", "library-plan-2022", "reading garden")],
)
def test_aims_hold_while_the_plan_is_in_force(library: Assistant, year: str, document: str, aim: str) -> None:
    """The plan in force in a year answers for what it aims at then."""
    answer = library.ask(f"What are the priorities in {year}?")

    assert answer.status is Status.ANSWERED
    assert aim in answer.text
    assert {citation.source.info.id for citation in answer.citations} == {document}


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Who was the Head of Libraries in 2022?", Status.ANSWERED),
        ("Who was the Head of Libraries in 2024?", Status.NOT_IN_DOCUMENTS),
    ],
)
def test_post_is_held_only_at_the_plan_s_date(library: Assistant, question: str, status: Status) -> None:
    """A plan names people as of its own date: it does not say who holds a post two years later."""
    assert library.ask(question).status is status


@pytest.mark.parametrize(
    "questions",
    [
        ("How many branches are there now?",),
        ("How many branches were there in 2019?", "And how many are there today?"),
    ],
)
def test_now_is_told_by_the_plan_in_force(library: Assistant, questions: tuple[str, ...]) -> None:
    """Asked about today, the plan that has not been replaced answers, though a report is newer still."""
    answer = converse(library, *questions)

    assert answer.status is Status.ANSWERED
    assert "21 branches" in answer.text
    assert "24 branches" not in answer.text


def test_month_of_a_document_is_known_by_its_date(library: Assistant) -> None:
    """Asked about a month, the document of that month answers, though no sentence in it says so."""
    answer = library.ask("How many branches were there in February 2022?")

    assert answer.status is Status.ANSWERED
    assert "21 branches" in answer.text
