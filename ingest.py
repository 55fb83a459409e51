"""Brings the index in line with the corpus: `python ingest.py [--corpus DIR] [--index DIR] [--watch]`.

Exit codes: 0 done, 2 some files were skipped or nothing could be read, 3 the new index failed its check or
there is none to compare with, 4 the disk refused, 5 answers would change, 75 another ingest is running.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import shorten
from threading import Timer, main_thread
from types import FrameType

try:
    from rich.console import Console

    from assistant.cli.progress import Shown
    from assistant.errors import AssistantError, DiskProblem, IngestRunning
    from assistant.index.build import Approval, Progress, Summary, ingest
    from assistant.index.model import needs_hub
    from assistant.index.offline import go_offline
    from assistant.index.watch import state_of, wait_for_change
    from assistant.reading.editions import LikelyEdition
    from assistant.reading.to_confirm import NotWritten, write_to_confirm
    from assistant.render.wording import visible
    from assistant.settings import ROOT, Settings
    from assistant.types import DocumentInfo
except ModuleNotFoundError as error:
    sys.exit(f"The package {error.name} is missing: run `make setup`, then `.venv/bin/python ingest.py`.")

_QUESTIONS = ROOT / "eval" / "questions"
_REPORT = ROOT / "build" / "answers-diff.json"
_SOME_SKIPPED = 2
_STOPPED = 130
_STOP_SECONDS = 4
_TRY_AGAIN_SECONDS = 30.0
_SHOWN_CHANGES, _SHOWN_CHARS = 5, 160


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one ingest, or one after each change of the corpus; the exit code says how it went."""
    chosen = _arguments(arguments)
    settings = Settings().model_copy(
        update={"corpus": chosen.corpus.resolve(), "index": chosen.index.resolve()}
    )
    go_offline(hub=needs_hub(settings.encoder))
    try:
        if chosen.watch:
            return _watch(settings)
        return _compared(settings, chosen) if chosen.answers_diff else _ingest(settings)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Stopped. The index is as it was.", file=sys.stderr)
        return _STOPPED


def _ingest(settings: Settings, approval: Callable[[Progress], Approval] | None = None) -> int:
    with Shown(Console(stderr=True)) as shown:
        summary = ingest(settings, shown, approval(shown) if approval else None)
    told = [*_lines(summary), *_offered(settings.corpus, summary.to_confirm)]
    # Sentences of the documents are among the lines, and must not steer a terminal.
    print("\n".join(map(visible, told)), flush=True)
    return _SOME_SKIPPED if summary.skipped else 0


def _compared(settings: Settings, chosen: argparse.Namespace) -> int:
    """Ingest, but publish only where every question is answered as before."""
    from eval.gate import Gate
    from eval.questions import EvaluationError

    try:
        gate = Gate(settings, chosen.questions, chosen.report)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return _SOME_SKIPPED
    try:
        return _ingest(settings, gate.approval)
    finally:
        for line in gate.told:
            print(visible(line), flush=True)


def _watch(settings: Settings) -> int:
    """Ingest now and after every change of the corpus that has come to rest, until stopped."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    try:
        while True:
            before = state_of(settings.corpus)
            if _ingest_or_tell(settings):
                wait_for_change(settings.corpus, before)
            else:
                time.sleep(_TRY_AGAIN_SECONDS)
    except KeyboardInterrupt:
        print("Stopped watching. The index is whole.", file=sys.stderr)
        return 0


def _ingest_or_tell(settings: Settings) -> bool:
    """Ingest once and tell what went wrong; False where the same may go right another time."""
    try:
        _ingest(settings)
    except AssistantError as error:
        print(error, file=sys.stderr, flush=True)
        return not isinstance(error, IngestRunning | DiskProblem)
    else:
        print(f"Watching {settings.corpus} (Ctrl-C stops it).", file=sys.stderr, flush=True)
        return True


def _stop(number: int, frame: FrameType | None) -> None:
    # Libraries underneath may be long about it; the system then ends us, which harms no generation.
    signal.alarm(_STOP_SECONDS)
    raise KeyboardInterrupt


def _lost(what: "sys.UnraisableHookArgs") -> None:
    """Send an interrupt again that came while an object was cleared away, where Python drops it."""
    if what.exc_type is KeyboardInterrupt:
        again = signal.pthread_kill, (main_thread().ident, signal.SIGINT)
        try:
            Timer(0.05, *again).start()
        except KeyboardInterrupt:  # on a busy machine it came back before this was done, and would be dropped
            Timer(0.5, *again).start()
    else:
        sys.__unraisablehook__(what)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    defaults = Settings()
    parser = argparse.ArgumentParser(prog="ingest.py", description="Bring the index in line with the corpus.")
    parser.add_argument("--corpus", type=Path, default=defaults.corpus, help="folder of documents")
    parser.add_argument("--index", type=Path, default=defaults.index, help="folder that the index is kept in")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--watch", action="store_true", help="go on, and ingest again after each change")
    ways.add_argument("--answers-diff", action="store_true", help="publish only if all answers stay the same")
    parser.add_argument("--questions", type=Path, default=_QUESTIONS, help="file or folder asked for that")
    parser.add_argument("--report", type=Path, default=_REPORT, help="JSON file with the answers that differ")
    return parser.parse_args(arguments)


def _lines(summary: Summary) -> list[str]:
    """The summary as a person reads it."""
    size = f"{summary.documents} documents, {summary.passages} passages, {summary.pieces} pieces to quote"
    if not summary.published:
        done = [f"Nothing has changed ({size}; {summary.seconds:.1f} s)."]
    else:
        done = [
            f"The index is ready: {size}.",
            f"Encoded {summary.encoded} texts, took over {summary.reused}; encoded {summary.words_encoded} "
            f"single words, took over {summary.words_reused} ({summary.seconds:.1f} s).",
        ]
    for word, ids in (("Added", summary.added), ("Changed", summary.changed), ("Removed", summary.removed)):
        if ids:
            done.append(f"{word}: {', '.join(ids)}.")
    if summary.withdrawn:
        done.append(f"Withdrawn, and not answered from: {', '.join(summary.withdrawn)}.")
    done += [f"About {document}: {problem}" for document, problem in summary.problems]
    done += [line for edition in summary.editions for line in _differences(edition)]
    done += [
        f"{copy.path} says the same as {copy.of}, word for word: one is enough." for copy in summary.copies
    ]
    return done + [f"Skipped {item.path}: {item.reason}" for item in summary.skipped]


def _offered(corpus: Path, infos: Sequence[DocumentInfo]) -> list[str]:
    """Put what was taken from the files into the manifest for a person to confirm, and say so."""
    if not infos:
        return []
    ids = ", ".join(info.id for info in infos)
    try:
        path = write_to_confirm(corpus, infos)
    except NotWritten as error:
        told = f"The manifest of {corpus} was not added to, because {error}."
        return [f"{told} Describe {ids} there, or in a .yaml file beside each."]
    return [f"Described in {path} for you to confirm: {ids}."]


def _differences(edition: LikelyEdition) -> list[str]:
    """The first differences of what looks like a new edition, changed figures first."""
    signed = (
        f"  {sign} {shorten(sentence, _SHOWN_CHARS, placeholder=' …')}"
        for change in edition.changes[:_SHOWN_CHANGES]
        for sign, sentence in (("-", change.before), ("+", change.after))
        if sentence
    )
    left = len(edition.changes) - _SHOWN_CHANGES
    more = [f"  and {left} more"] if left > 0 else []
    return [f"From {edition.older} to {edition.newer}:", *signed, *more]


if __name__ == "__main__":
    sys.unraisablehook = _lost
    sys.exit(main())
