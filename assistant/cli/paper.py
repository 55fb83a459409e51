"""A paper is checked: progress while it goes on, the summary in the terminal, and the report in files."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import typer
from rich.console import Console

from assistant.answering import Answering
from assistant.check.paper_file import ENDINGS
from assistant.cli.progress import Shown
from assistant.errors import DiskProblem, PaperInvalid
from assistant.render import (
    PAPER_COLUMNS,
    dumps,
    paper_page,
    paper_rows,
    paper_to_json,
    paper_to_plain,
    to_excel_csv,
)
from assistant.types import CheckedPaper

_REPORTS: dict[str, Callable[[CheckedPaper], str]] = {
    ".html": paper_page,
    ".csv": lambda paper: to_excel_csv([PAPER_COLUMNS, *paper_rows(paper)]),
    ".json": lambda paper: dumps(paper_to_json(paper), indent=1) + "\n",
}


def is_paper(words: Sequence[str]) -> bool:
    """Whether what is to be checked is a file, and no statement: it exists, or is named as only files are."""
    if len(words) != 1:
        return False
    try:
        if Path(words[0]).exists():
            return True
    except (OSError, ValueError):  # longer than a name can be, or with a NUL: a statement
        return False
    return len(words[0].split()) == 1 and Path(words[0]).suffix.lower() in ENDINGS


def check_paper(
    assistant: Answering, path: Path, save: Sequence[Path], as_json: bool = False
) -> CheckedPaper:
    """Check the paper in a file, print what came of it, and write it to each file of *save* by its ending."""
    for target in save:
        if target.suffix.lower() not in _REPORTS:
            raise PaperInvalid(f"{target.name} cannot be written: name a file that ends in {_endings()}.")
        if target.resolve() == path.resolve():
            raise PaperInvalid("The report would replace the paper itself. Please name another file.")
    with Shown(Console(stderr=True)) as shown:
        paper = assistant.check_paper(path, lambda done, total: shown("Checking", done, total))
    for target in save:
        _write(target, _REPORTS[target.suffix.lower()](paper))
    typer.echo(dumps(paper_to_json(paper)) if as_json else paper_to_plain(paper))
    return paper


def _endings() -> str:
    *most, last = _REPORTS
    return f"{', '.join(most)} or {last}"


def _write(target: Path, report: str) -> None:
    """Write a report that appears whole or not at all."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_text(report, encoding="utf-8", newline="")
        part.replace(target)
    except OSError as error:
        raise DiskProblem(f"Could not write {target}: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
