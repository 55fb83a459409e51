"""Whether a piece of evidence is of the time that a claim speaks of, and of the same doer."""

import re

from assistant.answer.evidence import Evidence, Scale
from assistant.check.claim import Claim, Value
from assistant.check.clauses import subject_of
from assistant.check.given import Given
from assistant.check.names import Name
from assistant.check.substitutes import roots_of
from assistant.question.days import days_in, fit_of_days
from assistant.question.quantities import Fit, Quantity
from assistant.terms import normalise
from assistant.types import PieceKind

_OF_THE_PASSAGE = 0.6  # the year stands in the same passage, if not in the same sentence
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_RECEIVES = re.compile(r"\b(?:receive[sd]?|receiving|gets?|got|given|granted)\b")
_HE_FIRST = re.compile(r"[“\"'(]*(?:he|she|his|her)\b", re.I)
_THAT_I = re.compile(r"\s+(?:(?:which|that) )?(?:I|we)\b")
_WHO_ELSE = re.compile(rf"{_FIRST_PERSON.pattern}.*\b(?:who|which)\b")


def is_of_the_time(claim: Claim, found: Evidence) -> bool:
    """Whether the evidence speaks of the years for which a figure is claimed, and of the documents meant."""
    if claim.documents and found.document.info.id not in claim.documents:
        return False
    told = days_in(normalise(found.text))
    for day in claim.conditions:
        fits = [fit_of_days(day, other) for other in told]
        if Fit.SAME not in fits and (fits or found.period_fit < _OF_THE_PASSAGE):
            return False
    return True


def names_the_year(claim: Claim, text: str) -> bool:
    """True where *text* (normalised) itself names every year for which a figure is claimed."""
    told = days_in(text)
    return all(any(fit_of_days(day, other) is Fit.SAME for other in told) for day in claim.conditions)


def by_author(claim: Claim, value: Value, found: Evidence, scale: Scale) -> Given | None:
    """The person *value*, who speaks of himself in a document of his own: "I was elected"."""
    if not isinstance(value, Name) or not value.is_person:
        return None
    first = _FIRST_PERSON.search(normalise(found.text))
    if not first or not value.stems <= scale.context.around(found.passage).author:
        return None
    return Given(value, Fit.SAME, first.group(), claim.words_of(value), 0)


def by_pronoun(claim: Claim, value: Value, found: Evidence, scale: Scale) -> Given | None:
    """The person *value*, where the evidence, or what introduces it, begins with "he" or "she" for them."""
    if not isinstance(value, Name) or not _is_called_so(value, found, scale):
        return None
    return Given(value, Fit.SAME, "", claim.words_of(value), 0)


def _is_called_so(name: Name, found: Evidence, scale: Scale) -> bool:
    """True for the person that a piece, or the words that introduce it, calls he or she."""
    text, piece = found.document.text, found.piece
    begins = any(_HE_FIRST.match(text, start) for start in (piece.start, *(piece.lead_in or ())[:1]))
    introduces = scale.context.around(found.passage).pieces[found.index].introduces
    return begins and name.is_person and name.stems <= introduces


def is_of_a_newer_day(claim: Claim, found: Evidence, scale: Scale) -> bool:
    """True where the day that is claimed is that of a newer document: an older one tells of another event."""
    days = {f"{day.years.first}-{day.month:02}-{day.day:02}" for day in claim.days if day.day}
    own = found.document.info.date
    return any(other.info.date in days and other.info.date > own for other in scale.documents.values())


def is_authors_own(claim: Claim, given: Given, found: Evidence, scale: Scale) -> bool:
    """True for "the £9 that I pay", where the claim begins with somebody else than the author."""
    leading = claim.leading
    if leading is None or leading.stems & scale.context.around(found.passage).author:
        return False
    return isinstance(given.value, Quantity) and bool(_THAT_I.match(normalise(found.text), given.value.end))


def is_anothers(claim: Claim, given: Given, found: Evidence, scale: Scale) -> bool:
    """True for "the guild adds £9 to what I pay", where the claim begins with the author, who adds none."""
    author, text = scale.context.around(found.passage).author, normalise(found.text)
    leading = roots_of(" ".join(claim.text.split()[:2])) & author
    doer = subject_of(" ".join(text.split()))
    if not leading or leading & roots_of(text) or not doer or _RECEIVES.search(claim.text):
        return False
    is_sum = isinstance(given.value, Quantity) and not _THAT_I.match(text, given.value.end)
    return is_sum and not _FIRST_PERSON.search(doer) and not roots_of(doer) & author


def _is_said_of_another(claim: Claim, text: str) -> bool:
    """True for "I met the friends, who pay": most of the claim is said of those that "who" stands for."""
    other = _WHO_ELSE.search(text)
    if other is None:
        return False
    asked = {term.stem for term in claim.subject}
    return 2 * len(asked & roots_of(text[: other.end()])) < len(asked & roots_of(text))


def is_done_by(claim: Claim, found: Evidence, scale: Scale) -> bool:
    """Whether who the claim begins with is who does it.

    "As well as paying the mayor, my role involves:" is no list of what the mayor does, and "I met the
    friends, who pay for it" does not say that I pay.
    """
    leading = claim.leading
    if leading is None:
        return True
    around = scale.context.around(found.passage)
    piece, own = found.piece, around.pieces[found.index].own
    if piece.kind is not PieceKind.ITEM or piece.lead_in is None:
        is_author = not leading.stems & own and bool(leading.stems & around.author)
        return not (is_author and _is_said_of_another(claim, normalise(found.text)))
    last = re.split(r",\s", normalise(found.document.text[slice(*piece.lead_in)]))[-1]
    if leading.stems & (roots_of(last) | own | around.heading) or _is_called_so(leading, found, scale):
        return True
    return bool(_FIRST_PERSON.search(last) and leading.stems & around.author)
