"""The answer that is a list of headings: sections that a sentence announces, each cited by its beginning."""

import re
from collections.abc import Sequence

from assistant.answer.draft import Draft
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.telling import LONG, Telling
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.terms import stem
from assistant.types import Passage, PieceKind, Span

_LOOKED_AT = 12  # pieces, heaviest first, among which an announcing sentence is looked for
_WITHIN = 0.5  # which may weigh this much less than the heaviest
_FEWEST = 2
_ANNOUNCES = re.compile(r":\W*$|\b(?:the\s+following|as\s+follows|set\s+out\s+below)\b", re.IGNORECASE)
_PARTS = frozenset(map(stem, ("heading", "section", "chapter", "theme", "topic", "strand")))
_KINDS = frozenset({Kind.LIST, Kind.OTHER, Kind.MANNER, Kind.DEFINITION})


def answer_with_headings(
    query: Query, evidence: Sequence[Evidence], scale: Scale, room: int = LONG
) -> Draft | None:
    """The headings of the sections that a sentence near the question announces; None where there are none."""
    if query.kind not in _KINDS:
        return None
    for found in evidence[:_LOOKED_AT]:
        near = found.score >= evidence[0].score - _WITHIN
        if near and (found is evidence[0] or _is_asked_for(query, found, scale)):
            sections = _announced_by(found, scale)
            if len(sections) >= _FEWEST:
                return _tell(query, found, sections, scale, room)
    return None


def _is_asked_for(query: Query, found: Evidence, scale: Scale) -> bool:
    """True where the question wants headings, or several of what the sentence names."""
    head = query.asked_for[-1:]
    own = scale.context.around(found.passage).pieces[found.index].own
    return query.wants_list and any(word in _PARTS or query.meanings(word) & own for word in head)


def _announced_by(found: Evidence, scale: Scale) -> list[Passage]:
    """The first passage of each section that stands right below the sentence, where that announces them."""
    ends_its_passage = found.index == len(found.passage.pieces) - 1
    if (
        found.piece.kind is not PieceKind.SENTENCE
        or not ends_its_passage
        or not _ANNOUNCES.search(found.text)
    ):
        return []
    above, depth = found.passage.section, len(found.passage.section)
    sections: list[Passage] = []
    for passage in scale.context.after_in_document(found.passage):
        if passage.section[:depth] != above or len(passage.section) == depth:
            break
        if passage.pieces and (not sections or passage.section[depth] != sections[-1].section[depth]):
            sections.append(passage)
    return sections


def _tell(
    query: Query, found: Evidence, sections: Sequence[Passage], scale: Scale, room: int
) -> Draft | None:
    telling = Telling(query, scale, room)
    telling.tell_sentence(found)
    depth = len(found.passage.section)
    for passage in sections:
        first = passage.pieces[0]
        marker = telling.cite(found.document, passage, Span(first.start, first.end))
        telling.say(f"- {passage.section[depth]} [{marker}]")
    return telling.draft() if telling.words_left >= 0 else None
