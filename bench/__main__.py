"""`python -m bench`: measures ours and the tutorial chain in the same run and writes bench/results.md."""

import json
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from bench.measure import ROOT, Run, run
from bench.questions import make_questions
from bench.report import Row, table, write
from bench.warm import WARM_UP

CORPUS = ROOT / "corpus"
STARTS = 5
WARM = 200
PYTHON = sys.executable
OURS = str(Path(PYTHON).with_name("plan-assistant"))
WHO = ("ours", "tutorial")


def _step(text: str) -> None:
    print(f"  {text}", flush=True)


def _ingests(folder: Path) -> dict[str, list[str]]:
    return {
        "ours": [PYTHON, "ingest.py", "--corpus", str(CORPUS), "--index", str(folder / "ours")],
        "tutorial": [PYTHON, "-m", "bench.tutorial", "ingest", str(CORPUS), str(folder / "tutorial")],
    }


def _asks(folder: Path) -> dict[str, list[str]]:
    return {
        "ours": [OURS, "ask", "--index", str(folder / "ours")],
        "tutorial": [PYTHON, "-m", "bench.tutorial", "ask", str(folder / "tutorial")],
    }


def _ingest(folder: Path, what: str) -> dict[str, Run]:
    runs = {}
    for who, command in _ingests(folder).items():
        _step(f"{who}: ingest, {what}")
        runs[who] = run(command)
    return runs


def _starts(folder: Path, questions: list[str]) -> dict[str, list[Run]]:
    """Fresh processes, turn and turn about; the first of each only fetches its files from the disk."""
    runs: dict[str, list[Run]] = {who: [] for who in WHO}
    for number, question in enumerate(questions):
        for who, command in _asks(folder).items():
            _step(f"{who}: process start to printed answer, {number} of {len(questions) - 1}")
            runs[who].append(run([*command, question]))
    return {who: found[1:] for who, found in runs.items()}


def _warm(folder: Path, questions: list[str]) -> dict[str, tuple[list[float], Run]]:
    file = folder / "questions.txt"
    file.write_text("\n".join(questions))
    found = {}
    indexes = {"ours": "ours", "unread": "ours", "tutorial": "tutorial"}
    for who, index in indexes.items():
        _step(f"{who}: {len(questions) - WARM_UP} different questions in one process")
        ran = run([PYTHON, "-m", "bench.warm", who, str(folder / index), str(file)])
        found[who] = (json.loads(ran.output.splitlines()[-1]), ran)
    return found


def measure(folder: Path) -> list[Row]:
    """Every measurement, with the indexes below *folder*."""
    questions = make_questions(CORPUS, WARM + WARM_UP + STARTS + 1)
    first = _ingest(folder, "from nothing")
    starts = _starts(folder, questions[: STARTS + 1])
    warm = _warm(folder, questions[STARTS + 1 :])
    again = _ingest(folder, "nothing changed")  # last, as the tutorial's then holds every passage twice

    def centile(who: str, n: int) -> float:
        return quantiles(warm[who][0], n=100, method="inclusive")[n - 1] * 1000

    return [
        Row("Process start to printed answer", "s", *(median(r.seconds for r in starts[who]) for who in WHO)),
        Row("… peak memory", "MiB", *(max(r.peak_mib for r in starts[who]) for who in WHO)),
        Row("Warm question, p50", "ms", *(centile(who, 50) for who in WHO)),
        Row("Warm question, p95", "ms", *(centile(who, 95) for who in WHO)),
        Row("… peak memory", "MiB", *(warm[who][1].peak_mib for who in WHO)),
        Row("… without the reader, p50", "ms", centile("unread", 50), centile("tutorial", 50)),
        Row("… without the reader, p95", "ms", centile("unread", 95), centile("tutorial", 95)),
        Row("Ingest from nothing", "s", *(first[who].seconds for who in WHO)),
        Row("… peak memory", "MiB", *(first[who].peak_mib for who in WHO)),
        Row("Ingest, nothing changed", "s", *(again[who].seconds for who in WHO)),
    ]


def main() -> None:
    """Measure below a temporary folder, print the table and write it down."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = measure(Path(folder))
    print(f"\n{table(rows)}")
    write(rows, ROOT / "bench" / "results.md")


if __name__ == "__main__":
    main()
