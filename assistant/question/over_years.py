"""Questions about a figure over all its years: when it is highest or lowest, whether it stays the same."""

from enum import StrEnum

from assistant.question.patterns import any_of
from assistant.terms import normalise, stem


class OverYears(StrEnum):
    """What is asked of a figure over the years."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    SAME = "same"
    CHANGES = "changes"


_MOST = r"(?:highest|largest|biggest|greatest|most|peak)"
_LEAST = r"(?:lowest|smallest|least|fewest)"
_YEAR = r"\b(?:which|what) (?:financial |tax )?years?\b"
_WHEN = r"^\W*(?:and |so |but )?when (?:is|was|are|were|will|does|did|do|has|have|had)\b"
_EACH_YEAR = r"(?:every|each|all|over|throughout|across|from|until|till|up to|between|in)\b.*(?:years?|\d)"
_LEVEL = r"(?:the same|unchanged|constant|flat|level|steady|stable|frozen)"
_STAYS = r"(?:stay|stays|stayed|remain|remains|remained|keep|keeps|kept|stand|stands|held|hold)"
_ASKED = (
    (OverYears.HIGHEST, any_of(rf"{_YEAR}.*\b{_MOST}\b", rf"{_WHEN}.*\b{_MOST}\b")),
    (OverYears.LOWEST, any_of(rf"{_YEAR}.*\b{_LEAST}\b", rf"{_WHEN}.*\b{_LEAST}\b")),
    (OverYears.SAME, any_of(rf"\b{_STAYS} (?:{_LEVEL}|still)\b", rf"\b{_LEVEL} {_EACH_YEAR}")),
    (OverYears.CHANGES, any_of(r"\b(?:change|changes|changed|vary|varies|varied) .*\byears?\b")),
)
_NAMES_A_FIGURE = any_of(r"[£$€%]|\b\d[\d,.]*\s?(?:m|million|k|per cent)\b")
# The stems of the words above, which are not those of the figure.
WORDS_OF_ASKING = frozenset(
    map(
        stem,
        "year years highest largest biggest greatest most peak lowest smallest least fewest same unchanged"
        " constant flat level steady stable frozen still stay remain keep stand hold change vary every each"
        " all over throughout across until".split(),
    )
)


def over_years(question: str) -> OverYears | None:
    """What *question* asks of a figure over its years; None where it asks nothing of the kind.

    "Is it over £5m every year?" names a figure to be held against, which is another question.
    """
    text = normalise(question)
    if _NAMES_A_FIGURE.search(text):
        return None
    return next((asked for asked, says in _ASKED if says.search(text)), None)
