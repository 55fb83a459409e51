"""Word files for tests, written with python-docx; what it cannot write is put in as XML."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word_file() -> WordDocument:
    """An empty document."""
    return Document()


def add_xml(document: WordDocument, *elements: str) -> None:
    """Put elements at the end of the body, as Word would have written them."""
    body = document.element.body
    for element in parse_xml(f"<w:body {W}>{''.join(elements)}</w:body>"):
        body.insert(len(body) - 1, element)  # the last child is the page's size


def add_numbering(document: WordDocument, *levels: tuple[int, str, str]) -> None:
    """Give the document list number 90; each level has its start, its form and its text."""
    shape = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (start, form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{shape}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def add_footnotes(document: WordDocument, **texts: str) -> None:
    """Give the document footnotes, by their numbers in the file: `n1="…"`."""
    notes = "".join(
        f'<w:footnote w:id="{key[1:]}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for key, text in texts.items()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>rule</w:t></w:r></w:p></w:footnote>'
    blob = f"<w:footnotes {W}>{separator}{notes}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def saved(document: WordDocument, path: Path) -> Path:
    """Write the document and give back where it is."""
    packed = BytesIO()
    document.save(packed)
    path.write_bytes(packed.getvalue())
    return path
