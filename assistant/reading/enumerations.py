"""Numbers that extraction parted from their items, and questions under a lead-in, become lists again."""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.drafts import BULLET, LONE_NUMBER, ends_sentence

_BARE_FIRST = re.compile(r"\s*(\d{1,2}) (?=[A-Z‘“])")
_FEWEST_COUNTERS = 3
_FULL = 0.8
_MOST_LINES = 100
_NEAR = 6


def restore_lists(lines: Sequence[str]) -> list[str]:
    """Number the items that follow a column of numbers, and mark questions under a lead-in as a list."""
    numbered = list(_numbered(list(lines)))
    return list(_questions(_without_counters(numbered)))


def _numbered(lines: list[str]) -> Iterator[str]:
    number = 0
    while number < len(lines):
        run, after = _number_run(lines, number)
        items = _items(lines, after, len(run)) if len(run) > 1 else None
        if items is None:
            yield lines[number]
            number += 1
            continue
        yield ""
        for value, item in zip(run, items, strict=True):
            yield f"{value}. {item[0].strip()}"
            yield from item[1:]
            yield ""
        number = after + sum(map(len, items))


def _number_run(lines: Sequence[str], start: int) -> tuple[list[int], int]:
    """The numbers that stand one to a line from `start` on, counting up by one, and where they end."""
    run: list[int] = []
    end = start
    for number in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[number].strip()
        if not line and run:
            continue
        value = int(re.sub(r"\D", "", line)) if LONE_NUMBER.fullmatch(line) else None
        if value is None or (run and value != run[-1] + 1) or (not run and value > 2):
            end = number
            break
        run.append(value)
    return run, end


def _items(lines: Sequence[str], start: int, count: int) -> list[list[str]] | None:
    """The unbroken lines from `start` on as exactly `count` items, or None."""
    chunk: list[str] = []
    for line in lines[start : start + _MOST_LINES]:
        if not line.strip():
            break
        chunk.append(line)
    width = max(map(len, chunk), default=0)
    items: list[list[str]] = []
    for line in chunk:
        before = items[-1][-1].strip() if items else ""
        fresh = ends_sentence(before) or len(before) < _FULL * width
        if not items or (fresh and line.strip()[:1].isupper()):
            items.append([])
        items[-1].append(line)
    return items if len(items) == count else None


def _without_counters(lines: Sequence[str]) -> Iterator[str]:
    """Leave out lone small numbers where a page has several: they number boxes of a picture."""
    lone = [number for number, line in enumerate(lines) if LONE_NUMBER.fullmatch(line.strip())]
    counters = set(lone if len(lone) >= _FEWEST_COUNTERS else ())
    for number, line in enumerate(lines):
        match = _BARE_FIRST.match(line)
        following = next((below.strip() for below in lines[number + 1 : number + _NEAR] if below.strip()), "")
        if match and following.startswith(f"{int(match[1]) + 1}. "):
            yield f"{match[1]}. {line[match.end() :]}"
        elif number not in counters:
            yield line


def _questions(lines: Iterator[str]) -> Iterator[str]:
    """Lines that each ask one question, behind a line that ends in a colon, are a list."""
    asking = False
    for line in lines:
        words = line.strip()
        if asking and words.endswith("?") and words[:1].isupper() and not BULLET.match(words):
            yield f"• {words}"
            continue
        asking = words.endswith(":")
        yield line
