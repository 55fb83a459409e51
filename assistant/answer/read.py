"""Evidence read again: the reader judges the heaviest pieces, each in a window of the words around it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.evidence import Evidence, Scale, names_who_does, showing_first
from assistant.passages import piece_text
from assistant.question.query import Query
from assistant.reader.choose import Judges
from assistant.reader.model import Reading, Window
from assistant.types import Piece, PieceKind

_READ = 16  # the answer is among so many of the heaviest pieces for 95 in 100 of the tuning questions
_LONGEST_BESIDE, _LONGEST_QUESTION = 40, 60  # words

# Of a list of what somebody does the reader looks for who it is in the item, where it never stands.
_CANNOT_TELL = Reading(0.35, 0.35)


def read(query: Query, evidence: Sequence[Evidence], reader: Judges, scale: Scale) -> list[Evidence]:
    """*evidence* (heaviest first) with the heaviest pieces judged by *reader*, those before all others.

    Whole lists and two sides are more than a window can answer: for them the evidence stays as it is.
    """
    if query.asks_for_list or query.is_comparison:
        return list(evidence)
    heaviest, rest = evidence[:_READ], evidence[_READ:]
    asked = " ".join(query.core.split()[-_LONGEST_QUESTION:])
    readings = reader.read(asked, [window_of(found) for found in heaviest])
    judged = [
        _judged(query, found, reading, scale) for found, reading in zip(heaviest, readings, strict=True)
    ]
    return [*showing_first(query, sorted(judged, key=lambda found: -found.score)), *rest]


def _judged(query: Query, found: Evidence, reading: Reading, scale: Scale) -> Evidence:
    if names_who_does(query, found.piece, found.document):
        reading = _CANNOT_TELL
    signs = found.signs._replace(answers=reading.answers, holds=reading.holds)
    return replace(found, signs=signs, score=signs.score(scale.weights_read), is_read=True)


def window_of(found: Evidence) -> Window:
    """The piece with its heading, the words that introduce it, and the sentences beside it."""
    piece, pieces, text = found.piece, found.passage.pieces, found.document.text
    whole = piece_text(found.document, piece)
    own = found.text if whole.endswith(found.text) else whole
    earlier, later = pieces[: found.index][-1:], pieces[found.index + 1 :][:1]
    beside = [
        [text[other.start : other.end].split() for other in others if _continues(piece, other)]
        for others in (earlier, later)
    ]
    heading = [f"{title}." for title in found.passage.section[-1:]]
    introducing = [*heading, *whole.removesuffix(own).split()[-_LONGEST_BESIDE:]]
    before = [*introducing, *(word for words in beside[0] for word in words[-_LONGEST_BESIDE:])]
    after = [word for words in beside[1] for word in words[:_LONGEST_BESIDE]]
    return Window("".join(f"{word} " for word in before), own, "".join(f" {word}" for word in after))


def _continues(piece: Piece, other: Piece) -> bool:
    return piece.kind is other.kind is PieceKind.SENTENCE
