"""Years as people write them → periods."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.periods import Period, after_or_before, periods_in


def years(text: str) -> list[tuple[int, int]]:
    """First and last year of each period in a text."""
    return [(period.first, period.last) for period in periods_in(text)]


@pytest.mark.parametrize(
    "written",
    [
        "2018/19",
        "2018-19",
        "2018–19",
        "2018—19",
        "2018/2019",
        "2018-2019",
        "2018 / 19",
        "2018 - 19",
        "2018 to 2019",
        "2018 To 2019",
        "2018 until 2019",
        "18/19",
        "18-19",
        "’18/19",
        "FY2018/19",
        "(2018/19)",
        "2018/19’s",
    ],
)
def test_every_way_of_writing_a_financial_year_is_the_same_year(written: str) -> None:
    """However it is written, the year from April 2018 to March 2019 is one period."""
    assert years(f"What was the budget in {written}?") == [(2018, 2019)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 2018", [(2018, 2018)]),
        ("in 1999?", [(1999, 1999)]),
        ("by May 2018.", [(2018, 2018)]),
        ("from 2018-07-15", [(2018, 2018)]),
        ("the 2018-2021 plan", [(2018, 2021)]),
        ("Plan 2018–21", [(2018, 2021)]),
        ("2018 to 2021", [(2018, 2021)]),
        ("between 2018 and 2021", [(2018, 2018), (2021, 2021)]),
        ("in 2018, 2019 and 2020/21", [(2018, 2018), (2019, 2019), (2020, 2021)]),
        ("2021/22 and before that 2019", [(2021, 2022), (2019, 2019)]),
        ("1998/99", [(1998, 1999)]),
    ],
)
def test_years_are_found_in_order(text: str, found: list[tuple[int, int]]) -> None:
    """Single years, financial years and longer runs are all found, in the order they stand in."""
    assert years(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no year",
        "£2018",
        "£2,018",
        "2,018 books",
        "20185",
        "12018",
        "2018% more",
        "2018.5 metres",
        "open 24/7",
        "50/50",
        "a 60-40 split",
        "call 01632 960 145",
        "1.2018",
        "3018",
        "page 1850",
        "nine to five",
    ],
)
def test_other_numbers_are_no_years(text: str) -> None:
    """Amounts, counts, shares and telephone numbers are not read as years."""
    assert years(text) == []


def test_year_inside_a_run_is_not_told_twice() -> None:
    """A run of years is one period, and its ends are not periods of their own."""
    assert years("2018/19") == [(2018, 2019)]
    assert years("2018 to 2021, and 2018") == [(2018, 2021), (2018, 2018)]


@given(st.integers(1900, 2068), st.integers(0, 30), st.sampled_from(["", "in ", "the (", "“"]))
def test_written_period_reads_back(first: int, length: int, before: str) -> None:
    """What a period is written as is read as the same period, at the place where it stands."""
    length = length if (first + length) // 100 == first // 100 else 0
    period = Period(first, first + length)
    text = f"{before}{period}?"

    (found,) = periods_in(text)

    assert found.same_years(period)
    assert text[found.start : found.end] == str(period)


@given(st.text(alphabet="0123456789/-–,.£% to", max_size=30))
def test_periods_stand_apart_and_in_order(text: str) -> None:
    """Whatever the text, periods do not overlap, lie inside it, and do not end before they begin."""
    found = periods_in(text)

    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= period.start < period.end <= len(text) for period in found)
    assert all(period.first <= period.last for period in found)


@given(st.integers(1900, 2060), st.integers(0, 3), st.integers(-5, 5))
def test_moved_period_keeps_its_length(first: int, length: int, years: int) -> None:
    """The period some years later is as long, and moving back undoes it."""
    period = Period(first, first + length)
    moved = period.moved(years)

    assert moved.last - moved.first == length
    assert moved.first == first + years
    assert moved.moved(-years).same_years(period)


@pytest.mark.parametrize(
    ("text", "side"),
    [("after 2019/20", 1), ("beyond the financial year 2019/20", 1), ("prior to 2019", -1), ("in 2019", 0)],
)
def test_time_after_or_before_a_year_is_known(text: str, side: int) -> None:
    """A word such as after, just before a year, means the time on that side of it."""
    asked = f"What was spent {text}?"

    assert after_or_before(asked, periods_in(asked)[0]) == side


def test_two_years_in_a_row_are_a_financial_year() -> None:
    """Only two years in a row are called a financial year."""
    assert Period(2018, 2019).is_financial_year
    assert not Period(2018, 2018).is_financial_year
    assert not Period(2018, 2020).is_financial_year
