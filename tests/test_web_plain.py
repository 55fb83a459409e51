"""The pages beside the chat work without scripts, show nothing foreign as markup, and tell how it is."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.errors import ClaimInvalid, IndexUnreadable
from assistant.render import version_of
from assistant.settings import Settings
from assistant.types import DocumentInfo, Listed, Standing
from assistant.web.accuracy import last_measured
from assistant.web.measured import Measured
from assistant.web.plain import about_page, text_page
from assistant.web.routes import plain_pages, watching
from tests.chat_server import serving
from tests.fake_assistant import LIBRARY, FakeAssistant, span

PAGES = (
    "/check",
    "/check?claim=It+opens+for+9+hours.",
    "/compare",
    "/compare?topic=promises",
    "/answer",
    "/answer?q=Is+it+open%3F",
    "/about",
    "/privacy",
    "/accessibility",
    "/source/library-2024",
)
QUOTE = span("It closes on Sundays.")
_JARGON = (
    "corpus|index|retrieval|retrieve[sd]?|embeddings?|vectors?|tokens?|prompts?|query|queries|json|api|url|html"
    "|markup|null|none|session|generation|exception|error|traceback|boolean|string|backend|server"
)


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Speak to the pages of a scripted assistant, without the chat beside them."""
    assistant = Measured(FakeAssistant())
    app = FastAPI()
    app.include_router(plain_pages(assistant, Settings()))
    app.include_router(watching(assistant))
    with TestClient(app) as client:
        yield client


def source(client: TestClient, **asked: object) -> str:
    """The page of the library plan, asked for with these words in its address."""
    words = {name: str(value) for name, value in asked.items()}
    return client.get("/source/library-2024", params=words).text


def test_pages_are_reached_past_the_guard() -> None:
    """Every page that another one links to is served beside the chat, with its style."""
    with serving() as address, httpx.Client(base_url=address) as client:
        for path in (*PAGES, "/plain.css", "/metrics", "/healthz"):
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert answer.headers["x-frame-options"] == "DENY"
            for link in re.findall(r'href="(/[^"#?]*)', answer.text):
                assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_script_and_one_first_heading(client: TestClient, path: str) -> None:
    """A page works without scripts, names its language, and has one heading of the first rank."""
    page = client.get(path).text

    assert "<script" not in page
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1


def test_answer_is_shown_with_its_passages(client: TestClient) -> None:
    """A link to a question gives the answer, its markers, the passage, and a link into the document."""
    page = client.get("/answer", params={"q": "How long is the library open?"}).text

    assert 'href="#c-1"' in page
    assert 'id="c-1"' in page
    assert "<mark>48 hours a week</mark>" in page
    assert re.search(r'href="[^"]*source[^"]*quote"', page)


def test_question_is_shown_as_text(client: TestClient) -> None:
    """Markup in a question is text on the page, wherever the page repeats it."""
    page = client.get("/answer", params={"q": 'open <script>alert(1)</script>"><img src=x>'}).text

    assert "<script" not in page
    assert "<img" not in page


def test_question_that_cannot_be_read_is_a_bad_request(client: TestClient) -> None:
    """An over-long question gets one sentence and the status of a bad request."""
    answer = client.get("/answer", params={"q": "x" * 1_001})

    assert answer.status_code == 400
    assert "at most 1,000 characters" in answer.text


def test_answer_is_kept_by_nobody_on_the_way(client: TestClient) -> None:
    """A page with somebody's question is not for any cache."""
    assert client.get("/answer", params={"q": "open?"}).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("claim", "verdict"), [("It opens for 48 hours.", "Supported"), ("It opens for 9 hours.", "Contradicted")]
)
def test_statement_is_checked_on_a_page_of_its_own(client: TestClient, claim: str, verdict: str) -> None:
    """A statement gets its verdict as the heading, the reason, and the passage that decides."""
    page = client.get("/check", params={"claim": claim}).text

    assert f"<h1>{verdict}</h1>" in page
    assert "The plan gives 48 hours" in page
    assert "<mark>48 hours a week</mark>" in page


def test_topic_is_followed_on_a_page_of_its_own(client: TestClient) -> None:
    """A topic gets what each document says of it, the oldest first, and what became of its lists."""
    page = client.get("/compare", params={"topic": "<b>promises"}).text

    assert "&#60;b&#62;promises" in page
    assert page.index("Old Plan") < page.index("New in the list") < page.index("As it was")
    assert "See this in the document" in page


@pytest.mark.parametrize(("topic", "status"), [("the moon", 404), (" ", 200)])
def test_topic_that_nobody_speaks_of_is_told_so(client: TestClient, topic: str, status: int) -> None:
    """Where there is nothing to compare, one sentence says so, and the box is there again."""
    answer = client.get("/compare", params={"topic": topic})

    assert answer.status_code == status
    assert ("nothing in the documents" in answer.text) is (status == 404)
    assert 'name="topic"' in answer.text


@pytest.mark.parametrize(
    "address", ["/answer?q=Is+it+open%3F", "/check?claim=It+opens+for+9+hours.", "/compare?topic=promises"]
)
def test_answer_has_a_link_that_lasts(client: TestClient, address: str) -> None:
    """The link to an answer names its generation, and leads to the same answer while that is live."""
    page = client.get(address).text
    (link,) = re.findall(r'<a href="([^"]*generation[^"]*)">Link to this answer', page)
    again = client.get(unescape(link))

    assert "generation=gen-1" in unescape(link)
    assert again.text == page


@pytest.mark.parametrize(("address", "name"), [("/answer", "q"), ("/check", "claim"), ("/compare", "topic")])
def test_what_somebody_in_need_wrote_is_no_link(client: TestClient, address: str, name: str) -> None:
    """Whatever they typed into, somebody in need reads where to get help, and no link holds their words."""
    page = client.get(address, params={name: "Help!"}).text

    assert "tel:999" in page
    assert "Link to this answer" not in page


def test_link_of_other_documents_says_so(client: TestClient) -> None:
    """A link made of another generation shows the answer of now, and says that it may be another one."""
    same = client.get("/answer", params={"q": "Is it open?", "generation": "gen-20200101-1"}).text
    other = client.get("/answer", params={"q": "Is it open?", "generation": "gen-1-<b>2"}).text

    assert "documents have changed" not in same  # built anew of the same documents
    assert "documents have changed since this link was made" in other
    assert "<b>2" not in other


def test_statement_that_cannot_be_checked_is_a_bad_request(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no statement gets one sentence and the box again."""

    def refuse(_: FakeAssistant, claim: str) -> None:
        raise ClaimInvalid("That is a question.")

    monkeypatch.setattr(FakeAssistant, "check_claim", refuse)
    answer = client.get("/check", params={"claim": "Why?"})

    assert answer.status_code == 400
    assert "That is a question" in answer.text
    assert 'name="claim"' in answer.text


def test_quote_is_marked_in_its_document(client: TestClient) -> None:
    """The document is shown whole, with its page and its table, and the quote stands out in it."""
    page = source(client, start=QUOTE.start, end=QUOTE.end, version=version_of(LIBRARY))

    assert 'id="quote" tabindex="-1">It closes on Sundays&#46;</b>' in page
    assert '<p class="page">Page iii</p>' in page
    assert "<td>Harbour</td>" in page


@pytest.mark.parametrize(
    "asked",
    [
        {"start": QUOTE.start, "end": QUOTE.end, "version": "another"},
        {"start": 5, "end": 999_999},
        {"start": 9, "end": 3},
    ],
)
def test_quote_of_another_text_is_not_marked(client: TestClient, asked: dict[str, object]) -> None:
    """Where the document is no longer the one that was quoted, that is said, and nothing is marked."""
    page = source(client, **asked)

    assert 'id="quote"' not in page
    assert "has changed since it was quoted" in page


def test_unknown_document_is_told_in_a_sentence(client: TestClient) -> None:
    """A document that is not there is not found, in words."""
    answer = client.get("/source/nothing")

    assert answer.status_code == 404
    assert "no such document here" in answer.text


def test_withdrawn_document_is_told_with_its_day(client: TestClient) -> None:
    """An old link to a document that was withdrawn says what it was and since when it is gone."""
    answer = client.get("/source/leaflet")

    assert answer.status_code == 410
    assert "Leaflet was withdrawn on 31 May 2023." in unescape(answer.text)


class Replaced(FakeAssistant):
    """Knows a plan that stands in the place of its one document."""

    def catalogue(self) -> tuple[Listed, ...]:
        """List both."""
        newest = Listed(DocumentInfo("library-2030", "Plan of <2030>"), Standing.CURRENT)
        return Listed(LIBRARY.info, Standing.SUPERSEDED, "library-2030"), newest


def test_replaced_document_names_the_one_in_force(client: TestClient) -> None:
    """The page of a document that another one replaced names that one, and no other page does."""
    app = FastAPI()
    app.include_router(plain_pages(Measured(Replaced()), Settings()))

    page = TestClient(app).get("/source/library-2024").text

    assert "<2030>" not in page
    assert "A newer document replaces this one: Plan of <2030>." in unescape(page)
    assert "A newer document replaces this one" not in source(client)


def test_about_tells_the_documents_and_the_accuracy_last_measured(client: TestClient) -> None:
    """The page about the assistant names each document, and gives the figures of the last evaluation."""
    page = client.get("/about").text
    accuracy = last_measured()

    assert "Library &#60;Service&#62; Plan" in page
    assert accuracy is not None
    assert f"answered {accuracy.all_answerable[0]} of {accuracy.all_answerable[1]} rightly" in page


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2024-07-04", "is 2 years old"),
        ("2025-07", "is less than a year old"),
        ("2025-06", "is one year old"),
        ("2023", "is 2 years old"),
        ("2027", "is less than a year old"),
        ("last spring", "tells no date"),
        ("2023-13-99", "tells no date"),
        ("", "tells no date"),
    ],
)
def test_about_tells_how_old_the_newest_document_is(published: str, told: str) -> None:
    """Its age is in whole years, and where the date is cut short never more than it is."""

    class Dated(FakeAssistant):
        def documents(self) -> tuple[DocumentInfo, ...]:
            return (DocumentInfo("plan", "Plan", date=published), DocumentInfo("old", "Old", date=""))

    page = about_page(Dated(), None, date(2026, 7, 4), has_model=False)

    assert f"The newest of them, “Plan”, {told}." in unescape(page)


def test_pages_speak_plain_english(client: TestClient) -> None:
    """What our pages say themselves holds no word of those who build such things."""
    for path in PAGES:
        said = re.sub(r"<[^>]+>", " ", client.get(path).text).casefold()
        assert re.findall(rf"\b(?:{_JARGON})\b", said) == [], path


def test_the_pages_tell_of_a_language_model() -> None:
    """Where a model is chosen, the pages say that it writes and what it is sent; else that none does."""
    without, chosen = (
        about_page(FakeAssistant(), None, date(2026, 7, 4), has_model) for has_model in (False, True)
    )

    assert "No language model writes the answers." in without
    assert "Each of its sentences is checked" in chosen
    assert "They are not sent to anybody else." in text_page("privacy", "Privacy", False)
    assert "are sent to where that model runs" in text_page("privacy", "Privacy", True)


@pytest.mark.parametrize("held", [None, "", "{}", '{"editions-held": {"rates": {}}}'])
def test_accuracy_that_was_not_measured_is_not_told(tmp_path: Path, held: str | None) -> None:
    """Without a figure of an evaluation, none is given."""
    path = tmp_path / "accepted.json"
    if held is not None:
        path.write_text(held, encoding="utf-8")

    assert last_measured(path) is None


def test_accuracy_is_told_of_what_strangers_asked(tmp_path: Path) -> None:
    """Where fresh questions were asked, their figures are told, and not those of the held half."""
    same = {"all_unanswerable": [3, 4], "verbatim": [9, 9]}
    right = {"editions-held": [9, 10], "editions-fresh": [7, 10]}
    runs = {name: {"rates": same | {"all_answerable": share}} for name, share in right.items()}
    path = tmp_path / "accepted.json"
    path.write_text(json.dumps(runs), encoding="utf-8")

    accuracy = last_measured(path)

    assert accuracy is not None
    assert "answered 7 of 10 rightly" in accuracy.told()


def test_metrics_count_answers_and_hold_no_question(client: TestClient) -> None:
    """Answers are counted by status and time, and no word of a question is among the figures."""
    client.get("/answer", params={"q": "How long is the secretlibrary open?"})
    client.get("/answer", params={"q": "Who won?"})
    figures = client.get("/metrics").text

    assert 'answers_total{status="answered"} 1.0' in figures
    assert 'answers_total{status="not_in_documents"} 1.0' in figures
    assert "answer_seconds_count 2.0" in figures
    assert "secretlibrary" not in figures


def test_index_that_no_longer_answers_is_unhealthy(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A monitor is told when a known passage no longer finds itself, though the server still runs."""
    assert client.get("/healthz").json() == {"status": "ok", "generation": "gen-1", "documents": 1}

    def broken(_: FakeAssistant) -> None:
        raise IndexUnreadable("The index does not find a passage.")

    monkeypatch.setattr(FakeAssistant, "check", broken)
    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert json.loads(answer.text)["problem"] == "The index does not find a passage."
