"""The whole of understanding: from what was typed, and the turns before it, to a Query."""

import re

from assistant.question import documents_meant, everyday, follow_up
from assistant.question.capitals import with_capitals
from assistant.question.keywords import as_question
from assistant.question.kinds import (
    CHANGE,
    Kind,
    asked_for,
    asks_who_does,
    kind_of,
    owner_of,
    paid_for,
    wants_list,
)
from assistant.question.patterns import any_of, whole
from assistant.question.periods import periods_in
from assistant.question.query import Query
from assistant.question.talk import question_in
from assistant.question.terms_of import terms_of
from assistant.question.vocabulary import CorpusWords
from assistant.terms import FRAME_WORDS, STOP_WORDS, stem
from assistant.types import Conversation

_COMPARES = any_of(
    # What is outside the documents is no side: "how does it compare with other towns?"
    r"\bcompar\w+\b(?! (?:with|to|against) (?:the |an? )?(?:others?|rest|national|average|elsewhere)\b)",
    whole("versus", "vs", "both", "then and now", "before and after"),
    whole("differ(?:ences?|ent|s)? (?:between|from|in)", "changes? (?:between|since|from|to|made)"),
    whole("each (?:say|plan|document|report)", "over (?:time|the years)"),
    r"\bhow (?:has|have|did|does) .{0,80}\bchang\w+",
    r"\bhow (?:has|have|did) .{0,80}\b(?:evolve|develop|move|grow)",
    r"\bwhat(?:'s|’s| has| have| was| were| is)? .{0,60}\b(?<!see )(?<!be )(?<!get )changed\b",
    r"\b(?:from|between|in) (?:19|20)\d\d (?:to|and) (?:in )?(?:19|20)\d\d\b",
)
# A table may have the years before the one that is named.
_OF_A_YEAR = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.DATE})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
_DOER = re.compile(r"(\w{3,})ers?")


def understand_claim(claim: str, corpus: CorpusWords) -> Query:
    """What *claim* (already cleaned) is about; no word of it is put right, since that may be the error."""
    return _query(claim, claim, (), corpus)


def understand(question: str, turns: Conversation, corpus: CorpusWords) -> Query:
    """What *question* (already cleaned) asks for, after *turns*."""
    infos = corpus.documents
    # Once more for the question alone: some everyday ways of asking are only known by where they end.
    asked = documents_meant.with_previous(everyday.plain(question_in(everyday.plain(question))), infos)
    if kind_of(asked) not in _OF_A_YEAR:
        asked = documents_meant.before_the_newest(asked, infos)
    spelt = _spell(asked, corpus)
    return _query(question, spelt if turns else as_question(spelt), turns, corpus)


def _query(question: str, worded: str, turns: Conversation, corpus: CorpusWords) -> Query:
    """What *question*, now *worded* as the words of the corpus are spelt, asks for after *turns*."""
    infos = corpus.documents
    long_names = corpus.vocabulary.abbreviations
    resolved = follow_up.resolve(everyday.with_tasks(with_capitals(worded, corpus), long_names), turns)
    core = everyday.core_of(resolved.text)
    kind_text = everyday.core_of(resolved.kind_text)
    periods = periods_in(resolved.text)
    kind = kind_of(kind_text)
    told = documents_meant.years_told(resolved.text, periods, infos)
    is_comparison = compares(resolved.text) or len(told) > 1
    # A follow-up without a time of its own is about the time of the turn that it leans on.
    said = resolved.new_text
    is_timed = bool(periods) or documents_meant.is_present(said) or documents_meant.is_past(said)
    meant = resolved.text if is_timed or not resolved.previous else f"{resolved.text} {resolved.previous}"
    timely = documents_meant.of_the_time(meant, periods_in(meant), infos)
    return Query(
        asked=question,
        text=resolved.text,
        core=core,
        kind=kind,
        wants_list=wants_list(kind_text),
        terms=terms_of(resolved, core, kind, is_comparison, corpus),
        periods=periods,
        named_documents=documents_meant.named(resolved.text, infos)
        or documents_meant.told_to(resolved.text, timely, infos),
        timely_documents=timely,
        is_comparison=is_comparison,
        asks_change=bool(CHANGE.search(resolved.text)),
        years_told=told,
        is_follow_up=resolved.is_follow_up,
        focus=resolved.focus,
        avoid=resolved.avoid,
        leans_fully=resolved.is_follow_up and len(follow_up.subject_words(resolved.new_text)) <= 1,
        asked_for=tuple(stem(word) for word in asked_for(kind_text)),
        owner=tuple(stem(word) for word in owner_of(resolved.text)),
        paid_for=tuple(stem(word) for word in paid_for(resolved.text)),
        asks_who_does=asks_who_does(kind, resolved.text),
    )


def compares(question: str) -> bool:
    """True when *question* says that it sets things side by side, and does not only name two times."""
    return bool(_COMPARES.search(question))


def _spell(question: str, corpus: CorpusWords) -> str:
    """*question* with misspelt words put right, where a word is near; their capitals stay."""

    def mended(match: re.Match[str]) -> str:
        typed = match.group()
        word = typed.lower().replace("’", "'")
        bare = word if _is_right(word, corpus) else _POSSESSIVE.sub("", word)
        right = None if _is_right(bare, corpus) else corpus.vocabulary.correction(bare)
        return _as_typed(right + word[len(bare) :], typed) if right else typed

    return _WORD.sub(mended, question)


def _is_right(word: str, corpus: CorpusWords) -> bool:
    known = word in STOP_WORDS or word in FRAME_WORDS or corpus.vocabulary.knows(word)
    does_it = _DOER.fullmatch(word)  # "payers" are who pays
    return known or corpus.is_english(word) or bool(does_it and corpus.vocabulary.knows(does_it[1]))


def _as_typed(right: str, typed: str) -> str:
    """*right* with the capitals of *typed*: a name that is misspelt is a name still; of "RSVP", "RSVPs"."""
    if right == f"{typed.lower()}s":
        return f"{typed}s"
    if typed.isupper():
        return right.upper()
    return right.capitalize() if typed[0].isupper() else right
