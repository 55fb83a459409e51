"""Query: one question understood, ready for retrieval and for weighing evidence."""

from dataclasses import dataclass, field

from assistant.question.kinds import Kind
from assistant.question.periods import Period


@dataclass(frozen=True, slots=True)
class Term:
    """One word that the answer should speak about; `weight` is 1 for what was asked now, less for what was carried."""

    word: str
    stem: str
    weight: float = 1.0
    is_name: bool = False
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks for.

    `asked` is the cleaned question; `text` stands alone; `named_documents` were meant by the reader
    (title, date or kind), `timely_documents` are of the time that was asked about; `focus` are the ids of the
    passages that the turn before rested on, for a follow-up; `asked_for` are the stems of the thing that is counted,
    named or described ("how many *community panels*"), its head last.
    """

    asked: str
    text: str
    kind: Kind
    wants_list: bool
    terms: tuple[Term, ...]
    periods: tuple[Period, ...] = ()
    named_documents: frozenset[str] = frozenset()
    timely_documents: frozenset[str] = frozenset()
    is_comparison: bool = False
    years_told: frozenset[str] = frozenset()
    is_follow_up: bool = False
    focus: frozenset[str] = field(default_factory=frozenset)
    ordinal: int | None = None
    asked_for: tuple[str, ...] = ()

    @property
    def unknown_words(self) -> tuple[str, ...]:
        """Words of the question that the documents do not use and general English does not explain."""
        return tuple(term.word for term in self.terms if not term.is_known)
