"""An answer in the making: its lines, the quotes that they rest on, and how many words are left for it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.answer import wording
from assistant.answer.context import whole_lead_in
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.lists import ItemList, list_of
from assistant.answer.marks import marks_in
from assistant.answer.of_several import asks_of_the_earlier, came_after_it
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.types import Document, Passage, PieceKind, Span, Status

# Words; the limits that readers were promised are 120, and 220 for lists and comparisons.
SHORT, LONG = 118, 216
_LITTLE = 50  # what a list leaves for each part that is still to come
_SHORTEST_LEAD_IN, _LONGEST_LEAD_IN = 3, 45
_LONGEST_TOGETHER = 70
_REPEATS = 0.75  # coverage by the piece's own words: it says what is asked about
_GIVES_A_REASON = any_of(
    r"\b(?:because|therefore|so (?:that|as)|in order to|due to|as a result|given that|in response to)\b",
    r"\bthis (?:will|would|means)\b|\bas (?:the|it|they|our|many)\b|\bsince (?!\d|then\b|my\b|the\b)",
)

_SHORT_NAME = re.compile(r"[“\"'(]*The ([A-Z]\w+)\b(?! [A-Z&])")


class Room(NamedTuple):
    """How many words an answer may have: one in sentences, and one that is a list."""

    sentences: int = SHORT
    lists: int = LONG

    @classmethod
    def beside(cls, told: Sequence[Draft], parts: int, sentences: int) -> "Room":
        """The room for the next of so many parts: a list may have what is left, but for a little each."""
        left = LONG - sum(len(draft.text.split()) for draft in told)
        return cls(sentences // parts, left - _LITTLE * (parts - len(told) - 1))


WHOLE = Room()


class Telling:
    """Collects what will be said; every word of a document goes in as a quote."""

    def __init__(self, query: Query, scale: Scale, limit: int, opening: str = "") -> None:
        self._query = query
        self._scale = scale
        self._limit = limit
        self._lines = [opening] if opening else []
        self._quotes: list[Quote] = []
        self._source = ""

    @property
    def words_left(self) -> int:
        """How many words may still be said."""
        return self._limit - len(" ".join(self._lines).split())

    def name(self, document: Document) -> None:
        """Say which document speaks from here on, once."""
        named = wording.source_of(document.info)
        if named != self._source:
            self._lines.append(f"{named}:")
            self._source = named

    def say(self, phrase: str) -> None:
        """Add a fixed phrase as a line of its own."""
        self._lines.append(phrase)

    def cite(self, document: Document, passage: Passage, span: Span) -> int:
        """The marker of the quote of *span*; the same span is cited once."""
        for marker, quote in enumerate(self._quotes, start=1):
            if quote.document is document and (quote.start, quote.end) == span:
                return marker
        marks = marks_in(self._query, document.text, span)
        self._quotes.append(Quote(document, passage, *span, marks))
        return len(self._quotes)

    def quote(self, document: Document, passage: Passage, span: Span) -> None:
        """Quote *span* as a line of its own, unless it was quoted; it takes the place of a part of it."""
        if self._has_quoted(document, span):
            return
        for marker, quote in enumerate(self._quotes, start=1):
            line = _quoted(document, Span(quote.start, quote.end), marker)
            within = quote.document is document and span.start <= quote.start and quote.end <= span.end
            if within and line in self._lines:
                self._quotes[marker - 1] = Quote(
                    document, passage, *span, marks_in(self._query, document.text, span)
                )
                self._lines[self._lines.index(line)] = _quoted(document, span, marker)
                return
        self._lines.append(_quoted(document, span, self.cite(document, passage, span)))

    def _has_quoted(self, document: Document, span: Span) -> bool:
        return any(
            quote.document is document and quote.start <= span.start and span.end <= quote.end
            for quote in self._quotes
        )

    def tell_if_it_fits(self, found: Evidence) -> bool:
        """Tell *found*, or leave everything as it was and be false where there are not words enough left."""
        lines, quotes, source = list(self._lines), list(self._quotes), self._source
        self.tell(found)
        fits = self.words_left >= 0
        if not fits:
            self._lines, self._quotes, self._source = lines, quotes, source
        return fits

    def tell(self, found: Evidence) -> None:
        """Quote one piece of evidence with what it cannot do without.

        That is the words that introduce an item, the list or sentence that a colon announces, and the
        sentence before one that begins with a pronoun, or with the short form of a name ("The Act").
        """
        document, passage = found.document, found.passage
        self.name(document)
        lead_in = whole_lead_in(found.piece, passage, document)
        if lead_in and lead_in.start >= passage.start and _introduces(document, lead_in):
            self.quote(document, passage, lead_in)
        span = self._span(found)
        if (named := _named_before(found)) and span.start == found.piece.start:
            self.quote(document, passage, named)
        self.quote(document, passage, span)
        announces = found.piece.kind is PieceKind.SENTENCE and found.signs.announces
        if announces and not (asks_of_the_earlier(self._query) and came_after_it(found.text)):
            self._announced(found)

    def tell_sentence(self, found: Evidence) -> None:
        """Quote one piece, with the sentence before one that begins with a pronoun, and nothing after it."""
        self.name(found.document)
        self.quote(found.document, found.passage, self._span(found))

    def tell_list(self, listed: ItemList) -> None:
        """Quote the words that introduce a list, then all of its items."""
        self.name(listed.document)
        if listed.own_lead_in:
            self.quote(listed.document, listed.passage, listed.own_lead_in)
        self._items(listed)

    def _span(self, found: Evidence) -> Span:
        piece, passage, document = found.piece, found.passage, found.document
        around = self._scale.context.around(passage).pieces[found.index]
        if around.begins_with_pronoun and found.index and piece.kind is PieceKind.SENTENCE:
            before = passage.pieces[found.index - 1]
            together = Span(before.start, piece.end)
            one_paragraph = "\n" not in document.text[slice(*together)]
            fits = one_paragraph and _size(document, together) <= _LONGEST_TOGETHER
            told = self._has_quoted(document, Span(before.start, before.end))
            if before.kind is PieceKind.SENTENCE and fits and not told:
                return together
        return Span(piece.start, self._end(found))

    def _end(self, found: Evidence) -> int:
        """Where *found* ends, or the sentence after it: what only repeats a "why" is explained there."""
        piece, document = found.piece, found.document
        repeats = self._query.kind is Kind.REASON and found.signs.own_coverage >= _REPEATS
        if not repeats or _GIVES_A_REASON.search(found.text) or piece.kind is not PieceKind.SENTENCE:
            return piece.end
        after = next(iter(found.passage.pieces[found.index + 1 :]), piece)
        together = Span(piece.start, after.end)
        fits = "\n" not in document.text[slice(*together)] and _size(document, together) <= _LONGEST_TOGETHER
        return after.end if fits else piece.end

    def _announced(self, found: Evidence) -> None:
        listed = list_of(found)
        if listed and listed.told_words + 1 <= self.words_left:
            self._items(listed)
        elif listed is None:
            self._next_piece(found)

    def _items(self, listed: ItemList) -> None:
        *most, last = listed.items
        marker = self.cite(listed.document, listed.passage, Span(listed.items[0].start, last.end))
        self._lines += [f"- {listed.text_of(item)}" for item in most]
        self._lines.append(f"- {listed.text_of(last)} [{marker}]")

    def _next_piece(self, found: Evidence) -> None:
        """Quote the piece after *found*, be it in the next passage."""
        passage, index = found.passage, found.index + 1
        if index == len(passage.pieces):
            following = self._scale.context.after(passage)
            if following is None or not following.pieces:
                return
            passage, index = following, 0
        piece = passage.pieces[index]
        self.quote(found.document, passage, Span(piece.start, piece.end))

    def draft(self, status: Status = Status.ANSWERED) -> Draft:
        """What was collected, as a draft."""
        return Draft(status, "\n".join(self._lines), tuple(self._quotes))


def _named_before(found: Evidence) -> Span | None:
    """The paragraph before, where it has the name of which *found* begins with the last word ("The Act")."""
    short = _SHORT_NAME.match(found.text)
    pieces = found.passage.pieces[max(found.index - 1, 0) : found.index]
    if not short or not pieces or found.piece.kind is not PieceKind.SENTENCE:
        return None
    before = Span(pieces[0].start, pieces[0].end)
    text = found.document.text[slice(*before)]
    return before if re.search(rf"\b[A-Z][\w'’-]+ {short[1]}\b", text) else None


def _quoted(document: Document, span: Span, marker: int) -> str:
    return f"{wording.quoted(document.text[slice(*span)])} [{marker}]"


def _introduces(document: Document, lead_in: Span) -> bool:
    """True for words that say what the items are; a bare label such as "Headlines" says nothing."""
    size = _size(document, lead_in)
    says_something = size >= _SHORTEST_LEAD_IN or document.text[slice(*lead_in)].rstrip().endswith(":")
    return says_something and size <= _LONGEST_LEAD_IN


def _size(document: Document, span: Span) -> int:
    return len(document.text[slice(*span)].split())
