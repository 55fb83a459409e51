"""An index of many small texts, seen as if it held but a few of them: one ingest instead of hundreds."""

from collections.abc import Callable, Collection, Sequence
from copy import copy
from itertools import count
from pathlib import Path

import numpy as np

from assistant.chain import Assistant
from assistant.index import pieces, words
from assistant.index.encoder import Vectors
from assistant.index.generation import Generation
from assistant.index.manifest import live_folder
from assistant.reader.choose import open_reader
from assistant.settings import Settings


class Narrowed(Generation):
    """A generation of which only some documents can be found, and words counted only in those that are known.

    Only words of like meaning are taken from the whole: its eight nearest, as far as they are known.
    """

    def __init__(self, whole: Generation, vectors: Vectors, known: Collection[str], file: Path) -> None:
        """Keep the *known* documents of *whole*, whose passages have these *vectors*; *file* is a new one."""
        self.__dict__.update(whole.__dict__)
        kept = [passage for passage in whole.passages.values() if passage.document in known]
        words.write(file, (whole.documents[document] for document in known), kept)
        self._words = words.Words(file)
        self.documents = self._words.documents()
        self.passages = self._words.passages()
        self.words = self._words.words()
        self.stems = self._words.stems()
        self.order = {document: whole.order[document] for document in self.documents}
        self._like: Callable[[Sequence[str]], dict[str, tuple[tuple[str, float], ...]]] = whole.like_words
        self._rows = dict(zip(whole.passages, vectors, strict=True))
        self._findable = frozenset(self.passages)

    def finding(self, documents: Collection[str]) -> "Narrowed":
        """The same, with only *documents* to be found; the others still teach what words are rare."""
        narrower = copy(self)
        narrower._findable = frozenset(
            key for key in self.passages if self.passages[key].document in documents
        )
        return narrower

    def like_words(self, words: Sequence[str]) -> dict[str, tuple[tuple[str, float], ...]]:
        """Words of like meaning that the known documents have."""
        return {
            word: tuple((stem, cosine) for stem, cosine in like if stem in self.stems)
            for word, like in self._like(words).items()
        }

    def search_words(self, query_terms: Sequence[str], n: int) -> list[tuple[str, float]]:
        """BM25 over the known documents, of which those to be found are kept."""
        found = self._words.search(query_terms, len(self.passages))
        return [(key, score) for key, score in found if key in self._findable][:n]

    def search_vectors(self, vector: Vectors, n: int) -> list[tuple[str, float]]:
        """The nearest passages to be found, by exact cosines."""
        cosines = {key: float(self._rows[key] @ vector) for key in self.passages if key in self._findable}
        return sorted(cosines.items(), key=lambda found: -found[1])[:n]

    def top_pieces(self, vector: Vectors, n: int) -> list[tuple[str, int, float]]:
        """The nearest pieces of the passages to be found."""
        cosines = self.piece_cosines(vector, [key for key in self.passages if key in self._findable])
        best = sorted(cosines, key=lambda piece: -cosines[piece])[:n]
        return [(key, index, cosines[key, index]) for key, index in best]


class Collected:
    """Opens assistants that know but some documents of one index."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._reader = open_reader(settings.reader)
        self.whole = Generation.open(settings.index)
        self._vectors: Vectors = np.load(live_folder(settings.index) / pieces.PASSAGES, allow_pickle=False)
        self._numbers = count(1)

    def knowing(self, documents: Collection[str]) -> Narrowed:
        """The index as if only *documents* had been ingested."""
        file = self._settings.index.with_name(f"{self._settings.corpus.name}-{next(self._numbers)}.sqlite")
        return Narrowed(self.whole, self._vectors, documents, file)

    def assistant(self, narrowed: Narrowed) -> Assistant:
        """An assistant that answers from *narrowed* with the settings that people use."""
        return Assistant(narrowed, self._reader, self._settings)

    def alone(self, document: str) -> Assistant:
        """An assistant that knows one document and nothing else."""
        return self.assistant(self.knowing({document}))
