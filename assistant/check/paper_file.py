"""A file as it comes → a paper: read in a process of its own, or refused with one clear sentence."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

from assistant.errors import PaperInvalid, QuestionInvalid
from assistant.question.clean import clean
from assistant.reading.formats import APART, Reading, Unreadable, read_here
from assistant.reading.frontmatter import FrontMatterError
from assistant.reading.markdown import read_markdown
from assistant.reading.sandbox import Limits, read_apart
from assistant.reading.text import to_markdown
from assistant.reading.wording import learn
from assistant.types import Document

ENDINGS = (".docx", ".odt", ".pdf", ".html", ".htm", ".md", ".txt")
_MOST_BYTES = 20_000_000
_LIMITS = Limits(seconds=60)
_SAMPLE = 20_000


def read_paper(path: Path, most_chars: int, limits: Limits = _LIMITS) -> Document:
    """The paper in a file, with its headings, lists and tables; raises PaperInvalid for what is none."""
    try:
        _refuse_file(path)
        reading = read_apart(path, limits) if path.suffix.lower() in APART else read_here(path)
        paper = _document(path, reading, most_chars)
    except OSError as error:
        raise PaperInvalid(f"{path.name} cannot be opened: {error.strerror}.") from error
    except (Unreadable, FrontMatterError) as error:
        raise PaperInvalid(f"{path.name} cannot be checked. {error}") from error
    _refuse_language(paper)
    return paper


def _refuse_file(path: Path) -> None:
    if not path.is_file():
        raise Unreadable("There is no such file." if not path.exists() else "It is not an ordinary file.")
    if path.suffix.lower() not in ENDINGS:
        *most, last = ENDINGS
        raise Unreadable(f"Please save it as one of {', '.join(most)} or {last}.")
    size = path.stat().st_size
    if not size:
        raise Unreadable("The file is empty.")
    if size > _MOST_BYTES:
        raise Unreadable(f"The file is larger than {_MOST_BYTES // 1_000_000} MB; check it in parts.")


def _document(path: Path, reading: Reading, most_chars: int) -> Document:
    text, digest = reading.markdown, hashlib.sha256(path.read_bytes()).hexdigest()
    if len(text) > most_chars:
        raise Unreadable(
            f"It has {len(text):,} characters and the limit is {most_chars:,}; check it in parts."
        )
    if path.suffix.lower() == ".txt":
        today = datetime.datetime.now(tz=datetime.UTC).date()
        text = to_markdown(text, path.name, digest, learn([text]), today)
    paper = read_markdown(text, path.stem)
    if not any(character.isalpha() for block in paper.blocks for character in text[block.start : block.end]):
        raise Unreadable("There are no words in the file.")
    info = replace(paper.info, source=path.name, sha256=digest, problems=reading.problems)
    return replace(paper, info=info)


def _refuse_language(paper: Document) -> None:
    sample = " ".join(paper.text[block.start : block.end] for block in paper.blocks)[:_SAMPLE]
    try:
        clean(sample, _SAMPLE)
    except QuestionInvalid as problem:  # it has words, so it is their language
        name = paper.info.source
        raise PaperInvalid(f"{name} cannot be checked. Only papers in English can be read.") from problem
