"""Excel workbooks (.xlsx) → parts: every sheet that is shown, its cells as they show."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.archive import check_archive
from assistant.reading.formats import Reading
from assistant.reading.grid import MOST_COLUMNS, MOST_ROWS, Cell
from assistant.reading.parts import Part
from assistant.reading.proposal import Said, as_reading
from assistant.reading.sheets import SPREADSHEET, Rows, cut, first_caption, sheet_parts, under_name
from assistant.reading.shown import shown_date, shown_number

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

# A formula that holds neither a number nor a text (one whose result is an empty text has a result).
_WITHOUT_RESULT = re.compile(
    rb'<c\b(?![^>]*\bt="str")[^>]*><f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)

_NOTHING = Cell("")


def read_workbook(path: Path) -> Reading:
    """Read a workbook; a formula is its last result, and what is hidden is left out."""
    from openpyxl import load_workbook

    check_archive(path)
    # Given a path, openpyxl leaves the file open where it cannot be read.
    workbook = load_workbook(BytesIO(path.read_bytes()), data_only=True, keep_links=False)
    parts: list[Part] = []
    problems = _without_result(path)
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            problems.append(f"The sheet {sheet.title} is hidden and was left out.")
            continue
        shown = _Shown(sheet)
        found, is_cut = sheet_parts(shown.rows())
        parts += under_name(sheet.title, found)
        problems += [cut(f"The sheet {sheet.title}")] if is_cut else []
        if shown.hides:
            problems.append(f"Hidden rows or columns of the sheet {sheet.title} were left out.")
    return as_reading(path, parts, _said(workbook, parts), problems)


def _said(workbook: Workbook, parts: list[Part]) -> Said:
    properties = workbook.properties
    changed = properties.modified or properties.created
    return Said(
        title=properties.title or first_caption(parts),
        author=properties.creator or "",
        late_date=changed.date().isoformat() if changed else "",
        kind=SPREADSHEET,
    )


def _without_result(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        count = sum(len(_WITHOUT_RESULT.findall(packed.read(name))) for name in sheets)
    if not count:
        return []
    return [f"{count} of its formulas have no result; open it in a spreadsheet program and save it."]


class _Shown:
    """One sheet without its hidden rows and columns."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._columns = frozenset(
            place
            for column in sheet.column_dimensions.values()
            if column.hidden
            for place in range(column.min or 0, min(column.max or 0, MOST_COLUMNS) + 1)
        )
        self._lines = frozenset(place for place, row in sheet.row_dimensions.items() if row.hidden)

    @property
    def hides(self) -> bool:
        """Whether anything is hidden where the sheet has cells."""
        sheet = self._sheet
        return any(row <= sheet.max_row for row in self._lines) or any(
            column <= sheet.max_column for column in self._columns
        )

    def rows(self) -> Rows:
        """The cells, merged ones once with what they span; an empty row stands for any number of them."""
        from openpyxl.cell.cell import MergedCell as Covered

        spans = {(area.min_row, area.min_col): area for area in self._sheet.merged_cells.ranges}
        lines: defaultdict[int, dict[int, Cell | None]] = defaultdict(dict)
        # Only the cells that the file has: walking over all places would be without end in a far-flung sheet.
        for (line, column), cell in sorted(self._sheet._cells.items()):
            if line in self._lines or column in self._columns:
                continue
            place = min(column, MOST_COLUMNS + 1)  # one column too many tells that there are more
            is_covered = isinstance(cell, Covered)
            lines[line][place] = None if is_covered else self._cell(cell, spans.get((line, column)))
        return list(self._spread(lines))

    def _spread(self, lines: Mapping[int, Mapping[int, Cell | None]]) -> Iterator[list[Cell]]:
        """Rows of cells in their places; a place that another cell covers is left to that one."""
        above = 0
        for line, cells in lines.items():
            if any(between not in self._lines for between in range(above + 1, line)):
                yield []
            above = line
            columns = (column for column in range(1, max(cells) + 1) if column not in self._columns)
            placed = (cells.get(column, _NOTHING) for column in columns)
            yield [cell for cell in placed if cell is not None]

    def _cell(self, cell: ExcelCell | MergedCell, area: CellRange | None) -> Cell:
        text = _shown(cell)
        if area is None:
            return Cell(text)
        columns = range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1)
        lines = range(area.min_row, min(area.max_row, MOST_ROWS) + 1)
        across = sum(column not in self._columns for column in columns)
        return Cell(text, across=across, down=sum(line not in self._lines for line in lines))


def _shown(cell: ExcelCell | MergedCell) -> str:
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return shown_number(value, cell.number_format)
    if isinstance(value, datetime.date | datetime.time):
        return shown_date(value, cell.number_format)
    return "" if value is None else str(value)
