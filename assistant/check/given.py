"""The value that a sentence gives in the role of a claimed one, and how the two stand to each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.answer.evidence import Scale
from assistant.check.claim import Claim, Value
from assistant.check.names import Name, names_in
from assistant.check.roles import OTHER_SIDE, Role, agreement, role_of
from assistant.question.days import Day, days_in, fit_of_days
from assistant.question.lexicon import synonyms
from assistant.question.quantities import COUNT, MONEY, SHARE, Fit, Quantity, fit, quantities_in
from assistant.terms import FRAME_WORDS, STOP_WORDS, content_words, stem, words

_IN_ROLE = 0.1  # a value near which no word of the claim stands is another's
_CLEARLY = 1.1  # how much better one role must agree than the next
_COUNTED_WITHIN = 5
# One word more may not matter ("88 regular meetings"), but nothing is denied by what may be narrower.
_MOST_NARROWED = {Fit.SAME: 1, Fit.ROUNDED: 1, Fit.OTHER: 0, Fit.UNSURE: 0}
_BESIDE = 0.5  # as near as the next word but one
_PART = r"(?:other|others|remaining|last|first|next|further|additional|extra|more|new|another)"
_PART_BEFORE, _PART_AFTER = re.compile(rf"\b{_PART}\s+$", re.I), re.compile(rf"^\s+{_PART}\b", re.I)
_ARE_ADDED = re.compile(r"\b(?:added|introduced|joined)\b", re.I)
_AFTERWARDS = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+(?:thereafter|afterwards|after that)\b", re.I)
_TO = re.compile(r"\s*(?:to|until|till|and|-|–)\s*", re.I)
_CHANGE = r"(?:increase|rise|growth|decrease|reduction|cut|fall|drop)"
_CHANGE_BEFORE = re.compile(rf"\b{_CHANGE} (?:of|by) $", re.I)
_CHANGE_AFTER = re.compile(rf"(?:\s+[\w-]+){{0,3}}?\s+{_CHANGE}\b", re.I)
# "Two of the board's members are growers" counts growers.
_WHO_ARE = re.compile(r"^\s+of (?:the |its |their |our )?[\w' -]{3,40}? (?:are|were) ")
# "A third of those who swim" is a third of the swimmers.
_WHO_DO = re.compile(
    r"^\s+(?:of )?(?:all )?(?:people|those|persons|individuals) (?:who|that) (?:have |had )?", re.I
)
_OF_SUCH = re.compile(r"\s+from\b")  # "seven from here": of what was named before
_OF_THESE = re.compile(r"^(?:\s*(?:of|all|the|these|those|its|their|our|my|a|an))+\b", re.I)


@dataclass(frozen=True, slots=True)
class Given:
    """A value of the evidence, and how the claimed one stands to it.

    `strangers` counts the words right beside it that the claim does not say: they may narrow what it is of.
    """

    value: Value
    how: Fit
    words: str
    claimed: str
    strangers: int


def given_for(claim: Claim, value: Value, text: str, scale: Scale, year: str) -> Given | None:
    """The value of *text* in the role of the claimed one; None where none is, or it is not clear which.

    The *year* of the document narrows nothing: what it gives for that, it gives as what is.
    """
    in_order = _in_order(claim, value, text)
    if in_order:
        day, how = in_order
        return Given(day, how, text[day.start : day.end], claim.words_of(value), 0)
    ranked = _ranked(claim, value, text, scale)
    if not ranked or ranked[0][0] < _IN_ROLE:
        return _only_day(claim, value, text)
    best, chosen, role = ranked[0]
    how = fit_of_values(value, chosen)
    rivals = [other for agrees, other, _ in ranked[1:] if agrees * _CLEARLY > best]
    if any(fit_of_values(value, other) is not how for other in rivals) or _is_shared(claim, chosen, text):
        return None
    known = {*map(stem, words(claim.text)), *_meanings(claim)}
    beside = {root for (_, root), near in role.items() if near >= _BESIDE}
    strangers = len(beside - known - _ways_to_write(year))
    if is_count(chosen) and _narrowed(claim, chosen, text) > _MOST_NARROWED[how]:
        return None
    said = text[chosen.start : chosen.end].strip()
    return Given(chosen, how, said, claim.words_of(value), strangers)


def is_count(value: Value) -> bool:
    """Whether *value* is a number of things, and no sum, share or measure."""
    return isinstance(value, Quantity) and value.unit == COUNT


def _ways_to_write(year: str) -> set[str]:
    """The numbers that "2018", "2018/19" and "2018-2019" are written with."""
    following = str(int(year) + 1) if year.isdigit() else ""
    return {year, following, following[-2:]}


def _only_day(claim: Claim, value: Value, text: str) -> Given | None:
    """The one date of *text*, where it is the one date of the claim: it has no other role to stand in."""
    told = days_in(text)
    if not isinstance(value, Day) or len(told) != 1 or len(claim.days) != 1:
        return None
    if fit_of_days(value, told[0]) is not Fit.SAME:
        return None
    return Given(told[0], Fit.SAME, text[told[0].start : told[0].end], claim.words_of(value), 0)


def _narrowed(claim: Claim, given: Value, text: str) -> int:
    """How many words stand between a count and what the claim counts ("two *independent* members")."""
    known = {*map(stem, words(claim.text)), *_meanings(claim)}
    return len([*takewhile(lambda root: root not in known, _counted(text, given))])


def _own_role(text: str, value: Value, barriers: Sequence[tuple[int, int]]) -> Role:
    """The role of a value; that of a count is what it counts, or the first of a list would have them all."""
    role = role_of(text, value.start, value.end, barriers)
    after = {key: near for key, near in role.items() if key[0] == "right"}
    return after if is_count(value) and after else role


def _in_order(claim: Claim, value: Value, text: str) -> tuple[Day, Fit] | None:
    """The date for *value*, and how it fits, where *text* tells as many as are claimed, two or more.

    One of them at least has to be the same in its place: "from March to May" against "from March to June".
    """
    told = days_in(text)
    if not isinstance(value, Day) or len(claim.days) < 2 or len(told) != len(claim.days):
        return None
    by_kind = _of_different_kinds(claim.days) and _of_different_kinds(told)
    days, told = (tuple(sorted(each, key=_kind)) if by_kind else each for each in (claim.days, told))
    pairs = [(claimed, given, fit_of_days(claimed, given)) for claimed, given in zip(days, told, strict=True)]
    if {Fit.SAME} == {how for _, _, how in pairs} or _differ_once(claim, pairs, text):
        return next((given, how) for claimed, given, how in pairs if claimed is value)
    return None


def _kind(day: Day) -> tuple[bool, bool, bool]:
    """How a time is told: to the day, by its month, by a run of years."""
    return bool(day.day), bool(day.month), day.years.first != day.years.last


def _of_different_kinds(days: Sequence[Day]) -> bool:
    """True for "on 3 May 2014 … for 2014-2017": none stands for another, in whatever order they come."""
    return len({_kind(day) for day in days}) == len(days)


def _differ_once(claim: Claim, pairs: Sequence[tuple[Day, Day, Fit]], text: str) -> bool:
    """True for the two ends of one time, of which one is the same and the other is not."""
    if sorted(how for _, _, how in pairs) != [Fit.OTHER, Fit.SAME]:
        return False
    (claimed_from, given_from, _), (claimed_to, given_to, _) = pairs
    between = claim.text[claimed_from.end : claimed_to.start], text[given_from.end : given_to.start]
    return all(_TO.fullmatch(words_between) for words_between in between)


def _ranked(claim: Claim, value: Value, text: str, scale: Scale) -> list[tuple[float, Value, Role]]:
    """The values of *text* that may be meant, with how well their roles agree, the best first."""
    comparable = [
        other for other in _values_like(value, text, scale) if counts_the_same(claim, value, other, text)
    ]
    comparable = _of_the_year(claim, comparable, text)
    barriers = [(other.start, other.end) for other in comparable]
    others = [(o.start, o.end) for o in claim.values if o is not value and type(o) is type(value)]
    claimed = _own_role(claim.text, value, others)
    # "The mayor, Ann Lee" and "Ann Lee, the mayor" name the same person.
    other_side = 1.0 if isinstance(value, Name) else OTHER_SIDE
    roles = [(other, _own_role(text, other, barriers)) for other in comparable]
    agreeing = [
        (agreement(claimed, role, claim.query.meanings, other_side), other, role) for other, role in roles
    ]
    return sorted(agreeing, key=lambda entry: -entry[0])


def _of_the_year(claim: Claim, values: list[Value], text: str) -> list[Value]:
    """Of several values those whose own year is claimed: "31 in 2021 and 38 in 2022" gives 38 for 2022."""
    told = days_in(text)
    if claim.conditions and not _AFTERWARDS.search(claim.text):
        values = [value for value in values if not _AFTERWARDS.match(text, value.end)]
    if len(values) < 2 or len(told) < 2 or not claim.conditions:
        return values

    def own_year(value: Value) -> Day:
        apart = {day: max(day.start - value.end, value.start - day.end) for day in told}
        return min(told, key=lambda day: (apart[day], day.start < value.start))

    return [
        value
        for value in values
        if any(fit_of_days(day, own_year(value)) is Fit.SAME for day in claim.conditions)
    ]


def _values_like(value: Value, text: str, scale: Scale) -> Sequence[Value]:
    if isinstance(value, Quantity):
        return [other for other in quantities_in(text) if value.is_comparable(other)]
    if isinstance(value, Day):
        told = days_in(text)
        # "On 3 March 2014 they met on the plan for 2014-2017": a day is held against a day.
        return [day for day in told if bool(day.day) >= bool(value.day)] or told
    return [name for name in names_in(text, scale.vocabulary) if name.is_person]


def fit_of_values(claimed: Value, given: Value) -> Fit:
    """How a claimed number, date or person stands to a given one; unsure for two of different kinds."""
    if isinstance(claimed, Quantity) and isinstance(given, Quantity):
        return fit(claimed, given)
    if isinstance(claimed, Day) and isinstance(given, Day):
        return fit_of_days(claimed, given)
    if isinstance(claimed, Name) and isinstance(given, Name):
        return Fit.SAME if claimed.stems <= given.stems or given.stems <= claimed.stems else Fit.OTHER
    return Fit.UNSURE


def counts_the_same(claim: Claim, value: Value, other: Value, text: str) -> bool:
    """Whether two numbers without a unit count the same things, and two shares are of the same thing."""
    if not isinstance(value, Quantity):
        return True
    if _is_a_change(text, other) and not (claim.direction or _is_a_change(claim.text, value)):
        return False
    if value.unit not in {COUNT, SHARE}:
        return True
    claimed, given = _counted(claim.text, value), _counted(text, other)
    if value.unit == COUNT and _OF_SUCH.match(claim.text, value.end):
        return True
    if _is_of_a_part(text, other) and not (_is_of_a_part(claim.text, value) or _ARE_ADDED.search(claim.text)):
        return False
    if value.unit == SHARE:
        # "Fallen to 25%" tells no share of any people.
        if _WHO_DO.match(text[other.end :]) and not words(claim.text[value.end :]):
            return False
        claimed, given = claimed[:1], given[:2]
    return any({root, *synonyms().get(root, ())} & set(given) for root in claimed)


def _is_of_a_part(text: str, value: Value) -> bool:
    """True for "the other three doors" and "three more doors", which do not say how many there are."""
    return bool(_PART_BEFORE.search(text[: value.start]) or _PART_AFTER.match(text[value.end :]))


def _is_a_change(text: str, value: Value) -> bool:
    """True for "a £5 increase", which does not say how much something is."""
    return bool(_CHANGE_BEFORE.search(text[: value.start]) or _CHANGE_AFTER.match(text, value.end))


def _counted(text: str, value: Value) -> list[str]:
    """The stems of what a number counts: of the words after it, or else of those before ("members: 12")."""
    told = _WHO_DO.sub(" ", _WHO_ARE.sub(" ", text[value.end :]))
    after = words(_OF_THESE.sub("", re.split(r"[.;:,(](?:\s|$)?", told)[0]))
    counted = [*takewhile(lambda word: word not in STOP_WORDS, after)][:_COUNTED_WITHIN]
    said = [stem(word) for word in counted if word not in FRAME_WORDS]
    return said or _said(text[: value.start])[-_COUNTED_WITHIN:]


def _said(text: str) -> list[str]:
    return [stem(word) for word in content_words(text)]


def _is_shared(claim: Claim, given: Value, text: str) -> bool:
    """True for a sum for two things, of which the claim names only the second ("£5 for tea and cake")."""
    if not isinstance(given, Quantity) or given.unit != MONEY:
        return False
    said, after = _meanings(claim), words(text[given.end :])
    before = [*takewhile(lambda word: stem(word) not in said, after)]
    if len(before) == len(after) or "and" not in before:
        return False
    first = before[: len(before) - before[::-1].index("and") - 1]
    return any(word not in STOP_WORDS | FRAME_WORDS for word in first)


def _meanings(claim: Claim) -> set[str]:
    return {root for term in claim.subject for root in claim.query.meanings(term.stem)}
