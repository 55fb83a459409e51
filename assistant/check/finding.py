"""A finding: what one piece of evidence says to a claim, and by which words."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer.evidence import Evidence


class Ground(StrEnum):
    """By what a piece of evidence decides a claim."""

    WORDS = "words"
    VALUE = "value"
    ROUNDED = "rounded"
    NAME = "name"
    NEGATION = "negation"
    EXTENT = "extent"
    DIRECTION = "direction"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece that supports a claim or contradicts it; `given` are its own words against those `claimed`.

    `strength` is the share of the claim's subject that the piece speaks of. `is_narrowed` is true where words
    beside the given value may make it the value of something narrower.
    """

    evidence: Evidence
    supports: bool
    ground: Ground
    strength: float
    given: str = ""
    claimed: str = ""
    is_narrowed: bool = False
