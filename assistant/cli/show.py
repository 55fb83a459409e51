"""Answers, checked claims and lists on standard output: rich in a terminal, plain in a pipe."""

import sys
from collections.abc import Iterator, Sequence

import typer

from assistant.render import (
    FIGURE_COLUMNS,
    check_to_json,
    check_to_plain,
    comparison_to_json,
    comparison_to_plain,
    dumps,
    figure_json,
    figure_rows,
    figure_to_plain,
    listed_json,
    to_csv,
    to_json,
    to_plain,
)
from assistant.types import Answer, Check, Comparison, Figure, Listed

_COLUMNS = (
    "id", "date", "kind", "valid from", "valid to", "supersedes", "title",
    "status", "pages", "passages", "problems",
)  # fmt: skip


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


def show_comparison(comparison: Comparison, as_json: bool = False) -> None:
    """Print a topic through the documents: as JSON when wanted, else to read."""
    typer.echo(dumps(comparison_to_json(comparison)) if as_json else comparison_to_plain(comparison))


def show_documents(catalogue: Sequence[Listed], as_json: bool = False) -> None:
    """Print the list of documents: as JSON when wanted, else a table in a terminal, or lines with tabs."""
    if as_json:
        typer.echo(dumps({"documents": [listed_json(listed) for listed in catalogue]}))
    elif sys.stdout.isatty():
        from assistant.cli.terminal import print_documents

        print_documents(catalogue)
    else:
        for row in [_COLUMNS, *_rows(catalogue)]:
            typer.echo("\t".join(row))


def show_figures(figures: Sequence[Figure], as_csv: bool = False, as_json: bool = False) -> None:
    """Print the fact sheet: as CSV or JSON when wanted, else figure by figure, each with its quote."""
    if as_json:
        typer.echo(dumps({"figures": [figure_json(figure) for figure in figures]}))
    elif as_csv:
        typer.echo(to_csv([FIGURE_COLUMNS, *figure_rows(figures)]), nl=False)
    else:
        for figure in figures:
            typer.echo("\n".join(figure_to_plain(figure)))


def _rows(catalogue: Sequence[Listed]) -> Iterator[list[str]]:
    from assistant.render.wording import one_line, standing

    for listed in catalogue:
        info = listed.info
        row = [info.id, info.date, info.kind, info.valid_from, info.valid_to, " ".join(info.supersedes)]
        size = [str(listed.pages or ""), str(listed.passages)]
        yield [
            one_line(cell) for cell in [*row, info.title, standing(listed), *size, " ".join(info.problems)]
        ]
