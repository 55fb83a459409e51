"""The manifest of a generation: what it holds, and how to tell that it is whole."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.errors import IndexMissing, IndexUnreadable
from assistant.types import Withdrawn

# One more whenever something is stored in another way, so that no index of an older way is read.
FORMAT = 5
MANIFEST = "manifest.json"
CURRENT = "current"
CHROMA, WORDS, ENCODER = "chroma", "words.sqlite", "encoder"
_PART = 1 << 24  # bytes hashed at once: long enough for other threads to go on meanwhile
# Chroma notes each opening in its database, so that file's bytes do not stay the same; all others do.
_CHANGES = f"{CHROMA}/chroma.sqlite3"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation promises; `documents` and `files` map ids and paths to their SHA-256.

    `withdrawn` are documents that it does not hold, and that an old citation may still point to.
    """

    name: str
    created: str
    digest: str
    encoder: str
    encoder_sha256: str
    dimension: int
    documents: Mapping[str, str]
    passages: int
    pieces: int
    words: int
    canaries: tuple[str, ...]
    files: Mapping[str, str]
    withdrawn: tuple[Withdrawn, ...] = ()
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Write the manifest; it comes last, so a folder without one is not finished."""
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """Read the manifest of one generation; IndexUnreadable when it is not one that we wrote."""
        try:
            stored = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if stored.get("format") != FORMAT:
                raise unreadable(folder, "it was made by another version of this program")
            withdrawn = tuple(Withdrawn(**record) for record in stored["withdrawn"])
            return cls(**{**stored, "canaries": tuple(stored["canaries"]), "withdrawn": withdrawn})
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise unreadable(folder, "its manifest is missing or damaged") from error

    def check_files(self, folder: Path, part: str = "") -> None:
        """Compare all files, or those below `part`, with what was published.

        IndexUnreadable names the first that is damaged.
        """
        if not part and not _is_whole_database(folder / _CHANGES):
            raise unreadable(folder, f"the file {_CHANGES} is missing or damaged")
        for name, expected in self.files.items():
            if not name.startswith(part):
                continue
            try:
                intact = file_digest(folder / name) == expected
            except OSError as error:
                raise unreadable(folder, f"the file {name} is missing") from error
            if not intact:
                raise unreadable(folder, f"the file {name} is damaged")


def live_folder(index: Path) -> Path:
    """The folder of the published generation; IndexMissing when nothing was published."""
    try:
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise IndexMissing(f"There is no index at {index}: run `python ingest.py` first.") from error
    except (OSError, ValueError) as error:
        raise unreadable(index, "its pointer file cannot be read") from error
    folder = index / name
    if not name.startswith("gen-") or folder.parent != index or not folder.is_dir():
        raise unreadable(index, "it points to a build that is not there")
    return folder


def unreadable(folder: Path, why: str) -> IndexUnreadable:
    """The one sentence for a damaged index."""
    return IndexUnreadable(
        f"The index at {folder} cannot be used, because {why}: run `python ingest.py` again."
    )


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            digest.update(part)
    return digest.hexdigest()


def folder_digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file in a finished build, by its path below the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: file_digest(path) for name, path in names.items() if name != _CHANGES}


def _is_whole_database(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        return False
    return bool(verdict == "ok" and tables > 0)
