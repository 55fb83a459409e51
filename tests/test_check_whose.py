"""A claim is borne out only by what is said of the very thing, place, person and document that it names."""

import pytest

from assistant.chain import Assistant
from assistant.types import Verdict
from tests.allotment import answering_from

REPORT = """---
id: harbour-report-2020
title: "Report to the Board: Harbour Plan"
kind: report
date: "2020-05-20"
---

# Report to the Board

The current Harbour Plan was published in March 2017.

- In May last year I opened the regional rope school along with my Fernport and Westhaven counterparts.

Members met on 4 June 2019 and considered the draft of the Harbour Plan for 2020-2024.

The Pilots' Council and the Board published the Tide Vision 2030 in 2018.

A vision of the quays was open to public reading from 22 December 2016.
"""
PLAN = """---
id: harbour-plan-2020
title: Harbour Plan 2020-2024
kind: plan
author: "Ann Lee, Harbour Commissioner"
date: "2020-07"
---

# The communities of Fernshire and Westhaven

The Fernshire area is divided into the 14 mooring zones shown overleaf.

The larger boatyards are in the east and north of the bay, contrasting with the west which is predominantly
sandy.

The bay has a fleet of about 1,200 boats¹.

¹ 2011 count

# Work

On an annual basis I undertake a formal Safety and Conduct Review with the Chief Pilot.

> With Westhaven HC Tom Smith, and the CEO of Safe in Reed Valley John Bond ,at the launch

The Lantern scheme is in place in our bay. It was introduced in April 2015 and helps skippers to learn.
Skippers who are eligible and agree to comply are placed on a four month contract.

The Rope Trust adds £50,000 to the £100,000 which I contribute, giving a total fund of £150,000.

Assumes a £12 Mooring D increase in 2021/22 and 2% per annum thereafter.

The Tide Board of the Fernshire quays meets every month at the Lighthouse Hall meetings.

Now, half way through my term of office, I am taking the opportunity to refresh my plan.

We intend to open the new slipway in early July.

The Slipway Plan was published in January 2020.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from these two documents."""
    return answering_from({"report.md": REPORT, "plan.md": PLAN}, tmp_path_factory.mktemp("harbour"))


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The west of the bay is predominantly sandy.", Verdict.SUPPORTED),
        ("The east of the bay is predominantly sandy.", Verdict.CONTRADICTED),
        ("The larger boatyards are in the north of the bay.", Verdict.SUPPORTED),
        ("Westhaven has 14 mooring zones.", Verdict.NOT_FOUND),
        ("Westhaven has three mooring zones.", Verdict.NOT_FOUND),
        ("Tide Vision 2030 was published in 2018.", Verdict.SUPPORTED),
        ("Tide Vision 2030 was published in 2016.", Verdict.CONTRADICTED),
        ("Tide Vision 2040 was published in 2018.", Verdict.NOT_FOUND),
        ("The Rope Trust contributes £100,000 to the fund.", Verdict.CONTRADICTED),
        ("The Mooring D increase is expected to be 2% in 2021/22.", Verdict.NOT_FOUND),
        ("The 2011 count put the fleet of the bay at about 1,200 boats.", Verdict.SUPPORTED),
        ("The 2021 count put the fleet of the bay at about 1,200 boats.", Verdict.NOT_FOUND),
    ],
)
def test_what_is_said_of_another_bears_nothing_out(harbour: Assistant, claim: str, verdict: Verdict) -> None:
    """Not of another part, town, edition, giver or year: a false claim is no truer for standing close by."""
    assert harbour.check_claim(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The previous plan was published in March 2017.", Verdict.SUPPORTED),
        ("The previous plan was published in March 2016.", Verdict.CONTRADICTED),
        ("The current plan was published in March 2017.", Verdict.NOT_FOUND),
        ("The plan was published in January 2020.", Verdict.NOT_FOUND),
        ("The Slipway Plan was published in January 2020.", Verdict.SUPPORTED),
    ],
)
def test_the_plan_that_was_current_then_is_the_previous_one_now(
    harbour: Assistant, claim: str, verdict: Verdict
) -> None:
    """What an older document calls current is the previous one, once there is a newer one of its kind."""
    assert harbour.check_claim(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Each year the Commissioner carries out a Safety and Conduct Review.", Verdict.SUPPORTED),
        ("John Bond is the chief executive of Safe in Reed Valley.", Verdict.SUPPORTED),
        ("Tom Smith is the chief executive of Safe in Reed Valley.", Verdict.CONTRADICTED),
        ("Skippers on Lantern sign up to a contract of four months.", Verdict.SUPPORTED),
        ("Lantern contracts run for twelve months.", Verdict.CONTRADICTED),
        ("The regional rope school was opened jointly with Fernport and Westhaven.", Verdict.SUPPORTED),
        ("Members considered the draft plan on 4 June 2018.", Verdict.CONTRADICTED),
        ("The plan is refreshed half way through the Commissioner's term of office.", Verdict.SUPPORTED),
        ("The new slipway is intended to open in early July.", Verdict.SUPPORTED),
    ],
)
def test_small_words_of_a_paper_do_not_hide_a_fact(harbour: Assistant, claim: str, verdict: Verdict) -> None:
    """Words that say little, a paragraph that goes on about a name, and one behind a body's."""
    assert harbour.check_claim(claim).verdict is verdict
