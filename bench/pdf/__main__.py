"""`python -m bench.pdf [--only NAMES]`: measures how PDFs are read, and writes bench/pdf.md."""

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from assistant.index.offline import go_offline
from assistant.reading.formats import Unreadable
from assistant.reading.markdown import read_blocks, read_markdown
from assistant.reading.pdf.edition import read_pdf
from assistant.types import Document, DocumentInfo
from bench.measure import ROOT
from bench.pdf.asked import TITLE as ASKED
from bench.pdf.asked import ask_of_pdfs
from bench.pdf.compare import Likeness, likeness
from bench.pdf.facts import KINDS, Fact, Read, facts_in, from_markdown, holds, plain
from bench.pdf.speed import PAGES, WANTED, measure_speed
from bench.pdf.speed import TITLE as SPEED
from bench.pdf.typeset import DESIGNS, typeset
from bench.quality.__main__ import BENCHMARKS
from bench.quality.page import GIVEN, SAME_RUN, Row, Section, Table, made_with, share, write

PAGE = ROOT / "bench" / "pdf.md"
_TOP = """\
# PDFs read back

Written by `python -m bench.pdf`: what is left of a document after it was a PDF. **Bold** rows are ours;
the *same run* measured the others beside them, as pypdf's plain extraction of the same files; *given* came
with the material. Each section is measured as its last line says.
"""
_GIVEN_ROWS = [
    Row("pypdf, with other facts too", ("11 of 16", "7 of 24", "11 of 13", None), GIVEN),
    Row("pypdf in layout mode", ("6 of 16", "9 of 24", "7 of 13", None), GIVEN),
    Row("pdfplumber", ("2 of 16", "12 of 24", "7 of 13", None), GIVEN),
]
_TYPESET, _REAL = "Typeset and read back", "Real pages with known facts"
# A section, and whether what it tells is enough.
Measured = tuple[Section, bool]
_WANTED = (0.995, 0.98, 0.97, 1.0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables and write the page; 1 when less is reached than is wanted."""
    chosen = _chosen(arguments)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every odd thing in a file
    go_offline()
    reached = True
    for name in chosen.only:
        title, measure = SECTIONS[name]
        began = time.monotonic()
        measured = measure(chosen)
        if measured is None:
            continue
        section, is_enough = measured
        reached = reached and is_enough
        pages = f" --pages {chosen.pages}" if name == "speed" else ""
        made = made_with(f"python -m bench.pdf --only {name}{pages}", time.monotonic() - began)
        text = f"{section}\n\n{made}"
        print(f"{text}\n", flush=True)
        write(chosen.page, {title: text}, (title for title, _ in SECTIONS.values()), _TOP)
    return int(not reached)


def _chosen(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pdf", description=__doc__)
    parser.add_argument(
        "--benchmarks", type=Path, default=ROOT / BENCHMARKS, help=f"folder of the material ({BENCHMARKS})"
    )
    parser.add_argument("--only", type=_names, default=tuple(SECTIONS), help=f"some of {','.join(SECTIONS)}")
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages are made for speed")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write")
    return parser.parse_args(arguments)


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if unknown := [name for name in names if name not in SECTIONS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(SECTIONS)}")
    return names


def _read_back(_: argparse.Namespace) -> Measured:
    found = {design: _typeset_and_read(design) for design in DESIGNS}
    whole = reduce(add, (ours for ours, _ in found.values()))
    is_enough = all(share >= wanted for share, wanted in zip(whole.shares(), _WANTED, strict=True))
    return _typeset_section(found), is_enough


def _real(chosen: argparse.Namespace) -> Measured | None:
    folder = chosen.benchmarks / "pdf" / "olmocr"
    if folder.is_dir():
        return facts_section(folder), True
    print(f"There is no folder {folder}: the real PDFs were not measured.")
    return None


def _asked(_: argparse.Namespace) -> Measured:
    return ask_of_pdfs(_editions())


def _speed(chosen: argparse.Namespace) -> Measured:
    speed = measure_speed(_editions(), chosen.pages)
    return speed.section(), speed.share >= WANTED


SECTIONS: Mapping[str, tuple[str, Callable[[argparse.Namespace], Measured | None]]] = {
    "typeset": (_TYPESET, _read_back),
    "real": (_REAL, _real),
    "asked": (ASKED, _asked),
    "speed": (SPEED, _speed),
}


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
    return Section(_TYPESET, (told, Table(columns, (*rows, wanted))))


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
    return Section(_REAL, tuple(parts))


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
