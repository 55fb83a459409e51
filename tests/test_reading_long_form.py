"""Tables in long form become rows that can be asked for, with every figure at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.long_form import widened
from assistant.reading.parts import Table

LOANS = Table(
    ("Branch", "Year", "Kind", "Loans"),
    (
        ("Mill Lane", "2019", "Books", "1200"),
        ("Mill Lane", "2019", "Films", "300"),
        ("Mill Lane", "2020", "Books", "900"),
        ("Harbour", "2019", "Books", "2,100"),
        ("Harbour", "2020", "Books", "1,700"),
    ),
    "Loans of the branches",
)


def test_years_become_columns() -> None:
    """What is told of one thing for several years is one row, its label all that names the thing."""
    assert widened(LOANS) == Table(
        ("Branch: Kind", "Loans 2019", "Loans 2020"),
        (
            ("Mill Lane: Books", "1200", "900"),
            ("Mill Lane: Films", "300", ""),
            ("Harbour: Books", "2,100", "1,700"),
        ),
        "Loans of the branches",
    )


def test_several_names_become_one_label() -> None:
    """Without years, names in several columns that only together name a row are its label."""
    table = Table(("Branch", "Kind", "Loans"), (("Mill", "Books", "12"), ("Mill", "Films", "3")))

    assert widened(table).rows == (("Mill: Books", "12"), ("Mill: Films", "3"))


@pytest.mark.parametrize(
    "table",
    [
        Table(("Bed", "2019", "2020"), (("Beans", "12", "14"), ("Kale", "3", "4"))),
        Table(("Year", "Loans", "Visits"), (("2019", "12", "90"), ("2020", "14", "95"))),
        Table(("Branch", "Opened", "Loans"), (("Mill", "1999", "12"), ("Harbour", "2004", "14"))),
        Table(("Branch", "Street", "Loans"), (("Mill", "Mill Lane", "12"), ("Harbour", "Quay", "14"))),
        Table(("Branch", "Year", "Loans"), (("Mill", "2019", "12"), ("Mill", "2019", "14"))),
        Table(("Branch", "Year", ""), (("Mill", "2019", "12"), ("Mill", "2020", "14"))),
        Table(("Branch", "Year", "Loans"), (("Mill", "2019", "12"), ("", "2020", "14"))),
        Table(("Branch", "Kind", "Note"), (("Mill", "Books", "new"), ("Mill", "Films", "old"))),
    ],
    ids=["wide", "of years", "opened", "streets", "told twice", "nameless", "gap", "words"],
)
def test_other_tables_stay_as_they_are(table: Table) -> None:
    """A table that is wide already, or cannot be widened without loss, is left alone."""
    assert widened(table) is table


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.sampled_from(["2019", "2020", "2021/22"]), st.integers(0, 9999)),
        max_size=12,
    )
)
def test_no_figure_is_lost(rows: list[tuple[str, str, int]]) -> None:
    """However the rows stand, each figure is under its year beside its thing, or all stays as it was."""
    table = Table(("Branch", "Year", "Loans"), tuple((name, year, str(loans)) for name, year, loans in rows))
    wide = widened(table)

    if wide is not table:
        places = {name: row for name, *row in wide.rows}
        assert all(places[name][wide.header[1:].index(f"Loans {year}")] == str(n) for name, year, n in rows)
