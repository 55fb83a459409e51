"""A real Chromium, which loads nothing from any other host than the chat's own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from tests.chat_server import ROOT, serving
from tests.chromium import NoChromium, launch

SCREENSHOTS = ROOT / "build" / "screenshots"


@dataclass
class Visitor:
    """One person's browser at the chat, with all that it asked of the network and complained about."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.goto(self.address)
        self.box.wait_for()

    @property
    def box(self) -> Locator:
        """Find the box for a question by its label."""
        return self.page.get_by_label("Your question")

    @property
    def passages(self) -> Locator:
        """Find the panel of passages."""
        return self.page.locator("#passages")

    @property
    def answers(self) -> Locator:
        """Find the answers given so far."""
        return self.page.locator("#conversation .said")

    def ask(self, question: str) -> None:
        """Type a question, press Enter and wait for one more answer."""
        before = self.answers.count()
        self.box.fill(question)
        self.box.press("Enter")
        self.answers.nth(before).wait_for()

    def keep(self, name: str) -> Path:
        """Keep a picture of the page under build/screenshots/."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path)
        return path

    def elsewhere(self) -> list[str]:
        """List the requests that went to another host."""
        here = urlsplit(self.address).netloc
        return [url for url in self.requests if not url.startswith("data:") and urlsplit(url).netloc != here]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; a machine without one fails, never skips."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except NoChromium as missing:
            pytest.fail(str(missing))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chat() -> Iterator[str]:
    """Serve the chat of the scripted assistant; gives its address."""
    with serving() as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser profile of its own, as wide as a desk's screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def visitor(context: BrowserContext, chat: str) -> Iterator[Visitor]:
    """Open the chat, and check at the end that nothing went elsewhere or went wrong."""
    visitor = Visitor(context.new_page(), chat)
    yield visitor
    assert visitor.elsewhere() == []
    assert visitor.complaints == []
