"""The chat server: bring the index up to date, then serve."""

import subprocess
import sys

import typer

from assistant.cli import Opener
from assistant.settings import ROOT, Settings


def serve_chat(settings: Settings, opener: Opener) -> None:
    """Ingest what has changed, then serve the chat until stopped, from whatever generation is live."""
    _ingest(settings)
    # Gradio takes seconds to import, so only this command does.
    from assistant.web import run
    from assistant.web.renewed import Renewed

    with Renewed(settings, opener) as assistant:
        typer.echo("Starting the chat …", err=True)
        run(assistant, settings)


def _ingest(settings: Settings) -> None:
    """Run ingest in a process of its own, so that what encodes passages never enters the server."""
    script = ROOT / "ingest.py"
    if not script.exists():
        return
    folders = ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    done = subprocess.run([sys.executable, str(script), *folders], check=False)  # noqa: S603 (our own script)
    if done.returncode:
        # Ingest has said what is wrong; what could be read, or an earlier index, is still good to serve.
        typer.echo("Serving the index that there is.", err=True)
