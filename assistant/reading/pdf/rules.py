"""Rules on a page → the grids that they draw around tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from assistant.reading.pdf.lines import Line, lines_of, runs_of
from assistant.reading.pdf.sheet import Box, Word, around, usual_size

_TOUCH = 3.0
_SHORTEST = 8.0
_FILLED = 0.3
_FEWEST_LEVEL = 3
_MOST_RULES = 4_000
_LARGER = 1.15
_FEW_LINES = 2
_LONG_RUN = 7


@dataclass(frozen=True, slots=True)
class Grid:
    """The heights of a table's level rules and the places of its upright ones, with the rules themselves."""

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: tuple[Box, ...]
    upright: tuple[Box, ...]

    def spans(self, height: float) -> list[tuple[int, int]]:
        """The runs of columns that no rule parts at a height."""
        spans: list[tuple[int, int]] = []
        first = 0
        for number, x in enumerate(self.xs[1:], 1):
            last_one = number == len(self.xs) - 1
            if last_one or any(
                abs(rule.middle[0] - x) < _TOUCH and rule.top <= height <= rule.bottom
                for rule in self.upright
            ):
                spans.append((first, number - 1))
                first = number
        return [(first, last) for first, last in spans if last > first]

    def parts_at(self, height: float) -> bool:
        """Whether no rule runs all through at a height, as between a head and the heads under it."""
        return not any(
            abs(rule.top - height) < _TOUCH and rule.width > 0.9 * self.box.width for rule in self.level
        )


def grids_in(rules: Sequence[Box], words: Sequence[Word]) -> list[Grid]:
    """The grids on a page that have words in them, from top to bottom; none stands inside another."""
    rules = rules[:_MOST_RULES]
    level = _merged([rule for rule in rules if rule.width > max(_SHORTEST, rule.height)], upright=False)
    upright = _merged([rule for rule in rules if rule.height > max(_SHORTEST, rule.width)], upright=True)
    grids = [grid for group in _touching([*level, *upright]) if (grid := _grid(group, words)) is not None]
    alone = [rule for rule in level if not any(_inside(rule, grid.box) for grid in grids)]
    stacks = [part for stack in _stacks(alone) for part in _without_text(stack, words)]
    grids += [grid for stack in stacks if (grid := _open_grid(stack, words)) is not None]
    outer: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: -grid.box.width * grid.box.height):
        if not any(_inside(grid.box, other.box) for other in outer):
            outer.append(grid)
    return sorted(outer, key=lambda grid: grid.box.top)


def _inside(one: Box, other: Box) -> bool:
    return other.wider(_TOUCH).holds(one)


def _merged(rules: Sequence[Box], *, upright: bool) -> list[Box]:
    """Pieces of one rule as one."""

    def along(box: Box) -> tuple[float, float, float]:
        return (
            ((box.left + box.right) / 2, box.top, box.bottom)
            if upright
            else ((box.top + box.bottom) / 2, box.left, box.right)
        )

    merged: list[Box] = []
    for rule in sorted(rules, key=lambda box: (round(along(box)[0] / 2), along(box)[1])):
        at, start, _ = along(rule)
        place = next(
            (
                number
                for number in range(len(merged) - 1, max(-1, len(merged) - 60), -1)
                if abs(along(merged[number])[0] - at) < 2
                and along(merged[number])[1] <= start + _TOUCH
                and start <= along(merged[number])[2] + _TOUCH
            ),
            None,
        )
        if place is None:
            merged.append(rule)
        else:
            merged[place] = around((merged[place], rule))
    return merged


def _touching(rules: Sequence[Box]) -> list[list[Box]]:
    """Groups of rules that hang together."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in rules:
        reach = rule.wider(_TOUCH)
        near = [
            group
            for group in groups
            if _meet(group[0], reach) and any(_meet(other, reach) for other in group[1])
        ]
        groups = [group for group in groups if all(group is not other for other in near)]
        members = [rule, *(member for group in near for member in group[1])]
        groups.append((around(members), members))
    return [members for _, members in groups]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.top <= other.bottom
        and other.top <= one.bottom
    )


def _grid(rules: Sequence[Box], words: Sequence[Word]) -> Grid | None:
    box = around(rules)
    level = tuple(rule for rule in rules if rule.width > rule.height)
    upright = tuple(rule for rule in rules if rule.width <= rule.height)
    if not upright:
        return None
    xs = _places([box.left, box.right, *(rule.middle[0] for rule in upright)])
    ys = _places([box.top, box.bottom, *(rule.middle[1] for rule in level)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    inside = [word for word in words if box.holds(word.box)]
    filled = {(_index(xs, word.box.middle[0]), _index(ys, word.box.middle[1])) for word in inside}
    cells = (len(xs) - 1) * (len(ys) - 1)
    if len(filled) < max(3, _FILLED * cells) or len({column for column, _ in filled}) < 2:
        return None
    return Grid(box, xs, ys, level, upright)


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Places in order, those that are all but the same as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return tuple(places)


def _index(places: Sequence[float], value: float) -> int:
    return next((number for number, (one, other) in enumerate(pairwise(places)) if one <= value < other), -1)


def _stacks(rules: Sequence[Box]) -> list[list[Box]]:
    """Level rules one below the other that begin and end at the same places."""
    stacks: list[list[Box]] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        stack = next(
            (
                stack
                for stack in stacks
                if abs(stack[0].left - rule.left) < _TOUCH and abs(stack[0].right - rule.right) < _TOUCH
            ),
            None,
        )
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    return [stack for stack in stacks if len(stack) >= _FEWEST_LEVEL]


def _without_text(stack: Sequence[Box], words: Sequence[Word]) -> list[list[Box]]:
    """Part a stack where running text or a heading stands between its rules: each part may be a table."""
    inside = [[word for word in words if one.top < word.base < other.top] for one, other in pairwise(stack)]
    usual = usual_size([word for band in inside for word in band])
    parts = [[stack[0]]]
    for rule, band in zip(stack[1:], inside, strict=True):
        lines = lines_of(
            [word for word in band if stack[0].left - _TOUCH < word.box.middle[0] < stack[0].right + _TOUCH]
        )
        if _is_text(lines, usual):
            parts.append([])
        parts[-1].append(rule)
    return [part for part in parts if len(part) >= _FEWEST_LEVEL]


def _is_text(lines: Sequence[Line], usual: float) -> bool:
    if any(line.size > _LARGER * usual for line in lines):
        return True
    runs = [run for line in lines for run in runs_of(line)]
    return len(lines) > _FEW_LINES and median(len(run) for run in runs) >= _LONG_RUN


def _open_grid(stack: Sequence[Box], words: Sequence[Word]) -> Grid | None:
    """A table that has level rules only; whether its words stand in columns is seen later."""
    box = around(stack)
    ys = _places(rule.middle[1] for rule in stack)
    inside = [word for word in words if box.holds(word.box)]
    if len(ys) < _FEWEST_LEVEL or not inside:
        return None
    return Grid(box, (box.left, box.right), ys, tuple(stack), ())
