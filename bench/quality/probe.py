"""What our pipeline makes of a question, as the names and numbers that benchmarks compare."""

from assistant.answer.compose import eligible
from assistant.answer.decide import confidence
from assistant.answer.evidence import Evidence
from assistant.chain import Assistant
from assistant.errors import ClaimInvalid, QuestionInvalid
from assistant.question.query import Query
from assistant.types import Conversation, Verdict
from bench.quality.metrics import first_occurrences

DEPTH = 10
_PASSAGES = 80  # all that retrieval ranks: one document can have many of them
_NOTHING = float("-inf")


def documents_found(assistant: Assistant, question: str, turns: Conversation = ()) -> tuple[str, ...]:
    """The ten documents whose passages come first, each by its first one; none for what is no question."""
    try:
        found = assistant.retrieve(question, turns, _PASSAGES)
    except QuestionInvalid:
        return ()
    return first_occurrences((scored.passage.document for scored in found), DEPTH)


def evidence_for(
    assistant: Assistant, question: str, turns: Conversation = ()
) -> tuple[Query | None, list[Evidence]]:
    """What is understood, and the evidence that may answer, heaviest first; none for what is no question."""
    try:
        query, evidence = assistant.weighed(question, turns)
    except QuestionInvalid:
        return None, []
    return query, list(eligible(query, evidence))


def verdict_on(assistant: Assistant, claim: str) -> Verdict:
    """What checking says to *claim*; what is no claim to it is found nowhere."""
    try:
        return assistant.check_claim(claim).verdict
    except ClaimInvalid:
        return Verdict.NOT_FOUND


def confidence_in(query: Query | None, evidence: list[Evidence]) -> float:
    """The log-odds that the heaviest evidence answers; minus infinity where there is none."""
    return confidence(query, evidence[0]) if query and evidence else _NOTHING
