"""The one sentence that says why: fixed phrases around words that stand in the deciding quotes."""

from assistant.answer import wording
from assistant.check.claim import Claim
from assistant.check.decide import Decision
from assistant.check.finding import Finding, Ground
from assistant.question.direction import Direction
from assistant.types import DocumentInfo, PieceKind, Verdict

_SAYS_SO = "{source} says so."
_GIVES = "{source} gives {given}."
_ROUNDED = "{source} gives {given}, of which “{claimed}” is a rounding."
_LISTS = "{source} lists {given}."
_GIVES_OTHER = "{source} gives {given}, not {claimed}."
_LISTS_OTHER = "{source} lists {given}, not {claimed}."
_IS_NOT_SO = "{source} says that this is not so."
_IS_SO = "{source} says that it is so."
_SPEAKS_OF = "{source} speaks of “{given}”, not of “{claimed}”."
_OTHER_WAY = {
    Direction.UP: "{source} speaks of no rise, but of a fall.",
    Direction.DOWN: "{source} speaks of no fall, but of a rise.",
}
_OTHER_FIGURES = "{source} gives {given}: that is no {claimed}."
_IS_STEADY = "{source} says “{given}”: that is no {claimed}."
_WAYS = {Direction.UP: "rise", Direction.DOWN: "fall"}
_ONLY_OLDER = "Only {source} says so, and {newer} has since replaced it."
_NEWER_SAYS = "{source} says so, but {newer} gives {given}."
_NEWER_DENIES = "{source} says so, but {newer} says that it is not so."
NOT_FOUND = "I found nothing in the documents that says this or denies it."

_SUPPORTS = {Ground.VALUE: _GIVES, Ground.ROUNDED: _ROUNDED, Ground.COUNTED: _LISTS}
_DENIES = {
    Ground.VALUE: _GIVES_OTHER,
    Ground.NAME: _GIVES_OTHER,
    Ground.COUNTED: _LISTS_OTHER,
    Ground.EXTENT: _SPEAKS_OF,
}


def reason_for(claim: Claim, decision: Decision, newer: DocumentInfo | None) -> str:
    """One sentence that says why; *newer* is the document that replaced the deciding one, if any did."""
    if not decision.findings:
        return NOT_FOUND
    first, *others = decision.findings
    source = wording.source_of(first.evidence.document.info)
    if decision.verdict is Verdict.OUTDATED and newer:
        if others:
            other = wording.source_of(others[0].evidence.document.info)
            phrase = _NEWER_SAYS if others[0].given else _NEWER_DENIES
            return phrase.format(source=source, newer=other, given=others[0].given)
        return _ONLY_OLDER.format(source=source, newer=wording.source_of(newer))
    return _phrase(claim, first).format(source=source, given=first.given, claimed=_claimed(claim, first))


def _phrase(claim: Claim, first: Finding) -> str:
    if first.supports:
        return _SUPPORTS.get(first.ground, _GIVES if first.given else _SAYS_SO)
    if first.ground is Ground.DIRECTION and claim.direction:
        if first.evidence.piece.kind is PieceKind.ROW:
            return _OTHER_FIGURES
        return _IS_STEADY if first.given else _OTHER_WAY[claim.direction]
    if first.ground is Ground.NEGATION:
        return _IS_SO if claim.is_negated else _IS_NOT_SO
    return _DENIES[first.ground]


def _claimed(claim: Claim, first: Finding) -> str:
    if first.ground is Ground.DIRECTION and claim.direction:
        return _WAYS[claim.direction]
    # The words that begin a claim have a capital that they lose inside a sentence.
    begins = claim.text.startswith(first.claimed) and first.ground is not Ground.NAME
    return first.claimed[:1].lower() + first.claimed[1:] if begins else first.claimed
