"""Word documents → Markdown."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from assistant.reading.formats import Reading, Unreadable, read_here
from assistant.reading.frontmatter import split_front_matter
from assistant.reading.markdown import read_markdown
from tests.word_file import W, add_footnotes, add_numbering, add_xml, saved, word_file

Read = Callable[[WordDocument], str]


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[WordDocument], Reading]:
    """Read a document as a file."""
    return lambda document: read_here(saved(document, tmp_path / "garden-2021.docx"))


@pytest.fixture
def read(reading: Callable[[WordDocument], Reading]) -> Read:
    """The Markdown of a document, without its front matter."""

    def body(document: WordDocument) -> str:
        markdown = reading(document).markdown
        return markdown[split_front_matter(markdown)[1] :].strip()

    return body


def run(text: str, settings: str = "") -> str:
    """The XML of one run."""
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, depth: int) -> str:
    """The XML of an item of the list that `add_numbering` made."""
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr>{run(text)}</w:p>"


def test_headings_paragraphs_and_title(read: Read) -> None:
    """Headings keep their levels, the title is the highest, and paragraphs are one line each."""
    document = word_file()
    document.add_heading("Garden plan", level=0)
    document.add_heading("Beds", level=1)
    document.add_paragraph("Beans grow\nin bed one.")
    document.add_heading("Paths", level=2)
    document.add_paragraph("They are gravel.")

    assert (
        read(document) == "# Garden plan\n\n# Beds\n\nBeans grow in bed one.\n\n## Paths\n\nThey are gravel."
    )


def test_lists_keep_nesting(read: Read) -> None:
    """Items of nested lists stand below each other, and a list of another sort begins anew."""
    document = word_file()
    document.add_paragraph("We keep:")
    for text, style in (
        ("tools", "List Bullet"),
        ("spades", "List Bullet 2"),
        ("seeds", "List Bullet"),
        ("dig", "List Number"),
        ("sow", "List Number"),
    ):
        document.add_paragraph(text, style=style)

    assert read(document) == "We keep:\n\n- tools\n  - spades\n- seeds\n\n1. dig\n2. sow"


def test_numbers_are_those_that_word_prints(read: Read) -> None:
    """Numbers of several levels, letters and Roman numbers stand as Word prints them."""
    document = word_file()
    add_numbering(document, (1, "decimal", "%1."), (1, "lowerLetter", "(%2)"), (1, "lowerRoman", "%3)"))
    for depth, text in (0, "Beds"), (1, "beans"), (2, "runner"), (2, "broad"), (1, "peas"), (0, "Paths"):
        add_xml(document, numbered(text, depth))

    assert read(document) == (
        "1. Beds\n   - (a) beans\n     - i) runner\n     - ii) broad\n   - (b) peas\n2. Paths"
    )


def test_numbered_paragraphs_of_a_report_stay_paragraphs(read: Read) -> None:
    """A long paragraph numbered 2.1 keeps its number and is no list item."""
    text = "The committee met in spring and looked at every bed, and found that all of them were kept well."
    document = word_file()
    add_numbering(document, (2, "decimal", "%1."), (1, "decimal", "%1.%2"))
    add_xml(document, numbered(text, 1))

    assert read(document) == f"2.1 {text}"


def test_numbers_of_headings_are_those_that_word_prints(read: Read) -> None:
    """A heading that Word numbers keeps its number, and one with a bullet is only its words."""
    document = word_file()
    add_numbering(document, (1, "decimal", "%1."), (1, "decimal", "%1.%2"), (1, "bullet", "•"))
    for level, text in (1, "Beds"), (1, "Paths"), (2, "Gravel"), (3, "Edges"):
        properties = document.add_heading(text, level=level)._p.get_or_add_pPr()
        number = f'<w:numPr {W}><w:ilvl w:val="{level - 1}"/><w:numId w:val="90"/></w:numPr>'
        properties.append(parse_xml(number))

    assert read(document) == "# 1. Beds\n\n# 2. Paths\n\n## 2.1 Gravel\n\n### Edges"


def test_bold_lines_are_headings(read: Read) -> None:
    """A short line that is bold throughout is a heading below the last one; bold words are not."""
    document = word_file()
    document.add_heading("Beds", level=1)
    document.add_paragraph().add_run("Bed one").bold = True
    paragraph = document.add_paragraph("Beans are ")
    paragraph.add_run("tall").bold = True

    assert read(document) == "# Beds\n\n## Bed one\n\nBeans are tall"


def test_tables_with_merged_cells(read: Read) -> None:
    """Merged cells say their words in every row and column that they cover, and header rows become one."""
    document = word_file()
    document.add_paragraph("Table 1: Harvest (kg)")
    table = document.add_table(rows=4, cols=3)
    for row, words in enumerate(
        (("Bed", "Harvest", ""), ("", "2019/20", "2020/21"), ("Beans | peas", "12", "14"), ("Kale", "3", "4"))
    ):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))

    assert read(document) == (
        "Table 1: Harvest (kg)\n\n"
        "| Bed | Harvest 2019/20 | Harvest 2020/21 |\n|---|---|---|\n"
        "| Beans \\| peas | 12 | 14 |\n| Kale | 3 | 4 |"
    )


def test_a_box_is_text(read: Read) -> None:
    """A table of one cell, and a text box, are the paragraphs that stand in them, each told once."""
    document = word_file()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Hens lay eggs."
    box = f"<w:txbxContent><w:p>{run('Bees fly.')}</w:p></w:txbxContent>"
    name = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {name}>{both}</mc:AlternateContent>"
    add_xml(document, f"<w:p>{run('Outside.')}<w:r>{both}</w:r></w:p>")

    assert read(document) == "Hens lay eggs.\n\nOutside.\n\nBees fly."


def test_tracked_changes_are_taken_as_accepted(reading: Callable[[WordDocument], Reading]) -> None:
    """Inserted words are in, deleted words, rows and ends of paragraphs are not, and that is told."""
    document = word_file()
    deleted = "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del>"
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    add_xml(
        document,
        f"<w:p>{run('We keep ')}{deleted}<w:ins>{run('twelve')}</w:ins>{run(' hens.')}</w:p>",
        f"<w:p>{mark}{run('They ')}</w:p>",
        f"<w:p>{run('lay.')}</w:p>",
    )
    table = document.add_table(rows=3, cols=2)
    for row, words in enumerate((("Hen", "Eggs"), ("Ada", "3"), ("Bea", "4"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {W}/>"))

    found = reading(document)

    assert "We keep twelve hens.\n\nThey lay.\n\n| Hen | Eggs |\n|---|---|\n| Bea | 4 |\n" in found.markdown
    assert found.problems == ("It has tracked changes: they were read as if all were accepted.",)


def test_footnotes_stand_after_their_block(read: Read) -> None:
    """A note stands behind its paragraph, list or table with the marker that it has in the text."""
    document = word_file()
    add_footnotes(document, n1="Not in winter.", n2="Or peas.")
    one, two = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (1, 2))
    add_xml(document, f"<w:p>{run('Hens lay')}{one}{run(' daily.')}</w:p>")
    document.add_paragraph("beans", style="List Bullet")
    add_xml(document, f'<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{run("kale")}{two}</w:p>')
    document.add_paragraph("leeks", style="List Bullet")

    assert read(document) == (
        "Hens lay¹ daily.\n\n¹ Not in winter.\n\n- beans\n- kale²\n- leeks\n\n² Or peas."
    )


def test_hidden_text_and_contents_are_left_out(reading: Callable[[WordDocument], Reading]) -> None:
    """Hidden text is not read, which is told; nor is the list of contents."""
    document = word_file()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Beds ........ 3", style="toc 1")
    add_xml(document, f"<w:p>{run('Seen.')}{run('Unseen.', '<w:vanish/>')}</w:p>")

    found = reading(document)

    assert found.markdown.endswith("---\n\nSeen.\n")
    assert found.problems == ("Hidden text was left out (1 times).",)


def test_raised_digits_are_no_part_of_the_number(read: Read) -> None:
    """A raised digit stays raised, so that 10 to the power of 6 is not 106."""
    document = word_file()
    raised = "<w:vertAlign w:val='superscript'/>"
    add_xml(document, f"<w:p>{run('10')}{run('6', raised)}{run(' seeds on the 1')}{run('st', raised)}</w:p>")

    assert read(document) == "10⁶ seeds on the 1st"


def test_the_description_is_proposed(reading: Callable[[WordDocument], Reading]) -> None:
    """Title, author and date come from the document, and from its properties where it does not tell them."""
    document = word_file()
    document.core_properties.title = "Garden plan 2021-2025"
    document.core_properties.author = "A. Digger"
    document.core_properties.modified = datetime(2021, 3, 4, 5, 6, 7)
    document.add_paragraph("Beans are tall, and peas are taller than beans in most years.")

    info = read_markdown(reading(document).markdown, "garden-2021").info

    assert (info.title, info.author, info.date) == ("Garden plan 2021-2025", "A. Digger", "2021-03-04")


def test_a_report_tells_whom_it_was_put_to(reading: Callable[[WordDocument], Reading]) -> None:
    """A report that is headed by the body it was put to says so in its title, with what it is about."""
    document = word_file()
    document.add_heading("Allotments Committee", level=1)
    document.add_heading("The new sheds", level=2)
    document.add_paragraph("Report of the Secretary")
    document.add_paragraph("The sheds stand on the hill since May.")

    info = read_markdown(reading(document).markdown, "garden-2021").info

    assert info.title == "Report to the Allotments Committee: The new sheds"


@pytest.mark.parametrize("make", ["text", "locked", "cut", "empty", "other"])
def test_what_is_no_word_file_is_refused(tmp_path: Path, make: str) -> None:
    """A file that is damaged, locked, empty or something else gets one sentence and no traceback."""
    path = saved(word_file(), tmp_path / "a.docx")
    whole = path.read_bytes()
    if make == "other":
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("a.txt", "Bees fly.")
    elif make != "empty":
        path.write_bytes(
            {"text": b"Bees fly.", "locked": b"\xd0\xcf\x11\xe0" + whole, "cut": whole[:900]}[make]
        )

    with pytest.raises(Unreadable, match=r"damaged|locked|nothing to read"):
        read_here(path)


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """A small file that would unpack to hundreds of megabytes is refused before it is unpacked."""
    path = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w") as part,
    ):
        for _ in range(201):
            part.write(bytes(1_000_000))

    with pytest.raises(Unreadable, match="would unpack to more than 200 MB"):
        read_here(path)
