"""The refusal that says why there is no answer, with the nearest passage for the reader to see."""

from collections.abc import Sequence

from assistant.answer import wording
from assistant.answer.decide import Obstacle, Verdict
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence
from assistant.question.periods import Period
from assistant.question.query import Query
from assistant.types import Status


def refuse(
    query: Query, verdict: Verdict | None, evidence: Sequence[Evidence], given: Sequence[Period] = ()
) -> Draft:
    """Say that the documents do not answer, and why; *given* are the years that they do give."""
    nearest = tuple(
        Quote(found.document, found.passage, found.piece.start, found.piece.end) for found in evidence[:1]
    )
    return Draft(Status.NOT_IN_DOCUMENTS, _why(query, verdict, given), nearest=nearest)


def _why(query: Query, verdict: Verdict | None, given: Sequence[Period]) -> str:
    words = ", ".join(f"“{word}”" for word in verdict.words[:3]) if verdict else ""
    match verdict.obstacle if verdict else Obstacle.NOTHING_NEAR:
        case Obstacle.OTHER_PERIOD:
            said = wording.NO_SUCH_PERIOD.format(asked=wording.years(query.periods))
            return f"{said} {wording.GIVEN_PERIODS.format(given=wording.years(given))}" if given else said
        case Obstacle.UNKNOWN_WORDS:
            return f"{wording.NOT_FOUND} {wording.NO_SUCH_WORDS.format(words=words)}"
        case Obstacle.OTHER_NAME:
            return f"{wording.NOT_FOUND} {wording.NOT_ABOUT.format(names=words)}"
        case Obstacle.NO_SUCH_KIND:
            return wording.NO_SUCH_KIND.format(wanted=wording.WANTED[query.kind])
        case _:
            return wording.NOT_FOUND
