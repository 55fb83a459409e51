"""Documents whose bytes were damaged on the way: read as far as they go, or refused in one sentence."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.reading.formats import Unreadable, read_here
from assistant.reading.markdown import read_markdown
from tests.test_reading_opendocument import cells, opendocument
from tests.word_file import add_footnotes, saved, word_file

pytestmark = pytest.mark.faults
COPIES = 40
ODD = [b"", b"\0", b"\xff\xfe", b"<", b">", b'"', b"&#x0;", b"</w:p>", b"-1", b"99999999999"]


def write_documents(folder: Path) -> list[Path]:
    """One small document of each form that is read."""
    document = word_file()
    document.add_heading("Beds", level=1)
    document.add_paragraph("Beans grow.", style="List Number")
    document.add_table(rows=2, cols=2).cell(0, 0).merge(document.tables[0].cell(1, 0))
    add_footnotes(document, n1="Not in winter.")
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["", 2019, 2020], ["Eggs", 3, 4.5]):
        sheet.append(row)
    sheet.merge_cells("A3:B4")
    workbook.save(folder / "eggs.xlsx")
    inner = f"<table:table>{cells('', '2019')}{cells('Eggs', '3')}</table:table>"
    (folder / "hens.html").write_text(
        "<main><h1>Hens<ul><li>eggs<table><tr><th colspan=2>a<td>1</table></main>"
    )
    (folder / "kale.csv").write_text('Bed,2019\n"Kale",3\n')
    return [
        saved(document, folder / "beds.docx"),
        folder / "eggs.xlsx",
        opendocument(folder / "hen.odt", f"<office:text>{inner}</office:text>"),
        folder / "hens.html",
        folder / "kale.csv",
    ]


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with a few places changed, taken out or put in."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(raw) + 1)
        raw = raw[:place] + chance.choice(ODD) + raw[place + chance.randint(0, 12) :]
    return raw


def inside(raw: bytes, chance: random.Random) -> bytes:
    """A packed file with one of its parts damaged, so that the package itself is whole."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(packed, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        hit = chance.choice(names)
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), chance) if name == hit else old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("number", range(5))
def test_damaged_documents_are_read_or_refused(tmp_path: Path, number: int) -> None:
    """However bytes are changed, a document is read to blocks or refused with a sentence."""
    path = write_documents(tmp_path)[number]
    raw, chance = path.read_bytes(), random.Random(number)  # noqa: S311
    assert read_here(path).markdown
    for copy in range(COPIES):
        is_packed = zipfile.is_zipfile(BytesIO(raw)) and copy % 4
        path.write_bytes(inside(raw, chance) if is_packed else damaged(raw, chance))
        try:
            blocks = read_markdown(read_here(path).markdown, "a").blocks
        except Unreadable as problem:
            assert str(problem).endswith(".")  # noqa: PT017
        else:
            assert blocks
