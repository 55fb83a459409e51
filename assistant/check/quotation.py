"""Quotations of a paper, held word for word against the documents that they are attributed to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from assistant.answer import wording
from assistant.question.documents_meant import KIND_NOUN, is_past, named, newest_first
from assistant.question.patterns import any_of, whole
from assistant.types import Check, Citation, Difference, Document, DocumentInfo, Passage, Span, Verdict

_FEWEST_WORDS = 5
_QUOTED = re.compile(
    r"“(?P<double>[^“”]{12,2000})”|\"(?P<straight>[^\"]{12,2000})\""
    r"|‘(?P<single>(?:[^‘’]|’(?=\w)){12,2000})’(?!\w)|(?<!\w)'(?P<plain>(?:[^']|'(?=\w)){12,2000})'(?!\w)"
)
_ATTRIBUTED = any_of(
    whole(
        KIND_NOUN,
        "says?", "said", "states?", "stated", "writes?", "wrote", "written", "promises?", "promised",
        "reads?", "according to", "in the words of", "puts? it", "quot(?:e|es|ed|ing)",
    ),
)  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[.;:!?\n]")
_GAP = re.compile(r"\[[^\]]{0,200}\]|…|\.\.\.")
_NEAR = 0.6  # of the words: the same sentence, quoted otherwise
_LOOKED_FOR = 60.0  # of 100, by letters: where to look at the words
_AROUND = 6  # words: the document's own wording may be longer than the quotation

_WORD_FOR_WORD = "{source} says this word for word."
_ONLY_OLDER = "Only {source} says this, and {newer} has since replaced it."
_ELSEWHERE = "{source} says this, and not the document that is named."
_REPLACED = "{source} has “{given}”, not “{quoted}”."
_ADDED = "{source} does not have “{quoted}”."
_LEFT_OUT = "{source} also has “{given}”."
_NOWHERE = "I found these words in none of the documents."


def quotations_in(text: str, span: Span, around: str) -> Iterator[Span]:
    """The quotations of a sentence that are attributed to something; *around* is where that is told."""
    outside = _QUOTED.sub(" ", around)
    if not _ATTRIBUTED.search(outside):
        return
    for match in _QUOTED.finditer(text, *span):
        start, end = match.span(match.lastgroup or 0)
        if len(_TOKEN.findall(text, start, end)) >= _FEWEST_WORDS:
            yield Span(start, end)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one document, in small letters and one string, with the place of each in its text."""

    document: Document
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    joined: str

    @classmethod
    def of(cls, document: Document) -> "_Words":
        spans: list[Span] = []
        for block in document.blocks:
            spans += (Span(*m.span()) for m in _TOKEN.finditer(document.text, block.start, block.end))
        told = [_folded(document.text[slice(*span)]) for span in spans]
        starts, at = [], 0
        for word in told:
            starts.append(at)
            at += len(word) + 1
        return cls(document, tuple(spans), tuple(starts), " ".join(told))

    def find(self, told: Sequence[str], first: int = 0) -> tuple[int, int] | None:
        """The range of words that are just these, from the word *first* on."""
        phrase = f" {' '.join(told)} "
        begin = self.starts[first] if first < len(self.starts) else len(self.joined)
        at = f" {self.joined} ".find(phrase, begin)
        if at < 0:
            return None
        start = bisect_left(self.starts, at)
        return start, start + len(told)

    def nearest(self, told: Sequence[str]) -> tuple[float, int, int]:
        """The range of words most like these, with the share of words that are the same."""
        found = fuzz.partial_ratio_alignment(" ".join(told), self.joined, score_cutoff=_LOOKED_FOR)
        if found is None:
            return 0.0, 0, 0
        first = max(bisect_right(self.starts, found.dest_start) - 1 - _AROUND, 0)
        last = min(bisect_left(self.starts, found.dest_end) + _AROUND, len(self.starts))
        blocks = _matcher(told, self.words(first, last)).get_matching_blocks()[:-1]
        if not blocks:
            return 0.0, 0, 0
        # Words of the document before the first and behind the last that are the same are not quoted,
        # but for as many as the paper has other words there.
        begin = max(blocks[0].b - blocks[0].a, 0)
        end = first + blocks[-1].b + blocks[-1].size
        if blocks[-1].a + blocks[-1].size < len(told):
            end = self._end_of_sentence(end, last)
        same = sum(block.size for block in blocks)
        return same / len(told), first + begin, end

    def _end_of_sentence(self, at: int, last: int) -> int:
        """The end of the sentence that the word before *at* stands in, if that is before *last*."""
        text, spans = self.document.text, self.spans
        while at < last and not _STOP.search(text[spans[at - 1].end : spans[at].start]):
            at += 1
        return at

    def words(self, first: int, last: int) -> list[str]:
        """The words of a range, in small letters."""
        return [_folded(self.document.text[slice(*span)]) for span in self.spans[first:last]]

    def span(self, first: int, last: int) -> Span:
        """Where a range of words stands in the document."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


@dataclass(frozen=True, slots=True)
class Quotations:
    """Checks quotations against all documents of a generation."""

    documents: Mapping[str, Document]
    passages: Mapping[str, Sequence[Passage]]
    superseded: Mapping[str, str]
    generation: str
    _words: dict[str, _Words] = field(default_factory=dict, compare=False, repr=False)

    def check(self, quoted: str, around: str) -> tuple[Check, tuple[Difference, ...]]:
        """Whether a document has *quoted* word for word, and the differences where it has it otherwise.

        *around* is the sentence of the paper, which may name the document.
        """
        infos = [document.info for document in self.documents.values()]
        meant = named(around, infos)
        pieces = [_tokens(part) for part in _GAP.split(quoted) if _TOKEN.search(part)]
        exact = [(info, span) for info in newest_first(infos) if (span := self._find(info.id, pieces))]
        if exact:
            return self._exact(quoted, around, exact, meant), ()
        told = [word for piece in pieces for word in piece]
        near = [(*self._of(key).nearest(told), key) for key in self._best_first(meant)]
        share, first, last, key = max(near, key=lambda each: each[0], default=(0.0, 0, 0, ""))
        if share < _NEAR:
            return Check(quoted, Verdict.NOT_FOUND, _NOWHERE, generation=self.generation), ()
        source = self._of(key)
        span = source.span(first, last)
        differences = _differences(quoted, source.document.text[slice(*span)])
        reason = self._reason(source.document.info, differences)
        cited = self._cite(source.document, span)
        return Check(quoted, Verdict.CONTRADICTED, reason, cited, self.generation), differences

    def _find(self, key: str, pieces: Sequence[Sequence[str]]) -> Span | None:
        """Where a document has all pieces of a quotation, one after the other."""
        source, found = self._of(key), list[tuple[int, int]]()
        for piece in pieces:
            next_one = source.find(piece, found[-1][1] if found else 0)
            if next_one is None:
                return None
            found.append(next_one)
        return source.span(found[0][0], found[0][1]) if found else None

    def _exact(
        self, quoted: str, around: str, exact: list[tuple[DocumentInfo, Span]], meant: frozenset[str]
    ) -> Check:
        of_it = [each for each in exact if each[0].id in meant] if meant else exact
        current = [each for each in of_it if each[0].id not in self.superseded]
        info, span = (current or of_it or exact)[0]
        source = wording.source_of(info)
        verdict, reason = Verdict.SUPPORTED, _WORD_FOR_WORD.format(source=source)
        if not of_it:
            verdict, reason = Verdict.CONTRADICTED, _ELSEWHERE.format(source=source)
        elif info.id in self.superseded and not meant and not is_past(around):
            newer = wording.source_of(self.documents[self.superseded[info.id]].info)
            verdict, reason = Verdict.OUTDATED, _ONLY_OLDER.format(source=source, newer=newer)
        return Check(quoted, verdict, reason, self._cite(self.documents[info.id], span), self.generation)

    def _best_first(self, meant: Iterable[str]) -> list[str]:
        infos = newest_first([document.info for document in self.documents.values()])
        return [key for key in meant if key in self.documents] or [info.id for info in infos]

    def _of(self, key: str) -> _Words:
        if key not in self._words:
            self._words[key] = _Words.of(self.documents[key])
        return self._words[key]

    def _cite(self, document: Document, span: Span) -> tuple[Citation, ...]:
        """The passages that the span stands in, which may be two; a heading stands in none."""
        cited = [
            (passage, max(span.start, passage.start), min(span.end, passage.end))
            for passage in self.passages[document.info.id]
            if passage.start < span.end and span.start < passage.end
        ]
        newer = self.superseded.get(document.info.id)
        return tuple(
            Citation(number, document, passage, start, end, (), newer)
            for number, (passage, start, end) in enumerate(cited, 1)
            if document.text[start:end].strip()
        )

    def _reason(self, info: DocumentInfo, differences: Sequence[Difference]) -> str:
        source = wording.source_of(info)
        first = next((each for each in differences if each.quoted or each.given), Difference(""))
        phrase = (_REPLACED if first.given else _ADDED) if first.quoted else _LEFT_OUT
        return phrase.format(source=source, quoted=first.quoted, given=first.given)


def _differences(quoted: str, given: str) -> tuple[Difference, ...]:
    """The two wordings side by side, as stretches of the paper's words that are the same or are others."""
    ours, theirs = list(_TOKEN.finditer(quoted)), list(_TOKEN.finditer(given))
    found: list[Difference] = []
    same = ""
    for kind, a, b, c, d in _matcher(_tokens(quoted), _tokens(given)).get_opcodes():
        said = quoted[ours[a].start() : ours[b - 1].end()] if a < b else ""
        if kind == "equal":
            same = said
            continue
        found.append(Difference(same, said, given[theirs[c].start() : theirs[d - 1].end()] if c < d else ""))
        same = ""
    return (*found, Difference(same)) if same else tuple(found)


def _matcher(ours: Sequence[str], theirs: Sequence[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, ours, theirs, autojunk=False)


def _tokens(text: str) -> list[str]:
    return [_folded(word) for word in _TOKEN.findall(text)]


def _folded(word: str) -> str:
    return word.replace("’", "'").casefold()
