"""The line to a model: streamed, within a time, cancelled when nobody listens, left alone while it fails."""

import asyncio
import queue
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from langsmith.run_helpers import tracing_context

from assistant.model.prompt import Message

if TYPE_CHECKING:
    from langchain_core.language_models.chat_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

_AT_ONCE = 4  # calls that are under way; who comes later waits, or goes without
_TRIES = 2
_BACK_OFF = 0.25  # seconds before the second try
_FAILURES, _REST = 3, 30.0  # after so many in a row it is left alone for so many seconds
_PAUSE = 0.25  # seconds: whoever listens hears so often that there is nothing new
_WORTH_ANOTHER = frozenset({408, 409, 429, 500, 502, 503, 504})


class NoReply(Exception):
    """The model did not answer; `is_slow` tells a slow one from one that failed."""

    def __init__(self, why: str, *, is_slow: bool = False) -> None:
        super().__init__(why)
        self.is_slow = is_slow


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece of a reply, and the tokens that the provider says were read and written for it."""

    words: str
    tokens: int = 0


_NOTHING = Heard("")


@dataclass
class Breaker:
    """Opens after some failures in a row, and lets one call through when the rest is over."""

    clock: Callable[[], float] = time.monotonic
    _failed: int = 0
    _rests_until: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def lets_through(self) -> bool:
        """Whether the model may be asked now."""
        with self._lock:
            if self.clock() < self._rests_until:
                return False
            if self._failed >= _FAILURES:  # the one that tries; the others wait for what comes of it
                self._rests_until = self.clock() + _REST
            return True

    def failed(self, rest: float = 0.0) -> None:
        """Note a failure; *rest* are the seconds that the server itself asked for."""
        with self._lock:
            self._failed += 1
            if self._failed >= _FAILURES or rest:
                self._rests_until = max(self._rests_until, self.clock() + (min(rest, 600.0) or _REST))

    def answered(self) -> None:
        """Note that the model answers."""
        with self._lock:
            self._failed, self._rests_until = 0, 0.0


class Line:
    """Calls one model from any thread; all on one loop of their own, so that each can be cancelled."""

    def __init__(self, chat: "BaseChatModel", breaker: Breaker | None = None) -> None:
        self._chat = chat
        self.breaker = breaker or Breaker()
        self._free = threading.BoundedSemaphore(_AT_ONCE)
        self._starting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def replies(self, prompt: Sequence[Message], until: Callable[[], float]) -> Iterator[Heard]:
        """The reply as it arrives, and no words at each pause; raises NoReply after a failure, or at *until*.

        Whoever stops listening ends the call. One failure that may pass is tried again, if there is time.
        """
        if not self.breaker.lets_through():
            raise NoReply("it has failed several times, and is left alone for a while")
        while not self._free.acquire(timeout=_pause(until())):
            if time.monotonic() >= until():
                raise NoReply("it is busy", is_slow=True)
            yield _NOTHING
        try:
            yield from self._tried(prompt, until)
        finally:
            self._free.release()

    def close(self) -> None:
        """End all calls and the loop that they run on."""
        loop = self._loop
        if loop is not None and loop.is_running():
            loop.call_soon_threadsafe(loop.stop)

    def _tried(self, prompt: Sequence[Message], until: Callable[[], float]) -> Iterator[Heard]:
        for number in range(1, _TRIES + 1):
            heard = False
            try:
                for piece in self._once(prompt, until):
                    heard = heard or bool(piece.words)
                    yield piece
            except _Failed as failure:
                time_left = until() - time.monotonic() - _BACK_OFF
                if heard or number == _TRIES or not failure.may_pass or failure.rest > 0 or time_left <= 0:
                    self.breaker.failed(failure.rest)
                    raise NoReply(str(failure)) from failure
                time.sleep(_BACK_OFF)
            except NoReply:
                self.breaker.failed()
                raise
            else:
                self.breaker.answered()
                return

    def _once(self, prompt: Sequence[Message], until: Callable[[], float]) -> Iterator[Heard]:
        arrived: queue.SimpleQueue[Heard | _Failed | None] = queue.SimpleQueue()
        gone = threading.Event()
        calling = _call(self._chat, prompt, arrived, gone)
        call = asyncio.run_coroutine_threadsafe(calling, self._running_loop())
        try:
            while time.monotonic() < until():
                try:
                    piece = arrived.get(timeout=_pause(until()))
                except queue.Empty:
                    piece = _NOTHING
                if piece is None:
                    return
                if isinstance(piece, _Failed):
                    raise piece
                yield piece
            raise NoReply("it was too slow", is_slow=True)
        finally:
            # The connection closes, and the server may stop: a silent one by the second; by the first one
            # that talks without a pause, which libraries on the way may make the second miss.
            gone.set()
            call.cancel()

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=_run, args=(self._loop,), name="model", daemon=True).start()
        return self._loop


class _Failed(Exception):
    """A call that failed; `may_pass` where it is worth another try, `rest` as the server asked for."""

    def __init__(self, problem: Exception) -> None:
        status = getattr(problem, "status_code", None)
        # The name alone: the message may hold what was sent, or the key that it was sent with.
        super().__init__(f"{type(problem).__name__}{f', status {status}' if status else ''}")
        self.may_pass = status is None or status in _WORTH_ANOTHER
        self.rest = _asked_to_rest(problem)


def _pause(until: float) -> float:
    """Seconds to wait before the next look, which is not later than *until* (monotonic time)."""
    return max(0.0, min(_PAUSE, until - time.monotonic()))


def _asked_to_rest(problem: Exception) -> float:
    """The seconds of a `Retry-After` header; 0 where there is none that can be read."""
    headers = getattr(getattr(problem, "response", None), "headers", None) or {}
    try:
        return max(0.0, float(headers.get("retry-after", 0)))
    except ValueError:
        return 0.0


async def _call(
    chat: "BaseChatModel",
    prompt: Sequence[Message],
    arrived: "queue.SimpleQueue[Heard | _Failed | None]",
    gone: threading.Event,
) -> None:
    chunks = chat.astream(list(prompt))
    try:
        with tracing_context(enabled=False):
            async for chunk in chunks:
                if gone.is_set():
                    break
                arrived.put(Heard(chunk.text, _tokens(chunk)))
            if isinstance(chunks, AsyncGenerator):
                await chunks.aclose()
    # Each provider has errors of its own, and whatever goes wrong there is told as one thing here.
    except Exception as problem:  # noqa: BLE001
        arrived.put(_Failed(problem))
    else:
        arrived.put(None)


def _tokens(chunk: "AIMessageChunk") -> int:
    return chunk.usage_metadata["total_tokens"] if chunk.usage_metadata else 0


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
