"""The answer that sets times or documents side by side, the oldest first."""

from collections.abc import Sequence

from assistant.answer import wording
from assistant.answer.draft import Draft
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.list_answer import SOURCE_WORDS, is_announced
from assistant.answer.lists import list_of
from assistant.answer.telling import LONG, Telling
from assistant.question.query import Query
from assistant.types import PieceKind

_MOST_SIDES = 3
_WITHIN = 0.65  # a side may weigh this much less than the heaviest one
_LEAST_COVERAGE = 0.3
_BESIDE_WITHIN = 0.3


def answer_with_comparison(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft | None:
    """The heaviest quote of each side that the question compares; None when there are not two sides."""
    if not query.is_comparison:
        return None
    # A row without its headers says nothing; rows that were asked for are told as figures.
    evidence = [found for found in evidence if found.piece.kind is not PieceKind.ROW]
    sides = _sides(query, evidence)
    heaviest = max((found.score for found in sides), default=0.0)
    kept = [side for side in sides if side.score >= heaviest - _WITHIN and side.coverage >= _LEAST_COVERAGE]
    if len(kept) < 2:
        return None
    telling = Telling(query, scale, LONG)
    telling.say(wording.IN_TIME_ORDER)
    told = sorted(kept[:_MOST_SIDES], key=lambda side: side.document.info.date)
    for number, found in enumerate(told):
        listed = list_of(found)
        room = telling.words_left // (len(told) - number)
        fits = listed is not None and listed.told_words + SOURCE_WORDS <= room
        if listed and fits and is_announced(listed, query, scale):
            telling.tell_list(listed)
            continue
        for quote in (found, *_beside(query, found, evidence)):
            telling.tell_if_it_fits(quote)
    return telling.draft()


def _beside(query: Query, heaviest: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The next piece of the same side, where it weighs nearly as much."""
    others = [found for found in evidence if _side_of(query, found) == _side_of(query, heaviest)]
    return [found for found in others[1:2] if found.score >= heaviest.score - _BESIDE_WITHIN]


def _sides(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The heaviest piece of each side, heaviest first."""
    heaviest: dict[str, Evidence] = {}
    for found in evidence:
        side = _side_of(query, found)
        if side:
            heaviest.setdefault(side, found)
    return sorted(heaviest.values(), key=lambda found: -found.score)


def _side_of(query: Query, found: Evidence) -> str:
    """The side that a piece speaks for: its document's year where years are compared, else its document."""
    info = found.document.info
    if len(query.named_documents) > 1 and info.id not in query.named_documents:
        return ""
    if len(query.years_told) < 2:
        return info.id
    return info.date[:4] if info.date[:4] in query.years_told else ""
