"""Front matter: the YAML between two lines of dashes at the head of an edition."""

import datetime
import re
from collections.abc import Mapping
from pathlib import PurePath

import yaml

from assistant.types import DocumentInfo

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_DATES = ("date", "valid_from", "valid_to", "withdrawn")
# What is one line of words, in the order in which it is written.
WORDS = (
    "title",
    "kind",
    "publisher",
    "author",
    "date",
    "valid_from",
    "valid_to",
    "withdrawn",
    "source",
    "sha256",
    "licence",
    "address",
)
# Long enough for any description of one document, short enough that hostile YAML cannot keep us busy.
_MOST_CHARS = 20_000


class FrontMatterError(ValueError):
    """The front matter cannot be used; the message is one sentence that says why."""


def split_front_matter(text: str) -> tuple[str | None, int]:
    """Return the YAML of the front matter (None: there is none) and where the body begins."""
    match = _FRONT.match(text)
    return (match["yaml"], match.end()) if match else (None, 0)


def read_front_matter(source: str, stem: str, title: str) -> DocumentInfo:
    """Turn front matter into a DocumentInfo; `stem` and `title` stand in for a missing id and title.

    Raises FrontMatterError when it is not a plain mapping of words, dates and short lists.
    """
    return information(load(source), stem, title)


def front_matter_keys(text: str) -> frozenset[str]:
    """What the front matter of a text that was read before says something about."""
    front, _ = split_front_matter(text)
    values = load(front) if front is not None else {}
    return frozenset(str(key) for key, value in values.items() if value is not None)


def source_of(text: str) -> str:
    """The file that a text says it was made from, or nothing where it does not say so in usable words."""
    front, _ = split_front_matter(text)
    try:
        return _word("source", load(front or "").get("source"), "it")
    except FrontMatterError:
        return ""


def information(
    values: Mapping[object, object], stem: str, title: str, place: str = "Its front matter"
) -> DocumentInfo:
    """Turn what is said of a document into a DocumentInfo; `place` begins the sentence of an error."""
    words = {key: _word(key, values.get(key), place) for key in ("id", *WORDS)}
    name = words.pop("id") or identifier(stem)
    if not _ID.fullmatch(name):
        raise FrontMatterError("Its id may hold only letters, digits, dots, dashes and underscores.")
    for key in _DATES:
        if words[key] and not is_date(words[key]):
            raise FrontMatterError(f"{place} must give {key} as a date, such as 2024-05-31, 2024-05 or 2024.")
    words["title"] = words["title"] or title or stem
    return DocumentInfo(
        id=name,
        supersedes=_words("supersedes", values.get("supersedes"), place),
        abbreviations=_pairs("abbreviations", values.get("abbreviations"), place),
        unconfirmed=(),
        problems=(),  # no file tells how well it was read
        **words,
    )


def write_front_matter(info: DocumentInfo) -> str:
    """Write a DocumentInfo as front matter, leaving out what is not known."""
    values: dict[str, object] = {"id": info.id} | {key: getattr(info, key) for key in WORDS}
    values |= {"supersedes": list(info.supersedes), "abbreviations": dict(info.abbreviations)}
    known = {key: value for key, value in values.items() if value}
    return f"---\n{yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)}---\n"


def is_date(word: str) -> bool:
    """Whether a word is a day, a month or a year as front matter gives them."""
    return _DATE.fullmatch(word) is not None


def identifier(name: str) -> str:
    """Make a usable document id of a file's name."""
    cleaned = re.sub(r"[^A-Za-z0-9._-]+", "-", PurePath(name).name).strip("-._")
    return cleaned or "document"


def load(source: str) -> Mapping[object, object]:
    """The names and values of front matter; FrontMatterError when it is not that."""
    if len(source) > _MOST_CHARS:
        raise FrontMatterError("Its front matter is too long to be front matter.")
    try:
        values = yaml.safe_load(source)
    # Beyond YAMLError: a date such as 2018-13-45 is a ValueError, brackets without end a RecursionError.
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError, TypeError, KeyError) as error:
        raise FrontMatterError("Its front matter is not valid YAML.") from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise FrontMatterError("Its front matter is not a list of names and values.")
    return values


def _word(key: str, value: object, place: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return " ".join(str(value).split())
    raise FrontMatterError(f"{place} gives more than one value for {key}.")


def _words(key: str, value: object, place: str) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(word for item in value if (word := _word(key, item, place)))
    word = _word(key, value, place)
    return (word,) if word else ()


def _pairs(key: str, value: object, place: str) -> tuple[tuple[str, str], ...]:
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise FrontMatterError(f"{place} must give {key} as names and values.")
    return tuple((_word(key, short, place), _word(key, long, place)) for short, long in value.items())
