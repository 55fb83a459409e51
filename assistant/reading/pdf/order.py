"""The order in which the parts of a page are read: columns one after the other, between what spans them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from assistant.reading.drafts import starts_lower
from assistant.reading.pdf.lines import MARKER, Line, lines_of
from assistant.reading.pdf.sheet import Word

_GUTTER = 0.75
# The lines of a column may begin this many gutters further right than its edge.
_INDENTS = 5.0
_FEWEST_ROWS = 3
_FEWEST_OF_ALL = 2
_SURE_ROWS = 6
_FEWEST_CHARS = 10
_NUMERIC = 0.4
_FULL = 0.55
_IN_STEP = 0.8
_LARGE = 1.15
_ALIKE = 3.0
_NEW_BAND = 1.42
_FEWEST_BANDS = 3
_MOST_BAND_ROWS = 8
_WIDEST = 3.0
_MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class _Cut:
    """Rows `first` to `last` stand in two columns, the right one of which begins at `x`."""

    x: float
    first: int
    last: int
    worth: float


def parts_of(words: Sequence[Word], usual: float) -> list[list[Word]]:
    """Part a page's words into runs of lines, each as wide as one column, in reading order."""
    waiting: list[list[Word]] = [list(words)]
    parts: list[list[Word]] = []
    known: list[float] = []
    while waiting and len(parts) < _MOST_PARTS:
        words = waiting.pop(0)
        rows = lines_of(words)
        cut = _best_cut(rows, usual, known)
        if cut is None:
            parts.append(words)
            continue
        known += [cut.x] if cut.last - cut.first >= _SURE_ROWS else []
        inside = [word for row in rows[cut.first : cut.last] for word in row.words]
        left = [word for word in inside if word.box.left < cut.x - 1]
        right = [word for word in inside if word.box.left >= cut.x - 1]
        above = [word for row in rows[: cut.first] for word in row.words]
        below = [word for row in rows[cut.last :] for word in row.words]
        waiting = [part for part in (above, left, right, below) if part] + waiting
    return [part for part in parts if part] + waiting


def _best_cut(rows: Sequence[Line], usual: float, known: Sequence[float]) -> _Cut | None:
    """The best cut of some rows; `known` are where columns of the same page begin."""
    gutter = _GUTTER * usual
    edges = _edges(rows, gutter)
    cuts = (cut for x in edges for cut in _cuts_at(rows, x, usual, is_known=_is_near(x, known)))
    return max(cuts, key=lambda cut: cut.worth, default=None)


def _edges(rows: Sequence[Line], gutter: float) -> list[float]:
    """Where several rows have words that begin behind a wide gap: the left edges of columns."""
    if not rows:
        return []
    margin = min(row.box.left for row in rows)
    starts: list[float] = []
    for row in rows:
        end = margin - gutter
        for word in row.words:
            if word.box.left - max(end, margin) >= gutter:
                starts.append(word.box.left)
            end = max(end, word.box.right)
    starts.sort()
    edges: list[float] = []
    for start in starts:
        near = bisect_right(starts, start + _INDENTS * gutter) - bisect_left(starts, start - 1)
        if near >= _FEWEST_OF_ALL and (not edges or start - edges[-1] > 1):
            edges.append(start)
    return edges


def _is_near(x: float, known: Sequence[float]) -> bool:
    return any(abs(x - edge) < 1 for edge in known)


def _cuts_at(rows: Sequence[Line], x: float, usual: float, *, is_known: bool) -> list[_Cut]:
    """The runs of rows that leave a gutter free before `x`, where both sides of it are columns of text."""
    cuts, gutter = [], _GUTTER * usual
    first = 0
    for number in range(len(rows) + 1):
        if number < len(rows) and _leaves_free(rows[number], x, gutter):
            continue
        long_enough = number - first >= _FEWEST_OF_ALL
        for begin, end in _between_headings(rows, first, number, x, usual) if long_enough else ():
            # Two lines side by side are columns only where nothing else stands there, or others begin so.
            fewest = _FEWEST_OF_ALL if is_known or end - begin == len(rows) else _FEWEST_ROWS
            worth = _worth(rows[begin:end], x, usual, fewest)
            if worth:
                cuts.append(_Cut(x, begin, end, worth))
        first = number + 1
    return cuts


def _leaves_free(row: Line, x: float, gutter: float) -> bool:
    return all(word.box.left >= x - 1 or word.box.right <= x - gutter for word in row.words)


def _between_headings(
    rows: Sequence[Line], first: int, last: int, x: float, usual: float
) -> list[tuple[int, int]]:
    """Cut a run before each heading that stands over both columns, though it is no wider than one."""
    bounds = [first]
    for number in range(first + 1, last):
        row = rows[number]
        reach = (row.base - row.size, row.base + 0.2 * row.size)
        if row.size < _LARGE * usual or row.box.right > x or _right_in(rows[first:last], x, *reach):
            continue
        above = [word.base for row in rows[first:number] for word in row.words if word.box.left >= x - 1]
        below = _right_in(rows[number:last], x, reach[1], float("inf"))
        # With nothing beside what follows, columns of one length show that they end above the heading.
        if above and (below or abs(rows[number - 1].base - max(above)) < _ALIKE * usual):
            bounds.append(number)
    return list(zip(bounds, [*bounds[1:], last], strict=True))


def _right_in(rows: Sequence[Line], x: float, top: float, bottom: float) -> bool:
    """Whether any word of the right column reaches into a band of the page."""
    return any(
        word.box.left >= x - 1 and word.base > top and word.base - 0.8 * word.size < bottom
        for row in rows
        for word in row.words
    )


def _worth(rows: Sequence[Line], x: float, usual: float, fewest: int) -> float:
    """How many lines a cut parts, and how far apart they are; 0 where its sides are not columns of text."""
    left = [[word for word in row.words if word.box.left < x - 1] for row in rows]
    right = [[word for word in row.words if word.box.left >= x - 1] for row in rows]
    sides = [[side for side in column if side] for column in (left, right)]
    if min(map(len, sides)) < fewest or not all(map(_is_text, sides)):
        return 0
    if _is_table(rows, x):
        return 0
    in_step = sum(bool(one and other) for one, other in zip(left, right, strict=True)) / len(rows)
    if in_step > _IN_STEP and min(map(_fullness, sides)) < _FULL:
        return 0
    free = x - max(word.box.right for side in sides[0] for word in side)
    return min(map(len, sides)) * min(free, _WIDEST * usual)


def _is_table(rows: Sequence[Line], x: float) -> bool:
    """Whether two sides break at the same heights again and again, as the rows of a table do."""
    bands: list[list[Line]] = []
    for row in rows:
        if bands and row.base - bands[-1][-1].base <= _NEW_BAND * row.size:
            bands[-1].append(row)
        else:
            bands.append([row])
    both = [
        band
        for band in bands
        if any(word.box.left < x - 1 for row in band for word in row.words)
        and any(word.box.left >= x - 1 for row in band for word in row.words)
    ]
    if len(both) < _FEWEST_BANDS or len(rows) > _MOST_BAND_ROWS * len(bands):
        return False
    # The cells of a table each begin something; where columns of text break alike, sentences go on.
    begun = sum(not starts_lower(word.text) for band in both for word in _first_words(band, x))
    firsts = [[word for word in band[0].words if word.box.left >= x - 1] for band in both]
    even = sum(
        bool(first) and band[0].words[0].box.left < x - 1 for first, band in zip(firsts, both, strict=True)
    )
    items = sum(bool(first) and MARKER.fullmatch(first[0].text) is not None for first in firsts)
    return min(even, begun / 2) >= _IN_STEP * len(both) and 2 * items < len(both)


def _first_words(band: Sequence[Line], x: float) -> list[Word]:
    """The word that either side of a band begins with."""
    words = [word for row in band for word in row.words]
    return [
        next(word for word in words if word.box.left < x - 1),
        next(word for word in words if word.box.left >= x - 1),
    ]


def _is_text(side: list[list[Word]]) -> bool:
    chars = [sum(len(word.text) for word in row) for row in side]
    digits = sum(char.isdigit() for row in side for word in row for char in word.text)
    return median(chars) >= _FEWEST_CHARS and digits < _NUMERIC * sum(chars)


def _fullness(side: list[list[Word]]) -> float:
    """How far the lines of a column fill it, on the whole."""
    left = min(word.box.left for row in side for word in row)
    right = max(word.box.right for row in side for word in row)
    widths = [max(word.box.right for word in row) - left for row in side]
    return sum(widths) / len(widths) / max(1.0, right - left)
