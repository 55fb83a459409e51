"""What a run must reach, what is wanted of it, and what has changed since the last accepted run."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from eval.questions import EvaluationError
from eval.score import Outcome, Rate, Scores


class Measured(Protocol):
    """What a table of thresholds can be held against."""

    def rate(self, name: str, /) -> Rate:
        """The rate of *name*, or of several names joined by `+` taken together; KeyError when unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Threshold:
    """A floor, the goal where one is wanted, and what was measured.

    A value of None (there was nothing to measure) is neither enough nor what is wanted.
    """

    table: str
    name: str
    floor: float
    value: float | None
    goal: float | None = None

    @property
    def met(self) -> bool:
        """Whether the run is no worse here than the floor."""
        return self.value is not None and self.value >= self.floor

    @property
    def short(self) -> bool:
        """Whether there is a goal and it is not reached."""
        return self.goal is not None and (self.value is None or self.value < self.goal)

    def __str__(self) -> str:
        """The threshold as people read it in every report; a goal that is not reached is never left out."""
        value = "nothing to measure" if self.value is None else f"{self.value:.1%}"
        words = f"{self.table}: {self.name} {value}, at least {_percent(self.floor)}"
        if self.goal is None:
            return words
        return f"{words}; goal {_percent(self.goal)} {'NOT REACHED' if self.short else 'reached'}"


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of questions that are wrong now and were right in the accepted run, and the other way round."""

    newly_wrong: tuple[str, ...] = ()
    newly_right: tuple[str, ...] = ()


def compare(path: Path, scores: Mapping[str, Measured]) -> tuple[Threshold, ...]:
    """The thresholds of *path* for the tables that were scored; raises EvaluationError for a bad file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EvaluationError(f"{path} cannot be used as thresholds: {error}.") from error
    return tuple(
        _threshold(table, name, entry, scores[table])
        for table, entries in tables.items()
        if table in scores
        for name, entry in entries.items()
    )


def goals_not_reached(thresholds: Sequence[Threshold]) -> str:
    """One sentence on how many goals are not reached; empty where none is short."""
    short = sum(threshold.short for threshold in thresholds)
    goals = sum(threshold.goal is not None for threshold in thresholds)
    return (
        f"{short} of {goals} goals NOT REACHED: the project wants more than this run shows." if short else ""
    )


def changes(path: Path, run: str, outcomes: Sequence[Outcome]) -> Changes:
    """What differs from the accepted *run*; questions that it did not ask count as neither."""
    before = _accepted(path).get(run, {}).get("right", {})
    known = [(outcome.question.id, outcome.right) for outcome in outcomes if outcome.question.id in before]
    return Changes(
        newly_wrong=tuple(name for name, right in known if before[name] and not right),
        newly_right=tuple(name for name, right in known if right and not before[name]),
    )


def accept(path: Path, runs: Mapping[str, tuple[Sequence[Outcome], Scores]]) -> None:
    """Write *runs* as the accepted ones; those of other names stay."""
    accepted = _accepted(path) | {name: _summary(*run) for name, run in runs.items()}
    path.write_text(json.dumps(accepted, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _summary(outcomes: Sequence[Outcome], scores: Scores) -> dict[str, object]:
    """What is kept of a run: its rates, and of each question only whether it was right."""
    return {
        "rates": {name: [rate.good, rate.total] for name, rate in scores.rates.items()},
        "right": {outcome.question.id: outcome.right for outcome in outcomes},
    }


def _accepted(path: Path) -> dict[str, dict[str, dict[str, bool]]]:
    """The accepted runs by name; none where nothing was accepted yet."""
    if not path.exists():
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise EvaluationError(f"{path} is damaged; delete it and accept a run again.") from error


def _threshold(table: str, name: str, entry: object, scores: Measured) -> Threshold:
    """The threshold of one name, measured."""
    floor, goal = _floor_and_goal(f"{table}.{name}", entry)
    try:
        return Threshold(table, name, floor, scores.rate(name).value, goal)
    except KeyError as error:
        raise EvaluationError(f"The threshold {table}.{name} names nothing that is measured.") from error


def _floor_and_goal(place: str, entry: object) -> tuple[float, float | None]:
    """The floor, and the goal where the entry is a table of both."""
    if not isinstance(entry, dict):
        return _number(place, entry), None
    if set(entry) != {"floor", "goal"}:
        raise EvaluationError(f"The threshold {place} must be a number or {{ floor = …, goal = … }}.")
    floor, goal = (_number(f"{place}.{key}", entry[key]) for key in ("floor", "goal"))
    if floor > goal:
        raise EvaluationError(f"The threshold {place} has a floor of {floor} above its goal of {goal}.")
    return floor, goal


def _number(place: str, number: object) -> float:
    """The *number*, which is a share."""
    if not isinstance(number, int | float) or isinstance(number, bool) or not 0 <= number <= 1:
        raise EvaluationError(f"The threshold {place} is {number!r}; it must be a number from 0 to 1.")
    return float(number)


def _percent(share: float) -> str:
    """A floor or goal without needless decimals, and never rounded to another one."""
    return f"{share * 100:.6g}%"
