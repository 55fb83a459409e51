"""The names in a sentence of a model: each stands in its source, and in the same order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.check.claim import Claim
from assistant.check.coverage import stands_in
from assistant.check.names import Name
from assistant.terms import normalise, stems

_I = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_STANDS_FOR = re.compile(r"\b(?:I|my|we|our|it|its|they|their|he|his|she|her|this|these)\b", re.I)
_IS = re.compile(r" (?:is|was|are|were) (?:the |a |an )?", re.I)
_BY = re.compile(r"\bby (?:the |his |her |their |its |my |our )?$", re.I)


@dataclass(frozen=True, slots=True)
class Around:
    """A source and the stems around it.

    `before` are what a pronoun may stand for, `author` those of whoever says "I", of which the `author_heads`
    say who it is, `about` those of the title, the headings and the rest of the passage.
    """

    told: str
    before: frozenset[str]
    author: frozenset[str]
    author_heads: frozenset[str]
    about: frozenset[str]
    abbreviations: Mapping[str, tuple[str, ...]]


def are_given(claim: Claim, around: Around) -> bool:
    """Whether the source itself has each name of *claim*, or a pronoun for the first one."""
    return all(_is_given(claim, name, around) for name in (*claim.people, *claim.names))


def are_in_order(claim: Claim, around: Around) -> bool:
    """Whether the names follow each other as in the source, or are turned round as a passive turns them."""
    text = normalise(around.told)
    if _follow_each_other(claim, around, text):
        return True
    placed = [(at, name) for name in _in_order(claim) if (at := _place(claim, name, around, text)) >= 0]
    order = [at for at, _ in placed]
    turns = [turn for turn in range(1, len(order)) if order[turn:] + order[:turn] == sorted(order)]
    return any(_may_turn(claim, placed[turn - 1][1], placed[turn][1], text, order) for turn in turns)


def _follow_each_other(claim: Claim, around: Around, text: str) -> bool:
    """Whether each name of the claim that *text* has stands there behind the one before it."""
    end = 0
    for name in _in_order(claim):
        if _place(claim, name, around, text) < 0:
            continue
        at = _place(claim, name, around, text[end:])
        if at < 0:
            return False
        end += at + 1
    return True


def _may_turn(claim: Claim, before: Name, after: Name, text: str, order: Sequence[int]) -> bool:
    """Whether one of the two is passive, or both say that the one is the other."""
    by_told, by_said = _BY.search(text[: order[0]]), _BY.search(claim.text[: after.start])
    is_told = _IS.search(text[min(order) : max(order)])
    is_said = _IS.fullmatch(claim.text[before.end : after.start])
    return bool(by_told) is not bool(by_said) or (len(order) == 2 and bool(is_told and is_said))


def _in_order(claim: Claim) -> list[Name]:
    return sorted((*claim.people, *claim.names), key=lambda name: name.start)


def _is_given(claim: Claim, name: Name, around: Around) -> bool:
    said = stems(claim.words_of(name))
    told = stems(around.told)
    if stands_in(said, told):
        return True
    short = around.abbreviations.get(claim.words_of(name).lower())
    if short and stands_in(stems(" ".join(short)), told):
        return True
    if said[-1] in told and set(said[:-1]) <= set(told) | around.about:
        return True
    if _I.search(around.told) and said[-1] in around.author_heads and set(said) <= around.author:
        return True
    is_first = claim.text[: name.start].lower() in {"", "the "}
    stood_for = around.before if _STANDS_FOR.search(around.told) else frozenset[str]()
    return is_first and set(said) - {"of", "the", "and"} <= stood_for


def _place(claim: Claim, name: Name, around: Around, text: str) -> int:
    """Where the source has the name, or the "I" of the author whose name it is; -1 where it has neither."""
    at = text.find(claim.words_of(name))
    speaks = _I.search(text)
    return speaks.start() if at < 0 and speaks and name.stems & around.author else at
