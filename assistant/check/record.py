"""A claim about who somebody is, against a record of labels: "Contact Officer: …", "Job Title: …"."""

import re

from assistant.answer.evidence import Evidence, Scale
from assistant.check.claim import Claim
from assistant.check.finding import Finding, Ground
from assistant.check.given import fit_of_values
from assistant.check.names import names_in
from assistant.question.quantities import Fit
from assistant.terms import STOP_WORDS, normalise, stem, stems

_LABELLED = re.compile(r"\W*[A-Z][\w’'/ -]{1,40}: \S.*")
_GRAMMAR = frozenset(map(stem, STOP_WORDS))
_FEWEST = 2  # labels that make a record
_STRENGTH = 0.9


def compare_record(claim: Claim, found: Evidence, scale: Scale) -> Finding | None:
    """What the line of a record that names a person says to a *claim* about one; None for any other."""
    text = normalise(found.text)
    if len(claim.values) != 1 or len(claim.people) != 1 or claim.is_negated or not _LABELLED.fullmatch(text):
        return None
    if claim.documents - {found.document.info.id}:
        return None
    record = _record(found)
    people = [name for line in record for name in names_in(line, scale.vocabulary) if name.is_person]
    own = [name for name in names_in(text, scale.vocabulary) if name.is_person]
    if len(record) < _FEWEST or len(people) != 1 or len(own) != 1 or not _is_told(claim, record):
        return None
    (given,), (claimed,) = own, claim.people
    is_same = fit_of_values(claimed, given) is Fit.SAME
    told = text[given.start : given.end]
    return Finding(found, is_same, Ground.NAME, _STRENGTH, told, claim.words_of(claimed))


def _is_told(claim: Claim, record: list[str]) -> bool:
    """True where *claim* names a label or what stands beside one in full, and nothing beyond the record."""
    about = {term.stem for term in claim.subject}
    parts = [{*stems(part)} - _GRAMMAR for line in record for part in line.partition(": ")[::2]]
    return any(part and part <= about for part in parts) and about <= set().union(*parts)


def _record(found: Evidence) -> list[str]:
    """The labelled lines that stand together with *found* in its passage."""
    passage, text = found.passage, found.document.text
    lines = [normalise(text[piece.start : piece.end]).strip() for piece in passage.pieces]
    first = last = found.index
    while first and _LABELLED.fullmatch(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _LABELLED.fullmatch(lines[last + 1]):
        last += 1
    return lines[first : last + 1]
