"""Which list a question means, and how much of it is told: tiny corpora, ingested for real."""

import pytest

from assistant.answering import converse
from assistant.chain import Assistant
from assistant.index.build import ingest
from assistant.settings import Settings
from assistant.types import Answer, Status

AIMS_OF_A_REPORT = """---
title: Report to the Gardens Board
date: 2021-03-01
kind: report
---
# Aims

The new plan contains four 'aims', and these are the four aims of the plan:

- Plant more trees in every park
- Answer every e-mail
- Teach children to grow food
- Open the gates in the evening
"""
AIMS_OF_A_PLAN = """---
title: Gardens Plan
date: 2021-06
kind: plan
---
# What we want

Our aims for the years to come:

- Plant more trees in every park
- Answer every email
- Teach children to grow food
- Open the gates in the evening
"""


def items_told(answer: Answer) -> list[str]:
    """The lines of an answer that are items of the outer level."""
    return [line for line in answer.text.splitlines() if line.startswith("- ")]


def opened(settings: Settings, *texts: str) -> Assistant:
    """The assistant that answers from these documents alone."""
    for number, text in enumerate(texts):
        (settings.corpus / f"document-{number}.md").write_text(text, encoding="utf-8")
    ingest(settings, lambda step, done=0, total=0: None)
    return Assistant.open(settings)


def test_list_that_two_documents_have_is_told_from_the_newest(settings: Settings) -> None:
    """The same items in an older paper are told in the newest one's words, unless a document is named."""
    gardens = opened(settings, AIMS_OF_A_REPORT, AIMS_OF_A_PLAN)

    newest = gardens.ask("What are the four aims of the plan?")
    named = gardens.ask("What are the four aims in the 2021 report?")

    assert newest.status is Status.ANSWERED
    assert [citation.source.info.title for citation in newest.citations] == ["Gardens Plan"]
    assert "- Answer every email" in newest.text
    assert [citation.source.info.title for citation in named.citations] == ["Report to the Gardens Board"]


LONG_LIST_IN_TWO_LEVELS = """---
title: Museum Plan
date: 2020-04
kind: plan
---
# What we promise

The goals and the steps towards them are as follows:

- Welcome every visitor
  - Put a bench into each of the rooms and a ramp beside every flight of stairs in the house.
  - Print the labels beside the pictures in large letters and in the five languages that visitors speak most.
  - Lend a folding chair and a pair of headphones to everybody who asks for them at the desk.
- Look after the collection
  - Count everything in the cellars once a year and write down what has been lost or damaged since.
  - Keep the air in the store cool and dry in summer and in winter alike, and measure it every hour.
  - Send whatever is broken to the workshop within a month, and put it back on show within a year.
- Work with schools
  - Let every class in the town come once a year without paying, and pay for their bus.
  - Train two teachers of each school to lead a class through the house without a guide.
"""


def test_long_list_in_two_levels_is_told_by_its_outer_items(settings: Settings) -> None:
    """Of a long list in two levels the outer items are told, and how many more stand below them is said."""
    answer = opened(settings, LONG_LIST_IN_TWO_LEVELS).ask("What are the goals?")

    assert answer.status is Status.ANSWERED
    assert items_told(answer) == [
        "- Welcome every visitor",
        "- Look after the collection",
        "- Work with schools",
    ]
    assert answer.text.splitlines()[-1] == "Below these: eight more, which you can ask for."


def test_long_list_in_two_levels_is_told_whole_when_both_are_asked_for(settings: Settings) -> None:
    """A question that says most of what introduces the list gets both levels of it."""
    answer = opened(settings, LONG_LIST_IN_TWO_LEVELS).ask("What are the goals and the steps towards them?")

    assert answer.status is Status.ANSWERED
    assert "  - Train two teachers of each school" in answer.text
    assert "Below these" not in answer.text


LIST_UNDER_ITS_HEADING = """---
title: Orchard Plan
date: 2022-02
kind: plan
---
# Signs of success

I am choosing some signs that will tell whether the harvest is going well. I will look at them every
month, and write down in my yearly letter what I have seen.

These are the signs:

1. Is the harvest safe from wasps?
2. How well do we store the harvest?
3. How many people help with the harvest?

# Work in winter

Every month I look at the trees, and cut what is dead.
"""


def test_list_under_the_heading_of_the_nearest_sentence_is_told(settings: Settings) -> None:
    """A list that is asked for in other words is found under the heading of the nearest sentence."""
    orchard = opened(settings, LIST_UNDER_ITS_HEADING)

    answer = orchard.ask("Set out every test of whether the harvest is going well.")

    assert items_told(answer) == [
        "- Is the harvest safe from wasps?",
        "- How well do we store the harvest?",
        "- How many people help with the harvest?",
    ]


LIST_WITH_ONE_ITEM_NEAR = """---
title: Harbour Letter
date: 2023-06
kind: letter
---
# Work of the year

The tasks of the crew are as follows:

- Keep to the Harbour Safety Rule and look out for new threats
- Paint the pier
- Sell the old crane
"""
LIST_ANNOUNCED_FOR_IT = """---
title: Harbour Plan
date: 2023-05
kind: plan
---
# Looking ahead

Every June somebody reads the Harbour Safety Rule aloud to all who work on
the quay. We want to prevent threats including:

- Storm
- Fire on deck
- Collision
"""


def test_one_near_item_does_not_make_its_list_the_answer(settings: Settings) -> None:
    """A list that is announced for what is asked goes before one of which a single item has the words."""
    harbour = opened(settings, LIST_WITH_ONE_ITEM_NEAR, LIST_ANNOUNCED_FOR_IT)

    answer = harbour.ask("Which threats is the Harbour Safety Rule there to guard against?")

    assert items_told(answer) == [
        "- Storm",
        "- Fire on deck",
        "- Collision",
    ]


SECTIONS_ANNOUNCED = """---
title: Theatre Report
date: 2021-10
kind: report
---
# Progress

The stage was painted in spring. I have worked with many friends on all of our priorities, and the
following is a short account of what was done.

## A Filling the seats

- In May we sold every ticket.

## B Mending the roof

- The slates were replaced in June.

### Money

- A lottery paid for them.

## C Training young actors

- Ten pupils joined us.

# Thanks

I thank everybody who helped.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Which priorities does the account of what was done cover?",
        "Which headings are there in the short account of what was done?",
    ],
)
def test_sections_that_a_sentence_announces_are_told_as_a_list(settings: Settings, question: str) -> None:
    """What a sentence announces as following is told by the headings that follow, each with its citation."""
    answer = opened(settings, SECTIONS_ANNOUNCED).ask(question)

    assert answer.status is Status.ANSWERED
    assert items_told(answer) == [
        "- A Filling the seats [2]",
        "- B Mending the roof [3]",
        "- C Training young actors [4]",
    ]
    assert [citation.passage.section[-1] for citation in answer.citations[1:]] == [
        "A Filling the seats",
        "B Mending the roof",
        "C Training young actors",
    ]


GIFTS_TO_A_CHOIR = """---
title: Choir Plan
date: 2023-01
kind: plan
---
# Aims

The three aims of the choir for the coming season are:

- Sing in every village hall
- Teach beginners to read music
- Lend robes to whoever has none

Lending robes is the additional element; the other two were aims before.

The three sources of income for the Hill Choir are tickets, gifts and a grant. The grant has been reduced.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which of them is new?", "Lending robes is the additional element"),
        ("Which of them is about beginners?", "Teach beginners to read music"),
    ],
)
def test_one_of_several_is_singled_out_by_what_is_said_of_it(
    settings: Settings, question: str, told: str
) -> None:
    """Whoever asks which of them it is is told what says so of one of them, and not all of them once more."""
    choir = opened(settings, GIFTS_TO_A_CHOIR)

    answer = converse(choir, ["What are the three aims?", question])[-1].answer

    assert told in answer.text
    assert "Sing in every village hall" not in answer.text


def test_that_one_is_the_one_that_was_singled_out(settings: Settings) -> None:
    """After one of several was told, “that one” is it, in its own words."""
    choir = opened(settings, GIFTS_TO_A_CHOIR)
    asked = ["What are the three aims?", "Which one is about beginners?", "Who wants that one?"]

    answer = converse(choir, asked)[-1].answer

    assert answer.understood_as == "Who wants “Teach beginners to read music”?"


@pytest.mark.parametrize("question", ["Which of them is the dearest?", "How many of them are about dancing?"])
def test_none_of_several_is_singled_out_where_nothing_says_so(settings: Settings, question: str) -> None:
    """What is said of none of them is refused: that they are told somewhere is no answer."""
    choir = opened(settings, GIFTS_TO_A_CHOIR)

    answer = converse(choir, ["What are the three aims?", question])[-1].answer

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "aims" in answer.understood_as


def test_which_of_them_means_all_that_was_asked_for(settings: Settings) -> None:
    """The words "of them" stand for the things asked for, and not for the name that they belong to."""
    choir = opened(settings, GIFTS_TO_A_CHOIR)

    answer = converse(
        choir, ["What are the three sources of income for the Hill Choir?", "Which of them is smaller?"]
    )[-1].answer

    assert answer.understood_as == "Which of the three sources of income for the Hill Choir is smaller?"


PROMISES_OF_AN_ORCHESTRA = """---
title: Report on the Orchestra Plan
date: 2018-06
kind: report
---
# The new plan

It has four promises, replacing the three rules in the previous plan. The promises are:

- Play in every school
- Pay every player
- Print the programme in large letters
- Answer letters within a week
"""


@pytest.mark.parametrize(
    "question",
    [
        "What were the rules in the previous plan?",
        "How many rules did the previous plan have?",
        "What were the rules before 2018?",
    ],
)
def test_what_came_after_is_not_told_for_what_was_before(settings: Settings, question: str) -> None:
    """The list that replaced an earlier one is not the earlier one, whatever introduces it."""
    answer = opened(settings, PROMISES_OF_AN_ORCHESTRA).ask(question)

    assert "replacing the three rules" in answer.text
    assert "Play in every school" not in answer.text


def test_what_came_after_is_told_to_whoever_asks_for_it(settings: Settings) -> None:
    """Asked what replaced the earlier ones, the whole list that did is told."""
    answer = opened(settings, PROMISES_OF_AN_ORCHESTRA).ask("What replaced the rules of the previous plan?")

    assert len(items_told(answer)) == 4
