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
_INFINITIVE = re.compile(r"\b(?:to|do|does|did) (?!the\b|a\b)([a-z]+)\b(?! (?:of|and)\b)")
_ACTION_WEIGHT = 0.6  # what is done is said in more ways than what it is done to
_COMPARING_WORDS = frozenset(
    "compare compared comparison change changed changes differ difference different both each between versus vs"
    " present current currently now today then old new previous earlier".split()
)
_CONTACT_WEIGHT = 0.6  # "phone", "address" … stand in the headings of contact details
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
    told = documents_meant.years_told(resolved.text, periods, infos)
    compares = bool(_COMPARES.search(resolved.text)) or len(told) > 1
    meant = resolved.text if periods or not resolved.previous else f"{resolved.text} {resolved.previous}"
    return Query(
        asked=question,
        text=resolved.text,
        kind=kind,
        wants_list=wants_list(resolved.kind_text),
        terms=_terms(resolved, kind, compares, vocabulary),
        periods=periods,
        named_documents=documents_meant.named(resolved.text, infos),
        timely_documents=documents_meant.of_the_time(meant, periods_in(meant), infos),
        is_comparison=compares,
        years_told=told,
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


def _terms(
    resolved: follow_up.Resolved, kind: Kind, compares: bool, vocabulary: Vocabulary
) -> tuple[Term, ...]:
    weights: dict[str, tuple[str, float]] = {}
    actions = {match[1].lower() for match in _INFINITIVE.finditer(resolved.new_text)}
    asked = [(word, _ACTION_WEIGHT if word in actions else 1.0) for word in words(resolved.new_text)]
    for word, weight in (*asked, *resolved.carried):
        if word in STOP_WORDS or (len(word) < 2 and not word.isdigit()):
            continue
        is_frame = (
            word in FRAME_WORDS or is_asking_word(kind, word) or (compares and word in _COMPARING_WORDS)
        )
        if is_frame:
            weight *= _CONTACT_WEIGHT if kind is Kind.CONTACT else _FRAME_WEIGHT
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
