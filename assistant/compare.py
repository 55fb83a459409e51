"""A topic through the documents in time order: what each says, and what became of the items of its lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer.changes import Change, are_of_one_kind, changes_between, lists_in_time
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.lists import ItemList
from assistant.answer.verify import prove
from assistant.errors import NothingToCompare
from assistant.question.documents_meant import dated
from assistant.question.query import Query
from assistant.types import Citation, Comparison, ListStep, PieceKind, Said, Status, WhatBecame

_MOST_QUOTES = 2
_WITHIN = 0.65  # a document's quote may weigh this much less than the heaviest of all …
_LEAST_COVERAGE = 0.3  # … and has to hold so much of the topic
_NOTHING = "I found nothing in the documents about “{topic}”. Please try other words, or fewer."


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares what documents say of a topic, from the evidence for it."""

    scale: Scale
    superseded: Mapping[str, str]
    generation: str

    def compare(self, topic: str, query: Query, evidence: Sequence[Evidence]) -> Comparison:
        """What each document says of *topic*, the oldest first; raises NothingToCompare where none does."""
        said = self._said(evidence)
        if not said:
            raise NothingToCompare(_NOTHING.format(topic=topic))
        lists = lists_in_time(query, evidence, self.scale)
        steps = (self._step(query, *pair) for pair in pairwise(lists))
        return Comparison(topic, said, tuple(step for step in steps if step), self.generation)

    def _said(self, evidence: Sequence[Evidence]) -> tuple[Said, ...]:
        heaviest = max((found.score for found in evidence), default=0.0)
        by_document: dict[str, list[Evidence]] = {}
        for found in evidence:
            near = found.score >= heaviest - _WITHIN and found.coverage >= _LEAST_COVERAGE
            # A row without its headers says nothing.
            if near and found.piece.kind is not PieceKind.ROW:
                by_document.setdefault(found.document.info.id, []).append(found)
        in_time = sorted(by_document.values(), key=lambda group: dated(group[0].document.info))
        return tuple(Said(group[0].document.info, self._quoted(group[:_MOST_QUOTES])) for group in in_time)

    def _quoted(self, found: Iterable[Evidence]) -> tuple[Citation, ...]:
        return self._cited(
            [Quote(piece.document, piece.passage, piece.piece.start, piece.piece.end) for piece in found]
        )

    def _step(self, query: Query, before: ItemList, after: ItemList) -> ListStep | None:
        changes = changes_between(before, after, self.scale.vocabulary.idf)
        if not are_of_one_kind(before, after, query, changes):
            return None
        became = tuple(self._became(change, before, after) for change in changes)
        return ListStep(before.document.info, after.document.info, became)

    def _became(self, change: Change, before: ItemList, after: ItemList) -> WhatBecame:
        old, new = (
            self._cited([Quote(of.document, of.passage, item.start, item.end)])[0] if item else None
            for of, item in ((before, change.before), (after, change.after))
        )
        return WhatBecame(old, new, change.same)

    def _cited(self, quotes: Sequence[Quote]) -> tuple[Citation, ...]:
        citations, _ = prove(Draft(Status.ANSWERED, "", tuple(quotes)), self.superseded)
        return citations
