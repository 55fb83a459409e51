"""Checks a build in a process of its own: a damaged vector index can kill the process that opens it."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from assistant.errors import AssistantError, IndexUnreadable
from assistant.settings import ROOT

_SECONDS = 120


def verify(folder: Path, lock: int | None = None) -> None:
    """Open a build in a child process, where its canaries must find themselves; else IndexUnreadable.

    The child shares the writer's lock, a file descriptor, and ends when this process does: Chroma writes
    even when it only reads, and must not do so in a folder that the next ingest is clearing away.
    """
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", "assistant.index.verify", str(folder), str(os.getpid())]
    try:
        child = subprocess.run(  # noqa: S603  # our own interpreter, module and folder
            command,
            env={**os.environ, "PYTHONPATH": path},
            pass_fds=() if lock is None else (lock,),
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise IndexUnreadable("The new index did not answer its check in time; the old one stays.") from error
    if child.returncode:
        lines = child.stderr.strip().splitlines() or [f"its process ended with {child.returncode}"]
        raise IndexUnreadable(f"The new index failed its check ({lines[-1]}); the old one stays.")


def main(folder: Path, parent: int) -> int:
    """Check one build for as long as `parent` lives; 0 when it is whole, else one sentence on stderr."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    from assistant.index.generation import Generation

    try:
        Generation.open_folder(folder).all_canaries()
    except AssistantError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.05)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
