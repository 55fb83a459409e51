"""Yes or no is said only where a quote says it, and a question with a false premise is told so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.wording import LEFT_OPEN, NO, NO_REASON, OPPOSITE, YES
from assistant.chain import Assistant
from assistant.question.direction import Direction, direction_of
from assistant.types import Status
from tests.allotment import answering_from


@pytest.mark.parametrize(
    ("question", "said", "quote"),
    [
        ("Can the committee set the budget?", NO, "It cannot set the budget"),
        ("Are there fines for late books?", NO, "There are no fines for late books"),
        (
            "Is it true that there is a charge for a library card?",
            NO,
            "there is no charge for a library card",
        ),
        ("Does the service employ 186 people?", YES, "It employs 186 people"),
        ("Did spending on staff rise in 2021/22?", YES, "4,025 − 3,910 = 115"),
        ("Did spending on buildings rise in 2021/22?", NO, "1,140 − 1,095 = 45"),
        ("Did loans of films go up?", NO, "30 − 24 = 6"),
        ("Did spending on buildings fall?", YES, "1,140 − 1,060 = 80"),
    ],
)
def test_yes_or_no_comes_with_the_words_that_decide_it(
    library: Assistant, question: str, said: str, quote: str
) -> None:
    """Where a sentence or two figures say yes or no, the answer begins with that and with their words."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines()[0] == said
    assert quote in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Is Daniel Osei the Head of Libraries?",
        "Are there 24 branches?",
        "Did loans of talking books and films go ahead?",
        "Do branches open for 30 hours a week?",
        "Does the librarian love every book?",
        "Are there no fines for late books?",
        "Is the figure for buildings going up or down?",
        "Should the oldest van be replaced?",
    ],
)
def test_what_no_quote_decides_is_answered_without_yes_or_no(library: Assistant, question: str) -> None:
    """Hedged, partly matching or negated words are quoted, and the reader draws the conclusion."""
    assert library.ask(question).text.splitlines()[0] not in {YES, NO}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Are the vans electric?", "It should be replaced by an electric one"),
        ("Does the committee meet in the town hall?", "The committee met on 16 May 2023"),
    ],
)
def test_what_no_quote_decides_is_said_to_be_open(library: Assistant, question: str, quote: str) -> None:
    """Quotes that neither bear out nor deny what is asked come after a line that says so."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(f"{LEFT_OPEN}\n")
    assert quote in answer.text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Can the committee publish a report?", "publish a report on any part of the service"),
        ("Do readers want hot drinks?", "hot drinks at the central library"),
        ("Is there a chess table?", "a chess table near the window"),
        ("Are there readers who asked for anything to eat or drink?", "hot drinks"),
    ],
)
def test_what_a_quote_decides_or_shows_is_not_said_to_be_open(
    library: Assistant, question: str, first: str
) -> None:
    """Where a quote bears out what is asked, or shows what there is, it stands there without such a line."""
    answer = library.ask(question)

    assert LEFT_OPEN not in answer.text
    assert first in answer.text


def test_piece_that_decides_is_quoted_first(library: Assistant) -> None:
    """What bears out the question comes before what is only near it."""
    answer = library.ask("Can the committee recommend that a branch be moved?")

    said = [citation.quote for citation in answer.citations]
    assert said[:2] == ["The committee may:", "recommend that a branch be closed or moved."]


@pytest.mark.parametrize(
    ("question", "new", "old"),
    [
        ("Are there 24 branches?", "21 branches", "24 branches"),
        ("Is Daniel Osei the Head of Libraries?", "Ruth Adeyemi", "Daniel Osei"),
        ("Can a book be borrowed for three weeks?", "four weeks", "three weeks"),
    ],
)
def test_what_was_so_once_is_told_after_what_is_so_now(
    library: Assistant, question: str, new: str, old: str
) -> None:
    """A yes-or-no question that fits only the old plan is answered from the new, the old beside it."""
    text = library.ask(question).text

    assert 0 <= text.find(new) < text.find(old)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        (
            "Why does the committee set the budget?",
            "“It cannot set the budget, which is",
        ),
        ("Why are there fines for late books?", "There are no fines for late books"),
        ("Why did spending on buildings rise in 2021/22?", "1,140 − 1,095 = 45"),
        ("How much did spending on staff fall in 2021/22?", "4,025 − 3,910 = 115"),
    ],
)
def test_question_that_takes_the_opposite_for_granted_is_told_so(
    library: Assistant, question: str, quote: str
) -> None:
    """A question whose premise the documents deny is refused with the very words, or the two figures."""
    answer = library.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.text.startswith(OPPOSITE)
    assert quote in answer.text
    assert answer.nearest
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    ["Why are there no fines?", "How does the committee work?", "When did the home delivery rounds begin?"],
)
def test_premise_that_nothing_denies_is_left_alone(library: Assistant, question: str) -> None:
    """A question is not said to be mistaken unless a quote denies what it takes for granted."""
    assert OPPOSITE not in library.ask(question).text


@pytest.mark.parametrize(
    ("question", "is_denied"),
    [("How are the ferries inspected?", False), ("How does the Harbour Board inspect the ferries?", True)],
)
def test_what_one_body_does_not_do_another_may(tmp_path: Path, question: str, is_denied: bool) -> None:
    """A question that names nobody is not mistaken because one body does not do what it asks about."""
    text = "# Who checks whom\n\nThe Harbour Board does not inspect the ferries.\n"
    assistant = answering_from({"rules.md": text}, tmp_path)

    assert (OPPOSITE in assistant.ask(question).text) is is_denied


def test_figures_that_went_that_way_are_told_without_a_reason(library: Assistant) -> None:
    """Asked why a figure fell which did fall, the table answers as far as it can, and says so."""
    answer = library.ask("Why did spending on buildings fall in 2021/22?")

    assert answer.status is Status.PARTIAL
    assert "1,140 − 1,095 = 45" in answer.text
    assert answer.text.endswith(NO_REASON)


@pytest.mark.parametrize(
    ("question", "direction"),
    [
        ("Why did the grant fall in 2019/20?", Direction.DOWN),
        ("Did income go up?", Direction.UP),
        ("Is it going up or down?", None),
        ("Why didn't the grant fall?", None),
        ("What is the grant?", None),
    ],
)
def test_direction_is_read_where_the_question_says_one(question: str, direction: Direction | None) -> None:
    """A question says which way a figure went only where it names one way, and does not say "not"."""
    assert direction_of(question) is direction


@given(st.text())
def test_question_that_says_both_ways_says_neither(words: str) -> None:
    """Whatever stands around them, "rise" and "fall" together leave the direction open."""
    assert direction_of(f"did it rise or fall {words}") is None
