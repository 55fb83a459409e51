"""Lists in the evidence: all items of one list, in order, with the words that introduce them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answer.context import Context, whole_lead_in
from assistant.answer.evidence import Evidence
from assistant.types import BlockKind, Document, Passage, Piece, PieceKind, Span

_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of one list in one passage; `lead_in` is the span of the words that introduce them."""

    document: Document
    passage: Passage
    items: tuple[Piece, ...]
    lead_in: Span | None

    @property
    def outermost(self) -> int:
        """The level of the items that stand under no other item."""
        return min(item.level for item in self.items)

    @property
    def top_items(self) -> tuple[Piece, ...]:
        """The items of the outermost level."""
        return tuple(item for item in self.items if item.level == self.outermost)

    @property
    def stands_without_inner_items(self) -> bool:
        """True where no outermost item ends with a colon: such a one says nothing without those below it."""
        return not any(self.text_of(item).rstrip().endswith(":") for item in self.top_items)

    @property
    def elsewhere(self) -> int:
        """How many further items of the outermost level stand in other passages: a list may be cut there."""
        top, known = (self.items[0].group, self.outermost), {item.start for item in self.items}
        return sum(
            block.kind is BlockKind.LIST_ITEM
            and (block.group, block.level) == top
            and block.start not in known
            and not self.passage.start <= block.start < self.passage.end
            for block in self.document.blocks
        )

    @property
    def words(self) -> int:
        """How many words all items have."""
        return sum(len(self.text_of(item).split()) for item in self.items)

    @property
    def told_words(self) -> int:
        """How many words it takes to tell all items: a dash stands before each."""
        return self.words + len(self.items)

    @property
    def own_lead_in(self) -> Span | None:
        """The lead-in where it stands in the list's own passage, so that one citation can hold both."""
        return self.lead_in if self.lead_in and self.lead_in.start >= self.passage.start else None

    def text_of(self, item: Piece) -> str:
        """The words of one item, as stored."""
        return self.document.text[item.start : item.end]

    def has_same_items(self, other: "ItemList") -> bool:
        """True where both lists have the same items, but for capitals, hyphens and other marks."""
        return len(self.items) == len(other.items) and self._bare_items == other._bare_items

    @property
    def _bare_items(self) -> list[str]:
        return [_MARKS.sub("", self.text_of(item)).lower() for item in self.items]


def list_of(evidence: Evidence) -> ItemList | None:
    """The whole list that *evidence* is an item of, or that it introduces; None when it is neither."""
    pieces = evidence.passage.pieces
    if evidence.piece.kind is PieceKind.ITEM:
        first: Piece | None = evidence.piece
    else:
        first = next((piece for piece in pieces if _introduces(evidence.piece, piece, evidence)), None)
    if first is None:
        return None
    items = [piece for piece in pieces if piece.kind is PieceKind.ITEM and piece.group == first.group]
    lead_in = whole_lead_in(items[0], evidence.passage, evidence.document)
    return _listed(evidence, items, lead_in)


def parts_of(listed: ItemList, context: Context) -> tuple[ItemList, ...]:
    """The parts of a list, in order: *listed*, and what stands of it in the passages before and after it.

    Of the items under one item, as of a list that ends with its passage, there is that one part.
    """
    group = listed.items[0].group
    if listed.items[0].parent is not None:
        return (listed,)
    before = _further(listed, context.before, group)
    return (*reversed(before), listed, *_further(listed, context.after, group))


def children_of(evidence: Evidence) -> ItemList | None:
    """The items that stand under the item *evidence*, with that item as their lead-in."""
    pieces = evidence.passage.pieces
    below = [piece for piece in pieces if _stands_under(piece, evidence.index, pieces)]
    return _listed(evidence, below, Span(evidence.piece.start, evidence.piece.end))


def _further(listed: ItemList, step: Callable[[Passage], Passage | None], group: int) -> list[ItemList]:
    """The parts of a list in the passages that follow in one direction, the nearest first."""
    found: list[ItemList] = []
    passage = step(listed.passage)
    while passage:
        items = [piece for piece in passage.pieces if piece.kind is PieceKind.ITEM and piece.group == group]
        if not items:
            break
        lead_in = whole_lead_in(items[0], passage, listed.document)
        found.append(ItemList(listed.document, passage, tuple(items), lead_in))
        passage = step(passage)
    return found


def _introduces(piece: Piece, item: Piece, evidence: Evidence) -> bool:
    if item.kind is not PieceKind.ITEM:
        return False
    lead_in = whole_lead_in(item, evidence.passage, evidence.document)
    return lead_in is not None and lead_in.start <= piece.start and piece.end <= lead_in.end


def _stands_under(piece: Piece, ancestor: int, pieces: Sequence[Piece]) -> bool:
    while piece.parent is not None:
        if piece.parent == ancestor:
            return True
        piece = pieces[piece.parent]
    return False


def _listed(evidence: Evidence, items: Sequence[Piece], lead_in: Span | None) -> ItemList | None:
    return ItemList(evidence.document, evidence.passage, tuple(items), lead_in) if len(items) > 1 else None
