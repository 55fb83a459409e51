"""The answer that is a list: which list the question means, and all of its items in order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import mul

from assistant.answer import wording
from assistant.answer.context import introduction_of
from assistant.answer.draft import Draft
from assistant.answer.evidence import NEWER_WITHIN, Evidence, Scale, rarity_of, subject_terms
from assistant.answer.lists import ItemList, children_of, list_of, parts_of
from assistant.answer.of_several import asks_of_the_earlier, came_after_it
from assistant.answer.tasks import lists_its_tasks
from assistant.answer.telling import LONG, SHORT, Telling
from assistant.question.kinds import Kind
from assistant.question.query import OPEN_KINDS, Query
from assistant.question.signs_of_kind import counts
from assistant.terms import content_stems, stem, words
from assistant.types import Piece, PieceKind, Span, Status

_LOOKED_AT = 30  # pieces, heaviest first, among which a list is looked for
_WITHIN = 0.50  # a list that was asked for may weigh this much less than the heaviest piece
_WITHIN_UNASKED = 0.1
_LONE = 0.4  # taken off a list of which one item alone is near …
_APART = 0.3  # … that is, of which the next one weighs this much less
_ANNOUNCED_SHARE = 0.5
_OWN_SHARE = 0.3  # of the question's words: an item that alone holds so much is itself the answer
_TOP, _SEVERAL = 5, 3  # of the five heaviest pieces, three of one list: the list is the answer
_MOST = 0.5  # of the words that introduce a list
_LAST_LINE = 12  # words of the line that says how many items are left out
SOURCE_WORDS = 30  # left for title, lead-in and counting


def answer_with_list(
    query: Query, evidence: Sequence[Evidence], scale: Scale, room: int = LONG
) -> Draft | None:
    """The list that the question asks for, or that the heaviest piece introduces; None for neither.

    It is told whole where it fits into *room* words, else as far as it goes and called partial.
    """
    best = evidence[0]
    near = [found for found in evidence[:_TOP] if found.score >= best.score - _WITHIN]
    of_tasks = next((list_of(found) for found in near if lists_its_tasks(query, found)), None)
    if of_tasks:
        return _tell(query, of_tasks, scale, room)
    asked = query.kind is Kind.COUNT or query.asks_for_list
    announced = best.piece.kind is PieceKind.SENTENCE and best.signs.announces
    several = (asked or query.kind in OPEN_KINDS) and _share_a_list(evidence[:_TOP])
    introduces = (announced and list_of(best)) or children_of(best) or several
    if not (asked or introduces):
        return None
    if query.kind is Kind.COUNT and best.kind_fit and not introduces:
        return None
    found = _wanted(query, evidence, scale)
    if found is None or (not asked and found.words > SHORT - SOURCE_WORDS):
        return None
    return _tell(query, found, scale, room)


def _share_a_list(heaviest: Sequence[Evidence]) -> bool:
    """True when several of the heaviest pieces are items of one list."""
    lists = [listed for listed in map(list_of, heaviest) if listed]
    return any(sum(_holds(listed, found) for found in heaviest) >= _SEVERAL for listed in lists)


def _holds(listed: ItemList, found: Evidence) -> bool:
    return listed.passage.id == found.passage.id and found.piece in listed.items


def _wanted(query: Query, evidence: Sequence[Evidence], scale: Scale) -> ItemList | None:
    """The list that weighs most, where it weighs about as much as the heaviest single piece."""
    best, of_earlier = evidence[0].passage, asks_of_the_earlier(query)
    for weight, top in _newer_first(query, _lists_by_weight(query, evidence, scale)):
        about_itself = top.piece.kind is PieceKind.ITEM and _is_about(query, top, scale)
        wanted = children_of(top) if about_itself else list_of(top)
        if wanted is None or (of_earlier and came_after_it(_lead_in(wanted))):
            continue
        beside = (best.document, best.section) == (wanted.passage.document, wanted.passage.section)
        meant = query.wants_list and (beside or is_announced(wanted, query, scale))
        within = _WITHIN if meant else _WITHIN_UNASKED
        counted = query.kind is not Kind.COUNT or _counts(wanted, query, scale)
        if weight >= evidence[0].score - within and counted:
            return _as_told_last(query, wanted, evidence)
        if not query.wants_list:
            return None
    return None


def _lead_in(listed: ItemList) -> str:
    return introduction_of(listed.items[0], listed.passage, listed.document)


def _lists_by_weight(
    query: Query, evidence: Sequence[Evidence], scale: Scale
) -> list[tuple[float, Evidence]]:
    """The weight of each list among the heaviest pieces, with its heaviest member, heaviest list first."""
    members: dict[tuple[str, int], list[Evidence]] = {}
    for found in evidence[:_LOOKED_AT]:
        listed = list_of(found)
        if listed:
            members.setdefault((found.passage.id, listed.items[0].group), []).append(found)
    weighed = [
        (_weight(query, group, scale) - _lone(query, group, scale), group[0]) for group in members.values()
    ]
    return sorted(weighed, key=lambda weighed: -weighed[0])


def _lone(query: Query, members: Sequence[Evidence], scale: Scale) -> float:
    """What is taken off a list of which one item alone is near, and not the words that introduce it."""
    heaviest, near = members[0], [found for found in members if found.score >= members[0].score - _APART]
    listed = list_of(heaviest)
    alone = len(near) == 1 and heaviest.piece.kind is PieceKind.ITEM
    return _LONE if alone and listed and not is_announced(listed, query, scale) else 0.0


def _as_told_last(query: Query, wanted: ItemList, evidence: Sequence[Evidence]) -> ItemList:
    """The same list as the newest of the documents that may answer has it, where several have it."""
    if query.named_documents:
        return wanted
    told = [wanted]
    for found in evidence:
        listed = list_of(found) if found.piece.kind is PieceKind.ITEM else None
        of_the_time = not query.timely_documents or found.document.info.id in query.timely_documents
        if listed and of_the_time and listed.has_same_items(wanted):
            told.append(listed)
    return max(told, key=lambda listed: listed.document.info.date)


def _newer_first(query: Query, weighed: list[tuple[float, Evidence]]) -> list[tuple[float, Evidence]]:
    """Asked how many, and of no time, a newer document's list that weighs nearly as much goes first."""
    if query.kind is not Kind.COUNT or not weighed:
        return weighed
    if query.named_documents or query.timely_documents or query.is_follow_up:
        return weighed
    near = [entry for entry in weighed if entry[0] >= weighed[0][0] - NEWER_WITHIN]
    near.sort(key=lambda entry: entry[1].document.info.date, reverse=True)
    return near + weighed[len(near) :]


def is_announced(found: ItemList, query: Query, scale: Scale) -> bool:
    """True when the list's heading or lead-in names what was asked for, or holds much of the question."""
    introduced = _introduced(found, scale) | scale.context.around(found.passage).heading
    if query.asked_for and query.meanings(query.asked_for[-1]) & introduced:
        return True
    return _share(query, scale, lambda meanings: bool(meanings & introduced)) >= _ANNOUNCED_SHARE


def _weight(query: Query, members: Sequence[Evidence], scale: Scale) -> float:
    """The weight of the heaviest member, raised for words of the question that other members hold.

    A colon counts against a sentence, but not where the list that it announces is told too.
    """
    rarity = rarity_of(subject_terms(query), scale)
    together = (max(credits) for credits in zip(*(member.credits for member in members), strict=True))
    coverage = float(sum(map(mul, rarity, together))) / (sum(rarity) or 1.0)
    weights = scale.weights
    score, heaviest = max(
        ((member.score - weights.announces * member.signs.announces, member) for member in members),
        key=lambda weighed: weighed[0],
    )
    return score + weights.coverage * (coverage - heaviest.coverage)


def _introduced(found: ItemList, scale: Scale) -> frozenset[str]:
    """The stems of the words that introduce the list."""
    around = scale.context.around(found.passage)
    return around.pieces[found.passage.pieces.index(found.items[0])].introduces


def _share(query: Query, scale: Scale, holds: Callable[[frozenset[str]], bool]) -> float:
    """The share of the question's words whose meanings are held, weighted by how rare they are."""
    terms = subject_terms(query)
    rarity = rarity_of(terms, scale)
    held = sum(rare for term, rare in zip(terms, rarity, strict=True) if holds(query.meanings(term.stem)))
    return held / (sum(rarity) or 1.0)


def _is_about(query: Query, item: Evidence, scale: Scale) -> bool:
    """True when the item itself, and not the list it stands in, holds what was asked."""
    around = scale.context.around(item.passage)
    of_item = around.pieces[item.index]
    siblings = (
        around.pieces[index].own
        for index, piece in enumerate(item.passage.pieces)
        if index != item.index and piece.group == item.piece.group and piece.level == item.piece.level
    )
    shared = of_item.introduces | around.heading | around.outer | frozenset().union(*siblings)

    def only_here(meanings: frozenset[str]) -> bool:
        return bool(meanings & of_item.own) and not meanings & shared

    return _share(query, scale, only_here) >= _OWN_SHARE


def _counts(found: ItemList, query: Query, scale: Scale) -> bool:
    """True when the words that introduce the list, or its heading's last, name what is counted."""
    introduced = _introduced(found, scale)
    named = [stem(word) for word in words(" ".join(found.passage.section[-1:]))][-1:]
    return bool(query.asked_for) and (query.asked_for[-1] in introduced or query.asked_for[-1] in named)


def _says_how_many(found: ItemList, query: Query) -> bool:
    """True where the words that introduce the list give the number themselves ("twelve priorities")."""
    introduced = found.document.text[slice(*found.own_lead_in)] if found.own_lead_in else ""
    return counts(introduced, [query.meanings(stem) for stem in query.asked_for[-1:]])


def _tell(query: Query, found: ItemList, scale: Scale, room: int) -> Draft:
    room = min(room, SHORT) if query.kind is Kind.COUNT else room
    telling = Telling(query, scale, room)
    telling.name(found.document)
    parts = parts_of(found, scale.context)
    found = replace(parts[0], items=tuple(item for part in parts for item in part.items))
    items = _items_to_tell(query, found, room)
    below = len(found.items) - len(items)
    if query.kind is Kind.COUNT and not _says_how_many(found, query):
        telling.say(wording.COUNTED.format(number=wording.in_words(len(found.top_items) + found.elsewhere)))
    lead_in = found.own_lead_in
    first = _span_in(parts[0], items)
    marker = telling.cite(
        found.document, found.passage, Span(lead_in.start if lead_in else first.start, first.end)
    )
    introduced = wording.quoted(found.document.text[slice(*lead_in)]) if lead_in else _under(found)
    telling.say(f"{introduced} [{marker}]")
    left = _say_items(telling, parts, items) + found.elsewhere
    if left:
        telling.say(wording.PARTIAL_LIST.format(left=wording.in_words(left)))
    elif below:
        telling.say(wording.BELOW_THESE.format(below=wording.in_words(below)))
    whole = not left or query.kind is Kind.COUNT  # how many there are has been said, whatever is left out
    return telling.draft(Status.ANSWERED if whole else Status.PARTIAL)


def _items_to_tell(query: Query, found: ItemList, room: int) -> Sequence[Piece]:
    """All items where that is short, or where the question says most of what introduces them.

    Else those that stand under no other: a long list in two levels is mostly asked about for its outer one.
    """
    if found.told_words > room - SOURCE_WORDS:
        return found.top_items
    if found.told_words <= SHORT or not found.stands_without_inner_items:
        return found.items
    introduced = found.document.text[slice(*found.own_lead_in)] if found.own_lead_in else ""
    said = content_stems(introduced)
    asked = {term.stem for term in query.terms}
    asks_for_all = bool(said) and len(said & asked) / len(said) >= _MOST
    return found.items if asks_for_all else found.top_items


def _say_items(telling: Telling, parts: Sequence[ItemList], items: Sequence[Piece]) -> int:
    """Say the items that there is room for; returns how many are left out.

    Where the list goes on in another passage, as over a page's end, the first item there has its citation.
    """
    depth = min(item.level for item in items)
    shown = parts[0]
    for number, item in enumerate(items):
        text = shown.text_of(item)
        if number and len(text.split()) > telling.words_left - _LAST_LINE:
            return len(items) - number
        part = next(part for part in parts if item in part.items)
        source = (
            "" if part is shown else f" [{telling.cite(part.document, part.passage, _span_in(part, items))}]"
        )
        shown = part
        telling.say(f"{'  ' * (item.level - depth)}- {text}{source}")
    return 0


def _span_in(part: ItemList, items: Sequence[Piece]) -> Span:
    """From the first to the last of the items that stand in one part of a list; all of it for none."""
    told = [item for item in items if item in part.items] or part.items
    return Span(told[0].start, told[-1].end)


def _under(found: ItemList) -> str:
    return f"{found.passage.section[-1]}:" if found.passage.section else ""
