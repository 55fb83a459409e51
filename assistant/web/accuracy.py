"""How accurate the assistant was when it was last measured, for the page that tells it."""

from pathlib import Path

from pydantic import BaseModel, TypeAdapter, ValidationError

from assistant.settings import ROOT

_MEASURED = ROOT / "eval" / "accepted.json"
# What strangers asked says most; the held half is the next best.
_TOLD = ("editions-fresh", "editions-held")


class Accuracy(BaseModel):
    """Shares of questions that nobody used to improve it: how many were right, of how many."""

    all_answerable: tuple[int, int]
    all_unanswerable: tuple[int, int]
    verbatim: tuple[int, int]

    def told(self) -> str:
        """The figures in one plain sentence each."""
        (right, asked), (refused, unanswerable) = self.all_answerable, self.all_unanswerable
        same, quotes = self.verbatim
        return (
            "It was last tested on the documents that it came with, by questions that nobody had used to "
            f"improve it. It answered {right} of {asked} rightly, and it refused {refused} of {unanswerable} "
            "that the documents do not answer. "
            f"{same} of {quotes} quotes were in the documents, word for word."
        )


class _Run(BaseModel):
    rates: Accuracy


def last_measured(path: Path = _MEASURED) -> Accuracy | None:
    """The last accepted evaluation; None where there is none beside this program."""
    try:
        runs = TypeAdapter(dict[str, _Run]).validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return next((runs[name].rates for name in _TOLD if name in runs), None)
