"""Files → Documents: a corpus folder, its editions in Markdown, and files of other forms as they come."""

from assistant.reading.corpus import Corpus, Skipped, read_corpus

__all__ = ["Corpus", "Skipped", "read_corpus"]
