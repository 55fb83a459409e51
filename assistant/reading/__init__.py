"""Files → Documents: reading a corpus folder, editions in Markdown, and plain text as it comes."""

from assistant.reading.corpus import Corpus, Skipped, read_corpus

__all__ = ["Corpus", "Skipped", "read_corpus"]
