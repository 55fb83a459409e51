"""Files that nobody vouches for: whatever is in them, one line says what is wrong, and the rest goes on."""

import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from pypdf import PdfReader, PdfWriter

from assistant.reading.corpus import read_corpus
from assistant.reading.formats import APART, READERS, Reading, Unreadable
from assistant.reading.sandbox import Limits, read_apart
from assistant.settings import ROOT
from tests.pdf_pages import compressed, draw, raw_pdf, text

SENTENCE = "The greenhouse is open to members on Sundays."
HELLO = b"BT /F 12 Tf 50 200 Td (The greenhouse is open.) Tj ET "


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    """A small PDF as it should be."""
    return draw(tmp_path / "leaflet.pdf", text(72, 200, SENTENCE, "Bring boots."), text(72, 200, "Page two."))


def written(path: Path, data: bytes) -> Path:
    """The file with these bytes."""
    path.write_bytes(data)
    return path


def test_a_good_file_is_read_apart(leaflet: Path) -> None:
    """What the child process reads comes back word for word."""
    assert SENTENCE in read_apart(leaflet).markdown


def test_only_text_is_trusted() -> None:
    """Every format but Markdown and plain text is read in a child process."""
    assert READERS.keys() - APART == {".md", ".txt"}


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: b"", "The file is empty."),
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: b"<html><body>Not found</body></html>", "is not a PDF"),
        (lambda data: b"\x89PNG\r\n\x1a\n" + bytes(200), "is not a PDF"),
    ],
    ids=["empty", "cut short", "a web page", "a picture"],
)
def test_what_is_no_pdf_is_one_line(leaflet: Path, spoil: Callable[[bytes], bytes], reason: str) -> None:
    """A file that is empty, cut short, or something else named like a PDF is refused in one sentence."""
    leaflet.write_bytes(spoil(leaflet.read_bytes()))

    with pytest.raises(Unreadable, match=reason) as refused:
        read_apart(leaflet)

    assert "\n" not in str(refused.value)


def test_a_password_is_asked_for_only_where_reading_needs_it(leaflet: Path) -> None:
    """A file that nobody can open without a password says so; one that only forbids changes is read."""
    for user, name in (("secret", "locked.pdf"), ("", "guarded.pdf")):
        writer = PdfWriter(clone_from=PdfReader(leaflet))
        writer.encrypt(user_password=user, owner_password="owner")  # noqa: S106  # made up for this test
        writer.write(leaflet.with_name(name))

    with pytest.raises(Unreadable, match="needs a password"):
        read_apart(leaflet.with_name("locked.pdf"))
    assert SENTENCE in read_apart(leaflet.with_name("guarded.pdf")).markdown


def test_bombs_go_off_elsewhere(tmp_path: Path) -> None:
    """Content that grows a thousandfold ends the child within its limits, and this process stays small."""
    bomb = written(tmp_path / "bomb.pdf", raw_pdf(compressed(b" ", 400_000_000)))
    many = written(tmp_path / "many.pdf", raw_pdf(compressed(HELLO, 3_000_000)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()

    with pytest.raises(Unreadable):
        read_apart(bomb, Limits(seconds=10, memory=700_000_000))
    with pytest.raises(Unreadable, match="too much time or memory"):
        read_apart(many, Limits(seconds=10, memory=700_000_000))

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kB
    assert time.monotonic() - began < 30


def test_time_is_up(tmp_path: Path) -> None:
    """Reading that takes longer than it may is broken off and said to be too costly."""
    slow = written(tmp_path / "slow.pdf", raw_pdf(compressed(HELLO, 3_000), pages=200))
    began = time.monotonic()

    with pytest.raises(Unreadable, match="too much time or memory"):
        read_apart(slow, Limits(seconds=1))

    assert time.monotonic() - began < 5


def test_too_many_pages_are_told(tmp_path: Path) -> None:
    """A file with more pages than can be read says how many it has, without reading them."""
    path = written(tmp_path / "long.pdf", raw_pdf(compressed(HELLO, 1), pages=2_001))

    with pytest.raises(Unreadable, match="has 2001 pages; split it into parts of at most 2000"):
        read_apart(path)


def test_a_false_count_of_pages_is_not_believed(tmp_path: Path) -> None:
    """A file that claims a billion pages is read for its one; a page tree that goes round is refused."""
    lying = written(tmp_path / "lying.pdf", raw_pdf(compressed(HELLO, 1), count=1_000_000_000))
    data = raw_pdf(compressed(HELLO, 1)).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")
    began = time.monotonic()

    assert "The greenhouse is open." in read_apart(lying).markdown
    with pytest.raises(Unreadable, match="damaged"):
        read_apart(written(tmp_path / "round.pdf", data))
    assert time.monotonic() - began < 5


def test_one_bad_file_never_stops_the_rest(leaflet: Path) -> None:
    """Beside a bad file the good ones are read, and the bad one is named with its reason."""
    (leaflet.parent / "bad.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (leaflet.parent / "rules.md").write_text("# Rules\n\nClose the gate.\n", encoding="utf-8")

    corpus = read_corpus(leaflet.parent)

    assert [document.info.id for document in corpus.documents] == ["leaflet", "rules"]
    assert [(item.path, "damaged" in item.reason) for item in corpus.skipped] == [("bad.pdf", True)]


def test_several_files_are_read_at_a_time(leaflet: Path) -> None:
    """Files are read beside each other where processors allow, and come in the order of their names."""
    for name in "abcdef":
        written(leaflet.with_name(f"{name}.pdf"), leaflet.read_bytes())
    together = min(2, os.cpu_count() or 1)
    begun = threading.Barrier(together)

    def read(path: Path) -> Reading:
        if path.stem in "ab":
            begun.wait(timeout=20)
            time.sleep(0.2 if path.stem == "a" else 0)
        if path.stem == "c":
            raise Unreadable("It is torn.")
        return Reading(f"# {path.stem}\n\nThe bed of {path.stem} is dug in May.\n")

    found = read_corpus(leaflet.parent, read=read)

    assert [document.info.id for document in found.documents] == ["a", "b", "d", "e", "f", "leaflet"]
    assert [item.path for item in found.skipped] == ["c.pdf"]


def test_a_child_ends_with_the_process_that_wanted_it(tmp_path: Path) -> None:
    """Who is killed leaves no child behind that goes on reading."""
    slow = written(tmp_path / "slow.pdf", raw_pdf(compressed(HELLO, 3_000_000)))
    code = (
        "import sys; from pathlib import Path; from assistant.reading.sandbox import read_apart; "
        "read_apart(Path(sys.argv[1]))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(slow)], cwd=ROOT)
    whole = psutil.Process(parent.pid)
    until = time.monotonic() + 20
    while not whole.children() and time.monotonic() < until:
        time.sleep(0.05)
    (child,) = whole.children()
    while child.cpu_times().user < 0.5 and time.monotonic() < until:  # it is at its work
        time.sleep(0.05)

    parent.kill()
    parent.wait()

    child.wait(timeout=10)


def test_a_file_of_which_a_large_part_is_missing_is_read_and_named(leaflet: Path) -> None:
    """A document of which many pages stay unread is in, and is told among what was left out."""
    gap = Reading("# Bulbs\n\nPlant them in May.\n", (), "3 of its 9 pages could not be read.")

    found = read_corpus(leaflet.parent, read=lambda path: gap)

    assert [document.info.id for document in found.documents] == ["leaflet"]
    assert [(item.path, item.reason) for item in found.skipped] == [("leaflet.pdf", gap.missing)]


@pytest.mark.faults
def test_mutated_files_are_read_or_refused(leaflet: Path) -> None:
    """Of copies with bytes changed at random, each is read with some text or refused with a reason."""
    chance = random.Random(4)  # noqa: S311  # the same copies at every run
    data = leaflet.read_bytes()
    copies = []
    for number in range(40):
        copy = bytearray(data)
        for _ in range(chance.choice((1, 4, 40))):
            copy[chance.randrange(len(copy))] = chance.randrange(256)
        copies.append(written(leaflet.with_name(f"copy-{number}.pdf"), bytes(copy)))

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(_read_or_refused, copies))

    assert all(item if isinstance(item, str) else _body(item) for item in found)
    assert sum(isinstance(item, Reading) for item in found) > 5


def _body(reading: Reading) -> str:
    return reading.markdown.split("---\n", 2)[2].strip()


def _read_or_refused(path: Path) -> Reading | str:
    try:
        return read_apart(path, Limits(seconds=10))
    except Unreadable as error:
        return str(error)
