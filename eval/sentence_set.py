"""The sentences that the checking of a language model is measured on: faithful ones and spoilt ones."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.model.sources import Source
from assistant.types import Document, Passage
from eval.faithful import rewordings, statement
from eval.questions import HALVES, EvaluationError, Split, entries_of, split_of
from eval.spoilt import FIGURES, NAME, Around, spoilt

_KEYS = frozenset(("piece", "faithful", "spoilt"))
WRITTEN = "written"
ANSWERS = "answers"  # written as a good model words answers, in files that end so


@dataclass(frozen=True, slots=True)
class Trial:
    """One sentence with the pieces it names: `rule` made it, or a person if "written" or "answers"."""

    split: Split
    rule: str
    sentence: str
    sources: tuple[Source, ...]
    is_faithful: bool

    @property
    def changes_a_figure(self) -> bool:
        """Whether it gives another figure, date or unit than its source, by a rule."""
        return not self.is_faithful and self.rule in FIGURES


def pieces_of(documents: Mapping[str, Document], passages: Collection[Passage]) -> tuple[Source, ...]:
    """Every piece of the documents as a source."""
    return tuple(
        Source("piece", documents[passage.document], passage, index)
        for passage in passages
        for index in range(len(passage.pieces))
    )


def made(pieces: Sequence[Source], splits: Collection[Split] = HALVES) -> Iterator[Trial]:
    """The trials that rules make of every piece; each piece is of one half, by its words."""
    true = {piece.quote.text: _true(piece) for piece in pieces}
    names = sorted({match.group() for piece in pieces for match in NAME.finditer(piece.quote.text)})
    for piece in pieces:
        split = _half(piece.quote.text)
        if split not in splits:
            continue
        for rule, sentence in rewordings(piece.document, piece.piece):
            yield Trial(split, rule, sentence, (piece,), True)
        own = true[piece.quote.text]
        others = [said for text, all_said in true.items() if text != piece.quote.text for said in all_said]
        for said in own[:2]:
            for rule, sentence in spoilt(said, Around(names, others)):
                yield Trial(split, rule, sentence, (piece,), False)


def written(folder: Path, pieces: Sequence[Source], splits: Collection[Split] = HALVES) -> Iterator[Trial]:
    """The trials that people wrote; raises EvaluationError for anything out of order."""
    for path in sorted(folder.glob("*.yaml")):
        split = split_of(path)
        rule = ANSWERS if path.stem.endswith(ANSWERS) else WRITTEN
        for number, entry in enumerate(entries_of(path), 1) if split in splits else ():
            place = f"{path.name}, entry {number}"
            if not isinstance(entry, dict) or set(entry) != _KEYS:
                raise EvaluationError(f"{place} must have {', '.join(sorted(_KEYS))}, and nothing else.")
            named = entry["piece"] if isinstance(entry["piece"], list) else [entry["piece"]]
            sources = tuple(_with_words(str(words), pieces, place) for words in named)
            for key in ("faithful", "spoilt"):
                for sentence in entry[key]:
                    yield Trial(split, rule, str(sentence), sources, key == "faithful")


def _with_words(words: str, pieces: Sequence[Source], place: str) -> Source:
    found = next((piece for piece in pieces if words in " ".join(piece.quote.text.split())), None)
    if found is None:
        raise EvaluationError(f"{place}: no piece of the documents has the words “{words}”.")
    return found


def _true(piece: Source) -> list[str]:
    """What the piece says, to spoil: its sentence, or what the first cells of a row say."""
    if said := statement(piece.document, piece.piece):
        return [said]
    return [said for rule, said in rewordings(piece.document, piece.piece) if rule != "cell first"]


def _half(text: str) -> Split:
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]
