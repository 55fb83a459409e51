"""Below an answer without scripts it can be said whether it helped, where that is wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.feedback import MAX_REASON, read
from assistant.settings import Settings
from assistant.web.measured import Measured
from assistant.web.routes import plain_pages
from tests.fake_assistant import FakeAssistant

OPEN = "When is it open?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where what visitors say is kept."""
    return tmp_path / "said.jsonl"


@pytest.fixture
def client(file: Path) -> Iterator[TestClient]:
    """Speak to the pages of a scripted assistant that asks for opinions."""
    app = FastAPI()
    app.include_router(plain_pages(Measured(FakeAssistant()), Settings(feedback=file)))
    with TestClient(app) as client:
        yield client


def send(client: TestClient, site: str = "same-origin", **changed: str) -> tuple[int, str]:
    """Send the form below an answer; gives the status and the page."""
    fields = {"q": OPEN, "generation": "gen-1", "helped": "no", "reason": "It is open on Sunday"} | changed
    answer = client.post("/opinion", data=fields, headers={"sec-fetch-site": site})
    return answer.status_code, answer.text


def test_what_is_wrong_is_kept_with_its_answer(client: TestClient, file: Path) -> None:
    """A reason sent from below an answer is kept with question and answer, and the page thanks."""
    page = client.get("/answer", params={"q": OPEN}).text
    status, said = send(client, reason="No. Mail me at a.person@example.org")

    assert page.count('action="/opinion"') == 2
    assert 'name="generation" value="gen-1"' in page
    assert (status, "That was kept" in said) == (200, True)
    (kept,) = read(file)
    assert (kept.turns, kept.helped) == ((OPEN,), False)
    assert "a.person" not in kept.reason


def test_what_helped_needs_no_reason(client: TestClient, file: Path) -> None:
    """Whoever says that it helped gives no reason, and a reason is never longer than the box takes."""
    assert send(client, helped="yes")[0] == 200
    assert send(client, reason="x" * 2 * MAX_REASON)[0] == 200

    assert [(kept.helped, len(kept.reason)) for kept in read(file)] == [(True, 0), (False, MAX_REASON)]


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"site": "cross-site"}, 403, "another site"),
        ({"generation": "gen-0"}, 409, "have changed"),
        ({"q": "Help!"}, 400, "Nothing was kept"),
    ],
)
def test_nothing_else_is_kept(
    client: TestClient, file: Path, changed: dict[str, str], status: int, words: str
) -> None:
    """Not from another site, not of an answer that is another now, and never of somebody in need."""
    found, said = send(client, **changed)

    assert (found, words in said) == (status, True)
    assert not file.exists()


def test_a_file_that_takes_nothing_is_told(client: TestClient, file: Path) -> None:
    """Where nothing can be kept, the page says so and thanks nobody."""
    file.mkdir()
    status, said = send(client)

    assert (status, "could not be kept" in said, "Thank you" in said) == (503, True, False)


def test_nobody_is_asked_for_an_opinion_otherwise(client: TestClient) -> None:
    """Nobody in need is asked, and nobody at all where feedback is switched off."""
    app = FastAPI()
    app.include_router(plain_pages(Measured(FakeAssistant()), Settings()))
    with TestClient(app) as without:
        assert "/opinion" not in without.get("/answer", params={"q": OPEN}).text
        assert without.post("/opinion", data={"q": OPEN}).status_code == 404

    assert "/opinion" not in client.get("/answer", params={"q": "Help!"}).text
