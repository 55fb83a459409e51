"""A run over whole papers counts the errors found and the false alarms, and fails below its floors."""

import json
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.check.paper import PaperChecker
from assistant.check.quotation import Quotations
from assistant.types import Check, CheckedPaper, Verdict
from eval.paper_run import evaluate_papers, load_papers
from eval.questions import EvaluationError
from eval.run import HERE, Options

EDITION = "---\nid: rules-2020\n---\n\n# Rules\n\nThe rent is £30 a year.\n"
PAPER = "The rent is £40 a year. The shed has a door. The hose has a leak.\n"
ENTRY = {
    "paper": "note.md",
    "split": "tune",
    "pages": 1,
    "wrong": [{"words": "rent is £40", "changed": "£30"}],
}
FLOORS = "[papers-tune]\nerrors_found = 1.0\nfew_alarms = 1.0\n"


@dataclass
class Checking:
    """An assistant that contradicts whatever holds one of these words."""

    denied: tuple[str, ...]

    def check_paper(self, path: Path) -> CheckedPaper:
        """Check a paper for real, but for its verdicts."""
        return PaperChecker(self.check_claim, Quotations({}, {}, {}, "g"), "g").check(path)

    def check_claim(self, claim: str) -> Check:
        """The verdict, without a quote."""
        is_denied = any(word in claim for word in self.denied)
        return Check(claim, Verdict.CONTRADICTED if is_denied else Verdict.SUPPORTED, "The rules say so.")


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A corpus of one document, and a paper with its key."""
    for folder in ("corpus", "papers"):
        (tmp_path / folder).mkdir()
    (tmp_path / "corpus" / "rules.md").write_text(EDITION, encoding="utf-8")
    (tmp_path / "papers" / "note.md").write_text(PAPER, encoding="utf-8")
    (tmp_path / "floors.toml").write_text(FLOORS, encoding="utf-8")
    write(tmp_path / "papers", ENTRY)
    given = Options(corpus=tmp_path / "corpus", index=tmp_path / "index", papers=tmp_path / "papers")
    return replace(given, thresholds=tmp_path / "floors.toml")


def write(folder: Path, *entries: object) -> None:
    """Write the key; JSON is YAML too."""
    (folder / "key.yaml").write_text(json.dumps(entries), encoding="utf-8")


def run(options: Options, *denied: str) -> tuple[int, str]:
    """The exit code of a run, and what it printed."""
    paper = StringIO()
    code = evaluate_papers(options, lambda _: Checking(denied), Console(file=paper, width=200))
    return code, paper.getvalue()


def test_errors_that_are_found_are_counted(options: Options) -> None:
    """A run in which every error is contradicted and nothing else is succeeds."""
    code, printed = run(options, "£40")

    assert code == 0
    assert "note.md: 1 of 1 errors found, 0 false alarms on 1 pages" in printed


def test_an_error_that_is_missed_fails_the_run(options: Options) -> None:
    """An error that is called supported is named, and the run is below its floor."""
    code, printed = run(options)

    assert code == 1
    assert "missed: rent is £40" in printed


def test_more_than_one_false_alarm_a_page_fails_the_run(options: Options) -> None:
    """One true sentence called wrong is borne on a page, two are not."""
    assert run(options, "£40", "door")[0] == 0
    code, printed = run(options, "£40", "door", "leak")

    assert code == 1
    assert "false alarm: The hose has a leak." in printed


def test_what_is_missed_in_a_held_paper_is_not_shown(options: Options) -> None:
    """Of a paper that is held back only numbers are printed, unless its misses are asked for."""
    write(options.papers, ENTRY | {"split": "held"})

    assert "rent is £40" not in run(options)[1]
    assert "rent is £40" in run(replace(options, show_held=True))[1]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"paper": "note.md"}, "must have"),
        (ENTRY | {"paper": "other.md"}, r"no other\.md"),
        (ENTRY | {"wrong": [{"words": "the moon"}]}, "says “the moon”"),
    ],
)
def test_a_key_that_does_not_fit_its_paper_stops_the_run(
    options: Options, entry: dict[str, object], words: str
) -> None:
    """A key without errors, for no paper, or with words that the paper does not say is told."""
    write(options.papers, entry)

    with pytest.raises(EvaluationError, match=words):
        run(options)


def test_the_papers_of_the_project_have_a_key_that_fits() -> None:
    """Each paper that is measured on is there, in a form of its own, with its errors named."""
    papers = load_papers(HERE / "papers")

    assert len({paper.path.suffix for paper in papers}) == len(papers) >= 3
    assert all(len(paper.wrong) >= 4 for paper in papers)
