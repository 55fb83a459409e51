"""Three plans that followed one another: which of them a question means, and what replaced what."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer.evidence import newer_first
from assistant.chain import Assistant
from assistant.types import Status
from tests.allotment import quietly, settings_in
from tests.library import converse

PLANS = Path(__file__).parent / "corpora" / "plots"
FIRST, SECOND, THIRD = "plots-2016", "plots-2019", "plots-2022"


@pytest.fixture(scope="module")
def plots(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from three plans of an allotment society."""
    folder = tmp_path_factory.mktemp("plots")
    shutil.copytree(PLANS, folder / "corpus")
    quietly(settings_in(folder))
    return Assistant.open(settings_in(folder))


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("What is the rent of a full plot?", THIRD),
        ("How high may a shed be now?", THIRD),
        ("What did the previous plan say about the rent?", SECOND),
        ("What was the rent in the old plan?", SECOND),
        ("What was the rent in the plan before this one?", SECOND),
        ("What was the rent in 2019?", SECOND),
        ("What was the rent in 2016?", FIRST),
        ("What was the rent in the oldest plan?", FIRST),
        ("Who was the chair in the original plan?", FIRST),
    ],
)
def test_a_plan_of_three_is_found_by_its_place(plots: Assistant, question: str, document: str) -> None:
    """The present plan, the one before it and the oldest one are told apart, by their place or their year."""
    answer = plots.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].passage.document == document


def test_a_follow_up_stays_only_with_what_it_leans_on(plots: Assistant) -> None:
    """The newest plan goes first for a follow-up too, but not before the passage that is spoken of."""
    query, evidence = plots.weighed("What is the rent of a full plot?")
    alike = [replace(found, score=1.0, coverage=0.9, kind_fit=1.0) for found in evidence]
    oldest, newest = (next(one for one in alike if one.passage.document == key) for key in (FIRST, THIRD))
    follow_up = replace(query, is_follow_up=True)
    about_the_oldest = replace(follow_up, focus=frozenset({oldest.passage.id}))

    assert newer_first(follow_up, [oldest, newest])[0] is newest
    assert newer_first(about_the_oldest, [oldest, newest])[0] is oldest


def test_an_answer_from_the_oldest_names_the_plan_in_force(plots: Assistant) -> None:
    """What replaced the oldest of three is the newest, not the one between them that was replaced as well."""
    oldest = plots.ask("What was the rent in 2016?")
    between = plots.ask("What was the rent in 2019?")

    for answer in (oldest, between):
        assert {citation.superseded_by for citation in answer.citations} == {THIRD}
        assert "Allotment Plan 2022-2025" in " ".join(answer.notes)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("What changed about the rent between 2016 and 2022?", [FIRST, THIRD]),
        ("What changed about the rent between 2019 and 2022?", [SECOND, THIRD]),
        ("What changed about sheds between 2016 and 2019?", [FIRST, SECOND]),
    ],
)
def test_what_changed_between_two_of_three(plots: Assistant, question: str, sides: list[str]) -> None:
    """Asked what changed between two of the plans, both are told, the older first, and the third is not."""
    answer = plots.ask(question)

    told = [citation.passage.document for citation in answer.citations]
    assert answer.status is Status.ANSWERED
    assert list(dict.fromkeys(told)) == sides


def test_the_plan_before_is_asked_of_in_a_follow_up(plots: Assistant) -> None:
    """A follow-up about the previous plan asks the same of the plan that the newest replaced."""
    answer = converse(plots, "What is the rent of a full plot?", "And in the previous plan?")

    assert "£48" in answer.text
    assert answer.citations[0].passage.document == SECOND
