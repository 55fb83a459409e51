"""What is printed on every page and is no part of the text: running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from assistant.reading.parts import says_something
from assistant.reading.pdf.lines import Line, lines_of, runs_of
from assistant.reading.pdf.sheet import Box, Sheet, usual_size

_ZONE = 0.17
_EDGE = 0.09
_PRINTERS_EDGE = 0.12
_MOST_DEPTH = 2
_SAME_HEIGHT = 8.0
_GAP = 2.0
_APART = 1.4
_FAR_APART = 2.5
_SMALLER = 0.93
_LARGER = 1.08
_MOST_WORDS = 16
_FEW_PAGES = 2
_MOST_CELLS = 3
_ROMAN_DIGITS = "(?=[ivxl])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})(?<=[ivxl])"
_NUMBER = rf"(?:\d{{1,5}}|{_ROMAN_DIGITS}|{_ROMAN_DIGITS.upper()})"
_PAGE_LINE = re.compile(
    rf"[-–—|\[( ]*(?:(?:page|Page|PAGE|p\.) ?)?(?P<label>{_NUMBER})(?: ?(?:of|/) ?\d{{1,4}})?[-–—|\]) ]*"
)
_AT_AN_END = re.compile(rf"(?P<first>{_NUMBER})(?=[ |])|.*[ |](?P<last>{_NUMBER})$")
_DIGITS = re.compile(rf"\d+|\b{_ROMAN_DIGITS}\b")
_SAID_BY_PRINTERS = re.compile(
    r"www\.|https?://|©|\bdownload(?:ed)?\b|\bdoi\b|\bvol(?:ume\b|\.)|\brevision\b|\bpublished by\b|\bp/n\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Strip:
    """A line near the top or the foot of a page, `depth` lines in from the edge.

    `shapes` are the texts of its runs of words, with numbers made alike; `gap` parts it from the next line.
    """

    sheet: int
    line: Line
    at_top: bool
    depth: int
    shapes: tuple[str, ...]
    gap: float
    in_zone: bool


# The shape of a line, and whether it is near the top → the sheets that have it, and at which height.
_Places = Mapping[tuple[str, bool], list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Cleared:
    """Sheets less their running heads and feet, the label of each, and what most of them repeat.

    A label is the one that the file gives, else the printed number, else the count of pages.
    """

    sheets: tuple[Sheet, ...]
    labels: tuple[str, ...]
    repeated: tuple[str, ...]


def without_furniture(sheets: Sequence[Sheet]) -> Cleared:
    """Take out what is printed on every page and is no part of the text."""
    usual = usual_size([word for sheet in sheets for word in sheet.words])
    strips = [strip for number, sheet in enumerate(sheets) for strip in _strips(number, sheet)]
    places: dict[tuple[str, bool], list[tuple[int, float]]] = {}
    for strip in strips:
        for shape in strip.shapes:
            places.setdefault((shape, strip.at_top), []).append((strip.sheet, strip.line.base))
    found: list[_Strip] = []
    for _, group in groupby(strips, lambda strip: (strip.sheet, strip.at_top)):
        found += takewhile(lambda strip: _is_furniture(strip, sheets, places, usual), group)
    gone: dict[int, set[Box]] = {}
    for strip in found:
        gone.setdefault(strip.sheet, set()).update(word.box for word in strip.line.words)
    cleared = [
        replace(sheet, words=tuple(word for word in sheet.words if word.box not in gone.get(number, ())))
        for number, sheet in enumerate(sheets)
    ]
    return Cleared(tuple(cleared), tuple(_labels(sheets, found)), tuple(_repeated(found, len(sheets))))


def _repeated(found: Sequence[_Strip], pages: int) -> list[str]:
    """The runs of words that stand in the heads or feet of most pages, with the same numbers in them."""
    counts = Counter(text for strip in found for text in dict.fromkeys(_runs(strip.line)))
    return [text for text, count in counts.most_common() if count >= max(2, pages / 2)]


def _strips(number: int, sheet: Sheet) -> Iterator[_Strip]:
    """The lines near the top from the edge inwards, then those near the foot; one of each at least."""
    depth = _ZONE * sheet.height
    # Specks at the edge of a scan hide no head.
    lines = [line for line in lines_of(sheet.words) if says_something(line.text)]
    for at_top in (True, False):
        inwards = lines if at_top else lines[::-1]
        for place, line in enumerate(inwards):
            in_zone = line.box.bottom < depth if at_top else line.box.top > sheet.height - depth
            if place and not in_zone:
                break
            after = inwards[place + 1].box if place + 1 < len(inwards) else None
            gap = (after.top - line.box.bottom if at_top else line.box.top - after.bottom) if after else depth
            yield _Strip(number, line, at_top, place, tuple(_shapes(line)), gap, in_zone)


def _shapes(line: Line) -> Iterator[str]:
    return (_DIGITS.sub("#", text) for text in _runs(line))


def _runs(line: Line) -> Iterator[str]:
    return (" ".join(word.text for word in run) for run in runs_of(line, _GAP))


def _is_furniture(strip: _Strip, sheets: Sequence[Sheet], places: _Places, usual: float) -> bool:
    """Whether a line is no text, given that no line between it and the edge is."""
    if strip.depth <= _MOST_DEPTH and strip.gap > _APART * usual and _PAGE_LINE.fullmatch(strip.line.text):
        return True
    if not strip.in_zone:
        return False
    if len(sheets) <= _FEW_PAGES and _stands_apart(strip, sheets[strip.sheet], usual):
        return True
    return _is_printed(strip, places, len(sheets))


def _is_printed(strip: _Strip, places: _Places, pages: int) -> bool:
    """Whether a line holds a page's number, or stands at the same height of other pages too."""
    if not strip.depth and _page_number(strip) is not None:
        return True
    # The head of a table that goes on has many cells, and the table right below it.
    if len(strip.shapes) > _MOST_CELLS and strip.gap < strip.line.size:
        return False
    return any(_repeats(shape, strip, places, pages) for shape in strip.shapes)


def _repeats(shape: str, strip: _Strip, places: _Places, pages: int) -> bool:
    same = {
        sheet
        for sheet, base in places[shape, strip.at_top]
        if sheet != strip.sheet and abs(base - strip.line.base) < _SAME_HEIGHT
    }
    return len(same) + 1 >= max(2, min(3, pages * 0.5))


def _stands_apart(strip: _Strip, sheet: Sheet, usual: float) -> bool:
    """Whether a line of a file of few pages is furniture by its looks: at the edge, far from the text."""
    line, text = strip.line, strip.line.text
    share = line.base / sheet.height if strip.at_top else 1 - line.base / sheet.height
    room = (_APART if line.size < _SMALLER * usual else _FAR_APART) * usual
    plain = line.size < _LARGER * usual and len(text.split()) <= _MOST_WORDS and strip.gap > room
    return (share < _EDGE and plain) or (share < _PRINTERS_EDGE and bool(_SAID_BY_PRINTERS.search(text)))


def _page_number(strip: _Strip) -> str | None:
    """The number that stands alone on a line, or at either end of one whose other words repeat."""
    match = _PAGE_LINE.fullmatch(strip.line.text)
    if match:
        return match["label"]
    runs = runs_of(strip.line, _GAP)
    if len(runs) > 1:
        for run in (runs[0], runs[-1]):
            match = _PAGE_LINE.fullmatch(" ".join(word.text for word in run))
            if match:
                return match["label"]
    return None


def _labels(sheets: Sequence[Sheet], found: Sequence[_Strip]) -> list[str]:
    """The label of each page."""
    given = [sheet.label for sheet in sheets]
    if any(label and label != str(number) for number, label in enumerate(given, 1)):
        return [label or str(number) for number, label in enumerate(given, 1)]
    printed: list[str | None] = [None] * len(sheets)
    # A number that stands alone tells more than one at the end of a title.
    for number_of in (_page_number, _number_at_an_end)[: len(sheets)]:
        for strip in found:
            printed[strip.sheet] = printed[strip.sheet] or number_of(strip)
    return _counted(printed)


def _number_at_an_end(strip: _Strip) -> str | None:
    match = _AT_AN_END.match(strip.line.text)
    return (match["first"] or match["last"]) if match else None


def _counted(printed: Sequence[str | None]) -> list[str]:
    """Printed numbers that count on from page to page; between two such, the pages are counted too."""
    values = [_value(label) if label else None for label in printed]
    offsets = [None if value is None else value - number for number, value in enumerate(values)]
    sure = [
        offset is not None
        and (len(printed) == 1 or any(offset == other for other in _around(offsets, number)))
        for number, offset in enumerate(offsets)
    ]
    labels = [label if label and sure[number] else "" for number, label in enumerate(printed)]
    known = [number for number, label in enumerate(labels) if label]
    for one, other in pairwise(known):
        if offsets[one] == offsets[other] and labels[one].isdigit() and labels[other].isdigit():
            for number in range(one + 1, other):
                labels[number] = str(number + (offsets[one] or 0))
    # Where no number is printed, the count of pages is what a person can go by.
    return [label or ("" if known else str(number)) for number, label in enumerate(labels, 1)]


def _around(offsets: Sequence[int | None], number: int) -> Sequence[int | None]:
    return [*offsets[max(0, number - 2) : number], *offsets[number + 1 : number + 3]]


def _value(label: str) -> int:
    """The number that a label stands for, in figures or in Roman digits."""
    if label.isdigit():
        return int(label)
    digits = [_ROMAN[char] for char in label.lower()]
    return sum(
        -digit if any(digit < later for later in digits[place + 1 : place + 2]) else digit
        for place, digit in enumerate(digits)
    )
