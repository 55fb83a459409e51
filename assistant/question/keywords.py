"""A search of bare keywords, such as “council tax 2019/20”, as the question that it stands for."""

import re

from assistant.question.kinds import MONEY_NOUN, POST, Kind, kind_of
from assistant.question.patterns import GRAMMAR, any_of, whole
from assistant.terms import STOP_WORDS

_ASKS = any_of(
    whole("what", "whats", "which", "who", "whom", "whose", "when", "where", "why", "how"),
    r"^\W*(?:list|name|give|tell|show|explain|describe|compare|define|count|please)\b",
)
# Words of grammar that people keep in a search.
_KEPT = frozenset(
    "of for in and or not on by with no own all other each more most between from to vs".split()
)
_CHOICE = any_of(r"^(?:exact )?(?:date|day|month|year|time)\b")
_ONE = any_of(
    rf"^(?:[\w'’-]+ ){{0,4}}(?:{MONEY_NOUN}|rate|percentage|proportion|number|population|salary|address)\b"
)
_LISTED = any_of(
    r"^(?:[\w'’-]+ ){0,3}(?:priorities|objectives|outcomes|aims|goals|targets|ways|examples|headings|threats"
    r"|questions|changes|areas|services|powers|duties|responsibilities|commitments|schemes|projects"
    r"|initiatives|partners|groups|bodies|reasons|themes|topics|measures|roles|types|kinds)\b(?!['’])"
)
# "spent fuel 2019" asks what was spent on fuel; of years and of money itself it asks something else.
_SPENT = any_of(
    rf"^(?P<verb>spent|spend|spending|expenditure|costs?) (?=[a-z])(?!(?:on|of|for|in|by)\b|{MONEY_NOUN}\b)"
)
_ASKED_OF = {
    "spent": "How much is spent on",
    "spend": "How much is the spend on",
    "spending": "How much is the spending on",
    "expenditure": "How much is the expenditure on",
    "cost": "How much is the cost of",
    "costs": "How much are the costs of",
}
_PART = any_of(r"^(percentage|proportion|share|fraction)\b (?!of\b)")
# "2019 rules came Quiet Hours" asks what came under that heading, "role involve" what it holds.
_UNDER = re.compile(r"\b(?:came|comes|falls|fell) (?P<heading>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+)$")
_HELD = any_of(r"^(?P<thing>(?:[\w'’-]+ ){1,5}?)(?:involve|include|comprise|contain)s?$")
# "names members committee" asks what they are called, "company supplies boats" which one does.
_NAME_OF = any_of(rf"^names? (?=(?:[\w'’-]+ ){{0,5}}?(?:{POST}|members?|councillors?)\b)")
_WHO_DOES = any_of(r"^(?:company|firm|body|organisation|agency|charity|authority) [a-z]+s\b")
_STAND_FOR = (
    (_PART, r"What \1 of "),
    (_HELD, r"What does the \g<thing>include"),
    (_WHO_DOES, r"Which \g<0>"),
)
_FEWEST, _MOST = 3, 5  # words of a phrase that names one thing; more hold a verb, and fewer are a topic


def as_question(text: str) -> str:
    """*text* as a question, where it is a few keywords; anything else stays as it is."""
    name = None if GRAMMAR.search(text) else _NAME_OF.match(text)
    if name:
        return f"What is the name of the {text[name.end() :]}"
    return _asked(text.rstrip(" ?.!")) or text if _is_keywords(text) else text


def _asked(search: str) -> str:
    """The question that the keywords *search* stand for; nothing where they name a topic alone."""
    for words, question in _STAND_FOR:
        if words.match(search):
            return f"{words.sub(question, search, count=1)}?"
    spent, under = _SPENT.match(search), _UNDER.search(search)
    if spent:
        return f"{_ASKED_OF[spent['verb'].lower()]} {search[spent.end() :]}?"
    if under:
        return f"What comes under {under['heading']} {search[: under.start()]}".rstrip() + "?"
    return _of_a_thing(search) if kind_of(search) is Kind.OTHER else ""


def _of_a_thing(search: str) -> str:
    if _CHOICE.search(search):
        return f"What {search}?"
    if _ONE.search(search):
        return f"What is the {search}?"
    listed = _LISTED.match(search)
    if listed:  # with a verb, so that what is listed is known: "which threats are covered agreement?"
        return f"Which {listed.group()} are{search[listed.end() :]}?"
    return f"What is the {search}?" if _FEWEST <= len(search.split()) <= _MOST else ""


def _is_keywords(text: str) -> bool:
    """True for words without the grammar that a sentence has, and without a word that asks."""
    words = re.findall(r"[\w'’-]+", text.lower())
    if _ASKS.search(text) or any(word in STOP_WORDS - _KEPT for word in words):
        return False
    return sum(word not in STOP_WORDS for word in words) > 1
