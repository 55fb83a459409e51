"""Page marks: the comment that says which page the following text stands on: `page iv, sheet 6, OCR`.

The label is what is printed on the page; the sheet counts from the first page of the file, and is left out
where it is the same or is not known. `OCR` says that a program made out the words from a picture.
"""

import re
from typing import NamedTuple

PAGE_MARK = re.compile(
    r"<!--[ \t]*page[ \t]+(?P<label>\?|[^\s<>,]{1,12})(?:,[ \t]*sheet[ \t]+(?P<sheet>\d{1,5}))?"
    r"(?:,[ \t]*(?P<ocr>OCR))?[ \t]*-->"
)


class PageLabel(NamedTuple):
    """A page's number, where it has one, and its label as printed; both None where the page is not known."""

    number: int | None
    label: str | None
    ocr: bool = False


UNKNOWN_PAGE = PageLabel(None, None)


def page_of(mark: re.Match[str]) -> PageLabel:
    """Read a page mark; `?` says that the label is not known from there on."""
    label, ocr = None if mark["label"] == "?" else mark["label"], bool(mark["ocr"])
    if mark["sheet"]:
        return PageLabel(int(mark["sheet"]), label, ocr)
    return PageLabel(int(label) if label and label.isascii() and label.isdigit() else None, label, ocr)


def page_mark(page: PageLabel) -> str:
    """Write the mark of a page, which `page_of` reads back."""
    sheet = "" if page.number is None or page.label == str(page.number) else f", sheet {page.number}"
    return f"<!-- page {page.label or '?'}{sheet}{', OCR' if page.ocr else ''} -->"
