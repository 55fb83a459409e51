"""A file of questions and claims becomes a file of answers and verdicts, line for line."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.answering import Answering
from assistant.errors import ClaimInvalid, DiskProblem, QuestionInvalid
from assistant.render import check_to_json, dumps, to_json

Row = dict[str, object]


class LineProblem(Exception):
    """One line can't be answered; the message says why, in words for its author."""


def answer_file(assistant: Answering, source: Path, target: Path) -> tuple[int, int]:
    """Answer each line of `source` into `target`, which appears whole or not at all.

    Returns how many lines were asked, and how many of them got an "error" instead of an "answer".
    """
    asked = problems = 0
    lines = _read(source)
    if target.exists() and not target.is_file():
        raise DiskProblem(f"{target} is not a file that can be replaced. Please name another.")
    target = target.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            for row in _answered(assistant, _with_progress(lines)):
                asked, problems = asked + 1, problems + ("error" in row)
                out.write(dumps(row) + "\n")
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    except OSError as error:
        raise DiskProblem(f"Could not write {target}: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
    return asked, problems


def _read(source: Path) -> list[bytes]:
    try:
        return source.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise QuestionInvalid(f"Could not read {source}: {error.strerror}.") from error


def _with_progress(lines: list[bytes]) -> Iterable[bytes]:
    if not sys.stderr.isatty():
        return lines
    from rich.console import Console
    from rich.progress import track

    return track(lines, "Answering", console=Console(stderr=True), transient=True)


def _answered(assistant: Answering, lines: Iterable[bytes]) -> Iterator[Row]:
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row: Row = {"id": None}
        try:
            asked = _parse(line)
            row["id"] = _new_id(asked, number, seen)
            if "claim" in asked:
                row["check"] = check_to_json(assistant.check_claim(_claim(asked)))
            else:
                *earlier, question = _turns(asked)
                row["answer"] = to_json(assistant.ask(question, assistant.recall(earlier)))
        except (LineProblem, QuestionInvalid, ClaimInvalid) as problem:
            row["error"] = f"Line {number}: {problem}"
        yield row


def _parse(line: bytes) -> Row:
    try:
        asked = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise LineProblem("not UTF-8 text") from error
    except (ValueError, RecursionError) as error:
        raise LineProblem("not JSON") from error
    if not isinstance(asked, dict):
        raise LineProblem('not an object like {"id": "1", "turns": ["…"]}')
    return asked


def _new_id(asked: Row, number: int, seen: dict[str, int]) -> object:
    name = asked.get("id")
    if not isinstance(name, str | int) or name == "":
        raise LineProblem('"id" is missing; it must be text or a number')
    first = seen.setdefault(repr(name), number)
    if first != number:
        raise LineProblem(f'the id "{name}" is already on line {first}')
    return name


def _claim(asked: Row) -> str:
    claim = asked["claim"]
    if not isinstance(claim, str):
        raise LineProblem('"claim" must be one statement as text')
    if "turns" in asked:
        raise LineProblem('a line has "turns" or a "claim", not both')
    return claim


def _turns(asked: Row) -> list[str]:
    turns = asked.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise LineProblem('"turns" must be a list of one or more questions')
    return turns
