"""The refusal that says why there is no answer, with the nearest passage for the reader to see."""

import re
from collections.abc import Sequence

from assistant.answer import wording
from assistant.answer.decide import Obstacle, Verdict
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import FOUND, Evidence, subject_terms
from assistant.question.kinds import Kind, is_asking_word
from assistant.question.periods import Period
from assistant.question.query import Query
from assistant.types import Status

_NO_WORDS, _NOTHING_LIKE_IT, _LOOKED_AT = 0.34, 0.35, 5
_NAMED = re.compile(r"^\W*(?i:who (?:is|was)) (?i:mr |mrs |ms |miss |dr )?[A-Z][\w’'-]+ [A-Z][\w’'-]+\W*$")
_SPOKEN_OF = 0.5  # of the words of a question that names no thing


def refuse(
    query: Query, verdict: Verdict | None, evidence: Sequence[Evidence], given: Sequence[Period] = ()
) -> Draft:
    """Say that the documents do not answer, and why; *given* are the years that they do give."""
    nearest = tuple(
        Quote(found.document, found.passage, found.piece.start, found.piece.end) for found in evidence[:1]
    )
    if verdict and verdict.obstacle is Obstacle.UNKNOWN_WORDS and _is_elsewhere(evidence):
        why = f"{wording.OUT_OF_SCOPE} {wording.NO_SUCH_WORDS.format(words=_told(query, verdict.words))}"
        return Draft(Status.OUT_OF_SCOPE, why, nearest=nearest)
    if verdict and verdict.obstacle is Obstacle.NO_SUCH_KIND and not _speak_of_it(query, evidence):
        verdict = Verdict(Obstacle.UNKNOWN_WORDS, unknown) if (unknown := _unknown(query)) else None
    return Draft(Status.NOT_IN_DOCUMENTS, _why(query, verdict, given), nearest=nearest)


def refuse_premise(found: Evidence) -> Draft:
    """Say that the documents hold the opposite of what the question takes for granted, and quote it."""
    quote = Quote(found.document, found.passage, found.piece.start, found.piece.end)
    said = [wording.OPPOSITE, f"{wording.source_of(found.document.info)}:", wording.quoted(found.text)]
    return Draft(Status.NOT_IN_DOCUMENTS, "\n".join(said), nearest=(quote,))


def _is_elsewhere(evidence: Sequence[Evidence]) -> bool:
    """True for a question of which the documents have hardly a word, and nothing like it."""
    return all(
        found.coverage < _NO_WORDS and found.cosine < _NOTHING_LIKE_IT for found in evidence[:_LOOKED_AT]
    )


def _speak_of_it(query: Query, evidence: Sequence[Evidence]) -> bool:
    """True where the heaviest evidence has the very thing that is counted or asked for, or much of it all."""
    subject = subject_terms(query)
    heads = [
        number
        for number, term in enumerate(subject)
        if term.stem in query.asked_for[-1:] and not is_asking_word(query.kind, term.word)
    ]
    if not heads:
        return any(found.coverage >= _SPOKEN_OF for found in evidence[:1])
    return any(found.credits[head] >= FOUND for head in heads for found in evidence[:_LOOKED_AT])


def _unknown(query: Query) -> tuple[str, ...]:
    """The words of the thing asked for that the documents nowhere have."""
    return tuple(term.word for term in query.terms if term.stem in query.asked_for and not term.is_known)


def _gives_a_name(query: Query) -> bool:
    """True for "who is Ann Lee?", of whom the reader knows the name."""
    return bool(_NAMED.search(query.text))


def _told(query: Query, words: Sequence[str]) -> str:
    """The first few of *words*, with the capitals that they have in *query*."""
    typed = {word.lower(): word for word in re.findall(r"[^\W_]+", query.text)}
    return ", ".join(f"“{typed.get(word, word)}”" for word in words[:3])


def _why(query: Query, verdict: Verdict | None, given: Sequence[Period]) -> str:
    verdict = verdict or Verdict(Obstacle.NOTHING_NEAR)
    words = _told(query, verdict.words)
    match verdict.obstacle:
        case Obstacle.OTHER_PERIOD:
            said = wording.NO_SUCH_PERIOD.format(asked=wording.years(query.periods))
            if all(any(period.same_years(asked) for period in given) for asked in query.periods):
                return wording.NOT_FOUND  # the years are there, and what was asked is not
            return f"{said} {wording.GIVEN_PERIODS.format(given=wording.years(given))}" if given else said
        case Obstacle.OTHER_NAME if any(term.is_known for term in query.terms if term.word in verdict.words):
            return f"{wording.NOT_FOUND} {wording.NOT_ABOUT.format(names=words)}"
        case Obstacle.NO_SUCH_KIND if query.kind is Kind.PERSON and _gives_a_name(query):
            return wording.NOT_FOUND  # a name is just what the reader has already
        case Obstacle.NO_SUCH_KIND:
            return wording.NO_SUCH_KIND.format(wanted=wording.WANTED[query.kind])
        case Obstacle.OTHER_NAME | Obstacle.UNKNOWN_WORDS:
            return f"{wording.NOT_FOUND} {wording.NO_SUCH_WORDS.format(words=words)}"
        case _:
            return wording.NOT_FOUND
