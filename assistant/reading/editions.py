"""Texts that are the same, or nearly so: copies of one document, and likely new editions of another."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reading.sentences import split_sentences
from assistant.reading.succession import superseded_by_each
from assistant.terms import words
from assistant.types import TABLE_LINES, Document

_SHINGLE = 3  # words
# The share of all runs of three words in two texts that both have. With a tenth of its words changed a text
# still has more than half in common; texts of one publisher on one subject have less than a twentieth.
_LEAST_ALIKE = 0.3
_LEAST_SHARED = 20  # runs: two short texts are soon alike
_BOILERPLATE = 50  # documents: what more of them have tells nothing about any two
_SAME_SENTENCE = 60.0  # of 100, for two sentences to be an old and a new wording of one
_MOST_COMPARED = 400  # sentences of each text: more than a revision changes, and still quick
_FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that says word for word what the document `of` says, and so is no document of its own."""

    path: str
    id: str
    of: str


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence as the older text has it and as the newer one does; empty where it has none."""

    before: str
    after: str

    @property
    def of_figures(self) -> bool:
        """Whether both have the sentence, with other figures in it."""
        both = bool(self.before and self.after)
        return both and _FIGURE.findall(self.before) != _FIGURE.findall(self.after)


@dataclass(frozen=True, slots=True)
class LikelyEdition:
    """Two documents that are nearly the same, though neither says that it supersedes the other.

    `alike` is the share of their wording that both have; `changes` begin with those of figures.
    """

    newer: str
    older: str
    alike: float
    changes: tuple[Change, ...]

    @property
    def remark(self) -> str:
        """What was found about the newer one, and what to do about it."""
        return (
            f"It looks like a new edition of {self.older} ({self.alike:.0%} of their wording is the same; "
            f"{self._counts}): if it is, add `supersedes: [{self.older}]` to its description."
        )

    @property
    def _counts(self) -> str:
        changed = [change for change in self.changes if change.before and change.after]
        figures = sum(change.of_figures for change in changed)
        added = sum(not change.before for change in self.changes)
        gone = len(self.changes) - len(changed) - added
        return f"sentences changed {len(changed)}, {figures} of them in figures, new {added}, gone {gone}"


def wording_of(document: Document) -> str:
    """A digest of what a document says, whatever its markup, line breaks and description."""
    said = (" ".join(document.text[block.start : block.end].split()) for block in document.blocks)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def likely_editions(documents: Sequence[Document]) -> tuple[LikelyEdition, ...]:
    """Pairs that are nearly the same and are not linked by `supersedes`, directly or by way of others."""
    linked = superseded_by_each([document.info for document in documents])
    found = []
    for one, other, alike in _alike([_shingles(document) for document in documents]):
        pair = (documents[one], documents[other])
        older, newer = sorted(pair, key=lambda document: document.info.date)
        if older.info.id not in linked[newer.info.id] and newer.info.id not in linked[older.info.id]:
            found.append(LikelyEdition(newer.info.id, older.info.id, alike, changes(older, newer)))
    return tuple(found)


def changes(older: Document, newer: Document) -> tuple[Change, ...]:
    """What the newer of two texts words otherwise, adds and leaves out; changed figures come first."""
    before, after = (dict.fromkeys(_sentences(document)) for document in (older, newer))
    gone = [sentence for sentence in before if sentence not in after]
    new = [sentence for sentence in after if sentence not in before]
    reworded = _reworded(gone[:_MOST_COMPARED], new[:_MOST_COMPARED])
    found = [Change(was, now) for now, was in reworded.items()]
    found += [Change("", sentence) for sentence in new if sentence not in reworded]
    taken = set(reworded.values())
    found += [Change(sentence, "") for sentence in gone if sentence not in taken]
    return tuple(sorted(found, key=lambda change: not change.of_figures))


def _shingles(document: Document) -> frozenset[int]:
    said = [word for block in document.blocks for word in words(document.text[block.start : block.end])]
    return frozenset(map(hash, zip(*(said[start:] for start in range(_SHINGLE)), strict=False)))


def _alike(shingles: Sequence[frozenset[int]]) -> Iterator[tuple[int, int, float]]:
    """The pairs of sets that have enough in common, by their places, with the share that they have."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(shingles):
        shared = Counter(earlier for shingle in own for earlier in holders.get(shingle, ()))
        for earlier, both in sorted(shared.items()):
            alike = both / (len(own) + len(shingles[earlier]) - both)
            if alike >= _LEAST_ALIKE and both >= _LEAST_SHARED:
                yield earlier, place, alike
        for shingle in own:
            if len(holders[shingle]) < _BOILERPLATE:
                holders[shingle].append(place)


def _sentences(document: Document) -> Iterator[str]:
    text = document.text
    for block in document.blocks:
        is_row = block.kind in TABLE_LINES
        spans = [(block.start, block.end)] if is_row else split_sentences(text, block.start, block.end)
        for start, end in spans:
            yield " ".join(text[start:end].split())


def _reworded(gone: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """For each new sentence that words one anew, the one that is gone; the likest first, none taken twice."""
    from rapidfuzz import fuzz, process

    if not gone or not new:
        return {}
    scores = process.cdist(new, gone, scorer=fuzz.ratio, score_cutoff=_SAME_SENTENCE)
    order = sorted(zip(*scores.nonzero(), strict=True), key=lambda pair: -scores[pair])
    chosen: dict[int, int] = {}
    for now, was in order:
        if now not in chosen and was not in chosen.values():
            chosen[now] = was
    return {new[now]: gone[was] for now, was in sorted(chosen.items())}
