"""The answer that is a figure of a table, with its row, column, unit and year; or two of them compared."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.answer import wording
from assistant.answer.decide import Obstacle, Verdict, obstacle
from assistant.answer.draft import MARKER, Draft, Quote
from assistant.answer.evidence import Evidence
from assistant.answer.figures import ROW_CREDIT, Cell, FigureRow, best_row, with_unit
from assistant.answer.refuse import refuse
from assistant.question.direction import Direction, direction_of
from assistant.question.kinds import Kind
from assistant.question.over_years import OverYears, over_years
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.question.things import things_of
from assistant.types import PieceKind, Status

_FIGURE_KINDS = frozenset(
    {Kind.AMOUNT, Kind.COUNT, Kind.OTHER, Kind.DEFINITION, Kind.LIST, Kind.YES_NO, Kind.PERCENT}
)
_THAN_NOW = any_of(r"\bthan (?:it (?:is|was) )?(?:now|today|at present|currently)\b")
_THAN = any_of(r"\b(?:than|compared (?:with|to|against))\b")
_SINCE = any_of(r"\bsince\b")
# What the most of a sum goes on is told by no row of the whole.
_ASKS_A_PART = any_of(
    r"\b(?:biggest|largest|greatest|smallest|main|most) (?:[\w-]+ )?"
    r"(?:part|share|chunk|slice|item|proportion)s?\b"
)
_NAMED_BONUS = 0.45  # a row whose label and year were both named is hardly ever a coincidence
_IN_PLACE = 0.9


def answer_with_figure(query: Query, evidence: Sequence[Evidence]) -> Draft | None:
    """The figures of the row and years asked for, a refusal for years without one; None for no such row.

    One row is not what two things set side by side are asked for, nor is the table's own difference theirs.
    """
    row = best_row(query, evidence)
    if row is None:
        return None
    over = over_years(query.text)
    told = _over_years(query, over, row) if over and _is_named(query, row) else None
    if told:
        return told
    if not (query.kind in _FIGURE_KINDS or query.asks_change or direction_of(query.text)):
        return None
    if things_of(query.text) or _ASKS_A_PART.search(query.text):
        return None
    best = evidence[0]
    cells = row.cells_asked(query)
    if not cells:
        in_prose = best.period_fit >= _IN_PLACE and best.piece.kind is not PieceKind.ROW and best.kind_fit
        if in_prose or row.match(query) < ROW_CREDIT:
            return None
        return refuse(query, Verdict(Obstacle.OTHER_PERIOD), [row.evidence, *evidence], row.periods)
    bonus = _NAMED_BONUS * row.match(query) if query.periods else 0.0
    rival_row = best.passage is row.evidence.passage and (
        best.piece.kind is PieceKind.ROW or (best.piece.start, best.piece.end) == row.evidence.piece.caption
    )
    # No sentence that leaves out a year can say how the figure changed in it.
    sets_years_apart = len(query.periods) > 1 or bool(query.periods and direction_of(query.text))
    is_asked = query.asks_change or query.kind is Kind.YES_NO
    only_here = is_asked and sets_years_apart and best.period_fit < _IN_PLACE
    if row.evidence.score + bonus < best.score and not (rival_row or only_here):
        return None
    other = obstacle(query, row.evidence)
    if other and other.obstacle is Obstacle.OTHER_NAME:
        if not obstacle(query, best):
            return None  # what weighs most does speak of that name
        return refuse(query, other, [row.evidence, *evidence])
    return _as_asked(query, row, cells)


def _over_years(query: Query, asked: OverYears, row: FigureRow) -> Draft | None:
    """The row's figures over the years, with when it is highest or lowest, or whether it stays the same."""
    cells = row.cells_through(query.periods)
    if len(cells) < 2 or len({cell.unit for cell in cells}) > 1:
        return None
    told = _state(replace(query, asks_change=False), row, cells)
    numbers = [cell.number for cell in cells]
    is_same = len(set(numbers)) == 1
    if asked in {OverYears.SAME, OverYears.CHANGES}:
        if query.kind is not Kind.YES_NO:
            return None
        so = wording.YES if is_same == (asked is OverYears.SAME) else wording.NO
        lines = [so, told.text, *([wording.SAME] if is_same else _difference(cells))]
    else:
        most = (max if asked is OverYears.HIGHEST else min)(numbers)
        phrase = wording.HIGHEST if asked is OverYears.HIGHEST else wording.LOWEST
        extreme = [cell for cell in cells if cell.number == most]
        years = wording.years([cell.periods[0] for cell in extreme])
        said = wording.SAME if is_same else phrase.format(figure=extreme[0].figure, years=years)
        lines = [told.text, said]
    return replace(told, text="\n".join(lines))


def compare_figures(
    sides: Sequence[tuple[Query, Sequence[Evidence]]], together: bool = False
) -> Draft | None:
    """One figure for each side, and the sum between them; None unless each names a row and a column.

    *together* they are added up, which is for figures of one column only, and not for shares. Where no year
    is named, both rows are told, and which of them is above the other in all years.
    """
    if not together and not any(query.periods for query, _ in sides):
        return _rows_side_by_side(sides)
    found = [_one_figure(query, evidence) for query, evidence in sides]
    told = [side for side in found if side]
    if len(told) < len(found) or len({cell.unit for _, cell in told}) > 1:
        return None
    if len({(row.label, cell.column) for row, cell in told}) < len(told):
        return None
    quotes = tuple(_quote(row, (cell,)) for row, cell in told)
    source = wording.source_of(quotes[0].document.info)
    if any(quote.document is not quotes[0].document for quote in quotes):
        return None
    lines = [f"- {_line(row, cell)} [{number}]" for number, (row, cell) in enumerate(told, 1)]
    (first, one), (second, other) = told
    if together:
        added = _added(one, other) if one.column == other.column and "%" not in one.unit else None
        return Draft(Status.ANSWERED, "\n".join([f"{source}:", *lines, added]), quotes) if added else None
    names = (
        (first.label, second.label)
        if one.column == other.column
        else (_both(first, one), _both(second, other))
    )
    text = "\n".join([f"{source}:", *lines, _above((names[0], one), (names[1], other))])
    return Draft(Status.ANSWERED, text, quotes)


def _rows_side_by_side(sides: Sequence[tuple[Query, Sequence[Evidence]]]) -> Draft | None:
    """Both rows of one table over the years that they share; None unless each side names one of them."""
    found = [(query, best_row(query, evidence)) for query, evidence in sides]
    rows = [row for query, row in found if row and _is_named(query, row)]
    if len(rows) < len(sides) or len({row.label for row in rows}) < len(rows):
        return None
    first, second = rows
    pairs = [
        (one, other)
        for one in first.cells_through(())
        for other in second.cells_through(())
        if (one.column, one.unit) == (other.column, other.unit)
    ]
    if len(pairs) < 2 or first.evidence.passage is not second.evidence.passage:
        return None
    told = [(first, [one for one, _ in pairs]), (second, [other for _, other in pairs])]
    quotes = tuple(_quote(row, cells) for row, cells in told)
    lines = [
        f"- {_line(row, cell)} [{number}]" for number, (row, cells) in enumerate(told, 1) for cell in cells
    ]
    ways = {(one.number > other.number) - (one.number < other.number) for one, other in pairs}
    if len(ways) == 1:
        this, than = (second, first) if ways == {-1} else (first, second)
        phrase = wording.EQUAL if ways == {0} else wording.ABOVE
        lines.append(phrase.format(this=this.label, than=than.label))
    source = wording.source_of(quotes[0].document.info)
    return Draft(Status.ANSWERED, "\n".join([f"{source}:", *lines]), quotes)


def _is_named(query: Query, row: FigureRow) -> bool:
    """True where *query* names the row in full, and the row leaves out none of its words."""
    if row.match(query) < ROW_CREDIT or not row.says_all_of(query):
        return False
    verdict = obstacle(query, row.evidence)
    return verdict is None or verdict.obstacle is not Obstacle.OTHER_NAME


def _added(one: Cell, other: Cell) -> str:
    """What two figures come to, reckoned before the reader's eyes."""
    total = _written(one.number + other.number)
    return wording.TOGETHER.format(
        total=with_unit(total, one.unit), one=one.value, other=other.value, number=total
    )


def _one_figure(query: Query, evidence: Sequence[Evidence]) -> tuple[FigureRow, Cell] | None:
    """The row that *query* names in full, and its one cell for the one year asked about."""
    row = best_row(query, evidence)
    cells = row.cells_for(query.periods) if row and len(query.periods) == 1 else ()
    if row is None or len(cells) != 1 or row.match(query) < ROW_CREDIT or obstacle(query, row.evidence):
        return None
    return row, cells[0]


def _both(row: FigureRow, cell: Cell) -> str:
    return f"{row.label}, {cell.column}"


def tell_row(query: Query, found: Evidence) -> Draft | None:
    """The figures of the row that *found* is, with their years and unit; None where it is no such row."""
    row = FigureRow.of(found)
    cells = row.cells_asked(query) if row and not (row.is_difference and things_of(query.text)) else ()
    return _state(query, row, cells) if row and cells else None


def _as_asked(query: Query, row: FigureRow, cells: Sequence[Cell]) -> Draft:
    """The figures; asked whether or why they rose or fell, with those of the year before and a yes or no.

    Where they went the other way than the question takes for granted, that is a refusal.
    """
    direction = direction_of(query.text)
    compared = _compared(query, row, cells[0]) if direction and len(cells) == 1 else tuple(cells)
    went = _went(_as_held_against(query, compared), direction) if direction else None
    if went is None:
        return _state(query, row, cells)
    told = _state(replace(query, asks_change=True), row, compared)
    if query.kind is Kind.YES_NO:
        return replace(told, text=f"{wording.YES if went else wording.NO}\n{told.text}")
    if went and query.kind is Kind.REASON:
        return Draft(Status.PARTIAL, f"{told.text}\n{wording.NO_REASON}", told.quotes)
    if went:
        return told
    text = f"{wording.OPPOSITE}\n{MARKER.sub('', told.text)}"
    return Draft(Status.NOT_IN_DOCUMENTS, text.replace(" \n", "\n"), nearest=told.quotes)


def _compared(query: Query, row: FigureRow, cell: Cell) -> tuple[Cell, ...]:
    """*cell* after what it is more or less than, the figure of the year before or of the document's time.

    "Since" its year, it is what that of the document's time is more or less than.
    """
    if _SINCE.search(query.text):
        now = row.of_its_time
        return (cell, now) if now and now is not cell else (cell,)
    than = row.of_its_time if _THAN_NOW.search(query.text) else row.before(cell)
    return (than, cell) if than and than is not cell else (cell,)


def _as_held_against(query: Query, cells: Sequence[Cell]) -> list[Cell]:
    """The cells as time goes; "was it more in 2017 than in 2018?" goes the other way, from 2018 to 2017."""
    timed = [cell for cell in _in_time_order(cells) if cell.periods]
    than = _THAN.search(query.text)
    if not than or len(timed) != 2:
        return timed
    named = [period for period in query.periods if period.start >= than.end()]
    if not named:  # "than now", "than the year before"
        return [cell for cell in cells if cell.periods]
    is_first = any(period.same_years(named[0]) for period in timed[0].periods)
    return timed if is_first else timed[::-1]


def _went(cells: Sequence[Cell], direction: Direction) -> bool | None:
    """True where the figure went that way from cell to cell, False where it never did; else None."""
    if len(cells) < 2 or len({cell.unit for cell in cells}) > 1:
        return None
    rises = [later.number - earlier.number for earlier, later in pairwise(cells)]
    that_way = [rise > 0 if direction is Direction.UP else rise < 0 for rise in rises]
    return True if all(that_way) else None if any(that_way) else False


def _state(query: Query, row: FigureRow, cells: Sequence[Cell]) -> Draft:
    quote = _quote(row, cells)
    source = wording.source_of(quote.document.info)
    if len(cells) == 1:
        return Draft(Status.ANSWERED, f"{source}:\n{_line(row, cells[0])} [1]", (quote,))
    told = [f"- {_line(row, cell)}" for cell in _in_time_order(cells)]
    if query.asks_change:
        told += _difference(cells)
    return Draft(Status.ANSWERED, "\n".join([f"{source}: [1]", *told]), (quote,))


def _quote(row: FigureRow, cells: Sequence[Cell]) -> Quote:
    found = row.evidence
    marks = tuple(cell.span for cell in cells)
    return Quote(found.document, found.passage, found.piece.start, found.piece.end, marks)


def _line(row: FigureRow, cell: Cell) -> str:
    return f"{row.label}, {cell.column}: {cell.figure}"


def _in_time_order(cells: Sequence[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda cell: cell.span)


def _difference(cells: Sequence[Cell]) -> list[str]:
    """How much the last figure is above or below the first, reckoned before the reader's eyes."""
    timed = [cell for cell in _in_time_order(cells) if cell.periods]
    if len(timed) < 2 or len({cell.unit for cell in timed}) > 1:
        return []
    return [_above((timed[-1].column, timed[-1]), (timed[0].column, timed[0]))]


def _above(this: tuple[str, Cell], that: tuple[str, Cell]) -> str:
    """How much the figure of *this* name is above or below that of *that* name."""
    (name, cell), (than, other) = this, that
    rise = cell.number - other.number
    more, less = (cell, other) if rise > 0 else (other, cell)
    phrase = wording.MORE if rise > 0 else wording.LESS if rise else wording.NO_CHANGE
    difference = _written(abs(rise))
    return phrase.format(
        this=name,
        than=than,
        difference=with_unit(difference, cell.unit),
        sum=wording.SUM.format(more=more.value, less=less.value, difference=difference),
    )


def _written(number: Decimal) -> str:
    return f"{number:,}" if number else "0"
