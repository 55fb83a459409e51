"""Kills, full disks, damaged files, two writers: the live generation survives, or the right error comes."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.errors import DiskProblem, IndexUnreadable, IngestRunning
from assistant.index import publish
from assistant.index.generation import Generation
from assistant.index.manifest import Manifest, live_folder
from assistant.index.verify import verify
from assistant.settings import Settings
from tests.allotment import quietly, settings_in

pytestmark = pytest.mark.faults
ROOT = Path(__file__).parents[2]


@pytest.fixture
def built(allotment: Path, tmp_path: Path) -> Settings:
    """A copy of the small corpus and its index, less one document: work for an ingest, but none for torch."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    (tmp_path / "corpus" / "accounts-2021.md").unlink()
    return settings_in(tmp_path)


def start(settings: Settings, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start ingest.py as a process of its own."""
    command = [sys.executable, "ingest.py", "--corpus", str(settings.corpus), "--index", str(settings.index)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,  # nothing but a limit is set between fork and exec
    )


def survives(settings: Settings, live: Path) -> None:
    """The generation that was live still is, whole, and nothing half-built is left behind."""
    assert live_folder(settings.index) == live
    Manifest.read(live).check_files(live)
    assert not list(settings.index.glob("build-*"))


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment(built: Settings, seed: int) -> None:
    """After kill -9 the old generation is live and whole, and the next ingest clears up and completes."""
    process = start(built)
    time.sleep(random.Random(seed).uniform(0.3, 2.0))  # noqa: S311  # a moment, not a secret
    process.send_signal(signal.SIGKILL)
    process.communicate()

    live = live_folder(built.index)
    Manifest.read(live).check_files(live)
    quietly(built)

    assert not list(built.index.glob("build-*"))
    assert set(Generation.open(built.index).documents) == {"newsletter-2022", "rules-2019"}


@pytest.mark.parametrize("delay", [0.1, 0.4, 0.7])
def test_killed_during_the_check(built: Settings, delay: float) -> None:
    """A check whose ingest was killed ends too, so that it cannot write into what the next one clears."""
    process = start(built)
    while not list(built.index.glob("build-*/manifest.json")):  # the last thing written before the check
        time.sleep(0.005)
    time.sleep(delay)
    process.kill()
    process.communicate()

    quietly(built)

    assert not list(built.index.glob("build-*"))


def test_a_second_writer_is_turned_away(built: Settings) -> None:
    """While one ingest runs, another ends soon with exit code 75 and one sentence."""
    with publish.one_writer(built.index):
        process = start(built)
        _, said = process.communicate(timeout=20)

    assert process.returncode == IngestRunning.exit_code == 75
    assert said.strip() == f"Another ingest is writing to {built.index}: wait until it has finished."


def test_two_ingests_at_once(built: Settings) -> None:
    """Of two ingests started together one does the work, and the index is whole."""
    processes = [start(built), start(built)]

    codes = sorted((process.communicate(timeout=60), process.returncode)[1] for process in processes)

    assert codes in ([0, 75], [0, 0])  # the second may have come when the first was through
    Generation.open(built.index).all_canaries()


def test_the_lock_dies_with_its_process(built: Settings) -> None:
    """The lock of a killed ingest does not stand in the way of the next."""
    process = start(built)
    time.sleep(0.8)
    process.kill()
    process.communicate()

    assert quietly(built).documents == 2


@pytest.mark.parametrize("largest", [0, 20_000, 150_000])
def test_disk_full(built: Settings, largest: int) -> None:
    """When the disk takes no more, one sentence says so, and nothing but the attempt is lost."""
    before = live_folder(built.index)

    process = start(built, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)))
    _, said = process.communicate(timeout=60)

    assert process.returncode == DiskProblem.exit_code
    assert "could not be written" in said.splitlines()[-1]
    assert "Traceback" not in said
    survives(built, before)
    assert quietly(built).published


class _Fails:
    """Lets the n-th write, rename, link or folder below the index fail, once."""

    events = frozenset({"open", "os.mkdir", "os.rename", "os.link", "sqlite3.connect"})

    def __init__(self) -> None:
        self.index: Path | None = None
        self.left = 0

    def __call__(self, event: str, details: tuple[object, ...]) -> None:
        if self.index is None or event not in self.events or not self._writes(event, details):
            return
        self.left -= 1
        if self.left == 0:
            self.index = None
            raise OSError(28, "No space left on device")

    def _writes(self, event: str, details: tuple[object, ...]) -> bool:
        read_only = event == "open" and not (isinstance(details[1], str) and set(details[1]) & set("wax+"))
        paths = [str(detail) for detail in details[:2]]
        return not read_only and any(path.startswith(str(self.index)) and "build-" in path for path in paths)


_fails = _Fails()


@contextmanager
def failing(index: Path, nth: int) -> Iterator[_Fails]:
    """Fail at the n-th step of writing below `index`."""
    _fails.index, _fails.left = index, nth
    try:
        yield _fails
    finally:
        _fails.index = None


def test_failing_at_every_step(built: Settings) -> None:
    """Whichever step the disk refuses, the live generation stays, and the next attempt is clean."""
    sys.addaudithook(_fails)
    before = live_folder(built.index)
    for nth in range(1, 100):
        with failing(built.index, nth) as armed:
            try:
                quietly(built)
            except DiskProblem:
                survives(built, before)
                continue
        assert armed.left > 0 or live_folder(built.index) != before
        break

    assert nth > 5, nth
    assert live_folder(built.index) != before
    Generation.open(built.index).all_canaries()


def parts(folder: Path) -> list[Path]:
    """Every file of a generation."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


PARTS = [
    "manifest.json",
    "words.sqlite",
    "pieces.npy",
    "passages.npy",
    "keys.npy",
    "words.npy",
    "words.json",
    "chroma/chroma.sqlite3",
    "encoder/model.onnx",
    "encoder/model.onnx.data",
    "encoder/tokenizer.json",
    "encoder/encoder.json",
    "chroma/*/header.bin",
    "chroma/*/data_level0.bin",
    "chroma/*/link_lists.bin",
]


def emptied(path: Path) -> None:
    """Leave a file of no bytes."""
    path.write_bytes(b"")


def halved(path: Path) -> None:
    """Cut a file in half."""
    os.truncate(path, path.stat().st_size // 2)


def scrambled(path: Path) -> None:
    """Overwrite the beginning with noise."""
    with path.open("r+b") as file:
        file.write(random.Random(7).randbytes(min(4_096, path.stat().st_size)))  # noqa: S311  # noise


def removed(path: Path) -> None:
    """Remove a file."""
    path.unlink()


@pytest.mark.parametrize("harm", [emptied, halved, scrambled, removed])
def test_damaged_files(allotment: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Whatever file is damaged, and however, opening says to run ingest again and never answers from it."""
    whole = live_folder(allotment / "index")
    for pattern in PARTS:
        index = tmp_path / "index"
        shutil.copytree(whole, index / whole.name, copy_function=os.link)
        (index / "current").write_text(whole.name)
        (path,) = (index / whole.name).glob(pattern)
        size = path.stat().st_size
        shutil.copyfile(path, tmp_path / "own")
        (tmp_path / "own").replace(path)  # no longer the linked file, so the original stays whole
        harm(path)

        if size or harm is removed:
            with pytest.raises(IndexUnreadable, match=r"run `python ingest.py` again"):
                Generation.open(index)
        shutil.rmtree(index)


@pytest.mark.parametrize("seed", range(6))
def test_a_scrambled_database_page_never_kills_the_reader(allotment: Path, tmp_path: Path, seed: int) -> None:
    """Noise inside Chroma's database is an error of ours or harmless, in a process that ends by itself."""
    index = shutil.copytree(allotment / "index", tmp_path / "index")
    path = live_folder(index) / "chroma" / "chroma.sqlite3"
    random_place = random.Random(seed).randrange(100, path.stat().st_size - 4_096)  # noqa: S311  # a place
    with path.open("r+b") as file:
        file.seek(random_place)
        file.write(random.Random(seed).randbytes(2_048))  # noqa: S311  # noise

    done = subprocess.run(
        [sys.executable, "-m", "assistant.index.verify", str(live_folder(index)), str(os.getpid())],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode in (0, IndexUnreadable.exit_code)
    assert "Traceback" not in done.stderr


def test_a_build_that_fails_its_check_is_not_published(
    built: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the check in the child process dies, the old generation stays and the build is removed."""
    before = live_folder(built.index)
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # no child interpreter can start

    with pytest.raises(IndexUnreadable, match="failed its check"):
        quietly(built)

    survives(built, before)


def test_verify_reports_a_dead_child(tmp_path: Path) -> None:
    """A folder that is no build fails its check with the reason."""
    with pytest.raises(IndexUnreadable, match="manifest is missing"):
        verify(tmp_path)
