"""A heading or a label names what stands below it or after it."""

import pytest

from assistant.chain import Assistant
from assistant.types import Status


@pytest.mark.parametrize("question", ["What is the aim?", "What is your aim?"])
def test_heading_names_what_is_told(library: Assistant, question: str) -> None:
    """Asked what the thing is that a heading names, the answer is what stands under that heading."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].passage.section[-1] == "Our aim"
    assert "a bus ride from a shelf of new books" in answer.text
