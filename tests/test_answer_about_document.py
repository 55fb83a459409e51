"""Questions about a document itself get its title and time, proven by the words in which it names itself."""

import pytest

from assistant.answer.about_document import answer_about_document
from assistant.answer.draft import Draft
from assistant.answer.verify import prove
from assistant.passages import cut
from assistant.question.documents_meant import named, of_the_time
from assistant.question.kinds import Kind
from assistant.question.periods import periods_in
from assistant.question.query import Query
from assistant.reading.markdown import read_markdown

OLD = """---
title: Harbour Plan 2016-2019
kind: plan
date: "2016-03"
valid_from: "2016-04"
valid_to: "2019"
---
# Harbour Plan

The Harbour Plan 2016-2019 has one aim. The quay is to be repaired.
"""
NEW = """---
title: Harbour Plan 2020-2023
kind: plan
date: "2020-03"
valid_from: "2020-04"
valid_to: "2023"
supersedes: [old]
---
# Harbour Plan

Welcome to the Harbour Plan 2020-2023. The quay has been repaired, and the crane is next.
"""
REPORT = """---
title: Report to the Harbour Board
kind: report
date: "2021-05"
---
# Report

The crane was repaired, and nobody has a word to say about what this paper is.
"""


def ask(question: str, newest: str = NEW) -> Draft | None:
    """What is said of the documents themselves, of two plans and a report."""
    documents = {
        key: read_markdown(text, key) for key, text in (("old", OLD), ("new", newest), ("report", REPORT))
    }
    infos = [document.info for document in documents.values()]
    query = Query(
        question,
        question,
        question,
        Kind.OTHER,
        False,
        (),
        named_documents=named(question, infos),
        timely_documents=of_the_time(question, periods_in(question), infos),
    )
    passages = [passage for document in documents.values() for passage in cut(document)]
    return answer_about_document(query, documents, passages)


@pytest.mark.parametrize(
    "question",
    [
        "Which plan is in force now?",
        "What's the latest plan?",
        "What is the newest harbour plan?",
        "Is there a newer plan?",
        "Is there a plan after 2023?",
        "How old is the plan?",
        "How old is this plan?",
        "Is the plan still in force?",
    ],
)
def test_newest_of_its_kind_is_told_with_its_date_and_its_end(question: str) -> None:
    """Whoever asks which plan counts gets the newest, with its date, its end and a quote."""
    draft = ask(question)

    assert draft is not None
    prove(draft, {})
    assert draft.text.startswith(
        "The newest plan here is Harbour Plan 2020-2023 (March 2020). It runs until 2023."
    )
    assert [quote.text for quote in draft.quotes] == ["Welcome to the Harbour Plan 2020-2023."]


@pytest.mark.parametrize("question", ["Is the 2016 plan still in force?", "Has the 2016 plan been replaced?"])
def test_replaced_plan_is_told_with_the_one_that_replaced_it(question: str) -> None:
    """A plan that a newer one has replaced is never called current, and the newer one is quoted."""
    draft = ask(question)

    assert draft is not None
    assert "Harbour Plan 2016-2019 is an older document: Harbour Plan 2020-2023 (March 2020)" in draft.text
    assert draft.quotes[0].document.info.id == "new"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When does the current plan end?", "It runs until 2023."),
        ("What period does the 2016 plan cover?", "It runs until 2019."),
        ("How long does the plan last?", "It runs until 2023."),
        ("What is the plan called?", "Harbour Plan 2020-2023 (March 2020):"),
    ],
)
def test_time_and_title_are_those_of_the_document_meant(question: str, told: str) -> None:
    """The end and the title that are told belong to the document that the question means."""
    draft = ask(question)

    assert draft is not None
    assert told in draft.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was the plan published?", "Harbour Plan 2020-2023 is listed here with the date March 2020."),
        ("When did the harbour plan come out?", "Harbour Plan 2020-2023 is listed here"),
        (
            "Was the plan published in March 2020?",
            "Harbour Plan 2020-2023 is listed here with the date March",
        ),
        ("Was the plan published in May 2022?", "Harbour Plan 2020-2023 is listed here with the date March"),
        ("Is the harbour plan from 2020?", "Harbour Plan 2020-2023 is listed here with the date March 2020."),
        (
            "What is the date of the 2016 plan?",
            "Harbour Plan 2016-2019 is listed here with the date March 2016.",
        ),
    ],
)
def test_date_is_that_of_the_description_where_no_line_tells_it(question: str, told: str) -> None:
    """Asked when a plan came out, its own date is told, and said to be only how it is listed."""
    draft = ask(question)

    assert draft is not None
    prove(draft, {})
    assert draft.text.startswith(told)


def test_date_that_a_document_tells_itself_is_left_to_the_evidence() -> None:
    """A plan that says when it was published is quoted with that."""
    dated = NEW.replace("and the crane", "and this plan was published in March 2020, so the crane")

    assert ask("When was the plan published?", dated) is None


@pytest.mark.parametrize(
    "question",
    [
        "When was the plan published that the 2020 plan took over from?",
        "When was the plan for dogs published?",
        "Was the plan for dogs published in 2020?",
        "Was the plan published in 2020 by the mayor?",
        "When does the plan for dogs end?",
        "What is the latest plan on ferries?",
        "What does the plan say about the quay?",
        "Which plan was in force in 1990?",
        "When does the work on the crane end?",
    ],
)
def test_questions_about_anything_else_are_left_to_the_evidence(question: str) -> None:
    """A plan of something else, and what a plan says, are no questions about the document itself."""
    assert ask(question) is None


def test_document_that_never_names_itself_is_not_described() -> None:
    """What only the description of a document tells is not given as an answer without a quote."""
    assert ask("What is the report called?") is None


def test_document_of_no_known_kind_is_no_hindrance() -> None:
    """A document whose description gives no kind leaves the question to the evidence."""
    document = read_markdown("# Pool\n\nThe pool opens at nine.", "pool")
    query = Query("Which plan is in force now?", "Which plan is in force now?", "", Kind.OTHER, False, ())

    assert answer_about_document(query, {"pool": document}, cut(document)) is None
