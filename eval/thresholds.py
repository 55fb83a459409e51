"""What a run must reach, and what has changed since the run that was last accepted."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.questions import EvaluationError
from eval.score import Outcome, Scores


@dataclass(frozen=True, slots=True)
class Threshold:
    """One floor and what was measured; a value of None (there was nothing to measure) is not enough."""

    table: str
    name: str
    floor: float
    value: float | None

    @property
    def met(self) -> bool:
        """Whether the run is good enough here."""
        return self.value is not None and self.value >= self.floor


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of questions that are wrong now and were right in the accepted run, and the other way round."""

    newly_wrong: tuple[str, ...] = ()
    newly_right: tuple[str, ...] = ()


def compare(path: Path, scores: Mapping[str, Scores]) -> tuple[Threshold, ...]:
    """The floors of *path* for the tables that were scored; raises EvaluationError for a bad file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EvaluationError(f"{path} cannot be used as thresholds: {error}.") from error
    return tuple(
        _threshold(table, name, floor, scores[table])
        for table, floors in tables.items()
        if table in scores
        for name, floor in floors.items()
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


def _threshold(table: str, name: str, floor: object, scores: Scores) -> Threshold:
    """The floor of one name, measured."""
    if not isinstance(floor, int | float) or isinstance(floor, bool) or not 0 <= floor <= 1:
        raise EvaluationError(f"The threshold {table}.{name} is {floor!r}; it must be a number from 0 to 1.")
    try:
        return Threshold(table, name, float(floor), scores.rate(name).value)
    except KeyError as error:
        raise EvaluationError(f"The threshold {table}.{name} names nothing that is measured.") from error
