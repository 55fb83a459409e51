"""A real chat server, in a process of its own, for tests over HTTP and in a browser.

Run as a script it serves the scripted assistant on a free port and says where.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTED = ("-m", "tests.chat_server")


@contextmanager
def process(command: Sequence[str] = SCRIPTED) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start a chat server with this Python; gives its process and its address, and stops it at the end."""
    server = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with server:
        try:
            assert server.stdout is not None
            line = next((line for line in server.stdout if "http://" in line), "")
            assert line, "the chat server ended before it said where it is"
            yield server, next(word for word in line.split() if word.startswith("http://"))
        finally:
            server.terminate()


@contextmanager
def serving(command: Sequence[str] = SCRIPTED) -> Iterator[str]:
    """Start a chat server with this Python; gives its address, and stops it at the end."""
    with process(command) as (_, address):
        yield address


if __name__ == "__main__":
    from assistant.settings import Settings
    from assistant.web import run
    from tests.fake_assistant import FakeAssistant

    run(FakeAssistant(), Settings(port=0))
