"""Answers from the live generation, whichever that is: a new one is opened beside the old and takes over."""

import gc
import logging
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.answering import Answering
from assistant.errors import AssistantError
from assistant.index.manifest import live_folder
from assistant.settings import Settings
from assistant.types import Answer, Conversation, ScoredPassage
from assistant.web.forwarded import Forwarded

_LOG = logging.getLogger(__name__)
_EVERY = 1.0  # seconds between two looks at which generation is live


@dataclass
class _Opened:
    """An assistant, and how many questions it is at."""

    assistant: Answering
    users: int = 0


class Renewed(Forwarded):
    """An assistant that follows the index while it is entered; safe to share between threads.

    Each answer comes wholly from one generation, and none is closed while it is in use.
    """

    def __init__(self, settings: Settings, opener: Callable[[Settings], Answering]) -> None:
        self._settings, self._opener = settings, opener
        self._opened = _Opened(opener(settings))
        self._lock = threading.Lock()
        self._refused = ""
        self._stop = threading.Event()
        self._follower = threading.Thread(target=self._follow, daemon=True)

    def __enter__(self) -> "Renewed":
        self._follower.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer one question; earlier turns that another generation answered are asked again first."""
        with self._current() as assistant:
            return assistant.ask(question, self._of_one_generation(assistant, turns))

    def answers(self, question: str, turns: Conversation = ()) -> Generator[Answer | None]:
        """Answer one question as it is worded; earlier turns as in `ask`."""
        with self._current() as assistant:
            yield from assistant.answers(question, self._of_one_generation(assistant, turns))

    def retrieve(self, question: str, turns: Conversation = (), n: int = 8) -> tuple[ScoredPassage, ...]:
        """The passages that retrieval alone puts first; earlier turns as in `ask`."""
        with self._current() as assistant:
            return assistant.retrieve(question, self._of_one_generation(assistant, turns), n)

    def close(self) -> None:
        """Follow the index no more, and let go of its files."""
        self._stop.set()
        self._opened.assistant.close()

    def look(self) -> None:
        """Change to the live generation where it is another; one that cannot be opened is logged and left."""
        try:
            name = live_folder(self._settings.index).name
        except AssistantError:  # gone, so there is none to change to, and the one that is open answers on
            return
        if name in (self.generation, self._refused):
            return
        try:
            self._change_to(self._opener(self._settings))
        except AssistantError as error:
            self._refused = name
            _LOG.warning("The new index is not used: %s", error)

    def _follow(self) -> None:
        while not self._stop.wait(_EVERY):
            self.look()

    def _of_one_generation(self, assistant: Answering, turns: Conversation) -> Conversation:
        recent = tuple(turns)[-self._settings.history_turns :]
        if all(turn.answer.generation == assistant.generation for turn in recent):
            return recent
        return assistant.recall([turn.question for turn in recent])

    @contextmanager
    def _current(self) -> Iterator[Answering]:
        with self._lock:
            opened = self._opened
            opened.users += 1
        try:
            yield opened.assistant
        finally:
            with self._lock:
                opened.users -= 1
                is_last = not opened.users and opened is not self._opened
            if is_last:
                _let_go(opened.assistant)

    def _change_to(self, assistant: Answering) -> None:
        with self._lock:
            before, self._opened = self._opened, _Opened(assistant)
            is_unused = not before.users
        if is_unused:
            _let_go(before.assistant)


def _let_go(assistant: Answering) -> None:
    assistant.close()
    # What is open from the start is frozen, so that nobody looks through it for garbage; now some of it is.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
