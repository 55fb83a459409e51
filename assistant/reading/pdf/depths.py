"""How deep headings and items stand: by bookmarks and looks, and by how far they are moved in."""

from collections.abc import Sequence
from statistics import median

from assistant.reading.drafts import DraftKind, is_capitals
from assistant.reading.pdf.blocks import Block
from assistant.reading.pdf.extract import Bookmark

_ALIKE = 0.04
_LOWEST = 6
_LARGER = 1.12
_ENOUGH = 0.5
_COMMON = 3
_FARTHEST = 6.0

_Look = tuple[float, bool, bool]


def rank(blocks: Sequence[Block], bookmarks: Sequence[Bookmark], usual: float) -> None:
    """Give every heading its depth, 1 for the highest; headings of one look stand equally deep."""
    headings = [block for block in blocks if block.kind is DraftKind.HEADING]
    looks = sorted({_look(block, usual) for block in headings}, reverse=True)
    depths: dict[_Look, int] = {}
    depth, size = 0, 0.0
    for number, look in enumerate(looks):
        alike = number > 0 and size - look[0] <= _ALIKE * size and look[1:] == looks[number - 1][1:]
        depth += not alike
        size = look[0]
        depths[look] = min(depth, _LOWEST)
    depths |= _told(headings, bookmarks, usual)
    for block in headings:
        block.depth = depths[_look(block, usual)]


def settle_items(pages: Sequence[Sequence[Sequence[Block]]], size: float) -> None:
    """Give every item its depth: how far it is moved in from the text around it.

    A column that holds nothing but deep items does not tell; the edges of text elsewhere do.
    """
    edges: dict[int, int] = {}
    for block in (block for page in pages for part in page for block in part):
        if block.kind is DraftKind.PARAGRAPH and not block.is_caption:
            edges[round(block.indent)] = edges.get(round(block.indent), 0) + 1
    common = sorted(edge for edge, count in edges.items() if count >= _COMMON)
    for part in (part for page in pages for part in page):
        items = [block for block in part if block.kind is DraftKind.ITEM]
        own = min((block.indent for block in part if block.lines), default=0.0)
        for block in items:
            near = [edge for edge in common if -2 < block.indent - edge < _FARTHEST * size]
            edge = min((own, *near[-1:]))
            block.depth = round(2 * (block.indent - edge) / size)


def _look(block: Block, usual: float) -> _Look:
    """Size, weight, and capitals where these alone make the heading."""
    capitals = block.size < _LARGER * usual and is_capitals(block.text)
    return round(block.size * 2) / 2, all(line.bold for line in block.lines), capitals


def _told(headings: Sequence[Block], bookmarks: Sequence[Bookmark], usual: float) -> dict[_Look, int]:
    """The depths that the bookmarks give to the looks of headings, where they name most of them."""
    levels = {_letters(bookmark.title): bookmark.level + 1 for bookmark in bookmarks}
    found: dict[_Look, list[int]] = {}
    for block in headings:
        level = levels.get(_letters(block.text))
        if level is not None:
            found.setdefault(_look(block, usual), []).append(level)
    named = sum(map(len, found.values()))
    if not bookmarks or named < _ENOUGH * len(levels):
        return {}
    return {look: min(round(median(depths)), _LOWEST) for look, depths in found.items()}


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
