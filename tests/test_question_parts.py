"""A question that asks two things, and what its second half leaves unsaid."""

import pytest

from assistant.question.parts import ask_the_same, of_two_times, parts_of


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "When was the shop opened and who runs it?",
            "When was the shop opened?",
            "Who runs it?",
        ),
        (
            "Dogs: who may bring one, and where must they stay?",
            "Dogs: who may bring one?",
            "Dogs: where must they stay?",
        ),
        (
            "Which boats does the harbour own, and which ones does it hire?",
            "Which boats does the harbour own?",
            "Which boats does it hire?",
        ),
    ],
)
def test_second_half_says_what_both_share(question: str, first: str, second: str) -> None:
    """A topic before a colon, and the noun that “which ones” stands for, are said in both halves."""
    assert parts_of(question) == (first, second)


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("What was said about dogs in 2014, and what does the present plan say?", True),
        ("Who ran the shop in 2015, and which club does so under the 2018 plan?", True),
        ("What had been done for dogs by 2014, and what does the mayor intend in 2018?", False),
        ("What was done about dogs in 2014, and what is on offer to their owners in the 2018 plan?", False),
    ],
)
def test_half_without_words_of_its_own_asks_the_same(question: str, same: bool) -> None:
    """A second half with another time and hardly a word of its own asks what the first one does."""
    parts = parts_of(question)

    assert of_two_times(parts)
    assert ask_the_same(parts) is same


def test_halves_of_one_time_are_two_questions() -> None:
    """Where only one half names a time, neither is asked of another one."""
    assert not of_two_times(parts_of("When did the shop open in 2015 and who runs it?"))


@pytest.mark.parametrize(
    ("search", "parts"),
    [
        ("how many branches how many vans", 2),
        ("when pier opened when ferry began", 2),
        ("how many branches are there and how many vans", 2),
        ("who decides how many branches close", 1),
        ("how many of the branches know how many vans come", 1),
    ],
)
def test_keywords_that_ask_twice_are_two_questions(search: str, parts: int) -> None:
    """A search that asks with the same words again asks two things, with no “and” between them."""
    assert len(parts_of(search)) == parts
