"""The figures of a paper's table as statements that can be checked: row, figure, unit and year."""

import re
from collections.abc import Iterator

from assistant.question.periods import periods_in
from assistant.types import Span

_CELL = re.compile(r"[^|\n]+")
_FIGURE = re.compile(r"(?P<pound>£\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|m|bn|k|million|billion)?")
_IN_HEADER = re.compile(r"£\s?(?P<money>m|bn|k|million|billion|000s?)?\b|(?P<share>%|per ?cent)")
_UNIT_OF_ROW = re.compile(r"\s*\((?:£\s?\w*|%|per ?cent)\)\s*$")
_SCALES = {"000": "k", "000s": "k"}
_MARKS = re.compile(r"[*_`⁰¹²³⁴-⁹]+")


def statements_of(text: str, header: Span, row: Span) -> Iterator[tuple[Span, str]]:
    """For each figure of a *row* under a year of the *header*: where it stands, and what it states.

    What stands under no year is left out: what it measures cannot be told from the table alone.
    """
    columns = [plain for _, plain in _cells(text, header)]
    label, *cells = list(_cells(text, row)) or [(row, "")]
    for number, (span, said) in enumerate(cells, 1):
        column = columns[number] if number < len(columns) else ""
        figure, years = _FIGURE.fullmatch(said), periods_in(column)
        if figure and len(years) == 1 and any(map(str.isalpha, label[1])):
            year = column[years[0].start : years[0].end]
            what = " ".join(_UNIT_OF_ROW.sub("", label[1]).replace(":", " ").split())
            # "£m" may stand in the column's head, in the row's label, or in the corner for the whole table.
            units = " ".join((column, label[1], columns[0]))
            yield span, f"{what} is {_told(figure, units)} in {year}."


def _cells(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Each cell of a line with its place and its words without marks; an empty one too."""
    for match in _CELL.finditer(text, line.start, line.end):
        said = match.group()
        start = match.start() + len(said) - len(said.lstrip())
        yield Span(start, start + len(said.strip())), _MARKS.sub("", said).strip()


def _told(figure: re.Match[str], units: str) -> str:
    """The figure with the unit that it has, or else the first of the *units* told for it."""
    of_column = _IN_HEADER.search(units)
    if figure["unit"] or figure["pound"] or of_column is None:
        return figure.group()
    if of_column["share"]:
        return f"{figure['number']}%"
    scale = of_column["money"] or ""
    return f"£{figure['number']}{_SCALES.get(scale, scale)}"
