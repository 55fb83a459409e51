"""The evaluation's questions, asked of the editions and of the same documents as PDFs."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from rich.console import Console

from assistant.chain import Assistant
from assistant.reading.frontmatter import split_front_matter
from assistant.types import Document
from bench.measure import ROOT
from bench.pdf.typeset import DESIGNS, typeset
from bench.quality.page import SAME_RUN, Row, Section, Table, share
from eval.run import Options, evaluate

TITLE = "Questions asked of the PDFs"
_HALVES = ("tune", "held")
_MOST_LOST = 3.0
_OF_THE_FILE = ("source", "sha256")
_COLUMNS = ("tune", "held", "points lost on tune", "points lost on held")
_TOLD = (
    "All questions of the evaluation, those that are to be refused too, and how many are answered right. "
    "*Described* PDFs lie beside what a person says of them, in the words of the editions' front matter; of "
    "the others all that is known is what the reading proposes, from running heads and feet with title and "
    "publisher among others. *Lost* are points below the editions."
)
Right = tuple[tuple[int, int], ...]


def ask_of_pdfs(sources: Sequence[Document]) -> tuple[Section, bool]:
    """Ask everything of the editions, and of each design with and without descriptions.

    The second tells whether no design loses more points than is wanted, described or not, on either half.
    """
    editions = _right(ROOT / "corpus")
    rows = [Row("editions", (*_shares(editions), None, None), SAME_RUN)]
    is_enough = True
    for described in (True, False):
        for design in DESIGNS:
            with tempfile.TemporaryDirectory(prefix="bench-") as name:
                _print(sources, design, Path(name), described=described)
                right = _right(Path(name))
            lost = [100 * (_part(one) - _part(other)) for one, other in zip(editions, right, strict=True)]
            is_enough = is_enough and max(lost) <= _MOST_LOST
            figures = (*_shares(right), *(f"{points:.1f}" for points in lost))
            rows.append(Row(f"{design}{', described' if described else ''}", figures))
    rows.append(Row("wanted", (None, None, *[f"{_MOST_LOST:.1f}"] * len(_HALVES)), "–"))
    return Section(TITLE, (_TOLD, Table(_COLUMNS, tuple(rows)))), is_enough


def _print(sources: Sequence[Document], design: str, folder: Path, *, described: bool) -> None:
    for source in sources:
        typeset(source, DESIGNS[design], folder / f"{source.info.id}.pdf")
        if described:
            front, _ = split_front_matter(source.text)
            said = {
                key: value for key, value in yaml.safe_load(front or "").items() if key not in _OF_THE_FILE
            }
            text = yaml.safe_dump(said, allow_unicode=True)
            (folder / f"{source.info.id}.yaml").write_text(text, encoding="utf-8")


def _right(corpus: Path) -> Right:
    """For each half, how many questions are answered right, of how many."""
    with tempfile.TemporaryDirectory(prefix="bench-") as out:
        evaluate(Options(corpus=corpus, out=Path(out)), Assistant.open, Console(quiet=True))
        report = json.loads((Path(out) / "report.json").read_text(encoding="utf-8"))
    return tuple(_counted(report["splits"][half]) for half in _HALVES)


def _counted(half: Mapping[str, Mapping[str, Mapping[str, int]]]) -> tuple[int, int]:
    kinds = [half["rates"][kind] for kind in ("all_answerable", "all_unanswerable")]
    return sum(kind["good"] for kind in kinds), sum(kind["total"] for kind in kinds)


def _part(right: tuple[int, int]) -> float:
    return right[0] / right[1]


def _shares(right: Right) -> tuple[str, ...]:
    return tuple(share(*each) for each in right)
