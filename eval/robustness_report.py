"""The run over the rewritten questions: in the terminal, as a web page, and as JSON."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from rich.console import Console

from eval.page import article, limits, page_of, table
from eval.report import limit, miss
from eval.rewriting import Rewriting
from eval.robustness import Robustness, Standing, right_of
from eval.score import Outcome
from eval.table import show_limits, show_rows

_LEGEND = (
    "drop: points of accuracy, over answerable and unanswerable questions together, against the same"
    " questions as written; ordinary: only those of ordinary.yaml"
)


def show(robustness: Robustness, console: Console) -> None:
    """Print each loss that may be looked at, all numbers as one table, and each threshold."""
    for how, outcome in robustness.lost:
        line = f"{how}, {outcome.question.id}: {'; '.join(outcome.faults)}: {outcome.question.turns[-1]}"
        console.print(line, soft_wrap=True, markup=False)
    show_rows(_head(robustness), _rows(robustness), console)
    console.print(_LEGEND, soft_wrap=True, markup=False)
    show_limits(robustness.thresholds, console)


def write(robustness: Robustness, folder: Path) -> None:
    """Write robustness.json and robustness.html into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "robustness.json").write_text(
        json.dumps(_as_json(robustness), indent=1, ensure_ascii=False), encoding="utf-8"
    )
    (folder / "robustness.html").write_text(_as_page(robustness), encoding="utf-8")


def _as_page(robustness: Robustness) -> str:
    """The whole page: numbers, thresholds, and each loss with its question, answer and fault."""
    lost = robustness.lost
    return page_of(
        "Robustness",
        [
            table(_head(robustness), _rows(robustness)),
            f"<p>{escape(_LEGEND)}</p>",
            *limits(robustness.thresholds),
            f"<h2>Losses shown: {len(lost)}</h2>",
            *(article(outcome, f"{how}-{outcome.question.id}") for how, outcome in lost),
        ],
    )


def _as_json(robustness: Robustness) -> dict[str, object]:
    """The run as plain data."""
    return {
        "passed": robustness.passed,
        "goals_reached": not any(threshold.short for threshold in robustness.thresholds),
        "splits": {str(split): _numbers(each) for split, each in robustness.standing.items()},
        "thresholds": [limit(threshold) for threshold in robustness.thresholds],
        "lost": [{"rewriting": str(how), **miss(outcome)} for how, outcome in robustness.lost],
    }


def _numbers(standing: Standing) -> Mapping[str, object]:
    """Of one half, what is right as written and in each rewriting, and the points that each costs."""
    return {"as_written": _shares(standing.written)} | {
        str(how): _shares(found) | {"drop": standing.drop(how)} for how, found in standing.anew.items()
    }


def _shares(outcomes: Sequence[Outcome]) -> dict[str, object]:
    named = zip(("answerable", "unanswerable"), right_of(outcomes), strict=True)
    return {name: {"value": rate.value, "good": rate.good, "total": rate.total} for name, rate in named}


def _head(robustness: Robustness) -> list[str]:
    titles = ("answerable right", "unanswerable refused", "drop")
    return ["", *(f"{split}: {title}" for split in robustness.standing for title in titles)]


def _rows(robustness: Robustness) -> list[list[str]]:
    """One row for the questions as written, and one for each rewriting."""
    halves = robustness.standing.values()
    written = [cell for each in halves for cell in (*map(str, right_of(each.written)), "")]
    anew = [(how, [cell for each in halves for cell in _cells(each, how)]) for how in Rewriting]
    return [["as written", *written], *([str(how).replace("_", " "), *cells] for how, cells in anew)]


def _cells(standing: Standing, how: Rewriting) -> tuple[str, ...]:
    drop = standing.drop(how)
    return (*map(str, right_of(standing.anew[how])), "–" if drop is None else f"{drop:.1f}")
