"""Draft → Answer: its quotes proven, with notes on age, whom to ask, and what to ask next."""

import logging
from collections.abc import Sequence
from functools import cached_property

from assistant.answer import wording
from assistant.answer.draft import Draft
from assistant.answer.verify import Unproven, prove
from assistant.answer.whom_to_ask import whom_to_ask
from assistant.index.generation import Generation
from assistant.question.documents_meant import newest_first, replacements
from assistant.suggest import suggestions
from assistant.types import Answer, Citation, DocumentInfo, Status

_LOG = logging.getLogger(__name__)
_EXAMPLES, _SUGGESTED = 6, 3
_SHOWN = ("title", "date")


class Proof:
    """Turns the drafts of one generation into answers; safe to share between threads."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        infos = [document.info for document in generation.documents.values()]
        self.newest_first: tuple[DocumentInfo, ...] = tuple(newest_first(infos))
        self._superseded = replacements(infos)

    def answer(self, question: str, understood_as: str, draft: Draft) -> Answer:
        """The answer that *draft* is; one that cannot be proven is held back, and the log says so."""
        try:
            citations, nearest = prove(draft, self._superseded)
        except Unproven as problem:  # a fault of ours, which must not reach a reader as an answer
            _LOG.error("An answer was held back: %s", problem)
            draft = Draft(Status.NOT_IN_DOCUMENTS, wording.HELD_BACK, nearest=draft.quotes)
            citations, nearest = prove(draft, self._superseded)
        return Answer(
            question=question,
            status=draft.status,
            text=draft.text,
            understood_as=understood_as,
            citations=citations,
            notes=(*self._notes(citations), *_unconfirmed(citations), *self._where_else(draft.status)),
            nearest=nearest,
            suggestions=self._next(question, citations or nearest),
        )

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Questions that the documents answer, to show to a newcomer; those of the newest document first."""
        return tuple(asked for info in self.newest_first for asked in self._asked_of[info.id])[:_EXAMPLES]

    @cached_property
    def _asked_of(self) -> dict[str, tuple[str, ...]]:
        """Document id → questions that its passages answer."""
        generation = self._generation
        return {
            key: suggestions((generation.passages[passage] for passage in order), generation.documents)
            for key, order in generation.order.items()
        }

    def _notes(self, citations: Sequence[Citation]) -> tuple[str, ...]:
        """Say once of each superseded document that a newer one, not quoted beside it, has replaced it."""
        documents = self._generation.documents
        quoted = {citation.source.info.id for citation in citations}
        replaced = {c.source.info.title: c.superseded_by for c in citations if c.superseded_by in documents}
        return tuple(
            wording.OLDER.format(title=title, newer=wording.source_of(documents[newer].info))
            for title, newer in replaced.items()
            if newer and newer not in quoted
        )

    def _where_else(self, status: Status) -> tuple[str, ...]:
        """Where the documents do not answer: how new they are, and whom to ask instead."""
        if status is not Status.NOT_IN_DOCUMENTS:
            return ()
        newest = (wording.NEWEST.format(source=wording.source_of(info)) for info in self.newest_first[:1])
        return (*newest, *filter(None, (self._whom_to_ask,)))

    @cached_property
    def _whom_to_ask(self) -> str:
        return whom_to_ask(self._generation.documents, self._generation.passages.values())

    def _next(self, question: str, citations: Sequence[Citation]) -> tuple[str, ...]:
        """Two or three next questions from the documents that were just quoted, or else from all."""
        cited = dict.fromkeys(citation.source.info.id for citation in citations)  # in their order
        near = [asked for document in cited for asked in self._asked_of.get(document, ())]
        others = [asked for asked in (*near, *self.examples) if asked.lower() != question.lower()]
        return tuple(dict.fromkeys(others))[:_SUGGESTED]


def _unconfirmed(citations: Sequence[Citation]) -> tuple[str, ...]:
    """Say once of each quoted document that its title or date, which an answer shows, is only a proposal."""
    infos = dict.fromkeys(citation.source.info for citation in citations)
    return tuple(
        wording.UNCONFIRMED.format(title=info.title, fields=" and ".join(shown))
        for info in infos
        if (shown := [key for key in _SHOWN if key in info.unconfirmed])
    )
