"""Which files can be read, and how: every format becomes Markdown in the form of our editions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


class Unreadable(Exception):
    """One file cannot be used; the message says why, and what to do, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as Markdown in the form of our editions, and what a person should know about the reading.

    `missing` says so where a large part of the file could not be read, though the rest was.
    """

    markdown: str
    problems: tuple[str, ...] = ()
    missing: str = ""


Reader = Callable[[Path], Reading]

_UNPACK = "Unpack it, and put the files that are to be read here"
_NEW_WORD, _NEW_SHEET = "Open it in a word processor and save it as .docx", "Open it and save it as .xlsx"
_MAIL = "Save what it says as .txt, and put each attachment here as a file of its own"
_PICTURE = "Put the words that it shows into a .txt file"
_INSTEAD = (
    dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz"), _UNPACK)
    | dict.fromkeys((".doc", ".dot", ".docm", ".rtf", ".wpd", ".pages"), _NEW_WORD)
    | dict.fromkeys((".xls", ".xlsm", ".xlsb", ".numbers"), _NEW_SHEET)
    | dict.fromkeys((".eml", ".msg", ".mbox", ".pst"), _MAIL)
    | dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic"), _PICTURE)
)


def read_file(path: Path) -> Reading:
    """Read one file by its ending; raw text comes back as it is, for its repair needs the other texts too.

    Raises Unreadable when there is nothing to be had from it.
    """
    if path.suffix.lower() not in READERS:
        raise Unreadable(_refusal(path.suffix.lower()))
    return _read_apart(path) if path.suffix.lower() in APART else read_here(path)


def read_here(path: Path) -> Reading:
    """Read one file of a known ending in this process; Unreadable for all that can be wrong with it."""
    try:
        reading = READERS[path.suffix.lower()](path)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # each format is read by a library with errors of its own
        name = type(error).__name__
        raise Unreadable(
            f"The file is damaged, or not what its ending says; save it anew ({name})."
        ) from error
    if not reading.markdown.strip():
        raise Unreadable("The file is empty.")
    return reading


def read_text(path: Path) -> Reading:
    """Read UTF-8 text: plain newlines, and no NUL; Unreadable for any other encoding."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise Unreadable("The file cannot be opened.") from error
    except UnicodeDecodeError as error:
        raise Unreadable("The file is not UTF-8 text; save it as UTF-8 and try again.") from error
    return Reading(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff"))


def _read_apart(path: Path) -> Reading:
    from assistant.reading.sandbox import read_apart

    return read_apart(path)


def _read_pdf(path: Path) -> Reading:
    from assistant.reading.pdf.edition import read_pdf

    return read_pdf(path)


def _refusal(suffix: str) -> str:
    if suffix in _INSTEAD:
        return f"{_INSTEAD[suffix]} ({suffix} files cannot be read)."
    name = f"{suffix[1:].upper()} files" if suffix else "Files without an ending"
    *most, last = READERS
    return f"{name} cannot be read; save it as one of {', '.join(most)} or {last}."


def _read_word(path: Path) -> Reading:
    from assistant.reading.word import read_word

    return read_word(path)


def _read_csv(path: Path) -> Reading:
    from assistant.reading.sheets import read_csv

    return read_csv(path)


def _read_workbook(path: Path) -> Reading:
    from assistant.reading.workbook import read_workbook

    return read_workbook(path)


def _read_webpage(path: Path) -> Reading:
    from assistant.reading.webpage import read_webpage

    return read_webpage(path)


def _read_opendocument(path: Path) -> Reading:
    from assistant.reading.opendocument import read_opendocument

    return read_opendocument(path)


# A reader imports what it needs when it is called, so that no library is loaded for a file that is not there.
READERS: Mapping[str, Reader] = {
    ".md": read_text,
    ".txt": read_text,
    ".docx": _read_word,
    ".csv": _read_csv,
    ".xlsx": _read_workbook,
    ".odt": _read_opendocument,
    ".ods": _read_opendocument,
    ".html": _read_webpage,
    ".htm": _read_webpage,
    ".pdf": _read_pdf,
}
# All that is more than text is read by a process of its own: `assistant/reading/sandbox.py`.
APART = frozenset({".docx", ".csv", ".xlsx", ".odt", ".ods", ".html", ".htm", ".pdf"})
