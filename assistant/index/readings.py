"""What was read of files before: one that has not changed is not read again, whatever became of the rest."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict
from functools import cached_property
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from assistant.index.manifest import file_digest
from assistant.index.publish import disk_problems
from assistant.reading import formats
from assistant.reading.formats import Reading, Unreadable, read_file

_FOLDER = "readings"
# These are taken as they are, which is as quick as to remember them.
_PLAIN = frozenset({".md", ".txt"})
_PROJECT = "plan-assistant"
# A reader may use it where it is there, and reads more with it than without.
_TOOL = "tesseract"
_NAME = re.compile(r"[\w.-]+")


class Readings:
    """Reads files, and keeps what came of it below the index folder, for as long as each file is there."""

    def __init__(self, index: Path, read: Callable[[Path], Reading] = read_file) -> None:
        self._index, self._read = index, read
        self._wanted: set[str] = set()

    def read(self, path: Path) -> Reading:
        """The reading of one file: the kept one where file, readers and their libraries are the same.

        Raises Unreadable as reading does, and each time anew: what failed once may do so no more.
        """
        if path.suffix.lower() in _PLAIN:
            return self._read(path)
        name = self._name(path)
        kept = self._kept(name)
        self._wanted.add(name)
        if kept:
            return kept
        reading = self._read(path)
        # A file that was changed while it was read is read once more the next time.
        if self._name(path) == name:
            self._keep(name, reading)
        return reading

    def forget_the_rest(self) -> None:
        """Remove the readings of files that were not read since this was made."""
        for path in (self._index / _FOLDER).glob("*"):
            if path.name not in self._wanted:
                path.unlink(missing_ok=True)

    def _name(self, path: Path) -> str:
        try:
            whole = f"{path.name}\n{file_digest(path)}\n{self._readers}"
        except OSError as error:
            raise Unreadable("The file cannot be opened.") from error
        return f"{hashlib.sha256(whole.encode()).hexdigest()}.json"

    @cached_property
    def _readers(self) -> str:
        """A digest over what decides how a file is read: our code, the libraries and the tool below it."""
        sources = sorted(Path(formats.__file__).parent.rglob("*.py"))
        return _digest(*(file_digest(path) for path in sources), *_versions(), shutil.which(_TOOL) or "")

    def _kept(self, name: str) -> Reading | None:
        """What is kept under a name, if it is there and whole."""
        try:
            stored = json.loads((self._index / _FOLDER / name).read_bytes())
            kept = Reading(stored["markdown"], tuple(stored["problems"]), stored["missing"])
            return kept if stored["digest"] == _digest_of(kept) else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _keep(self, name: str, reading: Reading) -> None:
        path = self._index / _FOLDER / name
        whole = asdict(reading) | {"digest": _digest_of(reading)}
        with disk_problems(self._index):
            path.parent.mkdir(exist_ok=True)
            part = path.with_suffix(".part")
            part.write_text(json.dumps(whole), encoding="utf-8")
            part.replace(path)


def _digest_of(reading: Reading) -> str:
    return _digest(reading.markdown, *reading.problems, reading.missing)


def _digest(*texts: str) -> str:
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def _versions() -> list[str]:
    """The libraries that this project names, each with its version."""
    try:
        wanted = requires(_PROJECT) or []
    except PackageNotFoundError:  # run from its folder, not installed
        return []
    names = sorted({match[0] for line in wanted if "extra ==" not in line and (match := _NAME.match(line))})
    return [f"{name} {_version(name)}" for name in names]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
