"""The chat in a real browser: what a person sees, on a desk and on a phone."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

# Keeps what is added or changed in any region that a screen reader reads out by itself.
_LISTEN = """() => {
  window.heard = [];
  const live = "[aria-live], [role=log], [role=status], [role=alert]";
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const place = target.nodeType === 1 ? target : target.parentElement;
      const region = place && place.closest(live);
      const added = [...addedNodes].map((node) => node.textContent);
      const texts = type === "characterData" ? [target.data] : added;
      if (region) heard.push(...texts.filter((text) => text.trim()).map((text) => [region.role, text]));
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def test_an_answer_stands_beside_its_passage(visitor: Visitor) -> None:
    """Typing and Enter give an answer with [1], and beside it the passage with document, place and quote."""
    visitor.ask("How long is the library open?")

    expect(visitor.answers).to_contain_text("The town library opens for 48 hours a week. [1]")
    card = visitor.passages.locator(".passage").first
    expect(card.locator(".number")).to_have_text("1")
    expect(card.locator("cite")).to_have_text("Library <Service> Plan")
    expect(card.locator(".where li")).to_have_text(["4 July 2024", "Opening hours", "page iii"])
    expect(card.locator("blockquote")).to_contain_text("48 hours a week. It closes on Sundays.")
    expect(card.locator("mark")).to_have_text("48 hours a week")
    answer_box, card_box = visitor.answers.bounding_box(), card.bounding_box()
    assert answer_box is not None
    assert card_box is not None
    assert card_box["x"] > answer_box["x"] + answer_box["width"]
    visitor.keep("answer")


def test_a_table_is_shown_as_a_table(visitor: Visitor) -> None:
    """A figure of a table stands in its cell, under the table's header."""
    visitor.ask("What is spent to keep it open?")

    table = visitor.passages.locator("table")
    expect(table.locator("th")).to_have_text(["Branch", "2023/24", "2024/25"])
    expect(table.locator("td mark")).to_have_text("325")


def test_a_table_of_five_years_is_shown_whole(visitor: Visitor) -> None:
    """On a desk's screen a label and five years stand beside the talk, and no column is cut off."""
    visitor.ask("What is spent to keep it open?")
    visitor.passages.locator("table").wait_for()
    hidden = visitor.page.evaluate(
        """() => {
            const table = document.querySelector("#passages table");
            for (const row of table.rows)
                while (row.cells.length < 6) row.append(row.lastElementChild.cloneNode(true));
            table.rows[0].cells[0].textContent = "Expenditure";
            table.rows[0].cells[3].textContent = "2024/25 Estimate";
            const quote = table.closest("blockquote");
            return quote.scrollWidth - quote.clientWidth;
        }"""
    )

    assert hidden <= 0


def test_a_marker_leads_to_its_passage(visitor: Visitor) -> None:
    """Choosing [2] in an answer goes to the passage with that number."""
    visitor.ask("How long is it open?")
    visitor.page.get_by_role("link", name="[2]").click()

    expect(visitor.page.locator("#t1-2")).to_be_in_viewport()
    assert visitor.page.url.endswith("#t1-2")


def test_a_marker_of_an_earlier_answer_unfolds_its_passage(visitor: Visitor) -> None:
    """The passages of earlier answers are folded away, and open when one is asked for."""
    visitor.ask("How long is it open?")
    visitor.ask("And at the harbour?")
    expect(visitor.page.locator("#t1-1")).not_to_be_visible()
    visitor.page.get_by_role("link", name="[1]").first.click()

    expect(visitor.page.locator("#t1-1")).to_be_visible()


def test_a_follow_up_is_asked_after_the_turns_before_it(visitor: Visitor) -> None:
    """The second question of a conversation is answered after the first."""
    visitor.ask("How long is the library open?")
    visitor.ask("And at the harbour?")

    expect(visitor.answers.last).to_contain_text("Asked after: How long is the library open?")


def test_an_example_asks_itself(visitor: Visitor) -> None:
    """Examples come from the assistant, and pressing one asks it."""
    visitor.page.get_by_role("button", name="How long is the library open?").click()

    expect(visitor.answers).to_contain_text("48 hours a week")
    expect(visitor.page.locator("#conversation .user").first).to_contain_text("How long is the library open?")


def test_a_refusal_shows_the_nearest_passage_and_what_to_ask(visitor: Visitor) -> None:
    """A refusal says that it is one, and shows the nearest passage and questions that do get answers."""
    visitor.ask("Who won the cup?")
    expect(visitor.answers).to_contain_text("Not in the documents")
    expect(visitor.passages).to_contain_text("The nearest passage, which does not answer the question")
    expect(visitor.passages).to_contain_text("It closes on Sundays.")
    visitor.keep("refusal")
    visitor.page.get_by_role("button", name="How long is the library open?").click()

    expect(visitor.answers.last).to_contain_text("48 hours a week")


def test_an_empty_box_asks_nothing_and_says_so(visitor: Visitor) -> None:
    """Enter or Ask with nothing typed adds nothing to the talk, and says below the box what to do."""
    visitor.box.fill("  ")
    visitor.box.press("Enter")
    expect(visitor.page.get_by_text("Please type a question.")).to_be_visible()
    visitor.ask("How long is the library open?")
    visitor.page.get_by_role("button", name="Ask", exact=True).click()

    expect(visitor.page.get_by_text("Please type a question.")).to_be_visible()
    expect(visitor.answers).to_have_count(1)


def test_a_new_conversation_forgets(visitor: Visitor) -> None:
    """After New conversation nothing of the old one is shown or remembered."""
    visitor.ask("How long is the library open?")
    visitor.page.get_by_role("button", name="New conversation").click()
    expect(visitor.answers).to_have_count(0)
    visitor.ask("Is it open?")

    expect(visitor.page.locator("body")).not_to_contain_text("Asked after")


def test_the_last_question_is_taken_back_to_be_put_another_way(visitor: Visitor) -> None:
    """Undo takes the last question and its answer out, and puts the question into the box to be changed."""
    visitor.ask("How long is the library open?")
    visitor.ask("And at the harbour?")
    visitor.page.get_by_role("button", name="Undo the last question").click()

    expect(visitor.answers).to_have_count(1)
    expect(visitor.box).to_have_value("And at the harbour?")
    expect(visitor.box).to_be_focused()
    visitor.ask("And on open days?")
    expect(visitor.answers.last).to_contain_text("Asked after: How long is the library open?")
    expect(visitor.page.locator("body")).not_to_contain_text("harbour?")


def test_the_last_question_is_asked_again_in_its_place(visitor: Visitor) -> None:
    """Ask again answers the last question anew after the turns before it; with none asked it does nothing."""
    again = visitor.page.get_by_role("button", name="Ask again")
    again.click()
    expect(visitor.answers).to_have_count(0)
    visitor.ask("How long is the library open?")
    visitor.ask("And at the harbour?")
    again.click()

    expect(visitor.answers).to_have_count(2)
    expect(visitor.answers.last).to_contain_text("Asked after: How long is the library open?")
    expect(visitor.answers.last).not_to_contain_text("Asked after: And at the harbour?")


def test_what_is_being_typed_is_kept(visitor: Visitor) -> None:
    """An answer that was not asked for in the box leaves alone what a visitor is typing there."""
    visitor.ask("How long is the library open?")
    visitor.box.fill("And at the har")
    visitor.page.get_by_role("button", name="Ask again").click()
    visitor.page.locator("#asks button").first.click()
    expect(visitor.answers).to_have_count(2)

    expect(visitor.box).to_have_value("And at the har")


def test_a_passage_leads_back_to_where_it_was_cited(visitor: Visitor) -> None:
    """From a passage one key or click goes back to its marker in the answer."""
    visitor.ask("How long is it open?")
    visitor.page.get_by_role("link", name="[2]").click()
    visitor.passages.get_by_role("link", name="Back to the answer").last.click()

    expect(visitor.page.get_by_role("link", name="[2]")).to_be_focused()


def test_the_page_says_what_it_is(visitor: Visitor) -> None:
    """The heading and one line say what can be done here and how new the newest document is."""
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Ask the documents")
    expect(visitor.page.locator("#introduction")).to_contain_text("Library <Service> Plan, 4 July 2024")


@pytest.mark.parametrize(
    "words",
    [
        '<img src="http://elsewhere.example/x.png" onerror=alert(1)> open',
        "![open](http://elsewhere.example/x.png) [open](http://elsewhere.example) www.elsewhere.example",
        "# open\n- **bold** `code` $$x^2$$ | a | b |",
        "</div></bdi><form><input></form> open",
        "${alert(1)} {{open}} {question.__class__}",
    ],
)
def test_a_question_is_shown_as_it_was_typed(visitor: Visitor, words: str) -> None:
    """A question full of markup is shown as text: no link, picture, form or formatting comes of it."""
    visitor.ask(words)
    asked = visitor.page.locator("#conversation .user .prose").first

    expect(asked).to_have_text(re.sub(r"\s+", " ", words))
    assert asked.locator("a, img, form, input, h1, li, strong, code, table, svg").count() == 0


def test_a_question_has_at_most_a_thousand_characters(visitor: Visitor) -> None:
    """The box takes no more characters than the assistant reads."""
    expect(visitor.box).to_have_attribute("maxlength", "1000")


def test_screen_readers_get_the_message_and_not_its_source(visitor: Visitor) -> None:
    """No label of a message holds markup, the log is announced politely, and the page names its language."""
    visitor.ask("Is it open?")

    expect(visitor.page.locator("[aria-label*='<']")).to_have_count(0)
    expect(visitor.page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en-GB")


def test_each_answer_is_announced_once(visitor: Visitor) -> None:
    """A screen reader hears of one new question with its one answer, and nothing else is read out."""
    visitor.ask("How long is the library open?")
    visitor.page.evaluate(_LISTEN)
    visitor.ask("And at the harbour?")
    visitor.page.wait_for_timeout(300)
    heard = visitor.page.evaluate("heard")

    assert [text for region, text in heard if region != "log"] == []
    spoken = " ".join(text for _, text in heard)
    assert (
        spoken.count("And at the harbour?") == spoken.count("Asked after: How long is the library open?") == 1
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it(browser: Browser, chat: str, scheme: str) -> None:
    """At 375 pixels nothing is cut off sideways, and the passage comes below the answer."""
    context = browser.new_context(viewport={"width": 375, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]  # one of the two it takes
    visitor = Visitor(context.new_page(), chat)
    visitor.ask("How long is the library open?")

    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 375
    answer, card = visitor.answers.bounding_box(), visitor.passages.locator(".passage").first.bounding_box()
    assert answer is not None
    assert card is not None
    assert card["y"] > answer["y"] + answer["height"]
    assert card["x"] + card["width"] <= 375
    visitor.keep(f"phone-{scheme}")
    context.close()


def test_a_long_answer_is_shown_from_its_beginning(browser: Browser, chat: str) -> None:
    """Where an answer is higher than its place, its first words are in view: whom to call stands there."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    visitor = Visitor(context.new_page(), chat)
    visitor.page.add_style_tag(content="#conversation .said p { padding-bottom: 30em }")
    for question in ("How long is the library open?", "Help!"):
        visitor.ask(question)
        visitor.page.wait_for_timeout(300)
        newest, pane = (
            visitor.answers.last.bounding_box(),
            visitor.page.locator(".bubble-wrap").bounding_box(),
        )

        assert newest is not None
        assert pane is not None
        assert max(0, pane["y"]) - 1 <= newest["y"] < 640 - 100, question
    context.close()


def test_an_enlarged_page_shows_the_newest_answer_and_cell(browser: Browser, chat: str) -> None:
    """At 400% the newest answer comes into view, and so does the answering cell of too wide a table."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    visitor = Visitor(context.new_page(), chat)
    visitor.page.add_style_tag(content="#passages td { min-width: 12em }")
    visitor.ask("How long is the library open?")

    expect(visitor.answers.last.get_by_text("Market Street spends 325.")).to_be_in_viewport()
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 320
    cell = visitor.passages.locator("td mark")
    cell.evaluate("cell => cell.scrollIntoView({ inline: 'nearest' })")
    assert visitor.passages.locator(".scroll").evaluate("table => table.scrollLeft") > 0
    visitor.keep("enlarged")
    context.close()


def test_visitors_never_see_each_other(browser: Browser, context: BrowserContext, chat: str) -> None:
    """Two visitors at the same time each see their own conversation only."""
    other_context = browser.new_context()
    one, other = Visitor(context.new_page(), chat), Visitor(other_context.new_page(), chat)
    one.ask("Is the rose room open?")
    other.ask("Is the oak room open?")
    one.ask("And the rose garden?")
    other.ask("And the oak garden?")

    assert "oak" not in one.page.locator("body").inner_text()
    assert "rose" not in other.page.locator("body").inner_text()
    other_context.close()


def test_a_long_talk_stays_in_reach(visitor: Visitor) -> None:
    """However long the conversation, the question box stays on the screen and the newest answer shows."""
    for number in range(8):
        visitor.ask(f"How long is room {number} open?")

    visitor.keep("long")
    expect(visitor.box).to_be_in_viewport()
    expect(visitor.answers.last).to_be_in_viewport()
