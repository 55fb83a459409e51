"""The footnotes of what is quoted: a figure's year or source often stands only there."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.answer.telling import LONG, SHORT
from assistant.types import ANSWERING, Passage

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(rf"(?<=\S)(?<!\bm)(?<!\bkm)(?<!\bcm)(?<![{_DIGITS}])[{_DIGITS}]+")  # not that of "12 km²"


def with_footnotes(draft: Draft, passages_of: Callable[[str], Iterable[Passage]]) -> Draft:
    """*draft* with each footnote that its quotes refer to, quoted below them, as far as there is room.

    *passages_of* gives the passages of a document, by its id, in their order.
    """
    if draft.status not in ANSWERING:
        return draft
    for quote in draft.quotes:
        for note in _footnotes_of(quote, passages_of):
            line = f"{wording.quoted(note.text)} [{len(draft.quotes) + 1}]"
            text = f"{draft.text}\n{line}"
            told = any(
                other.document is note.document and other.start == note.start for other in draft.quotes
            )
            if not told and len(text.split()) <= (LONG if "\n- " in text else SHORT):
                draft = replace(draft, text=text, quotes=(*draft.quotes, note))
    return draft


def _footnotes_of(quote: Quote, passages_of: Callable[[str], Iterable[Passage]]) -> Iterator[Quote]:
    """The first line after *quote* that begins with each mark in it."""
    marks = {match.group() for match in _MARK.finditer(quote.text)}
    if not marks:
        return
    for passage in passages_of(quote.document.info.id):
        for piece in passage.pieces:
            text = quote.document.text[piece.start : piece.end]
            mark = text[: len(text) - len(text.lstrip(_DIGITS))]
            if piece.start >= quote.end and mark in marks:
                marks.remove(mark)
                yield Quote(quote.document, passage, piece.start, piece.end)
