"""How deep headings stand: by the file's own bookmarks where it has them, else by their looks."""

from collections.abc import Sequence
from statistics import median

from assistant.reading.drafts import DraftKind, is_capitals
from assistant.reading.pdf.blocks import Block
from assistant.reading.pdf.extract import Bookmark

_ALIKE = 0.04
_LOWEST = 6
_ENOUGH = 0.5

_Look = tuple[float, bool, bool]


def rank(blocks: Sequence[Block], bookmarks: Sequence[Bookmark]) -> None:
    """Give every heading its depth, 1 for the highest; headings of one look stand equally deep."""
    headings = [block for block in blocks if block.kind is DraftKind.HEADING]
    looks = sorted({_look(block) for block in headings}, reverse=True)
    depths: dict[_Look, int] = {}
    depth, size = 0, 0.0
    for number, look in enumerate(looks):
        alike = number > 0 and size - look[0] <= _ALIKE * size and look[1:] == looks[number - 1][1:]
        depth += not alike
        size = look[0]
        depths[look] = min(depth, _LOWEST)
    depths |= _told(headings, bookmarks)
    for block in headings:
        block.depth = depths[_look(block)]


def _look(block: Block) -> _Look:
    return round(block.size * 2) / 2, all(line.bold for line in block.lines), is_capitals(block.text)


def _told(headings: Sequence[Block], bookmarks: Sequence[Bookmark]) -> dict[_Look, int]:
    """The depths that the bookmarks give to the looks of headings, where they name most of them."""
    levels = {_letters(bookmark.title): bookmark.level + 1 for bookmark in bookmarks}
    found: dict[_Look, list[int]] = {}
    for block in headings:
        level = levels.get(_letters(block.text))
        if level is not None:
            found.setdefault(_look(block), []).append(level)
    named = sum(map(len, found.values()))
    if not bookmarks or named < _ENOUGH * len(levels):
        return {}
    return {look: min(round(median(depths)), _LOWEST) for look, depths in found.items()}


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
