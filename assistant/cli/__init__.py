"""The command line, `plan-assistant`: ask, check, chat, batch, documents and serve."""

import gc
import io
import sys
from collections.abc import Callable, Sequence

from assistant.answering import Answering
from assistant.errors import AssistantError
from assistant.settings import Settings

Opener = Callable[[Settings], Answering]


def open_assistant(settings: Settings) -> Answering:
    """Open the published index; raises an AssistantError that says what to do when it can't."""
    # Loading makes next to no garbage, and looking for it would take a tenth of the time to an answer.
    gc.disable()
    try:
        # Imported here so that --help and a wrong option answer at once.
        from assistant.chain import Assistant

        return Assistant.open(settings)
    finally:
        gc.freeze()
        gc.enable()


def main(argv: Sequence[str] | None = None, opener: Opener = open_assistant) -> None:
    """Run one command and exit; an error that a person can mend is one sentence on stderr."""
    from assistant.cli.app import build_app
    from assistant.index.offline import go_offline

    go_offline()
    _write_any_text()
    try:
        build_app(opener)(args=argv, prog_name="plan-assistant")
    except AssistantError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)


def _write_any_text() -> None:
    """A pipe always gets UTF-8; a terminal that lacks a letter shows `?` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
