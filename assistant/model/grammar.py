"""Where the deeds of a sentence stand, who does each and to whom, by its small words alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model.phrases import in_one_word
from assistant.model.small_words import HARMLESS
from assistant.terms import normalise, stem

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,;:()–—]|\s-\s")
_BE = frozenset(
    "am is are was were be been being remain remains remained stay stays stayed"
    " continue continues continued".split()
)
_HAVE = frozenset("has have had".split())
_AUXILIARIES = _BE | _HAVE | frozenset("do does did will would can could may might must should".split())
DONE = re.compile(
    r"\w{2,}(?:ed|wn)|set|held|made|led|run|paid|put|built|told|sent|spent|brought|kept|found|left|met|begun|sold"
    r"|given|taken|written|chosen|broken|spoken|driven|proven|fallen|seen|done|gone|won|lost|cut|hit|shut|taught"
)
_ADVERBS = frozenset(
    "also still now already recently then therefore formally currently only not never too very more"
    " most".split()
)
RELATIVES = frozenset("which who whom that whose".split())
_SUBJECTS = frozenset("i we it they he she".split())
SPEAKERS = frozenset(("i", "we"))
WHICH = RELATIVES - {"that"}  # which also begins what somebody says
_ENDS = frozenset(
    "although though while whilst whereas because as when where if until since despite but".split()
)
_BEHIND = frozenset(
    "to of in on at by for from with into over under within during about through and or between".split()
)
REASONS = frozenset("as because since when after before following despite".split())
_NO_OBJECT = _BEHIND | REASONS | _ENDS | RELATIVES
_MOST = 12  # words of a phrase


@dataclass(frozen=True, slots=True)
class Said:
    """A text as its words and their stems."""

    words: Sequence[str]
    stems: Sequence[str]

    def places(self, root: str) -> list[int]:
        """Where *root* stands."""
        return [at for at, other in enumerate(self.stems) if other == root]


class Grammar(Said):
    """A text as words and marks in lower case, and their stems, which marks have none."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> "Grammar":
        """*text* taken apart."""
        found = [match.group().strip() for match in _WORD.finditer(in_one_word(normalise(text)).lower())]
        return cls(found, [stem(word) if word[0].isalnum() else "" for word in found])

    def behind(self, at: int) -> list[str]:
        """What is said behind *at*, as far as the next mark."""
        rest = self.stems[at + 1 :]
        end = rest.index("") if "" in rest else len(rest)
        return [root for root in rest[:end] if root not in HARMLESS]

    def helped_from(self, at: int) -> int:
        """Where what helps the deed at *at* begins; *at* itself where nothing does."""
        start = at
        while start and self._helps(start - 1):
            start -= 1
        return start

    def is_deed(self, at: int) -> bool:
        """Whether a deed or a state stands at *at*: behind an auxiliary or "I", or done "by" somebody."""
        if not self.words[at].isalpha() or self._helps(at) or self.words[at] in _ENDS:
            return False
        helpers = [word for word in self.words[self.helped_from(at) : at] if word in _AUXILIARIES]
        if helpers:
            return helpers[-1] not in _HAVE or bool(DONE.fullmatch(self.words[at]))
        if self.is_passive(at) or (DONE.fullmatch(self.words[at]) and self.has_object(at)):
            return True
        before = self.words[at - 1] if at else ""
        is_from_which = self.words[at - 2 : at - 1] and self.words[at - 2] in _BEHIND
        return before in SPEAKERS or (before in WHICH and not is_from_which)

    def is_helped(self, at: int) -> bool:
        """Whether an auxiliary stands before what is at *at*."""
        return any(word in _AUXILIARIES for word in self.words[self.helped_from(at) : at])

    def is_passive(self, at: int) -> bool:
        """Whether the deed at *at* is done to what stands before it."""
        if not DONE.fullmatch(self.words[at]):
            return False
        helpers = self.words[self.helped_from(at) : at]
        return any(word in _BE for word in helpers) or (not helpers and self.words[at + 1 : at + 2] == ["by"])

    def is_gerund(self, at: int) -> bool:
        """Whether the deed at *at* is told of nobody in particular: "in lending books"."""
        return self.words[at].endswith("ing") and at > 0 and self.words[at - 1] in _BEHIND

    def is_state(self, at: int) -> bool:
        """Whether something "is" what stands at *at*, which nobody does."""
        helpers = self.words[self.helped_from(at) : at]
        is_done = DONE.fullmatch(self.words[at]) or self.words[at].endswith("ing")
        return any(word in _BE for word in helpers) and not is_done

    def before(self, at: int) -> frozenset[str]:
        """The phrase before the deed at *at*: who does it, or to whom; empty where that is not plain."""
        end = self.helped_from(at)
        last = self.words[end - 1] if end else ""
        if last in {"to", "and"}:
            return frozenset()
        if last in _SUBJECTS:
            return frozenset((self.stems[end - 1],))
        if end and self.words[end - 1] in RELATIVES:  # "the west, which is rural"
            end -= 2 if self.words[end - 2 : end - 1] == [","] else 1
        start = end
        while start and end - start < _MOST and not self._parts(start - 1):
            start -= 1
        return frozenset(self.stems[start:end])

    def by(self, at: int) -> frozenset[str]:
        """Who does the passive deed at *at*, by the text; empty where it does not say."""
        for place in range(at + 1, min(at + _MOST, len(self.words))):
            if self.words[place] == "by":
                return frozenset(self._phrase(place + 1))
            if not self.stems[place]:
                break
        return frozenset()

    def has_object(self, at: int) -> bool:
        """Whether the deed at *at* is done to what stands right behind it."""
        behind = self.words[at + 1 : at + 2]
        return bool(behind) and behind[0].isalpha() and behind[0] not in _NO_OBJECT

    def _phrase(self, start: int) -> Sequence[str]:
        end = start
        while end < len(self.words) and end - start < _MOST and not self._parts(end):
            end += 1
        return self.stems[start:end]

    def _parts(self, at: int) -> bool:
        word = self.words[at]
        return not self.stems[at] or word in _AUXILIARIES or word in RELATIVES or word in _ENDS

    def _helps(self, at: int) -> bool:
        word = self.words[at]
        is_to_be = word == "to" and self.words[at + 1 : at + 2] in (["be"], ["have"])
        is_adverb = word.endswith("ly") and at > 0 and self.words[at - 1] in _AUXILIARIES
        is_article = word in {"a", "an", "the"} and at > 0 and self.words[at - 1] in _BE
        return word in _AUXILIARIES or word in _ADVERBS or is_to_be or is_adverb or is_article
