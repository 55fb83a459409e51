"""The answer to "which page is that on?": the page of the quotes that the turn before rested on."""

import re

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.types import Citation, Conversation, Status

_ASKS_PAGE = re.compile(
    r"\b(?:which|what) page\b(?!s? (?:of|in) )|\bpage number\b|^page\b(?! \d)|\bwhereabouts is that\b", re.I
)
_POINTS = re.compile(
    r"^(?:which |what )?page(?: number)?(?: (?:says?|shows?))?\W*$|\b(?:it|that|this|those|them|these)\b",
    re.I,
)


def answer_with_page(question: str, turns: Conversation) -> Draft | None:
    """Where the quotes of the turn before stand; None when *question* does not ask for their page."""
    citations = turns[-1].answer.citations if turns else ()
    if not citations or not _ASKS_PAGE.search(question) or not _POINTS.search(question):
        return None
    quotes = tuple(Quote(c.source, c.passage, c.start, c.end, c.marks) for c in citations)
    lines = [f"{_place(citation)} [{number}]" for number, citation in enumerate(citations, start=1)]
    return Draft(Status.ANSWERED, "\n".join(dict.fromkeys(lines)), quotes)


def _place(citation: Citation) -> str:
    source = wording.source_of(citation.source.info)
    section = " › ".join(citation.passage.section)
    if citation.passage.page_label:
        return wording.ON_PAGE.format(source=source, page=citation.passage.page_label, section=section)
    return wording.PAGE_NOT_KNOWN.format(source=source, section=section)
