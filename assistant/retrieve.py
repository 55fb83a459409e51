"""Hybrid retrieval: the words index and the vectors each rank passages, and reciprocal ranks fuse the two."""

from collections.abc import Callable
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableConfig
from langsmith.run_helpers import tracing_context

from assistant.index.generation import Generation
from assistant.question.query import Query
from assistant.types import ScoredPassage

# Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion" (SIGIR 2009): score = sum of 1 / (k + rank), k = 60.
_RRF_K = 60
_DEPTH = 40
_LEAST_WEIGHT = 0.25  # carried words that weigh less than this do not take part in the words search


def retrieve(
    query: Query, vector: np.ndarray, generation: Generation, n: int = 8
) -> tuple[ScoredPassage, ...]:
    """The *n* best passages for *query*, whose text has the unit vector *vector*, best first."""
    heavy = [term for term in query.terms if term.weight >= _LEAST_WEIGHT]
    # "What is the purpose of the 2018 report?" has no word but those of the asking.
    says_something = any(term.word.isalpha() for term in heavy)
    search_words = [term.word for term in (heavy if says_something else query.terms)]
    by_words = [found for found, _ in generation.search_words(search_words, _DEPTH)]
    by_vector = generation.search_vectors(vector, _DEPTH)
    words_ranks = {found: rank for rank, found in enumerate(by_words, start=1)}
    vector_ranks = {found: rank for rank, (found, _) in enumerate(by_vector, start=1)}
    cosines = dict(by_vector)
    fused = {
        found: sum(1 / (_RRF_K + ranks[found]) for ranks in (words_ranks, vector_ranks) if found in ranks)
        for found in words_ranks | vector_ranks
    }
    best = sorted(fused, key=lambda found: (-fused[found], found))[:n]
    return tuple(
        ScoredPassage(
            generation.passages[found],
            fused[found],
            words_ranks.get(found),
            vector_ranks.get(found),
            cosines.get(found, 0.0),
        )
        for found in best
    )


class PassageRetriever(BaseRetriever):
    """The retrieval step as a LangChain retriever, for use in anybody's chain.

    `find` maps a question to scored passages; each becomes a LangChain document whose metadata names
    passage, document, section, page and span.
    """

    find: Callable[[str], tuple[ScoredPassage, ...]]

    def invoke(
        self,
        input: str,  # LangChain's name
        config: RunnableConfig | None = None,
        **kwargs: Any,  # noqa: ANN401  # LangChain's type
    ) -> list[LangChainDocument]:
        """The passages for a question; whatever the environment says, nothing is traced."""
        with tracing_context(enabled=False):
            return super().invoke(input, config, **kwargs)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        return [_as_langchain(scored) for scored in self.find(query)]


def _as_langchain(scored: ScoredPassage) -> LangChainDocument:
    passage = scored.passage
    return LangChainDocument(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "passage": passage.id,
            "document": passage.document,
            "section": " › ".join(passage.section),
            "page": passage.page,
            "start": passage.start,
            "end": passage.end,
            "score": scored.score,
        },
    )
