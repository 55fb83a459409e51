"""An answer as data: the JSON contract, and rows for a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12

from assistant.render.wording import section, visible
from assistant.types import Answer, Check, Citation, Figure, Listed, ModelUse, ScoredPassage

CSV_COLUMNS = (
    "question", "status", "text", "marker", "document", "title", "date", "section", "page", "quote",
)  # fmt: skip
FIGURE_COLUMNS = (
    "figure", "unit", "years", "beside it", "document", "title", "date", "section", "page", "quote",
)  # fmt: skip
# A spreadsheet takes a cell that begins with one of these for a formula (the last four are full-width).
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
# Valid in JSON, but a terminal obeys the C1 codes and bidirectional marks reorder what is shown.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


class CitationData(TypedDict):
    """One citation as other programs read it; `start` and `end` count characters of the stored text."""

    marker: int
    document: str
    title: str
    date: str
    section: str
    page: int | None
    page_label: str | None
    start: int
    end: int
    quote: str
    sha256: str
    superseded_by: str | None
    unconfirmed: list[str]
    ocr: bool


class PassageData(TypedDict):
    """One passage that retrieval found; `start` and `end` count characters of the stored text."""

    document: str
    section: list[str]
    page: int | None
    page_label: str | None
    start: int
    end: int
    text: str
    score: float


class FigureData(TypedDict):
    """One figure of the fact sheet as other programs read it."""

    figure: str
    unit: str
    years: str
    beside: str
    citation: CitationData


class ModelSentenceData(TypedDict):
    """One sentence of a language model; `text` is empty where it is not shown."""

    verdict: str
    text: str
    markers: list[int]


class ModelData(TypedDict):
    """What a language model had to do with an answer."""

    name: str
    outcome: str
    sentences: list[ModelSentenceData]
    seconds: float
    tokens: int


class AnswerData(TypedDict):
    """One answer as other programs read it."""

    question: str
    understood_as: str
    status: str
    text: str
    citations: list[CitationData]
    notes: list[str]
    nearest: list[CitationData]
    suggestions: list[str]
    generation: str
    seconds: float
    model: ModelData | None


class CheckData(TypedDict):
    """One checked claim as other programs read it."""

    verdict: str
    citations: list[CitationData]
    reason: str


def check_to_json(checked: Check) -> CheckData:
    """Give what the JSON contract says of a claim; the citations are as those of answers."""
    return {
        "verdict": checked.verdict.value,
        "citations": [citation_json(citation) for citation in checked.citations],
        "reason": checked.reason,
    }


def to_json(answer: Answer) -> AnswerData:
    """Give what the JSON contract says; every quote is exactly the stored text between its offsets."""
    return {
        "question": answer.question,
        "understood_as": answer.understood_as,
        "status": answer.status.value,
        "text": answer.text,
        "citations": [citation_json(citation) for citation in answer.citations],
        "notes": list(answer.notes),
        "nearest": [citation_json(citation) for citation in answer.nearest],
        "suggestions": list(answer.suggestions),
        "generation": answer.generation,
        "seconds": round(answer.seconds, 4),
        "model": _model(answer.model) if answer.model else None,
    }


def _model(use: ModelUse) -> ModelData:
    return {
        "name": use.name,
        "outcome": use.outcome.value,
        "sentences": [
            {"verdict": each.verdict.value, "text": each.text, "markers": list(each.markers)}
            for each in use.sentences
        ],
        "seconds": round(use.seconds, 4),
        "tokens": use.tokens,
    }


def passage_json(found: ScoredPassage) -> PassageData:
    """Give one passage with its place and its score."""
    passage = found.passage
    return {
        "document": passage.document,
        "section": list(passage.section),
        "page": passage.page,
        "page_label": passage.page_label,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(found.score, 4),
    }


class ListedData(TypedDict):
    """One document of the list as other programs read it; `pages` is null where the source tells none."""

    id: str
    title: str
    kind: str
    publisher: str
    author: str
    date: str
    valid_from: str
    valid_to: str
    supersedes: list[str]
    status: str
    superseded_by: str | None
    withdrawn: str | None
    pages: int | None
    passages: int
    source: str
    sha256: str
    unconfirmed: list[str]
    problems: list[str]


def listed_json(listed: Listed) -> ListedData:
    """Give one entry of the list of documents."""
    info = listed.info
    return {
        "id": info.id,
        "title": info.title,
        "kind": info.kind,
        "publisher": info.publisher,
        "author": info.author,
        "date": info.date,
        "valid_from": info.valid_from,
        "valid_to": info.valid_to,
        "supersedes": list(info.supersedes),
        "status": listed.standing.value,
        "superseded_by": listed.superseded_by or None,
        "withdrawn": info.withdrawn or None,
        "pages": listed.pages or None,
        "passages": listed.passages,
        "source": info.source,
        "sha256": info.sha256,
        "unconfirmed": list(info.unconfirmed),
        "problems": list(info.problems),
    }


def dumps(data: Mapping[str, object], indent: int | None = None) -> str:
    """Write JSON that any UTF-8 terminal or file can take and that reads back as the same values."""
    return _UNSAFE.sub(_as_escape, json.dumps(data, ensure_ascii=False, indent=indent))


def to_csv_rows(answer: Answer) -> list[list[str]]:
    """Make a row per citation under `CSV_COLUMNS` (one without any); none is a formula."""
    asked = [answer.question, answer.status.value, answer.text]
    rows = [asked + citation_cells(citation) for citation in answer.citations]
    empty = [""] * (len(CSV_COLUMNS) - len(asked))
    return [safe_cells(row) for row in rows or [asked + empty]]


def to_csv(rows: Iterable[Sequence[str]]) -> str:
    """Write rows as a table for a spreadsheet."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def to_excel_csv(rows: Iterable[Sequence[str]]) -> str:
    """The same behind a mark without which Excel takes UTF-8 for another encoding."""
    return f"\ufeff{to_csv(rows)}"


def figure_rows(figures: Iterable[Figure]) -> list[list[str]]:
    """Make a row per figure under `FIGURE_COLUMNS`; none of its cells is a formula."""
    rows = []
    for figure in figures:
        _, *source = citation_cells(figure.citation)
        rows.append([figure.told, figure.unit, figure.years, figure.beside, *source])
    return [safe_cells(row) for row in rows]


def figure_json(figure: Figure) -> FigureData:
    """Give one figure of the fact sheet with its citation."""
    return {
        "figure": figure.told,
        "unit": figure.unit,
        "years": figure.years,
        "beside": figure.beside,
        "citation": citation_json(figure.citation),
    }


def citation_json(citation: Citation) -> CitationData:
    """Give one citation; its quote is exactly the stored text between its offsets."""
    info = citation.source.info
    return {
        "marker": citation.marker,
        "document": info.id,
        "title": info.title,
        "date": info.date,
        "section": section(citation),
        "page": citation.passage.page,
        "page_label": citation.passage.page_label,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "sha256": info.sha256,
        "superseded_by": citation.superseded_by,
        "unconfirmed": list(citation.source.info.unconfirmed),
        "ocr": citation.ocr,
    }


def citation_cells(citation: Citation) -> list[str]:
    """Marker, document, title, date, section, page and quote of a citation, as written."""
    data = citation_json(citation)
    return [
        str(data["marker"]), data["document"], data["title"], data["date"], data["section"],
        data["page_label"] or "", data["quote"],
    ]  # fmt: skip


def safe_cells(cells: Iterable[str]) -> list[str]:
    """Cells of which a spreadsheet takes none for a formula."""
    return [_safe_cell(cell) for cell in cells]


def _safe_cell(text: str) -> str:
    cell = visible(text)
    risky = text.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
    return f"'{cell}" if risky else cell


def _as_escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
