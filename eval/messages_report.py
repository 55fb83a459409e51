"""The run over the messages: in the terminal, and as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from assistant.question.route import Route
from eval.messages import DOCUMENTS, Routing, Sent
from eval.questions import Split, may_be_shown
from eval.report import limit
from eval.score import Rate
from eval.table import show_limits, show_rows
from eval.thresholds import Threshold


@dataclass(frozen=True, slots=True)
class MessageRun:
    """All that one run over the messages found."""

    routings: Mapping[Split, Routing]
    thresholds: tuple[Threshold, ...]
    show_held: bool = False

    @property
    def passed(self) -> bool:
        """Whether no floor is missed; goals may still not be reached."""
        return all(threshold.met for threshold in self.thresholds)

    @property
    def misses(self) -> tuple[Sent, ...]:
        """What was sent wrongly, as far as it may be looked at: of the held half only if asked for."""
        shown = [each for split, each in self.routings.items() if may_be_shown(split, self.show_held)]
        return tuple(sent for each in shown for sent in each.sent if not sent.right)


def show(run: MessageRun, console: Console) -> None:
    """Print each miss that may be looked at, precision and recall by route, and each threshold."""
    for miss in run.misses:
        line = f"{miss.message.id}: sent to {_name(miss.to)}, not to {_name(miss.message.route)}: "
        console.print(line + miss.message.turns[-1], soft_wrap=True, markup=False)
    titles = [f"{split}: {title}" for split in run.routings for title in ("precision", "recall")]
    show_rows(["", *titles], _rows(list(run.routings.values())), console)
    show_limits(run.thresholds, console)


def write(run: MessageRun, folder: Path) -> None:
    """Write messages.json into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    said = {
        "passed": run.passed,
        "goals_reached": not any(threshold.short for threshold in run.thresholds),
        "splits": {str(split): _numbers(each) for split, each in run.routings.items()},
        "thresholds": [limit(threshold) for threshold in run.thresholds],
        "misses": [miss.message.id for miss in run.misses],
    }
    (folder / "messages.json").write_text(json.dumps(said, indent=1, ensure_ascii=False), encoding="utf-8")


def _rows(halves: Sequence[Routing]) -> list[list[str]]:
    """One row for each route, then all of them, then what was for the documents."""
    by_route = [[_name(route), *(cell for each in halves for cell in _cells(each, route))] for route in Route]
    every = ["all signposts", *(cell for each in halves for cell in _cells(each, None))]
    told = ["sent somewhere, or told of 999", *_shares(each.told_of_help for each in halves)]
    return [*by_route, every, told, ["left to the documents", *_shares(each.left_alone for each in halves)]]


def _shares(rates: Iterable[Rate]) -> list[str]:
    """The cells of a row that has no precision."""
    return [cell for rate in rates for cell in ("", str(rate))]


def _cells(routing: Routing, route: Route | None) -> tuple[str, str]:
    return str(routing.precision(route)), str(routing.recall(route))


def _numbers(routing: Routing) -> dict[str, object]:
    return {
        "precision": _share(routing.precision()),
        "recall": _share(routing.recall()),
        "told_of_help": _share(routing.told_of_help),
        "left_alone": _share(routing.left_alone),
        "routes": {
            str(route): {
                "precision": _share(routing.precision(route)),
                "recall": _share(routing.recall(route)),
            }
            for route in Route
        },
    }


def _share(rate: Rate) -> dict[str, object]:
    return {"value": rate.value, "good": rate.good, "total": rate.total}


def _name(route: Route | None) -> str:
    return (route or DOCUMENTS).replace("_", " ")
