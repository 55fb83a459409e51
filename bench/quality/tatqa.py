"""TAT-QA: questions about a table of a financial report and the paragraphs around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile, zip_longest
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from assistant.chain import Assistant
from assistant.types import ANSWERING
from bench.quality.corpus import Text, Workshop, in_one_line
from bench.quality.material import Material
from bench.quality.narrowed import Collected
from bench.quality.page import SAME_RUN, Row, Section, Table, share
from bench.quality.plain import by_words, words_index
from bench.quality.probe import evidence_for
from eval.match import contains, fold

TITLE = "TAT-QA"
_ABOUT = """\
{questions} questions whose answer is one span of the text, about {reports} tables with their paragraphs.
Each table is written as Markdown under one header line and makes a document with its paragraphs; a
question is asked of an assistant that knows its own document and nothing else. *Cited* is the share of all
questions with an answer one of whose cited rows or sentences holds the gold string, *told* that with the
gold string in the text of the answer: headers count there."""
_FIRST = """\
The row or sentence that comes first, whether or not it is good enough for an answer: how often it holds
the gold string."""
_NOTES = """\
Published F1 on the test set, over all its questions, reckoning included: people .908, a 70B model .884,
TagOp .580."""
_SPAN = "span"
_YEAR = re.compile(r"(?:19|20)\d\d")
_APART = re.compile(r"(?<=[$€£(]) +")


class Source(StrEnum):
    """Where a question's answer stands."""

    TEXT = "text"
    TABLE = "table"
    BOTH = "table-text"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; only an answer that is a span is a string in a list."""

    question: str
    answer: Annotated[
        tuple[str, ...], BeforeValidator(lambda value: value if isinstance(value, list) else ())
    ]
    answer_type: str
    answer_from: Source


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table, line by line."""

    table: tuple[tuple[str, ...], ...]

    @property
    def markdown(self) -> str:
        """The table under one header line; what stands over all of its columns goes before it."""
        lines = [tuple(map(_cell, line)) for line in self.table]
        heads = [line for _, line in takewhile(lambda numbered: _is_head(*numbered), enumerate(lines))]
        over = [line for line in heads if len(line) > 2 and sum(map(bool, line)) == 1]
        columns = zip_longest(*(line for line in heads if line not in over), fillvalue="")
        head = tuple(" ".join(filter(None, column)) for column in columns) or ("",) * len(lines[0])
        table = (head, ("---",) * len(head), *lines[len(heads) :])
        caption = " ".join(cell for line in over for cell in line if cell)
        rows = "\n".join(f"| {' | '.join(line)} |" for line in table)
        return f"{caption}\n\n{rows}" if caption else rows


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and its place among those around the table."""

    order: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A table, its paragraphs and the questions about them."""

    table: Grid
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...]

    def text(self, number: int) -> Text:
        """The document that the questions are about."""
        paragraphs = sorted(self.paragraphs, key=lambda paragraph: paragraph.order)
        body = (self.table.markdown, *(in_one_line(paragraph.text) for paragraph in paragraphs))
        return Text(f"report-{number:03}", "Financial report", "\n\n".join(body))

    @property
    def spans(self) -> tuple[Question, ...]:
        """The questions that one span answers."""
        return tuple(each for each in self.questions if each.answer_type == _SPAN and len(each.answer) == 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question: what was answered, and whether it holds the gold string."""

    source: Source
    is_answered: bool
    is_cited: bool
    is_told: bool
    is_first: bool
    is_first_by_words: bool


def measure(material: Material, workshop: Workshop) -> Section:
    """Whether what our answer cites holds the answer, by where that stands."""
    reports = [report for report in material.whole("tatqa_dev.json.gz", tuple[Report, ...]) if report.spans]
    reports = list(material.some(reports))
    texts = [report.text(number) for number, report in enumerate(reports)]
    collected = Collected(workshop.ingest("tatqa", texts))
    asked = [
        seen
        for report, text in zip(reports, texts, strict=True)
        for seen in _asked_about(report, text, collected, workshop.folder)
    ]
    groups = {"all": asked} | {
        f"answer in {source}": [seen for seen in asked if seen.source is source] for source in Source
    }
    first = (
        Row("evidence", (share(sum(seen.is_first for seen in asked), len(asked)),)),
        Row("BM25", (share(sum(seen.is_first_by_words for seen in asked), len(asked)),), SAME_RUN),
    )
    return Section(
        TITLE,
        (
            _ABOUT.format(questions=len(asked), reports=len(reports)),
            Table(
                ("answered", "cited", "told"),
                tuple(_row(name, group) for name, group in groups.items() if group),
            ),
            _FIRST,
            Table(("first",), first),
            _NOTES,
        ),
    )


def _asked_about(report: Report, text: Text, collected: Collected, folder: Path) -> Iterator[Asked]:
    view = collected.knowing({text.id})
    assistant = collected.assistant(view)
    source = view.documents[text.id].text
    pieces = [piece for passage in view.passages.values() for piece in passage.pieces]
    quotable = {str(number): source[piece.start : piece.end] for number, piece in enumerate(pieces)}
    index = words_index(quotable, folder / f"{text.id}.sqlite")
    for question in report.spans:
        by_word = [quotable[found] for found in by_words(index, question.question, 1)]
        yield _asked(assistant, question, by_word)
    index.close()


def _asked(assistant: Assistant, question: Question, by_word: Sequence[str]) -> Asked:
    gold = _cell(question.answer[0])
    answer = assistant.ask(question.question)
    answered = answer.status in ANSWERING
    _, evidence = evidence_for(assistant, question.question)
    return Asked(
        question.answer_from,
        is_answered=answered,
        is_cited=answered and _any_holds((citation.quote for citation in answer.citations), gold),
        is_told=answered and _any_holds((answer.text,), gold),
        is_first=_any_holds((found.text for found in evidence[:1]), gold),
        is_first_by_words=_any_holds(by_word, gold),
    )


def _any_holds(texts: Iterable[str], gold: str) -> bool:
    return any(contains(fold(text), gold) for text in texts)


def _row(name: str, asked: Sequence[Asked]) -> Row:
    counts = (
        sum(seen.is_answered for seen in asked),
        sum(seen.is_cited for seen in asked),
        sum(seen.is_told for seen in asked),
    )
    return Row(f"`ask`: {name}", tuple(share(count, len(asked)) for count in counts))


def _cell(text: str) -> str:
    """What stands in a cell, with no space after a currency sign, and ready for a Markdown table."""
    return _APART.sub("", in_one_line(text)).replace("|", "\\|")


def _is_head(number: int, line: Sequence[str]) -> bool:
    """Whether a line at the top of a table names columns: it has no label, or only years beside it."""
    years = [cell for cell in line[1:] if cell]
    unlabelled = not line[0] or line[0].startswith("(")  # "(in thousands)" is no label
    return number == 0 or unlabelled or (bool(years) and all(map(_YEAR.fullmatch, years)))
