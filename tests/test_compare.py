"""A topic is followed through the documents in time order, and a list item by item."""

import json
import sys
from io import BytesIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.changes import changes_between, likeness, whole_items
from assistant.answer.lists import ItemList
from assistant.chain import Assistant
from assistant.cli import main
from assistant.errors import NothingToCompare, QuestionInvalid
from assistant.passages import cut
from assistant.reading.markdown import read_markdown
from assistant.render import comparison_html, comparison_to_json, comparison_to_plain
from assistant.types import Comparison, Fate, PieceKind, Status
from tests.allotment import answering_from
from tests.fake_assistant import FakeAssistant
from tests.library import converse

WORDS = st.sampled_from("lend books keep quiet rooms open doors on plant trees".split())
ITEMS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=6)


def a_list(*lines: str) -> ItemList:
    """The list of these lines of Markdown."""
    document = read_markdown("We promise to:\n\n" + "\n".join(lines) + "\n", "plan")
    passage = cut(document)[0]
    items = tuple(piece for piece in passage.pieces if piece.kind is PieceKind.ITEM)
    return ItemList(document, passage, items, None)


def became(before: ItemList, after: ItemList) -> list[tuple[str, str]]:
    """What every item was and is, where all words are as rare as one another."""
    changes = changes_between(before, after, lambda root: 1.0)
    return [
        (
            before.text_of(change.before) if change.before else "",
            after.text_of(change.after) if change.after else "",
        )
        for change in changes
    ]


def test_items_are_added_dropped_kept_and_reworded() -> None:
    """Each item goes with the one that has its words, or most of them; what goes with none is new or gone."""
    before = a_list("- Lend books;", "- Keep a quiet room for readers;", "- Mend the roof.")
    after = a_list("- lend books", "- Plant a tree", "- A quiet room for all readers")

    assert became(before, after) == [
        ("Lend books;", "lend books"),
        ("", "Plant a tree"),
        ("Keep a quiet room for readers;", "A quiet room for all readers"),
        ("Mend the roof.", ""),
    ]
    assert next(change.same for change in changes_between(before, after, lambda root: 1.0))


def test_what_outer_items_gather_is_told_by_those_below() -> None:
    """An item with others below it is not compared itself."""
    listed = a_list("- Lend:", "  - books", "  - films", "- Mend the roof")

    assert [listed.text_of(item) for item in whole_items(listed)] == ["books", "films", "Mend the roof"]


def test_an_item_cut_short_is_the_same_in_other_words() -> None:
    """Two words or more that stand whole in the other item are that item; one word alone is not."""
    one, other = frozenset({"mend", "roof"}), frozenset({"mend", "roof", "tile", "lead", "gutter", "beam"})

    assert likeness(one, other, lambda root: 1.0) == 1.0
    assert likeness(frozenset({"mend"}), other, lambda root: 1.0) < 0.45


@given(ITEMS, ITEMS)
def test_every_item_has_one_fate(old: list[str], new: list[str]) -> None:
    """Whatever two lists hold, each item of both is told once, and those of the new one in their order."""
    before, after = (a_list(*(f"- {item}" for item in items)) for items in (old, new))
    told = became(before, after)

    assert [item for _, item in told if item] == new
    assert sorted(item for item, _ in told if item) == sorted(old)


def test_what_changed_is_told_item_by_item(library: Assistant) -> None:
    """Asked what changed in a list, the newest one is set against the one that it replaced."""
    answer = converse(library, "What has changed in the priorities?")

    assert answer.status is Status.ANSWERED
    first, new, *items = answer.text.split("\n")
    assert first == "Library Plan 2022-2025 (February 2022), set against Library Plan 2019-2022 (March 2019):"
    assert new == "New in the list:"
    assert "- plant a reading garden at ten branches. [2]" in items
    gone = items[items.index("No longer in the list:") :]
    assert "- double the number of reading groups; [1]" in gone
    assert {citation.source.info.id for citation in answer.citations} == {
        "library-plan-2019",
        "library-plan-2022",
    }


def test_a_topic_is_followed_in_time_order(library: Assistant) -> None:
    """Each document that speaks of the topic is quoted, the oldest first, and its lists are compared."""
    found = library.compare("priorities")

    assert [said.document.id for said in found.said][:2] == ["library-plan-2019", "library-plan-2022"]
    assert all(
        citation.source.info.id == said.document.id for said in found.said for citation in said.citations
    )
    (step,) = found.steps
    assert (step.before.id, step.after.id) == ("library-plan-2019", "library-plan-2022")
    assert {item.fate for item in step.items} >= {Fate.ADDED, Fate.DROPPED}


def test_a_topic_without_a_list_has_quotes_alone(library: Assistant) -> None:
    """Where no two lists are about the topic, each document's words are all there is."""
    found = library.compare("fines for late books")

    assert [said.document.id for said in found.said] == ["library-plan-2019", "library-plan-2022"]
    assert found.steps == ()


OLDER = """---
id: mill-plan-2018
title: Mill Plan 2018
kind: plan
date: "2018-02"
---

# Mill Plan

The aims are:

- grind the rye;
- oil the wheel.
"""
NEWER = """---
id: mill-plan-2022
title: Mill Plan 2022
kind: plan
date: "2022-02"
supersedes: [mill-plan-2018]
---

# A new hope

The millers of the valley wrote the Hope of Mills 2030 together, and the hope of the millers is great.

# My hope

Every child in the valley bakes a loaf.

# Board of the mill

The board may:

- sell the barn;
- sell the barn and the old cart shed;
- hire a carter.

# Money

The flour toll is taken at the door.

| | 2022 £k | 2023 £k |
|---|---|---|
| Income: Flour toll | 28.6 | 31.5 |
| Income: Rent | 8.7 | 8.9 |
"""


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant that answers from these two plans."""
    return answering_from({"older.md": OLDER, "newer.md": NEWER}, tmp_path_factory.mktemp("mill"))


def quoted(comparison: Comparison) -> list[str]:
    """The quotes of the newest document."""
    return [citation.quote for citation in comparison.said[-1].citations]


def test_what_stands_under_the_topic_as_heading_comes_first(mill: Assistant) -> None:
    """The text below a heading that is the topic is quoted before sentences that use its word."""
    assert quoted(mill.compare("hope"))[0] == "Every child in the valley bakes a loaf."


def test_nearly_the_same_is_quoted_once(mill: Assistant) -> None:
    """Of two pieces of a document of which one only adds a few words, the longer is quoted."""
    assert "sell the barn;" not in quoted(mill.compare("barn"))
    assert "sell the barn and the old cart shed;" in quoted(mill.compare("barn"))


def test_the_row_of_that_name_is_quoted_with_its_headers(mill: Assistant) -> None:
    """A topic that is a row of a table is told by the row first, and by what stands above its figures."""
    row, headers, *_ = quoted(mill.compare("flour toll"))

    assert row == "| Income: Flour toll | 28.6 | 31.5 |"
    assert "2022 £k" in headers
    assert not any("Rent" in quote for quote in quoted(mill.compare("flour toll")))


def test_lists_of_two_things_are_not_set_against_each_other(mill: Assistant) -> None:
    """A heading that shares but a word with the topic heads no list about it."""
    assert mill.compare("board of the mill").steps == ()


@pytest.mark.parametrize(
    ("topic", "error"),
    [
        ("zeppelin hangars", NothingToCompare),
        ("the", NothingToCompare),
        ("", QuestionInvalid),
        ("?!", QuestionInvalid),
    ],
)
def test_a_topic_that_nobody_speaks_of_is_told_so(
    library: Assistant, topic: str, error: type[Exception]
) -> None:
    """No document, no topic: one sentence says so."""
    with pytest.raises(error):
        library.compare(topic)


def test_a_comparison_is_shown_in_every_form() -> None:
    """Text, JSON and HTML tell each document, each fate, and how it was told; nothing is foreign markup."""
    found = FakeAssistant().compare("promises")
    plain, data, page = (
        comparison_to_plain(found),
        comparison_to_json(found),
        comparison_html(found, "/source/"),
    )

    for told in (plain, page.replace("&#44;", ",")):
        assert told.index("Old Plan") < told.index("Library")
        assert all(label in told for label in ("New in the list", "No longer", "In other words", "As it was"))
    assert "rarer ones counting more" in plain
    assert "<Service>" not in page
    assert [item["fate"] for item in data["lists"][0]["items"]] == ["added", "dropped", "reworded", "kept"]
    assert json.loads(json.dumps(data))["said"][0]["document"] == "library-2020"


@pytest.mark.parametrize(
    ("argv", "code"), [(("promises",), 0), (("--json", "promises"), 0), (("the", "moon"), 6)]
)
def test_compare_is_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], code: int
) -> None:
    """The command prints the comparison, or says with exit code 6 that there is nothing to compare."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"")))
    with pytest.raises(SystemExit) as end:
        main(["compare", *argv], opener=lambda settings: FakeAssistant())

    shown = capsys.readouterr()
    assert end.value.code == code
    assert ("New in the list" in shown.out or '"added"' in shown.out) is (code == 0)
    assert shown.err.count("\n") == (code != 0)
