"""Programs get the same answers as people, in the form of the contract."""

from collections.abc import Iterator

import httpx
import pytest

from assistant.render.comparison import ComparisonData
from assistant.render.data import AnswerData
from tests.chat_server import serving

CALLS = (
    "/api/ask", "/api/ask/stream", "/api/check", "/api/compare", "/api/conversation", "/api/search",
    "/api/documents",
)  # fmt: skip


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Speak to a running server as a program does."""
    with serving() as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def test_answer_has_the_form_of_the_contract(client: httpx.Client) -> None:
    """A question posted as JSON gets every field that `ask --json` prints, its quotes included."""
    answer = client.post("/api/ask", json={"turns": ["How long is the library open?"]}).json()

    assert set(answer) == set(AnswerData.__annotations__)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["quote"] == "The town library opens for 48 hours a week."


def test_last_turn_is_answered_after_the_earlier_ones(client: httpx.Client) -> None:
    """Earlier turns are asked first, so that a follow-up is understood."""
    answer = client.post("/api/ask", json={"turns": ["Is it open?", "And on Sundays?"]}).json()

    assert answer["question"] == "And on Sundays?"
    assert "Asked after: Is it open?" in answer["notes"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"turns": ["x" * 1_001]}, 400),
        ({"turns": [" "]}, 400),
        ({"turns": []}, 422),
        ({"turns": "open?"}, 422),
        ({"turns": ["open?"] * 21}, 422),
        ({}, 422),
        ({"turns": ["open?"], "question": "open?"}, 422),
    ],
)
def test_request_that_cannot_be_read_has_its_status(
    client: httpx.Client, body: dict[str, object], status: int
) -> None:
    """A question that cannot be read is a bad request, and so is one in another form."""
    assert client.post("/api/ask", json=body).status_code == status


def test_request_in_another_form_is_told_why_in_one_sentence(client: httpx.Client) -> None:
    """A field that a call does not know is named, rather than passed over, and so is one that is missing."""
    told = client.post("/api/ask", json={"question": "Is it open?"}).json()["detail"]

    assert told == (
        "/api/ask cannot use this (body.turns: Field required;"
        " body.question: Extra inputs are not permitted). What it takes is described at /api/openapi.json."
    )


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("It opens for 48 hours.", "supported"),
        ("It opens for 9 hours.", "contradicted"),
        ("It rains.", "not_found"),
    ],
)
def test_claim_gets_its_verdict_and_the_quotes_that_decide(
    client: httpx.Client, claim: str, verdict: str
) -> None:
    """A claim posted as JSON gets what `check --json` prints."""
    checked = client.post("/api/check", json={"claim": claim}).json()

    assert checked["verdict"] == verdict
    assert bool(checked["citations"]) == (verdict != "not_found")
    assert client.post("/api/check", json={"claim": " "}).status_code == 400


def test_a_topic_is_followed_as_on_the_command_line(client: httpx.Client) -> None:
    """A topic posted as JSON gets what `compare --json` prints; one that nothing speaks of is not found."""
    compared = client.post("/api/compare", json={"topic": "opening hours"}).json()
    unknown = client.post("/api/compare", json={"topic": "the moon"})

    assert set(compared) == set(ComparisonData.__annotations__)
    assert compared["said"][0]["citations"][0]["quote"]
    assert unknown.status_code == 404
    assert "I found nothing" in unknown.json()["detail"]


def test_search_gives_passages_with_their_place(client: httpx.Client) -> None:
    """A search gives passages without an answer, as many as were asked for, with section and page."""
    found = client.get("/api/search", params={"q": "opening hours", "n": 1}).json()

    assert [passage["section"] for passage in found] == [["Opening hours"]]
    assert found[0]["page_label"] == "iii"
    assert client.get("/api/search", params={"q": " "}).status_code == 400
    assert client.get("/api/search", params={"q": "open", "n": 51}).status_code == 422


def test_documents_are_listed(client: httpx.Client) -> None:
    """A program can ask which documents the answers come from."""
    assert [info["id"] for info in client.get("/api/documents").json()] == ["library-2024"]


@pytest.mark.parametrize(
    ("form", "holds"),
    [
        ("txt", "How long is the library open?\n\nThe town library opens for 48 hours a week. [1]"),
        ("md", "## How long is the library open?"),
        ("html", "<blockquote"),
        ("csv", "How long is the library open?,answered,"),
    ],
)
def test_conversation_is_kept_in_any_form_with_its_sources(
    client: httpx.Client, form: str, holds: str
) -> None:
    """Every turn of a conversation is in the file, with the quotes that it rests on."""
    turns = ["How long is the library open?", "And on open days?"]
    answer = client.post("/api/conversation", params={"form": form}, json={"turns": turns})

    assert answer.headers["content-disposition"].endswith(f'answers.{form}"')
    assert holds in answer.text
    assert "And on open days" in answer.text
    assert answer.text.count("48 hours a week") >= 2


@pytest.mark.parametrize(("form", "never"), [("html", "<script"), ("csv", "\n=1+1"), ("md", " <script")])
def test_conversation_that_is_kept_holds_no_markup_or_formula(
    client: httpx.Client, form: str, never: str
) -> None:
    """What somebody typed is text in the file too."""
    turns = ["=1+1 <script>open</script>"]
    answer = client.post("/api/conversation", params={"form": form}, json={"turns": turns})

    assert "1+1" in answer.text.replace("&#43;", "+")
    assert never not in answer.text


def test_openapi_describes_these_calls_and_no_others(client: httpx.Client) -> None:
    """The description names the calls for programs, with the fields of an answer, and nothing of the chat."""
    described = client.get("/api/openapi.json").json()

    assert set(described["paths"]) == set(CALLS)
    assert set(described["components"]["schemas"]["AnswerData"]["properties"]) == set(
        AnswerData.__annotations__
    )
