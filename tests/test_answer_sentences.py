"""What stands beside the first quote of an answer: only what may well answer too."""

from pathlib import Path

import pytest

from assistant.chain import Assistant
from tests.allotment import answering_from

PLAN = """---
id: orchard-plan
title: Orchard Plan
kind: plan
date: "2021-05"
---

# The orchard

## Keepers

Keepers who agree to the rules are placed on a four month contract that suits their trees.

## Money

In work with the village we have updated our sums, which look at the coming four years.
It is also expected that the number of sheds will be stable over the next four years.

THE ORCHARD HAS BEEN, FOR THE LAST THREE YEARS, THE TIDIEST IN THE LAND

We intend to grow more pears over the next three years.
"""


@pytest.fixture(scope="module")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan with one length of time that is asked for, and several others."""
    folder: Path = tmp_path_factory.mktemp("orchard")
    return answering_from({"orchard.md": PLAN}, folder)


def test_another_length_of_time_is_not_told_beside_the_one_asked_for(orchard: Assistant) -> None:
    """“How long does it last?” is answered with how long that lasts, and with no “last three years”."""
    answer = orchard.ask("How long does the contract last?")

    assert [citation.quote for citation in answer.citations] == [
        "Keepers who agree to the rules are placed on a four month contract that suits their trees."
    ]
