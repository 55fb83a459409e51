"""Whose tasks are told: of two people with one plan, those of the one asked about."""

from pathlib import Path

import pytest

from assistant.chain import Assistant
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan
title: Harbour Plan
kind: plan
author: "Robert Hale, Harbour Commissioner"
date: "2021-05"
---

# The people

## Roles and responsibilities

The roles and responsibilities of the Commissioner and the Chief Pilot are distinct.

As well as meeting the Chief Pilot each week on behalf of the crews, my role involves:

- Appointing the Chief Pilot, and calling on her to retire if the quays are not safe;
- Setting the mooring fees;
- Addressing complaints about the Chief Pilot.

## Chief Pilot

The Chief Pilot, Susan Pike, keeps the boats moving.

She is responsible for the safe passage of every boat between the quays and the open sea.

## Keeping watch

I have set up further checks on how the Chief Pilot carries out her duty. These include:

- Tide Committee;
- Rope Inspections.

The Harbour Panel has a number of powers, including to:

- Review my conduct;
- Confirm my choice of Chief Pilot.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan that tells of its author's tasks and of another's."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"harbour.md": PLAN}, folder)


@pytest.mark.parametrize(
    "question",
    [
        "What is the Chief Pilot's job?",
        "What is the role of the chief pilot?",
        "What does the Chief Pilot do?",
        "What are the responsibilities of the Chief Pilot?",
        "What powers does the Chief Pilot have?",
    ],
)
def test_tasks_of_another_are_not_told(harbour: Assistant, question: str) -> None:
    """Asked what somebody is there for, neither the author's tasks nor a panel's powers are told."""
    said = harbour.ask(question).text

    assert not any(other in said for other in ("mooring fees", "Appointing", "Review my conduct", "Tide"))


@pytest.mark.parametrize(
    "question", ["What is the Chief Pilot's job?", "What does the Chief Pilot actually do?"]
)
def test_job_is_what_somebody_is_responsible_for(harbour: Assistant, question: str) -> None:
    """A job, asked for in everyday words, is told by the sentence that says “is responsible for”."""
    assert "safe passage of every boat" in harbour.ask(question).text


def test_own_tasks_are_told_of_the_author(harbour: Assistant) -> None:
    """What the author calls “my role” is told of the post that he holds, as the whole list that it is."""
    said = harbour.ask("What are the duties of the Commissioner?").text

    assert "Setting the mooring fees" in said
    assert "Addressing complaints" in said


def test_difference_between_two_posts_is_what_each_is_responsible_for(harbour: Assistant) -> None:
    """Asked how two posts differ, the tasks of each are told."""
    said = harbour.ask("What is the difference between the Commissioner and the Chief Pilot?").text

    assert "my role involves" in said
    assert "safe passage of every boat" in said


@pytest.mark.parametrize(
    "question",
    [
        "What does the Harbour Commissioner do?",
        "What is the role of the commissioner?",
        "What does a harbour commissioner do?",
    ],
)
def test_job_that_is_told_in_a_list_is_told_whole(harbour: Assistant, question: str) -> None:
    """Asked what somebody's role is, all that it involves is told, and not the nearest item alone."""
    said = harbour.ask(question).text

    for task in ("Appointing the Chief Pilot", "Setting the mooring fees", "Addressing complaints"):
        assert task in said
