"""Draft → Answer: every quote becomes a proven citation, and every quoted word is in one of them."""

import re
from collections.abc import Mapping, Sequence

from assistant.answer.draft import MARKER, Draft, Quote
from assistant.errors import AssistantError
from assistant.terms import normalise
from assistant.types import ANSWERING, Citation

_QUOTED = re.compile(r"“(.+?)”(?= \[\d+\]|$)", re.MULTILINE)
_ITEM = re.compile(r"^ *- (?!.*, .*: )(.+)$", re.MULTILINE)


class Unproven(AssistantError):
    """A draft said something that its quotes do not hold; it must never reach a reader."""


def prove(draft: Draft, superseded: Mapping[str, str]) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """The citations of *draft* and of its nearest passages; raises Unproven when a quotation is not in them.

    `superseded` maps a document to the newer one that replaced it.
    """
    citations = _cited(draft.quotes, superseded)
    nearest = _cited(draft.nearest, superseded)
    _check(draft, citations)
    return citations, nearest


def _cited(quotes: Sequence[Quote], superseded: Mapping[str, str]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            marker,
            quote.document,
            quote.passage,
            quote.start,
            quote.end,
            quote.marks,
            superseded.get(quote.document.info.id),
        )
        for marker, quote in enumerate(quotes, start=1)
    )


def _check(draft: Draft, citations: Sequence[Citation]) -> None:
    for match in MARKER.finditer(draft.text):
        if not 1 <= int(match[1]) <= len(citations):
            raise Unproven(f"The answer points at citation {match[1]}, and there is none.")
    proofs = [_folded(citation.quote) for citation in citations]
    said = [match[1] for match in _QUOTED.finditer(draft.text)] if draft.status in ANSWERING else []
    for words in (*said, *(match[1] for match in _ITEM.finditer(draft.text))):
        # A whole quotation has to stand in one citation, not be put together from several.
        if not any(_folded(MARKER.sub("", words)) in proof for proof in proofs):
            raise Unproven("The answer quotes words that none of its citations hold.")


def _folded(text: str) -> str:
    return " ".join(normalise(text).split())
