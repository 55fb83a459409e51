"""The passages whose pieces are weighed for a question: what retrieval found, and what stands beside it."""

from assistant.answer.context import Context
from assistant.answer.evidence import Candidate
from assistant.index.generation import Generation
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.question.signs_of_kind import gives_way
from assistant.retrieve import retrieve
from assistant.types import Passage, PieceKind

_PASSAGES = 16
_NEAR_PIECES = 12
_TABLES, _DEEP = 2, 60
_WITH_NEIGHBOURS = 4  # of the best passages, the ones before and after under the same heading come along

Cosines = dict[tuple[str, int], float]


def candidates_for(query: Query, generation: Generation, context: Context) -> tuple[list[Candidate], Cosines]:
    """The passages to weigh, and the cosine of each of their pieces by passage id and piece index.

    They are the best of hybrid retrieval with their neighbours, those with the nearest single pieces, those
    that name a year that was asked about, those that give the way of contact that was asked for, the tables
    with words of a sum that was asked for, and those that the turn before rested on.
    """
    vectors = [generation.encode(text) for text in dict.fromkeys((query.core, query.text))]
    found = retrieve(query, vectors[0], generation, _PASSAGES)
    top = max((scored.score for scored in found), default=1.0)
    gathered = {
        scored.passage.id: Candidate(scored.passage, scored.score / top, scored.cosine) for scored in found
    }
    near = [passage for vector in vectors for passage, _, _ in generation.top_pieces(vector, _NEAR_PIECES)]
    timely = [
        passage
        for period in query.periods
        for passage, _ in generation.search_words([str(period)], _NEAR_PIECES)
    ]
    reaching = _that_tell_how_to_reach(query, generation)
    tabled = _tables_of_amounts(query, generation)
    for key in (*near, *timely, *reaching, *tabled, *(query.focus & generation.passages.keys())):
        gathered.setdefault(key, Candidate(generation.passages[key], 0.0, 0.0))
    for scored in found[:_WITH_NEIGHBOURS]:
        for beside in filter(None, (context.before(scored.passage), context.after(scored.passage))):
            gathered.setdefault(beside.id, Candidate(beside, 0.0, scored.cosine))
    cosines: Cosines = {}
    for vector in vectors:
        for piece, cosine in generation.piece_cosines(vector, list(gathered)).items():
            cosines[piece] = max(cosine, cosines.get(piece, -1.0))
    return list(gathered.values()), cosines


def _that_tell_how_to_reach(query: Query, generation: Generation) -> list[str]:
    """The passages with contact details, which are short and share hardly a word with any question."""
    if query.kind is not Kind.CONTACT:
        return []
    return [key for key, passage in generation.passages.items() if gives_way(query.text, passage.text)]


def _tables_of_amounts(query: Query, generation: Generation) -> list[str]:
    """The tables with words of the question for a sum: their rows say little that sentences do not."""
    if query.kind is not Kind.AMOUNT:
        return []
    found = generation.search_words([term.word for term in query.terms], _DEEP)
    return [key for key, _ in found if _is_table(generation.passages[key])][:_TABLES]


def _is_table(passage: Passage) -> bool:
    return any(piece.kind is PieceKind.ROW for piece in passage.pieces)
