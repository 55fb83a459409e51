"""Which reader judges the evidence: our own, none, or any cross-encoder by name."""

from collections.abc import Sequence
from typing import Protocol

from assistant.reader.model import WEIGHTS, Reader, Reading, Window

OWN, OFF = "own", "off"


class Judges(Protocol):
    """What reads windows: our reader, or a cross-encoder."""

    def read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """What each of *windows* says to *question*, in their order."""
        ...


def open_reader(name: str) -> Judges | None:
    """The reader called *name*, None for "off"; AssistantError when there is none or it was altered."""
    if name == OFF:
        return None
    if name == OWN:
        return Reader(WEIGHTS)
    from assistant.reader.hub import CrossEncoderReader  # torch: seconds to import, and only for this choice

    return CrossEncoderReader(name)
