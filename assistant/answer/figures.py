"""Figures in tables: the cell where the row and the year that were asked for meet, with its unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import wording
from assistant.answer.decide import Obstacle, Verdict, obstacle
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence
from assistant.answer.refuse import refuse
from assistant.question.kinds import Kind
from assistant.question.periods import Period, periods_in
from assistant.question.query import Query
from assistant.terms import STOP_WORDS, normalise, stem, words
from assistant.types import PieceKind, Span, Status

_UNIT = re.compile(r"£\s?(?:m\b|million|000s?|k\b|bn\b|billion)|%|per cent|\b000s\b")
_FIGURE_KINDS = frozenset(
    {Kind.AMOUNT, Kind.COUNT, Kind.OTHER, Kind.DEFINITION, Kind.LIST, Kind.YES_NO, Kind.PERCENT}
)
_NAMED_BONUS = 0.45  # a row whose label and year were both named is hardly ever a coincidence
_IN_PLACE = 0.9
_ROW_CREDIT = 0.65  # a row's label may be said in other words, but not in words of asking
_WORKED_OUT = frozenset({"total", "totals", "difference", "balance", "average", "sum", "net"})
_FIGURE = re.compile(r"^[(\-–]?\s?£?\d[\d,.]*\s?%?\)?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a table row, with the words of its column."""

    span: Span
    value: str
    header: str
    unit: str

    @property
    def periods(self) -> tuple[Period, ...]:
        """The years that the column is about."""
        return periods_in(self.header)

    @property
    def column(self) -> str:
        """The column's words without its unit, the year first: "2019/20 (Estimate)"."""
        rest = _UNIT.sub("", self.header)
        periods = periods_in(rest)
        if not periods:
            return " ".join(rest.split())
        year = rest[periods[0].start : periods[0].end]
        other = " ".join(rest.replace(year, " ", 1).split()).strip("()[] ,;")
        return f"{year} ({other})" if other else year

    @property
    def figure(self) -> str:
        """The value with its unit, as people write it: £33.7m."""
        if self.unit in {"£m", "£ m"}:
            return f"£{self.value}m"
        if self.unit in {"%", "per cent"}:
            return f"{self.value.rstrip('%')}%"
        if self.unit.startswith("£") and self.unit[1:].strip() in {"million", "billion", "bn", "k"}:
            return f"£{self.value} {self.unit[1:].strip()}"
        return f"{self.value} ({self.unit})" if self.unit else self.value


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A table row that holds figures, as evidence for a question."""

    evidence: Evidence
    label: str
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, evidence: Evidence) -> "FigureRow | None":
        """The row behind *evidence*, or None when it is not a labelled row of figures."""
        piece, text = evidence.piece, evidence.document.text
        if len(piece.cells) < 2 or not piece.header_cells:
            return None
        caption = text[slice(*piece.caption)] if piece.caption else ""
        cells = []
        for number, span in enumerate(piece.cells[1:], start=1):
            value = normalise(text[slice(*span)]).strip()
            has_header = number < len(piece.header_cells)
            header = normalise(text[slice(*piece.header_cells[number])]) if has_header else ""
            if _FIGURE.match(value):
                unit = _UNIT.search(header) or _UNIT.search(normalise(caption))
                cells.append(Cell(span, value, header, unit.group() if unit else ""))
        label = " ".join(normalise(text[slice(*piece.cells[0])]).split())
        return cls(evidence, label, tuple(cells)) if cells and label else None

    def label_match(self, query: Query) -> float:
        """How much of the row's label the question says: 1 all in the same words, less in like words."""
        asked: dict[str, float] = {}
        for term in query.terms:
            named = 1.0 if term.word in _WORKED_OUT else term.weight
            asked[term.stem] = max(asked.get(term.stem, 0.0), named)
            for like, credit in term.like:
                if credit >= _ROW_CREDIT and term.weight >= _ROW_CREDIT:
                    asked[like] = max(asked.get(like, 0.0), credit * term.weight)
        # What stands before a colon says which part of the table the row is in ("Income: Grant").
        found = [asked.get(stem(word), 0.0) for word in words(self.name) if word not in STOP_WORDS]
        return min(found, default=0.0) and sum(found) / len(found)

    @property
    def name(self) -> str:
        """The row's own label, without the part of the table that it stands in."""
        return self.label.rpartition(":")[2].strip()

    @property
    def works_out(self) -> bool:
        """True for a row worked out from others: a total, a difference, a balance."""
        return bool(_WORKED_OUT & set(words(self.name)))

    def cells_for(self, periods: Sequence[Period]) -> tuple[Cell, ...]:
        """The cells of the years asked for, in the order asked; none when one of the years has no column."""
        chosen = [self._cell_for(period) for period in periods]
        return tuple(cell for cell in chosen if cell) if all(chosen) else ()

    def _cell_for(self, asked: Period) -> Cell | None:
        for cell in self.cells:
            if any(period.same_years(asked) for period in cell.periods):
                return cell
        # People call the year that begins in April 2018 simply 2018.
        single = asked.first == asked.last
        return next(
            (c for c in self.cells if single and any(p.first == asked.first for p in c.periods)), None
        )

    @property
    def periods(self) -> tuple[Period, ...]:
        """All years that the row gives figures for."""
        return tuple(period for cell in self.cells for period in cell.periods)


def best_row(query: Query, evidence: Sequence[Evidence]) -> FigureRow | None:
    """The row whose label the question names best; among equals the one that weighs most."""
    rows = [row for row in map(FigureRow.of, evidence) if row]
    matched = [(row.label_match(query), row.evidence.score, row) for row in rows]
    matched = [entry for entry in matched if entry[0] > 0]
    # "The total of grants and fees" names three rows and means the total.
    return max(matched, key=lambda entry: (entry[0], entry[2].works_out, entry[1]))[2] if matched else None


def answer_with_figure(query: Query, evidence: Sequence[Evidence]) -> Draft | None:
    """The figures of the row and years asked for, a refusal for years without one; None for no such row."""
    row = best_row(query, evidence)
    if row is None or query.kind not in _FIGURE_KINDS:
        return None
    best = evidence[0]
    cells = row.cells_for(query.periods) if query.periods else row.cells
    if not cells:
        in_prose = best.period_fit >= _IN_PLACE and best.piece.kind is not PieceKind.ROW and best.kind_fit
        if in_prose or row.label_match(query) < _ROW_CREDIT:
            return None
        return refuse(query, Verdict(Obstacle.OTHER_PERIOD), [row.evidence, *evidence], row.periods)
    bonus = _NAMED_BONUS * row.label_match(query) if query.periods else 0.0
    rival_row = best.piece.kind is PieceKind.ROW and best.passage is row.evidence.passage
    if row.evidence.score + bonus < best.score and not rival_row:
        return None
    other = obstacle(query, row.evidence)
    if other and other.obstacle is Obstacle.OTHER_NAME:
        return refuse(query, other, [row.evidence, *evidence])
    return _state(row, cells)


def _state(row: FigureRow, cells: Sequence[Cell]) -> Draft:
    found = row.evidence
    marks = tuple(cell.span for cell in cells)
    quote = Quote(found.document, found.passage, found.piece.start, found.piece.end, marks)
    source = wording.source_of(found.document.info)
    lines = [f"{row.label}, {cell.column}: {cell.figure}" for cell in cells]
    if len(lines) == 1:
        return Draft(Status.ANSWERED, f"{source}:\n{lines[0]} [1]", (quote,))
    told = "\n".join(f"- {line}" for line in lines)
    return Draft(Status.ANSWERED, f"{source}: [1]\n{told}", (quote,))
