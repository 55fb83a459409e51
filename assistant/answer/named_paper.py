"""Of which paper a sentence tells, where it names one: "the plan" asked about is not every plan."""

import re

from assistant.question.patterns import any_of
from assistant.terms import STOP_WORDS, stem, words

_PAPER = r"(?:plan|report|strategy|statement|policy|protocol|review|framework)"
_THE_PAPER = any_of(rf"\b(?:the|this|that|your|its|his|her) (?:[\w-]+ ){{0,3}}?{_PAPER}\b")
# "The Harbour Plan", "HBP plan"; "The Plan" alone is the one that the sentence stands in.
_NAMED_PAPER = re.compile(rf"((?:\b[A-Z][\w’']*,? (?:(?:and|of|for|&) )*)+)(?i:{_PAPER})\b")


def is_of_another_paper(question: str, text: str, title: str) -> bool:
    """True where *question* is about "the plan", and *text* only about ones of other names than *title*."""
    if not _THE_PAPER.search(question):
        return False
    own = {stem(word) for word in (*words(title), *STOP_WORDS)}
    asked = {stem(word) for word in words(question)} - own
    names = [{stem(word) for word in words(match[1])} - own for match in _NAMED_PAPER.finditer(text)]
    return bool(names) and all(name and name.isdisjoint(asked) for name in names)
