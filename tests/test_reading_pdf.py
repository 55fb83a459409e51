"""PDFs become Markdown in the form of our editions: order, lists, tables, notes, pages, hidden text."""

import random
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from assistant.reading.formats import Reading
from assistant.reading.markdown import read_markdown
from assistant.reading.pdf.edition import read_pdf
from assistant.types import BlockKind, Document
from tests.pdf_pages import HEIGHT, WIDTH, Draw, draw, put, text

BODY = (
    "The garden society was founded by eleven neighbours, who",
    "asked the town for the meadow behind the mill. It has ninety",
    "plots today, and a greenhouse that all members share. Its",
    "rules are few: water is not wasted, and paths are kept.",
)


def read(path: Path, *pages: Draw) -> Document:
    """Draw these pages and read them back as a document."""
    return document(read_pdf(draw(path / "garden.pdf", *pages)))


def document(reading: Reading) -> Document:
    """The document that a reading is."""
    return read_markdown(reading.markdown, "garden")


def blocks(found: Document, kind: BlockKind | None = None) -> list[str]:
    """The text of each block, or of each block of one kind."""
    return [found.text[b.start : b.end] for b in found.blocks if kind in (None, b.kind)]


def prose(topic: str, lines: int) -> list[str]:
    """Lines of about one width that go on from each other."""
    return [f"line {number} of the {topic} goes on and tells of seeds" for number in range(1, lines + 1)]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Each of three columns is read to its end, behind the heading and before the text that span them."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 90, "The year in the garden, told in three columns of text", size=18)
        for number, topic in enumerate(("apples", "beans", "cherries")):
            put(canvas, 60 + 165 * number, 130, *prose(topic, 12), size=6.5)
        put(canvas, 60, 320, "Below the columns a line runs from one edge of the page to the other edge.")
        for number, topic in enumerate(("onions", "peas")):
            put(canvas, 60 + 250 * number, 350, *prose(topic, 10), size=9)

    whole = " ".join(blocks(read(tmp_path, page)))

    topics = ["year", "apples", "beans", "cherries", "Below", "onions", "peas"]
    places = [(whole.index(topic), whole.rindex(topic)) for topic in topics]
    assert all(one[1] < other[0] for one, other in pairwise(places))


def test_a_heading_over_both_columns_parts_them(tmp_path: Path) -> None:
    """A short heading that stands over two columns comes after both columns above it."""

    def page(canvas: Canvas) -> None:
        for number, topic in enumerate(("apples", "beans")):
            put(canvas, 60 + 250 * number, 120, *prose(topic, 10), size=9)
            put(canvas, 60 + 250 * number, 300, *prose(topic.upper(), 10), size=9)
        put(canvas, 60, 270, "Winter", size=16)

    whole = " ".join(blocks(read(tmp_path, page)))

    assert whole.rindex("beans") < whole.index("Winter") < whole.index("APPLES") < whole.index("BEANS")


def test_two_lines_a_column_are_columns_where_others_begin_so(tmp_path: Path) -> None:
    """The few lines that end a page of columns are read column by column, as those above them."""

    def page(canvas: Canvas) -> None:
        for number, topic in enumerate(("apples", "beans")):
            put(canvas, 60 + 250 * number, 120, *prose(topic, 10), size=9)
            put(canvas, 60 + 250 * number, 300, *prose(topic.upper(), 2), size=9)
        put(
            canvas,
            60,
            270,
            "Winter, when nothing grows but what stands under glass in the long house",
            size=14,
        )

    whole = " ".join(blocks(read(tmp_path, page)))

    assert whole.index("Winter") < whole.index("APPLES") < whole.rindex("APPLES") < whole.index("BEANS")


def furnished(number: int, label: str) -> Draw:
    """A page with a running head, a foot with its number, and a few lines of text."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 40, "The Garden Society", "Report of the year", size=9)
        put(canvas, 60, 150, *BODY[number % 2 :])
        put(canvas, 60, 800, "Printed by the society", size=9)
        put(canvas, 480, 800, f"Page {label}", size=9)

    return page


def test_heads_feet_and_numbers_are_no_text(tmp_path: Path) -> None:
    """What stands on every page is left out, and each page has the label that is printed on it."""
    labels = ["i", "ii", "1", "2", "3"]

    found = read(tmp_path, *(furnished(number, label) for number, label in enumerate(labels, 1)))

    assert not {"Society", "Report", "Printed", "Page"} & set(" ".join(blocks(found)).split())
    assert list(dict.fromkeys((b.page, b.page_label) for b in found.blocks)) == list(enumerate(labels, 1))


def test_the_body_in_the_heads_of_pages_is_proposed_as_publisher(tmp_path: Path) -> None:
    """Where the text names no publisher, a body that most pages name at their head or foot is proposed."""
    found = read(tmp_path, *(furnished(number, str(number + 1)) for number in range(4)))

    assert found.info.publisher == "The Garden Society"


def test_a_running_head_that_names_a_paper_is_proposed_as_title(tmp_path: Path) -> None:
    """Where the text begins with a foreword, what most pages repeat and names a paper is the title."""

    def page(number: int) -> Draw:
        def drawn(canvas: Canvas) -> None:
            put(canvas, 60, 40, "The Garden Plan 2019-2022", size=9)
            put(canvas, 60, 110, *([] if number else ["Foreword"]), size=16, font="Helvetica-Bold")
            put(canvas, 60, 150, *BODY[number % 2 :])
            put(canvas, 60, 800, "The Garden Society", size=9)

        return drawn

    found = read(tmp_path, *map(page, range(4)))

    assert (found.info.title, found.info.publisher) == ("The Garden Plan 2019-2022", "The Garden Society")


def test_a_name_above_an_office_is_proposed_as_author(tmp_path: Path) -> None:
    """Two lines that end a foreword, a name and an office, tell the author."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 150, *BODY)
        put(canvas, 60, 260, "Ann Green", "Secretary of the Society")

    assert read(tmp_path, page).info.author == "Ann Green, Secretary of the Society"


@pytest.mark.parametrize(
    ("made", "mentioned", "date"),
    [
        ("20210905", "in June 2021", "2021-09"),
        ("20210405", "in June 2021", "2021-04"),
        ("20210905", "in June 2010", "2010-06"),
        ("20210905", "in summer", "2021-09"),
        ("20210905", "on 7 September 2021", "2021-09-07"),
    ],
)
def test_a_file_tells_how_old_its_text_is(tmp_path: Path, made: str, mentioned: str, date: str) -> None:
    """The month in which a file was made goes before a date of that year that is only mentioned far down."""

    def page(canvas: Canvas) -> None:
        canvas.setDateFormatter(lambda *_: f"D:{made}120000Z")
        for number in range(12):
            put(canvas, 60, 100 + 30 * number, f"Paragraph {number} is about the garden.")
        put(canvas, 60, 600, f"The pump was repaired {mentioned}.")

    assert read(tmp_path, page).info.date == date


def test_a_speck_at_the_edge_hides_no_head(tmp_path: Path) -> None:
    """Dashes that a scanner saw at the edge of a page are passed over when its head is looked for."""

    def page(canvas: Canvas) -> None:
        put(canvas, 200, 8, "—")
        put(canvas, 60, 60, "400", size=9)
        put(canvas, 200, 60, "GARDENING", size=9)
        put(canvas, 60, 73, *BODY)

    found = read(tmp_path, page)

    assert blocks(found) == [" ".join(BODY)]
    assert found.blocks[0].page_label == "400"


def test_the_file_tells_the_labels_of_pages(tmp_path: Path) -> None:
    """Labels that the file itself gives are taken, whatever stands on the page."""

    def page(canvas: Canvas) -> None:
        canvas.addPageLabel(0, "ROMAN_LOWER", 4)
        put(canvas, 60, 150, *BODY)

    assert {(b.page, b.page_label) for b in read(tmp_path, page).blocks} == {(1, "iv")}


def test_the_head_of_a_table_is_no_running_head(tmp_path: Path) -> None:
    """A table that goes on over pages keeps its head on each of them."""

    def page(canvas: Canvas) -> None:
        for number, word in enumerate(("Crop", "Plots", "Kilos", "Price")):
            put(canvas, 60 + 120 * number, 60, word, *(f"{number}{row}" for row in range(10, 40)), size=10)

    found = read(tmp_path, page, page, page)

    assert [row.split()[1] for row in blocks(found, BlockKind.TABLE_HEADER)] == ["Crop"] * 3


def test_words_cut_at_a_line_end_are_whole(tmp_path: Path) -> None:
    """A hyphen at a line's end goes where the document has the word without one, and stays elsewhere."""
    lines = (
        "The green-",
        "house stands in the middle, and the greenhouse is warm. It is a well-",
        "known place; a well-known café serves cake there.",
    )

    assert blocks(read(tmp_path, text(60, 150, *lines))) == [
        "The greenhouse stands in the middle, and the greenhouse is warm. It is a well-known place; "
        "a well-known café serves cake there."
    ]


def test_a_sentence_over_two_pages_is_whole(tmp_path: Path) -> None:
    """The rest of a sentence moves to the page on which it began; the next sentence stays on its own."""
    first = [*BODY[:3], "rules are few: water is not wasted, and paths are"]
    found = read(tmp_path, text(60, 150, *first), text(60, 150, "kept by all. The gate is closed at night."))

    assert [(found.text[b.start : b.end][-22:], b.page) for b in found.blocks] == [
        ("paths are kept by all.", 1),
        ("gate is closed at night."[-22:], 2),
    ]


def test_headings_stand_as_deep_as_they_look(tmp_path: Path) -> None:
    """Larger letters are higher headings, bold lines the lowest; bold words in a sentence are none."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "The garden", size=20)
        put(canvas, 60, 140, "Its rules", size=14)
        put(canvas, 60, 165, *BODY)
        put(canvas, 60, 230, "Water", font="Helvetica-Bold")
        put(canvas, 60, 245, *BODY)

    found = read(tmp_path, page)

    heads = [(found.text[b.start : b.end], b.level) for b in found.blocks if b.kind is BlockKind.HEADING]
    assert heads == [("The garden", 1), ("Its rules", 2), ("Water", 3)]
    assert blocks(found, BlockKind.PARAGRAPH) == [" ".join(BODY)] * 2


def test_bookmarks_tell_how_deep_headings_stand(tmp_path: Path) -> None:
    """Where the file has its own table of contents, headings stand as deep as that says."""

    def page(canvas: Canvas) -> None:
        for number, (title, level) in enumerate((("Water", 0), ("Taps", 1), ("Paths", 0))):
            put(canvas, 60, 100 + 90 * number, title, size=16 if level else 14)
            put(canvas, 60, 120 + 90 * number, *BODY)
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)

    found = read(tmp_path, page)

    heads = [(found.text[b.start : b.end], b.level) for b in found.blocks if b.kind is BlockKind.HEADING]
    assert heads == [("Water", 1), ("Taps", 2), ("Paths", 1)]


def test_lists_keep_their_depth_and_numbers(tmp_path: Path) -> None:
    """Bullets and numbers make items, deeper ones stand under them, and their lines go together."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "Bring to the garden:")
        for number, (indent, mark, line) in enumerate(
            [
                (0, "•", "boots that keep out the water, and in the winter"),
                (0, "", "warm socks as well"),
                (18, "–", "gloves"),
                (0, "•", "a spade"),
            ]
        ):
            put(canvas, 66 + indent, 120 + 12 * number, mark)
            put(canvas, 80 + indent, 120 + 12 * number, line)
        put(canvas, 60, 190, "1. Close the gate behind you.", "2. Share the taps.")

    found = read(tmp_path, page)

    items = [(found.text[b.start : b.end], b.level) for b in found.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [
        ("boots that keep out the water, and in the winter warm socks as well", 1),
        ("gloves", 2),
        ("a spade", 1),
        ("Close the gate behind you.", 1),
        ("Share the taps.", 1),
    ]


def test_a_deeper_item_on_the_next_page_stays_where_it_belongs(tmp_path: Path) -> None:
    """A list in two levels that goes on over the page's end is one list, and its inner items stay inner."""

    def first(canvas: Canvas) -> None:
        put(canvas, 60, 100, *BODY, "Bring to the garden:")
        put(canvas, 66, 170, "• boots", "• tools:")
        put(canvas, 84, 194, "–")
        put(canvas, 96, 194, "a spade")

    def second(canvas: Canvas) -> None:
        put(canvas, 84, 100, "–")
        put(canvas, 96, 100, "a fork")
        put(canvas, 66, 112, "• gloves")
        put(canvas, 60, 150, *BODY)

    found = read(tmp_path, first, second)

    items = [b for b in found.blocks if b.kind is BlockKind.LIST_ITEM]
    told = [(found.text[b.start : b.end], b.level, b.page_label) for b in items]
    assert told == [
        ("boots", 1, "1"),
        ("tools:", 1, "1"),
        ("a spade", 2, "1"),
        ("a fork", 2, "2"),
        ("gloves", 1, "2"),
    ]
    assert len({b.group for b in items}) == 1


CELLS = (
    ("", "2021 £000", "2022 £000", "2023 £000"),
    ("Rents", "12.5", "13.0", "14.1"),
    ("Water", "1.5", "–", "(1.8)"),
    ("Total", "14.0", "13.0", "12.3"),
)


@pytest.mark.parametrize("rules", ["grid", "level", "none"])
def test_tables_keep_their_cells(tmp_path: Path, rules: str) -> None:
    """Each cell stays in its row and column, whether all, some or no rules are drawn."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, *BODY)
        for row, cells in enumerate(CELLS):
            for column, cell in enumerate(cells):
                put(canvas, 64 + 110 * column, 200 + 18 * row, cell)
        tops = {"grid": range(5), "level": (0, 1, 4), "none": ()}[rules]
        for row in tops:
            canvas.line(60, HEIGHT - 187 - 18 * row, 500, HEIGHT - 187 - 18 * row)
        for column in range(5) if rules == "grid" else ():
            canvas.line(60 + 110 * column, HEIGHT - 187, 60 + 110 * column, HEIGHT - 259)
        put(canvas, 60, 300, *BODY)

    found = read(tmp_path, page)

    rows = blocks(found, BlockKind.TABLE_HEADER) + blocks(found, BlockKind.TABLE_ROW)
    assert [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows] == list(CELLS)
    assert blocks(found, BlockKind.PARAGRAPH) == [" ".join(BODY)] * 2


@pytest.mark.parametrize(
    ("above", "tops"), [(["all those seeds."], [120]), (prose("hill", 2), [110, 126])], ids=["far", "long"]
)
def test_columns_of_text_are_no_head_of_the_table_below(
    tmp_path: Path, above: list[str], tops: list[float]
) -> None:
    """Neither the last lines of columns far above a table without rules head it, nor their paragraphs."""

    def page(canvas: Canvas) -> None:
        for top in tops:
            for number in range(3):
                put(canvas, 64 + 165 * number, top, *above, size=6.5)
        for row, cells in enumerate(CELLS):
            for column, cell in enumerate(cells):
                put(canvas, 64 + 132 * column, 150 + 15 * row, cell, size=6.5)

    found = read(tmp_path, page)

    rows = blocks(found, BlockKind.TABLE_HEADER) + blocks(found, BlockKind.TABLE_ROW)
    assert [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows] == list(CELLS)


def test_cells_of_several_lines_and_heads_over_columns(tmp_path: Path) -> None:
    """Lines of one cell go together, and a head over two columns stands in both."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 90, *BODY)
        put(canvas, 64, 200, "Work on the", "plots")
        put(canvas, 255, 200, "Hours spent")
        put(canvas, 204, 220, "Spring")
        put(canvas, 304, 220, "Autumn")
        put(canvas, 64, 240, "Digging and", "weeding")
        put(canvas, 204, 240, "120")
        put(canvas, 304, 240, "80")
        for top, left in ((187, 60), (207, 200), (227, 60), (260, 60)):
            canvas.line(left, HEIGHT - top, 400, HEIGHT - top)
        for x, top in ((60, 187), (200, 187), (300, 207), (400, 187)):
            canvas.line(x, HEIGHT - top, x, HEIGHT - 260)

    rows = blocks(read(tmp_path, page), BlockKind.TABLE_HEADER) + blocks(
        read(tmp_path, page), BlockKind.TABLE_ROW
    )

    assert rows == [
        "| Work on the plots | Hours spent Spring | Hours spent Autumn |",
        "| Digging and weeding | 120 | 80 |",
    ]


def test_rows_that_name_a_part_run_over_the_columns(tmp_path: Path) -> None:
    """Words over several columns hide no column, and stand whole in the one where they begin."""
    rows = (
        ("1", "Peas", "0.87", "0.20"),
        ("", "Beds that were dug in spring by all members", "", ""),
        ("2", "Beans", "0.88", "0.40"),
        ("3", "Kale", "0.90", "0.60"),
        ("", "Beds that were left to the bees and the moles", "", ""),
        ("4", "Leeks", "0.58", "0.10"),
        ("5", "Chard", "0.51", "0.30"),
    )

    def page(canvas: Canvas) -> None:
        for number, row in enumerate((("No.", "Bed", "Yield", "Loss"), *rows)):
            for x, cell in zip((60, 90, 180, 240), row, strict=True):
                put(canvas, x, 150 + 16 * number, cell)
        for top in (138, 154, 268):
            canvas.line(60, HEIGHT - top, 300, HEIGHT - top)

    found = read(tmp_path, page)

    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in blocks(found)]
    assert cells[1] == ["1", "Peas", "0.87", "0.20"]
    assert cells[2] == ["", rows[1][1], "", ""]
    assert cells[-1] == ["5", "Chard", "0.51", "0.30"]


def test_a_line_in_the_middle_over_the_columns_is_a_head(tmp_path: Path) -> None:
    """What stands alone over all columns but the first names each of them, once, with the unit below."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 120, *BODY[:2])
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawCentredString(300, HEIGHT - 170, "Year ended")
        for x, month in ((250, "May 2021"), (350, "May 2022")):
            canvas.drawCentredString(x, HEIGHT - 182, month)
        canvas.drawCentredString(300, HEIGHT - 194, "(In thousands)")
        for row, cells in enumerate((("Rents", "12", "13"), ("Water", "3", "4"), ("Sum", "15", "17"))):
            for x, cell in zip((60, 250, 350), cells, strict=True):
                put(canvas, x, 206 + 12 * row, cell)
            for x in (238, 338) if row != 1 else ():
                put(canvas, x, 206 + 12 * row, "$")

    (head,) = blocks(read(tmp_path, page), BlockKind.TABLE_HEADER)

    assert [cell.strip() for cell in head.strip("|").split("|")] == [
        "",
        "Year ended May 2021 (In thousands)",
        "Year ended May 2022 (In thousands)",
    ]


def test_notes_are_apart_from_the_figures(tmp_path: Path) -> None:
    """A raised number is a marker and no part of a figure; its note stands behind the text that has it."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 150, "The meadow has 6,200 square metres")
        end = 60 + canvas.stringWidth("The meadow has 6,200 square metres", "Helvetica", 10)
        put(canvas, end, 146.5, "2", size=6)
        put(canvas, end + 6.5, 150, "and a pond.")
        put(canvas, 60, 180, *BODY)
        put(canvas, 60, 697.5, "2", size=5)
        put(canvas, 64, 700, "Measured in 2019", size=7)

    found = read(tmp_path, page)

    assert blocks(found)[0] == "The meadow has 6,200 square metres² and a pond."
    assert [(b.kind, found.text[b.start : b.end]) for b in found.blocks][1] == (
        BlockKind.FOOTNOTE,
        "² Measured in 2019",
    )


def test_text_under_a_picture_is_its_caption(tmp_path: Path) -> None:
    """Small slanted text right under a picture is a caption, not a paragraph."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 120, *BODY)
        canvas.drawImage(ImageReader(_grey(40, 20)), 60, HEIGHT - 300, 200, 100)
        put(canvas, 60, 312, "The pond in spring", size=8, font="Helvetica-Oblique")

    assert blocks(read(tmp_path, page), BlockKind.CAPTION) == ["The pond in spring"]


def _grey(width: int, height: int) -> object:
    from PIL import Image

    return Image.new("L", (width, height), 200)


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    put(canvas, 60, 300, "secret orders")


def _unpainted(canvas: Canvas) -> None:
    words = canvas.beginText(60, HEIGHT - 300)
    words.setFont("Helvetica", 10)
    words.setTextRenderMode(3)
    words.textOut("secret orders")
    canvas.drawText(words)


def _tiny(canvas: Canvas) -> None:
    put(canvas, 60, 300, "secret orders", size=1)


def _covered(canvas: Canvas) -> None:
    put(canvas, 60, 300, "secret orders")
    canvas.setFillColorRGB(0.5, 0.5, 0.9)
    canvas.rect(50, HEIGHT - 310, 200, 30, fill=1)


def _outside(canvas: Canvas) -> None:
    put(canvas, 60, HEIGHT + 300, "secret orders")


@pytest.mark.parametrize("hide", [_white, _unpainted, _tiny, _covered, _outside])
def test_what_nobody_sees_is_left_out_and_told(tmp_path: Path, hide: Draw) -> None:
    """Text that cannot be seen on the page is not in the document, and its page is named."""

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 150, *BODY)
        hide(canvas)

    reading = read_pdf(draw(tmp_path / "garden.pdf", text(60, 150, *BODY), page))

    assert "secret" not in reading.markdown
    assert reading.problems == (
        "Page 2 of the file: 2 hidden words, which nobody sees on the page, were left out.",
    )


def test_characters_that_no_font_shows_are_left_out_and_told(tmp_path: Path) -> None:
    """Zero-width characters, turned directions and tags are in no word, and are told; a rare letter stays."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def page(canvas: Canvas) -> None:
        line = canvas.beginText(60, HEIGHT - 150)
        line.setFont("Vera", 10)
        for part in re.split("([qxz])", "The warxden opens atz ten toqday."):
            # Such a character takes no room: the next one is set where it was.
            line.setCharSpace(-canvas.stringWidth(part, "Vera", 10) if part in ("q", "x", "z") else 0)
            line.textOut(part)
        canvas.drawText(line)

    drawn = draw(tmp_path / "drawn.pdf", text(60, 150, *BODY), page)
    writer = PdfWriter(clone_from=drawn)
    fonts = writer.pages[1]["/Resources"]["/Font"].values()  # type: ignore[index]
    meant = next(font.get_object()["/ToUnicode"] for font in fonts if "/ToUnicode" in font.get_object())
    told = meant.get_object().get_data()
    for letter, code in ((b"78", b"200B"), (b"71", b"202E"), (b"7A", b"DB40DC41"), (b"54", b"D835DC7B")):
        told = told.replace(b"<%s> <00%s>" % (letter, letter), b"<%s> <%s>" % (letter, code))
    meant.get_object().set_data(told)
    writer.write(tmp_path / "garden.pdf")

    reading = read_pdf(tmp_path / "garden.pdf")

    assert blocks(document(reading))[-1] == "𝑻he warden opens at ten today."  # a rare letter is one
    assert reading.problems == (
        "Page 2 of the file: 3 characters that no font shows (zero-width or tags) were left out.",
    )


def test_white_words_on_a_dark_ground_are_seen(tmp_path: Path) -> None:
    """White is hidden on white only."""

    def page(canvas: Canvas) -> None:
        canvas.rect(50, HEIGHT - 170, 400, 60, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, 60, 150, "Open on Sundays from ten to four")

    assert blocks(read(tmp_path, page)) == ["Open on Sundays from ten to four"]


def test_text_is_never_markup(tmp_path: Path) -> None:
    """Text of a PDF is never taken for markup of ours: no page mark, heading, table or tag comes of it."""

    def page(canvas: Canvas) -> None:
        put(
            canvas, 60, 150, "<!-- page 99 --> is printed here, and", "# is no heading, nor is | a | table |."
        )
        for row, cells in enumerate(
            (("Side", "Plots | taps"), ("East", "12"), ("<!-- page 98 --> West", "7"))
        ):
            for column, cell in enumerate(cells):
                put(canvas, 60 + 200 * column, 220 + 14 * row, cell)

    found = read(tmp_path, page)

    assert {b.page_label for b in found.blocks} == {"1"}
    assert [b.kind.value for b in found.blocks] == ["paragraph", "table_header", "table_row", "table_row"]
    assert "page 9" not in "".join(blocks(found)[1:])


def _scan(canvas: Canvas) -> None:
    """A page that is a picture of a few lines of large letters."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(36)
    ImageDraw.Draw(picture).text(
        (120, 300), "The pump is repaired in April.\nAsk the warden.", 0, font, spacing=20
    )
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)


def test_a_scan_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Tesseract a page that is only a picture is named as unread; the other pages are read."""
    monkeypatch.setenv("PATH", str(tmp_path))

    reading = read_pdf(draw(tmp_path / "garden.pdf", text(60, 150, *BODY), _scan, _scan))

    assert blocks(document(reading)) == [" ".join(BODY)]
    assert reading.problems == (
        "Pages 2–3 of the file: a picture without text, not read; "
        "install Tesseract (tesseract-ocr) to read it.",
    )


@pytest.mark.parametrize(("scans", "missing"), [(1, ""), (2, "2 of its 6 pages could not be read")])
def test_many_pages_without_text_are_told_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scans: int, missing: str
) -> None:
    """Where more than a fifth of the pages stay unread, a part of the file counts as left out."""
    monkeypatch.setenv("PATH", str(tmp_path))
    pages = [_scan] * scans + [text(60, 150, *BODY)] * (6 - scans)

    reading = read_pdf(draw(tmp_path / "garden.pdf", *pages))

    assert bool(reading.missing) is bool(missing)
    assert reading.missing.startswith(missing)
    assert BODY[0] in reading.markdown


def test_a_scan_is_read_by_ocr(tmp_path: Path) -> None:
    """With Tesseract the words of a scanned page are read, and it is told of them that OCR read them."""
    import shutil

    if not shutil.which("tesseract"):
        pytest.skip("Tesseract is not installed")

    reading = read_pdf(draw(tmp_path / "garden.pdf", text(60, 150, *BODY), _scan))

    assert "The pump is repaired in April." in reading.markdown
    assert [(block.page, block.ocr) for block in document(reading).blocks] == [(1, False), (2, True)]
    assert reading.problems == ("Page 2 of the file: a scan, read by OCR; check its words on the page.",)


WORDS = st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=40, unique=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.integers(0, 2**32))
def test_no_word_is_lost(tmp_path: Path, words: Sequence[str], seed: int) -> None:
    """Wherever words stand on a page, in whatever size, each is in the document."""
    chance = random.Random(seed)  # noqa: S311  # places on a page

    def page(canvas: Canvas) -> None:
        for number, word in enumerate(words):
            top = 170 + 12 * (number + chance.random() / 3)
            put(canvas, chance.uniform(50, 450), top, word, size=chance.choice((6, 8, 8, 8, 9)))

    found = " ".join(blocks(read(tmp_path, page)))

    assert sorted("".join(filter(str.isalpha, found))) == sorted("".join(words))
