"""The weights of evidence: a softmax over the pieces of each question, in which the gold ones should win."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from eval.fit.collect import Floats, Ranking
from eval.fit.folds import folds

# Scores keep the size that the distances between them in assistant/answer/ were set for.
SHARPNESS = 8.0
_SHRINKING = 0.0003  # of 0 to 0.01 the best recall of questions not fitted on, though by a few questions only


def fit_signs(rankings: Sequence[Ranking], shrinking: float = _SHRINKING) -> Floats:
    """The weights under which gold pieces are likeliest, drawn towards 0 by *shrinking*."""
    width = rankings[0].signs.shape[1]
    found = minimize(_loss, np.zeros(width), (rankings, shrinking), "L-BFGS-B", jac=True)
    return np.asarray(found.x, dtype=np.float64) / SHARPNESS


def recall(weights: Floats, rankings: Sequence[Ranking]) -> dict[int, float]:
    """The share of questions that have a gold piece first, or among the first three."""
    ranks = np.array([_rank(weights, ranking) for ranking in rankings])
    return {depth: float((ranks <= depth).mean()) for depth in (1, 3)}


def cross_validated(rankings: Sequence[Ranking], count: int = 6) -> dict[int, float]:
    """The recall of questions under weights that were fitted without them."""
    ranks = np.zeros(len(rankings))
    for train, test in folds(len(rankings), count):
        weights = fit_signs([rankings[index] for index in train])
        ranks[test] = [_rank(weights, rankings[index]) for index in test]
    return {depth: float((ranks <= depth).mean()) for depth in (1, 3)}


def _rank(weights: Floats, ranking: Ranking) -> int:
    """The rank, from 1, of the first gold piece."""
    order = np.argsort(-(ranking.signs @ weights), kind="stable")
    return int(np.argmax(ranking.gold[order])) + 1


def _loss(weights: Floats, rankings: Sequence[Ranking], shrinking: float) -> tuple[float, Floats]:
    """The mean surprise at the gold pieces with the penalty for large weights, and its gradient."""
    loss, slope = 0.0, np.zeros_like(weights)
    for ranking in rankings:
        scores = ranking.signs @ weights
        every, gold = logsumexp(scores), logsumexp(scores[ranking.gold])
        loss += every - gold
        slope += np.exp(scores - every) @ ranking.signs
        slope -= np.exp(scores[ranking.gold] - gold) @ ranking.signs[ranking.gold]
    count = len(rankings)
    return float(loss / count + shrinking * weights @ weights), slope / count + 2 * shrinking * weights
