"""Keeps the libraries underneath silent and off the network."""

import os

_ALWAYS = {
    "TOKENIZERS_PARALLELISM": "false",
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "GRADIO_ANALYTICS_ENABLED": "False",
}
_NO_HUB = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def go_offline(hub: bool = False) -> None:
    """Forbid telemetry, and the model hub unless `hub`; call it before anything else is imported."""
    os.environ.update(_ALWAYS)
    if not hub:
        os.environ.update(_NO_HUB)
