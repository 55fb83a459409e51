"""The words that an answer should speak about, and how much each of them counts."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from assistant.question.direction import opposites
from assistant.question.documents_meant import naming_words
from assistant.question.everyday import names_a_topic
from assistant.question.follow_up import Resolved, subject_words
from assistant.question.kinds import Kind, is_asking_word
from assistant.question.lexicon import forms_of_names, synonyms
from assistant.question.patterns import any_of
from assistant.question.query import Term
from assistant.question.vocabulary import CorpusWords
from assistant.terms import FRAME_WORDS, STOP_WORDS, stem, words

_CAPITAL_INSIDE = re.compile(r"(?<=[\w,;:’'&(] )[A-Z][\w'’]*|(?<=[‘'“(])[A-Z][\w'’]*")
_LONG_NAME = re.compile(r"\b[A-Z][\w'’]*(?:,? (?:(?:of|and|for|the|in|&) )*[A-Z][\w'’]*)+")
_INFINITIVE = re.compile(r"\b(?:to|do|does|did) (?!the\b|a\b)([a-z]+)\b(?! (?:of|and)\b)")
_MEASURED = any_of(
    r"\bhow (large|big|high|long|old|far|tall|wide|deep|fast|heavy|small|soon|well|near|close|strong|good"
    r"|bad)\b"
)
# "What is her view on fares?" asks what she says of fares.
_VIEW = any_of(
    r"\b(views?|opinions?|stance|position|attitude|approach|take|line) (?:on|about|towards|regarding)\b"
)
_COMPARING_WORDS = frozenset(
    "compare compared comparison change changed changes differ difference different both each between versus"
    " vs present current currently now today then old new previous earlier".split()
)

_TITLES = frozenset("mr mrs ms miss dr cllr sir dame lord lady prof".split())
_ACTION_WEIGHT = 0.6  # what is done is said in more ways than what it is done to
_STORY_WEIGHT = 0.35  # words of a long story beside the clause that asks
_FRAME_WEIGHT = 0.15  # words of the asking still say a little
_CONTACT_WEIGHT = 0.6  # "phone", "address" … stand in the headings of contact details
_LEANING = 2.5  # how much more carried words count where the turn says little of its own
_NAME_WEIGHT = 1.8  # a whole name beside one plain word
_MEANT = 0.7  # weight from which a name is asked for, or stood for by a pronoun, and not only carried along
_SYNONYM_CREDIT = 0.7
_OPPOSITE_CREDIT = 0.6
_NEAR_CREDIT = 0.85  # of the cosine
_RARE_ENOUGH = 1.5  # idf of a word that a fifth of the passages have
_KNOWN = 0.55  # credit from which a word of the corpus stands for one that it lacks


def terms_of(
    resolved: Resolved, core: str, kind: Kind, compares: bool, corpus: CorpusWords
) -> tuple[Term, ...]:
    """A term for every stem asked for now, most of all in *core*, or carried over from an earlier turn."""
    naming = naming_words(resolved.new_text, corpus.documents)
    views = {match[1].lower() for match in _VIEW.finditer(resolved.new_text)}
    measured = {match[1].lower() for match in _MEASURED.finditer(resolved.new_text)}

    def only_asks(word: str) -> bool:
        comparing = compares and word in _COMPARING_WORDS
        asking = is_asking_word(kind, word) or word in views or word in _TITLES
        return word in FRAME_WORDS or asking or comparing or word in measured

    asked = _asked_now(resolved.new_text, core)
    asking_weight = _CONTACT_WEIGHT if kind is Kind.CONTACT else _FRAME_WEIGHT

    def share(word: str) -> float:
        return _FRAME_WEIGHT if word in naming else asking_weight if only_asks(word) else 1.0

    weights = _weights((*asked, *_carried(resolved, asked)), share)
    meant = {word for word, weight in resolved.carried if weight >= _MEANT}
    names = _names(resolved.new_text, corpus) | (_names(resolved.text, corpus) & meant)
    topical = names_a_topic(resolved.text)
    shares = _shares(resolved.text)
    near = corpus.like_words([word for word, _ in weights.values() if word.isalpha()])
    terms = []
    for root, (word, weight) in weights.items():
        like = _like(root, near.get(word, ()), opposites(root) if kind is Kind.YES_NO else ())
        if topical:
            like = tuple(_standing_for_a_topic(like, corpus))
        is_known = (
            corpus.vocabulary.knows(word) or word[0].isdigit() or any(credit >= _KNOWN for _, credit in like)
        )
        is_topic = topical and not is_known
        is_name = (word in names or is_topic) and weight >= _MEANT
        weight *= shares.get(word, 1.0)
        # Nothing is nearly the same as a name, but another form of it is the same.
        forms = tuple((form, 1.0) for form in forms_of_names().get(root, ()))
        terms.append(Term(word, root, weight, is_name, is_known, forms if is_name else like))
    return tuple(terms)


def _asked_now(question: str, core: str) -> list[tuple[str, float]]:
    """The words of *question* with their weights: less beside its *core*, and less for what is done."""
    actions = {match[1].lower() for match in _INFINITIVE.finditer(question)}
    central = set(words(core))
    return [
        (word, (_ACTION_WEIGHT if word in actions else 1.0) * (1.0 if word in central else _STORY_WEIGHT))
        for word in words(question)
    ]


def _carried(resolved: Resolved, asked: Sequence[tuple[str, float]]) -> Sequence[tuple[str, float]]:
    """The words of earlier turns with their weights: more where what is *asked* has no subject of its own."""
    subject = subject_words(resolved.new_text)
    if sum(weight for word, weight in asked if word in subject) >= 1.0:
        return resolved.carried
    return [(word, min(1.0, _LEANING * weight)) for word, weight in resolved.carried]


def _weights(
    given: Iterable[tuple[str, float]], share: Callable[[str], float]
) -> dict[str, tuple[str, float]]:
    """Stem → its heaviest word and the weight of that, grammar left out."""
    weights: dict[str, tuple[str, float]] = {}
    for word, weight in given:
        if word in STOP_WORDS or (len(word) < 2 and not word.isdigit()):
            continue
        weighed = weight * share(word)
        root = stem(word)
        if weighed > weights.get(root, ("", 0.0))[1]:
            weights[root] = (word, weighed)
    return weights


def _like(
    root: str, near: Sequence[tuple[str, float]], opposite: Iterable[str] = ()
) -> tuple[tuple[str, float], ...]:
    """Stems of nearly the same meaning with their credit: by general English, and by the encoder's cosine.

    What is *opposite* decides a question as well ("is it falling?": "it has been rising").
    """
    credits = dict.fromkeys(opposite, _OPPOSITE_CREDIT)
    credits |= dict.fromkeys(synonyms().get(root, ()), _SYNONYM_CREDIT)
    for other, cosine in near:
        credits[other] = max(credits.get(other, 0.0), min(_SYNONYM_CREDIT, _NEAR_CREDIT * cosine))
    return tuple(credits.items())


def _standing_for_a_topic(
    like: Iterable[tuple[str, float]], corpus: CorpusWords
) -> Iterator[tuple[str, float]]:
    """Those of like meaning by which a topic is spoken of: not a word on every page, for one of many such.

    What is said of crime is not said of burglary.
    """
    for other, credit in like:
        if credit >= _KNOWN and corpus.vocabulary.idf(other) >= _RARE_ENOUGH:
            yield other, credit


def _shares(question: str) -> dict[str, float]:
    """Word of a long name → its share, most for the head ("Fund" in "Fair Play Fund").

    All words of a name together count hardly more than one plain word.
    """
    shares: dict[str, float] = {}
    for match in _LONG_NAME.finditer(question):
        parts = [word for word in words(match.group()) if word not in STOP_WORDS]
        head = words(match.group().partition(" of ")[0])[-1]
        for word in parts:
            share = 1.0 if word == head else (_NAME_WEIGHT - 1.0) / max(len(parts) - 1, 1)
            shares[word] = min(shares.get(word, 1.0), share)
    return shares


def _names(question: str, corpus: CorpusWords) -> frozenset[str]:
    """Words that the reader wrote as names."""
    capital = {word for match in _CAPITAL_INSIDE.finditer(question) for word in words(match.group())}
    of_long_names = {word for match in _LONG_NAME.finditer(question) for word in words(match.group())}
    return frozenset(
        word
        for word in capital
        if word not in STOP_WORDS | _TITLES and (word in of_long_names or not _is_plain(word, corpus))
    )


def _is_plain(word: str, corpus: CorpusWords) -> bool:
    """True for a word that the corpus has and never writes as a name: its capital says nothing."""
    return word in corpus.vocabulary.words and not corpus.vocabulary.is_name(word)
