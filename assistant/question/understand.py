"""The whole of understanding: from what was typed, and the turns before it, to a Query."""

import re
from collections.abc import Callable, Sequence

from assistant.question import documents_meant, follow_up
from assistant.question.kinds import Kind, asked_for, is_asking_word, kind_of, wants_list
from assistant.question.periods import periods_in
from assistant.question.query import Query, Term
from assistant.question.vocabulary import Vocabulary
from assistant.terms import FRAME_WORDS, STOP_WORDS, stem, words
from assistant.types import Conversation, DocumentInfo

_COMPARES = re.compile(
    r"\bcompar\w+|\bdiffer(?:ence|ences|ent|s)? (?:between|from|in)\b|\bhow (?:has|have|did|does) .{0,80}\bchang\w+|\bwhat(?:'s|’s| has| have| was| were| is)? .{0,60}\bchanged\b|\bchanges? (?:between|since|from|to|made)\b|\bversus\b|\bvs\b|\bboth\b"
    r"|\beach (?:say|plan|document|report)\b|\bover (?:time|the years)\b|\bhow (?:has|have|did) .{0,80}\b(?:evolve|develop|move|grow)"
    r"|\b(?:from|between|in) (?:19|20)\d\d (?:to|and) (?:in )?(?:19|20)\d\d\b|\bthen and now\b|\bbefore and after\b",
    re.I,
)
_CAPITAL_INSIDE = re.compile(r"(?<=[\w,;:’'&(] )[A-Z][\w'’]*|(?<=[‘'“(])[A-Z][\w'’]*")
_LONG_NAME = re.compile(r"\b[A-Z][\w'’]*(?:,? (?:(?:of|and|for|the|in|&) )*[A-Z][\w'’]*)+")
_NAME_WEIGHT = 1.8
_ASKED_NOW = 0.75
_FRAME_WEIGHT = 0.15  # words of the asking still say a little


def understand(
    question: str,
    turns: Conversation,
    vocabulary: Vocabulary,
    infos: Sequence[DocumentInfo],
    is_english: Callable[[str], bool],
) -> Query:
    """What *question* (already cleaned) asks for, after *turns*; `is_english` knows words that need no correction."""
    spelt = _spell(question, vocabulary, is_english)
    resolved = follow_up.resolve(spelt, turns)
    periods = periods_in(resolved.text)
    kind = kind_of(resolved.kind_text)
    return Query(
        asked=question,
        text=resolved.text,
        kind=kind,
        wants_list=wants_list(resolved.kind_text),
        terms=_terms(resolved, kind, vocabulary),
        periods=periods,
        named_documents=documents_meant.named(resolved.text, infos),
        timely_documents=documents_meant.of_the_time(resolved.text, periods, infos),
        is_comparison=bool(_COMPARES.search(resolved.text))
        or documents_meant.times_told(resolved.text, periods) > 1,
        is_follow_up=resolved.is_follow_up,
        focus=resolved.focus,
        ordinal=resolved.ordinal,
        asked_for=tuple(stem(word) for word in asked_for(resolved.kind_text)),
    )


def _spell(question: str, vocabulary: Vocabulary, is_english: Callable[[str], bool]) -> str:
    def mended(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower().replace("’", "'")
        if lower in STOP_WORDS or lower in FRAME_WORDS or vocabulary.knows(lower) or is_english(lower):
            return word
        return vocabulary.correction(lower) or word

    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", mended, question)


def _terms(resolved: follow_up.Resolved, kind: Kind, vocabulary: Vocabulary) -> tuple[Term, ...]:
    weights: dict[str, tuple[str, float]] = {}
    asked = [(word, 1.0) for word in words(resolved.new_text)]
    for word, weight in (*asked, *resolved.carried):
        if word in STOP_WORDS or (len(word) < 2 and not word.isdigit()):
            continue
        is_frame = word in FRAME_WORDS or is_asking_word(kind, word)
        weight *= _FRAME_WEIGHT if is_frame else 1.0
        root = stem(word)
        if weight > weights.get(root, ("", 0.0))[1]:
            weights[root] = (word, weight)
    names = _names(resolved.text, vocabulary)
    shares = _shares(resolved.text)
    return tuple(
        Term(
            word,
            root,
            weight * shares.get(word, 1.0),
            word in names and weight >= _ASKED_NOW,
            vocabulary.knows(word) or word[:1].isdigit(),
        )
        for root, (word, weight) in weights.items()
    )


def _shares(question: str) -> dict[str, float]:
    """A name of several words counts hardly more than one word; its head ("Fund" in "Fair Play Fund") counts most."""
    shares: dict[str, float] = {}
    for match in _LONG_NAME.finditer(question):
        parts = [word for word in words(match.group()) if word not in STOP_WORDS]
        head = words(re.split(r" of ", match.group())[0])[-1]
        for word in parts:
            share = 1.0 if word == head else (_NAME_WEIGHT - 1.0) / max(len(parts) - 1, 1)
            shares[word] = min(shares.get(word, 1.0), share)
    return shares


def _names(question: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Words that the reader wrote as names; in a question without capitals, those that the corpus writes so."""
    capital = {word for match in _CAPITAL_INSIDE.finditer(question) for word in words(match.group())}
    if capital or question != question.lower():
        return frozenset(word for word in capital if word not in STOP_WORDS)
    return frozenset(word for word in words(question) if vocabulary.is_name(word))
