"""Where a message goes before anything is looked up: to help, or (None) to the documents.

A message is signposted when somebody tells of harm to themselves or to a person near them, or wants to report
or to complain. A question about policy that only names such things is not.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.question import signs_of_trouble as trouble
from assistant.question.patterns import any_of
from assistant.question.said import said, sentences
from assistant.question.signs_of_abuse import (
    CHILD_AT_RISK,
    DOMESTIC_ABUSE,
    DOMESTIC_HELPLINE,
    HATE_CRIME,
    SEXUAL_ABUSE,
    STALKING,
)
from assistant.question.signs_of_danger import (
    CANNOT_SPEAK,
    DANGER,
    IS_HERE,
    SILENT_CALL,
    SUICIDE,
    TEXT_USER,
    WAY_TO_DIE,
)
from assistant.question.signs_of_report import (
    COMPLAINT_COMMISSIONER,
    COMPLAINT_POLICE,
    MISSING_PERSON,
    REPORT_CRIME,
    VICTIM_SUPPORT,
    WAY_TO_THE_POLICE,
)
from assistant.terms import content_words


class Route(StrEnum):
    """The signposts, by the names under which `answer/signposts.yaml` has their texts."""

    DANGER = "danger"
    SUICIDE = "suicide"
    SILENT_CALL = "silent_call"
    TEXT_USER = "text_user"
    SEXUAL_ABUSE = "sexual_abuse"
    CHILD_AT_RISK = "child_at_risk"
    DOMESTIC_ABUSE = "domestic_abuse"
    MISSING_PERSON = "missing_person"
    STALKING = "stalking"
    HATE_CRIME = "hate_crime"
    COMPLAINT_COMMISSIONER = "complaint_commissioner"
    COMPLAINT_POLICE = "complaint_police"
    VICTIM_SUPPORT = "victim_support"
    REPORT_CRIME = "report_crime"


_Signs = Sequence[tuple[Route, re.Pattern[str]]]

# In the order of urgency: of two that fit one message the earlier is told.
_OF_HARM: _Signs = (
    (Route.DANGER, DANGER),
    (Route.SUICIDE, SUICIDE),
    (Route.SEXUAL_ABUSE, SEXUAL_ABUSE),
    (Route.CHILD_AT_RISK, CHILD_AT_RISK),
    (Route.HATE_CRIME, HATE_CRIME),
    (Route.STALKING, STALKING),
    (Route.DOMESTIC_ABUSE, DOMESTIC_ABUSE),
)
_HOWEVER_ASKED = (
    (Route.SUICIDE, WAY_TO_DIE),
    (Route.SILENT_CALL, SILENT_CALL),
    (Route.TEXT_USER, TEXT_USER),
    (Route.REPORT_CRIME, WAY_TO_THE_POLICE),
    (Route.DOMESTIC_ABUSE, DOMESTIC_HELPLINE),
)
_OF_WISHES = (
    (Route.MISSING_PERSON, MISSING_PERSON),
    (Route.COMPLAINT_COMMISSIONER, COMPLAINT_COMMISSIONER),
    (Route.COMPLAINT_POLICE, COMPLAINT_POLICE),
    (Route.VICTIM_SUPPORT, VICTIM_SUPPORT),
    (Route.REPORT_CRIME, REPORT_CRIME),
)
# The same in the wider words of trouble, which are only looked for where nothing else is sought.
_OF_HARM_IN_TROUBLE = (
    (Route.DANGER, trouble.DANGER),
    (Route.SUICIDE, trouble.SUICIDE),
    (Route.SEXUAL_ABUSE, trouble.SEXUAL_ABUSE),
    (Route.CHILD_AT_RISK, trouble.CHILD_AT_RISK),
    (Route.HATE_CRIME, trouble.HATE_CRIME),
    (Route.STALKING, trouble.STALKING),
    (Route.DOMESTIC_ABUSE, trouble.DOMESTIC_ABUSE),
)
_OF_WISHES_IN_TROUBLE = (
    (Route.MISSING_PERSON, trouble.MISSING_PERSON),
    (Route.COMPLAINT_COMMISSIONER, trouble.COMPLAINT_COMMISSIONER),
    (Route.COMPLAINT_POLICE, trouble.COMPLAINT_POLICE),
    (Route.VICTIM_SUPPORT, trouble.VICTIM_SUPPORT),
    (Route.REPORT_CRIME, trouble.REPORT_CRIME),
)
# Said of others, without a word of oneself, only these are clear enough.
_CLEAR_OF_OTHERS = frozenset((Route.DANGER, Route.SUICIDE, Route.CHILD_AT_RISK))
_ASKS = any_of(
    r"^(?:and |but |so |ok |please |also )*(?:who|what|whats|whos|whose|when|where|which|why|how|is|are|was"
    r"|were|do|does|did|has|have|had|can|could|will|would|should|tell me|give me|show me|list|explain)\b"
)
_PERSONAL = any_of(r"\b(?:i|im|ive|id|me|my|mine|myself|we|us|our|weve)\b")
_OTHERS = any_of(r"\b(?:he|she|they|the (?:police|force|council|panel|commissioner)|officers)\b")
# "I meant the other one" tells nothing of oneself, nor does an order to "write me a poem".
_POINTS = any_of(
    r"\b(?:he|hes|she|shes|him|her|they|them|someone|you|it|its)\b",
    r"\b(?:this|that|thats|these|those)\b(?! \w{3,})",
)
# Who says what they want, or asks where help is, is not asking about a thing.
_SEEKS_HELP = any_of(
    r"\b(?:get|need|give|any|where|who|can|could|there|what)\b.{0,25}"
    r"\b(?:help|support|advice|counselling|protection)\b(?! (?:and|service|scheme)\b)",
    r"\b(?:looks? after|turn to|above|do about|report (?:it|an?|the|this)|complain"
    r"|ring|rings|call|calls|phone|contact|speak|talk)\b",
)
_WISHES = any_of(r"\b(?:want|wants|need|needs|like to|wish|please|help|how (?:do|can) i|id)\b")
_ENOUGH = 2  # words of subject, for a question about a thing
_TELLS_SOMETHING = any_of(r"\b(?:i|im|ive|my|myself|we|our)\b(?! meant?\b)")
# Who writes in a hurry leaves "I" out, and "my" before a mother.
_TELLS = any_of(
    r"\b(?:i|im|ive|id|me|my|mine|myself|we|weve|us|our|ours|(?:mum|dad|nan|nana|gran|grandma|grandad)s?)\b",
    r"^(?:been|found|woke|told|walking|feeling|seen|saw|heard|can hear|came out|rang|paid|bought"
    r"|formal complaint)\b",
)
# Whoever names the documents, or asks for numbers, asks about policy, whatever happened to them once.
_OF_POLICY = any_of(
    r"\b(?:the|this|that|your|his|her|older|newest|latest|new|20\d\d) (?:\w+ )?(?:plans?|documents?"
    r"|reports?|strategy|strategies|priorit\w+|objectives?|budget)\b",
    r"\b(?:how many|how much|how often|how long|what percentage|what share|number of|figures|statistics"
    r"|rate of|priorities|according to|essay|councillor)\b",
    r"\b(?:is|are|was|anything) said about\b|\b(?:does|do|did)\b.{0,40}\bsay about\b",
    r"\b(?:in|since|by|from) (?:19|20)\d\d\b",
    r"\b(?:whats|what (?:is|was|are)|is there|are there) (?:a |an |the |any )?(?:target|aim|goal|priority"
    r"|objective)s?\b",
)
# What an earlier turn was about, for "it is happening to me".
_TOPICS = (
    (Route.SUICIDE, any_of(r"\b(?:suicid\w*|self harm\w*)\b")),
    (Route.SEXUAL_ABUSE, any_of(r"\b(?:rape\w*|sexual\w*)\b")),
    (Route.CHILD_AT_RISK, any_of(r"\b(?:child (?:abuse|neglect)|child sexual|groom\w+)\b")),
    (Route.DOMESTIC_ABUSE, any_of(r"\bdomestic\b")),
    (Route.STALKING, any_of(r"\b(?:stalk\w+|harass\w+)\b")),
    (Route.HATE_CRIME, any_of(r"\b(?:hate|racis\w+)\b")),
    (Route.REPORT_CRIME, any_of(r"\b(?:burgl\w+|robb\w+|theft|assault\w*|scam\w*|fraud)\b")),
)
_HAPPENS_TO_ME = any_of(
    r"\b(?:it|its|this|that|thats)\b.{0,20}\b(?:happen\w*|going on|done|what \w+ does|what (?:my|he"
    r"|she)\b.{0,20})\b.{0,20}\b(?:to|with|at) (?:me|us|my)\b"
)


def route_of(message: str, earlier: Sequence[str] = ()) -> Route | None:
    """Where *message* is sent after the questions *earlier*, the latest last; None for the documents."""
    text = said(message)
    each_said = sentences(text)
    told = _told(text)
    told.append(" ".join(told))
    of_policy = _OF_POLICY.search(text)
    of_others = of_policy or _asks_what_others_do(each_said)
    trouble_told = [] if of_others or trouble.SEEKS.search(text) else told[-1:]
    # Who tells of harm is sent to help though they ask about a thing, but not who tells of a theft.
    wishes_nothing = of_others or _asks_about_a_thing(each_said)
    return (
        _first(_OF_HARM[:2], told)
        or _first(_HOWEVER_ASKED[:1], [text])
        or _after(text, earlier)
        or (None if of_policy else _first(_HOWEVER_ASKED, [*each_said, text]))
        or _first(_OF_HARM[2:], told)
        or _in_trouble(_OF_HARM_IN_TROUBLE, trouble_told)
        or (None if wishes_nothing else _wish(told, trouble_told))
    )


def asks_of_others(message: str) -> bool:
    """True where *message*, whatever else it tells, asks what others do, or about a thing that has a name."""
    told = sentences(said(message))
    return _asks_what_others_do(told) or _asks_about_a_thing(told)


def tells_of_trouble(message: str) -> bool:
    """True where what *message* tells, beside what it asks, would be sent to help by itself."""
    text = said(message)
    told = " ".join(each for each in sentences(text) if not _ASKS.search(each))
    return told != text and route_of(told) is not None


def tells_of_themselves(message: str) -> bool:
    """True for *message* when it tells something of its writer, asks nothing, and seeks no information."""
    text = said(message)
    of_other_things = _OF_POLICY.search(text) or trouble.SEEKS.search(text)
    return bool(_TELLS_SOMETHING.search(text)) and not asks(message) and not of_other_things


def asks(message: str) -> bool:
    """True where any sentence of *message* is a question."""
    return any("?" in sentence or _ASKS.search(sentence) for sentence in sentences(said(message)))


def tells_without_seeking(message: str) -> bool:
    """True where some of *message* is more than a question about others, and no information is sought."""
    text = said(message)
    return bool(_told(text)) and not _OF_POLICY.search(text) and not trouble.SEEKS.search(text)


def _told(text: str) -> list[str]:
    """The sentences of *text* that speak of their writer, or ask nothing."""
    return [each for each in sentences(text) if _PERSONAL.search(each) or not _ASKS.search(each)]


def _in_trouble(signs: _Signs, told: Sequence[str]) -> Route | None:
    """Where somebody is sent who *told* something in the words of trouble: of others only what is urgent."""
    if any(map(_TELLS.search, told)):
        return _first(signs, told)
    return _first([sign for sign in signs if sign[0] in _CLEAR_OF_OTHERS], told)


def _wish(told: Sequence[str], trouble_told: Sequence[str]) -> Route | None:
    """What somebody wants who *told* something, the most urgent wish first, however it is worded."""
    wishes = zip(_OF_WISHES, _OF_WISHES_IN_TROUBLE, strict=True)
    found = (_first([plain], told) or _in_trouble([wide], trouble_told) for plain, wide in wishes)
    return next(filter(None, found), None)


def _asks_what_others_do(told: Sequence[str]) -> bool:
    """True where any sentence asks what others do, without a word of its writer."""
    return any(_OTHERS.search(each) for each in told if _asks_of_no_one(each))


def _asks_about_a_thing(told: Sequence[str]) -> bool:
    """True where the last sentence asks about a thing, and no sentence has a wish."""
    is_of_a_thing = bool(told) and _asks_of_no_one(told[-1]) and _is_about_a_thing(told[-1])
    return is_of_a_thing and not any(map(_WISHES.search, told))


def _asks_of_no_one(sentence: str) -> bool:
    return bool(_ASKS.search(sentence)) and not _PERSONAL.search(sentence)


def _is_about_a_thing(question: str) -> bool:
    """True where *question* stands alone, and asks for no help: "what is the mentor scheme for?"."""
    leans = _POINTS.search(question) or _SEEKS_HELP.search(question)
    return not leans and len(set(content_words(question))) >= _ENOUGH


def _first(signs: _Signs, texts: Sequence[str]) -> Route | None:
    """The first route whose signs any of *texts* has."""
    told = list(filter(None, texts))  # of nothing told there is no sign, and none has to be compiled
    return next((route for route, sign in signs if any(sign.search(text) for text in told)), None)


def _after(text: str, earlier: Sequence[str]) -> Route | None:
    """Where a message goes that says little by itself, after what was said *earlier*."""
    if not earlier:
        return None
    latest = said(earlier[-1])
    if _HAPPENS_TO_ME.search(text):
        return _first(_TOPICS, [latest])
    if route_of(latest) in _UNSAFE:
        return (
            Route.SILENT_CALL if CANNOT_SPEAK.search(text) else Route.DANGER if IS_HERE.search(text) else None
        )
    return None


_UNSAFE = frozenset(route for route, _ in _OF_HARM) | {Route.SILENT_CALL}
