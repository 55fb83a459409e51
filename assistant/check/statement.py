"""A claim against one sentence or list item: the same, the contrary, or not to be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Evidence, Scale
from assistant.answer.polarity import IS_SAID, NO_DENIAL, clauses, leans
from assistant.check.claim import Claim, Extent, direction_in, extent_of, is_negated
from assistant.check.coverage import Coverage, coverage_of
from assistant.check.finding import Finding, Ground
from assistant.check.given import Given, given_for
from assistant.check.names import Name
from assistant.check.setting import by_author, is_authors_own, is_done_by, is_of_the_time, names_the_year
from assistant.check.substitutes import contrary, contrary_word, names_missing, other_name, roots_of
from assistant.check.which_document import means_another
from assistant.question.direction import DIRECTION_WORDS
from assistant.question.patterns import any_of, whole
from assistant.question.quantities import Fit
from assistant.terms import normalise
from assistant.types import PieceKind

_ENOUGH = 0.70  # of the subject, beside a value that is the same …
_NEARLY_ALL = 0.80  # … and where there is no value, or the claim is denied
_OWN_YEAR, _STRANGER = 0.1, 0.05
_FEWEST_WORDS = 2
_CANNOT = re.compile(r"\b(?:cannot|can not|may not|(?:does|do) not|doesn't|don't)\b")
# Something that has happened: "have doubled", "was closed".
_IS_DONE = re.compile(r"\b(?:(?:has|have|had)(?: (?:been|already|also))*|was|were) \w+(?:ed|en)\b")
_TELLS = re.compile(r"\b(?:I|we) \w+ed\b")  # an item that tells what was done, as "I opened the gate" does
_IS_ONE_OF_SEVERAL = re.compile(r"\b(?:is|was) (?:an?|one of)\b")  # that another is one too denies nothing
_AND_NAME = re.compile(r" and [A-Z]")
_BOTH_AND = re.compile(r"\bboth\b(?=[^,;]{1,60}\band\b)", re.I)
_SENTENCE = re.compile(r"^(?:I|We) (?:have|had|am|are|was|were|\w+ed)\b.*\.$", re.DOTALL)
_STEADY = any_of(whole("stable", "unchanged", "steady", "constant", "stabilis(?:es?|ed|ing)"))
_NOT_A_FACT = any_of(
    whole("would", "should", "might", "could", "if", "unless", "hopes?", "intend", "want(?:s|ed)?"),
    whole(
        "propos(?:e|es|ed|al)",
        "campaign\\w*",
        "(?:plan|plans|planned|planning|aim|aims) to",
        "call(?:s|ed|ing)? for",
    ),
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A piece beside a claim: its normalised text, the clause that says most of the claim, its coverage."""

    claim: Claim
    found: Evidence
    text: str
    clause: str
    covered: Coverage

    @property
    def is_whole(self) -> bool:
        """Whether it speaks of all that the claim is about, and that is enough to be looked for."""
        return (
            len(self.claim.subject) >= _FEWEST_WORDS
            and self.covered.share >= _NEARLY_ALL
            and not self.covered.missing
        )

    def decides(self, supports: bool, ground: Ground, given: str = "", claimed: str = "") -> Finding:
        """The finding that this statement supports or contradicts the claim."""
        return Finding(self.found, supports, ground, self.covered.share, given, claimed)

    def decides_by(self, given: Given, supports: bool, ground: Ground) -> Finding:
        """The finding by one value: stronger where the year is named, weaker for words that narrow it."""
        own_year = _OWN_YEAR * names_the_year(self.claim, self.text)
        strength = self.covered.share + own_year - _STRANGER * given.strangers
        return Finding(
            self.found, supports, ground, strength, given.words, given.claimed, given.strangers > 0
        )


def compare(claim: Claim, found: Evidence, scale: Scale) -> Finding | None:
    """What the sentence or item *found* says to *claim*; None where it decides nothing."""
    text = normalise(found.text)
    if text.rstrip().endswith("?") or not claim.subject:
        return None
    if not is_of_the_time(claim, found) or not is_done_by(claim, found, scale):
        return None
    if means_another(claim, found, scale):
        return None
    said = _Statement(claim, found, text, _clause_of(claim, text), coverage_of(claim, found, scale))
    values = [
        given
        for value in claim.values
        if (given := given_for(claim, value, text, scale) or by_author(claim, value, found, scale))
        and not is_authors_own(claim, given, found, scale)
    ]
    if len(values) < len(claim.values):
        return _denial(said) if _is_of_its_year(claim, found) and not values else None
    if any(given.how is Fit.OTHER for given in values):
        return _by_other_value(said, values)
    if any(given.how is Fit.UNSURE for given in values):
        return None
    if names_missing(claim, said.covered) or contrary(claim, text):
        substitute = other_name(claim, found, text, said.covered, scale)
        return substitute or contrary_word(claim, found, text, said.covered)
    against = _denial(said)
    if against or _is_undecided(said):
        return against
    return _by_values(said, values) if values else _by_words(said)


def _leans(said: _Statement) -> bool:
    """True for words that hedge, wish, or speak of all where the claim does not; "both … and" does not."""
    return leans(_BOTH_AND.sub("", said.clause), said.claim.text)


def _is_of_its_year(claim: Claim, found: Evidence) -> bool:
    """True for a claim of one year, of which the document is: what it says of that may have no date."""
    year = found.document.info.date[:4]
    return len(claim.values) == len(claim.days) == 1 and year == claim.words_of(claim.days[0])


def _clause_of(claim: Claim, text: str) -> str:
    """The clause of *text* that has most of the claim's words."""
    roots = {term.stem for term in claim.subject}
    return max(clauses(text), key=lambda clause: len(roots & roots_of(clause)), default=text)


def _by_other_value(said: _Statement, values: Sequence[Given]) -> Finding | None:
    """A contradiction where a value in the same role is another one."""
    covered, claim = said.covered, said.claim
    if covered.share < _NEARLY_ALL or any(term.is_name for term in covered.missing):
        return None
    if any(_is_narrower(name, said) for name in claim.names):
        return None
    if claim.is_negated or is_negated(said.clause) or claim.extent is Extent.ONLY:
        return None
    same = {given.value for given in values if given.how is not Fit.OTHER}
    given = next(given for given in values if given.how is Fit.OTHER)
    if given.value in same:  # it is what another of the claimed values stands for
        return None
    if isinstance(given.value, Name) and _IS_ONE_OF_SEVERAL.search(claim.text):
        return None
    return said.decides_by(given, False, Ground.NAME if isinstance(given.value, Name) else Ground.VALUE)


def _is_narrower(name: Name, said: _Statement) -> bool:
    """True for a town that only a heading names: what the whole area has is not what the town has."""
    is_whole_name = not _AND_NAME.match(said.claim.text, name.end)
    return is_whole_name and len(name.stems) == 1 and name.stems <= said.covered.strange


def _by_values(said: _Statement, values: Sequence[Given]) -> Finding | None:
    """Support where every value is the same and all else is spoken of as a fact."""
    given = next((given for given in values if given.how is Fit.ROUNDED), values[0])
    clause = next((part for part in clauses(said.text) if given.words in part), said.clause)
    is_fact = not _NOT_A_FACT.search(clause) or _NOT_A_FACT.search(said.claim.text)
    if said.covered.missing or said.covered.share < _ENOUGH or not is_fact:
        return None
    return said.decides_by(given, True, Ground.ROUNDED if given.how is Fit.ROUNDED else Ground.VALUE)


def _by_words(said: _Statement) -> Finding | None:
    """Support where the piece says of its own all that the claim says; a caption says nothing."""
    # One in a paragraph of its own is told like any sentence.
    is_item = said.found.piece.kind is PieceKind.ITEM and not _SENTENCE.search(said.text)
    # An item is often an aim: "crime is reduced" among the outcomes does not say that it fell.
    is_done = said.claim.direction or _IS_DONE.search(said.claim.text)
    says = not is_done or _TELLS.search(said.text) if is_item else IS_SAID.search(said.text)
    if not said.is_whole or not says or _leans(said):
        return None
    return said.decides(True, Ground.WORDS)


def _denial(said: _Statement) -> Finding | None:
    """A contradiction by "not", by "all" against "only some", or by the other direction."""
    if not said.is_whole:
        return None
    if _excludes(said):
        claimed = said.claim.extent or ""
        return said.decides(False, Ground.EXTENT, extent_of(said.clause) or "", claimed)
    steady = _STEADY.search(said.clause) if said.claim.direction and not is_negated(said.clause) else None
    if steady:
        return said.decides(False, Ground.DIRECTION, steady.group())
    if _is_undecided(said, but_negation=True):
        return None
    if said.claim.direction and direction_in(said.clause) is not said.claim.direction:
        return said.decides(False, Ground.DIRECTION)
    return said.decides(False, Ground.NEGATION) if _denies(said) else None


def _is_undecided(said: _Statement, but_negation: bool = False) -> bool:
    """True where extent, direction or a "not" of the two do not go together."""
    claim, extent = said.claim, extent_of(said.clause)
    if claim.extent not in {None, extent} and not (claim.extent is Extent.SOME and extent is None):
        return True
    direction = direction_in(said.clause)
    if claim.direction and but_negation:
        return direction is None
    if claim.direction and direction is None and not roots_of(claim.text) & DIRECTION_WORDS:
        # "To reduce waste" says what is done; it is one of the words that are looked for.
        direction = direction_in(said.text)
    if claim.direction and direction is not claim.direction:
        return True
    return not but_negation and is_negated(said.clause) is not claim.is_negated


def _excludes(said: _Statement) -> bool:
    """True for "all" in the document where the claim says that it is only some, or none."""
    some = {Extent.NONE, Extent.SOME, Extent.ONLY}
    return said.claim.extent in some and extent_of(said.clause) is Extent.ALL


def _denies(said: _Statement) -> bool:
    """True where one of the two says "not" and the other plainly says that it is so."""
    claim, kind = said.claim, said.found.piece.kind
    if is_negated(said.clause) is claim.is_negated or claim.says_never or _leans(said):
        return False
    plain = kind is PieceKind.SENTENCE and IS_SAID.search(said.text) and not NO_DENIAL.search(said.clause)
    return bool(plain or (kind is PieceKind.ITEM and _CANNOT.search(claim.text)))
