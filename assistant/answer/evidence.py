"""Evidence: every quotable piece of the retrieved passages, weighed for one question.

A piece is credited for each word of the question by where the word stands: in the piece, in what introduces
it (lead-in, header, caption), in the headings above, in the sentences beside it, or in the document's title.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from assistant.answer.context import Context, PassageWords
from assistant.answer.signs import WEIGHTS, WEIGHTS_READ, Signs
from assistant.question.kinds import Kind, heads, is_explicit
from assistant.question.patterns import any_of
from assistant.question.periods import Period, periods_in
from assistant.question.query import Query, Term
from assistant.question.signs_of_kind import counts, fits, gives_way
from assistant.question.vocabulary import Vocabulary
from assistant.terms import stem
from assistant.types import Document, Passage, Piece, PieceKind

# Credit for a word of the question by where it stands, and when only a word of like meaning stands there.
OWN = 1.0
_INTRODUCES, _HEADING, _OUTER, _BESIDE, _PASSAGE, _TITLE = 0.9, 0.75, 0.5, 0.4, 0.3, 0.45
_BEFORE_PRONOUN = 0.85
_AUTHOR = 0.85
_EARLIER = 0.55
_LEANS = 0.85
_SHORT_HEADING = 4
ASKED_NOW = 0.5  # the weight of words that this turn itself asks about
FOUND = 0.25  # a word with less credit than this is not spoken of
SAID_NEAR = 0.55  # and one with as much stands in the piece, in what introduces it, or a little before
_RIVALS = 6
NEWER_WITHIN = 0.15
_NEWER_LACKS = 0.05
_CONTACT_WITHIN, _CONTACT_LACKS = 0.4, 0.25
_CLEARLY = 0.6  # credit from which a word counts as the piece's own
_LEANING = 2.5  # "why?" asks about the passage that was just quoted
_FEWEST_WORDS = 5
# How words end that say what somebody does: "The board may:", "My work involves:".
_DOES = any_of(r"\b(?:to|may|can|could|will|must|shall|should|involves?|includes?|responsible for)\s*:$")
# What a word means, told in brackets after it; a short form has one word, and what is counted has figures.
_IN_BRACKETS = re.compile(r"\b(?P<thing>[^\W\d_]+) \((?=[^)]* )(?=[^)]*\b[a-z]{3})[^)\d]+\)")
_SHOWING_WITHIN = 0.5
SHOWN = 0.5  # a piece that fits less than this does not show the kind of answer asked for
MUST_SHOW = frozenset(
    {
        Kind.AMOUNT,
        Kind.COUNT,
        Kind.PERCENT,
        Kind.DURATION,
        Kind.FREQUENCY,
        Kind.DATE,
        Kind.CONTACT,
        Kind.PERSON,
        Kind.LAW,
    }
)
_OTHER_WAY = 0.6  # a phone number for who wants to write a letter
_STRAY_NUMBER = 0.3  # a number that counts something else
_NAMES_A_THING = frozenset({Kind.DEFINITION, Kind.OTHER})
_EXPLAINED = _NAMES_A_THING | {Kind.AMOUNT}  # "what is the levy?" may want no sum
_NAMED = 0.4  # a name with less credit than this is not spoken of here


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quotable piece with its weight for a question and what the weight is made of.

    `coverage` is the share of the question's words that is found in or around it, weighted by how rare they
    are; `gap` is the share of the weightiest word that is found nowhere. `signs` make `score`; where the
    reader has judged the piece (`is_read`), its verdict is among them. `of_another` is true where the piece
    calls somebody he or she who is not the person asked about, `decides` where it bears out or denies what a
    yes-or-no question asks.
    """

    document: Document
    passage: Passage
    index: int
    score: float
    coverage: float
    gap: float
    cosine: float
    kind_fit: float
    period_fit: float
    credits: tuple[float, ...]
    signs: Signs
    is_read: bool = False
    of_another: bool = False
    decides: bool = False

    @property
    def piece(self) -> Piece:
        """The piece itself."""
        return self.passage.pieces[self.index]

    @property
    def text(self) -> str:
        """The words of the piece, as stored."""
        return self.document.text[self.piece.start : self.piece.end]

    @property
    def lead_in(self) -> str:
        """The words right above the list that the piece is an item of; else the empty string."""
        return self.document.text[slice(*self.piece.lead_in)] if self.piece.lead_in else ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A retrieved passage with its fused score (from 0 to 1) and its own cosine."""

    passage: Passage
    rank: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What weighing needs to know about the corpus."""

    documents: Mapping[str, Document]
    vocabulary: Vocabulary
    context: Context
    recency: Mapping[str, float]
    weights: Signs = WEIGHTS
    weights_read: Signs = WEIGHTS_READ


def weigh(
    query: Query, candidates: Iterable[Candidate], cosines: Mapping[tuple[str, int], float], scale: Scale
) -> list[Evidence]:
    """All pieces of the candidates, heaviest first; `cosines` are by passage id and piece index."""
    terms = subject_terms(query)
    rarity = rarity_of(terms, scale)
    found = [
        _weighed(query, terms, rarity, candidate, index, near, scale)
        for candidate in candidates
        for index, near in enumerate(_near(candidate.passage, cosines, scale))
    ]
    return showing_first(query, sorted(found, key=lambda evidence: -evidence.score))


@dataclass(frozen=True, slots=True)
class _Near:
    """Cosines of a piece, of the piece after it, and of the nearest piece of its passage."""

    own: float
    after: float
    best: float


def _near(passage: Passage, cosines: Mapping[tuple[str, int], float], scale: Scale) -> list[_Near]:
    """The cosines of every piece; one that leans on the one before ("It was …") has a share in its cosine."""
    plain = [cosines.get((passage.id, index), 0.0) for index in range(len(passage.pieces))]
    before = scale.context.before(passage)
    last = cosines.get((before.id, len(before.pieces) - 1), 0.0) if before else 0.0
    around = scale.context.around(passage).pieces
    own = [
        max(cosine, _LEANS * previous) if words.begins_with_pronoun else cosine
        for cosine, previous, words in zip(plain, [last, *plain], around, strict=False)
    ]
    best = max(plain, default=0.0)
    return [_Near(cosine, after, best) for cosine, after in zip(own, [*plain[1:], 0.0], strict=True)]


def showing_first(query: Query, evidence: list[Evidence]) -> list[Evidence]:
    """Evidence of the kind asked for goes before all that is not, where some of it is near enough."""
    if not evidence or query.kind not in MUST_SHOW or not is_explicit(query.kind, query.text):
        return evidence
    showing = [found for found in evidence if found.kind_fit >= SHOWN]
    if not showing or showing[0].score < evidence[0].score - _SHOWING_WITHIN:
        return evidence
    return showing + [found for found in evidence if found.kind_fit < SHOWN]


def newer_first(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where no time was asked about, a newer document's piece that weighs nearly as much goes first.

    A follow-up stays with what it leans on.
    """
    if not evidence or query.named_documents or query.timely_documents:
        return list(evidence)
    best = evidence[0]
    if query.is_follow_up and (query.leans_fully or best.passage.id in query.focus):
        return list(evidence)
    # Contact details go out of date, whatever else is said of them.
    is_contact = query.kind is Kind.CONTACT
    within, lacks = (_CONTACT_WITHIN, _CONTACT_LACKS) if is_contact else (NEWER_WITHIN, _NEWER_LACKS)
    rivals = [
        found
        for found in evidence[:_RIVALS]
        if found.document.info.date > best.document.info.date
        and found.score >= best.score - within
        and found.kind_fit >= best.kind_fit
        and (found.coverage >= best.coverage - lacks or found.signs.titled == 1)
    ]
    newest = max(rivals, key=lambda found: found.document.info.date, default=None)
    return put_first(newest, evidence)


def put_first(first: Evidence | None, evidence: Sequence[Evidence]) -> list[Evidence]:
    """*evidence* with one of its pieces moved to the front; as it is where there is none to move."""
    return [first, *(found for found in evidence if found is not first)] if first else list(evidence)


def subject_terms(query: Query) -> list[Term]:
    """The words that evidence should hold; years are weighed apart, as periods."""
    years = {year for period in query.periods for year in (period.first, period.last, period.last % 100)}
    return [term for term in query.terms if not (term.stem.isdigit() and int(term.stem) in years)]


def credited(query: Query, found: Evidence) -> list[tuple[Term, float]]:
    """The words that evidence should hold, each with the credit that *found* gives it."""
    return list(zip(subject_terms(query), found.credits, strict=True))


def rarity_of(terms: Iterable[Term], scale: Scale) -> list[float]:
    """How much finding each of *terms* says: its own weight, times how rare it is in the corpus."""
    return [term.weight * scale.vocabulary.idf(term.stem) for term in terms]


def _weighed(
    query: Query,
    terms: list[Term],
    rarity: list[float],
    candidate: Candidate,
    index: int,
    near: "_Near",
    scale: Scale,
) -> Evidence:
    passage = candidate.passage
    document = scale.documents[passage.document]
    around = scale.context.around(passage)
    title = _title_of(query, around, index)
    # The heading "My aims" also names "the mayor's aims", where the mayor wrote it.
    titled = len(title) / len(title | (frozenset(query.asked_for) - around.author)) if title else 0.0
    # A heading that names the very thing says it of all that stands below.
    credits = tuple(
        OWN if titled == 1 and term.stem in title else credit(term, around, index) for term in terms
    )
    whole = sum(rarity) or 1.0
    coverage = sum(map(mul, rarity, credits)) / whole
    own = sum(rare * given for rare, given in zip(rarity, credits, strict=True) if given >= _CLEARLY) / whole
    piece = passage.pieces[index]
    text = document.text[piece.start : piece.end].rstrip()
    is_headed = heads(query.kind, around.heading_words, [term.stem for term in query.terms])
    shown = titled == 1 or is_headed or names_who_does(query, piece, document)
    kind_fit = 1.0 if shown else _kind_fit(query, passage, piece, text)
    period_fit = _period_fit(query, around, index, document)
    signs = Signs(
        coverage=coverage,
        own_coverage=own,
        cosine=near.own,
        next_cosine=near.after,
        best_cosine=near.best,
        passage_cosine=candidate.cosine,
        rank=candidate.rank,
        kind=kind_fit,
        period=period_fit if query.periods else 0.0,
        timely=passage.document in query.timely_documents,
        recency=0.0 if query.timely_documents else scale.recency[passage.document],
        focus=(passage.id in query.focus) * (_LEANING if query.leans_fully else 1.0),
        avoid=passage.id in query.avoid,
        fragment=around.pieces[index].count < _FEWEST_WORDS and piece.kind is PieceKind.SENTENCE,
        question=text.endswith("?"),
        announces=text.endswith(":"),
        heading=1.0 if is_headed else _heading_named(terms, around),
        titled=titled,
        other_name=_names_missing(terms, credits),
    )
    missing = (rare for rare, given in zip(rarity, credits, strict=True) if given < FOUND)
    gap = max(missing, default=0.0) / whole
    score = signs.score(scale.weights)
    return Evidence(
        document,
        passage,
        index,
        score,
        coverage,
        gap,
        near.own,
        kind_fit,
        period_fit,
        credits,
        signs,
        of_another=any(term.stem in around.pieces[index].not_of for term in terms),
    )


def _heading_named(terms: Sequence[Term], around: PassageWords) -> float:
    """The share of a short heading's words that the question says ("Opening hours": "when is it open?")."""
    heading = around.heading_words
    if not 0 < len(heading) <= _SHORT_HEADING:
        return 0.0
    asked = {stem for term in terms for stem in (term.stem, *(like for like, _ in term.like))}
    return len(heading & asked) / len(heading)


def _title_of(query: Query, around: PassageWords, index: int) -> frozenset[str]:
    """The stems of the heading or label above a piece that names the thing "what is the …" asks for."""
    asked = query.asked_for
    if query.kind not in _NAMES_A_THING or not asked:
        return frozenset()
    titles = (around.heading_words, around.pieces[index].label)
    naming = [title for title in titles if asked[-1] in title and title <= set(asked)]
    return max(naming, key=len, default=frozenset())


def _names_missing(terms: Sequence[Term], credits: Sequence[float]) -> int:
    return sum(term.is_name and found < _NAMED for term, found in zip(terms, credits, strict=True))


def credit(term: Term, around: PassageWords, index: int) -> float:
    """How well the word is found in or around the piece: 1 in the piece itself, 0 nowhere."""
    like = (value * _credit(other, around, index) for other, value in term.like)
    return max(_credit(term.stem, around, index), max(like, default=0.0))


def _credit(stem: str, around: PassageWords, index: int) -> float:
    piece = around.pieces[index]
    if stem in piece.own:
        return OWN
    if stem in piece.introduces:
        return _INTRODUCES
    if piece.in_first_person and stem in around.author:
        return _AUTHOR
    if piece.begins_with_pronoun and stem in piece.before:
        return _BEFORE_PRONOUN
    if stem in around.heading:
        return _HEADING
    if stem in piece.earlier:
        return _EARLIER
    if stem in piece.beside:
        return _BESIDE
    if stem in around.outer:
        return _OUTER
    if stem in around.title and stem not in piece.not_of:
        return _TITLE
    return _PASSAGE if stem in around.whole else 0.0


def names_who_does(query: Query, piece: Piece, document: Document) -> bool:
    """True where *query* asks who, and the words above a list say who does all of it ("The board may: …")."""
    if piece.lead_in is None or not query.asks_who_does:
        return False
    introduction = document.text[slice(*piece.lead_in)]
    return bool(_DOES.search(introduction)) and fits(Kind.PERSON, introduction) >= SHOWN


def _kind_fit(query: Query, passage: Passage, piece: Piece, text: str) -> float:
    if piece.kind is PieceKind.ROW and query.kind in {Kind.AMOUNT, Kind.COUNT}:
        return 1.0 if any(character.isdigit() for character in text) else 0.0
    if query.kind is Kind.COUNT and query.asked_for and fits(query.kind, text):
        counted = [query.meanings(stem) for stem in query.asked_for]
        return 1.0 if counts(text, counted) else _STRAY_NUMBER
    fit = 1.0 if _explains(query, text) else fits(query.kind, text)
    if query.kind is Kind.CONTACT and fit > _OTHER_WAY and not gives_way(query.text, passage.text):
        return _OTHER_WAY
    return fit


def _explains(query: Query, text: str) -> bool:
    """True where *text* says in brackets what "what is the levy?" asks for: "the levy (a share of rents)"."""
    if query.kind not in _EXPLAINED or query.periods or not query.asked_for:
        return False
    return any(stem(match["thing"].lower()) == query.asked_for[-1] for match in _IN_BRACKETS.finditer(text))


def _period_fit(query: Query, around: PassageWords, index: int, document: Document) -> float:
    """1 when the piece names every year asked for; less when only its surroundings or its document do.

    Of years that are set side by side, a piece has to name only one.
    """
    fits = [_one_period_fit(period, around, index, document) for period in query.periods]
    return (max if query.is_comparison else min)(fits, default=0.0)


def _one_period_fit(period: Period, around: PassageWords, index: int, document: Document) -> float:
    if any(_speaks_of(named, period) for named in around.pieces[index].periods):
        return 1.0
    if any(_speaks_of(named, period) for named in around.periods):
        return 0.6
    info = document.info
    if info.date[:4] == str(period.first) and not period.is_financial_year:
        return 0.7
    in_force = info.valid_from[:4] <= str(period.first) <= str(period.last) <= info.valid_to[:4]
    if any(_speaks_of(named, period) for named in periods_in(info.title)) or in_force:
        return 0.5
    return 0.0


def _speaks_of(named: Period, asked: Period) -> bool:
    if named.same_years(asked):
        return True
    return asked.first == asked.last and asked.first in {named.first, named.last}
