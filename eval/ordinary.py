"""Questions of the tuning half in ordinary words, written by hand: reading and checking them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from eval.match import fold
from eval.questions import ORDINARY, EvaluationError, Question, Split, entries_of


def load_ordinary(folder: Path) -> dict[str, str]:
    """What is asked instead of the last turn, by question id; nothing where *folder* has no such file."""
    path = folder / ORDINARY
    if not path.exists():
        return {}
    pairs = [_pair(entry, f"{path.name}, entry {number}") for number, entry in enumerate(entries_of(path), 1)]
    repeated = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if repeated:
        raise EvaluationError(f"{path.name} has these ids more than once: {', '.join(repeated)}.")
    return dict(pairs)


def problems_of(ordinary: Mapping[str, str], questions: Sequence[Question]) -> Iterator[str]:
    """What is wrong with the *ordinary* wordings, one sentence each, where the tuning half is at hand."""
    tune = {question.id: question for question in questions if question.split is Split.TUNE}
    for name, asked in ordinary.items() if tune else ():
        if name not in tune:
            yield f"{ORDINARY}: there is no question {name!r} in the tuning half."
        elif fold(asked) == fold(tune[name].turns[-1]):
            yield f"{ORDINARY}: {name} is asked there in the same words as in the tuning half."


def _pair(entry: object, place: str) -> tuple[str, str]:
    """The id and the wording of one entry."""
    if not isinstance(entry, dict) or set(entry) != {"id", "asked"}:
        raise EvaluationError(f"{place} is not a question's id and what is asked instead (id: …, asked: …).")
    name, asked = entry["id"], entry["asked"]
    if not isinstance(name, str) or not isinstance(asked, str) or not asked.strip():
        raise EvaluationError(f"{place}: id and asked are texts; put them in quotation marks.")
    return name, asked
