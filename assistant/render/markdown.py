"""An answer as Markdown for a briefing or a ticket."""

import re
from itertools import groupby

from assistant.render.wording import (
    STATUS_LABELS,
    Line,
    lines,
    one_line,
    readable_quote,
    suggested,
    superseded,
    understood,
    visible,
    where,
)
from assistant.types import Answer, Citation, Status

# What Markdown reads as markup anywhere; and, separately, what begins a block or makes a bare link.
_ALWAYS = re.compile(r"[\\`*_\[\]<>&|~!$@{}]")
_LINE_START = re.compile(r"^(\s*)([#+=:-])|^(\s*\d{1,9})([.)])")
_BARE_LINK = re.compile(r"(?i)(\bwww)(\.)|([a-z])(:)(?=\S)")


def to_markdown(answer: Answer) -> str:
    """Show the answer, its notes and its sources as Markdown in which no foreign text is markup."""
    completed = understood(answer)
    blocks = [f"*Understood as:* {escape(completed)}"] if completed else []
    blocks += [] if answer.status is Status.ANSWERED else [f"**{STATUS_LABELS[answer.status]}**"]
    blocks += [_text(answer)]
    blocks += [f"*Note:* {escape(one_line(note))}" for note in answer.notes]
    blocks += [_source(citation) for citation in answer.citations]
    if answer.nearest:
        blocks += ["**The nearest passage**", *(_source(citation) for citation in answer.nearest)]
    if answer.suggestions:
        asks = "\n".join(f"{mark or '-'} {escape(s)}" for mark, s in suggested(answer))
        blocks.append(f"**You could ask**\n\n{asks}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Write one line so that Markdown shows it as it is, without markup, links or pictures."""
    text = _ALWAYS.sub(lambda m: "\\" + m[0], visible(text))
    text = _LINE_START.sub(lambda m: f"{m[1] or m[3] or ''}\\{m[2] or m[4]}", text)
    return _BARE_LINK.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", text)


def _text(answer: Answer) -> str:
    groups = groupby(lines(answer.text), key=lambda line: line.item)
    return "\n\n".join(
        "\n".join(map(_item, group)) if items else "\n\n".join(escape(line.words) for line in group)
        for items, group in groups
    )


def _spaced(quote: list[Line]) -> list[Line | None]:
    """Put an empty line after each paragraph and after the last item of a list."""
    spaced: list[Line | None] = []
    for line, after in zip(quote, [*quote[1:], None], strict=True):
        spaced += [line] if line.item and after and after.item else [line, None]
    return spaced


def _quoted(line: Line) -> str:
    return _item(line) if line.item else escape(line.words)


def _item(line: Line) -> str:
    label = f"{escape(line.label)} " if line.label else ""
    return f"- {label}{escape(line.words)}"


def _source(citation: Citation) -> str:
    title = escape(one_line(citation.source.info.title))
    shown = [f"> {_quoted(line)}" if line else ">" for line in _spaced(readable_quote(citation))]
    shown.append(f"> — \\[{citation.marker}\\] " + ", ".join([title, *map(escape, where(citation))]))
    if note := superseded(citation):
        shown += [">", f"> {escape(note)}"]
    return "\n".join(shown)
