"""An assistant of scripted answers about an invented library, for tests of what shows answers."""

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.answering import converse
from assistant.check.paper import MOST_CHARS, PaperChecker, Progress, unheard
from assistant.check.quotation import Quotations
from assistant.errors import ClaimInvalid, NothingToCompare, QuestionInvalid
from assistant.types import (
    Answer,
    Block,
    BlockKind,
    Check,
    CheckedPaper,
    Citation,
    Comparison,
    Conversation,
    Document,
    DocumentInfo,
    Figure,
    Listed,
    ListStep,
    Passage,
    Piece,
    PieceKind,
    Said,
    ScoredPassage,
    Span,
    Standing,
    Status,
    Verdict,
    WhatBecame,
)

TEXT = """---
id: library-2024
---

# Opening hours

The town library opens for 48 hours a week. It closes on Sundays.

The library promises to:

1. lend books free of charge
2. keep a quiet room

Spending by branch, £000

| Branch | 2023/24 | 2024/25 |
| --- | --- | --- |
| Market Street | 310 | 325 |
| Harbour | 120 | 118 |
"""


def block(kind: BlockKind, words: str, level: int = 0, group: int = 0) -> Block:
    """Make the block of these words, wherever the text has them."""
    start = TEXT.index(words)
    return Block(kind, start, start + len(words), level=level, page=3, page_label="iii", group=group)


LIBRARY = Document(
    DocumentInfo(
        id="library-2024",
        title="Library <Service> Plan",
        kind="plan",
        date="2024-07-04",
        valid_from="2024-08",
        valid_to="2027-07",
        supersedes=("library-2020",),
        problems=("Page 3 could not be read.",),
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    ),
    TEXT,
    (
        block(BlockKind.HEADING, "Opening hours", level=1),
        block(BlockKind.PARAGRAPH, "The town library opens for 48 hours a week. It closes on Sundays."),
        block(BlockKind.PARAGRAPH, "The library promises to:"),
        block(BlockKind.LIST_ITEM, "lend books free of charge", level=1, group=1),
        block(BlockKind.LIST_ITEM, "keep a quiet room", level=1, group=1),
        block(BlockKind.PARAGRAPH, "Spending by branch, £000"),
        block(BlockKind.TABLE_HEADER, "| Branch | 2023/24 | 2024/25 |", group=2),
        block(BlockKind.TABLE_ROW, "| Market Street | 310 | 325 |", group=2),
        block(BlockKind.TABLE_ROW, "| Harbour | 120 | 118 |", group=2),
    ),
)


CATALOGUE = (
    Listed(DocumentInfo("leaflet", "Leaflet", withdrawn="2023-05-31"), Standing.WITHDRAWN),
    Listed(DocumentInfo("library-2020", "Old Plan", date="2020"), Standing.SUPERSEDED, "library-2024", 0, 9),
    Listed(LIBRARY.info, Standing.CURRENT, "", 1, 4),
)


def span(words: str) -> Span:
    """Find these words in the library's text."""
    start = LIBRARY.text.index(words)
    return Span(start, start + len(words))


def passage(first: str, last: str, pieces: tuple[Piece, ...] = ()) -> Passage:
    """Make the passage that runs from one stretch of words to another."""
    start, end = span(first).start, span(last).end
    text = LIBRARY.text[start:end]
    return Passage(
        f"library-2024-{start}", "library-2024", ("Opening hours",), start, end, text, text, 3, "iii", pieces
    )


HOURS = passage("The town library", "Sundays.")
PROMISES = passage("The library promises", "a quiet room")
BRANCHES = passage("Spending by branch", "| Harbour | 120 | 118 |")
# A long table is cut: this passage has a row without the header above it.
HARBOUR_ROW = Piece(
    PieceKind.ROW,
    *span("| Harbour | 120 | 118 |"),
    header_cells=(span("Branch"), span("2023/24"), span("2024/25")),
)
HARBOUR = passage("| Harbour | 120 | 118 |", "| Harbour | 120 | 118 |", (HARBOUR_ROW,))


def cite(
    marker: int, passage: Passage, quote: str, *marks: str, superseded_by: str | None = None
) -> Citation:
    """Cite these words of a passage, with the answering words marked."""
    return Citation(marker, LIBRARY, passage, *span(quote), tuple(map(span, marks)), superseded_by)


OPENING = Answer(
    "How long is the library open?",
    Status.ANSWERED,
    "The town library opens for 48 hours a week. [1]\n\n"
    "- Market Street spends 325. [2]\n- Not a marker: [9].",
    understood_as="How long is the library open?",
    citations=(
        cite(1, HOURS, "The town library opens for 48 hours a week.", "48 hours a week"),
        cite(2, BRANCHES, "| Market Street | 310 | 325 |", "325"),
    ),
    notes=("This is from a plan of July 2024.",),
    suggestions=("What does the library promise?",),
    generation="gen-1",
    seconds=0.01234,
)
NOT_FOUND = Answer(
    "",
    Status.NOT_IN_DOCUMENTS,
    "The documents do not say that.",
    nearest=(cite(1, HOURS, "It closes on Sundays.", superseded_by="library-2027"),),
    suggestions=("How long is the library open?",),
    generation="gen-1",
)
UNCLEAR = Answer(
    "",
    Status.NEEDS_CLARIFICATION,
    "Did you mean one of these?",
    suggestions=("When is the town library open?", "When is the reading room open?"),
    generation="gen-1",
)
HELP = Answer("", Status.SIGNPOSTED, "If you are in danger now, call 999.", generation="gen-1")
PRIVATE = "quuxbert"  # what the assistant takes for personal data, and leaves out
INVALID = Answer("", Status.INVALID, "Please ask a question of at most 1,000 characters.")


@dataclass
class FakeAssistant:
    """Answers from a script, and keeps and says which questions came before each."""

    examples: tuple[str, ...] = ("How long is the library open?", "What does the library promise?")
    generation: str = "gen-1"
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer about opening hours, and any second question; ask back at "When?"; refuse the rest."""
        question = question.replace(PRIVATE, "[name left out]")
        self.asked.append((question, tuple(turn.question for turn in turns)))
        if not question.strip() or len(question) > 1_000:
            return _about(question, INVALID)
        if question == "Help!":
            return _about(question, HELP)
        if question == "When?":
            return _about(question, UNCLEAR)
        known = "open" in question or turns
        answer = _about(question, OPENING if known else NOT_FOUND)
        before = tuple(f"Asked after: {turn.question}" for turn in turns)
        return replace(answer, notes=(*answer.notes, *before))

    def answers(self, question: str, turns: Conversation = ()) -> Generator[Answer | None]:
        """Answer at once."""
        yield self.ask(question, turns)

    def recall(self, questions: Sequence[str]) -> Conversation:
        """Answer each after those before it."""
        return tuple(converse(self, questions))

    def retrieve(self, question: str, turns: Conversation = (), n: int = 8) -> tuple[ScoredPassage, ...]:
        """Find the same two passages for whatever is asked."""
        if not question.strip():
            raise QuestionInvalid("Please type a question.")
        return (ScoredPassage(HOURS, 0.9), ScoredPassage(PROMISES, 0.4))[:n]

    def signpost(self, message: str) -> Answer | None:
        """Send on whoever asks for help, in the words that are shown of it."""
        return _about(message, HELP) if message == "Help!" else None

    def check_claim(self, claim: str) -> Check:
        """Support what speaks of 48 hours, contradict any other claim about opening, find nothing else."""
        if not claim.strip():
            raise ClaimInvalid("Your claim is empty. Please type a statement about the documents.")
        if "open" not in claim:
            return Check(claim, Verdict.NOT_FOUND, "I found nothing.", generation="gen-1")
        verdict = Verdict.SUPPORTED if "48" in claim else Verdict.CONTRADICTED
        return Check(claim, verdict, "The plan gives 48 hours.", OPENING.citations[:1], "gen-1")

    def check_paper(
        self, path: Path, progress: Progress = unheard, most_chars: int = MOST_CHARS
    ) -> CheckedPaper:
        """Check a paper for real, with the verdicts above."""
        quotations = Quotations({"library-2024": LIBRARY}, {"library-2024": [HOURS, PROMISES]}, {}, "gen-1")
        return PaperChecker(self.check_claim, quotations, "gen-1").check(path, progress, most_chars)

    def compare(self, topic: str) -> Comparison:
        """Say of any topic but the moon what the plan and an older one say of it."""
        if "moon" in topic:
            raise NothingToCompare(f"I found nothing in the documents about “{topic}”.")
        lend, room = cite(1, PROMISES, "lend books free of charge"), cite(1, PROMISES, "keep a quiet room")
        items = (
            WhatBecame(None, lend, False),
            WhatBecame(room, None, False),
            WhatBecame(room, lend, False),
            WhatBecame(lend, lend, True),
        )
        said = (Said(CATALOGUE[1].info, (lend,)), Said(LIBRARY.info, (lend, room)))
        return Comparison(topic, said, (ListStep(CATALOGUE[1].info, LIBRARY.info, items),), "gen-1")

    def documents(self) -> tuple[DocumentInfo, ...]:
        """List the one document."""
        return (LIBRARY.info,)

    def catalogue(self) -> tuple[Listed, ...]:
        """List that document, an older one that it replaced, and one that was withdrawn."""
        return CATALOGUE

    def close(self) -> None:
        """There is nothing to let go of."""

    def figures(self) -> tuple[Figure, ...]:
        """Find the hours and one cell of the table."""
        return (
            Figure("48 hours", "hours", "", "a week", OPENING.citations[0]),
            Figure("=325", "£000", "2024/25", "Market Street, 2024/25", OPENING.citations[1]),
        )

    def document(self, key: str) -> Document | None:
        """Give the one document by its id."""
        return LIBRARY if key == LIBRARY.info.id else None

    def check(self) -> None:
        """Find the index in order."""


def _about(question: str, answer: Answer) -> Answer:
    return replace(answer, question=question, understood_as=question)
