"""A claim as papers put it, in other words or in another voice, gets the verdict of its plain form."""

import pytest

from assistant.chain import Assistant
from assistant.check.alike import said_alike
from assistant.check.claim import Extent, extent_of
from assistant.check.clauses import halves_of
from assistant.types import Verdict
from tests.allotment import answering_from

REPORT = """---
id: board-report-2021
title: Report to the Harbour Board, 14 May 2021
kind: report
author: "Ann Lee, Fish and Music Officer"
date: "2021-05-14"
---

# Report to the Harbour Board

The berth strategy for 2014-2017 was debated by the Harbour Board on 3 March 2014.

The draft refreshed strategy is put to the Harbour Board for debate.
"""
OLD = """---
id: harbour-report-2015
title: Harbour Report
kind: report
date: "2015-02"
---

# Harbour Report

The draft refreshed strategy was debated by the Harbour Board on 9 January 2015.
"""
PLAN = """---
id: harbour-plan-2021
title: Harbour Plan 2021-2024
kind: plan
author: "Ann Lee, Fish and Music Officer"
date: "2021-06"
---

# Harbour Plan

The harbour was rated as the cleanest port on the coast by Sea Watch.

The berths are divided into the 14 landing zones shown below.

My total budget in 2021 is £16.2m. I received £0.7m from the Tide Trust for the repair of the quays.

The Rope Guild adds £50,000 to the £100,000 which I contribute, giving a total fund of £150,000.

Footfall on the piers continues to be higher than in most ports, although ferry trade has been falling.

I attended several open days and I have provided grants to each of the rowing clubs for oars.

I try and spend at least a day each week with a rowing club.

The board is composed of six skippers, four pilots and two traders.

The crews of the port are predominantly local.

Around a third of boats that leak sink within 12 months.

The fee assumes a £12 Class B increase in 2022.

Around a third of people who own boats that leak are insured.

The sea watch takes in all crews who ask, whether they have paid or not.

The club is composed of four rowers from Ay and three rowers from Bee, its members.

The club borders Ash, Elm and North Quay.

Four new piers have been added to the coastal chart.

I will publish a Dredging Strategy. I will be looking to extend the Night Ferry scheme further.

Crews of the Night Ferry join in games, for example singing songs and wearing a blue hat.

I chair a review with the Chief Pilot.

All skippers are trained in knots and all courses will be reviewed.

# Aims

- The port is safe
- The quays are clean
- Trade is brisk

# Role

As well as thanking the crews, my role involves:

- Setting the harbour dues;
- Hearing appeals against the pilots.

# Pilots

The Chief Pilot, Michael Reed, is a sailor of the old school.

He holds several coastal positions including:

- Chair of the National Buoy Council
- Head of the Fog Signal Group

# Innovation

The harbour leads with ideas such as:

- Rescue Hub at Gull Quay, which is home to all crews.

# Money

| | 2021/22 £m | 2022/23 £m | 2023/24 £m |
|---|---|---|---|
| Income: Dues | 28.6 | 31.5 | 33.7 |
| Income: Grant | 8.7 | 8.7 | 8.7 |
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from these three documents."""
    documents = {"report.md": REPORT, "old.md": OLD, "plan.md": PLAN}
    return answering_from(documents, tmp_path_factory.mktemp("harbour"))


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour was judged the cleanest port on the coast by Sea Watch.",
        "The berths are organised into fourteen landing zones.",
        "The officer's total budget for 2021 comes to £16.2m in all.",
        "The Tide Trust contributed £700,000 towards the repair of the quays.",
        "Ferry trade has fallen, although footfall on the piers remains higher than in most ports.",
        "Grants were given to every rowing club for oars.",
        "The officer tries to spend at least one day a week with a rowing club.",
        "Six of the board's members are skippers.",
        "The majority of the crews of the port are local.",
        "One in three boats that leak sinks within 12 months.",
        "Four piers were added to the coastal chart.",
        "There are three aims in the 2021 plan.",
        "The officer is responsible for setting the harbour dues.",
        "Michael Reed chairs the National Buoy Council.",
        "Income from dues is forecast to climb from £28.6m in 2021/22 to £33.7m in 2023/24.",
        "The grant was due to bring in £8.7m in 2022/23.",
        "Grant income stays flat at £8.7m throughout the period.",
        "On 3 March 2014 the Harbour Board debated the berth strategy for 2014-2017.",
        "All skippers have been trained in knots.",
        "A third of those who own boats that leak are insured.",
        "The sea watch takes in all crews who ask, whether or not they have paid.",
        "The club has seven members: four from Ay and three from Bee.",
    ],
)
def test_what_a_paper_puts_in_other_words_is_supported(harbour: Assistant, claim: str) -> None:
    """Verbs that say the same, a passive, a total, a counted list and a pronoun hide no true claim."""
    assert harbour.check_claim(claim).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The berths are organised into sixteen landing zones.",
        "The Tide Trust contributed £70,000 towards the repair of the quays.",
        "Five of the board's members are skippers.",
        "One in five boats that leak sinks within 12 months.",
        "Five piers were added to the coastal chart.",
        "There are four aims in the 2021 plan.",
        "The grant was due to bring in £9.7m in 2022/23.",
        "Dues stay flat at £28.6m throughout the period.",
        "The Rescue Hub is located in Tern Bay.",
        "The club borders three others: Ash, Elm and West Quay.",
    ],
)
def test_what_a_paper_puts_in_other_words_is_denied(harbour: Assistant, claim: str) -> None:
    """The same ways of putting it hide no wrong figure and no wrong place either."""
    assert harbour.check_claim(claim).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        # What is still to come has not happened.
        "A Dredging Strategy has been published.",
        "The Night Ferry scheme has been extended further.",
        # What somebody does, nobody has to do.
        "Crews of the Night Ferry have to wear a blue hat.",
        # "Conduct" is a thing here, and no way of saying "does".
        "The officer chairs a review of the conduct of the Chief Pilot.",
        # The author's office is no word about fish.
        "The Rope Guild adds £50,000 to the fish fund.",
        # What the guild adds, the officer does not.
        "The officer adds £50,000 to the fund.",
        # Whether they have paid is another thing than whether they ask.
        "The sea watch takes in all crews, whether or not they ask.",
        # An increase of £12 says nothing of the fee.
        "A Class B fee is £14.",
        # Positions that are examples leave room for others.
        "Michael Reed chairs the Tide Table Committee.",
        # The newer report is of that day: an older one tells of another debate.
        "The draft refreshed strategy was debated by the Harbour Board on 14 May 2021.",
    ],
)
def test_what_is_only_near_is_not_found(harbour: Assistant, claim: str) -> None:
    """What is to come, what is only done by some, and what is said of something else decide nothing."""
    assert harbour.check_claim(claim).verdict is Verdict.NOT_FOUND


def test_words_of_another_time_are_not_alike() -> None:
    """What is being developed has not been set up, so only words of the same time stand for each other."""
    assert said_alike("A forum has been set up.", "I have developed a forum.") == {"set", "up"}
    assert said_alike("A forum has been set up.", "I am developing a forum.") == set()


@pytest.mark.parametrize("text", ["It has nine rooms in all.", "Above all, it is old.", "Not at all old."])
def test_all_is_no_whole_in_a_total(text: str) -> None:
    """A total, or what matters most, is not said of every one."""
    assert extent_of(text) is None
    assert extent_of("It is open in all weathers.") is Extent.ALL


def test_a_sentence_is_halved_where_it_concedes() -> None:
    """What is said in spite of something else is checked by itself."""
    halves = halves_of("Ferry trade has fallen, although footfall remains high.")

    assert halves == ("Ferry trade has fallen.", "footfall remains high.")
