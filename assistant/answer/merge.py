"""The drafts for the parts or sides of a question become one, with their citations numbered through."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import wording
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


def merge_in_time_order(drafts: Sequence[Draft]) -> Draft:
    """Drafts that answer as one, that from the oldest document first; what is the same is told once."""
    if len({(draft.text, draft.quotes) for draft in drafts}) == 1:
        return drafts[0]
    merged = merge(sorted(drafts, key=lambda draft: draft.quotes[0].document.info.date))
    return replace(merged, text=f"{wording.IN_TIME_ORDER}\n{merged.text}")


def _renumbered(text: str, offset: int) -> str:
    return MARKER.sub(lambda match: f"[{int(match[1]) + offset}]", text)
