"""Figures as Markdown tables, one section a set, on a page whose other sections stay as they were."""

import datetime
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

_TOP = """\
# Quality on outside material

Written by `python -m bench.quality`: our own pipeline on public test sets that others wrote and that are
not part of this repository. **Bold** rows are ours; rows of the *same run* were computed beside them with
the same encoder. The other rows come with the material: *given* was measured beforehand with BM25 and
all-MiniLM-L6-v2 on the very same files, *published* is what papers report, often on more or other data.
Each section is measured as its last line says.
"""
_VERSIONS = ("chromadb", "onnxruntime", "torch")
GIVEN, PUBLISHED, SAME_RUN, OURS = "given", "published", "same run", "ours"


@dataclass(frozen=True, slots=True)
class Row:
    """What one system reaches, a figure for each column (None: not known), and who measured it."""

    system: str
    figures: tuple[float | str | None, ...]
    source: str = OURS


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that may be compared with each other, under the names of what was measured."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        head = f"| system | {' | '.join(self.columns)} | source |"
        rule = f"|---|{'---:|' * len(self.columns)}---|"
        return "\n".join((head, rule, *map(_line, self.rows)))


@dataclass(frozen=True, slots=True)
class Section:
    """One set: paragraphs that say what was measured and how, and the tables, in reading order."""

    title: str
    parts: tuple[str | Table, ...]

    def __str__(self) -> str:
        return "\n\n".join((f"## {self.title}", *map(str, self.parts)))


def figure(value: float | str | None) -> str:
    """Three places behind the point, as papers print shares; a dash for what is not known."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else f"{value:.3f}".removeprefix("0")


def share(part: int, whole: int) -> str:
    """A share with the counts that it is made of."""
    return f"{part} of {whole}" + (f" ({part / whole:.0%})" if whole else "")


def made_with(command: str, seconds: float) -> str:
    """The line that says how to get a section again, when it was made, and with what."""
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    libraries = [f"{name} {version(name).split('+')[0]}" for name in _VERSIONS]
    tools = ", ".join([f"Python {platform.python_version()}", *libraries])
    return f"`{command}` ({today}; {seconds:.0f} s on {os.cpu_count()} cores; {tools})"


def write(path: Path, sections: Mapping[str, str], order: Iterable[str], top: str = _TOP) -> None:
    """Write the page: *top*, and *sections* by title in this *order*, beside those that it holds already."""
    held = _sections_of(path.read_text(encoding="utf-8")) if path.is_file() else {}
    texts = {**held, **sections}
    page = [top, *(texts[title] for title in order if title in texts)]
    path.write_text("\n".join(f"{text.strip()}\n" for text in page), encoding="utf-8")


def _line(row: Row) -> str:
    cells = [row.system, *map(figure, row.figures)]
    if row.source == OURS:
        cells = [f"**{cell}**" for cell in cells]
    return f"| {' | '.join(cells)} | {row.source} |"


def _sections_of(page: str) -> dict[str, str]:
    """Title → section, of a page that `write` wrote."""
    parts = page.split("\n## ")[1:]
    return {part.partition("\n")[0].strip(): f"## {part}" for part in parts}
