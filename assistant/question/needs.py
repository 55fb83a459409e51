"""Where a message goes that the rules do not know: to the need that its meaning is likeliest to tell of.

The weights were learnt from the practice messages by `python -m eval.fit.needs`, for one encoder. With any
other only the rules are left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.question.route import (
    Route,
    asks,
    route_of,
    tells_of_themselves,
    tells_of_trouble,
    tells_without_seeking,
)

FILE = Path(__file__).parent / "needs.npz"
NO_NEED = "none"
Floats = NDArray[np.float32]

# Set on messages that the weights were not learnt from. Above the first, hardly a look-alike is sent to a
# signpost; above the second, few in need are missed, and a line about 999 beside an answer does no harm.
_SURE, _PERHAPS = 0.85, 0.4


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of a vector says for each route and for none; `encoder` is the SHA-256 of theirs."""

    names: tuple[str, ...]
    slopes: Floats
    starts: Floats
    encoder: str

    @classmethod
    def load(cls, file: Path = FILE) -> "Weights":
        """Read what `save` wrote."""
        with np.load(file, allow_pickle=False) as kept:
            names = tuple(map(str, kept["names"]))
            return cls(names, kept["slopes"], kept["starts"], str(kept["encoder"]))

    def save(self, file: Path) -> None:
        """Write them to *file*."""
        np.savez(file, names=self.names, slopes=self.slopes, starts=self.starts, encoder=self.encoder)

    def likeliest(self, vector: Floats) -> tuple[Route, float]:
        """The likeliest need that a message of this *vector* tells of, and how likely there is any at all."""
        odds = self.slopes @ vector + self.starts
        shares = np.exp(odds - odds.max())
        shares /= shares.sum()
        none = self.names.index(NO_NEED)
        needs = np.where(np.arange(len(shares)) == none, -1.0, shares)
        return Route(self.names[int(needs.argmax())]), float(1 - shares[none])


class Router:
    """Sends messages to help or to the documents: by the rules, and what these do not know by its meaning."""

    def __init__(self, encode: Callable[[str], Floats], encoder_sha256: str) -> None:
        weights = Weights.load()
        self._encode = encode
        self._weights = weights if weights.encoder == encoder_sha256 else None

    def route_of(self, message: str, earlier: Sequence[str] = ()) -> Route | None:
        """Where *message* is sent after the questions *earlier*; None for the documents."""
        found = route_of(message, earlier)
        if found is not None or asks(message):
            return found  # what is asked may be meant of others, however it sounds
        need, chance = self._likeliest(message)
        return need if chance >= _SURE else None

    def may_be_in_need(self, message: str) -> bool:
        """True where *message*, not signposted, tells something of its writer or may tell of a need."""
        told = tells_of_themselves(message) or tells_of_trouble(message)
        return told or self._likeliest(message)[1] >= _PERHAPS

    def _likeliest(self, message: str) -> tuple[Route | None, float]:
        """The likeliest need, and how likely any is: 0 where nothing is told, or something is sought."""
        if self._weights is None or not tells_without_seeking(message):
            return None, 0.0
        return self._weights.likeliest(self._encode(message.lower()))
