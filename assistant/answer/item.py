"""The answer to "what is the ninth one?": that item of the list told before, with its lead-in."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import wording
from assistant.answer.context import whole_lead_in
from assistant.answer.draft import Draft, Quote
from assistant.answer.lists import ItemList
from assistant.question.follow_up import is_only_ordinal, place_asked
from assistant.types import Citation, Conversation, PieceKind, Span, Status


def answer_with_item(question: str, turns: Conversation) -> Draft | None:
    """The item that *question* names by its place and asks nothing else about; None when there is no list."""
    number = place_asked(question, turns)
    if not number or not is_only_ordinal(question):
        return None
    parts = next((parts for turn in reversed(turns) if (parts := _list_in(turn.answer.citations))), ())
    if not parts:
        return None
    told = replace(parts[0], items=tuple(item for part in parts for item in part.items))
    items = told.top_items
    place = number - 1 if number > 0 else len(items) - 1
    whole = wording.in_words(len(items) + told.elsewhere)
    lead_in = [Quote(told.document, told.passage, *told.lead_in)] if told.lead_in else []
    if place >= len(items):
        said = wording.NO_SUCH_ITEM.format(number=wording.in_words(number), whole=whole)
        return Draft(Status.NOT_IN_DOCUMENTS, said, nearest=tuple(lead_in))
    part = next(part for part in parts if items[place] in part.items)
    quotes = [*lead_in, Quote(part.document, part.passage, items[place].start, items[place].end)]
    lines = [f"{wording.quoted(quote.text)} [{marker}]" for marker, quote in enumerate(quotes, start=1)]
    lines.insert(-1, wording.ITEM.format(number=wording.in_words(place + 1), whole=whole))
    source = f"{wording.source_of(told.document.info)}:"
    return Draft(Status.ANSWERED, "\n".join((source, *lines)), tuple(quotes))


def _list_in(citations: Sequence[Citation]) -> tuple[ItemList, ...]:
    """The first list of several items that an answer's citations hold, in its parts; empty for none."""
    lists: dict[tuple[str, int], dict[str, ItemList]] = {}
    for citation in citations:
        if part := _part_in(citation):
            parts = lists.setdefault((citation.passage.document, part.items[0].group), {})
            parts.setdefault(citation.passage.id, part)
    several = (parts for parts in lists.values() if sum(len(part.items) for part in parts.values()) > 1)
    return tuple(next(several, {}).values())


def _part_in(citation: Citation) -> ItemList | None:
    """The items of one list that a citation holds, or None."""
    items = tuple(
        piece
        for piece in citation.passage.pieces
        if piece.kind is PieceKind.ITEM and citation.start <= piece.start and piece.end <= citation.end
    )
    items = tuple(item for item in items if item.group == items[0].group)
    if not items:
        return None
    lead_in = whole_lead_in(items[0], citation.passage, citation.source)
    return ItemList(citation.source, citation.passage, items, Span(*lead_in) if lead_in else None)
