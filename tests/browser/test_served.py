"""The whole way in a real browser: from a corpus, through the serve command, to a proven answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Visitor
from tests.chat_server import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def allotment_chat(allotment: Path) -> Iterator[str]:
    """Serve the allotment society's documents with the command that people use; gives the address."""
    command = ["-c", "from assistant.cli import main; main()", "serve", "--port", "0"]
    folders = ["--corpus", str(allotment / "corpus"), "--index", str(allotment / "index")]
    with serving([*command, *folders]) as address:
        yield address


def test_serve_answers_from_the_corpus(context: BrowserContext, allotment_chat: str) -> None:
    """A question about a corpus gets its answer, and beside it the passage from the corpus."""
    visitor = Visitor(context.new_page(), allotment_chat)
    visitor.ask("Who chairs the committee?")

    expect(visitor.answers).to_contain_text("Priya Nair")
    expect(visitor.answers).to_contain_text("[1]")
    expect(visitor.passages.locator("cite").first).to_contain_text("Newsletter of the Meadow Lane")
    expect(visitor.passages).to_contain_text("Priya Nair chairs the committee.")
    expect(visitor.page.locator("#introduction")).to_contain_text("June 2022")
    assert visitor.elsewhere() == []


def test_examples_come_from_the_corpus_and_have_answers(context: BrowserContext, allotment_chat: str) -> None:
    """Each example that the page offers gets an answer with a passage."""
    visitor = Visitor(context.new_page(), allotment_chat)
    examples = visitor.page.locator("#asks button:visible").all_inner_texts()
    assert examples
    for number, example in enumerate(examples):
        visitor.ask(example)
        expect(visitor.answers.nth(number).locator("a.cite").first).to_be_visible()
