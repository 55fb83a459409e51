"""The run in the terminal: tune and held side by side, thresholds, and what changed."""

from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from eval.questions import Category, Split
from eval.score import Outcome, Rate, Scores
from eval.thresholds import Changes, Threshold, goals_not_reached


def rows(scores: Mapping[Split, Scores]) -> list[list[str]]:
    """One row for each number: its name, then its value in each split."""
    names = list(dict.fromkeys(name for each in scores.values() for name in each.rates))
    lines = [[_title(name), *(_share(each.rates[name]) for each in scores.values())] for name in names]
    lengths = [f"{each.words_mean:.0f} / {each.words_p95:.0f}" for each in scores.values()]
    times = [f"{each.seconds_p50 * 1000:.0f} / {each.seconds_p95 * 1000:.0f}" for each in scores.values()]
    return [*lines, ["answer length, words, mean / p95", *lengths], ["latency, ms, p50 / p95", *times]]


def show_scores(scores: Mapping[Split, Scores], console: Console) -> None:
    """Print all numbers as one table; without frames where the output is not a terminal."""
    table = Table("", box=box.SIMPLE_HEAD if console.is_terminal else None, pad_edge=False)
    for split in scores:
        table.add_column(str(split), justify="right")
    for row in rows(scores):
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
            if ids and not (split is Split.HELD and words == "newly right"):
                console.print(escape(f"{split}, {words}: {', '.join(ids)}"), soft_wrap=True)
    for threshold in thresholds:
        colour = "yellow" if threshold.short else "green"
        mark = f"[{colour}]ok[/]     " if threshold.met else "[red]below[/]  "
        console.print(mark + escape(str(threshold)), soft_wrap=True)
    if short := goals_not_reached(thresholds):
        console.print(f"[yellow]{short}[/]", soft_wrap=True)


def _share(rate: Rate) -> str:
    """A rate as people read it."""
    return "–" if rate.value is None else f"{rate.good}/{rate.total}  {rate.value:6.1%}"


def _title(name: str) -> str:
    """A rate's name in words."""
    return ("right: " if name in set(Category) else "") + name.replace("_", " ").replace(
        "recall at ", "recall@"
    )
