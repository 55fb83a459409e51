"""A small corpus on another subject and body: a county library service, two plans and a committee report."""

import shutil
from pathlib import Path

from assistant.chain import Assistant
from assistant.index.build import ingest
from assistant.settings import Settings
from assistant.types import Answer, Turn

EDITIONS = Path(__file__).parent / "corpora" / "library"


def library_in(folder: Path) -> Assistant:
    """Ingest the corpus for real into a folder, and open the assistant that answers from it."""
    shutil.copytree(EDITIONS, folder / "corpus")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    ingest(settings, lambda step, done=0, total=0: None)
    return Assistant.open(settings)


def converse(library: Assistant, *questions: str) -> Answer:
    """The answer to the last question, asked after the others."""
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question, library.ask(question, turns)))
    return turns[-1].answer
