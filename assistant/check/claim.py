"""A claim taken apart: what it is about, and the values in it that a document can confirm or deny."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer.evidence import subject_terms
from assistant.check.names import Name, names_in
from assistant.errors import ClaimInvalid, QuestionInvalid
from assistant.question.clean import clean
from assistant.question.courtesy import courtesy_of
from assistant.question.days import Day, days_in
from assistant.question.direction import DIRECTION_WORDS, NEGATOR, Direction, direction_of
from assistant.question.documents_meant import KIND_NOUN, named
from assistant.question.patterns import ASKING_WORD, any_of, whole
from assistant.question.quantities import MONEY, Bound, Quantity, quantities_in
from assistant.question.query import Query, Term
from assistant.question.vocabulary import CorpusWords
from assistant.terms import STOP_WORDS, normalise, stem, words

_QUESTION = any_of(
    r"\?\s*$",
    rf"^(?:so |and |but )*{ASKING_WORD}",
    r"^(?:is|are|was|were|does|do|did|has|have|had|can|could|will)\b",
)
_FEWEST_WORDS = 2
_FEWEST_PARTS = 2  # of a whole
# Verbs and nouns that only lead to a figure: "amounts to", "is put at", "is estimated".
_FIGURE_WORDS = frozenset(
    map(
        stem,
        """estimated forecast projected expected put stands amounts totals total represents accounts worth
        reaches covers comes set sum value rate level numbers approximately
        raises raised generates generated yields runs lasts lasting stretches
        overall currently become became
        part stays remains unchanged constant flat throughout period""".split(),
    )
)
# Words that say little beside a name, a place or a date: "is based in", "was held in", "mostly".
_LIGHT_WORDS = frozenset(
    map(
        stem,
        """based located situated held took place ran remains became become dates mostly mainly largely
        predominantly currently already year years may one stands sits jointly together alongside
        formally officially altogether respectively generally broadly typically usually normally""".split(),
    )
)
_EXTENT_WORDS = frozenset(map(stem, "none majority few several many only alone every".split()))
# Who gives a sum and who gets it is told by the names; the verb may be any of these.
_GIVING_WORDS = frozenset(
    map(
        stem,
        """provide give given gave allocate receive offer fund funding award make available grant contribution
        contributed spend spent pay paid cost costs earmarked work towards""".split(),
    )
)
# "The grant is £5m" is said of the grant, and "they grant £5m" of them.
_IS_A_SUM = any_of(r"\b(?P<what>grant)(?: income)? (?:is|was|will|stays|remains|falls|rises)\b")
_NO_NEGATION = any_of(
    r"\bno (?:more|less|fewer|later) than\b",
    r"\bnot (?:only|just|merely|less than|more than)\b",
    r"\bor not\b",
    r"\beven (?:if|when|where|though)\b[^,;.]*",
)
# "The plan states that …" says no more than that: the words of the telling are not looked for.
_TELLS = re.compile(
    rf"\b{KIND_NOUN}(?:\s+also)?\s+(?P<verb>states?|stated|contains?|contained|lists?|listed"
    r"|identif(?:y|ies|ied)|names?|named|sets? out"
    r"|describes?|described|notes?|noted|explains?|explained|confirms?|confirmed|records?|recorded|shows?"
    r"|showed|makes? clear|puts?|mentions?|mentioned)\b",
    re.I,
)
# Ways of putting something that say no more than "does", "is for" or "and then".
_SAYS_LITTLE = any_of(
    r"\b(?:carr(?:y|ies|ied|ying) out|undertak(?:e|es|en|ing)|undertook|conduct(?:s|ed))\b",
    r"\b(?:(?:is|are|was|were) )?(?:meant|designed|there) to\b",
    r"\bsign(?:s|ed|ing)? up (?:to|for)\b|\bfollowed by\b",
    r"\b(?:responsible|tasked|in charge) (?:for|with|of)(?= \w+ing\b)",
    r"\b(?:term|word|phrase|expression)(?= [\"'“‘])",
    r"(?<=\bband [a-h]) (?:property|properties|homes?|households?|dwellings?)\b",
)
# Ways of leading to a sum of money.
_LEADS_TO_A_SUM = any_of(
    r"\b(?:set|put) aside\b|\b(?:bring(?:s|ing)?|brought) in\b",
    r"\bdue to(?= (?:bring|raise|reach|yield|receive|cost|be)\b)",
)
# "Twelve members: seven from here, three from there and two of neither" tells its parts after this.
_TELLS_PARTS = any_of(
    r"[:–(]",
    whole("made up", "composed", "consist(?:s|ing)?", "compris(?:es?|ed|ing)", "namely", "of (?:whom|which)"),
)
_POINTS_AT = any_of(rf"\b(?:19|20)\d\d(?:\s+[a-z]+)?\s+{KIND_NOUN}\b")


class Extent(StrEnum):
    """Of how many of a thing something is said."""

    ALL = "all"
    MOST = "most"
    ONLY = "only"
    SOME = "some"
    NONE = "none"


_EXTENTS = {
    Extent.NONE: any_of(whole("none of", "not one of", "not any of")),
    Extent.ONLY: any_of(whole("only", "solely", "exclusively", "alone")),
    Extent.SOME: any_of(
        whole(
            "some(?! [£\\d])",
            "a few",
            "not all",
            "not every",
            "(?:very )?few",
            "hardly any",
            "several",
            "many",
        )
    ),
    Extent.MOST: any_of(
        whole(
            "most(?! (?:\\w+(?:ed|ful|ous|ive|ant|ent)\\b))(?= (?:of |people\\b|children\\b|\\w+s\\b))",
            "the majority of",
        )
    ),
    Extent.ALL: any_of(
        whole(
            "all",
            "every(?! (?:year|month|quarter|week|day)\\b)",
            "each of",
            "always",
            "everyone",
            "everybody",
        )
    ),
}
_COMPARES = any_of(whole("more", "higher", "bigger", "less", "lower", "smaller", "fewer"))
# "Half of all", "twelve in all" and "above all" say something of no whole.
_NO_WHOLE = any_of(
    r"(?:half|thirds?|quarters?|%|per ?cent) of (?:all|every)\b",
    r"\bin all(?=\s*(?:[.,;:)]|$))",
    whole("(?:above|after|at) all"),
)
Value = Quantity | Day | Name


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement to be checked; spans are those of `text`.

    `subject` are the terms that evidence must speak of, `values` what it must give. `conditions` are the
    years for which a figure is claimed. `documents` are those that the claim points at ("the 2015 plan").
    """

    text: str
    query: Query
    subject: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    days: tuple[Day, ...]
    people: tuple[Name, ...]
    names: tuple[Name, ...]
    documents: frozenset[str]
    is_negated: bool
    says_never: bool
    extent: Extent | None
    direction: Direction | None

    @property
    def conditions(self) -> tuple[Day, ...]:
        """The times for which something is claimed: where a number is claimed, its years."""
        return self.days if self.quantities else ()

    @property
    def values(self) -> tuple[Value, ...]:
        """What evidence must give: numbers and people, or else dates."""
        return (*self.quantities, *self.people, *(() if self.quantities else self.days))

    @property
    def leading(self) -> Name | None:
        """The name that the claim begins with, of a person or of anything else."""
        return next((name for name in (*self.people, *self.names) if name.is_first), None)

    def words_of(self, value: Value) -> str:
        """The words of the claim that say *value*."""
        return self.text[value.start : value.end]


def clean_claim(text: str, most_chars: int) -> str:
    """*text* as one line; raises ClaimInvalid for what is empty, too long, no English, or asks something."""
    if len(text) > most_chars:
        raise ClaimInvalid(
            f"Your claim has {len(text):,} characters and the limit is {most_chars:,}."
            " Please check one statement at a time."
        )
    try:
        line = clean(text, most_chars)
    except QuestionInvalid as problem:
        if not text.strip():
            raise ClaimInvalid(
                "Your claim is empty. Please type a statement about the documents."
            ) from problem
        raise ClaimInvalid(
            str(problem).replace("your question", "your claim").replace("question", "claim")
        ) from problem
    if _QUESTION.search(line):
        raise ClaimInvalid("This is a question and no claim. Please type a statement, or use “ask” instead.")
    if len(words(line)) < _FEWEST_WORDS or courtesy_of(line, is_first=True):
        raise ClaimInvalid("This is no claim that can be checked. Please type a whole statement.")
    return line


def read_claim(query: Query, corpus: CorpusWords) -> Claim:
    """The claim that *query* was made of, taken apart."""
    text = normalise(query.text)
    pointing = list(_POINTS_AT.finditer(text))
    meant = frozenset[str]().union(*(named(match.group(), corpus.documents) for match in pointing))
    spans = [match.span() for match in pointing] if meant else []
    days = tuple(day for day in days_in(text) if not _within(day, spans))
    quantities = tuple(
        quantity
        for quantity in quantities_in(text)
        if not _within(quantity, [(d.start, d.end) for d in days])
    )
    names = names_in(text, corpus.vocabulary)
    people = tuple(name for name in names if name.is_person)
    positive = _NO_NEGATION.sub(" ", text)
    extent = extent_of(text)
    return Claim(
        text=text,
        query=query,
        subject=_subject(query, text, [*days, *quantities, *people]),
        quantities=_without_their_sum(quantities, text),
        days=days,
        people=people,
        names=tuple(name for name in names if not name.is_person),
        documents=meant,
        is_negated=bool(NEGATOR.search(positive)) and extent not in {Extent.NONE, Extent.SOME},
        says_never=bool(re.search(r"\bnever\b", text, re.I)),
        extent=extent,
        direction=direction_in(text),
    )


def is_negated(clause: str) -> bool:
    """True where *clause* (normalised) says that something is not so."""
    return bool(NEGATOR.search(_NO_NEGATION.sub(" ", clause)))


def extent_of(text: str) -> Extent | None:
    """Of how many *text* speaks: of all, most, only these, some, none; None where it leaves that open."""
    bare = _NO_WHOLE.sub(" ", text)
    return next((extent for extent, says in _EXTENTS.items() if says.search(bare)), None)


def direction_in(text: str) -> Direction | None:
    """Which way *text* says that something goes; "more" and "higher" compare, and say of no change."""
    return direction_of(_COMPARES.sub(" ", text))


def _subject(query: Query, text: str, values: Sequence[Value]) -> tuple[Term, ...]:
    said = text
    for value in sorted(values, key=lambda value: -value.start):
        said = f"{said[: value.start]} {said[value.end :]}"
    is_of_money = any(isinstance(value, Quantity) and value.unit == MONEY for value in values)
    said = _SAYS_LITTLE.sub(" ", _LEADS_TO_A_SUM.sub(" ", said) if is_of_money else said)
    about = {stem(word) for word in words(said) if word not in STOP_WORDS}
    if any(isinstance(value, Quantity) for value in values):
        about -= _FIGURE_WORDS
    about -= (
        _EXTENT_WORDS | _LIGHT_WORDS | {stem(match["verb"].split()[0]) for match in _TELLS.finditer(text)}
    )
    if is_of_money:
        things = {stem(match["what"].lower()) for match in _IS_A_SUM.finditer(text)}
        about -= {root for root in _GIVING_WORDS - things if not _is_named(root, query)}
    return tuple(
        term for term in subject_terms(query) if term.stem in about and term.stem not in DIRECTION_WORDS
    )


def _without_their_sum(quantities: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    """*quantities* but for a first one that those after it, told as its parts, come to: they decide it."""
    whole, *parts = quantities or (None,)
    if whole is None or len(parts) < _FEWEST_PARTS or sum(part.number for part in parts) != whole.number:
        return tuple(quantities)
    is_one_kind = {(part.unit, part.bound, part.is_rough) for part in quantities} == {
        (whole.unit, Bound.EXACT, False)
    }
    tells_parts = _TELLS_PARTS.search(text, whole.end, parts[0].start)
    return tuple(parts) if is_one_kind and tells_parts else tuple(quantities)


def _is_named(root: str, query: Query) -> bool:
    return any(term.stem == root and term.is_name for term in query.terms)


def _within(value: Day | Quantity, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= value.start and value.end <= end for start, end in spans)
