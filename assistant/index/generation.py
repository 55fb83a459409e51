"""One published generation, as the answering path reads it."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

from assistant.errors import IndexUnreadable
from assistant.index.encoder import QuestionEncoder, Vectors
from assistant.index.manifest import CHROMA, ENCODER, WORDS, Manifest, live_folder, unreadable
from assistant.index.pieces import PieceVectors
from assistant.index.word_vectors import WordVectors
from assistant.index.words import Words
from assistant.terms import words
from assistant.types import Document, Passage, Withdrawn


class Generation:
    """Documents, passages and their two indexes, all of one build; read only, and safe to share.

    `withdrawn` tells what an old citation pointed to where its document is no longer there.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        with ThreadPoolExecutor(1) as beside:
            # Damaged files of a vector index can end the process, not raise, so bytes are compared first.
            checked = beside.submit(manifest.check_files, folder)
            # Long to import, so not before it is needed, and meanwhile.
            from assistant.index.vectors import PassageVectors

        checked.result()
        self.manifest = manifest
        self.name: str = manifest.name
        self._words = Words(folder / WORDS)
        self.documents: Mapping[str, Document] = self._words.documents()
        self.passages: Mapping[str, Passage] = self._words.passages()
        self.words: Mapping[str, int] = self._words.words()
        self.stems: Mapping[str, int] = self._words.stems()
        self.withdrawn: Mapping[str, Withdrawn] = {record.id: record for record in manifest.withdrawn}
        self.order: Mapping[str, tuple[str, ...]] = _reading_order(self.documents, self.passages.values())
        self._pieces = PieceVectors.load(folder, list(self.passages.values()))
        self._encoder = QuestionEncoder(folder / ENCODER)
        self._word_vectors = WordVectors(folder, self._encoder.encode)
        self._vectors = PassageVectors(folder / CHROMA)
        self._check_counts(folder)

    @classmethod
    def open(cls, index: Path) -> "Generation":
        """Open the published generation.

        IndexMissing when there is none; IndexUnreadable when a file is damaged or the counts differ.
        """
        return cls.open_folder(live_folder(index))

    @classmethod
    def open_folder(cls, folder: Path) -> "Generation":
        """Open one generation by its own folder, published or not."""
        manifest = Manifest.read(folder)
        try:
            return cls(folder, manifest)
        except IndexUnreadable:
            raise
        except Exception as error:  # four libraries read these files, each with errors of its own
            raise unreadable(folder, "one of its files is damaged") from error

    def encode(self, text: str) -> Vectors:
        """The unit vector of a question."""
        vector: Vectors = self._encoder.encode([text])[0]
        return vector

    @property
    def encoder_sha256(self) -> str:
        """Which encoder gives the vectors."""
        return self._encoder.info.sha256

    def is_english(self, word: str) -> bool:
        """True for a common English word, by the encoder's own vocabulary."""
        return self._encoder.is_english(word)

    def like_words(self, words: Sequence[str]) -> dict[str, tuple[tuple[str, float], ...]]:
        """For each lower-case word, stems of corpus words that mean nearly the same, best first.

        Each with its cosine; at most eight, none below 0.55, and never the word's own stem.
        """
        return self._word_vectors.like(words)

    def english(self) -> list[str]:
        """Common English words by the encoder's own vocabulary, the commonest first."""
        return self._encoder.english()

    def is_common(self, word: str) -> bool:
        """True for one of the commonest English words, by the encoder's own vocabulary."""
        return self._encoder.is_common(word)

    def search_words(self, query_terms: Sequence[str], n: int) -> list[tuple[str, float]]:
        """Ids of the passages with the best BM25 for any of the terms, best first; odd terms find nothing."""
        return self._words.search(query_terms, n)

    def search_vectors(self, vector: Vectors, n: int) -> list[tuple[str, float]]:
        """Ids of the passages nearest to a unit vector, each with its cosine, best first."""
        return self._vectors.nearest(vector, n)

    def piece_cosines(self, vector: Vectors, passage_ids: Sequence[str]) -> dict[tuple[str, int], float]:
        """The cosine of every piece of these passages, by passage id and the piece's index in it."""
        return self._pieces.cosines(vector, passage_ids)

    def top_pieces(self, vector: Vectors, n: int) -> list[tuple[str, int, float]]:
        """The `n` pieces nearest to a unit vector of all pieces: passage id, index in it, cosine."""
        return self._pieces.nearest(vector, n)

    def canary(self) -> None:
        """Check in some milliseconds that a known passage still finds itself; else IndexUnreadable."""
        self._check_finds_itself(self.passages[self.manifest.canaries[0]])

    def all_canaries(self) -> None:
        """Check that every known passage finds itself, by vector and by words; else IndexUnreadable."""
        for key in self.manifest.canaries:
            self._check_finds_itself(self.passages[key])

    def close(self) -> None:
        """Let go of the files."""
        self._words.close()
        self._vectors.close()

    def _check_counts(self, folder: Path) -> None:
        promised = self.manifest
        counts = (
            (len(self.documents), len(promised.documents)),
            (len(self.passages), promised.passages),
            (self._vectors.count, promised.passages),
            (self._pieces.count, promised.pieces),
            (self._word_vectors.count, promised.words),
        )
        if any(held != wanted for held, wanted in counts):
            raise unreadable(folder, "it does not hold as much as its manifest says")
        ours = {self._encoder.info.dimension, self._pieces.dimension, self._word_vectors.dimension}
        if ours != {promised.dimension} or self._encoder.info.sha256 != promised.encoder_sha256:
            raise unreadable(folder, "its encoder is not the one that it was built with")

    def _check_finds_itself(self, passage: Passage) -> None:
        by_vector = self.search_vectors(self.encode(passage.search_text), 5)
        by_words = self.search_words(passage.search_text.split(), 25)
        # Words are found in whatever order they stand: of passages with the same ones any will do.
        ways = (("vector", by_vector, str), ("words", by_words, _in_any_order))
        for way, found, told in ways:
            wanted = told(passage.search_text)
            if not any(told(self.passages[key].search_text) == wanted for key, _ in found):
                raise IndexUnreadable(
                    f"The index {self.name} does not find passage {passage.id} by its {way}: "
                    "run `python ingest.py` again."
                )


def _in_any_order(text: str) -> str:
    return " ".join(sorted(words(text)))


def _reading_order(documents: Iterable[str], passages: Iterable[Passage]) -> dict[str, tuple[str, ...]]:
    """Document → its passages; a document that is nothing but a heading has none."""
    found = {
        document: tuple(passage.id for passage in group)
        for document, group in groupby(passages, key=lambda passage: passage.document)
    }
    return found | {document: () for document in documents if document not in found}
