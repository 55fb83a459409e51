"""Answers, checked claims and lists for a terminal, with rich; foreign text is never read as rich markup."""

from collections.abc import Sequence

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assistant.render.wording import (
    STATUS_LABELS,
    VERDICT_LABELS,
    is_row,
    lines,
    one_line,
    readable_quote,
    standing,
    suggested,
    superseded,
    understood,
    visible,
    where,
)
from assistant.terms import spoken_date
from assistant.types import Answer, Check, Citation, Listed, Status, Verdict

_VERDICT_COLOURS = {
    Verdict.SUPPORTED: "green",
    Verdict.CONTRADICTED: "red",
    Verdict.OUTDATED: "yellow",
    Verdict.NOT_FOUND: "yellow",
}
_COLOURS = {Status.ANSWERED: "green", Status.SIGNPOSTED: "magenta", Status.INVALID: "red"}


def print_answer(answer: Answer, console: Console | None = None) -> None:
    """Print the answer in a panel, and below it the passages that it rests on."""
    console = console or Console(highlight=False)
    if completed := understood(answer):
        console.print(Text(f"Understood as: {completed}", style="dim"))
    console.print(
        Panel(
            _text(answer),
            title=STATUS_LABELS[answer.status],
            title_align="left",
            border_style=_COLOURS.get(answer.status, "yellow"),
        )
    )
    for citation in answer.citations:
        console.print(_passage(citation))
    if answer.nearest:
        console.print(Text("The nearest passage", style="bold"))
        for citation in answer.nearest:
            console.print(_passage(citation))
    if answer.suggestions:
        console.print(Text("You could ask", style="bold"))
        console.print(Text("\n".join(f"  {mark or '•'} {s}" for mark, s in suggested(answer))))


def print_check(checked: Check, console: Console | None = None) -> None:
    """Print the verdict and its reason in a panel, and below it the deciding quotes."""
    console = console or Console(highlight=False)
    title, colour = VERDICT_LABELS[checked.verdict], _VERDICT_COLOURS[checked.verdict]
    console.print(Panel(Text(one_line(checked.reason)), title=title, title_align="left", border_style=colour))
    for citation in checked.citations:
        console.print(_passage(citation))


def print_documents(catalogue: Sequence[Listed], console: Console | None = None) -> None:
    """Print a table of the documents, and below it their problems."""
    table = Table("Id", "Date", "Title", "Valid", "Status", "Pages", "Passages")
    for listed in catalogue:
        info = listed.info
        valid = " to ".join(filter(None, [spoken_date(info.valid_from), spoken_date(info.valid_to)]))
        size = [str(listed.pages or "–"), str(listed.passages)]
        row = [info.id, spoken_date(info.date), info.title, valid, standing(listed), *size]
        table.add_row(*(Text(one_line(cell)) for cell in row))
    console = console or Console(highlight=False)
    console.print(table)
    for listed in catalogue:
        for problem in listed.info.problems:
            console.print(Text(f"{one_line(listed.info.id)}: {one_line(problem)}", style="yellow"))


def _text(answer: Answer) -> Text:
    shown = [
        f"  {line.label or '•'} {line.words}" if line.item else line.words for line in lines(answer.text)
    ]
    text = Text("\n".join(shown))
    for note in answer.notes:
        text.append(f"\n\n{one_line(note)}", style="italic")
    return text


def _passage(citation: Citation) -> Panel:
    title = Text(f"[{citation.marker}] {one_line(citation.source.info.title)}", style="bold")
    place = Text(" · ".join(where(citation)), style="dim")
    note = [Text(superseded(citation), style="yellow")] if citation.superseded_by else []
    return Panel(Group(_quote(citation), place, *note), title=title, title_align="left", border_style="dim")


def _quote(citation: Citation) -> Text:
    if is_row(citation):
        return Text(readable_quote(citation)[0].words)
    text, at = Text(), citation.start
    for mark in sorted(citation.marks):
        # Marks may touch or overlap; what has been shown is not shown again.
        start, end = max(mark.start, at), min(mark.end, citation.end)
        if start < end:
            text.append(visible(citation.source.text[at:start]))
            text.append(visible(citation.source.text[start:end]), style="bold underline")
            at = end
    return text.append(visible(citation.source.text[at : citation.end]))
