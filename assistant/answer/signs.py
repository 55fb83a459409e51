"""The signs by which a piece is weighed for a question, and how much each of them counts."""

from operator import mul
from typing import NamedTuple


class Signs(NamedTuple):
    """One number for each sign: what a piece shows, or what the sign counts.

    `answers` and `holds` are what the reader says of the piece, from 0 to 1, and 0 where it has not read it.
    """

    coverage: float
    own_coverage: float
    cosine: float
    next_cosine: float
    best_cosine: float
    passage_cosine: float
    rank: float
    kind: float
    period: float
    timely: float
    recency: float
    focus: float
    avoid: float
    fragment: float
    question: float
    announces: float
    heading: float
    titled: float
    other_name: float
    answers: float = 0.0
    holds: float = 0.0

    def score(self, weights: "Signs") -> float:
        """The weight of the piece that shows these signs."""
        total: float = sum(map(mul, weights, self))
        return total


# A softmax over the pieces of each question, fitted on questions for tuning: `python -m eval.fit` prints such
# weights, and the held-out questions say whether they hold.
WEIGHTS = Signs(
    coverage=0.84,
    own_coverage=0.34,
    cosine=0.50,
    next_cosine=0.14,
    best_cosine=0.38,
    passage_cosine=0.30,
    rank=0.00,
    kind=0.42,
    period=0.31,
    timely=0.40,
    recency=0.16,
    focus=0.05,
    avoid=-0.40,
    fragment=-0.11,
    question=0.00,
    announces=-0.20,
    heading=0.19,
    titled=0.50,
    other_name=-0.34,
)
# The same for pieces that the reader has judged too.
WEIGHTS_READ = Signs(
    coverage=0.76,
    own_coverage=0.44,
    cosine=0.40,
    next_cosine=0.19,
    best_cosine=0.45,
    passage_cosine=0.26,
    rank=-0.12,
    kind=0.26,
    period=0.19,
    timely=0.49,
    recency=0.16,
    focus=-0.04,
    avoid=-0.32,
    fragment=-0.05,
    question=-0.07,
    announces=-0.07,
    heading=0.18,
    titled=0.50,
    other_name=-0.27,
    answers=0.18,
    holds=0.37,
)
