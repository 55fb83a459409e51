"""Who wrote a document is told by the document's own words."""

import pytest

from assistant.answer.author import answer_with_author
from assistant.answer.draft import Draft
from assistant.passages import cut
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.reading.markdown import read_markdown
from assistant.types import Status

PLAN = """---
title: Harbour Plan 2020
kind: plan
author: {author}
date: "2020-03"
---
# Harbour Plan 2020

The quay is to be repaired. Anna Lind thanked all who had taken part in the long consultation on the plan.

Anna Lind, Harbour Master
"""


def ask(question: str, author: str = "Anna Lind, Harbour Master") -> Draft | None:
    """What is said of the plan's author, when the plan names *author* in its front matter."""
    document = read_markdown(PLAN.format(author=author), "harbour-plan-2020")
    query = Query(question, question, question, Kind.OTHER, False, ())
    return answer_with_author(query, {document.info.id: document}, cut(document))


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the plan?",
        "Who is the author of the 2020 plan?",
        "By whom was the plan drawn up and signed?",
        "Whose name is on the plan?",
        "The plan was written by whom?",
    ],
)
def test_author_is_the_line_that_names_them(question: str) -> None:
    """However it is asked, the answer is the shortest line of the document with the author's name."""
    draft = ask(question)

    assert draft is not None
    assert draft.status is Status.ANSWERED
    assert [quote.text for quote in draft.quotes] == ["Anna Lind, Harbour Master"]


@pytest.mark.parametrize(
    "question", ["Who repaired the quay?", "Who wrote the song about the quay?", "What does the plan say?"]
)
def test_other_questions_are_not_taken_for_one_about_the_author(question: str) -> None:
    """Only a question about who wrote a document is answered with its author."""
    assert ask(question) is None


@pytest.mark.parametrize("author", ["not stated in the source", "Olaf Berg"])
def test_author_whom_the_text_does_not_name_is_not_told(author: str) -> None:
    """A name that stands only in the front matter, or is not known, is never given as an answer."""
    assert ask("Who wrote the plan?", author) is None
