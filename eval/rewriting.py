"""The same question as people also write it: without capitals, with slips, in keywords, at length.

Every rewriting is a function of the text alone, so that two runs ask the same.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from eval.frames import FIRST, LATER
from eval.questions import Question

_SEED = "2018"  # another seed gives another set of slips and frames
_LONG_WORD = re.compile(r"(?<![\w'’@.])[A-Za-z]{5,}(?![\w@])")
_MOST_SLIPS = 2
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ENDS = " .,;:!?…\"“”'‘’()"
# Grammar, and words of asking that say nothing of the answer; "who", "when", "why" and "where" stay.
_LEFT_OUT = frozenset(
    """
    a an the this that these those there here of to in on at for by with from into as about under over up
    out down off and or but so if because while is are was were be been being am do does did doing have has
    had having can could will would shall should may might must i me my we us our you your he him his she
    her it its they them their what which how what's whats how's hows it's that's there's i'm i've please
    just really also any some such very then u ur
    """.split()
)
_ASKED_OF_HOW = frozenset({"many", "much", "long"})
_TELLING = frozenset({"tell", "give", "show"})


class Rewriting(StrEnum):
    """How a question is written anew."""

    LOWER = "lower"
    TYPOS = "typos"
    KEYWORDS = "keywords"
    LONG_WINDED = "long_winded"
    ORDINARY = "ordinary"


def rewritten(question: Question, how: Rewriting, ordinary: Mapping[str, str]) -> Question | None:
    """*question* written anew; None where that is to be in *ordinary* words (by id) and there are none.

    Capitals and slips are a matter of who writes, so they change in every turn; otherwise only the last does.
    """
    *earlier, last = question.turns
    match how:
        case Rewriting.ORDINARY:
            turns = (*earlier, ordinary[question.id]) if question.id in ordinary else ()
        case Rewriting.LONG_WINDED:
            turns = (*earlier, long_winded(last, follows=bool(earlier)))
        case Rewriting.KEYWORDS:
            turns = (*earlier, keywords(last))
        case Rewriting.TYPOS:
            turns = tuple(map(typos, question.turns))
        case Rewriting.LOWER:
            turns = tuple(map(lower, question.turns))
    return replace(question, turns=turns) if turns else None


def lower(text: str) -> str:
    """*text* in lower case, without what ends a sentence."""
    return text.lower().rstrip(" .?!…") or text


def typos(text: str) -> str:
    """*text* with one or two slips of the fingers: in words of five letters or more, never in the first."""
    chance = _chance("typos", text)
    long_words = list(_LONG_WORD.finditer(text))
    slips = min(chance.randint(1, _MOST_SLIPS), len(long_words))
    for match in sorted(chance.sample(long_words, slips), key=lambda match: match.start(), reverse=True):
        text = text[: match.start()] + _slipped(match.group(), chance) + text[match.end() :]
    return text


def keywords(text: str) -> str:
    """The words of *text* that say what is wanted, in their order; all of it where there are none."""
    found = [bare for word in text.split() if (bare := word.strip(_ENDS))]
    pairs = pairwise([*found, ""])
    return " ".join(word for word, after in pairs if _is_key(word, after)) or text


def long_winded(text: str, *, follows: bool) -> str:
    """*text* with what people write around it, of which a later turn (*follows*) has less."""
    return _chance("frame", text).choice(LATER if follows else FIRST).around(text)


def _is_key(word: str, after: str) -> bool:
    """True for a word that says what is wanted: "how" before "many", the last "for" of "what is it for"."""
    plain = word.lower().replace("’", "'")
    if plain == "how":
        return after.lower() in _ASKED_OF_HOW
    if plain in _TELLING:
        return after.lower() not in {"me", "us"}
    return plain not in _LEFT_OUT or (plain == "for" and not after)


def _chance(what: str, text: str) -> random.Random:
    return random.Random(f"{_SEED} {what} {text}")  # noqa: S311 (nothing is kept secret by it)


def _slipped(word: str, chance: random.Random) -> str:
    """*word* with one slip, which is seen: it is another word than before."""
    slip: Callable[[str, int, random.Random], str] = chance.choice((_swapped, _dropped, _doubled, _missed))
    places = list(range(1, len(word)))
    chance.shuffle(places)
    tries = (slip(word, place, chance) for place in places)
    return next((changed for changed in tries if changed != word), _dropped(word, 1, chance))


def _swapped(word: str, place: int, _: random.Random) -> str:
    """Two neighbours change places; the letter before the last place of all has none after it."""
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


def _dropped(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place + 1 :]


def _doubled(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place] + word[place:]


def _missed(word: str, place: int, chance: random.Random) -> str:
    """The key beside the one that was meant."""
    letter = word[place]
    row = next(row for row in _KEYS if letter.lower() in row)
    at = row.index(letter.lower())
    beside = chance.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    return word[:place] + (beside.upper() if letter.isupper() else beside) + word[place + 1 :]
