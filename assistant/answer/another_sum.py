"""Whether a figure is of another than the one asked about, for something else, or paid by others."""

import re

from assistant.answer.evidence import ASKED_NOW, FOUND, Evidence, credited
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.terms import stem, words
from assistant.types import PieceKind

_COORDINATED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)* (?:&|and) [A-Z]\w+(?: [A-Z]\w+)*")
_LEANS = any_of(r"^\W*(?:it|this|these|they|that|those|such|he|she)\b")
_PAYER = any_of(
    r"\bhow much (?:extra |more |less )?(?:does|did|do|will|would|must|has|have) (?:the |an? )?"
    r"(?P<who>(?:[\w-]+ ){1,4}?)(?:have to |had to )?(?P<pays>pay|paid|spend|spent|owe|owed)\b"
)
_BESIDE = any_of(
    r"^\W*(?:in addition to|besides|apart from|as well as|on top of|aside from)\b[^,;\d]{1,150}[,;]"
)
_SPENDS = frozenset({"spend", "spent"})
_WHO_ASKS = "i"
_SURE = 0.6  # so sure a reader knows what a sum is for, though the text says it in other words
_IN_THE_TITLE = 0.45  # of the document, or nearer
_ABOVE_IT = 0.5  # in the headings above, or nearer


def words_of_another_sum(query: Query, found: Evidence) -> tuple[str, ...]:
    """The words of whose sum *query* asks for, of what, or paid by whom, that *found* does not speak of."""
    return (
        _only_together(query, found)
        or _owner_missing(query, found)
        or _paid_by_another(query, found)
        or _beside_it(query, found)
    )


def _with_what_leans(found: Evidence) -> str:
    """The piece after its heading, with the one it leans on and one that leans on it: "This pays for …"."""
    after = found.passage.pieces[found.index + 1 :][:1]
    leaned_on = any(_LEANS.search(found.document.text[piece.start : piece.end]) for piece in after)
    return pieces_between(found, found.index - bool(_LEANS.search(found.text)), found.index + leaned_on)


def pieces_between(found: Evidence, first: int, last: int) -> str:
    """The heading above *found*, and the pieces of its passage from the *first* to the *last*."""
    pieces = found.passage.pieces
    text = found.document.text[pieces[max(first, 0)].start : pieces[last].end]
    return " | ".join((*found.passage.section[-1:], text))


def _owner_missing(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words of whose figure is asked for, or of what, that the evidence does not speak of: it is another's.

    What the documents never speak of they may call by another name, if the reader is sure that they do.
    """
    pairs = credited(query, found)
    owner = tuple(term.word for term, given in pairs if term.stem in query.owner and given < FOUND)
    if owner or not query.paid_for:
        return owner
    said = {stem(word) for word in words(f"{found.lead_in} {_with_what_leans(found)}")}
    unsaid = [
        term
        for term, given in pairs
        if term.stem in query.paid_for
        and term.weight >= ASKED_NOW
        # Whose words they are tells a name ("Ann Lee's office"), but not what a sum is for.
        and (given < FOUND if term.is_name else said.isdisjoint(query.meanings(term.stem)))
    ]
    is_sure = found.piece.kind is not PieceKind.ROW and found.signs.answers >= _SURE
    excused = is_sure and not any(term.is_known for term in unsaid)
    return () if excused else tuple(term.word for term in unsaid)


def _paid_by_another(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words of who pays ("how much will tenants pay?") that a row of figures has nothing to do with."""
    match = _PAYER.search(query.core) if found.piece.kind is PieceKind.ROW else None
    payer = {stem(word) for word in words(match["who"])} if match else set()
    if match and _WHO_ASKS in payer:
        return (match["pays"],)
    # Whoever a document is of may be said to spend; what a title's other words pay is not told by a row.
    least = _IN_THE_TITLE if match and match["pays"].lower() in _SPENDS else _ABOVE_IT
    return tuple(term.word for term, given in credited(query, found) if term.stem in payer and given < least)


def _beside_it(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words that are only said of what comes beside the sum: "In addition to the gift, I have £2m …"."""
    match = _BESIDE.search(found.text)
    if not match:
        return ()
    beside, rest = words(match.group()), {stem(word) for word in words(found.text[match.end() :])}
    only_beside = {stem(word) for word in beside} - rest
    asked = (term for term in query.terms if term.weight >= ASKED_NOW)
    return tuple(term.word for term in asked if only_beside & query.meanings(term.stem))


def _only_together(query: Query, found: Evidence) -> tuple[str, ...]:
    """Names that have a figure only together with others ("A and B" is not an answer about B)."""
    asked = {term.stem for term in query.terms if term.is_name}
    if not asked:
        return ()
    info = found.document.info
    own = {stem(word) for word in words(f"{info.publisher} {info.title}")}
    text = f"{found.text} | {' | '.join(found.passage.section[-1:])}"
    alone = {stem(word) for word in words(_COORDINATED.sub(" ", text))}
    together: set[str] = set()
    for match in _COORDINATED.finditer(text):
        sides = [{stem(word) for word in words(side)} for side in re.split(r" (?:&|and) ", match.group())]
        if any(not side & asked for side in sides):
            together.update(*(side for side in sides if side <= asked))
    return tuple(term.word for term in query.terms if term.is_name and term.stem in together - alone - own)
