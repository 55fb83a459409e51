"""Evidence → draft: a comparison, a whole list or a few sentences, or else a refusal."""

from collections.abc import Collection, Sequence

from assistant.answer import wording
from assistant.answer.age import (
    current_first,
    is_replaced,
    newer_statement,
    opening_for,
    with_opening,
    with_what_was_said_before,
)
from assistant.answer.changes import answer_with_changes
from assistant.answer.comparison import answer_with_comparison
from assistant.answer.decide import LIMITS, Limits, confidence, is_sure, judge, likely_first, obstacle
from assistant.answer.draft import Draft
from assistant.answer.evidence import Evidence, Scale, newer_first
from assistant.answer.figure_answer import tell_row
from assistant.answer.figures import is_other_row, periods_given
from assistant.answer.headings import answer_with_headings
from assistant.answer.list_answer import answer_with_list
from assistant.answer.polarity import Polarity, deciding, denied, wants_yes_or_no
from assistant.answer.refuse import refuse, refuse_premise
from assistant.answer.sentences import answer_with_sentences
from assistant.answer.telling import WHOLE, Room
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.terms import MONTHS, STOP_WORDS, words
from assistant.types import PieceKind

_FAR_LIKELIER = 1.0  # log-odds
_TITLE_WORDS = 4


def eligible(query: Query, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence that may answer: only that of named documents, unless *query* compares; newest first.

    A bare date, or a line that only repeats words of *query*, tells nothing else.
    """
    asked = set(words(query.text))
    infos = {found.document.info.id: found.document.info for found in evidence}
    naming = {key: frozenset(words(f"{info.title} {info.publisher}")) for key, info in infos.items()}
    evidence = [
        found
        for found, said in ((found, words(found.text)) for found in evidence)
        if not _is_a_title(said, naming[found.document.info.id])
        and not _says_nothing(found, said, asked, query)
    ]
    if query.named_documents and not query.is_comparison:
        named = [found for found in evidence if found.document.info.id in query.named_documents]
        # What was said of a plan may stand in another paper of its time.
        meant = query.named_documents | query.timely_documents
        timely = [found for found in evidence if found.document.info.id in meant]
        open_to = next((found for found in named if not obstacle(query, found)), None)
        evidence = named if open_to and _may_answer(query, open_to, timely[0]) else timely
    return newer_first(query, evidence)


def compose(
    query: Query, evidence: Sequence[Evidence], scale: Scale, limits: Limits = LIMITS, room: Room = WHOLE
) -> Draft:
    """The draft that answers *query* from eligible *evidence* (heaviest first), or the refusal that fits."""
    draft = _composed(query, evidence, scale, limits, room)
    opening = opening_for(query, draft, evidence, scale, limits)
    if opening:
        shorter = room._replace(sentences=room.sentences - len(opening.split()))
        return with_opening(_composed(query, evidence, scale, limits, shorter), opening)
    return with_what_was_said_before(query, draft, evidence)


def _composed(query: Query, evidence: Sequence[Evidence], scale: Scale, limits: Limits, room: Room) -> Draft:
    opposite = denied(query, evidence)
    if opposite:
        return refuse_premise(opposite)
    compared = answer_with_changes(query, evidence, scale) or answer_with_comparison(query, evidence, scale)
    if compared:
        return compared
    open_to = [found for found in evidence if not obstacle(query, found, limits=limits)]
    newer = newer_statement(query, open_to[0], evidence) if open_to and query.kind is Kind.YES_NO else None
    if newer:
        return answer_with_sentences(query, [newer, open_to[0]], scale, room.sentences)
    decided = deciding(query, open_to)
    if decided and not is_replaced(query, decided[0], scale):
        found, polarity = decided
        said = wording.YES if polarity is Polarity.YES else wording.NO
        others = [other for other in evidence if other is not found]
        return answer_with_sentences(query, [found, *others], scale, room.sentences, said)
    free = set(map(id, open_to))
    for_lists = [
        found
        for found in evidence
        if id(found) in free or not obstacle(query, found, for_list=True, limits=limits)
    ]
    for_lists = likely_first(query, for_lists, limits)
    if for_lists and not judge(query, for_lists[0], limits):
        listed = answer_with_headings(query, for_lists, scale, room.lists) or answer_with_list(
            query, for_lists, scale, room.lists
        )
        if listed:
            return with_opening(listed, _doubt(query, for_lists[0], limits))
    fitting = [found for found in open_to if not is_other_row(query, found)]
    fitting = likely_first(query, fitting, limits)
    if fitting:
        verdict = judge(query, fitting[0], limits)
    else:
        verdict = obstacle(query, evidence[0], limits=limits) if evidence else None
    if verdict or not fitting:
        return refuse(query, verdict, evidence, periods_given(query, evidence))
    fitting = current_first(query, fitting, scale)
    row = tell_row(query, fitting[0])
    if row:
        return row
    doubt = _doubt(query, fitting[0], limits)
    shorter = room.sentences - len(doubt.split())
    return with_opening(answer_with_sentences(query, fitting, scale, shorter), doubt)


def _doubt(query: Query, best: Evidence, limits: Limits) -> str:
    """What to say before *best* where it may be no answer, or says neither yes nor no; else nothing."""
    if best.decides:
        return ""
    if not is_sure(query, best, limits):
        return wording.UNSURE
    return wording.LEFT_OPEN if wants_yes_or_no(query) else ""


def _may_answer(query: Query, named: Evidence, timely: Evidence) -> bool:
    """True where a piece of the named document is likely to answer, and none of its time far likelier."""
    likelier = confidence(query, timely) - confidence(query, named)
    return judge(query, named) is None and likelier <= _FAR_LIKELIER


def _has_inner_items(found: Evidence) -> bool:
    following = found.passage.pieces[found.index + 1 :][:1]
    return any(other.kind is PieceKind.ITEM and other.level > found.piece.level for other in following)


def _is_a_title(said: Sequence[str], naming: Collection[str]) -> bool:
    """True where what is *said* is the words *naming* a document, with hardly another one."""
    telling = [word for word in said if word not in STOP_WORDS]
    others = sum(word not in naming for word in telling)
    return others <= 1 and len(telling) - others >= _TITLE_WORDS


def _says_nothing(found: Evidence, said: Sequence[str], asked: Collection[str], query: Query) -> bool:
    """True for a few words *said* that are no statement: the question has every one, or they are a date."""
    if found.piece.kind is PieceKind.ITEM and found.piece.lead_in is None:
        return all(word in asked for word in said) and not _has_inner_items(found)
    if not found.signs.fragment:
        return False
    is_date = any(word in MONTHS for word in said) and all(word in MONTHS or word.isdigit() for word in said)
    return all(word in asked for word in said) or (is_date and query.kind is not Kind.DATE)
