"""The answer that is one to three sentences, or a card of short lines such as an address."""

from collections.abc import Sequence

from assistant.answer.decide import confidence
from assistant.answer.draft import Draft
from assistant.answer.evidence import MUST_SHOW, OWN, SHOWN, Evidence, Scale
from assistant.answer.telling import SHORT, Telling
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.types import PieceKind, Span

_MOST_QUOTES = 3
_WITHIN = 0.65  # a further quote must weigh nearly as much as the first
_LEAST_LIKELY = -1.5  # log-odds that it answers: about one in five
_NEARNESS = 0.5  # and counts the more, the nearer in meaning it is to the question
_LOOKED_AT = 8
_ALL_SAID = 0.85  # coverage: the words above the list say all that is asked about
_MOST_CARD_WORDS = 60
_CARD_KINDS = frozenset({Kind.CONTACT, Kind.PERSON, Kind.PLACE, Kind.OTHER, Kind.DEFINITION})


def answer_with_sentences(
    query: Query, evidence: Sequence[Evidence], scale: Scale, room: int = SHORT, opening: str = ""
) -> Draft:
    """Quote the first piece, and up to two more that weigh about as much and fit into *room* words.

    *opening* is a fixed phrase to say before all quotes.
    """
    best, *further = _chosen(query, evidence)
    telling = Telling(query, scale, room, opening)
    if query.kind in _CARD_KINDS and _is_card(best):
        telling.name(best.document)
        pieces = best.passage.pieces
        marker = telling.cite(best.document, best.passage, Span(pieces[0].start, pieces[-1].end))
        telling.say(f"{best.document.text[pieces[0].start : pieces[-1].end]} [{marker}]")
        return telling.draft()
    telling.tell(best)
    told = [best, *(found for found in further if telling.tell_if_it_fits(found))]
    documents = [found.document.info.id for found in told]
    # What fits is known; each document speaks once.
    again = Telling(query, scale, room, opening)
    for found in sorted(told, key=lambda found: documents.index(found.document.info.id)):
        again.tell(found)
    return again.draft()


def _is_card(best: Evidence) -> bool:
    """True for a passage of short labelled lines: one line of it alone says too little."""
    text = best.document.text
    lines = [text[piece.start : piece.end] for piece in best.passage.pieces]
    labelled = sum(":" in line for line in lines)
    words = sum(len(line.split()) for line in lines)
    return len(lines) > 1 and labelled * 2 >= len(lines) and words <= _MOST_CARD_WORDS


def _chosen(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The heaviest piece, and up to two more: those nearest in meaning of the ones that weigh enough."""
    best = evidence[0]
    chosen = [best]
    least_fit = best.kind_fit if query.kind in MUST_SHOW else 0.0
    # A further row would stand there without its headers.
    near = [found for found in evidence[1:_LOOKED_AT] if found.piece.kind is not PieceKind.ROW]
    further = [
        found
        for found in near
        if found.score >= best.score - _WITHIN and confidence(query, found) >= _LEAST_LIKELY
    ]
    for found in sorted(further, key=lambda found: -found.score - _NEARNESS * found.cosine):
        if len(chosen) == _MOST_QUOTES:
            break
        repeated = any(_same(found, other) for other in chosen)
        elsewhere = found.document is not best.document and not _adds(query, found, best)
        more_of_a_list = any(_is_further_item(found, other) for other in chosen)
        if not repeated and not elsewhere and not more_of_a_list and found.kind_fit >= least_fit:
            chosen.append(found)
    return chosen


def _same(one: Evidence, other: Evidence) -> bool:
    """True for the same words, and for the words above a list of which an item is there with them."""
    introduces = one.document is other.document and other.piece.lead_in == (one.piece.start, one.piece.end)
    return introduces or one.text.strip(" .").lower() == other.text.strip(" .").lower()


def _is_further_item(found: Evidence, other: Evidence) -> bool:
    """True for an item of the same list that says no word of the question itself: only its lead-in does."""
    lead_in = found.piece.lead_in
    same_list = lead_in is not None and found.document is other.document and lead_in == other.piece.lead_in
    return same_list and max(found.credits, default=0.0) < OWN and found.coverage < _ALL_SAID


def _adds(query: Query, found: Evidence, best: Evidence) -> bool:
    """True when the piece holds a word of the question that the heaviest one lacks, or also says why then."""
    of_one_time = found.document.info.date[:4] == best.document.info.date[:4]
    says_why = query.kind is Kind.REASON and found.kind_fit >= SHOWN
    if says_why and of_one_time and found.coverage >= best.coverage:
        return True
    return any(more > less + 0.3 for more, less in zip(found.credits, best.credits, strict=True))
