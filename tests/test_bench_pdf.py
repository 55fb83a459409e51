"""The documents typeset as PDFs and read back: how much of them is still there."""

from functools import reduce
from operator import add
from pathlib import Path

import pytest

from assistant.reading.markdown import read_markdown
from assistant.reading.pdf import read_pdf
from assistant.settings import ROOT
from assistant.types import Document
from bench.pdf.compare import Likeness, likeness
from bench.pdf.typeset import DESIGNS, typeset

WORDS, ORDER, CELLS, LABELS = 0.995, 0.98, 0.97, 1.0


def editions() -> list[Document]:
    """The five editions."""
    paths = sorted(path for path in (ROOT / "corpus").glob("*.md") if path.name != "README.md")
    return [read_markdown(path.read_text(encoding="utf-8"), path.stem) for path in paths]


def read_back(source: Document, design: str, folder: Path) -> Likeness:
    """Typeset one document, read it, and compare."""
    path = folder / f"{source.info.id}.pdf"
    printed = typeset(source, DESIGNS[design], path)
    return likeness(source, read_markdown(read_pdf(path).markdown, source.info.id), printed)


@pytest.mark.parametrize("design", DESIGNS)
def test_typeset_documents_are_read_back(design: str, tmp_path: Path) -> None:
    """Set in one, two or three columns, words, their order, table cells and page labels come back."""
    found = reduce(add, (read_back(source, design, tmp_path) for source in editions()))

    words, order, cells, labels = found.shares()
    assert words >= WORDS, found
    assert order >= ORDER, found
    assert cells >= CELLS, found
    assert labels >= LABELS, found


def test_what_is_missing_is_counted() -> None:
    """A word left out, words out of order and a figure in the wrong row each lower their own share."""
    whole = "One two three four.\n\n| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n"
    source = read_markdown(whole, "x")

    def shares(text: str) -> list[tuple[int, int]]:
        return [*likeness(source, read_markdown(text, "x"), []).counts()][:3]

    assert shares(whole) == [(10, 10), (10, 10), (4, 4)]
    assert shares(whole.replace("two ", ""))[0] == (9, 10)
    assert shares(whole.replace("One two", "two One"))[:2] == [(10, 10), (9, 10)]
    assert shares(whole.replace("x | 1", "x | 2").replace("y | 2", "y | 1"))[2] == (2, 4)
