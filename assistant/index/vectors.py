"""Passage vectors in Chroma, through LangChain: the only module that knows either.

Importing this module costs most of a second, so those who only look at an index do not import it.
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import chromadb.errors
import numpy as np
from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from assistant.index.encoder import Vectors
from assistant.types import Passage

COLLECTION = "passages"
BATCH = 250
# Every batch goes to the files of the graph at once: nothing is left for each reader to replay.
_GRAPH = CreateHNSWConfiguration(
    space="cosine", ef_construction=200, ef_search=400, batch_size=2, sync_threshold=2
)
_CONFIGURATION = CreateCollectionConfiguration(hnsw=_GRAPH)


class _Ready(Embeddings):
    """Hands LangChain the vectors that were worked out before."""

    def __init__(self, vectors: dict[str, list[float]]) -> None:
        self._vectors = vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self._vectors[text] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self._vectors[text]


class PassageVectors:
    """The vectors of all passages, searched by cosine."""

    def __init__(self, folder: Path) -> None:
        """Open what `write` made; any of Chroma's errors when it is damaged."""
        # Chroma notes each opening in its database: where nothing may be written, it gets a copy.
        self._copy = None if os.access(folder, os.W_OK) else TemporaryDirectory(prefix="assistant-")
        if self._copy:
            folder = shutil.copytree(
                folder, Path(self._copy.name) / folder.name, copy_function=shutil.copyfile
            )
        self._store = _chroma(folder, None, create=False)
        self.count: int = self._store._collection.count()

    def nearest(self, vector: Vectors, n: int) -> list[tuple[str, float]]:
        """The ids of the `n` passages nearest to a unit vector, each with its cosine, best first."""
        if n < 1 or not self.count:
            return []
        found = self._store.similarity_search_by_vector_with_relevance_scores(
            vector.tolist(), k=min(n, self.count)
        )
        return [(document.id or "", 1.0 - distance) for document, distance in found]

    def close(self) -> None:
        """Let go of the files."""
        self._store._client.close()
        if self._copy:
            self._copy.cleanup()


def write(folder: Path, passages: Sequence[Passage], vectors: Vectors) -> None:
    """Store one vector for each passage, in a new folder.

    ValueError when a vector is not finite; OSError when the disk refuses a write.
    """
    if not np.isfinite(vectors).all():
        raise ValueError("a passage's vector holds a number that is not finite")
    texts = [passage.search_text for passage in passages]
    ready = _Ready(dict(zip(texts, vectors.tolist(), strict=True)))
    try:
        _fill(_chroma(folder, ready, create=True), passages)
    except chromadb.errors.InternalError as error:
        raise OSError(str(error)) from error


def _fill(store: Chroma, passages: Sequence[Passage]) -> None:
    try:
        for start in range(0, len(passages), BATCH):
            batch = passages[start : start + BATCH]
            # One alone would stay below Chroma's smallest batch, so that each opening writes its files anew.
            for _ in range(2 if len(batch) == 1 else 1):
                store.add_texts(
                    [passage.search_text for passage in batch],
                    [{"document": passage.document} for passage in batch],
                    [passage.id for passage in batch],
                )
    finally:
        store._client.close()


def _chroma(folder: Path, embeddings: Embeddings | None, *, create: bool) -> Chroma:
    return Chroma(
        COLLECTION,
        embeddings,
        str(folder),
        client_settings=Settings(anonymized_telemetry=False),
        collection_configuration=_CONFIGURATION if create else None,
        create_collection_if_not_exists=create,
    )
