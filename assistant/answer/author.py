"""The answer to "who wrote the report?": the line of that document in which its author is named."""

from collections.abc import Mapping, Sequence

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.question.documents_meant import document_meant
from assistant.question.patterns import any_of, whole
from assistant.question.query import Query
from assistant.types import Document, Passage, Status

_PAPER = (
    r"(?:plan|report|paper|page|article|item|news|piece|document|consultation|note|submission|statement"
    r"|announcement|briefing|update|refresh)"
)
_WROTE = (
    r"(?:wrote|written|signed|drafted|authored|prepared|penned|put (?:his|her|their) name to|put together)"
)
_ASKS_AUTHOR = any_of(
    rf"\bwho\b (?:\w+ )?{_WROTE}\b.{{0,60}}\b{_PAPER}\b",
    rf"\b{_PAPER}\b.{{0,50}}\b{_WROTE} by\b(?: whom)?",
    rf"\bby whom\b.{{0,30}}\b{_PAPER}\b.{{0,40}}\b{_WROTE}\b",
    rf"\b(?:author|signatory)\b.{{0,60}}\b{_PAPER}\b",
    rf"\b{_PAPER}(?:'s|’s) (?:author|signatory)\b",
    rf"\b(?:whose|what) (?:name|signature)\b.{{0,60}}\b{_PAPER}\b",
)
_NOT_STATED = whole("not stated", "unknown")


def answer_with_author(
    query: Query, documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Draft | None:
    """The line that names who wrote the document meant; None where none is asked for, or none is named."""
    if not _ASKS_AUTHOR.search(query.text):
        return None
    meant = document_meant(query, [document.info for document in documents.values()])
    author = meant.author.split(",")[0].strip() if meant else ""
    if meant is None or not author or any_of(_NOT_STATED).search(author):
        return None
    document = documents[meant.id]
    found = _named_in(document, author, [passage for passage in passages if passage.document == meant.id])
    if found is None:
        return None
    text = f"{wording.source_of(meant)}:\n{wording.quoted(found.text)} [1]"
    return Draft(Status.ANSWERED, text, (found,))


def _named_in(document: Document, author: str, passages: Sequence[Passage]) -> Quote | None:
    """The shortest quotable piece that names *author*."""
    pieces = [
        (piece.end - piece.start, piece, passage)
        for passage in passages
        for piece in passage.pieces
        if author in document.text[piece.start : piece.end]
    ]
    if not pieces:
        return None
    _, piece, passage = min(pieces, key=lambda entry: (entry[0], entry[1].start))
    return Quote(document, passage, piece.start, piece.end)
