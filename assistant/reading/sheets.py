"""The rows of a sheet → parts: titles, tables and notes; and tables of text (.csv)."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from assistant.reading.formats import Reading, Unreadable, read_text
from assistant.reading.grid import MOST_COLUMNS, MOST_ROWS, Cell, table_of
from assistant.reading.long_form import widened
from assistant.reading.parts import Heading, Paragraph, Part, Table
from assistant.reading.proposal import Said, as_reading

SPREADSHEET = "spreadsheet"
_SAMPLE = 10_000
_TITLE_WORDS = 30
_NAMELESS = re.compile(r"(?:sheet|tabelle|table|tab)? ?\d*", re.IGNORECASE)
_IS_NOTE = re.compile(r"(?:source|note)s?\b", re.IGNORECASE)

Rows = Sequence[Sequence[Cell]]


def read_csv(path: Path) -> Reading:
    """Read a table of text, its cells parted by commas, semicolons, tabs or bars."""
    text = read_text(path).markdown
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:_SAMPLE], delimiters=",;\t|")
    except csv.Error:  # one column, or too few rows to tell
        dialect = csv.excel
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), dialect))
    except csv.Error as error:
        raise Unreadable("Its rows and cells cannot be told apart; save it anew as .csv or .xlsx.") from error
    parts, is_cut = sheet_parts([[Cell(cell) for cell in line] for line in lines])
    problems = [cut("The table")] if is_cut else []
    said = Said(title=first_caption(parts), kind=SPREADSHEET)
    return as_reading(path, under_name(path.stem, parts), said, problems)


def sheet_parts(rows: Rows) -> tuple[list[Part], bool]:
    """What stands on one sheet, tables parted by empty rows; and whether some of it had to be left out.

    Short lines above a table are its title, also where an empty row stands between.
    """
    parts: list[Part] = []
    titles: list[str] = []
    is_cut = False
    for has_words, group in groupby(rows, lambda row: any(cell.text.strip() for cell in row)):
        if not has_words:
            continue
        found, left_out = table_of(list(group), " – ".join(titles))
        is_cut |= left_out
        found = [widened(part) if isinstance(part, Table) else part for part in found]
        texts = [part.text for part in found if isinstance(part, Paragraph)]
        is_title = len(texts) == len(found) and len(" ".join(texts).split()) <= _TITLE_WORDS
        titles = texts if is_title and not any(map(_IS_NOTE.match, texts)) else []
        parts += [] if titles else found
    return [*parts, *map(Paragraph, titles)], is_cut


def first_caption(parts: Sequence[Part]) -> str:
    """The title of the first table that has one."""
    captions = (part.caption for part in parts if isinstance(part, Table))
    return next(filter(None, captions), "")


def under_name(name: str, parts: list[Part]) -> list[Part]:
    """Parts under the name of their file or sheet, where that says more than that it is one."""
    words = " ".join(re.split(r"[\s_-]+", name)).strip()
    return parts if _NAMELESS.fullmatch(words) or not parts else [Heading(words), *parts]


def cut(name: str) -> str:
    """The sentence for what was too large to be read whole."""
    return f"{name} is too large: at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns of a table are read."
