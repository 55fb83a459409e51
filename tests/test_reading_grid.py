"""Cells that span rows and columns → tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.grid import Cell, is_figure, table_of
from assistant.reading.parts import Paragraph, Table, says_something, write_parts

WORDS = st.sampled_from(["", "beds", "2019/20", "1,204", "£3m", "–", "kale | chard"])
CELLS = st.builds(Cell, WORDS, st.booleans(), st.integers(0, 4), st.integers(0, 4))


def rows(*lines: str) -> list[list[Cell]]:
    """Plain cells, written with commas; a cell with `#` is a header, `>` and `^` say what it spans."""
    return [[cell(words.strip()) for words in line.split(";")] for line in lines]


def cell(words: str) -> Cell:
    """One cell."""
    text = words.strip("#>^ ")
    return Cell(text, "#" in words, 1 + words.count(">"), 1 + words.count("^"))


def table(*lines: str) -> Table:
    """The one table that these lines make."""
    (found,) = [part for part in table_of(rows(*lines))[0] if isinstance(part, Table)]
    return found


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_no_word_is_lost_and_rows_are_equally_wide(lines: list[list[Cell]]) -> None:
    """Whatever cells span, their words are somewhere, and every row is as wide as the header."""
    parts, left_out = table_of(lines)
    text = write_parts(parts)

    assert not left_out
    said = [part.text for line in lines for part in line if says_something(part.text)]
    assert all(words in text or words.replace("|", "\\|") in text for words in said)
    for part in parts:
        if isinstance(part, Table):
            assert {len(row) for row in part.rows} <= {len(part.header)}


def test_header_rows_become_one() -> None:
    """A header of two rows is one row, in which each column says all that stands above it."""
    found = table("Bed ^; Harvest >", "2019/20 kg; 2020/21 kg", "Beans; 12; 14")

    assert found.header == ("Bed", "Harvest 2019/20 kg", "Harvest 2020/21 kg")
    assert found.rows == (("Beans", "12", "14"),)


def test_rows_know_their_part_of_the_table() -> None:
    """A row that is only a label stands before the labels below it, up to the total."""
    found = table("; 2019; 2020", "Income >>", "Grants; 1; 2", "Total; 1; 2", "Members; 30; 31")

    assert [row[0] for row in found.rows] == ["Income", "Income: Grants", "Income: Total", "Members"]


def test_a_label_over_several_rows_is_part_of_each() -> None:
    """Where the first column reaches over several rows, their labels are both columns."""
    found = table("Area; Bed; 2019", "North ^; beans; 1", "peas; 2", "South ^; kale; 3", "leeks; 4")

    assert [row[0] for row in found.rows] == ["North: beans", "North: peas", "South: kale", "South: leeks"]


def test_titles_and_notes_stand_outside() -> None:
    """Rows of one cell above the header are the caption, and below the last row they are notes."""
    parts, _ = table_of(rows("Harvest; ;", "kg; ;", "; 2019; 2020", "Beans; 1; 2", "Source: the shed; ;"))

    assert isinstance(parts[0], Table)
    assert parts[0].caption == "Harvest – kg"
    assert parts[1:] == [Paragraph("Source: the shed")]


@pytest.mark.parametrize(
    ("first", "is_header"),
    [("Bed; 2019", True), ("Bed; Harvest", True), ("Beans; 12", False), ("Bed#; 12#", True)],
)
def test_a_header_is_what_names_columns(first: str, is_header: bool) -> None:
    """The first row is the header where it is marked so or names figures; a row of figures is not."""
    found = table(first, "Peas; 14", "Kale; 3")

    assert any(found.header) == is_header
    assert len(found.rows) == 3 - is_header


def test_words_beside_words_have_no_header() -> None:
    """Two columns of words keep all their rows."""
    assert len(table("Opens; at nine", "Closes; at five").rows) == 2


def test_a_column_or_a_row_is_no_table() -> None:
    """What is one cell wide, or one row high, is text."""
    assert table_of(rows("Hens lay.", "Bees fly."))[0] == [Paragraph("Hens lay."), Paragraph("Bees fly.")]
    assert table_of(rows("Hens; Bees"))[0] == [Paragraph("Hens"), Paragraph("Bees")]


def test_spans_without_end_are_cut() -> None:
    """A cell that claims to span millions of rows and columns costs nothing, and a long table is cut."""
    wide = [[Cell("Bed", across=10**9, down=10**9), Cell("2019")], [Cell("Beans"), Cell("1")]]
    _, left_out = table_of([[Cell("Bed"), Cell("2019")]] * 5_001)

    assert table_of(wide)[0]
    assert left_out


@pytest.mark.parametrize("text", ["12", "1,204", "£3m", "-4", "(5.2)", "7%", "1 204", "€ 9"])
def test_figures_are_known(text: str) -> None:
    """A number with its currency, sign, unit or brackets is a figure; years, dates and words are not."""
    assert is_figure(text)
    assert not any(map(is_figure, ["2019", "2019/20", "Bed 3", "01325 123456", "9-5", "", "–"]))
