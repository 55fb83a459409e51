"""The fact sheet: every figure of the documents with its unit, years, the words beside it and its quote."""

import re
from collections.abc import Iterator

from assistant.answer.figures import row_of
from assistant.index.generation import Generation
from assistant.question.documents_meant import newest_first
from assistant.question.periods import periods_in
from assistant.question.quantities import Quantity, quantities_in
from assistant.terms import normalise
from assistant.types import Citation, Document, Figure, Passage, Piece, PieceKind, Span

# Telephone numbers and the like are no figures, nor is "page 7"; "one" mostly stands for a thing.
_NO_FIGURE = re.compile(r"0\d|one\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:section|page|paragraph|chapter|appendix|annex|table|number|no\.?) $", re.IGNORECASE
)
_HALFWAY = re.compile(r"^[ -]?way\b", re.IGNORECASE)
_DIGIT_BEFORE, _DIGIT_BEHIND = re.compile(r"[\d/][ -]$"), re.compile(r"^[ -]\d")
_BESIDE = re.compile(r"^[\s-]*((?:[^\s.,;:()]+\s*){1,6})")
_ENDS = re.compile(
    r"\s(?:and|or|which|that|who|are|is|was|were|will|have|has|to|by|with|at|per|as|than)\s.*$"
)
_WORDS_BEFORE = 5


def fact_sheet(generation: Generation) -> tuple[Figure, ...]:
    """Every figure of a generation in the documents' order, those of the newest document first."""
    infos = newest_first([document.info for document in generation.documents.values()])
    return tuple(
        figure
        for info in infos
        for key in generation.order[info.id]
        for figure in _of_passage(generation.documents[info.id], generation.passages[key])
    )


def _of_passage(document: Document, passage: Passage) -> Iterator[Figure]:
    for piece in passage.pieces:
        is_row = piece.kind is PieceKind.ROW
        yield from _of_row(document, passage, piece) if is_row else _of_text(document, passage, piece)


def _of_row(document: Document, passage: Passage, piece: Piece) -> Iterator[Figure]:
    label, cells = row_of(piece, document.text)
    for cell in cells if label else ():
        years = ", ".join(map(str, cell.periods))
        told = f"{label}, {cell.column}"
        yield Figure(cell.figure, cell.unit, years, told, _cite(document, passage, piece, cell.span))


def _of_text(document: Document, passage: Passage, piece: Piece) -> Iterator[Figure]:
    text = document.text[piece.start : piece.end]
    years = ", ".join(dict.fromkeys(map(str, periods_in(text))))
    for quantity in quantities_in(text):
        before, behind = text[: quantity.start], text[quantity.end :]
        told = text[quantity.start : quantity.end]
        if _NO_FIGURE.match(told) or any(sign.search(before) for sign in (_DIGIT_BEFORE, _PLACE)):
            continue
        if any(sign.match(behind) for sign in (_DIGIT_BEHIND, _HALFWAY)):
            continue
        mark = Span(piece.start + quantity.start, piece.start + quantity.end)
        cited = _cite(document, passage, piece, mark)
        yield Figure(" ".join(told.split()), quantity.unit, years, _beside(quantity, text), cited)


def _beside(quantity: Quantity, text: str) -> str:
    """The words behind a figure that say what there is so much of, or else those before it."""
    behind = _BESIDE.match(text[quantity.end :])
    said = (_ENDS.sub("", f" {behind[1]} ").strip() or behind[1]) if behind else ""
    return " ".join(normalise(said or " ".join(text[: quantity.start].split()[-_WORDS_BEFORE:])).split())


def _cite(document: Document, passage: Passage, piece: Piece, mark: Span) -> Citation:
    return Citation(1, document, passage, piece.start, piece.end, (mark,))
