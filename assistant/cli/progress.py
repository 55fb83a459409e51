"""How far a long command is: a bar with a rate in a terminal, now and then a line in a pipe."""

import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TaskID, TextColumn
from rich.text import Text

_QUIET_SECONDS = 2.0


class Shown:
    """Shows the steps that it is called with: in a pipe a line for each, and every two seconds one more."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._console, self._clock = console, clock
        self._step = ""
        self._began = self._told = clock()
        self._first = 0
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(24), _Amount())
        self._bar = Progress(*columns, console=console, transient=True, get_time=clock)
        self._task: TaskID | None = None

    def __enter__(self) -> "Shown":
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._console.is_terminal:
            self._bar.stop()

    def __call__(self, step: str, done: int = 0, total: int = 0) -> None:
        """Show that a step is under way, and how much of it is done; `total` is 0 where it is not known."""
        new = step != self._step
        if new:
            self._step, self._began, self._first = step, self._clock(), done
        if self._console.is_terminal:
            self._show(new, done, total)
        elif new or self._clock() - self._told > _QUIET_SECONDS:
            self._told = self._clock()
            self._console.file.write(f"{step}{_in_words(done, total, self._rate(done))}\n")
            self._console.file.flush()

    def _show(self, new: bool, done: int, total: int) -> None:
        if new:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._task = self._bar.add_task(self._step, total=None)
        if self._task is not None:
            rate = self._rate(done)
            self._bar.update(
                self._task, total=total or None, completed=done, amount=_in_words(done, total, rate)
            )

    def _rate(self, done: int) -> float:
        seconds = self._clock() - self._began
        return (done - self._first) / seconds if seconds > 0 else 0.0


class _Amount(ProgressColumn):
    """What is done of how much, and how fast."""

    def render(self, task: Task) -> Text:
        return Text(task.fields.get("amount", " …"))


def _in_words(done: int, total: int, rate: float) -> str:
    if not total:
        return " …"
    fast = f", {rate:,.0f} a second" if rate >= 1 else f", {60 * rate:,.0f} a minute" if rate else ""
    return f" ({done:,} of {total:,}{fast})"
