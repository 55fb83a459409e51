"""A folder → Corpus."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import CorpusUnreadable
from assistant.passages import cut
from assistant.reading import formats
from assistant.reading.corpus import read_corpus
from assistant.reading.formats import Reading, Unreadable

SAVE_AS = f"save it as one of {', '.join([*formats.READERS][:-1])} or {[*formats.READERS][-1]}."
EDITION = (
    "---\nid: {id}\ntitle: Bees\nsource: sources/bees.txt\nsha256: {sha256}\n---\n\n# Bees\n\nThey fly.\n"
)


def write(folder: Path, **files: str) -> Path:
    """Write files, `_` standing for the dot in their names."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def reasons(folder: Path) -> dict[str, str]:
    """The files that were left out, with the reasons."""
    return {item.path: item.reason for item in read_corpus(folder).skipped}


def test_documents_are_read_in_order_of_their_names(tmp_path: Path) -> None:
    """Markdown and text files are documents; README, manifest and sub-folders are not, and say nothing."""
    (tmp_path / "sources").mkdir()
    write(tmp_path / "sources", old_txt="Old.")
    write(
        tmp_path, wasps_txt="Wasps sting.", ants_md="# Ants\n\nThey dig.", README_md="x", manifest_yaml="x: 1"
    )

    corpus = read_corpus(tmp_path)

    assert [document.info.id for document in corpus.documents] == ["ants", "wasps"]
    assert [document.info.title for document in corpus.documents] == ["Ants", "wasps"]
    assert corpus.skipped == ()


def test_raw_files_are_known_by_their_hash(tmp_path: Path) -> None:
    """A raw file's document carries its name and the hash of its bytes."""
    write(tmp_path, wasps_txt="Wasps sting.")
    (document,) = read_corpus(tmp_path).documents

    assert document.info.source == "wasps.txt"
    assert document.info.sha256 == hashlib.sha256(b"Wasps sting.").hexdigest()


def test_edition_must_fit_its_source(tmp_path: Path) -> None:
    """An edition is left out when the source beside it is not the one that its hash names."""
    (tmp_path / "sources").mkdir()
    write(tmp_path / "sources", bees_txt="They fly.")
    good = hashlib.sha256(b"They fly.").hexdigest()
    write(tmp_path, a_md=EDITION.format(id="a", sha256=good), b_md=EDITION.format(id="b", sha256="0" * 64))

    corpus = read_corpus(tmp_path)

    assert [document.info.sha256 for document in corpus.documents] == [good]
    assert "sources/bees.txt has changed" in corpus.skipped[0].reason


def test_a_source_beside_its_edition_is_not_read_again(tmp_path: Path) -> None:
    """A file that an edition names as its source is read as that edition only, and not told as left out."""
    write(tmp_path, bees_txt="They fly.", wasps_txt="They sting.")
    write(
        tmp_path,
        bees_md="---\nsource: bees.txt\n---\n\n# Bees\n\nThey fly.\n",
        odd_md="---\nsource: [\n---\n",
    )

    corpus = read_corpus(tmp_path)

    assert [(document.info.id, document.info.title) for document in corpus.documents] == [
        ("bees", "Bees"), ("wasps", "wasps")
    ]  # fmt: skip
    assert [item.path for item in corpus.skipped] == ["odd.md"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Every file that is left out is named with one sentence that says why."""
    write(
        tmp_path,
        good_txt="Good.",
        empty_md=" \n",
        front_md="---\n[1\n---\nx",
        twice_md="---\nid: good\n---\n\nx",
    )
    write(
        tmp_path,
        name_md="---\nid: a/b\n---\n\nx",
        list_md="---\n- a\n---\n\nx",
        date_md="---\ndate: 2018-99-99\n---\nx",
    )
    write(
        tmp_path,
        many_md="---\ntitle: [a, b]\n---\nx",
        slides_odp="PK",
        LICENCE="MIT",
        comment_md="<!-- nothing -->",
    )
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for name in ("void.csv", "void.docx", "void.pdf"):
        (tmp_path / name).touch()

    assert reasons(tmp_path) == {
        "LICENCE": f"Files without an ending cannot be read; {SAVE_AS}",
        "comment.md": "There is nothing to read in the file.",
        "date.md": "Its front matter is not valid YAML.",
        "empty.md": "The file is empty.",
        "front.md": "Its front matter is not valid YAML.",
        "latin.txt": "The file is not UTF-8 text; save it as UTF-8 and try again.",
        "list.md": "Its front matter is not a list of names and values.",
        "many.md": "Its front matter gives more than one value for title.",
        "name.md": "Its id may hold only letters, digits, dots, dashes and underscores.",
        "slides.odp": f"ODP files cannot be read; {SAVE_AS}",
        "twice.md": "Another document already has the id good.",
        "void.csv": "The file is empty.",
        "void.docx": "The file is empty.",
        "void.pdf": "The file is empty.",
    }


def test_what_a_reading_says_is_kept_with_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader could not read stays with the document, and what it cannot read at all is skipped."""

    def read_leaf(path: Path) -> Reading:
        if path.read_text() == "mould":
            raise Unreadable("It is all mould; dry it and try again.")
        return Reading("# Leaf\n\nIt is green.\n", ("The stalk could not be read.",))

    monkeypatch.setitem(formats.READERS, ".leaf", read_leaf)
    write(tmp_path, ash_leaf="x", elm_leaf="mould")

    corpus = read_corpus(tmp_path)

    assert corpus.problems == (
        ("ash", "The stalk could not be read."),
        ("ash", "Taken from the file and not confirmed: title (confirm or mend it in manifest.yaml)."),
    )
    assert corpus.documents[0].info.source == "ash.leaf"
    assert [(item.path, item.reason) for item in corpus.skipped] == [
        ("elm.leaf", "It is all mould; dry it and try again.")
    ]


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("papers.zip", "Unpack it, and put the files that are to be read here (.zip files cannot be read)."),
        ("letter.DOC", "Open it in a word processor and save it as .docx (.doc files cannot be read)."),
        ("sums.xls", "Open it and save it as .xlsx (.xls files cannot be read)."),
        ("reply.eml", "Save what it says as .txt, and put each attachment here as a file of its own"),
        ("scan.png", "Put the words that it shows into a .txt file"),
    ],
)
def test_what_to_do_instead_is_said(tmp_path: Path, name: str, instead: str) -> None:
    """A file of a form that is not read is refused with what to do, whatever is in it."""
    write(tmp_path, good_txt="Good.")
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")

    assert reasons(tmp_path)[name].startswith(instead)


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """A link that leads out of the folder, or nowhere, is not followed; one inside it is."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    write(tmp_path, outside_txt="Not for you.")
    (folder / "more").mkdir()
    write(folder / "more", better_txt="Better.")
    write(folder, good_txt="Good.")
    for name, target in {"out": "../outside.txt", "gone": "nothing.txt", "in": "more/better.txt"}.items():
        (folder / f"{name}.txt").symlink_to(target)

    corpus = read_corpus(folder)

    assert [document.info.id for document in corpus.documents] == ["good", "in"]
    assert {item.path for item in corpus.skipped} == {"out.txt", "gone.txt"}


def test_pipes_are_no_documents(tmp_path: Path) -> None:
    """A named pipe does not make the reader wait."""
    write(tmp_path, good_txt="Good.")
    os.mkfifo(tmp_path / "pipe.txt")

    assert reasons(tmp_path) == {"pipe.txt": "It is not an ordinary file."}


@pytest.mark.parametrize("files", [{}, {"a_txt": ""}, {"a_pdf": "x"}, {"README_md": "x"}])
def test_a_corpus_without_documents_is_an_error(tmp_path: Path, files: dict[str, str]) -> None:
    """A folder that is empty, or in which nothing can be read, raises one clear sentence."""
    with pytest.raises(CorpusUnreadable, match=r"is empty|could be read"):
        read_corpus(write(tmp_path, **files))


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """A folder that is not there, or is a file, raises one clear sentence."""
    write(tmp_path, a_txt="x")

    with pytest.raises(CorpusUnreadable, match="There is no corpus folder"):
        read_corpus(tmp_path / "none")
    with pytest.raises(CorpusUnreadable, match="cannot be opened"):
        read_corpus(tmp_path / "a.txt")


def test_odd_characters_do_no_harm(tmp_path: Path) -> None:
    """A byte order mark, NULs and foreign line ends are taken out before anything is counted."""
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf# One\r\n\r\nTw\0o.\rThree.\n")
    (document,) = read_corpus(tmp_path).documents

    assert document.text == "# One\n\nTwo.\nThree.\n"


@given(st.text(), st.sampled_from(["md", "txt"]))
def test_any_text_can_be_read(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str) -> None:
    """Reading and cutting any text gives a document or a reason, and never fails otherwise."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / f"a.{suffix}").write_text(text, encoding="utf-8", errors="replace", newline="")
    (folder / "b.txt").write_text("Bees fly.", encoding="utf-8")

    corpus = read_corpus(folder)

    assert len(corpus.documents) + len(corpus.skipped) + len(corpus.copies) == 2
    for document in corpus.documents:
        assert all(passage.text == document.text[passage.start : passage.end] for passage in cut(document))
