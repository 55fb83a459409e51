"""Draft → Answer: every quote becomes a proven citation, and every quoted word is in one of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import eq, gt

from assistant.answer import wording
from assistant.answer.draft import MARKER, Draft, Quote
from assistant.errors import AssistantError
from assistant.question.direction import NEGATOR
from assistant.question.periods import periods_in
from assistant.terms import normalise, words
from assistant.types import Citation

_QUOTED = re.compile(r"“(.+?)”(?= \[\d+\]|$)", re.MULTILINE)
_ITEM = re.compile(r"^ *- (.+)$", re.MULTILINE)
_ONE_FIGURE = re.compile(r"^.+, [^:\n]+: [^\d\n]{0,2}\d[^:\n]* \[\d+\]$", re.MULTILINE)
_NUMBER = re.compile(r"[\d,.]*\d")
_BELOW = re.compile(r"\W*[(\-–]")
_MOST = re.compile(r"^The (highest|lowest) of these is (.+), in (.+)\.$", re.MULTILINE)  # as `wording` has it
_TWO_ROWS = re.compile(
    r"^(?P<this>.+) (?:is more than (?P<less>.+) in all|and (?P<same>.+) are the same in each)"
    r" of these years\.$",
    re.MULTILINE,
)
_SUM = re.compile(r"([\d,.]*\d) − ([\d,.]*\d) = ([\d,.]*\d)")


class Unproven(AssistantError):
    """A draft said something that its quotes do not hold; it must never reach a reader."""


def prove(draft: Draft, superseded: Mapping[str, str]) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """The citations of *draft* and of its nearest passages; raises Unproven when a quotation is not in them.

    `superseded` maps a document to the newer one that replaced it.
    """
    citations = _cited(draft.quotes, superseded)
    nearest = _cited(draft.nearest, superseded)
    _check(draft, citations, nearest)
    return citations, nearest


def _cited(quotes: Sequence[Quote], superseded: Mapping[str, str]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            marker,
            quote.document,
            quote.passage,
            quote.start,
            quote.end,
            quote.marks,
            superseded.get(quote.document.info.id),
        )
        for marker, quote in enumerate(quotes, start=1)
    )


def _check(draft: Draft, citations: Sequence[Citation], nearest: Sequence[Citation]) -> None:
    for match in MARKER.finditer(draft.text):
        if not 1 <= int(match[1]) <= len(citations):
            raise Unproven(f"The answer points at citation {match[1]}, and there is none.")
    citations = citations or nearest  # a refusal that quotes rests on the passages shown beside it
    proofs = [_folded(citation.quote) for citation in citations]
    said = [match[1] for match in _QUOTED.finditer(draft.text)]
    items = [MARKER.sub("", match[1]) for match in _ITEM.finditer(draft.text)]
    headings = {_folded(title) for citation in citations for title in citation.passage.section}
    items = [item for item in items if _folded(item) not in headings]  # a section, cited by its beginning
    figures = [item for item in items if _is_figure(item, citations)]
    for quoted in (*said, *(item for item in items if item not in figures)):
        # A whole quotation has to stand in one citation, not be put together from several.
        if not any(_folded(MARKER.sub("", quoted)) in proof for proof in proofs):
            raise Unproven("The answer quotes words that none of its citations hold.")
    for match in _ONE_FIGURE.finditer(draft.text):
        line = MARKER.sub("", match.group()).strip()
        quoted = line.startswith(("“", "- ")) or any(_folded(line) in proof for proof in proofs)
        if not quoted and not _is_figure(line, citations):
            raise Unproven("The answer gives a figure that no cited table holds.")
    _check_over_years(draft.text, figures)
    reckons = _SUM.search(draft.text) or wording.SAME in draft.text
    if draft.text.startswith(wording.NO) and not reckons and not any(map(NEGATOR.search, proofs)):
        raise Unproven("The answer says no, and none of its citations does.")
    for match in _SUM.finditer(draft.text):
        more, less, difference = (Decimal(number.replace(",", "")) for number in match.groups())
        if more - less != difference or not all(_holds_cell(citations, match[n]) for n in (1, 2)):
            raise Unproven("The answer reckons with figures that it does not quote, or reckons wrong.")


def _check_over_years(text: str, figures: Sequence[str]) -> None:
    """Raise Unproven where *text* errs on which of its *figures* are highest, lowest, the same or more."""
    told = [(head, _number(figure)) for head, _, figure in (line.rpartition(": ") for line in figures)]
    if wording.SAME in text and len({number for _, number in told}) != 1:
        raise Unproven("The answer calls figures the same, and they are not.")
    for match in _TWO_ROWS.finditer(text):
        rows = (match["this"], match["less"] or match["same"])
        first, second = ([number for head, number in told if head.startswith(f"{row}, ")] for row in rows)
        is_so = gt if match["less"] else eq
        if not first or len(first) != len(second) or not all(map(is_so, first, second)):
            raise Unproven("The answer calls one row more than another, or the same, and it is not.")
    for match in _MOST.finditer(text):
        most = (max if match[1] == "highest" else min)((number for _, number in told), default=None)
        years = {str(period) for head, number in told if number == most for period in periods_in(head)[-1:]}
        if _number(match[2]) != most or set(re.split(r", | and ", match[3])) != years:
            raise Unproven("The answer calls a figure the highest or the lowest, and it is not.")


def _number(figure: str) -> Decimal:
    """The number in a figure with its unit; one in brackets or after a minus sign is below nought."""
    number = Decimal(_NUMBER.findall(figure)[0].replace(",", ""))
    return -number if _BELOW.match(figure) else number


def _is_figure(line: str, citations: Sequence[Citation]) -> bool:
    """True for "label, column: figure" where a cited row has this label and, in this column, this figure."""
    said = _folded(line)
    for label, header, value in _cells(citations):
        named, _, rest = said.partition(f"{_folded(label)}, ")
        column, _, figure = rest.rpartition(": ")
        if named or not column:
            continue
        is_column = set(words(column)) <= set(words(normalise(header)))
        if is_column and _NUMBER.findall(normalise(value)) == _NUMBER.findall(figure)[:1]:
            return True
    return False


def _holds_cell(citations: Sequence[Citation], number: str) -> bool:
    return any(normalise(value).strip() == number for _, _, value in _cells(citations))


def _cells(citations: Sequence[Citation]) -> Iterator[tuple[str, str, str]]:
    """Row label, column header and value of every cell of the table rows that are cited."""
    for citation in citations:
        text = citation.source.text
        for piece in citation.passage.pieces:
            if piece.cells and citation.start <= piece.start and piece.end <= citation.end:
                label, *values = (text[slice(*span)] for span in piece.cells)
                headers = [text[slice(*span)] for span in piece.header_cells[1:]]
                for header, value in zip(headers, values, strict=False):
                    yield label, header, value


def _folded(text: str) -> str:
    return " ".join(normalise(text).split())
