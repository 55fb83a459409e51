"""The answer to "what is the plan about?": what the document says that it is for, and its parts."""

from collections.abc import Mapping, Sequence

from assistant.answer import wording
from assistant.answer.about_document import unnamed_words
from assistant.answer.draft import Draft, Quote
from assistant.question.documents_meant import document_meant
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.terms import stem, words
from assistant.types import Document, Passage, PieceKind, Status

_PAPER = (
    r"(?:(?:the|this|that|your|his|their|its) (?:[\w’',-]+ ){0,8}?"
    r"(?:plan|strategy|report|paper|document|consultation|news item|article|page)"
    r"(?: (?:of|from) [\w ]{4,20}?)?)"
)
_PARTS = (
    r"(?:(?:main|key|different) )?(?:parts?|sections?|chapters?|headings?|topics?|subjects?|themes?|points?)"
)
_END = r"\W*$"
_ASKS = any_of(
    rf"\bwhat(?:['’]s| is| was| are| were) {_PAPER} (?:all )?about{_END}",
    rf"\bwhat(?:['’]s| is| was| are| were) (?:there )?in(?:side)? {_PAPER}{_END}",
    rf"\bwhat (?:does|do|did) {_PAPER} (?:cover|contain|include|deal with|talk about|say){_END}",
    rf"\b(?:what|which) {_PARTS} (?:does|do|did) {_PAPER} (?:cover|contain|have|include|deal with){_END}",
    rf"\bwhat (?:are|were) the {_PARTS} (?:of|in) {_PAPER}{_END}",
    rf"\b(?:summari[sz]e|outline|(?:summary|overview|outline) of) {_PAPER}{_END}",
)
_OF_ASKING = frozenset(
    map(
        stem,
        "about cover contain include inside deal talk say said raise make main key different part section"
        " chapter heading topic subject theme point summarise summarize summary overview outline short brief"
        " quick give tell show please document item all".split(),
    )
)
_PURPOSE = frozenset(map(stem, ("purpose", "summary", "overview", "introduction", "aim")))
_SAYS_ITS_PURPOSE = any_of(
    r"\b(?:this|my|the|our)(?: \w+){0,3} (?P<paper>plan|strategy|report|paper|document|consultation)"
    r" (?:sets? out|describes?|explains?|presents?|outlines?|covers?|is about|asks?|tells?)\b"
)
_FEWEST, _FEW, _MOST = 3, 5, 14  # parts


def answer_with_contents(
    query: Query, documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Draft | None:
    """What the document meant says of itself, and the headings of its parts, each cited by its beginning.

    None where something in it is asked for, and where it neither says so nor has parts.
    """
    if not _ASKS.search(query.text):
        return None
    meant = document_meant(query, [document.info for document in documents.values()])
    if meant is None or unnamed_words(query, meant) - _OF_ASKING:
        return None
    document = documents[meant.id]
    own = [passage for passage in passages if passage.document == meant.id and passage.pieces]
    purpose, parts = _purpose(document, own), _parts(own)
    if purpose is None and not parts:
        return None
    lines, quotes = [f"{wording.source_of(meant)}:"], []
    if purpose:
        quotes.append(purpose)
        lines.append(f"{wording.quoted(purpose.text)} [1]")
    if parts:
        lines.append(wording.PARTS)
    for heading, passage in parts:
        first = passage.pieces[0]
        quotes.append(Quote(document, passage, first.start, first.end))
        lines.append(f"- {heading} [{len(quotes)}]")
    return Draft(Status.ANSWERED, "\n".join(lines), tuple(quotes))


def _purpose(document: Document, passages: Sequence[Passage]) -> Quote | None:
    """The first sentence under a heading such as "Purpose", else the one that says what is set out."""
    sentences = [
        (passage, piece, document.text[piece.start : piece.end])
        for passage in passages
        for piece in passage.pieces
        if piece.kind is PieceKind.SENTENCE
    ]
    for passage, piece, _ in sentences:
        heading = {stem(word) for word in words(" ".join(passage.section[-1:]))}
        if len(heading) <= 2 and heading & _PURPOSE:
            return Quote(document, passage, piece.start, piece.end)
    for passage, piece, text in sentences:
        said = _SAYS_ITS_PURPOSE.search(text)
        if said and said["paper"].lower() in document.info.kind.lower().split():
            return Quote(document, passage, piece.start, piece.end)
    return None


def _parts(passages: Sequence[Passage]) -> list[tuple[str, Passage]]:
    """The headings of the parts, with the first passage of each; few parts are told with those below."""
    parts = _below((), passages)
    while len(parts) == 1 and (below := _below(parts[0], passages)):
        parts = below
    for part in parts if len(parts) < _FEW else ():
        below = _below(part, passages)
        if below and len(parts) - 1 + len(below) <= _MOST:
            at = parts.index(part)
            parts = [*parts[:at], *below, *parts[at + 1 :]]
    if not _FEWEST <= len(parts) <= _MOST:
        return []
    first = [next(passage for passage in passages if passage.section[: len(part)] == part) for part in parts]
    return [(part[-1], passage) for part, passage in zip(parts, first, strict=True)]


def _below(part: tuple[str, ...], passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    """The heading paths one level below *part*, in order, each once."""
    depth = len(part)
    paths = (
        passage.section[: depth + 1]
        for passage in passages
        if passage.section[:depth] == part and len(passage.section) > depth
    )
    return list(dict.fromkeys(paths))
