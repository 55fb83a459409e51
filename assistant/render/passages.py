"""A passage or a whole document as HTML: paragraphs, lists and tables as published, the quotes marked."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Protocol

from assistant.pieces import split_cells
from assistant.render.escape import escape
from assistant.types import TABLE_LINES, Block, BlockKind, Citation, Document, Piece, Span

_LABEL = re.compile(r"(?:\d{1,3}|[a-z])[.)]")


class Marked:
    """A stretch of a document's text in which quotes and answering words stand out."""

    def __init__(self, text: str, quotes: Sequence[Span], marks: Sequence[Span] = ()) -> None:
        self.text, self.quotes, self.marks = text, quotes, marks

    def html(self, start: int, end: int) -> str:
        """Escape the text from `start` to `end`; `<b class="quoted">` and `<mark>` stand where they fall."""
        borders = {edge for span in [*self.quotes, *self.marks] for edge in span if start < edge < end}
        edges = [start, *sorted(borders), end]
        return "".join(self._segment(a, b) for a, b in pairwise(edges))

    def _segment(self, start: int, end: int) -> str:
        shown = escape(self.text[start:end])
        if any(mark.start <= start < mark.end for mark in self.marks):
            shown = f"<mark>{shown}</mark>"
        quoted = any(quote.start <= start < quote.end for quote in self.quotes)
        return f'<b class="quoted">{shown}</b>' if quoted else shown


def passage_html(citations: Sequence[Citation]) -> str:
    """Show the passage that these citations share, their quotes and answering words marked in it."""
    passage, source = citations[0].passage, citations[0].source
    marks = [mark for citation in citations for mark in citation.marks]
    marked = Marked(source.text, [Span(c.start, c.end) for c in citations], marks)
    blocks = [block for block in source.blocks if block.start < passage.end and passage.start < block.end]
    if not blocks:
        return f"<p>{marked.html(passage.start, passage.end)}</p>"
    return "".join(_group(marked, passage.pieces, shape, group) for shape, group in _groups(blocks))


class Marking(Protocol):
    """A text that shows any stretch of itself as HTML, with its own marks in it."""

    text: str

    def html(self, start: int, end: int) -> str:
        """Escape the text from `start` to `end`, with its marks where they fall."""
        ...


def blocks_html(marked: Marking, blocks: Iterable[Block]) -> str:
    """Show blocks of a text as paragraphs, headings, lists and tables."""
    return "".join(_group(marked, (), shape, group) for shape, group in _groups(blocks))


def document_html(document: Document, quotes: Sequence[Span] = ()) -> str:
    """Show a whole document, with its pages where the source tells them; the first quote's id is `quote`."""
    marked = Marked(document.text, quotes)
    shown = ""
    for (label, _), blocks in groupby(
        _in_steps(document.blocks), key=lambda block: (block.page_label, block.page)
    ):
        shown += f'<p class="page">Page {escape(label)}</p>' if label else ""
        shown += blocks_html(marked, blocks)
    return shown.replace('<b class="quoted">', '<b class="quoted" id="quote" tabindex="-1">', 1)


def _in_steps(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each heading one step deeper than the one it stands under, as whoever listens expects."""
    above: list[int] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            yield replace(block, level=len(above))
        else:
            yield block


def version_of(document: Document) -> str:
    """Twelve signs that are others when the stored text, in which quotes are counted, is another."""
    return hashlib.sha256(document.text.encode()).hexdigest()[:12]


def _groups(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """The blocks of one list or one table together, all others by their kind."""
    for (shape, _), group in groupby(blocks, key=lambda block: (_shape(block), block.group)):
        yield shape, list(group)


def _shape(block: Block) -> str:
    if block.kind in TABLE_LINES:
        return "table"
    return "list" if block.kind is BlockKind.LIST_ITEM else "text"


def _group(marked: Marking, pieces: Sequence[Piece], shape: str, blocks: list[Block]) -> str:
    if shape == "table":
        return _table(marked, pieces, blocks)
    if shape == "list":
        return f"<ul>{''.join(_item(marked, block) for block in blocks)}</ul>"
    return "".join(_text(marked, block) for block in blocks)


def _text(marked: Marking, block: Block) -> str:
    shown = marked.html(block.start, block.end)
    if block.kind is BlockKind.HEADING:
        level = min(block.level + 1, 6)  # a page has one heading of the first rank, its own
        return f"<h{level}>{shown}</h{level}>"
    return f'<p class="{block.kind.value}">{shown}</p>'


def _item(marked: Marking, block: Block) -> str:
    line_start = marked.text.rfind("\n", 0, block.start) + 1
    label = _LABEL.search(marked.text[line_start : block.start])
    # The printed number is part of what the publication says; a bullet is not.
    shown = f'<span class="label">{escape(label[0])}</span> ' if label else ""
    return f'<li class="level-{min(block.level, 4)}">{shown}{marked.html(block.start, block.end)}</li>'


def _table(marked: Marking, pieces: Sequence[Piece], blocks: list[Block]) -> str:
    headers = [block for block in blocks if block.kind is BlockKind.TABLE_HEADER]
    rows = [block for block in blocks if block.kind is BlockKind.TABLE_ROW]
    head = [_cells(marked, block) for block in headers[:1]] or _header_of(pieces)
    shown = "".join(_row(marked, cells, "th") for cells in head)
    shown += "".join(_row(marked, _cells(marked, block), "td") for block in rows)
    # A wide table is scrolled by itself, by keyboard too.
    return f'<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>{shown}</table></div>'


def _header_of(pieces: Sequence[Piece]) -> list[tuple[Span, ...]]:
    # A passage may hold some rows of a long table only; its pieces know where the header stands.
    return next(([piece.header_cells] for piece in pieces if piece.header_cells), [])


def _row(marked: Marking, cells: Sequence[Span], tag: str) -> str:
    shown = (marked.html(cell.start, cell.end) for cell in cells)
    # A header without words, as above the labels of the rows, is none.
    return f"<tr>{''.join(f'<{tag}>{words}</{tag}>' if words else '<td></td>' for words in shown)}</tr>"


def _cells(marked: Marking, block: Block) -> tuple[Span, ...]:
    return split_cells(marked.text, block.start, block.end)
