"""Whether a sentence says what a text says, in its order: none that is not there, none lost that matters."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.check.coverage import stands_in
from assistant.model.small_words import (
    BEGINS_ASIDE,
    CONDITIONS,
    DENIALS,
    FIRST_PERSON,
    HARMLESS,
    LIGHT,
    PRONOUNS,
    SAME,
    WEIGHTY,
    WISHED,
)
from assistant.model.tokens import Token, tokens_of
from assistant.model.weight import AWARE, exclude
from assistant.question.lexicon import synonyms

_FEWEST = 3  # words that both have
_MOST_LOST = 2  # words that say something, out of the middle of a clause
# Who says it, before what is said.
LEAD = re.compile(
    r"^(?:according to [^,]{3,80}, |(?:it is (?:stated|said|noted|reported)|(?:the|this) (?:\w+ ){0,4}?"
    r"(?:document|plan|report|paper|source|text|evidence|strategy|statement)s? "
    r"(?:says?|states?|notes?|reports?|explains?|sets? out|mentions?|confirms?|tells?(?: us)?)),? that )",
    re.I,
)
_TIME_FIRST = re.compile(
    r"^((?:in|on|during|since|from|by|at|for|over) (?:[^,.]{2,40}(?=,)|(?:\w+ ){0,3}\d{4}\b)),? (.+?)\.?$",
    re.I,
)
_OFTEN = r"(?:every|each) (?:year|quarter|month|week|day)|annually|quarterly|monthly|weekly|daily"
_TIME_LAST = re.compile(rf"^(.+) ((?:in|on|during|since|from|by|for) [^,.]{{2,40}}?|{_OFTEN})\.?$", re.I)

_OPENING = re.compile(
    r"^((?:in|as|on|at|due|following|linked|alongside|despite|since|during|throughout|from|for|with|over|after"
    r"|furthermore|also|indeed|however|therefore|similarly|crucially|nationally)\b[^,;:]{0,160}), (.+)$",
    re.I,
)
_IT_IS = re.compile(
    r"^It is (?:also |still )?(expected|anticipated|hoped|intended|planned|proposed) that (.+?) will (.+)$"
)
_PASSIVE = re.compile(
    r"^(?P<whom>.+?) (?:is|are|was|were|has been|have been)(?: \w+ly)? "
    r"(?P<done>\w+(?:ed|en)|set|held|made|led|run|paid)\b(?P<how>.*?)"
    r" by (?P<who>(?:(?:the|his|her|its|their|my) )?[\w’'& -]+?)"
    r"(?P<rest>(?: (?:at|on|in|for|from|during|since|to|with|under)\b.*|,.*|)\.?)$",
    re.I,
)


def says_closely(
    sentence: str, text: str, before: Collection[str], author: Sequence[str], heads: Collection[str]
) -> bool:
    """True where *sentence* only rewords *text*, in its order.

    *before* are stems that a pronoun of *text* may stand for, *author* those of whoever says "I", in order,
    of which *heads* say who it is.
    """
    plain = AWARE.sub("", text)
    told = [tokens_of(way) for way in (plain, *_active(plain), *_without_opening(plain), *_raised(plain))]
    said = [tokens_of(way) for way in _ways(sentence)]
    return any(_Reading(one, other, before, author, heads).is_close for one in said for other in told)


def _ways(sentence: str) -> Iterator[str]:
    """The sentence without who says it, in the active voice, and with a time at its other end."""
    bare = LEAD.sub("", sentence)
    yield bare
    if match := _TIME_FIRST.match(bare):
        yield f"{match[2]} {match[1]}."
    if match := _TIME_LAST.match(bare):
        yield f"{match[2]}, {match[1]}."
    yield from _active(bare)


def _active(sentence: str) -> Iterator[str]:
    """What "The plan was endorsed by the board" is in the active voice: "the board endorsed the plan"."""
    if match := _PASSIVE.match(sentence):
        yield "{who} {done} {whom}{how}{rest}".format(**match.groupdict())


def _raised(text: str) -> Iterator[str]:
    """The text with what is expected first: "the price is expected to fall" for "it is expected that …"."""
    if match := _IT_IS.match(text):
        yield f"{match[2]} is {match[1]} to {match[3]}"


def _without_opening(text: str) -> Iterator[str]:
    """The text without "As well as lending books," before its statement; a condition is no such opening."""
    match = _OPENING.match(text)
    if match and not any(token.key in CONDITIONS | DENIALS for token in tokens_of(match[1])):
        yield match[2]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a sentence beside what it is told from."""

    said: Sequence[Token]
    told: Sequence[Token]
    before: Collection[str]
    author: Sequence[str]
    heads: Collection[str]

    @property
    def is_close(self) -> bool:
        keys = [token.key for token in self.said], [token.key for token in self.told]
        blocks = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
        both = sum(end - start for what, start, end, _, _ in blocks if what == "equal")
        return both >= _FEWEST and all(
            self._stands_for(self.said[start:end], begin, stop)
            for what, start, end, begin, stop in blocks
            if what != "equal"
        )

    def _stands_for(self, said: Sequence[Token], begin: int, stop: int) -> bool:
        """Whether *said* may stand where the text has its tokens from *begin* to *stop*."""
        left = list(self.told[begin:stop])
        for token in said:
            match = next((other for other in left if _means(token, other)), None)
            if match is not None:
                left.remove(match)
            elif token.is_figure or not (token.key in HARMLESS or self._is_meant(token, left)):
                return False
        if not self._names_author(said, left):
            return False
        if said:
            left = [other for other in left if other.key not in PRONOUNS]
        return self._may_be_lost(left, begin, stop)

    def _names_author(self, said: Sequence[Token], left: Sequence[Token]) -> bool:
        """Whether what stands for an "I" is the author's name or office, or words of it that say who."""
        if not {other.key for other in left} & FIRST_PERSON:
            return True
        author = [key for key in self.author if key not in HARMLESS]
        named = [token.key for token in said if token.key in author]
        return stands_in(named, author) and (not named or bool(set(named) & set(self.heads)))

    def _is_meant(self, token: Token, left: Sequence[Token]) -> bool:
        """Whether *token* names what a pronoun in its place stands for."""
        pronouns = {other.key for other in left} & PRONOUNS
        by_author = bool(pronouns & FIRST_PERSON) and token.key in self.author
        return by_author or (bool(pronouns - FIRST_PERSON) and token.key in self.before)

    def _may_be_lost(self, left: Sequence[Token], begin: int, stop: int) -> bool:
        """True for words that say little, and for asides: whole clauses that are no condition."""
        weighty = [token for token in left if token.key not in HARMLESS]
        if any(token.key in CONDITIONS for token in weighty):
            return False
        # "I hope that it will open": what is hoped is not said.
        if begin == 0 and any(token.key in WISHED | DENIALS for token in weighty):
            return False
        asides = self._asides(begin, stop)
        weighty = [token for token in weighty if token.clause not in asides]
        if any(token.is_figure for token in self.said):  # "my total *additional* budget" is another sum
            return all(token.key in LIGHT for token in weighty)
        lost_weight = any(token.key in WEIGHTY | DENIALS or token.is_figure for token in weighty)
        return len(weighty) <= _MOST_LOST and not lost_weight

    def _asides(self, begin: int, stop: int) -> set[int]:
        """The clauses of which all stands between *begin* and *stop*, or all that is left of the sentence."""
        told = self.told
        outside = {token.clause for token in (*told[:begin], *told[stop:])}
        lost = {token.clause for token in told[begin:stop]} - outside
        if begin < stop == len(told) and told[begin].key in BEGINS_ASIDE:
            lost.add(told[begin].clause)
        return lost


def say_the_same(one: str, other: str) -> bool:
    """Whether two stems of words that say something say the same of anything."""
    weighty = {one, other} & (WEIGHTY | DENIALS | HARMLESS | LIGHT | CONDITIONS)
    return not weighty and not exclude(one, other) and any({one, other} <= group for group in SAME)


def _means(said: Token, told: Token) -> bool:
    if said.is_figure or told.is_figure:
        return said.fits(told)
    one, other = said.key, told.key
    if exclude(one, other):
        return False
    if one == other or any({one, other} <= group for group in SAME):
        return True
    return other in synonyms().get(one, ()) and not {one, other} & (WEIGHTY | DENIALS)
