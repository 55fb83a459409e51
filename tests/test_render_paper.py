"""The report on a paper: its own text with marks, a row for each part, and nothing of it as markup."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.render import PAPER_COLUMNS, paper_page, paper_rows, paper_to_json, paper_to_plain, to_csv
from assistant.types import CheckedPaper
from tests.fake_assistant import FakeAssistant

PAPER = """# The <b>library</b>

It opens for 48 hours. It opens for 9 hours. It has a garden.

- =1+1 hours are when it opens.

| Day | Hours |
|---|---|
| Monday | 9 |

The plan says: “The town library opens for 40 hours a <i>week</i>.” In our view it is too short.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The paper above as a file."""
    path = tmp_path / "note.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.fixture
def paper(file: Path) -> CheckedPaper:
    """The paper above, checked."""
    return FakeAssistant().check_paper(file)


class Tags(HTMLParser):
    """What tags, ids and links a page has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.add(tag)
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links |= {values["href"] or ""} if "href" in values else set()


def test_the_page_shows_the_paper_with_its_marks(paper: CheckedPaper) -> None:
    """Every checked sentence is marked with its verdict in words, and leads to a note that says why."""
    page = paper_page(paper)
    tags = Tags(page)

    assert "5 sentences checked: 3 contradicted, 1 not found, 1 supported." in page.replace(
        "&#44;", ","
    ).replace("&#58;", ":").replace("&#46;", ".")
    assert re.search(r'<span class="contradicted">It opens for 9 hours&#46;</span>', page)
    assert {f"#note-{number}" for number in range(1, 6)} <= tags.links
    assert {link.removeprefix("#") for link in tags.links} <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    assert "<del>40</del> <ins>48</ins>" in page


def test_nothing_of_a_paper_is_markup(paper: CheckedPaper) -> None:
    """Tags in a paper are shown as text, and the page runs and loads nothing."""
    tags = Tags(paper_page(paper)).tags

    assert not tags & {"script", "img", "i", "link", "iframe", "form"}
    assert all(link.startswith("#") for link in Tags(paper_page(paper)).links)


def test_a_table_has_a_row_for_each_part_and_no_formula(paper: CheckedPaper) -> None:
    """The rows read back as written, one for each part of the paper, and none of them reckons."""
    rows = list(csv.reader(io.StringIO(to_csv([PAPER_COLUMNS, *paper_rows(paper)]), newline="")))

    assert len(rows) == 1 + len(paper.parts)
    assert all(len(row) == len(PAPER_COLUMNS) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert rows[3][4:6] == ["contradicted", "The plan gives 48 hours."]


def test_json_holds_everything_in_the_papers_order(paper: CheckedPaper) -> None:
    """Programs get each part with its sort, verdict, citations and differences, and the counts."""
    data = json.loads(json.dumps(paper_to_json(paper)))

    assert data["verdicts"] == {"contradicted": 3, "outdated": 0, "not_found": 1, "supported": 1}
    assert data["left_out"] == {"opinion": 1, "heading": 1, "table_line": 2}
    assert data["parts"][1]["check"]["citations"][0]["quote"].startswith("The town library")
    assert data["parts"][1]["text"] == "It opens for 48 hours."


def test_the_summary_names_what_has_to_be_looked_at(paper: CheckedPaper) -> None:
    """The terminal shows the counts, what is left out, and each contradiction with its reason and source."""
    told = paper_to_plain(paper)

    assert told.startswith("note.md: 5 sentences checked: 3 contradicted, 1 not found, 1 supported.")
    assert "Not checked: 1 opinion, 1 heading, 2 lines of tables." in told
    assert "2. “It opens for 9 hours.”\n    Contradicted. The plan gives 48 hours." in told
    assert "[-40-] {+48+} hours" in told
    assert "It opens for 48 hours." not in told


Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `check` against the scripted assistant; gives the exit code."""

    def run_check(*argv: object) -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        with pytest.raises(SystemExit) as end:
            main(["check", *map(str, argv)], opener=lambda settings: FakeAssistant())
        assert isinstance(end.value.code, int)
        return end.value.code

    return run_check


def test_a_paper_with_an_error_fails_a_publication(
    run: Run, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Something contradicted is exit code 1; a paper without is 0, whatever is not found in it."""
    assert run(file) == 1
    file.write_text("It opens for 48 hours. It has a garden.", encoding="utf-8")
    assert run(file) == 0
    assert capsys.readouterr().out.endswith("2. “It has a garden.”  Not found.\n")


def test_a_report_is_saved_by_its_ending(run: Run, file: Path) -> None:
    """One run writes the page, the table and the data, whole, beside what it prints."""
    targets = [file.with_name(f"report{ending}") for ending in (".html", ".csv", ".json")]
    code = run(file, *(word for target in targets for word in ("--save", target)))

    assert code == 1
    assert targets[0].read_text("utf-8").startswith("<!doctype html>")
    assert targets[1].read_bytes().startswith(b"\xef\xbb\xbfnumber,")
    assert json.loads(targets[2].read_text("utf-8"))["paper"] == "note.md"
    assert sorted(path.name for path in file.parent.iterdir()) == sorted(
        [file.name, *(target.name for target in targets)]
    )


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("missing.docx",), "There is no such file"),
        (("note.md", "--save", "report.doc"), "ends in .html, .csv or .json"),
        (("page.html", "--save", "page.html"), "would replace the paper"),
        (("It opens for 9 hours.", "--save", "report.html"), "name the file of one"),
    ],
)
def test_a_paper_that_cannot_be_checked_is_exit_code_2(
    run: Run,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    argv: tuple[str, ...],
    words: str,
) -> None:
    """What cannot be checked or saved ends with one sentence on stderr and code 2, and writes nothing."""
    monkeypatch.chdir(file.parent)
    (file.parent / "page.html").write_text("<p>It opens.", encoding="utf-8")

    assert run(*argv) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert not (file.parent / "report.html").exists()


def test_a_disk_that_refuses_is_told(run: Run, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report that cannot be written is exit code 4, with the name of its file."""
    assert run(file, "--save", file.parent / "nowhere" / "report.html") == 4
    assert "report.html" in capsys.readouterr().err


def test_json_alone_is_printed(run: Run, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json standard output is one JSON object; progress goes to stderr."""
    run(file, "--json")

    assert json.loads(capsys.readouterr().out)["verdicts"]["contradicted"] == 3


def test_a_statement_that_only_ends_like_a_file_is_a_statement(run: Run) -> None:
    """Words with spaces that name no file are a claim, whatever they end in; so is a very long one."""
    assert run("It opens for 48 hours says plan.md") == 0
    assert run("It opens for 48 hours " * 100) == 0
