"""What the styles of a Word document say of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (bullet|number)(?: ([2-5]))?")
_BODY_TEXT = 9
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph is by its style: a title, a heading (its level, or 0), a line of the contents.

    `list_id` and `list_level` are of the list that it belongs to; `sort` and `depth` are what the style's
    name says of it ("List Bullet 2").
    """

    is_title: bool = False
    is_contents: bool = False
    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    sort: str = ""
    depth: int = 0


class Styles:
    """The paragraph styles of one document, each with what it takes from the style that it is based on."""

    def __init__(self, document: Document) -> None:
        styles = document.styles.element.iter(f"{W}style")
        self._elements = {style.get(f"{W}styleId", ""): style for style in styles}
        self._known: dict[str, Style] = {}

    def of(self, paragraph: _Element) -> Style:
        """The style of a paragraph; what is set on the paragraph itself goes before."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._style(value(named) if named is not None else "")
        outline = number(paragraph.find(f"{W}pPr/{W}outlineLvl"), _BODY_TEXT)
        if outline < _BODY_TEXT and not style.heading:
            return Style(heading=outline + 1)
        return style

    def _style(self, key: str) -> Style:
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def _made(self, key: str) -> Style:
        chain = self._chain(key)
        names = [value(name).lower() for style in chain if (name := style.find(f"{W}name")) is not None]
        headings = [int(match[1]) for name in names if (match := _HEADING.fullmatch(name))]
        outlines = [number(style.find(f"{W}pPr/{W}outlineLvl"), _BODY_TEXT) for style in chain]
        headings += [level + 1 for level in outlines if level < _BODY_TEXT]
        lists = [match for name in names if (match := _LIST.fullmatch(name))]
        numbers = [found for style in chain if (found := style.find(f"{W}pPr/{W}numPr")) is not None]
        return Style(
            is_title="title" in names,
            is_contents=any(name.startswith("toc ") or name == "table of figures" for name in names),
            heading=headings[0] if headings else 0,
            list_id=_list_id(numbers[0]) if numbers else "",
            list_level=_list_level(numbers[0]) if numbers else 0,
            sort=lists[0][1] if lists else "",
            depth=int(lists[0][2] or 1) - 1 if lists else 0,
        )

    def _chain(self, key: str) -> list[_Element]:
        """The style and those that it is based on, nearest first; a circle comes to an end."""
        chain: list[_Element] = []
        while key in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[key])
            based = self._elements[key].find(f"{W}basedOn")
            key = value(based) if based is not None else ""
        return chain


def value(element: _Element) -> str:
    """The value of a setting, or nothing."""
    return element.get(f"{W}val", "")


def number(element: _Element | None, default: int) -> int:
    """The number that a setting gives, or the default."""
    given = value(element) if element is not None else ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 5 else default


def is_on(run: _Element, name: str) -> bool:
    """Whether a run is set to be bold, hidden and the like."""
    setting = run.find(f"{W}rPr/{W}{name}")
    return setting is not None and value(setting) not in ("0", "false", "off")


def _list_id(numbers: _Element) -> str:
    found = numbers.find(f"{W}numId")
    return value(found) if found is not None else ""


def _list_level(numbers: _Element) -> int:
    return number(numbers.find(f"{W}ilvl"), 0)
