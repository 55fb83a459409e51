"""Where the words of a quote stand on a page: found again by their letters alone, or not at all."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from assistant.reading.pdf.sheet import Box, Word, around

_LEAST_RUN = 12  # letters that stand together, so that they are there for no other reason
_LEAST_PART = 3  # letters of a quote on one of two pages
_LEAST_SHARE = 0.6  # of the quote's letters; the rest may stand on the next page
_SAME_LINE = 0.5  # of the size of the letters


def letters(text: str) -> str:
    """The letters and figures of a text alone: what no line break, hyphen, ligature or markup changes."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def times(quote: str, text: str) -> int:
    """How often a text says the same as a quote, going by their letters."""
    return sum(1 for _ in _starts(letters(quote), letters(text)))


def places_of(quote: str, words: Sequence[Word], earlier: int = 0) -> list[Box]:
    """A box for each line of the quote among the words of a page, in the order of the file.

    *earlier* is how often the page says the same before the quote. Nothing where too little of it is found,
    or where it cannot be told which of several places is meant.
    """
    spelt, owners = _spelt(words)
    return _boxes(_spans(quote, spelt, earlier), words, owners)


def places_over(quote: str, words: Sequence[Word], following: Sequence[Word]) -> tuple[list[Box], list[Box]]:
    """The boxes of a quote that begins on one page and ends on the next, for both; nothing for any other."""
    wanted = letters(quote)
    (here, owners), (there, following_owners) = _spelt(words), _spelt(following)
    if wanted in here:
        return [], []
    for cut in range(len(wanted) - _LEAST_PART, _LEAST_PART - 1, -1):
        # It ends the one page and begins the other, but for what is printed on all pages.
        start, end = here.rfind(wanted[:cut]), there.find(wanted[cut:])
        if start >= 0 and end >= 0:
            rest = len(wanted) - cut
            return (
                _boxes([(start, start + cut)], words, owners),
                _boxes([(end, end + rest)], following, following_owners),
            )
    return [], []


def _spelt(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The letters of all words, and for each the number of its word."""
    found = [letters(word.text) for word in words]
    return "".join(found), [number for number, of_word in enumerate(found) for _ in of_word]


def _boxes(spans: Sequence[tuple[int, int]], words: Sequence[Word], owners: Sequence[int]) -> list[Box]:
    return [box for start, end in spans for box in _lines(words[n] for n in sorted(set(owners[start:end])))]


def _spans(quote: str, spelt: str, earlier: int) -> list[tuple[int, int]]:
    """Where the quote's letters stand in those of the page: in one run, or in several long ones."""
    wanted = letters(quote)
    whole = list(_starts(wanted, spelt))
    if whole:
        return [(whole[earlier], whole[earlier] + len(wanted))] if earlier < len(whole) else []
    runs = list(_runs([found for part in quote.split() if (found := letters(part))], spelt))
    share = sum(end - start for start, end in runs) / max(1, len(wanted))
    return runs if share >= _LEAST_SHARE else []


def _starts(wanted: str, spelt: str) -> Iterator[int]:
    at = spelt.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = spelt.find(wanted, at + 1)


def _runs(parts: Sequence[str], spelt: str) -> Iterator[tuple[int, int]]:
    """The longest runs of a quote's words that stand together on the page, and only once."""
    first = 0
    while first < len(parts):
        last, run = first, ""
        while last < len(parts) and run + parts[last] in spelt:
            run += parts[last]
            last += 1
        if len(run) >= _LEAST_RUN and spelt.count(run) == 1:
            start = spelt.index(run)
            yield start, start + len(run)
        first = max(last, first + 1)


def _lines(words: Iterable[Word]) -> Iterator[Box]:
    """The boxes of words that follow one another, those of one line as one."""
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line[-1], word):
            yield around(each.box for each in line)
            line = []
        line.append(word)
    if line:
        yield around(each.box for each in line)


def _goes_on(one: Word, other: Word) -> bool:
    return abs(one.base - other.base) < _SAME_LINE * one.size and other.box.left >= one.box.left
