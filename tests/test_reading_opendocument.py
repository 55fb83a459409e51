"""OpenDocument texts and spreadsheets → Markdown."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.reading.formats import Reading, Unreadable, read_here
from assistant.reading.frontmatter import split_front_matter
from assistant.reading.markdown import read_markdown

NAMES = {"draw": "drawing"} | {name: name for name in "office text table style meta".split()}
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in NAMES.items()
)
META = f"""<office:document-meta {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
<dc:title>Garden plan</dc:title><meta:initial-creator>A. Digger</meta:initial-creator>
<dc:date>2021-03-04T05:06:07</dc:date></office:meta></office:document-meta>"""
LISTS = """<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-suffix="." text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="a"
style:num-prefix="(" style:num-suffix=")"/></text:list-style>
<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>"""

Read = Callable[[str], Reading]


def opendocument(path: Path, body: str, meta: str = META) -> Path:
    """Write a file with this body, as LibreOffice packs it."""
    styles = f"<office:automatic-styles>{LISTS}</office:automatic-styles>"
    inner = f"{styles}<office:body>{body}</office:body>"
    content = f"<office:document-content {SPACES}>{inner}</office:document-content>"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml", content)
        packed.writestr("meta.xml", meta)
    return path


@pytest.fixture
def text(tmp_path: Path) -> Read:
    """Read a text of this content."""
    return lambda inner: read_here(
        opendocument(tmp_path / "garden.odt", f"<office:text>{inner}</office:text>")
    )


@pytest.fixture
def sheet(tmp_path: Path) -> Read:
    """Read a spreadsheet of this content."""
    return lambda inner: read_here(
        opendocument(tmp_path / "eggs.ods", f"<office:spreadsheet>{inner}</office:spreadsheet>")
    )


def body(reading: Reading) -> str:
    """The Markdown of a reading, without its front matter."""
    return reading.markdown[split_front_matter(reading.markdown)[1] :].strip()


def cells(*words: str) -> str:
    """A row of plain cells."""
    inner = "".join(f"<table:table-cell><text:p>{word}</text:p></table:table-cell>" for word in words)
    return f"<table:table-row>{inner}</table:table-row>"


def test_headings_lists_and_notes(text: Read) -> None:
    """A text keeps its title, headings, nested lists with their numbers, and notes behind their block."""
    note = """<text:note><text:note-citation>1</text:note-citation>
    <text:note-body><text:p>Not in winter.</text:p></text:note-body></text:note>"""
    inner = f"""<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>
    <text:p text:style-name="P1">Garden</text:p><text:h text:outline-level="2">Beds</text:h>
    <text:section><text:p>Beans{note} grow<text:line-break/>in<text:s/>bed <text:span>one</text:span>.
    </text:p></text:section><text:list text:style-name="L1">
    <text:list-item><text:p>dig</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item>
    </text:list></text:list-item><text:list-item><text:p>sow</text:p></text:list-item></text:list>
    <text:p><draw:text-box><text:p>Bees fly.</text:p></draw:text-box></text:p>"""

    assert body(text(inner)) == (
        "# Garden\n\n## Beds\n\nBeans¹ grow in bed one.\n\n¹ Not in winter.\n\n"
        "3. dig\n   - (a) deep\n4. sow\n\nBees fly."
    )


def test_tables_with_spans(text: Read) -> None:
    """A table of a text has its merged cells told in all places, and its header rows are one."""
    inner = f"""<text:p>Harvest (kg)</text:p><table:table><table:table-header-rows><table:table-row>
    <table:table-cell table:number-rows-spanned="2"><text:p>Bed</text:p></table:table-cell>
    <table:table-cell table:number-columns-spanned="2"><text:p>Harvest</text:p></table:table-cell>
    <table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>
    <table:table-cell><text:p>2019</text:p></table:table-cell>
    <table:table-cell><text:p>2020</text:p></table:table-cell></table:table-row>
    </table:table-header-rows>{cells("Beans", "12", "14")}</table:table>"""

    assert body(text(inner)) == (
        "Harvest (kg)\n\n| Bed | Harvest 2019 | Harvest 2020 |\n|---|---|---|\n| Beans | 12 | 14 |"
    )


def test_sheets_show_what_their_cells_show(sheet: Read) -> None:
    """Every sheet that is shown is a heading with its tables; millions of empty cells cost nothing."""
    empty = """<table:table-row table:number-rows-repeated="1048576">
    <table:table-cell table:number-columns-repeated="16384"/></table:table-row>"""
    reading = sheet(
        f"""<table:table table:name="Eggs">{cells("Eggs (dozens)")}{empty}{cells("", "2019", "2020")}
        {cells("Hens", "1,204", "£3.50")}{cells("Ducks", "9", "8")}{empty}</table:table>
        <table:table table:name="Old" table:style-name="ta2">{cells("Geese")}</table:table>"""
    )

    assert body(reading) == (
        "# Eggs\n\nEggs (dozens)\n\n"
        "|  | 2019 | 2020 |\n|---|---|---|\n| Hens | 1,204 | £3.50 |\n| Ducks | 9 | 8 |"
    )
    assert reading.problems == ("The sheet Old is hidden and was left out.",)


def test_the_description_is_proposed(text: Read) -> None:
    """Title, author and date come from the file's properties where the text does not tell them."""
    info = read_markdown(text("<text:p>Beans grow.</text:p>").markdown, "garden").info

    assert (info.title, info.author, info.date) == ("Garden plan", "A. Digger", "2021-03-04")


def test_a_property_that_is_no_date_is_none(tmp_path: Path) -> None:
    """What a file gives as its date in another form is left out, and the file is read."""
    meta = META.replace("2021-03-04T05:06:07", "last spring")
    path = opendocument(tmp_path / "a.odt", "<office:text><text:p>Beans.</text:p></office:text>", meta)

    assert read_markdown(read_here(path).markdown, "a").info.date == ""


@pytest.mark.parametrize(
    "content", [None, "", "<a", "<a/>", '<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/hostname">]><a>&b;</a>']
)
def test_what_is_no_opendocument_is_refused(tmp_path: Path, content: str | None) -> None:
    """A package without a text in it gets one sentence, and no entity of it is looked up."""
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("content.xml" if content is not None else "other.xml", content or "")

    with pytest.raises(Unreadable, match="damaged"):
        read_here(path)
