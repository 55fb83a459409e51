"""The whole of understanding: from what was typed, and the turns before it, to a Query."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.question import documents_meant, everyday, follow_up
from assistant.question.kinds import Kind, asked_for, is_asking_word, kind_of, wants_list
from assistant.question.lexicon import synonyms
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
_HOW = re.compile(
    r"\bhow (large|big|high|long|old|far|tall|wide|deep|fast|heavy|small|soon|well|near|close|close|strong|good|bad)\b",
    re.I,
)
_ACTION_WEIGHT = 0.6  # what is done is said in more ways than what it is done to
_COMPARING_WORDS = frozenset(
    "compare compared comparison change changed changes differ difference different both each between versus vs"
    " present current currently now today then old new previous earlier".split()
)
_CONTACT_WEIGHT = 0.6  # "phone", "address" … stand in the headings of contact details
_STORY_WEIGHT = 0.35  # words of a long story beside the clause that asks
_SYNONYM_CREDIT = 0.7
_NEAR_CREDIT = 0.85
_KNOWN = 0.55
_NAME_WEIGHT = 1.8
_ASKED_NOW = 0.75
_FRAME_WEIGHT = 0.15  # words of the asking still say a little


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """What understanding needs of the corpus.

    `is_english` knows words that need no correction; `like_words` finds the corpus's stems that mean nearly the
    same as each word, with their cosines.
    """

    vocabulary: Vocabulary
    documents: Sequence[DocumentInfo]
    is_english: Callable[[str], bool]
    like_words: Callable[[Sequence[str]], Mapping[str, Sequence[tuple[str, float]]]]


def understand(question: str, turns: Conversation, corpus: CorpusWords) -> Query:
    """What *question* (already cleaned) asks for, after *turns*."""
    infos = corpus.documents
    resolved = follow_up.resolve(_spell(everyday.plain(question), corpus), turns)
    core = everyday.core_of(resolved.text)
    kind_text = everyday.core_of(resolved.kind_text)
    periods = periods_in(resolved.text)
    kind = kind_of(kind_text)
    told = documents_meant.years_told(resolved.text, periods, infos)
    compares = bool(_COMPARES.search(resolved.text)) or len(told) > 1
    meant = resolved.text if periods or not resolved.previous else f"{resolved.text} {resolved.previous}"
    return Query(
        asked=question,
        text=resolved.text,
        core=core,
        kind=kind,
        wants_list=wants_list(kind_text),
        terms=_terms(resolved, core, kind, compares, corpus),
        periods=periods,
        named_documents=documents_meant.named(resolved.text, infos),
        timely_documents=documents_meant.of_the_time(meant, periods_in(meant), infos),
        is_comparison=compares,
        years_told=told,
        is_follow_up=resolved.is_follow_up,
        focus=resolved.focus,
        avoid=resolved.avoid,
        leans_fully=resolved.is_follow_up and len(follow_up.subject_words(resolved.new_text)) <= 1,
        asked_for=tuple(stem(word) for word in asked_for(kind_text)),
    )


def _spell(question: str, corpus: CorpusWords) -> str:
    vocabulary = corpus.vocabulary

    def mended(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower().replace("’", "'")
        if lower in STOP_WORDS or lower in FRAME_WORDS or vocabulary.knows(lower) or corpus.is_english(lower):
            return word
        return vocabulary.correction(lower) or word

    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", mended, question)


def _terms(
    resolved: follow_up.Resolved, core: str, kind: Kind, compares: bool, corpus: CorpusWords
) -> tuple[Term, ...]:
    weights = _weights(resolved, core, kind, compares)
    names = _names(resolved.new_text, corpus.vocabulary)
    shares = _shares(resolved.text)
    likes = corpus.like_words([word for word, _ in weights.values() if word.isalpha()])
    terms = []
    for root, (word, weight) in weights.items():
        like = _like(root, likes.get(word, ()))
        is_known = corpus.vocabulary.knows(word) or word[:1].isdigit() or any(c >= _KNOWN for _, c in like)
        is_name = word in names and weight >= _ASKED_NOW
        terms.append(
            Term(word, root, weight * shares.get(word, 1.0), is_name, is_known, () if is_name else like)
        )
    return tuple(terms)


def _weights(
    resolved: follow_up.Resolved, core: str, kind: Kind, compares: bool
) -> dict[str, tuple[str, float]]:
    """Stem → word and weight, for what was asked and for what is carried over."""
    actions = {match[1].lower() for match in _INFINITIVE.finditer(resolved.new_text)}
    central = set(words(core))
    measured = {match[1].lower() for match in _HOW.finditer(resolved.new_text)}
    weights: dict[str, tuple[str, float]] = {}
    asked = [
        (word, (_ACTION_WEIGHT if word in actions else 1.0) * (1.0 if word in central else _STORY_WEIGHT))
        for word in words(resolved.new_text)
    ]
    own = sum(weight for word, weight in asked if word not in STOP_WORDS and word not in FRAME_WORDS)
    carried = (
        resolved.carried
        if own >= 1.0
        else [(word, min(1.0, 2.5 * weight)) for word, weight in resolved.carried]
    )
    for word, given in (*asked, *carried):
        if word in STOP_WORDS or (len(word) < 2 and not word.isdigit()):
            continue
        comparing = compares and word in _COMPARING_WORDS
        weight = given
        if word in FRAME_WORDS or is_asking_word(kind, word) or comparing or word in measured:
            weight *= _CONTACT_WEIGHT if kind is Kind.CONTACT else _FRAME_WEIGHT
        root = stem(word)
        if weight > weights.get(root, ("", 0.0))[1]:
            weights[root] = (word, weight)
    return weights


def _like(root: str, near: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Stems of nearly the same meaning with their credit: by general English, and by the encoder's cosine."""
    credits = {other: _SYNONYM_CREDIT for other in synonyms().get(root, ())}
    for other, cosine in near:
        credits[other] = max(credits.get(other, 0.0), min(_SYNONYM_CREDIT, _NEAR_CREDIT * cosine))
    return tuple(credits.items())


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
