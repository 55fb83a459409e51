"""One writer at a time, builds kept aside, and the switch from one generation to the next."""

import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import DiskProblem, IngestRunning
from assistant.index.manifest import CURRENT

_LOCK = ".lock"
_BUILD = "build-"
# How long the check of a killed ingest may still hold the lock before it has noticed; seconds.
_PATIENCE = 2.0


@contextmanager
def one_writer(index: Path) -> Iterator[int]:
    """Hold the index folder for writing; IngestRunning when another process goes on holding it.

    Yields the lock's file descriptor. The lock belongs to the process and to the children that are handed
    the descriptor, so it is gone when they are, however they ended.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        file = (index / _LOCK).open("a")
    except OSError as error:
        raise DiskProblem(f"The folder {index} cannot be written to: choose another with --index.") from error
    with file as lock:
        if not _taken(lock.fileno()):
            raise IngestRunning(f"Another ingest is writing to {index}: wait until it has finished.")
        yield lock.fileno()


def _taken(lock: int) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        else:
            return True


def remove_orphans(index: Path) -> None:
    """Remove the builds that no process finished; call it only while holding the lock."""
    for folder in index.glob(_BUILD + "*"):
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def disk_problems(index: Path) -> Iterator[None]:
    """Turn what the disk refuses into one sentence."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DiskProblem(
            f"The new index could not be written to {index} ({reason}): make room or allow writing there, "
            "then run it again. The index that was there answers on."
        ) from error


@contextmanager
def build_folder(index: Path, name: str) -> Iterator[Path]:
    """A folder to build in, gone again when the build was not published."""
    folder = index / f"{_BUILD}{name}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(build: Path, name: str) -> Path:
    """Make a finished build the live generation; readers see the old one or the new one, never a mix."""
    index = build.parent
    for path in (*build.rglob("*"), build):
        _sync(path)
    generation = build.rename(index / name)
    _sync(index)
    pointer = index / f"{CURRENT}.new"
    pointer.write_text(name + "\n", encoding="utf-8")
    _sync(pointer)
    # Atomic only within one file system, so the pointer is written beside `current`.
    pointer.replace(index / CURRENT)
    _sync(index)
    return generation


def prune(index: Path, keep: Collection[str]) -> None:
    """Remove all generations but these; what was renamed but never published goes too."""
    for folder in index.glob("gen-*"):
        if folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
