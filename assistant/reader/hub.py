"""A cross-encoder of the hub or of a folder as the reader: with torch, for those who choose it."""

from collections.abc import Sequence

import numpy as np

from assistant.errors import AssistantError
from assistant.reader.model import Reading, Window


class CrossEncoderReader:
    """Any cross-encoder with one score a pair, such as those of MS MARCO; it stands for both verdicts."""

    def __init__(self, name: str) -> None:
        """Load it from a folder, the hub's cache or the hub; AssistantError when that fails."""
        from sentence_transformers import CrossEncoder
        from torch.nn import Sigmoid

        try:
            self._model = CrossEncoder(
                name, device="cpu", trust_remote_code=False, activation_fn=Sigmoid(), num_labels=1
            )
        except (OSError, ValueError) as error:
            raise AssistantError(
                f"The reader {name!r} is no folder with a cross-encoder, and no model that the hub gives: "
                'choose another, "own" or "off".'
            ) from error

    def read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """What each of *windows* says to *question*, in their order."""
        if not windows:
            return []
        scores = np.asarray(self._model.predict([(question, window.text) for window in windows]))
        return [Reading(float(score), float(score)) for score in scores]
