"""The bench asks different questions, measures single processes and compares them fairly."""

import sys
from pathlib import Path

import pytest

from bench.measure import run
from bench.questions import make_questions
from bench.report import Row, table, write

EDITION = """---
title: The allotment handbook
---
# Water and paths
The society opens the taps on the first Saturday of April and closes them before the first frost.

- Every path is kept as wide as a wheelbarrow, and the plot holders on both sides share the mowing.
"""
MEASURE_TWO = """
import sys
from bench.measure import run
large = run([sys.executable, "-c", "x = b'1' * (200 << 20)"])
small = run([sys.executable, "-c", "print('done')"])
print(large.peak_mib, small.peak_mib, small.output)
"""


def _corpus(folder: Path) -> Path:
    (folder / "handbook.md").write_text(EDITION, encoding="utf-8")
    return folder


def test_questions_are_all_different(tmp_path: Path) -> None:
    """As many questions as asked for, no two alike, the same each time, none about the front matter."""
    corpus = _corpus(tmp_path)

    questions = make_questions(corpus, 18)

    assert len(set(questions)) == 18
    assert questions == make_questions(corpus, 18)
    assert not [question for question in questions if "title" in question]


def test_too_small_a_corpus_is_said(tmp_path: Path) -> None:
    """A corpus without words for so many questions is an error, and never a repeated question."""
    with pytest.raises(ValueError, match="fewer than 19"):
        make_questions(_corpus(tmp_path), 19)


def test_memory_is_that_of_the_process_measured() -> None:
    """A process that fills 200 MiB shows them, and the next one does not inherit them."""
    # In a process of its own: this one has grown large by now.
    measured = run([sys.executable, "-c", MEASURE_TWO])

    large, small, output = measured.output.split()
    assert float(large) > 200 > float(small)
    assert output == "done"


def test_a_failing_command_is_not_measured() -> None:
    """A command that fails ends the bench with its own words."""
    with pytest.raises(RuntimeError, match="no index here"):
        run([sys.executable, "-c", "import sys; sys.exit('no index here')"])


def test_the_page_holds_every_row(tmp_path: Path) -> None:
    """Each measurement stands in the table with its ratio, and the page says with what it was made."""
    rows = [Row("Start", "s", 1.0, 5.0), Row("Memory", "MiB", 300.0, 600.0)]

    write(rows, tmp_path / "results.md")
    page = (tmp_path / "results.md").read_text(encoding="utf-8")

    assert "| Start | s | 1.00 | 5.00 | 0.20 |\n| Memory | MiB | 300 | 600 | 0.50 |" in page
    assert table(rows) in page
    assert "chromadb" in page
