"""What the corpus teaches about words: how rare they are, which are names, what abbreviations stand for."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.question.lexicon import SHORT_FORMS, synonyms
from assistant.question.spelling import Spelling
from assistant.terms import FRAME_WORDS, STOP_WORDS, normalise, stem, words
from assistant.types import DocumentInfo, Passage

_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z]*[A-Z]s?)\)")
_WORDS_BEFORE = re.compile(r"(?:[\w'’&-]+\s+){1,9}$")
_REACH = 400  # characters that nine words do not exceed
_EXPANDED = re.compile(
    r"\b([A-Z]{2,}s?)\s+\(((?:[A-Z][\w'’&-]*|and|of|the|for|in|to|[,&])(?:\s+[\w'’&-]+){1,8})\)"
)
_MID_SENTENCE_WORD = re.compile(r"(?<=[a-z,;:0-9’'] )[A-Za-z][\w'’]*")
_LONG_NAME = re.compile(r"\b[A-Z][\w'’]*(?:,? (?:(?:of|and|for|the|in|on|&) )*[A-Z][\w'’]*)+")
_JOINT = re.compile(r",? (?:(?:of|and|for|the|in|on|&) )+|, ")
_MOSTLY = 0.7  # a word that is capitalised this often inside sentences is a name


@dataclass(frozen=True)
class Vocabulary:
    """The words of one corpus; `words` and `stems` tell in how many of the `passages` each stands.

    `english` are words of general English, the commonest first.
    """

    words: Mapping[str, int]
    stems: Mapping[str, int]
    passages: int
    names: frozenset[str]
    abbreviations: Mapping[str, tuple[str, ...]]
    english: Sequence[str] = ()
    long_names: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        word_counts: Mapping[str, int],
        stem_counts: Mapping[str, int],
        passages: Iterable[Passage],
        documents: Iterable[DocumentInfo],
        english: Sequence[str] = (),
    ) -> "Vocabulary":
        """Learn names and abbreviations from *passages* and *documents*; the counts come from the index."""
        texts = [passage.text for passage in passages]
        abbreviations: dict[str, tuple[str, ...]] = dict(SHORT_FORMS)
        abbreviations |= {
            short.lower(): tuple(words(long)) for info in documents for short, long in info.abbreviations
        }
        for text in texts:
            abbreviations |= _abbreviations_in(text)
        names = _names_in(texts)
        long = _long_names_in(texts)
        return cls(word_counts, stem_counts, max(len(texts), 1), names, abbreviations, english, long)

    def idf(self, term: str) -> float:
        """How rare a stem is: ln((N + 1) / (n + 0.5)) over N passages; an unknown stem counts as rarest."""
        return math.log((self.passages + 1) / (self.stems.get(term, 0) + 0.5))

    def knows(self, word: str) -> bool:
        """True when the corpus uses *word*, its stem, or a word of nearly the same meaning."""
        root = stem(word)
        return (
            word in self.words
            or root in self.stems
            or word in self.abbreviations
            or any(other in self.stems for other in synonyms().get(root, ()))
        )

    def is_name(self, word: str) -> bool:
        """True when the corpus writes *word* with a capital inside sentences."""
        return word in self.names

    def with_long_names(self, text: str) -> str:
        """*text* with the names of several words that the corpus has, in capitals as it writes them."""
        return self._long_name.sub(lambda match: self._capitals[_plain(match.group())], text)

    @cached_property
    def _capitals(self) -> Mapping[str, str]:
        return {_plain(name): name for name in self.long_names}

    @cached_property
    def _long_name(self) -> re.Pattern[str]:
        longest_first = sorted(self._capitals, key=len, reverse=True)
        ways = "|".join(re.escape(name).replace("'", "['’]") for name in longest_first)
        return re.compile(rf"\b(?:{ways or '(?!)'})(?!\w)", re.IGNORECASE)

    def correction(self, word: str) -> str | None:
        """The word that *word* is a misspelling of, most likely one of the corpus; None when none is near."""
        return self._spelling.correction(word)

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling((*self.words, *STOP_WORDS, *FRAME_WORDS), self.english)

    @cached_property
    def compounds(self) -> Mapping[str, tuple[str, str]]:
        """Closed compounds by their stem, with the stems of both halves ("weekend" → "week", "end")."""
        halves: dict[str, tuple[str, str]] = {}
        for word in self.words:
            for cut in range(4, len(word) - 3):
                left, right = word[:cut], word[cut:]
                if left in self.words and right in self.words:
                    halves[stem(word)] = (stem(left), stem(right))
        return halves


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """What understanding needs of the corpus.

    `is_english` knows words that need no correction; `like_words` finds the corpus's stems that mean nearly
    the same as each word, with their cosines.
    """

    vocabulary: Vocabulary
    documents: Sequence[DocumentInfo]
    is_english: Callable[[str], bool]
    is_common: Callable[[str], bool]
    like_words: Callable[[Sequence[str]], Mapping[str, Sequence[tuple[str, float]]]]


def _names_in(texts: Iterable[str]) -> frozenset[str]:
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for text in texts:
        for match in _MID_SENTENCE_WORD.finditer(normalise(text)):
            word = match.group()
            counted = capital if word[0].isupper() else lower
            counted[word.lower()] += 1
    return frozenset(
        word for word, n in capital.items() if n / (n + lower[word]) >= _MOSTLY and word not in STOP_WORDS
    )


def _long_names_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of several words, and the names that these are made of, where capitals are the rule for them."""
    found = Counter(name for text in texts for name in _names_of_several_words(text))
    plain = "\n".join(map(_plain, texts))
    return tuple(name for name in found if found[name] >= _MOSTLY * plain.count(_plain(name)))


def _names_of_several_words(text: str) -> Iterator[str]:
    for match in _LONG_NAME.finditer(text):
        for part in dict.fromkeys((match.group(), *_JOINT.split(match.group()))):
            first, _, rest = part.partition(" ")
            # "The Harbour Board" is the board at the beginning of a sentence.
            name = (rest if first.lower() in STOP_WORDS else part).strip("'’,")
            if " " in name:
                yield name


def _plain(name: str) -> str:
    return name.lower().replace("’", "'")


def _abbreviations_in(text: str) -> dict[str, tuple[str, ...]]:
    """Abbreviations that *text* explains, "Long Form (LF)" or "LF (Long Form)", lower-cased."""
    found: dict[str, tuple[str, ...]] = {}
    for match in _ABBREVIATION.finditer(text):
        before = _WORDS_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        short = match[1].rstrip("s") if match[1][-1] == "s" else match[1]
        long = _tail_that_spells(short, before[0].split()) if before else []
        if long:
            found[short.lower()] = tuple(words(" ".join(long)))
    for match in _EXPANDED.finditer(text):
        initials = [word[0] for word in match[2].split() if word[0].isupper()]
        if len(initials) >= 2 and match[1][0] == initials[0]:
            found[match[1].lower()] = tuple(words(match[2]))
    return found


def _tail_that_spells(short: str, before: list[str]) -> list[str]:
    """The fewest words at the end of *before* that have the letters of *short*, its first letter first."""
    for size in range(2, len(before) + 1):
        tail = before[-size:]
        initials = "".join(part[0] for word in tail for part in word.split("-") if part)
        if tail[0][0].upper() == short[0].upper() and _is_subsequence(short.lower(), initials.lower()):
            return tail
    return []


def _is_subsequence(short: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in short)
