"""The run in the terminal: tune and held side by side, thresholds, and what changed."""

from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from eval.questions import Category, Split, may_be_shown
from eval.score import Outcome, Scores
from eval.thresholds import Changes, Threshold, goals_not_reached


def rows(scores: Mapping[Split, Scores]) -> list[list[str]]:
    """One row for each number: its name, then its value in each split."""
    names = list(dict.fromkeys(name for each in scores.values() for name in each.rates))
    lines = [[_title(name), *(str(each.rates[name]) for each in scores.values())] for name in names]
    lengths = [f"{each.words_mean:.0f} / {each.words_p95:.0f}" for each in scores.values()]
    times = [f"{each.seconds_p50 * 1000:.0f} / {each.seconds_p95 * 1000:.0f}" for each in scores.values()]
    return [*lines, ["answer length, words, mean / p95", *lengths], ["latency, ms, p50 / p95", *times]]


def show_scores(scores: Mapping[Split, Scores], console: Console) -> None:
    """Print all numbers as one table."""
    show_rows(["", *map(str, scores)], rows(scores), console)


def show_rows(head: Sequence[str], body: Iterable[Sequence[str]], console: Console) -> None:
    """Print a table of names and numbers; without frames where the output is not a terminal."""
    table = Table(head[0], box=box.SIMPLE_HEAD if console.is_terminal else None, pad_edge=False)
    for title in head[1:]:
        table.add_column(title, justify="right")
    for row in body:
        table.add_row(*map(escape, row))
    console.print(table)


def show_misses(misses: Iterable[Outcome], console: Console) -> None:
    """Print one line for each of *misses*: which question, and why its answer is wrong."""
    for miss in misses:
        console.print(f"{miss.question.id}: {'; '.join(miss.faults)}", soft_wrap=True, markup=False)


def show_verdict(
    thresholds: tuple[Threshold, ...], changes: Mapping[Split, Changes], console: Console
) -> None:
    """Print what changed since the accepted run, by id only, each threshold, and how many goals are short."""
    for split, change in changes.items():
        for words, ids in (("newly wrong", change.newly_wrong), ("newly right", change.newly_right)):
            # An id that is newly right in the held half tells nobody anything that they need.
            if ids and (may_be_shown(split) or words != "newly right"):
                console.print(escape(f"{split}, {words}: {', '.join(ids)}"), soft_wrap=True)
    show_limits(thresholds, console)


def show_limits(thresholds: Sequence[Threshold], console: Console) -> None:
    """Print each threshold, and how many goals are short."""
    for threshold in thresholds:
        colour = "yellow" if threshold.short else "green"
        mark = f"[{colour}]ok[/]     " if threshold.met else "[red]below[/]  "
        console.print(mark + escape(str(threshold)), soft_wrap=True)
    if short := goals_not_reached(thresholds):
        console.print(f"[yellow]{short}[/]", soft_wrap=True)


def _title(name: str) -> str:
    """A rate's name in words."""
    return ("right: " if name in set(Category) else "") + name.replace("_", " ").replace(
        "recall at ", "recall@"
    )
