"""A message as it is read for signs of harm: in small letters, and one way of writing it for many."""

import re

_ONE_WAY = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"[’‘`´]", "'"),
        (r"\bi(?: am|'m)\b", "im"),
        (r"\bi(?: have|'ve)\b", "ive"),
        (r"\bi(?: would|'d)\b", "id"),
        (r"\b(?:somebody|some1|anyone|anybody)\b", "someone"),
        (r"\b(he|she|it|there|that|who|what|someone)(?: is| has|'s)\b", r"\1s"),
        (r"\bthere are\b", "theres"),
        (r"\b(you|we|they)(?:'re)\b|\b(they)re\b", r"\1\2 are"),
        (r"\b(you|we|they)(?: have|'ve)\b", r"\1ve"),
        (r"\b(do|does|did|is|has|have|was|are|could|should|would)(?: not|n't)\b", r"\1nt"),
        (r"\b(?:can ?not|can't)\b", "cant"),
        (r"\b(?:will not|won't)\b", "wont"),
        (r"\bgonna\b", "going to"),
        (r"\bsu[ics]{1,4}d(?=es?\b)", "suicid"),
        (r"\bsu[ics]{1,4}d(?:al|le|el|ial)\b", "suicidal"),
        (r"\b(?:pls|plz|plse)\b", "please"),
        (r"\b(?:cos|coz|cuz|cus|bc)\b", "because"),
        (r"\br\b", "are"),
        (r"\bu\b", "you"),
        (r"\bbro\b", "brother"),
        (r"\b(?:grandda|grandda?d|granda)\b", "grandad"),
        (r"\bwanna\b", "want to"),
        (r"\b(?:any more|any longer)\b", "anymore"),
        (r"\b(?:mam|mom|mummy|mammy)\b", "mum"),
        (r"'", ""),
        (r"[^\w\s.?!£]+", " "),
        (r"\s+", " "),
    )
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


def said(message: str) -> str:
    """*message* in small letters, without apostrophes: "I am", "I'm" and "im" are all "im"."""
    text = message.lower()
    for pattern, written in _ONE_WAY:
        text = pattern.sub(written, text)
    return text.strip()


def sentences(text: str) -> list[str]:
    """The sentences of a *text* that `said` gave."""
    return [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()]
