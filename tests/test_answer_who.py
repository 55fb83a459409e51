"""Who does something may be told by the words above a list, and need not be in the item that is quoted."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from assistant.chain import Assistant
from assistant.question.kinds import Kind, asked_for, asks_who_does, kind_of
from assistant.types import ANSWERING, Status
from tests.allotment import answering_from

HARBOUR = """---
id: harbour
title: Harbour Plan
publisher: Larkwater Harbour
date: 2023-04
---

# Harbour Plan

## The committee

The harbour committee has powers over the fish market and its traders, including to:

- grant a licence;
- take a licence away;
- set the hours;
- look at scales and boxes without notice.

The committee meets in the old customs house. Its chair is elected in May. The pilots and their families meet
every month in the chapel.

## The fish market

The fish market is open from five in the morning. It has forty stalls.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant that answers from the harbour's plan alone."""
    with closing(answering_from({"harbour.md": HARBOUR}, tmp_path_factory.mktemp("harbour"))) as assistant:
        yield assistant


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


@pytest.mark.parametrize(
    "question",
    [
        "Who may sell the reading garden?",
        "Who publishes the school's exam results?",
        "Who asks for the museum's rent at meetings?",
        "Who visits a prisoner without notice to see that the cells are clean?",
    ],
)
def test_list_of_what_one_body_does_names_nobody_else(library: Assistant, question: str) -> None:
    """A list of powers is no answer to who does what it does not hold, or does it to another's."""
    assert library.ask(question).status not in ANSWERING


def test_further_power_is_quoted_only_for_words_of_its_own(harbour: Assistant) -> None:
    """Of a list of powers, no second one is quoted for no more than the words above them all."""
    answer = harbour.ask("Can the harbour committee inspect the traders of the fish market?")

    assert answer.status is Status.ANSWERED
    assert len(answer.citations) == 2, "the words above the list, and one power"
    assert "set the hours" not in answer.text


def test_list_is_not_told_again_after_its_item(harbour: Assistant) -> None:
    """Where an item is quoted with the words above the list, these do not bring the list once more."""
    answer = harbour.ask("Does the harbour committee have power over licences of traders in the fish market?")

    assert answer.text.count("grant a licence") == 1


def test_habit_of_another_is_not_told(harbour: Assistant) -> None:
    """Asked how often somebody does a thing, how often another does it is no answer."""
    assert "every" in harbour.ask("How often do the pilots meet?").text
    assert harbour.ask("How often does the harbour master meet?").status not in ANSWERING


@pytest.mark.parametrize("question", ["Who can use it?", "Who is it for?", "Who is eligible for the grant?"])
def test_for_whom_a_thing_is_asks_for_no_name(question: str) -> None:
    """Asked who may use a thing, the name of whoever set it up is no better an answer than any."""
    assert kind_of(question) is not Kind.PERSON
    assert kind_of("Who can close a branch?") is Kind.PERSON


def test_word_body_is_not_what_is_looked_for() -> None:
    """Asked which body decides, the thing asked for is neither a body nor the deed."""
    assert asked_for("Which body decides on complaints?") == ("body",)
    assert asked_for("Which organisation helped with the move?") == ("organisation",)
    assert asked_for("Which night buses run on Sunday?") == ("night", "buses")


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
