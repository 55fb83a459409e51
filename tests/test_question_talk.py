"""The talk around a question is left out, and the question itself stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.talk import question_in

QUESTION = "When does the night ferry leave Oakworth?"


@pytest.mark.parametrize(
    "text",
    [
        f"Hello, I hope you can help me. {QUESTION} Thank you very much.",
        f"Hi there! {QUESTION}",
        f"Dear Sir or Madam, {QUESTION} I look forward to hearing from you. Yours faithfully, A. Lind",
        f"Sorry to bother you. {QUESTION} No rush.",
        f"My brother visits on Friday and I have no idea what to tell him. {QUESTION} Cheers",
        f"{QUESTION} Could you let me know? Many thanks.",
    ],
)
def test_talk_around_a_question_is_left_out(text: str) -> None:
    """Greetings, thanks, apologies and a story that the question does not need are not asked about."""
    assert question_in(text) == QUESTION


@pytest.mark.parametrize(
    "text",
    [
        QUESTION,
        "Who is thanked in the report?",
        "Hope Street: when does the bus leave?",
        "What is said about help for victims?",
        "timetable of the night ferry",
    ],
)
def test_plain_question_stays_as_it_is(text: str) -> None:
    """A question without talk around it is not touched."""
    assert question_in(text) == text


@pytest.mark.parametrize("asked", ["How do I renew my bus pass?", "Will it rain in Oakworth tomorrow?"])
def test_question_of_the_asker_needs_no_story(asked: str) -> None:
    """“How do I …” is asked by anybody, and the “it” of the weather points at nothing."""
    assert question_in(f"I have been at this all morning and nobody would help me. {asked}") == asked


def test_story_comes_before_what_leans_on_it() -> None:
    """What leans on a story keeps what was told before it, and not what is said afterwards."""
    told = "The night ferry was late again. What was done about that?"

    assert question_in(f"{told} My wife says nothing was.") == told
    assert question_in("What was done about that? The night ferry was late again.").endswith("late again.")


def test_a_year_of_the_story_is_not_the_year_asked_about() -> None:
    """When something happened to the asker does not date what is asked; a year that was looked at does."""
    asked = "When did the night ferry begin?"

    assert question_in(f"My shop was flooded in 2015 and nobody rang. {asked}") == asked
    assert "2015" in question_in(f"I looked at the timetable in 2015. {asked}")
    assert "2015" in question_in(
        "My shop was flooded in 2015. What did that year's plan say of the night ferry?"
    )


def test_what_those_are_is_told_in_the_story() -> None:
    """“Those boats” are the ones just spoken of, so that the story stays; a name stands by itself."""
    told = "I cannot sleep for the fishing boats. Who pays the crews of those boats a night rate?"

    assert question_in(told) == told
    assert (
        question_in("My shop was flooded and nobody rang. Who runs the Ferry Trust?")
        == "Who runs the Ferry Trust?"
    )


@given(st.text(max_size=300))
def test_something_is_always_left(text: str) -> None:
    """Whatever is typed, something of it is left wherever there was something."""
    assert bool(question_in(text).strip()) == bool(text.strip())
