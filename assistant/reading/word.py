"""Word documents (.docx) → parts: headings by style, lists, tables, notes, and the text as last changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.archive import check_archive
from assistant.reading.footnotes import raise_digits
from assistant.reading.formats import Reading
from assistant.reading.grid import Cell, table_of
from assistant.reading.parts import Heading, Item, Note, Paragraph, Part, one_line
from assistant.reading.proposal import Said, as_reading
from assistant.reading.word_lists import BULLET, Numbering
from assistant.reading.word_styles import Styles, W, is_on, number, value

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

# What stands around text without being text itself; what was deleted or moved away is not there.
_AROUND = {
    "sdt",
    "sdtContent",
    "ins",
    "moveTo",
    "customXml",
    "smartTag",
    "hyperlink",
    "fldSimple",
    "dir",
    "bdo",
}
_GONE = {"del", "moveFrom"}
_SAME_AS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_LONG_WORDS = 15
_HEADING_WORDS = 12
_IN_SEVERAL_PARTS = re.compile(r"\d+(?:\.\d+)+\.?")
_NOT_A_HEADING = (".", ":", ";", ",", "?", "!")
_NAMELESS = re.compile(r"(?:microsoft word|document\d*|untitled|\S+\.docx?$)", re.IGNORECASE)


def read_word(path: Path) -> Reading:
    """Read a Word document; headers, footers, contents, comments and deleted text are left out."""
    from docx import Document as open_document

    check_archive(path)
    document = open_document(str(path))
    reader = _WordReader(document)
    parts = [*reader.blocks(document.element.body), *reader.rest()]
    return as_reading(path, parts, _said(document, reader.title), reader.problems())


def _said(document: Document, title: str) -> Said:
    properties = document.core_properties
    named = one_line(properties.title or "")
    changed = properties.modified or properties.created
    return Said(
        title=title or ("" if _NAMELESS.match(named) else named),
        author=properties.author or "",
        late_date=changed.date().isoformat() if changed else "",
    )


@dataclass(slots=True)
class _Text:
    """The words of a paragraph while it is read, with what hangs on them."""

    words: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    all_bold: bool = True

    @property
    def line(self) -> str:
        return one_line("".join(self.words))


class _WordReader:
    """Walks the document once, keeping the counts of its lists and of its notes."""

    def __init__(self, document: Document) -> None:
        self.styles = Styles(document)
        self.numbering = Numbering(document)
        self.texts = dict(_note_texts(document))
        self.title = ""
        self.level = 0
        self.notes = 0
        self.hidden = 0
        self.rows_left_out = False
        self.open: _Text | None = None
        changes = (f".//{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom"))
        self.changed = any(document.element.body.find(change) is not None for change in changes)

    def problems(self) -> list[str]:
        """What a person should know about the reading."""
        told = {
            "It has tracked changes: they were read as if all were accepted.": self.changed,
            f"Hidden text was left out ({self.hidden} times).": self.hidden,
            "A table was too long: only its first rows were read.": self.rows_left_out,
        }
        return [sentence for sentence, is_so in told.items() if is_so]

    def blocks(self, parent: _Element) -> Iterator[Part]:
        """The parts below one element, in order."""
        for element in _inside(parent):
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)

    def rest(self) -> Iterator[Part]:
        """What was still waiting for the paragraph that it goes on in, when there was no more."""
        if self.open:
            yield Paragraph(self.open.line)
            yield from self.open.notes

    # Paragraphs

    def _paragraph(self, element: _Element) -> Iterator[Part]:
        text = self.open or _Text()
        self._read(element, text)
        self.open = None
        if _find(element, "pPr", "rPr", "del") is not None:
            # The end of this paragraph was deleted: the next one goes on in it.
            self.open = text
            return
        style = self.styles.of(element)
        if style.is_contents:
            return
        if text.line:
            yield self._part(element, text)
        yield from text.notes
        for box in text.boxes:
            yield from self.blocks(box)

    def _part(self, element: _Element, text: _Text) -> Part:
        style, line = self.styles.of(element), text.line
        if style.is_title:
            self.title = self.title or line
            return Heading(line)
        if style.heading:
            found = self.numbering.next(element, self.styles)
            self.level = style.heading
            shown = f"{found[1]} {line}" if found and found[1] != BULLET else line
            return Heading(shown, style.heading)
        if found := self.numbering.next(element, self.styles):
            depth, marker = found
            if _IN_SEVERAL_PARTS.fullmatch(marker) and len(line.split()) > _LONG_WORDS:
                return Paragraph(f"{marker} {line}")
            return Item(line, depth, marker)
        short = len(line.split()) <= _HEADING_WORDS and not line.endswith(_NOT_A_HEADING)
        if text.all_bold and short and any(char.isalpha() for char in line):
            return Heading(line, self.level + 1)
        return Paragraph(line)

    def _read(self, parent: _Element, text: _Text) -> None:
        for element in _inside(parent):
            if element.tag == f"{W}r":
                self._run(element, text)

    def _run(self, run: _Element, text: _Text) -> None:
        if is_on(run, "vanish"):
            self.hidden += 1
            return
        words = "".join(self._words(child, text) for child in run)
        raised = _find(run, "rPr", "vertAlign")
        if raised is not None and value(raised) == "superscript" and words.strip().isdigit():
            words = raise_digits(words)
        if words.strip() and not is_on(run, "b"):
            text.all_bold = False
        text.words.append(words)

    def _words(self, element: _Element, text: _Text) -> str:
        name = _name(element)
        if name == "t":
            return element.text or ""
        if name in ("footnoteReference", "endnoteReference"):
            return self._note(element, text)
        if name in ("drawing", "pict", "object", "AlternateContent"):
            # The same box may stand there twice, once for programs that do not know the first form.
            first = element.find(_CHOICE)
            text.boxes += (element if first is None else first).iter(f"{W}txbxContent")
        return _SAME_AS.get(name, "")

    def _note(self, reference: _Element, text: _Text) -> str:
        words = self.texts.get((_name(reference).removesuffix("Reference"), reference.get(f"{W}id", "")))
        if not words:
            return ""
        self.notes += 1
        marker = raise_digits(str(self.notes))
        text.notes.append(Note(marker, words))
        return marker

    # Tables

    def _table(self, table: _Element) -> Iterator[Part]:
        rows = [row for row in _inside(table) if row.tag == f"{W}tr" and not _is_deleted(row)]
        cells = [[cell for cell in _inside(row) if cell.tag == f"{W}tc"] for row in rows]
        if all(len(row) < 2 for row in cells):
            for row in cells:
                for cell in row:
                    yield from self.blocks(cell)
            return
        gathered = _Text()
        above: dict[int, _OpenCell] = {}
        laid_out = [self._cells(*pair, gathered, above) for pair in zip(rows, cells, strict=True)]
        parts, left_out = table_of([[cell.done() for cell in row] for row in laid_out])
        self.rows_left_out |= left_out
        yield from parts
        yield from gathered.notes
        for box in gathered.boxes:
            yield from self.blocks(box)

    def _cells(
        self, row: _Element, cells: list[_Element], gathered: _Text, above: dict[int, _OpenCell]
    ) -> list[_OpenCell]:
        """The cells of a row that begin in it; `above` are those that may reach down, by their column."""
        is_header = _find(row, "trPr", "tblHeader") is not None
        column = number(_find(row, "trPr", "gridBefore"), 0)
        found = [_OpenCell("", is_header, 1)] * column
        for cell in cells:
            across = number(_find(cell, "tcPr", "gridSpan"), 1)
            merge = _find(cell, "tcPr", "vMerge")
            if merge is not None and value(merge) != "restart" and column in above:
                above[column].down += 1
            else:
                above[column] = _OpenCell(self._cell_text(cell, gathered), is_header, across)
                found.append(above[column])
            column += across
        return found

    def _cell_text(self, cell: _Element, gathered: _Text) -> str:
        lines = []
        for paragraph in cell.iter(f"{W}p"):
            if any(above.tag == f"{W}txbxContent" for above in paragraph.iterancestors()):
                continue
            text = _Text(notes=gathered.notes, boxes=gathered.boxes)
            self._read(paragraph, text)
            lines.append(text.line)
        return " ".join(filter(None, lines))


@dataclass(slots=True)
class _OpenCell:
    text: str
    is_header: bool
    across: int
    down: int = 1

    def done(self) -> Cell:
        return Cell(self.text, self.is_header, self.across, self.down)


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _inside(parent: _Element) -> Iterator[_Element]:
    """What stands below an element, looking through what only stands around it."""
    for element in parent:
        name = _name(element)
        if name in _AROUND:
            yield from _inside(element)
        elif name not in _GONE:
            yield element


def _find(element: _Element, *names: str) -> _Element | None:
    return element.find("/".join(f"{W}{name}" for name in names))


def _is_deleted(row: _Element) -> bool:
    return _find(row, "trPr", "del") is not None


def _note_texts(document: Document) -> Iterator[tuple[tuple[str, str], str]]:
    """The words of every footnote and endnote, by what it is and its number in the file."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).iter(f"{W}{kind}"):
                if note.get(f"{W}type") is None:
                    words = "".join(text.text or "" for text in note.iter(f"{W}t"))
                    yield (kind, note.get(f"{W}id", "")), one_line(words)
