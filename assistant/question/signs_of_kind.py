"""The signs of each kind of answer in a piece of text: an amount, a date, a name, a reason and so on."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.question.kinds import Kind
from assistant.question.lexicon import FIRST_NAMES, NUMBER_WORDS
from assistant.question.patterns import any_of, whole
from assistant.terms import MONTHS, STOP_WORDS, normalise, stem, words

_NUMBER_WORD = "|".join(word for word in NUMBER_WORDS if word != "zero")
_MONTH = "|".join(MONTHS)
# Kinds whose answer is the very words that the sign finds.
_MARKED = {
    Kind.AMOUNT: any_of(r"[£$€]\s?\d[\d,.]*\d?\s?(?:m|million|bn|billion|k)?\b"),
    Kind.COUNT: any_of(
        r"(?<![\w£.])\d+(?:[.,]\d+)*(?!\w)",
        whole(_NUMBER_WORD, "once", "twice", "both", "half"),
        r"\b(?:an?|one|two|three) (?:thirds?|quarters?|fifths?|tenths?)(?= of\b)",
    ),
    Kind.PERCENT: any_of(
        r"\d\s?%",
        r"\bper ?cent\b",
        whole("half", "third", "quarter", "majority", "two-thirds"),
    ),
    Kind.DURATION: any_of(
        rf"\b(?:\d+|{_NUMBER_WORD}|a|few|several)[ -](?:years?|months?|weeks?|days?|hours?)\b"
    ),
    Kind.FREQUENCY: any_of(
        r"\b(?:every|each|once an?|twice an?|times an?|per) (?:\w+ ){0,2}"
        r"(?:day|night|morning|evening|week|fortnight|month|quarter|term|year)s?\b",
        whole("daily", "nightly", "weekly", "fortnightly", "monthly", "quarterly", "annual(?:ly)?", "yearly"),
        whole("regular(?:ly)?", "constant(?:ly)?", "rarely"),
    ),
    Kind.DATE: any_of(
        r"\b(?:19|20)\d\d\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b",
        rf"\b(?:{_MONTH})\b",
        r"\b(?:last|this|next|every|each) (?:year|month|week|spring|summer|autumn|winter)\b",
        whole("spring", "autumn", "quarterly", "annual(?:ly)?", "monthly"),
    ),
    # A law is named, if only in short ("The Act"): "the Public Libraries and Museums Act 1964".
    Kind.LAW: re.compile(
        r"\b(?:[A-Z][\w'-]+(?:,? (?:and|of|for|the|on|etc\.?))* )+(?:Act|Regulations|Order|Bill|Directive)\b"
        r"(?: (?:19|20)\d\d)?"
    ),
}
# Kinds whose answer stands near the sign.
_HINTED = {
    Kind.CONTACT: re.compile(
        r"@|\bwww\.|https?://|\b0\d{2,4}[\s\d]{6,}|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s*\d[A-Z]{2}\b"
    ),
    Kind.REASON: any_of(
        whole("because", "reasons?", "since", "therefore", "so (?:that|as to)", "in order to", "due to"),
        r"\bto (?:ensure|support|reduce|improve|enable|make|provide|address|allow|protect|prevent|tackle|give"
        r"|increase|maximise)\b",
        r"\bthis (?:will|would|means)\b",
        r"\bas (?:a result|the|it|they|our|many)\b",
        whole("helps?", "allow(?:s|ing)", "response to", "given that", "aims? to"),
        whole("(?:appropriate|right|good|best|proper) (?:time|moment) to"),
        whole("tak(?:e|es|en|ing) the opportunity to"),
    ),
    Kind.MANNER: any_of(
        r"\bby \w+ing\b",
        whole("through", "using", "so that", "in order to", "work(?:s|ing)? (?:with|together)"),
        whole("help(?:s|ing)?", "allow(?:s|ing)?", "enabl(?:es|ing)", "support(?:s|ing)"),
        whole("provid(?:es|ing)", "giv(?:es|ing)", "ensur(?:e|es|ing)"),
        whole("was", "has been"),
    ),
    Kind.PLACE: re.compile(r"\b(?:in|at|from|to|near|across|of|outside|between)\s+(?:the\s+)?[A-Z][a-z]+"),
    Kind.DEFINITION: any_of(
        r"\b(?:is|are|was|were) (?:an?|the|responsible|also|made|to|in)\b",
        whole("means?", "provides?", "focuses", "which", "enables?", "aims?"),
        r"[(–:]",
    ),
}
_SIGNS = _MARKED | _HINTED

_NAME = re.compile(r"\b([A-Z][a-z]+)\s+(?:[A-Z]\.?\s+)?[A-Z][a-zA-Z'-]+")
_CAPITALS = re.compile(r"\b[A-Z][a-z]+\.? (?:[A-Z]\.? )*[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
# In no name of a person, but in those of posts, bodies and papers.
_NO_NAME = frozenset(
    """
    chief executive officer constable commissioner commissioner's chair deputy assistant director manager head
    leader mayor minister secretary president treasurer finance council county borough city police crime panel
    plan board partnership authority service services force office committee ministry department national
    association act report strategy university community party framework
    """.split()
)
_TITLED = re.compile(
    r"\b(?!(?:The|This|These|That|An?|In|On|At|For|My|Our|His|Her|Its|It|We|He|She|They)\b)"
    r"[A-Z][a-z]+ (?:(?:of|for|and) )?[A-Z][a-z]+"
)
_ROLE = any_of(
    whole(
        "commissioner", "constable", "officer", "chair(?:man|woman|person)?", "chief", "director", "manager"
    ),
    whole("head", "leader", "minister", "councillors?", "secretary", "members?", "chancellor", "president"),
    whole("author", "mayor", "deputy", "counterpart", "nurses?", "volunteers?"),
    whole("partners?", "agenc(?:y|ies)", "organisations?", "team", "staff", "panel", "committee", "board"),
    whole("council", "authority", "government", "ministry", "charity", "trustees?"),
    r"\b(?:by|from) (?:the )?[a-z]",
)

# How a reader means to reach somebody, and what a text shows that gives that.
_WAYS = (
    (
        any_of(r"\b(?:ring|phone|telephone|call|tel)\b"),
        re.compile(r"\b0\d{2,4}[\s\d]{6,}"),
    ),
    (any_of(r"\be-?mail"), re.compile("@")),
    (
        any_of(r"\b(?:write|post|letter|postal)\b(?! (?:an? )?e-?mail)"),
        re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s*\d[A-Z]{2}\b|\b(?i:address):"),
    ),
    (any_of(r"\bweb ?(?:site|address|page)\b"), re.compile(r"\bwww\.|https?://")),
)
_NO_DEFINING_WORD = 0.7  # most sentences could define something
_ROLE_ALONE, _NOBODY = 0.6, 0.2  # a body or a post may be the answer to "who"
_COMES_TO = frozenset("is are was were has have had of total about around approximately".split())
_PARTS = frozenset("half third thirds quarter quarters fifth fifths tenth tenths majority".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 5  # words between a number and what it counts


def fits(kind: Kind, text: str) -> float:
    """How well *text* looks like an answer of *kind*: 1 clearly, 0 not at all, between when unsure."""
    text = normalise(text)
    if kind in _SIGNS:
        without = _NO_DEFINING_WORD if kind is Kind.DEFINITION else 0.0
        return 1.0 if _SIGNS[kind].search(text) else without
    if kind is Kind.PERSON and not people_in(text):
        return _ROLE_ALONE if _ROLE.search(text) or _TITLED.search(text) else _NOBODY
    return 1.0


def gives_way(question: str, text: str) -> bool:
    """True where *text* tells how to reach somebody, in the way that *question* asks for if it names one."""
    signs = [sign for asks, sign in _WAYS if asks.search(question)] or [_HINTED[Kind.CONTACT]]
    return any(sign.search(normalise(text)) for sign in signs)


def counts(text: str, counted: Sequence[Collection[str]]) -> bool:
    """True when a number stands near one of the things *counted* (each a set of stems of like meaning).

    A share is a number of them too: "a third of people".
    """
    found = words(text)
    numbers = [n for n, word in enumerate(found) if _is_number(word)]
    things = [n for n, word in enumerate(found) if any(stem(word) in stems for stems in counted)]
    shares = [n for n, pair in enumerate(pairwise(found)) if pair[0] in _PARTS and pair[1] == "of"]
    is_share = any(0 < thing - share <= _NEAR for share in shares for thing in things)
    return is_share or any(_belong(found, number, thing) for number in numbers for thing in things)


def _is_number(word: str) -> bool:
    """True for "21" and "three"; a year counts nothing."""
    return word in NUMBER_WORDS or (word[0].isdigit() and not _YEAR.fullmatch(word))


def _belong(found: Sequence[str], number: int, thing: int) -> bool:
    """True for "21 branches" and "branches: 21", and not for "branches open on one evening"."""
    if number < thing:
        return thing - number <= _NEAR
    following = found[number + 1 : number + 2]
    ends = not following or following[0] in STOP_WORDS or following[0] in NUMBER_WORDS
    return number - thing <= _NEAR and (ends or bool(_COMES_TO & set(found[thing + 1 : number])))


def people_in(text: str) -> list[str]:
    """The names in *text* that begin with a common first name, in their order."""
    return [match.group() for match in _NAME.finditer(text) if match[1].lower() in FIRST_NAMES]


def may_name_a_person(text: str) -> bool:
    """False where *text* has no two capitalised words in a row but those of bodies, posts and papers."""
    runs = (match.group().lower().split() for match in _CAPITALS.finditer(normalise(text)))
    return any(_NO_NAME.isdisjoint(run) for run in runs)


def sign_of(kind: Kind) -> re.Pattern[str] | None:
    """The pattern of the words that answer a question of *kind*; None where words alone do not tell."""
    return _MARKED.get(kind)
