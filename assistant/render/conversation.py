"""A whole conversation with its sources, to keep: plain text, Markdown, HTML, or rows for a spreadsheet."""

from collections.abc import Sequence
from enum import StrEnum

from assistant.render.data import CSV_COLUMNS, to_csv_rows, to_excel_csv
from assistant.render.html import to_html
from assistant.render.markdown import escape, to_markdown
from assistant.render.plain import to_plain
from assistant.render.wording import one_line
from assistant.types import Turn

_TITLE = "Questions and answers"
_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
    "blockquote{margin:0;padding-left:.8rem;border-left:3px solid #ccc}"
    "table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:left}"
    ".quoted{font-weight:600}"
)


class Form(StrEnum):
    """The forms in which a conversation can be kept; each is the ending of its file."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"


def conversation_as(form: Form, turns: Sequence[Turn]) -> str:
    """The questions and answers of *turns* with their sources, nothing of which is markup or a formula."""
    match form:
        case Form.TEXT:
            return "\n".join(f"{one_line(turn.question)}\n\n{to_plain(turn.answer)}" for turn in turns)
        case Form.MARKDOWN:
            told = (f"## {escape(one_line(turn.question))}\n\n{to_markdown(turn.answer)}" for turn in turns)
            return "\n".join([f"# {_TITLE}\n", *told])
        case Form.HTML:
            told = (to_html(turn.answer, f"t{number}") for number, turn in enumerate(turns, 1))
            return (
                f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{_TITLE}</title>'
                f"<style>{_STYLE}</style></head><body><h1>{_TITLE}</h1>{''.join(told)}</body></html>"
            )
        case Form.CSV:
            rows = [CSV_COLUMNS, *(row for turn in turns for row in to_csv_rows(turn.answer))]
            return to_excel_csv(rows)
