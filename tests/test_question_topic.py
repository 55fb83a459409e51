"""What a turn was about: topic, person, n-th item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.topic import item_of, person_in, topic_of
from tests.turns import turn

LISTED = turn(
    "What may passengers bring?",
    "Passengers may bring dogs, bicycles and prams.",
    said="“Passengers may bring:” [1]\n- dogs on a lead;\n- bicycles;\n  - folded or not;\n- prams. [2]",
)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What is the Ferry Company?", "Ferry Company"),
        ("Who runs the Friends of the Island Museum?", "Friends of the Island Museum"),
        ("How much was spent on mobile libraries in 2021/22?", "mobile libraries"),
        ("How long does the lease run?", "lease"),
        ("What are the priorities?", "priorities"),
        ("What are some interesting facts about otters?", "otters"),
        ("What is the cost of the village hall?", "village hall"),
        ("Who named the new harbour?", "new harbour"),
        ("How old is the bridge?", "the bridge"),
        ("How does a captain usually sail?", "captain"),
        ("How do you know when your garage door opener is broken?", "garage door opener"),
    ],
)
def test_topic_is_the_thing_asked_about(question: str, topic: str) -> None:
    """The topic is the longest name in a question, or else its longest plain phrase."""
    assert topic in topic_of(question)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Which towns does Oakworth share a bus with?", "Oakworth"),
        ("What is the Ferry Company?", "the Ferry Company"),
        ("When did the Comet sail?", "the Comet"),
        ("How long does the Comet sail – the Comet?", "the Comet"),
    ],
)
def test_name_keeps_the_article_that_it_had(question: str, topic: str) -> None:
    """A name of one word is given no article that the question did not give it."""
    assert topic_of(question) == topic


def test_what_a_name_owns_belongs_to_the_topic_of_things_and_not_of_persons() -> None:
    """After "the Ferryman's boat trips", "they" are the trips and "he" is the Ferryman."""
    question = "When are the Ferryman's boat trips?"

    assert topic_of(question) == "the Ferryman's boat trips"
    assert topic_of(question, is_person=True) == "the Ferryman"


@pytest.mark.parametrize("question", ["", "Why?", "And what about it?", "in 2019", "???", "What happened?"])
def test_question_about_nothing_has_no_topic(question: str) -> None:
    """Words of grammar, verbs and years alone are no topic."""
    assert topic_of(question) == ""


def test_person_is_the_first_whom_the_quotes_name() -> None:
    """The person that a turn was about is named in its quotes, with first and last name."""
    assert person_in(turn("Who?", "The captain is Ruth Adeyemi and Tom Okafor helps.")) == "Ruth Adeyemi"


@pytest.mark.parametrize("text", ["The ferry is called Northern Star.", "It sails on Sundays.", ""])
def test_quotes_without_a_person_name_nobody(text: str) -> None:
    """Names of ships and places are not taken for people."""
    assert person_in(turn("Who?", text)) == ""


@pytest.mark.parametrize(("number", "item"), [(1, "dogs on a lead;"), (2, "bicycles;"), (-1, "prams.")])
def test_item_is_counted_as_the_reader_saw_the_list(number: int, item: str) -> None:
    """The n-th item is the n-th of the outermost list that was shown, without its marker."""
    assert item_of(LISTED, number) == item


@pytest.mark.parametrize("number", [4, 12, -5])
def test_place_outside_the_list_has_no_item(number: int) -> None:
    """A place that the list does not have gives nothing, rather than another item."""
    assert item_of(LISTED, number) == ""


@given(st.text(max_size=60), st.integers(-12, 12).filter(bool))
def test_any_text_has_a_topic_and_items_or_none(text: str, number: int) -> None:
    """No question and no answer is too odd: what is found is made of what was there."""
    found = item_of(turn("What?", "x", said=f"{text}\n- tea\n- milk"), number)

    assert not found or found in f"{text}\n- tea\n- milk"
    assert isinstance(topic_of(text), str)
