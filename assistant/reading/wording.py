"""The words of a corpus: what is written how often, and which word follows which."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PAIR = re.compile(r"(?=(?<![\w-])([^\W\d_][\w’'-]*) ([^\W\d_][\w’'-]*))")
_LAST = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*$")
# Words that no sentence ends with in plain English: more must follow.
_LEADING = """a an the and or but of for from with into at as my our your their his its this these those which
who that if because while whether between than every each
am are is was were be been will would can could should may must have has had not"""
LEADING_WORDS = frozenset(_LEADING.split())
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """How often each word, and each pair of neighbours within a line, is written.

    Words and pairs are in small letters; tokens are the neighbours as written, with capitals and stops.
    """

    words: Counter[str]
    pairs: Counter[tuple[str, str]]
    tokens: Counter[tuple[str, str]]
    hyphenated: dict[str, list[str]]

    def goes_on(self, left: str, right: str) -> bool:
        """Whether the first words of `right` plainly go on from the last word of `left`."""
        last, first = _LAST.search(left.lower()), _WORD.match(right.lower())
        if last is None or first is None:
            return False
        return last[0] in LEADING_WORDS or self.pairs[last[0], first[0]] > 0

    def mend_hyphens(self, text: str) -> str:
        """Put lost hyphens back: `endtoend` becomes `end-to-end` where that is how the corpus writes it."""
        return _HYPHENATED.sub(lambda match: self._mended(match[0]), text)

    def _mended(self, word: str) -> str:
        lower = word.lower()
        for form in self.hyphenated.get(lower.replace("-", ""), ()):
            if form.count("-") > lower.count("-") and self.words[form] >= self.words[lower]:
                return _hyphenate_like(word, form)
        return word

    def join(self, left: str, right: str) -> str:
        """Join a line that ends in a hyphen with the next; the hyphen goes if the corpus writes without."""
        head = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*-$", left)
        tail = _WORD.match(right)
        if head is None or tail is None:
            return left + right
        with_hyphen = (head[0] + tail[0]).lower()
        without = (head[0][:-1] + tail[0]).lower()
        known = self.words[head[0][:-1].lower()] and self.words[tail[0].lower()]
        if self.words[without] > self.words[with_hyphen] or not (self.words[with_hyphen] or known):
            return left[:-1] + right
        return left + right


def learn(texts: Iterable[str]) -> Wording:
    """Count the words of all texts together."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    tokens: Counter[tuple[str, str]] = Counter()
    for text in texts:
        lower = text.lower()
        words.update(_WORD.findall(lower))
        for line in text.split("\n"):
            tokens.update(pairwise(line.split()))
        for line in lower.split("\n"):
            pairs.update((match[1], match[2]) for match in _PAIR.finditer(line))
    hyphenated: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: -words[word]):
        if "-" in word:
            hyphenated[word.replace("-", "")].append(word)
    return Wording(words, pairs, tokens, dict(hyphenated))


def _hyphenate_like(word: str, form: str) -> str:
    """Write `word`, whatever its capitals, with the hyphens of `form`."""
    letters = iter(word.replace("-", ""))
    return "".join("-" if char == "-" else next(letters, "") for char in form)
