"""How far a long command is, in a terminal and in a pipe."""

import io

from rich.console import Console

from assistant.cli.progress import Shown


class Clock:
    """A clock that only the test moves."""

    now = 0.0

    def __call__(self) -> float:
        """The seconds that have passed."""
        return self.now


def test_a_pipe_gets_a_line_a_step_and_one_every_two_seconds() -> None:
    """A step is told once; a long one again after two seconds, with what is done and how fast."""
    out, clock = io.StringIO(), Clock()
    with Shown(Console(file=out), clock) as shown:
        shown("Reading")
        for done in range(0, 500, 100):
            shown("Encoding", done, 400)
            clock.now += 0.9
        shown("Reading slowly", 0, 9)
        clock.now += 20
        shown("Reading slowly", 5, 9)
        shown("Checking")

    assert out.getvalue().splitlines() == [
        "Reading …",
        "Encoding (0 of 400)",
        "Encoding (300 of 400, 111 a second)",
        "Reading slowly (0 of 9)",
        "Reading slowly (5 of 9, 15 a minute)",
        "Checking …",
    ]


def test_a_terminal_gets_a_bar_with_a_rate() -> None:
    """In a terminal one line moves, tells how much of it is done and how fast, and goes when all is done."""
    out, clock = io.StringIO(), Clock()
    console = Console(file=out, force_terminal=True, width=100)
    with Shown(console, clock) as shown:
        shown("Encoding [/red] texts", 0, 400)
        clock.now += 2.0
        shown("Encoding [/red] texts", 300, 400)
        shown._bar.refresh()

    assert "Encoding [/red] texts" in out.getvalue()
    assert "(300 of 400, 150 a second)" in out.getvalue()
    assert out.getvalue().endswith("\x1b[2K")
