"""Pages that are pictures: read by Tesseract where it is installed, else named as unread."""

import csv
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from assistant.reading.pdf.extract import PdfFile
from assistant.reading.pdf.sheet import Box, Sheet, Word, pages, usual_size

_DOTS_PER_INCH = 200
_SECONDS = 180
_PAGE_SECONDS = 60
_SUREST = 40.0
_GUESSING = 60.0
_UNEVEN = 0.3
_SIZE_OF_BOX = 0.95


def read_scans(file: PdfFile, sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """Put words on the sheets that are only pictures, as far as Tesseract and the time allow.

    Also tells which pages OCR has read, here or before, and which stay unread.
    """
    tesseract = shutil.which("tesseract")
    until = time.monotonic() + _SECONDS
    sheets = [_evened(sheet) if sheet.recognised else sheet for sheet in sheets]
    read: list[Sheet] = []
    unread: list[int] = []
    for sheet in sheets:
        if sheet.words or not sheet.pictures:
            read.append(sheet)
            continue
        words = _recognised(file, sheet, tesseract) if tesseract and time.monotonic() < until else ()
        read.append(_evened(replace(sheet, words=words, recognised=bool(words))))
        if not words:
            unread.append(sheet.number)
    told = []
    done = [sheet.number for sheet in read if sheet.recognised]
    if done:
        told.append(f"{pages(done)}: a scan, read by OCR; check its words on the page.")
    if unread:
        why = "OCR made out no text" if tesseract else "install Tesseract (tesseract-ocr) to read it"
        told.append(f"{pages(unread)}: a picture without text, not read; {why}.")
    return read, told


def _recognised(file: PdfFile, sheet: Sheet, tesseract: str) -> tuple[Word, ...]:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        file.picture(sheet.number - 1, _DOTS_PER_INCH, picture)
        try:
            run = subprocess.run(  # noqa: S603  # the program found above, on our own picture
                [tesseract, str(picture), "-", "-l", "eng", "--dpi", str(_DOTS_PER_INCH), "tsv"],
                capture_output=True,
                timeout=_PAGE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return ()
    return tuple(_words(run.stdout.decode("utf-8", "replace")))


def _evened(sheet: Sheet) -> Sheet:
    """OCR tells the size of letters line by line, never twice the same: what is near the usual is it."""
    usual = usual_size(sheet.words)
    near = (word.size if abs(word.size - usual) > _UNEVEN * usual else usual for word in sheet.words)
    return replace(
        sheet, words=tuple(replace(word, size=size) for word, size in zip(sheet.words, near, strict=True))
    )


def _words(table: str) -> Iterator[Word]:
    """The words that Tesseract is sure of, none where it mostly guesses; a line's words get one height."""
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    known = [float(row["conf"]) for row in rows if row["level"] == "5" and (row["text"] or "").strip()]
    if not known or mean(known) < _GUESSING:
        return
    scale = 72 / _DOTS_PER_INCH
    line = (0.0, 0.0)
    for row in rows:
        left, top, width, height = (
            scale * float(row[key] or 0) for key in ("left", "top", "width", "height")
        )
        if row["level"] == "4":
            line = (top + height, height)
        text = (row["text"] or "").strip()
        if row["level"] == "5" and text and float(row["conf"]) >= _SUREST:
            base, size = line
            yield Word(text, Box(left, top, left + width, top + height), base, max(4.0, _SIZE_OF_BOX * size))
