"""The answer to "what does HBP stand for?": the words that it is short for, as a document writes them."""

import re
from collections.abc import Mapping, Sequence

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.question.documents_meant import newest_first
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.terms import STOP_WORDS
from assistant.types import Document, Passage, Status

_SHORT = r"(?:the )?(?:letters |abbreviation |acronym |initials )?[“\"'‘]?(?P<{}>[A-Za-z]{{2,10}})[”\"'’]?"
_STANDS = r"(?:short|an abbreviation|an acronym)"
_ASKS = any_of(
    rf"\bwhat (?:does|do|did) {_SHORT.format('stands')} (?:stand for|abbreviate)\b",
    rf"\bwhat(?:'s|’s| is| are) {_SHORT.format('is_short')} {_STANDS} (?:for|of)\b",
    rf"\bwhat (?:does|do|did) {_SHORT.format('means')} mean\b",
)
_APOSTROPHE = re.compile(r"['’]")


def answer_with_long_form(
    query: Query, documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Draft | None:
    """The words that a short form stands for, where a line has them; None where none is asked for."""
    match = _ASKS.search(query.asked)
    short = _one(next(filter(None, match.groups()))) if match else ""
    if not match or short in STOP_WORDS:
        return None
    for info in newest_first([document.info for document in documents.values()]):
        long = next((long for known, long in info.abbreviations if _one(known) == short), "")
        own = [passage for passage in passages if passage.document == info.id]
        found = _written_out(documents[info.id], short, long, own) if long else None
        if found:
            text = f"{wording.source_of(info)}:\n{wording.quoted(found.text)} [1]"
            return Draft(Status.ANSWERED, text, (found,))
    return None


def _one(short: str) -> str:
    """A short form in the singular: FAQs are so many of an FAQ."""
    return short.lower().removesuffix("s")


def _written_out(document: Document, short: str, long: str, passages: Sequence[Passage]) -> Quote | None:
    """The first place where *long* stands, with *short* in brackets beside it if there is one."""
    written = _APOSTROPHE.sub("['’]", re.escape(long))
    beside = rf"{short}s?\s*\(\s*{written}\s*\)|{written}\s*\(\s*{short}s?\s*\)"
    for pattern in (beside, written):
        for passage in passages:
            for piece in passage.pieces:
                match = re.compile(pattern, re.IGNORECASE).search(document.text, piece.start, piece.end)
                if match:
                    return Quote(document, passage, match.start(), match.end())
    return None
