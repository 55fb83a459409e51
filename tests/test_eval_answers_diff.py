"""Asking two generations the same, and publishing only where they answer the same."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ingest
from assistant.errors import AnswersChanged
from assistant.index.generation import Generation
from assistant.index.manifest import live_folder
from assistant.settings import Settings
from assistant.types import Answer, Conversation, Status
from eval.answers_diff import Conversed, as_text, differences, load_conversations, write_json
from eval.questions import EvaluationError
from tests.allotment import NEWSLETTER, RULES, settings_in
from tests.fake_assistant import HOURS, NOT_FOUND, OPENING, FakeAssistant, cite

ASKED = (Conversed("open", ("Is it open?",)), Conversed("late", ("Who?", "Until when?"), held=True))


@dataclass
class Scripted:
    """Gives one answer to everything, and says the questions before it in no way."""

    answer: Answer

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer as scripted."""
        return self.answer


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (OPENING, None),
        (replace(OPENING, seconds=9.0, generation="gen-2", suggestions=()), None),
        (replace(OPENING, text="It opens at noon. [1]"), ("text",)),
        (replace(OPENING, status=Status.PARTIAL), ("status",)),
        (replace(OPENING, citations=OPENING.citations[:1]), ("citations",)),
        (replace(OPENING, citations=(replace(OPENING.citations[0], superseded_by="new"),)), ("citations",)),
        (NOT_FOUND, ("status", "text", "citations")),
    ],
)
def test_what_counts_of_an_answer(after: Answer, changed: tuple[str, ...] | None) -> None:
    """Another status, text, quote or successor is a change; how long it took and what to ask next is none."""
    found = differences(ASKED[:1], Scripted(OPENING), Scripted(after))

    assert [each.changed for each in found] == ([changed] if changed else [])


def test_a_quote_that_only_moved_is_no_change() -> None:
    """A quote counts by its document and its words, not by where in the text they stand."""
    before = replace(OPENING, citations=(cite(1, HOURS, "The town library"),))
    after = replace(OPENING, citations=(cite(7, HOURS, "The town library"),))

    assert differences(ASKED, Scripted(before), Scripted(after)) == ()


def test_the_turns_before_are_asked_before() -> None:
    """The last question counts, asked of each assistant after the earlier ones and their answers."""
    one, other = FakeAssistant(), FakeAssistant()

    assert differences(ASKED, one, other) == ()
    assert one.asked == other.asked == [("Is it open?", ()), ("Who?", ()), ("Until when?", ("Who?",))]


def test_held_questions_keep_their_words(tmp_path: Path) -> None:
    """Of a held question its id and what changed are told, on paper too, and not a word that was said."""
    found = differences(ASKED, Scripted(OPENING), Scripted(NOT_FOUND))
    write_json(tmp_path / "deep" / "report.json", found, 2, ("gen-1", "gen-2"))

    text = "\n".join(as_text(found, 2))
    whole = json.loads((tmp_path / "deep" / "report.json").read_text(encoding="utf-8"))
    assert text.startswith("Asked 2 questions: 2 answered otherwise (status 2, text 2, citations 2).")
    assert "Is it open?" in text
    assert "48 hours a week" in text
    assert text.splitlines()[-1] == "late: status, text, citations"
    assert (whole["before"], whole["after"], whole["asked"]) == ("gen-1", "gen-2", 2)
    assert whole["changed"][0]["after"]["status"] == "not_in_documents"
    assert whole["changed"][1] == {"id": "late", "held": True, "changed": ["status", "text", "citations"]}


@given(st.text(), st.text(), st.booleans())
def test_any_text_can_be_told(before: str, after: str, held: bool) -> None:
    """Whatever an answer says, its change is told in lines without breaks inside."""
    asked = [Conversed("a", ("What?",), held)]
    found = differences(
        asked, Scripted(replace(NOT_FOUND, text=before)), Scripted(replace(NOT_FOUND, text=after))
    )

    lines = as_text(found, 1)
    assert bool(found) == (before != after)
    assert len(lines) == (1 if not found else 2 if held else 5)
    assert not any("\n" in line for line in lines)


def test_questions_come_from_a_file_or_a_folder(tmp_path: Path) -> None:
    """A YAML list of ids and turns is all that is needed; a file called held keeps its words."""
    (tmp_path / "tune.yaml").write_text("- {id: a, turns: [One, Two], must: [[x]]}\n", encoding="utf-8")
    (tmp_path / "held-2.yaml").write_text("- {id: b, turns: [Three]}\n", encoding="utf-8")
    (tmp_path / "ordinary.yaml").write_text("a: Two then?\n", encoding="utf-8")

    a, b = Conversed("a", ("One", "Two")), Conversed("b", ("Three",), held=True)
    assert load_conversations(tmp_path) == (b, a)
    assert load_conversations(tmp_path / "tune.yaml") == (a,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "no questions to ask"),
        ("- {id: a}", "entry 1: give it an id"),
        ("- {id: a, turns: []}", "entry 1: give it an id"),
        ("- {id: a, turns: [1]}", "entry 1: give it an id"),
        ("- {id: a, turns: [x]}\n- {id: a, turns: [y]}", "more than once"),
        ("a: b", "not a list"),
        ("- {", "not readable YAML"),
        (None, "cannot be opened"),
    ],
)
def test_what_is_wrong_with_the_questions_is_one_sentence(
    tmp_path: Path, text: str | None, problem: str
) -> None:
    """Questions that cannot be asked are told before anything is built."""
    path = tmp_path / "mine.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(EvaluationError, match=problem):
        load_conversations(path)


@pytest.fixture
def built(allotment: Path, tmp_path: Path) -> Settings:
    """A copy of the small corpus and its index, to change, and two questions about it."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    asked = {"shed": "How high may a shed be?", "chair": "Who chairs the committee?"}
    questions = "".join(f'- {{id: {key}, turns: ["{question}"]}}\n' for key, question in asked.items())
    (tmp_path / "mine.yaml").write_text(questions, encoding="utf-8")
    return settings_in(tmp_path)


@pytest.fixture
def compare(built: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[[], tuple[int, str, str]]:
    """Run the command; its exit code and what it says."""

    def run() -> tuple[int, str, str]:
        folder = built.corpus.parent
        places = ["--corpus", str(built.corpus), "--index", str(built.index)]
        asked = ["--questions", str(folder / "mine.yaml"), "--report", str(folder / "report.json")]
        code = ingest.main(["--answers-diff", *places, *asked])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_changed_answers_hold_a_generation_back(
    built: Settings, compare: Callable[[], tuple[int, str, str]]
) -> None:
    """When an answer would change, nothing is published, the change is told, and the exit code says so."""
    before = live_folder(built.index)
    (built.corpus / "rules-2019.md").write_text(RULES.replace("six feet", "seven feet"), encoding="utf-8")

    code, out, err = compare()

    report = json.loads((built.corpus.parent / "report.json").read_text(encoding="utf-8"))
    assert code == AnswersChanged.exit_code == 5
    assert "Asked 2 questions: 1 answered otherwise" in out
    assert "seven feet" in out
    assert err.splitlines()[-1].startswith("1 of 2 questions would be answered otherwise, so the new index")
    assert [(each["id"], each["changed"]) for each in report["changed"]] == [("shed", ["text", "citations"])]
    assert live_folder(built.index) == before
    assert not list(built.index.glob("build-*"))
    assert ingest.main(["--corpus", str(built.corpus), "--index", str(built.index)]) == 0
    assert compare()[0] == 0


def test_unchanged_answers_let_a_generation_pass(
    built: Settings, compare: Callable[[], tuple[int, str, str]]
) -> None:
    """When every answer stays the same, the new generation is published, and it is whole."""
    before = live_folder(built.index)
    text = NEWSLETTER.replace("a plant stall and a cake competition", "a brass band")
    (built.corpus / "newsletter-2022.md").write_text(text, encoding="utf-8")

    code, out, _ = compare()

    assert code == 0
    assert "Asked 2 questions: 0 answered otherwise" in out
    assert live_folder(built.index) != before
    Generation.open(built.index).all_canaries()


def test_without_an_index_there_is_nothing_to_compare(
    built: Settings, compare: Callable[[], tuple[int, str, str]]
) -> None:
    """Before anything was published, and with questions that cannot be read, one sentence says what to do."""
    shutil.rmtree(built.index)
    code, out, err = compare()

    assert (code, out) == (3, "")
    assert "to compare with: run `python ingest.py`" in err
    (built.corpus.parent / "mine.yaml").write_text("[]", encoding="utf-8")
    assert compare()[0] == 2
