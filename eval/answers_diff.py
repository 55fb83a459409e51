"""Which questions another generation would answer otherwise: what ingest can ask before it publishes."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Asks, converse
from assistant.types import Answer, Citation
from eval.questions import ORDINARY, EvaluationError, entries_of, is_unseen

_PARTS = ("status", "text", "citations")
_SHOWN_CHARS = 300


@dataclass(frozen=True, slots=True)
class Conversed:
    """A conversation whose last question counts; the words of one that is `held` are never shown."""

    id: str
    turns: tuple[str, ...]
    held: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What counts of an answer: status, words, and each quote with its document and what replaced that."""

    status: str
    text: str
    citations: tuple[tuple[str, str, str], ...]

    @classmethod
    def of(cls, answer: Answer) -> "Said":
        """Take from an answer what counts."""
        return cls(str(answer.status), answer.text, tuple(map(_cited, answer.citations)))


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that is answered otherwise."""

    asked: Conversed
    before: Said
    after: Said

    @property
    def changed(self) -> tuple[str, ...]:
        """What of the answer is another: status, text, citations."""
        return tuple(part for part in _PARTS if getattr(self.before, part) != getattr(self.after, part))


def load_conversations(place: Path) -> tuple[Conversed, ...]:
    """The conversations of a file, or of all files of a folder: a YAML list of `id` and `turns`.

    Other fields may stand beside them. Raises EvaluationError where there is none or one cannot be used.
    """
    files = sorted(place.glob("*.yaml")) if place.is_dir() else [place]
    found = [asked for path in files if path.name != ORDINARY for asked in _conversations(path)]
    if not found:
        raise EvaluationError(f"There are no questions to ask in {place}.")
    if len({asked.id for asked in found}) < len(found):
        raise EvaluationError(f"A question id in {place} is used more than once; give each its own.")
    return tuple(found)


def differences(
    conversations: Sequence[Conversed],
    before: Asks,
    after: Asks,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Difference, ...]:
    """Ask both assistants everything, and give what they answer otherwise, in the order of the questions."""
    found = []
    for number, asked in enumerate(conversations):
        progress(number, len(conversations))
        one, other = (Said.of(converse(assistant, asked.turns)[-1].answer) for assistant in (before, after))
        if one != other:
            found.append(Difference(asked, one, other))
    return tuple(found)


def as_text(found: Sequence[Difference], asked: int) -> list[str]:
    """The differences as a person reads them; of a held question no more than its id and what changed."""
    counts = ", ".join(f"{part} {sum(part in each.changed for each in found)}" for part in _PARTS)
    lines = [f"Asked {asked} questions: {len(found)} answered otherwise ({counts})."]
    for each in found:
        lines.append(f"{each.asked.id}: {', '.join(each.changed)}")
        if not each.asked.held:
            lines += [f"  asked   {' / '.join(each.asked.turns)}", *_shown(each)]
    return lines


def write_json(path: Path, found: Sequence[Difference], asked: int, names: tuple[str, str]) -> None:
    """Write the differences for programs, with the *names* of both generations; held words stay out of it."""
    changed = [_as_json(each) for each in found]
    whole = {"before": names[0], "after": names[1], "asked": asked, "changed": changed}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _shown(each: Difference) -> Iterator[str]:
    for sign, said in (("-", each.before), ("+", each.after)):
        yield f"  {sign} {said.status}: {_short(said.text)}"
        if "citations" in each.changed:
            for document, quote, newer in said.citations:
                replaced = f" (superseded by {newer})" if newer else ""
                yield f"  {sign}   {document}{replaced}: {_short(quote)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARS else f"{line[:_SHOWN_CHARS]} …"


def _as_json(each: Difference) -> dict[str, object]:
    shown: dict[str, object] = {"id": each.asked.id, "held": each.asked.held, "changed": each.changed}
    if each.asked.held:
        return shown
    return shown | {
        "turns": each.asked.turns,
        "before": _said_json(each.before),
        "after": _said_json(each.after),
    }


def _said_json(said: Said) -> dict[str, object]:
    citations = [
        {"document": document, "quote": quote, "superseded_by": newer or None}
        for document, quote, newer in said.citations
    ]
    return {"status": said.status, "text": said.text, "citations": citations}


def _cited(citation: Citation) -> tuple[str, str, str]:
    return citation.source.info.id, citation.quote, citation.superseded_by or ""


def _conversations(path: Path) -> Iterator[Conversed]:
    held = is_unseen(path)
    try:
        entries = entries_of(path)
    except OSError as error:
        raise EvaluationError(f"The questions in {path} cannot be opened: {error.strerror}.") from error
    for number, entry in enumerate(entries, 1):
        match entry:
            case {"id": str(name), "turns": [_, *_] as turns} if all(isinstance(turn, str) for turn in turns):
                yield Conversed(name, tuple(turns), held)
            case _:
                raise EvaluationError(f"{path.name}, entry {number}: give it an id and a list of turns.")
