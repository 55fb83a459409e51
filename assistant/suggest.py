"""Questions that the documents answer, made from their own lists, tables and explained names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from assistant.terms import normalise
from assistant.types import Document, Passage, Piece, PieceKind

_LEAD_IN = re.compile(
    r"(?:^|[.;] )(?:The|My|Our|These|Those) ([a-z][\w ,’'-]{3,60}?) (?:are|is)(?: as follows)?\s*:$"
)
_EXPLAINED = re.compile(
    r"\bthe ((?:[A-Z][\w’'-]+ (?:(?:and|of|for|the) )?){1,5}[A-Z][\w’'-]+) \(([A-Z]{2,6})\)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d[/-]\d\d\b")


def suggestions(passages: Iterable[Passage], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Questions from *passages*, lists and tables and names in turn, none twice."""
    kinds: tuple[list[str], list[str], list[str]] = ([], [], [])
    for passage in passages:
        document = documents[passage.document]
        for asked, made in zip(kinds, (_lists, _tables, _names), strict=True):
            asked.extend(made(passage, document))
    mixed = [question for row in zip_longest(*kinds) for question in row if question]
    return tuple(dict.fromkeys(mixed))


def _lists(passage: Passage, document: Document) -> Iterator[str]:
    for span in dict.fromkeys(piece.lead_in for piece in passage.pieces if piece.kind is PieceKind.ITEM):
        match = _LEAD_IN.search(document.text[slice(*span)]) if span else None
        if match:
            yield f"What are the {match[1]}?"


def _tables(passage: Passage, document: Document) -> Iterator[str]:
    rows = [piece for piece in passage.pieces if piece.kind is PieceKind.ROW and piece.header_cells]
    for row in rows[:2]:
        years = [year for cell in row.header_cells if (year := _YEAR.search(document.text[slice(*cell)]))]
        label = _label(row, document)
        if years and label:
            yield f"What is the figure for {label} in {years[len(years) // 2].group()}?"


def _label(row: Piece, document: Document) -> str:
    return normalise(document.text[slice(*row.cells[0])]).rpartition(":")[2].strip() if row.cells else ""


def _names(passage: Passage, document: Document) -> Iterator[str]:
    for match in _EXPLAINED.finditer(passage.text):
        # Where the short form is the subject of a sentence, the document says what it is or does.
        if re.search(
            rf"\b{match[2]} (?:is|focuses|supports|helps|provides|offers|brings|runs)\b", document.text
        ):
            yield f"What is the {match[1]}?"
