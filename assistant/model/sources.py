"""The evidence that a model may use: quotable pieces, each under an opaque id."""

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from assistant.answer.draft import Quote
from assistant.answer.evidence import Evidence
from assistant.answer.figures import Cell, row_of
from assistant.types import Answer, Citation, Document, Passage, Piece, PieceKind

_THOUSANDS = re.compile(r"(£?)000s?")
_LETTERS, _DIGITS = "bcdfghkmpqrtvwxz", "23456789"


@dataclass(frozen=True, slots=True)
class Source:
    """One piece of a passage, and the id under which a model may name it."""

    key: str
    document: Document
    passage: Passage
    index: int

    @property
    def piece(self) -> Piece:
        """The piece itself."""
        return self.passage.pieces[self.index]

    @property
    def quote(self) -> Quote:
        """The piece as a quote: the stored words and nothing else."""
        return Quote(self.document, self.passage, self.piece.start, self.piece.end)

    @property
    def told(self) -> str:
        """The piece in one line as a model reads it: behind its lead-in, or as "label, column: figure"."""
        text, piece = self.document.text, self.piece
        label, cells = row_of(piece, text)
        if cells:
            return "; ".join(f"{label}, {cell.column}: {_in_full(cell)}" for cell in cells)
        lead_in = text[slice(*piece.lead_in)] if piece.lead_in and piece.kind is PieceKind.ITEM else ""
        return " ".join(f"{lead_in} {self.quote.text.strip('| ')}".split())


def sources_for(answer: Answer, evidence: Sequence[Evidence], most: int) -> tuple[Source, ...]:
    """What *answer* cites, then the heaviest *evidence*: at most *most* pieces, each under its own id."""
    cited = chain.from_iterable(map(_cited, answer.citations))
    near = ((found.document, found.passage, found.index) for found in evidence)
    pieces = {(passage.id, index): (document, passage, index) for document, passage, index in (*cited, *near)}
    keys = _keys()
    return tuple(Source(next(keys), *piece) for piece in islice(pieces.values(), most))


def _in_full(cell: Cell) -> str:
    """The figure as it is written in a sentence: 640 in a table of £000 is £640,000."""
    thousands = _THOUSANDS.fullmatch(cell.unit.replace(" ", ""))
    return f"{thousands[1]}{cell.value},000" if thousands and cell.value.isascii() else cell.figure


def _cited(citation: Citation) -> Iterator[tuple[Document, Passage, int]]:
    """The pieces of which the quote of *citation* holds any words."""
    for index, piece in enumerate(citation.passage.pieces):
        if piece.start < citation.end and citation.start < piece.end:
            yield citation.source, citation.passage, index


def _keys() -> Iterator[str]:
    """Ids that no document can know beforehand, each of them once."""
    given: set[str] = set()
    while True:
        key = "".join(map(secrets.choice, (_LETTERS, _DIGITS, _LETTERS)))
        if key not in given:
            given.add(key)
            yield key
