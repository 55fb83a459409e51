"""How old an answer is: said first where only an older document speaks, and last where one said otherwise."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import wording
from assistant.answer.decide import LIMITS, Limits, confidence, judge, obstacle
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence, Scale, put_first, subject_terms
from assistant.answer.polarity import IS_SAID
from assistant.answer.telling import LONG, SHORT
from assistant.question.documents_meant import dated, is_present, newest_first, replaced_by_others
from assistant.question.lexicon import NUMBER_WORDS
from assistant.question.query import Query
from assistant.terms import content_words, normalise, spoken_date, stem, words
from assistant.types import ANSWERING, DocumentInfo, PieceKind

_LOOKED_AT = 40  # pieces, heaviest first, among which an older document's are looked for
_LONGEST = 40  # words of what an older document said
_SAME_FACT = 0.6  # the share of words, but for the values, that two statements of one fact have in common
_OWN = 1.0
_RIVALS, _LACKS = 8, 0.1  # pieces looked at, and how much less coverage is as much
_SURELY = 0.5  # log-odds that it answers
_SPEAKS_OF_IT = 0.5  # coverage: what is nearly an answer is not "nothing"


def opening_for(
    query: Query, draft: Draft, evidence: Sequence[Evidence], scale: Scale, limits: Limits = LIMITS
) -> str:
    """What to say first where *draft* answers from a document that was out of date when the newest appeared.

    Nothing is said to a question about a time gone by, a document or what was just quoted.
    """
    newest = _newest(scale)
    cited = [quote.document.info for quote in draft.quotes]
    about_now = is_present(query.text) and not (query.periods or query.named_documents)
    if draft.status not in ANSWERING or not newest or not (_is_general(query) or about_now):
        return ""
    if not cited or any(_was_current(info, newest) for info in cited):
        return ""
    of_newest = [found for found in evidence[:_LOOKED_AT] if found.document.info is newest]
    speaks = any(
        not obstacle(query, found, limits=limits) and (not judge(query, found) or _speaks_of_it(found))
        for found in of_newest
    )
    phrase = wording.FROM_AN_OLDER if speaks else wording.NEWEST_IS_SILENT
    return phrase.format(date=spoken_date(dated(newest)))


def _newest(scale: Scale) -> DocumentInfo | None:
    return next(iter(newest_first([document.info for document in scale.documents.values()])), None)


def _speaks_of_it(found: Evidence) -> bool:
    return found.coverage >= _SPEAKS_OF_IT and not found.signs.other_name


def is_replaced(query: Query, found: Evidence, scale: Scale) -> bool:
    """True for a piece of a document that a newer one has replaced, where *query* names no time."""
    replaced = replaced_by_others(document.info for document in scale.documents.values())
    return _is_general(query) and found.document.info.id in replaced


def newer_statement(query: Query, best: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """The newest piece that gives another value for the fact that *best* states; None where none is newer.

    "Are there 24 branches?" finds the old plan's 24 first, and what counts is the new plan's 21.
    """
    if not _is_general(query) or best.piece.kind is PieceKind.ROW:
        return None
    names = {term.stem for term in query.terms if term.is_name}
    newer = [
        found
        for found in evidence[:_LOOKED_AT]
        if dated(found.document.info) > dated(best.document.info)
        and found.piece.kind is not PieceKind.ROW
        and _gives_another(names, best.text, found.text)
    ]
    return max(newer, key=lambda found: (dated(found.document.info), found.score), default=None)


def current_first(query: Query, fitting: Sequence[Evidence], scale: Scale) -> list[Evidence]:
    """*fitting* with a piece of a current document first, where it says as much of what is asked."""
    newest = _newest(scale)
    best = fitting[0]
    if not newest or not _is_general(query) or _was_current(best.document.info, newest):
        return list(fitting)
    speaks = (
        found
        for found in fitting[:_RIVALS]
        if _was_current(found.document.info, newest)
        and found.kind_fit >= best.kind_fit
        and found.coverage >= best.coverage - _LACKS
        and confidence(query, found) >= _SURELY
    )
    return put_first(next(speaks, None), fitting)


def _gives_another(names: set[str], said: str, other: str) -> bool:
    """True where two statements are nearly the same but for a number, or for one of the *names*."""
    (old, old_numbers), (new, new_numbers) = _stems_and_numbers(said), _stems_and_numbers(other)
    only_old = names & old - new
    old -= only_old
    same = min(len(old), len(new)) > 1 and _shared(old, new) >= _SAME_FACT
    renamed = bool(only_old) and bool({stem(word) for word in words(_capitals(other))} - old)
    return same and (renamed or _differ(old_numbers, new_numbers))


def _shared(one: set[str], other: set[str]) -> float:
    """The share of the fewer words that both have."""
    return len(one & other) / min(len(one), len(other))


def _differ(one: set[str], other: set[str]) -> bool:
    """True where both give values, and none in common."""
    return bool(one and other) and not one & other


def _stems_and_numbers(text: str) -> tuple[set[str], set[str]]:
    """The stems of the words that *text* is about, and the numbers in it."""
    said = content_words(text)
    numbers = {word for word in said if word[0].isdigit() or word in NUMBER_WORDS}
    return {stem(word) for word in said if word not in numbers}, numbers


def with_opening(draft: Draft, opening: str) -> Draft:
    """*draft* with *opening* said first, where the answer stays as short as readers were promised."""
    text = f"{opening}\n{draft.text}"
    return replace(draft, text=text) if opening and _fits(text) else draft


def with_what_was_said_before(query: Query, draft: Draft, evidence: Sequence[Evidence]) -> Draft:
    """*draft* with a line for the newest older document that gives another value for the same fact."""
    first = next(iter(draft.quotes), None)
    if draft.status not in ANSWERING or first is None or not _is_general(query):
        return draft
    older = [found for found in evidence[:_LOOKED_AT] if _is_older(found, first)]
    told = [found for found in older if _says_otherwise(query, found, first)]
    if not told or any(quote.document is not first.document for quote in draft.quotes):
        return draft
    found = max(told, key=lambda found: (dated(found.document.info), found.score))
    source = wording.source_of(found.document.info)
    line = wording.BEFORE_THAT.format(source=source, quote=wording.quoted(found.text))
    text = f"{draft.text}\n{line} [{len(draft.quotes) + 1}]"
    if not _fits(text):
        return draft
    quote = Quote(found.document, found.passage, found.piece.start, found.piece.end)
    return replace(draft, text=text, quotes=(*draft.quotes, quote))


def _fits(text: str) -> bool:
    """True for an answer as short as readers were promised; one with a list may be longer."""
    return len(text.split()) <= (LONG if "\n- " in text else SHORT)


def _is_general(query: Query) -> bool:
    about_a_time = query.periods or query.named_documents or query.timely_documents
    return not (about_a_time or query.is_comparison or query.is_follow_up)


def _was_current(info: DocumentInfo, newest: DocumentInfo) -> bool:
    """True for the newest document, those of its year, and those still in force at its date."""
    return dated(info)[:4] >= dated(newest)[:4] or info.valid_to[:7] >= dated(newest)[:7]


def _is_older(found: Evidence, first: Quote) -> bool:
    return dated(found.document.info)[:4] < dated(first.document.info)[:4]


def _says_otherwise(query: Query, found: Evidence, first: Quote) -> bool:
    """True where both say all that the question says, nearly in the same words, and give other values."""
    asked = {term.stem for term in query.terms}
    claimed = [term.stem for term in subject_terms(query) if term.weight >= _OWN]
    (said, values), (said_before, values_before) = (_told(text, asked) for text in (first.text, found.text))
    # A heading or a name says nothing.
    is_said = found.piece.kind is PieceKind.ITEM or found.signs.announces or IS_SAID.search(found.text)
    if not claimed or not set(claimed) <= said & said_before or not is_said:
        return False
    same = _shared(said, said_before) >= _SAME_FACT
    return same and _differ(values, values_before) and len(found.text.split()) <= _LONGEST


def _told(text: str, asked: set[str]) -> tuple[set[str], set[str]]:
    """The stems of what *text* speaks about, and the values that it gives: numbers, names not asked for."""
    said, numbers = _stems_and_numbers(text)
    names = said & {stem(word) for word in words(_capitals(text))} - asked
    return said - names, numbers | names


def _capitals(text: str) -> str:
    """The words of *text* that are written with a capital, but for the first."""
    return " ".join(word.lower() for word in normalise(text).split()[1:] if word[:1].isupper())
