"""Whoever asks what a short form stands for reads the words that it is short for, as a document has them."""

import pytest

from assistant.answer.short_form import answer_with_long_form
from assistant.answer.verify import prove
from assistant.passages import cut
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.reading.markdown import read_markdown

PLAN = """---
title: Harbour Plan
date: "2020-03"
abbreviations:
  HBP: Harbour Business Plan
  PFC: Pilots’ and Ferries’ Committee
  XYZ: Nowhere Written Out
---
# Harbour Plan

The money is in the Harbour Business Plan (HBP). The HBP is renewed each year.

Ann Lee, Pilots' and Ferries' Committee, has signed it.
"""


def told(question: str) -> str | None:
    """The proven answer to *question* from the plan alone; None where the evidence is to answer."""
    plan = read_markdown(PLAN, "plan")
    draft = answer_with_long_form(
        Query(question, question, question, Kind.DEFINITION, False, ()), {"plan": plan}, cut(plan)
    )
    if draft:
        prove(draft, {})
    return draft.text if draft else None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What does HBP stand for?", "“Harbour Business Plan (HBP)”"),
        ("what does the abbreviation hbp stand for", "“Harbour Business Plan (HBP)”"),
        ("What is HBPs short for?", "“Harbour Business Plan (HBP)”"),
        ("What does PFC mean?", "“Pilots' and Ferries' Committee”"),
    ],
)
def test_long_form_is_quoted_as_it_stands(question: str, said: str) -> None:
    """The words are quoted from the document, with the short form where it stands beside them."""
    assert told(question) == f"Harbour Plan (March 2020):\n{said} [1]"


@pytest.mark.parametrize(
    "question",
    [
        "What does XYZ stand for?",
        "What does ABC stand for?",
        "What does the HBP say?",
        "What does the plan mean?",
    ],
)
def test_what_is_written_nowhere_is_left_to_the_evidence(question: str) -> None:
    """A short form that no line writes out, and any other question, is not answered from a description."""
    assert told(question) is None
