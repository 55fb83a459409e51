"""A claim about the size of the area, against a bare figure of it: "240 sq miles" in a box of facts."""

from assistant.answer.evidence import Evidence
from assistant.check.claim import Claim
from assistant.check.finding import Finding, Ground
from assistant.check.setting import is_of_the_time
from assistant.question.quantities import Fit, Quantity, fit, quantities_in
from assistant.terms import normalise, stem, stems, words

_AREA_UNIT = "square "
# What a unit of area says itself: that something covers an area of this size.
_SAID_BY_THE_UNIT = frozenset(
    map(stem, "area cover extend extent stretch size large big territory region district patch".split())
)
_STRENGTH = 0.8  # no word says what it is of, so a sentence that does goes before it


def compare_area(claim: Claim, found: Evidence) -> Finding | None:
    """What a bare area says to *claim*, which has to be about whom the document is of; else None."""
    given = _bare_area(found)
    if given is None or len(claim.values) != 1 or not claim.quantities:
        return None
    if claim.is_negated or claim.extent or claim.direction or not is_of_the_time(claim, found):
        return None
    info, claimed = found.document.info, claim.quantities[0]
    own = {*_SAID_BY_THE_UNIT, *stems(f"{info.title} {info.publisher} {info.author}")}
    for term in claim.subject:
        if own.isdisjoint({stem(term.word.removesuffix("'s")), *claim.query.meanings(term.stem)}):
            return None
    how = fit(claimed, given)
    if how is Fit.UNSURE:
        return None
    told = normalise(found.text)[given.start : given.end]
    ground = Ground.ROUNDED if how is Fit.ROUNDED else Ground.VALUE
    return Finding(found, how is not Fit.OTHER, ground, _STRENGTH, told, claim.words_of(claimed))


def _bare_area(found: Evidence) -> Quantity | None:
    """The area that is all that a piece says."""
    text = normalise(found.text)
    given = next(iter(quantities_in(text)), None)
    if given is None or not given.unit.startswith(_AREA_UNIT):
        return None
    return None if words(text[: given.start] + text[given.end :]) else given
