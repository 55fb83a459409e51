"""The words in and around each piece of a passage, as stems, worked out once for each passage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from assistant.question.periods import Period, periods_in
from assistant.question.signs_of_kind import people_in
from assistant.question.vocabulary import Vocabulary
from assistant.terms import STOP_WORDS, spoken_date, stem, words
from assistant.types import Document, Passage, Piece, PieceKind, Span

_PRONOUN_FIRST = re.compile(
    r"^[“\"'(]*(?:it|they|he|she|this|these|those|its|their|his|her|such|both|each|here|there"
    r"|the (?:scheme|service|project|fund|programme|system|plan|money|grant|contract|organisation|group|panel"
    r"|strategy|report|campaign|event|initiative|team|agreement|framework|act|vision))\b",
    re.I,
)
_PERSON_FIRST = re.compile(r"[“\"'(]*(?:he|she|his|her)\b", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)\b")
_LABEL = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,3}): ")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PieceWords:
    """Stems in one piece (`own`), in what introduces it, and beside it; and the periods that it names.

    `label` are those before a colon at its beginning ("Aim: …"); `not_of` are those of the author's name,
    where the piece calls somebody else he or she.
    """

    own: frozenset[str]
    introduces: frozenset[str]
    before: frozenset[str]
    earlier: frozenset[str]
    beside: frozenset[str]
    begins_with_pronoun: bool
    in_first_person: bool
    label: frozenset[str]
    periods: tuple[Period, ...]
    count: int
    not_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class PassageWords:
    """Stems of a passage by where they stand, and the words around each of its pieces."""

    heading: frozenset[str]
    heading_words: frozenset[str]
    outer: frozenset[str]
    whole: frozenset[str]
    title: frozenset[str]
    author: frozenset[str]
    periods: tuple[Period, ...]
    pieces: tuple[PieceWords, ...]


class Context:
    """Works out the words around the pieces of a generation's passages, once each."""

    def __init__(
        self, documents: Mapping[str, Document], passages: Iterable[Passage], vocabulary: Vocabulary
    ) -> None:
        """Take all *passages* in reading order, document after document."""
        pairs = [pair for pair in pairwise(passages) if pair[0].document == pair[1].document]
        self._documents = documents
        self._before = {later.id: earlier for earlier, later in pairs}
        self._after = {earlier.id: later for earlier, later in pairs}
        self._vocabulary = vocabulary
        self._known: dict[str, PassageWords] = {}
        self._long_forms = tuple(
            (stem(short), frozenset(stem(word) for word in long))
            for short, long in vocabulary.abbreviations.items()
        )

    def before(self, passage: Passage) -> Passage | None:
        """The passage before *passage* under the same heading, if there is one."""
        previous = self._before.get(passage.id)
        return previous if previous and previous.section == passage.section else None

    def after(self, passage: Passage) -> Passage | None:
        """The passage after *passage* under the same heading, if there is one."""
        following = self._after.get(passage.id)
        return following if following and following.section == passage.section else None

    def after_in_document(self, passage: Passage) -> Iterator[Passage]:
        """The passages after *passage* in its document, under whatever heading."""
        following = self._after.get(passage.id)
        while following:
            yield following
            following = self._after.get(following.id)

    def around(self, passage: Passage) -> PassageWords:
        """The words in and around every piece of *passage*."""
        if passage.id not in self._known:
            self._known[passage.id] = self._read(passage, self._documents[passage.document])
        return self._known[passage.id]

    def _read(self, passage: Passage, document: Document) -> PassageWords:
        texts = [document.text[piece.start : piece.end] for piece in passage.pieces]
        own = [self._stems(text) for text in texts]
        carried = self._carried(passage, document)
        people = [self._who(piece, passage, document) for piece in passage.pieces]
        introductions = [
            " | ".join(filter(None, (_introduction(piece, passage, document), who)))
            for piece, who in zip(passage.pieces, people, strict=True)
        ]
        beside = [self._beside(index, own, carried, passage) for index in range(len(own))]
        info = document.info
        heading = passage.section[-1] if passage.section else ""
        return PassageWords(
            heading=self._stems(heading),
            heading_words=_subject_of(heading),
            outer=self._stems(" | ".join(passage.section[:-1])),
            whole=self._stems(passage.search_text),
            title=self._stems(
                " | ".join((info.title, info.kind, info.publisher, info.author, spoken_date(info.date)))
            ),
            author=self._stems(info.author),
            periods=periods_in(" | ".join((*passage.section, passage.text))),
            pieces=tuple(
                PieceWords(
                    own=own[index],
                    introduces=self._stems(introductions[index]),
                    before=own[index - 1] if index else carried,
                    earlier=self._earlier(index, own, carried, passage),
                    beside=beside[index],
                    begins_with_pronoun=bool(_PRONOUN_FIRST.search(text)),
                    in_first_person=bool(
                        _FIRST_PERSON.search(f"{heading.title()} {introductions[index]} {text}")
                    ),
                    label=_label_of(text),
                    periods=periods_in(f"{introductions[index]} | {text}"),
                    count=len(words(text)),
                    not_of=self._not_of(people[index], info.author),
                )
                for index, text in enumerate(texts)
            ),
        )

    def _who(self, piece: Piece, passage: Passage, document: Document) -> str:
        """The name further up under the heading of whom a piece, or what introduces it, calls he or she."""
        if not any(
            _PERSON_FIRST.match(document.text, start) for start in (piece.start, *(piece.lead_in or ())[:1])
        ):
            return ""
        first = passage
        while earlier := self.before(first):
            first = earlier
        return next(reversed(people_in(document.text[first.start : piece.start])), "")

    def _not_of(self, who: str, author: str) -> frozenset[str]:
        """The words of the name of an *author* who is not *who*; none where nobody is told of."""
        if not who:
            return frozenset()
        name = self._stems(" ".join(people_in(author)))
        return frozenset() if self._stems(who) & name else name

    def _carried(self, passage: Passage, document: Document) -> frozenset[str]:
        """The words of the passage before, where *passage* goes on in the middle of a paragraph."""
        previous = self.before(passage)
        if previous is None or "\n" in document.text[previous.end : passage.start].strip(" "):
            return frozenset()
        paragraph = document.text.rfind("\n", 0, previous.end) + 1
        return self._stems(document.text[max(paragraph, previous.start) : previous.end])

    @staticmethod
    def _earlier(
        index: int, own: list[frozenset[str]], carried: frozenset[str], passage: Passage
    ) -> frozenset[str]:
        """The words of the sentences before a piece, in its paragraph or carried from the passage before."""
        found = carried
        for number, (earlier, later) in enumerate(pairwise(passage.pieces[: index + 1])):
            gap = passage.text[earlier.end - passage.start : later.start - passage.start]
            found = frozenset() if "\n" in gap else found | own[number]
        return found

    def _beside(
        self, index: int, own: list[frozenset[str]], carried: frozenset[str], passage: Passage
    ) -> frozenset[str]:
        """The words before and after a piece; for a list item also those before its lead-in."""
        before = own[index - 1] if index else carried
        after = own[index + 1] if index + 1 < len(own) else frozenset()
        lead_in = passage.pieces[index].lead_in
        introducing = [n for n, piece in enumerate(passage.pieces) if lead_in == (piece.start, piece.end)]
        above = own[introducing[0] - 1] if introducing and introducing[0] else frozenset()
        return before | after | above

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
    """The text of caption, lead-in, headers and parent item; "These are:" takes the one before it along."""
    spans = [span for span in (piece.caption, piece.lead_in, *piece.header_cells) if span]
    if piece.parent is not None:
        parent = passage.pieces[piece.parent]
        spans.append(Span(parent.start, parent.end))
    told = whole_lead_in(piece, passage, document)
    if told:
        spans.append(told)
    return " | ".join(document.text[start:end] for start, end in spans)


def whole_lead_in(piece: Piece, passage: Passage, document: Document) -> Span | None:
    """The words that introduce an item's list, with the sentence before where they only point back at it."""
    lead_in = piece.lead_in
    if lead_in is None or piece.kind is not PieceKind.ITEM:
        return None
    pieces = passage.pieces
    at = next((n for n, other in enumerate(pieces) if (other.start, other.end) == lead_in), 0)
    text = document.text[slice(*lead_in)]
    if (
        at
        and pieces[at - 1].kind is PieceKind.SENTENCE
        and (len(text.split()) <= 4 or _PRONOUN_FIRST.search(text))
    ):
        together = document.text[pieces[at - 1].start : lead_in.end]
        return Span(pieces[at - 1].start, lead_in.end) if "\n" not in together else lead_in
    return lead_in


def introduction_of(piece: Piece, passage: Passage, document: Document) -> str:
    """The words that introduce an item's list, all of them; the empty string where there are none."""
    told = whole_lead_in(piece, passage, document)
    return document.text[slice(*told)] if told else ""


def _label_of(text: str) -> frozenset[str]:
    match = _LABEL.match(text)
    return _subject_of(match[1]) if match else frozenset()


def _subject_of(heading: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(heading) if word not in STOP_WORDS)
