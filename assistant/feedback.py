"""What visitors say of answers: one line of a local file each, without personal data, where it is wanted."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ValidationError

from assistant.errors import AssistantError
from assistant.question.personal import notice
from assistant.types import Status, Turn

MAX_REASON = 500
_MAX_FILE = 20_000_000  # nobody fills the disk with what they say
_ONLY_ITS_OWNER = 0o600


class Quoted(BaseModel, frozen=True):
    """A quote of the answer, with the document and the place that it was cut from."""

    document: str
    start: int
    end: int
    quote: str


class Feedback(BaseModel, frozen=True):
    """What one visitor said of one answer, and all that is needed to see it again."""

    day: date
    helped: bool
    reason: str
    turns: tuple[str, ...]
    status: Status
    text: str
    quotes: tuple[Quoted, ...]
    generation: str


def feedback_of(turns: Sequence[Turn], helped: bool, reason: str = "") -> Feedback | None:
    """What a visitor says of the last of *turns*; None where somebody in need asked it.

    Nothing personal that can be noticed is in it, and no other turn of somebody in need.
    """
    kept = [turn for turn in turns if turn.answer.status is not Status.SIGNPOSTED]
    if not kept or kept[-1] is not turns[-1]:
        return None
    answer = kept[-1].answer
    return Feedback(
        day=date.today(),
        helped=helped,
        reason=notice(reason.strip()[:MAX_REASON]).shown,
        turns=tuple(notice(turn.question).shown for turn in kept),
        status=answer.status,
        text=answer.text,
        quotes=tuple(
            Quoted(document=c.source.info.id, start=c.start, end=c.end, quote=c.quote)
            for c in answer.citations
        ),
        generation=answer.generation,
    )


def keep(said: Feedback, path: Path) -> None:
    """Add one line to the file at *path*, which only its owner may read; raises AssistantError."""
    line = f"{said.model_dump_json()}\n".encode()
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _ONLY_ITS_OWNER)
        try:
            is_full = os.fstat(file).st_size + len(line) > _MAX_FILE
            # In one write, so that two visitors' lines never mix.
            written = 0 if is_full else os.write(file, line)
        finally:
            os.close(file)
    except OSError as error:
        raise AssistantError(f"What you said could not be kept: {error.strerror}.") from error
    if written < len(line):
        raise AssistantError("What you said could not be kept: there is no room for more.")


def read(path: Path) -> tuple[Feedback, ...]:
    """Everything that was kept at *path*, oldest first; raises AssistantError that names a line."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise AssistantError(f"{path} cannot be read: {error.strerror}.") from error
    return tuple(_parsed(line, f"{path.name}, line {number}") for number, line in enumerate(lines, 1))


def _parsed(line: bytes, place: str) -> Feedback:
    try:
        return Feedback.model_validate_json(line)
    except ValidationError as error:
        raise AssistantError(f"{place} is no feedback of the chat; please take it out.") from error
