"""Whole evaluation runs over an invented corpus, with an assistant that says what it is told to."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typer
from rich.console import Console

from assistant.settings import Settings
from assistant.types import (
    Answer,
    Citation,
    Conversation,
    Document,
    DocumentInfo,
    Passage,
    ScoredPassage,
    Status,
)
from eval.__main__ import main
from eval.ask import Asked
from eval.questions import EvaluationError, Split
from eval.run import Options, check, evaluate, practise

SOURCE = b"The rent is 30 pounds a year."
HASH = hashlib.sha256(SOURCE).hexdigest()
EDITION = f"---\nid: rules-2020\nsha256: {HASH}\n---\n\n# Rules\n\nThe rent is £30 a year.\n"
QUOTE = "The rent is £30 a year."
RENT = {"category": "facts", "turns": ["What is the rent?"], "must": [["£30"]], "documents": ["rules-2020"]}
LEEDS = {"category": "neighbour", "turns": ["And in Leeds?"], "forbidden": ["£30"]}
FLOORS = """
tune = {all_answerable = 0.9, all_unanswerable = 0.9, verbatim = 1.0}
held = {all_answerable = 0.9}
raw = {facts = 0.9}
"""
# What the project was asked for; thresholds.toml may ask for more, never for less.
REQUIRED = {
    "held.all_answerable": 0.90,
    "held.all_unanswerable": 0.85,
    "held.finance_table+panel": 0.95,
    "held.follow_ups": 0.85,
    "held.verbatim": 1.0,
    "raw.all_answerable+all_unanswerable": 0.75,
}


def citation(text: str, name: str, sha256: str = "") -> Citation:
    """A citation of the rent in a document of *text*."""
    start = text.index(QUOTE)
    passage = Passage("p1", name, (), start, start + len(QUOTE), QUOTE, QUOTE)
    return Citation(
        1, Document(DocumentInfo(name, name, sha256=sha256), text, ()), passage, start, passage.end
    )


def answering(question: str, source: Citation) -> Answer:
    """An answer with one proof."""
    return Answer(question, Status.ANSWERED, f"{source.quote} [1]", citations=(source,))


def refusing(question: str) -> Answer:
    """An answer that there is none."""
    return Answer(question, Status.NOT_IN_DOCUMENTS, "The documents do not say.")


@dataclass
class Told:
    """An assistant that gives prepared answers, refuses the rest, and remembers what it was asked."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """The prepared answer."""
        self.asked.append((question, tuple(turn.question for turn in turns)))
        return self.answers.get(question) or refusing(question)

    def retrieve(self, question: str, turns: Conversation = ()) -> tuple[ScoredPassage, ...]:
        """The prepared passages."""
        return tuple(ScoredPassage(passage, 1.0) for passage in self.passages)


@dataclass
class Bench:
    """A corpus, questions and thresholds on disk, and everything that a run printed."""

    options: Options
    printed: str = ""

    def questions(self, **halves: Mapping[str, object]) -> None:
        """Write the questions of each half; JSON is YAML too."""
        for half, entries in halves.items():
            listed = [{"id": name, **entry} for name, entry in entries.items() if isinstance(entry, dict)]
            (self.options.questions / f"{half}.yaml").write_text(json.dumps(listed), encoding="utf-8")

    def run(self, assistant: Asked, **changed: object) -> int:
        """Run the evaluation and keep what it prints."""
        options = replace(self.options, **changed)  # type: ignore[arg-type]  # the names are those of Options
        paper = StringIO()
        code = evaluate(options, lambda _: assistant, Console(file=paper, width=200))
        self.printed = paper.getvalue()
        return code

    def report(self, name: str) -> str:
        """One of the reports of the last run."""
        return (self.options.out / name).read_text(encoding="utf-8")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench whose tune half has one answerable and one unanswerable question."""
    for folder in ("corpus", "questions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "corpus" / "rules-2020.md").write_text(EDITION, encoding="utf-8")
    (tmp_path / "thresholds.toml").write_text(FLOORS, encoding="utf-8")
    made = Bench(
        Options(
            corpus=tmp_path / "corpus",
            index=tmp_path / "index",
            questions=tmp_path / "questions",
            out=tmp_path / "out",
            thresholds=tmp_path / "thresholds.toml",
            accepted=tmp_path / "accepted.json",
        )
    )
    made.questions(tune={"rent": RENT, "leeds": LEEDS})
    return made


@pytest.fixture
def good() -> Told:
    """An assistant that is right about everything."""
    source = citation(EDITION, "rules-2020")
    return Told({"What is the rent?": answering("What is the rent?", source)}, (source.passage,))


def test_a_good_assistant_passes(bench: Bench, good: Told) -> None:
    """All right: exit code 0, and the numbers say so."""
    assert bench.run(good) == 0
    assert "all answerable" in bench.printed
    rates = json.loads(bench.report("report.json"))["splits"]["tune"]["rates"]
    assert {rates[name]["value"] for name in ("facts", "neighbour", "verbatim", "recall_at_1")} == {1.0}


def test_refusing_everything_fails(bench: Bench) -> None:
    """A system that always refuses does not pass."""
    assert bench.run(Told()) == 1
    assert "rent: status not_in_documents, expected answered or partial; lacks '£30'" in bench.printed
    assert "below  tune: all_answerable 0.0%, at least 90%" in bench.printed
    assert "below  tune: verbatim nothing to measure" in bench.printed


def test_answering_everything_fails(bench: Bench, good: Told) -> None:
    """A system that always answers does not pass."""
    answer = good.answers["What is the rent?"]

    assert bench.run(Told({"What is the rent?": answer, "And in Leeds?": answer})) == 1
    assert "below  tune: all_unanswerable 0.0%" in bench.printed


def test_a_quote_that_is_not_on_disk_fails(bench: Bench) -> None:
    """The quote is cut again from the file: an index that is older than its corpus shows."""
    stale = citation(EDITION.replace("# Rules", "# Old rules"), "rules-2020")

    assert bench.run(Told({"What is the rent?": answering("What is the rent?", stale)})) == 1
    assert "below  tune: verbatim 0.0%, at least 100%" in bench.printed


def test_quotes_beside_a_refusal_are_proven_too(bench: Bench, good: Told) -> None:
    """The nearest passages count towards the verbatim rate."""
    stale = citation(EDITION.replace("# Rules", "# Old rules"), "rules-2020")
    good.answers = {**good.answers, "And in Leeds?": replace(refusing("And in Leeds?"), nearest=(stale,))}

    assert bench.run(good) == 1
    assert "below  tune: verbatim 50.0%" in bench.printed


def test_earlier_turns_are_asked_first(bench: Bench, good: Told) -> None:
    """A conversation is asked in order, each question with the turns before it."""
    bench.questions(tune={"then": RENT | {"turns": ["Hello?", "Rules?", "What is the rent?"]}})
    bench.run(good)

    assert good.asked == [
        ("Hello?", ()),
        ("Rules?", ("Hello?",)),
        ("What is the rent?", ("Hello?", "Rules?")),
    ]


def test_raw_files_are_recognised_by_their_hash(bench: Bench, tmp_path: Path) -> None:
    """Without editions a document is known by its source's hash, and other thresholds apply."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "000_scan.txt").write_bytes(SOURCE)
    source = citation(QUOTE, "000_scan", HASH)
    assistant = Told({"What is the rent?": answering("What is the rent?", source)}, (source.passage,))

    assert bench.run(assistant, corpus=raw, editions=bench.options.corpus) == 0
    assert "raw: facts 100.0%" in bench.printed
    assert json.loads(bench.report("report.json"))["splits"]["tune"]["rates"]["recall_at_1"]["value"] == 1.0
    assert "tune: verbatim" not in bench.printed


def test_the_same_document_in_another_form_is_not_compared_with_the_edition(
    bench: Bench, tmp_path: Path
) -> None:
    """A quote of a web page stands in the text read from it, and not at that place of some edition."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "rules-2020.html").write_text(f"<p>{QUOTE}</p>", encoding="utf-8")
    source = citation(f"---\nid: x\n---\n\n{QUOTE}", "rules-2020", "0" * 64)
    assistant = Told({"What is the rent?": answering("What is the rent?", source)}, (source.passage,))

    assert bench.run(assistant, corpus=other, editions=bench.options.corpus) == 0
    rates = json.loads(bench.report("report.json"))["splits"]["tune"]["rates"]
    assert rates["verbatim"]["value"] == 1.0


def test_a_table_that_is_not_asked_does_not_count(bench: Bench, good: Told) -> None:
    """Thresholds of the held half apply only when it is asked."""
    bench.questions(held={"held-rent": RENT | {"turns": ["Held?"]}})

    assert bench.run(good, splits=(Split.TUNE,)) == 0
    assert bench.run(good) == 1


def test_practice_is_told_and_never_fails(bench: Bench, tmp_path: Path) -> None:
    """Practice questions come from files of any name; misses are shown and nothing is required."""
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "a.yaml").write_text(json.dumps([{"id": "rent", **RENT}]), encoding="utf-8")
    (tmp_path / "index").mkdir()
    paper = StringIO()
    code = practise(replace(bench.options, practice=folder), lambda _: Told(), Console(file=paper, width=200))

    assert code == 0
    assert "rent: status not_in_documents" in paper.getvalue()
    assert "below" not in paper.getvalue()


def test_changes_since_the_accepted_run(bench: Bench, good: Told) -> None:
    """After an accepted run, what became wrong or right is told by id."""
    bench.run(good, accept=True)
    assert bench.run(good) == 0
    assert "newly" not in bench.printed

    bench.run(Told())
    assert "tune, newly wrong: rent" in bench.printed

    bench.run(Told(), accept=True)
    bench.run(good)
    assert "tune, newly right: rent" in bench.printed


def test_held_questions_are_not_shown(bench: Bench, good: Told) -> None:
    """Of the held half only totals and ids of newly wrong questions are told, unless they are asked for."""
    secret = RENT | {"turns": ["What is the secret rent?"], "must": [["£77"]]}
    bench.questions(held={"held-a": secret, "held-b": secret | {"turns": ["What is the rent?"]}})
    bench.options.accepted.write_text('{"editions-held": {"right": {"held-a": true, "held-b": false}}}')
    bench.run(good)
    everything = bench.printed + "".join(map(bench.report, ("report.json", "report.html", "junit.xml")))

    assert "held, newly wrong: held-a" in bench.printed
    assert "secret" not in everything
    assert "£77" not in everything
    assert "held-b" not in bench.printed

    bench.run(good, show_held=True)
    assert "secret" in bench.report("report.html")
    assert "secret" in bench.report("report.json")


def test_fresh_questions_are_asked_only_by_name(bench: Bench, good: Told) -> None:
    """Questions of strangers are in no run of the halves; in their own only totals are told."""
    bench.questions(fresh={"fresh-a": RENT | {"turns": ["What is the secret rent?"], "must": [["£77"]]}})
    bench.run(good)
    assert not any("secret" in question for question, _ in good.asked)

    bench.run(good, splits=(Split.FRESH,))
    everything = bench.printed + "".join(map(bench.report, ("report.json", "report.html", "junit.xml")))
    assert any("secret" in question for question, _ in good.asked)
    assert "0/1" in bench.printed
    assert "secret" not in everything
    assert "£77" not in everything


def test_junit_is_well_formed(bench: Bench, good: Told) -> None:
    """Whatever an answer holds, the JUnit report can be read and counts the failures."""
    odd = Answer("", Status.ANSWERED, 'nothing <b>&"\x00\x1b]]>')
    bench.questions(tune={"rent": RENT | {"must": [["\x0b<&"]]}, "leeds": LEEDS})
    bench.run(Told({"What is the rent?": odd}))
    root = ET.fromstring((bench.options.out / "junit.xml").read_bytes())  # noqa: S314 (written a line above)

    assert [suite.get("name") for suite in root] == ["tune", "thresholds"]
    assert root[0].get("tests") == "2"
    assert root[0].get("failures") == "1"
    assert len(root.findall(".//failure")) == 3


def test_the_page_escapes_every_text(bench: Bench) -> None:
    """Nothing that a question, an answer or a document says becomes markup."""
    evil = "<script>alert(1)</script><img src=x onerror=y>"
    bench.questions(
        tune={"rent": RENT | {"turns": [evil], "must": [[evil]], "where": evil, "forbidden": [evil]}}
    )
    source = replace(citation(EDITION, "rules-2020"), marker=1)
    bench.run(Told({evil: replace(answering(evil, source), text=evil, understood_as=evil)}))
    tags: set[str] = set()

    class Collector(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add(tag)

    Collector().feed(bench.report("report.html"))
    assert not tags & {"script", "img"}
    assert "article" in tags


def _half_right(bench: Bench, goal: float) -> None:
    """Set questions of which a good assistant answers half, with a floor of that half and a *goal*."""
    bench.questions(tune={"rent": RENT, "water": RENT | {"turns": ["What is the water?"]}})
    bench.options.thresholds.write_text(f"[tune]\nfacts = {{ floor = 0.5, goal = {goal} }}")


def test_a_goal_that_is_not_reached_is_told_everywhere(bench: Bench, good: Told) -> None:
    """A floor that is met passes, and every report says plainly that its goal is not."""
    _half_right(bench, goal=0.9)

    assert bench.run(good) == 0
    words = "tune: facts 50.0%, at least 50%; goal 90% NOT REACHED"
    report = json.loads(bench.report("report.json"))
    assert f"ok     {words}" in bench.printed
    assert "1 of 1 goals NOT REACHED" in bench.printed
    assert (report["passed"], report["goals_reached"]) == (True, False)
    assert report["thresholds"][0] | {"goal": 0.9, "goal_reached": False} == report["thresholds"][0]
    assert f'<p class="short">{words}</p>' in bench.report("report.html")
    assert "1 of 1 goals NOT REACHED" in bench.report("report.html")


def test_a_goal_that_is_not_reached_is_no_failure_in_junit(bench: Bench, good: Told) -> None:
    """JUnit counts missed floors as failures; the goal stands in what the case put out."""
    _half_right(bench, goal=0.9)
    bench.run(good)
    suite = ET.fromstring((bench.options.out / "junit.xml").read_bytes())[-1]  # noqa: S314 (written a line above)

    assert suite.get("failures") == "0"
    assert "goal 90% NOT REACHED" in (suite[0].findtext("system-out") or "")


def test_a_goal_that_is_reached_is_told(bench: Bench, good: Told) -> None:
    """A goal of just what was measured is reached, and nothing says otherwise."""
    _half_right(bench, goal=0.5)

    assert bench.run(good) == 0
    assert "at least 50%; goal 50% reached" in bench.printed
    assert "NOT REACHED" not in bench.printed + bench.report("report.html") + bench.report("junit.xml")
    assert json.loads(bench.report("report.json"))["goals_reached"] is True


def test_a_floor_with_a_goal_still_fails(bench: Bench) -> None:
    """Below its floor a run fails, whatever the goal, also where there was nothing to measure."""
    _half_right(bench, goal=0.9)
    with bench.options.thresholds.open("a") as file:
        file.write("\nverbatim = { floor = 0.0, goal = 1.0 }")

    assert bench.run(Told()) == 1
    assert "below  tune: facts 0.0%, at least 50%; goal 90% NOT REACHED" in bench.printed
    assert "below  tune: verbatim nothing to measure, at least 0%; goal 100% NOT REACHED" in bench.printed
    assert "2 of 2 goals NOT REACHED" in bench.printed


def test_the_goals_are_what_the_project_requires() -> None:
    """No goal of the project is below its requirement or left out."""
    tables = tomllib.loads(Options().thresholds.read_text(encoding="utf-8"))
    goals = {
        f"{table}.{name}": entry["goal"]
        for table, entries in tables.items()
        for name, entry in entries.items()
        if isinstance(entry, dict)
    }

    assert {name for name, wanted in REQUIRED.items() if goals.get(name, 0) < wanted} == set()


@pytest.mark.parametrize(
    ("floors", "words"),
    [
        ("[tune]\nweather = 0.9", "tune.weather names nothing"),
        ("[tune]\nfacts = 90", "must be a number from 0 to 1"),
        ("[tune", "cannot be used as thresholds"),
        ("[tune]\nfacts = { floor = 0.9, goal = 0.8 }", "facts has a floor of 0.9 above its goal of 0.8"),
        ("[tune]\nfacts = { floor = 0.9, goal = 90 }", r"facts\.goal is 90; it must be a number from 0 to 1"),
        ("[tune]\nfacts = { floor = nan, goal = 1 }", r"facts\.floor is nan"),
        ("[tune]\nfacts = { goal = 0.9 }", r"must be a number or \{ floor = …, goal = … \}"),
        ("[tune]\nfacts = { floor = 0.9, gaol = 0.9 }", "must be a number or"),
    ],
)
def test_thresholds_that_cannot_be_used(bench: Bench, good: Told, floors: str, words: str) -> None:
    """A mistake in the thresholds never lets a run pass."""
    bench.options.thresholds.write_text(floors)

    with pytest.raises(EvaluationError, match=words):
        bench.run(good)


def test_an_unknown_document_stops_the_run(bench: Bench, good: Told) -> None:
    """Questions may only name documents of the corpus."""
    bench.questions(tune={"rent": RENT | {"documents": ["rules-1999"]}})

    with pytest.raises(EvaluationError, match="no document 'rules-1999'"):
        bench.run(good)
    assert good.asked == []


def test_the_command_tells_what_is_wrong_and_exits_1(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is one sentence on standard error, without a traceback."""
    bench.questions(tune={"rent": RENT | {"category": "weather"}})

    with pytest.raises(typer.Exit) as caught:
        main(questions=bench.options.questions)
    assert caught.value.exit_code == 1
    assert capsys.readouterr().err.startswith("eval: rent: unknown category 'weather'; use one of budget,")


def test_a_damaged_accepted_run_is_told(bench: Bench, good: Told) -> None:
    """A comparison that cannot be made is not skipped."""
    bench.options.accepted.write_text("{")

    with pytest.raises(EvaluationError, match="damaged"):
        bench.run(good)


def test_the_check_asks_nothing(bench: Bench) -> None:
    """`--check` looks at the files only, and fails on any problem."""
    paper = StringIO()

    assert check(bench.options, Console(file=paper, width=200)) == 1
    assert "2 questions, 2 problems." in paper.getvalue()
    assert "fewer than 150" in paper.getvalue()


def test_another_corpus_is_ingested_first(bench: Bench, good: Told, tmp_path: Path) -> None:
    """A corpus without an index goes into a temporary one that is gone afterwards."""
    seen: list[Settings] = []

    def opener(settings: Settings) -> Asked:
        seen.append(settings)
        assert (settings.index / "corpus.txt").read_text() == str(settings.corpus)
        return good

    script = tmp_path / "ingest.py"
    script.write_text(
        "import sys, pathlib\n"
        "folder = pathlib.Path(sys.argv[4])\n"
        "folder.mkdir()\n"
        "(folder / 'corpus.txt').write_text(sys.argv[2])\n"
    )

    assert evaluate(replace(bench.options, index=None, ingest=script), opener, Console(file=StringIO())) == 0
    assert not seen[0].index.exists()


def test_a_failed_ingest_stops_the_run(bench: Bench, good: Told, tmp_path: Path) -> None:
    """The ingest's own last words are told."""
    script = tmp_path / "ingest.py"
    script.write_text("raise SystemExit('The corpus is empty.')")

    with pytest.raises(EvaluationError, match=r"exit code 1.*The corpus is empty\."):
        bench.run(good, index=None, ingest=script)
