"""Which document is meant: editions by their id, raw files by the hash of the source that they are."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.reading.frontmatter import (
    FrontMatterError,
    identifier,
    read_front_matter,
    split_front_matter,
)
from assistant.types import DocumentInfo
from eval.questions import EvaluationError


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition on disk: the id that questions use, its source's SHA-256 and its whole text."""

    id: str
    sha256: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that questions use, found from whatever id or hash the assistant gives a document."""

    by_sha256: dict[str, str]
    by_id: dict[str, str]

    def of(self, info: DocumentInfo) -> str:
        """The id that questions use for *info*, or its own where they have none."""
        return self.by_sha256.get(info.sha256) or self.of_id(info.id)

    def of_id(self, document: str) -> str:
        """The same for a bare id, as a passage carries."""
        return self.by_id.get(document, document)


def editions(folder: Path) -> dict[str, Edition]:
    """The editions of *folder* by id (Markdown files with front matter); empty for raw files."""
    found = (_edition(path) for path in sorted(folder.glob("*.md")))
    return {edition.id: edition for edition in found if edition}


def names(known: Mapping[str, Edition], corpus: Path) -> Names:
    """How to recognise the *known* editions in an index made from *corpus*, whether editions or raw files."""
    by_sha256 = {edition.sha256: edition.id for edition in known.values() if edition.sha256}
    files = (path for path in sorted(corpus.rglob("*")) if path.is_file())
    hashes = {identifier(path.stem): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    by_id = {stem: by_sha256[digest] for stem, digest in hashes.items() if digest in by_sha256}
    return Names(by_sha256, by_id | {name: name for name in known})


def _edition(path: Path) -> Edition | None:
    """The edition at *path*, or None where there is no front matter."""
    text = path.read_text(encoding="utf-8")
    front, _ = split_front_matter(text)
    if front is None:
        return None
    try:
        info = read_front_matter(front, path.stem, "")
    except FrontMatterError as error:
        raise EvaluationError(f"{path.name} cannot be used: {error}") from error
    return Edition(info.id, info.sha256, text)
