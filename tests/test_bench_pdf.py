"""The documents typeset as PDFs and read back: how much of them is still there."""

import json
from functools import reduce
from itertools import islice
from operator import add
from pathlib import Path

import pytest

from assistant.reading.markdown import read_markdown
from assistant.reading.pdf.edition import read_pdf
from assistant.settings import ROOT
from assistant.types import BlockKind, Document
from bench.pdf.__main__ import facts_section, main
from bench.pdf.compare import Likeness, likeness
from bench.pdf.facts import Read, from_markdown, holds
from bench.pdf.speed import Speed, Spent, shuffled
from bench.pdf.typeset import DESIGNS, typeset
from tests.pdf_pages import draw, text

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


PAGE = Read(
    "The pond is deep. It froze in May.", ((("Crop", "Kilos of 2021"), ("Peas", "12"), ("Beans", "7")),)
)


@pytest.mark.parametrize(
    ("fact", "true"),
    [
        ({"type": "present", "text": "It froze in Mai.", "max_diffs": 1}, True),
        ({"type": "present", "text": "It froze in Mai."}, False),
        ({"type": "present", "text": "the pond IS deep", "case_sensitive": False}, True),
        ({"type": "absent", "text": "The Garden Society"}, True),
        ({"type": "absent", "text": "pond", "last_n": 12}, True),
        ({"type": "absent", "text": "pond"}, False),
        ({"type": "order", "before": "The pond", "after": "froze"}, True),
        ({"type": "order", "before": "froze", "after": "The pond"}, False),
        ({"type": "table", "cell": "12", "left": "Peas", "down": "7", "top_heading": "2021"}, True),
        ({"type": "table", "cell": "12", "up": "7"}, False),
        ({"type": "table", "cell": "7", "left_heading": "Crop"}, False),
    ],
)
def test_facts_are_checked(fact: dict[str, object], true: bool) -> None:
    """A fact holds of a page exactly when the page bears it out."""
    assert holds(fact, PAGE) is true


def test_markup_is_not_text() -> None:
    """Signs of structure and page marks are taken off before a page is compared; its tables are kept."""
    read = from_markdown(
        "---\nid: x\n---\n\n<!-- page 4 -->\n\n# Pond\n\n- deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )

    assert read.text.startswith("Pond deep")
    assert "page" not in read.text
    assert read.tables == ([["a", "b"], ["1", "2"]],)


def test_a_set_of_pages_is_measured(tmp_path: Path) -> None:
    """Every kind of fact is counted for our reading and for plain extraction, on the same pages."""
    draw(tmp_path / "pond.pdf", text(60, 150, "The pond is deep.", "It froze in May."))
    facts = [{"pdf": "pond.pdf", "type": "present", "text": "The pond is deep."}]
    facts += [{"pdf": "pond.pdf", "type": "absent", "text": "Society"}]
    (tmp_path / "facts.jsonl").write_text("\n".join(map(json.dumps, facts)), encoding="utf-8")

    page = str(facts_section(tmp_path))

    assert page.count("1 of 1 (100%)") == 4
    assert "**1 of 1 (100%)**" in page


def test_shuffled_documents_are_new_and_as_long() -> None:
    """What is typeset for the measure of speed has the same blocks, and no paragraph twice."""
    source = editions()[0]

    first, second = islice(shuffled([source]), 2)

    assert first.info.id != second.info.id
    assert len(first.text) == len(second.text) == len(source.text)
    for block in source.blocks:
        told = [sorted(one.text[block.start : block.end].split()) for one in (source, first, second)]
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            assert told[0] == told[1] == told[2]
            assert (
                len(told[0]) < 8
                or first.text[block.start : block.end] != second.text[block.start : block.end]
            )


def test_the_speed_is_that_of_the_same_texts() -> None:
    """The share is the encoder's time of the whole time, by the clock and by what processors worked."""
    speed = Speed(pages=10, texts=200, ingest=Spent(100.0, 160.0), encoder=Spent(80.0, 144.0))

    page = str(speed.section())

    assert speed.share == 0.8
    assert (
        "| **PDFs into an index** | **10** | **200** | **100** | **160** | **80%** | **90%** | ours |" in page
    )


def test_sections_are_measured_one_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A section that is measured again leaves the others on the page; a name that is none is refused."""
    page = tmp_path / "pdf.md"
    page.write_text("# Old\n\n## Many pages into an index\n\nAs it was.\n", encoding="utf-8")
    (tmp_path / "pdf" / "olmocr").mkdir(parents=True)
    draw(tmp_path / "pdf" / "olmocr" / "pond.pdf", text(60, 150, "The pond is deep."))
    (tmp_path / "pdf" / "olmocr" / "facts.jsonl").write_text(
        json.dumps({"pdf": "pond.pdf", "type": "present", "text": "The pond is deep."}), encoding="utf-8"
    )

    assert main(["--only", "real", "--benchmarks", str(tmp_path), "--page", str(page)]) == 0

    told = page.read_text(encoding="utf-8")
    assert told.startswith("# PDFs read back")
    assert "**1 of 1 (100%)**" in told
    assert told.index("--only real") < told.index("As it was.")
    with pytest.raises(SystemExit):
        main(["--only", "nothing"])
    assert "nothing is none of typeset, real, asked, speed" in capsys.readouterr().err
