"""What a structured file holds, part by part → the Markdown of our edition form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.reading.drafts import BULLET
from assistant.reading.pages import PAGE_MARK


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the highest level."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands with a picture."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; `depth` is 0 for the outermost, `marker` its number or letter as printed, or a bullet."""

    text: str
    depth: int = 0
    marker: str = "-"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is one row and whose first column names the rows; all rows are equally wide."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, behind the marker that it has in the text."""

    marker: str
    text: str


Part = Heading | Paragraph | Caption | Item | Table | Note

_DROPPED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_JOINERS = "\u200c\u200d"
# What would be read as markup at the head of a line, also behind what looks like an item's number: a tag or
# a fence is text that we cannot write as it is.
_TAG = re.compile(r"^(\s*(?:(?:\d{1,9}[.)]|[-+*>]|#{1,6})\s+)*)<(?=[A-Za-z!?/])")
_FENCE = re.compile(r"^((?:\d{1,9}[.)]\s+)*)(?:`{3,}|~{3,})")
_SIGN = re.compile(r"^(?=#{1,6}(?: |$)|>|[-+*](?: |$))|^\d{4,9}(?=[.)](?: |$))")
_NUMBERED = re.compile(r"^\d{1,9}(?=[.)](?: |$))")
_LETTERED = re.compile(r"(?P<marker>\([a-z]{1,4}\)|[a-z]\))\s+(?P<rest>\S.*)")
_NUMBER = re.compile(r"\d{1,9}[.)]")
_LOWEST_LEVEL = 6


def write_parts(parts: Iterable[Part]) -> str:
    """Write parts as Markdown; every visible word stays, and none of it is taken for markup.

    The notes of a list or table come after it, so that they do not break it in two.
    """
    written = []
    for kind, group in groupby(_ordered(map(_cleaned, parts)), type):
        if kind is Item:
            written.append(_list([part for part in group if isinstance(part, Item)]))
        else:
            written += [block for part in group if (block := _block(part))]
    return "\n\n".join(written) + "\n"


def one_line(text: str) -> str:
    """The text in one line, without what cannot be seen and without marks that say which page it is on."""
    shown = (char for char in text if char in _JOINERS or not _is_hidden(char))
    return " ".join(PAGE_MARK.sub(" ", "".join(shown)).split())


def as_text(text: str) -> str:
    """The text in one line, and so that nothing in it is taken for markup."""
    return _guarded(one_line(text))


def says_something(text: str) -> bool:
    """Whether a text holds a letter or a digit, and is not only a rule or a row of dots."""
    return any(char.isalnum() for char in text)


def _is_hidden(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) in _DROPPED


def _cleaned(part: Part) -> Part:
    """The part in single lines; a paragraph that begins with a typed bullet is the item that it shows."""
    if isinstance(part, Table):
        rows = tuple(tuple(map(one_line, row)) for row in part.rows)
        return Table(tuple(map(one_line, part.header)), rows, one_line(part.caption))
    text = one_line(part.text)
    typed = (BULLET.fullmatch(text) or _LETTERED.fullmatch(text)) if isinstance(part, Paragraph) else None
    if typed:
        marker = typed["marker"]
        return Item(typed["rest"], marker="-" if BULLET.match(f"{marker} x") else marker)
    return replace(part, text=text)


def _ordered(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts that say something, notes held back until the list that they stand in is over."""
    held: list[Note] = []
    in_list = False
    for part in parts:
        if not isinstance(part, Table) and not says_something(part.text):
            continue
        if isinstance(part, Note) and in_list:
            held.append(part)
            continue
        in_list = isinstance(part, Item)
        if not in_list:
            yield from held
            held = []
        yield part
    yield from held


def _block(part: Part) -> str:
    match part:
        case Heading():
            return f"{'#' * max(1, min(part.level, _LOWEST_LEVEL))} {_guarded(part.text)}"
        case Caption():
            return f"> {_guarded(part.text)}"
        case Note():
            return f"{part.marker} {part.text}"
        case Table():
            return _table(part)
        case _:
            return _guarded(part.text)


def _guarded(text: str) -> str:
    """The text with a backslash where it would be read as something else; a year is no item's number."""
    while _FENCE.match(text):
        text = _FENCE.sub(r"\1", text).lstrip()
    return _SIGN.sub(r"\g<0>\\", _TAG.sub(r"\1", text))


def _table(table: Table) -> str:
    lines = [_row(table.header), "|" + "---|" * len(table.header), *map(_row, table.rows)]
    return "\n\n".join(filter(None, [_guarded(table.caption), "\n".join(lines)]))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _list(items: list[Item]) -> str:
    """Items on consecutive lines, nested ones indented; a blank line where another sort of list begins."""
    lines: list[str] = []
    widths: list[int] = []
    sort = ""
    for item in items:
        depth = min(item.depth, len(widths))
        is_number = _NUMBER.fullmatch(item.marker) is not None
        marker = item.marker if is_number or item.marker == "-" else f"- {item.marker}"
        if not depth and lines and sort != str(is_number):
            lines.append("")
        sort = sort if depth else str(is_number)
        del widths[depth:]
        text = _NUMBERED.sub(r"\g<0>\\", _guarded(item.text))
        lines.append(f"{' ' * sum(widths)}{marker} {text}")
        widths.append(len(marker.split()[0]) + 1)
    return "\n".join(lines)
