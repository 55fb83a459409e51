"""A finished run, and the JSON and JUnit reports of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from eval.page import page
from eval.questions import Split, may_be_shown
from eval.score import Outcome, Scores
from eval.thresholds import Changes, Threshold

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """All that one evaluation run found; `kind` is `editions` or `raw`, after the corpus asked about."""

    kind: str
    outcomes: Mapping[Split, tuple[Outcome, ...]]
    scores: Mapping[Split, Scores]
    thresholds: tuple[Threshold, ...]
    changes: Mapping[Split, Changes]
    show_held: bool = False

    @property
    def passed(self) -> bool:
        """Whether no floor is missed; goals may still not be reached."""
        return all(threshold.met for threshold in self.thresholds)

    @property
    def misses(self) -> tuple[Outcome, ...]:
        """The wrong answers that may be looked at: those of the held half only where that was asked for."""
        splits = [split for split in self.outcomes if self.shows(split)]
        return tuple(outcome for split in splits for outcome in self.outcomes[split] if not outcome.right)

    def shows(self, split: Split) -> bool:
        """Whether questions and answers of *split* may be looked at."""
        return may_be_shown(split, self.show_held)


def write(run: Run, folder: Path) -> None:
    """Write report.json, junit.xml and report.html of *run* into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(
        json.dumps(_as_json(run), indent=1, ensure_ascii=False), encoding="utf-8"
    )
    (folder / "junit.xml").write_bytes(ET.tostring(_as_junit(run), encoding="utf-8", xml_declaration=True))
    (folder / "report.html").write_text(
        page(run.scores, run.thresholds, run.changes, run.misses), encoding="utf-8"
    )


def _as_json(run: Run) -> dict[str, object]:
    """The run as plain data."""
    return {
        "kind": run.kind,
        "passed": run.passed,
        "splits": {str(split): _numbers(scores) for split, scores in run.scores.items()},
        "goals_reached": not any(threshold.short for threshold in run.thresholds),
        "thresholds": [limit(threshold) for threshold in run.thresholds],
        "changes": {
            str(split): {"newly_wrong": changes.newly_wrong, "newly_right": changes.newly_right}
            for split, changes in run.changes.items()
        },
        "misses": [miss(outcome) for outcome in run.misses],
    }


def limit(threshold: Threshold) -> dict[str, object]:
    """One threshold; `goal_reached` is null where nothing beyond the floor is wanted."""
    return {
        "table": threshold.table,
        "name": threshold.name,
        "floor": threshold.floor,
        "goal": threshold.goal,
        "value": threshold.value,
        "met": threshold.met,
        "goal_reached": None if threshold.goal is None else not threshold.short,
    }


def _numbers(scores: Scores) -> dict[str, object]:
    """The scores of one split; a rate is its share, what was right, and of how many."""
    return {
        "rates": {n: {"value": r.value, "good": r.good, "total": r.total} for n, r in scores.rates.items()},
        "words": {"mean": round(scores.words_mean, 1), "p95": scores.words_p95},
        "seconds": {"p50": round(scores.seconds_p50, 4), "p95": round(scores.seconds_p95, 4)},
    }


def miss(outcome: Outcome) -> dict[str, object]:
    """One wrong answer with all that explains it."""
    question, answer = outcome.question, outcome.answer
    return {
        "id": question.id,
        "split": str(question.split),
        "category": str(question.category),
        "turns": question.turns,
        "understood_as": answer.understood_as,
        "faults": outcome.faults,
        "status": str(answer.status),
        "text": answer.text,
        "notes": answer.notes,
        "cited": outcome.cited,
        "quotes": [citation.quote for citation in answer.citations],
        "retrieved_at": outcome.hit,
        "where": question.where,
    }


def _as_junit(run: Run) -> ET.Element:
    """The run as JUnit: a suite for each split, a case for each question, and a suite for the thresholds."""
    root = ET.Element("testsuites", name="evaluation")
    for split, outcomes in run.outcomes.items():
        suite = _suite(root, str(split), len(outcomes), sum(not outcome.right for outcome in outcomes))
        for outcome in outcomes:
            message = "; ".join(outcome.faults) if run.shows(split) else "wrong; see it with --show-held"
            place = f"{split}.{outcome.question.category}"
            case = _case(suite, place, outcome.question.id, None if outcome.right else message)
            case.set("time", f"{outcome.seconds:.4f}")
    suite = _suite(root, "thresholds", len(run.thresholds), sum(not t.met for t in run.thresholds))
    for t in run.thresholds:
        fault = None if t.met else f"{t.value} is below {t.floor}"
        case = _case(suite, f"thresholds.{t.table}", t.name, fault)
        # Not a failure, but CI shows it: a goal that is not reached must not look like one that is.
        ET.SubElement(case, "system-out").text = _NOT_XML.sub("?", str(t))
    return root


def _suite(root: ET.Element, name: str, tests: int, failures: int) -> ET.Element:
    return ET.SubElement(root, "testsuite", name=name, tests=str(tests), failures=str(failures))


def _case(suite: ET.Element, place: str, name: str, fault: str | None) -> ET.Element:
    """One test case, failed where there is a *fault*; characters that XML does not allow become `?`."""
    case = ET.SubElement(suite, "testcase", classname=place, name=_NOT_XML.sub("?", name))
    if fault is not None:
        ET.SubElement(case, "failure", message=_NOT_XML.sub("?", fault))
    return case
