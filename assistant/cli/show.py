"""Answers, checked claims and lists on standard output: rich in a terminal, plain in a pipe."""

import sys
from collections.abc import Iterator, Sequence

import typer

from assistant.render import check_to_json, check_to_plain, dumps, to_json, to_plain
from assistant.types import Answer, Check, DocumentInfo

_COLUMNS = ("id", "date", "kind", "valid from", "valid to", "supersedes", "title", "problems")


def show_answer(answer: Answer, as_json: bool = False) -> None:
    """Print one answer: as JSON when wanted, else for the terminal or the pipe that reads it."""
    if as_json:
        typer.echo(dumps(to_json(answer)))
    elif sys.stdout.isatty():
        # Only a terminal needs rich; a pipe should not wait for it.
        from assistant.cli.terminal import print_answer

        print_answer(answer)
    else:
        typer.echo(to_plain(answer))


def show_check(checked: Check, as_json: bool = False) -> None:
    """Print one checked claim: as JSON when wanted, else for the terminal or the pipe that reads it."""
    if as_json:
        typer.echo(dumps(check_to_json(checked)))
    elif sys.stdout.isatty():
        from assistant.cli.terminal import print_check

        print_check(checked)
    else:
        typer.echo(check_to_plain(checked))


def show_documents(documents: Sequence[DocumentInfo]) -> None:
    """Print the documents, oldest first: a table in a terminal, tab-separated lines in a pipe."""
    found = sorted(documents, key=lambda info: (info.date, info.id))
    if sys.stdout.isatty():
        from assistant.cli.terminal import print_documents

        print_documents(found)
        return
    for row in [_COLUMNS, *_rows(found)]:
        typer.echo("\t".join(row))


def _rows(documents: Sequence[DocumentInfo]) -> Iterator[list[str]]:
    from assistant.render.wording import one_line

    for info in documents:
        row = [info.id, info.date, info.kind, info.valid_from, info.valid_to, " ".join(info.supersedes)]
        yield [one_line(cell) for cell in [*row, info.title, " ".join(info.problems)]]
