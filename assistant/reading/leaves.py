"""Lines → leaves: where a new page starts, and which printed page it is, as far as the text can tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_FOOTER = re.compile(r"[ \t]*(?:Page|PAGE|page)[ \t]+(\d{1,4})(?:[ \t]+of[ \t]+\d{1,4})?[ \t]*")
_PAGE_START = re.compile(r" (?! |[-–•◦●▪■*] )\S")
_FEWEST_STARTS = 3
# What follows a footer without a break is a page of its own only when it is about as long as a page.
_PAGE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lines of one page; `label` is the printed label, None where it is not known."""

    lines: tuple[str, ...]
    label: str | None = None


def cut_leaves(text: str) -> tuple[Leaf, ...]:
    """Cut cleaned text into pages; those between two labels are counted only if the count is right."""
    lines = text.replace("\f", "\n\f").split("\n")
    footers = sum(_FOOTER.fullmatch(line) is not None for line in lines)
    starts = sum(_PAGE_START.match(line) is not None for line in lines)
    spaced = footers > 0 and starts >= _FEWEST_STARTS
    parts = _at_footers(_at_starts(lines, spaced))
    return _counted(parts)


def _at_starts(lines: Sequence[str], spaced: bool) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("\f") or (spaced and _PAGE_START.match(line)):
            parts.append([])
        parts[-1].append(line.lstrip("\f"))
    return [part for part in parts if any(line.strip() for line in part)]


def _at_footers(parts: list[list[str]]) -> list[Leaf]:
    """Give each page the label at its foot; long text behind a footer is a page of its own."""
    typical = median(sum(bool(line.strip()) for line in part) for part in parts) if parts else 0
    leaves: list[Leaf] = []
    for part in parts:
        leaves += _labelled(part, typical)
    return leaves


def _labelled(part: list[str], typical: float) -> list[Leaf]:
    foot = next((number for number, line in enumerate(part) if _FOOTER.fullmatch(line)), None)
    if foot is None:
        return [Leaf(tuple(part))]
    match = _FOOTER.fullmatch(part[foot])
    label = match[1] if match else None
    before, after = part[:foot], part[foot + 1 :]
    if sum(bool(line.strip()) for line in after) < _PAGE_SHARE * typical:
        return [Leaf((*before, "", *after), label)]
    return [Leaf(tuple(before), label), *_labelled(after, typical)]


def _counted(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    """Number the pages between two labels where exactly as many pages lie between them."""
    counted = list(leaves)
    known = [number for number, leaf in enumerate(leaves) if leaf.label]
    for first, last in pairwise(known):
        start = int(leaves[first].label or 0)
        if int(leaves[last].label or 0) - start == last - first:
            for number in range(first + 1, last):
                counted[number] = Leaf(leaves[number].lines, str(start + number - first))
    return tuple(counted)
