"""Waits for a folder to change and to come to rest, by looking at it: that works on every kind of disk."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

_EVERY = 1.0  # seconds between two looks
_AT_REST = 2  # looks that show the same: a file that is being copied is longer each time

State = Mapping[str, tuple[int, int, int]]


def state_of(folder: Path) -> State:
    """Every file below a folder with its time, size and number; hidden ones do not count."""
    found: dict[str, tuple[int, int, int]] = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            try:
                status = path.stat()
            except OSError:  # gone meanwhile, or a link that leads nowhere
                continue
            if not name.startswith("."):
                found[str(path)] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def wait_for_change(folder: Path, before: State, pause: Callable[[float], None] = time.sleep) -> None:
    """Come back when the folder is no longer as it was *before*, and has been at rest for a while."""
    seen, same = before, 0
    while seen == before or same < _AT_REST:
        pause(_EVERY)
        now = state_of(folder)
        same = same + 1 if now == seen else 0
        seen = now
