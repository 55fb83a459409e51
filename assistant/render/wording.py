"""The words and cleaned text that every form of an answer shares."""

import re
import unicodedata
from dataclasses import dataclass

from assistant.terms import spoken_date
from assistant.types import Answer, Citation, Listed, Standing, Status, Verdict

# Shown above an answer that is not a plain one, so that nobody takes it for one.
STATUS_LABELS = {
    Status.ANSWERED: "Answer",
    Status.PARTIAL: "Part of an answer",
    Status.NOT_IN_DOCUMENTS: "Not in the documents",
    Status.OUT_OF_SCOPE: "Not something I can answer",
    Status.NEEDS_CLARIFICATION: "Please say a little more",
    Status.SIGNPOSTED: "Where to get help",
    Status.INVALID: "I could not read that question",
}
VERDICT_LABELS = {
    Verdict.SUPPORTED: "Supported",
    Verdict.CONTRADICTED: "Contradicted",
    Verdict.OUTDATED: "Outdated",
    Verdict.NOT_FOUND: "Not found",
}
# Joiners shape the letters of several scripts, so they stay; other format characters only hide things.
_KEPT = "\n\t\u200c\u200d"
_HIDDEN = ("Cc", "Cf", "Co", "Cs")
# Whole terminal sequences go, or the readable half of them ("[31m", a window title) would stay behind.
_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC: titles, links
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[PX^_][^\x1b]*(?:\x1b\\)?"  # DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]"  # the rest
)
_WORD = re.compile(r"\w+")
_ITEM = re.compile(r"^[ \t]*(?:[-•*][ \t]+|(?P<label>(?:\d{1,3}|[a-z])[.)])[ \t]+)(?P<words>\S.*)$")


def visible(text: str) -> str:
    """Drop control sequences and characters that can't be seen; every line break becomes a line feed."""
    text = _ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in _HIDDEN)


def one_line(text: str) -> str:
    """Give the visible text with every run of white space as one space."""
    return " ".join(visible(text).split())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer's text: a paragraph, or an item of a list with the label it was given."""

    words: str
    item: bool = False
    label: str = ""


def lines(text: str) -> list[Line]:
    """Read the paragraphs and list items of an answer's text, cleaned; empty lines are left out."""
    found = []
    for raw in visible(text).split("\n"):
        if match := _ITEM.match(raw):
            found.append(Line(match["words"].strip(), item=True, label=match["label"] or ""))
        elif raw.strip():
            found.append(Line(raw.strip()))
    return found


def suggested(answer: Answer) -> list[tuple[str, str]]:
    """Give what could be asked next, each with its mark: a number where the reader is asked to choose."""
    choose = answer.status is Status.NEEDS_CLARIFICATION
    return [
        (f"{number}." if choose else "", one_line(asked))
        for number, asked in enumerate(answer.suggestions, 1)
    ]


def understood(answer: Answer) -> str:
    """Give the question as it was completed, or nothing where that holds no word that was not typed."""
    completed = one_line(answer.understood_as)
    return "" if _words(completed) <= _words(answer.question) else completed


def _words(text: str) -> set[str]:
    # An apostrophe that was left out is no other word.
    return set(_WORD.findall(text.casefold().replace("’", "").replace("'", "")))


def section(citation: Citation) -> str:
    """Give the heading path of a citation's passage, outermost first."""
    return " › ".join(citation.passage.section)


def where(citation: Citation) -> list[str]:
    """Date, section, page and any OCR of a citation in words, leaving out what is not known."""
    label = citation.passage.page_label
    page, ocr = f"page {label}" if label else "", "read from a picture by OCR" if citation.ocr else ""
    parts = [spoken_date(citation.source.info.date), section(citation), page, ocr]
    return [one_line(part) for part in parts if part]


def is_row(citation: Citation) -> bool:
    """Whether the quote is a line of a table."""
    return citation.quote.lstrip().startswith("|")


def readable_quote(citation: Citation) -> list[Line]:
    """Give the quote's lines as a person reads them: list items, or a table's row without its outer bars."""
    if is_row(citation):
        return [Line(one_line(citation.quote).strip("| "))]
    return lines(citation.quote)


def superseded(citation: Citation) -> str:
    """Say that a newer document has replaced this one, or nothing."""
    return f"A newer document replaces this one: {citation.superseded_by}." if citation.superseded_by else ""


def standing(listed: Listed) -> str:
    """Say in a few words whether a document still stands."""
    match listed.standing:
        case Standing.WITHDRAWN:
            return f"withdrawn {listed.info.withdrawn}".strip()
        case Standing.SUPERSEDED:
            return f"superseded by {listed.superseded_by}"
    return "current"
