"""A small corpus on another subject and body: a county library service, two plans and a committee report."""

import shutil
from pathlib import Path

from assistant.answering import converse as in_turn
from assistant.chain import Assistant
from assistant.index.build import ingest
from assistant.settings import Settings
from assistant.types import Answer

EDITIONS = Path(__file__).parent / "corpora" / "library"


def library_in(folder: Path) -> Assistant:
    """Ingest the corpus for real into a folder, and open the assistant that answers from it."""
    shutil.copytree(EDITIONS, folder / "corpus")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    ingest(settings, lambda step, done=0, total=0: None)
    return Assistant.open(settings)


def converse(library: Assistant, *questions: str) -> Answer:
    """The answer to the last question, asked after the others."""
    return in_turn(library, questions)[-1].answer
