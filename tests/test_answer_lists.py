"""Lists: whole, in order, counted, and called partial when they are."""

import re

import pytest

from assistant.answer.wording import in_words
from assistant.chain import Assistant
from assistant.index.build import ingest
from assistant.settings import Settings
from assistant.types import Status
from tests.library import converse

PRIORITIES = (
    "open every branch on at least one evening a week",
    "lend tablets and give lessons in how to use them",
    "deliver books to people who cannot leave home",
    "plant a reading garden at ten branches",
)
POWERS = (
    "ask the Head of Libraries to attend a meeting",
    "visit any branch without notice",
    "publish a report on any part of the service",
    "recommend that a branch be closed or moved",
)
ARCHIVE = (
    "residents of the county",
    "students, who must bring",
    "a letter from their college",
    "proof of their address",
    "researchers by appointment",
)
OVER_THE_PAGE = """---
title: Swimming Pool Plan 2024-2027
date: 2024-03
---
<!-- page 4 -->
# Aims

The pool has set itself four aims:

- teach every child to swim;
- keep the water warm;

<!-- page 5 -->

- hire more lifeguards;
- sell soup in winter.
"""


def stand_in_order(items: tuple[str, ...], text: str) -> bool:
    """True when every item is told, one after the other."""
    places = [text.find(item) for item in items]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("What are the priorities?", PRIORITIES),
        ("Please list the priorities", PRIORITIES),
        ("Which priorities does the plan have?", PRIORITIES),
        ("What are the bullet points under the priorities?", PRIORITIES),
        ("What are the powers of the committee?", POWERS),
        ("List the powers of the committee.", POWERS),
        ("What powers does the committee have?", POWERS),
    ],
)
def test_list_is_told_whole_and_in_order(library: Assistant, question: str, items: tuple[str, ...]) -> None:
    """A question for a list gets all of its items as the document orders them."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert stand_in_order(items, answer.text)


def test_items_below_an_item_stand_below_it(library: Assistant) -> None:
    """What stands under an item is told under that item, further in."""
    answer = library.ask("What must students bring?")
    lines = answer.text.splitlines()
    indents = [
        next(len(line) - len(line.lstrip()) for line in lines if item in line) for item in ARCHIVE[2:4]
    ]

    assert stand_in_order(ARCHIVE[1:4], answer.text)
    assert min(indents) >= next(len(line) - len(line.lstrip()) for line in lines if ARCHIVE[1] in line)


@pytest.mark.parametrize(
    ("question", "said"),
    [("How many priorities are there?", "four"), ("How many priorities were there in 2019?", "three")],
)
def test_items_are_counted_and_shown(library: Assistant, question: str, said: str) -> None:
    """A question for how many gets the count in words, with the list that it was counted in."""
    answer = library.ask(question)

    assert said in answer.text.lower()
    assert answer.citations


def test_list_that_is_not_told_whole_is_called_partial(library: Assistant) -> None:
    """A list that is too long to tell is partial, and how many items are left is said."""
    answer = library.ask("What did readers ask for?")
    told = re.findall(r"^ *- ", answer.text, re.M)
    (citation,) = answer.citations

    assert answer.status is Status.PARTIAL
    assert 10 <= len(told) < 22
    assert (
        answer.text.splitlines()[-1] == f"The list goes on: the document has {in_words(22 - len(told))} more."
    )
    assert "lockers where students can leave their bags" in citation.quote


def test_list_that_goes_on_over_the_page_is_told_whole(settings: Settings) -> None:
    """Items on the next page follow with a citation of their own, never with this page's number."""
    (settings.corpus / "pool.md").write_text(OVER_THE_PAGE, encoding="utf-8")
    ingest(settings, lambda step, done=0, total=0: None)
    pool = Assistant.open(settings)

    answer = pool.ask("What are the aims?")
    third = converse(pool, "What are the aims?", "What is the third one?")

    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines()[1:] == [
        "“The pool has set itself four aims:” [1]",
        "- teach every child to swim;",
        "- keep the water warm;",
        "- hire more lifeguards; [2]",
        "- sell soup in winter.",
    ]
    assert [citation.passage.page_label for citation in answer.citations] == ["4", "5"]
    assert third.text.splitlines()[-2:] == ["Number three of four:", "“hire more lifeguards;” [2]"]
    assert third.citations[1].passage.page_label == "5"


def test_item_alone_before_the_page_is_told_with_the_rest(settings: Settings) -> None:
    """A list of which only one item stands on the first page is told from that one on."""
    alone = OVER_THE_PAGE.replace("- keep the water warm;\n", "").replace("four aims", "these aims")
    (settings.corpus / "pool.md").write_text(alone, encoding="utf-8")
    ingest(settings, lambda step, done=0, total=0: None)

    answer = Assistant.open(settings).ask("What are the aims?")

    assert answer.status is Status.ANSWERED
    assert stand_in_order(("these aims", "teach every child", "hire more", "sell soup"), answer.text)


@pytest.mark.parametrize(
    ("question", "item", "place"),
    [
        ("What is the third one?", "deliver books to people who cannot leave home;", "Number three of four:"),
        (
            "Which one is number two?",
            "lend tablets and give lessons in how to use them;",
            "Number two of four:",
        ),
        ("and the last one?", "plant a reading garden at ten branches.", "Number four of four:"),
    ],
)
def test_one_item_of_a_list_is_told_by_its_place(
    library: Assistant, question: str, item: str, place: str
) -> None:
    """“The third one” is that item of the list told before, with its place and its lead-in, and no other."""
    answer = converse(library, "What are the priorities?", question)

    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines()[1:] == [
        "“We will work on four priorities:” [1]",
        place,
        f"“{item}” [2]",
    ]
    assert answer.citations[1].quote == item


def test_no_item_beyond_the_last(library: Assistant) -> None:
    """A place that the list does not have is said not to be there."""
    answer = converse(library, "What are the priorities?", "What is the fifth one?")

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.text == "That list has four points, so there is no number five."


def test_list_that_says_its_own_number_is_not_counted_again(library: Assistant) -> None:
    """Asked how many, the newest list's own number is quoted, and no count of ours stands beside it."""
    answer = library.ask("How many priorities does the plan have?")

    assert answer.status is Status.ANSWERED
    assert "“We will work on four priorities:”" in answer.text
    assert "I count" not in answer.text
    assert answer.citations[0].source.info.id == "library-plan-2022"
