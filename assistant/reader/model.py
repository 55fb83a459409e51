"""Questions and windows to verdicts with onnxruntime: whether a window answers, and with which words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from assistant.errors import AssistantError
from assistant.index.manifest import file_digest

GRAPH, TOKENIZER, ABOUT = "reader.onnx", "tokenizer.json", "reader.json"
WEIGHTS = Path(__file__).parent / "weights"
_THREADS = 2
_BATCH = 8  # windows of like length together: less padding to read
_LONGEST_SPAN = 30  # tokens

Logits = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which graph this is: its name, the SHA-256 of its file, and how many tokens it reads at once."""

    name: str
    sha256: str
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a document (`own`) with the words around it that a reader needs to understand it."""

    before: str
    own: str
    after: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.own + self.after


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader says of one window, from 0 to 1: that it answers, and that its own words hold the answer.

    `start` and `end` are the answering words in the window's text; both are 0 where a reader names none.
    """

    answers: float
    holds: float
    start: int = 0
    end: int = 0


class Reader:
    """A trained reader; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Load what `training.export` wrote; AssistantError when it is missing or the graph was altered."""
        import onnxruntime
        from tokenizers import Tokenizer

        if not (folder / ABOUT).is_file() or not (folder / GRAPH).is_file():
            raise AssistantError(f"The reader's files are not in {folder}: check them out again.")
        self.info = ReaderInfo(**json.loads((folder / ABOUT).read_text(encoding="utf-8")))
        if file_digest(folder / GRAPH) != self.info.sha256:
            raise AssistantError(f"The reader's weights in {folder} were altered: check them out again.")
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self.info.max_tokens)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )

    def read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """What each of *windows* says to *question*, in their order."""
        rows = self._tokenizer.encode_batch([(question, window.text) for window in windows])
        order = sorted(range(len(rows)), key=lambda number: len(rows[number].ids))
        found: dict[int, Reading] = {}
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            readings = self._read([rows[number] for number in chosen], [windows[number] for number in chosen])
            found.update(zip(chosen, readings, strict=True))
        return [found[number] for number in range(len(rows))]

    def _read(self, rows: Sequence[Encoding], windows: Sequence[Window]) -> Iterator[Reading]:
        longest = max(len(row.ids) for row in rows)
        ids, types, mask = (np.zeros((len(rows), longest), dtype=np.int64) for _ in range(3))
        for number, row in enumerate(rows):
            size = len(row.ids)
            ids[number, :size], types[number, :size], mask[number, :size] = row.ids, row.type_ids, 1
        firsts, lasts, answers = self._session.run(None, {"ids": ids, "types": types, "mask": mask})
        for row, window, first, last, odds in zip(rows, windows, firsts, lasts, answers, strict=True):
            own = _own_tokens(row, window)
            if not own:
                yield Reading(_share(odds), 0.0)
                continue
            begin, end, span_odds = _best_span(first, last, own)
            yield Reading(_share(odds), _share(span_odds / 2), row.offsets[begin][0], row.offsets[end][1])


def _own_tokens(row: Encoding, window: Window) -> list[int]:
    """The tokens of the window's own words."""
    begin, end = len(window.before), len(window.before) + len(window.own)
    return [
        number
        for number, ((start, stop), part) in enumerate(zip(row.offsets, row.sequence_ids, strict=True))
        if part == 1 and start < end and begin < stop
    ]


def _best_span(first: Logits, last: Logits, own: Sequence[int]) -> tuple[int, int, float]:
    """The first and last token of the best span of *own*, and its log-odds against token 0: "not here"."""
    spans = first[own][:, None] + last[own][None, :]
    spans = np.where(np.triu(np.tril(np.ones_like(spans), _LONGEST_SPAN)) > 0, spans, -np.inf)
    begin, end = np.unravel_index(int(np.argmax(spans)), spans.shape)
    return own[int(begin)], own[int(end)], float(spans[begin, end] - first[0] - last[0])


def _share(odds: float) -> float:
    """Log-odds as a share from 0 to 1, without overflow."""
    return float((1 + np.tanh(odds / 2)) / 2)
