"""A paper → its parts: what states something that can be checked, and what does not, with its sort."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.check.clauses import subject_of
from assistant.check.paper_table import statements_of
from assistant.check.quotation import quotations_in
from assistant.pieces import BlockPieces, cut_pieces
from assistant.question.patterns import any_of, whole
from assistant.question.quantities import quantities_in
from assistant.reading.sentences import split_sentences
from assistant.terms import normalise, words
from assistant.types import Block, BlockKind, Document, PieceKind, Sort, Span

_FEWEST_WORDS = 3
_NO_HEADER = Span(0, 0)
_LONGEST = 5_000  # characters: what has no stop for so long is no sentence, and may be made to keep us busy
_LONGEST_QUOTATION = 1_500  # characters: a mark that is never closed quotes nothing
_STOPPED = re.compile(r"[.!;…][)\]”’\"']*$")
_MARKUP = re.compile(r"\*\*|__|`|<!--.{0,2000}?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_QUESTION = re.compile(r"\?[)\]”’\"']*$")
_INSTRUCTION = any_of(
    r"^(?:please|note|see|contact|consider|ensure|agree|approve|ask|let|do not|remember|refer|read)\b",
    r"\b(?:is|are) (?:therefore )?(?:asked|recommended|invited|requested|advised|urged|encouraged) to\b",
    r"\bit is (?:recommended|proposed|suggested|requested) that\b",
    whole("please", "(?:may|might) (?:wish|like) to", "we recommend", "i recommend", "recommendations?:"),
)
_OPINION = any_of(
    r"\b(?:in|to) (?:my|our) (?:view|opinion|mind|judgement)\b",
    r"\b(?:we|i|officers|members|many|some) (?:would |also |all )?"
    r"(?:believe|think|feel|consider|hope|fear|suggest|welcome|regret|suspect|look forward)\b",
    whole("should", "ought to", "arguably", "perhaps", "hopefully", "unfortunately", "deserves?"),
    r"\bit (?:is|seems|would be|may be|remains) (?:to be )?(?:very |most |also |un)*"
    r"(?:clear|important|vital|essential|right|wrong|likely|good|bad|sad|welcome|wise|fair|disappointing"
    r"|encouraging|pleasing|regrettable|surprising|worrying|hoped)\b",
    whole("(?:is|are) for (?:\\w+ ){1,3}to (?:judge|decide)", "to (?:be )?welcomed?"),
)
_ABOUT_ITSELF = any_of(
    r"^(?:this|the present|the following) (?:note|paper|briefing|report|section|annex|appendix|table"
    r"|chart)\b",
    r"^(?:prepared (?:by|for)|report (?:of|by|to)|date|status|author|version|classification|subject|title"
    r"|from|to|cc|contact(?: officer)?|e-?mail|tel(?:ephone)?|phone)\s?:",
    r"^for (?:further|more) (?:information|details)\b",
)
_PRONOUN = re.compile(r"^(?P<pronoun>it|they|he|she)\s+(?:(?:also|now|still|then|only)\s+)?(?=[a-z])", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper by its span, and what it says by itself; `around` is the sentence it stands in."""

    sort: Sort
    start: int
    end: int
    said: str = ""
    around: str = ""


def parts_of(paper: Document) -> tuple[Part, ...]:
    """All parts of *paper* in order: its headings, lines of tables, and every sentence or list item."""
    return tuple(_PaperCutter(paper).cut())


class _PaperCutter:
    """Walks a paper once, keeping what the last sentence was about for the pronoun that may follow."""

    def __init__(self, paper: Document) -> None:
        self.text = paper.text
        self.paper = paper
        self.subject = ""
        self.before = ""
        self.was_about_itself = False
        self.header = _NO_HEADER

    def cut(self) -> Iterator[Part]:
        """The parts in the paper's order."""
        headings = [block for block in self.paper.blocks if block.kind is BlockKind.HEADING]
        for cut in cut_pieces(self.paper):
            while headings and headings[0].start < cut.block.start:
                yield self._heading(Span(headings[0].start, headings.pop(0).end))
            yield from self._of_block(cut)
        for block in headings:
            yield self._heading(Span(block.start, block.end))

    def _heading(self, span: Span) -> Part:
        self.subject = self.before = ""
        self.was_about_itself = False
        return Part(Sort.HEADING, *span)

    def _of_block(self, cut: BlockPieces) -> Iterator[Part]:
        block = cut.block
        if block.kind in (BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW):
            yield from self._line_of_table(block)
            return
        self.header = _NO_HEADER
        if block.kind is BlockKind.CAPTION and self.before.endswith(":"):
            said = _plain(self.text[block.start : block.end])
            yield Part(Sort.QUOTATION, block.start, block.end, said, self.before)
            return
        lead_in = next((piece.lead_in for piece in cut.pieces if piece.kind is PieceKind.ITEM), None)
        introduced = _plain(self.text[slice(*lead_in)]) if lead_in else ""
        for span in _with_whole_quotations(self.text, split_sentences(self.text, block.start, block.end)):
            yield from self._sentence(span, introduced)

    def _line_of_table(self, block: Block) -> Iterator[Part]:
        """The figures of a row under years, each a claim; a line without any is told as a line."""
        line = Span(block.start, block.end)
        if block.kind is BlockKind.TABLE_HEADER:
            self.header = line
        is_row = block.kind is BlockKind.TABLE_ROW
        figures = list(statements_of(self.text, self.header, line)) if is_row else []
        yield from (Part(Sort.CLAIM, *span, said) for span, said in figures)
        if not figures:
            yield Part(Sort.TABLE_LINE, *line)

    def _sentence(self, span: Span, introduced: str) -> Iterator[Part]:
        if span.end - span.start > _LONGEST:
            yield Part(Sort.FRAGMENT, *span)
            return
        said = _plain(self.text[slice(*span)])
        before, self.before = self.before, said
        quoted = list(quotations_in(self.text, span, f"{before} {said}"))
        if quoted:
            yield from (
                Part(Sort.QUOTATION, *found, _plain(self.text[slice(*found)]), said) for found in quoted
            )
            return
        sort = _sort_of(said, introduced)
        if sort is Sort.CLAIM and self.was_about_itself and _PRONOUN.match(said):
            sort = Sort.ABOUT_ITSELF
        self.was_about_itself = sort is Sort.ABOUT_ITSELF
        if sort is Sort.CLAIM:
            said = self._with_its_subject(_introduced(said, introduced))
        yield Part(sort, *span, said if sort is Sort.CLAIM else "")

    def _with_its_subject(self, said: str) -> str:
        """*said* with what its first pronoun stands for in its place, where the sentence before tells it."""
        pronoun = _PRONOUN.match(said)
        if pronoun:
            is_person = pronoun["pronoun"].lower() in {"he", "she"}
            if not self.subject or (is_person and not self.subject[4:5].isupper()):
                return said
            return f"{self.subject} {said[pronoun.end('pronoun') :].lstrip()}"
        self.subject = subject_of(said)
        return said


def _with_whole_quotations(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The *sentences* of a block, with those that one quotation runs through as one."""
    begun: Span | None = None
    for span in sentences:
        joined = Span(begun.start, span.end) if begun else span
        said = text[slice(*joined)]
        is_open = said.count("“") > said.count("”") or said.count('"') % 2
        begun = joined if is_open and len(said) < _LONGEST_QUOTATION else None
        if begun is None:
            yield joined
    if begun:
        yield begun


def _sort_of(said: str, introduced: str) -> Sort:
    """What a sentence is; an item of a list is what the words that introduce it are, if they are no claim."""
    for sort, sign in (
        (Sort.QUESTION, _QUESTION),
        (Sort.INSTRUCTION, _INSTRUCTION),
        (Sort.OPINION, _OPINION),
        (Sort.ABOUT_ITSELF, _ABOUT_ITSELF),
    ):
        if sign.search(said) or (sort is not Sort.ABOUT_ITSELF and sign.search(introduced)):
            return sort
    return Sort.CLAIM if _states(said, introduced) else Sort.FRAGMENT


def _states(said: str, introduced: str) -> bool:
    """True for a whole sentence, and for an item of a list that its introduction or a figure completes."""
    if len(words(said)) < _FEWEST_WORDS:
        return False
    gives = bool(quantities_in(normalise(said)))
    if said.endswith(":"):
        return gives
    return bool(_STOPPED.search(said)) or (bool(introduced) and (gives or said[:1].islower()))


def _introduced(said: str, introduced: str) -> str:
    """An item that begins in small letters, behind the words that introduce it."""
    if not introduced or not said[:1].islower():
        return said
    return f"{introduced.rstrip(' :')} {said}"


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", text).split())
