"""Query: one question understood, ready for retrieval and for weighing evidence."""

from dataclasses import dataclass

from assistant.question.kinds import Kind
from assistant.question.periods import Period

_NEARLY = 0.5  # credit from which two words mean nearly the same


@dataclass(frozen=True, slots=True)
class Term:
    """One word that the answer should speak about.

    `weight` is 1 for what was asked now and less for what was carried over; `like` are the stems of words of
    nearly the same meaning, each with the credit that it earns (below 1). `is_name` marks what no other word
    may stand for: a name, or a topic that the corpus lacks.
    """

    word: str
    stem: str
    weight: float = 1.0
    is_name: bool = False
    is_known: bool = True
    like: tuple[tuple[str, float], ...] = ()


# Kinds that a list may answer though they do not ask for one.
OPEN_KINDS = frozenset({Kind.OTHER, Kind.DEFINITION, Kind.MANNER, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks for.

    `asked` is the cleaned question; `text` stands alone, `core` is its clause that asks. `named_documents`
    were meant by the reader (title, date or kind), `timely_documents` are of the time that was asked about.
    `asks_change` is true where it asks how one figure differs from another ("did it go up?").
    `focus` are the ids of the passages that the turn before rested on, `avoid` those to go beyond;
    `leans_fully` is true where a follow-up says nothing of its own ("why?"). `asked_for` are the stems of
    the thing that is counted, named or described ("how many *night buses*"), its head last; `owner` those
    of whose figure it is ("the *fire service*'s budget"), `paid_for` those of what a sum is for.
    `asks_who_does` is true for "who checks the accounts?", which a body may do, not for "who is the chair?".
    """

    asked: str
    text: str
    core: str
    kind: Kind
    wants_list: bool
    terms: tuple[Term, ...]
    periods: tuple[Period, ...] = ()
    named_documents: frozenset[str] = frozenset()
    timely_documents: frozenset[str] = frozenset()
    is_comparison: bool = False
    asks_change: bool = False
    years_told: frozenset[str] = frozenset()
    is_follow_up: bool = False
    focus: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    leans_fully: bool = False
    asked_for: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    paid_for: tuple[str, ...] = ()
    asks_who_does: bool = False

    @property
    def asks_for_list(self) -> bool:
        """True where a list answers: "which branches are open?", and not "what share of members voted?"."""
        return self.wants_list and self.kind in OPEN_KINDS | {Kind.LIST, Kind.COUNT}

    def meanings(self, stem: str) -> frozenset[str]:
        """The stem and those of nearly the same meaning."""
        like = next((term.like for term in self.terms if term.stem == stem), ())
        return frozenset({stem, *(other for other, credit in like if credit >= _NEARLY)})
