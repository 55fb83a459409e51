"""A figure over all its years: when it is highest or lowest, and whether it stays the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.answer.verify import Unproven, prove
from assistant.chain import Assistant
from assistant.types import Answer, Status
from tests.allotment import answering_from

REPORT = """---
id: quarry-report
title: Report on the Slate Quarry
kind: report
publisher: Hilltown Council
author: "Enid Pugh, Clerk"
date: "2022-03"
---

# Report on the Slate Quarry

## Money

The rent is paid in spring. Every year the wages are talked about at length.

| | 2019-20 (outturn) £000 | 2020-21 (outturn) £000 | 2021-22 (plan, revised) £000 |
|---|---|---|---|
| Sales of slate | 410 | 385 | 410 |
| Rent | 52 | 52 | 52 |
| Rates | 52 | 52 | 52 |
| Wages | 300 | 301 | 390 |
| Tools | 60 | 40 | 50 |
| Surplus | 18 | (9) | (31) |
"""


@pytest.fixture(scope="module")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a report with one table of three years."""
    folder: Path = tmp_path_factory.mktemp("quarry")
    return answering_from({"report.md": REPORT}, folder)


def drafted(answer: Answer) -> Draft:
    """The draft that *answer* was proven from."""
    quotes = (Quote(told.source, told.passage, told.start, told.end, told.marks) for told in answer.citations)
    return Draft(answer.status, answer.text, tuple(quotes))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which year had the lowest sales of slate?", "The lowest of these is 385 (£000), in 2020/21."),
        (
            "In which years were the sales of slate the highest?",
            "The highest of these is 410 (£000), in 2019/20 and 2021/22.",
        ),
        ("When was the surplus at its highest?", "The highest of these is 18 (£000), in 2019/20."),
        ("When was the surplus lowest?", "The lowest of these is (31) (£000), in 2021/22."),
        ("Which year had the highest rent?", "The figure is the same in all of these years."),
    ],
)
def test_year_of_the_highest_or_lowest_figure_is_named(quarry: Assistant, question: str, said: str) -> None:
    """All figures of the row are told with their years, and which of them is the highest or the lowest."""
    answer = quarry.ask(question)

    assert answer.status is Status.ANSWERED
    assert len([line for line in answer.text.splitlines() if line.startswith("- ")]) == 3
    assert answer.text.splitlines()[-1] == said


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Is the rent the same every year?", "Yes."),
        ("Did the rent stay the same?", "Yes."),
        ("Did the rent change from year to year?", "No."),
        ("Were the sales of slate the same each year?", "No."),
        ("Do the sales of slate vary over the years?", "Yes."),
    ],
)
def test_whether_a_figure_stays_the_same_is_decided_by_its_row(
    quarry: Assistant, question: str, says: str
) -> None:
    """Yes or no, and the figure of every year to see it by."""
    answer = quarry.ask(question)

    assert answer.text.splitlines()[0] == says
    assert len([line for line in answer.text.splitlines() if line.startswith("- ")]) == 3


@pytest.mark.parametrize(
    "question",
    [
        "Which year had the highest ticket sales?",
        "Which year had the highest rent in Oldtown?",
        "Which year had the highest rent from shepherds?",
        "Is the rent of the shepherds the same every year?",
        "Is the rent level over £60,000 every year?",
    ],
)
def test_figure_of_another_thing_is_not_told_over_the_years(quarry: Assistant, question: str) -> None:
    """A row that leaves out a word of what is asked is not its figure."""
    said = quarry.ask(question).text

    assert not said.startswith(("Yes.", "No."))
    assert "of these" not in said


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("is 18 (£000), in 2019/20", "is (31) (£000), in 2021/22"),
        ("is 18 (£000), in 2019/20", "is 18 (£000), in 2020/21"),
        ("The highest of these", "The lowest of these"),
    ],
)
def test_wrong_word_about_the_years_never_reaches_the_reader(
    quarry: Assistant, right: str, wrong: str
) -> None:
    """What is called the highest or the lowest is held against every figure that is told."""
    draft = drafted(quarry.ask("When was the surplus at its highest?"))

    assert prove(draft, {})
    assert right in draft.text
    with pytest.raises(Unproven):
        prove(replace(draft, text=draft.text.replace(right, wrong)), {})


def test_figures_that_differ_are_never_called_the_same(quarry: Assistant) -> None:
    """“The same in all of these years” is held against every figure that is told."""
    draft = drafted(quarry.ask("Were the sales of slate the same each year?"))
    lines = draft.text.splitlines()[1:-1]

    with pytest.raises(Unproven):
        prove(replace(draft, text="\n".join([*lines, wording.SAME])), {})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Which is bigger, the wages or the rent?",
            "Wages is more than Rent in all of these years.",
        ),
        ("Is the rent more than the wages?", "Wages is more than Rent in all of these years."),
        ("How do the rent and the rates compare?", "Rent and Rates are the same in each of these years."),
        ("Which is higher, the rent or the tools?", "- Tools, 2021-22 (plan, revised): 50 (£000) [2]"),
    ],
)
def test_two_rows_are_set_side_by_side_over_the_years(quarry: Assistant, question: str, said: str) -> None:
    """Without a year both rows are told whole, and which is more only where that holds for all years."""
    answer = quarry.ask(question)

    assert len([line for line in answer.text.splitlines() if line.startswith("- ")]) == 6
    assert answer.text.splitlines()[-1] == said


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Wages is more than Rent", "Rent is more than Wages"),
        (
            "Wages is more than Rent in all of these years",
            "Wages and Rent are the same in each of these years",
        ),
    ],
)
def test_wrong_word_about_two_rows_never_reaches_the_reader(
    quarry: Assistant, right: str, wrong: str
) -> None:
    """Which of two rows is more is held against the figures of every year."""
    draft = drafted(quarry.ask("Which is bigger, the wages or the rent?"))

    assert prove(draft, {})
    assert right in draft.text
    with pytest.raises(Unproven):
        prove(replace(draft, text=draft.text.replace(right, wrong)), {})
