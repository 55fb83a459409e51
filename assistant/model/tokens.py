"""A sentence as tokens to be set side by side: each amount, date and word is one, however it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.model.phrases import in_one_word
from assistant.question.days import Day, days_in, fit_of_days
from assistant.question.quantities import Bound, Fit, Quantity, fit, quantities_in
from assistant.terms import normalise, stem

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,;:()–—?!]|\s-\s|\.(?=\s)")
_NOT = re.compile(r"\b(ca|wo|\w+)n't\b", re.I)
_CUT_SHORT = {"ca": "can", "wo": "will"}
_JOINED = (
    (re.compile(r"\bcannot\b", re.I), "can not"),
    (re.compile(r"\b(i|we|they|you)'(?:ve)\b", re.I), r"\1 have"),
    (re.compile(r"\b(i|we|they|you|it|he|she)'(?:ll)\b", re.I), r"\1 will"),
    (re.compile(r"\b(we|they|you)'re\b", re.I), r"\1 are"),
    (re.compile(r"\bi'm\b", re.I), "I am"),
    (re.compile(r"\b(it|there|that|what|who|he|she|here)'s\b", re.I), r"\1 is"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, amount or date; the same where `key` is. `clause` counts the marks that stand before it."""

    key: str
    clause: int
    value: Quantity | Day | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it is a number or a date of any kind."""
        return self.value is not None or any(character.isdigit() for character in self.key)

    def fits(self, given: "Token") -> bool:
        """Whether it says what the *given* one says: the same, rounded, or a date less exactly told.

        "Less than 8%" is true where less than 1% is given, and still another figure.
        """
        if isinstance(self.value, Quantity) and isinstance(given.value, Quantity):
            how = fit(self.value, given.value)
            is_same = how is Fit.SAME and self.value.number == given.value.number
            return is_same or how is Fit.ROUNDED
        if isinstance(self.value, Day) and isinstance(given.value, Day):
            return fit_of_days(self.value, given.value) is Fit.SAME
        return self.key == given.key


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and values of *text* in order; marks are none of them, but part the clauses."""
    plain = _spelt_out(text)
    found: list[Token] = []
    clause = at = 0
    for start, end, value in (*_values(plain), (len(plain), len(plain), None)):
        for match in _WORD.finditer(plain, at, start):
            if match.group()[0].isalnum():
                found.append(Token(stem(match.group()), clause))
            else:
                clause += 1
        if value is not None:
            found.append(Token(_key(value), clause, value))
        at = end
    return tuple(found)


def _spelt_out(text: str) -> str:
    plain = in_one_word(normalise(text))
    plain = _NOT.sub(lambda match: f"{_CUT_SHORT.get(match[1].lower(), match[1])} not", plain)
    for joined, apart in _JOINED:
        plain = joined.sub(apart, plain)
    return plain


def _values(plain: str) -> Iterator[tuple[int, int, Quantity | Day]]:
    """Dates and amounts in order, each with where it stands; none stands inside another."""
    found: list[tuple[int, int, Quantity | Day]] = [(day.start, day.end, day) for day in days_in(plain)]
    found += [(amount.start, amount.end, amount) for amount in quantities_in(plain)]
    at = 0
    for start, end, value in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= at:
            yield start, end, value
            at = end


def _key(value: Quantity | Day) -> str:
    if isinstance(value, Day):
        return f"{value.years.first}-{value.years.last}-{value.month}-{value.day}"
    bound = "" if value.bound is Bound.EXACT else f"{value.bound} "
    return f"{bound}{value.number.normalize():f}{value.unit}"
