"""A claim in other words than the documents' own is still borne out or denied by the words that decide it."""

import pytest

from assistant.chain import Assistant
from assistant.types import Verdict
from tests.allotment import answering_from

OLD = """---
id: club-report-2014
title: Report of the Garden Club
kind: report
date: "2014-05-20"
---

# Report of the Garden Club

The club is not asking for a new greenhouse; the old one can be mended.

The pond was open to visitors from 22 May 2013 to 15 September 2013.
"""
NEW = """---
id: club-plan-2020
title: Garden Club Plan 2020-2024
kind: plan
author: "Ann Lee, Head Gardener"
date: "2020-02"
---

# Garden Club Plan

On an annual basis the treasurer undertakes a formal review of the tool store.

The number of plots will be stable over the next four years.

The money is used as follows:

- £210 to buy seeds, support beginners and reduce waste;
- £90 for the paths.

The club also keeps £120 of the plot rents to fund lessons which reduce waste and support beginners.

In 2016 I was delighted to be chosen as head gardener of the walled garden.

I keep £30 of the gate money to pay for talks which teach pruning.

A public seed report is issued on a quarterly basis.

Losses both at the gate and in the sheds have remained stubbornly high.

All members of the Horticulturral Board are trained in grafting.

The board has a number of powers, including to:

- inspect the boilers;
- close the orchard gate;
- sell surplus fruit.

Membership is still larger than in most clubs, although attendance has been falling.

The board is composed of six growers, four beekeepers and two schoolteachers.

# Facts

- 9 WALLED GARDENS
- 84 SQ MILES

# Further information

- Contact Officer: Martin Webb
- Job Title: Keeper of Seeds and Tools
- Telephone: 0100 200300
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from these two documents."""
    return answering_from({"report.md": OLD, "plan.md": NEW}, tmp_path_factory.mktemp("club"))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Once a year the treasurer undertakes a formal review of the tool store.", Verdict.SUPPORTED),
        ("Every month the treasurer undertakes a formal review of the tool store.", Verdict.CONTRADICTED),
        ("The pond was open to visitors from 22 May 2013 to 15 September 2013.", Verdict.SUPPORTED),
        ("The pond was open to visitors from 22 May 2013 to 15 October 2013.", Verdict.CONTRADICTED),
        ("The pond was open to visitors from 1 June 2012 to 15 October 2013.", Verdict.NOT_FOUND),
        ("The number of plots will fall over the next four years.", Verdict.CONTRADICTED),
        ("In 2014 the club was asking for a new greenhouse.", Verdict.CONTRADICTED),
        ("In 2012 the club was asking for a new greenhouse.", Verdict.NOT_FOUND),
        ("The sum of £210 is used to buy seeds, support beginners and reduce waste.", Verdict.SUPPORTED),
        ("Membership has been falling.", Verdict.NOT_FOUND),
        ("Ann Lee was chosen as head gardener of the walled garden in 2016.", Verdict.SUPPORTED),
        ("John Wood was chosen as head gardener of the walled garden in 2016.", Verdict.NOT_FOUND),
        ("The head gardener keeps £50 of the gate money to pay for talks.", Verdict.CONTRADICTED),
        ("Seed reports are issued every quarter.", Verdict.SUPPORTED),
        ("Losses in the sheds have remained high.", Verdict.SUPPORTED),
        ("All members of the Horticultural Board are trained in grafting.", Verdict.SUPPORTED),
        ("The board may close the orchard gate.", Verdict.SUPPORTED),
        (
            "The powers of the board include to inspect the boilers and to sell surplus fruit.",
            Verdict.SUPPORTED,
        ),
        ("The powers of the board include to inspect the boilers and to sell the sheds.", Verdict.NOT_FOUND),
        (
            "The board has twelve members: six growers, four beekeepers and two schoolteachers.",
            Verdict.SUPPORTED,
        ),
        (
            "The board has thirteen members: six growers, four beekeepers and two schoolteachers.",
            Verdict.NOT_FOUND,
        ),
        (
            "The board has eleven members: five growers, four beekeepers and two schoolteachers.",
            Verdict.CONTRADICTED,
        ),
        ("The area covers 84 square miles.", Verdict.SUPPORTED),
        ("The club's area covers 84 square miles.", Verdict.SUPPORTED),
        ("The area covers 84 square kilometres.", Verdict.CONTRADICTED),
        ("The area covers 94 square miles.", Verdict.CONTRADICTED),
        ("The forest covers 94 square miles.", Verdict.NOT_FOUND),
        ("Fernshire covers 84 square miles.", Verdict.NOT_FOUND),
        ("Martin Webb is the Keeper of Seeds and Tools.", Verdict.SUPPORTED),
        ("The contact officer is Martin Webb.", Verdict.SUPPORTED),
        ("Ruth Green is the Keeper of Seeds and Tools.", Verdict.CONTRADICTED),
        ("Ruth Green is the Keeper of Ponds.", Verdict.NOT_FOUND),
        ("Ruth Green is an officer.", Verdict.NOT_FOUND),
    ],
)
def test_other_words_for_the_same_are_understood(club: Assistant, claim: str, verdict: Verdict) -> None:
    """How often, between which dates, which way and in which year are compared, however they are worded."""
    assert club.check_claim(claim).verdict is verdict
