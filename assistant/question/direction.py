"""Which way a question says that a figure went: up, down, or it leaves that open."""

import re
from enum import StrEnum

from assistant.question.patterns import any_of, whole
from assistant.terms import normalise, stem


class Direction(StrEnum):
    """Which way a figure goes."""

    UP = "up"
    DOWN = "down"


_SAYS = {
    Direction.UP: any_of(
        whole("ris(?:e|es|en|ing)", "rose", "increas(?:e|es|ed|ing)", "gr[eo]w(?:s|n|ing)?", "growth"),
        whole("climb(?:s|ed|ing)?"),
        whole("(?:go|goes|going|went|gone|or) up", "more", "higher", "bigger"),
    ),
    Direction.DOWN: any_of(
        whole("fall(?:s|en|ing)?", "fell", "decreas(?:e|es|ed|ing)", "declin(?:e|es|ed|ing)"),
        whole("drop(?:s|ped|ping)?", "shr[aiu]nk(?:s|ing)?", "reduc(?:e|es|ed|ing|tion)", "cut"),
        whole("(?:go|goes|going|went|gone|come|came|or) down", "less", "lower", "smaller", "fewer"),
    ),
}
# The stems of the words above that say which way something goes, and little else.
DIRECTION_WORDS = frozenset(
    map(
        stem,
        "rise rises rising rose risen climb increase grow grows growing grew growth go goes going went up"
        " fall falls falling fell fallen decrease decline drop shrink down".split(),
    )
)
# Words that hold one figure against another.
COMPARING_WORDS = frozenset("higher lower bigger smaller greater more less fewer".split())
_WAYS = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "rise rises rising rose risen increase increased grow grows growing grew grown growth higher",
        "fall falls falling fell fallen decrease decreased decline drop dropped shrink lower",
    )
)
NEGATOR = re.compile(r"\b(?:not|no|never|cannot|neither|nor|none)\b|n't\b", re.I)


def opposites(root: str) -> frozenset[str]:
    """The stems of words that say the other way: what is rising decides whether it falls."""
    up, down = _WAYS
    return down if root in up else up if root in down else frozenset()


def direction_of(question: str) -> Direction | None:
    """The one direction that *question* says; None for both ("up or down?"), for none, and after a "not"."""
    text = normalise(question)
    said = [direction for direction, says in _SAYS.items() if says.search(text)]
    return said[0] if len(said) == 1 and not NEGATOR.search(text) else None
