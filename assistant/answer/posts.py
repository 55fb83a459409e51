"""Who holds a post: that of the body asked about, at the place in its succession that is asked about."""

import re

from assistant.question.kinds import POST
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.terms import content_stems, normalise, stem

# An office has its own name; that somebody leads a body may be said in many ways ("its chief executive").
_OFFICES = (
    r"chair(?:s|ed|man|woman|person)?",
    r"captain(?:s|ed)?",
    r"presid(?:es|ed|ent)",
    "secretary",
    "treasurer",
    "patron",
    r"chief executive|ceo",
)
_LEADS = (r"heads?|headed", r"leads?|led|leader", r"direct(?:s|ed|or)", r"manage[sdr]?")
_WHEN = r"(?:in|during|under|according|since|until|before|after|when|now|today|at the time)\b"
_WHO_HOLDS = any_of(
    r"\bwho(?:'s| is| was| has been)? (?:(?:the|a|in|currently|now) )*"
    rf"(?P<post>{'|'.join((*_OFFICES, *_LEADS))})\b(?: (?:of|for|at))?"
    rf"(?: (?P<body>(?!{_WHEN})(?:(?! {_WHEN}).)+))?"
)
_FOR_NAME = any_of(
    r"\bwho(?:'s| is| was) (?:(?:the|your|our|their|his|her|its|currently|now) )+"
    rf"(?:[\w-]+ ){{0,3}}?{POST}\b",
    rf"\bnames? of (?:[\w'-]+ ){{1,6}}?(?:{POST}|members?|councillors?|people|person|man|woman)\b",
    r"\b(?:what(?:'s| is| are| was| were) (?:his|her|their)|his or her) names?\b",
)
_DOES = any_of(
    r"\b(?:does|did|do|is|was|has|had|will|can|could|would|should|must|may) (?:the|our|your|their) "
    rf"(?P<post>(?:[\w-]+ ){{0,3}}?(?!officer){POST}"
    r"(?: (?:constable|executive|commissioner|officer|director))?+)\b(?!['’]s)"
)
_HOLDS = any_of(rf"\b{POST}\b")
_SAYS_I, _SAYS_HE = re.compile(r"\bI\b"), any_of(r"\b(?:he|him|his|she|her|hers)\b")
_RANK = r"(?P<rank>deputy|assistant|vice|acting|interim)"
_RANKED = any_of(rf"\b{_RANK}[ -](?P<post>[a-z]+)")
_MOST = 0.5  # of the words of the body asked about
_SUCCESSION = any_of(
    r"^who\b.*\b(?:before|after|preceded|succeeded|followed|replaced|took over from|prior to)"
    r" (?:him|her|them|(?-i:[A-Z]))"
)
_SUCCEEDS = any_of(
    r"\b(?:predecessor|successor|succe(?:ed|ss)|precede|preceding|replac|follow|former|previous|before|after"
    r"|took over)"
)


def is_another_holder(query: Query, text: str, owner: str = "") -> bool:
    """True where *query* asks who holds a post, and *text* names that of another or of another time.

    Where no body is named, that of the document's *owner* is meant.
    """
    is_of_another = _is_of_another(query, text, owner) or _is_of_other_rank(query, text)
    return is_of_another or _misses_succession(query, text)


def asks_for_name(question: str) -> bool:
    """True where only somebody's name answers: "who is the deputy mayor?", "the names of the members"."""
    return bool(_FOR_NAME.search(normalise(question)))


def is_the_authors_own(question: str, text: str, author: str) -> bool:
    """True where *question* asks what the holder of a post does, and *text* says what its *author* does."""
    asked = _DOES.search(normalise(question))
    if not asked or not _HOLDS.search(normalise(author)) or not _SAYS_I.search(text) or _SAYS_HE.search(text):
        return False
    post = content_stems(asked["post"])
    return not post <= content_stems(author) and not post <= content_stems(text)


def _is_of_another(query: Query, text: str, owner: str) -> bool:
    """True where *query* asks who holds a post, and *text* speaks of that post in other bodies alone.

    An office must be spoken of at all: a member is not the chair.
    """
    asked = _WHO_HOLDS.search(normalise(query.text))
    if not asked:
        return False
    office = next((form for form in _OFFICES if re.fullmatch(form, asked["post"], re.I)), None)
    told = normalise(text)
    if office and not any_of(rf"\b(?:{office})\b").search(told):
        return True
    post = office or "|".join(_LEADS)
    held = any_of(rf"\b(?:{post}) (?:of|for|at) (?P<body>[^,.;:()]+)").finditer(told)
    bodies = [content_stems(match["body"]) for match in held]
    if not asked["body"]:
        own = content_stems(owner)
        return bool(bodies and own) and not any(own & other for other in bodies)
    body = content_stems(asked["body"])
    return bool(bodies and body) and not any(len(body & other) >= _MOST * len(body) for other in bodies)


def _is_of_other_rank(query: Query, text: str) -> bool:
    """True where the deputy is asked about and *text* tells of the chief alone, or the other way round."""
    asked, told = _RANKED.search(normalise(query.text)), normalise(text)
    if asked:
        return not any_of(rf"\b{asked['rank']}\b").search(told)
    ranked = {stem(match["post"].lower()) for match in _RANKED.finditer(told)}
    return not (ranked - content_stems(_RANKED.sub(" ", told))).isdisjoint(query.asked_for[-1:])


def _misses_succession(query: Query, text: str) -> bool:
    """True where *query* asks who came before or after somebody, and *text* does not speak of that."""
    return bool(_SUCCESSION.search(normalise(query.text))) and not _SUCCEEDS.search(normalise(text))
