"""What the command line and the chat need of an assistant; `assistant.chain.Assistant` is the real one."""

from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import Protocol

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
    Turn,
)


class Asks(Protocol):
    """Answers questions: all that a conversation needs."""

    def ask(self, question: str, turns: Conversation = (), /) -> Answer:
        """Answer one question, after the earlier turns of its conversation."""
        ...


class Answering(Asks, Protocol):
    """Answers questions, and says which documents and which generation it answers from."""

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the documents answer, to show to a newcomer."""
        ...

    @property
    def generation(self) -> str:
        """The name of the index build that answers."""
        ...

    def answers(self, question: str, turns: Conversation = (), /) -> Generator[Answer | None]:
        """Answer as `ask` does, as far as it is proven, again and again, and whole at last.

        None says every so often that there is nothing new. To stop ends the work on it.
        """
        ...

    def recall(self, questions: Sequence[str], /) -> Conversation:
        """The turns that earlier questions become, for another to lean on; no language model is asked."""
        ...

    def retrieve(self, question: str, turns: Conversation = (), n: int = 8) -> tuple[ScoredPassage, ...]:
        """The passages that retrieval alone puts first; raises QuestionInvalid."""
        ...

    def signpost(self, message: str) -> Answer | None:
        """Where to get help, for a message of somebody in need; None for any other."""
        ...

    def check_claim(self, claim: str) -> Check:
        """Say what the documents say to one claim; raises ClaimInvalid for what is no claim."""
        ...

    def check_paper(
        self, path: Path, progress: Callable[[int, int], None] = ..., most_chars: int = ...
    ) -> CheckedPaper:
        """Say what the documents say to each part of a paper; raises PaperInvalid for what is none.

        `progress` hears how many parts of how many are checked.
        """
        ...

    def compare(self, topic: str) -> Comparison:
        """What each document says of a topic, the oldest first; raises QuestionInvalid, NothingToCompare."""
        ...

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the documents that answers come from."""
        ...

    def catalogue(self) -> tuple[Listed, ...]:
        """List these and the withdrawn ones, each with its standing and size, the oldest first."""
        ...

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the documents with what it measures and its quote, of the newest document first."""
        ...

    def close(self) -> None:
        """Let go of the files that answers come from."""
        ...

    def document(self, key: str) -> Document | None:
        """The document with this id, whole; None for an id that is not known."""
        ...

    def check(self) -> None:
        """Raise IndexUnreadable when a known passage no longer finds itself."""
        ...


def converse(assistant: Asks, questions: Iterable[str]) -> list[Turn]:
    """The turns that questions become, each asked after those before it."""
    return turns_of(assistant.ask, questions)


def turns_of(ask: Callable[[str, Conversation], Answer], questions: Iterable[str]) -> list[Turn]:
    """The turns that questions become, where *ask* answers each after those before it."""
    turns: list[Turn] = []
    for question in questions:
        answer = ask(question, tuple(turns))
        # As the answer tells it: personal data is left out of it, and so never kept.
        turns.append(Turn(answer.question, answer))
    return turns
