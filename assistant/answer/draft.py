"""A draft answer: text made of quotes and fixed phrases, with the spans that its quotes were cut from."""

import re
from dataclasses import dataclass

from assistant.types import Document, Passage, Span, Status

MARKER = re.compile(r"\[(\d+)\]")  # points at the n-th quote of a draft


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a passage that the draft quotes; `marks` are the answering words inside it."""

    document: Document
    passage: Passage
    start: int
    end: int
    marks: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The quoted words, as stored."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be said; `[n]` in `text` is the n-th of `quotes`."""

    status: Status
    text: str
    quotes: tuple[Quote, ...] = ()
    nearest: tuple[Quote, ...] = ()
