"""What a generation is made from, and the digest that tells whether anything changed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CorpusUnreadable
from assistant.index import pieces, word_vectors, words
from assistant.index.manifest import FORMAT
from assistant.index.model import model_digest, model_folder
from assistant.passages import cut, piece_text
from assistant.reading.corpus import Corpus
from assistant.types import Document, Passage


@dataclass(frozen=True, slots=True)
class Model:
    """The encoder that was asked for, where its files are, and the digest over them."""

    name: str
    folder: Path
    sha256: str

    @classmethod
    def find(cls, name: str) -> "Model":
        """Find an encoder's files; AssistantError when they are not there or were altered."""
        folder = model_folder(name)
        return cls(name, folder, model_digest(folder))


@dataclass(frozen=True, slots=True)
class Content:
    """Documents and passages, the texts and words to encode in their stored order, and the encoder."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    piece_texts: tuple[str, ...]
    stem_words: Mapping[str, str]
    model: Model

    @property
    def passage_texts(self) -> tuple[str, ...]:
        """What is encoded for each passage."""
        return tuple(passage.search_text for passage in self.passages)

    def digest(self) -> str:
        """One SHA-256 over everything; with the same digest a new build would be the same index."""
        whole = hashlib.sha256(f"{FORMAT} {self.model.name} {self.model.sha256}\n".encode())
        whole.update(b"\n".join(map(words.as_json, self.documents)))
        whole.update(b"\n".join(map(words.as_json, self.passages)))
        for text in self.piece_texts:
            whole.update(pieces.text_key(text))
        whole.update(json.dumps(dict(self.stem_words)).encode())
        return whole.hexdigest()


def document_digest(document: Document) -> str:
    """A SHA-256 that differs when anything that is stored of a document does."""
    return hashlib.sha256(words.as_json(document)).hexdigest()


def content(corpus: Corpus, encoder: str) -> Content:
    """Cut the documents of a corpus; CorpusUnreadable when there is no passage in any of them."""
    cuts = [(document, passage) for document in corpus.documents for passage in cut(document)]
    if not cuts:
        raise CorpusUnreadable("The documents hold no text to answer from: add some that do.")
    texts = [piece_text(document, piece) for document, passage in cuts for piece in passage.pieces]
    passages = tuple(passage for _, passage in cuts)
    stem_words = word_vectors.stem_words_of(words.tally(passages)[0])
    return Content(corpus.documents, passages, tuple(texts), stem_words, Model.find(encoder))
