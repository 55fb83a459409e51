"""Answers to “why”: the sentence that says what is asked about, with the one after it that explains it."""

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan
title: Harbour Plan 2021-2024
kind: plan
author: "Robert Hale, Harbour Commissioner"
date: "2021-05"
supersedes: [harbour-report]
---

# The harbour

## My title

In 2019, I put the word ‘people’ into my title. The needs of those who work here are at its heart.
They are seldom asked.

## The plan

Now, half way through my term, I am taking the opportunity to refresh my Harbour Plan. It looks to 2024.

The refreshed Harbour Plan has these aims:

- Keep the quays clean
- Teach every child to swim

The moorings were moved because the old chains had rusted. They now lie by the lighthouse.

## Dues

The Commissioner will go on asking, with people of weight near and far, for changes in law such as lower dues.
"""
REPORT = """---
id: harbour-report
title: "Report to the Harbour Committee, 3 May 2017"
kind: report
author: "Robert Hale, Harbour Commissioner"
date: "2017-05-03"
---

# Harbour Committee

### Purpose

To help members to choose a new ferry before the plan is refreshed.

### Dues

The Harbour Commissioner backs lower dues.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan that tells why things were done, and an older report."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"plan.md": PLAN, "report.md": REPORT}, folder)


def test_reason_may_stand_in_the_sentence_after(harbour: Assistant) -> None:
    """Where a sentence only says what was done, the one after it is quoted with it."""
    answer = harbour.ask("Why did the Commissioner put the word people into his title?")

    assert answer.citations[0].quote == (
        "In 2019, I put the word ‘people’ into my title. The needs of those who work here are at its heart."
    )


def test_reason_that_is_given_needs_no_more(harbour: Assistant) -> None:
    """A sentence that says why itself stands alone."""
    answer = harbour.ask("Why were the moorings moved?")

    assert answer.citations[0].quote == "The moorings were moved because the old chains had rusted."


@pytest.mark.parametrize(
    "question",
    ["Why was the plan refreshed?", "Why has the plan been updated?", "Why was the plan refreshed in 2021?"],
)
def test_why_a_plan_was_refreshed_is_not_what_it_contains(harbour: Assistant, question: str) -> None:
    """No item of the plan, nor its title, nor the purpose of another paper says why it was made."""
    answer = harbour.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote.startswith("Now, half way through my term")
    assert "quays clean" not in answer.text
    assert "choose a new ferry" not in answer.text


def test_current_document_speaks_before_an_older_one(harbour: Assistant) -> None:
    """What an older document says in words nearer to the question comes after what holds now."""
    answer = harbour.ask("Does the Commissioner back lower dues?")

    assert answer.citations[0].passage.document == "harbour-plan"
    assert "older document" not in answer.text
