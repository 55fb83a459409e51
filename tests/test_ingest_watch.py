"""A corpus that is watched: one build for each change that has come to rest, whatever the change is."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index import publish
from assistant.index.manifest import Manifest, live_folder
from assistant.index.watch import state_of, wait_for_change
from assistant.settings import Settings
from tests.allotment import NEWSLETTER, settings_in, write_corpus

ROOT = Path(__file__).parents[1]


def write(path: Path, text: str) -> None:
    """Write a file whose time differs from any before, however fast the test is."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, int(text or "0")))


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_a_change_is_told_when_it_has_come_to_rest(
    tmp_path_factory: pytest.TempPathFactory, changing: list[bool]
) -> None:
    """However a file grows and pauses, waiting ends only once it was the same for two looks."""
    folder = tmp_path_factory.mktemp("corpus")
    steps: Iterator[tuple[int, bool]] = iter(enumerate([*changing, True, False, False, False], 1))
    quiet: list[int] = []

    def pause(seconds: float) -> None:
        step, changes = next(steps)
        if changes:
            write(folder / "a.md", str(step))
        quiet.append(0 if changes else quiet[-1] + 1 if quiet else 0)

    wait_for_change(folder, state_of(folder), pause)

    assert (folder / "a.md").exists()
    assert quiet[-1] == 2


def test_every_kind_of_change_is_seen(tmp_path: Path) -> None:
    """A file that is new, rewritten, replaced, moved or gone changes the state; a hidden one does not."""
    states = [state_of(tmp_path)]

    def look() -> None:
        states.append(state_of(tmp_path))

    write(tmp_path / "a.md", "1")
    look()
    write(tmp_path / "a.md", "2")
    look()
    (tmp_path / "sources").mkdir()
    (tmp_path / "a.md").rename(tmp_path / "sources" / "a.md")
    look()
    write(tmp_path / "b.md", "2")
    (tmp_path / "b.md").replace(tmp_path / "sources" / "a.md")
    look()
    (tmp_path / "sources" / "a.md").unlink()
    look()
    write(tmp_path / ".hidden", "1")

    assert all(one != other for one, other in pairwise(states))
    assert states[-1] == states[0] == state_of(tmp_path) == state_of(tmp_path / "none")


def until(met: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def documents(settings: Settings) -> set[str]:
    """The documents of the live generation."""
    return set(Manifest.read(live_folder(settings.index)).documents)


def watching(settings: Settings, said: Path) -> subprocess.Popen[bytes]:
    """Start ingest.py as a person does who wants it to go on; what it says goes to a file."""
    command = [sys.executable, "ingest.py", "--watch"]
    command += ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    with said.open("w") as file:
        return subprocess.Popen(command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_can_be_stopped(settings: Settings, tmp_path: Path, number: signal.Signals) -> None:
    """A signal ends it within five seconds while the encoder is at work, and nothing is published."""
    write_corpus(settings.corpus)
    said = tmp_path / "said"
    process = watching(settings, said)
    until(lambda: "Loading the encoder" in said.read_text())
    began = time.monotonic()

    process.send_signal(number)
    process.wait(timeout=20)

    assert time.monotonic() - began < 5
    assert process.returncode in (0, -signal.SIGALRM)
    assert "Traceback" not in said.read_text()
    assert not (settings.index / "current").exists()


_LOST = """
import os, signal, sys, time, ingest
class Left:
    def __del__(self): os.kill(os.getpid(), signal.SIGINT)
sys.unraisablehook = ingest._lost
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job behind others is begun without it
try:
    Left()
    time.sleep(20)
except KeyboardInterrupt:
    print("stopped")
"""


# As on a machine that is so busy that the signal is sent again before it has been seen to.
_SLOW = """
import threading, time
start = threading.Timer.start
def slowly(self): start(self); time.sleep(0.2)
threading.Timer.start = slowly
"""


@pytest.mark.parametrize("before", ["", _SLOW])
def test_a_stop_is_not_lost_while_an_object_is_cleared_away(before: str) -> None:
    """A signal whose interrupt Python drops, since it came in a destructor, stops the work all the same."""
    script = [sys.executable, "-c", before + _LOST]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, timeout=15)

    assert (done.stdout, done.stderr) == ("stopped\n", "")


def test_a_watched_corpus(allotment: Path, tmp_path: Path) -> None:
    """Changes are built one after the other, a broken file stops nothing, and a signal ends it at once."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    settings, said = settings_in(tmp_path), tmp_path / "said"
    process = watching(settings, said)
    try:
        until(lambda: said.read_text().count("Watching") == 1)
        assert said.read_text().splitlines()[1].startswith("Nothing has changed")

        (settings.corpus / "accounts-2021.md").unlink()
        (settings.corpus / "broken.docx").write_bytes(b"no document at all")
        until(lambda: said.read_text().count("Watching") == 2)
        assert documents(settings) == {"newsletter-2022", "rules-2019"}
        assert "Skipped broken.docx: " in said.read_text()

        shutil.rmtree(settings.corpus)
        until(lambda: "There is no corpus folder" in said.read_text())
        assert documents(settings) == {"newsletter-2022", "rules-2019"}
        with publish.one_writer(settings.index):  # nobody holds the lock between two builds
            pass

        settings.corpus.mkdir()
        (settings.corpus / "newsletter-2022.md").write_text(NEWSLETTER, encoding="utf-8")
        until(lambda: said.read_text().count("Watching") == 3)
        assert documents(settings) == {"newsletter-2022"}
    finally:
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)

    assert time.monotonic() - began < 5
    assert process.returncode == 0
    assert "Traceback" not in said.read_text()
    assert said.read_text().splitlines()[-1] == "Stopped watching. The index is whole."
