"""Drafts put right: halves of sentences brought together, lead-ins beside their lists, items among items."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from assistant.reading.drafts import LONE_NUMBER, Draft, DraftKind, ends_sentence, is_capitals, starts_lower
from assistant.reading.sentences import split_sentences
from assistant.reading.wording import Wording

_REACH = 8
_FEWEST_OPEN_WORDS = 4
_MOST_ITEM_WORDS = 12
_FEWEST_ITEMS = 3
_MOST_ITEMS = 60
_SHORT_LEAD_IN = 6
_FIGURE = re.compile(r"[£$€]?\d[\d,.]*(?:%|m|bn|k)?")
_LABEL = re.compile(r"[A-Z][A-Z’'&/ -]{3,40}: ")
_JOINING = ("AND ", "OR ", "OF ", "FOR ", "WITH ", "& ")


def put_right(drafts: Sequence[Draft], wording: Wording) -> list[Draft]:
    """Repair the order of drafts and what they are, one repair after the other."""
    mended = _heads_joined(_figures_with_labels(list(drafts)))
    mended = _orphans_joined(mended, wording)
    return _short_runs_listed(_lead_ins_moved(_bullets_restored(mended)))


def _heads_joined(drafts: list[Draft]) -> list[Draft]:
    """A heading in capitals that begins with `AND` or the like goes on from the one before it.

    A lone number before a heading is the heading's number.
    """
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and draft.kind is DraftKind.HEADING and LONE_NUMBER.fullmatch(last.text):
            draft.text = f"{last.text} {draft.text}"
            joined[-1] = draft
            continue
        both = last is not None and last.kind is draft.kind is DraftKind.HEADING and last.leaf == draft.leaf
        if last is not None and both and is_capitals(last.text) and draft.text.startswith(_JOINING):
            last.text += f" {draft.text}"
        else:
            joined.append(draft)
    return joined


def _figures_with_labels(drafts: list[Draft]) -> list[Draft]:
    """Figures of a picture that stand one to a line are kept together with the labels that follow them."""
    kept: list[Draft] = []
    for is_figure, group in groupby(drafts, lambda draft: _FIGURE.fullmatch(draft.text) is not None):
        run = list(group)
        if is_figure and len(run) > 1:
            run = [Draft(DraftKind.PARAGRAPH, " ".join(draft.text for draft in run), run[0].leaf)]
        elif kept and kept[-1].text.replace(",", "").replace(" ", "").isdigit() and " " in kept[-1].text:
            labels = _leading(run, lambda draft: draft.kind is DraftKind.HEADING and is_capitals(draft.text))
            kept[-1].text = " ".join([kept[-1].text, *(draft.text for draft in labels)])
            run = run[len(labels) :]
        kept += run
    return kept


def _leading(drafts: list[Draft], wanted: Callable[[Draft], bool]) -> list[Draft]:
    end = next((number for number, draft in enumerate(drafts) if not wanted(draft)), len(drafts))
    return drafts[:end]


def _orphans_joined(drafts: list[Draft], wording: Wording) -> list[Draft]:
    """Bring a paragraph that starts in mid-sentence to the nearest one that breaks off.

    Small letters tell more than capitals, so those paragraphs choose first.
    """
    left = list(drafts)
    for find, chooses in ((_head_of, True), (_head_just_before, False)):
        place = 0
        while place < len(left):
            tail = left[place]
            fits = tail.kind is DraftKind.PARAGRAPH and starts_lower(tail.text) == chooses
            head = find(left, place, wording) if fits else None
            if head is not None:
                _join(left, head, place, wording)
            # Where the tail went into its head, the next draft has taken its place.
            place += place < len(left) and left[place] is tail
    return left


def _head_just_before(drafts: list[Draft], place: int, wording: Wording) -> int | None:
    """The paragraph before this one, if it breaks off where this one plainly goes on despite its capital."""
    head = place - 1
    if head < 0 or drafts[head].kind is not DraftKind.PARAGRAPH:
        return None
    fits = _breaks_off(drafts[head], drafts[place]) and wording.goes_on(drafts[head].text, drafts[place].text)
    return head if fits else None


def _head_of(drafts: list[Draft], place: int, wording: Wording) -> int | None:
    """The draft that breaks off where the one at `place` goes on: before it rather than behind it."""
    tail = drafts[place]
    before = range(place - 1, max(-1, place - _REACH - 1), -1)
    behind = range(place + 1, min(len(drafts), place + _REACH + 1))
    found = [number for number in (*before, *behind) if _breaks_off(drafts[number], tail)]
    # An item mostly ends without a stop, so only the one just before can be meant.
    found = [number for number in found if drafts[number].kind is not DraftKind.ITEM or number == place - 1]
    if _is_first_text(drafts, place):
        found = [number for number in found if drafts[number].leaf < tail.leaf] or found
    known = [number for number in found if wording.goes_on(drafts[number].text, tail.text)]
    return next(iter((*known, *found)), None)


def _is_first_text(drafts: list[Draft], place: int) -> bool:
    """Whether nothing but headings stands before a draft on its page."""
    above = (drafts[number] for number in range(place - 1, -1, -1))
    on_page = takewhile(lambda draft: draft.leaf == drafts[place].leaf, above)
    return all(draft.kind is DraftKind.HEADING for draft in on_page)


def _breaks_off(head: Draft, tail: Draft) -> bool:
    near = tail.leaf - head.leaf in (0, 1)
    return near and head.is_open and head is not tail and len(head.text.split()) >= _FEWEST_OPEN_WORDS


def _join(drafts: list[Draft], head: int, tail: int, wording: Wording) -> None:
    """Join two drafts; over a page's end only the rest of the sentence moves."""
    first, second = drafts[head], drafts[tail]
    text, rest = second.text, ""
    if first.leaf != second.leaf:
        text, rest = _first_sentence(second.text)
        if rest.endswith(":") and len(rest.split()) <= _SHORT_LEAD_IN:
            # "These include:" says nothing apart from the sentence before it.
            text, rest = second.text, ""
    joint = wording.join(first.text, text) if first.text.endswith("-") else f"{first.text} {text}"
    inside_list = 0 < head < len(drafts) - 1 and all(
        drafts[number].kind is DraftKind.ITEM for number in (head - 1, head + 1)
    )
    if first.kind is DraftKind.PARAGRAPH and inside_list and not rest and tail < head:
        second.text = joint
        del drafts[head]
        return
    first.text, second.text = joint, rest
    if not rest:
        del drafts[tail]


def _first_sentence(text: str) -> tuple[str, str]:
    end = split_sentences(text, 0, len(text))[0].end
    return text[:end], text[end:].strip()


def _bullets_restored(drafts: list[Draft]) -> list[Draft]:
    """A paragraph that ends in a semicolon before a list item is an item that lost its bullet."""
    for draft, below in pairwise(drafts):
        if draft.kind is DraftKind.PARAGRAPH and draft.text.endswith(";") and below.kind is DraftKind.ITEM:
            draft.kind, draft.marker, draft.depth = DraftKind.ITEM, below.marker, below.depth
    return drafts


def _lead_ins_moved(drafts: list[Draft]) -> list[Draft]:
    """A lead-in that whole paragraphs part from its list is brought to the list."""
    moved = list(drafts)
    for place, draft in enumerate(drafts):
        # Only what stands behind the lead-in moves, so the places before it stay right.
        if draft is not moved[place] or draft.kind is not DraftKind.PARAGRAPH or not draft.text.endswith(":"):
            continue
        between = _leading(moved[place + 1 : place + 4], _is_whole_paragraph)
        target = place + 1 + len(between)
        below = moved[target] if target < len(moved) else None
        follows = below is not None and below.kind is DraftKind.ITEM and below.leaf == draft.leaf
        if follows and 1 <= len(between) <= 2:
            moved[place:target] = [*between, draft]
    return moved


def _is_whole_paragraph(draft: Draft) -> bool:
    text = draft.text
    quoted = text[:1] in "“‘\"'"
    return draft.kind is DraftKind.PARAGRAPH and text.endswith(".") and text[:1].isupper() and not quoted


def _short_runs_listed(drafts: list[Draft]) -> list[Draft]:
    """Three or more short lines without a stop behind a heading or a lead-in are a list without bullets."""
    number = 0
    while number < len(drafts):
        above = drafts[number - 1] if number else None
        run = list(_short_run(drafts, number)) if above is not None and _announces(above) else []
        below = drafts[number + len(run)] if number + len(run) < len(drafts) else None
        bulleted = below is not None and below.kind is DraftKind.ITEM
        run = run or list(_labelled_run(drafts, number))
        if len(run) >= _FEWEST_ITEMS and not bulleted:
            for draft in run:
                draft.kind, draft.marker, draft.depth = DraftKind.ITEM, "•", 0
        number += max(1, len(run))
    return drafts


def _labelled_run(drafts: list[Draft], start: int) -> Iterator[Draft]:
    """Paragraphs that each begin with a label in capitals and a colon."""
    return takewhile(
        lambda draft: draft.kind is DraftKind.PARAGRAPH and _LABEL.match(draft.text),
        drafts[start : start + _MOST_ITEMS],
    )


def _announces(draft: Draft) -> bool:
    capital_heading = draft.kind is DraftKind.HEADING and is_capitals(draft.text)
    return capital_heading or (draft.kind is DraftKind.PARAGRAPH and draft.text.endswith(":"))


def _short_run(drafts: list[Draft], start: int) -> Iterator[Draft]:
    for draft in drafts[start : start + _MOST_ITEMS]:
        title = draft.kind is DraftKind.HEADING and draft.depth == 3
        short = len(draft.text.split()) <= _MOST_ITEM_WORDS and not ends_sentence(draft.text)
        several = len(draft.text.split()) >= 2 and draft.text[:1].isupper()
        if draft.leaf != drafts[start].leaf or not short or not several:
            return
        if not (title or draft.kind is DraftKind.PARAGRAPH):
            return
        yield draft
