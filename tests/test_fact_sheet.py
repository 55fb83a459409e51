"""The fact sheet holds every figure of the documents, each with what it measures and its proof."""

import csv
import io

import pytest

from assistant.chain import Assistant
from assistant.render import FIGURE_COLUMNS, figure_rows, figure_to_plain
from assistant.types import Figure


@pytest.fixture(scope="module")
def figures(library: Assistant) -> tuple[Figure, ...]:
    """The figures of the library service's plans and report."""
    return library.figures()


def test_every_cell_of_a_table_is_there_with_its_row_column_and_unit(figures: tuple[Figure, ...]) -> None:
    """A table's figure is told with its unit, its year, and its row and column."""
    found = [figure for figure in figures if figure.beside == "Mobile libraries, 2021/22"]

    assert [(figure.told, figure.years) for figure in found] == [("240 (£000)", "2021/22")]


@pytest.mark.parametrize(
    ("told", "beside", "years"),
    [
        ("88", "villages every fortnight", ""),
        ("31,200", "in 2021", "2021, 2022"),
        ("38,450", "in 2022", "2021, 2022"),
    ],
)
def test_figure_in_a_sentence_has_the_words_beside_it(
    figures: tuple[Figure, ...], told: str, beside: str, years: str
) -> None:
    """A figure in prose is told with the words beside it and the years that its sentence names."""
    assert (told, beside, years) in [(figure.told, figure.beside, figure.years) for figure in figures]


def test_every_figure_stands_in_its_quote(figures: tuple[Figure, ...]) -> None:
    """The marked words of each quote are the figure as the document has it."""
    assert figures
    for figure in figures:
        (mark,) = figure.citation.marks
        digits = [char for char in figure.citation.source.text[slice(*mark)] if char.isdigit()]
        assert figure.citation.start <= mark.start < mark.end <= figure.citation.end
        assert digits == [char for char in figure.told.split(" (")[0] if char.isdigit()]


def test_years_pages_and_telephone_numbers_are_no_figures(figures: tuple[Figure, ...]) -> None:
    """What only names a time or a place is left out."""
    assert not [
        figure for figure in figures if figure.told in ("2021", "2022", "16") or figure.told[:2] == "01"
    ]


def test_newest_document_comes_first(figures: tuple[Figure, ...]) -> None:
    """The figures of the newest document head the sheet."""
    dates = [figure.citation.source.info.date for figure in figures]

    assert dates == sorted(dates, reverse=True)


def test_sheet_reads_back_as_a_table(figures: tuple[Figure, ...]) -> None:
    """Each row has every column, its quote among them, and a person reads figure, quote and source."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(figure_rows(figures))
    rows = list(csv.reader(io.StringIO(text.getvalue(), newline="")))

    assert len(rows) == len(figures)
    assert {len(row) for row in rows} == {len(FIGURE_COLUMNS)}
    assert figure_to_plain(figures[0])[0].startswith(figures[0].told)
