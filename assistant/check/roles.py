"""The role of a value in its sentence: the words that stand nearest to it, on either side."""

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.terms import FRAME_WORDS, STOP_WORDS, normalise, stem, words

_REACH = 8  # words that say something, on either side
_LIKE = 0.7  # a word of nearly the same meaning
OTHER_SIDE = 0.6  # "the budget is £5m" and "£5m, the budget" say the same, but order tells roles apart
_WORD_OR_STOP = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,;:()–—&]")
_AND = "and"
_PAUSE = 2  # a comma or an "and" parts as much as two words do

Role = Mapping[tuple[str, str], float]  # (side, stem) → how near the word stands


def role_of(text: str, start: int, end: int, barriers: Sequence[tuple[int, int]]) -> Role:
    """The words around the value at *start* to *end*, up to the next barrier, each with its nearness."""
    left = max((stop for _, stop in barriers if stop <= start), default=0)
    right = min((begin for begin, _ in barriers if begin >= end), default=len(text))
    role: dict[tuple[str, str], float] = {}
    for side, said in (("left", reversed(_tokens(text[left:start]))), ("right", _tokens(text[end:right]))):
        distance = 0
        for word in said:
            if not word[0].isalnum() or word == _AND:
                distance += _PAUSE
                continue
            role.setdefault((side, stem(word)), 1 / (1 + distance))
            distance += 1
            if distance > _REACH:
                break
    return role


def agreement(
    claimed: Role, given: Role, like: Callable[[str], frozenset[str]], other_side: float = OTHER_SIDE
) -> float:
    """How far the words around a *claimed* value stand around a *given* one, the nearest counting most."""
    return sum(
        max(
            (
                min(near, nearness) * (1.0 if at == side else other_side) * (1.0 if other == root else _LIKE)
                for (at, other), nearness in given.items()
                if other in like(root)
            ),
            default=0.0,
        )
        for (side, root), near in claimed.items()
    )


def _tokens(text: str) -> list[str]:
    """The words that say something, each "and", and the marks that part clauses, in lower case."""
    found = (word.lower() for word in _WORD_OR_STOP.findall(normalise(text)))
    return [word for word in found if word == _AND or not _is_grammar(word)]


def _is_grammar(word: str) -> bool:
    return word[0].isalnum() and (word in STOP_WORDS or word in FRAME_WORDS or not words(word))
