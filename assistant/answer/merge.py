"""Two drafts for the two halves of a question become one, with their citations numbered through."""

import re
from collections.abc import Sequence

from assistant.answer.draft import Draft, Quote
from assistant.types import Status

_MARKER = re.compile(r"\[(\d+)\]")
_ANSWERS = frozenset({Status.ANSWERED, Status.PARTIAL})


def merge(drafts: Sequence[Draft]) -> Draft:
    """All drafts in order as one; partial when only some of them answer."""
    if len(drafts) == 1 or not any(draft.status in _ANSWERS for draft in drafts):
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
    return Draft(Status.ANSWERED if whole else Status.PARTIAL, "\n".join(lines), tuple(quotes), (), nearest)


def _renumbered(text: str, offset: int) -> str:
    return _MARKER.sub(lambda match: f"[{int(match[1]) + offset}]", text)
