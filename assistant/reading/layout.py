"""Drafts → the Markdown of our edition format."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.reading.drafts import BULLET, Draft, DraftKind
from assistant.reading.nesting import item_depths
from assistant.reading.nesting import marker_sort as _sort
from assistant.reading.pages import UNKNOWN_PAGE, PageLabel, page_mark

_LOWEST_RANK = 6
_LONG_WORDS = 20
_LABEL_WORDS = 8


def write_markdown(drafts: Sequence[Draft], pages: Sequence[PageLabel]) -> str:
    """Write drafts as Markdown; pages are marked if any is known, in the middle of a list too."""
    ranked = _ranked(_labels_as_headings(list(drafts)))
    marks = _marks(ranked, pages)
    parts: list[str] = []
    for is_list, group in groupby(range(len(ranked)), lambda number: ranked[number].kind is DraftKind.ITEM):
        run = list(group)
        if is_list:
            inside = {number - run[0]: marks[number] for number in run[1:] if number in marks}
            parts += [marks[run[0]]] if run[0] in marks else []
            parts.append(_list([ranked[number] for number in run], inside))
            continue
        for number in run:
            parts += [marks[number]] if number in marks else []
            parts.append(_block(ranked[number]))
    return "\n\n".join(parts) + "\n"


def _marks(drafts: Sequence[Draft], pages: Sequence[PageLabel]) -> dict[int, str]:
    """The page mark that stands before a draft, by its place."""
    marks: dict[int, str] = {}
    shown = UNKNOWN_PAGE
    for number, draft in enumerate(drafts):
        if pages[draft.leaf] != shown:
            shown = pages[draft.leaf]
            marks[number] = page_mark(shown)
    return marks


def _block(draft: Draft) -> str:
    if draft.kind is DraftKind.HEADING:
        return f"{'#' * draft.depth} {draft.text}"
    return draft.text


def _labels_as_headings(drafts: list[Draft]) -> list[Draft]:
    """Where single short bullets each stand before a long paragraph, they are headings."""
    places = [number for number in range(len(drafts)) if _is_label(drafts, number)]
    if len(places) > 1:
        for number in places:
            drafts[number].kind, drafts[number].depth = DraftKind.HEADING, 4
    return drafts


def _is_label(drafts: list[Draft], number: int) -> bool:
    draft = drafts[number]
    above = drafts[number - 1] if number else None
    below = drafts[number + 1] if number + 1 < len(drafts) else None
    alone = above is None or above.kind is not DraftKind.ITEM
    long_text = (
        below is not None and below.kind is DraftKind.PARAGRAPH and len(below.text.split()) > _LONG_WORDS
    )
    short = len(draft.text.split()) <= _LABEL_WORDS and not draft.text.endswith((".", ";", ":"))
    return draft.kind is DraftKind.ITEM and alone and long_text and short


def _ranked(drafts: list[Draft]) -> list[Draft]:
    """Nest a heading that directly follows another of its rank, so that both are in the path."""
    last: Draft | None = None
    for draft in drafts:
        if draft.kind is DraftKind.HEADING:
            if last is not None and last.depth >= draft.depth and not draft.marker:
                draft.depth = min(last.depth + 1, _LOWEST_RANK)
            last = draft
        else:
            last = None
    return drafts


def _list(items: list[Draft], marks: Mapping[int, str]) -> str:
    """Items on consecutive lines, nested ones indented; a blank line where another kind of list begins.

    A page mark before a nested item is indented like it, so that the item stays where it belongs.
    """
    lines: list[str] = []
    widths: list[int] = []
    first = ""
    for number, (draft, depth) in enumerate(zip(items, item_depths(items), strict=True)):
        marker = _marker(draft)
        del widths[depth:]
        indent = " " * sum(widths)
        if number in marks:
            lines += ["", f"{indent}{marks[number]}", ""]
        elif not depth and lines and _sort(draft) != first:
            lines.append("")
        first = _sort(draft) if not depth else first
        lines.append(f"{indent}{marker} {draft.text}")
        widths.append(len(marker.split()[0]) + 1)
    return "\n".join(lines)


def _marker(draft: Draft) -> str:
    if _sort(draft) == "number":
        return draft.marker
    return "-" if BULLET.match(f"{draft.marker} x") else f"- {draft.marker}"
