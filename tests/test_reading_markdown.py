"""Markdown → blocks."""

from hypothesis import example, given
from hypothesis import strategies as st

from assistant.reading.markdown import read_blocks, read_markdown
from assistant.reading.pages import PAGE_MARK, PageLabel, page_mark, page_of
from assistant.types import Block, BlockKind
from tests.arbitrary_markdown import MARKDOWN, plain


def words(text: str, kind: BlockKind | None = None) -> list[str]:
    """The words of the blocks of one kind, or of all."""
    return [text[block.start : block.end] for block in read_blocks(text) if kind in (None, block.kind)]


def of_kind(text: str, kind: BlockKind) -> list[Block]:
    """The blocks of one kind."""
    return [block for block in read_blocks(text) if block.kind is kind]


@given(MARKDOWN)
@example("# a #\nb\n===\n> - x\n>   y")
def test_spans_are_exact_and_in_order(raw: str) -> None:
    """Blocks of any text are trimmed, in range, in order, do not overlap, and hold no page mark."""
    text = plain(raw)
    blocks = read_blocks(text)

    end = 0
    for block in blocks:
        slice_ = text[block.start : block.end]
        assert end <= block.start < block.end <= len(text)
        assert slice_ == slice_.strip() != ""
        assert not PAGE_MARK.search(slice_)
        end = block.end


@given(
    number=st.integers(1, 99_999),
    label=st.none() | st.from_regex(r"[^\s<>,?]{1,12}", fullmatch=True),
    ocr=st.booleans(),
)
def test_a_page_mark_is_read_back(number: int, label: str | None, ocr: bool) -> None:
    """What a mark is written for is read from it: the sheet, the printed label, and whether OCR read it."""
    page = PageLabel(number, label, ocr)
    mark = PAGE_MARK.fullmatch(page_mark(page))

    assert mark is not None
    assert page_of(mark) == page


@given(st.lists(st.from_regex(r"[A-Za-z]+( [A-Za-z]+){0,8}[.]", fullmatch=True), min_size=1, max_size=6))
def test_paragraphs_are_kept_word_for_word(paragraphs: list[str]) -> None:
    """Every paragraph of plain prose is one block, character for character."""
    assert words("\n\n".join(paragraphs)) == paragraphs


def test_heading_spans_leave_out_their_marks() -> None:
    """A heading's span is its words, whichever way it is marked, and its level is its rank."""
    blocks = read_blocks("# One #\n\nTwo\n---\n\n### **Three**\n")

    assert words("# One #\n\nTwo\n---\n\n### **Three**\n") == ["One", "Two", "**Three**"]
    assert [block.level for block in blocks] == [1, 2, 3]


def test_nested_list_is_one_group() -> None:
    """Items of one list share a group, nested ones too, and know their depth; other lists have others."""
    text = "Tools:\n\n- Spade\n- Barrow\n  - red\n  - blue\n- Hoe\n\nSeeds:\n\n1. Bean\n2. Pea\n"
    items = of_kind(text, BlockKind.LIST_ITEM)

    assert words(text, BlockKind.LIST_ITEM) == ["Spade", "Barrow", "red", "blue", "Hoe", "Bean", "Pea"]
    assert [item.level for item in items] == [1, 1, 2, 2, 1, 1, 1]
    assert len({item.group for item in items[:5]}) == 1
    assert items[4].group != items[5].group == items[6].group


def test_list_goes_on_over_a_page() -> None:
    """A list that is parted by nothing but a page mark stays one list, and its items know their pages."""
    items = of_kind("- Spade\n\n<!-- page 2 -->\n\n- Hoe\n", BlockKind.LIST_ITEM)

    assert items[0].group == items[1].group
    assert [item.page for item in items] == [None, 2]


def test_lists_parted_by_text_are_two_lists() -> None:
    """A paragraph between two lists makes them two, a page mark or not."""
    items = of_kind("- Spade\n\nText.\n\n<!-- page 2 -->\n\n- Hoe\n", BlockKind.LIST_ITEM)

    assert items[0].group != items[1].group


def test_table_rows_are_whole_lines() -> None:
    """A table is a header and rows of one group, each the whole line; the rule between is no block."""
    text = "| £ | 2001 |\n|---|---:|\n| Seeds | 84.7 |\n| Tools | |\n"
    blocks = read_blocks(text)

    assert [block.kind for block in blocks] == [
        BlockKind.TABLE_HEADER,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
    ]
    assert words(text)[1:] == ["| Seeds | 84.7 |", "| Tools | |"]
    assert len({block.group for block in blocks}) == 1


def test_pages_follow_their_marks() -> None:
    """A page mark counts from where it stands; a label may be no number; `?` ends what is known."""
    text = "A\n\n<!-- page 5 -->\nB\n\n<!-- page iv -->\n\nC\n\n<!-- page ? -->\n\nD\n\n<!-- a remark -->\n"

    pages = [(block.page, block.page_label) for block in read_blocks(text)]

    assert pages == [(None, None), (5, "5"), (None, "iv"), (None, None)]


def test_captions_and_footnotes_are_known() -> None:
    """A block quote is a caption, a paragraph that begins with a raised number is a footnote."""
    kinds = [
        block.kind for block in read_blocks("> The pond in May\n\n² Counted by hand\n\nm² is an area.\n")
    ]

    assert kinds == [BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH]


def test_second_paragraph_of_an_item_is_no_item() -> None:
    """Only the first paragraph of a list item counts as the item."""
    blocks = read_blocks("- Spade\n\n  It is new.\n\n- Hoe\n")

    assert [block.kind.value for block in blocks] == ["list_item", "paragraph", "list_item"]
    assert len({block.group for block in blocks}) == 1


def test_front_matter_describes_and_is_not_quoted() -> None:
    """Front matter becomes the document's description; spans count from the file's first character."""
    text = (
        "---\nid: bees\ndate: 2019-04-01\nsupersedes: [old]\nabbreviations: {AS: Apiary Society}\n---\nHi.\n"
    )
    document = read_markdown(text, "file")

    assert (document.info.id, document.info.date, document.info.supersedes) == (
        "bees",
        "2019-04-01",
        ("old",),
    )
    assert document.info.abbreviations == (("AS", "Apiary Society"),)
    assert [text[block.start : block.end] for block in document.blocks] == ["Hi."]


def test_ordinary_markdown_stays_as_it_is() -> None:
    """Wrapped paragraphs, emphasis, fenced text and stray HTML of strangers are kept verbatim."""
    text = "## **Bold** title\nA *wrapped*\nparagraph <b>here</b>.\n\n```\ncode\n```\n\n    indented\n"

    assert words(text) == ["**Bold** title", "A *wrapped*\nparagraph <b>here</b>.", "code", "indented"]
