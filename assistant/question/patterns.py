"""Long patterns written as what they are: several short ways of saying one thing."""

import re
from typing import Any, cast

ASKING_WORD = r"(?:who|whom|whose|what|when|where|which|how|why)\b"
# Words that a sentence has and a search of keywords has not.
GRAMMAR = re.compile(
    r"\b(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|may|must|should|the|an?)\b",
    re.IGNORECASE,
)


def any_of(*ways: str) -> re.Pattern[str]:
    """A pattern that finds any of *ways*, in capitals or not; of two at one place the earlier wins.

    It is compiled when it is first used: an ordinary question meets few of them, and all take a tenth of the
    time to its answer.
    """
    return cast("re.Pattern[str]", _WhenUsed("|".join(ways)))


class _WhenUsed:
    """A pattern that is compiled when something is first asked of it."""

    def __init__(self, ways: str) -> None:
        self._ways = ways

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a pattern has
        found = getattr(re.compile(self._ways, re.IGNORECASE), name)
        setattr(self, name, found)  # not asked for again
        return found


def whole(*phrases: str) -> str:
    """A way that is any of *phrases*, from the beginning of a word to the end of one."""
    return rf"\b(?:{'|'.join(phrases)})\b"
