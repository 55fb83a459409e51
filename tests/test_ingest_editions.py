"""Copies, new editions and withdrawals on their way into the index, and what is said of them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import ingest
from assistant.chain import Assistant
from assistant.index.generation import Generation
from assistant.index.manifest import live_folder
from assistant.settings import Settings
from assistant.types import Withdrawn
from tests.allotment import ACCOUNTS, RULES, quietly, settings_in


@pytest.fixture
def built(allotment: Path, tmp_path: Path) -> Settings:
    """A copy of the small corpus and its index, to change."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    return settings_in(tmp_path)


@pytest.fixture
def told(built: Settings, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """Ingest as the command does, for the lines of its summary."""

    def lines() -> list[str]:
        assert ingest.main(["--corpus", str(built.corpus), "--index", str(built.index)]) == 0
        return capsys.readouterr().out.splitlines()

    return lines


def test_copies_and_likely_editions_are_told_and_are_no_failure(
    built: Settings, told: Callable[[], list[str]]
) -> None:
    """A copy is named with what it copies, a likely new edition with its first differences; exit code 0."""
    (built.corpus / "z-copy.md").write_text(RULES.replace("rules-2019", "again"), encoding="utf-8")
    new = ACCOUNTS.replace("accounts-2021", "accounts-2022").replace("4,310", "4,510")
    (built.corpus / "accounts-2022.md").write_text(new.replace("in the autumn", "\x1b[31min autumn"), "utf-8")

    lines = told()

    assert "z-copy.md says the same as rules-2019, word for word: one is enough." in lines
    assert any(
        line.startswith("About accounts-2022: It looks like a new edition of accounts-2021") for line in lines
    )
    start = lines.index("From accounts-2021 to accounts-2022:")
    assert lines[start + 1 : start + 3] == ["  - | Rents | 4,120 | 4,310 |", "  + | Rents | 4,120 | 4,510 |"]
    assert lines[start + 4] == "  + The treasurer spent £900 on a new pump in autumn of 2020."
    assert set(Generation.open(built.index).documents) == {
        "accounts-2021", "accounts-2022", "newsletter-2022", "rules-2019",
    }  # fmt: skip


def test_a_withdrawn_document_leaves_the_answers_and_a_record(
    built: Settings, told: Callable[[], list[str]]
) -> None:
    """The next ingest takes it out of every answer, and keeps what it was and since when."""
    path = built.corpus / "rules-2019.md"
    path.write_text(RULES.replace("kind: plan", "withdrawn: 2024-02-29\nkind: plan"), encoding="utf-8")

    lines = told()

    assert "Withdrawn, and not answered from: rules-2019." in lines
    assert not any(line.startswith("Removed") for line in lines)
    with_record = Generation.open(built.index)
    assert with_record.withdrawn == {
        "rules-2019": Withdrawn(
            "rules-2019", "Rules of the Meadow Lane Allotment Society", "2019-03", "2024-02-29"
        )
    }
    answer = Assistant(with_record, None, built).ask("How high may a shed be?")
    assert "six feet" not in answer.text
    before = live_folder(built.index)
    assert told()[0].startswith("Nothing has changed")
    assert live_folder(built.index) == before


def test_a_removed_document_is_remembered_until_it_is_back(built: Settings) -> None:
    """Of a file that is gone the index keeps title and day over later builds, until it is back."""
    path = built.corpus / "accounts-2021.md"
    path.unlink()
    quietly(built)
    (built.corpus / "newsletter-2022.md").unlink()
    quietly(built)

    records = Generation.open(built.index).withdrawn

    assert set(records) == {"accounts-2021", "newsletter-2022"}
    assert records["accounts-2021"].title == "Accounts of the Meadow Lane Allotment Society"
    assert records["accounts-2021"].date == "2021-04"
    assert records["accounts-2021"].withdrawn[:2] == "20"
    assert not quietly(built).published
    path.write_text(ACCOUNTS, encoding="utf-8")
    quietly(built)
    assert set(Generation.open(built.index).withdrawn) == {"newsletter-2022"}


def test_a_document_that_became_a_copy_is_not_withdrawn(built: Settings) -> None:
    """A text that is now read from another file is still there, so its old id is no withdrawn document."""
    (built.corpus / "a-rules.md").write_text(RULES.replace("rules-2019", "a-rules"), encoding="utf-8")

    summary = quietly(built)

    index = Generation.open(built.index)
    assert (summary.added, summary.removed) == (("a-rules",), ("rules-2019",))
    assert [copy.id for copy in summary.copies] == ["rules-2019"]
    assert index.withdrawn == {}


def test_the_list_of_documents_tells_how_each_stands(built: Settings) -> None:
    """Current, superseded and withdrawn documents are listed by age, with their pages and passages."""
    (built.corpus / "accounts-2021.md").unlink()
    new = RULES.replace("id: rules-2019", "id: rules-2024\nsupersedes: [rules-2019]")
    new = (
        new.replace("2019-03", "2024-03")
        .replace("# Rules", "# Rules\n\n<!-- page 2 -->")
        .replace("six", "five")
    )
    (built.corpus / "rules-2024.md").write_text(new, encoding="utf-8")
    quietly(built)

    listed = Assistant.open(built).catalogue()

    assert [(one.info.id, one.standing, one.superseded_by) for one in listed] == [
        ("rules-2019", "superseded", "rules-2024"),
        ("accounts-2021", "withdrawn", ""),
        ("newsletter-2022", "current", ""),
        ("rules-2024", "current", ""),
    ]
    assert [(one.pages, one.passages > 0) for one in listed] == [(0, True), (0, False), (0, True), (1, True)]
