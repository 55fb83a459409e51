"""A whole conversation by keyboard alone, with what has the focus to be seen at every step."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

_FAR = 40  # presses of a key, more than the page has stops
_IS_FOCUSED = "found => found === document.activeElement"
# What has the focus is framed: by an outline, a shadow, or a border of another colour than its like.
_IS_FRAMED = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""


def press_until(visitor: Visitor, key: str, wanted: Locator) -> None:
    """Press a key until the wanted thing has the focus; everything on the way shows that it has it."""
    for _ in range(_FAR):
        visitor.page.keyboard.press(key)
        where = visitor.page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert visitor.page.evaluate(_IS_FRAMED), f"nothing shows the focus on {where}"
        if wanted.evaluate(_IS_FOCUSED):
            return
    raise AssertionError(f"{key} does not lead to {wanted}")


def test_a_whole_conversation_by_keyboard(visitor: Visitor) -> None:
    """Question, citation, back, suggestion, undo and a new conversation are all done without a mouse."""
    page = visitor.page
    expect(visitor.box).to_be_focused()
    page.keyboard.type("How long is the library open?")
    page.keyboard.press("Enter")
    expect(visitor.answers).to_have_count(1)

    marker = page.get_by_role("link", name="[1]").first
    press_until(visitor, "Shift+Tab", marker)
    page.keyboard.press("Enter")
    expect(page.locator("#t1-1")).to_be_focused()
    back = visitor.passages.get_by_role("link", name="Back to the answer").first
    press_until(visitor, "Tab", back)
    page.keyboard.press("Enter")
    expect(marker).to_be_focused()

    press_until(visitor, "Tab", page.get_by_role("button", name="What does the library promise?"))
    page.keyboard.press("Enter")
    expect(visitor.answers).to_have_count(2)
    expect(visitor.box).to_be_focused()

    press_until(visitor, "Tab", page.get_by_role("button", name="Undo the last question"))
    page.keyboard.press("Enter")
    expect(visitor.box).to_be_focused()
    expect(visitor.box).to_have_value("What does the library promise?")
    press_until(visitor, "Tab", page.get_by_role("button", name="New conversation"))
    page.keyboard.press("Enter")
    expect(visitor.answers).to_have_count(0)
