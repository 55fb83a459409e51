"""What a model replies, read sentence by sentence while it arrives: a text, then ids in square brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.model.prompt import NOT_IN_DOCUMENTS
from assistant.reading.sentences import sentences_of

_MOST = 6_000  # characters of one reply
_SAID = re.compile(r"([^\[\]]*)((?:\[[^\[\]\n]{1,80}\][ \t.,;]*)+)(?=[^\[ \t.,;])")
_IDS = re.compile(r"[^\[\],;\s]+")
_BEGINS = re.compile(r"^(?:[-•*]|\d{1,2}[.)]|answer:)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a reply, and the ids that it names."""

    text: str
    keys: tuple[str, ...]


@dataclass
class Reply:
    """One reply as far as it has arrived."""

    text: str = ""
    _rest: str = field(default="", repr=False)

    @property
    def is_too_long(self) -> bool:
        """Whether it has gone on for longer than anything that we would read."""
        return len(self.text) > _MOST

    @property
    def declines(self) -> bool:
        """Whether it says that the evidence does not answer."""
        return self.text.strip(" .\n*\"'").upper().startswith(NOT_IN_DOCUMENTS)

    def heard(self, words: str) -> Iterator[Said]:
        """The sentences that are whole now that *words* have arrived."""
        self.text += words
        yield from self._cut(words)

    def ended(self) -> Iterator[Said]:
        """The sentences that are whole now that nothing more will arrive."""
        yield from self._cut("\n\0")

    def _cut(self, words: str) -> Iterator[Said]:
        self._rest += words
        while match := _SAID.match(self._rest):
            self._rest = self._rest[match.end() :]
            yield from _sentences(match[1], match[2])


def _sentences(text: str, ids: str) -> Iterator[Said]:
    """The sentences of *text*, all of which rest on what the ids behind it name."""
    keys = tuple(dict.fromkeys(_IDS.findall(ids.replace(".", " "))))
    line = _BEGINS.sub("", " ".join(text.replace("\0", " ").split()))
    for sentence in sentences_of(line):
        if any(character.isalnum() for character in sentence):
            yield Said(sentence if sentence[-1] in ".!?”" else f"{sentence}.", keys)
