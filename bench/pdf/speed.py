"""How fast many pages of PDF become an index, beside the encoder alone with the same texts."""

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader

from assistant.index.content import content
from assistant.index.model import PassageEncoder
from assistant.index.readings import Readings
from assistant.reading.corpus import read_corpus
from assistant.settings import Settings
from assistant.types import BlockKind, Document
from bench.measure import ROOT
from bench.pdf.typeset import DESIGNS, typeset
from bench.quality.page import SAME_RUN, Row, Section, Table

TITLE = "Many pages into an index"
PAGES = 1_000
WANTED = 0.7
_FIGURE = re.compile(r"\d")
_COLUMNS = ("pages", "texts", "seconds", "of processors", "of the encoder's speed", "by processor time")


class Spent(NamedTuple):
    """Seconds by the clock, and seconds of work of all processors together."""

    clock: float
    work: float


@dataclass(frozen=True, slots=True)
class Speed:
    """What the same texts cost on their way from PDFs into an index, and in the encoder alone."""

    pages: int
    texts: int
    ingest: Spent
    encoder: Spent

    @property
    def share(self) -> float:
        """The speed of the whole as a share of the encoder's own, by the clock."""
        return self.encoder.clock / self.ingest.clock

    def section(self) -> Section:
        """The figures as a section of the page."""
        by_work = self.encoder.work / self.ingest.work
        whole, alone = self._figures(self.ingest), self._figures(self.encoder)
        rows = (
            Row("PDFs into an index", (*whole, f"{self.share:.0%}", f"{by_work:.0%}")),
            Row("the encoder alone", (*alone, None, None), SAME_RUN),
            Row("wanted", (None, None, None, None, f"{WANTED:.0%}", None), "–"),
        )
        told = (
            "The editions typeset again and again in all three designs, each time with the words of every "
            "block in another order, so that no text is encoded twice. The first row is `python ingest.py` "
            "from its start to its end, with an empty index; the second the encoder, already loaded, with "
            "the same passages and pieces. What else runs on the computer slows both, but not alike; the "
            "time that processors worked tells what is left of that."
        )
        return Section(TITLE, (told, Table(_COLUMNS, rows)))

    def _figures(self, spent: Spent) -> tuple[str, str, str, str]:
        return f"{self.pages:,}", f"{self.texts:,}", f"{spent.clock:.0f}", f"{spent.work:.0f}"


def measure_speed(sources: Sequence[Document], pages: int = PAGES) -> Speed:
    """Typeset so many pages, build an index from them, and encode their texts once more without the rest."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        corpus, index = Path(name) / "corpus", Path(name) / "index"
        corpus.mkdir()
        made = _typeset_pages(sources, corpus, pages)
        command = [sys.executable, str(ROOT / "ingest.py"), "--corpus", str(corpus), "--index", str(index)]
        before = os.times()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        whole = _since(before)
        texts, alone = _encoded_alone(corpus, index)
    return Speed(made, texts, whole, alone)


def _since(before: os.times_result) -> Spent:
    """What this process and its children spent since then."""
    after = os.times()
    return Spent(after.elapsed - before.elapsed, sum(after[:4]) - sum(before[:4]))


def _typeset_pages(sources: Sequence[Document], folder: Path, pages: int) -> int:
    made = 0
    for number, document in enumerate(shuffled(sources)):
        path = folder / f"{document.info.id}.pdf"
        typeset(document, list(DESIGNS.values())[number % len(DESIGNS)], path)
        made += len(PdfReader(path).pages)
        if made >= pages:
            break
    return made


def shuffled(sources: Sequence[Document]) -> Iterator[Document]:
    """The documents over and over, with other words at each place: every block is as long as it was."""
    for turn in count():
        for source in sources:
            chance = random.Random(f"{source.info.id} {turn}")  # noqa: S311  # no secret
            text = source.text
            for block in source.blocks:
                text = (
                    text[: block.start]
                    + _other_words(source, block.start, block.end, block.kind, chance)
                    + text[block.end :]
                )
            info = replace(source.info, id=f"{source.info.id}-{turn}", title=f"{source.info.title} {turn}")
            yield replace(source, text=text, info=info)


def _other_words(source: Document, start: int, end: int, kind: BlockKind, chance: random.Random) -> str:
    text = source.text[start:end]
    if kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and text == " ".join(text.split()):
        words = text.split()
        chance.shuffle(words)
        return " ".join(words)
    return _FIGURE.sub(lambda _: str(chance.randrange(1, 10)), text)


def _encoded_alone(corpus: Path, index: Path) -> tuple[int, Spent]:
    """How many texts the index holds vectors of, and what the loaded encoder takes for them."""
    settings = Settings()
    wanted = content(read_corpus(corpus, (), Readings(index).read), settings.encoder)
    texts = list(dict.fromkeys((*wanted.passage_texts, *wanted.piece_texts)))
    encoder = PassageEncoder(wanted.model.name, wanted.model.folder)
    encoder.encode(texts[:8])
    before = os.times()
    encoder.encode(texts)
    return len(texts), _since(before)
