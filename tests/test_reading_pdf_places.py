"""A quote is found on the page that it was read from, framed in its picture, and never where it is not."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from assistant.reading.formats import Unreadable
from assistant.reading.pdf.extract import PdfFile
from assistant.reading.pdf.picture import page_picture
from assistant.reading.pdf.places import letters, places_of, places_over
from assistant.reading.pdf.sheet import Box, Sheet, Word
from tests.pdf_pages import draw, put, raw_pdf, text

LINES = (
    "The greenhouse is open to all mem-",
    "bers on Sundays from ten to four.",
    "The shed is open to members on request.",
    "The shed is open to members on request.",
)
FRAME = (176, 0, 32)


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    """A page with a word cut by a line's end, and a sentence that it says twice."""
    return draw(tmp_path / "leaflet.pdf", text(72, 200, *LINES), text(72, 200, "Page two."))


def sheet_of(path: Path) -> Sheet:
    """The first page of a file."""
    return PdfFile(path).sheet(0)


def framed(picture: bytes) -> Image.Image:
    """Where the frame is on a picture: white there, and black elsewhere."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    mask = Image.new("1", image.size)
    mask.putdata([pixel == FRAME for pixel in image.get_flattened_data()])
    return mask


def test_a_quote_is_found_over_lines_and_hyphens(leaflet: Path) -> None:
    """A sentence that was joined when it was read is found with a box for each of its lines."""
    words = sheet_of(leaflet).words
    first, second = places_of("open to all members on Sundays", words)

    assert first.left > words[0].box.right
    assert first.bottom <= second.top + 2
    assert second.left == pytest.approx(72, abs=1)


def test_what_is_said_twice_is_found_at_its_own_place(leaflet: Path) -> None:
    """Which of two like sentences is meant is told by how many came before it; where none fits, neither."""
    words = sheet_of(leaflet).words
    (one,), (other,) = (places_of(LINES[2], words, earlier) for earlier in (0, 1))

    assert one.bottom < other.bottom
    assert places_of(LINES[2], words, 2) == []


def test_a_quote_that_goes_on_elsewhere_is_framed_as_far_as_it_stands_here(leaflet: Path) -> None:
    """Most of a quote is enough where its end stands on the next page; a few of its words are not."""
    words = sheet_of(leaflet).words

    assert len(places_of("The greenhouse is open to all members on Sundays but never in May", words)) == 2
    assert places_of("The greenhouse may have to be pulled down by order of the council", words) == []
    assert places_of("", words) == []


@given(words=st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=30), data=st.data())
def test_any_run_of_words_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    """Whatever the words are, a run of them with letters is found, at places that hold those letters."""
    page = [Word(each, Box(n, 0, n + 1, 10), 10, 10) for n, each in enumerate(words)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = " ".join(words[first:last])
    spelt, wanted = [letters(word) for word in words], "".join(map(letters, words[first:last]))
    before = "".join(spelt[:first])
    earlier = sum(f"{before}{wanted}".startswith(wanted, at) for at in range(len(before))) if wanted else 0
    found = places_of(quote, page, earlier)

    assert bool(found) == bool(wanted)
    inside = {n for n, word in enumerate(page) for box in found if box.left <= word.box.left < box.right}
    assert wanted in "".join(spelt[n] for n in sorted(inside))


def test_the_picture_has_one_frame_around_the_quote(leaflet: Path) -> None:
    """The picture of the page has the frame at the quote's place, and none where the quote is not on it."""
    mask = framed(page_picture(leaflet, 1, LINES[2]))
    (box,) = places_of(LINES[2], sheet_of(leaflet).words)
    scale = mask.height / sheet_of(leaflet).height
    left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)

    assert max(mask.size) == 1_400
    assert [left, top, right, bottom] == pytest.approx([scale * side for side in box], abs=8)
    assert framed(page_picture(leaflet, 2, LINES[2])).getbbox() is None


def test_a_quote_over_two_pages_is_framed_on_both(tmp_path: Path) -> None:
    """A sentence that ends on the next page is framed on either, side by side, past heads and feet."""
    foot = text(72, 780, "Rules of the garden")

    def first(canvas: Canvas) -> None:
        put(canvas, 72, 200, *LINES[2:], "Water is")
        foot(canvas)

    def second(canvas: Canvas) -> None:
        put(canvas, 72, 60, "The garden")
        put(canvas, 72, 200, "brought from the mill in buckets.", *LINES)
        foot(canvas)

    path = draw(tmp_path / "two.pdf", first, second)
    here, there = places_over(
        "Water is brought from the mill", *(PdfFile(path).sheet(n).words for n in (0, 1))
    )
    mask = framed(page_picture(path, 1, "Water is brought from the mill in buckets."))
    half = mask.width // 2

    assert [len(here), len(there)] == [1, 1]
    assert mask.crop((0, 0, half, mask.height)).getbbox()
    assert mask.crop((half, 0, mask.width, mask.height)).getbbox()
    assert max(framed(page_picture(path, 1, LINES[2])).size) == 1_400
    assert places_over("The shed is open", *(PdfFile(path).sheet(n).words for n in (0, 1))) == ([], [])


def test_words_that_stand_turned_get_no_frame(tmp_path: Path) -> None:
    """Where words stand turned on the page that is shown, no frame is drawn at a place that is not theirs."""

    def sideways(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -600)
        put(canvas, 72, 400, "The greenhouse is open.")

    turned = draw(tmp_path / "turned.pdf", sideways)
    assert not sheet_of(turned).upright

    assert framed(page_picture(turned, 1, "The greenhouse is open.")).getbbox() is None


@pytest.mark.parametrize(
    ("data", "page", "told"),
    [
        (b"%PDF-1.4 nothing", 1, "damaged"),
        (raw_pdf(b"x", pages=1), 2, "no such page"),
        (raw_pdf(b"x", pages=1), 0, "no such page"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(tmp_path: Path, data: bytes, page: int, told: str) -> None:
    """A damaged file and a page that is not there are refused, and this process goes on."""
    path = tmp_path / "file.pdf"
    path.write_bytes(data)

    with pytest.raises(Unreadable, match=told):
        page_picture(path, page, "anything")
