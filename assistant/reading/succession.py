"""Which document supersedes which: links that cannot be are left out, and said."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.types import Document, DocumentInfo


def superseded_by_each(infos: Collection[DocumentInfo]) -> dict[str, frozenset[str]]:
    """For each document all ids that it supersedes, directly or by way of others."""
    links = {info.id: info.supersedes for info in infos}
    return {key: _reached(key, links) for key in links}


def in_succession(documents: Sequence[Document], gone: Collection[str]) -> tuple[Document, ...]:
    """The documents with `supersedes` made sound, and what was wrong with it among their problems.

    A circle has no beginning, so its links do not count. `gone` are ids that are known, but of no document.
    """
    infos = [document.info for document in documents]
    older = superseded_by_each(infos)
    dates = dict.fromkeys(gone, "") | {info.id: info.date for info in infos}
    return tuple(_sound(document, older, dates) for document in documents)


def _sound(document: Document, older: Mapping[str, frozenset[str]], dates: Mapping[str, str]) -> Document:
    info = document.info
    circle = [key for key in info.supersedes if info.id in older.get(key, ()) or key == info.id]
    kept = tuple(key for key in info.supersedes if key not in circle)
    problems = (*_circles(info.id, circle), *_doubts(info, kept, dates))
    if not problems:
        return document
    return replace(document, info=replace(info, supersedes=kept, problems=(*info.problems, *problems)))


def _circles(name: str, circle: Sequence[str]) -> Iterator[str]:
    for key in circle:
        if key == name:
            yield "It says that it supersedes itself: take that out of `supersedes`."
        else:
            yield f"It supersedes {key}, which supersedes it in turn: take one of the two `supersedes` out."


def _doubts(info: DocumentInfo, kept: Sequence[str], dates: Mapping[str, str]) -> Iterator[str]:
    for key in kept:
        if key not in dates:
            yield f"It supersedes {key}, but there is no document with that id: mend the id, or take it out."
        elif dates[key] and not info.date:
            yield f"It supersedes {key}, but has no date, so that it counts as the older one: give it a date."
        elif info.date < dates[key][: len(info.date)]:
            yield (
                f"It supersedes {key}, which has a later date ({dates[key]}, and not {info.date}): "
                "mend one of the dates, or take it out of `supersedes`."
            )


def _reached(key: str, links: Mapping[str, Sequence[str]]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = list(links[key])
    while waiting:
        older = waiting.pop()
        if older not in reached:
            reached.add(older)
            waiting += links.get(older, ())
    return frozenset(reached)
