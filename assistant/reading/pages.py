"""Page marks: the comment that says which printed page the following text stands on."""

import re
from typing import NamedTuple

PAGE_MARK = re.compile(r"<!--[ \t]*page[ \t]+(?P<label>\?|[^\s<>]{1,12})[ \t]*-->")


class PageLabel(NamedTuple):
    """A page's number, where it has one, and its label as printed; both None where the page is not known."""

    number: int | None
    label: str | None


UNKNOWN_PAGE = PageLabel(None, None)


def page_of(mark: re.Match[str]) -> PageLabel:
    """Read a page mark; `?` says that the page is not known from there on."""
    label = mark["label"]
    if label == "?":
        return UNKNOWN_PAGE
    return PageLabel(int(label) if label.isascii() and label.isdigit() else None, label)


def page_mark(label: str | None) -> str:
    """Write the mark for a printed label, or for a page that is not known."""
    return f"<!-- page {label or '?'} -->"
