"""An assistant that stands before another one and hands on what it is asked."""

from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from assistant.answering import Answering
from assistant.check.paper import MOST_CHARS, Progress, unheard
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
)


class Forwarded:
    """Every call goes to `_current()`, for as long as it takes; each does what `Answering` says of it."""

    def _current(self) -> AbstractContextManager[Answering]:
        """The assistant that answers now, held while it is in use."""
        raise NotImplementedError

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the documents answer, to show to a newcomer."""
        with self._current() as assistant:
            return assistant.examples

    @property
    def generation(self) -> str:
        """The name of the index build that answers now."""
        with self._current() as assistant:
            return assistant.generation

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer one question, after the earlier turns of its conversation."""
        with self._current() as assistant:
            return assistant.ask(question, turns)

    def answers(self, question: str, turns: Conversation = ()) -> Generator[Answer | None]:
        """Answer one question as far as it is proven, again and again, and whole at last."""
        with self._current() as assistant:
            yield from assistant.answers(question, turns)

    def recall(self, questions: Sequence[str]) -> Conversation:
        """The turns that earlier questions become, for another to lean on."""
        with self._current() as assistant:
            return assistant.recall(questions)

    def retrieve(self, question: str, turns: Conversation = (), n: int = 8) -> tuple[ScoredPassage, ...]:
        """The passages that retrieval alone puts first."""
        with self._current() as assistant:
            return assistant.retrieve(question, turns, n)

    def signpost(self, message: str) -> Answer | None:
        """Where to get help, for a message of somebody in need."""
        with self._current() as assistant:
            return assistant.signpost(message)

    def check_claim(self, claim: str) -> Check:
        """Say what the documents say to one claim."""
        with self._current() as assistant:
            return assistant.check_claim(claim)

    def check_paper(
        self, path: Path, progress: Progress = unheard, most_chars: int = MOST_CHARS
    ) -> CheckedPaper:
        """Say what the documents say to each part of a paper."""
        with self._current() as assistant:
            return assistant.check_paper(path, progress, most_chars)

    def compare(self, topic: str) -> Comparison:
        """What each document says of a topic, the oldest first."""
        with self._current() as assistant:
            return assistant.compare(topic)

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents that answers come from."""
        with self._current() as assistant:
            return assistant.documents()

    def catalogue(self) -> tuple[Listed, ...]:
        """List these and the withdrawn ones."""
        with self._current() as assistant:
            return assistant.catalogue()

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the documents, of the newest document first."""
        with self._current() as assistant:
            return assistant.figures()

    def document(self, key: str) -> Document | None:
        """The document with this id, whole; None for an id that is not known."""
        with self._current() as assistant:
            return assistant.document(key)

    def check(self) -> None:
        """Raise IndexUnreadable when a known passage no longer finds itself."""
        with self._current() as assistant:
            assistant.check()

    def close(self) -> None:
        """Let go of the files that answers come from."""
        with self._current() as assistant:
            assistant.close()
