"""A paper sent through the form is checked and shown, and nothing of it is kept."""

import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.check.paper import Progress, unheard
from assistant.settings import Settings
from assistant.types import CheckedPaper
from assistant.web.guard import MAX_PAPER
from assistant.web.measured import Measured
from assistant.web.papers import MOST_CHARS, safe_name
from assistant.web.routes import plain_pages
from tests.chat_server import serving
from tests.fake_assistant import FakeAssistant

PAPER = b"# A note\n\nIt opens for 9 hours. It opens for 48 hours. <script>It has</script> a garden.\n"


class Shown(NamedTuple):
    """What a browser gets."""

    status_code: int
    text: str
    caching: str


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Speak to the pages of a scripted assistant, which keep temporary files in a folder of their own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    app = FastAPI()
    app.include_router(plain_pages(Measured(FakeAssistant()), Settings()))
    with TestClient(app) as client:
        yield client


def send(
    client: TestClient, content: bytes = PAPER, name: str = "note.md", site: str = "same-origin"
) -> Shown:
    """Send a paper as the form does, from a page of this site or another."""
    answer = client.post("/check", files={"paper": (name, content)}, headers={"sec-fetch-site": site})
    return Shown(answer.status_code, answer.text, answer.headers["cache-control"])


def test_a_paper_is_shown_with_what_the_documents_say(client: TestClient) -> None:
    """The report has the counts, the paper with its marks, the passages with links, and the form again."""
    answer = send(client)

    assert answer.status_code == 200
    assert answer.caching == "no-store"
    assert "<h1>note&#46;md</h1>" in answer.text
    assert '<span class="contradicted">It opens for 9 hours&#46;</span>' in answer.text
    assert "See this in the document" in answer.text
    assert 'enctype="multipart/form-data"' in answer.text


def test_nothing_of_a_paper_runs_or_is_kept(client: TestClient, tmp_path: Path) -> None:
    """Tags in a paper are text on the page, and no file is left behind, of a good paper or a bad one."""
    pages = [send(client).text, send(client, b"\xff\xfe", "bad.docx").text]

    assert "<script" not in "".join(pages)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "name", "words", "status"),
    [
        (b"", "empty.md", "empty", 400),
        (b"%PDF-1.4 nothing", "torn.pdf", "damaged", 400),
        (b"\x89PNG", "picture.png", "save it as one of", 400),
        (b"It is open. " * 7_000, "long.txt", f"the limit is {MOST_CHARS:,}", 400),
        (b"x" * (MAX_PAPER + 1), "huge.txt", "larger than 5 MB", 413),
        (PAPER, "", "choose", 400),
    ],
)
def test_a_paper_that_cannot_be_checked_is_told_so(
    client: TestClient, content: bytes, name: str, words: str, status: int
) -> None:
    """What is empty, damaged, too large or no paper gets one sentence and the form again."""
    answer = send(client, content, name) if name else client.post("/check")

    assert answer.status_code == status
    assert words in answer.text.replace("&#44;", ",")
    assert 'id="paper"' in answer.text


def test_a_form_of_another_site_is_refused(client: TestClient) -> None:
    """A page elsewhere cannot have its visitors' browsers send papers here."""
    assert send(client, site="cross-site").status_code == 403
    assert send(client, site="none").status_code == 200


def test_only_two_papers_are_checked_at_a_time(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who comes third is asked to come back, and one later is served again."""
    working, go_on = threading.Semaphore(0), threading.Event()
    real = FakeAssistant.check_paper

    def slow(
        self: FakeAssistant, path: Path, progress: Progress = unheard, most_chars: int = 0
    ) -> CheckedPaper:
        working.release()
        go_on.wait(30)
        return real(self, path, progress, most_chars)

    monkeypatch.setattr(FakeAssistant, "check_paper", slow)
    others = [threading.Thread(target=send, args=(client,)) for _ in range(2)]
    for other in others:
        other.start()
        assert working.acquire(timeout=30)
    third = send(client)
    go_on.set()
    for other in others:
        other.join()

    assert third.status_code == 503
    assert "try again" in third.text
    assert send(client).status_code == 200


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.md", "passwd.md"),
        ("..\\..\\evil.docx", "evil.docx"),
        ("...md", "md"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ("x" * 400 + ".odt", "x" * 80 + ".odt"),
        ("/", "paper"),
        ("a\0b\n.txt", "a_b_.txt"),
    ],
)
def test_a_file_name_leads_nowhere_else(name: str, safe: str) -> None:
    """Whatever a browser calls its file, it is one plain name with the same ending."""
    assert safe_name(name) == safe


def test_a_paper_passes_the_guard_and_nothing_larger_does() -> None:
    """Through the whole server a paper is checked, and a body that is larger than any is refused early."""
    with serving() as address, httpx.Client(base_url=address, timeout=60) as client:
        report = client.post("/check", files={"paper": ("note.md", PAPER)})
        large = client.post("/check", content=b"x" * (MAX_PAPER + 100_000))

    assert "It opens for 9 hours" in report.text
    assert report.headers["x-frame-options"] == "DENY"
    assert large.status_code == 413
