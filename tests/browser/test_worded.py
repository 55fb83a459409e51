"""An answer in a language model's words, as it grows in a real browser and for a program."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Visitor
from tests.chat_server import serving
from tests.model_server import ModelServer, Prompt, dripping, without_end

pytestmark = pytest.mark.browser

QUESTION = "Who chairs the committee?"
FIRST = "The committee is chaired by Priya Nair."
SECOND = "According to the newsletter, Priya Nair chairs the committee."
WRONG = "Priya Nair chairs the committee since 1999."


@dataclass
class Words:
    """A model that says one proven sentence, a wrong one, and then what a test tells it to."""

    rest: str = "second"
    go_on: threading.Event = field(default_factory=threading.Event)

    def __call__(self, prompt: Prompt) -> Iterator[str]:
        """Reply, and after the first sentences wait until the reader is to see more."""
        key = prompt.key_of("Priya Nair chairs")
        yield f"{FIRST} [{key}]\n{WRONG} [{key}]\n"
        if self.rest == "drips":
            yield from dripping("The committee " * 50, 0.5)
        if self.rest == "never ends":
            yield from without_end("")
        self.go_on.wait(20)
        yield f"{SECOND} [{key}]"


@dataclass
class Served:
    """A chat whose answers a model words."""

    address: str
    words: Words
    model: ModelServer

    def saying(self, rest: str) -> None:
        """Have the model go on so after its first sentence."""
        self.words.rest = rest
        self.words.go_on.clear()
        self.model.left.clear()


@pytest.fixture(scope="module")
def worded(allotment: Path) -> Iterator[Served]:
    """Serve the allotment society's documents with a model on loopback."""
    command = ["-c", "from assistant.cli import main; main()", "serve", "--port", "0"]
    folders = ["--corpus", str(allotment / "corpus"), "--index", str(allotment / "index")]
    words = Words()
    with ModelServer(words) as model, pytest.MonkeyPatch.context() as environment:
        environment.setenv("ASSISTANT_MODEL", "openai:fake")
        environment.setenv("ASSISTANT_MODEL_URL", model.url)
        environment.setenv("ASSISTANT_MODEL_WAIT", "10")
        with serving([*command, *folders]) as address:
            yield Served(address, words, model)


def test_a_proven_sentence_is_shown_before_the_next_one_is_there(
    context: BrowserContext, worded: Served
) -> None:
    """Each sentence is shown with its passage as soon as it is proven, a wrong one never."""
    worded.saying("second")
    visitor = Visitor(context.new_page(), worded.address)
    visitor.ask(QUESTION)

    expect(visitor.answers).to_contain_text(FIRST)
    expect(visitor.answers).to_contain_text("more may come")
    expect(visitor.answers).not_to_contain_text(SECOND)
    expect(visitor.passages).to_contain_text("Priya Nair chairs the committee.")
    visitor.keep("worded-so-far")
    worded.words.go_on.set()
    expect(visitor.answers).to_contain_text(SECOND)
    expect(visitor.answers).to_contain_text("A language model put this into words.")
    expect(visitor.answers).to_have_count(1)
    expect(visitor.page.locator("body")).not_to_contain_text("1999")
    assert visitor.elsewhere() == []
    assert visitor.complaints == []


def test_a_question_sent_while_an_answer_grows_is_asked_after_it(
    context: BrowserContext, worded: Served
) -> None:
    """Who presses Enter while an answer still grows is answered after it, and no question is lost."""
    worded.saying("second")
    visitor = Visitor(context.new_page(), worded.address)
    visitor.ask(QUESTION)
    visitor.box.fill("What is the rent?")
    visitor.box.press("Enter")
    expect(visitor.answers).to_have_count(1)
    worded.words.go_on.set()

    expect(visitor.answers).to_have_count(2)
    expect(visitor.answers.first).to_contain_text(SECOND)
    expect(visitor.page.locator("#conversation .user").last).to_contain_text("What is the rent?")
    expect(visitor.box).to_have_value("")


def test_who_presses_twice_asks_once(context: BrowserContext, worded: Served) -> None:
    """A second press of Ask before the answer is there asks nothing more."""
    worded.saying("second")
    visitor = Visitor(context.new_page(), worded.address)
    visitor.box.fill(QUESTION)
    visitor.page.get_by_role("button", name="Ask", exact=True).dblclick()
    expect(visitor.answers).to_contain_text(FIRST)
    worded.words.go_on.set()
    expect(visitor.answers).to_contain_text(SECOND)
    visitor.ask("What is the rent?")

    expect(visitor.page.locator("#conversation .user")).to_have_count(2)


@pytest.mark.parametrize("rest", ["drips", "never ends"])
def test_who_closes_the_page_ends_the_call(context: BrowserContext, worded: Served, rest: str) -> None:
    """When the page is closed, the model's server hears it, long before the time of the answer is over."""
    worded.saying(rest)
    visitor = Visitor(context.new_page(), worded.address)
    visitor.ask(QUESTION)
    visitor.page.close()

    assert worded.model.left.wait(8)


def test_a_new_conversation_ends_the_call(context: BrowserContext, worded: Served) -> None:
    """Who begins anew while an answer grows sees nothing more of it, and its call ends."""
    worded.saying("drips")
    visitor = Visitor(context.new_page(), worded.address)
    visitor.ask(QUESTION)
    visitor.page.get_by_role("button", name="New conversation").click()

    expect(visitor.answers).to_have_count(0)
    assert worded.model.left.wait(8)
    expect(visitor.answers).to_have_count(0)


def test_nobody_waits_for_the_answers_of_others(context: BrowserContext, worded: Served) -> None:
    """While the answers of two visitors grow, a third one gets the first sentence of theirs."""
    worded.saying("second")
    visitors = [Visitor(context.new_page(), worded.address) for _ in range(3)]
    for visitor in visitors:
        visitor.ask(QUESTION)

    expect(visitors[-1].answers).to_contain_text(FIRST)
    worded.words.go_on.set()
    for visitor in visitors:
        expect(visitor.answers).to_contain_text(SECOND)


def test_a_program_reads_the_answer_line_by_line(worded: Served) -> None:
    """A program gets a line for each proven sentence, as it comes, and the whole answer as the last."""
    worded.saying("second")
    with httpx.stream(
        "POST", f"{worded.address}/api/ask/stream", json={"turns": [QUESTION]}, timeout=30
    ) as response:
        lines = response.iter_lines()
        first = json.loads(next(lines))
        worded.words.go_on.set()
        *_, last = map(json.loads, lines)

    assert response.headers["content-type"] == "application/x-ndjson"
    assert [first["model"]["outcome"], last["model"]["outcome"]] == ["wording", "worded"]
    assert FIRST in first["text"]
    assert SECOND not in first["text"]
    assert SECOND in last["text"]
    assert "1999" not in json.dumps([first, last])


@pytest.mark.parametrize("address", ["/api/ask/stream", "/api/ask", "/api/conversation", "/answer"])
def test_a_program_that_goes_ends_the_call(worded: Served, address: str) -> None:
    """Whoever closes the connection while an answer is worded ends the call."""
    worded.saying("drips")
    asked = {"params": {"q": QUESTION}} if address == "/answer" else {"json": {"turns": [QUESTION]}}
    began = time.monotonic()
    with pytest.raises(httpx.ReadTimeout):
        httpx.request(
            "GET" if address == "/answer" else "POST", f"{worded.address}{address}", timeout=1, **asked
        )

    assert worded.model.left.wait(8)
    assert time.monotonic() - began < 12
