"""Documents and passages in one SQLite file, with a words index (FTS5, BM25) over the passages."""

import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from assistant import terms
from assistant.types import Document, Passage

_TOKEN = re.compile(r"[^\W_]+")
# A word in a heading says more about a passage than the same word in its body.
_HEADING_WEIGHT, _BODY_WEIGHT = 2.0, 1.0
_SCHEMA = """
CREATE TABLE documents (id TEXT PRIMARY KEY, json BLOB NOT NULL);
CREATE TABLE passages (id TEXT PRIMARY KEY, json BLOB NOT NULL);
CREATE TABLE words (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE stems (stem TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, heading, body, tokenize = "porter unicode61");
"""
_SEARCH = """
SELECT id, -bm25(search, 0.0, ?, ?) AS score FROM search
WHERE search MATCH ? ORDER BY score DESC, rowid LIMIT ?
"""

_document_json = TypeAdapter(Document)
_passage_json = TypeAdapter(Passage)


def write(path: Path, documents: Iterable[Document], passages: Sequence[Passage]) -> None:
    """Store documents and passages in their order, and index the passages' words, in a new file."""
    words, stems = tally(passages)
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.executescript(_SCHEMA)
            add = connection.executemany
            add("INSERT INTO documents VALUES (?, ?)", ((d.info.id, as_json(d)) for d in documents))
            add("INSERT INTO passages VALUES (?, ?)", ((p.id, as_json(p)) for p in passages))
            add("INSERT INTO words VALUES (?, ?)", words.items())
            add("INSERT INTO stems VALUES (?, ?)", stems.items())
            add("INSERT INTO search VALUES (?, ?, ?)", (_searchable(p) for p in passages))
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.commit()
    finally:
        connection.close()


def as_json(item: Document | Passage) -> bytes:
    """The bytes that stand for a document or a passage in the index."""
    return _document_json.dump_json(item) if isinstance(item, Document) else _passage_json.dump_json(item)


class Words:
    """Reads what `write` stored; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        # Immutable: a published file never changes, so SQLite needs neither locks nor a writable folder.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = threading.Lock()

    def documents(self) -> dict[str, Document]:
        """Every document by its id, in the order of the corpus."""
        rows = self._rows("SELECT id, json FROM documents ORDER BY rowid")
        return {key: _document_json.validate_json(blob) for key, blob in rows}

    def passages(self) -> dict[str, Passage]:
        """Every passage by its id, in reading order."""
        rows = self._rows("SELECT id, json FROM passages ORDER BY rowid")
        return {key: _passage_json.validate_json(blob) for key, blob in rows}

    def words(self) -> Mapping[str, int]:
        """Each lower-cased word as it stands, with the number of passages that hold it."""
        return dict(self._rows("SELECT word, passages FROM words"))

    def stems(self) -> Mapping[str, int]:
        """Each English stem, with the number of passages that hold it."""
        return dict(self._rows("SELECT stem, passages FROM stems"))

    def search(self, terms: Iterable[str], n: int) -> list[tuple[str, float]]:
        """The `n` passages with the best BM25 for any of the terms, best first; odd terms find nothing."""
        quoted = [f'"{" ".join(words)}"' for term in terms if (words := _TOKEN.findall(term))]
        if not quoted or n < 1:
            return []
        match = " OR ".join(dict.fromkeys(quoted))
        return self._rows(_SEARCH, (_HEADING_WEIGHT, _BODY_WEIGHT, match, n))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, Any]]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()


def _searchable(passage: Passage) -> tuple[str, str, str]:
    return passage.id, terms.normalise(" / ".join(passage.section)), terms.normalise(passage.search_text)


def tally(passages: Iterable[Passage]) -> tuple[Counter[str], Counter[str]]:
    """For each word and for each stem, how many passages hold it."""
    words: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    for passage in passages:
        found = set(terms.words(passage.search_text))
        words.update(found)
        stems.update({terms.stem(word) for word in found})
    return words, stems
