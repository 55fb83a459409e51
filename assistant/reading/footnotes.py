"""Footnotes: the digits that extraction glued to words and figures become raised digits again."""

import re
from collections.abc import Sequence

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONE = re.compile(r"\s*([1-9]\d?)\s*")
# 618,2002 cannot be a figure: thousands come in threes, so the last digit is a footnote's.
_MALFORMED = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})*,\d{3})(\d)(?![\d,]|\.\d)")
_NOTE = re.compile(r"\s*(?=.*[a-z]{3}).{4,300}")
# A note stands at the foot of its page or the next: no further below its marker than this many lines.
_REACH = 120


def raise_digits(digits: str) -> str:
    """Write digits as a footnote marker."""
    return digits.translate(_RAISED)


def mark_footnotes(lines: Sequence[str]) -> list[str]:
    """Raise the markers of a text, and put each lone number before its note."""
    marked = [_MALFORMED.sub(lambda match: match[1] + raise_digits(match[2]), line) for line in lines]
    for number, line in enumerate(lines):
        match = _LONE.fullmatch(line)
        note = _next_line(marked, number) if match else None
        if match and note is not None and _NOTE.fullmatch(marked[note]) and _mark(marked, match[1], number):
            # The line break keeps what follows the note out of it.
            marked[note] = f"{raise_digits(match[1])} {marked[note].strip()}\n"
            marked[number] = ""
    return "\n".join(marked).split("\n")


def _next_line(lines: Sequence[str], number: int) -> int | None:
    return next(
        (below for below in range(number + 1, min(number + 3, len(lines))) if lines[below].strip()), None
    )


def _mark(lines: list[str], digits: str, note: int) -> bool:
    """Raise the nearest marker in the text before the note; False if there is none."""
    raised = raise_digits(digits)
    above = range(note - 1, max(-1, note - _REACH), -1)
    if any(raised in lines[number] for number in above):
        return True
    glued = re.compile(rf"(?<=[^\W\d_]{{3}}){digits}(?![\w-])")
    spaced = re.compile(rf"(?<=[^\W\d_]{{3}}) {digits}(?=[.,;]?(?:\s|$))(?!\s+[a-z]+s\b)")
    for pattern in (glued, spaced):
        for number in above:
            if pattern.search(lines[number]):
                lines[number] = pattern.sub(raised, lines[number], count=1)
                return True
    return False
