"""The way of a question, from top to bottom: understand, retrieve, weigh, read, compose, verify."""

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.runnables import Runnable, RunnableLambda
from langsmith.run_helpers import tracing_context

from assistant.answer import wording
from assistant.answer.about_document import answer_about_document
from assistant.answer.author import answer_with_author
from assistant.answer.candidates import Cosines, candidates_for
from assistant.answer.compose import compose, eligible
from assistant.answer.contact import answer_with_contact
from assistant.answer.contents import answer_with_contents
from assistant.answer.context import Context
from assistant.answer.decide import LIMITS, Limits, obstacle
from assistant.answer.draft import Draft
from assistant.answer.evidence import Candidate, Evidence, Scale, weigh
from assistant.answer.figure_answer import answer_with_figure, compare_figures
from assistant.answer.footnotes import with_footnotes
from assistant.answer.item import answer_with_item
from assistant.answer.merge import merge, merge_in_time_order
from assistant.answer.page import answer_with_page
from assistant.answer.polarity import wants_yes_or_no
from assistant.answer.read import read
from assistant.answer.short_form import answer_with_long_form
from assistant.answer.signposts import load_signposts
from assistant.answer.telling import LONG, SHORT, WHOLE, Room
from assistant.answering import turns_of
from assistant.catalogue import catalogue
from assistant.check.checker import Checker
from assistant.check.paper import MOST_CHARS, PaperChecker, Progress, unheard
from assistant.check.quotation import Quotations
from assistant.compare import Comparer
from assistant.errors import QuestionInvalid
from assistant.fact_sheet import fact_sheet
from assistant.index.generation import Generation
from assistant.proof import Proof
from assistant.question.clean import clean
from assistant.question.courtesy import courtesy_of
from assistant.question.documents_meant import dated, replacements
from assistant.question.needs import Router
from assistant.question.parts import ask_the_same, of_two_times, parts_of
from assistant.question.personal import Noticed, notice, public_values
from assistant.question.query import Query
from assistant.question.route import asks_of_others
from assistant.question.sides import sides_of
from assistant.question.statement import statement_of
from assistant.question.things import adds_up, things_of
from assistant.question.understand import compares, understand
from assistant.question.vocabulary import CorpusWords, Vocabulary
from assistant.reader.choose import Judges, open_reader
from assistant.readings import is_unclear, offered, readings
from assistant.retrieve import PassageRetriever, retrieve
from assistant.settings import Settings
from assistant.types import (
    ANSWERING,
    Answer,
    Check,
    CheckedPaper,
    Comparison,
    Conversation,
    Document,
    DocumentInfo,
    Figure,
    Listed,
    Passage,
    ScoredPassage,
    SentenceVerdict,
    Status,
    Turn,
)

if TYPE_CHECKING:
    from assistant.model.sources import Source
    from assistant.model.writer import Writer

_HOW_IT_CHANGED = "What changed in the {topic}?"
# Whoever is in need reads what to do, and only a line or two of the documents.
_BELOW_A_SIGNPOST = Room(45, 60)


@dataclass(frozen=True, slots=True)
class Request:
    """A question and the turns before it: what the chain is invoked with."""

    question: str
    turns: Conversation = ()
    is_plain: bool = False  # whether it is answered in the documents' words, even if a model is chosen


class Assistant:
    """Answers questions from one generation; safe to share between threads."""

    def __init__(
        self, generation: Generation, reader: Judges | None, settings: Settings, limits: Limits = LIMITS
    ) -> None:
        self._generation = generation
        self._reader = reader
        self._settings = settings
        self._limits = limits
        self._infos = [document.info for document in generation.documents.values()]
        passages, english = generation.passages.values(), generation.english()
        vocabulary = Vocabulary.of(generation.words, generation.stems, passages, self._infos, english)
        context = Context(generation.documents, passages, vocabulary)
        self._scale = Scale(generation.documents, vocabulary, context, _recency(self._infos))
        self._corpus = CorpusWords(
            vocabulary, self._infos, generation.is_english, generation.is_common, generation.like_words
        )
        self._proof = Proof(generation)
        self._signposts = load_signposts()
        self._router = Router(generation.encode, generation.encoder_sha256)
        self._checker = Checker(
            self._corpus,
            self._scale,
            lambda query: weigh(query, *self._candidates(query), self._scale),
            generation.name,
            settings.max_question_chars,
        )
        self._writer = self._chosen_writer()
        self.chain: Runnable[Request, Answer] = RunnableLambda(self._answer)
        self.retriever = PassageRetriever(find=self.retrieve)

    @classmethod
    def open(cls, settings: Settings) -> "Assistant":
        """Open the published generation; raises IndexMissing or IndexUnreadable."""
        # The reader first: the 40 MB that it takes to load it then serve for all that is loaded after.
        reader = open_reader(settings.reader)
        return cls(Generation.open(settings.index), reader, settings)

    def _chosen_writer(self) -> "Writer | None":
        """The language model that words answers; None, and nothing of it imported, where none is chosen."""
        if not self._settings.model:
            return None
        from assistant.model.writer import Writer

        return Writer.open(self._settings, self._corpus, self._scale)

    @property
    def generation(self) -> str:
        """The name of the index build that answers."""
        return self._generation.name

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """The proven answer to *question*, asked after *turns*; nothing of it is traced, whatever is set."""
        with tracing_context(enabled=False):
            return self.chain.invoke(Request(question, turns))

    def answers(self, question: str, turns: Conversation = ()) -> Generator[Answer | None]:
        """The answer as a model words it, sentence by sentence, the last one whole; to stop ends its work.

        None says every so often that there is nothing new, so that whoever waits can stop.
        """
        with tracing_context(enabled=False):
            yield from self._answers(Request(question, turns))

    def recall(self, questions: Sequence[str]) -> Conversation:
        """The turns that earlier *questions* become, for another to lean on: no model is asked about them."""

        def plainly(question: str, turns: Conversation) -> Answer:
            return self.chain.invoke(Request(question, turns, is_plain=True))

        with tracing_context(enabled=False):
            return tuple(turns_of(plainly, questions))

    def signpost(self, message: str) -> Answer | None:
        """Where to get help, for what somebody in need typed, whatever it was typed into; else None."""
        noticed = self._noticed(message[: self._settings.max_question_chars])
        sign = self._signpost(noticed.left, ())
        return sign and replace(sign, question=noticed.shown if noticed.kinds else message)

    def check_claim(self, claim: str) -> Check:
        """What the documents say to *claim*, proven; raises ClaimInvalid for what is no claim."""
        return self._checker.check(claim)

    def check_paper(
        self, path: Path, progress: Progress = unheard, most_chars: int = MOST_CHARS
    ) -> CheckedPaper:
        """What the documents say to each part of the paper in a file; raises PaperInvalid."""
        return self._papers.check(path, progress, most_chars)

    def compare(self, topic: str) -> Comparison:
        """What each document says of *topic*, the oldest first; raises QuestionInvalid, NothingToCompare."""
        asked = clean(topic, self._settings.max_question_chars)
        query = self._understand(_HOW_IT_CHANGED.format(topic=asked.rstrip("?. ")), ())
        comparer = Comparer(self._scale, replacements(self._infos), self.generation)
        return comparer.compare(asked, query, self._weigh(query))

    @cached_property
    def _papers(self) -> PaperChecker:
        generation = self._generation
        passages = {key: self._passages_of(key) for key in generation.order}
        quotations = Quotations(generation.documents, passages, replacements(self._infos), generation.name)
        return PaperChecker(self.check_claim, quotations, generation.name)

    def judge(self, sentence: str, cited: "Sequence[Source]") -> SentenceVerdict:
        """What a sentence of a language model is worth beside the pieces that it names."""
        from assistant.model.verify import Verifier

        return Verifier(self._corpus, self._scale).verdict(sentence, cited)

    def retrieve(self, question: str, turns: Conversation = (), n: int = 8) -> tuple[ScoredPassage, ...]:
        """The *n* passages that retrieval alone puts first for *question*, best first."""
        query = self._understood(question, turns)
        return retrieve(query, self._generation.encode(query.text), self._generation, n)

    def weighed(self, question: str, turns: Conversation = ()) -> tuple[Query, list[Evidence]]:
        """*question* as it is understood after *turns*, and the evidence for its answer, heaviest first."""
        query = self._understood(question, turns)
        return query, self._weigh(query)

    def _understood(self, question: str, turns: Conversation) -> Query:
        cleaned = clean(question, self._settings.max_question_chars)
        return self._understand(self._noticed(cleaned).left, _leaned_on(self._recent(turns)))

    def _noticed(self, question: str) -> Noticed:
        """*question* and what is personal in it; what the documents print themselves is not."""
        noticed = notice(question)
        return notice(question, self._public) if noticed.kinds else noticed

    @cached_property
    def _public(self) -> frozenset[str]:
        texts = (document.text for document in self._generation.documents.values())
        return frozenset[str]().union(*map(public_values, texts))

    def _recent(self, turns: Conversation) -> tuple[Turn, ...]:
        return tuple(turns)[-self._settings.history_turns :]

    @property
    def examples(self) -> tuple[str, ...]:
        """Questions that the documents answer, to show to a newcomer; those of the newest document first."""
        return self._proof.examples

    def documents(self) -> tuple[DocumentInfo, ...]:
        """All documents, the newest first."""
        return self._proof.newest_first

    def catalogue(self) -> tuple[Listed, ...]:
        """All documents, and those that are no longer there, with standing and size; the oldest first."""
        return catalogue(self._generation)

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the documents with what it measures and its quote, of the newest document first."""
        return fact_sheet(self._generation)

    def close(self) -> None:
        """Let go of the generation's files and of the model; nothing can be asked after that."""
        if self._writer:
            self._writer.close()
        self._generation.close()

    def document(self, key: str) -> Document | None:
        """The document with this id, whole; None for an id that is not known."""
        return self._generation.documents.get(key)

    def check(self) -> None:
        """Raise IndexUnreadable when a known passage no longer finds itself; takes some milliseconds."""
        self._generation.canary()

    def _answer(self, request: Request) -> Answer:
        *_, last = filter(None, self._answers(request))
        return last

    def _answers(self, request: Request) -> Iterator[Answer | None]:
        began = time.perf_counter()
        turns, most = self._recent(request.turns), self._settings.max_question_chars
        found: Iterable[Answer | None]
        try:
            noticed = self._noticed(clean(request.question, most))
        except QuestionInvalid as problem:
            # Somebody in need may write at length, or in words that are no question.
            noticed = self._noticed(request.question[:most])
            sign = self._signpost(noticed.left, turns)
            found = [sign or Answer(request.question, Status.INVALID, str(problem))]
        else:
            sign = self._signpost(noticed.left, turns)
            found = [sign] if sign else self._answers_cleaned(noticed.left, turns, request.is_plain)
        for answer in found:
            if answer is None:
                yield None
                continue
            shown, notes = request.question, answer.notes
            if noticed.kinds:
                shown, notes = noticed.shown, (wording.left_out(noticed.kinds), *notes)
            seconds = time.perf_counter() - began
            yield replace(answer, question=shown, notes=notes, generation=self.generation, seconds=seconds)

    def _signpost(self, question: str, turns: Conversation) -> Answer | None:
        """Where to get help, for a message of somebody in need; None for any other."""
        route = self._router.route_of(question, [turn.question for turn in turns])
        if route is None:
            return None
        sign = self._signposts.of[route]
        own = [question] if asks_of_others(question) else []
        found = self._below_a_signpost(own) or [*map(_undoubted, self._below_a_signpost(sign.asks))]
        said = self._proven(question, "", merge(found)) if found else None
        if said is None or said.status not in ANSWERING:
            return Answer(question, Status.SIGNPOSTED, sign.text)
        text = "\n".join((sign.text, wording.DOCUMENTS_SAY, said.text))
        return Answer(question, Status.SIGNPOSTED, text, citations=said.citations, notes=said.notes)

    def _below_a_signpost(self, asks: Iterable[str]) -> list[Draft]:
        drafts = [self._draft(self._understand(asked, ()), _BELOW_A_SIGNPOST) for asked in asks]
        return [draft for draft in drafts if draft.status in ANSWERING]

    def _answers_cleaned(self, question: str, turns: Conversation, is_plain: bool) -> Iterator[Answer | None]:
        courtesy = self._courtesy(question, turns)
        if courtesy:
            yield courtesy
            return
        leaned_on, in_need = _leaned_on(turns), self._router.may_be_in_need(question)
        plain = self._answer_question(question, leaned_on)
        for answer in [plain] if is_plain else self._worded(question, leaned_on, plain):
            yield self._warned(answer) if answer and in_need else answer

    def _warned(self, answer: Answer) -> Answer:
        """*answer* with where to get help: beside what the documents say, and first where that is nothing."""
        if answer.status in ANSWERING:
            return replace(answer, notes=(self._signposts.unsure, *answer.notes))
        return replace(answer, text=f"{self._signposts.unsure}\n{answer.text}")

    def _worded(self, question: str, turns: Conversation, answer: Answer) -> Iterator[Answer | None]:
        """*answer* in the words of the chosen model, as far as they are proven; else as it is."""
        if self._writer and turns and answer.status is Status.NOT_IN_DOCUMENTS:
            yield (yield from self._read_anew(self._writer, question, turns, answer))
        elif self._writer and self._writer.takes(answer):
            evidence = self._weigh(self._understand(question, turns))
            yield from self._writer.wordings(
                answer,
                evidence,
                lambda draft: self._proof.answer(answer.question, answer.understood_as, draft),
            )
        else:
            yield answer

    def _read_anew(
        self, writer: "Writer", question: str, turns: Conversation, answer: Answer
    ) -> Generator[None, None, Answer]:
        """The answer to a follow-up that *answer* refuses, as a model makes it stand alone; else *answer*."""
        reading = self._understand(question, turns)
        if not reading.is_follow_up:
            return answer
        asked, use = yield from writer.standing_alone(question, turns, reading)
        again = self._answer_question(asked, ()) if asked else answer
        if again.status not in ANSWERING:
            return replace(answer, model=use)
        return replace(again, question=question, notes=(writer.note_on(use), *again.notes), model=use)

    def _courtesy(self, question: str, turns: Conversation) -> Answer | None:
        named = self._corpus.vocabulary.with_long_names(question)  # some names are made of small words only
        said = courtesy_of(named, is_first=not turns or not question)
        if said is None:
            return None
        status, text = wording.COURTESIES[said]
        told = text.format(documents=wording.titles(self.documents()))
        return Answer(question, status, told, suggestions=self._proof.examples)

    def _answer_question(self, question: str, turns: Conversation) -> Answer:
        pointed = answer_with_page(question, turns) or answer_with_item(question, turns)
        if pointed:
            return self._proof.answer(question, question, pointed)
        query = self._understand(question, turns)
        parts = parts_of(query.text) if not compares(query.text) else (query.text,)
        if len(parts) == 1:
            at_once = self._at_once(query)
            answer = self._proven(question, query.text, at_once or self._composed(query, WHOLE))
            return answer if at_once else self._asking_back(query, answer) or answer
        return self._proven(question, query.text, self._halves(query, parts, turns))

    def _halves(self, query: Query, parts: Sequence[str], turns: Conversation) -> Draft:
        """What is said to both halves of *query*, which may ask one thing of two times."""
        timed = of_two_times(parts)
        is_one = timed and ask_the_same(parts)
        sides = self._sides(query) if is_one else None
        if sides:
            return sides
        drafts: list[Draft] = []
        earlier = list(turns)
        for part in parts:
            # Of another time, the second half leans on what the first one asks about.
            asked = self._understand(f"And {part}" if timed and drafts else part, earlier)
            drafts.append(self._draft(asked, Room.beside(drafts, len(parts), LONG if timed else SHORT)))
            earlier.append(Turn(part, self._proof.answer(part, asked.text, drafts[-1])))
        told = merge(drafts)
        if told.status is not Status.ANSWERED and not is_one:  # the halves may be two sides of one thing
            told = self._sides(query) or told
        return told

    def _asking_back(self, query: Query, answer: Answer) -> Answer | None:
        """Two or three readings of an unclear question, each of which has an answer; None for a clear one."""
        generation = self._generation
        if not is_unclear(query, answer, list(generation.passages.values())):
            return None
        shown = [citation.passage for citation in (*answer.citations, *answer.nearest)]
        near = [*shown, *(candidate.passage for candidate in self._candidates(query)[0])]
        in_order = (
            generation.passages[key] for info in self.documents() for key in generation.order[info.id]
        )
        asks = offered(
            query,
            readings(query, near, in_order, generation.documents),
            lambda reading: self._draft(self._understand(reading, ())),
            is_found=answer.status in ANSWERING,
        )
        status, text = Status.NEEDS_CLARIFICATION, wording.WHICH_ONE
        return Answer(answer.question, status, text, query.text, suggestions=asks) if asks else None

    def _proven(self, question: str, understood_as: str, draft: Draft) -> Answer:
        """The answer that *draft* as a whole is, with its footnotes, each once."""
        return self._proof.answer(question, understood_as, with_footnotes(draft, self._passages_of))

    def _passages_of(self, document: str) -> list[Passage]:
        return [self._generation.passages[key] for key in self._generation.order[document]]

    def _draft(self, query: Query, room: Room = WHOLE) -> Draft:
        return self._at_once(query) or self._composed(query, room)

    def _at_once(self, query: Query) -> Draft | None:
        """The answer to what asks for one certain line, row or heading; None for all other questions."""
        documents, passages = self._generation.documents, list(self._generation.passages.values())
        return (
            answer_with_author(query, documents, passages)
            or answer_about_document(query, documents, passages)
            or answer_with_contents(query, documents, passages)
            or answer_with_contact(query, documents, passages)
            or answer_with_long_form(query, documents, passages)
            or self._two_figures(query)
        )

    def _composed(self, query: Query, room: Room) -> Draft:
        evidence = self._decisive_first(query, eligible(query, self._weigh(query)))
        return (
            answer_with_figure(query, evidence)
            or self._sides(query)
            or compose(query, evidence, self._scale, self._limits, room)
        )

    def _decisive_first(self, query: Query, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
        """*evidence*, the piece first that decides what *query* asks to be true, where there is one."""
        statement = statement_of(query.core) if wants_yes_or_no(query) else None
        decisive = self._checker.decisive(statement) if statement else None
        if decisive is None:
            return evidence
        place = (decisive.passage.id, decisive.index)
        first = next((found for found in evidence if (found.passage.id, found.index) == place), None)
        if first is None or obstacle(query, first, limits=self._limits):
            return evidence
        return [replace(first, decides=True), *(found for found in evidence if found is not first)]

    def _two_figures(self, query: Query) -> Draft | None:
        """The two figures of a table that *query* compares or adds up, and the sum, if it does."""
        asked = [self._understand(thing, ()) for thing in things_of(query.text)]
        weighed = [(side, weigh(side, *self._candidates(side), self._scale)) for side in asked]
        return compare_figures(weighed, together=adds_up(query.text)) if weighed else None

    def _sides(self, query: Query) -> Draft | None:
        """The times or things that *query* compares, each asked about alone; None if one has no answer."""
        if not query.is_comparison:
            return None
        timed = sides_of(query.text)
        asked = timed or things_of(query.text)
        drafts: list[Draft] = []
        for side in asked:
            room = Room.beside(drafts, len(asked), LONG)
            # A side compares nothing by itself, whatever words of comparing are left in it.
            alone = replace(self._understand(side, ()), is_comparison=False)
            drafts.append(self._draft(alone, room))
            if drafts[-1].status not in ANSWERING:
                return None
        if not drafts:
            return None
        return merge_in_time_order(drafts) if timed else merge(drafts)

    def _weigh(self, query: Query) -> list[Evidence]:
        evidence = weigh(query, *self._candidates(query), self._scale)
        return read(query, evidence, self._reader, self._scale) if self._reader else evidence

    def _candidates(self, query: Query) -> tuple[list[Candidate], Cosines]:
        return candidates_for(query, self._generation, self._scale.context)

    def _understand(self, question: str, turns: Conversation) -> Query:
        return understand(question, turns, self._corpus)


def _undoubted(draft: Draft) -> Draft:
    """*draft* without a word of doubt: below a signpost it answers nothing that the reader asked."""
    text = draft.text.replace(f"{wording.UNSURE}\n", "").replace(f"{wording.LEFT_OPEN}\n", "")
    return replace(draft, text=text)


def _leaned_on(turns: Conversation) -> Conversation:
    """The turns that a follow-up may be about: what was signposted is never one of them."""
    return tuple(turn for turn in turns if turn.answer.status is not Status.SIGNPOSTED)


def _recency(infos: Sequence[DocumentInfo]) -> dict[str, float]:
    """Each document's place in the order of age, from 0 (oldest) to 1 (newest)."""
    dates = sorted({dated(info) for info in infos})
    return {info.id: dates.index(dated(info)) / max(len(dates) - 1, 1) for info in infos}
