"""A search of bare keywords, such as “council tax 2019/20”, as the question that it stands for."""

import re

from assistant.question.kinds import MONEY_NOUN, Kind, kind_of
from assistant.question.patterns import any_of, whole
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
_FEWEST, _MOST = 3, 5  # words of a phrase that names one thing; more hold a verb, and fewer are a topic


def as_question(text: str) -> str:
    """*text* as a question, where it is a few keywords; anything else stays as it is."""
    if not _is_keywords(text):
        return text
    asked = text.rstrip(" ?.!")
    part = _PART.match(asked)
    if part:
        return f"What {part[1]} of {asked[part.end() :]}?"
    spent = _SPENT.match(asked)
    if spent:
        return f"{_ASKED_OF[spent['verb'].lower()]} {asked[spent.end() :]}?"
    under = _UNDER.search(asked)
    if under:
        return f"What comes under {under['heading']} {asked[: under.start()]}".rstrip() + "?"
    held = _HELD.match(asked)
    if held:
        return f"What does the {held['thing']}include?"
    if kind_of(asked) is not Kind.OTHER:
        return text
    if _CHOICE.search(asked):
        return f"What {asked}?"
    if _ONE.search(asked):
        return f"What is the {asked}?"
    listed = _LISTED.match(asked)
    if listed:  # with a verb, so that what is listed is known: "which threats are covered agreement?"
        return f"Which {listed.group()} are{asked[listed.end() :]}?"
    return f"What is the {asked}?" if _FEWEST <= len(asked.split()) <= _MOST else text


def _is_keywords(text: str) -> bool:
    """True for words without the grammar that a sentence has, and without a word that asks."""
    words = re.findall(r"[\w'’-]+", text.lower())
    if _ASKS.search(text) or any(word in STOP_WORDS - _KEPT for word in words):
        return False
    return sum(word not in STOP_WORDS for word in words) > 1
