"""A claim about how many there are, against a list whose items can be counted."""

from itertools import takewhile

from assistant.answer.evidence import Evidence, Scale
from assistant.answer.lists import ItemList, list_of
from assistant.check.claim import Claim
from assistant.check.coverage import coverage_of
from assistant.check.finding import Finding, Ground
from assistant.check.substitutes import NOT_WHOLE, names_missing
from assistant.question.quantities import COUNT, Bound, quantities_in
from assistant.terms import STOP_WORDS, normalise, stem, words
from assistant.types import PieceKind

_MUST_COVER, _MUST_COVER_HEADED = 0.85, 0.7


def compare_count(claim: Claim, found: Evidence, scale: Scale) -> Finding | None:
    """What the number of a list's items says to *claim*; None for what counts something else."""
    if len(claim.quantities) != 1 or claim.quantities[0].unit != COUNT or claim.people or claim.is_negated:
        return None
    claimed = claim.quantities[0]
    listed = list_of(found) if found.piece.kind is PieceKind.ITEM else None
    if listed is None or claimed.bound is not Bound.EXACT or claim.days:
        return None
    if claim.documents and found.document.info.id not in claim.documents:
        return None
    covered = coverage_of(claim, found, scale)
    enough = _MUST_COVER_HEADED if _is_headed(claim, listed) else _MUST_COVER
    if covered.missing or names_missing(claim, covered) or covered.share < enough:
        return None
    if not _names_items(claim, claimed.end, listed):
        return None
    number = len(listed.top_items) + listed.elsewhere
    is_same = number == claimed.number
    if not is_same and _is_open(listed):
        return None
    return Finding(found, is_same, Ground.COUNTED, covered.share, str(number), claim.words_of(claimed))


def _is_headed(claim: Claim, listed: ItemList) -> bool:
    """True where the heading right above the list says nothing that the claim does not: "Aims"."""
    heading = {stem(word) for word in words(" ".join(listed.passage.section[-1:]))}
    return listed.lead_in is None and heading <= {term.stem for term in claim.subject}


def _names_items(claim: Claim, end: int, listed: ItemList) -> bool:
    """Whether the words that introduce the list, or its heading's last, are what is counted."""
    # "Four aims in the plan" counts aims.
    after = takewhile(lambda word: word not in STOP_WORDS, words(claim.text[end:]))
    counted = [stem(word) for word in after][:3]
    heading = [stem(word) for word in words(" ".join(listed.passage.section[-1:]))]
    lead_in = listed.document.text[slice(*listed.lead_in)] if listed.lead_in else ""
    introduced = [stem(word) for word in words(lead_in)]
    return bool(counted) and (
        counted[-1] in heading[-1:] or any(root in introduced[-6:] for root in counted[-1:])
    )


def _is_open(listed: ItemList) -> bool:
    """True for a list that gives only examples, or whose lead-in gives a number itself."""
    lead_in = normalise(listed.document.text[slice(*listed.lead_in)]) if listed.lead_in else ""
    return bool(NOT_WHOLE.search(lead_in)) or any(given.unit == COUNT for given in quantities_in(lead_in))
