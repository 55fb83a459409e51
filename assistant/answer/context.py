"""The words in and around each piece of a passage, as stems, worked out once for each passage."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.question.periods import Period, periods_in
from assistant.question.vocabulary import Vocabulary
from assistant.terms import stem, words
from assistant.types import Document, Passage, Piece

_PRONOUN_FIRST = re.compile(
    r"^[“\"'(]*(?:it|they|he|she|this|these|those|its|their|his|her|such|both|each|here|there"
    r"|the (?:scheme|service|project|fund|programme|system|plan|money|grant|contract|organisation|group|panel|strategy"
    r"|report|campaign|event|initiative|team|concordat|framework|act|vision))\b",
    re.I,
)


_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PieceWords:
    """Stems in one piece (`own`), in what introduces it, and beside it; and the periods that it names."""

    own: frozenset[str]
    introduces: frozenset[str]
    before: frozenset[str]
    beside: frozenset[str]
    begins_with_pronoun: bool
    periods: tuple[Period, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PassageWords:
    """Stems of a passage by where they stand, and the words around each of its pieces."""

    heading: frozenset[str]
    outer: frozenset[str]
    whole: frozenset[str]
    title: frozenset[str]
    periods: tuple[Period, ...]
    pieces: tuple[PieceWords, ...]


class Context:
    """Works out the words around the pieces of a generation's passages, once each."""

    def __init__(self, documents: Mapping[str, Document], vocabulary: Vocabulary) -> None:
        self._documents = documents
        self._vocabulary = vocabulary
        self._known: dict[str, PassageWords] = {}
        self._long_forms = tuple(
            (stem(short), frozenset(stem(word) for word in long))
            for short, long in vocabulary.abbreviations.items()
        )

    def around(self, passage: Passage) -> PassageWords:
        """The words in and around every piece of *passage*."""
        if passage.id not in self._known:
            self._known[passage.id] = self._read(passage, self._documents[passage.document])
        return self._known[passage.id]

    def _read(self, passage: Passage, document: Document) -> PassageWords:
        texts = [document.text[piece.start : piece.end] for piece in passage.pieces]
        own = [self._stems(text) for text in texts]
        introductions = [_introduction(piece, passage, document) for piece in passage.pieces]
        info = document.info
        return PassageWords(
            heading=self._stems(passage.section[-1] if passage.section else ""),
            outer=self._stems(" | ".join(passage.section[:-1])),
            whole=self._stems(passage.search_text),
            title=self._stems(" | ".join((info.title, info.kind, info.publisher, info.author))),
            periods=periods_in(" | ".join((*passage.section, passage.text))),
            pieces=tuple(
                PieceWords(
                    own=own[index],
                    introduces=self._stems(introductions[index]),
                    before=own[index - 1] if index else frozenset(),
                    beside=(own[index - 1] if index else frozenset())
                    | (own[index + 1] if index + 1 < len(own) else frozenset()),
                    begins_with_pronoun=bool(_PRONOUN_FIRST.search(text)),
                    periods=periods_in(f"{introductions[index]} | {text}"),
                    count=len(words(text)),
                )
                for index, text in enumerate(texts)
            ),
        )

    def _stems(self, text: str) -> frozenset[str]:
        """The stems of *text*; abbreviations and closed compounds also count as what they stand for."""
        found = words(text)
        present = {stem(word) for word in found}
        for word in found:
            present.update(stem(part) for part in self._vocabulary.abbreviations.get(word, ()))
            present.update(self._vocabulary.compounds.get(stem(word), ()))
        present.update(short for short, long in self._long_forms if long <= present)
        present.update(stem(joined.replace("-", "")) for joined in _HYPHENED.findall(text))
        return frozenset(present)


def _introduction(piece: Piece, passage: Passage, document: Document) -> str:
    spans = [span for span in (piece.caption, piece.lead_in, *piece.header_cells) if span]
    if piece.parent is not None:
        parent = passage.pieces[piece.parent]
        spans.append((parent.start, parent.end))
    return " | ".join(document.text[start:end] for start, end in spans)
