"""The pieces of a corpus as sources, for tests of what a language model may say of them."""

from assistant.chain import Assistant
from assistant.model.sources import Source


def source_with(assistant: Assistant, words: str, key: str = "piece") -> Source:
    """The first piece of the newest document, then of the others, that has these *words*."""
    for info in assistant.documents():
        document = assistant.document(info.id)
        assert document is not None
        for scored in assistant.retrieve(words, n=50):
            passage = scored.passage
            for index, piece in enumerate(passage.pieces if passage.document == info.id else ()):
                if words in " ".join(document.text[piece.start : piece.end].split()):
                    return Source(key, document, passage, index)
    raise LookupError(words)
