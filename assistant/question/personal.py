"""Personal data in a question: noticed, left out before anything is looked up, and shown as left out.

Years, dates, figures and postcodes are no personal data here, nor is what the documents themselves print, nor
the number of a helpline.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """What may be personal, in the words in which a reader is told."""

    EMAIL = "e-mail address"
    INSURANCE = "National Insurance number"
    CARD = "card number"
    REFERENCE = "crime reference"
    PHONE = "phone number"


@dataclass(frozen=True, slots=True)
class Found:
    """Where in a text something personal stands."""

    kind: Personal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Noticed:
    """A question as it may be shown and kept, what is left of it to look up, and what was left out."""

    shown: str
    left: str
    kinds: tuple[Personal, ...] = ()


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# With spaces, or without its last letter, only in capitals: “by 12 34 56” is none.
_INSURANCE = re.compile(
    r"\b(?:(?i:[a-z]{2}\d{6}[a-d])"
    r"|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d\d){3}(?: ?[A-D])?)\b"
)
_CARD = re.compile(
    r"(?<![\w.,£-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5})(?![\w,-])"
)
_ISSUERS = ("4", "34", "37", "6", *map(str, range(51, 56)), *map(str, range(22, 28)))
_LABELLED = re.compile(
    r"\b(?:crime|incident|case|log|police|victim) (?:ref(?:erence)?\b(?: (?:number|no))?"
    r"|(?:number|no)\b)[.:#]*(?: (?:is|was))?[ :#]*(?P<reference>[A-Z]{0,5}[/-]?\d[\w/-]{3,})",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    r"\b(?:CR[NI]?[ /:-]?\d{6,}|[A-Z]{2,4}[-/]\d{6,8}[-/]\d{2,6}|\d{2}[A-Z]{0,4}/\d{5,7}/\d{2})\b"
)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:[/-]\d{2,4})?")
_LEAST_PHONE_DIGITS = 10
# The words that only lead to the datum ask nothing without it: "my e-mail is …, who is the chair?".
_LEADS = re.compile(
    r"\b(?:(?:this is )?(?:my|his|her|our|their)|the) (?:[a-z.-]+ ){0,2}(?:e-?mail|phone|mobile|telephone"
    r"|number|address|reference|ref|card)(?: (?:is|was)|:)?\s*$",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^\s*(?:[,.;:]+|(?:and|so)\b)?\s*")
_MARK = re.compile(rf"\[(?:{'|'.join(Personal)}) left out\]")


def notice(text: str, public: Collection[str] = ()) -> Noticed:
    """*text* without its personal data; of that, *public* values (as `public_values` gives them) may stay."""
    found = [each for each in _found(text) if _bare(text[each.start : each.end]) not in public]
    shown = left = text
    for each in reversed(found):
        shown = f"{shown[: each.start]}[{each.kind} left out]{shown[each.end :]}"
        left = f"{_LEADS.sub('', left[: each.start])} {_JOINS.sub('', left[each.end :])}"
    kinds = tuple(dict.fromkeys(each.kind for each in found))
    # A question that was shown may be asked again: what stands for the data asks nothing either.
    bare = _MARK.sub(" ", left)
    return Noticed(shown, left if bare == text else " ".join(bare.split()), kinds)


def public_values(text: str) -> frozenset[str]:
    """What is printed in *text* and looks personal: the contact details of a document are nobody's secret."""
    return frozenset(_bare(text[found.start : found.end]) for found in _found(text))


def _found(text: str) -> list[Found]:
    """All that is personal in *text*, in its order; where two kinds overlap, the first of `Personal`."""
    kept: list[Found] = []
    for each in (*_matches(text), *_phones(text)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda found: found.start)


def _matches(text: str) -> Iterator[Found]:
    yield from (Found(Personal.EMAIL, *match.span()) for match in _EMAIL.finditer(text))
    yield from (Found(Personal.INSURANCE, *match.span()) for match in _INSURANCE.finditer(text))
    yield from (Found(Personal.CARD, *m.span()) for m in _CARD.finditer(text) if _is_card(m.group()))
    for match in _LABELLED.finditer(text):
        if not _PERIOD.fullmatch(match["reference"]):
            yield Found(Personal.REFERENCE, *match.span("reference"))
    yield from (Found(Personal.REFERENCE, *match.span()) for match in _SHAPED.finditer(text))


def _phones(text: str) -> Iterator[Found]:
    if sum(map(str.isdigit, text)) < _LEAST_PHONE_DIGITS:
        return
    # Here, not above: few questions have so many digits, and the library takes its time to load.
    from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type

    of_nobody = {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.PREMIUM_RATE,
    }
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE):
        digits = re.sub(r"\D", "", match.raw_string)
        is_whole = len(digits) >= _LEAST_PHONE_DIGITS and match.raw_string.lstrip("(").startswith(("0", "+"))
        if is_whole and number_type(match.number) not in of_nobody:
            yield Found(Personal.PHONE, match.start, match.end)


def _is_card(text: str) -> bool:
    """True for a number of an issuer of cards whose check digit is right (Luhn)."""
    digits = re.sub(r"\D", "", text)
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return digits.startswith(_ISSUERS) and sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


def _bare(value: str) -> str:
    return re.sub(r"\W", "", value).lower()
