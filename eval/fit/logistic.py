"""The weights of confidence: a logistic regression of whether an answer is right."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

from eval.fit.collect import Floats, Judgement
from eval.fit.folds import folds

_SHRINKING = 0.02
_REFUSAL_SHARE = 0.8  # all refusals together count this much of all right answers
_REFUSED = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9)


def fit_confidence(judgements: Sequence[Judgement], shrinking: float = _SHRINKING) -> Floats:
    """The weights, in the order of the grounds; one that is the same for every question is the bias."""
    grounds, right = _as_arrays(judgements)
    varies = grounds.std(axis=0) > 0
    middle = np.where(varies, grounds.mean(axis=0), 0.0)
    spread = np.where(varies, grounds.std(axis=0), 1.0)
    penalty = np.where(varies, shrinking, 0.0)
    start = np.zeros(grounds.shape[1])
    arguments = ((grounds - middle) / spread, right, _balance(right), penalty)
    weights = np.asarray(minimize(_loss, start, arguments, "L-BFGS-B", jac=True).x) / spread
    # What centring took off goes to the bias, whose ground is 1; a ground of 0 bears nothing.
    is_bias = ~varies & (grounds[0] != 0)
    return weights - np.where(is_bias, (weights[varies] @ middle[varies]) / max(1, is_bias.sum()), 0.0)


def cross_validated(judgements: Sequence[Judgement], count: int = 10) -> Floats:
    """The log-odds of every judgement under weights that were fitted without it."""
    grounds, _ = _as_arrays(judgements)
    odds = np.zeros(len(judgements))
    for train, test in folds(len(judgements), count):
        odds[test] = grounds[test] @ fit_confidence([judgements[index] for index in train])
    return odds


def area_under_curve(odds: Floats, right: npt.NDArray[np.bool_]) -> float:
    """How often a right answer has higher odds than one that is not; a tie is half."""
    higher = odds[right][:, None] - odds[~right][None]
    return float(((higher > 0) + 0.5 * (higher == 0)).mean())


def kept_at_refusal(odds: Floats, right: npt.NDArray[np.bool_]) -> list[tuple[float, float, float]]:
    """Least confidence, refusals that it makes of all that are due, and right answers that it keeps."""
    leasts = [float(np.quantile(odds[~right], share)) for share in _REFUSED]
    return [
        (least, float((odds[~right] <= least).mean()), float((odds[right] > least).mean()))
        for least in leasts
    ]


def _as_arrays(judgements: Sequence[Judgement]) -> tuple[Floats, npt.NDArray[np.bool_]]:
    right = np.array([judgement.is_right for judgement in judgements])
    return np.stack([judgement.grounds for judgement in judgements]), right


def _balance(right: npt.NDArray[np.bool_]) -> Floats:
    """How much each judgement counts: refusals are fewer, and should weigh nearly as much all together."""
    refusals = max(1, int((~right).sum()))
    return np.where(right, 1.0, _REFUSAL_SHARE * right.sum() / refusals)


def _loss(
    weights: Floats, grounds: Floats, right: npt.NDArray[np.bool_], balance: Floats, penalty: Floats
) -> tuple[float, Floats]:
    """The mean surprise with the penalty for large weights, and its gradient."""
    odds = grounds @ weights
    surprise = np.logaddexp(0.0, odds) - right * odds
    slope = (balance * (expit(odds) - right)) @ grounds / len(right)
    return float((balance * surprise).mean() + penalty @ weights**2), slope + 2 * penalty * weights
