"""The vectors of single words of the corpus: which of them mean nearly the same as a word of a question."""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant import terms
from assistant.index.encoder import Vectors
from assistant.index.pieces import text_key

FILES = VECTORS, STEMS = "words.npy", "words.json"
_LEAST_LETTERS = 3
_LEAST_COSINE = 0.55
_MOST_LIKE = 8
_MOST_REMEMBERED = 4096


def stem_words_of(counts: Mapping[str, int]) -> dict[str, str]:
    """For each stem, in alphabetical order, the word that stands for it: the one in the most passages.

    Numbers, short words and grammar words stand for nothing; of equally common words the first is taken.
    """
    chosen: dict[str, str] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if word.isalpha() and len(word) >= _LEAST_LETTERS and word not in terms.STOP_WORDS:
            chosen.setdefault(terms.stem(word), word)
    return dict(sorted(chosen.items()))


def write(
    folder: Path, stem_words: Mapping[str, str], vectors: Mapping[str, Vectors], dimension: int
) -> None:
    """Store each stem with its word, and the word's vector in half precision in the same order."""
    rows = np.empty((len(stem_words), dimension), dtype=np.float16)
    for row, word in enumerate(stem_words.values()):
        rows[row] = vectors[word]
    np.save(folder / VECTORS, rows, allow_pickle=False)
    # Kept beside the vectors, not worked out again: another list of grammar words would shift the rows.
    (folder / STEMS).write_text(json.dumps(stem_words, ensure_ascii=False), encoding="utf-8")


def read(folder: Path) -> dict[bytes, Vectors]:
    """Every stored word's vector, by the key of its text."""
    stem_words, rows = _load(folder)
    return dict(zip(map(text_key, stem_words.values()), rows, strict=True))


class WordVectors:
    """Cosines between any words and those of the corpus; safe to share between threads."""

    def __init__(self, folder: Path, encode: Callable[[Sequence[str]], Vectors]) -> None:
        """Read what `write` wrote; `encode` gives the vectors of words that the corpus does not have."""
        stem_words, self._vectors = _load(folder)
        self._stems = list(stem_words)
        self._rows = {stem: row for row, stem in enumerate(self._stems)}
        self._encode = encode
        self._remembered: dict[str, Vectors] = {}
        self._lock = threading.Lock()

    @property
    def count(self) -> int:
        """How many words there are; -1 when the array does not fit the stems."""
        return len(self._stems) if len(self._stems) == len(self._vectors) else -1

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self._vectors.shape[1])

    def like(self, words: Sequence[str]) -> dict[str, tuple[tuple[str, float], ...]]:
        """For each word, stems of corpus words that mean nearly the same, with their cosines, best first."""
        vectors = self._vectors_of(words)
        return {word: self._best(word, self._cosines(vector)) for word, vector in vectors.items()}

    def _cosines(self, vector: Vectors) -> Vectors:
        # Not `@`: on a busy machine that waits 8 ms and more for a second core, to save a tenth of one.
        cosines: Vectors = np.einsum("ij,j->i", self._vectors, vector)
        return cosines

    def _best(self, word: str, cosines: Vectors) -> tuple[tuple[str, float], ...]:
        near = np.flatnonzero(cosines >= _LEAST_COSINE)
        near = near[np.argsort(-cosines[near], kind="stable")]
        own = self._rows.get(terms.stem(word))
        return tuple((self._stems[row], float(cosines[row])) for row in near if row != own)[:_MOST_LIKE]

    def _vectors_of(self, words: Sequence[str]) -> dict[str, Vectors]:
        rows = {word: self._rows.get(terms.stem(word)) for word in words}
        with self._lock:
            found = {
                word: self._remembered.get(word) if row is None else self._vectors[row]
                for word, row in rows.items()
            }
        known = {word: vector for word, vector in found.items() if vector is not None}
        if new := [word for word in found if word not in known]:
            encoded = dict(zip(new, self._encode(new), strict=True))
            self._remember(encoded)
            known |= encoded
        return {word: known[word] for word in found}

    def _remember(self, vectors: Mapping[str, Vectors]) -> None:
        with self._lock:
            self._remembered |= vectors
            for oldest in list(self._remembered)[:-_MOST_REMEMBERED]:
                del self._remembered[oldest]


def _load(folder: Path) -> tuple[dict[str, str], Vectors]:
    stem_words: dict[str, str] = json.loads((folder / STEMS).read_text(encoding="utf-8"))
    return stem_words, np.load(folder / VECTORS, allow_pickle=False).astype(np.float32)
