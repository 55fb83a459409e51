"""What somebody in need is told: short, with the most urgent first, and never mixed with what comes after."""

import re

import pytest

from assistant.answer import wording
from assistant.answer.signposts import load_signposts
from assistant.chain import Assistant
from assistant.question.route import Route
from assistant.types import ANSWERING, Status, Turn
from tests.library import converse

SIGNPOSTS = load_signposts()
URGENT = {
    Route.DANGER, Route.SUICIDE, Route.SEXUAL_ABUSE, Route.CHILD_AT_RISK, Route.DOMESTIC_ABUSE,
    Route.MISSING_PERSON, Route.STALKING, Route.HATE_CRIME, Route.REPORT_CRIME, Route.VICTIM_SUPPORT,
}  # fmt: skip
# A number to call or text, a web address, or a period of waiting.
_CONTACT = re.compile(r"\b\d[\d ]*\d\b(?: (?:hours|BSL)\b)?|\bwww\.[\w./-]*\w")


def contacts(text: str) -> set[str]:
    """Every number and web address of a text; ages are left out."""
    return {found for found in _CONTACT.findall(text) if found not in {"16", "19"}}


@pytest.mark.parametrize("route", Route)
def test_a_signpost_is_short_and_plain(route: Route) -> None:
    """Each text has at most 120 words, and no sentence of it more than 27."""
    text = SIGNPOSTS.of[route].text

    assert len(text.split()) <= 120
    assert max(len(sentence.split()) for sentence in re.split(r"[.!?:]\s|\n", text)) <= 27


@pytest.mark.parametrize("route", sorted(URGENT))
def test_the_emergency_number_comes_first(route: Route) -> None:
    """Where a life may be in danger, 999 stands before every other number."""
    assert _CONTACT.findall(SIGNPOSTS.of[route].text.replace("24 hours", ""))[0].startswith("999")


def test_every_number_has_a_source_and_every_source_a_use() -> None:
    """No number or address is said that nobody can check, and none is kept that is not said."""
    said = set().union(*(contacts(sign.text) for sign in SIGNPOSTS.of.values()), contacts(SIGNPOSTS.unsure))

    assert said == set(SIGNPOSTS.sources)
    assert all(source.startswith("https://") for source in SIGNPOSTS.sources.values())


def test_a_signpost_is_no_answer(library: Assistant) -> None:
    """Somebody in need reads the reviewed text and nothing to go on with, and the status says so."""
    answer = library.ask("I want to kill myself")

    assert answer.status is Status.SIGNPOSTED
    assert answer.text == SIGNPOSTS.of[Route.SUICIDE].text
    assert (answer.citations, answer.suggestions, answer.understood_as) == ((), (), "")


def test_a_signpost_is_not_leaned_on(library: Assistant) -> None:
    """After a signposted turn a follow-up is about the turn before that, as if nothing had been between."""
    asked = "How much was spent on staff in 2020/21?"

    assert "4,025" in converse(library, asked, "my husband hits me", "and the year after?").text
    assert converse(library, "my husband hits me", "what is the second one?").status is not Status.ANSWERED


def test_a_signpost_is_for_whatever_was_typed_into(library: Assistant) -> None:
    """A message of somebody in need is known wherever it was typed, without what is personal in it."""
    sign = library.signpost("my husband hits me, call me on 07700 900123")

    assert sign is not None
    assert sign.status is Status.SIGNPOSTED
    assert "900123" not in sign.question
    assert library.signpost("domestic abuse") is None


def test_nothing_is_looked_up_for_somebody_in_need(
    library: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message of somebody in need is never encoded or searched."""
    monkeypatch.setattr(library, "_candidates", lambda _: pytest.fail("the message was searched"))

    assert library.ask("someone is breaking into my house").status is Status.SIGNPOSTED


@pytest.mark.parametrize("route", [route for route in Route if SIGNPOSTS.of[route].asks])
def test_documents_that_say_nothing_add_nothing(library: Assistant, route: Route) -> None:
    """Where the documents do not answer what a signpost asks of them, only its own text is said."""
    message = {
        Route.COMPLAINT_COMMISSIONER: "I want to complain about the commissioner",
        Route.VICTIM_SUPPORT: "Who can help me as a victim of crime?",
    }[route]
    answer = library.ask(message)

    assert answer.text.startswith(SIGNPOSTS.of[route].text)
    assert wording.UNSURE not in answer.text
    assert bool(answer.citations) == (wording.DOCUMENTS_SAY in answer.text)


def test_who_tells_of_harm_and_asks_about_others_reads_both(library: Assistant) -> None:
    """Help comes first, and what was asked about others is answered below it from the documents."""
    answer = library.ask("My husband hits me. How much was spent on staff in 2020/21?")

    assert answer.status is Status.SIGNPOSTED
    assert answer.text.startswith(SIGNPOSTS.of[Route.DOMESTIC_ABUSE].text)
    assert "3,910" in answer.text
    assert answer.citations


def test_who_tells_of_a_theft_and_asks_about_others_hears_of_999(library: Assistant) -> None:
    """What was asked about others is answered, with the emergency number beside it."""
    answer = library.ask("My bike was stolen last night. How much was spent on staff in 2020/21?")

    assert answer.status is Status.ANSWERED
    assert answer.notes[0] == SIGNPOSTS.unsure


def test_a_long_message_of_need_is_still_read(library: Assistant) -> None:
    """Somebody who writes more than a question may have is helped, and not told to be brief."""
    assert library.ask("I want to die. " + "It has been a long year. " * 80).status is Status.SIGNPOSTED
    assert library.ask("It has been a long year. " * 80).status is Status.INVALID


def test_whoever_tells_of_themselves_hears_of_999(library: Assistant) -> None:
    """A statement about its writer that nothing else knows has the emergency number first, a question not."""
    answer = library.ask("I am in a muddle with my tulips")

    assert answer.status not in ANSWERING
    assert answer.text.startswith(SIGNPOSTS.unsure + "\n")
    assert SIGNPOSTS.unsure not in library.ask("Who won the football in the yard?").text


def test_an_answer_comes_before_the_emergency_number(library: Assistant) -> None:
    """Where the documents answer somebody who told of themselves, the number stands beside the answer."""
    answer = library.ask("My library card is new. The loan period of a book is what I need.")

    assert answer.status in ANSWERING
    assert answer.notes[0] == SIGNPOSTS.unsure


def test_the_answer_to_a_policy_question_is_as_before(library: Assistant) -> None:
    """Between two signposted turns a question about the documents gets its answer."""
    turns = [Turn("my bike was stolen", library.ask("my bike was stolen"))]

    assert "four weeks" in library.ask("How long can I borrow a book?", turns).text
