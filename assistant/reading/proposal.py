"""Parts of a structured file → a reading whose front matter is what the file says of itself."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.reading.describe import PUT_TO, describe
from assistant.reading.drafts import Draft, DraftKind
from assistant.reading.formats import Reading, Unreadable
from assistant.reading.frontmatter import is_date, write_front_matter
from assistant.reading.parts import (
    Caption,
    Heading,
    Item,
    Note,
    Paragraph,
    Part,
    Table,
    one_line,
    write_parts,
)

_KINDS = {
    Heading: DraftKind.HEADING,
    Paragraph: DraftKind.PARAGRAPH,
    Caption: DraftKind.PARAGRAPH,
    Item: DraftKind.ITEM,
    Note: DraftKind.NOTE,
}
_TOP = 6


@dataclass(frozen=True, slots=True)
class Said:
    """What a file's own properties say of it; `late_date` counts only where the text tells no date."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    late_date: str = ""
    kind: str = ""
    address: str = ""


def as_reading(path: Path, parts: Iterable[Part], said: Said, problems: Sequence[str] = ()) -> Reading:
    """Write parts behind a proposed description; Unreadable when they hold no word."""
    found = list(parts)
    body = write_parts(found)
    if not body.strip():
        raise Unreadable("There is nothing to read in the file.")
    drafts = [
        Draft(_KINDS[type(part)], one_line(part.text), leaf=0)
        for part in found
        if not isinstance(part, Table)
    ]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    lines = "\n".join(draft.text for draft in drafts)
    info = describe(drafts, lines, path.name, "", today, usual_kind=said.kind)
    info = replace(
        info,
        title=one_line(said.title) or _headed(info.title, found),
        author=info.author or one_line(said.author),
        publisher=info.publisher or one_line(said.publisher),
        date=next((date for date in (said.date, info.date, said.late_date) if is_date(date)), ""),
        address=said.address,
    )
    return Reading(f"{write_front_matter(info)}\n{body}", tuple(problems))


def _headed(title: str, parts: Sequence[Part]) -> str:
    """The heading near the top that stands above all others; *title* where none does, or tells more."""
    near = [part for part in parts[:_TOP] if isinstance(part, Heading)]
    if not near or title.startswith(PUT_TO):
        return title
    return one_line(min(near, key=lambda part: part.level).text)
