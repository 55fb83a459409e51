"""A short claim is borne out only by what says the same of the same, whatever words the two share."""

import pytest

from assistant.chain import Assistant
from assistant.types import Verdict
from tests.allotment import answering_from

PLAN = """---
id: orchard-plan
title: Orchard Plan
kind: plan
author: "Rosa Field, Orchard Warden"
date: "2021-05"
---

# The orchard

## Who does what

As well as holding the head gardener to account, my role involves:

- Appointing the head gardener, and if necessary asking them to retire;
- Setting the orchard levy;
- Publishing a harvest report.

The Tree Council has a number of powers, including to:

- Review and veto my proposed levy;
- Publicly discuss my harvest report.

The head gardener sees me every month. I spend a day each week with my team and the pickers and their staff.

## Growers

The scheme helps growers to recover their losses, whilst it also shows the harm to those who poison hedges.

Pickers and growers reported drought and frost. Northgate is our largest orchard and lies in the east of the
valley.

The Seed Fund supports all growers of fruit who ask for help, whether they have sold their crop or not.

The orchard has been, for the last three years, the largest in the valley by its plan.

Pests are thought to be spreading slowly.

I use these talks to change what others do: advice for those who use sprays is paid for by the county.

The Tree Council has not looked at the press house, but at how I do my work.

Walled young orchards keep the frost out. Pruning is a matter for all growers, as is burning blight.

The main sources of produce are pears and the plums of the county.

Once a year I do a formal Review with the head gardener. I formally meet the Seed Fund every month.

I will publish a Blossom Strategy which sets out my approach. I want to improve trust in local markets.
"""


@pytest.fixture(scope="module")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from the plan of an orchard alone."""
    return answering_from({"plan.md": PLAN}, tmp_path_factory.mktemp("orchard"))


@pytest.mark.parametrize(
    "claim",
    [
        "The head gardener appoints the Warden.",  # who does it to whom
        "The Tree Council publishes the harvest report.",  # "publicly" publishes nothing
        "Growers help those who poison hedges.",
        "The Warden is the head gardener.",  # what is what
        "The Warden is a picker.",
        "Growers are pests.",
        "The Warden uses sprays.",  # "who" is another
        "The head gardener holds the Warden to account.",
        "The orchards are young.",  # some are
        "The plan is reviewed every year.",  # the plan tells of a review
        "Pruning is blight.",  # the second "is" is said of burning
        "Produce is plums.",  # the sources are
    ],
)
def test_words_in_another_order_bear_nothing_out(orchard: Assistant, claim: str) -> None:
    """A claim whose words stand in one sentence that says something else is not called supported."""
    assert orchard.check_claim(claim).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The Warden appoints the head gardener.", "Appointing the head gardener"),
        ("A harvest report is published by the Warden.", "Publishing a harvest report"),
        ("Northgate is the largest orchard.", "largest orchard"),
        ("Northgate is in the east of the valley.", "lies in the east"),
        ("The Seed Fund supports growers of fruit.", "supports all growers"),
        ("The head gardener sees the Warden every month.", "sees me every month"),
    ],
)
def test_the_same_of_the_same_is_supported(orchard: Assistant, claim: str, quote: str) -> None:
    """Active or passive, in a list, of who says "I", and of all."""
    check = orchard.check_claim(claim)

    assert check.verdict is Verdict.SUPPORTED
    assert quote in check.citations[0].quote


@pytest.mark.parametrize(
    "claim",
    [
        "The Warden looked at the Tree Council.",  # the council is who looked
        "The Tree Council supports growers.",  # the fund does; the council may too
        "Rosa Field is a member of the Seed Fund.",
        "The plan lasts four years.",  # "for the last three years" is no plan's length
        "The Warden has met the Tree Council.",  # and meets the fund too
        "The plan was published in Northgate.",  # where, and not what
        "Trust is national.",  # it is the markets that are local
    ],
)
def test_what_leaves_room_for_it_denies_nothing(orchard: Assistant, claim: str) -> None:
    """Nothing is contradicted by who else does it, nor by a "not" that is said of another."""
    assert orchard.check_claim(claim).verdict is Verdict.NOT_FOUND
