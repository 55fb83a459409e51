"""The answer to "what is the ninth one?": that item of the list told before, with its lead-in."""

from assistant.answer import wording
from assistant.answer.context import whole_lead_in
from assistant.answer.draft import Draft, Quote
from assistant.answer.lists import ItemList
from assistant.question.follow_up import is_only_ordinal, ordinal_in
from assistant.types import Citation, Conversation, PieceKind, Span, Status


def answer_with_item(question: str, turns: Conversation) -> Draft | None:
    """The item that *question* names by its place and asks nothing else about; None when there is no list."""
    number = ordinal_in(question)
    if not number or not is_only_ordinal(question):
        return None
    cited = (citation for turn in reversed(turns) for citation in turn.answer.citations)
    told = next((listed for citation in cited if (listed := _list_in(citation))), None)
    if told is None:
        return None
    items = told.top_items
    place = number - 1 if number > 0 else len(items) - 1
    whole = wording.in_words(len(items) + told.elsewhere)
    lead_in = [Quote(told.document, told.passage, *told.lead_in)] if told.lead_in else []
    if place >= len(items):
        said = wording.NO_SUCH_ITEM.format(number=wording.in_words(number), whole=whole)
        return Draft(Status.NOT_IN_DOCUMENTS, said, nearest=tuple(lead_in))
    quotes = [*lead_in, Quote(told.document, told.passage, items[place].start, items[place].end)]
    lines = [f"{wording.quoted(quote.text)} [{marker}]" for marker, quote in enumerate(quotes, start=1)]
    lines.insert(-1, wording.ITEM.format(number=wording.in_words(place + 1), whole=whole))
    source = f"{wording.source_of(told.document.info)}:"
    return Draft(Status.ANSWERED, "\n".join((source, *lines)), tuple(quotes))


def _list_in(citation: Citation) -> ItemList | None:
    """The list that a citation holds, or None."""
    items = tuple(
        piece
        for piece in citation.passage.pieces
        if piece.kind is PieceKind.ITEM and citation.start <= piece.start and piece.end <= citation.end
    )
    items = tuple(item for item in items if item.group == items[0].group)
    if len(items) < 2:
        return None
    lead_in = whole_lead_in(items[0], citation.passage, citation.source)
    return ItemList(citation.source, citation.passage, items, Span(*lead_in) if lead_in else None)
