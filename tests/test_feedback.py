"""What visitors say of answers is kept without personal data, and turned into questions to ask."""

import json
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant import feedback
from assistant.errors import AssistantError
from assistant.feedback import Feedback, feedback_of, keep, read
from assistant.types import Status, Turn
from eval.feedback import cases, main
from eval.questions import EvaluationError, load
from tests.fake_assistant import HELP, NOT_FOUND, OPENING

OPEN = Turn("How long is the library open?", OPENING)
WON = Turn("Who won the cup?", NOT_FOUND)


def said(*turns: Turn, helped: bool = True, reason: str = "") -> Feedback:
    """What a visitor said of the last of these turns."""
    made = feedback_of(turns, helped, reason)
    assert made is not None
    return made


def test_feedback_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    """Every line has the questions, the answer, its quotes with their places, and what was said of it."""
    path = tmp_path / "said.jsonl"
    both = (said(OPEN), said(OPEN, WON, helped=False, reason="It was\nthe harbour."))
    for one in both:
        keep(one, path)

    assert read(path) == both
    assert json.loads(path.read_text("utf-8").splitlines()[0])["quotes"][0]["quote"] == (
        "The town library opens for 48 hours a week."
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(reason=st.text(max_size=700))
def test_any_reason_is_one_line_and_no_longer_than_allowed(reason: str) -> None:
    """Whatever somebody types as a reason, it takes one line of the file and is read back."""
    made = said(OPEN, helped=False, reason=reason.encode("utf-8", "ignore").decode())

    assert "\n" not in made.model_dump_json()
    assert Feedback.model_validate_json(made.model_dump_json()) == made


def test_nothing_personal_is_kept() -> None:
    """An address or number in a reason or a question is left out of what is kept."""
    told = Turn("Is ann@library.example open?", OPENING)
    reason = "Ring me on 0191 498 0123, or ann@library.example"
    line = said(told, helped=False, reason=reason).model_dump_json()

    assert "498" not in line
    assert "ann@" not in line
    assert "phone number left out" in line


def test_nobody_in_need_is_asked_or_kept() -> None:
    """Nothing is kept of an answer that tells where to get help, nor of such a turn before another answer."""
    need = Turn("I am in danger", HELP)

    assert feedback_of((OPEN, need), helped=True) is None
    assert feedback_of((), helped=True) is None
    assert said(need, OPEN).turns == (OPEN.question,)


def test_what_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be written, or has no room, is told in a sentence, and nothing is half kept."""
    with pytest.raises(AssistantError, match="could not be kept"):
        keep(said(OPEN), tmp_path)
    monkeypatch.setattr(feedback, "_MAX_FILE", 10)
    with pytest.raises(AssistantError, match="no room"):
        keep(said(OPEN), tmp_path / "said.jsonl")

    assert read(tmp_path / "said.jsonl") == ()


def test_a_line_that_is_no_feedback_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged line and a missing file each stop the command with a sentence that names them."""
    path = tmp_path / "said.jsonl"
    keep(said(OPEN), path)
    path.write_bytes(path.read_bytes() + b'{"helped": true}\n')

    assert main([str(path)]) == 1
    assert main([str(tmp_path / "none")]) == 1
    assert main([]) == 1
    told = capsys.readouterr().err
    assert "said.jsonl, line 2" in told
    assert "none cannot be read" in told


def test_an_answer_that_helped_becomes_a_question_to_keep_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What helped is printed as questions that the evaluation reads, its quotes as what is right."""
    path = tmp_path / "said.jsonl"
    for one in (said(OPEN), said(OPEN), said(WON)):
        keep(one, path)
    assert main([str(path)]) == 0
    (tmp_path / "tune.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    first, second = load(tmp_path)

    assert first.turns == (OPEN.question,)
    assert first.must == (("The town library opens for 48 hours a week.",),)
    assert first.documents == ("library-2024",)
    assert first.where.startswith("2 × “helped”")
    assert not second.answerable


def test_a_wrong_answer_waits_for_somebody_to_say_what_is_right(tmp_path: Path) -> None:
    """What is wrong carries its reasons, and the evaluation asks for what a right answer says."""
    wrong = [said(OPEN, WON, helped=False, reason=reason) for reason in ("Too old", "", "Too old")]
    (entry,) = cases(wrong)
    (tmp_path / "tune.yaml").write_text(yaml.safe_dump([entry]), encoding="utf-8")

    assert entry["category"] == "follow_ups"
    assert str(entry["where"]).startswith("3 × “is wrong” (Too old) of: ")
    with pytest.raises(EvaluationError, match="must is empty"):
        load(tmp_path)


def test_a_helpful_row_of_a_table_is_no_string_of_the_answer() -> None:
    """A quote that the answer told in other words, as a cell of a table, is not asked for word for word."""
    (entry,) = cases([said(OPEN)])

    assert OPENING.status is Status.ANSWERED
    assert "Market Street | 310" not in str(entry["must"])
