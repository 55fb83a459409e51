"""What the documents do not answer is refused: typed, explained, and with the nearest passage."""

from contextlib import closing
from pathlib import Path

import pytest

from assistant.answer import wording
from assistant.answer.decide import Obstacle, Verdict, obstacle
from assistant.answer.refuse import refuse
from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import answering_from

REFUSED = {Status.NOT_IN_DOCUMENTS, Status.OUT_OF_SCOPE}
UNANSWERABLE = [
    "How much was spent on staff in 2023/24?",
    "How many visits were there in 2019?",
    "How many branches are there in Derbyshire?",
    "What is the price of a library card in Manchester?",
    "How much was spent on salaries for gardeners in 2021/22?",
    "Who is the mayor of Oakworth?",
    "How many dentists are there?",
    "When was the castle built?",
    "What colour are the mobile libraries?",
    "Why was the swimming pool closed?",
    "How much is the head of libraries paid a year?",
    "What is the fire service's budget?",
    "What was the budget of the fire service in 2021/22?",
    "What was the spending on carpets in 2021/22?",
    "What was spent on ladders in 2020/21?",
    "What was the total spent on vans in 2021/22?",
    "What was the total cost of the gardens in 2021/22?",
    "How much income came from late fines in 2021/22?",
]
ELSEWHERE = [
    "What is the capital of France?",
    "How do I bake a sourdough loaf?",
    "Will it rain tomorrow?",
    "Who won the football world cup?",
    "Tell me a joke about penguins",
    "Highest mountain that anyone has ever climbed in winter?",
    "Why do cats purr when somebody strokes them?",
    "Tell me the best way of getting red wine out of a carpet",
    "Usual price of a pint in an ordinary pub?",
    "Best way to keep a garden pond free of algae?",
]
UNREADABLE = ["", "   ", "x" * 1_001, "👍", "Combien de livres sont dans la bibliothèque ?", "\u200b\u202e"]


@pytest.mark.parametrize("question", UNANSWERABLE)
def test_what_the_documents_do_not_say_is_refused_with_the_nearest_passage(
    library: Assistant, question: str
) -> None:
    """Another year, place, body or measure gets a reason and the nearest passage, and no answer."""
    answer = library.ask(question)

    assert answer.status in REFUSED
    assert answer.citations == ()
    assert answer.text
    assert all(found.quote in found.source.text for found in answer.nearest)
    assert answer.nearest


@pytest.mark.parametrize("question", ELSEWHERE)
def test_question_about_something_else_is_refused(library: Assistant, question: str) -> None:
    """What has nothing to do with the documents is not answered from them."""
    answer = library.ask(question)

    assert answer.status in REFUSED
    assert answer.citations == ()


@pytest.mark.parametrize("question", UNREADABLE)
def test_question_that_cannot_be_read_is_invalid(library: Assistant, question: str) -> None:
    """An unreadable question gets one sentence about what is wrong, and nothing is looked up."""
    answer = library.ask(question)

    assert answer.status is Status.INVALID
    assert answer.text.endswith(".")
    assert (answer.citations, answer.nearest) == ((), ())
    assert answer.generation == library.generation


def test_refused_place_is_named(library: Assistant) -> None:
    """The reader is told which word of the question the documents do not speak of."""
    assert "derbyshire" in library.ask("How many branches are there in Derbyshire?").text.lower()


def test_count_of_what_no_document_has_is_not_called_known(library: Assistant) -> None:
    """That the documents speak of a thing, but give no number, is said only where they do."""
    answer = library.ask("How many dentists are there?")

    assert "speak about this" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What does the plan say about dragons?",
        "Does the report mention anything about dragons?",
        "what did it say about dragon riders",
        "I am afraid of the dragons in my street",
        "What is the service doing about dragons?",
        "How does the council tackle dragons?",
        "Does the plan cover dragons?",
        "What is the policy on dragons?",
    ],
)
def test_topic_that_the_corpus_lacks_is_refused_by_name(library: Assistant, question: str) -> None:
    """Asked what is said about something that no document mentions, the assistant says that, and what."""
    answer = library.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "dragon" in answer.text


def test_topic_that_the_corpus_has_is_told(library: Assistant) -> None:
    """Asked what the plan says about something, the assistant tells what stands there."""
    answer = library.ask("What does the plan say about reading groups?")

    assert answer.status is Status.ANSWERED
    assert "reading groups" in answer.text


@pytest.mark.parametrize("question", UNANSWERABLE[:4])
def test_refusal_says_whom_to_ask_in_the_documents_own_words(library: Assistant, question: str) -> None:
    """Who is refused an answer is told the contact details that the newest document gives, word for word."""
    answer = library.ask(question)

    assert answer.status is Status.NOT_IN_DOCUMENTS
    (note,) = [note for note in answer.notes if "ask a person" in note]
    assert "“Telephone: 01632 960 145”" in note
    assert "“E-mail: libraries@fernshire.example”" in note


def test_name_that_is_asked_about_is_not_called_missing(library: Assistant) -> None:
    """Whoever asks who somebody is knows the name: that the documents give none is not the reason."""
    named, unnamed = (
        refuse(query, Verdict(Obstacle.NO_SUCH_KIND), evidence)
        for query, evidence in map(library.weighed, ("Who is Daniel Osei?", "Who is the Head of Libraries?"))
    )

    assert named.text == wording.NOT_FOUND
    assert "a person’s name" in unnamed.text


def test_answer_does_not_send_people_elsewhere(library: Assistant) -> None:
    """Contact details come with refusals only."""
    assert not library.ask("How much was spent on staff in 2021/22?").notes


@pytest.mark.parametrize("question", ["How do I bake a sourdough loaf?", "Tell me a joke about penguins"])
def test_question_about_nothing_in_the_documents_is_out_of_scope(library: Assistant, question: str) -> None:
    """A question of which the documents have not a word is out of scope, not merely unanswered."""
    assert library.ask(question).status is Status.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "question", ["How much did the gardeners spend in 2021/22?", "What did dogs cost in 2020/21?"]
)
def test_a_year_that_the_documents_give_is_not_said_to_be_missing(library: Assistant, question: str) -> None:
    """Where the year is there and the thing is not, no list of years hides that."""
    assert "They give it for" not in library.ask(question).text


def test_date_in_which_the_reader_sees_no_answer_is_none(library: Assistant) -> None:
    """“In spring” is no answer to when something was invented that the sentence does not speak of."""
    query, evidence = library.weighed("In which year was the first self-service desk invented?")
    (spring,) = [found for found in evidence if "borrow in spring" in found.text]

    assert spring.kind_fit == 1.0
    assert obstacle(query, spring) is not None


def test_documents_are_not_said_to_speak_of_what_they_do_not_mention(library: Assistant) -> None:
    """“The documents speak about this” is said only where they do."""
    answer = library.ask("How old do I have to be to fly a glider over the reef?")

    assert answer.status in REFUSED
    assert "speak about this" not in answer.text


def test_list_that_is_asked_for_is_not_any_list(library: Assistant) -> None:
    """A question for several things is not answered with a list of something else."""
    answer = library.ask("Which kinds of music are played in the mobile libraries?")

    assert answer.status in REFUSED
    assert answer.citations == ()


def test_what_is_said_of_all_is_not_said_of_one(tmp_path: Path) -> None:
    """A plan that speaks of crime on every page, and never of burglary, is not quoted on burglary."""
    parts = ("Streets", "Schools", "Farms", "Shops", "Parks", "Trains")
    sections = "\n\n".join(f"## {part}\n\nCrime around {part.lower()} is to fall by 2026." for part in parts)
    with closing(answering_from({"plan.md": f"# Safety Plan\n\n{sections}\n"}, tmp_path)) as assistant:
        assert assistant.ask("What does the plan say about burglary?").status in REFUSED
        assert assistant.ask("What does the plan say about farms?").status is Status.ANSWERED


def test_name_that_no_document_has_is_told_as_it_was_typed(library: Assistant) -> None:
    """Asked of a place that no document names, they are said not to mention it, in its own capitals."""
    refused = library.ask("How many branches are there in Derbyshire?")

    assert "The documents do not mention “Derbyshire”." in refused.text


@pytest.mark.parametrize(
    "question",
    ["Are foxes a problem in the county?", "Is there a problem with foxes?", "Are there any foxes?"],
)
def test_trouble_that_no_document_has_is_refused_by_name(library: Assistant, question: str) -> None:
    """Whether there is such a thing is not answered with another trouble."""
    refused = library.ask(question)

    assert refused.status in REFUSED
    assert "“foxes”" in refused.text
