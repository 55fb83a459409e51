"""Cells that span rows and columns → a table with one header row, and one label to a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from assistant.reading.parts import Paragraph, Part, Table, one_line, says_something

_FIGURE = re.compile(r"[(\-–−+]?\s?[£$€]?\s?\d[\d,.]*(?: \d{3})*\s?(?:%|[a-z]{1,2})?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d{4}|\d\d))?")
_ENDS_A_PART = re.compile(r"\b(?:total|net|balance|difference)\b", re.IGNORECASE)
MOST_COLUMNS = 200
MOST_ROWS = 5_000
_MOST_HEADER_ROWS = 4
_CAPTION_WORDS = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as its file has it, with how many columns and rows it spans."""

    text: str
    is_header: bool = False
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place of the grid; `origin` is where its cell begins, the same for all places that it covers."""

    text: str
    is_header: bool
    origin: tuple[int, int]


_NOWHERE = (-1, -1)
_EMPTY = _Slot("", False, _NOWHERE)
_Row = list[_Slot]


def table_of(rows: Sequence[Sequence[Cell]], caption: str = "") -> tuple[list[Part], bool]:
    """The table that cells make, titles and notes around it; and whether some had to be left out.

    What is one column or one row wide is no table, and becomes paragraphs.
    """
    grid = _without_empty(_laid_out(rows[:MOST_ROWS]))
    above = _lone(grid)
    below = _lone(grid[above:][::-1])
    body = grid[above : len(grid) - below]
    titles = [row[0].text for row in grid[:above]]
    notes = [Paragraph(row[0].text) for row in grid[len(grid) - below :]]
    if len(" ".join(titles).split()) <= _CAPTION_WORDS:
        caption, titles = " – ".join(filter(None, [caption, *titles])), []
    parts: list[Part] = [Paragraph(title) for title in titles]
    if len(body) < 2 or len(body[0]) < 2:
        cells = [slot.text for row in body for slot in row if slot.text]
        parts += [Paragraph(text) for text in filter(None, [caption, *dict.fromkeys(cells)])]
    else:
        count = _header_rows(body)
        header = tuple(_joined([row[place] for row in body[:count]]) for place in range(len(body[0])))
        parts.append(Table(header, tuple(_labelled(body[count:])), caption))
    too_wide = any(len(row) > MOST_COLUMNS for row in rows[:MOST_ROWS])
    return [*parts, *notes], too_wide or len(rows) > MOST_ROWS


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure that is not a year."""
    return _FIGURE.fullmatch(text) is not None and not is_year(text)


def is_year(text: str) -> bool:
    """Whether a cell holds a year, or the two of a financial year."""
    return _YEAR.fullmatch(text) is not None


def _laid_out(rows: Sequence[Sequence[Cell]]) -> list[_Row]:
    """Every place that a cell covers gets its words; the grid is as wide as its widest row."""
    grid: list[dict[int, _Slot]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        place = 0
        for cell in row:
            while place in grid[number]:
                place += 1
            slot = _Slot(one_line(cell.text), cell.is_header, (number, place))
            across = max(1, min(cell.across, MOST_COLUMNS - place))
            for below in range(number, min(len(rows), number + max(1, cell.down))):
                for beside in range(place, place + across):
                    grid[below].setdefault(beside, slot)
            place += across
            if place >= MOST_COLUMNS:
                break
    width = max((max(row) + 1 for row in grid if row), default=0)
    return [[row.get(place, _EMPTY) for place in range(width)] for row in grid]


def _without_empty(grid: list[_Row]) -> list[_Row]:
    """Leave out rows and columns in which nothing stands, or only what a neighbour's cell says already."""
    rows = [row for row in grid if any(slot.text for slot in row)]
    if not rows:
        return []
    columns = list(zip(*rows, strict=True))
    kept = [
        place
        for place, column in enumerate(columns)
        if any(slot.text for slot in column) and not (place and _only_spanned(columns[place - 1], column))
    ]
    return [[row[place] for place in kept] for row in rows]


def _only_spanned(before: Sequence[_Slot], column: Sequence[_Slot]) -> bool:
    """Whether a column has no cell of its own: each of its places is covered from the left, or empty."""
    own = [slot for left, slot in zip(before, column, strict=True) if slot.origin != left.origin]
    return not any(slot.text for slot in own)


def _lone(grid: list[_Row]) -> int:
    """How many rows, from the first on, have nothing but one cell at the left: titles, or notes."""
    wide = len(grid) > 1 and len(grid[0]) > 1
    return len(list(takewhile(_says_one_thing, grid))) if wide else 0


def _says_one_thing(row: _Row) -> bool:
    said = {slot.origin for slot in row if slot.text}
    return bool(row[0].text) and len(said) == 1


def _header_rows(grid: list[_Row]) -> int:
    """How many rows at the top are the header; 0 where the first row is one like the others."""
    marked = 0
    while marked < len(grid) - 1 and all(slot.is_header or not slot.text for slot in grid[marked]):
        if marked and _says_one_thing(grid[marked]):
            break
        marked += 1
    if marked:
        return min(marked, _MOST_HEADER_ROWS)
    # A cell of the first row that reaches down, or over several columns, parts the header into several rows.
    tall = max(
        len([row for row in grid[:_MOST_HEADER_ROWS] if row[place].origin == first.origin != _NOWHERE])
        for place, first in enumerate(grid[0])
    )
    wide = any(one.origin == other.origin != _NOWHERE for one, other in pairwise(grid[0]))
    count = max(tall, 2 if wide else 1)
    return count if count < len(grid) and _looks_like_header(grid, count) else 0


def _looks_like_header(grid: list[_Row], count: int) -> bool:
    """Whether the first rows name columns: no figure stands in them, and figures or several columns below."""
    above = [slot.text for row in grid[:count] for slot in row]
    if any(is_figure(text) for text in above) or not all(slot.text for slot in grid[count - 1][1:]):
        return False
    below = [slot.text for row in grid[count:] for slot in row[1:]]
    return len(grid[0]) > 2 or any(is_figure(text) or _YEAR.fullmatch(text) for text in below)


def _joined(slots: Sequence[_Slot]) -> str:
    """The words of a column's header, from the top down, each cell's once."""
    return " ".join(dict.fromkeys(slot.text for slot in slots if slot.text))


def _labelled(rows: list[_Row]) -> Iterator[tuple[str, ...]]:
    """The rows, each with the part of the table that it is in before its label ("Income: Grant")."""
    part = ""
    for row in _with_one_label(rows):
        if _says_one_thing(row) and says_something(row[0].text) and not is_figure(row[0].text):
            part = row[0].text.rstrip(":")
            yield (part, *("" for _ in row[1:]))
            continue
        label = row[0].text
        yield (f"{part}: {label}" if part and label else label, *(slot.text for slot in row[1:]))
        if part and _ENDS_A_PART.search(label):
            part = ""


def _with_one_label(rows: list[_Row]) -> list[_Row]:
    """Where a label reaches down over several rows, the next column's words are part of the label."""
    reaches = any(
        one[0].origin == other[0].origin and one[0].text
        for one, other in pairwise(rows)
        if not _says_one_thing(one)
    )
    if not reaches or len(rows[0]) < 3 or any(is_figure(row[1].text) for row in rows):
        return rows
    return [
        row
        if row[0].origin == row[1].origin
        else [replace(row[0], text=": ".join(filter(None, [row[0].text, row[1].text]))), *row[1:]]
        for row in rows
    ]
