"""The way of a question, from top to bottom: understand, retrieve, weigh, compose, verify."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer.compose import compose
from assistant.answer.context import Context
from assistant.answer.decide import LIMITS, Limits
from assistant.answer.evidence import Candidate, Evidence, Scale, weigh
from assistant.answer.verify import prove
from assistant.errors import QuestionInvalid
from assistant.index.generation import Generation
from assistant.question.clean import clean
from assistant.question.documents_meant import dated, newest_first
from assistant.question.query import Query
from assistant.question.understand import CorpusWords, understand
from assistant.question.vocabulary import Vocabulary
from assistant.retrieve import PassageRetriever, retrieve
from assistant.settings import Settings
from assistant.types import Answer, Conversation, DocumentInfo, ScoredPassage, Status

_WEIGHED_PASSAGES = 16
_NEAR_PIECES = 12
_WITH_NEIGHBOURS = 4  # of the best passages, the ones before and after under the same heading are weighed too


@dataclass(frozen=True, slots=True)
class Request:
    """A question and the turns before it: what the chain is invoked with."""

    question: str
    turns: Conversation = ()


class Assistant:
    """Answers questions from one generation; safe to share between threads."""

    def __init__(self, generation: Generation, settings: Settings, limits: Limits = LIMITS) -> None:
        self._generation = generation
        self._settings = settings
        self._limits = limits
        self._infos = [document.info for document in generation.documents.values()]
        vocabulary = Vocabulary.of(
            generation.words, generation.stems, generation.passages.values(), self._infos
        )
        context = Context(generation.documents, generation.passages.values(), vocabulary)
        self._scale = Scale(generation.documents, vocabulary, context, _recency(self._infos))
        self._corpus = CorpusWords(vocabulary, self._infos, generation.is_english, generation.like_words)
        self._superseded = {old: info.id for info in self._infos for old in info.supersedes}
        self.chain: Runnable[Request, Answer] = RunnableLambda(self._answer)
        self.retriever = PassageRetriever(find=self.retrieve)

    @classmethod
    def open(cls, settings: Settings) -> "Assistant":
        """Open the published generation; raises IndexMissing or IndexUnreadable."""
        return cls(Generation.open(settings.index), settings)

    @property
    def generation(self) -> str:
        """The name of the index build that answers."""
        return self._generation.name

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """The proven answer to *question*, asked after *turns*."""
        return self.chain.invoke(Request(question, turns))

    def retrieve(self, question: str, turns: Conversation = ()) -> tuple[ScoredPassage, ...]:
        """The passages that retrieval alone finds for *question*, best first."""
        query = self._understand(question, turns)
        return retrieve(query, self._generation.encode(query.text), self._generation)

    def weighed(self, question: str, turns: Conversation = ()) -> tuple[Query, list[Evidence]]:
        """*question* as it is understood after *turns*, and the evidence for its answer, heaviest first."""
        query = self._understand(question, turns)
        return query, self._weigh(query)

    def documents(self) -> tuple[DocumentInfo, ...]:
        """All documents, the newest first."""
        return tuple(newest_first(self._infos))

    def _answer(self, request: Request) -> Answer:
        began = time.perf_counter()
        try:
            query = self._understand(request.question, request.turns)
        except QuestionInvalid as problem:
            answer = Answer(request.question, Status.INVALID, str(problem))
        else:
            answer = self._answer_query(request.question, query)
        return replace(answer, generation=self.generation, seconds=time.perf_counter() - began)

    def _answer_query(self, question: str, query: Query) -> Answer:
        draft = compose(query, self._weigh(query), self._scale, self._limits)
        citations, nearest = prove(draft, self._superseded)
        return Answer(
            question=question,
            status=draft.status,
            text=draft.text,
            understood_as=query.text,
            citations=citations,
            notes=draft.notes,
            nearest=nearest,
        )

    def _weigh(self, query: Query) -> list[Evidence]:
        return weigh(query, *self._candidates(query), self._scale)

    def _understand(self, question: str, turns: Conversation) -> Query:
        cleaned = clean(question, self._settings.max_question_chars)
        recent = tuple(turns)[-self._settings.history_turns :]
        return understand(cleaned, recent, self._corpus)

    def _candidates(self, query: Query) -> tuple[list[Candidate], dict[tuple[str, int], float]]:
        """The passages to weigh: the best of hybrid retrieval, and those that hold the nearest single pieces."""
        generation, context = self._generation, self._scale.context
        vectors = [generation.encode(text) for text in dict.fromkeys((query.core, query.text))]
        found = retrieve(query, vectors[0], generation, _WEIGHED_PASSAGES)
        top = max((scored.score for scored in found), default=1.0)
        candidates = {
            scored.passage.id: Candidate(scored.passage, scored.score / top, scored.cosine)
            for scored in found
        }
        near = [
            passage for vector in vectors for passage, _, _ in generation.top_pieces(vector, _NEAR_PIECES)
        ]
        timely = [
            passage
            for period in query.periods
            for passage, _ in generation.search_words([str(period)], _NEAR_PIECES)
        ]
        for key in (*near, *timely, *(query.focus & generation.passages.keys())):
            candidates.setdefault(key, Candidate(generation.passages[key], 0.0, 0.0))
        for scored in found[:_WITH_NEIGHBOURS]:
            for beside in filter(None, (context.before(scored.passage), context.after(scored.passage))):
                candidates.setdefault(beside.id, Candidate(beside, 0.0, scored.cosine))
        nearest: dict[tuple[str, int], float] = {}
        for vector in vectors:
            for piece, cosine in generation.piece_cosines(vector, list(candidates)).items():
                nearest[piece] = max(cosine, nearest.get(piece, -1.0))
        return list(candidates.values()), nearest


def _recency(infos: Sequence[DocumentInfo]) -> dict[str, float]:
    """Each document's place in the order of age, from 0 (oldest) to 1 (newest)."""
    dates = sorted({dated(info) for info in infos})
    return {info.id: dates.index(dated(info)) / max(len(dates) - 1, 1) for info in infos}
