"""Turns of phrase, each as the one word that says the same, so that sentences can be set side by side."""

import re
from collections.abc import Callable

_EVERY = {
    "year": "annually",
    "quarter": "quarterly",
    "month": "monthly",
    "fortnight": "fortnightly",
    "week": "weekly",
    "day": "daily",
}
_PERIOD = "|".join(_EVERY)

Says = str | Callable[[re.Match[str]], str]


def _often(match: re.Match[str]) -> str:
    return f"{match['before']}{_EVERY[match['period'].lower()]}"


_PHRASES: tuple[tuple[re.Pattern[str], Says], ...] = tuple(
    (re.compile(rf"\b{pattern}", re.I), says)
    for pattern, says in (
        ("(?:in order|so as) to", "to"),
        (rf"(?P<before>)(?:every|each|once an?|once (?:every|each)) (?P<period>{_PERIOD})", _often),
        (rf"(?P<before>(?:day|hour|meeting|twice|time)s? )(?:a|per) (?P<period>{_PERIOD})", _often),
        (rf"on an? (annual|(?:{'|'.join(_EVERY.values())})) basis", r"\1"),
        ("mak(?:e|es|ing) (?:sure|certain)", "ensure"),
        ("ha(?:s|ve|d) to", "must"),
        # Their stems are those of other words: to provide, an Act, a part.
        ("provided that", "if"),
        ("acting (?=chair|head|chief|director|(?-i:[A-Z]))", "deputy "),
        ("(?:partly|in part)", "incompletely"),
        ("continu(?:e|es|ed|ing) to", "still"),
        ("carr(?:y|ies|ied|ying) out", "undertake"),
        ("set(?:s|ting)? out", "outline"),
        ("(?:bring|brings|bringing|brought|pull|pulls|pulling) together", "unite"),
        ("a number of", "several"),
        ("mak(?:e|es|ing) up", "represent"),
        ("a lot of", "many"),
        ("(?:one|a) third", "a third"),
    )
)


def in_one_word(text: str) -> str:
    """*text* with each known turn of phrase as the word that says the same."""
    for pattern, says in _PHRASES:
        text = pattern.sub(says, text)
    return text
