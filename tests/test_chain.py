"""The whole way of a question, on a corpus about another subject and another body than the one we ship."""

import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.answer.draft import Draft, Quote
from assistant.chain import Assistant, Request
from assistant.errors import IndexMissing
from assistant.question.courtesy import Courtesy, courtesy_of
from assistant.settings import Settings
from assistant.types import Answer, Status, Turn
from tests.allotment import answering_from
from tests.library import converse

OLD, NEW, REPORT = "library-plan-2019", "library-plan-2022", "committee-report-2023"
RIGHT: list[tuple[str, list[str], str]] = [
    ("How much was spent on staff in 2021/22?", ["4,025"], NEW),
    ("How much did the library service spend on mobile libraries in 2020-21?", ["210"], NEW),
    ("What was the spending on books and films for 2021/2022?", ["655"], NEW),
    ("What are the priorities?", ["evening a week", "tablets", "leave home", "reading garden"], NEW),
    ("How many priorities are there?", ["four"], NEW),
    ("What were the priorities in 2019?", ["bus ride", "reading groups", "laptops"], OLD),
    ("Who is the Head of Libraries?", ["Ruth Adeyemi"], NEW),
    ("Who was the Head of Libraries in 2019?", ["Daniel Osei"], OLD),
    ("Who are the vice-chairs of the committee?", ["Idris Khan", "Joan Whitby"], REPORT),
    ("When was Ruth Adeyemi appointed?", ["September 2021"], NEW),
    ("When did the self-service desks come into use?", ["4 October 2021"], NEW),
    ("Who built the self-service desks?", ["Penhallow Systems"], NEW),
    ("What does RFID stand for?", ["radio frequency identification"], NEW),
    ("How long can I borrow a book?", ["four weeks"], NEW),
    ("How long could a book be borrowed in 2019?", ["three weeks"], OLD),
    ("What was the fine for a late book in 2019?", ["20p a day"], OLD),
    ("Are there fines for late books?", ["no fines"], NEW),
    ("Is there a charge for a library card?", ["no charge"], NEW),
    ("Can the committee set the budget?", ["cannot set the budget"], REPORT),
    ("Why are there no fines for late books?", ["poorest families"], NEW),
    ("What is the phone number of the library service?", ["01632 960 145"], NEW),
    ("How much would an electric van cost?", ["£185,000"], REPORT),
    ("How many villages do the mobile libraries stop at?", ["88"], REPORT),
    ("How many visits were there in 2022?", ["38,450"], REPORT),
    ("what does a lost card cost", ["£2"], NEW),
    ("How many volunteers are there?", ["340"], NEW),
    ("What are the powers of the committee?", ["attend a meeting", "closed or moved"], REPORT),
    ("What percentage of under 16s used a library in 2022?", ["64%"], REPORT),
]
SLIPS = [
    ("Wot is the fine for a late book in 2019?", "20p a day"),
    ("When did the self-servise desks come into use?", "4 October 2021"),
    ("who is the head of libaries", "Ruth Adeyemi"),  # codespell:ignore libaries
    ("how long can i borow a book for", "four weeks"),  # codespell:ignore borow
    ("HOW MUCH WAS SPENT ON STAFF IN 2021/22?", "4,025"),
]
CONVERSATIONS = [
    (["How much was spent on staff in 2020/21?", "and the year after?"], "4,025"),
    (["How much was spent on staff in 2020/21?", "And in 2022/23?"], "4,180"),
    (["How much was spent on staff in 2020/21?", "What about mobile libraries?"], "210"),
    (["How much was spent on staff in 2020/21?", "no, I meant 2021/22"], "4,025"),
    (["How long can I borrow a book?", "no, I meant 2019"], "three weeks"),
    (["Who is the Head of Libraries?", "When was she appointed?"], "September 2021"),
    (["Who is the Head of Libraries?", "and in 2019?"], "Daniel Osei"),
    (["How many priorities are there?", "What are they?"], "reading garden"),
    (["What are the priorities?", "What is the third one?"], "deliver books"),
    (["How many villages do the mobile libraries stop at?", "How often?"], "every fortnight"),
    (["How long can I borrow a book?", "Who built the self-service desks?"], "Penhallow Systems"),
]


def timeless(answer: Answer) -> Answer:
    """An answer without how long it took."""
    return replace(answer, seconds=0.0)


@pytest.mark.parametrize(("question", "words", "document"), RIGHT)
def test_right_answer_comes_from_the_right_document(
    library: Assistant, question: str, words: Sequence[str], document: str
) -> None:
    """A fair question about the library service is answered rightly, and proven by the right document."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert [word for word in words if word not in answer.text] == []
    assert document in {citation.passage.document for citation in answer.citations}


@pytest.mark.parametrize(("question", "words"), SLIPS)
def test_slips_of_the_keyboard_are_forgiven(library: Assistant, question: str, words: str) -> None:
    """Misspelt, shouted and hasty questions are answered as well."""
    assert words in library.ask(question).text


@pytest.mark.parametrize(("questions", "words"), CONVERSATIONS)
def test_follow_up_is_answered_from_what_came_before(
    library: Assistant, questions: Sequence[str], words: str
) -> None:
    """A question that leans on the one before gets the answer that it means."""
    answer = converse(library, *questions)

    assert answer.status is Status.ANSWERED
    assert words in answer.text


def test_follow_up_into_a_year_that_is_not_given_is_refused(library: Assistant) -> None:
    """The year after the last one of a table has no figure, and none is given."""
    answer = converse(library, "How much was spent on staff in 2022/23?", "and the year after?")

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "2023/24" in answer.text
    assert not answer.citations


def test_answer_from_a_replaced_plan_says_so(library: Assistant) -> None:
    """An answer from the old plan names the one that replaced it, and one from the new plan does not."""
    old = library.ask("How long could a book be borrowed in 2019?")
    new = library.ask("How much does a lost card cost?")

    assert {citation.superseded_by for citation in old.citations} == {NEW}
    assert "Library Plan 2022-2025" in " ".join(old.notes)
    assert {citation.superseded_by for citation in new.citations} == {None}
    assert new.notes == ()


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("What are the priorities?", "6"),
        ("How much was spent on staff in 2021/22?", "10"),
        ("How long can I borrow a book?", "3"),
        ("How many villages do the mobile libraries stop at?", None),
    ],
)
def test_page_is_told_where_the_edition_tells_it(library: Assistant, question: str, page: str | None) -> None:
    """A citation has the printed page of its passage, or none where the edition has no page marks."""
    assert library.ask(question).citations[0].passage.page_label == page


def test_documents_are_listed_newest_first(library: Assistant) -> None:
    """The reader can see what the answers come from."""
    assert [info.id for info in library.documents()] == [REPORT, NEW, OLD]


def test_examples_are_questions_that_get_an_answer(library: Assistant) -> None:
    """What is shown to a newcomer as an example is answered when it is asked."""
    assert library.examples
    assert {library.ask(example).status for example in library.examples} == {Status.ANSWERED}


def test_refusal_suggests_only_what_gets_an_answer(library: Assistant) -> None:
    """Questions that are suggested after a refusal are answered when they are asked."""
    refused = library.ask("How many branches are there in Derbyshire?")

    assert {library.ask(suggested).status for suggested in refused.suggestions} <= {Status.ANSWERED}


@pytest.mark.parametrize("said", ["hello", "Thank you!", "good morning", "thanks"])
def test_courtesy_is_returned_and_not_looked_up(library: Assistant, said: str) -> None:
    """Greetings and thanks get a kind word, and no document is quoted for them."""
    answer = library.ask(said)

    assert answer.text
    assert answer.citations == ()
    assert answer.status is not Status.ANSWERED


def test_name_of_small_words_is_no_vague_question() -> None:
    """“Keep in the Know” may be what somebody wants to know of; “what is it?” says too little."""
    assert courtesy_of("What is Keep in the Know?", is_first=True) is None
    assert courtesy_of("What Is It?", is_first=True) is Courtesy.TOO_VAGUE


def test_name_of_small_words_is_known_however_it_is_typed(tmp_path: Path) -> None:
    """A name that the documents have is asked about without its capitals too."""
    notice = "# Notice\n\nThe Give and Take scheme lends wheelchairs to visitors of the hospital.\n"
    hospital = answering_from({"notice.md": notice}, tmp_path)

    assert "wheelchairs" in hospital.ask("what is give and take").text
    assert hospital.ask("what is it").status is Status.NEEDS_CLARIFICATION


@pytest.mark.parametrize(
    "said", ["help", "What can I ask you?", "Which documents do you have?", "Are you a real person?"]
)
def test_what_this_is_told_with_the_documents_that_it_answers_from(library: Assistant, said: str) -> None:
    """Whoever asks what this is hears that it is a program, and which documents it knows."""
    answer = library.ask(said)

    assert answer.status is Status.NEEDS_CLARIFICATION
    assert "computer program" in answer.text
    titles = [line for line in answer.text.splitlines() if line.startswith("•")]
    assert titles[0] == "• Report of the Culture Committee on the Mobile Libraries (16 May 2023)"
    assert len(titles) == 3


def test_two_questions_in_one_are_both_answered(library: Assistant) -> None:
    """A reader who asks two things gets both, each with its proof."""
    answer = library.ask(
        "Who is the Head of Libraries and how many villages do the mobile libraries stop at?"
    )

    assert "Ruth Adeyemi" in answer.text
    assert "88" in answer.text
    assert len(answer.citations) >= 2


def test_answer_says_which_build_it_came_from_and_how_long_it_took(library: Assistant) -> None:
    """Each answer names its generation and its time, and repeats the question as it was typed."""
    answer = library.ask("  How long can I borrow a book? ")

    assert answer.generation == library.generation
    assert 0 < answer.seconds < 5
    assert answer.question == "  How long can I borrow a book? "
    assert answer.understood_as == "How long can I borrow a book?"


def test_chain_is_a_langchain_runnable(library: Assistant) -> None:
    """The chain can be invoked, batched, streamed and joined like any other runnable."""
    question = "Who is the Head of Libraries?"
    asked = library.ask(question)

    invoked = library.chain.invoke(Request(question))
    batched = library.chain.batch([Request(question), Request("How long can I borrow a book?")])
    streamed = list(library.chain.stream(Request(question)))
    joined = (library.chain | (lambda answer: answer.text)).invoke(Request(question))

    assert timeless(invoked) == timeless(asked) == timeless(batched[0]) == timeless(streamed[-1])
    assert "four weeks" in batched[1].text
    assert joined == asked.text


def test_same_question_gets_the_same_answer(library: Assistant) -> None:
    """Asking again, with other questions between, changes nothing."""
    questions = [question for question, _, _ in RIGHT]

    first = [timeless(library.ask(question)) for question in questions]

    assert [timeless(library.ask(question)) for question in reversed(questions)] == first[::-1]


def test_threads_get_what_one_after_another_gets(library: Assistant) -> None:
    """Readers who ask at the same time do not disturb each other."""
    questions = [question for question, _, _ in RIGHT] * 2
    alone = [timeless(library.ask(question)) for question in questions]

    with ThreadPoolExecutor(4) as pool:
        together = [timeless(answer) for answer in pool.map(library.ask, questions)]

    assert together == alone


def test_question_is_never_logged(
    library: Assistant, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """What a reader typed stays out of every log and off every stream, answered, refused or invalid."""
    caplog.set_level(logging.DEBUG)
    for question in ("How long may Quuxbert borrow a book?", "Who is Quuxbert?", "Quuxbert " * 200):
        library.ask(question, [Turn(question, library.ask(question))])
        library.retriever.invoke("How long may Quuxbert borrow a book?")
    printed = capfd.readouterr()

    assert "quuxbert" not in (caplog.text + printed.out + printed.err).lower()


def test_long_conversation_costs_no_more_than_a_short_one(library: Assistant) -> None:
    """Ten thousand earlier turns are passed over, and the latest is leaned on."""
    question = "How much was spent on staff in 2020/21?"
    turns = [Turn(question, library.ask(question))] * 10_000
    began = time.perf_counter()

    answer = library.ask("and the year after?", turns)

    assert time.perf_counter() - began < 1
    assert "4,025" in answer.text


def test_no_index_is_said_before_any_question(settings: Settings) -> None:
    """Without an index there is no assistant to ask, and the reader is told what to do."""
    with pytest.raises(IndexMissing, match="ingest"):
        Assistant.open(settings)


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            ["How many", "who", "when", "and", "2019", "branches", "the staff", "it", "?", "[1]", "“"]
        )
        | st.text(max_size=8),
        max_size=10,
    ).map(" ".join)
)
def test_any_question_gets_an_answer_with_a_status(library: Assistant, question: str) -> None:
    """Whatever is typed, and whatever came before, there is an answer: it never fails."""
    turns = [Turn("Who is the Head of Libraries?", library.ask("Who is the Head of Libraries?"))]

    for answer in (library.ask(question), library.ask(question, turns)):
        assert answer.status in Status
        assert answer.text
        assert all(citation.quote in citation.source.text for citation in answer.citations)


def test_answer_that_fails_its_proof_is_held_back(
    library: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A draft with words that no document holds becomes a refusal with its passages, and is logged."""
    question = "Who is the Head of Libraries?"
    (citation, *_) = library.ask(question).citations
    quote = Quote(citation.source, citation.passage, citation.start, citation.end)
    invented = Draft(Status.ANSWERED, "“The Head of Libraries is a cat.” [1]", (quote,))
    monkeypatch.setattr("assistant.chain.compose", lambda *_: invented)

    answer = library.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "cat" not in answer.text
    assert [nearest.quote for nearest in answer.nearest] == [quote.text]
    assert "held back" in caplog.text
    assert "Head of Libraries" not in caplog.text
    caplog.clear()
