"""A PDF → Markdown in the form of our editions, and what a person should know of the reading."""

import datetime
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.reading.describe import describe
from assistant.reading.drafts import Draft, DraftKind
from assistant.reading.formats import Reading, Unreadable
from assistant.reading.frontmatter import write_front_matter
from assistant.reading.layout import write_markdown
from assistant.reading.names import publishing_body
from assistant.reading.pages import PageLabel
from assistant.reading.pdf.blocks import Block, Setting, blocks_of
from assistant.reading.pdf.depths import rank, settle_items
from assistant.reading.pdf.extract import Damaged, Locked, PdfFile
from assistant.reading.pdf.furniture import without_furniture
from assistant.reading.pdf.join import join_broken
from assistant.reading.pdf.lines import lines_of
from assistant.reading.pdf.order import parts_of
from assistant.reading.pdf.rules import grids_in
from assistant.reading.pdf.scans import read_scans
from assistant.reading.pdf.sheet import Sheet, Word, pages, usual_size
from assistant.reading.pdf.tables import Table, table_from_grid, tables_by_room
from assistant.reading.wording import Wording, learn
from assistant.types import DocumentInfo

_MOST_PAGES = 2_000
_MOST_UNREAD = 0.2
_CAPTION_REACH = 2.2
_MOST_CAPTION_LINES = 5
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
_LABEL = re.compile(r"[\s<>,]+")
_LONGEST_LABEL = 12
_CUT = re.compile(r"\S+-\s+\S+")


def read_pdf(path: Path) -> Reading:
    """Read a PDF: its text in reading order, page by page; raises Unreadable when there is none to be had."""
    if not path.stat().st_size:
        raise Unreadable("The file is empty.")
    try:
        file = PdfFile(path)
    except Locked as error:
        raise Unreadable("The file needs a password; save it without one and try again.") from error
    except Damaged as error:
        raise Unreadable("The file is damaged, or is not a PDF; save it again as a PDF.") from error
    if file.pages > _MOST_PAGES:
        raise Unreadable(f"The file has {file.pages} pages; split it into parts of at most {_MOST_PAGES}.")
    sheets, problems = _sheets(file)
    sheets, told = read_scans(file, sheets)
    problems += told
    if not any(sheet.words for sheet in sheets):
        raise Unreadable(" ".join(problems) or "There is no text on its pages.")
    problems += _about(sheets)
    return Reading(_markdown(file, path, sheets), tuple(problems), _missing(file, sheets))


def _sheets(file: PdfFile) -> tuple[list[Sheet], list[str]]:
    sheets, damaged = [], []
    for index in range(file.pages):
        try:
            sheets.append(file.sheet(index))
        except Damaged:
            damaged.append(index + 1)
    return sheets, [f"{pages(damaged)} could not be read: the file is damaged there."] if damaged else []


def _missing(file: PdfFile, sheets: Sequence[Sheet]) -> str:
    """What is said where too many pages are damaged, or pictures that stay unread."""
    unread = file.pages - sum(bool(sheet.words) or not sheet.pictures for sheet in sheets)
    if unread <= _MOST_UNREAD * file.pages:
        return ""
    return f"{unread} of its {file.pages} pages could not be read; only the others were taken."


def _about(sheets: Sequence[Sheet]) -> list[str]:
    """What was left out on purpose, with its pages."""
    told = []
    hidden = [sheet.number for sheet in sheets if sheet.hidden]
    if hidden:
        words = sum(sheet.hidden for sheet in sheets)
        told.append(f"{pages(hidden)}: {words} hidden words, which nobody sees on the page, were left out.")
    unseen = [sheet.number for sheet in sheets if sheet.unseen]
    if unseen:
        count = sum(sheet.unseen for sheet in sheets)
        told.append(
            f"{pages(unseen)}: {count} characters that no font shows (zero-width or tags) were left out."
        )
    sideways = [sheet.number for sheet in sheets if sheet.sideways]
    if sideways:
        told.append(f"{pages(sideways)}: text that runs sideways or aslant was left out.")
    return told


def _markdown(file: PdfFile, path: Path, sheets: Sequence[Sheet]) -> str:
    cleared = without_furniture(sheets)
    words = [word for sheet in cleared.sheets for word in sheet.words]
    wording = _wording(cleared.sheets)
    usual = usual_size(words)
    setting = Setting(usual, _mostly_bold(words, usual), wording.join)
    blocks = [_page_blocks(sheet, setting) for sheet in cleared.sheets]
    rank([block for page in blocks for part in page for block in part], file.bookmarks(), usual)
    settle_items(blocks, usual)
    drafts = join_broken(blocks, wording)
    lines = "\n".join([*(draft.text for draft in drafts), "", "-", *_of_two_lines(blocks)])
    known = [
        PageLabel(sheet.number, _plain_label(label), sheet.recognised)
        for sheet, label in zip(cleared.sheets, cleared.labels, strict=True)
    ]
    info = _described(file, path, drafts, lines, cleared.repeated)
    return f"{write_front_matter(info)}\n{write_markdown(drafts, known)}"


def _of_two_lines(pages: Sequence[Sequence[Sequence[Block]]]) -> Iterator[str]:
    """The paragraphs of two lines, parted by a comma: a name above an office is a signature."""
    for block in (block for page in pages for part in page for block in part):
        if block.kind is DraftKind.PARAGRAPH and len(block.lines) == 2:
            yield ", ".join(line.text for line in block.lines)


def _described(
    file: PdfFile, path: Path, drafts: Sequence[Draft], lines: str, repeated: Sequence[str]
) -> DocumentInfo:
    """What the text tells of itself, else its running heads and feet, else the file."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    info = describe(
        drafts,
        lines,
        path.name,
        digest,
        today,
        usual_kind="document",
        made=_made(file),
        repeated=repeated,
    )
    return replace(info, publisher=info.publisher or publishing_body(repeated, info.title))


def _plain_label(label: str) -> str | None:
    return _LABEL.sub("-", label)[:_LONGEST_LABEL] or None


def _made(file: PdfFile) -> str:
    """When the file says that it was made, to the month: a publication is seldom younger."""
    match = _DATE.match(file.told("CreationDate"))
    return f"{match[1]}-{match[2]}" if match and match[1] >= "1990" and "01" <= match[2] <= "12" else ""


def _wording(sheets: Sequence[Sheet]) -> Wording:
    """The words of the file, but for those that a line's end cuts in two."""
    return learn(_CUT.sub(" ", " ".join(word.text for word in sheet.words)) for sheet in sheets)


def _mostly_bold(words: Sequence[Word], usual: float) -> bool:
    plain = [word for word in words if abs(word.size - usual) < 1]
    return 2 * sum(len(word.text) for word in plain if word.bold) > sum(len(word.text) for word in plain)


def _page_blocks(sheet: Sheet, setting: Setting) -> list[list[Block]]:
    """The blocks of a page, column by column."""
    tables: list[Table] = []
    words = list(sheet.words)
    for grid in grids_in(sheet.rules, words):
        inside = [word for word in words if grid.box.holds(word.box)]
        table = table_from_grid(inside, grid, setting.join)
        if table is not None:
            words = [word for word in words if not grid.box.holds(word.box)]
            tables.append(table)
    for table, lines in tables_by_room(lines_of(words), setting.join):
        taken = {word for line in lines for word in line.words}
        words = [word for word in words if word not in taken]
        tables.append(table)
    standins = {f"\ufffc{number}": table for number, table in enumerate(tables)}
    words += [Word(name, table.box, table.box.bottom, setting.size) for name, table in standins.items()]
    parts = [_part_blocks(part, standins, setting) for part in parts_of(words, setting.size)]
    for part in parts:
        _mark_captions(part, sheet, setting)
    return parts


def _part_blocks(part: Sequence[Word], standins: dict[str, Table], setting: Setting) -> list[Block]:
    """The blocks of one column, with the tables that rules draw at their places."""
    lines = lines_of([word for word in part if word.text not in standins])
    blocks: list[Block] = []
    for name in (word.text for word in sorted(part, key=lambda word: word.box.top) if word.text in standins):
        table = standins[name]
        above = [line for line in lines if line.base < table.box.bottom]
        blocks += blocks_of(above, setting)
        blocks.append(Block(DraftKind.TABLE, text=table.as_markdown()))
        lines = lines[len(above) :]
    return blocks + blocks_of(lines, setting)


def _mark_captions(blocks: Sequence[Block], sheet: Sheet, setting: Setting) -> None:
    """Small or slanted text right under a picture is its caption."""
    for block in blocks:
        if (
            block.kind not in (DraftKind.PARAGRAPH, DraftKind.HEADING)
            or len(block.lines) > _MOST_CAPTION_LINES
        ):
            continue
        first = block.lines[0]
        beneath = any(
            -first.size < first.box.top - picture.bottom < _CAPTION_REACH * first.size
            and picture.left < first.box.right
            and first.box.left < picture.right
            for picture in sheet.pictures
        )
        if beneath and (first.size < setting.size - 0.4 or all(line.italic for line in block.lines)):
            block.kind, block.is_caption = DraftKind.PARAGRAPH, True
