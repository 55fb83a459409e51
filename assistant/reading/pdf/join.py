"""Blocks of pages and columns → drafts in one row: notes at their places, broken sentences whole."""

import re
from collections.abc import Sequence

from assistant.reading.drafts import Draft, DraftKind, starts_lower
from assistant.reading.parts import as_text, one_line, says_something
from assistant.reading.pdf.blocks import Block
from assistant.reading.sentences import split_sentences
from assistant.reading.wording import Wording

_MARKER = re.compile("^[⁰¹²³⁴-⁹]{1,2}")
_SHORT_LEAD_IN = 6
_REACH = 6


class _Piece:
    """A draft, and how its block ends and where it stands."""

    def __init__(self, draft: Draft, block: Block, part: tuple[int, int]) -> None:
        self.draft, self.full, self.part = draft, block.full, part


def join_broken(pages: Sequence[Sequence[Sequence[Block]]], wording: Wording) -> list[Draft]:
    """The drafts of all pages; what a column's or a page's end broke is whole again.

    Over a page's end only the rest of the sentence moves, so that pages stay right.
    """
    pieces: list[_Piece] = []
    for leaf, page in enumerate(pages):
        found: list[_Piece] = []
        for number, part in enumerate(page):
            found += [_Piece(_draft(block, leaf), block, (leaf, number)) for block in part]
        pieces += _notes_placed(found)
    joined: list[_Piece] = []
    for piece in pieces:
        head = _head_of(piece, joined)
        if head is None or not _join(head, piece, wording):
            joined.append(piece)
    return [piece.draft for piece in joined if says_something(piece.draft.text)]


def _draft(block: Block, leaf: int) -> Draft:
    # A heading with a marker keeps its depth, which its looks have told.
    marker = "#" if block.kind is DraftKind.HEADING else block.marker
    if block.kind is DraftKind.TABLE:
        return Draft(block.kind, block.text, leaf)
    text = f"> {one_line(block.text)}" if block.is_caption else as_text(block.text)
    return Draft(block.kind, text, leaf, block.depth, marker)


def _notes_placed(pieces: list[_Piece]) -> list[_Piece]:
    """Each note of a page behind the block that holds its marker, else where it stands."""
    placed = [piece for piece in pieces if piece.draft.kind is not DraftKind.NOTE]
    for note in (piece for piece in pieces if piece.draft.kind is DraftKind.NOTE):
        match = _MARKER.match(note.draft.text)
        holders = [number for number, piece in enumerate(placed) if match and _holds(piece.draft, match[0])]
        if not holders:
            placed.append(note)
            continue
        place = holders[0] + 1
        while place < len(placed) and placed[place].draft.kind in (DraftKind.NOTE, DraftKind.ITEM):
            place += 1
        placed.insert(place, note)
    return placed


def _holds(draft: Draft, marker: str) -> bool:
    at = draft.text.find(marker)
    return at > 0 and draft.kind is not DraftKind.NOTE


def _head_of(piece: _Piece, before: Sequence[_Piece]) -> _Piece | None:
    """The piece that a column's end broke off where this one goes on."""
    if piece.draft.kind is not DraftKind.PARAGRAPH or piece.draft.text.startswith("> "):
        return None
    for head in reversed(before[-_REACH:]):
        draft = head.draft
        if draft.kind is DraftKind.HEADING or head.part == piece.part:
            return None
        if draft.kind in (DraftKind.NOTE, DraftKind.TABLE) or draft.text.startswith("> "):
            continue
        near = piece.draft.leaf - draft.leaf in (0, 1)
        goes_on = starts_lower(piece.draft.text) or head.full
        return head if near and draft.is_open and goes_on else None
    return None


def _join(head: _Piece, tail: _Piece, wording: Wording) -> bool:
    """Join two pieces; True when nothing of the second is left."""
    first, second = head.draft, tail.draft
    text, rest = second.text, ""
    if first.leaf != second.leaf:
        end = split_sentences(text, 0, len(text))[0].end
        text, rest = second.text[:end], second.text[end:].strip()
        if rest.endswith(":") and len(rest.split()) <= _SHORT_LEAD_IN:
            text, rest = second.text, ""
    if first.text.endswith("-"):
        first.text = wording.join(first.text, text)
    else:
        first.text = f"{first.text} {text}"
    second.text = rest
    if not rest:
        head.full = tail.full
    return not rest
