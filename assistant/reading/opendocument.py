"""OpenDocument files (.odt, .ods) → parts: what LibreOffice writes, text and tables alike."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.archive import check_archive
from assistant.reading.footnotes import raise_digits
from assistant.reading.formats import Reading, Unreadable
from assistant.reading.grid import MOST_COLUMNS, MOST_ROWS, Cell, table_of
from assistant.reading.parts import Heading, Item, Note, Paragraph, Part, one_line
from assistant.reading.proposal import Said, as_reading
from assistant.reading.sheets import SPREADSHEET, cut, first_caption, sheet_parts, under_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE = (f"{_NAMES}{name}:1.0}}" for name in ("office", "text", "table", "style"))
_DRAW, _META = f"{_NAMES}drawing:1.0}}", f"{_NAMES}meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SAME_AS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": " "}
_NO_TEXT = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}table-of-content", f"{TEXT}sequence-decls", f"{OFFICE}annotation"}
)
_AROUND = frozenset({f"{TEXT}section", f"{TEXT}index-body", f"{TABLE}table-row-group", f"{TABLE}table-rows"})


def read_opendocument(path: Path) -> Reading:
    """Read a text or a spreadsheet; deleted text, comments, contents and hidden sheets are left out."""
    check_archive(path)
    content, meta = _part(path, "content.xml"), _part(path, "meta.xml")
    body = content.find(f"{OFFICE}body") if content is not None else None
    if content is None or body is None:
        raise Unreadable("The file is damaged, or not what its ending says; save it anew.")
    reader = _Reader(_Styles(_part(path, "styles.xml"), content))
    sheets = body.find(f"{OFFICE}spreadsheet")
    parts = list(reader.blocks(body.iterchildren()) if sheets is None else reader.sheets(sheets))
    kind, caption = ("", "") if sheets is None else (SPREADSHEET, first_caption(parts))
    said = Said(
        title=reader.title or _said(meta, f"{_DC}title") or caption,
        author=_said(meta, f"{_META}initial-creator") or _said(meta, f"{_DC}creator"),
        late_date=_said(meta, f"{_DC}date")[:10],
        kind=kind,
    )
    return as_reading(path, parts, said, reader.problems)


def _part(path: Path, name: str) -> _Element | None:
    from lxml.etree import XMLParser, fromstring

    with zipfile.ZipFile(path) as packed:
        if name not in packed.namelist():
            return None
        # Nothing that the file names is fetched, and no entity of its own is put in.
        return fromstring(packed.read(name), XMLParser(resolve_entities=False, no_network=True))


def _said(meta: _Element | None, name: str) -> str:
    found = next(meta.iter(name), None) if meta is not None else None
    return one_line(found.text or "") if found is not None else ""


class _Styles:
    """What the styles of a document say: which paragraphs are titles, and how lists count."""

    def __init__(self, *roots: _Element | None) -> None:
        known = [root for root in roots if root is not None]
        self._parents = {
            _get(style, STYLE, "name"): _get(style, STYLE, "parent-style-name")
            for root in known
            for style in root.iter(f"{STYLE}style")
        }
        self._lists = {
            _get(found, STYLE, "name"): list(found)
            for root in known
            for found in root.iter(f"{TEXT}list-style")
        }

    def is_title(self, paragraph: _Element) -> bool:
        """Whether a paragraph is the title of its document."""
        name = _get(paragraph, TEXT, "style-name")
        return "Title" in (name, self._parents.get(name, ""))

    def marker(self, style: str, depth: int, count: int) -> str:
        """What is printed before an item: its number or letter, or a bullet."""
        for level in self._lists.get(style, ()):
            is_number = level.tag == f"{TEXT}list-level-style-number"
            if is_number and _get(level, TEXT, "level") == str(depth + 1):
                start = _number(level, TEXT, "start-value") - 1
                shown = _in_form(count + start, _get(level, STYLE, "num-format"))
                around = _get(level, STYLE, "num-prefix"), _get(level, STYLE, "num-suffix")
                return f"{around[0]}{shown}{around[1] or '.'}" if shown else "-"
        return "-"


@dataclass(slots=True)
class _Line:
    """The words of a paragraph while it is read, with what hangs on them."""

    words: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return one_line("".join(self.words))


class _Reader:
    """Walks one document once."""

    def __init__(self, styles: _Styles) -> None:
        self.title = ""
        self.problems: list[str] = []
        self._styles = styles

    def blocks(self, elements: Iterator[_Element]) -> Iterator[Part]:
        """The parts that these elements hold, in order."""
        for element in elements:
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(element)
            elif element.tag == f"{TEXT}list":
                yield from self._list(element, 0, "")
            elif element.tag == f"{TABLE}table":
                yield from self._table(element)
            elif element.tag in _AROUND or element.tag == f"{OFFICE}text":
                yield from self.blocks(element.iterchildren())

    def sheets(self, body: _Element) -> Iterator[Part]:
        """Every sheet that is shown, under its name."""
        hidden = _hidden_styles(body)
        for table in body.iterchildren(f"{TABLE}table"):
            name = _get(table, TABLE, "name")
            if _get(table, TABLE, "style-name") in hidden:
                self.problems.append(f"The sheet {name} is hidden and was left out.")
                continue
            parts, is_cut = sheet_parts(self._rows(table, _Line()))
            self.problems += [cut(f"The sheet {name}")] if is_cut else []
            yield from under_name(name, parts)

    def _paragraph(self, element: _Element) -> Iterator[Part]:
        line = self._read(element, _Line())
        if element.tag == f"{TEXT}h":
            yield Heading(line.text, _number(element, TEXT, "outline-level"))
        elif self._styles.is_title(element):
            self.title = self.title or line.text
            yield Heading(line.text)
        else:
            yield Paragraph(line.text)
        yield from self._hanging(line)

    def _hanging(self, line: _Line) -> Iterator[Part]:
        yield from line.notes
        for box in line.boxes:
            yield from self.blocks(box.iterchildren())

    def _read(self, element: _Element, line: _Line) -> _Line:
        line.words.append(element.text or "")
        for child in element:
            if child.tag == f"{TEXT}note":
                self._note(child, line)
            elif child.tag == f"{_DRAW}text-box":
                line.boxes.append(child)
            elif child.tag in _SAME_AS:
                line.words.append(_SAME_AS[str(child.tag)])
            elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
                self._read(child, line)
            line.words.append(child.tail or "")
        return line

    def _note(self, note: _Element, line: _Line) -> None:
        cited, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        words = self._words_below(body, line) if body is not None else ""
        number = one_line(cited.text or "") if cited is not None else ""
        marker = raise_digits(number) if number.isdigit() else "¹"
        line.words.append(marker)
        line.notes.append(Note(marker, words))

    def _words_below(self, element: _Element, line: _Line) -> str:
        """The words of all paragraphs of a cell or a note; what hangs on them is kept with *line*."""
        texts = []
        for paragraph in element.iter(f"{TEXT}p", f"{TEXT}h"):
            if all(above.tag != f"{_DRAW}text-box" for above in paragraph.iterancestors()):
                texts.append(self._read(paragraph, _Line(notes=line.notes, boxes=line.boxes)).text)
        return " ".join(filter(None, texts))

    def _list(self, element: _Element, depth: int, style: str) -> Iterator[Part]:
        style = _get(element, TEXT, "style-name") or style
        for count, item in enumerate(element.iterchildren(f"{TEXT}list-item"), start=1):
            is_first = True
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, depth + 1, style)
                    continue
                line = self._read(child, _Line())
                marker = self._styles.marker(style, depth, count)
                yield Item(line.text, depth, marker) if is_first else Paragraph(line.text)
                yield from self._hanging(line)
                is_first = False

    # Tables

    def _table(self, table: _Element) -> Iterator[Part]:
        line = _Line()
        parts, is_cut = table_of(self._rows(table, line))
        self.problems += [cut("A table")] if is_cut else []
        yield from parts
        yield from self._hanging(line)

    def _rows(self, table: _Element, line: _Line) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for row in table.iter(f"{TABLE}table-row"):
            parent = row.getparent()
            if next(row.iterancestors(f"{TABLE}table"), None) is not table or parent is None:
                continue
            cells = self._cells(row, parent.tag == f"{TABLE}table-header-rows", line)
            is_empty = not any(cell.text for cell in cells)
            hidden = _get(row, TABLE, "visibility") in ("collapse", "filter")
            again = 0 if hidden else 1 if is_empty else _number(row, TABLE, "number-rows-repeated")
            rows += [cells] * min(again, MOST_ROWS + 1 - len(rows))
        return rows

    def _cells(self, row: _Element, is_header: bool, line: _Line) -> list[Cell]:
        cells: list[Cell] = []
        for cell in row:
            again = min(_number(cell, TABLE, "number-columns-repeated"), MOST_COLUMNS + 1 - len(cells))
            if cell.tag != f"{TABLE}table-cell":
                continue  # one that another covers is told by that one
            text = self._words_below(cell, line)
            across, down = (_number(cell, TABLE, f"number-{name}-spanned") for name in ("columns", "rows"))
            cells += [Cell(text, is_header, across, down)] * again
        while cells and not cells[-1].text and cells[-1].across == cells[-1].down == 1:
            cells.pop()
        return cells


def _hidden_styles(body: _Element) -> frozenset[str]:
    root = body.getroottree().getroot()
    return frozenset(
        _get(style, STYLE, "name")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}table-properties")
        if _get(properties, TABLE, "display") == "false"
    )


def _get(element: _Element, space: str, name: str) -> str:
    return element.get(f"{space}{name}", "")


def _number(element: _Element, space: str, name: str) -> int:
    given = _get(element, space, name)
    return int(given) if given.isascii() and given.isdigit() and len(given) < 8 else 1


def _in_form(count: int, form: str) -> str:
    if form in ("a", "A"):
        return chr(ord(form) + (count - 1) % 26)
    return str(count) if form else ""
