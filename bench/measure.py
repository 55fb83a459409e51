"""How long a command takes, and how much memory it needs at its highest."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MIB = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there, KiB elsewhere


@dataclass(frozen=True, slots=True)
class Run:
    """One process from its start to its end; the memory is that of its largest process."""

    seconds: float
    peak_mib: float
    output: str


def run(command: Sequence[str]) -> Run:
    """Run *command* as a fresh process at the root of the repository; raises RuntimeError when it fails.

    The caller is to be small: Linux counts the caller's own peak until the new process has begun.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        start = time.perf_counter()
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8"
        ) as process:
            output = process.stdout.read() if process.stdout else ""
            # wait4 tells the memory of this child alone; getrusage would tell the highest of all so far.
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {errors.read()[-500:]}")
    return Run(seconds, usage.ru_maxrss / MIB, output)
