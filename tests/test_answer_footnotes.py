"""A figure's year or source that stands in a footnote is told with the figure."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from assistant.chain import Assistant
from tests.allotment import answering_from

PLAN = """---
id: plan
title: Harbour Plan
publisher: Larkwater Harbour
date: 2023-04
---

# Harbour Plan

## The town

The town has about 4,310 people². The harbour basin measures 900 m² at low water.

² Count of 2021

## Money

Table 1: What the harbour takes in

|  | 2021/22 £m | 2022/23 £m |
|---|---|---|
| Mooring fees¹ | 41 | 44 |
| Fish market | 12 | 13 |

¹ Yachts are left out
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The assistant that answers from a plan with two footnotes."""
    with closing(answering_from({"plan.md": PLAN}, tmp_path_factory.mktemp("notes"))) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "figure", "footnote"),
    [
        ("How many people live in the town?", "about 4,310 people²", "² Count of 2021"),
        ("How much did mooring fees bring in 2022/23?", "£44m", "¹ Yachts are left out"),
    ],
)
def test_footnote_is_quoted_below_its_figure(
    harbour: Assistant, question: str, figure: str, footnote: str
) -> None:
    """The footnote stands below the figure, with a citation of its own, once."""
    answer = harbour.ask(question)

    assert figure in answer.text
    assert answer.text.count(f"“{footnote}”") == 1
    assert footnote in [citation.quote for citation in answer.citations]
    assert answer.text.index(figure) < answer.text.index(footnote)


@pytest.mark.parametrize(
    "question",
    [
        "Compare the mooring fees in 2021/22 with those in 2022/23.",
        "How much did mooring fees bring in 2021/22 and how much did they bring in 2022/23?",
    ],
)
def test_footnote_of_two_figures_is_told_once(harbour: Assistant, question: str) -> None:
    """Two figures of one row, and the sum between them, are told with their footnote, and once."""
    answer = harbour.ask(question)

    assert "£41m" in answer.text
    assert "£44m" in answer.text
    assert answer.text.count("“¹ Yachts are left out”") == 1


@pytest.mark.parametrize(
    "question",
    ["How large is the harbour basin at low water?", "How much did the fish market bring in 2022/23?"],
)
def test_what_has_no_footnote_gets_none(harbour: Assistant, question: str) -> None:
    """Square metres refer to no footnote, and a row without a mark to none of its table."""
    answer = harbour.ask(question)

    assert answer.citations
    assert not re.search(r"“[¹²]", answer.text)
