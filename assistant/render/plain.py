"""An answer, or a checked claim, as plain text for a terminal, a pipe or a letter."""

from assistant.render.wording import (
    STATUS_LABELS,
    VERDICT_LABELS,
    lines,
    one_line,
    readable_quote,
    suggested,
    superseded,
    understood,
    where,
)
from assistant.types import Answer, Check, Citation, Figure, Status


def to_plain(answer: Answer) -> str:
    """Show the answer, its notes, its numbered sources with quotes, and what else could be asked."""
    completed = understood(answer)
    blocks = [f"Understood as: {completed}" if completed else "", _text(answer)]
    blocks += [f"Note: {one_line(note)}" for note in answer.notes]
    said = one_line(answer.text)
    if answer.citations:
        blocks.append("\n".join(["Sources", *(_source(c, said) for c in answer.citations)]))
    if answer.nearest:
        blocks.append("\n".join(["The nearest passage", *(_source(c, said) for c in answer.nearest)]))
    if answer.suggestions:
        blocks.append(
            "\n".join(["You could ask", *(f"  {mark or '-'} {s}" for mark, s in suggested(answer))])
        )
    return "\n\n".join(block for block in blocks if block)


def check_to_plain(checked: Check) -> str:
    """Show the verdict, the reason, and the numbered sources with their quotes."""
    said = one_line(checked.reason)
    blocks = [f"{VERDICT_LABELS[checked.verdict]}. {said}"]
    if checked.citations:
        blocks.append("\n".join(["Sources", *(_source(citation, said) for citation in checked.citations)]))
    return "\n\n".join(blocks)


def _text(answer: Answer) -> str:
    shown = [
        f"  {line.label or '-'} {line.words}" if line.item else line.words for line in lines(answer.text)
    ]
    plain = answer.status in (Status.ANSWERED, Status.SIGNPOSTED)
    return "\n".join(shown if plain else [f"{STATUS_LABELS[answer.status]}.", *shown])


def _source(citation: Citation, said: str) -> str:
    title = one_line(citation.source.info.title)
    shown = [f"[{citation.marker}] " + ", ".join([title, *where(citation)])]
    quote = readable_quote(citation)
    # What the answer has just said word for word need not be read twice.
    if not all(line.words in said for line in quote):
        words = [f"{line.label or '-'} {line.words}" if line.item else line.words for line in quote]
        shown.append("    “" + "\n     ".join(words) + "”")
    if note := superseded(citation):
        shown.append(f"    {one_line(note)}")
    return "\n".join(shown)


def figure_to_plain(figure: Figure) -> list[str]:
    """One figure of the fact sheet in lines: the figure, what stands beside it, and its quote and source."""
    years = f" ({figure.years})" if figure.years and figure.years not in figure.beside else ""
    source = ", ".join([one_line(figure.citation.source.info.title), *where(figure.citation)])
    quote = " / ".join(line.words for line in readable_quote(figure.citation))
    told = ": ".join(filter(None, (one_line(figure.told), one_line(figure.beside))))
    return [f"{told}{years}", f"    “{quote}”", f"    {source}"]
