"""Lines → drafts: wrapped lines joined, headings, list items and lone numbers told apart."""

import re
from collections.abc import Sequence

from assistant.reading.clean import is_strong, without_emphasis
from assistant.reading.drafts import (
    BULLET,
    DATE_LINE,
    NUMBER,
    SUPERSCRIPT,
    Draft,
    DraftKind,
    ends_sentence,
    is_capitals,
    starts_lower,
)
from assistant.reading.lines import Line, measured
from assistant.reading.wording import Wording

_SHORT = 0.8
_VERY_SHORT = 0.62
_HEADING_WORDS = 9
_CAPITAL_WORDS = 14
_STANDING_WORDS = 16
_FEWEST_MARKED = 3
# "Telephone: 01234 567890" is a line of its own, whatever stands before it.
_FIELD = re.compile(r"[A-Z][\w’' /-]{2,24}: +\S")


def gather(lines: Sequence[str], leaf: int, wording: Wording, wrapped: bool) -> list[Draft]:
    """Make drafts of the lines of one page."""
    return _Gatherer(measured(lines), leaf, wording, wrapped).gather()


class _Gatherer:
    """Walks the lines of a page once; `drafts[-1]` is what the next line may go on from."""

    def __init__(self, lines: list[Line], leaf: int, wording: Wording, wrapped: bool) -> None:
        self.lines = lines
        self.leaf = leaf
        self.wording = wording
        self.wrapped = wrapped
        self.drafts: list[Draft] = []
        # Where headings are marked there is no need to guess at others.
        marked = sum(line.text.startswith("#") or is_strong(line.text) for line in lines)
        self.is_marked_up = marked >= _FEWEST_MARKED
        # Half of the longest common line: what is shorter than that stands out from running text.
        lengths = sorted(len(line.text) for line in lines)
        self.page_width = lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0

    def gather(self) -> list[Draft]:
        number = 0
        while number < len(self.lines):
            used = self._heading(number)
            if not used:
                self._text(number)
            number += used or 1
        return self.drafts

    # Headings

    def _heading(self, number: int) -> int:
        """Add a heading if one starts at this line; returns how many lines it takes."""
        line = self.lines[number]
        words = without_emphasis(line.text)
        if line.text.startswith("#"):
            rank = min(6, len(line.text) - len(line.text.lstrip("#")))
            return self._add_heading(words.lstrip("#").strip(" #"), rank, 1, "#")
        if is_strong(line.text) and line.before_blank and not words.endswith((".", ":")):
            return self._add_heading(words, 4, 1)
        if BULLET.match(line.text) or DATE_LINE.fullmatch(words) or line.text.startswith("| "):
            return 0
        if self._is_capital_heading(number):
            return self._capitals(number)
        if not self.wrapped:
            return 0 if self.is_marked_up else self._standing(number)
        if not number and self._is_page_title(line):
            return self._add_heading(words, 2, 1)
        return self._title(number)

    def _add_heading(self, words: str, rank: int, used: int, marker: str = "") -> int:
        words = without_emphasis(words).strip()
        if words:
            self.drafts.append(Draft(DraftKind.HEADING, words, self.leaf, rank, marker))
        return used

    def _is_capital_heading(self, number: int) -> bool:
        line = self.lines[number]
        if not is_capitals(line.text) or line.text.endswith((".", ",", ";")):
            return False
        if " " not in line.text and not line.before_blank and self._is_short_below(number):
            return False
        fresh = (
            line.after_blank
            or not number
            or self._ended(number - 1)
            or is_capitals(self.lines[number - 1].text)
        )
        return fresh and len(line.text.split()) <= _CAPITAL_WORDS and max(map(len, line.text.split())) > 3

    def _is_short_below(self, number: int) -> bool:
        """Whether a short line of words follows: a single word in capitals then begins an address."""
        below = self.lines[number + 1].text
        return (
            not is_capitals(below) and not BULLET.match(below) and len(below) < _VERY_SHORT * self.page_width
        )

    def _capitals(self, number: int) -> int:
        words = [self.lines[number].text]
        for line in self.lines[number + 1 : number + _CAPITAL_WORDS]:
            continues = is_capitals(line.text) or (line.text.isdigit() and len(line.text) == 4)
            if line.after_blank or not continues or not self.wrapped:
                break
            words.append(line.text)
        return self._add_heading(" ".join(words), 2, len(words))

    def _is_page_title(self, line: Line) -> bool:
        """Whether a page begins with a few words that each have a capital, and then begins anew."""
        words = line.text.split()
        below = self.lines[1].text if len(self.lines) > 1 else ""
        named = all(word[:1].isupper() for word in words) and not ends_sentence(line.text)
        named = named and not _FIELD.match(line.text)
        return named and len(words) <= 4 and len(line.text) > 3 and below[:1].isupper()

    def _standing(self, number: int) -> int:
        """In text of one line a paragraph: a short line that stands alone before something longer."""
        line = self.lines[number]
        words = without_emphasis(line.text)
        below = self.lines[number + 1] if number + 1 < len(self.lines) else None
        if below is None or not (line.after_blank and line.before_blank) or ends_sentence(words):
            return 0
        if is_strong(below.text) or below.text.startswith("#"):
            return 0
        plain = not NUMBER.match(words) or words[:1].isupper()
        longer = len(below.text) > 1.5 * len(words) or BULLET.match(below.text) or below.text[0].isdigit()
        if (
            plain
            and longer
            and len(words.split()) <= _STANDING_WORDS
            and words[:1].isupper()
            and ": " not in words
        ):
            return self._add_heading(words, 3, 1)
        return 0

    def _title(self, number: int) -> int:
        """In wrapped text: one to three short lines without a stop, before longer text or a list."""
        line = self.lines[number]
        if not (line.after_blank or self._ended(number - 1)) or not line.text[0].isupper():
            return 0
        words: list[str] = []
        for below in self.lines[number : number + 4]:
            if words and (below.after_blank or not starts_lower(below.text) or BULLET.match(below.text)):
                return self._title_before(words, below)
            if len(below.text) > _VERY_SHORT * self.page_width + 2 or ends_sentence(below.text):
                return 0
            words.append(below.text)
        return 0

    def _title_before(self, words: list[str], below: Line) -> int:
        title = " ".join(words)
        stands_out = len(words[-1]) < _SHORT * len(below.text) or BULLET.match(below.text) is not None
        if len(title.split()) > _HEADING_WORDS or title.endswith(",") or not stands_out or title[0].isdigit():
            return 0
        if not any(len(word) > 3 for word in title.split()) or below.text[0] in "£$€|":
            return 0
        if BULLET.match(below.text) is None and not self._is_running_text(below):
            return 0
        return self._add_heading(title, 3, len(words))

    def _is_running_text(self, line: Line) -> bool:
        """Whether a line is the first of a paragraph, rather than another short line."""
        long = len(line.text) > _VERY_SHORT * self.page_width and len(line.text.split()) > 2
        return long and (not line.before_blank or ends_sentence(line.text))

    def _ended(self, number: int) -> bool:
        """Whether the text stops at a line: with a stop, or with a heading."""
        last = self.drafts[-1] if self.drafts else None
        return last is None or last.kind is DraftKind.HEADING or ends_sentence(self.lines[number].text)

    # Running text

    def _text(self, number: int) -> None:
        line, before = self.lines[number], self.lines[number - 1] if number else None
        words = without_emphasis(line.text)
        if words.startswith("| "):
            self.drafts.append(Draft(DraftKind.TABLE, words, self.leaf))
            return
        match = BULLET.match(words)
        counting = bool(self.drafts) and NUMBER.match(f"{self.drafts[-1].marker} x") is not None
        fresh = counting or line.after_blank or not (self.wrapped and number) or self._ended(number - 1)
        if match and match["marker"] in "-–*+" and before and self._is_dash_inside(match["rest"], line):
            match = None
        elif match is None and fresh:
            match = NUMBER.match(words)
        if match is None and self._is_field(number):
            self.drafts.append(Draft(DraftKind.ITEM, words, self.leaf, 0, "•"))
        elif SUPERSCRIPT.match(words):
            self.drafts.append(Draft(DraftKind.NOTE, words, self.leaf))
        elif match is not None:
            self.drafts.append(
                Draft(DraftKind.ITEM, match["rest"].strip(), self.leaf, line.indent, match["marker"])
            )
        elif before is not None and self._goes_on(before, line):
            last = self.drafts[-1]
            last.text = self._joined(last.text, words)
        else:
            self.drafts.append(Draft(DraftKind.PARAGRAPH, words, self.leaf))

    def _is_field(self, number: int) -> bool:
        """Whether a line such as `Telephone: 01234 567890` stands directly by another such line."""
        line = self.lines[number]
        above = number > 0 and not line.after_blank and _FIELD.match(self.lines[number - 1].text)
        below = not line.before_blank and _FIELD.match(self.lines[number + 1].text)
        return bool(_FIELD.match(line.text) and (above or below)) and not ends_sentence(line.text)

    def _is_dash_inside(self, rest: str, line: Line) -> bool:
        """Whether a dash at a line's start is one of the sentence that the line goes on with."""
        last = self.drafts[-1] if self.drafts else None
        open_text = last is not None and last.is_open and not (last.marker and last.marker in "-–*+")
        return self.wrapped and not line.after_blank and starts_lower(rest) and open_text

    def _joined(self, text: str, words: str) -> str:
        if text.endswith("-") and not text.endswith(" -"):
            return self.wording.join(text, words)
        return f"{text}{'' if text.endswith('/') else ' '}{words}".strip()

    def _goes_on(self, before: Line, line: Line) -> bool:
        """Whether a line goes on from the one before it."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or line.after_blank or last.kind not in (DraftKind.PARAGRAPH, DraftKind.ITEM):
            return False
        if _FIELD.match(line.text):
            return False
        if last.kind is DraftKind.ITEM and last.text.endswith(";"):
            return False
        if starts_lower(line.text) or not last.text:
            return True
        full = len(before.text) >= _SHORT * line.width
        if last.kind is DraftKind.ITEM:
            return last.is_open and (full or self.wording.goes_on(before.text, line.text))
        if before.text.endswith(":"):
            return False
        return full or not ends_sentence(before.text)
