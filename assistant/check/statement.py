"""A claim against one sentence or list item: the same, the contrary, or not to be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Evidence, Scale
from assistant.answer.polarity import IS_SAID, NO_DENIAL, clauses, leans
from assistant.check.claim import Claim, Extent, direction_in, extent_of, is_negated
from assistant.check.coverage import Coverage, coverage_of
from assistant.check.doubts import is_doubtful, is_of_a_namesake
from assistant.check.finding import Finding, Ground
from assistant.check.given import Given, counts_the_same, given_for
from assistant.check.names import Name
from assistant.check.setting import (
    by_author,
    by_pronoun,
    is_anothers,
    is_authors_own,
    is_done_by,
    is_of_a_newer_day,
    is_of_the_time,
    names_the_year,
)
from assistant.check.substitutes import contrary, contrary_word, names_missing, other_name, roots_of
from assistant.check.which_document import means_another
from assistant.check.word_order import says_it_of_another
from assistant.question.direction import DIRECTION_WORDS
from assistant.question.documents_meant import replaced_by_others
from assistant.question.patterns import any_of, whole
from assistant.question.quantities import COUNT, Fit, Quantity, quantities_in
from assistant.terms import normalise, stem
from assistant.types import PieceKind

_ENOUGH = 0.70  # of the subject, beside a value that is the same …
_NEARLY_ALL = 0.80  # … and where there is no value, or the claim is denied
_OWN_YEAR, _STRANGER = 0.1, 0.05
_FEWEST_WORDS = 2
_NEAR = 4  # words between "will" and what will be done
_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY = any_of(whole("predominantly", "mainly", "mostly", "largely"))
_AND_WHO = re.compile(r"\s+and\s+(?=(?:I|we|he|she|it|they)\s)")
_CANNOT = re.compile(r"\b(?:cannot|can not|may not|(?:does|do) not|doesn't|don't)\b")
# Something that has happened: "have doubled", "was closed", "has been set up".
_IS_DONE = re.compile(
    r"\b(?:(?:has|have|had)(?: (?:been|already|also|now))*|was|were)"
    r" (?P<verb>\w+(?:ed|en)|set|made|built|put|brought|cut|held|won)\b"
)
# … and what is still to come: nothing that is to be done is said to have been done.
_TO_COME = any_of(
    whole("will", "shall", "(?:going|looking|seek|seeks|seeking|due|hop(?:e|es|ing)) to", "to be"),
    whole("(?:plan|plans|planning|planned|intend|intends|intending|aim|aims|aiming|want|wants) to"),
    whole("in the process of", "(?:is|are|am) (?:being|working)", "(?:is|are|am) \\w+ing (?:a|an|the|to)"),
)
# "Reduce the harm", "to ensure that it falls": what is wanted denies nothing.
_AIM = any_of(
    r"^(?:to |we will |i will )?"
    r"(?:reduc|increas|improv|cut|lower|rais|tackl|prevent|minimis|grow|develop|deliver)\w*\b",
    r"\b(?:to (?:help )?(?:ensure|make sure)|ensuring|so|aim(?:s|ing)? (?:is )?to|in order to)\b",
)
_HAS_TO = any_of(whole("ha(?:s|ve|d) to", "must", "(?:is|are|was|were) (?:required|obliged|made) to"))
_IS_DUE = any_of(
    whole("ha(?:s|ve|d) to", "must", "shall", "will", "require[sd]?", "requiring", "obliged", "needs?")
)
_WHETHER = re.compile(r"\bwhether\b(?P<what>[^,;.]*)")
_BACKS = re.compile(r"\b(?:backs|favours|advocates)\b")
# An item that tells what was done, as "I opened the gate" does.
_TELLS = re.compile(r"\b(?:I|we)(?: have)?(?: (?:also|already))? \w+ed\b")
_IS_ONE_OF_SEVERAL = re.compile(r"\b(?:is|was) (?:an?|one of)\b")  # that another is one too denies nothing
# "For the last three years" is not how long something lasts.
_OF_LATE = any_of(whole("last", "past", "next", "coming"))
_AND_NAME = re.compile(r" and [A-Z]")
# "Both here and there" and "a day each week" do not speak of all.
_NOT_OF_ALL = any_of(
    r"\bboth\b(?=[^,;]{1,60}\band\b)", r"\b(?:each|every)(?= (?:day|week|month|quarter|year)\b)"
)
_EITHER_WAY = re.compile(r"\bwhether\b(?:(?! if ).)*\bor not\b", re.IGNORECASE)
# What is so of all things of a kind is so of those things.
_ALL_THINGS = re.compile(r"(?<!not )(?<!at )(?<!in )\ball (?:of )?(?:the |our |my )?(?=[a-z]+s\b)")
# Whoever may "veto my proposed fee" may veto a fee; who may "review my proposed choice" chooses nothing.
_PROPOSED = re.compile(r"\b(?:my|our|his|her|its|their|the|any) proposed\b", re.IGNORECASE)
_IS_NONE_OF = re.compile(r"\b(?:is|are) not (?:an?|one of|among) (?:the |our |my )?(?P<kind>[\w-]+)")
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
    scale: Scale

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
    if means_another(claim, found, scale) or is_of_a_namesake(claim, found, scale):
        return None
    covered = coverage_of(claim, found, scale)
    said = _Statement(claim, found, text, _clause_of(claim, text), covered, scale)
    values = [
        given
        for value in claim.values
        if (
            given := given_for(claim, value, text, scale, found.document.info.date[:4])
            or by_author(claim, value, found, scale)
            or by_pronoun(claim, value, found, scale)
        )
        and not is_authors_own(claim, given, found, scale)
        and not is_anothers(claim, given, found, scale)
    ]
    if len(values) < len(claim.values):
        return _denial(said) if _is_of_its_year(claim, found) and not values else None
    if any(given.how is Fit.OTHER for given in values):
        if is_of_a_newer_day(claim, found, scale):
            return None
        return _by_other_value(said, values)
    if any(given.how is Fit.UNSURE for given in values):
        return None
    if names_missing(claim, said.covered) or contrary(claim, text):
        return _by_another_word(said)
    against = _denial(said)
    if against or _is_undecided(said) or is_doubtful(claim, found, values, scale):
        return against
    return _by_values(said, values) if values else _by_words(said)


def _by_another_word(said: _Statement) -> Finding | None:
    """A contradiction where the same is said of another name, or by a word that excludes the claim's."""
    claim, found, text = said.claim, said.found, said.text
    other = other_name(claim, found, text, said.covered, said.scale)
    if other is None:
        return contrary_word(claim, found, text, said.covered)
    if _IS_ONE_OF_SEVERAL.search(claim.text):
        return None
    instead = dict.fromkeys(roots_of(other.claimed), roots_of(other.given))
    return None if says_it_of_another(claim, found, said.scale, instead) else other


def _leans(said: _Statement) -> bool:
    """True for words that hedge, wish, or speak of all where the claim does not."""
    # "Backs" is no word of wishing in general, and stands for "supports".
    told = _EITHER_WAY.sub("", _ALL_THINGS.sub("", _NOT_OF_ALL.sub("", said.clause)))
    proposed = _PROPOSED.search(told)
    if proposed and roots_of(told[: proposed.start()]) & {term.stem for term in said.claim.subject}:
        told = told[: proposed.start()] + told[proposed.end() :]
    return leans(told, _BACKS.sub("supports", said.claim.text))


def _is_of_its_year(claim: Claim, found: Evidence) -> bool:
    """True for a claim of one year, of which the document is: what it says of that may have no date."""
    year = found.document.info.date[:4]
    return len(claim.values) == len(claim.days) == 1 and year == claim.words_of(claim.days[0])


def _clause_of(claim: Claim, text: str) -> str:
    """The clause of *text* that has most of the claim's words."""
    roots = {term.stem for term in claim.subject}
    parts = (part for clause in clauses(text) for part in _AND_WHO.split(clause))
    return max(parts, key=lambda clause: len(roots & roots_of(clause)), default=text)


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
    # It is what another of the claimed values stands for, or a part of what is claimed.
    if given.value in same or _is_their_sum(said):
        return None
    if isinstance(given.value, Name) and _IS_ONE_OF_SEVERAL.search(claim.text):
        return None
    before = said.text[: said.text.find(given.words)].split()[-1:]
    if _OF_LATE.search("".join(before)) and not _OF_LATE.search(claim.text):
        return None
    return said.decides_by(given, False, Ground.NAME if isinstance(given.value, Name) else Ground.VALUE)


def _is_their_sum(said: _Statement) -> bool:
    """True where counts of the text come to the claimed one: "seven boats, three boats" are ten."""
    counts = [quantity for quantity in quantities_in(said.text) if quantity.unit == COUNT]
    for claimed in (quantity for quantity in said.claim.quantities if quantity.unit == COUNT):
        told = [other for other in counts if counts_the_same(said.claim, claimed, other, said.text)]
        if any(sum(part.number for part in parts) == claimed.number for parts in _runs(told)):
            return True
    return False


def _runs(told: Sequence[Quantity]) -> list[Sequence[Quantity]]:
    """Two or more numbers of a sentence that stand one after the other."""
    return [told[a:b] for a in range(len(told)) for b in range(a + 2, len(told) + 1)]


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
    if not said.claim.days and _is_yet_to_be(said):
        return None
    return said.decides_by(given, True, Ground.ROUNDED if given.how is Fit.ROUNDED else Ground.VALUE)


def _by_words(said: _Statement) -> Finding | None:
    """Support where the piece says of its own all that the claim says; a caption says nothing."""
    # One in a paragraph of its own is told like any sentence.
    is_item = said.found.piece.kind is PieceKind.ITEM and not _SENTENCE.search(said.text)
    # An item is often an aim: "crime is reduced" among the outcomes does not say that it fell.
    is_done = said.claim.direction or _IS_DONE.search(said.claim.text)
    says = not is_done or _TELLS.search(said.text) if is_item else IS_SAID.search(said.text)
    if not said.is_whole or not says or _leans(said) or _is_yet_to_be(said) or _is_whether_else(said):
        return None
    return said.decides(True, Ground.WORDS)


def _is_whether_else(said: _Statement) -> bool:
    """True where the claim says "whether or not" of something that the text does not say it of."""
    claimed, told = (_WHETHER.search(text) for text in (said.claim.text, said.text))
    if claimed is None:
        return False
    roots = roots_of(told["what"]) if told else set[str]()
    asked = {term.stem for term in said.claim.subject} & roots_of(claimed["what"])
    return bool(asked) and all(roots.isdisjoint(said.claim.query.meanings(root)) for root in asked)


def _is_yet_to_be(said: _Statement) -> bool:
    """True for "was done" against "will be done", and for "has to" against what nobody has to do."""
    claim = said.claim.text
    if _HAS_TO.search(claim) and not _IS_DUE.search(said.clause):
        return True
    done = _IS_DONE.search(claim)
    if done is None or _TO_COME.search(claim):
        return False
    root, text = stem(done["verb"].lower()), said.text
    at = next((word.start() for word in _WORD.finditer(text) if stem(word.group().lower()) == root), -1)
    # "They are trained and more will come" says that they are.
    return any(
        at < 0 or (end <= at and len(text[end:at].split()) <= _NEAR)
        for end in (match.end() for match in _TO_COME.finditer(text if at >= 0 else said.clause))
    )


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
        return None if _AIM.search(said.text) else said.decides(False, Ground.DIRECTION)
    is_denied = _denies(said) and not says_it_of_another(said.claim, said.found, said.scale)
    return said.decides(False, Ground.NEGATION) if is_denied else None


def _is_undecided(said: _Statement, but_negation: bool = False) -> bool:
    """True where extent, direction or a "not" of the two do not go together."""
    claim, extent = said.claim, extent_of(said.clause)
    if extent is None and claim.extent is Extent.MOST and _MOSTLY.search(said.clause):
        extent = Extent.MOST
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
    return bool(plain or (kind is PieceKind.ITEM and (_CANNOT.search(claim.text) or _is_one_of_them(said))))


def _is_one_of_them(said: _Statement) -> bool:
    """True for "is not an aim" where the words above a list that holds it, and still holds, call it aims."""
    match, found = _IS_NONE_OF.search(said.claim.text), said.found
    above = roots_of(" ".join((found.lead_in, *found.passage.section[-1:])))
    if match is None or above.isdisjoint(said.claim.query.meanings(stem(match["kind"]))):
        return False
    infos = (document.info for document in said.scale.documents.values())
    return found.document.info.id not in replaced_by_others(infos)
