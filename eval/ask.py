"""Asks the questions one by one and measures what comes back."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Protocol

from assistant.answering import Asks, converse
from assistant.types import Citation, Conversation, ScoredPassage, Turn
from eval.documents import Edition, Names
from eval.questions import EvaluationError, Question
from eval.score import Outcome, rank_of_hit


class Asked(Asks, Protocol):
    """What the evaluation needs of an assistant."""

    def retrieve(self, question: str, turns: Conversation = (), /) -> tuple[ScoredPassage, ...]:
        """The passages that the answer to *question* is looked for in, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Examiner:
    """Asks an assistant; *names* tells which document it cites, *editions* what the files on disk say.

    Where it does not `search`, it leaves out at which rank retrieval finds the answer.
    """

    assistant: Asked
    names: Names
    editions: Mapping[str, Edition]
    clock: Callable[[], float] = perf_counter
    search: bool = True

    def outcomes(self, questions: Iterable[Question]) -> Iterator[Outcome]:
        """What came of each question, in order."""
        return map(self.outcome, questions)

    def outcome(self, question: Question) -> Outcome:
        """What came of *question*, its earlier turns asked before it; only the last is timed."""
        turns = converse(self.assistant, question.turns[:-1])
        began = self.clock()
        answer = self.assistant.ask(question.turns[-1], tuple(turns))
        seconds = self.clock() - began
        # An answer that is worked out stands in no passage, so retrieval cannot be judged by it.
        searched = self.search and question.answerable and not question.derived
        quotes = answer.citations + answer.nearest
        return Outcome(
            question=question,
            answer=answer,
            cited=tuple(self.names.of(citation.source.info) for citation in answer.citations),
            seconds=seconds,
            searched=searched,
            hit=self._hit(question, tuple(turns)) if searched else None,
            quotes=len(quotes),
            verbatim=sum(is_verbatim(quote, self.editions) for quote in quotes),
        )

    def _hit(self, question: Question, turns: tuple[Turn, ...]) -> int | None:
        """The rank of the first retrieved passage that has the answer."""
        passages = [scored.passage for scored in self.assistant.retrieve(question.turns[-1], turns)]
        texts = [(self.names.of_id(p.document), f"{p.text}\n{p.search_text}") for p in passages]
        return rank_of_hit(question, texts)


def is_verbatim(citation: Citation, known: Mapping[str, Edition]) -> bool:
    """Whether the quote stands at its span in the stored text and in the edition on disk."""
    edition = known.get(citation.source.info.id)
    texts = [citation.source.text] + ([edition.text] if edition else [])
    return all(text[citation.start : citation.end] == citation.quote for text in texts)


def ingest(script: Path, corpus: Path, index: Path) -> None:
    """Let *script* build an index of *corpus* at *index* in a process; EvaluationError when it fails."""
    command = [sys.executable, str(script), "--corpus", str(corpus), "--index", str(index)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own script)
    if done.returncode:
        words = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()
        raise EvaluationError(f"{corpus} could not be ingested (exit code {done.returncode}): {words[-1]}")
