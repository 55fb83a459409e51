"""A folder of documents → Corpus: what could be read, and what was left out and why."""

import datetime
import hashlib
import os
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TypeVar

from assistant.errors import CorpusUnreadable
from assistant.reading.descriptions import Descriptions, is_manifest, read_descriptions
from assistant.reading.editions import Copy, LikelyEdition, likely_editions
from assistant.reading.formats import Reader, Reading, Unreadable, read_file
from assistant.reading.frontmatter import FrontMatterError, front_matter_keys, source_of
from assistant.reading.markdown import read_markdown
from assistant.reading.shelf import Shelf
from assistant.reading.succession import in_succession
from assistant.reading.text import to_markdown
from assistant.reading.wording import Wording, learn
from assistant.types import Document, DocumentInfo, Withdrawn

_Made = TypeVar("_Made")
_README = "readme.md"
_MOST_BYTES = 20_000_000
_MOST_AT_ONCE = 4  # each may take a gigabyte of memory


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, as a whole or a large part of it, and the reason in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a folder in the order of their names, and the files that were left out.

    `to_confirm` describes documents of which no person has said anything; `copies` say what an earlier file
    says; `editions` are pairs of documents that say nearly the same.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()
    to_confirm: tuple[DocumentInfo, ...] = ()
    copies: tuple[Copy, ...] = ()
    editions: tuple[LikelyEdition, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """What a person should know about how documents were read, each with the id of its document."""
        return tuple((found.info.id, problem) for found in self.documents for problem in found.info.problems)


def read_corpus(
    folder: Path,
    gone: Collection[str] = (),
    read: Reader = read_file,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Corpus:
    """Read the files of a folder, sorted by name; sub-folders are not looked into.

    `gone` are ids of documents that were there once, and may still be named as superseded; `progress` hears
    how many files of how many are read.
    Raises CorpusUnreadable when the folder is missing or empty, or nothing in it can be read.
    """
    files = _files(folder)
    said = read_descriptions(files)
    files = [path for path in files if not is_manifest(path) and path.name not in said.sidecars]
    readings, skipped = _readings(folder, files, read, progress)
    readings = _without_sources(readings)
    skipped += [Skipped(*problem) for problem in said.problems]
    wording = learn(reading.markdown for reading in readings.values())
    shelf = Shelf(datetime.datetime.now(tz=datetime.UTC).date())
    for path, reading in readings.items():
        try:
            shelf.add(path, _document(path, reading, wording, said))
            skipped += [Skipped(path.name, reading.missing)] if reading.missing else []
        except (Unreadable, FrontMatterError) as error:
            skipped.append(Skipped(path.name, str(error)))
    if not shelf.documents:
        reasons = " ".join(f"{item.path}: {item.reason}" for item in skipped[:3])
        if shelf.withdrawn and not skipped:
            raise CorpusUnreadable(f"All documents in {folder} are withdrawn; add one that is not.")
        raise CorpusUnreadable(f"No document in {folder} could be read. {reasons}".strip())
    documents, editions = _related(shelf, gone)
    infos = (document.info for document in documents)
    to_confirm = tuple(info for info in infos if info.unconfirmed and info.source not in said.of)
    left_out = tuple(sorted(skipped, key=lambda item: item.path))
    withdrawn = tuple(item for key, item in shelf.withdrawn.items() if key not in shelf.documents)
    return Corpus(documents, left_out, to_confirm, tuple(shelf.copies), editions, withdrawn)


def _related(shelf: Shelf, gone: Collection[str]) -> tuple[tuple[Document, ...], tuple[LikelyEdition, ...]]:
    """The documents with what is to be said of how they follow one another, and the likely new editions."""
    known = {*gone, *shelf.withdrawn, *(copy.id for copy in shelf.copies)}
    documents = in_succession(list(shelf.documents.values()), known)
    editions = likely_editions(documents)
    remarks: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for edition in editions:
        remarks[edition.newer] += (edition.remark,)
    return tuple(_with_problems(document, remarks[document.info.id]) for document in documents), editions


def _with_problems(document: Document, problems: tuple[str, ...]) -> Document:
    return replace(document, info=replace(document.info, problems=(*document.info.problems, *problems)))


def _files(folder: Path) -> list[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except FileNotFoundError as error:
        raise CorpusUnreadable(f"There is no corpus folder at {folder}; name one that exists.") from error
    except OSError as error:
        raise CorpusUnreadable(f"The corpus {folder} cannot be opened; name a folder that can.") from error
    files = [path for path in entries if not path.is_dir() and not path.name.startswith(".")]
    files = [path for path in files if path.name.lower() != _README]
    if all(map(is_manifest, files)):
        raise CorpusUnreadable(f"The corpus folder {folder} is empty; put documents into it.")
    return files


def _readings(
    folder: Path, files: list[Path], read: Reader, progress: Callable[[int, int], None]
) -> tuple[dict[Path, Reading], list[Skipped]]:
    """Read files, several at a time: most of the work is done in a process for each of them."""

    def read_one(path: Path) -> Reading | Skipped:
        try:
            _refuse_at_once(folder, path)
            return read(path)
        except Unreadable as error:
            return Skipped(path.name, str(error))

    readings: dict[Path, Reading] = {}
    skipped: list[Skipped] = []
    for number, (path, found) in enumerate(zip(files, _side_by_side(read_one, files), strict=True)):
        progress(number, len(files))
        if isinstance(found, Skipped):
            skipped.append(found)
        else:
            readings[path] = found
    return readings, skipped


def _side_by_side(work: Callable[[Path], _Made], paths: Sequence[Path]) -> Iterator[_Made]:
    """What *work* makes of each path, in their order; its threads hold nobody up who breaks this off."""
    jobs = [(path, Future[_Made]()) for path in paths]
    waiting = deque(jobs)

    def hand() -> None:
        with suppress(IndexError):  # nothing is left to do
            while True:
                path, made = waiting.popleft()
                try:
                    made.set_result(work(path))
                except BaseException as error:  # noqa: BLE001  # it is raised where the result is wanted
                    made.set_exception(error)

    for _ in range(min(_MOST_AT_ONCE, os.cpu_count() or 1, len(jobs))):
        Thread(target=hand, daemon=True).start()
    try:
        for _, made in jobs:
            yield made.result()
    finally:
        waiting.clear()


def _without_sources(readings: dict[Path, Reading]) -> dict[Path, Reading]:
    """Leave out what an edition was made from: the edition is read in its place."""
    editions = {path: reading for path, reading in readings.items() if path.suffix.lower() == ".md"}
    made = {path.name: source_of(reading.markdown) for path, reading in editions.items()}
    sources = {source for name, source in made.items() if source != name}
    return {path: reading for path, reading in readings.items() if path.name not in sources}


def _refuse_at_once(folder: Path, path: Path) -> None:
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder.resolve(strict=True)):
            raise Unreadable("The file is a link that leads out of the corpus folder.")
        if not real.is_file():
            raise Unreadable("It is not an ordinary file.")
        size = real.stat().st_size
        if not size:
            raise Unreadable("The file is empty.")
        if size > _MOST_BYTES:
            raise Unreadable(f"The file is larger than {_MOST_BYTES // 1_000_000} MB.")
    except (OSError, RuntimeError) as error:
        raise Unreadable("The file is a link that leads nowhere.") from error


def _document(path: Path, reading: Reading, wording: Wording, said: Descriptions) -> Document:
    text, suffix = reading.markdown, path.suffix.lower()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if suffix == ".txt":
        text = to_markdown(text, path.name, digest, wording, datetime.datetime.now(tz=datetime.UTC).date())
    document = read_markdown(text, path.stem)
    if not document.blocks:
        raise Unreadable("There is nothing to read in the file.")
    _check_source(path.parent, document)
    info = replace(document.info, problems=reading.problems)
    if not info.sha256:
        # Markdown without a source is its own source, and so is any other file.
        info = replace(info, sha256=digest, source=info.source or path.name)
    # Only an edition was written by a person; in all other files the description is our own guess.
    is_edition = suffix == ".md"
    own = front_matter_keys(text) if is_edition else ()
    return replace(document, info=said.applied(info, path.name, own, is_proposed=not is_edition))


def _check_source(folder: Path, document: Document) -> None:
    """An edition must have been made from the source that lies beside it."""
    info = document.info
    if not info.source or not info.sha256:
        return
    source = folder / info.source
    if not source.resolve().is_relative_to(folder.resolve()) or not source.is_file():
        return
    if hashlib.sha256(source.read_bytes()).hexdigest() != info.sha256.lower():
        raise Unreadable(
            f"Its source {info.source} has changed since the edition was made (SHA-256 differs)."
        )
