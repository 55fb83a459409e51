"""TREC CAsT 2020: follow-ups, and how near our stand-alone question comes to the one that a person wrote."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.chain import Assistant
from assistant.types import Answer, Conversation, Status, Turn
from bench.quality.corpus import Text, Workshop
from bench.quality.material import Material
from bench.quality.metrics import Overlap
from bench.quality.page import GIVEN, OURS, SAME_RUN, Row, Section, Table
from bench.quality.probe import evidence_for
from bench.quality.rarity import content_stems

TITLE = "TREC CAsT 2020"
_ABOUT = """\
{turns} turns, from the second on, of {conversations} conversations. The words that count are those that a
stand-alone question adds to the raw turn (stems, grammar words left out), held against those that the
manual rewrite adds; precision, recall and F1 are over all turns together. Our stand-alone question is what
our assistant understands after the turns before. The collection that answers them is not at hand, so an
earlier turn’s answer is nothing but its own stand-alone question, and the index holds the raw turns, so
that no word that was typed is taken for a misspelling. The first, third, fifth … conversation were looked
at while follow-ups were improved."""
_KNOWN = (
    Row("previous turn put before", (None, None, 0.188), GIVEN),
    Row("the organisers’ T5", (None, None, 0.438), GIVEN),
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One turn as it was typed, as a person rewrote it, and as the organisers' model did."""

    raw_utterance: str
    manual_rewritten_utterance: str
    automatic_rewritten_utterance: str


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation."""

    number: int
    turn: tuple[Utterance, ...]

    @property
    def text(self) -> Text:
        """What was typed, as a document."""
        name = f"conversation-{self.number}"
        return Text(name, name, "\n\n".join(turn.raw_utterance for turn in self.turn))


@dataclass(frozen=True, slots=True)
class Standing:
    """Three ways to make a turn stand alone, by the words that each adds."""

    ours: Overlap
    previous: Overlap
    organisers: Overlap


def measure(material: Material, workshop: Workshop) -> Section:
    """The added words of our stand-alone questions beside those of two simple ways."""
    talks = material.some(material.whole("cast2020.json.gz", tuple[Talk, ...]))
    assistant = Assistant.open(workshop.ingest("cast", (talk.text for talk in talks)))
    standing = [each for talk in talks for each in _stand_alone(assistant, talk.turn)]
    rows = (
        _row("understood", (each.ours for each in standing)),
        _row("previous turn put before", (each.previous for each in standing), SAME_RUN),
        _row("the organisers’ T5", (each.organisers for each in standing), SAME_RUN),
    )
    about = _ABOUT.format(turns=len(standing), conversations=len(talks))
    return Section(TITLE, (about, Table(("precision", "recall", "added-term F1"), (*rows, *_KNOWN))))


def _stand_alone(assistant: Assistant, talk: Sequence[Utterance]) -> Iterator[Standing]:
    turns: list[Turn] = []
    for before, now in zip((None, *talk), talk, strict=False):
        understood = _understood(assistant, now.raw_utterance, tuple(turns))
        if before:
            yield Standing(
                ours=_added(now, understood),
                previous=_added(now, f"{before.raw_utterance} {now.raw_utterance}"),
                organisers=_added(now, now.automatic_rewritten_utterance),
            )
        # Only an answered turn is leaned on; its text must not be empty, and has no list to point into.
        answer = Answer(now.raw_utterance, Status.ANSWERED, understood, understood_as=understood)
        turns.append(Turn(now.raw_utterance, answer))


def _understood(assistant: Assistant, question: str, turns: Conversation) -> str:
    query, _ = evidence_for(assistant, question, turns)
    return query.text if query else question


def _added(turn: Utterance, text: str) -> Overlap:
    raw = content_stems(turn.raw_utterance)
    return Overlap.of(content_stems(text) - raw, content_stems(turn.manual_rewritten_utterance) - raw)


def _row(system: str, overlaps: Iterable[Overlap], source: str = OURS) -> Row:
    total = sum(overlaps, Overlap())
    return Row(system, (total.precision, total.recall, total.f1), source)
