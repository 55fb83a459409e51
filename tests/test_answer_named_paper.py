"""The date of one plan is never given as that of another."""

import pytest

from assistant.answer.named_paper import is_of_another_paper

TITLE = "Harbour and Ferries Plan 2020-2023"


@pytest.mark.parametrize(
    ("question", "text", "is_another"),
    [
        ("When was the plan published?", "The HBP plan for 2020 was published in May 2020.", True),
        ("When was the plan published?", "The Harbour Business Plan came out in May 2020.", True),
        ("When was the plan published?", "The Plan was published in May 2020.", False),
        ("When was the plan published?", "Our Harbour and Ferries Plan was published in May 2020.", False),
        ("When was the plan published?", "Beside the Pilots' Plan the Harbour Plan came out in May.", False),
        ("When was the business plan published?", "The Harbour Business Plan came out in May 2020.", False),
        ("When was the quay built?", "The Harbour Business Plan came out in May 2020.", False),
    ],
)
def test_sentence_on_a_plan_of_another_name_is_not_about_the_plan(
    question: str, text: str, is_another: bool
) -> None:
    """Asked about the plan, a sentence that only names others is of another paper."""
    assert is_of_another_paper(question, text, TITLE) is is_another
