"""Quantities as people write them, in digits or words: £150k, twelve, a third, 88%, at least 30 hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from assistant.question.lexicon import NUMBER_WORDS
from assistant.question.patterns import any_of
from assistant.question.periods import periods_in
from assistant.terms import MONTHS

_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SMALL = NUMBER_WORDS | _TENS
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "000": 10**3, "000s": 10**3,
    "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
}  # fmt: skip
_PARTS = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
# What is measured is told by the unit; units of one kind are never two names of one quantity.
_UNITS = {
    unit: f"{unit}s"
    for unit in "second minute hour day week fortnight month year mile kilometre metre acre hectare".split()
} | {"km": "kilometres"}
_KINDS = (
    frozenset({"seconds", "minutes", "hours", "days", "weeks", "fortnights", "months", "years"}),
    frozenset({"miles", "kilometres", "metres", "acres", "hectares"}),
    frozenset({"square miles", "square kilometres", "square metres", "acres", "hectares"}),
)
# A year is twelve months, whichever of the two is told.
_IN_SMALLER = {
    "years": ("months", 12), "weeks": ("days", 7), "fortnights": ("days", 14),
    "hours": ("minutes", 60), "minutes": ("seconds", 60),
}  # fmt: skip
MONEY, SHARE, COUNT = "£", "%", ""

_WORD_NUMBER = "|".join(sorted(_SMALL, key=len, reverse=True))
_IN_WORDS = (
    rf"(?:{_WORD_NUMBER}|a hundred)(?:[ -](?:and )?(?:{_WORD_NUMBER}|hundred|thousand|million|billion))*"
)
# "The third priority" and "the first half of 2018" are no fractions.
_FRACTION = (
    r"\b(?:(?P<over>two|three|four|seven|nine|one|an?)[ -])(?P<part>thirds?|quarters?|fifths?|tenths?)\b"
    r"|(?<!first )(?<!second )\b(?P<half>half)\b(?![ -]?way\b)"
)
# "One in three people", but not "two in three weeks".
_SO_MANY_OF = (
    r"\b(?P<some>one|two|three|four|[1-9]) (?:in|out of)(?: every)?"
    r" (?P<of>three|four|five|six|eight|ten|[3-9]|10)\b"
    rf"(?! (?:{'|'.join(_UNITS)})s?\b)"
)
_QUANTITY = re.compile(
    rf"(?:{_FRACTION})"
    rf"|{_SO_MANY_OF}"
    r"|(?<![\w.,/£])(?P<pound>£\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:million|billion|thousand|bn|mn|m|k)\b)?(?P<percent>\s?(?:%|per ?cent\b|percent\b))?"
    r"(?P<pence>p\b)?(?![\w/]|[.,]\d)"
    rf"|\b(?P<words>{_IN_WORDS})\b(?P<wordpercent>\s?(?:%|per ?cent\b|percent\b))?(?P<pounds> pounds?\b)?"
    r"|(?:(?<=\bwithin )|(?<=\blasts )|(?<=\blasting )|(?<=\bunder ))(?P<a>an?)"
    rf"(?= (?:{'|'.join(_UNITS)})\b)",
    re.I,
)
_UNIT = re.compile(r"^[ -]?(?P<square>(?:square|sq\.?)[ -])?(?P<unit>" + "|".join(_UNITS) + r")s?\b", re.I)
_MORE = any_of(r"\b(?:more than|over|above|exceed(?:s|ed|ing)?|greater than|upwards of)\s+(?:an? )?$")
_LESS = any_of(r"\b(?:less than|under|below|fewer than|smaller than)\s+(?:an? )?$")
_LEAST = any_of(r"\b(?:at least|no (?:less|fewer) than|not less than|a minimum of)\s+(?:an? )?$")
_MOST = any_of(r"\b(?:at most|up to|no more than|not more than|a maximum of)\s+(?:an? )?$")
_ROUGHLY = any_of(
    r"\b(?:about|around|approximately|roughly|some|nearly|almost|circa|approx\.?|estimated|in the region of)"
    r"\s+(?:an? )?$"
)
_NO_QUANTITY = any_of(rf"\b(?:{'|'.join(MONTHS)})\s+$")
_ONE_OF = any_of(r"^\s+(?:of|another|day|such|or)\b")
_CENT = Decimal("0.01")
_RELATIVE, _ROUGH = Decimal("0.01"), Decimal("0.05")


class Bound(StrEnum):
    """What a quantity says beside its number: exactly that, or more, less, at least, at most that."""

    EXACT = "exact"
    MORE = "more"
    LESS = "less"
    LEAST = "least"
    MOST = "most"


class Fit(StrEnum):
    """How a value that somebody claims stands to one that is given."""

    SAME = "same"
    ROUNDED = "rounded"
    OTHER = "other"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (£, %, months …, nothing for a count); it stands at `start` to `end` of a text.

    `step` is the size of its last digit that says something: 1,000 of "618,000" and 0.1m of "£116.2m".
    """

    number: Decimal
    unit: str
    step: Decimal
    bound: Bound = Bound.EXACT
    is_rough: bool = False
    start: int = 0
    end: int = 0

    def is_comparable(self, other: "Quantity") -> bool:
        """True where both measure the same kind of thing."""
        both = {self.unit, other.unit}
        return len(both) == 1 or any(both <= kind for kind in _KINDS) or _are_lengths_and_areas(both)


def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Every quantity of *text* in order; years, days of a month and "one of" are none."""
    years = periods_in(text)
    found = (_quantity(match, text) for match in _QUANTITY.finditer(text))
    return tuple(
        quantity
        for quantity in found
        if quantity and all(quantity.end <= year.start or quantity.start >= year.end for year in years)
    )


def fit(claimed: Quantity, given: Quantity) -> Fit:
    """How *claimed* stands to *given*: the same, the same when rounded, another one, or not to be told."""
    if not claimed.is_comparable(given):
        return Fit.UNSURE
    if claimed.unit != given.unit:
        claimed, given = _in_smaller(claimed), _in_smaller(given)
    if claimed.unit != given.unit:
        return Fit.OTHER
    if claimed.bound is Bound.EXACT and given.bound is Bound.EXACT:
        return _fit_of_numbers(claimed, given)
    return _fit_of_bounds(claimed, given)


def _in_smaller(quantity: Quantity) -> Quantity:
    """A year as its twelve months; what has no smaller unit as it is."""
    unit, size = _IN_SMALLER.get(quantity.unit, (quantity.unit, 1))
    return replace(quantity, number=quantity.number * size, step=quantity.step * size, unit=unit)


def _fit_of_numbers(claimed: Quantity, given: Quantity) -> Fit:
    apart = abs(claimed.number - given.number)
    if not apart:
        return Fit.SAME
    # "£116m" and "about 618,000" stand for £116.2m and 618,200; a single digit stands for nothing but itself.
    is_rounding = apart * 2 <= claimed.step and claimed.step > given.step
    within = _ROUGH if claimed.is_rough else _RELATIVE
    if is_rounding and apart <= within * abs(given.number):
        return Fit.ROUNDED
    is_near = apart <= _ROUGH * max(abs(given.number), abs(claimed.number))
    return Fit.UNSURE if is_near and (claimed.is_rough or given.is_rough) else Fit.OTHER


def _fit_of_bounds(claimed: Quantity, given: Quantity) -> Fit:
    claims, gives = _interval(claimed), _interval(given)
    if gives[0] >= claims[0] and gives[1] <= claims[1]:
        if claims == gives and Bound.EXACT not in {claimed.bound, given.bound}:
            return Fit.SAME if claimed.bound is given.bound else Fit.UNSURE
        touches = gives[0] == gives[1] and gives[0] in claims and claimed.bound in {Bound.MORE, Bound.LESS}
        return Fit.OTHER if touches else Fit.SAME
    if gives[1] < claims[0] or gives[0] > claims[1]:
        return Fit.OTHER
    meet = gives[1] == claims[0] or gives[0] == claims[1]
    return Fit.OTHER if meet and {claimed.bound, given.bound} == {Bound.MORE, Bound.LESS} else Fit.UNSURE


def _interval(quantity: Quantity) -> tuple[Decimal, Decimal]:
    low = high = quantity.number
    if quantity.bound in {Bound.MORE, Bound.LEAST}:
        high = Decimal("Infinity")
    elif quantity.bound in {Bound.LESS, Bound.MOST}:
        low = Decimal("-Infinity")
    return low, high


def _are_lengths_and_areas(units: set[str]) -> bool:
    return {unit.removeprefix("square ") for unit in units} <= _KINDS[1] and any("square" in u for u in units)


def _quantity(match: re.Match[str], text: str) -> Quantity | None:
    before, after = text[: match.start()], text[match.end() :]
    is_day = bool(_NO_QUANTITY.search(before)) or bool(
        re.match(rf"(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b", after, re.I)
    )
    said = match.group().lower()
    if is_day or (said == "one" and _ONE_OF.match(after)):
        return None
    try:
        number, step = _number_of(match)
    except InvalidOperation:
        return None
    unit, end = COUNT, match.end()
    if match["of"] or match["part"] or match["half"] or match["percent"] or match["wordpercent"]:
        unit = SHARE
    elif match["pound"] or match["pounds"] or match["pence"]:
        unit = MONEY
    elif measured := _UNIT.match(after):
        unit = ("square " if measured["square"] else "") + _UNITS[measured["unit"].lower()]
        end += measured.end()
    bound, is_rough, start = _led_by(before, match.start())
    return Quantity(number, unit, step, bound, is_rough, start, end)


def _led_by(before: str, start: int) -> tuple[Bound, bool, int]:
    """The bound and the roughness that the words before a number give it, and where those begin."""
    ways = ((Bound.LEAST, _LEAST), (Bound.MOST, _MOST), (Bound.MORE, _MORE), (Bound.LESS, _LESS))
    for bound, leads in ways:
        if match := leads.search(before):
            return bound, False, match.start()
    if match := _ROUGHLY.search(before):
        return Bound.EXACT, True, match.start()
    return Bound.EXACT, False, start


def _number_of(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The number that a match says, and the size of its last digit that says something."""
    if match["of"]:
        share = Decimal(100) * _small(match["some"]) / _small(match["of"])
        return share.quantize(_CENT), _CENT
    if match["half"] or match["part"]:
        parts = _PARTS[match["part"].lower()] if match["part"] else 2
        share = Decimal(100) * _over(match["over"]) / parts
        return share.quantize(_CENT), _CENT
    if match["a"]:
        return Decimal(1), Decimal(1)
    if match["digits"]:
        written = Decimal(match["digits"].replace(",", ""))
        scale = Decimal(_SCALES[match["scale"].strip().lower()]) if match["scale"] else Decimal(1)
        scale = _CENT if match["pence"] else scale
        return written * scale, _step(written) * scale
    number = Decimal(_from_words(match["words"].lower()))
    return number, Decimal(1)


def _step(written: Decimal) -> Decimal:
    """The size of the last digit that says something: that of 618,000 is 1,000, and that of 40 is 1."""
    exponent = written.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101  # digits are always finite
    as_written = written.as_tuple().exponent
    assert isinstance(as_written, int)  # noqa: S101
    return Decimal(1).scaleb(exponent if exponent >= 2 else min(exponent, as_written, 0))


def _small(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]


def _over(word: str | None) -> int:
    return NUMBER_WORDS.get((word or "").lower(), 1)


def _from_words(said: str) -> int:
    """The number that words say, such as 288 for two hundred and eighty-eight."""
    total = part = 0
    for word in _parts_of(said):
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total, part = total + max(part, 1) * _SCALES[word], 0
    return total + part


def _parts_of(said: str) -> Iterator[str]:
    return (word for word in re.split(r"[ -]", said) if word not in {"and", "a", ""})
