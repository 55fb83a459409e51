"""`python -m bench.pdf [--benchmarks FOLDER]`: measures how PDFs are read and writes bench/pdf.md."""

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from assistant.reading.formats import Unreadable
from assistant.reading.markdown import read_blocks, read_markdown
from assistant.reading.pdf.edition import read_pdf
from assistant.types import Document, DocumentInfo
from bench.measure import ROOT
from bench.pdf.compare import Likeness, likeness
from bench.pdf.facts import KINDS, Fact, Read, facts_in, from_markdown, holds, plain
from bench.pdf.typeset import DESIGNS, typeset
from bench.quality.__main__ import BENCHMARKS
from bench.quality.page import GIVEN, SAME_RUN, Row, Section, Table, made_with, share

PAGE = ROOT / "bench" / "pdf.md"
_TOP = """\
# PDFs read back

Written by `python -m bench.pdf`: what is left of a document after it was a PDF. **Bold** rows are ours;
*same run* is pypdf's plain extraction of the same files beside them; *given* came with the material.
"""
_GIVEN_ROWS = [
    Row("pypdf, with other facts too", ("11 of 16", "7 of 24", "11 of 13", None), GIVEN),
    Row("pypdf in layout mode", ("6 of 16", "9 of 24", "7 of 13", None), GIVEN),
    Row("pdfplumber", ("2 of 16", "12 of 24", "7 of 13", None), GIVEN),
]
_WANTED = (0.995, 0.98, 0.97, 1.0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables and write the page; 1 when less comes back than is wanted."""
    parser = argparse.ArgumentParser(prog="python -m bench.pdf", description=__doc__)
    parser.add_argument(
        "--benchmarks", type=Path, default=ROOT / BENCHMARKS, help=f"folder of the material ({BENCHMARKS})"
    )
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write")
    chosen = parser.parse_args(arguments)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every odd thing in a file
    began = time.monotonic()
    found = {design: _typeset_and_read(design) for design in DESIGNS}
    sections = [_typeset_section(found)]
    folder = chosen.benchmarks / "pdf" / "olmocr"
    if folder.is_dir():
        sections.append(facts_section(folder))
    else:
        print(f"There is no folder {folder}: the real PDFs were not measured.")
    made = made_with(f"python -m bench.pdf --benchmarks {BENCHMARKS}", time.monotonic() - began)
    text = "\n".join([_TOP, *(f"{section}\n" for section in sections), f"{made}\n"])
    print(text)
    chosen.page.write_text(text, encoding="utf-8")
    whole = reduce(add, (ours for ours, _ in found.values()))
    return int(any(share < wanted for share, wanted in zip(whole.shares(), _WANTED, strict=True)))


def _editions() -> list[Document]:
    paths = sorted(path for path in (ROOT / "corpus").glob("*.md") if path.name != "README.md")
    return [read_markdown(path.read_text(encoding="utf-8"), path.stem) for path in paths]


def _typeset_and_read(design: str) -> tuple[Likeness, Likeness]:
    """All editions in one design: what our reading keeps, and what plain extraction does."""
    ours: list[Likeness] = []
    plainly: list[Likeness] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for source in _editions():
            path = Path(folder) / f"{source.info.id}.pdf"
            printed = typeset(source, DESIGNS[design], path)
            ours.append(likeness(source, read_markdown(read_pdf(path).markdown, source.info.id), printed))
            plainly.append(likeness(source, _as_document(_extracted(path)), printed))
    return reduce(add, ours), reduce(add, plainly)


def _extracted(path: Path) -> list[str]:
    """The text of each page as pypdf extracts it."""
    return [page.extract_text() for page in PdfReader(path).pages]


def _as_document(pages: Sequence[str]) -> Document:
    text = "\n\n".join(pages)
    return Document(DocumentInfo("plain", "plain"), text, read_blocks(text))


def _typeset_section(found: Mapping[str, tuple[Likeness, Likeness]]) -> Section:
    rows = []
    for design, (ours, plainly) in found.items():
        rows.append(Row(f"{design}, ours", tuple(f"{value:.2%}" for value in ours.shares())))
        shares = plainly.shares()[:2]
        rows.append(Row(f"{design}, pypdf", (*(f"{value:.2%}" for value in shares), None, None), SAME_RUN))
    wanted = Row("wanted", tuple(f"{value:.1%}" for value in _WANTED), "–")
    columns = ("words", "in order", "table cells", "page labels")
    told = (
        "The five editions, typeset with running heads and feet, notes at the foot of columns, tables with "
        "all, some and no rules, hyphens at line ends, ligatures, pictures with captions, and Roman and "
        "Arabic page numbers. *Words* are those of the edition that come back, with their stops; *in order* "
        "is the longest run of them that keeps its order; a cell counts where its row and its column have "
        "the right names; a label where a block stands on the page on which it was set."
    )
    return Section("Typeset and read back", (told, Table(columns, (*rows, wanted))))


def facts_section(folder: Path) -> Section:
    """The real pages of a folder, and how many of their facts hold."""
    facts = facts_in(folder)
    files = sorted({str(fact["pdf"]) for fact in facts})
    readings: dict[str, dict[str, Read]] = {"ours": {}, "pypdf": {}}
    scans = []
    for name in files:
        plainly = plain(" ".join(_plain_pages(folder / name)[:1]))
        readings["pypdf"][name] = Read(plainly)
        scans += [] if plainly else [name]
        try:
            readings["ours"][name] = from_markdown(read_pdf(folder / name).markdown)
        except Unreadable:
            readings["ours"][name] = Read("")
    parts: list[str | Table] = [
        "The pages of olmOCR-bench that come with the material, and its own facts: text that must be "
        "*present* or, as heads and feet, *absent*, two texts in *order*, and cells of a *table* beside the "
        "right neighbours. Plain extraction has no tables. Two of the pages are handwriting, where "
        "Tesseract only guesses: such pages are named as unread, not guessed at.",
    ]
    for title, scanned in (("with a text layer", False), ("that are only pictures", True)):
        some = [fact for fact in facts if (fact["pdf"] in scans) == scanned]
        rows = [_facts_row(system, some, read) for system, read in readings.items()]
        rows += [] if scanned else _GIVEN_ROWS
        parts += [f"{len({fact['pdf'] for fact in some})} pages {title}:", Table(KINDS, tuple(rows))]
    return Section("Real pages with known facts", tuple(parts))


def _facts_row(system: str, facts: Sequence[Fact], read: Mapping[str, Read]) -> Row:
    figures = tuple(_right(facts, kind, read) for kind in KINDS)
    return Row(system, figures, "ours" if system == "ours" else SAME_RUN)


def _plain_pages(path: Path) -> list[str]:
    try:
        return _extracted(path)
    except PyPdfError:
        return []


def _right(facts: Sequence[Fact], kind: str, read: Mapping[str, Read]) -> str:
    of_kind = [fact for fact in facts if fact["type"] == kind]
    return share(sum(holds(fact, read[str(fact["pdf"])]) for fact in of_kind), len(of_kind))


if __name__ == "__main__":
    sys.exit(main())
