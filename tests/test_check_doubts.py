"""Short, plain claims that have the words of a document and not what it says, and their true neighbours."""

import pytest

from assistant.chain import Assistant
from assistant.types import Verdict
from tests.allotment import answering_from

PLAN = """---
id: harbour-plan-2020
title: Harbour Plan 2020-2024
kind: plan
author: "Ann Lee, Harbour Commissioner"
publisher: Fernshire Harbour Board
date: "2020-07"
---

# The bay

Westhaven is our largest port and lies in the south of the bay. The north of the bay is predominantly sandy.

Our North Sea Fleet sails from Westhaven each spring, and there are a range of moorings in the bay.

In Fernshire around a third of people who row row again within 12 months.

This type of damage is thought to be largely under-reported, and it is now estimated that more than half of
all damage is done by gulls.

## Vision

The vision is:

> All quays are safe, and noise is low.

# People

The Chief Pilot and I recognise that our crews are our greatest assets. The Chief Pilot, Tom Reed, leads them.

In 2018 I was delighted to be re-elected as your Harbour Commissioner.

The Board does not scrutinise the pilots but rather how I carry out my duties. I formally meet with the Chief
Pilot every month at the Crew Room meetings.

I met with my Youth Board in January. I set high-level goals for the rowers every year, and monitor the
progress towards meeting those goals every month.

The board sets the mooring fees. The pontoons are used by visitors.

The Board is composed of seven skippers from Fernport, three skippers from Westhaven, and two rowers.

In reality we don't have as many dredgers as we used to – or as many as we would want.

I use these to influence others: tugs are chartered by the Fernport Guild, for example.

# Money

My total budget in 2020-21 is £16.2m. I have allocated the Chief Pilot a budget of £13.7m. I have also
received £0.7m from the Ministry of Tides, making my total additional budget £3.2m.

£2.1m to charter boats to mend nets, support crews and clear weed.

Indeed, as fish sales have reduced, our dependence on the mooring levy has increased.

The Board has the power to:

- Review and veto my proposed mooring fees;
- Review and confirm my proposed appointments of pilots.

The two main sources are Ministry grant and the mooring levy.

| | 2020/21 £m | 2021/22 £m |
|---|---|---|
| Income: Grant | 4.7 | 4.7 |
| Income: Levy | 1.5 | 1.7 |

# Aims

The aims are:

- Clear the weed;
- Mend the quays.

The plan contains twelve priorities replacing the previous ten objectives.

The pilots launched a new scheme last spring. It has three main targets to be met by 2021.

There are now 88 regular quay walks.

- Reduce the harm of oil spills.

Fuel is cheap, and the harms of fuel are increased when it leaks.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from the plan above."""
    return answering_from({"plan.md": PLAN}, tmp_path_factory.mktemp("harbour"))


@pytest.mark.parametrize(
    "claim",
    [
        "The total budget is £3.2m.",
        "The budget is £13.7m.",
        "The Commissioner has a budget of £13.7m.",
        "The crews cost £2.1m.",
        "The plan has ten objectives.",
        "The plan has three targets.",
        "There were 88 quay walks last year.",
        "Ann Lee is the Chief Pilot.",
        "The Chief Pilot is Ann Lee.",
        "Ann Lee is a crew member.",
        "Tom Reed is the Commissioner.",
        "Fernport is the largest port.",
        "Westhaven is in the north of the bay.",
        "The bay is predominantly stony.",
        "Noise is low.",
        "The Board does not scrutinise the Commissioner.",
        "The Board meets the Chief Pilot every month.",
        "The Commissioner meets the Board every month.",
        "A third of people who row row again within a month.",
        "Most people who row row again within 12 months.",
        "More than half of damage is under-reported.",
        "Few gulls do damage.",
        "Tugs are chartered by the Commissioner.",
        "There are as many dredgers as the Commissioner would want.",
        "As fish sales have reduced, dependence on the mooring levy has decreased.",
        "Fuel use is increasing.",
        "The Board appoints the pilots.",
        "The lottery grant is £4.7m in 2020/21.",
        "The pontoons are under-used.",
        "The pontoons are over used.",
        "The board sets its own mooring fees.",
    ],
)
def test_words_that_are_said_of_another_bear_nothing_out(harbour: Assistant, claim: str) -> None:
    """What a plan says of another sum, person, place, time or clause supports no claim in the same words."""
    assert harbour.check_claim(claim).verdict not in {Verdict.SUPPORTED, Verdict.OUTDATED}


@pytest.mark.parametrize(
    "claim",
    [
        "The total budget is £16.2m.",
        "The Chief Pilot has a budget of £13.7m.",
        "The plan has twelve priorities.",
        "There are 88 quay walks.",
        "Ann Lee is the Commissioner.",
        "Tom Reed is the Chief Pilot.",
        "Westhaven is the largest port.",
        "Westhaven is in the south of the bay.",
        "A third of people who row row again within a year.",
        "More than half of all damage is done by gulls.",
        "Tugs are chartered by the Fernport Guild.",
        "As fish sales have reduced, dependence on the mooring levy has increased.",
        "The Board can veto the mooring fees.",
        "The Ministry grant is £4.7m in 2020/21.",
        "The Board includes three skippers from Westhaven.",
        "This type of damage is largely under-reported.",
        "The pontoons are used.",
        "The board sets the mooring fees.",
    ],
)
def test_what_is_said_of_just_that_bears_it_out(harbour: Assistant, claim: str) -> None:
    """The true neighbours of such claims are supported."""
    assert harbour.check_claim(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The Board has ten skippers.",
        "Oil spills are increasing.",
        "The Board meets every month.",
        "The rowers meet the Harbour Commissioner every month.",
    ],
)
def test_what_leaves_room_for_a_claim_does_not_deny_it(harbour: Assistant, claim: str) -> None:
    """A sum of the parts, an aim, whom else somebody meets, or what else is done so often deny nothing."""
    assert harbour.check_claim(claim).verdict is not Verdict.CONTRADICTED


def test_the_sum_that_is_named_without_more_denies_the_others(harbour: Assistant) -> None:
    """Of several sums the one that nothing narrows is told against a claim: it is the whole."""
    check = harbour.check_claim("The budget is £3.2m.")

    assert check.verdict is Verdict.CONTRADICTED
    assert "£16.2m" in check.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Clearing the weed is not an aim.", Verdict.CONTRADICTED),
        ("Painting the boats is not an aim.", Verdict.NOT_FOUND),
        ("The Ministry grant is £1.5m in 2020/21.", Verdict.CONTRADICTED),
    ],
)
def test_item_denies_that_it_is_none_and_row_another_figure(
    harbour: Assistant, claim: str, verdict: Verdict
) -> None:
    """What stands among the aims is one; a row is known by the name that the text gives it."""
    assert harbour.check_claim(claim).verdict is verdict
