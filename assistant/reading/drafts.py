"""What the lines of raw text are made into on the way to Markdown."""

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum


class DraftKind(StrEnum):
    """What a draft will be in the edition."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"


@dataclass(slots=True)
class Draft:
    """A block in the making.

    `marker` is an item's bullet or number as printed, `depth` its indent or a heading's rank;
    `leaf` counts the pages.
    """

    kind: DraftKind
    text: str
    leaf: int
    depth: int = 0
    marker: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the text breaks off before its sentence ends."""
        last_but_one = self.text.endswith(("; and", "; or", ", and", ", or"))
        is_text = self.kind is DraftKind.PARAGRAPH or (self.kind is DraftKind.ITEM and not last_but_one)
        return is_text and not ends_sentence(self.text)


_ENDS = re.compile(r"[.!?:;…][)\]}”’\"'»⁰¹²³⁴-⁹\d]{0,3}$")
_ADDRESS = re.compile(r"\w[.@]\w|://")
BULLET = re.compile(r"(?P<marker>[•◦●▪■‣]{1,3}|[-–*+](?= ))\s*(?P<rest>.*)")
NUMBER = re.compile(r"(?P<marker>\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?P<rest>\S.*)")
SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
LONE_NUMBER = re.compile(r"\(?\d{1,2}[.)]?")
_MONTH = "|".join(name for name in calendar.month_name if name)
DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"(?:{_MONTH}),? (?:\d{{1,2}}, )?\d{{4}}",
    re.IGNORECASE,
)


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a stop."""
    return _ENDS.search(text) is not None


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one, so that the text goes on from somewhere."""
    words = text.lstrip("‘“\"'(").split(maxsplit=1)
    return bool(words) and words[0][:1].islower() and not _ADDRESS.search(words[0])


def is_capitals(line: str) -> bool:
    """Whether a line is written in capitals only."""
    letters = [char for char in line if char.isalpha()]
    return len(letters) >= 4 and not any(char.islower() for char in letters)
