"""Whether something rises or falls: told of that thing, as it is, and not as it is wished for."""

from pathlib import Path

import pytest

from assistant.answer import wording
from assistant.answer.decide import obstacle
from assistant.answer.evidence import MUST_SHOW
from assistant.answer.refuse import refuse
from assistant.chain import Assistant
from assistant.question.everyday import plain
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan
title: Seaport Harbour Plan 2021-2024
kind: plan
publisher: Seaport Harbour Office
author: "Robert Hale, Harbour Commissioner"
date: "2021-05"
---

# Seaport Harbour Plan

Seaport Harbour Plan on a Page 2021-2024

VISION: Seaport is a harbour where every boat is safe, theft is low and visitors feel welcome.

## How it stands

Since 2019 there have been two surveys, and recorded theft has been rising.
Trust stays high, although the number of visitors has been falling.

Harbour Guard will serve the harbour shops.

## Public confidence

The Keep Afloat line adds more: it lets the office send news to crews.
It also enables the public to send word to the harbour office, quickly and without a name.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan with a vision of low theft, where theft rises and something else falls."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"plan.md": PLAN}, folder)


@pytest.mark.parametrize(
    "question",
    [
        "Has theft gone up?",
        "Is theft falling?",
        "Is theft going up or down in Seaport?",
        "Did theft go down?",
    ],
)
def test_trend_is_that_of_the_thing_as_it_is(harbour: Assistant, question: str) -> None:
    """Whichever way is asked about, the sentence on that thing answers: no wish, and nothing else's trend."""
    answer = harbour.ask(question)

    assert "recorded theft has been rising" in answer.citations[0].quote
    assert "theft is low" not in answer.text
    assert "on a Page" not in answer.text


@pytest.mark.parametrize("question", ["Is shop theft going up?", "Has boat theft risen since 2019?"])
def test_trend_of_all_is_not_that_of_one_kind(harbour: Assistant, question: str) -> None:
    """That theft of every sort rises is no answer to whoever asks about one sort."""
    assert "rising" not in harbour.ask(question).text


def test_heading_does_not_make_a_yes(harbour: Assistant) -> None:
    """“Yes” is not said for a word of the heading: “it” stands only for what is asked about."""
    answer = harbour.ask("Is the public confident in the harbour office?")

    assert not answer.text.startswith("Yes")


def test_name_does_not_make_a_yes(harbour: Assistant) -> None:
    """A name that has the words of the question (“Harbour Guard”) is not what is asked (“is it guarded?”)."""
    answer = harbour.ask("Is the harbour guarded?")

    assert not answer.text.startswith("Yes")


def test_vision_is_told_to_whoever_asks_for_it(harbour: Assistant) -> None:
    """What is wished for is told as the vision that it is."""
    assert "theft is low" in harbour.ask("Does the vision say anything about theft?").text
    assert "theft is low" in harbour.ask("What is the vision?").text


def test_refusal_for_a_wish_has_words(harbour: Assistant) -> None:
    """Where nothing but a wish is near a question of whether it is so, that is refused, and does not fail."""
    query, evidence = harbour.weighed("Is theft low?")
    wish = next(found for found in evidence if "theft is low" in found.text)
    verdict = obstacle(query, wish)

    assert verdict
    assert refuse(query, verdict, [wish]).text == wording.NOT_FOUND
    assert set(wording.WANTED) == MUST_SHOW  # so that what is said to be lacking has a name


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Has the rent gone up since 2019?", "Has the rent risen since 2019?"),
        ("Why are fares going down?", "Why are fares falling?"),
        ("May I go up to the lighthouse?", "May I go up to the lighthouse?"),
        ("Who went down the well?", "Who went down the well?"),
        ("Do fares go up or down?", "Do fares go up or down?"),
        ("Who keeps an eye on the mayor?", "Who scrutinises the mayor?"),
        ("Who kept the last mayor in check?", "Who scrutinised the last mayor?"),
        ("Will he keep dues in line with wages?", "Will he keep dues in line with wages?"),
        ("Why does he keep a close eye on dues?", "Why does he keep a close eye on dues?"),
    ],
)
def test_turns_of_phrase_are_read_as_papers_write_them(asked: str, read: str) -> None:
    """“Going up” is rising where it ends what is asked; to keep an eye on somebody is to scrutinise them."""
    assert plain(asked) == read


def test_short_form_is_mended_to_its_plural_as_it_is_written(tmp_path: Path) -> None:
    """A short form that the documents have in the plural keeps its small “s”."""
    wardens = PLAN.replace("Trust stays high", "The HBWOs patrol at night. Trust stays high")
    answer = answering_from({"plan.md": wardens}, tmp_path).ask("When do HBWO patrol?")

    assert "HBWOS" not in answer.understood_as
