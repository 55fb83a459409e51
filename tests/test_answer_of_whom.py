"""Whose deeds and posts a piece tells of: those of its author, or of somebody it calls he or she."""

from pathlib import Path

import pytest

from assistant.answer import wording
from assistant.answer.posts import is_the_authors_own
from assistant.chain import Assistant
from assistant.types import ANSWERING
from tests.allotment import answering_from
from tests.library import converse

PLAN = """---
id: harbour-plan
title: Harbour Plan
kind: plan
author: "Robert Hale, Harbour Commissioner"
date: "2021-05"
---

# The people

## My role

I am Robert Hale, and I lead the harbour. I am Chair of the Lifeboat Trust.

I spend a day each week with the fishing crews. I set aims for the harbour master every year, and see her
every month. This happens at my monthly meetings with the harbour master.

## Harbour master

The harbour master, Susan Pike, keeps the boats moving and the quays safe for all who use them.

I have set up further meetings that help me to hold the harbour master to account. These include:

- Rope Inspections;
- the Quay Walk.

The Tide Panel keeps watch on my work, and reads all that I publish.

She holds several posts elsewhere, including:

- Chair of the Pilots Board
- Head of the Tug Crews Circle
- Secretary of the Tide Society
"""


VICTIMS = """---
id: help-plan
title: Help Plan
kind: plan
date: "2021-05"
---

# Help for victims

## The hub

The hub trains volunteers. It supports victims by giving them the chance to hear from those who did it.

There is evidence that it helps victims to cope and recover.

## After a flood

We lend victims of floods a dry room, and we help them to write to their insurers.

## Money

We set the moorings levy (a share of what each berth earns) every spring.

The two main sources of money are the moorings levy and the fish market.

Collecting the moorings levy takes two days.

| | 2020/21 £000 | 2021/22 £000 |
|---|---|---|
| Spending | 410 | 425 |
"""


@pytest.fixture(scope="module")
def help_plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan that says what is done for victims, and for those of one thing."""
    folder: Path = tmp_path_factory.mktemp("help")
    return answering_from({"help.md": VICTIMS}, folder)


def test_victims_of_a_thing_are_told_of_that_thing(help_plan: Assistant) -> None:
    """What is done for all victims is not told as what is done for those of one thing."""
    assert "dry room" in help_plan.ask("How are victims of floods helped?").text
    assert "hear from those" not in help_plan.ask("How are victims of theft helped?").text
    assert "hear from those" in help_plan.ask("How are victims supported?").text


def test_meaning_in_brackets_explains_a_word(help_plan: Assistant) -> None:
    """“What is the levy?” is told by the sentence that explains the word in brackets."""
    told = help_plan.ask("What is the levy?")

    assert (
        told.citations[0].quote == "We set the moorings levy (a share of what each berth earns) every spring."
    )


def test_largest_part_of_a_sum_is_not_the_sum(help_plan: Assistant) -> None:
    """What most of a sum goes on is no row with the whole of it."""
    assert "425" in help_plan.ask("What is the spending in 2021/22?").text
    assert "425" not in help_plan.ask("What is the biggest part of the spending?").text


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan that its author wrote in the first person, and that tells of another."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"harbour.md": PLAN}, folder)


def test_posts_of_another_are_not_the_authors(harbour: Assistant) -> None:
    """What a plan says that “she” holds is never told of the plan's author, by name or after a pronoun."""
    named = harbour.ask("Does Robert Hale chair the Pilots Board?")
    meant = converse(harbour, "Who is Robert Hale?", "Does he chair anything?")

    assert "Pilots" not in named.text
    assert "Pilots" not in meant.text
    assert "Lifeboat Trust" in meant.text


@pytest.mark.parametrize(
    "question", ["Is Robert Hale the harbour master?", "Is Susan Pike the harbour commissioner?"]
)
def test_who_meets_somebody_is_not_that_person(harbour: Assistant, question: str) -> None:
    """“Yes” to “is he the harbour master?” needs a sentence that says what he is, not whom he meets."""
    assert not harbour.ask(question).text.startswith(wording.YES)


@pytest.mark.parametrize(
    "question", ["How is the Harbour Commissioner held to account?", "Who holds the commissioner to account?"]
)
def test_who_is_held_to_account_is_not_who_holds(harbour: Assistant, question: str) -> None:
    """Asked how the author is held to account, nobody is told how he holds another to account."""
    assert "harbour master to account" not in harbour.ask(question).text
    assert "harbour master to account" in harbour.ask("How is the harbour master held to account?").text


def test_posts_are_told_of_who_holds_them(harbour: Assistant) -> None:
    """Asked about the person herself, by whatever form of her name, the posts are told."""
    answer = harbour.ask("Which posts does Sue Pike hold elsewhere?")

    assert answer.status in ANSWERING
    assert "Pilots Board" in answer.text


def test_what_the_author_does_is_not_told_of_another(harbour: Assistant) -> None:
    """“I spend a day …” tells nothing about how much time somebody else spends."""
    asked = "How much time does the {post} spend with the fishing crews each week?"

    assert "day each week" in harbour.ask(asked.format(post="harbour commissioner")).text
    assert "day each week" not in harbour.ask(asked.format(post="harbour master and director")).text


@pytest.mark.parametrize(
    ("question", "text", "is_own"),
    [
        ("What does the treasurer promise?", "I promise a new shed.", True),
        ("What does the chair promise?", "I promise a new shed.", False),
        ("What does the treasurer promise?", "I meet the treasurer in May.", False),
        ("Does the treasurer get a rise?", "I told her that I agree.", False),
        ("Does the plan want officer numbers to rise?", "I want more of them.", False),
        ("What is promised?", "I promise a new shed.", False),
    ],
)
def test_first_person_tells_of_the_author(question: str, text: str, is_own: bool) -> None:
    """“I” is the author: no deed of the post asked about, unless the piece names that or points at it."""
    assert is_the_authors_own(question, text, "Ann Lee, Chair") is is_own


DATED = """---
id: ferry-plan
title: Ferry Plan
kind: plan
date: "2018-07"
---

# Ferry Plan

The NFP plan for the ferry was published in January 2018.

The timetable was published in March 2018.
"""


@pytest.mark.parametrize(
    ("question", "is_so"),
    [
        ("Was the timetable published in March 2018?", True),
        ("Was the timetable published in April 2018?", False),
        ("Was the NFP plan published in January 2018?", True),
        ("Was the NFP plan published in June 2018?", False),
        ("Was the plan published in January 2018?", False),
    ],
)
def test_another_month_or_paper_is_no_yes(tmp_path: Path, question: str, is_so: bool) -> None:
    """“Yes” to “was it published in June?” needs that month, and of “the plan” no “NFP plan” tells."""
    answer = answering_from({"ferry.md": DATED}, tmp_path).ask(question)

    assert answer.text.startswith(wording.YES) is is_so
