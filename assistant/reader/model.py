"""Questions and windows to verdicts with onnxruntime: whether a window answers, and with which words."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from assistant.errors import AssistantError
from assistant.index.manifest import file_digest

GRAPH, TOKENIZER, ABOUT = "reader.onnx", "tokenizer.json", "reader.json"
WEIGHTS = Path(__file__).parent / "weights"
_THREADS = 2  # each reads a window of its own: two on one window take longer
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
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        self._beside = ThreadPoolExecutor(_THREADS, "reader")

    def read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """What each of *windows* says to *question*, in their order; none is swayed by the others."""
        rows = self._tokenizer.encode_batch([(question, window.text) for window in windows])
        return list(self._beside.map(self._read, rows, windows))

    def _read(self, row: Encoding, window: Window) -> Reading:
        # One at a time: a quantised graph scales whatever it is given together, and windows sway each other.
        given = {"ids": row.ids, "types": row.type_ids, "mask": row.attention_mask}
        inputs = {name: np.array([numbers], dtype=np.int64) for name, numbers in given.items()}
        (first,), (last,), (odds,) = self._session.run(None, inputs)
        own = _own_tokens(row, window)
        if not own:
            return Reading(_share(odds), 0.0)
        begin, end, span_odds = _best_span(first, last, own)
        return Reading(_share(odds), _share(span_odds / 2), row.offsets[begin][0], row.offsets[end][1])


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
