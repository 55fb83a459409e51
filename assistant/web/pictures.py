"""Pictures of the pages that quotes come from, where the publication is a PDF that lies in the corpus."""

import hashlib
import threading
from functools import lru_cache
from pathlib import Path

from assistant.errors import AssistantError
from assistant.reading.formats import Unreadable
from assistant.reading.pdf.picture import page_picture
from assistant.reading.pdf.places import times
from assistant.types import Block, Document, Span

_KEPT = 16  # pictures, each below the limit on what a child may write
_AT_ONCE = 2
_PATIENCE = 10.0  # seconds


class NoPicture(AssistantError):
    """There is no picture of that page; the message says why."""


class Busy(AssistantError):
    """Too many pages are being drawn at this moment."""


class Pictures:
    """Draws the pages of the PDFs of one corpus, few at a time, and keeps the latest of them in memory."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._free = threading.BoundedSemaphore(_AT_ONCE)
        self._drawn = lru_cache(maxsize=_KEPT)(self._draw)

    def page(self, document: Document, quote: Span) -> Block | None:
        """The block in which a quote begins, if there is a picture of its page; else None."""
        block = next((each for each in document.blocks if each.start <= quote.start < each.end), None)
        return block if block and block.page and self._file(document) else None

    def picture(self, document: Document, quote: Span) -> bytes:
        """The page as PNG with the quote framed; raises NoPicture and Busy."""
        block, path = self.page(document, quote), self._file(document)
        if block is None or block.page is None or path is None:
            raise NoPicture("There is no picture of that page.")
        first = next(each for each in document.blocks if each.page == block.page)
        words = document.text[quote.start : quote.end]
        earlier = times(words, document.text[first.start : quote.start])
        return self._drawn(path, document.info.sha256, block.page, words, earlier)

    def _file(self, document: Document) -> Path | None:
        """The PDF that a document was read from; None for any other, and for one that leads elsewhere."""
        source = document.info.source
        path = (self._corpus / source).resolve()
        is_inside = path.is_relative_to(self._corpus.resolve())
        return path if path.suffix.lower() == ".pdf" and is_inside and path.is_file() else None

    def _draw(self, path: Path, sha256: str, page: int, words: str, earlier: int) -> bytes:
        if not self._free.acquire(timeout=_PATIENCE):
            raise Busy("Too many pages are being drawn. Please try again.")
        try:
            if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
                raise NoPicture("The publication has changed since it was read.")
            return page_picture(path, page, words, earlier)
        except (Unreadable, OSError) as error:
            raise NoPicture(f"The page could not be drawn. {error}") from error
        finally:
            self._free.release()
