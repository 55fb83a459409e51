"""Misspelt words put right: towards words of the corpus and of plain English, as fingers slip."""

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4  # letters; of shorter words, too many are near
_LONG, _VERY_LONG = 5, 7  # letters from which a slip may be of any kind, and from which there may be two
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = frozenset(frozenset(pair) for row in _KEYS for pair in pairwise(row))
# What one slip more costs is 1.
_OTHER_BEGINNING = 0.6  # hardly anybody mistypes the first letter
_FINGERS = 0.5  # less where fingers slip like that
_OWN_WORD = 0.5  # less for words of the corpus and of asking
_RARITY = 0.3  # more for each power of ten of commoner words
_COMMONEST = 100


class Spelling:
    """Right spellings: the words of a corpus (`own`), and general English, the commonest word first."""

    def __init__(self, own: Sequence[str], english: Sequence[str] = ()) -> None:
        self._own = frozenset(own)
        self._english = english

    def correction(self, word: str) -> str | None:
        """The word that *word*, in lower case, is a misspelling of; None where none is near enough."""
        if len(word) < _SHORTEST or self._is_of_two_words(word):
            return None
        most = 1 if len(word) < _VERY_LONG else 2
        near = process.extract(word, self._spellings, scorer=OSA.distance, score_cutoff=most, limit=None)
        likely = [
            (self._cost(word, right, slips), right) for right, slips, _ in near if self._may_be(word, right)
        ]
        return min(likely, default=(0.0, None))[1]

    def _is_of_two_words(self, word: str) -> bool:
        """True for "footpath": a word made of two that are right is none that was mistyped."""
        cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
        return any(self._is_right(word[:cut]) and self._is_right(word[cut:]) for cut in cuts)

    def _is_right(self, word: str) -> bool:
        return word in self._own or word in self._ranks

    def _may_be(self, word: str, right: str) -> bool:
        """True for a slip of the fingers; words of the corpus may be misspelt in more ways.

        A rare word that is right is near others too, but seldom in that way, and less so where it is long.
        """
        if right not in self._own:
            return len(word) > _LONG and _slipped(word, right)
        one = OSA.distance(word, right) == 1
        return _slipped(word, right) or (len(word) >= _LONG and (one or word[0] == right[0]))

    def _cost(self, word: str, right: str, slips: float) -> float:
        """How unlikely it is that somebody who means *right* types *word*."""
        rarity = math.log10(1 + self._ranks.get(right, len(self._ranks)) / _COMMONEST)
        more = _OTHER_BEGINNING * (right[0] != word[0]) + _RARITY * rarity
        return slips + more - _FINGERS * _slipped(word, right) - _OWN_WORD * (right in self._own)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """How many English words are commoner than each."""
        return {word: rank for rank, word in enumerate(self._english)}

    @cached_property
    def _spellings(self) -> list[str]:
        return [
            word
            for word in dict.fromkeys((*self._own, *self._english))
            if len(word) >= _SHORTEST and word.isalpha()
        ]


def _slipped(word: str, right: str) -> bool:
    """True where *word* is *right* with a letter left out or doubled, two swapped, or a key beside it hit."""
    if len(word) == len(right) - 1:
        return any(right[:n] + right[n + 1 :] == word for n in range(len(right)))
    if len(word) == len(right) + 1:
        return any(word[n] == word[n - 1] and word[:n] + word[n + 1 :] == right for n in range(1, len(word)))
    other = [(typed, meant) for typed, meant in zip(word, right, strict=False) if typed != meant]
    if len(word) != len(right) or len(other) > 2:
        return False
    if len(other) == 1:
        return frozenset(other[0]) in _NEIGHBOURS
    return OSA.distance(word, right) == 1
