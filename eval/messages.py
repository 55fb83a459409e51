"""Messages as people send them, and whether each is sent where it should be: to help, or to the documents."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.question.route import Route
from eval.questions import HALVES, EvaluationError, Split, entries_of
from eval.score import Rate

DOCUMENTS = "none"  # how a file writes that a message is for the documents
_KEYS = frozenset(("id", "turns", "route", "also"))


@dataclass(frozen=True, slots=True)
class Message:
    """A conversation and where its last turn should be sent (None: to the documents); `also` is right too."""

    id: str
    split: Split
    turns: tuple[str, ...]
    route: Route | None
    also: frozenset[Route | None] = frozenset()


@dataclass(frozen=True, slots=True)
class Sent:
    """A message and where it was sent; `warned` if it reads a line about 999 beside what is found instead."""

    message: Message
    to: Route | None
    warned: bool = False

    @property
    def right(self) -> bool:
        """Whether it was sent where it should be."""
        return self.to == self.message.route or self.to in self.message.also


@dataclass(frozen=True, slots=True)
class Routing:
    """What became of the messages of one half."""

    sent: tuple[Sent, ...]

    def precision(self, route: Route | None = None) -> Rate:
        """Of what was sent to *route*, or to any where it is None, what was right to be."""
        found = [each for each in self.sent if each.to and route in (None, each.to)]
        return Rate(sum(each.right for each in found), len(found))

    def recall(self, route: Route | None = None) -> Rate:
        """Of what should be sent to *route*, or to any where it is None, what was sent rightly."""
        due = [each for each in self.sent if each.message.route and route in (None, each.message.route)]
        return Rate(sum(each.right for each in due), len(due))

    @property
    def told_of_help(self) -> Rate:
        """Of all that should be signposted, those that were, wherever to, or read the line about 999."""
        due = [each for each in self.sent if each.message.route]
        return Rate(sum(each.to is not None or each.warned for each in due), len(due))

    @property
    def left_alone(self) -> Rate:
        """Of the messages for the documents, those that were left to them."""
        due = [each for each in self.sent if each.message.route is None]
        return Rate(sum(each.right for each in due), len(due))

    def rate(self, name: str) -> Rate:
        """The rate of *name* in thresholds.toml, or of several joined by `+`; KeyError when unknown."""
        known = {"precision": self.precision(), "recall": self.recall(), "left_alone": self.left_alone}
        known["told_of_help"] = self.told_of_help
        known |= {f"recall_{route}": self.recall(route) for route in Route}
        known |= {f"precision_{route}": self.precision(route) for route in Route}
        return sum((known[part] for part in name.split("+")), Rate(0, 0))


def load_messages(folder: Path, splits: Collection[Split] = HALVES) -> tuple[Message, ...]:
    """The messages of *folder* in the chosen *splits*; raises EvaluationError for anything out of order."""
    files = [(split, folder / f"{split}.yaml") for split in HALVES if split in splits]
    messages = [
        _message(entry, f"{path.name}, entry {number}", split)
        for split, path in files
        for number, entry in enumerate(entries_of(path), 1)
    ]
    repeated = [name for name, count in Counter(message.id for message in messages).items() if count > 1]
    if repeated or not messages:
        wrong = f"These message ids are used more than once: {', '.join(repeated)}."
        raise EvaluationError(wrong if repeated else f"There are no messages in {folder}.")
    return tuple(messages)


class Sends(Protocol):
    """What the evaluation needs of a router."""

    def route_of(self, message: str, earlier: Sequence[str] = (), /) -> Route | None:
        """Where *message* is sent after the questions *earlier*; None for the documents."""
        ...

    def may_be_in_need(self, message: str, /) -> bool:
        """Whether a line about 999 stands beside what is found for *message*."""
        ...


def send(messages: Sequence[Message], router: Sends) -> dict[Split, Routing]:
    """Where each message is sent, for each split that there are any of."""
    sent = [_sent(message, router) for message in messages]
    by_split = {split: tuple(each for each in sent if each.message.split is split) for split in HALVES}
    return {split: Routing(found) for split, found in by_split.items() if found}


def _sent(message: Message, router: Sends) -> Sent:
    to = router.route_of(message.turns[-1], message.turns[:-1])
    return Sent(message, to, to is None and router.may_be_in_need(message.turns[-1]))


def _message(entry: object, place: str, split: Split) -> Message:
    """One checked message; *place* says where it stands."""
    if not isinstance(entry, dict) or not set(entry) <= _KEYS or not isinstance(entry.get("id"), str):
        raise EvaluationError(f"{place} is not a message with an id, turns, a route and perhaps also.")
    turns, also = entry.get("turns"), entry.get("also", [])
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise EvaluationError(f"{entry['id']}: turns is a list of one or more texts in quotation marks.")
    if not isinstance(also, list):
        raise EvaluationError(f"{entry['id']}: also is a list of routes.")
    name = entry["id"]
    acceptable = frozenset(_route(other, name) for other in also)
    return Message(name, split, tuple(turns), _route(entry.get("route"), name), acceptable)


def _route(value: object, name: str) -> Route | None:
    if value == DOCUMENTS:
        return None
    try:
        return Route(str(value))
    except ValueError:
        known = ", ".join((*Route, DOCUMENTS))
        raise EvaluationError(f"{name}: unknown route {value!r}; use one of {known}.") from None
