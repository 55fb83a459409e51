"""Names in a text: of people, and of bodies, places and things, by their capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.question.lexicon import FIRST_NAMES
from assistant.question.vocabulary import Vocabulary
from assistant.terms import MONTHS, STOP_WORDS, stem, words

_CAPITAL = r"[A-Z][\w'&-]*"
_NAME = re.compile(rf"\b{_CAPITAL}(?: (?:(?:of|for) )?{_CAPITAL})*")
_PERSON_LAST = re.compile(rf"(?<= )(?P<first>{_CAPITAL}) {_CAPITAL}$")
_THE = len("the ")
_NO_NAME = frozenset(MONTHS) | {"i"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands at `start` to `end` of a text, with the stems of its words."""

    stems: frozenset[str]
    is_person: bool
    start: int
    end: int

    @property
    def is_first(self) -> bool:
        """Whether the text begins with it, or with "the" before it."""
        return self.start <= _THE


def names_in(text: str, vocabulary: Vocabulary) -> tuple[Name, ...]:
    """Every name of *text* in order; a first word is one only where the corpus writes it as a name."""
    found = (_name(*span, text, vocabulary) for span in _spans(text))
    return tuple(name for name in found if name)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand; one that ends with a person's is two: "Seaport Quay", "Ann Lee"."""
    for match in _NAME.finditer(text):
        person = _PERSON_LAST.search(match.group())
        at = match.start() + person.start("first") if person and person["first"].lower() in FIRST_NAMES else 0
        if at:
            yield match.start(), at - 1
        yield at or match.start(), match.end()


def _name(start: int, end: int, text: str, vocabulary: Vocabulary) -> Name | None:
    said = text[start:end]
    first, _, rest = said.partition(" ")
    begins = not text[:start].strip(" “\"'(-•")
    is_person = first.lower() in FIRST_NAMES and bool(rest)
    bare = words(first)[:1] or [""]
    if bare[0] in STOP_WORDS or (begins and not is_person and not vocabulary.is_name(bare[0])):
        start, said = start + len(first) + 1, rest
    stems = frozenset(stem(word) for word in words(said) if word not in STOP_WORDS and word not in _NO_NAME)
    return Name(stems, is_person, start, end) if stems else None


def author_heads(author: str) -> frozenset[str]:
    """The stems that say who *author* is: those of the person's name, and "Commissioner" of their office."""
    name, _, office = author.partition(",")
    head = re.split(r" (?:of|for) ", office)[0]
    return frozenset(stem(word) for word in (*words(name), *words(head)[-1:]))
