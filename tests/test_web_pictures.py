"""A quote of a PDF is shown on the picture of its page, and nobody gets another file or too many at once."""

import re
import threading
from html import unescape
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.reading.corpus import read_corpus
from assistant.render import version_of
from assistant.settings import Settings
from assistant.types import Document, DocumentInfo, Span
from assistant.web import pictures
from assistant.web.measured import Measured
from assistant.web.pictures import Busy, NoPicture, Pictures
from assistant.web.routes import plain_pages
from tests.fake_assistant import LIBRARY, FakeAssistant
from tests.pdf_pages import draw, text

QUOTE = "The greenhouse is open to members on Sundays."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one leaflet of two pages."""
    folder = tmp_path_factory.mktemp("corpus")
    draw(
        folder / "leaflet.pdf", text(72, 200, "Welcome to the garden."), text(72, 200, QUOTE, "Bring boots.")
    )
    return folder


@pytest.fixture(scope="module")
def leaflet(corpus: Path) -> Document:
    """The leaflet as it was read."""
    (document,) = read_corpus(corpus).documents
    return document


def quoted(document: Document) -> Span:
    """Where the document says it."""
    start = document.text.index(QUOTE)
    return Span(start, start + len(QUOTE))


def client(corpus: Path, document: Document) -> TestClient:
    """Speak to the pages of an assistant that has this document."""

    class Holding(FakeAssistant):
        def document(self, key: str) -> Document | None:
            return document if key == document.info.id else None

    app = FastAPI()
    app.include_router(plain_pages(Measured(Holding()), Settings(corpus=corpus)))
    return TestClient(app)


def address_of_quote(document: Document, version: str = "") -> str:
    """The address of the document with its quote."""
    start, end = quoted(document)
    return f"{document.info.id}?start={start}&end={end}&version={version or version_of(document)}"


def test_the_page_of_a_quote_is_shown_as_a_picture(corpus: Path, leaflet: Document) -> None:
    """Above the text stands the picture of the page that the quote is on, and words for whoever sees none."""
    pages = client(corpus, leaflet)
    shown = pages.get(f"/source/{address_of_quote(leaflet)}").text
    (image,) = re.findall(r'<img src="([^"]+)" alt="([^"]+)">', shown)
    picture = pages.get(unescape(image[0]))

    assert image[1] == "Page 2 as a picture, larger"
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert "<img" not in pages.get(f"/source/{leaflet.info.id}").text


@pytest.mark.parametrize(
    "asked", ["start=0&end=9&version=another", "start=9&end=3&version={}", "start=0&end=9"]
)
def test_what_is_no_quote_of_this_text_has_no_picture(corpus: Path, leaflet: Document, asked: str) -> None:
    """An address that was not made for this very text gets no picture."""
    pages = client(corpus, leaflet)

    assert pages.get(f"/page/{leaflet.info.id}?{asked.format(version_of(leaflet))}").status_code in (404, 422)
    assert pages.get(f"/page/nothing?{asked}").status_code in (404, 422)


def test_a_publication_that_changed_is_not_shown(corpus: Path, leaflet: Document, tmp_path: Path) -> None:
    """Where the file is another than the one that was read, no picture claims to be its page."""
    draw(tmp_path / "leaflet.pdf", text(72, 200, "Another garden."))
    pages = client(tmp_path, leaflet)

    assert pages.get(f"/page/{address_of_quote(leaflet)}").status_code == 404
    (tmp_path / "leaflet.pdf").unlink()
    assert "<img" not in pages.get(f"/source/{address_of_quote(leaflet)}").text


@pytest.mark.parametrize("source", ["../leaflet.pdf", "/etc/passwd", "leaflet.txt", "", "link.pdf"])
def test_no_other_file_is_opened(corpus: Path, leaflet: Document, tmp_path: Path, source: str) -> None:
    """A document whose source is no PDF inside the corpus has no picture, wherever its source leads."""
    inside = tmp_path / "corpus"
    inside.mkdir()
    (tmp_path / "leaflet.pdf").write_bytes((corpus / "leaflet.pdf").read_bytes())
    (inside / "link.pdf").symlink_to(tmp_path / "leaflet.pdf")
    moved = Document(DocumentInfo("leaflet", "Leaflet", source=source), leaflet.text, leaflet.blocks)

    assert Pictures(inside).page(moved, quoted(moved)) is None
    with pytest.raises(NoPicture):
        Pictures(inside).picture(moved, quoted(moved))


def test_a_document_that_was_no_pdf_has_no_picture(corpus: Path) -> None:
    """An edition is shown as text alone."""
    assert Pictures(corpus).page(LIBRARY, Span(40, 60)) is None


def test_a_picture_is_drawn_once_and_few_at_a_time(
    corpus: Path, leaflet: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same picture is not drawn again, and who asks while others are being drawn is told to try again."""
    begun, go_on = threading.Semaphore(0), threading.Event()
    asked: list[int] = []

    def draw_slowly(path: Path, page: int, words: str, earlier: int) -> bytes:
        asked.append(page)
        begun.release()
        go_on.wait(10)
        return b"picture"

    monkeypatch.setattr(pictures, "page_picture", draw_slowly)
    monkeypatch.setattr(pictures, "_PATIENCE", 0.1)
    drawing = Pictures(corpus)
    start, end = quoted(leaflet)
    others = [threading.Thread(target=drawing.picture, args=(leaflet, Span(start, end - n))) for n in (0, 1)]
    for other in others:
        other.start()
        begun.acquire()
    with pytest.raises(Busy):
        drawing.picture(leaflet, Span(start, end - 2))
    go_on.set()
    for other in others:
        other.join()

    assert drawing.picture(leaflet, Span(start, end)) == b"picture"
    assert asked == [2, 2]
