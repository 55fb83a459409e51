"""Who holds a post: not the holder of another body's, nor somebody before or after."""

import pytest

from assistant.answer.posts import is_another_holder
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
