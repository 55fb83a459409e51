"""Figures in tables: the cell where the row and the year that were asked for meet, with its unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.answer.evidence import ASKED_NOW, FOUND, Evidence, credited
from assistant.question.direction import COMPARING_WORDS, DIRECTION_WORDS
from assistant.question.kinds import CHANGE
from assistant.question.over_years import WORDS_OF_ASKING, over_years
from assistant.question.periods import Period, after_or_before, periods_in
from assistant.question.query import Query, Term
from assistant.terms import STOP_WORDS, normalise, stem, words
from assistant.types import Piece, Span

_UNIT = re.compile(r"£\s?(?:m\b|million|000s?|k\b|bn\b|billion)|%|per cent|(?<![\d,.])000s?\b")
ROW_CREDIT = 0.65  # a row's label may be said in other words, but not in words of asking
_FREELY = 0.45
_ROWS_LOOKED_AT = 30
_WORKED_OUT = frozenset({"total", "totals", "difference", "balance", "average", "sum", "net"})
_TOTAL = frozenset({"total", "totals", "sum", "overall", "all"})
_FORESEEN = frozenset(map(stem, "expect forecast predict estimate project plan anticipate likely".split()))
_COMPARED = frozenset(map(stem, (*COMPARING_WORDS, "year")))
_APRIL = 4  # the month in which a financial year begins
_SCALE = "million|billion|bn|m|k"
_FIGURE = re.compile(rf"^[(\-–]?\s?£?\d[\d,.]*\s?(?:(?:%|{_SCALE})?\)?|\)%)$")
_OWN_UNIT = re.compile(rf"£\s?\d[\d,.]*\s?({_SCALE})\b")  # £33.7m


def with_unit(value: str, unit: str) -> str:
    """A number with its unit, as people write it: £33.7m."""
    if _OWN_UNIT.search(value):
        return value
    bare = value.replace("£", "")
    if unit in {"£m", "£ m"}:
        return f"£{bare}m"
    if unit in {"%", "per cent"}:
        return f"{value.rstrip('%')}%"
    if unit.startswith("£") and unit[1:].strip() in {"million", "billion", "bn", "k"}:
        return f"£{bare} {unit[1:].strip()}"
    return f"{value} ({unit})" if unit else value


def _unit(value: str, *around: str) -> str:
    """The unit that a value says itself, or else that its header or its caption says."""
    if own := _OWN_UNIT.search(value):
        return f"£{own[1]}"
    return next((unit.group() for text in (value, *around) if (unit := _UNIT.search(text))), "")


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
        return with_unit(self.value, self.unit)

    @property
    def number(self) -> Decimal:
        """The value to reckon with; what stands in brackets or after a minus sign is below nought."""
        below = self.value[:1] in "(-–"
        return Decimal(re.sub(r"[^\d.]", "", self.value).rstrip(".")) * (-1 if below else 1)


def row_of(piece: Piece, text: str) -> tuple[str, tuple[Cell, ...]]:
    """The label of a table row and its figures, each with its column; none where it is no row of figures."""
    if len(piece.cells) < 2 or not piece.header_cells:
        return "", ()
    caption = text[slice(*piece.caption)] if piece.caption else ""
    cells = []
    for number, span in enumerate(piece.cells[1:], start=1):
        value = normalise(text[slice(*span)]).strip()
        has_header = number < len(piece.header_cells)
        header = normalise(text[slice(*piece.header_cells[number])]) if has_header else ""
        if _FIGURE.match(value) and header.strip():  # without its column a figure says nothing
            cells.append(Cell(span, value, header, _unit(value, header, normalise(caption))))
    return " ".join(normalise(text[slice(*piece.cells[0])]).split()), tuple(cells)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A table row that holds figures, as evidence for a question."""

    evidence: Evidence
    label: str
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, evidence: Evidence) -> "FigureRow | None":
        """The row behind *evidence*, or None when it is not a labelled row of figures."""
        label, cells = row_of(evidence.piece, evidence.document.text)
        return cls(evidence, label, cells) if cells and label else None

    def label_match(self, query: Query, least: float = ROW_CREDIT) -> float:
        """How much of the row's label the question says: 1 all in the same words, less in like words.

        Words of like meaning count from the credit *least* on.
        """
        found = self._named(query, least)
        return min(found, default=0.0) and sum(found) / len(found)

    def match(self, query: Query) -> float:
        """How well the question names the row: by its label, or else as the whole of its part."""
        return self.label_match(query) or float(self.is_whole_of(query))

    def is_named(self, query: Query) -> bool:
        """True when the question says any word of the row's label, or one like it."""
        return max(self._named(query, _FREELY), default=0.0) > 0

    def is_whole_of(self, query: Query) -> bool:
        """True for the total of the part of a table that the question names, and names nothing else of.

        "The income" is "Income: Total", and not "Income: Grant"; "the income from fines" is neither.
        """
        is_total = set(words(self.name)) <= _TOTAL
        return is_total and self.says_all_of(query) and self._part_is_named(query)

    def says_all_of(self, query: Query) -> bool:
        """True where the row leaves out no word of what the question asks the figure of."""
        of_years = WORDS_OF_ASKING if over_years(query.text) else frozenset()
        return not any(
            given < FOUND
            and term.weight >= ASKED_NOW
            and not (_is_beside_the_thing(term) or term.stem in of_years)
            for term, given in credited(query, self.evidence)
        )

    def is_other_part_of(self, query: Query) -> bool:
        """True where the question names the part of the table that the row is in, and nothing of the row."""
        own = {stem(word) for word in words(self.name)}
        said = {
            root
            for term in query.terms
            if term.stem not in self._part
            for root in (term.stem, *(like for like, credit in term.like if credit >= _FREELY))
        }
        return self._part_is_named(query) and not own & said and not self.is_whole_of(query)

    @property
    def _labels(self) -> frozenset[str]:
        """The stems of all labels of the table: a row that is named is no other one of a like name."""
        text = self.evidence.document.text
        labels = (text[slice(*piece.cells[0])] for piece in self.evidence.passage.pieces if piece.cells)
        return frozenset(stem(word) for label in labels for word in words(label))

    @property
    def _part(self) -> frozenset[str]:
        """The stems of the part of the table that the row is in: "Income: Grant"."""
        return frozenset(
            stem(word) for word in words(self.label.rpartition(":")[0]) if word not in STOP_WORDS
        )

    def _part_is_named(self, query: Query) -> bool:
        return bool(self._part) and self._part <= {term.stem for term in query.terms}

    def _named(self, query: Query, least: float) -> list[float]:
        """For each word of the label, how well the question says it."""
        asked: dict[str, float] = {}
        labels = self._labels
        for term in query.terms:
            named = 1.0 if term.word in _WORKED_OUT else term.weight
            asked[term.stem] = max(asked.get(term.stem, 0.0), named)
            for like, credit in term.like if term.stem not in labels else ():
                if credit >= least and term.weight >= least:
                    asked[like] = max(asked.get(like, 0.0), credit * term.weight)
        return [asked.get(stem(word), 0.0) for word in words(self.name) if word not in STOP_WORDS]

    @property
    def name(self) -> str:
        """The row's own label, without the part of the table that it stands in."""
        return self.label.rpartition(":")[2].strip()

    @property
    def is_difference(self) -> bool:
        """True for the row that sets one part of the table against another."""
        return bool({"difference", "balance", "net"} & set(words(self.name)))

    @property
    def works_out(self) -> bool:
        """True for a row worked out from others: a total, a difference, a balance."""
        return bool(_WORKED_OUT & set(words(self.name)))

    def cells_for(self, periods: Sequence[Period]) -> tuple[Cell, ...]:
        """The cells of the years asked for, in the order asked; none when one of the years has no column."""
        chosen = [cell for period in periods for cell in self._ends_of(period)]
        return tuple(cell for cell in chosen if cell) if all(chosen) else ()

    def cells_asked(self, query: Query) -> tuple[Cell, ...]:
        """The cells that *query* asks for: of its years, or of those after or before a year; else all."""
        if not query.periods:
            return tuple(self.cells)
        (asked, *more), side = query.periods, after_or_before(query.text, query.periods[0])
        if more or not side:
            return self.cells_for(query.periods)
        away = [(cell, period.first - asked.first) for cell in self.cells for period in cell.periods]
        return tuple(cell for cell, years in away if years * side > 0)

    def cells_through(self, periods: Sequence[Period]) -> tuple[Cell, ...]:
        """The cells of all years in their order: up to that of *periods*, or from its first to its last."""
        timed = sorted((cell.periods[0].first, cell.span, cell) for cell in self.cells if cell.periods)
        years = sorted(period.first for period in periods)
        first = years[0] if len(years) > 1 else 0
        return tuple(cell for year, _, cell in timed if first <= year <= (years[-1] if years else year))

    def _ends_of(self, asked: Period) -> "tuple[Cell | None, ...]":
        """The cell of one year, or those of the first and the last of a run ("from 2018 to 2021")."""
        here = self._cell_for(asked)
        if here or asked.first == asked.last:
            return (here,)
        if asked.is_financial_year:  # "2021 to 2022" in a table of single years
            years = (Period(asked.first, asked.first), Period(asked.last, asked.last))
            return tuple(self._cell_of(year) for year in years)
        return tuple(self._cell_for(Period(year, year)) for year in (asked.first, asked.last))

    def _cell_of(self, asked: Period) -> Cell | None:
        same = (cell for cell in self.cells if any(period.same_years(asked) for period in cell.periods))
        return next(same, None)

    def _cell_for(self, asked: Period) -> Cell | None:
        # People call the year that begins in April 2018 simply 2018.
        single = asked.first == asked.last
        return self._cell_of(asked) or next(
            (c for c in self.cells if single and any(p.first == asked.first for p in c.periods)), None
        )

    def before(self, cell: Cell) -> Cell | None:
        """The cell of the year before that of *cell*, if the row has one."""
        year = next((period.moved(-1) for period in cell.periods), None)
        same = (other for other in self.cells for period in other.periods if year and period.same_years(year))
        return next(same, None)

    @property
    def of_its_time(self) -> Cell | None:
        """The cell of the year in which its document was written; None where the row has none for it."""
        year, _, month = self.evidence.document.info.date[:7].partition("-")
        began = int(year) - (month.isdigit() and int(month) < _APRIL) if year.isdigit() else 0
        return next(
            (
                cell
                for cell in self.cells
                for period in cell.periods
                if period.first == (began if period.is_financial_year else int(year or 0))
            ),
            None,
        )

    @property
    def periods(self) -> tuple[Period, ...]:
        """All years that the row gives figures for."""
        return tuple(period for cell in self.cells for period in cell.periods)


def _is_beside_the_thing(term: Term) -> bool:
    """True for a word that says how a figure goes, or that it is foreseen, and not of what it is."""
    return term.stem in DIRECTION_WORDS | _FORESEEN | _COMPARED or bool(CHANGE.fullmatch(term.word))


def best_row(query: Query, evidence: Sequence[Evidence]) -> FigureRow | None:
    """The row whose label the question names best; among equals the one that weighs most."""
    of_two_years = query.asks_change and len(query.periods) > 1
    rows = [row for row in map(FigureRow.of, evidence) if row]
    # "The difference between 2018 and 2021" is not that of a row of this name.
    rows = [row for row in rows if not (of_two_years and row.is_difference)]
    matched = [(row.label_match(query), row.evidence.score, row) for row in rows]
    matched = [entry for entry in matched if entry[0] > 0]
    matched = matched or [(1.0, row.evidence.score, row) for row in rows if row.is_whole_of(query)]
    if not matched and of_two_years:
        # Two years of a table were asked for, so a row is meant, though its label is said very freely.
        matched = [(row.label_match(query, _FREELY), row.evidence.score, row) for row in rows]
        matched = [entry for entry in matched if entry[0] > 0 and not entry[2].works_out]
    # "The total of grants and fees" names three rows and means the total.
    meant = max(matched, key=lambda entry: (entry[0], entry[2].works_out, entry[1]), default=None)
    return meant[2] if meant else None


def is_other_row(query: Query, found: Evidence) -> bool:
    """True for a row of figures of which the question says nothing: its figures are of something else."""
    row = FigureRow.of(found)
    return row is not None and (not row.is_named(query) or row.is_other_part_of(query))


def periods_given(query: Query, evidence: Sequence[Evidence]) -> tuple[Period, ...]:
    """The years that a table gives for what the question asks, however freely it says so."""
    rows = (FigureRow.of(found) for found in evidence[:_ROWS_LOOKED_AT])
    return next((row.periods for row in rows if row and row.label_match(query, _FREELY) > 0), ())
