"""Sums of money in sentences: told of what they are for, and of nothing else."""

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan
title: Harbour and Fishing Plan 2021-2024
kind: plan
author: "Robert Hale, Harbour and Fishing Commissioner"
date: "2021-05"
---

# The harbour

## Money

My total budget in 2021-22 is £640,000. I have allocated the lifeboat crew a budget of £310,000.
This leaves £330,000 for services and my office costs.

I have also received £70,000 from the county, making my additional budget £90,000. It goes to:

- £55,000 to buy services that keep the quays safe and help swimmers;
- £35,000 to my office;
- £12,000 to my yard. This pays the crew, and their tools.

## Aims

We want to tackle litter, make mooring safer, and teach every child to swim. Fishing has changed.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan with several sums, by a commissioner whose title says “fishing”."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"plan.md": PLAN}, folder)


@pytest.mark.parametrize(
    "question",
    [
        "How much is spent on litter?",
        "How much is spent on fishing?",
        "How much of the budget is set aside for mooring safety?",
        "What did it cost to teach every child?",
    ],
)
def test_sum_for_another_thing_is_not_told(harbour: Assistant, question: str) -> None:
    """No sum is told of a thing that the plan speaks of elsewhere, nor for a word of its author's title."""
    answer = harbour.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "£" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much goes to the lifeboat crew?", "£310,000"),
        ("How much is spent on Robert Hale's office?", "£35,000"),
        ("How much goes on running the Commissioner's own office?", "£35,000"),
        ("How much is spent on the crew of the commissioner's yard?", "£12,000"),
        ("How much is spent on helping swimmers?", "£55,000"),
    ],
)
def test_sum_is_told_of_what_it_is_for(harbour: Assistant, question: str, told: str) -> None:
    """A sum whose sentence, or list, says what it is for is told, by whatever name its author goes."""
    answer = harbour.ask(question)

    assert answer.status is Status.ANSWERED
    assert told in answer.text


def test_sum_beside_another_is_not_that_other(tmp_path: Path) -> None:
    """“In addition to the gift from the guild, I keep £12,000” gives no sum for the gift."""
    plan = (
        PLAN.split("## Aims")[0]
        + """In addition to the gift from the Net Guild, I keep about £12,000 of the dues.

The Net Guild gives £4,000 a year.
"""
    )
    answer = answering_from({"harbour.md": plan}, tmp_path).ask("How much is the gift from the Net Guild?")

    assert "£12,000 of the dues" not in answer.text
