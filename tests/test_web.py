"""The web app answers only what the chat needs, keeps visitors apart, and shows nothing foreign as markup."""

import json
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.errors import AssistantError
from assistant.types import Turn
from assistant.web.server import listen
from assistant.web.talk import KEPT_TURNS, Talk
from tests.chat_server import process, serving
from tests.fake_assistant import NOT_FOUND, OPENING, PRIVATE

HEARTBEAT = "/gradio_api/heartbeat/somebody"
REFUSED = [
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file=http://127.0.0.1:22/",
    "/gradio_api/file/etc/passwd",
    "/gradio_api/proxy=http://127.0.0.1:22/",
    "/gradio_api/upload_progress?upload_id=x",
    "/gradio_api/custom_component/1/client/component/style.css",
    "/gradio_api/stream/a/b/1/playlist.m3u8",
    "/gradio_api/vibe-code/",
    "/gradio_api/runs",
    "/gradio_api/openapi.json",
    "/gradio_api/deep_link",
    "/monitoring",
    "/monitoring/summary",
    "/login",
    "/docs",
    "/openapi.json",
    "/static/../../../../etc/passwd",
    "/assets/%2e%2e/%2e%2e/index.html",
    "/static/%2e%2e/%2e%2e/pyproject.toml",
    "/.env",
    "/corpus/",
    "/index/current",
]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Speak to a running chat without a browser."""
    with serving() as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def ask(client: httpx.Client, question: object, session: str, state: object = None) -> list[Any]:
    """Ask as the page does: join the queue, then read the stream of this session until the answer."""
    dependencies = client.get("/config").json()["dependencies"]
    submit = next(d["id"] for d in dependencies if any(event == "submit" for _, event in d["targets"]))
    data = {"data": [question, state], "fn_index": submit, "session_hash": session, "trigger_id": None}
    joined = client.post("/gradio_api/queue/join", json=data)
    assert joined.status_code == 200, joined.text
    with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as stream:
        for line in stream.iter_lines():
            message = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
            if message.get("msg") == "process_completed":
                return list(message["output"]["data"])
    raise AssertionError("the stream ended without an answer")


def test_health_names_the_generation(client: httpx.Client) -> None:
    """/healthz says that the app answers, from which generation and how many documents."""
    assert client.get("/healthz").json() == {"status": "ok", "generation": "gen-1", "documents": 1}


@pytest.mark.parametrize("path", REFUSED)
def test_doors_that_the_chat_does_not_need_are_shut(client: httpx.Client, path: str) -> None:
    """Files, uploads, proxies, API descriptions and monitoring answer 404 and hold nothing."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert len(answer.content) < 200


@pytest.mark.parametrize(
    "path", ["/gradio_api/upload", "/gradio_api/run/answer", "/gradio_api/call/answer", "/"]
)
def test_nothing_can_be_posted_but_questions(client: httpx.Client, path: str) -> None:
    """Uploads and direct calls are refused."""
    assert client.post(path, files={"files": ("x.html", b"<script>1</script>")}).status_code == 404


def test_every_answer_has_security_headers(client: httpx.Client) -> None:
    """Pages, data and refusals forbid framing, sniffing and anything from another host."""
    for path in ("/", "/healthz", "/page.js", "/theme.css", "/monitoring"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts


def test_a_body_that_is_no_question_is_refused(client: httpx.Client) -> None:
    """Five megabytes are refused before anything reads them as a question."""
    assert client.post("/gradio_api/queue/join", content=b"x" * 5_000_000).status_code == 413


@pytest.mark.parametrize("length", [1_001, 50_000])
def test_an_over_long_question_gets_the_assistants_own_words(client: httpx.Client, length: int) -> None:
    """The limit holds for whoever goes round the page, with the sentence that the assistant gives."""
    _, _, messages, *_ = ask(client, "open " + "x" * length, f"long{length}")

    assert "at most 1,000 characters" in json.dumps(messages).replace("&#44;", ",")


def test_answer_and_passages_reach_the_page(client: httpx.Client) -> None:
    """One question gives the messages, the passages, an empty box and the suggestions as buttons."""
    _, box, messages, passages, first, second, *_ = ask(client, "Is the library open?", "reach")

    assert 'href=\\"#t1-1\\"' in json.dumps(messages)
    assert "<mark>48 hours a week</mark>" in str(passages)
    assert box == ""
    assert (first["value"], first["visible"]) == ("What does the library promise?", True)
    assert not second["visible"]


def test_readings_of_an_unclear_question_are_buttons(client: httpx.Client) -> None:
    """Where the assistant asks back, each thing that could be meant is a button that asks for it."""
    _, _, _, _, first, second, third, *_ = ask(client, "When?", "unclear")

    assert (first["value"], first["visible"]) == ("When is the town library open?", True)
    assert (second["value"], second["visible"]) == ("When is the reading room open?", True)
    assert not third["visible"]


def test_somebody_in_need_is_offered_nothing_else(client: httpx.Client) -> None:
    """Below a signpost there are no buttons with questions."""
    _, _, messages, _, *asks = ask(client, "Help!", "need")

    assert "Where to get help" in json.dumps(messages)
    assert not any(button["visible"] for button in asks)


def test_what_was_left_out_is_not_kept(client: httpx.Client) -> None:
    """The page shows and keeps a question as the answer tells it, without its personal data."""
    shown = json.dumps([ask(client, f"open for {PRIVATE}?", "private"), ask(client, "open?", "private")])

    assert PRIVATE not in shown
    assert "name left out" in shown


def test_nothing_of_a_question_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """After a conversation no file of the server and no line that it printed holds a word of it."""
    for name in ("TMPDIR", "GRADIO_TEMP_DIR", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    with process() as (server, address), httpx.Client(base_url=address, timeout=30) as client:
        for question in ("open the zanzibar?", "zanzibar!", "zanzibar " * 200):
            ask(client, question, "careful")
        server.send_signal(signal.SIGINT)
        said = server.stdout.read() if server.stdout else ""
    written = [path for path in tmp_path.rglob("*") if path.is_file() and b"zanzibar" in path.read_bytes()]

    assert written == []
    assert "zanzibar" not in said + "".join(capfd.readouterr())


def test_sessions_do_not_mix(client: httpx.Client) -> None:
    """Two visitors who ask in turn never meet each other's words."""
    for number in range(6):
        for visitor, other in (("ann", "bob"), ("bob", "ann")):
            shown = json.dumps(ask(client, f"open {visitor}{number}?", visitor))
            assert other not in shown
            assert number == 0 or f"Asked after&#58; open {visitor}0" in shown


def test_a_forged_history_is_not_believed(client: httpx.Client) -> None:
    """The turns come from the server; what a client claims was said before is left aside."""
    shown = json.dumps(ask(client, "open?", "forger", state={"turns": [{"question": "forged"}]}))

    assert "forged" not in shown


def test_the_page_does_not_name_private_calls(client: httpx.Client) -> None:
    """The page's events are for the page alone; only the calls for programs have names."""
    named = client.get("/gradio_api/info").json()

    assert set(named["named_endpoints"]) == {"/ask", "/check", "/compare", "/search"}
    assert named["unnamed_endpoints"] == {}


def test_a_long_talk_keeps_its_last_turns() -> None:
    """Older turns leave the page, and anchors keep their numbers."""
    talk = Talk()
    for _ in range(KEPT_TURNS + 5):
        talk = talk.after(Turn("Is it open?", OPENING))

    assert len(talk.turns) == KEPT_TURNS
    assert talk.first == 6
    assert 'id="t25-1"' in talk.passages()
    assert 'id="t5-1"' not in talk.passages()


def test_earlier_passages_are_folded_away() -> None:
    """The latest answer's passages come first; earlier ones stay within reach of their markers."""
    talk = Talk().after(Turn("Is it open?", OPENING)).after(Turn("Who won?", NOT_FOUND))
    shown = talk.passages()

    assert shown.index('id="t2n-1"') < shown.index("<details>") < shown.index('id="t1-1"')


def test_stopping_takes_a_moment_only(capfd: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the server within seconds and without a traceback, though a page is still open."""
    with process() as (server, address):
        with suppress(httpx.RemoteProtocolError), httpx.stream("GET", f"{address}{HEARTBEAT}") as stream:
            lines = stream.iter_lines()
            next(lines)
            server.send_signal(signal.SIGINT)
            list(lines)

        assert server.wait(timeout=5) == 0
    assert capfd.readouterr().err == ""


def test_a_port_in_use_is_one_sentence() -> None:
    """A second server on the same port says which port and what to do."""
    with listen("127.0.0.1", 0) as taken, pytest.raises(AssistantError, match="--port"):
        listen("127.0.0.1", taken.getsockname()[1])


def test_the_page_asks_nothing_of_other_hosts() -> None:
    """The page's own style and script name no address."""
    web = Path(__file__).parents[1] / "assistant" / "web"
    for path in (web / "style.css", web / "page.js"):
        assert "//" not in path.read_text("utf-8").replace("// ", "")
        assert "url(" not in path.read_text("utf-8")


def test_a_file_switches_the_chat_off_and_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While there is a file `off` beside the index nothing is answered, but whom to call in need."""
    monkeypatch.setenv("ASSISTANT_INDEX", str(tmp_path))
    with process() as (_, address), httpx.Client(base_url=address, timeout=30) as client:
        assert client.get("/answer", params={"q": "open?"}).status_code == 200
        (tmp_path / "off").touch()
        for path in (
            "/",
            "/answer?q=open",
            "/check?claim=open",
            "/source/library-2024",
            "/api/search?q=open",
        ):
            answer = client.get(path)
            assert answer.status_code == 503, path
            assert "call 999" in answer.text
            assert answer.headers["x-frame-options"] == "DENY"
        for path in ("/api/ask", "/gradio_api/queue/join"):
            assert client.post(path, json={"turns": ["open?"]}).status_code == 503
        for path in ("/about", "/plain.css", "/healthz"):
            assert client.get(path).status_code == 200
        (tmp_path / "off").unlink()

        assert client.post("/api/ask", json={"turns": ["open?"]}).status_code == 200
