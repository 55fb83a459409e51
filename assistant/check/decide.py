"""All findings about one claim → one verdict, with the pieces that decide it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Evidence, Scale
from assistant.check.claim import Claim
from assistant.check.counted import compare_count
from assistant.check.fact_box import compare_area
from assistant.check.finding import Finding, Ground
from assistant.check.record import compare_record
from assistant.check.rows import compare_row
from assistant.check.statement import compare
from assistant.question.documents_meant import dated, is_past
from assistant.question.quantities import Fit, fit, quantities_in
from assistant.terms import normalise
from assistant.types import PieceKind, Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, and the findings that it rests on, the deciding one first."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()


def findings_of(claim: Claim, evidence: Sequence[Evidence], scale: Scale) -> list[Finding]:
    """What each piece of *evidence* says to *claim*, as far as it decides anything, strongest first."""
    found = [finding for piece in evidence for finding in _of(claim, piece, scale) if finding]
    clear = [finding for finding in found if not _is_given_beside(claim, finding)]
    return sorted(_told_before_counted(clear), key=lambda finding: -finding.strength)


def _is_given_beside(claim: Claim, finding: Finding) -> bool:
    """True for a contradiction by what may be narrower, where the claimed sum stands in the same passage."""
    if finding.supports or not finding.is_narrowed:
        return False
    piece, passage = finding.evidence.piece, finding.evidence.passage
    rest = passage.text[: piece.start - passage.start] + passage.text[piece.end - passage.start :]
    given = quantities_in(normalise(rest))
    return any(fit(claimed, other) is Fit.SAME for claimed in claim.quantities for other in given)


def _told_before_counted(found: list[Finding]) -> list[Finding]:
    """Without the lists that were counted, where a sentence tells the number or several lists differ."""
    told = [finding for finding in found if finding.ground is not Ground.COUNTED]
    counted = [finding for finding in found if finding.ground is Ground.COUNTED]
    is_clear = not told and len({finding.given for finding in counted}) == 1
    return found if is_clear else told


def _of(claim: Claim, found: Evidence, scale: Scale) -> list[Finding | None]:
    if found.piece.kind is PieceKind.ROW:
        return [compare_row(claim, found)]
    return [
        compare(claim, found, scale),
        compare_count(claim, found, scale),
        compare_area(claim, found),
        compare_record(claim, found, scale),
    ]


def decide(claim: Claim, findings: Sequence[Finding], superseded: Mapping[str, str]) -> Decision:
    """The verdict on *claim*; `superseded` maps a document to the newer one that replaced it.

    What a document in force supports is supported. What only a replaced one supports is outdated, unless the
    claim itself speaks of that document or of its time.
    """
    supporting = [finding for finding in findings if finding.supports]
    contradicting = [finding for finding in findings if not finding.supports]
    current = [finding for finding in supporting if finding.evidence.document.info.id not in superseded]
    if current:
        return _against_newer(current[0], contradicting)
    if supporting:
        first = supporting[0]
        if claim.documents or is_past(claim.text) or claim.days:
            return _against_newer(first, contradicting)
        newer = [other for other in contradicting if _is_newer(other, first)]
        return Decision(Verdict.OUTDATED, (first, *newer[:1]))
    if contradicting:
        newest = max(
            contradicting, key=lambda finding: (dated(finding.evidence.document.info), finding.strength)
        )
        return Decision(Verdict.CONTRADICTED, (newest,))
    return Decision(Verdict.NOT_FOUND)


def _against_newer(first: Finding, contradicting: Sequence[Finding]) -> Decision:
    """Supported, unless the same document or a newer one says otherwise more clearly."""
    against = [
        other for other in contradicting if other.strength > first.strength and not _is_newer(first, other)
    ]
    if against:
        return Decision(Verdict.CONTRADICTED, (against[0],))
    return Decision(Verdict.SUPPORTED, (first,))


def _is_newer(one: Finding, other: Finding) -> bool:
    return dated(one.evidence.document.info) > dated(other.evidence.document.info)
