"""`python -m bench.quality --benchmarks FOLDER`: measures our pipeline and writes bench/quality.md."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.index.offline import go_offline
from bench.measure import ROOT
from bench.quality import cast, mtrag, scifact, squad, tatqa, verdicts, wice
from bench.quality.corpus import Workshop
from bench.quality.material import Material, MaterialMissing
from bench.quality.page import Section, made_with, write

BENCHMARKS = "../shared/benchmarks"  # from the root of the repository; the material is not part of it
PAGE = ROOT / "bench" / "quality.md"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One set of the material: its name for a command, its title on the page, and how to measure it."""

    name: str
    title: str
    measure: Callable[[Material, Workshop], Section]


SETS = (
    Benchmark("scifact", scifact.TITLE, scifact.measure),
    Benchmark("verdicts", verdicts.TITLE, verdicts.measure),
    Benchmark("mtrag", mtrag.TITLE, mtrag.measure),
    Benchmark("squad", squad.TITLE, squad.measure),
    Benchmark("wice", wice.TITLE, wice.measure),
    Benchmark("tatqa", tatqa.TITLE, tatqa.measure),
    Benchmark("cast", cast.TITLE, cast.measure),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the chosen sets, print their tables, and write them to the page unless sampled."""
    chosen = _chosen(arguments)
    go_offline()
    if not chosen.benchmarks.is_dir():
        print(f"There is no folder {chosen.benchmarks}: nothing was measured, and the page stays as it is.")
        return 0
    material = Material(chosen.benchmarks, chosen.sample)
    wanted = [benchmark for benchmark in SETS if benchmark.name in chosen.only]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for benchmark in wanted:
            try:
                section = _measured(benchmark, material, Workshop(Path(folder)))
            except MaterialMissing as missing:
                print(f"{missing} {benchmark.title} was skipped.\n")
                continue
            print(f"{section}\n", flush=True)
            if chosen.sample is None:
                write(chosen.page, {benchmark.title: section}, (each.title for each in SETS))
    return 0


@dataclass(frozen=True, slots=True)
class _Chosen:
    benchmarks: Path
    only: frozenset[str]
    sample: int | None
    page: Path


def _chosen(arguments: Sequence[str] | None) -> _Chosen:
    names = [benchmark.name for benchmark in SETS]
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument(
        "--benchmarks", type=Path, default=ROOT / BENCHMARKS, help=f"folder of the material ({BENCHMARKS})"
    )
    parser.add_argument("--only", default=",".join(names), help=f"some of {', '.join(names)}")
    parser.add_argument("--sample", type=int, help="ask so many questions of each set; nothing is written")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write")
    given = parser.parse_args(arguments)
    only = frozenset(given.only.split(","))
    if unknown := only - set(names):
        parser.error(f"there is no set {', '.join(sorted(unknown))}; name some of {', '.join(names)}")
    return _Chosen(given.benchmarks, only, given.sample, given.page)


def _measured(benchmark: Benchmark, material: Material, workshop: Workshop) -> str:
    """The section of one set, with the command that gives it again."""
    began = time.monotonic()
    section = benchmark.measure(material, workshop)
    command = f"python -m bench.quality --benchmarks {BENCHMARKS} --only {benchmark.name}"
    if material.sample is not None:
        command += f" --sample {material.sample}"
    return f"{section}\n\n{made_with(command, time.monotonic() - began)}"


if __name__ == "__main__":
    sys.exit(main())
