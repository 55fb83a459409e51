"""The lines of a page, each with what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass

_UNWRAPPED_CHARS = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, with what stands around it."""

    text: str
    indent: int
    after_blank: bool
    before_blank: bool
    width: int


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether paragraphs are broken into lines of about one length, rather than one line each."""
    lengths = [len(line) for line in lines if line.strip()]
    return sum(length for length in lengths if length > _UNWRAPPED_CHARS) < 0.2 * sum(lengths)


def measured(lines: Sequence[str]) -> list[Line]:
    """Give every line the width of its surroundings: that of the unbroken lines it stands among."""
    found: list[Line] = []
    run: list[int] = []
    for number, line in enumerate(lines):
        blank_after = number + 1 >= len(lines) or not lines[number + 1].strip()
        if not line.strip():
            continue
        run.append(number)
        if blank_after:
            found += _run(lines, run)
            run = []
    return found


def _run(lines: Sequence[str], run: list[int]) -> list[Line]:
    lengths = sorted(len(lines[number].strip()) for number in run)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return [
        Line(
            text=lines[number].strip(),
            indent=len(lines[number]) - len(lines[number].lstrip()),
            after_blank=number == run[0],
            before_blank=number == run[-1],
            width=width,
        )
        for number in run
    ]
