"""A checked paper as a page: its own text with a mark at each checked sentence, and what came of it below."""

from collections.abc import Sequence

from assistant.render.escape import escape
from assistant.render.html import answer_html, passages_html
from assistant.render.paper import VERDICTS, counted, not_checked, remarks, words_of
from assistant.render.passages import blocks_html
from assistant.render.wording import VERDICT_LABELS, one_line
from assistant.types import Answer, Check, CheckedPaper, CheckedPart, Difference, Status, Verdict

_TITLE = "Checked against the documents"
_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
    "body{color:#111;background:#fff}"
    "blockquote{margin:0;padding-left:.8rem;border-left:3px solid #ccc}"
    "table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:left}"
    ".quoted{font-weight:600}.contradicted{background:#fdd}.outdated,.not_found{background:#fef3c7}"
    ".supported{background:#e3f5e3}.verdict{font-size:.8em;margin-left:.2em}"
    ".finding{border-top:1px solid #ccc;margin-top:1rem}ins{background:#e3f5e3}del{background:#fdd}"
    "@media print{.finding{break-inside:avoid}}"
)


def paper_page(paper: CheckedPaper) -> str:
    """The whole report as one file that loads nothing and runs nothing."""
    title = f"{one_line(paper.paper.info.source)} – {_TITLE}"
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><main>{paper_html(paper)}</main></body></html>"
    )


def paper_html(paper: CheckedPaper, sources: str = "") -> str:
    """The report as part of a page: summary, the paper with its marks, and a note for each mark.

    `sources` is the address under which documents are shown, for a link from each passage.
    """
    name = escape(one_line(paper.paper.info.source))
    left_out = "".join(f"<p>{escape(said)}</p>" for said in (not_checked(paper), *remarks(paper)) if said)
    text = blocks_html(_Annotated(paper), paper.paper.blocks)
    notes = "".join(
        _note(paper, number, part, check, sources) for number, (part, check) in enumerate(paper.checked, 1)
    )
    return (
        f"<h1>{name}</h1><p>{escape(counted(paper))}</p>{left_out}{_to_look_at(paper)}"
        f'<h2>The paper</h2><div class="document">{text}</div><h2>What the documents say</h2>{notes}'
    )


class _Annotated:
    """The text of a paper in which every checked part is marked, with a link to its note."""

    def __init__(self, paper: CheckedPaper) -> None:
        self.text = paper.paper.text
        self._checked = list(enumerate(paper.checked, 1))

    def html(self, start: int, end: int) -> str:
        """Escape the text from `start` to `end`, with the parts in it marked."""
        shown, at = "", start
        for number, (part, check) in self._checked:
            if part.end <= at or part.start >= end:
                continue
            begin, stop = max(part.start, at), min(part.end, end)
            verdict = check.verdict
            shown += f'{escape(self.text[at:begin])}<span class="{verdict.value}">'
            shown += f"{escape(self.text[begin:stop])}</span>"
            if part.end <= end:
                label = f"{number}: {VERDICT_LABELS[verdict]}"
                shown += f' <a class="verdict" href="#note-{number}">{escape(label)}</a>'
            at = stop
        return shown + escape(self.text[at:end])


def _to_look_at(paper: CheckedPaper) -> str:
    """Links to all that is not supported, the gravest first."""
    shown = ""
    for verdict in VERDICTS[:-1]:
        links = [
            f'<a href="#note-{number}">{number}</a>'
            for number, (_, check) in enumerate(paper.checked, 1)
            if check.verdict is verdict
        ]
        shown += f"<li>{escape(VERDICT_LABELS[verdict])}: {', '.join(links)}</li>" if links else ""
    return f"<ul>{shown}</ul>" if shown else ""


def _note(paper: CheckedPaper, number: int, part: CheckedPart, check: Check, sources: str) -> str:
    # A verdict is shown with its passages as an answer is.
    told = Answer(part.said, Status.ANSWERED, check.reason, citations=check.citations)
    words = words_of(paper, part)
    understood = one_line(part.said) != words and not part.differences
    label = escape(f"{number}. {VERDICT_LABELS[check.verdict]}")
    passages = passages_html(told, f"n{number}", sources) if check.verdict is not Verdict.NOT_FOUND else ""
    return (
        f'<section class="finding" id="note-{number}" tabindex="-1"><h3>{label}</h3>'
        f"<p><q>{escape(words)}</q></p>"
        + (f"<p>Checked as: <q>{escape(one_line(part.said))}</q></p>" if understood else "")
        + answer_html(told, f"n{number}")
        + (f"<p>{_differing(part.differences)}</p>" if part.differences else "")
        + f"{passages}</section>"
    )


def _differing(differences: Sequence[Difference]) -> str:
    """A quotation as the paper has it, struck out where the document has other words."""
    shown = []
    for each in differences:
        shown.append(escape(one_line(each.same)))
        shown.append(f"<del>{escape(one_line(each.quoted))}</del>" if each.quoted else "")
        shown.append(f"<ins>{escape(one_line(each.given))}</ins>" if each.given else "")
    return " ".join(filter(None, shown))
