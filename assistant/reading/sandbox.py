"""Reads files that nobody vouches for in a process of their own, which may not take more than its share.

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
from collections.abc import Mapping
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
_UNREADABLE, _OUT_OF_MEMORY = 3, 4
_TOO_COSTLY = "Reading the file takes too much time or memory; save it anew in a simpler form, or in parts."
_DAMAGED = "The file is damaged, or not what its ending says; save it anew ({})."
_ERROR_NAME = re.compile(r"^(?:\w+\.)*(\w+)(?=:|$)")
_LAST_WORDS = 2_000
# PDFium aborts where it gets no more memory.
_GREEDY = (signal.SIGXCPU, signal.SIGXFSZ, signal.SIGKILL, signal.SIGABRT, signal.SIGTRAP)


def read_apart(path: Path, limits: Limits = LIMITS) -> Reading:
    """Read one file in a child process; raises Unreadable when that says no, dies or takes too long."""
    known = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    command = [
        sys.executable,
        "-m",
        "assistant.reading.sandbox",
        str(path.resolve()),
        json.dumps(asdict(limits)),
    ]
    # Files, not pipes: what a child writes without end must not fill this process.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        try:
            child = subprocess.run(  # noqa: S603  # our own interpreter and module; the path is an argument
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
        found = json.loads(output.read(limits.output))
    if child.returncode:
        raise Unreadable(found["reason"])
    return Reading(found["markdown"], tuple(found["problems"]))


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


def main(path: Path, limits: Limits) -> int:
    """Read one file within limits; what came of it goes to standard output as JSON."""
    _hold(limits)
    try:
        reading = read_here(path)
    except Unreadable as error:
        return _tell({"reason": str(error)}, _UNREADABLE)
    except MemoryError:
        return _OUT_OF_MEMORY
    return _tell(asdict(reading), 0)


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


def _tell(found: Mapping[str, object], code: int) -> int:
    # Escapes keep lone surrogates and the like in a form that any pipe can carry.
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Limits(**json.loads(sys.argv[2]))))
