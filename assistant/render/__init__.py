"""Shows an Answer (text, JSON, Markdown, HTML, CSV rows), a Check (text, JSON) and a CheckedPaper.

Text of documents and users is data everywhere here: it is cleaned of control characters and escaped for
where it goes, and never becomes a link, a picture, a tag or a formula.
"""

from assistant.render.comparison import comparison_html, comparison_to_json, comparison_to_plain
from assistant.render.data import (
    CSV_COLUMNS,
    FIGURE_COLUMNS,
    check_to_json,
    dumps,
    figure_json,
    figure_rows,
    listed_json,
    to_csv,
    to_csv_rows,
    to_excel_csv,
    to_json,
)
from assistant.render.html import answer_html, passages_html, question_html, to_html
from assistant.render.markdown import to_markdown
from assistant.render.paper import PAPER_COLUMNS, paper_rows, paper_to_json, paper_to_plain
from assistant.render.paper_html import paper_html, paper_page
from assistant.render.passages import document_html, version_of
from assistant.render.plain import check_to_plain, figure_to_plain, to_plain

__all__ = [
    "CSV_COLUMNS",
    "FIGURE_COLUMNS",
    "PAPER_COLUMNS",
    "answer_html",
    "check_to_json",
    "check_to_plain",
    "comparison_html",
    "comparison_to_json",
    "comparison_to_plain",
    "document_html",
    "dumps",
    "figure_json",
    "figure_rows",
    "figure_to_plain",
    "listed_json",
    "paper_html",
    "paper_page",
    "paper_rows",
    "paper_to_json",
    "paper_to_plain",
    "passages_html",
    "question_html",
    "to_csv",
    "to_csv_rows",
    "to_excel_csv",
    "to_html",
    "to_json",
    "to_markdown",
    "to_plain",
    "version_of",
]
