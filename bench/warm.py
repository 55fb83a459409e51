"""Asks many questions in one process and prints how long each took.

Run it as `python -m bench.warm WHO INDEX QUESTIONS`: WHO is `ours`, `unread` (ours without the reader) or
`tutorial`, QUESTIONS a file of one question a line.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

WARM_UP = 5


def _asker(who: str, index: Path) -> Callable[[str], object]:
    if who != "tutorial":
        from assistant.chain import Assistant
        from assistant.reader.choose import OFF
        from assistant.settings import Settings

        settings = Settings(index=index, reader=OFF) if who == "unread" else Settings(index=index)
        return Assistant.open(settings).ask
    from bench.tutorial import open_chain

    return open_chain(index).invoke


def main(who: str, index: str, questions: str) -> None:
    """Print the seconds of every question but the first few, as one JSON list."""
    ask = _asker(who, Path(index))
    seconds = []
    for question in Path(questions).read_text().splitlines():
        start = time.perf_counter()
        ask(question)
        seconds.append(time.perf_counter() - start)
    print(json.dumps(seconds[WARM_UP:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
