"""What changed from one list to the next: items added, dropped, kept and reworded."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.answer import wording
from assistant.answer.draft import Draft
from assistant.answer.evidence import Evidence, Scale, subject_terms
from assistant.answer.list_answer import is_announced
from assistant.answer.lists import ItemList, list_of
from assistant.answer.telling import LONG, Telling
from assistant.question.documents_meant import dated
from assistant.question.patterns import any_of, whole
from assistant.question.query import Query
from assistant.terms import STOP_WORDS, stem, words
from assistant.types import Piece, Span, Status

# Items that share so much of their words, the rarer ones counting more, are one item in other words.
_REWORDED = 0.45
_FEWEST_WORDS = 2
_MARKS = re.compile(r"[\W_]+")
_ASKS = any_of(
    whole("changed?", "changes", "differ(?:ent|s|ence|ences)?", "added", "dropped", "removed", "new since"),
    r"\bno longer\b",
)
_SET_AGAINST = "{newer}, set against {older}:"
_ADDED, _DROPPED = "New in the list:", "No longer in the list:"
_REWORDED_NOW, _KEPT = "In other words now, each with what it was before:", "As it was:"


@dataclass(frozen=True, slots=True)
class Change:
    """An item as it was and as it is; None where there was or is none. Both, and not `same`: reworded."""

    before: Piece | None
    after: Piece | None
    same: bool = False


def answer_with_changes(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft | None:
    """The newest list that *query* is about, set against the one before it; None where there are not two."""
    if not query.is_comparison or not _ASKS.search(query.text):
        return None
    told = lists_in_time(query, evidence, scale)
    if len(told) < 2:
        return None
    before, after = told[-2:]
    changes = changes_between(before, after, scale.vocabulary.idf)
    if not are_of_one_kind(before, after, query, changes):
        return None
    telling = Telling(query, scale, LONG)
    names = {"newer": after.document, "older": before.document}
    telling.say(_SET_AGAINST.format(**{key: wording.source_of(of.info) for key, of in names.items()}))
    return telling.draft(_tell(telling, before, after, changes))


def lists_in_time(query: Query, evidence: Sequence[Evidence], scale: Scale) -> list[ItemList]:
    """The heaviest list that *query* is about in each document of a succession, the oldest first.

    What a report says of a list is no list of its own, so only documents that replace one another have one.
    """
    infos = [document.info for document in scale.documents.values()]
    in_succession = {key for info in infos if info.supersedes for key in (*info.supersedes, info.id)}
    heaviest: dict[str, ItemList] = {}
    for found in evidence:
        key, listed = found.document.info.id, list_of(found)
        if listed and key in in_succession - heaviest.keys() and is_announced(listed, query, scale):
            heaviest[key] = listed
    return sorted(heaviest.values(), key=lambda listed: dated(listed.document.info))


def are_of_one_kind(before: ItemList, after: ItemList, query: Query, changes: Sequence[Change]) -> bool:
    """True where an item stands in both lists, or the headings of both name what *query* is about."""
    if any(change.before and change.after for change in changes):
        return True
    headings = ({stem(word) for word in words(" ".join(of.passage.section[-1:]))} for of in (before, after))
    terms = [term for term in subject_terms(query) if not _ASKS.search(term.word)]
    asked = [query.meanings(term.stem) for term in terms]
    # "Police Plan" is no heading for the powers of the "Police Panel".
    return bool(asked) and all(all(meanings & heading for meanings in asked) for heading in headings)


def changes_between(before: ItemList, after: ItemList, rarity: Callable[[str], float]) -> list[Change]:
    """What became of every item: those of *after* in their order, then what was dropped of *before*.

    Each item goes with one at most: first with the same words, then with the most alike.
    """
    old, new = whole_items(before), whole_items(after)
    said = {item: _stems(before, item) for item in old} | {item: _stems(after, item) for item in new}
    pairs: dict[Piece, tuple[Piece, bool]] = {}
    for item in new:
        same = next((one for one in old if _bare(before, one) == _bare(after, item)), None)
        if same is not None and same not in {one for one, _ in pairs.values()}:
            pairs[item] = same, True
    alike = sorted(
        ((likeness(said[one], said[item], rarity), one, item) for one in old for item in new),
        key=lambda entry: -entry[0],
    )
    for share, one, item in alike:
        if share >= _REWORDED and item not in pairs and one not in {taken for taken, _ in pairs.values()}:
            pairs[item] = one, False
    kept = {one for one, _ in pairs.values()}
    return [
        *(
            Change(pairs[item][0], item, pairs[item][1]) if item in pairs else Change(None, item)
            for item in new
        ),
        *(Change(one, None) for one in old if one not in kept),
    ]


def likeness(one: frozenset[str], other: frozenset[str], rarity: Callable[[str], float]) -> float:
    """The share of two items' words that both have, each word weighed by how rare it is; from 0 to 1.

    An item of two words or more that stands whole in the other is that one cut short: 1.
    """
    if len(one & other) >= _FEWEST_WORDS and (one <= other or other <= one):
        return 1.0
    weight = sum(map(rarity, one)) + sum(map(rarity, other))
    return 2 * sum(map(rarity, one & other)) / weight if weight else 0.0


def whole_items(listed: ItemList) -> list[Piece]:
    """The items that no other stands under: what the outer ones only gather is told by those below them."""
    after = [*listed.items[1:], None]
    return [
        item
        for item, following in zip(listed.items, after, strict=True)
        if following is None or following.level <= item.level
    ]


def _tell(telling: Telling, before: ItemList, after: ItemList, changes: Sequence[Change]) -> Status:
    """Tell the groups of changes that fit, and of the last of them how many there are where they do not."""
    marks = {
        of.document.info.id: telling.cite(
            of.document, of.passage, Span((of.own_lead_in or of.items[0]).start, of.items[-1].end)
        )
        for of in (before, after)
    }

    def line(of: ItemList, piece: Piece | None) -> list[str]:
        return [f"- {of.text_of(piece)} [{marks[of.document.info.id]}]"] if piece else []

    groups = {
        _ADDED: [line(after, change.after) for change in changes if not change.before],
        _DROPPED: [line(before, change.before) for change in changes if not change.after],
        _REWORDED_NOW: [
            [*line(after, change.after), *line(before, change.before)]
            for change in changes
            if change.before and change.after and not change.same
        ],
        _KEPT: [line(after, change.after) for change in changes if change.same],
    }
    told = {phrase: [phrase, *chain.from_iterable(items)] for phrase, items in groups.items() if items}
    left = telling.words_left
    for phrase in reversed(told):
        if sum(len(" ".join(lines).split()) for lines in told.values()) > left:
            told[phrase] = [f"{phrase} {wording.in_words(len(groups[phrase]))}."]
    for words_of_group in chain.from_iterable(told.values()):
        telling.say(words_of_group)
    is_whole = all(len(lines) > 1 for lines in told.values())
    return Status.ANSWERED if is_whole else Status.PARTIAL


def _bare(listed: ItemList, item: Piece) -> str:
    return _MARKS.sub("", listed.text_of(item)).lower()


def _stems(listed: ItemList, item: Piece) -> frozenset[str]:
    return frozenset(stem(word) for word in words(listed.text_of(item)) if word not in STOP_WORDS)
