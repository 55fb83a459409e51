"""Two columns that were read line by line in turn are taken apart again, where that plainly reads better."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from assistant.reading.flow import Flow

_FEWEST_LINES = 8
_MOST_LINES = 160
_BEAM = 250
# What a guess has to gain before it is made: for a second column at all, for a line that is two, in all.
_SECOND_COLUMN = 2.0
_PARTED_LINE = 0.5
# Lines alternate for a while, then do not: beginning to costs, so does leaving off, going on does not.
_BEGIN_TURNS = 2.0
_END_TURNS = 0.8
_LEAST_GAIN = 8.0
_LEAST_GAIN_A_LINE = 0.5
_OVERLONG = 1.3
# Lines that go on from each other this well on the whole were never shuffled.
_READS_WELL = 0.9
# After a line that was two, either column may go on.
_EITHER = -1


@dataclass(frozen=True, slots=True)
class _Guess:
    """One way to share the lines so far between two columns; a column is a chain of its lines, last first."""

    score: float
    columns: tuple[_Chain | None, _Chain | None]
    last: int = 0
    in_turns: bool = False


@dataclass(frozen=True, slots=True)
class _Chain:
    text: str
    before: _Chain | None

    def lines(self) -> list[str]:
        """The lines, first first."""
        found: list[str] = []
        link: _Chain | None = self
        while link is not None:
            found.append(link.text)
            link = link.before
        return found[::-1]


def part_columns(lines: Sequence[str], flow: Flow) -> list[str]:
    """Take interleaved columns apart, run by run of unbroken lines; other lines stay as they are."""
    parted: list[str] = []
    run: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            run.append(line)
            continue
        parted += _parted_run(run, flow)
        parted.append(line)
        run = []
    return parted[:-1]


def _parted_run(run: list[str], flow: Flow) -> list[str]:
    if not _FEWEST_LINES <= len(run) <= _MOST_LINES:
        return run
    texts = [line.strip() for line in run]
    as_it_is = sum(flow.goes_on(one, other) for one, other in pairwise(texts))
    if as_it_is > _READS_WELL * len(run):
        return run
    best = _best_guess(texts, flow)
    first, second = best.columns
    gain = best.score - as_it_is
    if first is None or second is None or gain < max(_LEAST_GAIN, _LEAST_GAIN_A_LINE * len(run)):
        return run
    return [*first.lines(), "", *second.lines()]


def _best_guess(texts: list[str], flow: Flow) -> _Guess:
    width = median(map(len, texts))
    guesses = [_Guess(0.0, (_Chain(texts[0], None), None))]
    for text in texts[1:]:
        found = [grown for guess in guesses for grown in _grown(guess, text, width, flow)]
        guesses = heapq.nlargest(_BEAM, found, key=lambda guess: guess.score)
    return guesses[0]


def _grown(guess: _Guess, text: str, width: float, flow: Flow) -> Iterator[_Guess]:
    for column in (0, 1):
        yield _with_line(guess, column, text, flow)
    if len(text) > _OVERLONG * width:
        for left, right in _cuts(text, width, flow):
            cost = _PARTED_LINE + flow.goes_on(left, right)
            for column in (0, 1):
                # The line's own length says that here two columns stand side by side.
                first = replace(_with_line(guess, column, left, flow), in_turns=True)
                both = _with_line(first, 1 - column, right, flow)
                yield replace(both, score=both.score - cost, last=_EITHER)


def _with_line(guess: _Guess, column: int, text: str, flow: Flow) -> _Guess:
    chain = guess.columns[column]
    gained = flow.goes_on(chain.text, text) if chain else -_SECOND_COLUMN
    changes = column != guess.last
    if changes != guess.in_turns and guess.last != _EITHER:
        gained -= _BEGIN_TURNS if changes else _END_TURNS
    grown = _Chain(text, chain)
    columns = (grown, guess.columns[1]) if column == 0 else (guess.columns[0], grown)
    return _Guess(guess.score + gained, columns, column, changes)


def _cuts(text: str, width: float, flow: Flow) -> Iterator[tuple[str, str]]:
    """Where a line may be two: at a blank, or inside a word that is two words, neither much too long."""
    for place, char in enumerate(text):
        if not (len(text) - 1.15 * width <= place <= 1.15 * width):
            continue
        if char == " ":
            yield text[:place], text[place + 1 :]
        elif flow.parts_word(text, place):
            # Words run into each other where the first lost the hyphen that it ended with.
            yield f"{text[:place]}-", text[place:]
