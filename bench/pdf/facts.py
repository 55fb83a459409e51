"""Real PDFs with known facts (olmOCR-bench): text that must be there or not, its order, cells of tables."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from assistant.pieces import split_cells
from assistant.reading.markdown import read_blocks
from assistant.reading.pages import PAGE_MARK
from assistant.types import TABLE_LINES, BlockKind

KINDS = ("present", "absent", "order", "table")
Fact = Mapping[str, object]
Grid = Sequence[Sequence[str]]
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(r"^(?:#{1,6} |> |[-*] )|\*\*|\\(?=\|)|\|", re.MULTILINE)
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "−": "-"})
_ALIKE = 90.0


@dataclass(frozen=True, slots=True)
class Read:
    """What one system made of one page: its text without markup, and its tables."""

    text: str
    tables: tuple[Grid, ...] = ()


def from_markdown(markdown: str) -> Read:
    """Our reading, without front matter, page marks and signs of structure."""
    body = PAGE_MARK.sub("", _FRONT.sub("", markdown))
    tables: list[list[list[str]]] = []
    for block in read_blocks(body):
        if block.kind in TABLE_LINES:
            if block.kind is BlockKind.TABLE_HEADER:
                tables.append([])
            tables[-1].append(
                [plain(body[slice(*span)]) for span in split_cells(body, block.start, block.end)]
            )
    return Read(plain(_MARKUP.sub(" ", body)), tuple(tables))


def plain(text: str) -> str:
    """The text with plain quotes, hyphens and blanks."""
    return " ".join(text.translate(_PLAIN).replace("''", '"').split())


def facts_in(folder: Path) -> list[Fact]:
    """All facts of the set."""
    lines = (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def holds(fact: Fact, read: Read) -> bool:
    """Whether a fact is true of what was read."""
    return _CHECKS[str(fact["type"])](fact, read)


def _found(fact: Fact, words: str, text: str) -> tuple[int, int] | None:
    """Where words stand in a text, with as many slips as the fact allows."""
    words = plain(words)
    if fact.get("case_sensitive") is False:
        words, text = words.lower(), text.lower()
    best = fuzz.partial_ratio_alignment(words, text) if len(text) >= len(words) else None
    slips = float(str(fact.get("max_diffs") or 0))
    if best is None or best.score < 100 * (1 - slips / max(1, len(words))):
        return None
    return best.dest_start, best.dest_end


def _present(fact: Fact, read: Read) -> bool:
    last = fact.get("last_n")
    text = read.text[-int(str(last)) :] if last else read.text
    return _found(fact, str(fact["text"]), text) is not None


def _in_order(fact: Fact, read: Read) -> bool:
    before, after = _found(fact, str(fact["before"]), read.text), _found(fact, str(fact["after"]), read.text)
    return before is not None and after is not None and before[0] < after[0]


def _in_table(fact: Fact, read: Read) -> bool:
    return any(
        _like(cell, fact["cell"]) and all(_beside(fact, table, row, column))
        for table in read.tables
        for row, cells in enumerate(table)
        for column, cell in enumerate(cells)
    )


def _beside(fact: Fact, table: Grid, row: int, column: int) -> Iterator[bool]:
    """Whether each neighbour that the fact names stands where it says."""
    for name, (down, right) in {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}.items():
        if fact.get(name):
            there = row + down, column + right
            inside = 0 <= there[0] < len(table) and 0 <= there[1] < len(table[there[0]])
            yield inside and _like(table[there[0]][there[1]], fact[name])
    if fact.get("top_heading"):
        yield any(_names(table[above][column], fact["top_heading"]) for above in range(row))
    if fact.get("left_heading"):
        yield any(_names(cell, fact["left_heading"]) for cell in table[row][:column])


def _like(cell: str, wanted: object) -> bool:
    return fuzz.ratio(cell, plain(str(wanted))) >= _ALIKE


def _names(cell: str, wanted: object) -> bool:
    """Whether a heading says what is wanted, among the other lines of it that stand in the same cell."""
    return (
        bool(cell)
        and fuzz.partial_ratio(plain(str(wanted)), cell) >= _ALIKE
        and len(cell) >= len(str(wanted)) - 1
    )


_CHECKS: Mapping[str, Callable[[Fact, Read], bool]] = {
    "present": _present,
    "absent": lambda fact, read: not _present(fact, read),
    "order": _in_order,
    "table": _in_table,
}
