"""Who does what in a sentence of a model: its words may be those of its source, and another's deed."""

import re
from collections.abc import Collection
from itertools import pairwise

from assistant.check.clauses import subject_of
from assistant.model.grammar import DONE, Said
from assistant.model.small_words import DENIALS, FIRST_PERSON, HARMLESS, PRONOUNS
from assistant.model.small_words import stems as stems_of
from assistant.terms import normalise, stem, stems, words

_BE = frozenset("is are was were be been being".split())
_HELPERS = _BE | frozenset(
    "am has have had do does did will would can could may might must should also still now already recently"
    " then therefore formally currently not never no".split()
)
_ABOUT_TO = stems_of("will would going due expect anticipate intend plan hope propose next")
_IS_TO = re.compile(r"\b(?:(?:is|are|was|were) to|to be)\b")
# A time at the other end turns the order of words round once, and a passive once more.
_MOST_TURNS = 1
_NEAR = 3  # words
_ASIDE = re.compile(r"\([^()]*\)")


class _Words(Said):
    """A text as its words and their stems, without marks."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> "_Words":
        said = words(normalise(text))
        return cls(said, [stem(word) for word in said])

    def before(self, at: int) -> int:
        """The place of the word before *at* and before what helps the verb there; -1 where there is none."""
        at -= 1
        while at >= 0 and self.words[at] in _HELPERS:
            at -= 1
        return at

    def is_passive(self, at: int) -> bool:
        """Whether the word at *at* is done to what stands before it."""
        helped = any(word in _BE for word in self.words[max(self.before(at) + 1, 0) : at])
        return helped and not self.words[at].endswith("ing")


def same_roles(said: str, told: str, author: Collection[str]) -> bool:
    """Whether *said* has each thing done by whom *told* has it done by, denied and yet to come as there.

    *author* are the stems that name whoever says "I" in *told*.
    """
    # What stands in brackets is another name of what stands before it, or nothing of the sentence.
    return any(_same_roles(said, text, author) for text in (told, _ASIDE.sub(" ", told)))


def _same_roles(said: str, told: str, author: Collection[str]) -> bool:
    ours, theirs = _Words.of(said), _Words.of(told)
    return (
        _turns(ours, theirs) <= _MOST_TURNS + (_has_passive(ours) or _has_passive(theirs))
        and _own_deeds(ours, theirs, author)
        and _same_doer(said, ours, theirs)
        and _same_denial(ours, theirs)
        and _same_tense(ours, theirs)
        and not _goes_back(said, told)
    )


def _turns(ours: _Words, theirs: _Words) -> int:
    """How often the words of *ours* go back in *theirs*, of those that stand there once."""
    once = [theirs.places(root) for root in ours.stems if root not in HARMLESS]
    places = [found[0] for found in once if len(found) == 1]
    return sum(after < before for before, after in pairwise(places))


def _has_passive(text: _Words) -> bool:
    doing = zip(range(len(text.words)), text.words, [*text.words[1:], ""], strict=True)
    return any((word.endswith("ed") or by == "by") and text.is_passive(at) for at, word, by in doing)


def _own_deeds(ours: _Words, theirs: _Words, author: Collection[str]) -> bool:
    """What "I" do in *theirs* is done by nobody but the author in *ours*."""
    for at, root in enumerate(theirs.stems):
        before = theirs.before(at)
        is_own = before >= 0 and theirs.words[before] in {"i", "we"} and theirs.words[at] not in _HELPERS
        for place in ours.places(root) if is_own else ():
            doer = ours.before(place)
            if doer < 0 or ours.is_passive(place) or ours.words[doer] in {"and", "to", "by"}:
                continue
            if ours.stems[doer] not in author and ours.stems[doer] not in PRONOUNS | HARMLESS:
                return False
    return True


def _same_doer(said: str, ours: _Words, theirs: _Words) -> bool:
    """The subject of *ours* stands before its verb in *theirs* too, where a plain word does."""
    subject = stems(subject_of(said))
    verb = next((at for at in range(len(subject), len(ours.words)) if ours.words[at] not in _HELPERS), -1)
    if not subject or verb < 0:
        return True
    places = theirs.places(ours.stems[verb])
    if len(places) != 1 or theirs.is_passive(places[0]) or ours.is_passive(verb):
        return True
    before = theirs.before(places[0])
    doer = theirs.stems[before] if before >= 0 else ""
    return doer in {"", *subject} or doer in PRONOUNS | HARMLESS | FIRST_PERSON


def _same_denial(ours: _Words, theirs: _Words) -> bool:
    """What follows each "not" of *ours* follows one in *theirs*."""
    denied = [_behind(theirs, at)[:_NEAR] for at, root in enumerate(theirs.stems) if root in DENIALS]
    mine = [_behind(ours, at)[: _NEAR - 1] for at, root in enumerate(ours.stems) if root in DENIALS]
    return all(any(set(what) <= set(other) for other in denied) for what in mine) if denied else True


def _same_tense(ours: _Words, theirs: _Words) -> bool:
    """What *theirs* says will be done, or is being done, has not been done in *ours*."""
    coming = [_behind(theirs, at)[: _NEAR - 1] for at in range(len(theirs.words)) if _is_coming(theirs, at)]
    is_coming = _ABOUT_TO & set(ours.stems) or _IS_TO.search(" ".join(ours.words))
    if not is_coming and any(set(what) & set(ours.stems) for what in coming):
        return False
    ended = [
        ours.stems[at] for at, word in enumerate(ours.words) if at and word.endswith("ed") and _has(ours, at)
    ]
    done = [at for at, word in enumerate(ours.words) if at and _has(ours, at) and DONE.fullmatch(word)]
    if any(_is_not_done(ours.stems[at], theirs) for at in done):
        return False
    under_way = {theirs.stems[at] for at, word in enumerate(theirs.words) if word.endswith("ing")}
    return not any(root in under_way and len(theirs.places(root)) == 1 for root in ended)


def _is_coming(theirs: _Words, at: int) -> bool:
    return theirs.words[at] == "will" or list(theirs.words[at : at + 2]) == ["to", "be"]


def _is_not_done(root: str, theirs: _Words) -> bool:
    """Whether *theirs* has the deed, and nowhere as one that was done."""
    places = theirs.places(root)
    return (
        bool(places) and root not in HARMLESS and not any(DONE.fullmatch(theirs.words[at]) for at in places)
    )


def _has(ours: _Words, at: int) -> bool:
    return ours.words[at - 1] in {"has", "have", "had"}


def _behind(text: _Words, at: int) -> list[str]:
    return [root for root in text.stems[at + 1 :] if root not in HARMLESS]


def _goes_back(said: str, told: str) -> bool:
    """True where the one has "to the fund" and the other "from the fund"."""
    ours, theirs = _directions(said), _directions(told)
    return any(theirs.get(thing, "to") != way for thing, way in ours.items())


def _directions(text: str) -> dict[str, str]:
    found = re.findall(r"\b(from|to) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)", normalise(text))
    return {thing: way for way, thing in found}
