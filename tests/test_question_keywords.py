"""A few keywords become the question that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.keywords import as_question
from assistant.question.kinds import Kind, asked_for, kind_of, paid_for
from assistant.terms import words


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("library budget 2019/20", Kind.AMOUNT),
        ("council tax income 2019/20", Kind.AMOUNT),
        ("overdue rate village branches", Kind.PERCENT),
        ("share readers branch return late", Kind.PERCENT),
        ("postal address head librarian", Kind.CONTACT),
        ("day members use new hall", Kind.DATE),
        ("three objectives reading plan", Kind.LIST),
        ("services share village hall", Kind.LIST),
        ("2019 rules came Quiet Hours", Kind.LIST),
        ("librarian's role involve", Kind.LIST),
        ("names two members committee", Kind.PERSON),
        ("company supplies vans", Kind.PERSON),
        ("population Oakworth", Kind.COUNT),
        ("spent fuel 2019/20", Kind.AMOUNT),
        ("costs new vans", Kind.AMOUNT),
    ],
)
def test_keywords_tell_the_kind_of_answer(typed: str, kind: Kind) -> None:
    """Keywords without a word that asks still say whether a sum, a date, a share or a list is wanted."""
    assert kind_of(as_question(typed)) is kind


@pytest.mark.parametrize("typed", ["expenditure fuel 2019/20", "spent fuel 2019/20", "cost fuel"])
def test_keywords_on_spending_ask_what_it_was_for(typed: str) -> None:
    """What stands behind a word for spending is what the money went to, so no other figure answers."""
    assert paid_for(as_question(typed)) == ("fuel",)


@pytest.mark.parametrize("typed", ["services share village hall", "ways travel island winter"])
def test_keywords_on_several_things_ask_for_those(typed: str) -> None:
    """What is listed is the plural that the search begins with, and not the word after it."""
    assert asked_for(as_question(typed)) == (typed.partition(" ")[0],)


@pytest.mark.parametrize(
    "question",
    [
        "When was the plan refreshed?",
        "who runs Oakworth branch",
        "how many branches",
        "tell me about the budget",
        "is there a grant for clubs",
        "the library budget for 2019/20",
        "Oakworth branch",
        "branch closed mice bakery roof leaking again",
        "",
    ],
)
def test_sentences_and_topics_stay(question: str) -> None:
    """What asks by itself, has grammar, or only names a topic is not touched."""
    assert as_question(question) == question


@given(st.text(max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """A search made into a question keeps every word of it, in order."""
    question = iter(words(as_question(text)))

    assert all(word in question for word in words(text))
    assert as_question(as_question(text)) == as_question(text)
