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
from assistant.terms import STOP_WORDS, stem, words
from assistant.types import Citation, Comparison, ListStep, PieceKind, Said, Status, WhatBecame

_MOST_QUOTES = 2
_WITHIN = 0.65  # a document's quote may weigh this much less than the heaviest of all …
_LEAST_COVERAGE = 0.3  # … and has to hold so much of the topic
_NEARLY = 3  # words more
_NOTHING = "I found nothing in the documents about “{topic}”. Please try other words, or fewer."


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares what documents say of a topic, from the evidence for it."""

    scale: Scale
    superseded: Mapping[str, str]
    generation: str

    def compare(self, topic: str, query: Query, evidence: Sequence[Evidence]) -> Comparison:
        """What each document says of *topic*, the oldest first; raises NothingToCompare where none does."""
        asked = [query.meanings(root) for root in _roots(topic)]
        said = self._said(asked, evidence) if asked else ()
        if not said:
            raise NothingToCompare(_NOTHING.format(topic=topic))
        lists = lists_in_time(query, evidence, self.scale)
        steps = (self._step(query, *pair) for pair in pairwise(lists))
        return Comparison(topic, said, tuple(step for step in steps if step), self.generation)

    def _said(self, asked: Sequence[frozenset[str]], evidence: Sequence[Evidence]) -> tuple[Said, ...]:
        heaviest = max((found.score for found in evidence), default=0.0)
        by_document: dict[str, list[Evidence]] = {}
        # What stands under the topic as its heading is said of it, whatever its own words.
        for found in sorted(evidence, key=lambda found: not _is_told_by(found, asked)):
            near = found.score >= heaviest - _WITHIN or _is_headed(found, asked)
            is_meant = found.piece.kind is not PieceKind.ROW or _is_row_of(found, asked)
            if near and found.coverage >= _LEAST_COVERAGE and is_meant:
                by_document.setdefault(found.document.info.id, []).append(found)
        in_time = sorted(by_document.values(), key=lambda group: dated(group[0].document.info))
        return tuple(Said(group[0].document.info, self._quoted(_apart(group))) for group in in_time)

    def _quoted(self, found: Iterable[Evidence]) -> tuple[Citation, ...]:
        quotes = []
        for each in found:
            quotes.append(Quote(each.document, each.passage, each.piece.start, each.piece.end))
            # A row without its headers says nothing.
            if each.piece.kind is PieceKind.ROW and each.piece.lead_in:
                quotes.append(Quote(each.document, each.passage, *each.piece.lead_in))
        return self._cited(quotes)

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


def _roots(text: str) -> set[str]:
    return {stem(word) for word in words(text) if word not in STOP_WORDS}


def _is_headed(found: Evidence, asked: Sequence[frozenset[str]]) -> bool:
    """True for a sentence or outer item under a heading that names the topic and nothing else."""
    heading = _roots(" ".join(found.passage.section[-1:]))
    is_outer = found.piece.level <= 1
    return is_outer and len(heading) == len(asked) > 0 and all(meanings & heading for meanings in asked)


def _is_told_by(found: Evidence, asked: Sequence[frozenset[str]]) -> bool:
    return _is_headed(found, asked) or (found.piece.kind is PieceKind.ROW and _is_row_of(found, asked))


def _is_row_of(found: Evidence, asked: Sequence[frozenset[str]]) -> bool:
    """True for the row of a table that is called after the whole topic."""
    label = _roots(found.text.lstrip("| ").partition("|")[0])
    return all(meanings & label for meanings in asked)


def _apart(group: Sequence[Evidence]) -> list[Evidence]:
    """The first pieces of one document, of two that say nearly the same only the longer."""
    chosen: list[Evidence] = []
    for found in group:
        said = _roots(found.text)
        others = {number: _roots(other.text) for number, other in enumerate(chosen)}
        if any(said <= other for other in others.values()):
            continue
        shorter = [
            number for number, other in others.items() if other < said and len(said - other) <= _NEARLY
        ]
        if shorter:
            chosen[shorter[0]] = found
        elif len(chosen) < _MOST_QUOTES:
            chosen.append(found)
    return chosen
