"""Who holds a post: not the holder of another body's, nor somebody before or after."""

from dataclasses import replace

import pytest

from assistant.answer.posts import asks_for_name, is_another_holder
from assistant.question.kinds import Kind
from assistant.question.query import Query


def _asked(question: str) -> Query:
    return Query(asked=question, text=question, core=question, kind=Kind.PERSON, wants_list=False, terms=())


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        (
            "Who chairs the Friends of the Library?",
            "I sit with the Friends and am Chair of the Tennis Club.",
            True,
        ),
        (
            "Who chairs the Friends of the Library?",
            "Ann Lee is Chair of the Friends of the Library.",
            False,
        ),
        ("Who chairs the Friends of the Library?", "Ann Lee is a member of the Friends.", True),
        ("Who is the treasurer of the club?", "The club’s treasurer is Ann Lee.", False),
        ("Who leads the service?", "Ann Lee, chief executive of the service", False),
        ("Who leads the service?", "Ann Lee, head of the swimming pool", True),
        ("Who cleans the service’s rooms?", "Ann Lee, head of the swimming pool", False),
    ],
)
def test_post_in_another_body_is_no_answer(question: str, text: str, another: bool) -> None:
    """The chair of one body is not told as that of another, nor a member as the chair."""
    assert is_another_holder(_asked(question), text) is another


@pytest.mark.parametrize(
    ("question", "text", "missed"),
    [
        ("Who was librarian before Ann Lee?", "Ann Lee, librarian", True),
        ("Who was librarian before Ann Lee?", "Ann Lee followed Bob Ray as librarian.", False),
        ("Who succeeded her?", "Ann Lee, librarian", True),
        ("Who was librarian before 2015?", "Ann Lee, librarian", False),
        ("Who was the librarian?", "Ann Lee, librarian", False),
    ],
)
def test_holder_is_not_told_as_the_one_before(question: str, text: str, missed: bool) -> None:
    """Asked who came before or after somebody, that person is no answer."""
    assert is_another_holder(_asked(question), text) is missed


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Who is the deputy head?", "Ann Lee, head of the service", True),
        ("Who is the deputy head?", "Ann Lee, deputy head of the service", False),
        ("Who is the head?", "Ann Lee, deputy head of the service", True),
        ("Who is the head?", "Ann Lee is the head and Bob Ray her deputy head.", False),
    ],
)
def test_deputy_is_not_told_as_the_head(question: str, text: str, another: bool) -> None:
    """Whoever asks for the head is not told the deputy, and the other way round."""
    asked = replace(_asked(question), asked_for=("head",))

    assert is_another_holder(asked, text) is another


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("With the CEO of Fair Winds, Ann Lee", True),
        ("Ann Lee, chief executive of Seaport Harbour", False),
        ("Ann Lee, chief executive", False),
    ],
)
def test_post_of_no_body_is_that_of_who_writes(text: str, another: bool) -> None:
    """Who is asked for without a body is that of the body that the document is of."""
    asked = _asked("Who is the chief executive?")

    assert is_another_holder(asked, text, "Seaport Harbour Board") is another


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("Who is the deputy mayor?", True),
        ("Who's the current harbour commissioner?", True),
        ("What are the names of the three members?", True),
        ("What is his name?", True),
        ("Who runs the ferry?", False),
        ("Who is the regulator?", False),
        ("What is the name of the ferry?", False),
    ],
)
def test_some_questions_only_a_name_answers(question: str, wants: bool) -> None:
    """Who holds a post that one person holds, and what somebody is called, is told by a name alone."""
    assert asks_for_name(question) is wants
