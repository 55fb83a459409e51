"""The vectors of all pieces and passages as plain arrays: exact cosines, and reuse by the next build."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant.index.encoder import Vectors
from assistant.types import Passage

FILES = KEYS, PASSAGES, PIECES = "keys.npy", "passages.npy", "pieces.npy"


def text_key(text: str) -> bytes:
    """What a vector is remembered by: a digest of exactly the text that was encoded."""
    return hashlib.sha256(text.encode()).hexdigest()[:32].encode()


def write(
    folder: Path, passage_texts: Sequence[str], piece_texts: Sequence[str], vectors: Mapping[str, Vectors]
) -> None:
    """Store the vector of each text, passages first; those of pieces in half precision, to save space."""
    keys = [text_key(text) for text in (*passage_texts, *piece_texts)]
    np.save(folder / KEYS, np.array(keys, dtype="S32"), allow_pickle=False)
    for name, texts, kind in ((PASSAGES, passage_texts, np.float32), (PIECES, piece_texts, np.float16)):
        rows = np.array([vectors[text] for text in texts], dtype=kind)
        np.save(folder / name, rows, allow_pickle=False)


def read(folder: Path) -> dict[bytes, Vectors]:
    """Every stored vector by its text's key; the more precise one of a text that is stored twice."""
    keys, passages, pieces = (np.load(folder / name, allow_pickle=False) for name in FILES)
    rows = [*passages, *pieces.astype(np.float32)]
    return dict(zip(map(bytes, reversed(keys)), reversed(rows), strict=True))


class PieceVectors:
    """Exact cosines between a question and the pieces of passages."""

    def __init__(self, vectors: Vectors, passages: Sequence[Passage]) -> None:
        self._vectors = vectors
        self._owners = [(passage.id, number) for passage in passages for number in range(len(passage.pieces))]
        ends = np.cumsum([len(passage.pieces) for passage in passages], dtype=int)
        self._rows = {
            passage.id: range(int(end) - len(passage.pieces), int(end))
            for passage, end in zip(passages, ends, strict=True)
        }

    @classmethod
    def load(cls, folder: Path, passages: Sequence[Passage]) -> "PieceVectors":
        """Read the vectors of these passages' pieces."""
        return cls(np.load(folder / PIECES, allow_pickle=False).astype(np.float32), passages)

    @property
    def count(self) -> int:
        """How many pieces there are; -1 when the array does not fit the passages."""
        return len(self._vectors) if len(self._vectors) == len(self._owners) else -1

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self._vectors.shape[1])

    def cosines(self, vector: Vectors, passage_ids: Sequence[str]) -> dict[tuple[str, int], float]:
        """The cosine of every piece of these passages; ids that are not known have none."""
        rows = [row for key in dict.fromkeys(passage_ids) for row in self._rows.get(key, ())]
        values = self._vectors[rows] @ vector
        return {self._owners[row]: float(value) for row, value in zip(rows, values, strict=True)}

    def nearest(self, vector: Vectors, n: int) -> list[tuple[str, int, float]]:
        """The `n` nearest of all pieces, best first: passage id, index in the passage, cosine."""
        values = self._vectors @ vector
        best = np.argsort(-values, kind="stable")[: max(n, 0)]
        return [(*self._owners[row], float(values[row])) for row in best]
