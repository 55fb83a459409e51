"""Asked for somebody's view, the newest document is heard, and never called silent where it speaks."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from assistant.chain import Assistant
from tests.allotment import answering_from

OLD = """---
id: old
title: Ferry Report 2014
author: "Ann Lee, Ferry Director"
date: "2014-10"
---

# Ferry Report 2014

I am not asking for ferries without fares. I recognise that all fares can be a burden. My views are clear.
"""
NEW = """---
id: new
title: Ferry Plan 2018
author: "Ann Lee, Ferry Director"
date: "2018-07"
---

# Ferry Plan 2018

I believe that fares should fall for those who cross each day, so that work on the island pays.

## Aims

- lower fares

- more sailings in winter

## Passengers

Implement measures so that young passengers are helped to the ferry.

Young passengers tell me that the ferry is too slow.
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant that answers from an old and a new paper of one author."""
    files = {"old.md": OLD, "new.md": NEW}
    with closing(answering_from(files, tmp_path_factory.mktemp("ferries"))) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question", ["What is the Ferry Director's view on fares?", "What's Ms Lee's position on the fares?"]
)
def test_view_is_that_of_the_newest_document(ferries: Assistant, question: str) -> None:
    """The word “view” need not stand in what somebody thinks."""
    answer = ferries.ask(question)

    assert answer.citations[0].source.info.id == "new"
    assert "I believe that fares should fall" in answer.text
    assert "found nothing" not in answer.text


def test_bare_words_of_the_question_are_no_answer(ferries: Assistant) -> None:
    """An item that only repeats the question is not quoted as the answer."""
    assert "“lower fares”" not in ferries.ask("What are lower fares?").text


def test_what_people_think_is_no_measure_for_them(ferries: Assistant) -> None:
    """“What do they think of it?” is told a view, and not whatever else is said of them."""
    answer = ferries.ask("What do young passengers think of the ferry?")

    assert "too slow" in answer.citations[0].quote
    assert "Implement measures" not in answer.text
