"""Outside texts become a corpus folder, go through our own ingest, and are answered from like any other."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.index.build import ingest
from assistant.reading.frontmatter import write_front_matter
from assistant.settings import Settings
from assistant.types import DocumentInfo


@dataclass(frozen=True, slots=True)
class Text:
    """One document to be: a title for its front matter, and Markdown."""

    id: str
    title: str
    markdown: str

    @property
    def edition(self) -> str:
        """The whole file."""
        return f"{write_front_matter(DocumentInfo(self.id, self.title))}\n{self.markdown}\n"


@dataclass(frozen=True, slots=True)
class Workshop:
    """A temporary folder with one corpus and one index at a time, as each set needs its own."""

    folder: Path

    def ingest(self, name: str, texts: Iterable[Text]) -> Settings:
        """Ingest *texts* as the corpus *name*, in place of what was there; RuntimeError when one is left out.

        The settings are those that people use, but for corpus and index.
        """
        corpus = self.folder / name
        corpus.mkdir()
        for text in texts:
            (corpus / f"{text.id}.md").write_text(text.edition, encoding="utf-8")
        settings = Settings(corpus=corpus, index=self.index)
        summary = ingest(settings, partial(_tell, name))
        if summary.skipped:
            first = summary.skipped[0]
            raise RuntimeError(f"{len(summary.skipped)} texts were skipped; {first.path}: {first.reason}")
        return settings

    @property
    def index(self) -> Path:
        """The folder of the index: one for all sets, so that the question encoder is exported once."""
        return self.folder / "index"


def in_one_line(text: str) -> str:
    """*text* with every run of white space, line ends too, made one space."""
    return " ".join(text.split())


def _tell(name: str, step: str, done: int = 0, total: int = 0) -> None:
    """Say each step once, beside the tables and not among them."""
    if not done:
        print(f"  {name}: {step}", file=sys.stderr, flush=True)
