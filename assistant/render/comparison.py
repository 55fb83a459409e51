"""A topic through the documents, as plain text, JSON and HTML."""

from collections.abc import Iterator, Sequence

from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12

from assistant.answer.wording import source_of
from assistant.render.data import CitationData, citation_json
from assistant.render.escape import escape
from assistant.render.html import passages_html
from assistant.render.wording import one_line, readable_quote, where
from assistant.types import Answer, Citation, Comparison, DocumentInfo, Fate, ListStep, Status, WhatBecame

# In the order in which they are told.
_FATES = {
    Fate.ADDED: "New in the list",
    Fate.DROPPED: "No longer in the list",
    Fate.REWORDED: "In other words",
    Fate.KEPT: "As it was",
}
_HOW = (
    "Items go together that have the same words, or share so much of them, the rarer ones counting more, that"
    " one is the other in other words. Read both before you rely on that."
)


class SaidData(TypedDict):
    """What one document says of a topic."""

    document: str
    date: str
    citations: list[CitationData]


class ItemData(TypedDict):
    """What became of one item of a list."""

    fate: str
    before: CitationData | None
    after: CitationData | None


class StepData(TypedDict):
    """What became of a list from one document to the next."""

    before: str
    after: str
    items: list[ItemData]


class ComparisonData(TypedDict):
    """A comparison as other programs read it."""

    topic: str
    said: list[SaidData]
    lists: list[StepData]
    generation: str


def comparison_to_plain(comparison: Comparison) -> str:
    """Each document with its quotes, the oldest first, then what became of the items of lists."""
    blocks = []
    for said in comparison.said:
        quotes = [f"    “{_words(citation)}” ({_place(citation)})" for citation in said.citations]
        blocks.append("\n".join([f"{_name(said.document)}:", *quotes]))
    for step in comparison.steps:
        lines = [f"The list, from {_name(step.before)} to {_name(step.after)}:"]
        for label, items in _by_fate(step):
            lines += [f"  {label}:", *(f"    - {_told(item)}" for item in items)]
        blocks.append("\n".join([*lines, f"  {_HOW}"]))
    return "\n\n".join(blocks)


def comparison_to_json(comparison: Comparison) -> ComparisonData:
    """Give each document's quotes and each item of a list with its fate."""
    return {
        "topic": comparison.topic,
        "said": [
            {
                "document": s.document.id,
                "date": s.document.date,
                "citations": [*map(citation_json, s.citations)],
            }
            for s in comparison.said
        ],
        "lists": [
            {"before": step.before.id, "after": step.after.id, "items": [*map(_item, step.items)]}
            for step in comparison.steps
        ],
        "generation": comparison.generation,
    }


def comparison_html(comparison: Comparison, sources: str = "") -> str:
    """Each document's quotes in their passages, and the fates of items; `sources` as for `passages_html`."""
    shown = ""
    for number, said in enumerate(comparison.said, 1):
        told = Answer("", Status.ANSWERED, "", citations=said.citations)
        passages = passages_html(told, f"d{number}", sources)
        shown += f"<h2>{escape(_name(said.document))}</h2>{passages}"
    for step in comparison.steps:
        shown += f"<h2>The list, from {escape(_name(step.before))} to {escape(_name(step.after))}</h2>"
        for label, items in _by_fate(step):
            told_items = "".join(f"<li>{escape(_told(item))}</li>" for item in items)
            shown += f"<h3>{escape(label)}</h3><ul>{told_items}</ul>"
        shown += f'<p class="quiet">{escape(_HOW)}</p>'
    return shown


def _by_fate(step: ListStep) -> Iterator[tuple[str, Sequence[WhatBecame]]]:
    for fate, label in _FATES.items():
        items = [item for item in step.items if item.fate is fate]
        if items:
            yield label, items


def _told(item: WhatBecame) -> str:
    new, old = (f"“{_words(each)}”" if each else "" for each in (item.after, item.before))
    return f"{new}, before: {old}" if item.fate is Fate.REWORDED else new or old


def _item(item: WhatBecame) -> ItemData:
    before, after = (citation_json(each) if each else None for each in (item.before, item.after))
    return {"fate": item.fate.value, "before": before, "after": after}


def _words(citation: Citation) -> str:
    return " / ".join(line.words for line in readable_quote(citation))


def _place(citation: Citation) -> str:
    return ", ".join(where(citation)[1:]) or one_line(citation.source.info.title)


def _name(info: DocumentInfo) -> str:
    return one_line(source_of(info))
