"""How well one line goes on from another, judged by the corpus's own sentences."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from assistant.reading.wording import Wording

_ENDINGS = ("tion", "ment", "ing", "ity", "ly", "ed", "ers", "er", "al", "ive", "es", "s")
_COMMONEST = 90
# How well a list item goes on from a line that ends with this sign.
_BEFORE_BULLET = {":": 3.0, ";": 1.5, ".": 0.5}
_LOWEST, _HIGHEST = -2.5, 3.0


class Flow:
    """Scores the joint between two lines: above nought where they read on, below where they do not."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._common = frozenset(word for word, _ in wording.words.most_common(_COMMONEST))
        self._pairs: Counter[tuple[str, str]] = Counter()
        for (left, right), count in wording.tokens.items():
            self._pairs[self._sort(left), self._sort(right)] += count
        self._lefts: Counter[str] = Counter()
        self._rights: Counter[str] = Counter()
        for (left, right), count in self._pairs.items():
            self._lefts[left] += count
            self._rights[right] += count
        self._total = max(1, sum(self._pairs.values()))
        self.goes_on = lru_cache(maxsize=20_000)(self._goes_on)

    def _goes_on(self, before: str, after: str) -> float:
        left, right = before.split()[-1:], after.split()[:1]
        if not left or not right:
            return 0.0
        if right[0][0] in "•◦●▪":
            return _BEFORE_BULLET.get(before[-1], -0.5)
        if len(left[0]) > 1 and left[0].endswith("-"):
            return _HIGHEST if self._is_word(left[0] + _bare(right[0])) else 0.0
        joint = self._sorts_score(self._sort(left[0]), self._sort(right[0]))
        return joint + self._pair_score(left[0], right[0])

    def _is_word(self, hyphenated: str) -> bool:
        words = self._wording.words
        return bool(words[hyphenated.lower()] or words[hyphenated.lower().replace("-", "")])

    def _sorts_score(self, left: str, right: str) -> float:
        """How much likelier the two sorts of words stand together than apart."""
        expected = self._lefts[left] * self._rights[right] / self._total
        score = math.log((self._pairs[left, right] + 0.5) / (expected + 0.5))
        return max(_LOWEST, min(_HIGHEST, score))

    def _pair_score(self, left: str, right: str) -> float:
        """How much likelier these two very words stand together than apart, if they ever do."""
        one, other = _bare(left), _bare(right)
        known = self._wording.pairs[one, other] if left[-1].isalpha() else 0
        if not known:
            return 0.0
        words = self._wording.words
        apart = words[one] * words[other] / self._total
        return min(_HIGHEST, math.log1p((known - 0.5) / (apart + 0.1)))

    def _sort(self, token: str) -> str:
        """What sort of word a token is: itself if common, else by its ending, its capital and its stop."""
        word = _bare(token)
        stop = token[-1] if token[-1] in ".,;:?!" else ""
        if stop:
            return "." if stop in ".?!" else stop
        if not word:
            return "figure" if any(char.isdigit() for char in token) else "mark"
        if word in self._common:
            return word if token[:1].islower() else f"^{word}" if word in ("the", "i") else "Capital"
        if token[:1].isupper():
            return "Capital"
        return next((f"-{ending}" for ending in _ENDINGS if word.endswith(ending)), "word")

    def parts_word(self, text: str, place: int) -> bool:
        """Whether `place` is inside a word that the corpus does not know, between two that it does."""
        if not (text[place - 1 : place].isalpha() and text[place].islower()):
            return False
        left = re.search(r"[^\W\d_]+$", text[:place])
        right = re.match(r"[^\W\d_]+", text[place:])
        if left is None or right is None or min(len(left[0]), len(right[0])) < 3:
            return False
        words = self._wording.words
        whole = (left[0] + right[0]).lower()
        known = words[left[0].lower()] > 0 or len(left[0]) > 4
        return words[whole] <= 1 and known and words[right[0].lower()] > 1


def _bare(token: str) -> str:
    return "".join(_letters(token)).lower()


def _letters(token: str) -> Iterator[str]:
    return (char for char in token.strip("‘’“”'\"()[].,;:?!") if char.isalpha() or char in "-’'")
