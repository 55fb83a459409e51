"""A folder of documents → Corpus: what could be read, and what was left out and why."""

import datetime
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import CorpusUnreadable
from assistant.reading.frontmatter import FrontMatterError
from assistant.reading.markdown import read_markdown
from assistant.reading.text import to_markdown
from assistant.reading.wording import Wording, learn
from assistant.types import Document

_NOT_DOCUMENTS = frozenset({"readme.md", "manifest.yaml", "manifest.yml"})
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, and the reason in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a folder in the order of their names, and the files that were left out."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()


class _Unusable(Exception):
    """One file cannot be used; the message is the reason."""


def read_corpus(folder: Path) -> Corpus:
    """Read the Markdown and text files of a folder, sorted by name; sub-folders are not looked into.

    Raises CorpusUnreadable when the folder is missing or empty, or nothing in it can be read.
    """
    files = _files(folder)
    texts, skipped = _texts(folder, files)
    wording = learn(texts.values())
    documents: dict[str, Document] = {}
    for path, text in texts.items():
        try:
            document = _document(path, text, wording)
            if document.info.id in documents:
                raise _Unusable(f"Another document already has the id {document.info.id}.")
            documents[document.info.id] = document
        except (_Unusable, FrontMatterError) as error:
            skipped.append(Skipped(path.name, str(error)))
    if not documents:
        reasons = " ".join(f"{item.path}: {item.reason}" for item in skipped[:3])
        raise CorpusUnreadable(f"No document in {folder} could be read. {reasons}".strip())
    return Corpus(tuple(documents.values()), tuple(sorted(skipped, key=lambda item: item.path)))


def _files(folder: Path) -> list[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except FileNotFoundError as error:
        raise CorpusUnreadable(f"There is no corpus folder at {folder}; name one that exists.") from error
    except OSError as error:
        raise CorpusUnreadable(f"The corpus {folder} cannot be opened; name a folder that can.") from error
    files = [path for path in entries if not path.is_dir() and not path.name.startswith(".")]
    files = [path for path in files if path.name.lower() not in _NOT_DOCUMENTS]
    if not files:
        raise CorpusUnreadable(f"The corpus folder {folder} is empty; put documents (.md or .txt) into it.")
    return files


def _texts(folder: Path, files: list[Path]) -> tuple[dict[Path, str], list[Skipped]]:
    texts: dict[Path, str] = {}
    skipped: list[Skipped] = []
    for path in files:
        try:
            texts[path] = _text(folder, path)
        except _Unusable as error:
            skipped.append(Skipped(path.name, str(error)))
    return texts, skipped


def _text(folder: Path, path: Path) -> str:
    """Read one file as text with plain newlines and nothing in it that UTF-8 could not hold."""
    suffix = path.suffix.lower()
    if suffix not in {".md", ".txt"}:
        name = f"{suffix[1:].upper()} files" if suffix else "Files without an ending"
        raise _Unusable(f"{name} cannot be read yet; only .md and .txt files can.")
    _refuse_outsiders(folder, path)
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        raise _Unusable("The file cannot be opened.") from error
    except UnicodeDecodeError as error:
        raise _Unusable("The file is not UTF-8 text; save it as UTF-8 and try again.") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")
    if not text.strip():
        raise _Unusable("The file is empty.")
    return text


def _refuse_outsiders(folder: Path, path: Path) -> None:
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder.resolve(strict=True)):
            raise _Unusable("The file is a link that leads out of the corpus folder.")
        if not real.is_file():
            raise _Unusable("It is not an ordinary file.")
        if real.stat().st_size > _MOST_BYTES:
            raise _Unusable(f"The file is larger than {_MOST_BYTES // 1_000_000} MB.")
    except (OSError, RuntimeError) as error:
        raise _Unusable("The file is a link that leads nowhere.") from error


def _document(path: Path, text: str, wording: Wording) -> Document:
    is_edition = path.suffix.lower() == ".md"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not is_edition:
        text = to_markdown(text, path.name, digest, wording, datetime.datetime.now(tz=datetime.UTC).date())
    document = read_markdown(text, path.stem)
    if not document.blocks:
        raise _Unusable("There is nothing to read in the file.")
    _check_source(path.parent, document)
    if document.info.sha256:
        return document
    # Markdown without a source is its own source.
    info = replace(document.info, sha256=digest, source=document.info.source or path.name)
    return replace(document, info=info)


def _check_source(folder: Path, document: Document) -> None:
    """An edition must have been made from the source that lies beside it."""
    info = document.info
    if not info.source or not info.sha256:
        return
    source = folder / info.source
    if not source.resolve().is_relative_to(folder.resolve()) or not source.is_file():
        return
    if hashlib.sha256(source.read_bytes()).hexdigest() != info.sha256.lower():
        raise _Unusable(f"Its source {info.source} has changed since the edition was made (SHA-256 differs).")
