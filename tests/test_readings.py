"""A question that fits several things is asked back, with readings that are themselves answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain import Assistant
from assistant.readings import Reading
from assistant.types import Status
from tests.allotment import answering_from

FUNDS = """---
title: Harbour Plan 2024-2027
kind: plan
date: "2024-03"
---

# Harbour Plan

## Money

The Lantern Repair Fund pays for new lamps on the pier. It holds £4,000.

The Young Sailors Fund pays for lessons in small boats. It holds £7,500.

## People

Nadia Bell is Chair of the Harbour Board. Omar Price is Chair of the Sailing Council.

## Boats

The ferry sails at noon. It carries forty people and six bicycles.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from a plan in which two funds and two chairs are named."""
    return answering_from({"harbour-plan.md": FUNDS}, tmp_path_factory.mktemp("harbour"))


def test_word_that_is_short_for_several_names_is_asked_back(harbour: Assistant) -> None:
    """Where two things are called so, the reader chooses by their whole names."""
    answer = harbour.ask("What is the fund?")

    assert answer.status is Status.NEEDS_CLARIFICATION
    assert set(answer.suggestions) == {
        "What is the Lantern Repair Fund?",
        "What is the Young Sailors Fund?",
    }
    assert answer.text
    assert not answer.citations


def test_every_reading_is_answered_and_each_from_another_place(harbour: Assistant) -> None:
    """A reading that is clicked leads to an answer, and no two to the same one."""
    answers = [harbour.ask(reading) for reading in harbour.ask("What is the fund?").suggestions]

    assert {answer.status for answer in answers} == {Status.ANSWERED}
    assert len({answer.citations[0].start for answer in answers}) == len(answers)


@pytest.mark.parametrize(
    "question",
    [
        "What is the Lantern Repair Fund?",
        "Who is Chair of the Harbour Board?",
        "How many bicycles does the ferry carry?",
    ],
)
def test_clear_question_is_answered_at_once(harbour: Assistant, question: str) -> None:
    """A question with one answer is not asked back."""
    assert harbour.ask(question).status is Status.ANSWERED


@pytest.mark.parametrize(
    "question", ["What are the priorities?", "Who is the Head of Libraries?", "self-service desks"]
)
def test_question_about_one_thing_is_not_asked_back(library: Assistant, question: str) -> None:
    """The newest document's word for a thing is enough, though others speak of it too."""
    assert library.ask(question).status is Status.ANSWERED


def test_vague_question_is_asked_back_with_questions_that_are_answered(library: Assistant) -> None:
    """A question too vague to answer offers two or three that the nearest passages answer."""
    answer = library.ask("What about money?")

    assert answer.status is Status.NEEDS_CLARIFICATION
    assert 2 <= len(answer.suggestions) <= 3
    assert all(library.ask(reading).status is Status.ANSWERED for reading in answer.suggestions)


def test_words_without_a_subject_are_asked_back(library: Assistant) -> None:
    """What asks for nothing at all is asked back with examples."""
    answer = library.ask("tell me about it")

    assert answer.status is Status.NEEDS_CLARIFICATION
    assert answer.suggestions


@given(st.text(), st.text(), st.text())
def test_reading_is_answered_by_whatever_holds_its_name(before: str, name: str, after: str) -> None:
    """A quote answers a reading where it holds the name in capitals or not, with either apostrophe."""
    assert Reading("What is it?", name).is_answered_by(f"{before} {name} {after}")
