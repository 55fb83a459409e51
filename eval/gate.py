"""Lets a new generation be published only where it answers every question as the live one does."""

from functools import partial
from pathlib import Path

from assistant.errors import AnswersChanged, DiskProblem
from assistant.index.build import Approval, Progress
from assistant.settings import Settings
from eval.answers_diff import Difference, as_text, differences, load_conversations, write_json


class Gate:
    """Asks the questions of a file or folder before a build is published, and keeps what it found to tell."""

    def __init__(self, settings: Settings, questions: Path, report: Path) -> None:
        # First of all: a mistake in the questions is told before anything is built.
        self._conversations = load_conversations(questions)
        self._settings, self._report = settings, report
        self.told: tuple[str, ...] = ()

    def approval(self, progress: Progress) -> Approval:
        """What ingest calls with the live generation and the new one."""
        return partial(self._approve, progress)

    def _approve(self, progress: Progress, live: Path, build: Path) -> None:
        """Ask both, write what differs, and raise AnswersChanged when anything does."""
        # Here, not above: a wrong option needs no assistant.
        from assistant.chain import Assistant
        from assistant.index.generation import Generation
        from assistant.reader.choose import open_reader

        before, after = Generation.open_folder(live), Generation.open_folder(build)
        try:
            reader = open_reader(self._settings.reader)
            old, new = (Assistant(each, reader, self._settings) for each in (before, after))
            tell = partial(progress, "Asking the questions")
            found = differences(self._conversations, old, new, tell)
        finally:
            before.close()
            after.close()
        self._tell(found, (before.name, after.name))

    def _tell(self, found: tuple[Difference, ...], names: tuple[str, str]) -> None:
        asked = len(self._conversations)
        self.told = tuple(as_text(found, asked))
        try:
            write_json(self._report, found, asked, names)
        except OSError as error:
            raise DiskProblem(f"The report {self._report} could not be written: {error.strerror}.") from error
        if found:
            raise AnswersChanged(
                f"{len(found)} of {asked} questions would be answered otherwise, so the new index was not "
                f"published. They are in {self._report}; to publish it all the same, run `python ingest.py`."
            )
