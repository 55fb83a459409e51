"""Raw text → Markdown: each repair, on invented text."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.markdown import read_markdown
from assistant.reading.text import to_markdown
from assistant.reading.wording import learn

TODAY = datetime.date(2024, 6, 1)
NO_HASH = "0" * 64


def repaired(text: str, *others: str) -> str:
    """The Markdown body made of a raw text, `others` being the rest of the corpus."""
    markdown = to_markdown(text, "plots.txt", NO_HASH, learn([text, *others]), TODAY)
    return markdown.split("---\n", 2)[2].strip()


def described(text: str) -> dict[str, str]:
    """What a raw text is described as."""
    info = read_markdown(to_markdown(text, "plots.txt", NO_HASH, learn([text]), TODAY), "plots").info
    return {
        "title": info.title,
        "kind": info.kind,
        "date": info.date,
        "author": info.author,
        "to": info.valid_to,
    }


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["• ", "1.\n", "2\n", "Page 3\n", " ", "\n", "\f", "# ", "**", "2019/20\n", "£m\n", "4.5\n"]
        )
        | st.sampled_from(
            ["Bees fly", "and dig.\n", "HIVES\n", "these are:\n", "half-\n", "<b>", "a1 ", "| "]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_text_can_be_repaired(text: str) -> None:
    """Repair never fails, and what it writes can be read."""
    read_markdown(to_markdown(text, "a.txt", NO_HASH, learn([text]), TODAY), "a")


def test_wrapped_lines_become_paragraphs() -> None:
    """Lines of one paragraph are joined, and a short line ends it."""
    text = (
        "The society keeps forty plots on the hill\nbehind the mill and rents them by the\nyear.\n"
        "Every plot has a shed and a tap, and most\nof them have a hive as well.\n"
    )

    assert repaired(text) == (
        "The society keeps forty plots on the hill behind the mill and rents them by the year.\n\n"
        "Every plot has a shed and a tap, and most of them have a hive as well."
    )


def test_words_broken_at_a_line_end_are_mended() -> None:
    """A hyphen at a line's end goes or stays as the rest of the corpus writes the word."""
    assert (
        repaired("The members dig allot-\nments here.", "Our allotments are old.")
        == "The members dig allotments here."
    )
    assert repaired("We run a multi-\nyear plan.", "A multi-year plan.") == "We run a multi-year plan."


def test_lost_hyphens_are_put_back() -> None:
    """A word that lost its hyphen gets it back where the corpus writes it so more often."""
    text = "A wellkept plot.\n\nWell-kept plots win. A well-kept plot wins."

    assert repaired(text).startswith("A well-kept plot.")


@pytest.mark.parametrize(
    ("raw", "markdown"),
    [
        ("We need:\n• a spade\n• a hoe that\nis sharp\n", "We need:\n\n- a spade\n- a hoe that is sharp"),
        ("We need:\n• a spade • a hoe\n", "We need:\n\n- a spade\n- a hoe"),
        ("We need: •\na spade\n", "We need:\n\n- a spade"),
        ("Rules:\n• Dig:\n◦◦ deep\n◦◦ often\n• Sow\n", "Rules:\n\n- Dig:\n  - deep\n  - often\n- Sow"),
        (
            "Rules:\n  • Dig\n    • deep\n    • often\n  • Sow\n",
            "Rules:\n\n- Dig\n  - deep\n  - often\n- Sow",
        ),
        ("Rules:\n- Dig\n  - Sow\n  - Reap\n", "Rules:\n\n- Dig\n- Sow\n- Reap"),
        ("Rules:\na) dig\nb) sow\n", "Rules:\n\n- a) dig\n- b) sow"),
        ("1. Dig.\n2. Sow.\n", "1. Dig.\n2. Sow."),
        (
            "Steps:\n\n1.\n2.\n\nDig the plot.\nSow the beans.\n",
            "Steps:\n\n1. Dig the plot.\n2. Sow the beans.",
        ),
        ("Questions:\nWho digs?\nWho sows?\n", "Questions:\n\n- Who digs?\n- Who sows?"),
        ("We look for:\n\nGood soil here\n\nClean water too\n\nLong days outside\n\n", None),
        ("Name: Ann\nRole: Digger\n", "- Name: Ann\n- Role: Digger"),
    ],
)
def test_lists_are_found(raw: str, markdown: str | None) -> None:
    """Bullets, numbers and letters of many kinds become lists with their lead-in and their nesting."""
    found = repaired(raw)

    assert found == (markdown or "We look for:\n\n- Good soil here\n- Clean water too\n- Long days outside")


def test_dash_inside_a_sentence_is_no_bullet() -> None:
    """A line that begins with a dash in mid-sentence goes on."""
    raw = "We want help of every kind\n- large and small - from members\nof the society.\n"

    assert repaired(raw) == "We want help of every kind - large and small - from members of the society."


@pytest.mark.parametrize(
    ("raw", "headings"),
    [
        ("OUR HIVES\nWe keep forty hives behind the mill, and\nlook after them.\n", ["## OUR HIVES"]),
        ("OUR MANY\nHIVES\n\nAND BEES\n\nWe keep hives.\n", ["## OUR MANY HIVES AND BEES"]),
        ("Hives\nWe keep forty hives behind the mill, and\nlook after them every week.\n", ["Hives"]),
        ("# Hives\n\nWe keep hives.\n\n## **Bees**\n\nThey fly.\n", ["# Hives", "## Bees"]),
        ("**Hives**\n\nWe keep hives.\n", ["#### Hives"]),
        ("FIRST PART\n\nTHE HIVES\n\nWe keep hives.\n", ["## FIRST PART", "### THE HIVES"]),
    ],
)
def test_headings_are_found(raw: str, headings: list[str]) -> None:
    """Lines in capitals, marked lines, and short lines over longer text are headings."""
    found = [line for line in repaired(raw).split("\n") if line.startswith("#")]

    assert [line.lstrip("# ") for line in found] == [line.lstrip("# ") for line in headings]
    assert all(line in found for line in headings if line.startswith("#"))


def test_address_in_capitals_is_no_heading() -> None:
    """The first word of an address is not a heading, though it is in capitals."""
    long = "You can write to the society whenever you like.\n" * 5
    raw = f"{long}\nALSOC\nMill House\nHilltop\n"

    assert "#" not in repaired(raw)


def test_pages_between_labels_are_counted() -> None:
    """A page between two printed labels is numbered if the count fits; other pages stay unknown."""
    raw = "One is.\nPage 4\n\fTwo is.\n\fThree is.\nPage 6\n\fFour is.\n\fFive is.\nPage 9\n\fSix is.\n"
    marks = [line for line in repaired(raw).split("\n") if line.startswith("<!--")]

    assert marks == [f"<!-- page {label} -->" for label in ("4", "5", "6", "?", "9", "?")]


def test_pages_that_begin_with_a_space_are_found() -> None:
    """Where printed labels prove that there are pages, a line with one space before it begins one."""
    raw = "First page here.\nPage 1\n Second page here.\n Third page here.\nPage 3\n Fourth page here.\n"

    assert "<!-- page 2 -->\n\nSecond page here.\n\n<!-- page 3 -->\n\nThird page here." in repaired(raw)


def test_sentence_over_a_page_end_is_made_whole() -> None:
    """The rest of a sentence comes back to the page that it began on; the next one stays on its own."""
    raw = "We keep our hives behind the old\nPage 4\n\fmill. They are in good repair.\nPage 5\n"

    assert repaired(raw) == (
        "<!-- page 4 -->\n\nWe keep our hives behind the old mill.\n\n"
        "<!-- page 5 -->\n\nThey are in good repair."
    )


def test_half_sentences_find_each_other() -> None:
    """A paragraph that starts in mid-sentence is brought to the one that breaks off."""
    raw = "We keep our hives behind the\n\nSee the picture of it.\n\nold mill by the river.\n"

    assert repaired(raw) == "We keep our hives behind the old mill by the river.\n\nSee the picture of it."


def test_lead_in_comes_back_to_its_list() -> None:
    """A lead-in that a paragraph parts from its list stands before the list again."""
    raw = "Members are asked to:\n\nThe society has ten members.\n\n• dig;\n• sow.\n"

    assert repaired(raw) == "The society has ten members.\n\nMembers are asked to:\n\n- dig;\n- sow."


def test_item_without_its_bullet_is_an_item() -> None:
    """A line that ends in a semicolon before other items is one of them."""
    assert repaired("We:\n\nDig the plots;\n\n• sow them.\n") == "We:\n\n- Dig the plots;\n- sow them."


@pytest.mark.parametrize(
    ("raw", "marked"),
    [
        ("There were 618,2002 bees.\n", "618,200² bees"),
        ("There were 618,200 bees.\n", "618,200 bees"),
        ("The tax3 is low.\n\nMore text here.\n\n3\n\nAs of spring.\n", "tax³ is low"),
        ("The best in the county 1. We won.\n\n1\n\nCounty Show report.\n", "county¹. We won"),
    ],
)
def test_footnote_numbers_are_raised(raw: str, marked: str) -> None:
    """A digit glued to a figure or a word is raised where it cannot be part of it, or its note is there."""
    assert marked in repaired(raw)


def test_note_follows_its_number() -> None:
    """The lone number and the note's words become one footnote."""
    assert "³ As of spring." in repaired("The tax3 is low.\n\nMore text.\n\n3\n\nAs of spring.\n").split("\n")


TABLE = """2001/02
£000

4

2002/03
£000

£m

£m

Rents

1.5

1.6

Grants4

2.5

Total

£000

2.6

4.0

4.2

From the county
"""


def test_cells_become_a_table() -> None:
    """Cells that came one to a line become a table where every value finds its place."""
    assert repaired("Our money.\n\n" + TABLE).split("\n\n", 1)[1] == (
        "| £m | 2001/02 | 2002/03 |\n| --- | --- | --- |\n| Rents | 1.5 | 1.6 |\n| Grants⁴ | 2.5 | 2.6 |\n"
        "| Total | 4.0 | 4.2 |\n\n⁴ From the county"
    )


def test_cells_that_do_not_fit_stay_as_they_are() -> None:
    """No table is invented when one value is missing."""
    assert "|" not in repaired(TABLE.replace("4.2\n", ""))


def test_markup_is_cleaned_away() -> None:
    """Tags, entities, links, emphasis, tabs and hard spaces leave plain words behind."""
    link = "<a href='mailto:a@b.example'>a@b.example</a>"
    raw = f"Write&nbsp;to {link}\tor *see* [our page](https://x.example) &amp; **ask**."

    assert repaired(raw) == "Write to a@b.example or see our page & ask."


def test_unwrapped_text_keeps_a_paragraph_a_line() -> None:
    """Where a paragraph is one long line, short lines that stand alone before longer ones are headings."""
    long = "The society keeps forty plots on the hill and rents them by the year to its own members. " * 3
    raw = f"Plots\n\n{long}\n\nB Hives and bees\n\n- {long}\n"

    assert repaired(raw) == f"### Plots\n\n{long.strip()}\n\n### B Hives and bees\n\n- {long.strip()}"


def test_bullets_over_paragraphs_are_headings() -> None:
    """Single short bullets that each stand over a long paragraph are headings."""
    long = "The society keeps forty plots on the hill and rents them by the year to its own members. "
    raw = f"• Plots\n\n{long * 3}\n\n• Hives\n\n{long * 3}\n"

    assert [line for line in repaired(raw).split("\n") if line.startswith("#")] == [
        "#### Plots",
        "#### Hives",
    ]


def test_figures_of_a_picture_keep_their_labels() -> None:
    """Figures that stand one to a line are kept together with the labels that follow."""
    assert "12 1,051 HIVES ACRES" in repaired("12\n\n1,051\n\nHIVES\n\nACRES\n\nWe keep them well.\n")


def test_text_describes_itself() -> None:
    """Title, kind, date, author and validity are proposed from the text."""
    report = (
        "3 MAY 2016\n\nAllotment Society\n\nReport of the Secretary\n\n1. We dug.\n\nAnn Green\nSecretary\n"
    )
    plan = (
        "Foreword\n"
        + "We dig and sow in the hills all year.\n" * 350
        + "\nHill Plan 2015-2019\n\nSince May 2016.\n"
    )

    assert described(report) == {
        "title": "Allotment Society",
        "kind": "report",
        "date": "2016-05-03",
        "author": "Ann Green, Secretary",
        "to": "",
    }
    assert described(plan) == {
        "title": "Hill Plan 2015-2019",
        "kind": "plan",
        "date": "2016-05",
        "author": "",
        "to": "2019",
    }


@pytest.mark.parametrize(
    ("title", "until"),
    [
        ("Hill Garden Plan 2015-2019", "2019"),
        ("Summary of the Garden Plan 2015-2019", ""),
        ("Talk about bees and a plan, 2015-2019", ""),
        ("Hill Garden Plan", ""),
    ],
)
def test_a_plan_that_names_its_years_is_one_however_short(title: str, until: str) -> None:
    """A text that is named as a plan with its years is a plan of these years; one about a plan is not."""
    found = described(f"{title}\n\nWe dig and sow in the hills all year, and so do the bees.\n")

    assert (found["kind"] == "plan", found["to"]) == (bool(until), until)


@pytest.mark.parametrize(
    ("head", "by", "title"),
    [
        ("Allotments Committee", "Secretary", "Report to the Allotments Committee: The new sheds"),
        ("Allotments Committee", "Allotments Committee", "Allotments Committee: The new sheds"),
        ("Spades and forks", "Secretary", "Spades and forks: The new sheds"),
    ],
)
def test_a_report_is_named_after_whom_it_was_put_to(head: str, by: str, title: str) -> None:
    """A report of one body that is headed by another was put to that one, and its title says so."""
    text = f"{head}\n\nThe new sheds\n\nReport of the {by}\n\nThe sheds stand on the hill since May.\n"

    assert described(text)["title"] == title


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("Ann Green, Secretary of the Society", "Ann Green, Secretary of the Society"),
        ("**Ann Green, Secretary**", "Ann Green, Secretary"),
        ("Ann Green, Secretary\n\nBen Brown, Treasurer", ""),
        ("Ann Green, Secretary, thanked all who dug.", ""),
        ("Hill Committee, Chair", ""),
    ],
)
def test_a_signature_on_one_line_tells_the_author(end: str, author: str) -> None:
    """A name with its office, alone on a line, is the author; a list of such lines is a list of people."""
    assert described(f"Bees\n\nThe bees fly over all the plots of the hill.\n\n{end}\n")["author"] == author


def test_short_forms_are_learnt() -> None:
    """Short forms are taken from where the text spells them out, either way round."""
    text = (
        "The Allotment Society (AS) met HUB (Hill Users and Beekeepers). THE PLOT HOLDERS’ CLUB (PHC) came."
    )
    info = read_markdown(to_markdown(text, "a.txt", NO_HASH, learn([text]), TODAY), "a").info

    assert dict(info.abbreviations) == {
        "AS": "Allotment Society",
        "HUB": "Hill Users and Beekeepers",
        "PHC": "Plot Holders’ Club",
    }
