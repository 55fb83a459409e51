"""Years as people write them: 2018, 2018/19, 2018-19, "2018 to 2019", 18/19, 2018-2021."""

import re
from dataclasses import dataclass

from assistant.terms import MONTHS

# "From May 2014 to 15 June 2015" ends on a day, not in 2015 alone.
_NO_DAY = rf"(?!(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b)"
_PAIR = re.compile(
    r"(?<![\d/£.,])((?:19|20)\d\d)\s*(?:/|-|–|—|to|until)\s*((?:19|20)\d\d|\d\d)(?![\d/%]|[.,]\d)" + _NO_DAY,
    re.I,
)
_SHORT_PAIR = re.compile(r"(?<![\d/£.,-])(\d\d)\s*[/-]\s*(\d\d)(?![\d/%-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\d£.,/])((?:19|20)\d\d)(?![\d%]|[.,]\d)")

_BEFORE_YEAR = re.compile(
    r"\b(?:in|of|for|during|by|since|from|until)\s*(?:the (?:year|autumn|spring))?\s*$", re.I
)

_YEAR_NAMED = r"\s+(?:the )?(?:financial )?(?:year )?$"
_AFTER = re.compile(rf"\b(?:after|beyond|following|later than){_YEAR_NAMED}", re.I)
_BEFORE = re.compile(rf"\b(?:before|prior to|earlier than){_YEAR_NAMED}", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """The years *first* to *last*; `start` and `end` are where it stands in the text it was read from."""

    first: int
    last: int
    start: int = 0
    end: int = 0

    @property
    def is_financial_year(self) -> bool:
        """True for two years in a row, such as 2018/19."""
        return self.last == self.first + 1

    def same_years(self, other: "Period") -> bool:
        """True when both cover the same years, wherever they stand."""
        return (self.first, self.last) == (other.first, other.last)

    def moved(self, years: int) -> "Period":
        """The period *years* later than this one."""
        return Period(self.first + years, self.last + years)

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return (
            f"{self.first}/{self.last % 100:02d}" if self.is_financial_year else f"{self.first}-{self.last}"
        )


def periods_in(text: str) -> tuple[Period, ...]:
    """Every year or run of years in *text*, in order; a year inside a run is not told twice."""
    found: list[Period] = []
    for match in _PAIR.finditer(text):
        _add(found, _pair(int(match[1]), match[2], match.span()))
    for match in _SHORT_PAIR.finditer(text):
        if int(match[2]) == int(match[1]) + 1 and 9 <= int(match[1]) < 50:
            _add(found, _pair(2000 + int(match[1]), match[2], match.span()))
    for match in _YEAR.finditer(text):
        _add(found, Period(int(match[1]), int(match[1]), *match.span()))
    return tuple(sorted(found, key=lambda period: period.start))


def after_or_before(text: str, period: Period) -> int:
    """1 where *text*, from which *period* was read, means the time after it, -1 the time before, else 0."""
    leads = text[: period.start]
    return bool(_AFTER.search(leads)) - bool(_BEFORE.search(leads))


def timeless(question: str) -> str:
    """*question* without its years and the words that lead to them."""
    for period in reversed(periods_in(question)):
        question = _BEFORE_YEAR.sub("", question[: period.start]) + question[period.end :]
    return " ".join(question.split())


def _pair(first: int, last: str, span: tuple[int, int]) -> Period | None:
    year = int(last) if len(last) == 4 else first - first % 100 + int(last)
    year += 100 * (len(last) == 2 and year < first)  # 1999/00
    return Period(first, year, *span) if 0 < year - first <= 30 else None


def _add(found: list[Period], period: Period | None) -> None:
    if period and all(period.end <= other.start or period.start >= other.end for other in found):
        found.append(period)
