"""A question that sets two things side by side, as one question about each of them."""

import re

from assistant.question.patterns import ASKING_WORD, any_of, whole
from assistant.question.periods import periods_in
from assistant.question.sides import times_in, what_is

_MORE = r"(?:more|less|higher|lower|bigger|larger|smaller|greater)"
_COMPARED = any_of(
    r"\b(?:differences?|gap|contrast|distinction) between (?P<first>.+?) and (?P<second>.+)$",
    rf"^(?:by )?how much {_MORE} (?:is|are|was|were|will be) (?P<greater>.+?) than (?P<less>.+)$",
    r"^(?:please )?(?:compare|contrast) (?P<one>.+?) (?:with|to|against|and) (?P<other>.+)$",
    r"^how (?:do|does|did|is|are|was|were) (?P<this>.+?) (?:differ|differs|different) from (?P<that>.+)$",
    r"^how (?:do|does|did) (?P<left>.+?) and (?P<right>.+?) (?:differ|compare)$",
    r"^(?P<here>.+?) (?:versus|vs\.?) (?P<there>.+)$",
    rf"^(?:which|what) (?:is|was|are|were|will be) (?:the )?{_MORE}[,:]? (?P<either>.+?) or (?P<or>.+)$",
    rf"^(?:is|was|are|were|will) (?P<which>.+?) (?:be )?{_MORE} than (?P<than>.+)$",
    r"^(?:by )?how much (?:do|does|did|will) (?P<over>.+?) (?:exceed|outstrip|top) (?P<under>.+)$",
    r"^(?:does|do|did|will) (?P<more>.+?) (?:exceed|outstrip|top) (?P<fewer>.+)$",
    r"^(?:is|was|are|were) (?P<like>.+?) (?:equal to|the same as) (?P<unlike>.+)$",
    r"^how (?:do|does|did) (?P<near>.+?) compare (?:with|to|against) (?!others?\b)(?P<far>.+)$",
)
_TOGETHER = r"(?:together|combined|altogether|in total|in all)"
_ADDED = any_of(
    rf"^what (?:do|does|did|will) (?P<first>.+?) and (?P<second>.+?) (?:come|add up|amount) to"
    rf"(?: {_TOGETHER})?(?P<when> (?:in|for) .+)?$",
    rf"^how much (?:is|are|was|were|do|does|did) (?P<one>.+?) and (?P<other>.+?)(?: come to| make)?"
    rf" {_TOGETHER}(?P<time> (?:in|for) .+)?$",
    r"\b(?:sum|total) of (?P<this>.+?) and (?P<that>.+)$",
)
_THAT_OF = re.compile(r"^(?:that|those|the one|the ones) (?P<link>of|for|in|on|from) ", re.I)
_OWNED = re.compile(r"[’']s? (?P<thing>.+)$")
_OWNER = re.compile(r"[’']s?$")
_IN_TIME = re.compile(r"\s+(?:in|for|during|of)\s*$", re.I)
_TIME_FIRST = re.compile(
    rf"^(?P<lead>(?:which|what) (?:is|was|are|were|will be) (?:the )?{_MORE})"
    r"(?P<when> (?:in|for|during) [^,]+?), (?P<rest>.+)$",
    re.I,
)
_TIME_LAST = re.compile(r",(?= (?:in|for|during) [^,]+$)", re.I)  # "the fee or the fine, in 2018"
_ONLY_A_TIME = re.compile(r"(?:\s|in|for|during|of|the|year|financial|that)*", re.I)
_OF_AGE = any_of(whole("previous", "old", "older", "earlier", "former", "new", "newer"))
_ASKS = re.compile(ASKING_WORD, re.I)
_LONGEST = 14  # words


def things_of(question: str) -> tuple[str, ...]:
    """The question for each of the two things that it compares or adds up, in its order; else nothing.

    "What is the difference between the fee and the fine in 2018?" asks "What is the fee in 2018?", then so
    of the fine.
    """
    text = _TIME_FIRST.sub(r"\g<lead> \g<rest>\g<when>", question.strip().rstrip("?. "))
    text = _TIME_LAST.sub("", text)
    match = _ADDED.search(text) or _COMPARED.search(text)
    if not match or _OF_AGE.search(text):  # an old and a new one are told in order of time
        return ()
    first, second, *when = (found.strip(" ,") for found in match.groups() if found)
    second = " ".join((second, *when))
    if _ONLY_A_TIME.fullmatch(_without_times(second)):
        return ()  # two times of one thing
    if len(times_in(text)) > 1 and not (periods_in(first) and periods_in(second)):
        return ()
    second = _whole(second, first)
    first += _time_of(second) if not periods_in(first) else ""
    if not all(0 < len(thing.split()) <= _LONGEST for thing in (first, second)):
        return ()
    if bool(_ASKS.match(first)) != bool(_ASKS.match(second)):
        return ()
    return _question_for(first), _question_for(second)


def _without_times(text: str) -> str:
    for period in reversed(periods_in(text)):
        text = text[: period.start] + text[period.end :]
    return text


def adds_up(question: str) -> bool:
    """True when *question* asks what two things come to together."""
    return bool(_ADDED.search(question.strip().rstrip("?. ")))


def _question_for(thing: str) -> str:
    return f"{thing[:1].upper()}{thing[1:]}?" if _ASKS.match(thing) else f"{what_is(thing)}?"


def _whole(second: str, first: str) -> str:
    """The second thing with the words that only the first has: "the fee's size" beside "the fine's"."""
    that_of, owned = _THAT_OF.match(second), _OWNED.search(first)
    if that_of:
        head = first.partition(f" {that_of['link'].lower()} ")[0]
        return f"{head} {that_of['link']} {second[that_of.end() :]}"
    if owned and _OWNER.search(second):
        return f"{second} {owned['thing']}"
    return second


def _time_of(thing: str) -> str:
    """The year at the end of *thing*, with the word that leads to it."""
    period = next(iter(periods_in(thing)), None)
    lead = _IN_TIME.search(thing[: period.start]) if period else None
    return thing[lead.start() :] if lead else ""
