"""A proven answer in a model's words: asked of numbered evidence, each sentence checked, or else as it is."""

import logging
import re
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.draft import MARKER, Draft, Quote
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.wording import LEFT_OPEN, quoted, source_of
from assistant.model.alone import is_only_clearer, question_in
from assistant.model.calling import Line, NoReply
from assistant.model.prompt import Message, alone_prompt, asked_again, prompt_for
from assistant.model.provider import open_chat
from assistant.model.reply import Reply, Said
from assistant.model.sources import Source, sources_for
from assistant.model.tokens import tokens_of
from assistant.model.verify import Verifier, is_verbatim
from assistant.model.wording import note_for
from assistant.question.query import Query
from assistant.question.vocabulary import CorpusWords
from assistant.settings import Settings
from assistant.types import (
    ANSWERING,
    Answer,
    Conversation,
    ModelOutcome,
    ModelSentence,
    ModelUse,
    PieceKind,
    SentenceVerdict,
)

_LOG = logging.getLogger(__name__)
_MOST_SENTENCES = 6
_TRIES = 2  # of a reply that cannot be read
_MOST_WORDS = 110
_ITEM = re.compile(r"^ *- ", re.MULTILINE)
_CITED = re.compile(rf"{MARKER.pattern}$")
_MOST_QUESTION = 400  # characters of a reply that is one question
_SUM_SIGN = " − "

_PAUSE = 0.25  # seconds without news after which whoever listens is asked whether they still do

Prove = Callable[[Draft], Answer]


@dataclass(frozen=True, slots=True)
class _Judged:
    """One sentence with its verdict, and the evidence that it names."""

    text: str
    verdict: SentenceVerdict
    sources: tuple[Source, ...] = ()


@dataclass
class _Asked:
    """What has come of asking so far."""

    began: float
    judged: list[_Judged]
    tokens: int = 0
    declined: bool = False

    @property
    def shown(self) -> list[_Judged]:
        return [each for each in self.judged if each.verdict is SentenceVerdict.SUPPORTED]


class Writer:
    """Words answers with one model; safe to share between threads."""

    def __init__(self, name: str, line: Line, verifier: Verifier, settings: Settings) -> None:
        self._name, self._line, self._verifier, self._settings = name, line, verifier, settings

    @classmethod
    def open(cls, settings: Settings, corpus: CorpusWords, scale: Scale) -> "Writer":
        """The writer of the chosen model; raises ModelUnusable."""
        return cls(settings.model, Line(open_chat(settings)), Verifier(corpus, scale), settings)

    def close(self) -> None:
        """End what the model is still at."""
        self._line.close()

    @staticmethod
    def note_on(use: ModelUse) -> str:
        """What the reader is told of what the model had to do with an answer."""
        return note_for(use.outcome)

    def takes(self, answer: Answer) -> bool:
        """Whether *answer* is made of quotes alone, so that nothing is lost in other words.

        A refusal, a whole list, a count, a sum, a yes or no, what is doubted, and what an older document said
        are told as is.
        """
        around = {f"{source_of(citation.source.info)}:" for citation in answer.citations} | {LEFT_OPEN}
        lines = [line for line in answer.text.split("\n") if line not in around]
        is_list = len(_ITEM.findall(answer.text)) > 1 or _SUM_SIGN in answer.text
        return answer.status in ANSWERING and not is_list and all(map(_is_plain, lines))

    def wordings(self, answer: Answer, evidence: Sequence[Evidence], prove: Prove) -> Iterator[Answer | None]:
        """*answer* as its sentences arrive and are checked, the last one whole; stopping ends the call.

        None says every so often that there is nothing new. *prove* makes an answer of a draft. Where nothing
        is proven the last is *answer*, with a note on why.
        """
        sources = sources_for(answer, evidence, self._settings.model_evidence)
        asked = _Asked(time.monotonic(), [])
        failed: NoReply | None = None
        heard_from = asked.began
        try:
            for is_new in self._judged(answer, sources, asked):
                so_far = self._so_far(answer, asked, prove) if is_new else None
                if so_far or time.monotonic() - heard_from >= _PAUSE:
                    yield so_far
                    heard_from = time.monotonic()
        except NoReply as problem:
            failed = problem
            _LOG.warning("The language model did not answer: %s.", problem)
        yield self._finished(answer, asked, failed, prove)

    def standing_alone(
        self, question: str, turns: Conversation, reading: Query
    ) -> Generator[None, None, tuple[str, ModelUse]]:
        """*question* made to stand alone after *turns*, and what came of asking the model for it.

        Empty where the model fails, or adds to what was asked or leaves out of it. Stopping ends the call.
        """
        asked, words = _Asked(time.monotonic(), []), ""
        outcome = ModelOutcome.READ
        prompt = alone_prompt(question, [turn.question for turn in turns])
        try:
            for heard in self._line.replies(prompt, lambda: asked.began + self._settings.model_wait):
                words += heard.words
                asked.tokens += heard.tokens
                yield
                if len(words) > _MOST_QUESTION:
                    break
        except NoReply as problem:
            outcome, words = _failure(problem), ""
        alone = question_in(words)
        if outcome is ModelOutcome.READ and not alone:
            outcome = ModelOutcome.UNREADABLE
        elif alone and not is_only_clearer(alone, question, turns, reading):
            outcome, alone = ModelOutcome.DROPPED, ""
        return alone, ModelUse(self._name, outcome, (), time.monotonic() - asked.began, asked.tokens)

    def _judged(self, answer: Answer, sources: Sequence[Source], asked: _Asked) -> Iterator[bool]:
        """Ask, and judge each sentence; tells at each step of one more to show. Without any, ask again."""
        prompt = prompt_for(answer.understood_as or answer.question, sources)
        for _ in range(_TRIES):
            reply = Reply()
            yield from self._heard(prompt, reply, sources, asked)
            asked.declined = reply.declines
            if asked.judged or asked.declined:
                return
            prompt = asked_again(prompt, reply.text[:400])

    def _heard(
        self, prompt: Sequence[Message], reply: Reply, sources: Sequence[Source], asked: _Asked
    ) -> Iterator[bool]:
        by_key = {source.key: source for source in sources}

        def until() -> float:
            return asked.began + (self._settings.model_seconds if asked.shown else self._settings.model_wait)

        for heard in self._line.replies(prompt, until):
            asked.tokens += heard.tokens
            for said in reply.heard(heard.words):
                if any(each.text == said.text for each in asked.shown):
                    return  # from here on it repeats itself
                asked.judged.append(self._judge(said, by_key))
                yield asked.judged[-1].verdict is SentenceVerdict.SUPPORTED
            yield False
            words = sum(len(each.text.split()) for each in asked.shown)
            if reply.is_too_long or len(asked.judged) >= _MOST_SENTENCES or words > _MOST_WORDS:
                return
        for said in reply.ended():
            asked.judged.append(self._judge(said, by_key))

    def _judge(self, said: Said, by_key: dict[str, Source]) -> _Judged:
        if not said.keys or not by_key.keys() >= set(said.keys):
            return _Judged(said.text, SentenceVerdict.UNKNOWN_SOURCE)
        verdicts = {key: self._verifier.verdict(said.text, (by_key[key],)) for key in said.keys}
        # What says nothing of it is not cited, whatever the model says that it rests on.
        saying = [key for key in said.keys if verdicts[key] is SentenceVerdict.SUPPORTED]
        sources = tuple(by_key[key] for key in saying or said.keys)
        verdict = self._verifier.verdict(said.text, sources)
        if verdict is SentenceVerdict.SUPPORTED and not saying:
            sources = self._needed(said.text, sources)
        return _Judged(said.text, verdict, sources)

    def _needed(self, sentence: str, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        """Those of *sources* without which the others do not say *sentence*."""
        for source in sources:
            rest = tuple(other for other in sources if other is not source)
            if self._verifier.verdict(sentence, rest) is SentenceVerdict.SUPPORTED:
                sources = rest
        return sources

    def _so_far(self, answer: Answer, asked: _Asked, prove: Prove) -> Answer | None:
        """What is proven so far, where that answers already."""
        if not _answers(answer, asked.shown):
            return None
        told = self._answer(answer, asked, ModelOutcome.WORDING, prove)
        return told if told.model and told.model.outcome is ModelOutcome.WORDING else None

    def _finished(self, answer: Answer, asked: _Asked, failed: NoReply | None, prove: Prove) -> Answer:
        if asked.shown and _answers(answer, asked.shown):
            return self._answer(answer, asked, ModelOutcome.WORDED, prove)
        if failed is not None:
            outcome = _failure(failed)
        elif asked.judged:
            outcome = ModelOutcome.DROPPED
        else:
            outcome = ModelOutcome.DECLINED if asked.declined else ModelOutcome.UNREADABLE
        return self._answer(answer, asked, outcome, prove)

    def _answer(self, answer: Answer, asked: _Asked, outcome: ModelOutcome, prove: Prove) -> Answer:
        if outcome in (ModelOutcome.WORDED, ModelOutcome.WORDING):
            text, quotes, markers = _composed(answer, asked.shown)
            told = prove(Draft(answer.status, text, quotes))
            if told.text != text:  # it was held back, so the proven answer stands
                outcome, told, markers = ModelOutcome.DROPPED, answer, []
        else:
            told, markers = answer, list[tuple[int, ...]]()
        use = ModelUse(
            self._name, outcome, _told(asked.judged, markers), time.monotonic() - asked.began, asked.tokens
        )
        return replace(told, notes=(note_for(outcome), *told.notes), model=use)


def _failure(failed: NoReply) -> ModelOutcome:
    return ModelOutcome.SLOW if failed.is_slow else ModelOutcome.UNAVAILABLE


def _is_plain(line: str) -> bool:
    """Whether a line of an answer is a quotation, or one figure of a table, and nothing besides."""
    return bool(_CITED.search(line)) and (line.startswith("“") or "“" not in line)


def _answers(answer: Answer, shown: Sequence[_Judged]) -> bool:
    """Whether the sentences rest on every document that *answer* cites, and give the words that answer."""
    said = " ".join(each.text for each in shown)
    documents = {source.document.info.id for each in shown for source in each.sources}
    rests_on_it = any(
        source.passage.id == citation.passage.id
        and source.piece.start < citation.end
        and citation.start < source.piece.end
        for each in shown
        for source in each.sources
        for citation in answer.citations
    )
    marked = next((citation for citation in answer.citations if citation.marks), None)
    wanted = [marked.source.text[slice(*mark)] for mark in marked.marks] if marked else []
    is_told = not wanted or any(_is_in(mark, said) for mark in wanted)
    return rests_on_it and is_told and {c.source.info.id for c in answer.citations} <= documents


def _is_in(mark: str, said: str) -> bool:
    """Whether the answering words stand in *said*, as they are or as the same figure."""
    given = tokens_of(said)
    told = tokens_of(mark)
    # A cell of a table stands without the unit that a sentence gives it.
    stands = re.search(rf"(?<![\w.,]){re.escape(mark)}(?!\d|[.,]\d)", said, re.I)
    return bool(stands) or all(any(token.fits(other) for other in given) for token in told)


def _composed(
    answer: Answer, shown: Sequence[_Judged]
) -> tuple[str, tuple[Quote, ...], list[tuple[int, ...]]]:
    """The sentences under the titles of their documents, with their quotes, and the markers of each.

    That no quote says yes or no is still said first: no sentence that only rests on them does.
    """
    quotes: list[Quote] = []
    lines = [line for line in answer.text.split("\n")[:1] if line == LEFT_OPEN]
    markers: list[tuple[int, ...]] = []
    title = ""
    for each in shown:
        source = source_of(each.sources[0].document.info)
        if source != title:
            lines.append(f"{source}:")
            title = source
        own = [quote for source in each.sources for quote in _quotes(answer, source)]
        quotes += [quote for quote in own if quote not in quotes]
        markers.append(tuple(dict.fromkeys(quotes.index(quote) + 1 for quote in own)))
        said = quoted(each.text) if is_verbatim(each.text, each.sources) else each.text
        lines.append(" ".join((said, *(f"[{marker}]" for marker in markers[-1]))))
    return "\n".join(lines), tuple(quotes), markers


def _quotes(answer: Answer, source: Source) -> list[Quote]:
    """The piece, with the answering words marked that *answer* marks, and the words that introduce it."""
    piece, passage = source.piece, source.passage
    marks = [
        mark for citation in answer.citations for mark in citation.marks if citation.source is source.document
    ]
    inside = tuple(
        dict.fromkeys(mark for mark in marks if piece.start <= mark.start and mark.end <= piece.end)
    )
    quotes = [replace(source.quote, marks=inside)]
    if piece.kind is PieceKind.ITEM and piece.lead_in and passage.start <= piece.lead_in.start:
        quotes.append(Quote(source.document, passage, *piece.lead_in))
    return quotes


def _told(judged: Sequence[_Judged], markers: Sequence[tuple[int, ...]]) -> tuple[ModelSentence, ...]:
    """What the answer tells of each sentence; only what is shown is told in its words."""
    left = iter(markers)
    return tuple(
        ModelSentence(each.verdict, each.text, next(left))
        if markers and each.verdict is SentenceVerdict.SUPPORTED
        else ModelSentence(each.verdict)
        for each in judged
    )
