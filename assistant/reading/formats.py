"""Which files can be read, and how: every format becomes Markdown in the form of our editions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


class Unreadable(Exception):
    """One file cannot be used; the message says why, and what to do, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as Markdown in the form of our editions, and what a person should know about the reading."""

    markdown: str
    problems: tuple[str, ...] = ()


Reader = Callable[[Path], Reading]


def read_file(path: Path) -> Reading:
    """Read one file by its ending; raw text comes back as it is, for its repair needs the other texts too.

    Raises Unreadable when there is nothing to be had from it.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise Unreadable(_refusal(path.suffix.lower()))
    reading = reader(path)
    if not reading.markdown.strip():
        raise Unreadable("The file is empty.")
    return reading


def _read_text(path: Path) -> Reading:
    """Text with plain newlines, and nothing in it that UTF-8 could not hold."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise Unreadable("The file cannot be opened.") from error
    except UnicodeDecodeError as error:
        raise Unreadable("The file is not UTF-8 text; save it as UTF-8 and try again.") from error
    return Reading(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff"))


def _refusal(suffix: str) -> str:
    name = f"{suffix[1:].upper()} files" if suffix else "Files without an ending"
    return f"{name} cannot be read yet; only {readable_endings()} files can."


def readable_endings() -> str:
    """The endings of the files that can be read, as a person reads them: ".md and .txt"."""
    *most, last = READERS
    return f"{', '.join(most)} and {last}"


# A reader imports what it needs when it is called, so that no library is loaded for a file that is not there.
READERS: Mapping[str, Reader] = {".md": _read_text, ".txt": _read_text}
