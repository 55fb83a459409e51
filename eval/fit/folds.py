"""Splitting into parts that are each tested by what was fitted on all the others."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.int64]
_SEED = 1


def folds(size: int, count: int) -> Iterator[tuple[Indices, Indices]]:
    """The indices to fit on and those to test, *count* times; the same ones in every run."""
    order = np.random.default_rng(_SEED).permutation(size)
    for part in range(count):
        test = order[part::count]
        if test.size:
            yield np.setdiff1d(order, test), test
