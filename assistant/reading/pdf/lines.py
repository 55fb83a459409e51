"""Words → lines: what stands on one height, with footnote markers raised."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.reading.footnotes import raise_digits
from assistant.reading.pdf.sheet import Box, Word, around, usual_size

_SAME_LEVEL = 0.3
_RAISED_LEVEL = 0.62
_SMALL = 0.85
_RAISED = 0.12
_INITIAL = 1.7
_TOUCHING = 0.25
_CELL_GAP = 0.8
# A word that only begins an item: a bullet, or its number or letter.
MARKER = re.compile(r"[•◦●▪■‣○□➢➤✓✔❖·–—-]|\(?(?:\d{1,3}|[A-Za-z]{1,4})[.)]")
_SAYS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one height, from left to right; `size` is that of most of its characters."""

    words: tuple[Word, ...]
    box: Box
    base: float
    size: float

    @property
    def text(self) -> str:
        """The line as it is read."""
        parts: list[str] = []
        for number, word in enumerate(self.words):
            blank = number and not self._is_glued(number)
            parts.append(f"{' ' if blank else ''}{self._shown(word)}")
        return "".join(parts).strip()

    def _is_glued(self, number: int) -> bool:
        """Whether a word stands right behind the one before it; the file's order alone does not tell."""
        before, word = self.words[number - 1 : number + 1]
        return word.glued and word.box.left - before.box.right < _TOUCHING * self.size

    @property
    def bold(self) -> bool:
        """Whether every word that has letters or figures is bold."""
        return _all(word.bold for word in self.words if _SAYS.search(word.text))

    @property
    def italic(self) -> bool:
        """Whether every word that has letters or figures is italic."""
        return _all(word.italic for word in self.words if _SAYS.search(word.text))

    def _shown(self, word: Word) -> str:
        """A word as it is; where it is a number that stands small and high, as a footnote marker."""
        raised = word.size < _SMALL * self.size and word.base < self.base - _RAISED * self.size
        return raise_digits(word.text) if raised and word.text.isdigit() and len(word.text) < 3 else word.text


def _all(signs: Iterable[bool]) -> bool:
    found = list(signs)
    return bool(found) and all(found)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Gather words into lines, from top to bottom."""
    rows: list[list[Word]] = []
    heights: list[float] = []
    reach = _RAISED_LEVEL * max((word.size for word in words), default=0.0)
    # Large words first, so that what is raised beside them finds its line.
    for word in sorted(_lowered(words), key=lambda word: (-round(word.size), word.base)):
        near = range(bisect_left(heights, word.base - reach), bisect_right(heights, word.base + reach))
        row = _row_of((rows[number] for number in near), word)
        if row is None:
            place = bisect_right(heights, word.base)
            rows.insert(place, [word])
            heights.insert(place, word.base)
        else:
            row.append(word)
    return sorted((_line(row) for row in rows), key=lambda line: line.base)


def _row_of(rows: Iterable[list[Word]], word: Word) -> list[Word] | None:
    best: list[Word] | None = None
    nearest = 0.0
    for row in rows:
        head = row[0]
        off = abs(head.base - word.base)
        small = word.size < _SMALL * head.size
        raised = small and word.base < head.base and any(_beside(other, word) for other in row)
        if raised and off <= _RAISED_LEVEL * head.size:
            return row
        if off <= _SAME_LEVEL * head.size and (best is None or off < nearest):
            best, nearest = row, off
    return best


def _beside(one: Word, other: Word) -> bool:
    """Whether two words stand close beside each other."""
    gap = max(one.box.left - other.box.right, other.box.left - one.box.right)
    return gap < 0.5 * one.size


def _line(row: list[Word]) -> Line:
    words = sorted(row, key=lambda word: word.box.left)
    size = usual_size(words)
    base = max((word for word in words if abs(word.size - size) <= 1), key=lambda word: len(word.text)).base
    return Line(tuple(words), around(word.box for word in words), base, size)


def _lowered(words: Sequence[Word]) -> list[Word]:
    """A large initial that reaches down over several lines belongs to the first of them."""
    usual = usual_size(words)
    found = list(words)
    for number, word in enumerate(words):
        if len(word.text) > 1 or not word.text.isalpha() or word.size < _INITIAL * usual:
            continue
        reach = word.box.wider(0.3 * usual)
        beside = [
            other
            for other in words
            if other is not word
            and other.size < word.size
            and word.box.right - 0.3 * usual <= other.box.left <= word.box.right + usual
            and reach.top <= other.base <= word.base
        ]
        if len({round(other.base) for other in beside}) > 1:
            first = min(beside, key=lambda other: other.base)
            found[number] = replace(word, base=first.base, size=first.size)
            found[words.index(first)] = replace(first, glued=True)
    return found


def runs_of(line: Line, gap: float = _CELL_GAP) -> list[list[Word]]:
    """A line's runs of words, parted by gaps wider than blanks are; a gap is told in sizes of its letters."""
    runs: list[list[Word]] = []
    for word in line.words:
        if runs and word.box.left - runs[-1][-1].box.right <= gap * line.size:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
