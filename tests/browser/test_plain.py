"""The pages in a real browser: without scripts, by keyboard, on a phone, and checked by axe."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

PAGES = (
    "/answer", "/answer?q=Is+it+open%3F", "/answer?q=Who+won%3F", "/check",
    "/compare", "/compare?topic=promises", "/check?claim=It+opens+for+9+hours.",
    "/about", "/privacy", "/accessibility",
    "/source/library-2024?start=40&end=60",
)  # fmt: skip
PAPER = b"# Hours\n\nIt opens for 48 hours. It opens for 9 hours. It has a pond.\n\n- Is it open?\n"
# What 400% leaves of a screen of 1280 by 1024 is as wide as a narrow phone, and low.
SCREENS = {
    "desk": (1280, 800, "light"),
    "dark": (1280, 800, "dark"),
    "phone": (320, 640, "light"),
    "enlarged": (320, 256, "dark"),
}


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a desk's screen, in dark colours, on a narrow phone and at 400%, where axe may run."""
    width, height, colours = SCREENS[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if colours == "dark" else "light",
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    return [f"{found['id']}: {found['nodes'][0]['html']}" for found in Axe().run(page).response["violations"]]


def test_axe_finds_nothing_wrong_with_the_plain_pages(screen: Page, chat: str) -> None:
    """No page breaks a rule of axe, and none is wider than its screen."""
    for path in PAGES:
        screen.goto(f"{chat}{path}")
        assert violations(screen) == [], path
        width = screen.evaluate("document.documentElement.scrollWidth")
        assert width <= screen.evaluate("window.innerWidth"), path


def test_axe_finds_nothing_wrong_with_the_chat(screen: Page, chat: str) -> None:
    """The chat breaks no rule of axe, empty or with an answer, a refusal, folded passages, a long answer."""
    visitor = Visitor(screen, chat)
    assert violations(screen) == []
    for question in ("What is spent to keep it open?", "Who won?"):
        visitor.ask(question)
        visitor.passages.locator(".passage").first.wait_for()
        assert violations(screen) == [], question
    screen.add_style_tag(content="#conversation .said p { padding-bottom: 60em }")
    visitor.ask("Is it open?")
    screen.wait_for_timeout(300)
    assert violations(screen) == [], "an answer that is higher than its place"


def test_paper_is_checked_without_scripts(screen: Page, browser: Browser, chat: str) -> None:
    """A paper is chosen and sent without scripts; axe finds nothing wrong with the report on any screen."""
    paper = FilePayload(name="note.md", mimeType="text/markdown", buffer=PAPER)
    context = browser.new_context(java_script_enabled=False)
    for page in (context.new_page(), screen):
        page.goto(f"{chat}/check")
        page.get_by_label("File").set_input_files(paper)
        page.get_by_role("button", name="Check the paper").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("note.md")
        page.get_by_role("link", name="2: Contradicted").click()
        expect(page.locator("#note-2")).to_be_in_viewport()
    context.close()

    assert violations(screen) == []
    assert screen.evaluate("document.documentElement.scrollWidth") <= screen.evaluate("window.innerWidth")


def test_chat_without_scripts_leads_to_a_page_that_answers(browser: Browser, chat: str) -> None:
    """Whoever has no scripts is led to a form, and gets the answer with its passages and its source."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(chat)
    page.get_by_label("Your question").fill("How long is the library open?")
    page.get_by_role("button", name="Ask").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("How long is the library open?")
    expect(page.locator(".passage mark").first).to_have_text("48 hours a week")
    page.get_by_role("link", name="See this in the document").first.click()
    expect(page.locator("#quote")).to_have_text("The town library opens for 48 hours a week.")
    expect(page.locator("#quote")).to_be_in_viewport()
    context.close()


def test_question_is_asked_by_keyboard_alone(browser: Browser, chat: str) -> None:
    """With the keyboard alone: past the links, to the box, to the answer, and to the passage it cites."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{chat}/answer")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the text")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type("How long is the library open?")
    page.keyboard.press("Enter")
    marker = page.locator("a.cite").first
    marker.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#c-1")).to_be_in_viewport()
    context.close()


def test_passage_of_the_chat_leads_into_its_document(visitor: Visitor) -> None:
    """From a passage beside the chat one click shows its document in a page of its own, the quote marked."""
    visitor.ask("How long is the library open?")
    with visitor.page.context.expect_page() as opened:
        visitor.passages.get_by_role("link", name="See this in the document").first.click()

    expect(opened.value.locator("#quote")).to_have_text("The town library opens for 48 hours a week.")
    expect(visitor.answers).to_have_count(1)


def test_conversation_is_copied_and_saved_with_its_sources(browser: Browser, chat: str) -> None:
    """One click copies the conversation, another saves it; with nothing asked yet, that is said."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor = Visitor(context.new_page(), chat)
    page = visitor.page
    told = page.locator("#kept").get_by_role("status")
    page.get_by_role("button", name="Copy with sources").click()
    expect(told).to_contain_text("nothing to keep yet")
    visitor.ask("How long is the library open?")
    page.get_by_role("button", name="Copy with sources").click()

    expect(told).to_have_text("Copied, with the sources.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "The town library opens for 48 hours a week. [1]" in copied
    assert "Library <Service> Plan, 4 July 2024" in copied
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a table").click()
    assert saved.value.suggested_filename == "questions-and-answers.csv"
    assert visitor.elsewhere() == []
    context.close()
