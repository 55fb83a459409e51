"""Which documents a question means, and which of its words say no more than that."""

from dataclasses import replace

import pytest

from assistant.question.documents_meant import (
    before_the_newest,
    naming_words,
    of_the_time,
    replacements,
    told_to,
    with_previous,
)
from assistant.question.periods import periods_in
from assistant.types import DocumentInfo

REPORT = DocumentInfo("report", "Report to the Harbour Board on the Quay", kind="report", date="2018-06-29")
PLAN = DocumentInfo("plan", "Harbour Plan 2018-2021", kind="plan", date="2018-07")
NEWS = DocumentInfo("news", "The Quay Opens", kind="news", date="2015-03-02")
INFOS = (REPORT, PLAN, NEWS)


@pytest.mark.parametrize(
    ("question", "naming"),
    [
        ("What did the June 2018 report say about gulls?", {"june", "report"}),
        ("Who should I ask about the 2018 report to the Harbour Board?", {"report", "harbour", "board"}),
        (
            "Why was a report brought to the Board on 29 June 2018?",
            {"report", "board", "29", "june"},
        ),
        ("What does the 2018 plan say about the board?", {"plan"}),
        ("What did the board decide in May 2018?", set()),
        ("How does the board report on the quay?", set()),
    ],
)
def test_words_that_name_a_document_ask_for_nothing(question: str, naming: set[str]) -> None:
    """The date, the kind and the title by which a document is named are told from what is asked of it."""
    assert naming_words(question, INFOS) == naming


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What was decided in June 2018?", {"report"}),
        ("What was decided on 29 June 2018?", {"report"}),
        ("What was decided in July 2018?", {"plan"}),
        ("What was decided in 2018?", {"report", "plan"}),
        ("What was decided in May 2018?", {"report", "plan"}),
    ],
)
def test_month_tells_documents_of_one_year_apart(question: str, meant: set[str]) -> None:
    """A month in which a document appeared means that one, and any other month all of the year."""
    assert of_the_time(question, periods_in(question), INFOS) == meant


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("When did the plan before the 2018 refresh appear?", "When did the previous plan appear?"),
        ("What did the plan before the 2018-2021 one promise?", "What did the previous plan promise?"),
        ("What did the plan that came before this one promise?", "What did the previous plan promise?"),
        ("Who wrote the plan before the 2015 one?", "Who wrote the plan before the 2015 one?"),
        ("When had the plan that the 2018 one replaced come out?", "When had the previous plan come out?"),
        ("When was the plan issued that the 2018 one took over from?", "When was the previous plan issued?"),
        ("Who wrote the version that the 2018 one replaced?", "Who wrote the previous plan?"),
        (
            "Which aims has the plan that the 2012 one replaced?",
            "Which aims has the plan that the 2012 one replaced?",
        ),
        ("Was the quay built before the 2018 plan?", "Was the quay built before the 2018 plan?"),
    ],
)
def test_plan_before_the_newest_is_the_previous_one(question: str, asked: str) -> None:
    """The plan before the newest is asked about as the previous one, and one before an older plan is not."""
    assert with_previous(question, INFOS) == asked


def test_what_stands_in_the_place_of_a_document_is_the_end_of_its_succession() -> None:
    """A replaced document leads to the newest that followed it, in whatever order they are given."""
    infos = [
        DocumentInfo("c", "C", date="2022", supersedes=("b",)),
        DocumentInfo("a", "A", date="2016"),
        DocumentInfo("b", "B", date="2019", supersedes=("a", "gone")),
        DocumentInfo("other", "Other", date="2018", supersedes=("a",)),
    ]

    assert replacements(infos) == replacements(infos[::-1]) == {"a": "c", "b": "c", "gone": "c"}


def test_a_circle_of_documents_has_an_end() -> None:
    """Documents that replace one another in a circle do not keep anybody waiting."""
    infos = [DocumentInfo("a", "A", supersedes=("b",)), DocumentInfo("b", "B", supersedes=("a",))]

    assert set(replacements(infos)) == {"a", "b"}


@pytest.mark.parametrize(
    ("question", "timely", "meant"),
    [
        ("What was the board told about gulls?", set(), {"report"}),
        ("What did he tell the Harbour Board about gulls?", {"report", "plan"}, {"report"}),
        ("What were members asked to do?", set(), {"report"}),
        ("What was the board told in 2015?", {"news"}, set()),
        ("What powers does the board have?", set(), set()),
    ],
)
def test_what_a_body_was_told_stands_in_the_paper_put_to_it(
    question: str, timely: set[str], meant: set[str]
) -> None:
    """What a body or its members were told or asked stands in the report to them, if it is of the time."""
    assert told_to(question, timely, INFOS) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What were the aims before 2018?", "What were the aims in the previous plan?"),
        ("What were the aims before 2015?", "What were the aims before 2015?"),
        ("What were the aims before 2018/19?", "What were the aims before 2018/19?"),
        ("Who met before 2018 began?", "Who met before 2018 began?"),
        ("What were the aims before the current plan?", "What were the aims in the previous plan?"),
        ("Was the quay built before the new plan came?", "Was the quay built before the new plan came?"),
    ],
)
def test_before_the_year_of_the_newest_is_in_the_previous_one(question: str, meant: str) -> None:
    """What was so before the year of the newest plan is asked of the one before it."""
    assert before_the_newest(question, INFOS) == meant


OLD_PLAN = DocumentInfo("old-plan", "Harbour Plan 2015-2018", kind="plan", date="2015-04")
OLDER_PLAN = DocumentInfo("older-plan", "Harbour Plan 2012-2015", kind="plan", date="2012-04")
NEW_PLAN = DocumentInfo("new-plan", "Harbour Plan 2018-2021", kind="plan", date="2018-04", valid_to="2021")
MINUTES = DocumentInfo("minutes", "Minutes of the Harbour Board", kind="minutes", date="2023-05")
SUCCESSION = (
    replace(NEW_PLAN, supersedes=("old-plan",)),
    replace(OLD_PLAN, supersedes=("older-plan",)),
    OLDER_PLAN,
    MINUTES,
)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What did the previous plan say of gulls?", {"old-plan"}),
        ("What did the old plan say of gulls?", {"old-plan"}),
        ("What did the previous version say of gulls?", {"old-plan"}),
        ("What does it say of gulls now?", {"new-plan", "minutes"}),
    ],
)
def test_another_paper_makes_the_newest_plan_no_previous_one(question: str, meant: set[str]) -> None:
    """The last of several that replaced one another holds now, whatever else has been published since."""
    assert of_the_time(question, periods_in(question), SUCCESSION) == meant
