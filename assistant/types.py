"""The data that passes between stages: frozen, plain, and free of any framework.

Document → Block → Passage → Piece (sentence, list item, table row) → Evidence → Citation → Answer.
All spans are half-open character offsets into `Document.text`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character range `[start, end)` of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known about one publication; dates are ISO 8601, cut short where the day is not known.

    `address` is where it was published on the web; `unconfirmed` names what was taken from the file and not
    confirmed by a person; `problems` are sentences about what could not be read of the file for certain.
    """

    id: str
    title: str
    kind: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    valid_from: str = ""
    valid_to: str = ""
    supersedes: tuple[str, ...] = ()
    withdrawn: str = ""
    source: str = ""
    sha256: str = ""
    licence: str = ""
    address: str = ""
    abbreviations: tuple[tuple[str, str], ...] = ()
    unconfirmed: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class Standing(StrEnum):
    """Whether a document still stands; the names are part of what `documents --json` prints."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Listed:
    """One document in the list of documents, with how many pages and passages of it are known."""

    info: DocumentInfo
    standing: Standing
    superseded_by: str = ""
    pages: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A document that answers no longer come from: its description withdraws it, or its file is gone.

    `date` is that of the publication, `withdrawn` the day from which it is no longer there.
    """

    id: str
    title: str
    date: str
    withdrawn: str


class BlockKind(StrEnum):
    """What a block is in the publication."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


TABLE_LINES = (BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW)


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table line, caption or footnote; the span leaves out its markup.

    `level` is the heading's rank (1 is highest) or the list item's depth (1 is outermost); `page` and
    `page_label` are None where the source does not tell. `group` is the same for items of one list, or
    rows of one table, and differs between lists and between tables. `ocr` says that a program made out the
    words from a picture of the page.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    page_label: str | None = None
    group: int = 0
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One publication as stored: quotes are slices of `text`, and of nothing else."""

    info: DocumentInfo
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)


class PieceKind(StrEnum):
    """What can be quoted."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Piece:
    """One quotable sentence, list item or table row.

    `lead_in` is the span of the sentence that introduces an item's list, or of the table's header row;
    `caption` is the span of the table's caption; `parent` is the index, among the passage's pieces, of the
    item that a nested item stands under. `cells` are the spans of a row's cells, its label first.
    """

    kind: PieceKind
    start: int
    end: int
    level: int = 0
    group: int = 0
    lead_in: Span | None = None
    caption: Span | None = None
    parent: int | None = None
    cells: tuple[Span, ...] = ()
    header_cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed and retrieved: one or a few blocks under one heading, on one page, of one document.

    `text` is `document.text[start:end]`. `section` is the heading path, outermost first. `search_text` is
    what the encoder and the words index see: heading path, lead-in and text without markup.
    """

    id: str
    document: str
    section: tuple[str, ...]
    start: int
    end: int
    text: str
    search_text: str
    page: int | None = None
    page_label: str | None = None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage that retrieval found, with its fused score and its rank in each list (None: not in it)."""

    passage: Passage
    score: float
    words_rank: int | None = None
    vector_rank: int | None = None
    cosine: float = 0.0


class Status(StrEnum):
    """How a question was answered; the names are part of the JSON contract."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_IN_DOCUMENTS = "not_in_documents"
    OUT_OF_SCOPE = "out_of_scope"
    NEEDS_CLARIFICATION = "needs_clarification"
    SIGNPOSTED = "signposted"
    INVALID = "invalid"


# The statuses of an answer that quotes what was asked for; all others refuse or ask back.
ANSWERING = frozenset({Status.ANSWERED, Status.PARTIAL})


@dataclass(frozen=True, slots=True)
class Citation:
    """A proven pointer to one quote: the quote is cut from the stored text, so it cannot be anything else.

    `marks` are the answering words inside the quote (spans of the document's text).
    Raises ValueError when the span is empty or leaves its passage.
    """

    marker: int
    source: Document = field(repr=False)
    passage: Passage = field(repr=False)
    start: int
    end: int
    marks: tuple[Span, ...] = ()
    superseded_by: str | None = None

    def __post_init__(self) -> None:
        if not self.passage.start <= self.start < self.end <= self.passage.end:
            raise ValueError(f"span {self.start}:{self.end} is not inside passage {self.passage.id}")
        if self.passage.document != self.source.info.id or not self.quote.strip():
            raise ValueError(f"span {self.start}:{self.end} quotes nothing of {self.source.info.id}")

    @property
    def quote(self) -> str:
        """The quoted words, character for character as stored."""
        return self.source.text[self.start : self.end]

    @property
    def ocr(self) -> bool:
        """Whether a program made out some of the quoted words from a picture, and may have misread them."""
        return any(
            block.ocr and block.start < self.end and self.start < block.end for block in self.source.blocks
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the fact sheet, as it is written; `years` are those that its sentence or column names.

    `beside` are the words beside it, or a table's row and column: what it measures, in the document's words.
    """

    told: str
    unit: str
    years: str
    beside: str
    citation: Citation


class SentenceVerdict(StrEnum):
    """What the passages say to one sentence of a language model; the names are part of the JSON contract."""

    SUPPORTED = "supported"
    UNREADABLE = "unreadable"
    UNKNOWN_SOURCE = "unknown_source"
    OTHER_VALUE = "other_value"
    CONTRADICTED = "contradicted"
    NOT_SAID = "not_said"


class ModelOutcome(StrEnum):
    """What came of asking a language model; the names are part of the JSON contract.

    "wording" is that of an answer which is not whole yet; "read" that of one whose question a model made to
    stand alone.
    """

    WORDING = "wording"
    WORDED = "worded"
    READ = "read"
    DROPPED = "dropped"
    DECLINED = "declined"
    UNREADABLE = "unreadable"
    SLOW = "slow"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class ModelSentence:
    """One sentence of a language model and its verdict; the `text` of one that is not shown is empty.

    `markers` are the citations of the answer that it rests on.
    """

    verdict: SentenceVerdict
    text: str = ""
    markers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelUse:
    """What a language model had to do with an answer; `tokens` are those read and written, as far as told."""

    name: str
    outcome: ModelOutcome
    sentences: tuple[ModelSentence, ...] = ()
    seconds: float = 0.0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader gets for one question; `text` is plain text whose `[n]` are citation markers.

    `model` is None where no language model was asked.
    """

    question: str
    status: Status
    text: str
    understood_as: str = ""
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    generation: str = ""
    seconds: float = 0.0
    model: ModelUse | None = None


class Verdict(StrEnum):
    """What the documents say to a claim; the names are part of the JSON contract."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Check:
    """What the documents say to one claim: the verdict, the deciding quotes, and one sentence of reason."""

    claim: str
    verdict: Verdict
    reason: str
    citations: tuple[Citation, ...] = ()
    generation: str = ""
    seconds: float = 0.0


class Sort(StrEnum):
    """What a part of a paper is; only claims and quotations are checked."""

    CLAIM = "claim"
    QUOTATION = "quotation"
    OPINION = "opinion"
    INSTRUCTION = "instruction"
    QUESTION = "question"
    ABOUT_ITSELF = "about_itself"
    HEADING = "heading"
    TABLE_LINE = "table_line"
    FRAGMENT = "fragment"
    UNREADABLE = "unreadable"


class Difference(NamedTuple):
    """A stretch of a quotation: words that are the same, then those of the paper and of the document."""

    same: str
    quoted: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A part of a paper, by its span in the paper's text; `check` is None for what is not checked.

    `said` is what was checked: the words of the part, with what a pronoun stands for put in its place.
    `differences` are those of a quotation that is not word for word; `problem` says why a part is unreadable.
    """

    sort: Sort
    start: int
    end: int
    said: str = ""
    check: Check | None = None
    differences: tuple[Difference, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A whole paper with what the documents say to each of its parts, in the paper's order."""

    paper: Document
    parts: tuple[CheckedPart, ...]
    generation: str = ""
    seconds: float = 0.0

    @property
    def checked(self) -> tuple[tuple[CheckedPart, Check], ...]:
        """The parts that were checked, each with what came of it."""
        return tuple((part, part.check) for part in self.parts if part.check)

    def number_of(self, verdict: Verdict) -> int:
        """How many parts got this verdict."""
        return sum(check.verdict is verdict for _, check in self.checked)

    @property
    def left_out(self) -> dict[Sort, int]:
        """How many parts of each sort were not checked."""
        left = [part.sort for part in self.parts if part.check is None]
        return {sort: left.count(sort) for sort in Sort if sort in left}


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says of a topic: its heaviest quotes."""

    document: DocumentInfo
    citations: tuple[Citation, ...]


class Fate(StrEnum):
    """What became of an item of a list; the names are part of what `compare --json` prints."""

    ADDED = "added"
    DROPPED = "dropped"
    REWORDED = "reworded"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class WhatBecame:
    """An item of a list as it was and as it is, None where there is none; `same`: in the same words."""

    before: Citation | None
    after: Citation | None
    same: bool

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.before and self.after:
            return Fate.KEPT if self.same else Fate.REWORDED
        return Fate.ADDED if self.after else Fate.DROPPED


@dataclass(frozen=True, slots=True)
class ListStep:
    """What became of the items of a list from one document to the one that replaced it."""

    before: DocumentInfo
    after: DocumentInfo
    items: tuple[WhatBecame, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A topic through the documents: what each says of it, the oldest first, and how its lists changed."""

    topic: str
    said: tuple[Said, ...]
    steps: tuple[ListStep, ...] = ()
    generation: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and the answer that it got."""

    question: str
    answer: Answer


Conversation = Sequence[Turn]
