"""Retrieval as it is commonly built, to compare ours with: whole texts, no understanding of the question."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant.index.encoder import QuestionEncoder, Vectors
from assistant.index.manifest import ENCODER, live_folder
from assistant.index.words import Words, write
from assistant.settings import Settings
from assistant.terms import STOP_WORDS
from assistant.terms import words as words_of
from assistant.types import Passage

Search = Callable[[str], Sequence[str]]
BOTH = "BM25 + all-MiniLM-L6-v2"
_RRF_K = 60
_DEPTH = 100


class PlainHybrid:
    """BM25 and the vectors of whole texts, as far as the encoder reads, and both fused by rank (k = 60)."""

    def __init__(self, texts: Mapping[str, str], settings: Settings) -> None:
        """Index *texts* by their ids: a words index beside the index of *settings*, vectors by its encoder.

        It is the exported encoder: the same vectors in little more than half the time.
        """
        self._ids = sorted(texts, key=lambda key: len(texts[key]))  # texts of one length waste no padding
        self._encoder = QuestionEncoder(live_folder(settings.index) / ENCODER)
        self._vectors: Vectors = self._encoder.encode([texts[key] for key in self._ids])
        file = settings.index.with_name(f"{settings.corpus.name}-plain.sqlite")
        self._words = words_index(texts, file)

    @property
    def systems(self) -> Mapping[str, Search]:
        """The three ways to search, by the names that they have in a table."""
        return {
            "BM25": self.by_words,
            "all-MiniLM-L6-v2": self.by_vectors,
            BOTH: self.by_both,
        }

    def by_words(self, question: str) -> list[str]:
        """Ids by BM25 over the words of *question* that carry a subject, best first."""
        return by_words(self._words, question, _DEPTH)

    def by_vectors(self, question: str) -> list[str]:
        """Ids by cosine, best first."""
        return [self._ids[row] for row in np.argsort(-self._cosines(question), kind="stable")[:_DEPTH]]

    def by_both(self, question: str) -> list[str]:
        """Ids by the sum of their reciprocal ranks in the two lists, best first."""
        fused: dict[str, float] = {}
        for ranking in (self.by_words(question), self.by_vectors(question)):
            for rank, found in enumerate(ranking, start=1):
                fused[found] = fused.get(found, 0.0) + 1 / (_RRF_K + rank)
        return sorted(fused, key=lambda found: (-fused[found], found))

    def best_cosine(self, question: str) -> float:
        """The cosine of the nearest text."""
        return float(self._cosines(question).max())

    def _cosines(self, question: str) -> Vectors:
        cosines: Vectors = self._vectors @ self._encoder.encode([question])[0]
        return cosines


def words_index(texts: Mapping[str, str], file: Path) -> Words:
    """A words index over whole *texts* by their ids, in a new *file*."""
    write(file, (), [Passage(key, key, (), 0, len(text), text, text) for key, text in texts.items()])
    return Words(file)


def by_words(index: Words, question: str, n: int) -> list[str]:
    """The *n* best ids by BM25 over the words of *question* that carry a subject, best first."""
    asked = words_of(question)
    content = [word for word in asked if word not in STOP_WORDS]
    return [found for found, _ in index.search(content or asked, n)]
