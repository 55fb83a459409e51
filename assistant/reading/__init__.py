"""Files → Documents: a corpus folder, its editions in Markdown, and files of other forms as they come."""

from assistant.reading.corpus import Corpus, Skipped, read_corpus
from assistant.reading.editions import Copy, LikelyEdition

__all__ = ["Copy", "Corpus", "LikelyEdition", "Skipped", "read_corpus"]
