"""Quantities and dates are read however they are written, and compared as people compare them."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.wording import in_words
from assistant.question.days import days_in, fit_of_days
from assistant.question.quantities import Bound, Fit, fit, quantities_in


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("£150k", 150_000, "£"),
        ("£0.15m", 150_000, "£"),
        ("£1.2 billion", 1_200_000_000, "£"),
        ("20p", "0.2", "£"),
        ("five pounds", 5, "£"),
        ("12,400 plants", 12_400, ""),
        ("eighty-eight beds", 88, ""),
        ("two hundred and forty bulbs", 240, ""),
        ("five thousand seeds", 5_000, ""),
        ("88%", 88, "%"),
        ("twelve per cent", 12, "%"),
        ("a quarter", 25, "%"),
        ("two thirds", "66.67", "%"),
        ("nine tenths", 90, "%"),
        ("half", 50, "%"),
        ("one in four", 25, "%"),
        ("two out of every three", "66.67", "%"),
        ("a four-month lease", 4, "months"),
        ("three weeks", 3, "weeks"),
        ("40 sq miles", 40, "square miles"),
        ("40 square kilometres", 40, "square kilometres"),
    ],
)
def test_a_quantity_is_read_in_digits_and_in_words(text: str, number: int | str, unit: str) -> None:
    """Numbers with their scale, their fraction and their unit are one number and one unit."""
    (found,) = quantities_in(text)

    assert (found.number, found.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    "text",
    [
        "in 2019",
        "2019/20",
        "on 4 May 2020",
        "the third bed",
        "one of the beds",
        "a garden",
        "bed B12",
        "4.5.6",
    ],
)
def test_what_is_no_quantity_is_left_out(text: str) -> None:
    """Years, days of a month, ordinals, "one of" and numbers inside other signs are no quantities."""
    assert quantities_in(text) == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 30 beds", Bound.MORE),
        ("over half", Bound.MORE),
        ("fewer than 30 beds", Bound.LESS),
        ("less than a third", Bound.LESS),
        ("at least 30 hours", Bound.LEAST),
        ("no fewer than 30 beds", Bound.LEAST),
        ("up to £6", Bound.MOST),
        ("no more than 30 beds", Bound.MOST),
        ("30 beds", Bound.EXACT),
    ],
)
def test_the_words_before_a_number_bound_it(text: str, bound: Bound) -> None:
    """What is said to be more, less, at least or at most so much is no exact number."""
    assert quantities_in(text)[0].bound is bound


@pytest.mark.parametrize(
    ("claimed", "found", "how"),
    [
        ("twelve", "12", Fit.SAME),
        ("£700,000", "£0.7m", Fit.SAME),
        ("£116m", "£116.2m", Fit.ROUNDED),
        ("about 618,000", "618,200", Fit.ROUNDED),
        ("£120m", "£116.2m", Fit.OTHER),
        ("£116,200", "£116.2m", Fit.OTHER),
        ("681,200", "618,200", Fit.OTHER),
        ("about 200", "186", Fit.OTHER),
        ("about 190", "186", Fit.UNSURE),
        ("four weeks", "four months", Fit.OTHER),
        ("40 square kilometres", "40 square miles", Fit.OTHER),
        ("40 miles", "£40", Fit.UNSURE),
        ("less than half", "more than half", Fit.OTHER),
        ("more than half", "more than half", Fit.SAME),
        ("at least 30", "35", Fit.SAME),
        ("at least 30", "20", Fit.OTHER),
        ("more than 1%", "less than 1%", Fit.OTHER),
        ("35", "at least 30", Fit.UNSURE),
        ("20", "at least 30", Fit.OTHER),
    ],
)
def test_quantities_are_compared_as_people_do(claimed: str, found: str, how: Fit) -> None:
    """Other words, a rounding and a bound that holds agree; another number or unit does not."""
    assert fit(quantities_in(claimed)[0], quantities_in(found)[0]) is how


@given(st.integers(0, 20))
def test_words_and_digits_are_one_number(number: int) -> None:
    """Every number that we say in words is the one that its digits say."""
    (said,), (written,) = quantities_in(f"{in_words(number)} roses"), quantities_in(f"{number} roses")

    assert fit(said, written) is Fit.SAME


@given(st.integers(1, 999_999))
def test_scales_of_money_are_one_sum(thousands: int) -> None:
    """A sum is the same in pounds, in thousands and in millions."""
    pounds = quantities_in(f"£{thousands * 1000:,}")[0]

    assert fit(quantities_in(f"£{thousands}k")[0], pounds) is Fit.SAME
    assert fit(quantities_in(f"£{Decimal(thousands) / 1000}m")[0], pounds) is Fit.SAME


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_numbers_that_differ_are_never_the_same(one: int, other: int) -> None:
    """Only equal counts are the same; a rounding is off by one part in a hundred at most."""
    how = fit(quantities_in(f"{one:,} roses")[0], quantities_in(f"{other:,} roses")[0])

    assert (how is Fit.SAME) == (one == other)
    if how is Fit.ROUNDED:
        assert abs(one - other) <= other / 100


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever is written, what is found stands in the text, in order and not overlapping."""
    spans = [(found.start, found.end) for found in quantities_in(text)]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= after for (_, end), (after, _) in pairwise(spans))
    assert all(0 <= day.start < day.end <= len(text) for day in days_in(text))


@pytest.mark.parametrize(
    ("claimed", "found", "how"),
    [
        ("4 May 2020", "the 4th of May 2020", Fit.SAME),
        ("May 2020", "4 May 2020", Fit.SAME),
        ("2020", "May 2020", Fit.SAME),
        ("May 4, 2020", "4 May 2020", Fit.SAME),
        ("4 May 2020", "May 2020", Fit.UNSURE),
        ("4 May 2020", "5 May 2020", Fit.OTHER),
        ("May 2020", "June 2020", Fit.OTHER),
        ("2020", "2021", Fit.OTHER),
        ("2019/20", "2019-2020", Fit.SAME),
        ("2019/20", "2020/21", Fit.UNSURE),
    ],
)
def test_dates_are_compared_as_exactly_as_both_are_told(claimed: str, found: str, how: Fit) -> None:
    """A date told more exactly confirms a coarser one, and a coarser one confirms nothing finer."""
    assert fit_of_days(days_in(claimed)[0], days_in(found)[0]) is how


def test_a_year_in_a_name_is_no_date() -> None:
    """A year in a name is no date ("Vision 2030"), and a run of days ends on its last day."""
    assert days_in("Vision 2030 was written by the Garden Club.") == ()
    assert [(day.month, day.day) for day in days_in("From 22 May 2014 to 15 June 2015 it was shut.")] == [
        (5, 22),
        (6, 15),
    ]
