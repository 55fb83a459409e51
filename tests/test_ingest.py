"""Bringing an index in line with its corpus: what is done again, what is not, and what is said about it."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.errors import AssistantError, CorpusUnreadable, IndexUnreadable
from assistant.index.generation import Generation
from assistant.index.manifest import ENCODER, live_folder
from assistant.reading.corpus import read_corpus
from assistant.settings import Settings
from ingest import main
from tests.allotment import RULES, quietly, settings_in

ROOT = Path(__file__).parents[1]


@pytest.fixture
def built(allotment: Path, tmp_path: Path) -> Settings:
    """A copy of the small corpus and its index, to change."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    return settings_in(tmp_path)


def run(settings: Settings, *python: str) -> subprocess.CompletedProcess[str]:
    """Run ingest.py as a person does."""
    command = [sys.executable, *python, "ingest.py"]
    command += ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_nothing_changed_does_nothing(built: Settings) -> None:
    """With nothing changed there is no new generation, nothing is encoded, and torch stays away."""
    before = live_folder(built.index)
    began = time.monotonic()

    done = run(built, "-X", "importtime")

    assert done.returncode == 0
    assert done.stdout.startswith("Nothing has changed (3 documents")
    assert live_folder(built.index) == before
    assert not {"torch", "chromadb", "onnxruntime"} & {
        line.split("|")[-1].strip() for line in done.stderr.split("\n")
    }
    assert time.monotonic() - began < 3


def test_one_changed_document_encodes_only_its_new_texts(built: Settings) -> None:
    """After one sentence changed, only the texts that hold it are encoded; all else is taken over."""
    path = built.corpus / "rules-2019.md"
    path.write_text(RULES.replace("six feet high", "seven feet high"), encoding="utf-8")

    summary = quietly(built)

    assert summary.changed == ("rules-2019",)
    assert (summary.added, summary.removed) == ((), ())
    assert summary.encoded == 2  # the sentence, and its passage
    assert summary.reused > 10


def test_a_grown_index_is_the_same_as_a_clean_one(built: Settings, tmp_path: Path) -> None:
    """An index that came about by changes answers like one that was built from nothing."""
    (built.corpus / "newsletter-2022.md").unlink()
    quietly(built)
    clean = built.model_copy(update={"index": tmp_path / "clean"})

    summary = quietly(clean)

    one, other = Generation.open(built.index), Generation.open(clean.index)
    vector = one.encode("how high may a shed be?")
    assert dict(one.search_vectors(vector, 9)) == pytest.approx(
        dict(other.search_vectors(vector, 9)), abs=1e-4
    )
    assert one.manifest.digest == other.manifest.digest
    assert (summary.added, summary.reused) == (("accounts-2021", "rules-2019"), 0)


def test_a_removed_document_is_gone(built: Settings) -> None:
    """A document that left the corpus is in no part of the index, and nothing is encoded for that."""
    (built.corpus / "accounts-2021.md").unlink()

    done = run(built)

    index = Generation.open(built.index)
    assert "Encoded 0 texts" in done.stdout
    assert "Removed: accounts-2021." in done.stdout
    assert "accounts-2021" not in index.documents
    assert index.search_words(["treasurer"], 5) == []
    assert all(
        "accounts" not in key for key, _ in index.search_vectors(index.encode("the treasurer's pump"), 99)
    )


def test_a_document_without_passages_does_no_harm(built: Settings) -> None:
    """A document that is only a heading is kept, and breaks neither questions nor examples."""
    front = 'id: stub-2023\ntitle: Rules of 2023\nkind: plan\ndate: "2023-03"'
    (built.corpus / "stub-2023.md").write_text(f"---\n{front}\n---\n\n# Rules of 2023\n", encoding="utf-8")

    quietly(built)
    assistant = Assistant.open(built)

    assert "stub-2023" in {info.id for info in assistant.documents()}
    assert assistant.examples
    assert assistant.ask("What is it?").text
    assert assistant.ask("How high may a shed be?").citations


def test_the_encoder_is_not_exported_twice(built: Settings) -> None:
    """The next generation shares the exported encoder with the one before, on disk too."""
    before = live_folder(built.index) / ENCODER
    (built.corpus / "accounts-2021.md").unlink()

    quietly(built)

    for path in before.iterdir():
        assert (live_folder(built.index) / ENCODER / path.name).samefile(path)


def test_the_last_two_generations_stay(built: Settings) -> None:
    """A reader of the generation before keeps its files; older ones are removed."""
    first = live_folder(built.index)
    (built.corpus / "accounts-2021.md").unlink()
    quietly(built)
    second = live_folder(built.index)
    (built.corpus / "newsletter-2022.md").unlink()
    quietly(built)

    left = {path.name for path in built.index.iterdir() if path.is_dir()}

    assert left == {second.name, live_folder(built.index).name}
    assert first.name not in left


def test_an_open_generation_answers_on(built: Settings) -> None:
    """Who opened a generation keeps reading it whole while the next one is published."""
    reader = Generation.open(built.index)
    (built.corpus / "accounts-2021.md").unlink()

    quietly(built)

    reader.canary()
    assert "accounts-2021" in reader.documents
    assert "accounts-2021" not in Generation.open(built.index).documents


def test_skipped_files_are_named(built: Settings) -> None:
    """A file that cannot be read is named with its reason, the rest is indexed, and the exit code is 2."""
    (built.corpus / "scan.pdf").write_bytes(b"%PDF-1.4 not really")
    (built.corpus / "latin.txt").write_bytes("caf\xe9".encode("latin-1"))

    done = run(built)

    assert done.returncode == 2
    assert "Skipped latin.txt: " in done.stdout
    assert "Skipped scan.pdf: " in done.stdout
    assert len(Generation.open(built.index).documents) == 3


def command(settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    """What the ingest command says, run in this process, which has the encoder's libraries already."""
    assert main(["--corpus", str(settings.corpus), "--index", str(settings.index)]) == 0
    return capsys.readouterr().out


def test_what_nobody_described_is_put_into_the_manifest(
    built: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that nobody described is described in the manifest to be confirmed, which changes no index."""
    (built.corpus / "note.txt").write_text("Note on the gate\n\nThe gate is painted green every spring.\n")

    first, second = command(built, capsys), command(built, capsys)

    manifest = built.corpus / "manifest.yaml"
    assert f"Described in {manifest} for you to confirm: note." in first
    assert "About note: Taken from the file and not confirmed: title" in first
    assert second.startswith("Nothing has changed (4 documents")
    assert "for you to confirm:" not in second
    manifest.write_text(manifest.read_text().replace("confirmed: false", "confirmed: true"))
    assert read_corpus(built.corpus).problems == ()


def test_a_read_only_corpus_is_told_and_left_alone(
    built: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the corpus may not be written to, the index is built and a person is told what to describe."""
    (built.corpus / "note.txt").write_text("Note on the gate\n\nThe gate is painted green every spring.\n")
    built.corpus.chmod(0o555)
    try:
        told = command(built, capsys)
    finally:
        built.corpus.chmod(0o755)

    assert "was not added to, because it is read-only. Describe note there" in told
    assert not (built.corpus / "manifest.yaml").exists()


@pytest.mark.parametrize("make", ["missing", "empty", "unreadable", "without text"])
def test_a_corpus_with_nothing_in_it(built: Settings, make: str) -> None:
    """A corpus that gives nothing is one clear sentence, exit code 2, and the index stays as it was."""
    before = live_folder(built.index)
    shutil.rmtree(built.corpus)
    if make != "missing":
        built.corpus.mkdir()
    if make == "unreadable":
        (built.corpus / "a.txt").write_bytes(b"\xff\xfe\xff")
    if make == "without text":
        (built.corpus / "a.md").write_text("# \n\n---\n", encoding="utf-8")

    done = run(built)

    assert (done.returncode, done.stdout) == (2, "")
    assert len(said(done.stderr)) == 1
    assert "Traceback" not in done.stderr
    assert live_folder(built.index) == before


def said(stderr: str) -> list[str]:
    """What was said on standard error beside the steps."""
    return [line for line in stderr.splitlines() if not line.endswith("…")]


def test_an_unknown_encoder(built: Settings, tmp_path: Path) -> None:
    """An encoder folder without weights is one sentence before anything is written."""
    (tmp_path / "no-model").mkdir()
    with_other = built.model_copy(update={"encoder": str(tmp_path / "no-model")})

    with pytest.raises(AssistantError, match=r"no \.safetensors weights"):
        quietly(with_other)

    Generation.open(built.index).canary()


def test_without_the_packages() -> None:
    """Run outside the virtual environment, it says what to do instead of showing a traceback."""
    done = subprocess.run(
        [sys.executable, "-S", "ingest.py"], cwd=ROOT, capture_output=True, text=True, check=False, env={}
    )

    assert done.returncode == 1
    assert "run `make setup`" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_gets_plain_lines(built: Settings) -> None:
    """Without a terminal the steps are plain lines on standard error; standard output has the summary."""
    (built.corpus / "accounts-2021.md").unlink()

    done = run(built)

    assert done.stderr.splitlines()[0] == "Reading the documents …"
    assert "\x1b" not in done.stderr + done.stdout
    assert done.stdout.startswith("The index is ready: 2 documents, ")


def test_no_text_at_all_is_an_error(settings: Settings) -> None:
    """An empty corpus in a program is the error that the command line prints."""
    with pytest.raises(CorpusUnreadable):
        quietly(settings)


def test_many_passages_of_the_same_words_are_indexed(settings: Settings) -> None:
    """A corpus that says the same words again and again, in another order, is whole and can be searched."""
    chance = random.Random(3)  # noqa: S311  # the same corpus at every run
    said = "ducks geese swans herons terns gulls rails coots grebes divers stilts knots".split()
    sections = [f"## Birds\n\nWe saw {' '.join(chance.sample(said, len(said)))}.\n" for _ in range(40)]
    (settings.corpus / "birds.md").write_text("# Birds\n\n" + "\n".join(sections), encoding="utf-8")

    assert quietly(settings).published


@pytest.mark.parametrize("part", ["pieces.npy", "chroma/chroma.sqlite3", "manifest.json", "words.sqlite"])
def test_a_damaged_index_is_built_again(built: Settings, part: str) -> None:
    """Damage is repaired by the next ingest although the corpus is the same, with what is still whole."""
    (live_folder(built.index) / part).write_bytes(b"")
    with pytest.raises(IndexUnreadable):
        Generation.open(built.index)

    summary = quietly(built)

    assert summary.published
    assert (summary.reused > 0) == (part in ("chroma/chroma.sqlite3", "words.sqlite"))
    Generation.open(built.index).all_canaries()
