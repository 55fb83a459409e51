"""A Document → a PDF in one, two or three columns, as an office would print it, to be read back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

from assistant.pieces import split_cells
from assistant.types import TABLE_LINES, Block, BlockKind, Document

_WIDTH, _HEIGHT = A4
_MARGIN, _TOP, _FOOT, _GUTTER = 52.0, 70.0, 66.0, 17.0
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = re.compile(f"[{_RAISED}]+")
_MARKER = re.compile(r"(\(?\w{1,4}[.)]|[-*+])[ \t]+$")
_LONG_WORD = re.compile(r"(?<!\S)[a-z]{8,}(?![^\s.,;:])")
_SYLLABLE = re.compile(r"(?<=[aeiou][bcdfgklmnprst])(?=[bcdfgklmnprst][aeiou])")
_SIZES = {1: 17.0, 2: 14.0, 3: 12.0}
_VERA = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}


@dataclass(frozen=True, slots=True)
class Design:
    """How a document is set; `front` pages have Roman numbers, which the file itself tells or only prints."""

    columns: int
    font: str
    bold: str
    italic: str
    size: float
    rules: str
    justified: bool = False
    hyphens: bool = False
    ligatures: bool = False
    front: int = 2
    labels: bool = True


DESIGNS = {
    "one column": Design(1, "Times-Roman", "Times-Bold", "Times-Italic", 11, "grid", justified=True),
    "two columns": Design(
        2, "Vera", "Vera-Bold", "Vera-Italic", 8, "level", hyphens=True, ligatures=True, labels=False
    ),
    "three columns": Design(
        3, "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", 8, "none", justified=True, hyphens=True
    ),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a block was set: the label of the page on which it begins, and its first words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class _Item:
    """Something to set: `notes` go to the foot of its column, `keeps` holds it beside what follows."""

    flow: Flowable
    text: str
    before: float
    notes: tuple[Flowable, ...] = ()
    keeps: bool = False
    spans: bool = False


def typeset(document: Document, design: Design, path: Path) -> list[Printed]:
    """Write the PDF and say where each block went."""
    for name, file in _VERA.items():
        pdfmetrics.registerFont(TTFont(name, file))
    press = _Press(document, design, path)
    press.set(list(_items(document, design)))
    return press.printed


class _Press:
    """Fills pages: what spans them, and between that columns of even height."""

    def __init__(self, document: Document, design: Design, path: Path) -> None:
        self._design, self._title, self._foot = design, document.info.title, document.info.publisher
        self._canvas = Canvas(str(path), pagesize=A4, invariant=1)
        # An office's file says when it was made; where no day is known, the first of the month.
        made = document.info.date.replace("-", "")
        self._canvas.setDateFormatter(lambda *_: f"D:{made}{'01' * ((8 - len(made)) // 2)}000000Z")
        self._width = (_WIDTH - 2 * _MARGIN - (design.columns - 1) * _GUTTER) / design.columns
        self._page = 0
        self._y = 0.0
        self.printed: list[Printed] = []
        self._new_page()

    def set(self, items: Sequence[_Item]) -> None:
        """Set all items and save the file."""
        waiting: list[_Item] = []
        for number, item in enumerate(items):
            if not item.spans:
                waiting.append(item)
                continue
            self._flush(waiting)
            waiting = []
            height = item.flow.wrap(_WIDTH - 2 * _MARGIN, _HEIGHT)[1] + item.before
            need = height + (60 if item.keeps and number + 1 < len(items) else 0)
            if self._y - need < _FOOT:
                self._new_page()
            item.flow.drawOn(self._canvas, _MARGIN, self._y - height)
            self.printed.append(Printed(self._label(), item.text))
            self._y -= height + 4
        self._flush(waiting)
        self._canvas.showPage()
        self._canvas.save()

    def _flush(self, items: Sequence[_Item]) -> None:
        waiting = list(items)
        while waiting:
            room = self._y - _FOOT
            columns, left = self._filled(waiting, room)
            if left == waiting:
                self._new_page()
                continue
            low, high = 0.0, room
            while not left and high - low > 4:
                middle = (low + high) / 2
                trial, rest = self._filled(waiting, middle)
                low, high = (middle, high) if rest else (low, middle)
                columns = columns if rest else trial
            self._draw(columns, room if left else high)
            self._y -= room if left else high + 8
            waiting = left
            if left:
                self._new_page()

    def _filled(
        self, items: Sequence[_Item], height: float
    ) -> tuple[list[tuple[list[_Item], list[Flowable]]], list[_Item]]:
        """Columns of at most this height, each with its notes, and what is left over."""
        waiting = list(items)
        columns: list[tuple[list[_Item], list[Flowable]]] = []
        for _ in range(self._design.columns):
            used, placed, notes = 0.0, list[_Item](), list[Flowable]()
            while waiting:
                item = waiting[0]
                own = sum(note.wrap(self._width, _HEIGHT)[1] + 2 for note in item.notes) + (
                    8 if item.notes else 0
                )
                before = item.before if placed else 0.0
                room = height - used - own - before
                tall = item.flow.wrap(self._width, _HEIGHT)[1]
                if tall <= room:
                    used += tall + own + before
                    placed.append(waiting.pop(0))
                    notes += item.notes
                    continue
                parts = (
                    item.flow.split(self._width, room)
                    if room > 24 and isinstance(item.flow, Paragraph)
                    else []
                )
                if len(parts) == 2:
                    placed.append(replace(item, flow=parts[0]))
                    notes += item.notes
                    waiting[0] = replace(item, flow=parts[1], text="", notes=(), before=0.0)
                break
            while placed and placed[-1].keeps and waiting:
                waiting.insert(0, placed.pop())
            columns.append((placed, notes))
        return columns, waiting

    def _draw(self, columns: Sequence[tuple[list[_Item], list[Flowable]]], height: float) -> None:
        for number, (placed, notes) in enumerate(columns):
            x, y = _MARGIN + number * (self._width + _GUTTER), self._y
            for place, item in enumerate(placed):
                y -= item.before if place else 0.0
                y -= item.flow.wrap(self._width, _HEIGHT)[1]
                item.flow.drawOn(self._canvas, x, y)
                if item.text:
                    self.printed.append(Printed(self._label(), item.text))
            y = self._y - height
            for note in reversed(notes):
                note_height = note.wrap(self._width, _HEIGHT)[1]
                note.drawOn(self._canvas, x, y)
                y += note_height + 2
            if notes:
                self._canvas.line(x, y + 2, x + 50, y + 2)

    def _new_page(self) -> None:
        if self._page:
            self._canvas.showPage()
        self._page += 1
        self._y = _HEIGHT - _TOP
        canvas, design = self._canvas, self._design
        if design.labels and self._page in (1, design.front + 1):
            canvas.addPageLabel(self._page - 1, "ROMAN_LOWER" if self._page == 1 else "ARABIC", 1)
        canvas.setFont(design.italic, 8)
        canvas.drawString(_MARGIN, _HEIGHT - 40, self._title)
        canvas.line(_MARGIN, _HEIGHT - 46, _WIDTH - _MARGIN, _HEIGHT - 46)
        canvas.drawString(_MARGIN, 36, self._foot)
        canvas.drawRightString(_WIDTH - _MARGIN, 36, f"{'' if design.labels else 'Page '}{self._label()}")

    def _label(self) -> str:
        front = self._design.front
        return _roman(self._page) if self._page <= front else str(self._page - front)


def _roman(number: int) -> str:
    return ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii")[number]


def _items(document: Document, design: Design) -> Iterator[_Item]:
    notes = {
        _SUPERSCRIPTS.match(text)[0]: text  # type: ignore[index]  # a footnote begins with its marker
        for block in document.blocks
        if block.kind is BlockKind.FOOTNOTE
        for text in (_text(document, block),)
    }
    rows: list[Block] = []
    for block in document.blocks:
        if rows and (block.kind not in TABLE_LINES or block.group != rows[0].group):
            yield from _tables(document, rows, design, notes)
            rows = []
        if block.kind in TABLE_LINES:
            rows.append(block)
        elif block.kind is not BlockKind.FOOTNOTE:
            yield from _text_items(document, block, design, notes)
    if rows:
        yield from _tables(document, rows, design, notes)


def _text(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _text_items(document: Document, block: Block, design: Design, notes: dict[str, str]) -> Iterator[_Item]:
    text = _text(document, block)
    own = tuple(_note(notes[mark], design) for mark in _SUPERSCRIPTS.findall(text) if mark in notes)
    size = design.size
    match block.kind:
        case BlockKind.HEADING:
            style = _style(design, font=design.bold, size=_SIZES.get(block.level, size + 0.01), hyphens=False)
            spans = block.level == 1 and design.columns > 1
            yield _Item(Paragraph(_markup(text), style), text, size, own, keeps=True, spans=spans)
        case BlockKind.CAPTION:
            yield _Item(_Picture(), "", size, keeps=True)
            style = _style(design, font=design.italic, size=size - 1, hyphens=False)
            yield _Item(Paragraph(_markup(text), style), text, 3, own)
        case BlockKind.LIST_ITEM:
            marker = _MARKER.search(document.text, max(0, block.start - 12), block.start)
            sign = marker[1] if marker and marker[1][0] not in "-*+" else "•" if block.level == 1 else "–"
            style = _style(design, indent=16.0 * block.level)
            yield _Item(Paragraph(_markup(_set(text, design)), style, bulletText=sign), text, 2, own)
        case _:
            indent = 16.0 * block.level
            yield _Item(Paragraph(_markup(_set(text, design)), _style(design, indent=indent)), text, 6, own)


def _note(text: str, design: Design) -> Flowable:
    return Paragraph(_markup(text), _style(design, size=max(6.5, design.size - 1.5), hyphens=False))


def _set(text: str, design: Design) -> str:
    if design.ligatures:
        text = text.replace("fi", "ﬁ").replace("fl", "ﬂ")
    if design.hyphens:
        text = _LONG_WORD.sub(lambda match: _SYLLABLE.sub("\u00ad", match[0]), text)
    return text


def _markup(text: str) -> str:
    return _SUPERSCRIPTS.sub(
        lambda match: (
            f'<super rise="3.2" size="5.2">{"".join(str(_RAISED.index(char)) for char in match[0])}</super>'
        ),
        escape(text),
    )


def _style(
    design: Design, font: str = "", size: float = 0.0, indent: float = 0.0, *, hyphens: bool = True
) -> ParagraphStyle:
    size = size or design.size
    return ParagraphStyle(
        "set",
        fontName=font or design.font,
        bulletFontName=design.font,
        fontSize=size,
        bulletFontSize=size,
        leading=1.25 * size,
        leftIndent=indent,
        bulletIndent=max(0.0, indent - 14),
        alignment=TA_JUSTIFY if design.justified and not font else TA_LEFT,
        splitLongWords=0,
        embeddedHyphenation=int(design.hyphens and hyphens),
    )


def _tables(
    document: Document, rows: Sequence[Block], design: Design, notes: dict[str, str]
) -> Iterator[_Item]:
    """A table over all columns, with its notes right under it."""
    yield _table(document, rows, design)
    for mark in _SUPERSCRIPTS.findall(document.text[rows[0].start : rows[-1].end]):
        if mark in notes:
            yield _Item(_note(notes[mark], design), notes[mark], 2, spans=True)


def _table(document: Document, rows: Sequence[Block], design: Design) -> _Item:
    cells = [
        [document.text[slice(*span)] for span in split_cells(document.text, row.start, row.end)]
        for row in rows
    ]
    head, body = (
        _style(design, font=design.bold, size=design.size - 0.5),
        _style(design, size=design.size - 0.5),
    )
    columns = len(cells[0])
    wide = _WIDTH - 2 * _MARGIN
    widths = [wide * 0.3, *[wide * 0.7 / (columns - 1)] * (columns - 1)]
    flows = [
        [Paragraph(_markup(cell), body if number else head) for cell in row]
        for number, row in enumerate(cells)
    ]
    last = len(cells) - 1
    lines = {
        "grid": [("GRID", (0, 0), (-1, -1), 0.5, "black")],
        "level": [("LINEABOVE", (0, row), (-1, row), 0.5, "black") for row in (0, 1)]
        + [("LINEBELOW", (0, last), (-1, last), 0.5, "black")],
        "none": [],
    }[design.rules]
    table = Table(flows, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *lines])
    return _Item(table, " ".join(cells[0]), design.size, spans=True)


class _Picture(Flowable):  # type: ignore[misc]  # reportlab comes without types
    """A grey picture, so that a caption has something to stand under."""

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take all of the width, and a few lines of height."""
        self.width, self.height = width, 50.0
        return width, self.height

    def draw(self) -> None:
        """Paint it."""
        self.canv.drawImage(ImageReader(Image.new("L", (8, 4), 190)), 0, 0, self.width, self.height)
