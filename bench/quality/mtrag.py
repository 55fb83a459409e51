"""MTRAG, government domain: follow-ups that must be understood, and turns that have no answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Annotated

from pydantic import Field

from assistant.chain import Assistant
from assistant.types import ANSWERING, Answer, Conversation, Turn
from bench.quality.corpus import Text, Workshop, in_one_line
from bench.quality.material import Material
from bench.quality.page import GIVEN, SAME_RUN, Row, Section, Table, share
from bench.quality.plain import BOTH, PlainHybrid
from bench.quality.probe import confidence_in, documents_found, evidence_for
from bench.quality.rows import RANKING, REFUSING, ranking_row, refusing_row

TITLE = "MTRAG, government"
_ABOUT = """\
{turns} turns of {conversations} conversations over {passages} passages, {gold} of them with gold passages.
Ours: each passage is a document under its title, each of its lines a paragraph. *Understood* is the last
turn as our assistant understands it after the conversation so far, in which the earlier turns have the
answers that our assistant itself gave to them, not those of the material. The human rewrite is the
ceiling. The plain row ranks whole passages by BM25 and MiniLM, fused by rank."""
_REFUSING = """\
Knowing when not to answer: {answerable} answerable turns (those answerable in part are left out) against
{unanswerable} without an answer. Refused at 5% is the share of the latter below a limit that refuses 5% of
the former; given figures are over this set and a sister set together."""
_ASKING = """\
What `ask` itself does with these turns, in their conversations. Its quotes are always genuine; the last
column says how often one of them stands in a passage that people marked as gold."""
_NOTES = """\
Published systems say “I don’t know” correctly on .00 to .44 of the unanswerable turns, people on .87.
Published R@5 over the full corpus, which is larger and therefore harder, for the last turn and the human
rewrite: BM25 .20 and .25, BGE-base .30 and .37, Elser .49 and .52."""
_KNOWN = (
    Row(f"{BOTH}: last turn alone", (0.478, 0.480), GIVEN),
    Row(f"{BOTH}: previous and last turn", (0.417, 0.425), GIVEN),
    Row(f"{BOTH}: all turns of the user", (0.333, 0.343), GIVEN),
    Row(f"{BOTH}: human rewrite", (0.523, 0.522), GIVEN),
)
_KNOWN_REFUSING = (
    Row("best cosine", (0.754, None, None), GIVEN),
    Row("BM25", (0.688, None, None), GIVEN),
    Row("idf coverage", (0.598, None, None), GIVEN),
)


class Kind(StrEnum):
    """Whether the passages answer a turn."""

    ANSWERABLE = "ANSWERABLE"
    PARTIAL = "PARTIAL"
    UNANSWERABLE = "UNANSWERABLE"
    CONVERSATIONAL = "CONVERSATIONAL"


_WITH_GOLD = (Kind.ANSWERABLE, Kind.PARTIAL)


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the pool."""

    id: Annotated[str, Field(validation_alias="_id")]
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """One turn of a conversation, with the turns before it as (speaker, words)."""

    id: str
    turn: int
    question: str
    rewrite: str | None
    history: tuple[tuple[str, str], ...]
    answerability: Kind
    gold: tuple[str, ...]

    @property
    def asked_before(self) -> tuple[str, ...]:
        """What the user said in the turns before."""
        return tuple(words for speaker, words in self.history if speaker == "user")


@dataclass(frozen=True, slots=True)
class Asked:
    """What our assistant made of one turn."""

    task: Task
    alone: tuple[str, ...]
    understood: tuple[str, ...]
    rewritten: tuple[str, ...]
    confidence: float
    answer: Answer

    @property
    def is_answered(self) -> bool:
        """Whether the turn got an answer, and not a refusal or a question back."""
        return self.answer.status in ANSWERING

    @property
    def cites_gold(self) -> bool:
        """Whether a quote of the answer stands in a gold passage."""
        cited = {citation.passage.document for citation in self.answer.citations}
        return self.is_answered and bool(cited & set(self.task.gold))


def measure(material: Material, workshop: Workshop) -> Section:
    """Retrieval for turns as they stand, as understood and as people rewrote them; then refusals."""
    tasks = material.lines("mtrag_govt_tasks.jsonl.gz", Task)
    grouped = groupby(sorted(tasks, key=_conversation), key=_conversation)
    conversations = [tuple(turns) for _, turns in grouped]
    chosen = material.some(conversations)
    passages = _passages(material, {found for turns in chosen for task in turns for found in task.gold})

    settings = workshop.ingest("mtrag", (_document(passage) for passage in passages))
    assistant = Assistant.open(settings)
    asked = [seen for turns in chosen for seen in _converse(assistant, turns)]
    plain = PlainHybrid({passage.id: passage.text for passage in passages}, settings)
    about = _ABOUT.format(
        turns=len(asked),
        conversations=len(chosen),
        passages=f"{len(passages):,}",
        gold=sum(bool(seen.task.gold) for seen in asked),
    )
    counts = {kind: sum(seen.task.answerability is kind for seen in asked) for kind in Kind}
    refusing = _REFUSING.format(answerable=counts[Kind.ANSWERABLE], unanswerable=counts[Kind.UNANSWERABLE])
    return Section(
        TITLE,
        (
            about,
            _retrieval(asked, plain),
            refusing,
            _confidence(asked, plain),
            _ASKING,
            _asking(asked),
            _NOTES,
        ),
    )


def _conversation(task: Task) -> str:
    """The id of its conversation."""
    return task.id.partition("<::>")[0]


def _passages(material: Material, needed: set[str]) -> list[Passage]:
    """All passages; of a sample, those that are needed and some others."""
    every = material.lines("mtrag_govt_passages.jsonl.gz", Passage)
    some = {passage.id for passage in material.some(every, times=20)} | needed
    return [passage for passage in every if passage.id in some]


def _document(passage: Passage) -> Text:
    title = in_one_line(passage.title) or passage.id
    lines = [in_one_line(line) for line in passage.text.splitlines()]
    body = [line for number, line in enumerate(lines) if line and not (number == 0 and line == title)]
    return Text(passage.id, title, "\n\n".join((f"# {title}", *body)))


def _converse(assistant: Assistant, tasks: Sequence[Task]) -> Iterator[Asked]:
    """Ask the turns of one conversation in their order, each after our own answers to those before it."""
    turns: list[Turn] = []
    for task in sorted(tasks, key=lambda task: task.turn):
        for missed in task.asked_before[len(turns) :]:
            turns.append(Turn(missed, assistant.ask(missed, tuple(turns))))
        before = tuple(turns)
        answer = assistant.ask(task.question, before)
        yield _asked(assistant, task, before, answer)
        turns.append(Turn(task.question, answer))


def _asked(assistant: Assistant, task: Task, before: Conversation, answer: Answer) -> Asked:
    return Asked(
        task,
        alone=documents_found(assistant, task.question),
        understood=documents_found(assistant, task.question, before),
        rewritten=documents_found(assistant, task.rewrite or task.question),
        confidence=confidence_in(*evidence_for(assistant, task.question, before)),
        answer=answer,
    )


def _retrieval(asked: Sequence[Asked], plain: PlainHybrid) -> Table:
    told = [seen for seen in asked if seen.task.gold]
    gold = {seen.task.id: seen.task.gold for seen in told}
    rows = (
        ranking_row("last turn alone", ((seen.task.id, seen.alone) for seen in told), gold),
        ranking_row("understood", ((seen.task.id, seen.understood) for seen in told), gold),
        ranking_row("human rewrite", ((seen.task.id, seen.rewritten) for seen in told), gold),
        ranking_row(
            f"{BOTH}: last turn alone",
            ((seen.task.id, plain.by_both(seen.task.question)) for seen in told),
            gold,
            SAME_RUN,
        ),
        ranking_row(
            f"{BOTH}: human rewrite",
            ((seen.task.id, plain.by_both(seen.task.rewrite or seen.task.question)) for seen in told),
            gold,
            SAME_RUN,
        ),
    )
    return Table(RANKING, (*rows, *_KNOWN))


def _confidence(asked: Sequence[Asked], plain: PlainHybrid) -> Table:
    wanted = [seen for seen in asked if seen.task.answerability is Kind.ANSWERABLE]
    unwanted = [seen for seen in asked if seen.task.answerability is Kind.UNANSWERABLE]
    rows = (
        refusing_row("confidence", _confidences(wanted), _confidences(unwanted)),
        refusing_row(
            "best cosine of a passage, last turn alone",
            [plain.best_cosine(seen.task.question) for seen in wanted],
            [plain.best_cosine(seen.task.question) for seen in unwanted],
            SAME_RUN,
        ),
    )
    return Table(REFUSING, (*rows, *_KNOWN_REFUSING))


def _confidences(asked: Sequence[Asked]) -> list[float]:
    return [seen.confidence for seen in asked]


def _asking(asked: Sequence[Asked]) -> Table:
    groups = {kind: [seen for seen in asked if seen.task.answerability is kind] for kind in Kind}
    rows = (
        Row(
            f"`ask`: {kind.lower()} turns",
            (
                share(sum(seen.is_answered for seen in group), len(group)),
                share(sum(not seen.is_answered for seen in group), len(group)),
                share(sum(seen.cites_gold for seen in group), len(group)) if kind in _WITH_GOLD else None,
            ),
        )
        for kind, group in groups.items()
        if group
    )
    return Table(("answered", "refused", "answered from a gold passage"), tuple(rows))
