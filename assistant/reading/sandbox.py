"""Opens files that nobody vouches for in a process of their own, which may not take more than its share.

It limits time, memory and what can be written, and nothing can bring this process down. It does not keep
a reader from other files or from the network: it guards against damage and greed, not against theft.
"""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from assistant.reading.formats import Reading, Unreadable, read_here
from assistant.settings import ROOT


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may cost; `seconds` are of work, and twice as many by the clock."""

    seconds: int = 240
    memory: int = 1_000_000_000
    output: int = 50_000_000


LIMITS = Limits()
_UNREADABLE, _OUT_OF_MEMORY, _ORPHANED = 3, 4, 5
_LOOK_SECONDS = 0.5
_TOO_COSTLY = "Reading the file takes too much time or memory; save it anew in a simpler form, or in parts."
_DAMAGED = "The file is damaged, or not what its ending says; save it anew ({})."
_ERROR_NAME = re.compile(r"^(?:\w+\.)*(\w+)(?=:|$)")
_LAST_WORDS = 2_000
# PDFium aborts where it gets no more memory.
_GREEDY = (signal.SIGXCPU, signal.SIGXFSZ, signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP)


def read_apart(path: Path, limits: Limits = LIMITS) -> Reading:
    """Read one file in a child process; raises Unreadable as `run_apart` does."""
    found = json.loads(run_apart("assistant.reading.sandbox", [str(path.resolve())], limits))
    return Reading(found["markdown"], tuple(found["problems"]), found["missing"])


def run_apart(module: str, arguments: Sequence[str], limits: Limits) -> bytes:
    """What a module prints in a child process, where it is to call `work_within` with its last argument.

    Raises Unreadable when it says no, dies or takes too long.
    """
    known = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", module, *arguments, json.dumps(asdict(limits))]
    # Files, not pipes: what a child writes without end must not fill this process.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        try:
            child = subprocess.run(  # noqa: S603  # our own interpreter and module; what is foreign is an argument
                command,
                env={**os.environ, "PYTHONPATH": known},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=complaints,
                timeout=2 * limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable(_TOO_COSTLY) from error
        if child.returncode not in (0, _UNREADABLE):
            raise Unreadable(_cause(child.returncode, complaints))
        output.seek(0)
        found = output.read(limits.output)
    if child.returncode:
        raise Unreadable(json.loads(found)["reason"])
    return found


def _cause(code: int, complaints: IO[bytes]) -> str:
    """Why a child ended as it did: by a signal, or by an error that it did not expect."""
    if code == _OUT_OF_MEMORY or (code < 0 and -code in _GREEDY):
        return _TOO_COSTLY
    if code < 0:
        return _DAMAGED.format(signal.Signals(-code).name)
    complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _LAST_WORDS))
    lines = complaints.read().decode("utf-8", "replace").strip().splitlines() or [""]
    name = _ERROR_NAME.match(lines[-1])
    return _DAMAGED.format(name[1] if name else f"exit code {code}")


def work_within(limits: str, work: Callable[[], bytes]) -> int:
    """Do the work of a child within the limits that it was given; what came of it goes to standard output.

    The child ends within a second or so after the process that wanted it.
    """
    threading.Thread(target=_end_after, args=(os.getppid(),), daemon=True).start()
    _hold(Limits(**json.loads(limits)))
    try:
        made, code = work(), 0
    except Unreadable as error:
        made, code = as_json({"reason": str(error)}), _UNREADABLE
    except MemoryError:
        return _OUT_OF_MEMORY
    sys.stdout.buffer.write(made)
    sys.stdout.flush()
    return code


def _end_after(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(_ORPHANED)


def as_json(found: Mapping[str, object]) -> bytes:
    """What was found, in a form that any pipe can carry: escapes keep lone surrogates and the like."""
    return json.dumps(found).encode("ascii")


def _hold(limits: Limits) -> None:
    """Set what this process and those it starts may take; from here on there is no way back."""
    for what, most in (
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, limits.output),
        (resource.RLIMIT_CORE, 0),
    ):
        allowed = resource.getrlimit(what)[1]
        least = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(what, (least, least))


if __name__ == "__main__":
    sys.exit(work_within(sys.argv[2], lambda: as_json(asdict(read_here(Path(sys.argv[1]))))))
