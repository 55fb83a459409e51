"""The documents of a corpus as they are read, each once: copies and withdrawn ones stand apart."""

import datetime
from pathlib import Path

from assistant.reading.editions import Copy, wording_of
from assistant.reading.formats import Unreadable
from assistant.types import Document, DocumentInfo, Withdrawn


class Shelf:
    """Takes documents in the order of their files' names, and knows which it has already."""

    def __init__(self, today: datetime.date) -> None:
        self._today = today.isoformat()
        self._said: dict[str, str] = {}
        self.documents: dict[str, Document] = {}
        self.copies: list[Copy] = []
        self.withdrawn: dict[str, Withdrawn] = {}

    def add(self, path: Path, document: Document) -> None:
        """Take one document to where it belongs; Unreadable when another one has its id."""
        info = document.info
        if self._is_withdrawn(info):
            self.withdrawn[info.id] = Withdrawn(info.id, info.title, info.date, info.withdrawn)
            return
        said = wording_of(document)
        if said in self._said:
            self.copies.append(Copy(path.name, info.id, self._said[said]))
            return
        if info.id in self.documents:
            raise Unreadable(f"Another document already has the id {info.id}.")
        self._said[said] = info.id
        self.documents[info.id] = document

    def _is_withdrawn(self, info: DocumentInfo) -> bool:
        """Whether the day of its withdrawal has come; a date cut short is over when it begins."""
        return bool(info.withdrawn) and info.withdrawn <= self._today
