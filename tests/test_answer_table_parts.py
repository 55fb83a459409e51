"""Tables whose rows are parts of a whole (“Income: Dues”), and two of their rows set side by side."""

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.types import Status, Verdict
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan
title: Seaport Harbour Plan 2021-2024
kind: plan
publisher: Seaport Harbour Office
author: "Robert Hale, Harbour Commissioner"
date: "2021-05"
---

# Seaport Harbour Plan

## Money

The two main sources of money are mooring dues and the crab levy.
My office keeps the harbour wall in repair.
Around a third of boats that leave in May come back in the same month.

| | 2020/21 £m | 2021/22 £m | 2022/23 £m |
|---|---|---|---|
| Income: Dues | 6.1 | 6.1 | 6.3 |
| Income: Crab Levy | 2.2 | 2.9 | 3.4 |
| Income: Total | 8.3 | 9.0 | 9.7 |
| Expenditure | 8.3 | 9.0 | 9.4 |
| Difference | 0 | 0 | 0.3 |
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan with one table of income and expenditure."""
    folder: Path = tmp_path_factory.mktemp("harbour")
    return answering_from({"plan.md": PLAN}, folder)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the income in 2021/22?", "Income: Total, 2021/22: £9.0m"),
        ("How much income do they expect in 2022/23?", "Income: Total, 2022/23: £9.7m"),
        ("What is the income?", "Income: Total, 2020/21: £8.3m"),
        ("How much income comes from dues in 2022/23?", "Income: Dues, 2022/23: £6.3m"),
        ("What did the crab levy bring in 2021/22?", "Income: Crab Levy, 2021/22: £2.9m"),
    ],
)
def test_whole_is_told_where_no_part_is_named(harbour: Assistant, question: str, told: str) -> None:
    """“The income” is the total of it; a part is told to whoever names the part."""
    text = harbour.ask(question).text

    assert told in text
    assert len({line.split(",")[0] for line in text.splitlines() if "Income:" in line}) == 1


@pytest.mark.parametrize(
    "question", ["What was the income from fines in 2021/22?", "What was the average income in 2021/22?"]
)
def test_whole_is_not_told_for_a_part_that_is_not_there(harbour: Assistant, question: str) -> None:
    """Income from something else, or worked out in another way, is neither the total nor another part."""
    answer = harbour.ask(question)

    assert answer.status in {Status.NOT_IN_DOCUMENTS, Status.OUT_OF_SCOPE}
    assert "£" not in answer.text


@pytest.mark.parametrize(
    ("question", "rows", "reckoned"),
    [
        (
            "Which is bigger, income or spending, in 2022/23?",
            ("Income: Total", "Expenditure"),
            "9.7 − 9.4 = 0.3",
        ),
        ("Which was higher in 2022/23, dues or the crab levy?", ("Dues", "Crab Levy"), "6.3 − 3.4 = 2.9"),
        ("Is spending more than income in 2021/22?", ("Expenditure", "Income: Total"), "9.0 − 9.0 = 0"),
        ("How does income compare with spending in 2022/23?", ("Income: Total", "Expenditure"), "9.7 − 9.4"),
        (
            "What is the difference between dues and spending in 2021/22?",
            ("Dues", "Expenditure"),
            "9.0 − 6.1 = 2.9",
        ),
        ("Did income rise between 2020/21 and 2021/22?", ("Income: Total",), "9.0 − 8.3 = 0.7"),
    ],
)
def test_two_figures_are_set_side_by_side(
    harbour: Assistant, question: str, rows: tuple[str, ...], reckoned: str
) -> None:
    """Both rows are told and the sum shown; no year before, and no row called “Difference”."""
    answer = harbour.ask(question)

    assert answer.status is Status.ANSWERED
    assert all(f"{row}, 20" in answer.text for row in rows)
    assert reckoned in answer.text
    assert "\nDifference, " not in answer.text


def test_one_row_is_not_told_for_two_things(harbour: Assistant) -> None:
    """Where one of two things has no figure, no yes or no is made of the other one's years."""
    answer = harbour.ask("Is spending more than fines in 2021/22?")

    assert not answer.text.startswith(("Yes", "No."))
    assert "−" not in answer.text


@pytest.mark.parametrize("years", ["2020/21 and in 2022/23", "2020/21 and 2022/23"])
def test_difference_between_two_years_is_that_of_the_thing(harbour: Assistant, years: str) -> None:
    """“The difference between spending in one year and in another” is not the row called “Difference”."""
    answer = harbour.ask(f"What is the difference between spending in {years}?")

    assert "9.4 − 8.3 = 1.1" in answer.text
    assert "- Difference" not in answer.text


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The income in 2021/22 was £9.0m.", Verdict.SUPPORTED),
        ("The income in 2021/22 was £2.9m.", Verdict.CONTRADICTED),
        ("The income from fines in 2021/22 was £9.0m.", Verdict.NOT_FOUND),
    ],
)
def test_claim_about_the_whole_is_held_against_the_total(
    harbour: Assistant, claim: str, verdict: Verdict
) -> None:
    """A claim about “the income” is right or wrong by the total, and not by the figure of a part."""
    assert harbour.check_claim(claim).verdict is verdict


@pytest.mark.parametrize("question", ["What will the income be in 2030?", "What was the spending in 2011?"])
def test_year_that_is_not_given_is_refused(harbour: Assistant, question: str) -> None:
    """Asked what a sum was in a year without one, no sentence without a sum is told instead."""
    answer = harbour.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "2020/21, 2021/22 and 2022/23" in answer.text


@pytest.mark.parametrize("who", ["pensioners", "a crab fisher", "I"])
def test_what_somebody_else_pays_is_not_the_expenditure(harbour: Assistant, who: str) -> None:
    """What tenants, members or readers pay is no row of the office's own spending."""
    assert "£" not in harbour.ask(f"How much will {who} pay in 2021/22?").text


def test_whom_a_plan_is_named_after_pays_no_row_of_it(tmp_path: Path) -> None:
    """That a plan's title names somebody does not make its expenditure what they pay."""
    plan = PLAN.replace("Harbour Plan 2021-2024", "Harbour and Skippers’ Plan 2021-2024")
    harbour = answering_from({"plan.md": plan}, tmp_path)

    assert "£" not in harbour.ask("How much do skippers pay in 2021/22?").text
    assert "£9.0m" in harbour.ask("How much does the harbour spend in 2021/22?").text


def test_share_is_how_many(harbour: Assistant) -> None:
    """“How many boats come back?” may be answered with a share of them."""
    assert "a third of boats" in harbour.ask("How many boats come back in the same month?").text
