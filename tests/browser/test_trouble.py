"""What a visitor sees when the chat is switched off, or its server ends, while a page is open."""

import socket
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.chat_server import process

pytestmark = pytest.mark.browser

CALL_FOR_HELP = "If you are in danger now, call 999."


def served(port: int) -> tuple[str, str]:
    """The command that serves the scripted assistant at one port, also a second time."""
    lines = (
        "from assistant.settings import Settings",
        "from assistant.web import run",
        "from tests.fake_assistant import FakeAssistant",
        f"run(FakeAssistant(), Settings(port={port}))",
    )
    return "-c", "; ".join(lines)


def ask(page: Page, question: str) -> None:
    """Type a question and press Enter, whatever comes of it."""
    box = page.get_by_label("Your question")
    box.fill(question)
    box.press("Enter")


def test_an_open_page_says_that_the_chat_is_switched_off(
    context: BrowserContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An open page says that the chat is off and whom to call, and keeps what stands there."""
    monkeypatch.setenv("ASSISTANT_INDEX", str(tmp_path))
    page = context.new_page()
    with process() as (_, address):
        page.goto(address)
        ask(page, "Help!")
        expect(page.locator("#conversation .said")).to_contain_text(CALL_FOR_HELP)
        assert page.locator("#conversation .said a.call").get_attribute("href") == "tel:999"
        (tmp_path / "off").touch()
        ask(page, "When does the library open?")
        expect(page.locator("#kept")).to_contain_text("The chat is switched off")
        expect(page.locator("#kept")).to_contain_text("If you are in danger, call 999.")
        expect(page.locator("#kept [role=status]")).to_be_in_viewport()
        expect(page.locator("#conversation .said")).to_be_visible()
        expect(page.locator("#conversation .error")).not_to_be_visible()
        assert Axe().run(page).response["violations"] == []
        page.get_by_role("button", name="Copy with sources").click()
        expect(page.locator("#kept")).to_contain_text("switched off")
        (tmp_path / "off").unlink()
        page.get_by_role("button", name="Ask", exact=True).click()

        expect(page.locator("#conversation .said")).to_have_count(2)


def test_an_open_page_goes_on_when_its_server_is_back(context: BrowserContext) -> None:
    """A page whose server ended says so, and begins anew by itself as soon as it is there again."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    page = context.new_page()
    with process(served(port)) as (server, address):
        page.goto(address)
        ask(page, "When does the library open?")
        expect(page.locator("#conversation .said")).to_have_count(1)
        server.terminate()
        server.wait()
    ask(page, "And on Sunday?")
    expect(page.locator("#kept")).to_contain_text("The connection to the chat was lost.")
    expect(page.locator("#kept")).to_contain_text("call 999")
    with process(served(port)):
        expect(page.locator("#conversation .said")).to_have_count(0, timeout=15_000)
        ask(page, "When does the library open?")

        expect(page.locator("#conversation .said")).to_have_count(1)


def test_an_address_with_nothing_leads_on(chat: str) -> None:
    """Whoever opens an address where nothing is reads so on a page with links; a program gets three words."""
    with httpx.Client(base_url=chat) as client:
        read = client.get("/nothing-here", headers={"accept": "text/html"})
        asked = client.get("/nothing-here")

    assert (read.status_code, asked.status_code) == (404, 404)
    assert 'href="/answer"' in read.text
    assert "frame-ancestors 'none'" in read.headers["content-security-policy"]
    assert asked.text == "Not found."
