"""The command line answers, lists and reports as its contract says."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from assistant.cli import main
from assistant.cli.terminal import print_answer, print_check, print_documents
from assistant.errors import IndexMissing
from assistant.settings import Settings
from assistant.types import Answer, Conversation
from tests.fake_assistant import CATALOGUE, NOT_FOUND, OPENING, FakeAssistant

Run = Callable[..., int]


@pytest.fixture
def fake() -> FakeAssistant:
    """Make the scripted assistant."""
    return FakeAssistant()


@pytest.fixture
def run(fake: FakeAssistant, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command line against the scripted assistant; gives the exit code."""

    def run_command(*argv: str, stdin: bytes = b"") -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main(argv, opener=lambda settings: fake)
        assert isinstance(end.value.code, int)
        return end.value.code

    return run_command


def test_ask_prints_plain_text_in_a_pipe(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal the answer is plain text without a colour code."""
    code = run("ask", "How long is the library open?")

    out = capsys.readouterr().out
    assert code == 0
    assert out.startswith("The town library opens for 48 hours a week. [1]\n")
    assert "\x1b" not in out


def test_ask_json_is_one_object(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json standard output is exactly one JSON object on one line."""
    code = run("ask", "--json", "How long is the library open?")

    out = capsys.readouterr().out
    assert code == 0
    assert out.count("\n") == 1
    assert json.loads(out)["citations"][0]["quote"] == "The town library opens for 48 hours a week."


def test_ask_reads_a_question_from_standard_input(run: Run, fake: FakeAssistant) -> None:
    """A dash reads the question, in UTF-8."""
    run("ask", "-", stdin="Is the café open?\n".encode())

    assert fake.asked == [("Is the café open?", ())]


def test_ask_takes_words_without_quotation_marks(run: Run, fake: FakeAssistant) -> None:
    """A question typed without quotation marks is one question."""
    run("ask", "Is", "it", "open?")

    assert fake.asked == [("Is it open?", ())]


def test_a_refusal_is_a_success(run: Run) -> None:
    """An honest refusal is an answer: exit code 0."""
    assert run("ask", "Who won the cup?") == 0


@pytest.mark.parametrize("question", ["", " ", "x" * 1_001])
def test_an_unusable_question_is_exit_code_2(run: Run, question: str) -> None:
    """A question that the assistant can't read ends with code 2."""
    assert run("ask", question) == 2


def test_endless_input_is_not_read_whole(run: Run, fake: FakeAssistant) -> None:
    """Of an over-long standard input only enough is read to see that it is too long."""
    code = run("ask", "-", stdin=b"x" * 5_000_000)

    assert code == 2
    assert len(fake.asked[0][0]) < 10_000


def test_a_question_that_is_not_text_is_one_sentence(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes that are not UTF-8 end with one sentence on stderr."""
    code = run("ask", "-", stdin=b"\xff\xfe?")

    assert code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_error_is_one_sentence_and_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    """An error that a person can mend shows its sentence on stderr, no traceback, and its own code."""

    def missing(settings: Settings) -> FakeAssistant:
        raise IndexMissing("There is no index yet. Please run: python ingest.py")

    with pytest.raises(SystemExit) as end:
        main(["ask", "open?"], opener=missing)

    assert end.value.code == 3
    assert capsys.readouterr().err == "There is no index yet. Please run: python ingest.py\n"


def test_an_interrupt_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends with the usual code and no traceback."""

    def interrupted(settings: Settings) -> FakeAssistant:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as end:
        main(["ask", "open?"], opener=interrupted)

    assert end.value.code == 130
    assert "Traceback" not in capsys.readouterr().err


def test_folders_can_be_chosen(fake: FakeAssistant, tmp_path: Path) -> None:
    """--corpus and --index replace the defaults."""
    seen: list[Settings] = []

    def opener(settings: Settings) -> FakeAssistant:
        seen.append(settings)
        return fake

    with pytest.raises(SystemExit):
        main(["documents", "--corpus", str(tmp_path / "c"), "--index", str(tmp_path / "i")], opener=opener)

    assert (seen[0].corpus, seen[0].index) == (tmp_path / "c", tmp_path / "i")


def test_documents_are_listed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """The list has each document's dates, what it replaces, status, size, and what its reading left out."""
    run("documents")

    header, gone, old, line = capsys.readouterr().out.splitlines()
    assert header.split("\t")[0] == "id"
    assert gone.split("\t")[6:] == ["Leaflet", "withdrawn 2023-05-31", "", "0", ""]
    assert old.split("\t")[6:] == ["Old Plan", "superseded by library-2024", "", "9", ""]
    assert line.split("\t") == [
        "library-2024", "2024-07-04", "plan", "2024-08", "2027-07", "library-2020", "Library <Service> Plan",
        "current", "1", "4", "Page 3 could not be read.",
    ]  # fmt: skip


def test_documents_as_json(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the list is one object on one line, and what is not known is null."""
    run("documents", "--json")

    gone, old, current = json.loads(capsys.readouterr().out)["documents"]
    assert (gone["status"], gone["withdrawn"], gone["pages"]) == ("withdrawn", "2023-05-31", None)
    assert (old["status"], old["superseded_by"], old["passages"]) == ("superseded", "library-2024", 9)
    assert (current["status"], current["superseded_by"], current["withdrawn"]) == ("current", None, None)
    assert current["problems"] == ["Page 3 could not be read."]


def test_chat_keeps_turns_and_new_forgets_them(run: Run, fake: FakeAssistant) -> None:
    """Each question is asked after the turns before it, until a new conversation begins."""
    run("chat", stdin=b"Is it open?\nAnd on Sundays?\nnew\nWho?\n")

    assert fake.asked == [("Is it open?", ()), ("And on Sundays?", ("Is it open?",)), ("Who?", ())]


def test_chat_takes_the_number_of_an_offered_question(run: Run, fake: FakeAssistant) -> None:
    """Asked which one is meant, a number asks that question; at other times it is only a number."""
    run("chat", stdin=b"When?\n2\n2\n")

    assert [question for question, _ in fake.asked] == ["When?", "When is the reading room open?", "2"]


def test_batch_answers_every_line(run: Run, fake: FakeAssistant, tmp_path: Path) -> None:
    """Each conversation's last turn is answered after the earlier ones, in order, in UTF-8."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        '{"id": "a", "turns": ["Is it open?", "And the café?"]}\n\n{"id": 2, "turns": ["Who?"]}\n', "utf-8"
    )
    code = run("batch", str(source), str(target))

    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert code == 0
    assert [row["id"] for row in rows] == ["a", 2]
    assert rows[0]["answer"]["question"] == "And the café?"
    assert rows[1]["answer"]["status"] == "not_in_documents"
    assert fake.asked[1] == ("And the café?", ("Is it open?",))
    assert "café" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[1]", "not an object"),
        (b'{"turns": ["open?"]}', '"id" is missing'),
        (b'{"id": null, "turns": ["open?"]}', '"id" is missing'),
        (b'{"id": "good", "turns": ["open?"]}', "already on line 1"),
        (b'{"id": "x"}', '"turns" must be'),
        (b'{"id": "x", "turns": []}', '"turns" must be'),
        (b'{"id": "x", "turns": "open?"}', '"turns" must be'),
        (b'{"id": "x", "turns": [1]}', '"turns" must be'),
        (b'{"id": "x", "claim": ""}', "Your claim is empty"),
        (b'{"id": "x", "claim": ["open"]}', '"claim" must be'),
        (b'{"id": "x", "claim": "It is open.", "turns": ["open?"]}', "not both"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_batch_loses_no_line(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes, reason: str
) -> None:
    """A line that can't be answered says why and where; the lines around it are answered; the code tells."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(
        b'{"id": "good", "turns": ["open?"]}\n' + line + b'\n{"id": "last", "turns": ["open?"]}'
    )
    code = run("batch", str(source), str(target))

    rows = [json.loads(row) for row in target.read_bytes().splitlines()]
    assert code == 1
    assert [("answer" in row, "error" in row) for row in rows] == [
        (True, False),
        (False, True),
        (True, False),
    ]
    assert rows[1]["error"].startswith("Line 2: ")
    assert reason in rows[1]["error"]
    assert capsys.readouterr().err == f'1 of 3 lines has an "error" instead of an answer in {target}.\n'


def test_batch_checks_a_claim_beside_questions(run: Run, tmp_path: Path) -> None:
    """A line with a claim becomes a line with its verdict, quotes and reason, and nothing else."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        '{"id": 1, "claim": "It is open for 48 hours."}\n{"id": 2, "turns": ["open?"]}\n', encoding="utf-8"
    )
    code = run("batch", str(source), str(target))

    checked, answered = map(json.loads, target.read_text("utf-8").splitlines())
    assert code == 0
    assert set(checked) == {"id", "check"}
    assert set(checked["check"]) == {"verdict", "citations", "reason"}
    assert checked["check"]["verdict"] == "supported"
    assert checked["check"]["citations"][0] == answered["answer"]["citations"][0]


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("It is open for 48 hours.", 0),
        ("It is open for 40 hours.", 1),
        ("It has a garden.", 6),
        (" ", 2),
    ],
)
def test_check_tells_the_verdict_by_its_exit_code(run: Run, claim: str, code: int) -> None:
    """A script sees from the exit code whether a claim is supported, contradicted, not found or unusable."""
    assert run("check", claim) == code


def test_check_says_verdict_reason_and_source(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe the verdict and its reason come first, then the source; with --json it is one object."""
    run("check", "It", "is", "open", "for", "40", "hours.")
    plain = capsys.readouterr().out
    run("check", "--json", "-", stdin=b"It is open for 40 hours.\n")
    data = json.loads(capsys.readouterr().out)

    assert plain.startswith("Contradicted. The plan gives 48 hours.\n\nSources\n[1] Library")
    assert data["verdict"] == "contradicted"
    assert data["reason"] == "The plan gives 48 hours."
    assert data["citations"][0]["quote"] == "The town library opens for 48 hours a week."


def test_check_in_a_terminal_frames_verdict_and_quotes(fake: FakeAssistant) -> None:
    """A terminal shows the verdict above its reason, and below it each deciding quote."""
    paper = io.StringIO()
    print_check(fake.check_claim("It is open for 48 hours."), Console(file=paper, width=80))

    shown = paper.getvalue()
    assert shown.index("Supported") < shown.index("gives 48 hours") < shown.index("opens for 48 hours a week")


def test_batch_takes_a_byte_order_mark_and_odd_text(run: Run, tmp_path: Path) -> None:
    """A file from a spreadsheet, with its byte order mark and lone surrogates, is answered all the same."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"id": "\\ud800", "turns": ["open \\ud800?"]}\r\n')
    code = run("batch", str(source), str(target))

    assert code == 0
    assert json.loads(target.read_text("utf-8"))["id"] == "\ud800"


def test_batch_output_is_whole_or_absent(tmp_path: Path) -> None:
    """When asking fails half-way, an earlier output file is as it was and no part is left."""
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 1, "turns": ["open?"]}\n')
    target.write_text("earlier")

    class Broken(FakeAssistant):
        def ask(self, question: str, turns: Conversation = ()) -> Answer:
            raise IndexMissing("gone")

    with pytest.raises(SystemExit) as end:
        main(["batch", str(source), str(target)], opener=lambda settings: Broken())

    assert end.value.code == 3
    assert target.read_text() == "earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_batch_names_a_file_it_cannot_read(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing input is one sentence with its name."""
    code = run("batch", str(tmp_path / "none.jsonl"), str(tmp_path / "out.jsonl"))

    assert code == 2
    assert "none.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["/dev/null", "no/such/folder/out.jsonl"])
def test_batch_refuses_a_target_it_cannot_replace(run: Run, tmp_path: Path, target: str) -> None:
    """A device is not replaced by a file, and a missing folder is named."""
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1, "turns": ["open?"]}\n')

    assert run("batch", str(source), target) == 4
    assert Path("/dev/null").is_char_device()


def test_a_terminal_gets_panels_without_markup() -> None:
    """A terminal shows the answer, its passages, the nearest ones and the documents as they are written."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=100, highlight=False)
    print_answer(OPENING, console)
    print_answer(NOT_FOUND, console)
    print_documents(CATALOGUE, console)

    shown = out.getvalue()
    assert "library-2024: Page 3 could not be read." in shown
    assert "[1] Library <Service> Plan" in shown
    assert "48 hours a week" in shown
    assert "Market Street | 310 | 325" in shown
    assert "The nearest passage" in shown
    assert "4 July 2024" in shown
    assert "superseded by" in shown
    assert "2023-05-31" in shown


def test_starting_imports_nothing_heavy() -> None:
    """The command line starts without torch, Gradio, Chroma or LangChain."""
    heavy = {"torch", "gradio", "chromadb", "langchain_core", "rich"}
    code = f"import sys, assistant.cli.app; print({heavy} & set(sys.modules) or 'light')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "light"


def test_the_whole_way_from_a_question_to_a_proven_quote(allotment: Path) -> None:
    """From the real command comes an answer whose quote is the very text of the corpus file."""
    done = plan_assistant(allotment, "ask", "--json", "Who chairs the committee?")

    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert answer["status"] == "answered"
    assert "Priya Nair" in answer["text"]
    for citation in answer["citations"]:
        text = (allotment / "corpus" / f"{citation['document']}.md").read_text("utf-8")
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_missing_index_says_what_to_do(tmp_path: Path) -> None:
    """Asking before there is an index ends with code 3 and one sentence that says how to make one."""
    done = plan_assistant(tmp_path, "ask", "Who chairs the committee?")

    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "ingest" in done.stderr


def plan_assistant(folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command over this folder's corpus and index."""
    folders = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *argv, *folders]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_figures_are_a_table_for_a_spreadsheet(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """With --csv each figure is a row with its quote, and none is a formula."""
    code = run("figures", "--csv")

    first, hours, cell = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert code == 0
    assert first[:4] == ["figure", "unit", "years", "beside it"]
    assert hours[-1] == "The town library opens for 48 hours a week."
    assert cell[0] == "'=325"


def test_figures_are_read_by_people_and_programs(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an option each figure has its quote and source below it; with --json it is one object."""
    run("figures")
    assert "48 hours: a week\n    “The town library opens" in capsys.readouterr().out
    run("figures", "--json")
    assert json.loads(capsys.readouterr().out)["figures"][0]["citation"]["document"] == "library-2024"
