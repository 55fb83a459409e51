"""What a document is about: what it says itself that it is for, and its parts."""

from pathlib import Path

import pytest

from assistant.answer import wording
from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan
title: Harbour Plan 2021
kind: plan
date: "2021-05"
---

# Harbour Plan 2021

## Foreword

It has been a good year for the boats.

This plan sets out what we will do for the harbour until 2024.

## Moorings

There are sixty moorings.

## Safety

Every boat has a light.
"""
REPORT = """---
id: harbour-report
title: Report to the Harbour Board
kind: report
date: "2020-03"
---

# Harbour Board

## Moorings in winter

### Purpose

To ask the board to agree the winter moorings.

### Background

Storms have grown worse.

### Recommendation

That the board agrees.

## Contact

Ann Lee, telephone 01234 567890.
"""
NOTE = """---
id: harbour-note
title: Harbour Note
kind: note
date: "2019-03"
---

# Harbour Note

The plan covers the quays and the boats.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan, a report and a note."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"plan.md": PLAN, "report.md": REPORT, "note.md": NOTE}, folder)


@pytest.mark.parametrize(
    "question",
    [
        "What is the plan about?",
        "what does the plan cover?",
        "What's in the harbour plan?",
        "Which topics does the 2021 plan deal with?",
        "Give me a short summary of the plan",
        "What are the main points of the plan?",
    ],
)
def test_document_is_told_by_what_it_is_for_and_its_parts(harbour: Assistant, question: str) -> None:
    """Asked what a plan is about, its own words on that are quoted, and all its headings told in order."""
    answer = harbour.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.text.split("\n")[1:] == [
        "“This plan sets out what we will do for the harbour until 2024.” [1]",
        wording.PARTS,
        "- Foreword [2]",
        "- Moorings [3]",
        "- Safety [4]",
    ]
    assert [cited.passage.section[-1] for cited in answer.citations[1:]] == ["Foreword", "Moorings", "Safety"]


def test_purpose_is_what_stands_under_that_heading(harbour: Assistant) -> None:
    """A report is about what it gives as its purpose; where it has few parts, those below are told."""
    lines = harbour.ask("What is the 2020 report about?").text.split("\n")

    assert lines[1] == "“To ask the board to agree the winter moorings.” [1]"
    assert [line.split(" [")[0] for line in lines[3:]] == [
        "- Purpose", "- Background", "- Recommendation", "- Contact",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "What does the plan say about the moorings?",
        "What is the plan for dogs about?",
        "What is the note about?",
    ],
)
def test_parts_are_told_only_of_a_whole_document(harbour: Assistant, question: str) -> None:
    """Asked about one thing in a document, or of one without parts, no headings are told."""
    assert wording.PARTS not in harbour.ask(question).text
