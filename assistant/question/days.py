"""Days, months and years as people write them: 3rd March 2015, April 2015, 2016, 2018/19."""

import re
from dataclasses import dataclass

from assistant.question.periods import Period, periods_in
from assistant.question.quantities import Fit
from assistant.terms import MONTHS

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_BEFORE_YEAR = re.compile(rf"(?:\b{_DAY}\s+)?\b{_MONTH},?\s+$", re.I)
# "Plan 2018-2021" is a name; "In 2018" begins a sentence.
_OF_A_NAME = re.compile(
    rf"\b(?!(?:{'|'.join(MONTHS)}|in|by|since|from|during|until|for|of|on|and)\b)(?=(?-i:[A-Z]))[\w'’]+\s$",
    re.I,
)
_AMERICAN = re.compile(rf"\b{_MONTH}\s+{_DAY},\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Day:
    """A point in time as exactly as it is told: `month` and `day` are 0 where they are not.

    `years` is the run of years for what is longer than one ("2018/19"); it stands at `start` to `end`.
    """

    years: Period
    month: int = 0
    day: int = 0
    start: int = 0
    end: int = 0


def days_in(text: str) -> tuple[Day, ...]:
    """Every date of *text* that has a year, in order; the year of a name ("Vision 2030") is none."""
    return tuple(
        _day(period, text) for period in periods_in(text) if not _OF_A_NAME.search(text[: period.start])
    )


def fit_of_days(claimed: Day, given: Day) -> Fit:
    """The same where *given* says all that *claimed* says; unsure where it is told less exactly."""
    if not claimed.years.same_years(given.years):
        overlap = claimed.years.first <= given.years.last and given.years.first <= claimed.years.last
        return Fit.UNSURE if overlap else Fit.OTHER
    for said, told in ((claimed.month, given.month), (claimed.day, given.day)):
        if said and told and said != told:
            return Fit.OTHER
        if said and not told:
            return Fit.UNSURE
    return Fit.SAME


def _day(period: Period, text: str) -> Day:
    before = text[: period.start]
    match = _BEFORE_YEAR.search(before) or _AMERICAN.search(before)
    if match is None or period.first != period.last:
        return Day(period, start=period.start, end=period.end)
    month = MONTHS.index(match["month"].lower()) + 1
    return Day(period, month, int(match["day"] or 0), match.start(), period.end)
