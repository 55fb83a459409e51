"""Whoever runs the chat may ask visitors whether an answer helped; nobody is asked otherwise."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from assistant.feedback import read
from tests.browser.conftest import Visitor
from tests.chat_server import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this chat keeps what visitors say."""
    return tmp_path_factory.mktemp("opinion") / "said.jsonl"


@pytest.fixture(scope="module")
def asking_chat(file: Path) -> Iterator[str]:
    """Serve a chat that asks for opinions; gives its address."""
    with ExitStack() as running:
        # For this server alone: another that starts later asks nobody.
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ASSISTANT_FEEDBACK", str(file))
            address = running.enter_context(serving())
        yield address


@pytest.fixture
def asked(browser: Browser, asking_chat: str) -> Iterator[Visitor]:
    """Open that chat where axe may run its script."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    visitor = Visitor(context.new_page(), asking_chat)
    yield visitor
    assert visitor.complaints == []
    context.close()


def test_what_is_wrong_is_said_by_keyboard_and_kept(asked: Visitor, file: Path) -> None:
    """Wrong, a reason and Send keep one line; the page thanks, and breaks no rule of axe on the way."""
    page = asked.page
    expect(page.get_by_role("button", name="This helped")).not_to_be_visible()
    asked.ask("How long is the library open?")
    page.get_by_role("button", name="This is wrong").press("Enter")
    expect(page.get_by_label("What is wrong?")).to_be_focused()
    assert Axe().run(page).response["violations"] == []
    asked.keep("opinion")
    page.keyboard.type("It is 50 hours")
    page.keyboard.press("Enter")
    expect(page.locator("#opinion-told")).to_have_text("Thank you. That was kept.")

    (said,) = read(file)
    assert (said.helped, said.reason, said.turns) == (
        False,
        "It is 50 hours",
        ("How long is the library open?",),
    )


def test_what_helped_is_kept_and_asked_anew_for_each_answer(asked: Visitor, file: Path) -> None:
    """One press is enough to say that it helped; the next answer can be judged too."""
    kept = len(read(file)) if file.exists() else 0
    asked.ask("Is it open?")
    asked.page.get_by_role("button", name="This helped").click()
    told = asked.page.locator("#opinion-told").get_by_role("status")
    expect(told).to_have_text("Thank you. That was kept.")
    asked.ask("And on Sundays?")
    expect(told).to_have_count(0)

    expect(asked.page.get_by_role("button", name="This helped")).to_be_visible()
    assert [said.helped for said in read(file)[kept:]] == [True]


def test_somebody_in_need_is_not_asked(asked: Visitor) -> None:
    """Below where to get help nobody asks whether it helped."""
    asked.ask("Is it open?")
    expect(asked.page.get_by_role("button", name="This helped")).to_be_visible()
    asked.ask("Help!")

    expect(asked.page.get_by_role("button", name="This helped")).not_to_be_visible()


def test_nobody_is_asked_unless_it_is_switched_on(visitor: Visitor) -> None:
    """Without a file to keep it in, there is no button to say anything."""
    visitor.ask("Is it open?")

    expect(visitor.page.get_by_role("button", name="This helped")).to_have_count(0)


def test_without_scripts_a_form_below_the_answer_asks(browser: Browser, asking_chat: str, file: Path) -> None:
    """Without scripts, Enter after a reason says that the answer is wrong; axe finds nothing there."""
    before = len(read(file)) if file.exists() else 0
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{asking_chat}/answer?q=When+is+it+open%3F")
    page.get_by_label("What is wrong?").fill("It is open on Sunday")
    page.get_by_label("What is wrong?").press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Thank you. That was kept.")
    context.close()
    with browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True) as checked:
        scripted = checked.new_page()
        scripted.goto(f"{asking_chat}/answer?q=When+is+it+open%3F")
        assert Axe().run(scripted).response["violations"] == []

    said = read(file)[before:]
    assert [(one.helped, one.reason) for one in said] == [(False, "It is open on Sunday")]
