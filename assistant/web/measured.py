"""Counts answers for /metrics: how many of which status, and how long they took; never what was asked."""

import time
from collections.abc import Generator
from contextlib import AbstractContextManager, nullcontext

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from assistant.answering import Answering
from assistant.types import Answer, Conversation, Status
from assistant.web.forwarded import Forwarded

# Seconds; the promise is 0.15 in the middle and 0.3 for nineteen of twenty.
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.6, 1.2, 2.5)


class Measured(Forwarded):
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

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer one question, and count it by its status."""
        with self._seconds.time():
            answer = super().ask(question, turns)
        self._answers.labels(answer.status.value).inc()
        return answer

    def answers(self, question: str, turns: Conversation = ()) -> Generator[Answer | None]:
        """Answer one question as it is worded, and count it when it is whole."""
        began, last = time.perf_counter(), None
        for answer in super().answers(question, turns):
            last = answer or last
            yield answer
        self._seconds.observe(time.perf_counter() - began)
        if last:
            self._answers.labels(last.status.value).inc()

    def metrics(self) -> bytes:
        """The counts so far, as Prometheus reads them."""
        return generate_latest(self._registry)

    def _current(self) -> AbstractContextManager[Answering]:
        return nullcontext(self._assistant)
