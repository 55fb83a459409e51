"""When an answer is from: the plan in force, the newest document that speaks, and what was said before it."""

import pytest

from assistant.chain import Assistant
from assistant.types import Status
from tests.library import converse


@pytest.mark.parametrize(
    ("year", "document", "aim"),
    [("2020", "library-plan-2019", "reading groups"), ("2024", "library-plan-2022", "reading garden")],
)
def test_aims_hold_while_the_plan_is_in_force(library: Assistant, year: str, document: str, aim: str) -> None:
    """The plan in force in a year answers for what it aims at then."""
    answer = library.ask(f"What are the priorities in {year}?")

    assert answer.status is Status.ANSWERED
    assert aim in answer.text
    assert {citation.source.info.id for citation in answer.citations} == {document}


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Who was the Head of Libraries in 2022?", Status.ANSWERED),
        ("Who was the Head of Libraries in 2024?", Status.NOT_IN_DOCUMENTS),
    ],
)
def test_post_is_held_only_at_the_plan_s_date(library: Assistant, question: str, status: Status) -> None:
    """A plan names people as of its own date: it does not say who holds a post two years later."""
    assert library.ask(question).status is status


@pytest.mark.parametrize(
    "questions",
    [
        ("How many branches are there now?",),
        ("How many branches were there in 2019?", "And how many are there today?"),
    ],
)
def test_now_is_told_by_the_plan_in_force(library: Assistant, questions: tuple[str, ...]) -> None:
    """Asked about today, the plan that has not been replaced answers, though a report is newer still."""
    answer = converse(library, *questions)

    assert answer.status is Status.ANSWERED
    assert "21 branches" in answer.text
    assert "24 branches" not in answer.text


def test_month_of_a_document_is_known_by_its_date(library: Assistant) -> None:
    """Asked about a month, the document of that month answers, though no sentence in it says so."""
    answer = library.ask("How many branches were there in February 2022?")

    assert answer.status is Status.ANSWERED
    assert "21 branches" in answer.text


@pytest.mark.parametrize(
    ("question", "now", "before"),
    [
        ("How long may a book be borrowed?", "four weeks", "“A book may be borrowed for three weeks.”"),
        ("Who is the Head of Libraries?", "Ruth Adeyemi", "“The Head of Libraries is Daniel Osei, who"),
        (
            "What are the priorities?",
            "We will work on four priorities",
            "“We will work on three priorities:”",
        ),
    ],
)
def test_newest_answers_and_one_line_tells_what_was_said_before(
    library: Assistant, question: str, now: str, before: str
) -> None:
    """Where an older document gives another value for the same fact, it is quoted in one line, the last."""
    answer = library.ask(question)
    *lines, last = answer.text.splitlines()

    assert now in "".join(lines)
    assert last.startswith("Before that, Library Plan 2019-2022 (March 2019) said:")
    assert before in last
    assert answer.citations[0].source.info.id == "library-plan-2022"
    assert answer.citations[-1].source.info.id == "library-plan-2019"


@pytest.mark.parametrize(
    "question",
    [
        "How long may a book be borrowed in 2022?",
        "How much does a lost card cost?",
        "What does RFID stand for?",
        "How many villages do the mobile libraries stop at?",
    ],
)
def test_what_no_older_document_says_otherwise_is_told_without_such_a_line(
    library: Assistant, question: str
) -> None:
    """A question about a time, or a fact that only one document gives, gets no line about the past."""
    assert "Before that" not in library.ask(question).text


@pytest.mark.parametrize("question", ["How much does the service cost?", "What does the service cost now?"])
def test_answer_that_only_an_older_document_gives_says_so_first(library: Assistant, question: str) -> None:
    """Where the newest document is silent, that and its date come before the older one's words."""
    answer = library.ask(question)

    assert answer.text.startswith("I found nothing on this in the newest document (16 May 2023).")
    assert "£6.4 million" in answer.text
    assert "Library Plan 2022-2025" in " ".join(answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "What did the service cost in 2019?",
        "How much was spent on staff in 2021/22?",
        "What is the phone number?",
    ],
)
def test_plan_in_force_and_a_time_asked_for_need_no_warning(library: Assistant, question: str) -> None:
    """A plan still in force at the newest document's date, or the time that was asked for, is not old."""
    assert "newest document" not in library.ask(question).text


def test_what_was_just_quoted_is_not_called_old_again(library: Assistant) -> None:
    """A follow-up about an older document's words is answered without saying again how old they are."""
    answer = converse(library, "How much does the service cost?", "Who pays for this?")

    assert "newest document" not in answer.text


def test_refusal_shows_how_new_the_documents_are(library: Assistant) -> None:
    """Who is told that the documents do not answer sees the newest of them with its date."""
    answer = library.ask("How much was spent on staff in 2023/24?")

    assert "16 May 2023" in answer.notes[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the fine for a late book in the 2022 plan?", "20p a day"),
        ("Who is the Head of Libraries?", "Daniel Osei"),
    ],
)
def test_older_plan_is_the_one_that_no_longer_holds(library: Assistant, question: str, said: str) -> None:
    """“And in the older plan?” asks the same of what had ended when the newest document came."""
    answer = converse(library, question, "and in the older plan?")

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].source.info.id == "library-plan-2019"
    assert said in answer.citations[0].quote
