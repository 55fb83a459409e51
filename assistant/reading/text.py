"""Plain text as it comes → Markdown in our edition format, as well as its lines allow."""

import datetime
from collections.abc import Iterator

from assistant.reading.clean import clean
from assistant.reading.columns import part_columns
from assistant.reading.describe import describe
from assistant.reading.drafts import Draft, DraftKind
from assistant.reading.enumerations import restore_lists
from assistant.reading.figures import rebuild_tables
from assistant.reading.flow import Flow
from assistant.reading.footnotes import mark_footnotes
from assistant.reading.frontmatter import write_front_matter
from assistant.reading.gather import gather
from assistant.reading.layout import write_markdown
from assistant.reading.leaves import Leaf, cut_leaves
from assistant.reading.lines import is_wrapped
from assistant.reading.pages import PageLabel
from assistant.reading.reorder import put_right
from assistant.reading.wording import Wording


def to_markdown(text: str, name: str, sha256: str, wording: Wording, today: datetime.date) -> str:
    """Repair raw text into Markdown with front matter, best effort; `wording` is that of the whole corpus."""
    lines = clean(text)
    leaves = cut_leaves("\n".join(mark_footnotes(lines.split("\n"))))
    drafts = put_right(list(_drafts(leaves, wording)), wording)
    for draft in drafts:
        if draft.kind is not DraftKind.TABLE:
            draft.text = wording.mend_hyphens(" ".join(draft.text.split()))
    drafts = [draft for draft in drafts if draft.text]
    info = describe(drafts, lines, name, sha256, today)
    pages = [PageLabel(None, leaf.label) for leaf in leaves]
    return f"{write_front_matter(info)}\n{write_markdown(drafts, pages)}"


def _drafts(leaves: tuple[Leaf, ...], wording: Wording) -> Iterator[Draft]:
    wrapped = is_wrapped([line for leaf in leaves for line in leaf.lines])
    flow = Flow(wording)
    for number, leaf in enumerate(leaves):
        lines = rebuild_tables(leaf.lines)
        if wrapped:
            lines = restore_lists(part_columns(lines, flow))
        yield from gather(lines, number, wording, wrapped)
