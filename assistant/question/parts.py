"""A question that asks two things: "when was it set up, and who runs it?"."""

import re
from collections.abc import Sequence

from assistant.question.follow_up import subject_words
from assistant.question.patterns import ASKING_WORD, GRAMMAR
from assistant.question.sides import PAPER, times_in
from assistant.terms import MONTHS, stem

_SECOND = re.compile(rf"[,;]?\s+and\s+(?=(?:(?:by|in|for|to|with|on)\s+)?{ASKING_WORD})", re.I)
# In a search of keywords there is no "and": "how many branches how many vans".
_ASKED_AGAIN = re.compile(r"\s+(?=(?P<asks>how many|how much|when)\b)", re.I)
_ASKS = re.compile(rf"\b{ASKING_WORD}|\b(?:is|are|was|were|do|does|did)\b", re.I)
_TOPIC = re.compile(rf"(?:[\w'’-]+ ){{0,5}}[\w'’-]+: (?={ASKING_WORD})", re.I)
_WHICH = re.compile(
    r"(?:which|what)\s+(?P<thing>(?:[\w'’-]+\s+){1,3}?)(?:does|do|did|is|are|was|were|has|have|can|will)\b",
    re.I,
)
_ONES = re.compile(r"(which|what) ones?\b", re.I)
_OF_TIMES = frozenset(stem(word) for word in (*MONTHS, "one", "ones"))
_LEAST_WORDS = 3
_LITTLE = 1  # words of its own with which a half still asks what the first one does


def parts_of(question: str) -> tuple[str, ...]:
    """The question itself, or its two halves where each is a question of its own.

    What stands before both ("Dogs: who …, and where …?") is said in both.
    """
    topic = _TOPIC.match(question)
    shared = topic.group() if topic else ""
    asked = question[len(shared) :]
    for match in (*_SECOND.finditer(asked), *_asked_again(asked)):
        first, second = asked[: match.start()], asked[match.end() :]
        if _ASKS.search(first) and len(first.split()) >= _LEAST_WORDS and len(second.split()) >= _LEAST_WORDS:
            second = _with_its_noun(second, first)
            second = second if shared else second[:1].upper() + second[1:]
            return f"{shared}{first}?", f"{shared}{second}"
    return (question,)


def of_two_times(parts: Sequence[str]) -> bool:
    """True for two halves that each name a time: "what was said in 2015, and what does the new plan say?"."""
    return len(parts) == 2 and all(map(times_in, parts))


def ask_the_same(parts: Sequence[str]) -> bool:
    """True where the second half has hardly a word but for its time that the first has not."""
    first, second = ({stem(word) for word in subject_words(PAPER.sub(" ", part))} for part in parts)
    return len(second - first - _OF_TIMES) <= _LITTLE


def _asked_again(asked: str) -> list[re.Match[str]]:
    """Where keywords ask with the words once more that they began with."""
    if GRAMMAR.search(asked):
        return []
    return [
        again for again in _ASKED_AGAIN.finditer(asked) if asked.lower().startswith(again["asks"].lower())
    ]


def _with_its_noun(second: str, first: str) -> str:
    """After "which boats …", "which ones …" asks which boats."""
    thing = _WHICH.match(first)
    return _ONES.sub(lambda ones: f"{ones[1]} {thing['thing'].strip()}", second, count=1) if thing else second
