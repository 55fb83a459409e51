"""Questions that compare two times, as one question about each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.sides import sides_of


@pytest.mark.parametrize(
    ("question", "older", "newer"),
    [
        (
            "How has the fee changed between 2015 and 2018?",
            "What is the fee in 2015?",
            "What is the fee in 2018?",
        ),
        (
            "How does the aim of 2015 compare with the one that came in 2018?",
            "What is the aim of 2015?",
            "What is the aim in 2018?",
        ),
        (
            "How do the four rules of 2015 compare with the six customs of 2018?",
            "What are the four rules of 2015?",
            "What are the six customs of 2018?",
        ),
        (
            "Compare who ran the shop in 2015/16 with who does under the 2018 plan.",
            "who ran the shop in 2015/16?",
            "who ran the shop under the 2018 plan?",
        ),
        (
            "What was said about dogs in 2014, and what does the present plan say?",
            "What was said about dogs in 2014?",
            "What was said about dogs in the present plan?",
        ),
        (
            "What do the 2014 rules and the 2018 newsletter each say about dogs?",
            "What do the 2014 rules say about dogs?",
            "What does the 2018 newsletter say about dogs?",
        ),
        (
            "How do the 2015 and 2018 plans differ on dogs?",
            "What do the 2015 plans say about dogs?",
            "What do the 2018 plans say about dogs?",
        ),
        (
            "How did the 2014 report describe the pier, and how does the current plan?",
            "How did the 2014 report describe the pier?",
            "How did the current plan describe the pier?",
        ),
        (
            "Who signed the letter to the board in May 2014 and who signed the one in June 2018?",
            "Who signed the letter to the board in May 2014?",
            "Who signed the letter to the board in June 2018?",
        ),
    ],
)
def test_each_side_is_asked_about(question: str, older: str, newer: str) -> None:
    """A comparison of two times asks the same thing of each, with the words that belong to its time."""
    assert sides_of(question) == (older, newer)


@pytest.mark.parametrize(
    "question", ["What is the fee?", "What is the fee in 2018?", "Why does the fee differ from ours?", ""]
)
def test_other_questions_have_no_sides(question: str) -> None:
    """A question that does not name two times is left alone."""
    assert sides_of(question) == ()


_WORDS = st.sampled_from(
    "how has the plan changed between 2015 and 2018 compare with now in of to 2016/17 ? , - fee".split()
)


@given(st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=14).map(" ".join)))
def test_two_sides_or_none(text: str) -> None:
    """Whatever is typed, there are two questions or none, and neither of them has sides of its own."""
    sides = sides_of(text)

    assert len(sides) in (0, 2)
    assert all(side.endswith("?") and len(side) > 1 for side in sides)
    assert not any(sides_of(side) for side in sides)


def test_what_stands_before_a_colon_is_asked_of_both_times() -> None:
    """A topic before a colon, with two times behind it, is asked about at each of them."""
    assert sides_of("Night buses: the council's view in 2014 and the plan's now?") == (
        "What is said about Night buses in 2014?",
        "What is said about Night buses now?",
    )
