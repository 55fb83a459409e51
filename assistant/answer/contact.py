"""The answer to "whom do I ring about this report?": the contact that the paper itself gives."""

from collections.abc import Mapping, Sequence

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.question.documents_meant import KIND_NOUN
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.question.signs_of_kind import gives_way
from assistant.types import Document, Passage, Status

# What is wanted of the contact of a paper: "with queries on the report", "to talk about the paper".
_ABOUT_PAPER = any_of(rf"\b(?:about|on|for|over|regarding|concerning) (?:the|this|that) .*\b{KIND_NOUN}\b")
_MOST_WORDS = 60


def answer_with_contact(
    query: Query, documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Draft | None:
    """The short passage with the contact of the one paper that *query* names; None where it gives none."""
    if query.kind is not Kind.CONTACT or len(query.named_documents) != 1:
        return None
    if not _ABOUT_PAPER.search(query.text):
        return None
    (key,) = query.named_documents
    own = (passage for passage in passages if passage.document == key)
    found = next((passage for passage in own if _is_contact(query, passage)), None)
    if found is None:
        return None
    first, last = found.pieces[0], found.pieces[-1]
    quote = Quote(documents[key], found, first.start, last.end)
    told = documents[key].text[first.start : last.end]
    text = f"{wording.source_of(documents[key].info)}:\n{told} [1]"
    return Draft(Status.ANSWERED, text, (quote,))


def _is_contact(query: Query, passage: Passage) -> bool:
    return len(passage.text.split()) <= _MOST_WORDS and gives_way(query.text, passage.text)
