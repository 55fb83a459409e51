"""What makes an answer right, and the numbers made of many."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.wording import UNSURE
from assistant.types import ANSWERING, Answer, Status
from eval.questions import Category, Question, Split
from eval.score import Outcome, Rate, faults, measure, percentile, rank_of_hit

RENT = Question(
    id="rent",
    split=Split.TUNE,
    category=Category.FACTS,
    turns=("What is the rent?",),
    must=(("£30", "thirty pounds"), ("a year", "yearly")),
    forbidden=("£25",),
    documents=("rules-2020",),
    status=ANSWERING,
    limit=8,
)
LEEDS = replace(
    RENT, id="leeds", category=Category.NEIGHBOUR, must=(), status=frozenset({Status.NOT_IN_DOCUMENTS})
)
RIGHT = Answer("What is the rent?", Status.ANSWERED, "The rent is thirty pounds [1] a year.")
REFUSAL = Answer("And in Leeds?", Status.NOT_IN_DOCUMENTS, "The documents do not say.")


def test_a_right_answer_has_no_faults() -> None:
    """Acceptable status, a string of each group, the right document and the right length make it right."""
    assert faults(RENT, RIGHT, ("rules-2020", "news-2021")) == ()


@pytest.mark.parametrize(
    ("answer", "cited", "fault"),
    [
        (
            replace(RIGHT, status=Status.INVALID),
            ("rules-2020",),
            "status invalid, expected answered or partial",
        ),
        (replace(RIGHT, text="It is £30."), ("rules-2020",), "lacks 'a year' or 'yearly'"),
        (replace(RIGHT, text="£30 a year, once £25."), ("rules-2020",), "says '£25'"),
        (RIGHT, ("news-2021", "rules-2020"), "cites news-2021 first, expected rules-2020"),
        (RIGHT, (), "cites nothing first, expected rules-2020"),
        (replace(RIGHT, text=RIGHT.text + " Or so."), ("rules-2020",), "9 words, limit 8"),
    ],
)  # fmt: skip
def test_each_fault_makes_an_answer_wrong(answer: Answer, cited: tuple[str, ...], fault: str) -> None:
    """Every condition counts alone, and its fault says what was expected."""
    assert faults(RENT, answer, cited) == (fault,)


def test_a_question_without_documents_accepts_any() -> None:
    """Documents are looked at only where the question names them."""
    assert faults(replace(RENT, documents=()), RIGHT, ()) == ()


def test_a_refusal_is_judged_by_its_status_and_by_what_it_must_not_say() -> None:
    """An unanswerable question asks for no strings, no citation and no length."""
    assert faults(LEEDS, REFUSAL, ("news-2021",)) == ()
    assert faults(LEEDS, replace(REFUSAL, text="word " * 500), ()) == ()
    assert faults(LEEDS, replace(REFUSAL, text="Here it is £25."), ()) == ("says '£25'",)
    assert faults(LEEDS, RIGHT, ("rules-2020",)) == ("status answered, expected not_in_documents",)


def test_a_system_that_refuses_everything_has_no_right_answers() -> None:
    """Refusing scores nothing on what is answerable, and its refusals are not precise."""
    scores = measure([Outcome(RENT, REFUSAL), Outcome(LEEDS, REFUSAL)])

    assert scores.rate("all_answerable").value == 0
    assert scores.rate("all_unanswerable").value == 1
    assert scores.rate("abstention_precision") == Rate(1, 2)
    assert scores.rate("abstention_recall") == Rate(1, 1)
    assert scores.rate("verbatim").value is None


def test_a_system_that_answers_everything_refuses_nothing() -> None:
    """Answering what is not in the documents scores nothing on it."""
    scores = measure([Outcome(RENT, RIGHT, ("rules-2020",)), Outcome(LEEDS, RIGHT, ("rules-2020",))])

    assert scores.rate("all_answerable").value == 1
    assert scores.rate("all_unanswerable").value == 0
    assert scores.rate("abstention_recall") == Rate(0, 1)
    assert scores.rate("neighbours_refused") == Rate(0, 1)
    assert scores.rate("abstention_precision").value is None


def test_answers_with_and_without_a_word_of_doubt_are_told_apart() -> None:
    """Of the answers that say that they may be none, and of the others, it is told how many are right."""
    doubted = replace(RIGHT, text=f"{UNSURE}\n{RIGHT.text}")
    scores = measure(
        [Outcome(RENT, RIGHT, ("rules-2020",)), Outcome(LEEDS, doubted), Outcome(LEEDS, REFUSAL)]
    )

    assert scores.rate("sure_right") == Rate(1, 1)
    assert scores.rate("unsure_right") == Rate(0, 1)


def test_names_are_taken_together() -> None:
    """Names joined by a plus count all their questions once."""
    scores = measure([Outcome(RENT, RIGHT, ("rules-2020",)), Outcome(LEEDS, RIGHT)])

    assert scores.rate("facts+neighbour") == Rate(1, 2)
    with pytest.raises(KeyError):
        scores.rate("facts+weather")


def test_citations_count_where_something_is_cited() -> None:
    """A refusal has no citation that could be wrong."""
    outcomes = [
        Outcome(RENT, RIGHT, ("rules-2020",)),
        Outcome(RENT, RIGHT, ("news-2021",)),
        Outcome(RENT, REFUSAL),
    ]

    assert measure(outcomes).rate("citation_document") == Rate(1, 2)


def test_recall_counts_what_was_searched() -> None:
    """A hit counts at its rank and deeper; a question that was not searched for counts nowhere."""
    outcomes = [
        Outcome(RENT, RIGHT, searched=True, hit=1),
        Outcome(RENT, RIGHT, searched=True, hit=3),
        Outcome(RENT, RIGHT, searched=True, hit=None),
        Outcome(LEEDS, REFUSAL),
    ]
    rates = measure(outcomes).rates

    assert [rates[f"recall_at_{depth}"] for depth in (1, 3, 8)] == [Rate(1, 3), Rate(2, 3), Rate(2, 3)]


def test_a_hit_has_the_answer_and_is_from_an_acceptable_document() -> None:
    """The first group decides; another document that says the same is no hit."""
    retrieved = [("rules-2020", "about rent"), ("news-2021", "£30"), ("rules-2020", "It is £30.")]

    assert rank_of_hit(RENT, retrieved) == 3
    assert rank_of_hit(replace(RENT, documents=()), retrieved) == 2
    assert rank_of_hit(RENT, retrieved[:2]) is None


def test_nothing_measured_is_no_rate() -> None:
    """Scores of no outcomes hold no share at all."""
    scores = measure([])

    assert all(rate.value is None for rate in scores.rates.values())
    assert scores.seconds_p95 == scores.words_mean == 0


@given(st.lists(st.floats(0, 100), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_reached_by_its_share(values: list[float], share: float) -> None:
    """At least that share of the values are no larger, and it is one of them."""
    ordered = sorted(values)
    found = percentile(ordered, share)

    assert found in ordered
    assert sum(value <= found for value in ordered) >= share * len(ordered) - 1e-9
