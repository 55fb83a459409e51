"""The kind of answer that a question asks for, and the signs of that kind in a piece of text."""

import re
from collections.abc import Collection, Sequence
from enum import StrEnum

from assistant.question.lexicon import FIRST_NAMES, MONTHS, NUMBER_WORDS
from assistant.terms import STOP_WORDS, normalise, stem, words


class Kind(StrEnum):
    """What would satisfy the reader."""

    AMOUNT = "amount"
    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"
    DURATION = "duration"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    DEFINITION = "definition"
    LIST = "list"
    CONTACT = "contact"
    YES_NO = "yes_no"
    MANNER = "manner"
    OTHER = "other"


_MONEY_NOUN = r"(?:budgets?|funding|funds?|grants?|costs?|income|expenditure|spend(?:ing)?|price|precept|tax|money|cash|salary|bill)"
_AUXILIARY = r"(?:is|are|was|were|does|do|did|can|could|will|would|has|have|had|should|may|must|am)"
# The first pattern that is found decides.
_ASKED = (
    (Kind.CONTACT, r"\b(?:phone|telephone|e-?mail|postal|contact|tel)\b.*\b(?:number|address|details?|\?)|\b(?:phone|telephone|e-?mail|postal) (?:number|address)|\bhow (?:can|do|could|would|should) (?:i|we|you|people|someone|one|anyone|the public|residents?) (?:contact|reach|write|get in touch|call|ring|phone|write to|e-?mail|get hold)|\bget in touch\b|\bwhere (?:can|do|could|should|would) (?:i|we|you|people|someone|anyone) (?:contact|write|reach|send|post|ring|phone|call|e-?mail)\b|\bcontact details\b|\bwhat(?:'s| is) the (?:address|phone|e-?mail|website|web address)|\b(?:web ?site|web) address\b"),
    (Kind.PERCENT, r"\b(?:what|which|how (?:big|large|high)) (?:a )?(?:percentage|percent|per cent|proportion|share|fraction|rate)\b|\bpercentage\b|\bwhat %|\bwhat(?:'s| is| was| are) (?:the )?(?:[\w'-]+ ){0,3}(?:rate|percentage|proportion|share)s?\b"),
    (Kind.DURATION, r"\bhow long\b(?! ago)|\bhow old\b|\bfor how many (?:years|months|weeks|days)\b"),
    (Kind.DATE, r"\bwhen\b(?! (?:people|someone|they|you|we|i|officers|the)\b.{0,60}\b(?:what|who|how|which)\b)|\bwhat (?:date|day|month|year|time)\b|\b(?:on|in|by|from|since) (?:what|which) (?:date|day|month|year)\b|\bwhich (?:date|day|month|year)\b|\bhow long ago\b|\bclosing date\b|\bdeadline\b|\bdate of\b"),
    (Kind.COUNT, r"\bhow many\b|\bhw many\b|\bnumber of\b|\bno\. of\b|\bcount of\b|\bhow (?:big|large) is the (?:population|area)\b|(?:^|\bwhat(?:'s| is| was) )(?:the )?(?:total |current |approximate |whole )?(?:population|headcount)\b|\bpopulation\b"),
    (Kind.AMOUNT, rf"\bhow much\b(?! (?:of (?!.{{0,40}}(?:money|budget|grant|fund|cash|income))|time\b))|\bwhat (?:does|did|do|will|has|have) .{{3,60}}\b(?:put|give|gave|given|contribute|contributed|add|pay|paid|receive|received|spend|spent|allocate|allocated|retain|set aside|hold back)\b(?! (?:to|attention|the|back|up)\b)|\bwhat (?:amount|sum)\b|\b(?:what|whats|what's|how (?:big|large|high|low)) (?:is|was|were|are|will|would)?\s?(?:be )?(?:the |his |her |its |their |my |our )?(?:[\w'’/-]+ ){{0,6}}{_MONEY_NOUN}\b|\bhow (?:big|large)\b.*{_MONEY_NOUN}|\bcosts?\b|£"),
    (Kind.PERSON, r"(?<!one )(?<!body )(?<!people )(?<!those )(?<!person )(?<!officers )(?<!offenders )(?<!victims )(?<!folk )(?<!anyone )\bwho(?:'s|s|se|m)?\b|\bwhich (?:person|man|woman|officer|councillor)\b|\bname of the (?:person|man|woman|officer|chief|leader|head|chair)\b"),
    (Kind.PLACE, r"\bwhere(?:abouts)?\b|\b(?:what|which) (?:place|town|city|village|location|county|venue|building)\b"),
    (Kind.REASON, r"\bwhy\b|\bhow come\b|\bwhat(?:'s| is| was| were| are)? the (?:reasons?|purpose|point|rationale|thinking)\b|\bfor what (?:reason|purpose)\b|\breason for\b|\bwhat (?:for|caused)\b"),
    (Kind.LIST, r"^(?:please )?(?:list|name|enumerate)\b|\blist (?:of|all|the)\b|\bname (?:the|all|two|three|four|five|some|each|every)\b|\bwhat (?:are|were)\b|\b(?:which|what) (?:[\w'-]+ ){0,2}?(?!happens\b|remains\b|does\b|was\b|is\b|has\b|comes\b|makes\b|means\b|says\b|counts\b|goes\b|gives\b|takes\b|this\b|its\b|his\b)[\w-]+(?<!s)(?<!u)s\b(?! (?:the|an?|to|his|its|their|her|that|is|was)\b)|\bwhat (?:\w+ ){0,3}\w+(?<!s)s (?:are|were|does|do|did|has|have|can|will|must|fall|make|come|belong|sit)\b|\bwhat (?:else|other)\b|\ball (?:of )?the\b|\bwhat kinds?\b|\bwhat sorts?\b|\bwhat (?:powers|duties|responsibilities|services|things|topics|initiatives|examples)\b"),
    (Kind.DEFINITION, r"\bwhat(?:'s|s| is| are| was| were) (?:an? |the )?[\w'’&-]+(?: [\w'’&-]+){0,4}\s*\??$|\bwhat does .{2,60}\b(?:mean|stand for|do)\b|\bmeaning of\b|\bdefine\b|\bstands? for\b|\bwhat do you mean\b"),
    (Kind.MANNER, r"\bhow (?:does|do|did|can|could|will|would|is|are|was|were|has|have)\b|\bin what way\b|\bhow to\b"),
    (Kind.YES_NO, rf"^(?:so |and |but |ok |okay |please |hi |hello )*{_AUXILIARY}\b"),
)  # fmt: skip
_POLITE = re.compile(
    r"^(?:(?:please|hi|hello|hey|ok|okay|so|and|right|well)[,.!\s]+)*(?:(?:can|could|would|will|do|please) (?:you|u|i|we|me) "
    r"(?:please |kindly |possibly )*(?:tell|say|let|give|show|explain|remind|find|know|list|name|ask)\b(?: me| us| out| to)*|"
    r"i(?:'d| would) like to know|i want to know|i need to know|tell me|do you know|any idea)\s*[,:]?\s*(?=\w+ \w+)",
    re.I,
)
_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _ASKED)

_NUMBER_WORD = "|".join(word for word in NUMBER_WORDS if word not in {"one", "zero"})
_MONTH = "|".join(MONTHS)
_MONEY = re.compile(r"[£$€]\s?\d[\d,.]*\d?\s?(?:m|million|bn|billion|k)?\b", re.I)
_NUMBER = re.compile(
    rf"(?<![\w£.])\d+(?:[.,]\d+)*(?!\w)|\b(?:{_NUMBER_WORD}|one|once|twice|both|half)\b", re.I
)
_PERCENT = re.compile(r"\d\s?%|\bper ?cent\b|\b(?:half|third|quarter|majority|two-thirds)\b", re.I)
_DATE = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b|\b(?:{_MONTH})\b|\b(?:last|this|next|every|each) "
    rf"(?:year|month|week|spring|summer|autumn|winter)\b|\bspring\b|\bautumn\b|\bquarterly\b|\bannual(?:ly)?\b|\bmonthly\b",
    re.I,
)
_DURATION = re.compile(
    rf"\b(?:\d+|{_NUMBER_WORD}|one|a|few|several)[ -](?:years?|months?|weeks?|days?|hours?)\b", re.I
)
_REASON = re.compile(
    r"\bbecause\b|\bsince\b|\bso (?:that|as to)\b|\bin order to\b|\bdue to\b|\bto (?:ensure|help|support|reduce|improve"
    r"|enable|make|provide|address|allow|protect|prevent|tackle|give|increase|maximise)\b|\bthis (?:will|would|means|helps|allows)\b"
    r"|\btherefore\b|\baims? to\b|\bas (?:a result|the|it|they|our|many)\b|\bhelps?\b|\ballow(?:s|ing)\b|\bresponse to\b|\bgiven that\b",
    re.I,
)
_MANNER = re.compile(
    r"\bby \w+ing\b|\bthrough\b|\bhelp(?:s|ing)?\b|\ballow(?:s|ing)?\b|\benabl(?:es|ing)\b|\bsupport(?:s|ing)\b|\bprovid(?:es|ing)\b"
    r"|\bgiv(?:es|ing)\b|\bso that\b|\busing\b|\bin order to\b|\bwork(?:s|ing)? (?:with|together)\b|\bensur(?:e|es|ing)\b|\bwas\b|\bhas been\b",
    re.I,
)
_CONTACT = re.compile(r"@|\bwww\.|https?://|\b0\d{2,4}[\s\d]{6,}|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s*\d[A-Z]{2}\b")
_PLACE = re.compile(r"\b(?:in|at|from|to|near|across|of|outside|between)\s+(?:the\s+)?[A-Z][a-z]+")
_NAME = re.compile(r"\b([A-Z][a-z]+)\s+(?:[A-Z]\.?\s+)?[A-Z][a-zA-Z'’-]+")
_DEFINES = re.compile(
    r"\b(?:is|are|was|were) (?:an?|the|responsible|also|made|to|in)\b|\bmeans?\b|\bprovides?\b|\bfocuses\b|\bwhich\b|\benables?\b|\baims?\b|\(|[–:]",
    re.I,
)
_TITLED = re.compile(
    r"\b(?!(?:The|This|These|That|An?|In|On|At|For|My|Our|His|Her|Its|It|We|He|She|They)\b)[A-Z][a-z]+ (?:(?:of|for|and) )?[A-Z][a-z]+"
)
_ROLE = re.compile(
    r"\b(?:commissioner|constable|officer|chair(?:man|woman|person)?|chief|director|manager|head|leader|minister"
    r"|councillors?|secretary|members?|chancellor|president|author|mayor|deputy|counterpart|nurses?|volunteers?)\b|\bby (?:the )?[A-Z]|\bfrom (?:the )?[A-Z]|\b(?:partners?|agencies|organisations?|team|staff)\b",
    re.I,
)


_ASKING_WORDS = {
    Kind.PERCENT: frozenset("percentage percent proportion share fraction rate cent".split()),
    Kind.AMOUNT: frozenset("money million millions pounds sum cash cost costs".split()),
    Kind.COUNT: frozenset(["number", "million", "millions", "count"]),
    Kind.DATE: frozenset("date day month year time".split()),
    Kind.DURATION: frozenset("long years months weeks days time".split()),
    Kind.PERSON: frozenset("person man woman name job".split()),
    Kind.PLACE: frozenset(["place", "location"]),
    Kind.CONTACT: frozenset(
        """
        contact write ring reach touch email address phone telephone number call website
    """.split()
    ),
    Kind.REASON: frozenset("reason reasons purpose point rationale".split()),
    Kind.DEFINITION: frozenset("mean means meaning stand stands".split()),
}


def kind_of(question: str) -> Kind:
    """The kind of answer that *question* asks for first; OTHER when nothing tells."""
    text = _POLITE.sub("", normalise(question))
    found = [(match.start(), kind) for kind, pattern in _PATTERNS if (match := pattern.search(text))]
    return min(found, key=lambda hit: hit[0], default=(0, Kind.OTHER))[1]


def is_asking_word(kind: Kind, word: str) -> bool:
    """True for a word that only says which kind of answer is wanted ("what *percentage* of …")."""
    return word in _ASKING_WORDS.get(kind, frozenset())


_ASKED_FOR = re.compile(
    r"\b(?:how many|(?:what|which) number of|number of|no\. of|count of)\s+(?P<counted>[^?,;.]+)"
    r"|\b(?:what|who|which)(?:'s| is| are| was| were)\s+(?:the|an?|your|their|his|her|its)\s+(?P<thing>[^?,;.]+)"
    r"|\b(?:what|which)\s+(?P<kind>(?!is\b|are\b|was\b|were\b|does\b|do\b|did\b|has\b|have\b|will\b|can\b)[^?,;.]+)",
    re.I,
)


_DETERMINERS = frozenset("the a an his her its their my our your this that these those".split())


def asked_for(question: str) -> tuple[str, ...]:
    """The words of the thing asked for, its head last: "how many night buses run?" asks for night, buses."""
    match = _ASKED_FOR.search(normalise(question))
    if not match:
        return ()
    phrase: list[str] = []
    for word in words(match["counted"] or match["thing"] or match["kind"]):
        if word in STOP_WORDS:
            # "which rule obliges the …": what stands before "the" is a verb and not part of the thing.
            phrase = phrase[:-1] if match["kind"] and word in _DETERMINERS and len(phrase) > 1 else phrase
            break
        phrase.append(word)
    return tuple(phrase[:4] if match["thing"] else phrase[:2])


def is_explicit(kind: Kind, question: str) -> bool:
    """True when the question can only be answered by a piece of that very kind ("how much …", "how many …")."""
    if kind is Kind.PERSON:
        return bool(re.search(r"\bwho(?:'s|s| is| was| are| were| \w+s)\b", question, re.I))
    return kind is not Kind.AMOUNT or bool(
        re.search(r"\bhow (?:much|big|large)\b|\bamount\b|\bcost", question, re.I)
    )


def wants_list(question: str) -> bool:
    """True when the question asks for several things, whatever else it asks."""
    pattern = dict(_PATTERNS)[Kind.LIST]
    return bool(pattern.search(normalise(question)))


def has_name(text: str) -> bool:
    """True when a person seems to be named: a common first name followed by a capitalised word."""
    return any(match[1].lower() in FIRST_NAMES for match in _NAME.finditer(text))


_SIGNS = {
    Kind.AMOUNT: _MONEY,
    Kind.COUNT: _NUMBER,
    Kind.PERCENT: _PERCENT,
    Kind.DURATION: _DURATION,
    Kind.CONTACT: _CONTACT,
    Kind.REASON: _REASON,
    Kind.PLACE: _PLACE,
    Kind.DEFINITION: _DEFINES,
    Kind.DATE: _DATE,
    Kind.MANNER: _MANNER,
}
_MARKED = {kind: _SIGNS[kind] for kind in (Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.DURATION, Kind.DATE)}


_PLAIN = 0.7  # most sentences could define something
_NEAR = 5  # words between a number and what it counts


def counts(text: str, counted: Sequence[Collection[str]]) -> bool:
    """True when a number stands near one of the things *counted* (each a set of stems of like meaning)."""
    found = words(text)
    numbers = [n for n, word in enumerate(found) if word[0].isdigit() or word in NUMBER_WORDS]
    things = [n for n, word in enumerate(found) if any(stem(word) in stems for stems in counted)]
    return any(0 < abs(number - thing) <= _NEAR for number in numbers for thing in things)


def fits(kind: Kind, text: str) -> float:
    """How well *text* holds an answer of *kind*, by its look: 1 clearly, 0 not at all, between when unsure."""
    text = normalise(text)
    if kind in _SIGNS:
        found = bool(_SIGNS[kind].search(text))
        return float(found) if kind is not Kind.DEFINITION or found else _PLAIN
    if kind is Kind.PERSON:
        return 1.0 if has_name(text) else 0.6 if _ROLE.search(text) or _TITLED.search(text) else 0.2
    return 1.0


def sign_of(kind: Kind) -> re.Pattern[str] | None:
    """The pattern of the words that answer a question of *kind*; None where words alone do not tell."""
    return _MARKED.get(kind)
