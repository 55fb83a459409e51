"""Parts of a structured file → Markdown of the edition form."""

from hypothesis import example, given
from hypothesis import strategies as st

from assistant.reading.markdown import read_blocks
from assistant.reading.parts import (
    Heading,
    Item,
    Note,
    Paragraph,
    Part,
    Table,
    one_line,
    says_something,
    write_parts,
)
from assistant.types import BlockKind
from tests.arbitrary_markdown import MARKDOWN

TEXTS = MARKDOWN.map(lambda text: f"{text} bee")
CELLS = st.lists(MARKDOWN, min_size=3, max_size=3).map(tuple)
TABLES = st.builds(
    Table, CELLS.map(lambda cells: ("bee", *cells[1:])), st.lists(CELLS, max_size=3).map(tuple), MARKDOWN
)
PARTS = st.lists(
    st.builds(Heading, TEXTS, st.integers(0, 9))
    | st.builds(Paragraph, TEXTS)
    | st.builds(Item, TEXTS, st.integers(0, 3), st.sampled_from(["-", "1.", "2)", "(a)", "iv."]))
    | st.builds(Note, st.just("¹"), TEXTS)
    | TABLES,
    max_size=6,
)


def letters(text: str) -> list[str]:
    """The letters of a text, in order; a figure may be an item's number, which is no part of the item."""
    return [char for char in text if char.isalpha()]


def said(part: Part) -> list[str]:
    """All letters of a part."""
    if isinstance(part, Table):
        cells = [cell for row in (part.header, *part.rows) for cell in row]
        return letters("".join(map(one_line, [part.caption, *cells])))
    marker = part.marker if isinstance(part, Item) else ""
    return letters(marker) + letters(one_line(part.text))


@given(PARTS)
@example([Paragraph("1. ``` bee")])
@example([Paragraph("```<div> bee")])
@example([Paragraph("``` 1. ~~~ ``` bee")])
def test_no_letter_is_lost_and_nothing_is_taken_for_a_page(parts: list[Part]) -> None:
    """Whatever the parts hold, every letter is in a block afterwards, and no page is known."""
    text = write_parts(parts)
    blocks = read_blocks(text)

    found = letters("".join(text[block.start : block.end] for block in blocks))
    assert sorted(found) == sorted(letter for part in parts for letter in said(part))
    assert {block.page_label for block in blocks} <= {None}


@given(st.lists(MARKDOWN.map(lambda text: f"Bees {text}"), max_size=5))
def test_paragraphs_stay_in_one_line_each(texts: list[str]) -> None:
    """A paragraph is one block, whatever line breaks and blanks its file has in it."""
    text = write_parts(map(Paragraph, texts))
    blocks = [text[block.start : block.end] for block in read_blocks(text)]

    assert blocks == [one_line(words) for words in texts]


def test_what_looks_like_markup_is_text() -> None:
    """Signs at the head of a paragraph do not make it a heading, a caption, an item or a fence."""
    parts = [
        Paragraph(words) for words in ("# of hens", "> 50% of eggs", "``` ada", "<b>bold", "2019. Rain.")
    ]
    kinds = [block.kind for block in read_blocks(write_parts(parts))]

    assert kinds == [BlockKind.PARAGRAPH] * len(parts)


def test_tag_behind_a_number_is_text() -> None:
    """A caption that begins with a number and a tag loses no letter to the tag."""
    text = write_parts([Table(("hens",), (("6",),), caption="1. <div> of hens")])
    said = [text[block.start : block.end] for block in read_blocks(text)]

    assert "div> of hens" in said[0]


def test_typed_bullets_are_items() -> None:
    """A paragraph that begins with a typed bullet or letter is a list item, and a rule is nothing."""
    text = write_parts([Paragraph("• hens"), Paragraph("(a) bees"), Paragraph("* * *"), Paragraph("Ducks.")])

    assert text == "- hens\n- (a) bees\n\nDucks.\n"


def test_notes_do_not_break_a_list() -> None:
    """A footnote between two items comes after the list."""
    text = write_parts([Item("hens¹"), Note("¹", "Six."), Item("bees"), Paragraph("Ducks.")])

    assert text == "- hens¹\n- bees\n\n¹ Six.\n\nDucks.\n"


def test_hidden_characters_are_dropped() -> None:
    """Soft hyphens, tag characters and page marks leave no trace, and blanks become spaces."""
    assert one_line("gar\u00adden\u200b <!-- page 9 -->\u00a0plan\U000e0041\n") == "garden plan"
    assert not says_something("· · ·")
