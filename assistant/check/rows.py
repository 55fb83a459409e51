"""A claim against the row of a table: by row, column, unit and year."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer.evidence import FOUND, Evidence, credited
from assistant.answer.figures import ROW_CREDIT, Cell, FigureRow
from assistant.check.claim import Claim
from assistant.check.finding import Finding, Ground
from assistant.question.direction import Direction
from assistant.question.patterns import any_of, whole
from assistant.question.quantities import Fit, Quantity, fit, quantities_in
from assistant.terms import normalise

_EVERY_YEAR = any_of(whole("(?:every|each) year", "throughout", "flat", "constant", "unchanged"))
_WEIGHTY = 0.5
_NOTES = "⁰¹²³⁴⁵⁶⁷⁸⁹ "
_SCALES = {"000": "k", "percent": "%"}


def compare_row(claim: Claim, found: Evidence) -> Finding | None:
    """What the row *found* says to *claim*; None where that is about another row or other years."""
    row = FigureRow.of(found)
    if row is None or claim.people or claim.is_negated or (claim.documents - {found.document.info.id}):
        return None
    strength = row.match(claim.query)
    timed = tuple(cell for cell in row.cells if cell.periods) if claim.direction else ()
    if not claim.days and _EVERY_YEAR.search(claim.text):
        timed = tuple(cell for cell in row.cells if cell.periods)
    cells = row.cells_for([day.years for day in claim.days]) if claim.days else timed
    if strength < ROW_CREDIT or not cells or not _is_all_of_it(claim, found):
        return None
    by_direction = _by_direction(claim, row, cells, strength) if claim.direction else None
    if by_direction and not (by_direction.supports and claim.quantities):
        return by_direction
    return _by_values(claim, found, cells, strength)


def _is_all_of_it(claim: Claim, found: Evidence) -> bool:
    """Whether the row is about all that the claim is about, and not of something wider."""
    credits = {term.stem: given for term, given in credited(claim.query, found)}
    return all(
        credits[term.stem] >= FOUND + 0.1 or _is_called_so(term.word, found)
        for term in claim.subject
        if term.weight >= _WEIGHTY
    )


def _is_called_so(word: str, found: Evidence) -> bool:
    """True where the document itself puts *word* before the label of the row: "City grant" for "Grant"."""
    label = re.escape(found.text.strip("| ").split("|")[0].strip().rpartition(": ")[2].rstrip(_NOTES))
    return bool(re.search(rf"\b{re.escape(word)} {label}\b", found.document.text, re.IGNORECASE))


def _by_values(claim: Claim, found: Evidence, cells: tuple[Cell, ...], strength: float) -> Finding | None:
    quantities = claim.quantities * len(cells) if len(claim.quantities) == 1 else claim.quantities
    if len(quantities) != len(cells):
        return None
    pairs = [(claimed, _quantity(cell), cell) for claimed, cell in zip(quantities, cells, strict=True)]
    fits = [fit(claimed, given) if given else Fit.UNSURE for claimed, given, _ in pairs]
    for how in (Fit.UNSURE, Fit.OTHER, Fit.ROUNDED, Fit.SAME):
        for (claimed, _, cell), got in zip(pairs, fits, strict=True):
            if got is how is Fit.UNSURE:
                return None
            if got is how:
                ground = Ground.ROUNDED if how is Fit.ROUNDED else Ground.VALUE
                told = (cell,) if how is Fit.OTHER else cells
                return Finding(
                    found, how is not Fit.OTHER, ground, strength, _told(told), claim.words_of(claimed)
                )
    return None


def _by_direction(claim: Claim, row: FigureRow, cells: tuple[Cell, ...], strength: float) -> Finding | None:
    """Whether the figures went the way that is claimed, from year to year or since the year before."""
    before = row.before(cells[0]) if len(cells) == 1 else None
    compared = sorted((before, *cells) if before else cells, key=lambda cell: cell.span)
    if len(compared) < 2 or len({cell.unit for cell in compared}) > 1:
        return None
    rises = [later.number - earlier.number for earlier, later in pairwise(compared)]
    up = claim.direction is Direction.UP
    if all(rise > 0 if up else rise < 0 for rise in rises):
        return Finding(row.evidence, True, Ground.DIRECTION, strength, _told(compared))
    if all(rise <= 0 if up else rise >= 0 for rise in rises):
        return Finding(row.evidence, False, Ground.DIRECTION, strength, _told(compared))
    return None


def _told(cells: Sequence[Cell]) -> str:
    """The figures with their columns: "£4m for 2020 and £5m for 2021"."""
    told = [f"{cell.figure} for {cell.column}" for cell in cells]
    return " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))


def _quantity(cell: Cell) -> Quantity | None:
    """The figure as a quantity: 640 in a table of £000 is £640k."""
    unit = normalise(cell.unit).replace(" ", "")
    money, scale = unit[:1] == "£", _SCALES.get(unit.lstrip("£").rstrip("s"), unit.lstrip("£"))
    value = cell.value.strip("()-– ").removeprefix("£").removesuffix("%")
    return next(iter(quantities_in(f"{'£' if money else ''}{value} {scale}".strip())), None)
