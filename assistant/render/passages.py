"""The passage around a quote as HTML: paragraphs, lists and tables as published, the quoted words marked."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from assistant.pieces import split_cells
from assistant.render.escape import escape
from assistant.types import TABLE_LINES, Block, BlockKind, Citation, Passage, Piece, Span

_LABEL = re.compile(r"(?:\d{1,3}|[a-z])[.)]")


class Marked:
    """A stretch of a document's text in which quotes and answering words stand out."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self.text = citations[0].source.text
        self.quotes = [Span(c.start, c.end) for c in citations]
        self.marks = [mark for c in citations for mark in c.marks]

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
    marked = Marked(citations)
    blocks = [block for block in source.blocks if block.start < passage.end and passage.start < block.end]
    if not blocks:
        return f"<p>{marked.html(passage.start, passage.end)}</p>"
    groups = groupby(blocks, key=lambda block: (_shape(block), block.group))
    return "".join(_group(marked, passage, shape, list(group)) for (shape, _), group in groups)


def _shape(block: Block) -> str:
    if block.kind in TABLE_LINES:
        return "table"
    return "list" if block.kind is BlockKind.LIST_ITEM else "text"


def _group(marked: Marked, passage: Passage, shape: str, blocks: list[Block]) -> str:
    if shape == "table":
        return _table(marked, passage, blocks)
    if shape == "list":
        return f"<ul>{''.join(_item(marked, block) for block in blocks)}</ul>"
    return "".join(
        f'<p class="{block.kind.value}">{marked.html(block.start, block.end)}</p>' for block in blocks
    )


def _item(marked: Marked, block: Block) -> str:
    line_start = marked.text.rfind("\n", 0, block.start) + 1
    label = _LABEL.search(marked.text[line_start : block.start])
    # The printed number is part of what the publication says; a bullet is not.
    shown = f'<span class="label">{escape(label[0])}</span> ' if label else ""
    return f'<li class="level-{min(block.level, 4)}">{shown}{marked.html(block.start, block.end)}</li>'


def _table(marked: Marked, passage: Passage, blocks: list[Block]) -> str:
    headers = [block for block in blocks if block.kind is BlockKind.TABLE_HEADER]
    rows = [block for block in blocks if block.kind is BlockKind.TABLE_ROW]
    head = [_cells(marked, block) for block in headers[:1]] or _header_of(passage.pieces)
    shown = "".join(_row(marked, cells, "th") for cells in head)
    shown += "".join(_row(marked, _cells(marked, block), "td") for block in rows)
    return f"<table>{shown}</table>"


def _header_of(pieces: Sequence[Piece]) -> list[tuple[Span, ...]]:
    # A passage may hold some rows of a long table only; its pieces know where the header stands.
    return next(([piece.header_cells] for piece in pieces if piece.header_cells), [])


def _row(marked: Marked, cells: Sequence[Span], tag: str) -> str:
    shown = "".join(f"<{tag}>{marked.html(cell.start, cell.end)}</{tag}>" for cell in cells)
    return f"<tr>{shown}</tr>"


def _cells(marked: Marked, block: Block) -> tuple[Span, ...]:
    return split_cells(marked.text, block.start, block.end)
