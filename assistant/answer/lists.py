"""Lists: all items of one list, in order, with the words that introduce them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.context import whole_lead_in
from assistant.answer.evidence import Evidence
from assistant.types import Document, Passage, Piece, PieceKind, Span


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of one list in one passage; `lead_in` is the span of the words that introduce them."""

    document: Document
    passage: Passage
    items: tuple[Piece, ...]
    lead_in: Span | None
    best: Evidence

    @property
    def top_items(self) -> tuple[Piece, ...]:
        """The items of the outermost level."""
        outermost = min(item.level for item in self.items)
        return tuple(item for item in self.items if item.level == outermost)

    @property
    def words(self) -> int:
        """How many words all items have."""
        return sum(len(self.text_of(item).split()) for item in self.items)

    def text_of(self, item: Piece) -> str:
        """The words of one item, as stored."""
        return self.document.text[item.start : item.end]


def list_of(evidence: Evidence) -> ItemList | None:
    """The whole list that *evidence* is an item of, or that it introduces; None when it is neither."""
    pieces = evidence.passage.pieces
    piece = evidence.piece
    if piece.kind is PieceKind.ITEM:
        items = [other for other in pieces if other.kind is PieceKind.ITEM and other.group == piece.group]
        return _listed(evidence, items, whole_lead_in(items[0], evidence.passage, evidence.document))
    follows = [
        other
        for other in pieces
        if other.kind is PieceKind.ITEM and other.lead_in == (piece.start, piece.end)
    ]
    if not follows:
        return None
    items = [other for other in pieces if other.kind is PieceKind.ITEM and other.group == follows[0].group]
    return _listed(evidence, items, whole_lead_in(follows[0], evidence.passage, evidence.document))


def _introduces(piece: Piece, item: Piece, evidence: Evidence) -> bool:
    lead_in = whole_lead_in(item, evidence.passage, evidence.document)
    return lead_in is not None and lead_in.start <= piece.start and piece.end <= lead_in.end


def children_of(evidence: Evidence) -> ItemList | None:
    """The items that stand under the item *evidence*, with that item as their lead-in."""
    pieces = evidence.passage.pieces
    below = [piece for piece in pieces if _stands_under(piece, evidence.index, pieces)]
    return _listed(evidence, below, Span(evidence.piece.start, evidence.piece.end)) if below else None


def _stands_under(piece: Piece, ancestor: int, pieces: Sequence[Piece]) -> bool:
    while piece.parent is not None:
        if piece.parent == ancestor:
            return True
        piece = pieces[piece.parent]
    return False


def _listed(evidence: Evidence, items: Sequence[Piece], lead_in: Span | None) -> ItemList | None:
    if len(items) < 2:
        return None
    return ItemList(evidence.document, evidence.passage, tuple(items), lead_in, evidence)
