"""The texts for people in need, from the one file that people review: `signposts.yaml` beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from assistant.question.route import Route


@dataclass(frozen=True, slots=True)
class Signpost:
    """What is said on one route, and the questions whose answers from the documents follow below it."""

    text: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signposts:
    """All texts, what is said where that is unsure, and where each number was checked."""

    of: Mapping[Route, Signpost]
    unsure: str
    sources: Mapping[str, str]
    checked: str


def load_signposts() -> Signposts:
    """The texts as they stand in the file; KeyError when one of a route is missing."""
    read = yaml.safe_load((files("assistant.answer") / "signposts.yaml").read_text("utf-8"))
    texts = read["signposts"]
    return Signposts(
        of={route: _signpost(texts[route]) for route in Route},
        unsure=read["unsure"],
        sources=read["sources"],
        checked=str(read["checked"]),
    )


def _signpost(entry: Mapping[str, Any]) -> Signpost:
    # The file breaks its lines for its own width; such a line begins with a space.
    return Signpost(entry["text"].strip().replace("\n  ", " "), tuple(entry.get("ask", ())))
