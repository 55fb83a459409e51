"""Times and documents set side by side."""

from pathlib import Path

import pytest

from assistant.answer import wording
from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import answering_from


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        ("What changed about loans between 2019 and 2022?", "three weeks", "four weeks"),
        ("How does the fine for a late book in 2019 compare with 2022?", "20p", "no fines"),
        ("How many branches were there in 2019 and how many are there now?", "24 branches", "21 branches"),
        ("Who was the Head of Libraries in 2019 and who is it now?", "Daniel Osei", "Ruth Adeyemi"),
        ("Compare the priorities of the 2019 and 2022 plans.", "reading groups", "reading garden"),
        (
            "How long could a book be lent in 2019, and what does the 2022 plan allow?",
            "three weeks",
            "four weeks",
        ),
    ],
)
def test_older_side_is_told_first(library: Assistant, question: str, old: str, new: str) -> None:
    """A comparison tells each side with its document, the oldest first, and cites both."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert 0 <= answer.text.find("March 2019") < answer.text.find(old)
    assert answer.text.find(old) < answer.text.find("February 2022") < answer.text.find(new)
    assert [citation.source.info.date[:4] for citation in answer.citations] == sorted(
        citation.source.info.date[:4] for citation in answer.citations
    )
    assert {citation.passage.document for citation in answer.citations} >= {
        "library-plan-2019",
        "library-plan-2022",
    }


def test_only_the_older_side_is_called_superseded(library: Assistant) -> None:
    """In a comparison each citation says of its own document whether a newer one replaced it."""
    answer = library.ask("What changed about loans between 2019 and 2022?")
    replaced = {citation.passage.document: citation.superseded_by for citation in answer.citations}

    assert replaced["library-plan-2019"] == "library-plan-2022"
    assert replaced["library-plan-2022"] is None


@pytest.mark.parametrize(
    "question", ["loans changed between 2019 2022", "What changed about loans in 2019 and 2022?"]
)
def test_sides_are_set_in_order_once(library: Assistant, question: str) -> None:
    """Each side answers for its own time only, so that the order is said once and the answer stays short."""
    answer = library.ask(question)

    assert answer.text.count("In order of time:") == 1
    assert len(answer.text.split()) <= 220


def test_what_is_the_same_for_both_times_is_told_once(tmp_path: Path) -> None:
    """“Did it run from December to February?” gets the one sentence that tells both, and not twice."""
    plan = """---
id: harbour-plan
title: Harbour Plan
kind: plan
date: "2015-03"
---

# Harbour Plan

The harbour survey ran from December 2014 to February 2015.
"""
    assistant = answering_from({"plan.md": plan}, tmp_path)

    answer = assistant.ask("Did the harbour survey run from December 2014 to February 2015?")

    assert len(answer.citations) == 1
    assert wording.IN_TIME_ORDER not in answer.text
