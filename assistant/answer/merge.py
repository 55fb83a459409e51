"""Two drafts for the two halves of a question become one, with their citations numbered through."""

from collections.abc import Sequence

from assistant.answer.draft import MARKER, Draft, Quote
from assistant.types import ANSWERING, Status


def merge(drafts: Sequence[Draft]) -> Draft:
    """All drafts in order as one; partial when only some of them answer."""
    if len(drafts) == 1 or not any(draft.status in ANSWERING for draft in drafts):
        return drafts[0]
    lines: list[str] = []
    quotes: list[Quote] = []
    for draft in drafts:
        told = _renumbered(draft.text, len(quotes))
        # A document that has just been named is not named again.
        lines += [line for line in told.split("\n") if not (line.endswith("):") and line in lines)]
        quotes += draft.quotes
    whole = all(draft.status is Status.ANSWERED for draft in drafts)
    nearest = tuple(quote for draft in drafts for quote in draft.nearest)
    return Draft(Status.ANSWERED if whole else Status.PARTIAL, "\n".join(lines), tuple(quotes), nearest)


def _renumbered(text: str, offset: int) -> str:
    return MARKER.sub(lambda match: f"[{int(match[1]) + offset}]", text)
