"""How much of a question's words a text has, with rare words counting for more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from assistant.index.generation import Generation
from assistant.terms import STOP_WORDS, stem, words


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of so many passages each stem stands."""

    passages: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, generation: Generation) -> "Rarity":
        """As the index counts them."""
        return cls(len(generation.passages), generation.stems)

    def share(self, found: Collection[str], asked: Collection[str]) -> float:
        """The share of the stems *asked* that is among those *found*, each weighing its idf; 0 of none."""
        whole = sum(map(self._idf, asked))
        return sum(self._idf(stem) for stem in asked if stem in found) / whole if whole else 0.0

    def _idf(self, stem: str) -> float:
        return log((self.passages + 1) / (self.counts.get(stem, 0) + 0.5))


def content_stems(text: str) -> frozenset[str]:
    """The stems of *text* that carry a subject, not grammar."""
    return frozenset(stem(word) for word in words(text) if word not in STOP_WORDS)
