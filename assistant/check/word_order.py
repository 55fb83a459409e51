"""Whether a piece says of the same thing what a short claim says of it, by the order of its words.

“It helps victims to speak to those who offend” has all the words of “victims help offenders”.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer.evidence import Evidence, Scale
from assistant.check.claim import Claim
from assistant.check.clauses import subject_of
from assistant.check.coverage import misspelt_in, spelt_out
from assistant.check.names import author_heads
from assistant.check.substitutes import how_often, roots_of
from assistant.reading.sentences import sentences_of
from assistant.terms import FRAME_WORDS, STOP_WORDS, normalise, stem
from assistant.types import PieceKind

NOTHING: Mapping[str, Collection[str]] = {}
_MOST = 5  # words of subject: what a longer claim says has its words in order as a rule
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:()–—]")
_BE = frozenset(
    "am is are was were be been being 's remain remains remained become becomes became stay stays".split()
)
_FIRST_PERSON = frozenset("i my me we our mine us".split())
_OF_ANOTHER = frozenset("against with without to by from for towards on off into about".split())
_BEFORE_NOUNS = frozenset("the a an my our his her its their your this that these those".split())
# These say how, how often or how many, and no thing or deed.
_HOW = frozenset(
    map(
        stem,
        "all every each most many some several mainly mostly largely predominantly often usually also now"
        " still already currently majority very set works means meant located situated help part".split(),
    )
)
_OF_A_PLAN = frozenset(
    map(stem, "plan strategy report document aims objectives priorities outcomes goals focus purpose".split())
)
_ABOVE_AIMS = _OF_A_PLAN | roots_of("the our my new key these areas of and following actions are")
_ASIDE = re.compile(r"^([^,]+), [^,]+, (?=(?:is|are|was|were|has|have)\b)")
_THERE = re.compile(r"(?:there|it)\b|.*\binclud", re.IGNORECASE)
_OF_WHAT = frozenset("than of for at in on since until who which that to by with".split())
_WHO = frozenset(("who", "which", "that"))
_PLACE = frozenset("in on at to of under for from with near among between".split())
_WHERE = frozenset("of in to at".split())
_CLAUSE = frozenset("where when who which that what how i we to for with against by as".split())
_AT = frozenset(("in", "at", "on"))
_IN = frozenset("in at on of to across use uses lies".split())
_PARTS = frozenset("and or for with by to in on at from against but".split())
_DONE = re.compile(
    r"\w{2,}(?:ed|wn|en)|set|held|made|led|run|paid|put|built|told|sent|spent|brought|kept|found|met|cut"
)
_AT_LAST = re.compile(r",(?=[^,]*$)")
_THESE = re.compile(r"(?:these|they) are\b", re.IGNORECASE)
_NEAR, _BESIDE, _FAR = 7, 3, 14  # words from one to the next


@dataclass(frozen=True, slots=True)
class _Text:
    """Words and marks in lower case, and their stems; marks have none."""

    words: Sequence[str]
    stems: Sequence[str]

    def places(self, meant: Iterable[str]) -> list[int]:
        """Where one of the stems *meant* stands, but for adverbs."""
        roots = {*meant}
        found = [n for n, root in enumerate(self.stems) if root in roots]
        return [n for n in found if not self.words[n].endswith("ly") or how_often(self.words[n])]


def says_it_of_another(
    claim: Claim, found: Evidence, scale: Scale, instead: Mapping[str, Collection[str]] = NOTHING
) -> bool:
    """True where the words of a short *claim* stand in *found* in no order that would say the same.

    `instead` gives the stems that may stand for one of its own.
    """
    text = _ASIDE.sub(r"\1 ", claim.text.rstrip(". "))
    if (
        claim.values
        or claim.direction
        or claim.is_negated
        or len(claim.subject) > _MOST
        or _THERE.match(text)
    ):
        return False
    ours = _read(text)
    subject = {term.stem for term in claim.subject}
    said = [
        n for n, word in enumerate(ours.words) if ours.stems[n] in subject and _tells(word, ours.stems[n])
    ]
    if len(said) < 2:
        return False
    meant, is_named = _meanings(claim, found, ours.stems, instead), claim.leading is not None
    sides = _Sides(found, scale, instead, meant, ours, said, is_named)
    is_at = next((n for n, word in enumerate(ours.words) if word in _BE and n > said[0]), None)
    cuts = range(1, len(said)) if is_at is None else [sum(n < is_at for n in said)]
    return not any(sides.agree(cut, told) for told in _sentences(found) for cut in cuts if cut < len(said))


@dataclass(frozen=True, slots=True)
class _Sides:
    """A short claim, cut in two: what it is about, and what it says of that."""

    found: Evidence
    scale: Scale
    instead: Mapping[str, Collection[str]]
    meant: Sequence[Collection[str]]  # for each of our words, the stems that say the same
    ours: _Text
    said: Sequence[int]
    is_named: bool  # whether the subject is a name

    def agree(self, cut: int, told: _Text) -> bool:
        """Whether *told* says the words behind *cut* of those before it."""
        subject, rest = self._thing(self.said[:cut]), self.said[cut:]
        between = self.ours.words[self.said[cut - 1] + 1 : rest[0]]
        is_one_of = {"one", "of"} <= {*between} or "among" in between
        is_deed = not _BE & set(between) or bool(_PLACE & set(between) and not is_one_of)
        starts = self._subjects(subject, told, is_deed=is_deed)
        if is_deed or _DONE.fullmatch(self.ours.words[rest[0]]):
            other_voice = self._is_done_by if is_deed else self._is_done_to
            return any(self._follows(start, rest, told) for start in starts) or other_voice(
                subject, rest, told
            )
        kind = self._kind(rest)
        if self._stands_under(kind) and all(told.places(self.meant[n]) for n in subject):
            return True
        return self._is_one(starts, kind, told)

    def _thing(self, subject: Sequence[int]) -> Sequence[int]:
        """The words of a subject, and of "the west of the bay" those before "of"."""
        for one, other in pairwise(subject):
            if _PLACE & {*self.ours.words[one + 1 : other]}:
                return [n for n in subject if n <= one]
        return subject

    def _subjects(self, subject: Sequence[int], told: _Text, *, is_deed: bool) -> list[int]:
        """Where *told* speaks of the subject as of who does or is something; -1 stands for before it."""
        around = self.scale.context.around(self.found.passage)
        piece, speaker = around.pieces[self.found.index], author_heads(self.found.document.info.author)
        stems = {self.ours.stems[n] for n in subject}
        heads = told.places(self.meant[subject[-1]])
        starts = [head for head in heads if self._is_subject(head, subject, told)]
        is_speaker = bool(stems & speaker) and stems <= around.author | speaker
        if is_speaker:
            starts += [n for n, word in enumerate(told.words) if word in _FIRST_PERSON]
        if stems & spelt_out(self.found, self.scale):
            starts += [n for n in range(len(told.words)) if n not in starts]
        above = roots_of(_subject_above(self.found.lead_in))
        if above and (stems <= above or (is_speaker and above & _FIRST_PERSON)):
            starts.append(-1)
        # A plan does all that stands in it, but is not all that; and its aims are those of whoever wrote it.
        is_aim = self.found.piece.kind is PieceKind.ITEM and above <= _ABOVE_AIMS and is_speaker
        if (is_deed and stems <= _OF_A_PLAN) or is_aim:
            starts.append(-1)
        if piece.begins_with_pronoun and not any(told.places(self.meant[n]) for n in subject):
            starts.append(-1)
        return starts

    def _is_subject(self, head: int, subject: Sequence[int], told: _Text) -> bool:
        """Whether the whole subject stands around *head*, and there as who does or is something."""
        before = [word for word in told.words[max(head - 3, 0) : head] if word not in _BEFORE_NOUNS]
        behind = told.words[head + 1 : head + 2]
        if before and before[-1] in _OF_ANOTHER and not _WHO & {*behind}:
            return False
        if told.stems[head] != self.ours.stems[subject[-1]] and any(_tells(word, word) for word in behind):
            return False  # "criminal justice" for "offenders"
        return all(_is_before(told.places(self.meant[n]), head, told) for n in subject[:-1])

    def _follows(self, start: int, rest: Sequence[int], told: _Text) -> bool:
        """Whether the words of *rest* follow *start* in their order, each near the one before it.

        "Reports which the panel gets" says that the panel gets reports.
        """
        reached, most = {start}, _FAR
        is_of_which = start > 0 and bool(_WHO & {*told.words[max(start - _BESIDE, 0) : start]})
        for n in rest[:1] if is_of_which else rest:
            places = told.places(self.meant[n])
            if n == rest[0]:
                places = [at for at in places if not self._is_of_others(start, at, told)]
            elif places and "of" in self.ours.words[max(n - 2, 0) : n]:
                continue
            back = _BESIDE + 1 if n - 1 in rest else 0  # a name has its words in any order
            reached = {to for to in places if any(at - back < to <= at + most for at in reached)}
            if not reached:
                return False
            most = _NEAR
        return not is_of_which or all(
            any(place < start for place in told.places(self.meant[n])) for n in rest[1:]
        )

    def _is_of_others(self, start: int, at: int, told: _Text) -> bool:
        """Whether what stands *at* is said of those before a "who", or is not where it is said to be."""
        if any(told.words[n] in _WHO for n in range(max(start, 0) + _BESIDE, at)):
            return True
        said = pairwise(self.ours.words)
        is_place = any(one in _BE and other in _AT for one, other in said)
        return is_place and _IN.isdisjoint(told.words[max(at - _BESIDE, 0) : at])

    def _is_done_to(self, subject: Sequence[int], rest: Sequence[int], told: _Text) -> bool:
        """Whether *told* says of somebody that he does to the subject what the claim says is done to it."""
        deeds = told.places(self.meant[rest[0]])
        things = [place for n in subject for place in told.places(self.meant[n])]
        return any(-_BESIDE < thing - deed <= _NEAR for deed in deeds for thing in things)

    def _is_done_by(self, subject: Sequence[int], rest: Sequence[int], told: _Text) -> bool:
        """Whether *told* has "done by" and then the subject, and what it is done to before that."""
        for head in told.places(self.meant[subject[-1]]):
            by = next((n for n in range(head - 1, max(head - _NEAR, 0), -1) if told.words[n] == "by"), 0)
            if by and told.stems[by - 1] in self.meant[rest[0]]:
                return all(any(place < by for place in told.places(self.meant[n])) for n in rest[1:])
        return False

    def _kind(self, rest: Sequence[int]) -> int:
        """What the claim says that its subject is: "initiative" of "a joint initiative for the young"."""
        kind = rest[0]
        for n in rest[1:]:
            if {"", *_OF_WHAT} & {*self.ours.words[kind + 1 : n]}:
                break
            kind = n
        return kind

    def _stands_under(self, kind: int) -> bool:
        """Whether a heading or a lead-in above the piece calls what stands below it a *kind*."""
        headings = [_subject_above(self.found.lead_in), *self.found.passage.section[-1:]]
        return any(_names_kind(heading, self.ours.stems[kind]) for heading in headings)

    def _is_one(self, starts: Sequence[int], kind: int, told: _Text) -> bool:
        """Whether *told* says that the subject is *kind*: "is" between them, or one beside the other."""
        root = self.ours.stems[kind]
        for place in told.places(self.instead.get(root) or {root}):
            ises = [n for n in range(max(place - _NEAR, 0), place) if told.words[n] in _BE]
            ises = [n for n in ises if _CLAUSE.isdisjoint(told.words[n + 1 : place])]
            whole = [start for start in starts if not self._is_part(start, told)]
            if any(_is_of(start, n, told) for start in whole for n in ises):
                return True
            for start in starts:
                one, other = sorted((start, place))
                is_beside = one >= 0 and other - one <= _BESIDE + 1 and told.words[start] not in _FIRST_PERSON
                is_some = place == one and not self.is_named and _is_kind_of(told, one, other)
                if is_beside and not is_some and _joins(told.words[one + 1 : other]):
                    return True
        return False

    def _is_part(self, start: int, told: _Text) -> bool:
        """Whether what stands at *start* only says of what something is: "two sources of income are …"."""
        near = told.words[max(start - _BESIDE, 0) : max(start, 0)]
        before = [word for word in near if word not in _BEFORE_NOUNS]
        return before[-1:] == ["of"] and "of" not in self.ours.words[: self.said[-1]]


def _meanings(
    claim: Claim, found: Evidence, roots: Sequence[str], instead: Mapping[str, Collection[str]]
) -> list[Collection[str]]:
    """For each of *roots*, the stems by which *found* may say it."""
    misspelt, speaker = misspelt_in(claim, found), author_heads(found.document.info.author)
    return [
        instead.get(root)
        or claim.query.meanings(root)
        | {told for told, said in misspelt.items() if said == root}
        | (_FIRST_PERSON if root in speaker else frozenset())
        for root in roots
    ]


def _sentences(found: Evidence) -> list[_Text]:
    return [_read(sentence) for sentence in sentences_of(normalise(found.text))]


def _read(text: str) -> _Text:
    said = [word.lower() for word in _WORD.findall(normalise(text))]
    return _Text(said, [stem(word) if word[0].isalnum() else "" for word in said])


def _is_before(places: Sequence[int], head: int, told: _Text) -> bool:
    """Whether one of *places* is right before *head*, or behind it and an "of": "the west of the bay"."""
    is_of = told.words[head + 1 : head + 2] == ["of"]
    return any(
        0 <= head - n <= _BESIDE + 1
        or (0 < head - n <= _NEAR and _WHERE & {*told.words[n:head]})
        or (is_of and 0 < n - head <= _NEAR)
        for n in places
    )


def _is_of(start: int, is_at: int, told: _Text) -> bool:
    """Whether the "is" at *is_at* is said of what stands at *start*, not of what a "which" follows."""
    who = next((n for n in range(is_at - 1, max(is_at - _BESIDE, 0), -1) if told.words[n] in _WHO), None)
    between = told.words[max(start, 0) + 1 : is_at]
    is_other = not _BE.isdisjoint(between) and between[-1] != "and"
    return start < is_at and not is_other and (who is None or who - start <= _BESIDE - 1)


def _is_kind_of(told: _Text, kind: int, head: int) -> bool:
    """Whether words tell of some only: "rural coastal areas", not "the largest area" or "a lot of mud"."""
    is_most = told.words[kind].endswith("est") or "most" in told.words[max(kind - 1, 0) : kind]
    return not is_most and {",", "of"}.isdisjoint(told.words[kind:head])


def _joins(between: Sequence[str]) -> bool:
    """Whether what stands *between* two nouns makes the one say what the other is: "X, the warden"."""
    is_list = any(one == "," and other not in _BEFORE_NOUNS for one, other in pairwise((*between, "")))
    return not is_list and _PARTS.isdisjoint(between)


def _tells(word: str, root: str) -> bool:
    return (
        bool(root)
        and word not in STOP_WORDS
        and word not in FRAME_WORDS
        and word not in _BE
        and root not in _HOW
    )


def _subject_above(lead_in: str) -> str:
    """Who is said to do what a list tells: "my role" of "Besides that, my role involves:"."""
    *before, last = sentences_of(normalise(lead_in)) or [""]
    if before and _THESE.match(last):
        last = before[-1]
    return (subject_of(last) or _AT_LAST.split(last)[-1]).lower()


def _names_kind(heading: str, root: str) -> bool:
    """Whether a short *heading* calls what stands below it so: "our three aims"."""
    said = [word for word in _read(heading).words if _tells(word, stem(word))]
    return bool(said) and len(said) <= _BESIDE and stem(said[-1]) == root
