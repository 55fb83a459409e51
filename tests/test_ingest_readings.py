"""Only what changed is read: readings are kept beside the generations, and are never trusted blindly."""

import shutil
from pathlib import Path

import pytest

from assistant.errors import DiskProblem
from assistant.index.content import content
from assistant.index.generation import Generation
from assistant.index.readings import Readings
from assistant.reading import formats
from assistant.reading.corpus import read_corpus
from assistant.reading.formats import Reading, Unreadable
from assistant.settings import Settings
from tests.allotment import NEWSLETTER, quietly, settings_in

LEAF = "# {name}\n\nThe {name} tree in the yard has {leaves} leaves, and it was planted in {year}.\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files of a format of our own that were really read, in any order."""
    names: list[str] = []

    def read_leaf(path: Path) -> Reading:
        names.append(path.name)
        text = path.read_text(encoding="utf-8")
        if "mould" in text:
            raise Unreadable("It is all mould; dry it and try again.")
        return Reading(text, ("The stalk was not read.",))

    monkeypatch.setitem(formats.READERS, ".leaf", read_leaf)
    return names


def plant(folder: Path, name: str, leaves: int = 7) -> Path:
    """Write one file of that format."""
    path = folder / f"{name}.leaf"
    path.write_text(LEAF.format(name=name, leaves=leaves, year=1900 + len(name)), encoding="utf-8")
    return path


def test_only_a_changed_file_is_read_and_the_index_is_the_same(
    read: list[str], allotment: Path, tmp_path: Path
) -> None:
    """After one of three files changed only that one is read, and the index is what a clean read gives."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    grown = settings_in(tmp_path)
    for name in ("ash", "beech", "elm"):
        plant(grown.corpus, name)
    quietly(grown)
    plant(grown.corpus, "beech", leaves=8)
    (grown.corpus / "newsletter-2022.md").write_text(NEWSLETTER.replace("July", "June"), encoding="utf-8")
    read.clear()

    quietly(grown)

    assert read == ["beech.leaf"]
    read.clear()
    clean = content(read_corpus(grown.corpus), grown.encoder)
    assert sorted(read) == ["ash.leaf", "beech.leaf", "elm.leaf"]
    index = Generation.open(grown.index)
    assert index.manifest.digest == clean.digest()
    assert tuple(index.documents.values()) == clean.documents
    assert tuple(index.passages.values()) == clean.passages
    told = [key for key, problem in quietly(grown).problems if problem == "The stalk was not read."]
    assert told == ["ash", "beech", "elm"]


@pytest.fixture
def ash(settings: Settings) -> Path:
    """One file to read."""
    settings.index.mkdir()
    return plant(settings.corpus, "ash")


def test_a_damaged_reading_is_read_anew(read: list[str], settings: Settings, ash: Path) -> None:
    """What is kept of a file counts only while it is whole, to the letter."""
    first = Readings(settings.index).read(ash)
    (kept,) = (settings.index / "readings").iterdir()
    for harm in ("", "{}", "[1]", kept.read_text().replace("seven", "eight").replace("7", "8")):
        kept.write_text(harm, encoding="utf-8")

        assert Readings(settings.index).read(ash) == first
    assert read == ["ash.leaf"] * 5
    assert Readings(settings.index).read(ash) == first
    assert len(read) == 5


def test_other_readers_read_anew(
    read: list[str], settings: Settings, ash: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With another version of our code, a library or the tool beside them, nothing kept is taken over."""
    Readings(settings.index).read(ash)
    for name in ("_versions", "_PROJECT", "_TOOL"):
        with monkeypatch.context() as changed:
            other = (lambda: ["other 1.0"]) if name == "_versions" else "python3"
            changed.setattr(f"assistant.index.readings.{name}", other)
            Readings(settings.index).read(ash)
    Readings(settings.index).read(ash)

    assert len(read) == 4


def test_a_change_of_how_pdfs_are_read_reads_anew(
    read: list[str], settings: Settings, ash: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code of a reader counts wherever it stands below the readers' folder."""
    code = tmp_path / "code" / "pdf" / "lines.py"
    code.parent.mkdir(parents=True)
    monkeypatch.setattr("assistant.reading.formats.__file__", str(tmp_path / "code" / "formats.py"))
    for written in ("one = 1", "one = 2", "one = 2"):
        code.write_text(written, encoding="utf-8")
        Readings(settings.index).read(ash)

    assert len(read) == 2


def test_a_renamed_file_is_read_anew(read: list[str], settings: Settings, ash: Path) -> None:
    """A reading may lean on the file's name, so it is kept for that name only."""
    Readings(settings.index).read(ash)
    Readings(settings.index).read(ash.rename(ash.with_name("oak.leaf")))

    assert read == ["ash.leaf", "oak.leaf"]


def test_what_failed_is_tried_again(read: list[str], settings: Settings, ash: Path) -> None:
    """A file that could not be read is read again each time: the reason may lie outside of it."""
    ash.write_text("mould", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Unreadable, match="dry it"):
            Readings(settings.index).read(ash)

    assert len(read) == 2
    with pytest.raises(Unreadable, match="cannot be opened"):
        Readings(settings.index).read(ash.with_name("gone.leaf"))


def test_a_file_that_changes_while_it_is_read_is_not_kept(settings: Settings, ash: Path) -> None:
    """A reading is kept only where the file was the same before and after it."""

    def read_slowly(path: Path) -> Reading:
        plant(settings.corpus, "ash", leaves=99)
        return Reading("old")

    Readings(settings.index, read_slowly).read(ash)

    assert not (settings.index / "readings").exists()


def test_readings_of_files_that_are_gone_are_forgotten(
    read: list[str], settings: Settings, ash: Path
) -> None:
    """What is kept is what the corpus holds now."""
    elm = plant(settings.corpus, "elm")
    for path in (ash, elm):
        Readings(settings.index).read(path)
    later = Readings(settings.index)
    later.read(elm)

    later.forget_the_rest()

    Readings(settings.index).read(elm)
    assert read == ["ash.leaf", "elm.leaf"]
    assert len(list((settings.index / "readings").iterdir())) == 1


def test_a_full_disk_is_one_sentence(read: list[str], settings: Settings, ash: Path) -> None:
    """Where nothing can be kept the ingest ends as it does when the index cannot be written."""
    (settings.index / "readings").write_text("in the way", encoding="utf-8")

    with pytest.raises(DiskProblem, match="could not be written"):
        Readings(settings.index).read(ash)
