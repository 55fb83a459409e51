"""What a ranking, a score or a set of words is worth, as one number from 0 to 1."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log2

import numpy as np


def ndcg(ranking: Sequence[str], gold: Collection[str], depth: int = 10) -> float:
    """The discounted gain of the first *depth* of a *ranking*, as a share of the best that *gold* allows.

    *ranking* names nothing twice; ValueError where *gold* is empty, as no ranking can then be right or wrong.
    """
    _refuse_empty(gold)
    best = sum(_discount(rank) for rank in range(min(len(gold), depth)))
    return sum(_discount(rank) for rank, found in enumerate(ranking[:depth]) if found in gold) / best


def recall(ranking: Sequence[str], gold: Collection[str], depth: int) -> float:
    """The share of *gold* among the first *depth* of a *ranking*; ValueError where *gold* is empty."""
    _refuse_empty(gold)
    return len(set(ranking[:depth]) & set(gold)) / len(set(gold))


def auroc(wanted: Collection[float], unwanted: Collection[float]) -> float:
    """How often one of *wanted* scores higher than one of *unwanted*; a tie is half.

    ValueError where either is empty.
    """
    _refuse_empty(wanted)
    _refuse_empty(unwanted)
    # Compared, not subtracted: a question without any evidence scores minus infinity.
    high, low = np.array(list(wanted))[:, None], np.array(list(unwanted))[None]
    return float(((high > low) + 0.5 * (high == low)).mean())


def refused_at(wanted: Collection[float], unwanted: Collection[float], false_refusals: float) -> float:
    """The share of *unwanted* below a limit that refuses at most the share *false_refusals* of *wanted*."""
    _refuse_empty(wanted)
    _refuse_empty(unwanted)
    allowed = int(false_refusals * len(wanted))
    limit = sorted(wanted)[allowed] if allowed < len(wanted) else float("inf")
    return sum(score < limit for score in unwanted) / len(unwanted)


def mean(values: Iterable[float]) -> float:
    """The mean; ValueError where there is nothing to take it of."""
    taken = list(values)
    _refuse_empty(taken)
    return sum(taken) / len(taken)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words that were found, words that were wanted, and how many are both; overlaps add up."""

    both: int = 0
    found: int = 0
    wanted: int = 0

    @classmethod
    def of(cls, found: Collection[str], wanted: Collection[str]) -> "Overlap":
        """The overlap of two sets of words."""
        return cls(len(set(found) & set(wanted)), len(set(found)), len(set(wanted)))

    def __add__(self, other: "Overlap") -> "Overlap":
        return Overlap(self.both + other.both, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that was wanted; 1 where nothing was found."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 1 where nothing was wanted."""
        return self.both / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
        total = self.found + self.wanted
        return 2 * self.both / total if total else 1.0


def first_occurrences(names: Iterable[str], depth: int) -> tuple[str, ...]:
    """The first *depth* different names, in the order in which each comes first."""
    return tuple(islice(dict.fromkeys(names), depth))


def _discount(rank: int) -> float:
    return 1 / log2(rank + 2)


def _refuse_empty(values: Collection[object]) -> None:
    if not values:
        raise ValueError("there is nothing to measure")
