"""Questions to vectors with onnxruntime and tokenizers only: no torch, no transformers."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

GRAPH, TOKENIZER, ABOUT = "model.onnx", "tokenizer.json", "encoder.json"
_BATCH = 32
_THREADS = 2
_COMMON = 5_000


@dataclass(frozen=True, slots=True)
class EncoderInfo:
    """Which model an exported encoder came from, and how its texts are prepared."""

    name: str
    sha256: str
    dimension: int
    max_tokens: int
    pad_id: int
    pad_token: str
    prefix: str = ""

    def write(self, folder: Path) -> None:
        """Write it beside the exported graph."""
        (folder / ABOUT).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "EncoderInfo":
        """Read what `write` wrote."""
        return cls(**json.loads((folder / ABOUT).read_text(encoding="utf-8")))


class QuestionEncoder:
    """The exported encoder of one generation: texts to unit vectors, the same ones as the model's own."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime  # here, because looking at an index does not need it
        from tokenizers import Tokenizer

        self.info = EncoderInfo.read(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(self.info.max_tokens)
        self._tokenizer.enable_padding(pad_id=self.info.pad_id, pad_token=self.info.pad_token)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        # Threads that spin between questions take the other core from whoever asks next.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector for each text, in rows; texts beyond the model's limit are cut."""
        if not texts:
            return np.empty((0, self.info.dimension), dtype=np.float32)
        batches = [self._encode(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        return np.concatenate(batches)

    def is_english(self, word: str) -> bool:
        """True for a common word: one that the encoder's vocabulary holds whole."""
        return self._tokenizer.token_to_id(word) is not None

    def english(self) -> list[str]:
        """The common words, the commonest first."""
        numbers = self._tokenizer.get_vocab()
        return sorted(filter(str.isalpha, numbers), key=numbers.__getitem__)

    def is_common(self, word: str) -> bool:
        """True for one of the commonest English words: a vocabulary like BERT's lists them in that order."""
        number = self._tokenizer.token_to_id(word)
        return number is not None and number < _COMMON

    def _encode(self, texts: Sequence[str]) -> Vectors:
        tokens = self._tokenizer.encode_batch([self.info.prefix + text for text in texts])
        inputs = {
            "input_ids": np.array([token.ids for token in tokens], dtype=np.int64),
            "attention_mask": np.array([token.attention_mask for token in tokens], dtype=np.int64),
        }
        (vectors,) = self._session.run(None, inputs)
        return np.asarray(vectors, dtype=np.float32)
