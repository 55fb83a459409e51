"""Tables on a page: those with rules and those without, as rows of cells."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from assistant.reading import parts
from assistant.reading.drafts import starts_lower
from assistant.reading.parts import write_parts
from assistant.reading.pdf.lines import MARKER, Line, lines_of, runs_of
from assistant.reading.pdf.rules import Grid
from assistant.reading.pdf.sheet import Box, Word, around

_BOUNDARY = 0.45
_LOOSE = 1.42
_TIGHT = 1.3
_MOST_HEADS = 4
_FEWEST_LOOSE = 0.1
_LONG = 10
# What a head has in common with a column to stand over it.
_OVER = 0.3
_MIDDLE = 0.1
_NEAR = 2.5
_FEWEST_BANDS = 3
_FEWEST_COLUMNS = 3
_MOST_BAND_LINES = 8
_VALUE = re.compile(
    r"[-–—+(<>~£$€ ]*\d[\d,.]*\s?(?:%|m|bn|k|p|pts?)?\)?[*⁰¹²³⁴-⁹]*|[-–—]|n/?a|nil|✓", re.IGNORECASE
)
_FIGURES = 0.4
# How much further a band may be from the rows of a table than they are from one another, and head them.
_FAR_OFF = 1.6
_BEFORE_FIGURES = frozenset("$£€")
_BEHIND_FIGURES = frozenset((")", "%", ")%", "p"))
_LONG_CELL = 14
_BEGUN = 0.85
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d{2}))?")
# An address goes on without a blank and keeps its hyphens; so does what a dash or stroke holds together.
_UNBROKEN = re.compile(r"(?:://|www\.)\S*[-/._=&?]$|\w[–—/]$")
# The dots between a title and its page, and rows of dots that part one thing from another.
_LEADER = re.compile(r"\s*(?:[.…_·]\s?){6,}")

Join = Callable[[str, str], str]
Cells = list[str]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells; the first row names the columns."""

    box: Box
    rows: tuple[tuple[str, ...], ...]

    def as_markdown(self) -> str:
        """A pipe table, in which no cell is taken for markup."""
        return write_parts([parts.Table(self.rows[0], self.rows[1:])]).strip()


def is_value(text: str) -> bool:
    """Whether a cell holds a figure, or the sign that there is none."""
    return _VALUE.fullmatch(text.strip()) is not None


def table_from_grid(words: Sequence[Word], grid: Grid, join: Join) -> Table | None:
    """The table that rules draw around words; None where they draw none."""
    columns = _columns_in(words, grid)
    if len(columns) < 2:
        return None
    heads: list[Cells] = []
    body: list[Cells] = []
    for top, bottom in pairwise(grid.ys):
        lines = lines_of([word for word in words if top <= word.box.middle[1] < bottom])
        if not lines:
            continue
        bold = all(line.bold for line in lines)
        groups = _row_groups(lines, columns, join) if _holds_rows(lines, columns) else [lines]
        rows = [(_cells if len(grid.xs) > 2 else _row)(group, columns, join) for group in groups]
        is_head = not body and len(heads) < _MOST_HEADS and (not heads or bold or grid.parts_at(top))
        if is_head and len(rows) == 1 and not _is_figures(rows[0]):
            heads.append(_spread(lines, columns, join, grid, (top + bottom) / 2))
        else:
            body += rows
    return _table(heads, body, around(word.box for word in words))


def _columns_in(words: Sequence[Word], grid: Grid) -> list[Span]:
    """The columns between upright rules; where these part only groups of columns, all columns of figures."""
    ruled = list(pairwise(grid.xs)) if len(grid.xs) > 2 else []
    lines = lines_of(words)
    free = columns_of(lines)
    if len(free) <= len(ruled):
        return ruled
    return free if not ruled or _in_figures(lines, free) else ruled


def table_from_lines(lines: Sequence[Line], join: Join) -> Table | None:
    """The table that lines make whose words stand in columns; None where they do not."""
    columns = columns_of(lines)
    if len(columns) < 2:
        return None
    groups = _row_groups(lines, columns, join)
    rows = [_row(group, columns, join) for group in groups]
    first = next((number for number, row in enumerate(rows) if _is_figures(row)), 1)
    heads = min(first, _MOST_HEADS)
    reach = _reach(lines, columns)
    spread = [_spread(group, columns, join, reach=reach) for group in groups[:heads]]
    return _table(spread, rows[heads:], around(line.box for line in lines))


def tables_by_room(lines: Sequence[Line], join: Join) -> list[tuple[Table, list[Line]]]:
    """Tables of three columns or more that have no rules, but clear room between rows; with their lines."""
    bands: list[list[Line]] = []
    for line in lines:
        if bands and line.base - bands[-1][-1].base <= _LOOSE * line.size:
            bands[-1].append(line)
        else:
            bands.append([line])
    found = []
    first = 0
    while first + _FEWEST_BANDS <= len(bands):
        last = first + _FEWEST_BANDS
        while last <= len(bands) and _in_columns(bands[first:last]):
            last += 1
        inside = [line for band in bands[first : last - 1] for line in band]
        is_one = last - first > _FEWEST_BANDS and not _stands_off(bands[first : last - 1])
        table = table_from_lines(inside, join) if is_one else None
        if table is not None and is_tabular(table) and not _is_prose(table.rows[0]):
            found.append((table, inside))
            first = last - 1
        else:
            first += 1
    return found


def _in_columns(bands: Sequence[Sequence[Line]]) -> bool:
    """Whether bands are low, and stand in the same three columns or more, two of which each begins."""
    lines = [line for band in bands for line in band]
    if len(lines) > _MOST_BAND_LINES * len(bands):
        return False
    columns = columns_of(lines)
    if len(columns) < _FEWEST_COLUMNS:
        return False
    if any(_crosses(run, columns) for band in bands[1:] for line in band for run in runs_of(line)):
        return False
    return all(
        len(runs_of(band[0])) > 1 and sum(map(bool, _cells(band[:1], columns, _apart))) > 1 for band in bands
    )


def _crosses(run: Sequence[Word], columns: Sequence[Span]) -> bool:
    """Whether a run of words stands in more than one column."""
    return any(run[0].box.left < left < run[-1].box.right for left, _ in columns[1:])


def is_tabular(table: Table) -> bool:
    """Whether cells are figures or short, and most rows have several: text in columns is not so."""
    body = table.rows[1:]
    cells = [cell for row in body for cell in row[1:] if cell]
    if not cells or any(_is_markers([row[column] for row in body]) for column in range(len(body[0]))):
        return False
    figures = sum(map(is_value, cells)) / len(cells)
    several = sum(sum(map(bool, row)) > 1 for row in body) / len(body)
    # The cells of a table of words are short, and each begins something.
    short = median(len(cell.split()) for cell in cells) <= _LONG_CELL and len(table.rows[0]) > 2
    every = cells + [row[0] for row in body if row[0]]
    begun = sum(not starts_lower(cell) and not cell.endswith("-") for cell in every) >= _BEGUN * len(every)
    return several >= 0.5 and (figures >= _FIGURES or (short and begun))


def _stands_off(bands: Sequence[Sequence[Line]]) -> bool:
    """Whether the first band is far from the others, which follow one another closely: it is text above."""
    first, *gaps = (after[0].base - before[-1].base for before, after in pairwise(bands))
    return first > _FAR_OFF * max(gaps)


def _is_prose(heads: Sequence[str]) -> bool:
    """Whether what would name the columns of a table is text in columns that goes on from further up."""
    return any(starts_lower(head) and len(head.split()) > _LONG_CELL for head in heads)


def _is_markers(cells: Sequence[str]) -> bool:
    """Whether a column holds the bullets and numbers of a list, and nothing else."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(MARKER.fullmatch(word) for cell in filled for word in cell.split())


def _holds_rows(lines: Sequence[Line], columns: Sequence[Span]) -> bool:
    """Whether what stands between two rules is more than one row: some column has several figures."""
    for column in columns[1:]:
        texts = [text for line in lines if (text := _cells([line], [column], _apart)[0])]
        if len(texts) > 1 and sum(map(is_value, texts)) > len(texts) / 2:
            return True
    groups = _row_groups(lines, columns, _apart) if _parted_by_room(lines) else []
    return len(groups) > 1 and all(sum(map(bool, _cells(group, columns, _apart))) > 1 for group in groups)


def _apart(one: str, other: str) -> str:
    return f"{one} {other}"


def _table(heads: list[Cells], body: list[Cells], box: Box) -> Table | None:
    if not body:
        return None
    head = [" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*heads, strict=True)] or [""] * len(
        body[0]
    )
    rows = _signs_joined([head, *body])
    kept = [column for column in range(len(head)) if any(row[column] for row in rows)]
    if len(kept) < 2:
        return None
    return Table(box, tuple(tuple(row[column] for column in kept) for row in rows))


def _signs_joined(rows: list[Cells]) -> list[Cells]:
    """Currency signs and per cents that stand in columns of their own go to their figures."""
    for column in range(len(rows[0])):
        signs = {row[column] for row in rows[1:] if row[column]}
        to = column + 1 if signs <= _BEFORE_FIGURES else column - 1 if signs <= _BEHIND_FIGURES else column
        if not signs or to == column or not 0 < to < len(rows[0]):
            continue
        for number, row in enumerate(rows):
            # A head over both columns is said once.
            sign = row[column] if number or not set(row[column].split()) <= set(row[to].split()) else ""
            parts = (sign, row[to]) if to > column else (row[to], sign)
            glue = "" if number else " "
            row[to], row[column] = glue.join(filter(None, parts)), ""
    return rows


def columns_of(lines: Sequence[Line]) -> list[Span]:
    """Where the columns of a table stand: what is free between them runs through all lines but the heads.

    In a long table of figures a line or two may run over the gap, and those that name a part of it.
    """
    free = _free_columns(lines, 0)
    tolerated = len(lines) // _LONG
    for some in (lines, _full_rows(lines)):
        parted = _free_columns(some, tolerated)
        if len(parted) > len(free) and _in_figures(some, parted):
            free = parted
    return free


def _full_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines that stand in as many pieces as most do: what only names a part runs over the columns."""
    counts = [len(runs_of(line)) for line in lines]
    full = [line for line, count in zip(lines, counts, strict=True) if 2 * count > max(counts, default=0)]
    return full if len(full) > len(lines) / 2 else lines


def _free_columns(lines: Sequence[Line], tolerated: int) -> list[Span]:
    best: list[Span] = []
    for heads in range(min(3, len(lines))):
        parted = [runs for line in lines[heads:] if len(runs := runs_of(line)) > 1]
        found = _covered((_box(run) for runs in parted for run in runs), lines[0].size, tolerated)
        if len(found) > len(best) and len(parted) > 1:
            best = found
    if not best:
        return []
    bounds = [(one[1] + other[0]) / 2 for one, other in pairwise(best)]
    box = around(line.box for line in lines)
    return list(pairwise([min(box.left, best[0][0]) - 1, *bounds, max(box.right, best[-1][1]) + 1]))


def _in_figures(lines: Sequence[Line], columns: Sequence[Span]) -> bool:
    """Whether much of what stands in columns, but for the first, is figures."""
    cells = [cell for line in lines for cell in _cells([line], columns, _apart)[1:] if cell]
    return sum(map(is_value, cells)) > _FIGURES * len(cells)


def _covered(boxes: Iterable[Box], size: float, tolerated: int) -> list[Span]:
    """The stretches that more boxes cover than are tolerated, with more than a blank free between them."""
    edges = sorted(edge for box in boxes for edge in ((box.left, 1), (box.right, -1)))
    stretches: list[Span] = []
    depth = 0
    begin = 0.0
    for place, change in edges:
        if depth <= tolerated < depth + change:
            begin = place
        elif depth + change <= tolerated < depth:
            if stretches and begin - stretches[-1][1] < _BOUNDARY * size:
                stretches[-1] = (stretches[-1][0], place)
            else:
                stretches.append((begin, place))
        depth += change
    return stretches


def _row_groups(lines: Sequence[Line], columns: Sequence[Span], join: Join) -> list[list[Line]]:
    """Bring the lines together that make up one row of the table."""
    parted_by_room = _parted_by_room(lines)
    groups: list[list[Line]] = [[line] for line in lines[:1]]
    for last, line in pairwise(lines):
        tight = line.base - last.base <= _TIGHT * line.size
        before, here = _cells(groups[-1], columns, join), _cells([line], columns, join)
        goes_on = tight if parted_by_room and _fit(before, here) else tight and _continues(before, here)
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _parted_by_room(lines: Sequence[Line]) -> bool:
    """Whether there is more room between rows than between the lines of one row."""
    steps = [other.base - one.base for one, other in pairwise(lines)]
    loose = sum(step > _LOOSE * line.size for step, line in zip(steps, lines, strict=False))
    return _FEWEST_LOOSE * len(steps) <= loose < len(steps)


def _fit(before: Cells, here: Cells) -> bool:
    """Whether no column would get two figures."""
    return not any(is_value(one) and is_value(other) for one, other in zip(before, here, strict=True))


def _continues(before: Cells, here: Cells) -> bool:
    """Whether a line only carries on with what the row before it began."""
    if not _fit(before, here):
        return False
    # A figure belongs to the label on its line, unless the label began higher up.
    if here[0]:
        return starts_lower(here[0]) or (not any(here[1:]) and not any(before[1:]) and starts_lower(here[0]))
    return bool(before[0])


def _cells(lines: Sequence[Line], columns: Sequence[Span], join: Join) -> Cells:
    words = [word for line in lines for word in line.words]
    found = []
    for left, right in columns:
        inside = [word for word in words if left <= word.box.middle[0] < right]
        found.append(text_of(lines_of(inside), join))
    return found


def _row(lines: Sequence[Line], columns: Sequence[Span], join: Join) -> Cells:
    """The cells of a row without rules; words that run on over several columns stand where they begin."""
    places: dict[Word, float] = {}
    for run in (run for line in lines for run in runs_of(line)):
        is_text = _crosses(run, columns) and not any(is_value(word.text) for word in run)
        places |= {word: (run[0] if is_text else word).box.middle[0] for word in run}
    found = []
    for left, right in columns:
        inside = [word for word, place in places.items() if left <= place < right]
        found.append(text_of(lines_of(inside), join))
    return found


def text_of(lines: Sequence[Line], join: Join) -> str:
    """The text of lines that belong together; words cut at a line's end are mended."""
    text = ""
    for line in lines:
        words = line.text
        if text.endswith("\u00ad"):
            text = text[:-1] + words
        elif _UNBROKEN.search(text):
            text += words
        elif text.endswith("-") and words:
            text = join(text, words)
        else:
            text = f"{text} {words}" if text else words
    return _LEADER.sub(" ", text.replace("\u00ad", "")).strip()


def _spread(
    lines: Sequence[Line],
    columns: Sequence[Span],
    join: Join,
    grid: Grid | None = None,
    height: float = 0.0,
    reach: Span | None = None,
) -> Cells:
    """The cells of a head, where what spans several columns stands in each of them."""
    cells = _cells(lines, columns, join)
    if grid is not None and len(grid.xs) > 2:
        for first, last in grid.spans(height):
            whole = _cells(lines, [(columns[first][0], columns[last][1])], join)[0]
            cells[first : last + 1] = [whole] * (last + 1 - first)
        return cells
    found: list[list[str]] = [[] for _ in columns]
    for line in lines:
        is_over = _is_over(line, columns, reach)
        for run in [list(line.words)] if is_over else runs_of(line, _BOUNDARY):
            box, text = _box(run), text_of(lines_of(run), join)
            if is_over:
                box = Box(columns[1][0], box.top, columns[-1][1], box.bottom)
            for number, (left, right) in enumerate(columns):
                common = min(box.right, right) - max(box.left, left)
                if common > _OVER * min(box.width, right - left):
                    found[number].append(text)
    return [" ".join(part) for part in found]


def over_columns(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line right above a table is a head over its columns, as “Year ended” is."""
    columns = columns_of(lines)
    near = 0 < lines[0].base - line.base < _NEAR * line.size
    return near and _is_over(line, columns, _reach(lines, columns))


def _reach(lines: Sequence[Line], columns: Sequence[Span]) -> Span | None:
    """How far the words of all columns but the first reach to both sides; None where there are few."""
    boxes = [word.box for line in lines if len(runs_of(line)) > 1 for word in line.words]
    boxes = [box for box in boxes if len(columns) > 2 and box.middle[0] > columns[1][0]]
    return (min(box.left for box in boxes), max(box.right for box in boxes)) if boxes else None


def _is_over(line: Line, columns: Sequence[Span], reach: Span | None) -> bool:
    """Whether a line stands in the middle over columns that reach so far, and over nothing else.

    What stands over the middle column alone may be the first line of that one's own head.
    """
    if reach is None or len(runs_of(line)) > 1 or not _crosses(line.words, columns):
        return False
    left, right = reach
    off = abs(line.box.middle[0] - (left + right) / 2)
    return line.box.left >= left and off < _MIDDLE * (right - left)


def _box(words: Sequence[Word]) -> Box:
    return around(word.box for word in words)


def _is_figures(row: Cells) -> bool:
    filled = [cell for cell in row[1:] if cell]
    values = [cell for cell in filled if is_value(cell) and not _YEAR.fullmatch(cell)]
    return bool(values) and 2 * len(values) >= len(filled)
