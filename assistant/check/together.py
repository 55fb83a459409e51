"""The verdicts on the statements of one sentence become the verdict on the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Check, Verdict

_OF_PART = "“{part}”: {reason}"
# One statement that is wrong makes the sentence wrong; it is supported only where all of it is.
_GRAVEST_FIRST = (Verdict.CONTRADICTED, Verdict.NOT_FOUND, Verdict.OUTDATED, Verdict.SUPPORTED)


def together(checks: Sequence[Check]) -> Check | None:
    """The gravest of the verdicts, with what is said of each statement; None where none of them is found."""
    if all(check.verdict is Verdict.NOT_FOUND for check in checks):
        return None
    gravest = min(checks, key=lambda check: _GRAVEST_FIRST.index(check.verdict))
    # What decides comes first.
    ordered = sorted(checks, key=lambda check: check.verdict is not gravest.verdict)
    reasons = [_OF_PART.format(part=check.claim, reason=check.reason) for check in ordered]
    citations = [citation for check in ordered for citation in check.citations]
    numbered = tuple(replace(citation, marker=number) for number, citation in enumerate(citations, 1))
    return replace(gravest, reason=" ".join(reasons), citations=numbered)
