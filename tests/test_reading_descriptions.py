"""What a person says of documents, in sidecars and in the manifest, and what is only proposed."""

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.corpus import Corpus, read_corpus
from assistant.reading.to_confirm import NotWritten, write_to_confirm
from assistant.types import DocumentInfo

REPORT = "Report on the ponds\n\n4 July 2018\n\nFrogs live in the ponds, and newts live in the mill stream.\n"
PROPOSALS = ("title", "kind", "date")
ENTRY = "documents:\n  - path: ponds.txt\n    title: The ponds # as printed\n"

WANTED = "names and values are wanted here, such as title: Annual report."
LETTERS = "Its id may hold only letters, digits, dots, dashes and underscores."


def write(folder: Path, **files: str) -> Path:
    """Write files, `_` standing for the dot in their names; `ponds.txt` is always there."""
    for name, text in {"ponds_txt": REPORT, **files}.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def described(folder: Path) -> DocumentInfo:
    """The description of the one document of a folder in which nothing is wrong."""
    corpus = read_corpus(folder)
    assert corpus.skipped == ()
    (document,) = corpus.documents
    return document.info


def wrong(folder: Path) -> list[str]:
    """What is wrong in a folder, as the ingest tells it; the document is read all the same."""
    corpus = read_corpus(folder)
    assert [document.info.id for document in corpus.documents] == ["ponds"]
    return [f"{item.path}: {item.reason}" for item in corpus.skipped]


def offered(folder: Path) -> Corpus:
    """Write what is proposed, and read the folder again."""
    write_to_confirm(folder, read_corpus(folder).to_confirm)
    return read_corpus(folder)


def test_what_is_taken_from_the_file_is_unconfirmed(tmp_path: Path) -> None:
    """Of a file that nobody described, all that is proposed is unconfirmed, and that is told."""
    info = described(write(tmp_path))

    assert (info.title, info.kind, info.date) == ("Report on the ponds", "report", "2018-07-04")
    assert info.unconfirmed == PROPOSALS
    assert info.problems == (
        "Taken from the file and not confirmed: title, kind, date (confirm or mend it in manifest.yaml).",
    )


def test_an_edition_speaks_for_itself(tmp_path: Path) -> None:
    """Front matter was written by a person: nothing of it is unconfirmed, and nothing goes before it."""
    (tmp_path / "frogs.md").write_text("---\ntitle: Frogs\ndate: 2019\n---\n\nThey leap.\n")
    (tmp_path / "frogs.yaml").write_text("title: Toads\npublisher: The mill\n")
    info = described(tmp_path)

    assert (info.title, info.date, info.publisher) == ("Frogs", "2019", "The mill")
    assert info.unconfirmed == ()


@pytest.mark.parametrize("name", ["ponds_yaml", "ponds_txt_yaml", "ponds_yml"])
def test_a_sidecar_describes_its_file(tmp_path: Path, name: str) -> None:
    """What a sidecar says holds; what it leaves open is still a proposal."""
    info = described(write(tmp_path, **{name: "title: The ponds\nid: p-1\nsupersedes: [p-0]\n"}))

    assert (info.id, info.title, info.supersedes) == ("p-1", "The ponds", ("p-0",))
    assert info.unconfirmed == ("kind", "date")


def test_a_manifest_describes_files_too(tmp_path: Path) -> None:
    """An entry of the manifest describes the file of its path, and a sidecar goes before it."""
    manifest = (
        "documents:\n  - path: ponds.txt\n    title: The ponds\n    date:\n  - id: x\n    path: s/x.txt\n"
    )
    info = described(write(tmp_path, manifest_yaml=manifest))
    other = described(write(tmp_path, ponds_yaml="title: Ponds"))

    assert (info.title, info.date, info.unconfirmed) == ("The ponds", "", ("kind",))
    assert (other.title, other.unconfirmed) == ("Ponds", ("kind", "date"))


@pytest.mark.parametrize(("confirmed", "left"), [("true", ()), ("false", PROPOSALS)])
def test_a_person_confirms_with_one_word(tmp_path: Path, confirmed: str, left: tuple[str, ...]) -> None:
    """`confirmed: true` confirms all that is known of a file, `false` nothing."""
    info = described(write(tmp_path, ponds_yaml=f"title: The ponds\nconfirmed: {confirmed}\n"))

    assert info.title == "The ponds"
    assert info.unconfirmed == left


def test_proposals_are_written_for_a_person_to_confirm(tmp_path: Path) -> None:
    """The manifest gets an entry for each undescribed file, and reading it again changes nothing."""
    before = read_corpus(write(tmp_path))
    after = offered(tmp_path)

    assert after.documents == before.documents
    assert after.to_confirm == ()
    text = (tmp_path / "manifest.yaml").read_text()
    assert "    title: Report on the ponds\n" in text
    (tmp_path / "manifest.yaml").write_text(text.replace("confirmed: false", "confirmed: true"))
    assert described(tmp_path).unconfirmed == ()


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    """New entries come after what stands in the manifest, comments and all, in the same indent."""
    manifest = f"# ours\nowner: me\n{ENTRY}"
    write(tmp_path, manifest_yaml=manifest, ducks_txt="Ducks swim.")
    corpus = offered(tmp_path)

    assert (
        (tmp_path / "manifest.yaml").read_text().startswith(f"{manifest}  - id: ducks\n    path: ducks.txt\n")
    )
    assert [document.info.title for document in corpus.documents] == ["ducks", "The ponds"]
    assert corpus.skipped == ()


@pytest.mark.parametrize(
    "manifest",
    [
        "documents:\n- path: a.txt\nowner: me\n",
        "documents: [{path: a.txt}]\n",
        "- a\n",
        "documents: [\n",
        "a: *b\n",
    ],
)
def test_a_manifest_that_cannot_be_added_to_stays(tmp_path: Path, manifest: str) -> None:
    """Where an entry has no place at the end, the manifest is left as it is."""
    write(tmp_path, manifest_yaml=manifest)

    with pytest.raises(NotWritten):
        write_to_confirm(tmp_path, [DocumentInfo("ponds", "Ponds", source="ponds.txt")])
    assert (tmp_path / "manifest.yaml").read_text() == manifest


@pytest.mark.parametrize("place", ["", "manifest.yaml"])
def test_a_read_only_corpus_is_not_written_to(tmp_path: Path, place: str) -> None:
    """A folder or a manifest that is marked read-only stays as it is, also for a user who may do all."""
    write(tmp_path, manifest_yaml=ENTRY, ducks_txt="Ducks swim.")
    target = tmp_path / place
    mode = target.stat().st_mode
    target.chmod(0o555 if not place else 0o444)
    try:
        with pytest.raises(NotWritten, match="read-only"):
            offered(tmp_path)
    finally:
        target.chmod(mode)
    assert (tmp_path / "manifest.yaml").read_text() == ENTRY
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ducks.txt", "manifest.yaml", "ponds.txt"]


def test_a_changed_file_is_told(tmp_path: Path) -> None:
    """A description that was written for other bytes is kept, and a person is told to look at it."""
    offered(write(tmp_path))
    write(tmp_path, ponds_txt=REPORT + "\nToads came too.\n")

    assert described(tmp_path).problems[0] == (
        "Its file has changed since it was described (manifest.yaml): check what is said there."
    )


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ("documents:\n  - path: [\n", "Line 3: it is not valid YAML; mend that line."),
        ("documents: all\n", "Line 1: documents must be a list of entries."),
        (
            "documents:\n  - ponds\n",
            "Line 2: names and values are wanted here, such as title: Annual report.",
        ),
        (f"{ENTRY}    date: [1, 2]\n", "Line 4: it gives more than one value for date."),
        (
            f"{ENTRY}    id: a/b\n",
            "Line 4: Its id may hold only letters, digits, dots, dashes and underscores.",
        ),
        (f"{ENTRY}    confirmed: perhaps\n", "Line 4: confirmed must be true or false."),
        (f"{ENTRY}    date: 2018-99-99\n", "Line 4: the value of date cannot be read."),
        (
            f"{ENTRY}    date: 12 June 2018\n",
            "Line 4: it must give date as a date, such as 2024-05-31, 2024-05 or 2024.",
        ),
        (
            f"{ENTRY}    valid_to: 2018-13\n",
            "Line 4: it must give valid_to as a date, such as 2024-05-31, 2024-05 or 2024.",
        ),
        (f"{ENTRY}    subject: Ponds\n", "Line 4: subject is not known; see corpus/README.md for the names."),
    ],
)
def test_what_is_wrong_in_a_manifest_is_named_with_its_line(tmp_path: Path, manifest: str, told: str) -> None:
    """A bad manifest is one sentence with the line; the documents are read without it."""
    assert wrong(write(tmp_path, manifest_yaml=manifest)) == [f"manifest.yaml: {told}"]


def test_what_is_wrong_in_a_sidecar_is_named(tmp_path: Path) -> None:
    """A sidecar without a file, or with one too many, and bad YAML are one sentence each."""
    write(tmp_path, pounds_yaml="title: x", ponds_yaml="title: 'x\n")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe")

    assert wrong(tmp_path) == [
        "bytes.yaml: There is no document of this name beside it: name it like the file, with .yaml behind.",
        "ponds.yaml: Line 2: it is not valid YAML; mend that line.",
        "pounds.yaml: There is no document of this name beside it: name it like the file, with .yaml behind.",
    ]


def test_links_and_pipes_describe_nothing(tmp_path: Path) -> None:
    """A sidecar that leads out of the folder is not followed, and a pipe is not waited for."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text("title: Secret\n")
    write(folder)
    (folder / "ponds.yaml").symlink_to("../outside.yaml")
    os.mkfifo(folder / "manifest.yaml")

    assert wrong(folder) == [
        "manifest.yaml: It is not an ordinary file of this folder.",
        "ponds.yaml: It is not an ordinary file of this folder.",
    ]
    with pytest.raises(NotWritten, match="not an ordinary file"):
        write_to_confirm(folder, [])


@given(st.text("ab: -\n[]{}'\"#&*!|>%@`,?\t0", max_size=40))
def test_no_manifest_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever stands in a manifest, the documents are read, and adding to it loses nothing or is refused."""
    folder = write(tmp_path_factory.mktemp("any"), manifest_yaml=text)

    assert read_corpus(folder).documents
    try:
        write_to_confirm(folder, [DocumentInfo("ponds", "Ponds", source="ponds.txt")])
    except NotWritten:
        assert (folder / "manifest.yaml").read_text() == text
    else:
        assert yaml.safe_load((folder / "manifest.yaml").read_text())["documents"][-1]["id"] == "ponds"
