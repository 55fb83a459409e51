"""A conversation in the terminal, or line by line through a pipe."""

import sys
from collections.abc import Iterator, Sequence

import typer

from assistant.answering import Answering
from assistant.cli.show import show_answer
from assistant.types import Status, Turn

_HELP = (
    "Type a question, or the number of one that you are offered. An empty line or Ctrl-D ends; “new” starts a"
    " new conversation."
)


def converse(assistant: Answering) -> None:
    """Answer line after line, each after the turns before it, until there are no more."""
    turns: list[Turn] = []
    if sys.stdin.isatty():
        typer.echo("\n".join([_HELP, "", "You could ask", *(f"  - {q}" for q in assistant.examples), ""]))
    for question in _questions():
        if question.casefold() == "new":
            turns.clear()
            typer.echo("A new conversation.\n")
            continue
        question = _chosen(question, turns)
        answer = assistant.ask(question, tuple(turns))
        turns.append(Turn(answer.question, answer))
        show_answer(answer)
        typer.echo()


def _chosen(question: str, turns: Sequence[Turn]) -> str:
    """The offered question whose number was typed when asked to choose; else what was typed."""
    last = turns[-1].answer if turns else None
    if last is None or last.status is not Status.NEEDS_CLARIFICATION:
        return question
    offered = {str(number): asked for number, asked in enumerate(last.suggestions, 1)}
    return offered.get(question.rstrip("."), question)


def _questions() -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from (line.strip() for line in sys.stdin if line.strip())
        return
    # Arrow keys and history for this run; nothing is written to disk.
    import readline  # noqa: F401

    while True:
        try:
            question = input("You: ").strip()
        except EOFError:
            return
        if not question:
            return
        yield question
