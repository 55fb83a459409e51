"""Writes the measurements down as a table that says where and with what they were made."""

import datetime
import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

_VERSIONS = ("chromadb", "langchain-chroma", "langchain-huggingface", "onnxruntime", "torch")
_ABOUT = """\
# Bench

Written by `make bench`: ours and the tutorial chain of `bench/tutorial.py` (splitter 1000/200, Chroma,
MiniLM through langchain-huggingface, k = 4), one after the other in the same run, over the same editions.

{table}

- *Process start to printed answer*: `plan-assistant ask "…"`, and the tutorial's four passages, each in a
  fresh process with an index that is there; the median of 5, after one that is not counted.
- *Warm question*: 200 different questions in one process, made from the corpus's headings and sentences;
  *without the reader* is `ASSISTANT_READER=off`.
- *Ingest, nothing changed*: the same command again. The tutorial's encodes and stores everything anew.
- *Peak memory*: the resident memory of the largest process, the highest of the runs.

{made_with}.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement of both; the ratio is ours to the tutorial's, so below 1 is better."""

    name: str
    unit: str
    ours: float
    tutorial: float

    @property
    def ratio(self) -> float:
        """Ours divided by the tutorial's."""
        return self.ours / self.tutorial


def number(value: float) -> str:
    """A measured value in about three figures."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(rows: list[Row]) -> str:
    """A Markdown table of *rows*."""
    lines = ["| what | unit | ours | tutorial | ours ÷ tutorial |", "|---|---|---:|---:|---:|"]
    for row in rows:
        ours, tutorial = number(row.ours), number(row.tutorial)
        lines.append(f"| {row.name} | {row.unit} | {ours} | {tutorial} | {row.ratio:.2f} |")
    return "\n".join(lines)


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB of memory"


def _versions() -> str:
    libraries = [f"{name} {version(name).split('+')[0]}" for name in _VERSIONS]
    return ", ".join([f"Python {platform.python_version()}", *libraries])


def made_with() -> str:
    """The day, the machine and the libraries of a measurement."""
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return f"{today}; {_machine()}; {_versions()}"


def write(rows: list[Row], path: Path) -> None:
    """Write the page at *path* anew."""
    path.write_text(_ABOUT.format(table=table(rows), made_with=made_with()), encoding="utf-8")
