"""A report to a committee: what it was for, whom to ask about it, and what its short headings say."""

import pytest

from assistant.answer import wording
from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import answering_from

REPORT = """---
id: report-2023-05-16
title: "Report to the Harbour Committee, 16 May 2023: Dredging"
kind: report
date: "2023-05-16"
---

# Harbour Committee

16 May 2023

## Dredging of the inner harbour

Report of the harbour master

### Purpose

1. To help members to choose between two dredgers before the winter.

### Background

2. The report of a survey was published in April. It found that the inner harbour has lost a metre of depth.
3. Members of the committee will receive a report on the work each month.
4. If you have thoughts on races for the next regatta, contact me at regatta@harbour.example.
5. Comments on the draft of the plan were received from the rowing club and the lifeboat crew.

### Duties

6. Section 3 of the Quays and Harbours Act 1987 requires the harbour master to keep a chart of the harbour.
7. The Act requires that a copy of the chart be shown to the committee each spring.

### Appendix: Implications

#### Staffing

None

#### Noise

Work may go on until ten in the evening.

## Contact Officer

- Name: Peter Quill
- Telephone: 01632 960001
- Email: peter.quill@harbour.example
"""
PLAN = """---
id: plan-2023
title: Harbour Plan 2023-2026
kind: plan
date: "2023-07"
---

# Harbour Plan

The harbour office reports to the committee each month. A report on the fish market follows in the spring.

## The committee

The committee may:

- review the draft plan;
- review the accounts.

## The pilots

Joan Whitby has brought ships in for twenty years. The harbour is busiest in May.

The tide turns quickly here, and each ship has to be met beyond the bar.

She holds several posts elsewhere, including:

- Steward of the rowing regatta
- Judge at the county flower show

## Contact us

Write to the harbour office at the old customs house, or telephone 01632 960999.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from the report and the plan above, ingested once."""
    return answering_from({"report.md": REPORT, "plan.md": PLAN}, tmp_path_factory.mktemp("harbour"))


def test_she_is_who_was_named_above(harbour: Assistant) -> None:
    """What is told of her further down is found by her name."""
    said = harbour.ask("Which posts does Joan Whitby hold?").text

    assert "Steward of the rowing regatta" in said
    assert "Judge at the county flower show" in said


def test_contact_for_one_thing_is_not_that_of_the_newest_plan(harbour: Assistant) -> None:
    """Who may be written to about one thing alone is told for it, though a newer plan has its own contact."""
    assert "regatta@harbour.example" in harbour.ask("Who do I e-mail with an idea for the next regatta?").text
    assert "01632 960999" in harbour.ask("What number do I ring to reach the harbour office?").text


@pytest.mark.parametrize(
    "question",
    [
        "How do I contact the lifeboat crew?",
        "What is the rowing club's phone number?",
        "I would like to write to the committee.",
    ],
)
def test_contact_of_another_is_not_told(harbour: Assistant, question: str) -> None:
    """Who wants to reach somebody whose details stand nowhere is not given those of somebody else."""
    answer = harbour.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "How do I contact Peter Quill?",
        "What is Mr Quill's email address?",
        "What email can I write to Peter Quill on?",
    ],
)
def test_contact_of_whom_is_asked_for_is_told_without_doubt(harbour: Assistant, question: str) -> None:
    """Whoever asks for somebody's details, and gets them, is not told that they may be none."""
    said = harbour.ask(question).text

    assert "peter.quill@harbour.example" in said
    assert wording.UNSURE not in said


@pytest.mark.parametrize(
    "question",
    [
        "Whom should I ring with queries on the May 2023 report?",
        "Who do I e-mail about the report of 16 May 2023?",
    ],
)
def test_question_on_a_paper_goes_to_its_own_contact(harbour: Assistant, question: str) -> None:
    """Who wants to ask about one paper is told the contact of that paper, whatever else it speaks of."""
    answer = harbour.ask(question)

    assert answer.status is Status.ANSWERED
    assert "Peter Quill" in answer.text
    assert {citation.source.info.id for citation in answer.citations} == {"report-2023-05-16"}


def test_letter_goes_to_an_address_of_the_newest_paper(harbour: Assistant) -> None:
    """Who wants to write is not given the e-mail address of an older report's officer."""
    answer = harbour.ask("Where can I write to the harbour office?")

    assert answer.status is Status.ANSWERED
    assert "the old customs house" in answer.text
    assert "peter.quill" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What is the purpose of the report of 16 May 2023?",
        "Why was a report brought to the committee on 16 May 2023?",
    ],
)
def test_heading_of_a_purpose_answers_why(harbour: Assistant, question: str) -> None:
    """Asked what a report was for, what stands under its heading “Purpose” comes first."""
    answer = harbour.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote.startswith("To help members to choose between two dredgers")


def test_whom_to_ask_about_a_report_is_its_contact(harbour: Assistant) -> None:
    """Words by which a report is named do not draw the answer away from its contact."""
    answer = harbour.ask("Who should I contact about the May 2023 report to the Committee?")

    assert answer.status is Status.ANSWERED
    assert "peter.quill@harbour.example" in answer.text


def test_what_another_paper_says_of_a_plan_answers_where_the_plan_hardly_does(harbour: Assistant) -> None:
    """A plan's own words come first, but not ones that hardly answer before another paper's that do."""
    answer = harbour.ask("Who sent in comments on the draft of the 2023 plan?")

    assert answer.status is Status.ANSWERED
    assert "the rowing club and the lifeboat crew" in answer.citations[0].quote


def test_law_is_told_by_its_whole_name(harbour: Assistant) -> None:
    """Asked which law says something, “The Act” is told with the paragraph before that names it in full."""
    answer = harbour.ask("Under which law must a copy of the chart be shown to the committee?")

    assert answer.status is Status.ANSWERED
    assert "Quays and Harbours Act 1987" in answer.text
    assert "be shown to the committee each spring" in answer.text


def test_law_that_is_not_named_is_refused(harbour: Assistant) -> None:
    """Asked for a law, nothing is told that names none."""
    assert harbour.ask("Which law limits the noise in the evening?").status is Status.NOT_IN_DOCUMENTS


def test_single_word_under_a_heading_answers(harbour: Assistant) -> None:
    """“None” under the heading that the question names is the answer, whatever else is said of the report."""
    answer = harbour.ask("Did the May 2023 report to the Committee find any implications for staffing?")

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote == "None"


def test_bare_date_is_not_told(harbour: Assistant) -> None:
    """The date above a report, which the question names, is no part of an answer about something else."""
    answer = harbour.ask("What was said of the inner harbour in the report of 16 May 2023?")

    assert answer.status is Status.ANSWERED
    assert "16 May 2023" not in [citation.quote for citation in answer.citations]
