"""A question that sets two times side by side, as one question about each of them."""

import re

from assistant.question.patterns import ASKING_WORD, any_of, whole
from assistant.question.periods import periods_in
from assistant.types import Span

_NOW = any_of(whole("now", "today", "nowadays", "at present", "current", "latest", "newest", "present"))
_PAPER = (
    r"(?:plan|report|paper|page|news|article|item|consultation|refresh|document|version|edition|update)s?"
)
PAPER = re.compile(rf"\b{_PAPER}\b", re.I)
# What belongs to a time, before and after the year itself: "in the plan of (2015)", "under the (2018) plan".
_BEFORE = re.compile(
    r"(?:(?:^|(?<=\s))(?:in|of|for|from|on|under|by|at|around|since|during|between|as|with|to|the|that|those"
    r"|one|ones|which|came|start|end|spring|summer|autumn|winter|early|late|refreshed|\d{1,2}|"
    rf"{_PAPER}|(?:janu|febru)ary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\s+)+$",
    re.I,
)
_AFTER = re.compile(rf"(?:\s+(?:{_PAPER}|one|ones|refreshed)\b)*", re.I)
# Whatever it is called: "the 2019 rules".
_NAMED_AFTER = re.compile(r"\s+(?!(?:and|or|with|to|say|is|was|each|both|then)\b)[^\W\d_]+\b", re.I)
_AND = re.compile(r"[,\s]*(?:and|to|with|versus|vs\.?|or|then|compared (?:with|to))?[,\s]*", re.I)
_AGAINST = any_of(r"[,\s]*\b(?:compar\w+|differ\w*|versus|vs\.?|against|with|and)\b")
_LINK = re.compile(
    r"^(?:(?:(?:in|of|on|from)\s+)?the ones?|between|from|to|with|since|as|and|that|those|which|came"
    r"|ones?)\s+",
    re.I,
)
# "Night buses: the plan of 2014 and the view now": what stands before the colon is asked about.
_TOPIC = re.compile(rf"(?P<topic>[^:?!.]{{3,60}}): (?!.*\b{ASKING_WORD})", re.I)
_LEADS = re.compile(r"(?:in|of|on|under|at|for|by|now|today|nowadays)\b", re.I)
_CHANGED = r"(?:chang|evol|develop|compar|differ|gr[eo]w|mov|alter)\w*"
_HOW_IT_CHANGED = re.compile(
    rf"^how (?:has|have|had|did|does|do|is|are|was|were) (?P<thing>.+?)(?:\s+{_CHANGED}\b.*)?$", re.I
)
_WHAT_CHANGED = re.compile(rf"^what (?:has |have |is |was )?{_CHANGED} (?:about|in|for|with|to) ", re.I)
_COMPARE = re.compile(r"^(?:please )?(?:compare|contrast)\s+", re.I)
_BOTH = re.compile(r"\b(?:each|both)\s+", re.I)
# Of each of two times the thing itself is asked, and not a difference.
_DIFFERENCE = re.compile(
    r"^(what (?:is|are|was|were) )the (?:differences?|changes?) (?:between|in) (?=(?:the|its|our|his|her) )",
    re.I,
)
_THING = re.compile(r"(?:the|its|his|her|their|our|your) (?!ones?\b)[\w'’-]+(?: [\w'’-]+){0,4}", re.I)
_LED_BY = r"(?:of|in|for|on|to|with|at|by|from)\b"
_PLURAL = re.compile(rf"(?:(?!{_LED_BY})[\w'’-]+ )*?[\w'’-]*[^\Ws]s(?=$| {_LED_BY})", re.I)
_ASKS = re.compile(rf"\b{ASKING_WORD}", re.I)
_HOW, _DO = re.compile("^how", re.I), re.compile(r"\bdo\s*$", re.I)
_DIFFER_ON = re.compile(rf"\b{_CHANGED} (?:on|about|in|over|as to)\b", re.I)
_ASKS_OF = re.compile(rf"\b{ASKING_WORD}.*\b(?:do|does|did|has|have|had|will|is|are|was|were)\s*$", re.I)


def sides_of(question: str) -> tuple[str, ...]:
    """The question asked of each of the two times that it compares, in its order; else nothing.

    "How has the fee changed between 2015 and 2018?" asks "What is the fee in 2015?" and "… in 2018?".
    """
    text = _DIFFERENCE.sub(r"\1", _BOTH.sub("", question.strip().rstrip("?. ")))
    times = times_in(text)
    if len(times) != 2:
        return ()
    if topic := _TOPIC.match(text):
        named = (_phrase(text[slice(*_with_its_words(text, time, topic.end()))]) for time in times)
        return tuple(f"What is said about {topic['topic']} {time}?" for time in named)
    first = _with_its_words(text, times[0], 0)
    second = _with_its_words(text, times[1], first.end)
    against = _AGAINST.search(text, first.end, second.start)
    other = ""
    if _AND.fullmatch(text, first.end, second.start):
        rest = text[second.end :]
        subject = f"{text[: first.start]} {rest}"
    elif against:
        rest = text[first.end : against.start()]
        subject = f"{text[: first.start]} {rest}"
        other = _other_thing(text[against.end() : second.start])
    else:
        return ()
    if _ASKS_OF.search(text[: first.start]) and rest.strip() and not other:
        return _asked_of_papers(text, first, second, rest)
    thing = _thing(" ".join(subject.split()).strip(" ,:;"), changes=bool(re.search(_CHANGED, text, re.I)))
    asked = zip((thing, other or thing), (first, second), strict=True)
    return tuple(f"{what} {_phrase(text[slice(*time)])}?" for what, time in asked) if thing else ()


def _asked_of_papers(text: str, first: Span, second: Span, rest: str) -> tuple[str, ...]:
    """What is asked of two papers, asked of each: "What did the 2015 plan say of fees?"."""
    named = [_LINK.sub("", text[slice(*time)].strip()) for time in (first, second)]
    papers = [paper if paper.lower().startswith("the ") else f"the {paper}" for paper in named]
    kind = PAPER.search(papers[1])
    if kind and not PAPER.search(papers[0]):  # "the 2015 and 2018 plans"
        papers = [f"{papers[0]} {kind.group()}", papers[1]]
    asks = text[: first.start]
    if differ := _DIFFER_ON.search(rest):
        asks, rest = _HOW.sub("What", asks), f"{rest[: differ.start()]}say about{rest[differ.end() :]}"
    return tuple(f"{_agreeing(asks, paper)}{paper}{rest}?" for paper in papers)


def _agreeing(asks: str, paper: str) -> str:
    """*asks* as it is said before *paper*: "what do" is said of several."""
    return asks if paper.endswith("s") else _DO.sub("does ", asks)


def times_in(text: str) -> list[Span]:
    """Where years, and words for the present, stand in *text*."""
    years = [Span(period.start, period.end) for period in periods_in(text)]
    return sorted([*years, *(Span(*match.span()) for match in _NOW.finditer(text))])


def _with_its_words(text: str, time: Span, start: int) -> Span:
    """A time with the words from *start* on that belong to it."""
    before = _BEFORE.search(text[start : time.start])
    begin = start + before.start() if before else time.start
    after = _AFTER.match(text, time.end)
    if after and not after.group() and text[: time.start].lower().endswith("the "):
        after = _NAMED_AFTER.match(text, time.end)
    return Span(begin, after.end() if after else time.end)


def _phrase(time: str) -> str:
    """A time as it may stand at the end of a question."""
    told = time.strip()
    while shorter := _LINK.sub("", told):
        if shorter == told:
            break
        told = shorter
    return (
        told if re.match(r"(?:in|of|on|under|at|for|by|now|today|nowadays)\b", told, re.I) else f"in {told}"
    )


def _other_thing(told: str) -> str:
    """What is asked of the second time, where it is not what is asked of the first; else nothing."""
    thing = _AND.sub("", told, count=1).strip()
    return what_is(thing) if _THING.fullmatch(thing) else ""


def what_is(thing: str) -> str:
    """The question for a thing; several things are asked for as a list."""
    return f"What {'are' if _PLURAL.match(thing) else 'is'} {thing}"


def _thing(subject: str, *, changes: bool) -> str:
    """What is asked of each time: a question, without the words that compare."""
    told = _WHAT_CHANGED.sub("", _COMPARE.sub("", subject))
    match = _HOW_IT_CHANGED.match(told) if changes else None
    if match:
        return what_is(match["thing"])
    return told if _ASKS.search(told) else what_is(told) if told else ""
