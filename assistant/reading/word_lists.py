"""The numbers of a Word document's lists, counted as Word counts them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.reading.word_styles import Styles, W, number, value

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
BULLET = "-"
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts; `text` is `%1.%2` and the like."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the items of every list of one document, in the order in which they come."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._shared: dict[str, str] = {}
        self._restarts: set[str] = set()
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        element = _numbering_of(document)
        if element is not None:
            self._learn(element)

    def next(self, paragraph: _Element, styles: Styles) -> tuple[int, str] | None:
        """The depth and the marker of a paragraph that is a list item, counting it; None for any other."""
        style = styles.of(paragraph)
        own = paragraph.find(f"{W}pPr/{W}numPr")
        named = own.find(f"{W}numId") if own is not None else None
        key = value(named) if named is not None else style.list_id
        place = number(own.find(f"{W}ilvl") if own is not None else None, style.list_level)
        place = min(place, _DEEPEST)
        depth = max(place, style.depth)
        if key == "0":
            return None
        level = self._levels.get(key, {}).get(place)
        if level is None:
            return (depth, BULLET) if key or style.sort == "bullet" else self._by_name(style.sort, depth)
        if level.form == "bullet":
            return depth, BULLET
        marker = self._counted(key, place)
        return (depth, marker) if marker else None

    def _by_name(self, sort: str, depth: int) -> tuple[int, str] | None:
        if not sort:
            return None
        counts = self._counts[sort]
        counts[depth] = counts.get(depth, 0) + 1
        return depth, f"{counts[depth]}."

    def _learn(self, numbering: _Element) -> None:
        shapes = {
            shape.get(f"{W}abstractNumId", ""): {
                number_of(level, "ilvl"): _level(level) for level in shape.iter(f"{W}lvl")
            }
            for shape in numbering.iter(f"{W}abstractNum")
        }
        for listed in numbering.iter(f"{W}num"):
            key = listed.get(f"{W}numId", "")
            shape = listed.find(f"{W}abstractNumId")
            shared = value(shape) if shape is not None else ""
            levels = dict(shapes.get(shared, {}))
            for override in listed.iter(f"{W}lvlOverride"):
                place = number_of(override, "ilvl")
                own = override.find(f"{W}lvl")
                start = number(override.find(f"{W}startOverride"), -1)
                if own is not None:
                    levels[place] = _level(own)
                if start >= 0 and place in levels:
                    levels[place] = _Level(levels[place].form, levels[place].text, start)
                    self._restarts.add(key)
            self._levels[key], self._shared[key] = levels, shared

    def _counted(self, key: str, depth: int) -> str:
        # Lists of one shape go on counting where the last one ended, unless they begin anew.
        counts = self._counts[key if key in self._restarts else f"shape {self._shared[key]}"]
        levels = self._levels[key]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [place for place in counts if place > depth]:
            del counts[deeper]
        for above in range(depth):
            counts.setdefault(above, levels[above].start if above in levels else 1)

        def printed(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            form = levels[place].form if place in levels else "decimal"
            return _in_form(counts.get(place, 1), form)

        return _PLACE.sub(printed, levels[depth].text).strip()


def number_of(element: _Element, name: str) -> int:
    """The number that an attribute gives, or 0."""
    given = element.get(f"{W}{name}", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 5 else 0


def _numbering_of(document: Document) -> _Element | None:
    kinds = (relation.reltype for relation in document.part.rels.values() if not relation.is_external)
    if not any(kind.endswith("/numbering") for kind in kinds):
        return None
    element: _Element = document.part.numbering_part.element
    return element


def _level(element: _Element) -> _Level:
    form, text = element.find(f"{W}numFmt"), element.find(f"{W}lvlText")
    return _Level(
        form=value(form) if form is not None else "decimal",
        text=value(text) if text is not None else "",
        start=number(element.find(f"{W}start"), 1),
    )


def _in_form(count: int, form: str) -> str:
    """A number as Word prints it in one of its forms."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form == "none":
        return ""
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    digits = ""
    for worth, letters in _ROMAN:
        digits += letters * (count // worth)
        count %= worth
    return digits
