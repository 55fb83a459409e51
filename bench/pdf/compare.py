"""How much of a document is still there after it was typeset and read back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from assistant.pieces import split_cells
from assistant.types import TABLE_LINES, BlockKind, Document
from bench.pdf.typeset import Printed

_FIRST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """Right and all: words found, words in order, table cells at their place, blocks on the right page."""

    words: tuple[int, int]
    order: tuple[int, int]
    cells: tuple[int, int]
    labels: tuple[int, int]

    def __add__(self, other: "Likeness") -> "Likeness":
        mine, theirs = self.counts(), other.counts()
        return Likeness(*((a + c, b + d) for (a, b), (c, d) in zip(mine, theirs, strict=True)))

    def counts(self) -> tuple[tuple[int, int], ...]:
        """The four counts in their order."""
        return self.words, self.order, self.cells, self.labels

    def shares(self) -> tuple[float, ...]:
        """The four counts as shares; what there is none of is all there."""
        return tuple(right / whole if whole else 1.0 for right, whole in self.counts())


def likeness(source: Document, read: Document, printed: Sequence[Printed]) -> Likeness:
    """Compare what was typeset with what was read back."""
    wanted, found = words_of(source), words_of(read)
    missing = Counter(wanted) - Counter(found)
    cells, cells_found = Counter(_cells(source)), Counter(_cells(read))
    return Likeness(
        words=(len(wanted) - missing.total(), len(wanted)),
        order=(LCSseq.similarity(wanted, found), len(wanted)),
        cells=((cells & cells_found).total(), cells.total()),
        labels=_labels(read, printed),
    )


def words_of(document: Document) -> list[str]:
    """All words with their stops and markers, as blanks part them; those of notes come last."""
    text: list[str] = []
    notes: list[str] = []
    for block in document.blocks:
        words = document.text[block.start : block.end]
        if block.kind in TABLE_LINES:
            words = words.replace("|", " ")
        (notes if block.kind is BlockKind.FOOTNOTE else text).extend(words.split())
    return text + sorted(notes)


def _cells(document: Document) -> Iterator[tuple[str, str, str]]:
    """Every cell with what names its row and its column."""
    heads: list[str] = []
    for block in document.blocks:
        if block.kind not in TABLE_LINES:
            continue
        row = [document.text[slice(*span)] for span in split_cells(document.text, block.start, block.end)]
        if block.kind is BlockKind.TABLE_HEADER:
            heads = row
        elif row:
            yield from ((row[0], head, cell) for head, cell in zip(heads, row, strict=False))


def _labels(read: Document, printed: Sequence[Printed]) -> tuple[int, int]:
    """The blocks that are found on the page on which they were set."""
    pages: dict[str, list[str]] = {}
    for block in read.blocks:
        words = read.text[block.start : block.end]
        pages.setdefault(block.page_label or "", []).append(_letters(words))
    texts = {label: " ".join(words) for label, words in pages.items()}
    known = [item for item in printed if len(item.text.split()) >= _FIRST_WORDS]
    right = sum(
        _letters(" ".join(item.text.split()[:_FIRST_WORDS])) in texts.get(item.label, "") for item in known
    )
    return right, len(known)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
