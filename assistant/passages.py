"""Document → Passages: cut along headings, lists and tables, never across pages or sections."""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.pieces import BlockPieces, count_words, cut_pieces
from assistant.reading.pages import PAGE_MARK
from assistant.types import TABLE_LINES, Block, BlockKind, Document, Passage, Piece, PieceKind, Span

# A passage of prose grows to the first and never beyond the second unless one paragraph is longer still.
_ENOUGH_WORDS = 60
_MANY_WORDS = 120
_LONG_PARAGRAPH = 180
_LONGEST_LIST = 350
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴-⁹]+")
_MARKUP = re.compile(r"\*\*|__|`|<!--.{0,2000}?-->|</?[A-Za-z][^<>]*>|\\(?=\|)", re.DOTALL)


def cut(document: Document) -> tuple[Passage, ...]:
    """Cut a document into passages: in order, not overlapping, each an exact slice of its text."""
    seen: Counter[str] = Counter()
    strands = _strands(document)
    return tuple(_passage(document, group, seen) for group in _packed(document, strands))


def piece_text(document: Document, piece: Piece) -> str:
    """What is encoded for one piece.

    A sentence as it is, an item behind its lead-in and the items above it, a row as
    `caption; header: cell; …`.
    """
    if piece.kind is PieceKind.ROW:
        return _row_text(document, piece)
    words = document.text[piece.start : piece.end]
    if piece.kind is PieceKind.SENTENCE:
        return words
    lead_in = [piece.lead_in] if piece.lead_in else []
    above = [Span(block.start, block.end) for block in _items_above(document, piece)]
    return " ".join([*(document.text[slice(*span)] for span in (*lead_in, *above)), words])


def _row_text(document: Document, piece: Piece) -> str:
    text = document.text
    parts = [text[slice(*piece.caption)]] if piece.caption else []
    for number, cell in enumerate(piece.cells):
        words = text[slice(*cell)]
        header = text[slice(*piece.header_cells[number])] if number < len(piece.header_cells) else ""
        if words:
            parts.append(f"{header}: {words}" if header else words)
    return "; ".join(parts)


def _items_above(document: Document, piece: Piece) -> list[Block]:
    """The items that a nested item stands under, outermost first."""
    index = bisect_left(document.blocks, piece.start, key=lambda block: block.start)
    blocks = document.blocks[: index + 1]
    # A list under a report's numbered paragraph counts its levels without that paragraph.
    level = blocks[-1].level if blocks else 0
    outermost = level - piece.level
    above = []
    for block in reversed(blocks[:-1]):
        if level - 1 <= outermost or block.group != blocks[-1].group:
            break
        if block.kind is BlockKind.LIST_ITEM and block.level < level:
            above.append(block)
            level = block.level
    return above[::-1]


@dataclass(frozen=True, slots=True)
class _Strand:
    """What is never parted: a list item, a table line, a paragraph or a part of a long one."""

    cut: BlockPieces
    start: int
    end: int
    pieces: tuple[Piece, ...]
    words: int


def _strands(document: Document) -> Iterator[_Strand]:
    for block in cut_pieces(document):
        words = count_words(document.text[block.block.start : block.block.end])
        if words <= _LONG_PARAGRAPH or block.is_list or len(block.pieces) < 2:
            yield _Strand(block, block.block.start, block.block.end, block.pieces, words)
        else:
            yield from _parts(document, block, words)


def _parts(document: Document, block: BlockPieces, words: int) -> Iterator[_Strand]:
    """Part a long paragraph between sentences, into parts of about the same length."""
    goal = words / -(-words // _MANY_WORDS)
    part: list[Piece] = []
    counted = 0
    for piece in block.pieces:
        part.append(piece)
        counted += count_words(document.text[piece.start : piece.end])
        if counted >= goal or piece is block.pieces[-1]:
            yield _Strand(block, part[0].start, part[-1].end, tuple(part), counted)
            part, counted = [], 0


def _packed(document: Document, strands: Iterable[_Strand]) -> Iterator[list[_Strand]]:
    """Gather strands into passages."""
    gathered: list[_Strand] = []
    for strand in strands:
        if gathered and _parted(document, gathered[-1], strand):
            yield gathered
            gathered = []
        elif gathered and _is_full(gathered, strand):
            kept = len(gathered) - _announcing(gathered, strand)
            if kept:
                yield gathered[:kept]
            gathered = gathered[kept:]
        gathered.append(strand)
    if gathered:
        yield gathered


def _parted(document: Document, before: _Strand, strand: _Strand) -> bool:
    """Whether a heading, a page's end or a page mark stands between two strands."""
    one, other = before.cut, strand.cut
    # Headings are the only blocks without pieces, so a gap in the count is a heading.
    if other.index - one.index > 1 or one.block.page_label != other.block.page_label:
        return True
    return PAGE_MARK.search(document.text, before.end, strand.start) is not None


def _is_full(gathered: list[_Strand], strand: _Strand) -> bool:
    """Whether the next strand begins a new passage."""
    last = gathered[-1]
    words = sum(item.words for item in gathered)
    if strand.cut.block.kind is BlockKind.FOOTNOTE:
        return False
    if _shape(strand) == "text":
        only_text = all(_shape(item) == "text" for item in gathered)
        return not only_text or (words >= _ENOUGH_WORDS and words + strand.words > _MANY_WORDS)
    if _shape(last) == _shape(strand) and _together(last, strand):
        return words + strand.words > _LONGEST_LIST and strand.cut.parent is None
    return _announcing(gathered, strand) != len(gathered)


def _shape(strand: _Strand) -> str:
    if strand.cut.block.kind in TABLE_LINES:
        return "table"
    return "list" if strand.cut.is_list else "text"


def _together(one: _Strand, other: _Strand) -> bool:
    """Whether two lines belong to one list or table, or the first introduces the second."""
    if one.cut.block.kind in TABLE_LINES:
        return one.cut.block.group == other.cut.block.group
    same = {piece.group for piece in one.pieces} & {piece.group for piece in other.pieces}
    return bool(same) or _holds(one, other.pieces[0].lead_in)


def _announcing(gathered: list[_Strand], strand: _Strand) -> int:
    """How many of the last strands gathered belong to the list or table that begins here (0 or 1)."""
    if not strand.pieces:
        return int(strand.cut.block.kind is BlockKind.TABLE_HEADER and _is_caption(gathered[-1]))
    first = strand.pieces[0]
    return int(_holds(gathered[-1], first.lead_in) or _holds(gathered[-1], first.caption))


def _is_caption(strand: _Strand) -> bool:
    return _shape(strand) == "text" and strand.words <= _ENOUGH_WORDS


def _holds(strand: _Strand, span: Span | None) -> bool:
    return span is not None and strand.start <= span.start and span.end <= strand.end


def _passage(document: Document, strands: list[_Strand], seen: Counter[str]) -> Passage:
    start, end = strands[0].start, strands[-1].end
    text = document.text[start:end]
    first = strands[0].cut
    return Passage(
        id=_identity(document.info.id, text, seen),
        document=document.info.id,
        section=first.section,
        start=start,
        end=end,
        text=text,
        search_text=_search_text(document, strands),
        page=first.block.page,
        page_label=first.block.page_label,
        pieces=_with_parents(strands),
    )


def _identity(document: str, text: str, seen: Counter[str]) -> str:
    """The same words get the same id at every reading; words that repeat are counted."""
    name = f"{document}:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _with_parents(strands: list[_Strand]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    indices: dict[int, int] = {}
    for strand in strands:
        parent = indices.get(strand.cut.parent) if strand.cut.parent is not None else None
        for piece in strand.pieces:
            indices[piece.start] = len(pieces)
            pieces.append(replace(piece, parent=parent))
    return tuple(pieces)


def _search_text(document: Document, strands: list[_Strand]) -> str:
    text = document.text
    outside = {
        span: None
        for strand in strands
        for piece in strand.pieces
        for span in (piece.caption, piece.lead_in)
        if span and span.end <= strands[0].start
    }
    lines = [" › ".join(strands[0].cut.section), *(text[slice(*span)] for span in outside)]
    for strand in strands:
        words = text[strand.start : strand.end]
        lines.append(words.replace("|", " ") if _shape(strand) == "table" else words)
    return "\n".join(_plain(line) for line in lines if line)


def _plain(text: str) -> str:
    """Words only: a footnote's number must not become part of the figure before it."""
    text = _SUPERSCRIPTS.sub("", _MARKUP.sub(" ", text))
    return " ".join(unicodedata.normalize("NFKC", text).split())
