"""Tables of figures whose cells came one to a line: rebuilt where the counts fit exactly, else left alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from assistant.reading.footnotes import raise_digits

_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-](?:\d{4}|\d{2}))?")
_UNIT = re.compile(
    r"[£$€](?:000s?|’000|'000|m|bn|k|million|billion|thousand)|%|per cent|[£$€]", re.IGNORECASE
)
_VALUE = re.compile(r"[-–(]?[£$€]?\d[\d,]*(?:\.\d+)?(?:m|bn|k|%)?\)?")
_LONGEST_CELL = 40
_MOST_CELL_WORDS = 5
_MOST_DOUBTFUL = 8
_MOST_LINES = 150
_THOUSANDS = re.compile("0{3}|k|thousand", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    label: str
    values: list[str] = field(default_factory=list)


def rebuild_tables(lines: Sequence[str]) -> list[str]:
    """Replace each run of cell lines that is a table of years by that table as one Markdown block."""
    rebuilt: list[str] = []
    number = 0
    while number < len(lines):
        end = _run_end(lines, number)
        table = _table([line.strip() for line in lines[number:end] if line.strip()]) if end else None
        if table is None or end is None:
            rebuilt.append(lines[number])
            number += 1
            continue
        words, table_lines, footnote = table
        rebuilt += ["", *([words] if words else []), "", table_lines, ""]
        number = end
        if footnote:
            number = _add_note(rebuilt, lines, number, footnote)
    return rebuilt


def _add_note(rebuilt: list[str], lines: Sequence[str], number: int, footnote: str) -> int:
    """The first text behind a table with a footnote marker is the note."""
    while number < len(lines) and not lines[number].strip():
        number += 1
    if number < len(lines):
        rebuilt += [f"{raise_digits(footnote)} {lines[number].strip()}", ""]
    return number + 1


def _run_end(lines: Sequence[str], start: int) -> int | None:
    """Where the run of short lines that begins with a year at `start` ends."""
    if not _YEAR.fullmatch(lines[start].strip()):
        return None
    end = start
    for number in range(start, min(len(lines), start + _MOST_LINES)):
        words = lines[number].strip()
        if len(words) > _LONGEST_CELL or len(words.split()) > _MOST_CELL_WORDS:
            break
        if _VALUE.fullmatch(words):
            end = number + 1
    return end if end > start + 1 else None


def _table(cells: list[str]) -> tuple[str, str, str] | None:
    """The words left over, the table, and a footnote's digit; None unless every value finds its place."""
    years = [cell for cell in cells if _YEAR.fullmatch(cell)]
    if len(years) < 2 or len(set(years)) != len(years):
        return None
    cells, footnote = _without_footnote(cells)
    units = [cell for cell in cells if _UNIT.fullmatch(cell)]
    values = [cell for cell in cells if _is_value(cell)]
    if not values or len(values) % len(years):
        return None
    chosen = _row_labels(cells, len(values) // len(years), footnote)
    rows = _fill(cells, chosen, len(years)) if chosen else None
    if rows is None:
        return None
    left = [cell for number, cell in enumerate(cells) if number not in chosen and _is_words(cell)]
    return ", ".join(left), _written(_unit(units, values), years, rows), footnote


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell) is not None and not _YEAR.fullmatch(cell) and not _UNIT.fullmatch(cell)


def _is_words(cell: str) -> bool:
    return not (_VALUE.fullmatch(cell) or _YEAR.fullmatch(cell) or _UNIT.fullmatch(cell))


def _without_footnote(cells: list[str]) -> tuple[list[str], str]:
    """Take out a lone digit that is also glued to the end of a label, and raise it there."""
    for number, cell in enumerate(cells):
        if not re.fullmatch(r"[1-9]", cell):
            continue
        glued = [
            place for place, other in enumerate(cells) if re.fullmatch(rf"[^\W\d_].*[^\W\d_]{cell}", other)
        ]
        if glued:
            marked = list(cells)
            marked[glued[0]] = marked[glued[0]][:-1] + raise_digits(cell)
            return marked[:number] + marked[number + 1 :], cell
    return cells, ""


def _row_labels(cells: list[str], rows: int, footnote: str) -> tuple[int, ...]:
    """Which of the words are labels of rows: those a value follows, and as many later ones as are missing."""
    words = [number for number, cell in enumerate(cells) if _is_words(cell)]
    sure = [number for number in words if number + 1 < len(cells) and _is_value(cells[number + 1])]
    if not sure or len(sure) > rows:
        return ()
    # Words before the first label with a value are heads of columns.
    doubtful = [number for number in words if number > sure[0] and number not in sure][:_MOST_DOUBTFUL]
    choices = list(combinations(doubtful, rows - len(sure)))
    return tuple(sorted((*sure, *choices[0]))) if len(choices) == 1 else ()


def _fill(cells: list[str], labels: tuple[int, ...], columns: int) -> list[_Row] | None:
    """Give each value to the label right before it, else to the first row that lacks some.

    None if that leaves gaps, or if values run over behind a label: then nothing tells whose they are.
    """
    rows: list[_Row] = []
    own: _Row | None = None
    for number, cell in enumerate(cells):
        if number in labels:
            own = _Row(cell)
            rows.append(own)
        elif _is_value(cell):
            row = own or next((row for row in rows if len(row.values) < columns), None)
            if row is None or len(row.values) == columns:
                return None
            row.values.append(cell)
        else:
            own = None
    return rows if all(len(row.values) == columns for row in rows) else None


def _unit(units: list[str], values: list[str]) -> str:
    """The unit of the figures; where two are given, decimals tell that it is the larger."""
    kinds = list(dict.fromkeys(units))
    large = [unit for unit in kinds if not _THOUSANDS.search(unit)]
    small = [unit for unit in kinds if _THOUSANDS.search(unit)]
    if large and small:
        return (large if any("." in value for value in values) else small)[0]
    return kinds[0] if kinds else ""


def _written(unit: str, years: list[str], rows: list[_Row]) -> str:
    lines = [[unit, *years], ["---"] * (len(years) + 1), *([row.label, *row.values] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
