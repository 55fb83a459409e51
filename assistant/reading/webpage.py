"""Web pages (.html) → parts: the text without its surroundings; nothing is run and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.footnotes import raise_digits
from assistant.reading.formats import Reading, Unreadable
from assistant.reading.grid import Cell, table_of
from assistant.reading.page_says import page_says
from assistant.reading.parts import Caption, Heading, Item, Note, Paragraph, Part, Table, one_line
from assistant.reading.proposal import as_reading
from assistant.reading.surroundings import take_off

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MOST_HEAD = 4_096
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_TAGS = """address article blockquote body caption center dd details div dl dt fieldset figcaption
figure footer form header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead
tr ul"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_BOLD = frozenset({"b", "strong"})
_NO_HEADING = (".", ":", ";", ",", "?", "!")
_HEADING_WORDS = 12
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_MOST_SPAN = 1_000
_NOTE_TAGS = frozenset({"li", "p", "div", "aside"})


def read_webpage(path: Path) -> Reading:
    """Read a saved page; its menus, notices, forms and pictures are left out."""
    page = _parsed(path.read_bytes())
    said = page_says(page)
    reader = _PageReader(take_off(page))
    parts = list(reader.parts())
    problems = ["A table was too long: only its first rows were read."] if reader.is_cut else []
    return as_reading(path, parts, said, problems)


def _parsed(raw: bytes) -> HtmlElement:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    text = _decoded(raw)
    if not text.strip():
        raise Unreadable("The file is empty.")
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode(), parser=parser)
    except LxmlError as error:
        raise Unreadable("There is nothing to read in the file.") from error


def _decoded(raw: bytes) -> str:
    """Text in the encoding that the page names; UTF-8 where it is that, else what browsers assume."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        named = _CHARSET.search(raw[:_MOST_HEAD])
    try:
        return raw.decode(named[1].decode("ascii") if named else "cp1252", "replace").replace("\0", "")
    except LookupError as error:
        raise Unreadable("Its encoding is not known; save it as UTF-8 and try again.") from error


@dataclass(slots=True)
class _Line:
    """Running text while it is gathered, with the notes that it calls for."""

    words: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    is_bold: bool = True


class _PageReader:
    """Walks the text of a page once."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.is_cut = False
        self._level = 0
        self._depth = -1
        self._line = _Line()
        self._notes = dict(_notes_of(root))
        self._called = frozenset(self._notes)

    def parts(self) -> Iterator[Part]:
        """The parts of the page, in order."""
        yield from self._below(self.root)
        yield from self._flushed()

    # Running text

    def _below(self, element: HtmlElement) -> Iterator[Part]:
        self._add(element, element.text)
        for child in element:
            yield from self._child(child)
            self._add(element, child.tail)

    def _child(self, child: HtmlElement) -> Iterator[Part]:
        tag = child.tag
        if not isinstance(tag, str) or child.get("id", "") in self._called:
            return
        if tag == "br":
            if self._line.words and self._line.words[-1] == "\n":
                yield from self._flushed()
            else:
                self._line.words.append("\n")
        elif tag == "sup" and (marker := self._raised(child)):
            self._line.words.append(marker)
        elif tag in _HEADINGS or tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in child.iter()):
            yield from self._flushed()
            yield from self._block(child)
            yield from self._flushed()
        else:
            yield from self._below(child)

    def _add(self, element: HtmlElement, text: str | None) -> None:
        if not text:
            return
        if text.strip() and not _is_bold(element):
            self._line.is_bold = False
        self._line.words.append(" " if text.isspace() else text.replace("\n", " "))

    def _flushed(self) -> Iterator[Part]:
        line, self._line = self._line, _Line()
        words = one_line("".join(line.words))
        if words:
            short = len(words.split()) <= _HEADING_WORDS and not words.endswith(_NO_HEADING)
            is_heading = line.is_bold and short and any(char.isalpha() for char in words)
            yield Heading(words, self._level + 1) if is_heading else Paragraph(words)
        yield from line.notes

    def _text_of(self, element: HtmlElement) -> tuple[str, list[Note]]:
        """All words of an element in one line, with the notes that they call for."""
        outside, self._line = self._line, _Line()
        lines, notes = [], []
        for part in [*self._below(element), *self._flushed()]:
            if isinstance(part, Note):
                notes.append(part)
            elif isinstance(part, Table):
                lines += [cell for row in (part.header, *part.rows) for cell in row]
            else:
                lines.append(part.text)
        self._line = outside
        return one_line(" ".join(lines)), notes

    # Blocks

    def _block(self, element: HtmlElement) -> Iterator[Part]:
        tag = element.tag
        if tag in _HEADINGS:
            words, notes = self._text_of(element)
            self._level = _HEADINGS[tag]
            yield Heading(words, self._level)
            yield from notes
        elif tag == "summary":
            yield Heading(self._text_of(element)[0], self._level + 1)
        elif tag in ("ul", "ol"):
            yield from self._list(element)
        elif tag == "table" and not _is_layout(element):
            yield from self._table(element)
        elif tag == "dl":
            yield from self._pairs(element)
        elif tag == "figcaption":
            if _table_of(element) is None:
                words, notes = self._text_of(element)
                yield Caption(words)
                yield from notes
        else:
            yield from self._below(element)

    def _list(self, element: HtmlElement) -> Iterator[Part]:
        self._depth += 1
        depth, count = self._depth, _number(element.get("start"), 1)
        for item in element:
            if item.tag in ("ul", "ol"):  # not allowed, and common
                yield from self._list(item)
            if item.tag != "li" or item.get("id", "") in self._called:
                continue
            count = _number(item.get("value"), count)
            inside = [*self._below(item), *self._flushed()]
            own = list(takewhile(lambda part: isinstance(part, Paragraph | Heading), inside))
            words = " ".join(part.text for part in own if not isinstance(part, Table))
            yield Item(words, depth, _marker(element, count))
            yield from inside[len(own) :]
            count += 1
        self._depth -= 1

    def _table(self, table: HtmlElement) -> Iterator[Part]:
        caption, notes, rows = "", [], []
        for element in (*_captions_beside(table), *table.iter("tr", "caption")):
            if element.tag in ("caption", "figcaption"):
                caption = self._text_of(element)[0]
                continue
            in_head = element.getparent().tag == "thead"
            row = []
            for cell in element:
                if cell.tag in ("td", "th"):
                    words, called = self._text_of(cell)
                    notes += called
                    across, down = (_number(cell.get(name), 1) for name in ("colspan", "rowspan"))
                    row.append(Cell(words, in_head or cell.tag == "th", across, down))
            rows.append(row)
        parts, is_cut = table_of(rows, caption)
        self.is_cut |= is_cut
        yield from parts
        yield from notes

    def _pairs(self, element: HtmlElement) -> Iterator[Part]:
        """Terms with what is said of each: a table of two columns where each has one line, else text."""
        found = [inner for inner in element.iter("dt", "dd") if _list_above(inner) is element]
        tags = [inner.tag for inner in found]
        if tags != ["dt", "dd"] * (len(tags) // 2) or len(tags) < 4:
            yield from self._below(element)
            return
        words = [self._text_of(inner) for inner in found]
        texts = [text for text, _ in words]
        yield Table(("", ""), tuple(zip(texts[::2], texts[1::2], strict=True)))
        yield from (note for _, notes in words for note in notes)

    # Notes

    def _raised(self, raised: HtmlElement) -> str:
        """A raised number as a marker, its note kept for the end of the block; nothing for other words."""
        number = _raised_number(raised)
        if not number:
            return ""
        marker = raise_digits(number)
        for key in _points_to(raised):
            note = self._notes.pop(key, None)
            if note is not None:
                for back in list(note.iter("a")):
                    if back.get("href", "").startswith("#"):
                        back.drop_tree()
                self._line.notes.append(Note(marker, one_line(note.text_content()).lstrip("0123456789.) ")))
        return marker


def _notes_of(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The footnotes, by their ids: what a raised number points to that stands further below."""
    wanted: set[str] = set()
    for element in root.iter():
        if element.tag == "sup" and _raised_number(element):
            wanted.update(_points_to(element))
        elif element.tag in _NOTE_TAGS and element.get("id") in wanted:
            yield element.get("id", ""), element


def _raised_number(raised: HtmlElement) -> str:
    number = one_line(raised.text_content()).strip("[]()")
    return number if number.isascii() and number.isdigit() else ""


def _points_to(raised: HtmlElement) -> list[str]:
    links = (*raised.iter("a"), *raised.iterancestors("a"))
    return [link.get("href", "")[1:] for link in links if link.get("href", "").startswith("#")]


def _is_bold(element: HtmlElement) -> bool:
    return element.tag in _BOLD or any(above.tag in _BOLD for above in element.iterancestors())


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only puts things beside each other."""
    if table.get("role") in ("presentation", "none"):
        return True
    return any(True for _ in table.iterdescendants("table", *_HEADINGS))


def _table_of(caption: HtmlElement) -> HtmlElement | None:
    """The first table of a caption's figure: where there is one, the caption is that of the table."""
    figure = next(caption.iterancestors("figure"), None)
    tables = [] if figure is None else figure.iter("table")
    outside = (table for table in tables if caption not in table.iterancestors())
    return next((table for table in outside if not _is_layout(table)), None)


def _captions_beside(table: HtmlElement) -> list[HtmlElement]:
    """The captions of the figure that holds a table, where they are those of this one."""
    figure = next(table.iterancestors("figure"), None)
    captions = [] if figure is None else figure.iter("figcaption")
    return [caption for caption in captions if _table_of(caption) is table]


def _list_above(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("dl"), None)


def _number(text: str | None, default: int) -> int:
    given = (text or "").strip()
    return min(int(given), _MOST_SPAN) if given.isascii() and given.isdigit() and len(given) < 6 else default


def _marker(parent: HtmlElement, count: int) -> str:
    """The number or letter that a browser prints before an item."""
    if parent.tag == "ul":
        return "-"
    form = parent.get("type", "1")
    if form in "aA" and 1 <= count <= 26:
        return f"{chr(ord(form) + count - 1)}."
    if form in "iI" and 1 <= count <= len(_ROMAN):
        return f"{_ROMAN[count - 1] if form == 'i' else _ROMAN[count - 1].upper()}."
    return f"{count}."
