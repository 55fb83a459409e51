"""Blocks → pieces: the sentences, list items and table rows that can be quoted, each knowing its setting."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from assistant.reading.sentences import split_sentences
from assistant.types import TABLE_LINES, Block, BlockKind, Document, Piece, PieceKind, Span

_NUMBER = re.compile(r"\d{1,9}[.)]")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_ANNOUNCES = re.compile(r"\b(?:following|as follows|includ(?:e|es|ing)|these are|below)\b", re.IGNORECASE)
_REPORT_WORDS = 15
_LONG_ITEM_WORDS = 60
_LONGEST_LEAD_IN = 60
_LONGEST_CAPTION = 30


@dataclass(frozen=True, slots=True)
class BlockPieces:
    """A block, its place in the document, the heading path it stands under, and what can be quoted of it.

    `parent` is where the item begins that this block's item stands under (None: under no item).
    """

    index: int
    block: Block
    section: tuple[str, ...]
    pieces: tuple[Piece, ...]
    parent: int | None = None

    @property
    def is_list(self) -> bool:
        """Whether the block is shown as part of a list (a report's numbered paragraphs are not)."""
        return any(piece.group for piece in self.pieces) and self.block.kind not in TABLE_LINES


def cut_pieces(document: Document) -> tuple[BlockPieces, ...]:
    """Cut every block but headings into pieces, in order; the pieces hold every visible character."""
    return tuple(_PieceCutter(document).cut())


def count_words(text: str) -> int:
    """How many words a text has, as white space parts them."""
    return len(text.split())


class _PieceCutter:
    """Walks the blocks once, keeping the heading path, the open list items and the table's header."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.blocks = document.blocks
        self.reports = _report_groups(document)
        self.headings: list[tuple[int, str]] = []
        self.open_items: list[tuple[int, int, int]] = []  # group, level, start
        self.lead_ins: dict[int, Span | None] = {}
        self.header: tuple[Span, tuple[Span, ...]] | None = None
        self.caption: Span | None = None
        self.next_group = max((block.group for block in self.blocks), default=0)
        self.list_group = 0

    def cut(self) -> Iterator[BlockPieces]:
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING:
                self._enter(block)
                continue
            pieces = tuple(self._pieces(index, block))
            section = tuple(title for _, title in self.headings)
            yield BlockPieces(index, block, section, pieces, self._parent(pieces))

    def _enter(self, block: Block) -> None:
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        title = re.sub(r"[*_`]{2,}|`", "", self.text[block.start : block.end])
        self.headings.append((block.level, " ".join(title.split())))

    def _pieces(self, index: int, block: Block) -> Iterator[Piece]:
        if block.kind in TABLE_LINES:
            yield from self._row(index, block)
        elif block.group and not self._is_report(block):
            yield from self._item(index, block)
        else:
            for start, end in split_sentences(self.text, block.start, block.end):
                yield Piece(PieceKind.SENTENCE, start, end)

    def _is_report(self, block: Block) -> bool:
        return block.level == 1 and block.group in self.reports

    # Lists

    def _item(self, index: int, block: Block) -> Iterator[Piece]:
        level = block.level - (block.group in self.reports)
        group = self._list_group(index, block)
        lead_in = self.lead_ins[group]
        spans = split_sentences(self.text, block.start, block.end)
        is_item = block.kind is BlockKind.LIST_ITEM
        is_long = count_words(self.text[block.start : block.end]) > _LONG_ITEM_WORDS and len(spans) > 1
        if is_item and not is_long:
            yield Piece(PieceKind.ITEM, block.start, block.end, level, group, lead_in)
            return
        for start, end in spans:
            yield Piece(PieceKind.SENTENCE, start, end, level, group, lead_in)

    def _list_group(self, index: int, block: Block) -> int:
        """The list's own number; a list under a report's numbered paragraph is a list of its own."""
        before = self.blocks[index - 1] if index else None
        inside = before is not None and before.group == block.group and not self._is_report(before)
        if block.group not in self.reports:
            self.list_group = block.group
        elif not inside:
            self.next_group += 1
            self.list_group = self.next_group
        if self.list_group not in self.lead_ins:
            self.lead_ins[self.list_group] = self._lead_in(index)
        return self.list_group

    def _lead_in(self, index: int) -> Span | None:
        before = index - 1
        while before >= 0 and self.blocks[before].kind in (BlockKind.FOOTNOTE, BlockKind.CAPTION):
            before -= 1
        if before < 0 or self.blocks[before].kind in TABLE_LINES:
            return None
        block = self.blocks[before]
        sentence = split_sentences(self.text, block.start, block.end)[-1]
        return sentence if self._introduces(block, self.text[slice(*sentence)]) else None

    def _introduces(self, block: Block, sentence: str) -> bool:
        if sentence.endswith(":"):
            return True
        if block.kind is BlockKind.HEADING or count_words(sentence) > _LONGEST_LEAD_IN:
            return False
        if block.kind is BlockKind.LIST_ITEM and not _is_numbered(self.text, block):
            return False
        return sentence[-1] not in ".!?”’)" or _ANNOUNCES.search(sentence) is not None

    def _parent(self, pieces: tuple[Piece, ...]) -> int | None:
        if not pieces or not pieces[0].group or pieces[0].kind is PieceKind.ROW:
            return None
        first = pieces[0]
        while self.open_items and self.open_items[-1][:2] >= (first.group, first.level):
            self.open_items.pop()
        above = self.open_items[-1] if self.open_items else None
        self.open_items.append((first.group, first.level, first.start))
        return above[2] if above and above[0] == first.group else None

    # Tables

    def _row(self, index: int, block: Block) -> Iterator[Piece]:
        cells = split_cells(self.text, block.start, block.end)
        if block.kind is BlockKind.TABLE_HEADER:
            self.header = Span(block.start, block.end), cells
            self.caption = self._table_caption(index)
            below = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
            if below is not None and below.group == block.group:
                return
        header, header_cells = self.header or (None, ())
        if header is None or header.start == block.start:
            header, header_cells = None, ()
        yield Piece(
            PieceKind.ROW,
            block.start,
            block.end,
            group=block.group,
            lead_in=header,
            caption=self.caption,
            cells=cells,
            header_cells=header_cells,
        )

    def _table_caption(self, index: int) -> Span | None:
        if not index:
            return None
        before = self.blocks[index - 1]
        if before.kind is BlockKind.HEADING:
            return Span(before.start, before.end)
        if before.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
            return None
        if count_words(self.text[before.start : before.end]) <= _LONGEST_CAPTION:
            return Span(before.start, before.end)
        last = split_sentences(self.text, before.start, before.end)[-1]
        return last if self.text[slice(*last)].endswith(":") else None


def split_cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a table line's cells, trimmed; an empty cell is an empty span."""
    line = text[start:end]
    edges = [match.start() for match in _CELL_EDGE.finditer(line)]
    inner = [edge for edge in edges if edge not in (0, len(line) - 1)]
    opened = bool(edges) and edges[0] == 0
    closed = len(edges) > opened and edges[-1] == len(line) - 1
    bounds = [0 if opened else -1, *inner, len(line) - 1 if closed else len(line)]
    return tuple(_trimmed(text, start + left + 1, start + right) for left, right in pairwise(bounds))


def _trimmed(text: str, start: int, end: int) -> Span:
    cell = text[start:end]
    begin = start + len(cell) - len(cell.lstrip())
    return Span(begin, begin + len(cell.strip()))


def _is_numbered(text: str, block: Block) -> bool:
    line = text.rfind("\n", 0, block.start) + 1
    return _NUMBER.fullmatch(text[line : block.start].strip()) is not None


def _report_groups(document: Document) -> frozenset[int]:
    """Ordered lists whose items are full paragraphs, as reports number them."""
    items: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        if block.kind is BlockKind.LIST_ITEM and block.level == 1:
            items[block.group].append(block)
    return frozenset(group for group, blocks in items.items() if _is_report(document.text, blocks))


def _is_report(text: str, blocks: Sequence[Block]) -> bool:
    words = [text[block.start : block.end] for block in blocks]
    stopped = sum(item.endswith((".", "?", "!", ":")) for item in words)
    return (
        _is_numbered(text, blocks[0])
        and median(map(count_words, words)) > _REPORT_WORDS
        and stopped >= 0.75 * len(words)
    )
