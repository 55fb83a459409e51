"""The lines of one column → drafts: headings, paragraphs, list items, notes, captions and tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.reading.drafts import DATE_LINE, DraftKind, ends_sentence, is_capitals, starts_lower
from assistant.reading.pdf.lines import Line, runs_of
from assistant.reading.pdf.tables import Join, Table, is_tabular, over_columns, table_from_lines, text_of

_BULLET = re.compile(r"(?:[•◦●▪■‣○□➢➤✓✔❖·]|[-–—*](?= )|o(?= ))\s*")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s+")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S")
_NOTE = re.compile("[⁰¹²³⁴-⁹]{1,2} ?(?=\\S)")
_WIDE_GAP = 1.15
_FEWEST_ROWS = 3
_BREAK = 1.3
_INDENT = 0.8
_LARGER = 1.12
_SMALLER = 0.93
_MOST_HEADING_WORDS = 22
_MOST_HEADING_LINES = 8
_MOST_CAPITALS = 10
_SHORT = 0.62


@dataclass(slots=True)
class Block:
    """Lines that belong together, as they will be drafted; `full` says that the last one fills its column."""

    kind: DraftKind
    lines: list[Line] = field(default_factory=list)
    marker: str = ""
    indent: float = 0.0
    text: str = ""
    full: bool = False
    depth: int = 0
    is_caption: bool = False

    @property
    def size(self) -> float:
        """The size of its letters."""
        return max((line.size for line in self.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is usual in a document: the size of its letters, whether they are bold, and how it joins words."""

    size: float
    bold: bool
    join: Join


def blocks_of(lines: Sequence[Line], setting: Setting) -> list[Block]:
    """Cut one column into blocks."""
    blocks: list[Block] = []
    number = 0
    while number < len(lines):
        table, end = _table_at(lines, number, setting)
        if table is not None:
            blocks.append(Block(DraftKind.TABLE, list(lines[number:end]), text=table.as_markdown()))
            number = end
            continue
        end = _text_end(lines, number, setting)
        blocks += _texts(lines[number:end], setting)
        number = end
    return blocks


def _text_end(lines: Sequence[Line], start: int, setting: Setting) -> int:
    end = start + 1
    while end < len(lines) and _table_at(lines, end, setting)[0] is None:
        end += 1
    return end


# ---- tables without rules


def _table_at(lines: Sequence[Line], start: int, setting: Setting) -> tuple[Table | None, int]:
    """The table that begins with a line, and where it ends."""
    if len(runs_of(lines[start], _WIDE_GAP)) < 2:
        return _headed_table(lines, start, setting)
    end = start
    rows = 0
    for number in range(start, len(lines)):
        parted = len(runs_of(lines[number], _WIDE_GAP)) > 1
        far = number > start and lines[number].base - lines[number - 1].base > 3.2 * lines[number].size
        if far or (not parted and not _inside_table(lines, number)):
            break
        rows += parted
        end = number + 1 if parted or number == end else end
    while end > start and len(runs_of(lines[end - 1], _WIDE_GAP)) < 2:
        end -= 1
    if rows < _FEWEST_ROWS:
        return None, start
    table = table_from_lines(lines[start:end], setting.join)
    return (table, end) if table is not None and is_tabular(table) else (None, start)


def _headed_table(lines: Sequence[Line], start: int, setting: Setting) -> tuple[Table | None, int]:
    """The table below a line that stands alone over its columns, with that line as its head."""
    below = start + 1
    if below == len(lines) or len(runs_of(lines[below], _WIDE_GAP)) < 2:
        return None, start
    table, end = _table_at(lines, below, setting)
    if table is None or not over_columns(lines[start], lines[below:end]):
        return None, start
    headed = table_from_lines(lines[start:end], setting.join)
    return (headed, end) if headed is not None else (None, start)


def _inside_table(lines: Sequence[Line], number: int) -> bool:
    """Whether a line without gaps may be a wrapped cell or the head of a group of rows."""
    below = lines[number + 1 : number + 3]
    return any(len(runs_of(line, _WIDE_GAP)) > 1 for line in below) and len(lines[number].text.split()) <= 8


# ---- text


def _texts(lines: Sequence[Line], setting: Setting) -> list[Block]:
    if not lines:
        return []
    column = _Column(lines, setting)
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        block = column.new_block(blocks[-1] if blocks else None, number)
        if block is not None:
            blocks.append(block)
        blocks[-1].lines.append(line)
    for block in blocks:
        last = block.lines[-1]
        block.full = last.box.right > column.right - 3 * last.size
        _finish(block, setting)
    return [block for block in blocks if block.text]


class _Column:
    """Decides where blocks begin in one column."""

    def __init__(self, lines: Sequence[Line], setting: Setting) -> None:
        self.lines, self.setting = lines, setting
        self.left = min(line.box.left for line in lines)
        self.right = _right_edge(lines)
        steps = [
            other.base - one.base
            for one, other in pairwise(lines)
            if abs(one.size - other.size) < 0.6 and 0 < other.base - one.base < 2.2 * one.size
        ]
        self.step = _usual_step(steps) or 1.25 * lines[0].size

    def new_block(self, last: Block | None, number: int) -> Block | None:
        """The block that a line begins, or None where it goes on with the last one."""
        line = self.lines[number]
        before = self.lines[number - 1] if last else None
        parted = last is None or before is None or self._parts(last, before, line)
        marker = self._marker(last, line, number, parted=parted)
        if marker:
            return Block(DraftKind.ITEM, marker=marker, indent=line.box.left)
        if parted or _NOTE.match(line.text) or (_SECTION.match(line.text) and self._has_room(before, line)):
            return Block(DraftKind.PARAGRAPH, indent=line.box.left)
        return None

    def _parts(self, last: Block, before: Line, line: Line) -> bool:
        """Whether something other than a marker shows that a line begins a block."""
        step = line.base - before.base
        usual = (
            self.step * max(1.0, line.size / self.setting.size)
            if line.size > self.setting.size
            else self.step
        )
        if step > _BREAK * usual + 0.5 or step < -1:
            return True
        if abs(line.size - before.size) > 0.1 * before.size:
            return True
        if line.bold != before.bold and not self._bold_run_on(last, before, line):
            return True
        if last.kind is DraftKind.ITEM:
            return self._leaves_item(last, before, line)
        indented = line.box.left - before.box.left > _INDENT * line.size
        if indented and len(last.lines) > 1 and line.box.left - last.lines[-1].box.left > _INDENT * line.size:
            return True
        return self._has_room(before, line) and (
            ends_sentence(before.text)
            or (before.box.width < _SHORT * (self.right - self.left) and not starts_lower(line.text))
        )

    def _bold_run_on(self, last: Block, before: Line, line: Line) -> bool:
        """Whether bold words at the end or the head of a line are part of a sentence, not a heading."""
        return starts_lower(line.text) or (
            not self._has_room(before, line) and len(last.lines) > 0 and not before.bold
        )

    def _leaves_item(self, last: Block, before: Line, line: Line) -> bool:
        """Whether a line stands further left than the text of the item before it."""
        if len(last.lines) > 1:
            return line.box.left < last.lines[1].box.left - 0.5 * line.size
        text_left = _text_left(last.lines[0])
        if line.box.left >= text_left - 0.5 * line.size:
            return False
        # Some lists do not indent the lines that follow the first.
        return self._has_room(before, line) or ends_sentence(before.text)

    def _has_room(self, before: Line | None, line: Line) -> bool:
        """Whether the first word of a line would have had room on the line before it."""
        if before is None:
            return True
        return self.right - before.box.right > line.words[0].box.width + 0.6 * line.size

    def _marker(self, last: Block | None, line: Line, number: int, *, parted: bool) -> str:
        match = _BULLET.match(line.text)
        hangs = line.words[0].box.right + 0.45 * line.size < _text_left(line)
        if (
            match
            and (len(line.words) > 1)
            and (match[0].strip() not in ("-", "–", "—", "*", "o", "·") or parted or hangs)
        ):
            return match[0].strip()
        match = _NUMBER.match(line.text)
        if match is None or len(line.words) < 2:
            return ""
        wide = line.words[1].box.left - line.words[0].box.right > 0.45 * line.size
        below = self.lines[number + 1] if number + 1 < len(self.lines) else None
        hangs = below is not None and abs(below.box.left - line.words[1].box.left) < 0.4 * line.size
        same = last is not None and last.kind is DraftKind.ITEM and abs(last.indent - line.box.left) < 2
        return match[0].strip() if parted or wide or hangs or same else ""


def _right_edge(lines: Sequence[Line]) -> float:
    """How far lines run to the right; one that overruns all others, as an address may, does not tell."""
    ends = sorted((line.box.right for line in lines), reverse=True)
    alike = (end for end, third in zip(ends, ends[2:], strict=False) if end - third < 2 * lines[0].size)
    return next(alike, ends[0])


def _usual_step(steps: Sequence[float]) -> float:
    """The distance from line to line that is met most often, the lesser of two that are alike."""
    counts: dict[int, int] = {}
    for step in steps:
        counts[round(step * 2)] = counts.get(round(step * 2), 0) + 1
    return max(counts, key=lambda step: (counts[step], -step), default=0) / 2


def _text_left(line: Line) -> float:
    """Where the text of an item begins, behind its marker."""
    return line.words[1].box.left if len(line.words) > 1 else line.box.left


def _finish(block: Block, setting: Setting) -> None:
    """Give a block its text, and tell headings and notes from paragraphs."""
    text = text_of(block.lines, setting.join)
    block.text = text
    if block.kind is DraftKind.ITEM:
        if block.marker[-1] not in ".)" or not _is_heading(block, setting):
            block.text = text[len(block.marker) :].strip()
            return
        block.marker = ""
    if _NOTE.match(text) and block.size < _SMALLER * setting.size:
        block.kind = DraftKind.NOTE
        block.text = _NOTE.sub(lambda match: f"{match[0].strip()} ", text)
    elif _is_heading(block, setting):
        block.kind = DraftKind.HEADING


def _is_heading(block: Block, setting: Setting) -> bool:
    """Whether a block stands out as a heading does: large, bold or in capitals, short, and no sentence."""
    text = block.text
    if len(block.lines) > _MOST_HEADING_LINES or len(text.split()) > _MOST_HEADING_WORDS:
        return False
    if not any(char.isalpha() for char in text) or text.endswith((",", ";")) or DATE_LINE.fullmatch(text):
        return False
    if block.size > _LARGER * setting.size:
        return not text.endswith(".") or len(text.split()) < 8
    if block.size < _SMALLER * setting.size or text.endswith("."):
        return False
    bold = all(line.bold for line in block.lines) and not setting.bold
    return bold or (is_capitals(text) and len(text.split()) <= _MOST_CAPITALS)
