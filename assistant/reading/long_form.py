"""A table in long form, one figure to a row, → one row for each thing, with a column for each year."""

from collections.abc import Sequence

from assistant.reading.grid import is_figure, is_year
from assistant.reading.parts import Table

_MOST_COLUMNS = 24

Cells = Sequence[str]


def widened(table: Table) -> Table:
    """The table as people lay it out, where several rows tell of one thing in several years.

    What names the thing in several columns is one label then ("Mill Lane: Books"). Any other table, and one
    that would get too wide or tells two figures of the same, stays as it is.
    """
    columns = list(zip(*table.rows, strict=True))
    years = [place for place, cells in enumerate(columns) if all(map(is_year, cells))]
    figures = [place for place, cells in enumerate(columns) if _are_figures(cells)]
    names = [place for place in range(len(columns)) if place not in years + figures]
    if len(years) > 1 or not (figures and names and all(table.header)):
        return table
    found: dict[str, dict[tuple[int, str], str]] = {}
    for row in table.rows:
        label, year = ": ".join(row[place] for place in names), row[years[0]] if years else ""
        cells = found.setdefault(label, {})
        if (figures[0], year) in cells or not all(row[place] for place in names):
            return table
        cells |= {(place, year): row[place] for place in figures}
    heads = list(dict.fromkeys(head for cells in found.values() for head in cells))
    heads.sort(key=lambda head: head[0])
    is_long = len(found) < len(table.rows) if years else len(names) > 1 and _repeats(columns[names[0]])
    if not is_long or len(heads) > _MOST_COLUMNS:
        return table
    header = [f"{table.header[place]} {year}".strip() for place, year in heads]
    rows = tuple((label, *(cells.get(head, "") for head in heads)) for label, cells in found.items())
    return Table((": ".join(table.header[place] for place in names), *header), rows, table.caption)


def _are_figures(cells: Cells) -> bool:
    return any(cells) and all(is_figure(cell) or not cell for cell in cells)


def _repeats(cells: Cells) -> bool:
    return len(set(cells)) < len(cells)
