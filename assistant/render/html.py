"""An answer as HTML: only tags of our own, around escaped text of documents and users."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import quote, urlencode

from assistant.render.escape import escape
from assistant.render.passages import passage_html, version_of
from assistant.render.wording import (
    STATUS_LABELS,
    Line,
    lines,
    one_line,
    suggested,
    superseded,
    understood,
    where,
)
from assistant.types import Answer, Citation, Status

_MARKER = re.compile(r"\[(\d{1,3})\]")
# Numbers to call, as the texts for people in need write them; not one to text, nor the app of that name.
_TO_CALL = re.compile(
    r"(?<![Tt]ext )(?<!to )(?<!reach )(?<!\d )"
    r"\b(?:999(?! BSL)|101|111|116 \d{3}|0\d{3}(?: \d{3,4}){1,2}|08 08 16 89 111)\b"
)


def to_html(answer: Answer, anchor: str = "c") -> str:
    """Show question, answer and passages; `anchor` sets apart the ids of answers on one page."""
    question = f'<h2 class="question"><bdi>{escape(one_line(answer.question))}</bdi></h2>'
    found = suggested(answer)
    suggestions = "".join(f"<li>{escape(asked)}</li>" for _, asked in found)
    tag = "ol" if any(mark for mark, _ in found) else "ul"
    asks = f'<p class="ask">You could ask</p><{tag}>{suggestions}</{tag}>' if suggestions else ""
    return (
        f'<article class="answer">{question}{answer_html(answer, anchor)}'
        f"{passages_html(answer, anchor)}{asks}</article>"
    )


def question_html(question: str) -> str:
    """Show a user's own words, kept apart from the writing direction of what stands around them."""
    return f"<bdi>{escape(one_line(question))}</bdi>"


def answer_html(answer: Answer, anchor: str = "c") -> str:
    """Show the answer's text and notes on one line of HTML; markers link to `#anchor-n`."""
    completed = understood(answer)
    shown = f'<p class="quiet">Understood as: <bdi>{escape(completed)}</bdi></p>' if completed else ""
    shown += "" if answer.status is Status.ANSWERED else _status(answer.status)
    shown += "".join(_lines(group, answer, anchor) for group in _grouped(lines(answer.text)))
    shown += "".join(f'<p class="note">{escape(one_line(note))}</p>' for note in answer.notes)
    for citation in answer.citations:  # the first marker of each is where its passage leads back to
        to, back = f'href="#{anchor}-{citation.marker}"', f'id="{_back(citation, anchor)}"'
        shown = shown.replace(f'<a class="cite" {to}', f'<a class="cite" {back} {to}', 1)
    return f'<div class="said status-{answer.status.value}">{shown}</div>'


def passages_html(answer: Answer, anchor: str = "c", sources: str = "") -> str:
    """Show the cited passages and, for a refusal, the nearest ones; each with document, date and place.

    `sources` is the address under which documents are shown, for a link to each passage in its document.
    """
    told = set(map(int, _MARKER.findall(answer.text)))
    shown = "".join(
        _card(group, anchor, sources, [c for c in group if c.marker in told])
        for group in _by_passage(answer.citations)
    )
    if answer.nearest:
        near = "".join(_card(group, f"{anchor}n", sources) for group in _by_passage(answer.nearest))
        shown += f'<p class="nearest">The nearest passage, which does not answer the question</p>{near}'
    return shown


def _status(status: Status) -> str:
    return f'<p class="status">{escape(STATUS_LABELS[status])}</p>'


def _grouped(found: Iterable[Line]) -> list[list[Line]]:
    return [list(group) for _, group in groupby(found, key=lambda line: line.item)]


def _lines(group: Sequence[Line], answer: Answer, anchor: str) -> str:
    if not group[0].item:
        return "".join(f"<p>{_with_markers(line.words, answer, anchor)}</p>" for line in group)
    return f"<ul>{''.join(_item(line, answer, anchor) for line in group)}</ul>"


def _item(line: Line, answer: Answer, anchor: str) -> str:
    label = f'<span class="label">{escape(line.label)}</span> ' if line.label else ""
    return f"<li>{label}{_with_markers(line.words, answer, anchor)}</li>"


def _with_markers(words: str, answer: Answer, anchor: str) -> str:
    if answer.status is Status.SIGNPOSTED and not _MARKER.search(words):
        return _TO_CALL.sub(_call, escape(words))
    known = {citation.marker for citation in answer.citations}
    # Odd parts are the numbers; a number in brackets that cites nothing is only text.
    parts = _MARKER.split(words)
    return "".join(
        escape(part) if even else (_link(int(part), anchor) if int(part) in known else escape(f"[{part}]"))
        for even, part in zip([True, False] * len(parts), parts, strict=False)
    )


def _call(number: re.Match[str]) -> str:
    """A number that a telephone dials when it is touched."""
    return f'<a class="call" href="tel:{number.group().replace(" ", "")}">{number.group()}</a>'


def _link(marker: int, anchor: str) -> str:
    return f'<a class="cite" href="#{anchor}-{marker}">&#91;{marker}&#93;</a>'


def _by_passage(citations: Sequence[Citation]) -> list[list[Citation]]:
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.source.info.id, citation.passage.id), []).append(citation)
    return list(groups.values())


def _card(citations: Sequence[Citation], anchor: str, sources: str, told: Sequence[Citation] = ()) -> str:
    first = citations[0]
    numbers = "".join(
        f'<span class="number" id="{anchor}-{c.marker}" tabindex="-1">{c.marker}</span>' for c in citations
    )
    place = "".join(f"<li>{escape(part)}</li>" for part in where(first))
    warnings = "".join(f'<p class="superseded">{escape(note)}</p>' for note in {superseded(first)} - {""})
    address = f"{escape(first.source.info.id)}#char={first.start},{first.end}"
    return (
        f'<section class="passage"><p class="source">{numbers} <cite>{escape(first.source.info.title)}</cite>'
        f'</p><ul class="where">{place}</ul>{warnings}'
        f'<blockquote cite="{address}">{passage_html(citations)}</blockquote>'
        f"{_links(first, sources, [_back(citation, anchor) for citation in told])}</section>"
    )


def _back(citation: Citation, anchor: str) -> str:
    """The id of the first marker of a citation in the answer."""
    return f"{anchor}-told-{citation.marker}"


def _links(citation: Citation, sources: str, back: Sequence[str]) -> str:
    """Links to the quote in its document, for the very text that it was cut from, and back to the answer."""
    if not sources:
        return ""
    info = citation.source.info
    version = version_of(citation.source)
    asked = urlencode({"start": citation.start, "end": citation.end, "version": version})
    address = escape(f"{sources}{quote(info.id, safe='')}?{asked}#quote")
    to_answer = f' · <a href="#{back[0]}">Back to the answer</a>' if back else ""
    return f'<p class="to-source"><a href="{address}">See this in the document</a>{to_answer}</p>'
