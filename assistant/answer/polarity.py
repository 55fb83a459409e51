"""Whether a quote decides a yes-or-no question, or says the opposite of what a question takes for granted.

Only an explicit "not" in one clause with the question's own words denies; only a plain sentence with all of
them in their order affirms. Everything else is undecided.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from assistant.answer.evidence import Evidence, credited
from assistant.question.direction import NEGATOR, direction_of
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of, whole
from assistant.question.query import Query, Term
from assistant.terms import MONTHS, STOP_WORDS, content_words, normalise, stem, words
from assistant.types import PieceKind


class Polarity(StrEnum):
    """What a quote says to a question that can be answered with yes or no."""

    YES = "yes"
    NO = "no"


# Questions whose words hold a whole statement that they take to be true: "why did …", "when was …".
_TAKES_FOR_GRANTED = frozenset({Kind.REASON, Kind.DATE, Kind.MANNER})
_CLAIMED = 0.5  # the weight of words that are part of the statement, and not only of the asking
_FEWEST_WORDS = 2
_MOST_OTHER_WORDS = 1  # a "not" with more words of its own denies something narrower
_AROUND = 0.75  # the credit of a word that the piece's pronoun may stand for
_OWN = 1.0
_SAME = 0.7  # the credit of a word of the same meaning
_CLAUSE_ENDS = re.compile(r"[;:,–—()]|\s-\s|\b(?:but|because|although|while|rather than|except)\b", re.I)
NO_DENIAL = any_of(
    r"\bnot (?:only|just|merely|least|yet|always|necessarily)\b", r"\bno (?:more|less|later)\b"
)
_NONE = any_of(r"\bthere (?:is|are|was|were|(?:has|have) been) no\b(?! (?:single|more|less|doubt))")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_ASKS_WHAT_IS = any_of(r"^(?:(?:so|and|but) )?(?:is|are|was|were)\b")
_WANTS_TO_SEE = any_of(
    r"\bor\b(?! not\b)",
    r"\b(?:is|are|was|were|have|has) there\b(?! (?:been|enough|more|fewer|less)\b)",
    whole("any", "anyone", "anybody", "anything", "something", "someone", "somebody", "mention(?:s|ed)?"),
    r"\b(?:plans?|reports?|documents?|it|they) (?:say|speak|talk|cover)\b",
)
_IS = frozenset("am is are was were be been being".split())
_NEAR_PRONOUN = 2  # "I also am": so many words on from the pronoun
_NAMED_SHORTLY = re.compile(r"\b(?P<short>[A-Z]{2,})s? (?P<thing>[a-z][\w-]+)")
_YEAR_DIGITS = 4
_NO_INFERENCE = any_of(r"\bnot mean\b(?!.*\bopposite\b)")
_PRONOUN = any_of(whole("i", "we", "it", "they", "he", "she", "this", "these", "my", "our"))
_HEDGES = any_of(
    whole("(?-i:may)", "might", "could", "would", "should", "must", "if", "unless", "whether", "until"),
    whole("believe", "think", "feel", "hope", "aims?", "intend", "expect(?:ed)?", "propos(?:e|es|ed|al)"),
    whole("possibl[ey]", "seek", "consider", "potentially", "approximately", "almost", "nearly"),
    whole("at least", "at most", "up to"),
)
_WISHES = any_of(
    whole("want(?:s|ed|ing)?", "call(?:s|ed|ing)? for", "calls?", r"campaign\w*", r"lobby\w*"),
    whole(r"support\w*", r"ask\w*", r"wish\w*", "in favour", "(?:plan|plans|planned|planning) to"),
)
# Verbs that count for little in a search, though the whole statement may hang on them.
_LIGHT = frozenset(
    "go goes going gone went get gets getting got take takes taking taken took come comes coming came make"
    " makes making made put puts putting keep keeps keeping kept turn turns turning turned become".split()
)
IS_SAID = re.compile(r"[.!][”’\"')]*$")  # a caption or a heading says nothing of its own
ALL = frozenset(
    "all every full fully whole wholly entire entirely complete completely always everyone everything only"
    " both each alone exactly most".split()
)


def denied(query: Query, evidence: Sequence[Evidence]) -> Evidence | None:
    """The heaviest piece that says the opposite of what *query* takes for granted, where none affirms it."""
    if query.kind is Kind.YES_NO or query.is_comparison or query.leans_fully:
        return None
    whole_claim = query.kind in _TAKES_FOR_GRANTED
    denying = [found for found in evidence if _denies(query, found) and (whole_claim or _has_none(found))]
    affirmed = [found.document.info.date for found in evidence if denying and _affirms(query, found)]
    return next(
        (found for found in denying if all(found.document.info.date > date for date in affirmed)), None
    )


def deciding(query: Query, evidence: Sequence[Evidence]) -> tuple[Evidence, Polarity] | None:
    """The heaviest piece that says yes or no to *query* of its own, with what it says."""
    if query.kind is not Kind.YES_NO or query.is_comparison or query.leans_fully:
        return None
    for found in evidence:
        if _denies(query, found):
            return found, Polarity.NO
        if _affirms(query, found):
            return found, Polarity.YES
    return None


def wants_yes_or_no(query: Query) -> bool:
    """True for "is it …?", not for "is it this or that?" or "is there anything …?", which quotes answer."""
    asked = query.core
    return query.kind is Kind.YES_NO and not query.is_comparison and not _WANTS_TO_SEE.search(asked)


def _has_none(found: Evidence) -> bool:
    """True for "there is no …": whatever is asked about such a thing, the answer is that there is none."""
    return bool(_NONE.search(normalise(found.text)))


def _denies(query: Query, found: Evidence) -> bool:
    asked = normalise(query.text)
    if found.piece.kind is PieceKind.ROW or NEGATOR.search(asked) or not _is_of_the_time(query, found):
        return False
    told = normalise(found.text)
    if not NEGATOR.search(told) or _NO_INFERENCE.search(told):
        return False
    return any(_denies_in(query, found, clause, asked) for clause in clauses(found.text))


def _denies_in(query: Query, found: Evidence, clause: str, asked: str) -> bool:
    negator = NEGATOR.search(clause)
    if negator is None or NO_DENIAL.search(clause) or leans(clause, asked):
        return False
    claimed = _claimed(query, found)
    before, after = _stems(clause[: negator.start()]), _stems(clause[negator.end() :])
    stands_for = bool(_PRONOUN.search(clause[: negator.start()]))
    own = [term for term, _ in claimed if term.stem in {*before, *after}]
    same = [term for term, _ in claimed if term not in own and _same(term) & {*before, *after}]
    around = [
        term
        for term, given in claimed
        if term not in own and term not in same and stands_for and _AROUND <= given < _OWN
    ]
    if len(own) + len(same) + len(around) < max(len(claimed), _FEWEST_WORDS) or len(same) > 1:
        return False
    meant = {root for term, _ in claimed for root in _same(term)} | _stems_of_title(found)
    if before and not stands_for and meant.isdisjoint(before):
        return False  # what one body does not do, another may
    wished = _stems(" ".join(_WISHES.findall(clause)))
    others = [root for root in after if root not in meant and root not in wished]
    return any(term.stem in after for term in own) and len(others) <= _MOST_OTHER_WORDS


def _affirms(query: Query, found: Evidence) -> bool:
    asked, text = normalise(query.text), normalise(found.text)
    named = _NAMED_SHORTLY.finditer(text)
    if any(_names(asked, name["thing"]) and not _names(asked, name["short"]) for name in named):
        return False  # "the RLP plan" is another than "the plan"
    # A name ("Victim Support will come") says nothing of what is asked ("are victims supported?").
    text = _NAME.sub(lambda name: name.group() if _names(asked, name.group()) else "…", text)
    if found.piece.kind is not PieceKind.SENTENCE or not IS_SAID.search(text):
        return False
    if direction_of(asked) is not direction_of(text) or _says_less(asked, text):
        return False
    if NEGATOR.search(text) or NEGATOR.search(asked) or leans(text, asked) or ALL & set(words(asked)):
        return False
    claimed = _claimed(query, found)
    clause = max(clauses(text), key=lambda clause: len({t.stem for t, _ in claimed} & {*_stems(clause)}))
    stems = _stems(clause)
    own = [term.stem for term, _ in claimed if term.stem in stems]
    around = [term.stem for term, given in claimed if term.stem not in stems and _AROUND <= given < _OWN]
    # "It" stands for what the question begins with, and for nothing that it says of that.
    stands_for = claimed[: len(around)]
    if around and (not _PRONOUN.match(clause.strip()) or [term.stem for term, _ in stands_for] != around):
        return False
    if not _dated(asked) <= set(words(clause)):
        return False
    if _ASKS_WHAT_IS.match(asked) and not _says_what_is(clause, own):
        return False
    places = [stems.index(root) for root in own]
    whole_claim = len(own) >= _FEWEST_WORDS and len(own) + len(around) == len(claimed)
    return whole_claim and places == sorted(places) and _is_of_the_time(query, found)


def _says_what_is(clause: str, claimed: Collection[str]) -> bool:
    """True where right after "is" comes a *claimed* word, and before it another one, or a pronoun alone.

    Whoever "meets the mayor", or "is meeting the mayor", is not the mayor.
    """
    said = words(clause)
    for place in (place for place, word in enumerate(said) if word in _IS):
        before = [word for word in said[:place] if stem(word) in claimed]
        after = next((word for word in said[place + 1 :] if word not in STOP_WORDS), "")
        is_pronoun = place <= _NEAR_PRONOUN and bool(_PRONOUN.match(clause.strip()))
        if (before or is_pronoun) and stem(after) in claimed:
            return True
    return False


def _dated(asked: str) -> set[str]:
    """The months, and the numbers but for years, in *asked*: a quote of another month decides nothing."""
    return {word for word in words(asked) if word in MONTHS or (word.isdigit() and len(word) < _YEAR_DIGITS)}


def _names(asked: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", asked, re.I))


def _says_less(asked: str, text: str) -> bool:
    """True where the question has a verb that says little by itself ("go ahead") and the text does not."""
    said = {stem(word) for word in words(text)}
    return any(stem(word) not in said for word in words(asked) if word in _LIGHT)


def _claimed(query: Query, found: Evidence) -> list[tuple[Term, float]]:
    """The words of the statement in the question, each with the credit that the piece gives it."""
    return [(term, given) for term, given in credited(query, found) if term.weight >= _CLAIMED]


def _is_of_the_time(query: Query, found: Evidence) -> bool:
    return not query.periods or found.period_fit >= _OWN


def leans(said: str, asked: str) -> bool:
    """True for words that hedge, wish, or speak of all, where the question does not do the same."""
    hedged = {stem(word) for word in words(asked)}
    if any(not hedged >= {stem(word) for word in words(match.group())} for match in _HEDGES.finditer(said)):
        return True
    speaks_of_all = bool(ALL & set(words(said))) and not ALL & set(words(asked))
    return speaks_of_all or bool(_WISHES.search(said) and not _WISHES.search(asked))


def clauses(text: str) -> Iterator[str]:
    """The clauses of *text*, each of which may say yes or no of its own."""
    return (clause for clause in _CLAUSE_ENDS.split(normalise(text)) if clause and clause.strip())


def _stems(text: str) -> list[str]:
    """The stems of the words that say something, in order."""
    return [stem(word) for word in content_words(text) if word not in ALL]


def _same(term: Term) -> frozenset[str]:
    return frozenset({term.stem, *(like for like, credit in term.like if credit >= _SAME)})


def _stems_of_title(found: Evidence) -> frozenset[str]:
    info = found.document.info
    return frozenset(stem(word) for word in words(f"{info.title} {info.publisher}"))
