"""Where sentences end: a careful splitter for plain English prose, by spans."""

import re
from collections.abc import Iterator

from assistant.types import Span

_STOP = re.compile(
    r"""[.!?…]+            # the stop itself
        [)\]}”’"'»⁰¹²³⁴-⁹]*  # closing marks and footnote numbers belong to the sentence
        (?=\s)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[“‘\"'«]*$")
# A stop after these never ends a sentence: a name, a number or more words must follow.
_TITLES = "mr mrs ms mx dr prof rev revd hon cllr messrs st sgt insp supt lt capt col gen"
_SHORTENED = "e.g i.e eg ie cf vs viz approx ca fig figs para paras pp vol"
_ALWAYS_FOLLOWED = frozenset(f"{_TITLES} {_SHORTENED}".split())
# After these the stop ends nothing when a figure follows: "No. 5", "p. 12", "c. 1850".
_COUNTED = "no nos p c ch art sec ref tel ext est max min app reg"
_BEFORE_FIGURES = frozenset(_COUNTED.split())
_NEAR = 80
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:\.\d{1,3})*")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Cut `text[start:end]` into exact, trimmed spans that together hold every visible character."""
    spans = []
    for stop in (*_stops(text, start, end), end):
        sentence = text[start:stop]
        begin = start + len(sentence) - len(sentence.lstrip())
        if begin < stop:
            spans.append(Span(begin, begin + len(sentence.strip())))
        start = stop
    return tuple(spans)


def sentences_of(text: str) -> list[str]:
    """The sentences of the whole of *text*, trimmed, in their order."""
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        # A look at what is near is enough, and keeps a text of a million stops from taking a million looks.
        before = text[max(begin, match.start() - _NEAR) : match.start()]
        if _ends_sentence(before, match[0], text[match.end() : min(end, match.end() + _NEAR)]):
            yield match.end()
            begin = match.end()


def _ends_sentence(before: str, stop: str, after: str) -> bool:
    upcoming = next((char for char in after if char.isalnum()), "")
    if not upcoming:
        return bool(after.strip())
    if upcoming.islower():
        return False
    return stop[0] != "." or len(stop.rstrip(")]}”’\"'»")) > 1 or _is_full_stop(before, stop, upcoming)


def _is_full_stop(before: str, stop: str, upcoming: str) -> bool:
    match = _LAST_WORD.search(before)
    word = match[0] if match else ""
    if before.strip() == word and _LIST_NUMBER.fullmatch(word):
        return False
    if stop == "." and (word.lower() in _ALWAYS_FOLLOWED or _INITIAL.fullmatch(word)):
        return False
    return not (word.lower() in _BEFORE_FIGURES and upcoming.isdigit())
