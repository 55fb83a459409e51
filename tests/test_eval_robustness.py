"""A run over the rewritten questions, with an assistant that says what it is told to."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.types import Answer, Conversation, ScoredPassage, Status
from eval.questions import Split
from eval.rewriting import Rewriting
from eval.run import Options, check, reword

EDITION = "---\nid: rules-2020\n---\n\n# Rules\n\nThe rent is £30 a year.\n"
RENT = {"category": "facts", "turns": ["What is the Rent?"], "must": [["£30"]]}
BATH = {"category": "neighbour", "turns": ["What is the rent in Bath?"]}


@dataclass
class Listening:
    """An assistant that knows the rent when it is asked as it likes, and refuses all else."""

    likes: Callable[[str], bool]

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """The rent, or that there is none."""
        if self.likes(question):
            return Answer(question, Status.ANSWERED, "The rent is £30.")
        return Answer(question, Status.NOT_IN_DOCUMENTS, "The documents do not say.")

    def retrieve(self, question: str, turns: Conversation = ()) -> tuple[ScoredPassage, ...]:
        """Nothing is looked for: what is measured are answers."""
        raise AssertionError


@dataclass
class Bench:
    """A corpus, questions and thresholds on disk, and everything that a run printed."""

    options: Options
    printed: str = ""

    def write(self, name: str, entries: Mapping[str, Mapping[str, object]]) -> None:
        """Write one file of questions; JSON is YAML too."""
        listed = [{"id": key, **entry} for key, entry in entries.items()]
        (self.options.questions / f"{name}.yaml").write_text(json.dumps(listed), encoding="utf-8")

    def run(self, likes: Callable[[str], bool], floors: str = "", *, show_held: bool = False) -> int:
        """Ask an assistant that is right about what it *likes*, and keep what is printed."""
        self.options.thresholds.write_text(floors, encoding="utf-8")
        paper = StringIO()
        options = Options(**{**_fields(self.options), "show_held": show_held})  # type: ignore[arg-type]  # its own
        code = reword(options, lambda _: Listening(likes), Console(file=paper, width=200))
        self.printed = paper.getvalue()
        return code

    def report(self, name: str) -> str:
        """One of the reports of the last run."""
        return (self.options.out / name).read_text(encoding="utf-8")

    def numbers(self, split: Split, how: Rewriting) -> Mapping[str, object]:
        """What the last report says of one rewriting."""
        found = json.loads(self.report("robustness.json"))["splits"][split][how]
        assert isinstance(found, dict)
        return found


def _fields(options: Options) -> dict[str, object]:
    return {name: getattr(options, name) for name in Options.__slots__}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench whose tune half has one answerable question and one that is to be refused."""
    for folder in ("corpus", "questions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "corpus" / "rules-2020.md").write_text(EDITION, encoding="utf-8")
    made = Bench(
        Options(
            corpus=tmp_path / "corpus",
            index=tmp_path / "index",
            questions=tmp_path / "questions",
            out=tmp_path / "out",
            thresholds=tmp_path / "thresholds.toml",
        )
    )
    made.write("tune", {"rent": RENT, "bath": BATH})
    return made


def test_nothing_is_lost_by_one_who_hears_the_words(bench: Bench) -> None:
    """Who answers by what is asked for loses nothing, whatever stands around it."""
    assert bench.run(lambda asked: "rent" in asked.lower() and "bath" not in asked.lower()) == 0

    assert bench.numbers(Split.TUNE, Rewriting.LOWER)["drop"] == 0
    assert json.loads(bench.report("robustness.json"))["lost"] == []


def test_what_is_lost_is_told_in_points_and_by_name(bench: Bench) -> None:
    """Who hears capitals only loses every second question when there are none."""
    assert bench.run(lambda asked: "Rent" in asked) == 0

    assert bench.numbers(Split.TUNE, Rewriting.LOWER)["drop"] == 50
    assert bench.numbers(Split.TUNE, Rewriting.KEYWORDS)["drop"] == 0
    assert "lower, rent: status not_in_documents" in bench.printed
    assert "what is the rent" in bench.printed
    assert 'id="lower-rent"' in bench.report("robustness.html")


def test_a_refusal_that_is_lost_counts_too(bench: Bench) -> None:
    """Who answers what it should refuse, because it was asked at length, loses that question."""
    bench.run(lambda asked: asked == "What is the Rent?" or len(asked) > 60)

    assert bench.numbers(Split.TUNE, Rewriting.LONG_WINDED)["drop"] == 50
    assert "long_winded, bath: status answered" in bench.printed


def test_ordinary_words_are_held_against_the_same_questions(bench: Bench) -> None:
    """Of one question in ordinary words, one that is lost is all that there was."""
    bench.write("ordinary", {"rent": {"asked": "What do they charge?"}})
    bench.run(lambda asked: "Rent" in asked)

    assert bench.numbers(Split.TUNE, Rewriting.ORDINARY)["drop"] == 100


def test_where_nothing_is_asked_nothing_is_measured(bench: Bench) -> None:
    """Without wordings by hand there is no drop, and a threshold on it is not met."""
    assert bench.run(lambda _: True, "[robustness-tune]\nordinary = 0.5") == 1

    assert bench.numbers(Split.TUNE, Rewriting.ORDINARY)["drop"] is None
    assert "robustness-tune: ordinary nothing to measure" in bench.printed


def test_a_drop_below_the_floor_fails_and_a_goal_is_told(bench: Bench) -> None:
    """Thresholds are shares of what is kept: 50% is a drop of fifty points."""
    floor = "[robustness-tune]\nlower = { floor = 0.5, goal = 0.95 }"

    assert bench.run(lambda asked: "Rent" in asked, floor) == 0
    assert "robustness-tune: lower 50.0%, at least 50%; goal 95% NOT REACHED" in bench.printed
    assert "NOT REACHED" in bench.report("robustness.html")
    assert bench.run(lambda asked: "Rent" in asked, floor.replace("0.5", "0.6")) == 1
    assert bench.run(lambda asked: "Rent" in asked, '[robustness-tune]\n"lower+keywords" = 0.75') == 0


def test_a_rewriting_that_there_is_not_stops_the_run(bench: Bench) -> None:
    """A mistake in the thresholds never lets a run pass."""
    with pytest.raises(Exception, match=r"robustness-tune\.shouting names nothing"):
        bench.run(lambda _: True, "[robustness-tune]\nshouting = 0.5")


def test_rewritten_held_questions_are_not_shown(bench: Bench) -> None:
    """Of the held half only totals are told, unless its losses are asked for."""
    bench.write("held", {"held-a": RENT | {"turns": ["What is the secret Rent?"], "must": [["£30"]]}})
    bench.run(lambda asked: "Rent" in asked)
    everything = bench.printed + bench.report("robustness.json") + bench.report("robustness.html")

    assert bench.numbers(Split.HELD, Rewriting.LOWER)["drop"] == 100
    assert "secret" not in everything
    assert "held-a" not in everything

    bench.run(lambda asked: "Rent" in asked, show_held=True)
    assert "what is the secret rent" in bench.printed
    assert "secret" in bench.report("robustness.html")


def test_the_check_looks_at_ordinary_wordings(bench: Bench) -> None:
    """`--check` tells of a wording for a question that there is not."""
    bench.write("ordinary", {"gate": {"asked": "Which way in?"}})
    paper = StringIO()

    assert check(bench.options, Console(file=paper, width=200)) == 1
    assert "ordinary.yaml: there is no question 'gate'" in paper.getvalue()


def test_every_rewriting_has_its_floor_and_the_goal() -> None:
    """Each rewriting of either half has a floor in what ships, and a drop of five points as its goal."""
    tables = tomllib.loads(Options().thresholds.read_text(encoding="utf-8"))
    tune, held = tables["robustness-tune"], tables["robustness-held"]

    assert set(tune) == set(Rewriting)
    assert set(held) == set(Rewriting) - {Rewriting.ORDINARY}
    assert {entry["goal"] for entry in (*tune.values(), *held.values())} == {0.95}
