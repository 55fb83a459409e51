"""What stands on one page of a PDF, as its layout is worked out: words, rules and pictures with their places.

All places are in points, counted from the top left corner of the page as a person sees it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of it."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another rectangle lies in it."""
        x, y = other.middle
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def wider(self, by: float) -> "Box":
        """The same with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters of one style; `glued` says that no blank parts it from the word before it."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it was found; `number` counts from 1, `label` is the one that the file gives it, if any.

    `hidden` counts the words that were left out because nobody sees them, `unseen` the characters that no
    font shows, such as zero-width ones and tags, and `sideways` those that run another way than the rest;
    `scanned` says that a picture fills the page, `recognised` that OCR has read it. `upright` is false where
    the words stand turned on the page as it is shown.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    label: str = ""
    hidden: int = 0
    unseen: int = 0
    sideways: int = 0
    scanned: bool = False
    recognised: bool = False
    upright: bool = True


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle that holds them all; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def pages(numbers: Sequence[int]) -> str:
    """Numbers of pages as a person reads them: "Pages 2, 4–6 of the file"."""
    runs: list[str] = []
    for _, group in groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {', '.join(runs)} of the file"


def usual_size(words: Sequence[Word]) -> float:
    """The size that most characters are set in; 10 where there are none."""
    counted: dict[float, int] = {}
    for word in words:
        size = round(word.size * 2) / 2
        counted[size] = counted.get(size, 0) + len(word.text)
    return max(counted, key=lambda size: counted[size], default=10.0)
