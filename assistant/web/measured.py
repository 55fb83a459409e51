"""Counts answers for /metrics: how many of which status, and how long they took; never what was asked."""

from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from assistant.answering import Answering
from assistant.check.paper import Progress, unheard
from assistant.check.paper_file import MOST_CHARS
from assistant.types import (
    Answer,
    Check,
    CheckedPaper,
    Comparison,
    Conversation,
    Document,
    DocumentInfo,
    Figure,
    Listed,
    ScoredPassage,
    Status,
)

# Seconds; the promise is 0.15 in the middle and 0.3 for nineteen of twenty.
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.6, 1.2, 2.5)


class Measured:
    """An assistant that counts what it answers; all else is as that of the one inside."""

    def __init__(self, assistant: Answering) -> None:
        self._assistant = assistant
        self._registry = CollectorRegistry()
        self._answers = Counter("answers", "Answers by status", ["status"], registry=self._registry)
        self._seconds = Histogram(
            "answer_seconds", "Time to an answer", buckets=_BUCKETS, registry=self._registry
        )
        documents = Gauge("documents", "Documents that answers come from", registry=self._registry)
        documents.set_function(lambda: len(assistant.documents()))
        for status in Status:
            self._answers.labels(status.value)

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the documents answer, to show to a newcomer."""
        return self._assistant.examples

    @property
    def generation(self) -> str:
        """The name of the index build that answers."""
        return self._assistant.generation

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer one question, and count it by its status."""
        with self._seconds.time():
            answer = self._assistant.ask(question, turns)
        self._answers.labels(answer.status.value).inc()
        return answer

    def retrieve(self, question: str, turns: Conversation = (), n: int = 8) -> tuple[ScoredPassage, ...]:
        """The passages that retrieval alone puts first."""
        return self._assistant.retrieve(question, turns, n)

    def check_claim(self, claim: str) -> Check:
        """Say what the documents say to one claim."""
        return self._assistant.check_claim(claim)

    def check_paper(
        self, path: Path, progress: Progress = unheard, most_chars: int = MOST_CHARS
    ) -> CheckedPaper:
        """Say what the documents say to each part of a paper."""
        return self._assistant.check_paper(path, progress, most_chars)

    def compare(self, topic: str) -> Comparison:
        """What each document says of a topic, the oldest first."""
        return self._assistant.compare(topic)

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents that answers come from."""
        return self._assistant.documents()

    def catalogue(self) -> tuple[Listed, ...]:
        """List these and the withdrawn ones."""
        return self._assistant.catalogue()

    def close(self) -> None:
        """Let go of the files that answers come from."""
        self._assistant.close()

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the documents, of the newest document first."""
        return self._assistant.figures()

    def document(self, key: str) -> Document | None:
        """The document with this id, whole; None for an id that is not known."""
        return self._assistant.document(key)

    def check(self) -> None:
        """Raise IndexUnreadable when a known passage no longer finds itself."""
        self._assistant.check()

    def metrics(self) -> bytes:
        """The counts so far, as Prometheus reads them."""
        return generate_latest(self._registry)
