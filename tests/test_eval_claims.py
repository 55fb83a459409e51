"""A run over the claims counts what is right, and fails where a false claim is called supported too often."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.types import Check, Verdict
from eval.claim_run import evaluate_claims
from eval.claim_set import load_claims
from eval.questions import EvaluationError, Split
from eval.run import HERE, Options

EDITION = "---\nid: rules-2020\n---\n\n# Rules\n\nThe rent is £30 a year.\n"
TRUE = {"id": "a", "category": "amount", "verdict": "supported", "claim": "The rent is £30."}
FALSE = {"id": "b", "category": "amount", "verdict": "contradicted", "claim": "The rent is £40."}
FLOORS = "[claims-tune]\nall = 0.5\nfalse_not_supported = 1.0\n"


@dataclass
class Checking:
    """An assistant that gives each claim the verdict that it is told to."""

    verdict: Callable[[str], Verdict]

    def check_claim(self, claim: str) -> Check:
        """The verdict, without a quote."""
        return Check(claim, self.verdict(claim), "The rules say so.")


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A corpus of one document, and a folder for claims and floors."""
    for folder in ("corpus", "claims"):
        (tmp_path / folder).mkdir()
    (tmp_path / "corpus" / "rules.md").write_text(EDITION, encoding="utf-8")
    (tmp_path / "floors.toml").write_text(FLOORS, encoding="utf-8")
    given = Options(corpus=tmp_path / "corpus", index=tmp_path / "index", claims=tmp_path / "claims")
    return replace(given, thresholds=tmp_path / "floors.toml")


def write(options: Options, name: str, *claims: object) -> None:
    """Write one file of claims; JSON is YAML too."""
    (options.claims / f"{name}.yaml").write_text(json.dumps(claims), encoding="utf-8")


def run(options: Options, verdict: Callable[[str], Verdict]) -> tuple[int, str]:
    """The exit code of a run, and what it printed."""
    paper = StringIO()
    code = evaluate_claims(options, lambda _: Checking(verdict), Console(file=paper, width=200))
    return code, paper.getvalue()


def test_a_run_counts_what_is_right(options: Options) -> None:
    """Verdicts are counted one by one and in all, and a run above its floors succeeds."""
    write(options, "tune", TRUE, FALSE)
    code, printed = run(options, lambda claim: Verdict.SUPPORTED if "30" in claim else Verdict.CONTRADICTED)

    assert code == 0
    assert "2/2  100.0%" in printed


def test_a_false_claim_called_supported_fails_the_run(options: Options) -> None:
    """One false claim called supported is enough to miss the floor, and it is named."""
    write(options, "tune", TRUE, FALSE)
    code, printed = run(options, lambda _: Verdict.SUPPORTED)

    assert code == 1
    assert "b: supported, expected contradicted: The rent is £40." in printed


def test_a_held_miss_is_not_shown(options: Options) -> None:
    """Of the held half only numbers are printed, unless its misses are asked for."""
    write(options, "tune", TRUE, FALSE)
    write(options, "held", FALSE | {"id": "h"})
    _, printed = run(options, lambda _: Verdict.NOT_FOUND)
    _, shown = run(replace(options, show_held=True), lambda _: Verdict.NOT_FOUND)

    assert "h: not_found" not in printed
    assert "h: not_found" in shown


def test_practice_is_measured_beside_the_tuning_half(options: Options) -> None:
    """Practice claims have a column of their own and are shown, but not where only the held half is run."""
    write(options, "tune", TRUE)
    write(options, "practice", FALSE)
    write(options, "held", FALSE | {"id": "h"})
    _, printed = run(options, lambda _: Verdict.SUPPORTED)
    _, of_held = run(replace(options, splits=(Split.HELD,)), lambda _: Verdict.SUPPORTED)

    assert "practice" in printed
    assert "b: supported, expected contradicted" in printed
    assert "practice" not in of_held


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([], "no claims to check"),
        (["a"], "tune.yaml, entry 1 must have"),
        ([TRUE | {"verdict": "true"}], "unknown verdict 'true'"),
        ([TRUE | {"colour": "red"}], "may have documents and where"),
        ([TRUE | {"documents": "rules-2020"}], "documents is a list"),
        ([TRUE, TRUE], "more than once: a"),
    ],
)
def test_a_file_out_of_order_stops_the_run(options: Options, entries: list[object], words: str) -> None:
    """What cannot be read as a claim stops the run with one sentence that says where it stands."""
    write(options, "tune", *entries)

    with pytest.raises(EvaluationError, match=words):
        load_claims(options.claims)


def test_the_claims_are_enough_and_both_halves_are_alike() -> None:
    """There are at least 150 claims, about a third of each kind, and each half has every category."""
    claims = load_claims(HERE / "claims")
    kinds = [sum(claim.verdict is verdict for claim in claims) / len(claims) for verdict in Verdict]
    halves = [
        {claim.category for claim in claims if claim.split is split} for split in (Split.TUNE, Split.HELD)
    ]

    assert len(claims) >= 150
    assert all(share > 0.25 for share in (kinds[0], kinds[1], kinds[3]))
    assert halves[0] == halves[1]
