"""The outside material, read where it lies: gzipped JSON, as frozen dataclasses of what is used."""

import gzip
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

_Record = TypeVar("_Record")


class MaterialMissing(Exception):
    """A file of the material is not there; the message is one sentence that says which."""


@dataclass(frozen=True, slots=True)
class Material:
    """A folder of benchmarks; with a *sample*, sets take so many of their questions and not all of them."""

    folder: Path
    sample: int | None = None

    def lines(self, name: str, kind: type[_Record]) -> tuple[_Record, ...]:
        """Every line of a `.jsonl.gz` file as a record; MaterialMissing where the file is not there."""
        record: TypeAdapter[_Record] = TypeAdapter(kind)
        return tuple(record.validate_json(line) for line in self._read(name).splitlines())

    def whole(self, name: str, kind: type[_Record]) -> _Record:
        """A `.json.gz` file as one record; MaterialMissing where the file is not there."""
        return TypeAdapter(kind).validate_json(self._read(name))

    def text(self, name: str) -> str:
        """A plain text file; MaterialMissing where it is not there."""
        return self._path(name).read_text(encoding="utf-8")

    def some(self, items: Sequence[_Record], times: int = 1) -> tuple[_Record, ...]:
        """All of *items*, or *times* the sample's size of them: the same each time, in their order."""
        if self.sample is None or len(items) <= self.sample * times:
            return tuple(items)
        chance = random.Random(0)  # noqa: S311 — an even choice, not a secret
        return tuple(items[n] for n in sorted(chance.sample(range(len(items)), self.sample * times)))

    def _read(self, name: str) -> bytes:
        with gzip.open(self._path(name)) as file:
            return file.read()

    def _path(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise MaterialMissing(f"There is no {name} in {self.folder}.")
        return path
