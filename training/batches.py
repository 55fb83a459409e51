"""Examples → batches of token ids: windows of like length together, so that little of a batch is padding."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from training.examples import Example

MAX_TOKENS = 192
_TOKENS = 4096  # of one batch, padding counted in
_MULTIPLE = 8  # few different shapes: each new one costs the matrix library time
_POOL = 64  # batches that are sorted by length together
_NONE = 0  # the first token stands for "not in this window"
_NO_SPAN = -100  # a target that the loss passes over


@dataclass(frozen=True, slots=True)
class Batch:
    """Token ids, types and mask (rows × tokens); for each row the answer's two end tokens and the verdict."""

    ids: np.ndarray
    types: np.ndarray
    mask: np.ndarray
    first: np.ndarray
    last: np.ndarray
    answers: np.ndarray


def load_tokenizer(folder: Path) -> Tokenizer:
    """The model's own tokenizer, cutting the window (never the question) at MAX_TOKENS."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="only_second")
    return tokenizer


def batches(examples: Sequence[Example], tokenizer: Tokenizer, seed: int) -> Iterator[Batch]:
    """All examples once, in batches of about _TOKENS tokens; the same *seed* gives the same batches."""
    chance = random.Random(seed)  # noqa: S311
    pool = _POOL * 48
    for start in range(0, len(examples), pool):
        chosen = examples[start : start + pool]
        encodings = tokenizer.encode_batch([(example.question, example.window) for example in chosen])
        order = sorted(range(len(chosen)), key=lambda index: len(encodings[index].ids))
        rows: list[list[int]] = [[]]
        for index in order:
            if rows[-1] and (len(rows[-1]) + 1) * len(encodings[index].ids) > _TOKENS:
                rows.append([])
            rows[-1].append(index)
        chance.shuffle(rows)
        for row in rows:
            yield _batch([chosen[index] for index in row], [encodings[index] for index in row])


def count_batches(examples: Sequence[Example], tokenizer: Tokenizer, seed: int) -> int:
    """How many batches one pass has, from a sample."""
    sample = list(batches(examples[: _POOL * 48], tokenizer, seed))
    return round(len(sample) * len(examples) / min(len(examples), _POOL * 48))


def _batch(examples: Sequence[Example], encodings: Sequence[Encoding]) -> Batch:
    longest = max(len(encoding.ids) for encoding in encodings)
    longest += -longest % _MULTIPLE
    ids, types, mask = (np.zeros((len(examples), longest), dtype=np.int64) for _ in range(3))
    spans = []
    for row, (example, encoding) in enumerate(zip(examples, encodings, strict=True)):
        size = len(encoding.ids)
        ids[row, :size], types[row, :size], mask[row, :size] = encoding.ids, encoding.type_ids, 1
        spans.append(_span(example, encoding))
    first, last = np.array(spans, dtype=np.int64).T
    answers = np.array([example.answers for example in examples], dtype=np.float32)
    return Batch(ids, types, mask, first, last, answers)


def _span(example: Example, encoding: Encoding) -> tuple[int, int]:
    if not example.has_span:
        return _NO_SPAN, _NO_SPAN
    if not example.answers:
        return _NONE, _NONE
    inside = [
        index
        for index, ((start, end), sequence) in enumerate(
            zip(encoding.offsets, encoding.sequence_ids, strict=True)
        )
        if sequence == 1 and start < example.end and example.start < end
    ]
    return (inside[0], inside[-1]) if inside else (_NO_SPAN, _NO_SPAN)
