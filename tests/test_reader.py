"""The reader judges windows of text, and its weights are the ones that were shipped."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.answer.decide import judge
from assistant.answer.read import window_of
from assistant.chain import Assistant
from assistant.errors import AssistantError
from assistant.reader.choose import OFF, OWN, open_reader
from assistant.reader.model import ABOUT, GRAPH, WEIGHTS, Reader, Window

FERRY = Window("Timetable. ", "The ferry sails at noon on every day but Sunday.")
DOGS = Window("Timetable. ", "Dogs travel free of charge on the upper deck.")
COFFEE = Window("Timetable. ", "Coffee is sold on board by a family firm.")


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader that ships."""
    return Reader(WEIGHTS)


def test_window_that_answers_is_told_from_those_that_do_not(reader: Reader) -> None:
    """Of three windows the one with the answer has the surest verdicts, and its answering words are found."""
    readings = reader.read("At what time does the ferry sail?", [DOGS, FERRY, COFFEE])

    assert int(np.argmax([reading.answers for reading in readings])) == 1
    assert int(np.argmax([reading.holds for reading in readings])) == 1
    assert "noon" in FERRY.text[readings[1].start : readings[1].end]


def test_verdicts_are_shares(reader: Reader) -> None:
    """Every verdict is from 0 to 1, and the answering words stand in the window's own part."""
    for window, reading in zip([FERRY, DOGS], reader.read("who may bring a dog", [FERRY, DOGS]), strict=True):
        assert 0 <= reading.answers <= 1
        assert 0 <= reading.holds <= 1
        assert len(window.before) <= reading.start < reading.end <= len(window.text)


def test_windows_are_judged_alike_alone_and_together(reader: Reader) -> None:
    """What is said of a window does not depend on the windows that are read with it."""
    together = reader.read("When does the ferry leave?", [DOGS, FERRY, Window("", "word " * 400)])
    (alone,) = reader.read("When does the ferry leave?", [FERRY])

    assert together[1] == alone
    assert reader.read("When?", []) == []


@pytest.mark.parametrize("question", ["x" * 5_000, "why " * 500, "\u200b", "?"])
def test_odd_questions_are_read_without_failing(reader: Reader, question: str) -> None:
    """However long or empty a question is, each window gets a verdict."""
    assert len(reader.read(question, [FERRY, DOGS])) == 2


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    """Weights with one byte changed are refused in one sentence before they are loaded."""
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    graph = tmp_path / "weights" / GRAPH
    data = bytearray(graph.read_bytes())
    data[len(data) // 2] ^= 1
    graph.write_bytes(data)

    with pytest.raises(AssistantError, match="altered"):
        Reader(tmp_path / "weights")


def test_missing_weights_are_named(tmp_path: Path) -> None:
    """A folder without the reader's files is refused in one sentence."""
    with pytest.raises(AssistantError, match="not in"):
        Reader(tmp_path)


def test_shipped_files_fit_what_was_promised() -> None:
    """The reader is at most 25 MB, and its description names its hash."""
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 25_000_000
    assert len(json.loads((WEIGHTS / ABOUT).read_text())["sha256"]) == 64


def test_reader_is_chosen_by_name() -> None:
    """The name "own" is the reader that ships, and "off" is none."""
    assert isinstance(open_reader(OWN), Reader)
    assert open_reader(OFF) is None


def test_evidence_is_read_in_its_setting(library: Assistant) -> None:
    """A window holds the piece word for word, after its heading and between its neighbours."""
    _, evidence = library.weighed("When do the mobile libraries stop?")
    for found in evidence[:20]:
        window = window_of(found)
        heading = found.passage.section[-1] if found.passage.section else ""
        assert " ".join(window.before.split()).startswith(" ".join(heading.split()))
        if not found.piece.cells:
            assert window.own == found.text


def test_heaviest_pieces_are_read_and_only_those(library: Assistant) -> None:
    """The reader sees sixteen pieces of a question, which then stand before all others."""
    _, evidence = library.weighed("When do the mobile libraries stop?")
    read = [found.is_read for found in evidence]

    assert sum(read) == min(16, len(evidence))
    assert read == sorted(read, reverse=True)


@pytest.mark.parametrize(
    ("question", "is_read"),
    [
        ("What share of the members' fees goes to the branches?", True),
        ("Who are the people that visitors may ask?", True),
        ("Which branches are open on Sundays?", False),
    ],
)
def test_only_whole_lists_are_not_read(library: Assistant, question: str, is_read: bool) -> None:
    """The reader is asked about a share or a person even where the question names several things."""
    query, evidence = library.weighed(question)
    assert any(found.is_read for found in evidence) is is_read, query.kind


def test_piece_that_only_shares_words_does_not_answer(library: Assistant) -> None:
    """Where neither the meaning is near nor the reader sees an answer, shared words alone are none."""
    query, evidence = library.weighed("When do the mobile libraries stop at the harbour and the station?")
    best = evidence[0]
    unread = best.signs._replace(answers=0.01, holds=0.01)
    nearer = replace(best, coverage=1.0, gap=0.0, kind_fit=1.0, cosine=0.18, signs=unread)

    assert judge(query, nearer) is None
    assert judge(query, replace(nearer, cosine=0.17)) is not None
