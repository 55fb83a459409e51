"""Long patterns written as what they are: several short ways of saying one thing."""

import re

ASKING_WORD = r"(?:who|whom|whose|what|when|where|which|how|why)\b"
# Words that a sentence has and a search of keywords has not.
GRAMMAR = re.compile(
    r"\b(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|may|must|should|the|an?)\b",
    re.IGNORECASE,
)


def any_of(*ways: str) -> re.Pattern[str]:
    """A pattern that finds any of *ways*, in capitals or not; of two at one place the earlier wins."""
    return re.compile("|".join(ways), re.IGNORECASE)


def whole(*phrases: str) -> str:
    """A way that is any of *phrases*, from the beginning of a word to the end of one."""
    return rf"\b(?:{'|'.join(phrases)})\b"
