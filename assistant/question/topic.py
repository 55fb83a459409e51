"""What a turn was about: its topic, the person it named, and the n-th item of the list that it gave."""

import re

from assistant.question.lexicon import FIRST_NAMES
from assistant.question.patterns import any_of
from assistant.question.periods import periods_in
from assistant.terms import FRAME_WORDS, STOP_WORDS
from assistant.types import Turn

_CHUNK_WORD = re.compile(r"[\w'’&-]+|–")
_JOINING = frozenset({"of", "and", "for", "the"})
_NAME = re.compile(r"\b([A-Z][a-z]+) [A-Z][\w’'-]+")
_LED_TO = re.compile(
    r"\b(?:about|on|for|of|to|with|against|by|from)\s+(?:(?:the|an?|our|my|your|its|their)\s+)?"
    r"(?P<thing>(?:(?!\b(?:about|on|for|of|to|with|against|by|from|in|at|during|since)\b)[^?,.;])+)",
    re.I,
)
_DOES = r"\b(?:do|does|did|can|could|will|would) (?:(?:the|an?|our|my|your|their|its|his|her) )?"
# What is said of a thing, and not the thing: "the *types of* orange trees", "some *facts about* bees".
_SAID_OF = any_of(
    r"\b(?:types?|kinds?|sorts?|facts?|examples?|differences?|relationship|purpose|aims?|causes?|reasons?|costs?"
    r"|prices?|history|meaning|importance|impact|effects?|roles?|parts?|pros and cons|advantages"
    r"|disadvantages|benefits|symptoms|number|list|names?) (?:of|about|for|between)\b"
)
# "How old is the bridge?" is about the bridge.
_HOW_MUCH_OF_IT = any_of(r"\bhow (?:old|big|large|small|long|tall|high|deep|wide|far|fast|heavy|good|bad) ")
_SEVERAL = any_of(r"^\W*(?:and |so )?(?:what|which|who) (?:are|were) (?P<things>the [^?,;–]+?)\W*$")
_OWNING = re.compile(r"(?<=s)['’]$|['’]s$")
_SAYS_HOW = re.compile(r"[a-z]{2,}[^e\W]ed|[a-z]{3,}ly")
_ITEM = re.compile(r"^- (.+?)(?: \[\d+\])?$", re.M)


def topic_of(question: str, is_person: bool = False) -> str:
    """The thing that *question* is about: its longest name, or else its longest plain phrase.

    "Acme's bus fares" is about the fares, and where a person is meant (`is_person`) about Acme.
    """
    question = _HOW_MUCH_OF_IT.sub("how ", question)
    said_of = _SAID_OF.search(question)
    if said_of and (topic := topic_of(f"of {question[said_of.end() :]}", is_person)):
        return topic
    phrases = [trimmed for phrase in _phrases(question) if (trimmed := _trimmed(phrase))]
    named = [_name_in(phrase, is_person) for phrase in phrases if any(word[:1].isupper() for word in phrase)]
    best = max(named or phrases, key=len, default=[])
    topic = " ".join(best)
    if not named and len(best) > 1 and re.search(rf"{_DOES}{re.escape(topic)}[ ?.!]*$", question, re.I):
        topic = " ".join(best[:-1])  # "how long does the lease run": the last word is what it does
    # A name has an article only where it was given one ("the Comet", but "Oakworth"), or is of several.
    has_article = re.search(rf"\b(?:the|an?|this|our) {re.escape(topic)}", question, re.I)
    bare = named and not has_article and (len(best) == 1 or not topic.endswith("s"))
    return topic if bare or not topic else f"the {topic}"


def several_in(question: str) -> str:
    """The things that *question* asks for ("what are *the two ways into the park*?"), for "which of them"."""
    match = _SEVERAL.search(question)
    return match["things"] if match else ""


def swappable_topic(question: str) -> str:
    """The words of *question* that another topic can take the place of, as they stand in it; "" for none.

    That is what a preposition leads to ("spent on *fuel*"), or else what the question is about.
    """
    led_to = [match["thing"] for match in _LED_TO.finditer(question)]
    trimmed = [_trimmed(phrase) for thing in led_to for phrase in _phrases(f"the {thing}") if phrase]
    found = next((" ".join(phrase) for phrase in reversed(trimmed) if phrase), "")
    return found or topic_of(question).removeprefix("the ")


def person_in(turn: Turn) -> str:
    """The first person whom the answer's quotes name, or else the question; the empty string for none."""
    quotes = " ".join(citation.quote for citation in turn.answer.citations)
    told = f"{quotes} {turn.answer.understood_as}"
    return next((found.group() for found in _NAME.finditer(told) if found[1].lower() in FIRST_NAMES), "")


def item_of(turn: Turn, number: int) -> str:
    """The words of the *number*-th item (-1 is the last) of the list that the answer gave, or nothing."""
    items = _ITEM.findall(turn.answer.text)
    position = number - 1 if number > 0 else number
    return items[position] if -len(items) <= position < len(items) else ""


def _phrases(question: str) -> list[list[str]]:
    phrases: list[list[str]] = [[]]
    first = True
    for match in _CHUNK_WORD.finditer(question):
        word, lower = match.group(), match.group().lower()
        joins = lower in _JOINING and bool(phrases[-1])
        joins = joins and (
            lower != "the" or phrases[-1][-1].lower() in _JOINING
        )  # "named the movement" is two
        plain = lower != "–" and lower not in STOP_WORDS and lower not in FRAME_WORDS and not periods_in(word)
        if plain or joins:
            phrases[-1].append(lower if first else word)
        else:
            phrases.append([])
        first = False
    return [phrase for phrase in phrases if phrase]


def _name_in(phrase: list[str], is_person: bool) -> list[str]:
    """From the first to the last capital: "runs Acme Ltd well" is about Acme Ltd; and what that name owns."""
    capitals = [number for number, word in enumerate(phrase) if word[:1].isupper()]
    name, owned = phrase[capitals[0] : capitals[-1] + 1], phrase[capitals[-1] + 1 :]
    if not _OWNING.search(name[-1]):
        return name
    return [*name[:-1], _OWNING.sub("", name[-1])] if is_person else name + owned


def _trimmed(phrase: list[str]) -> list[str]:
    """*phrase* without joining words, past verbs and adverbs at its end: "ferry usually" is the ferry."""
    while phrase and (phrase[-1].lower() in _JOINING or _SAYS_HOW.fullmatch(phrase[-1])):
        phrase = phrase[:-1]
    return phrase
