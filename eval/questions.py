"""The evaluation questions: what one is, and reading them from the files of each split."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from assistant.types import ANSWERING, Status

ORDINARY = "ordinary.yaml"  # stands beside the halves, and has other words for some of their questions
_KEYS = frozenset(
    ("id", "category", "turns", "must", "forbidden", "documents", "status", "limit", "where", "derived")
)


class EvaluationError(Exception):
    """The evaluation cannot be run; `str(error)` is one clear sentence."""


class Split(StrEnum):
    """Which half a question is in: the one that tuning looks at, or the one that it does not.

    Or it is for practice, or fresh: written by who had not seen the assistant, and not looked at since.
    """

    TUNE = "tune"
    HELD = "held"
    FRESH = "fresh"
    PRACTICE = "practice"


HALVES = (Split.TUNE, Split.HELD)
_UNSEEN = frozenset((Split.HELD, Split.FRESH))


def may_be_shown(split: Split, show_held: bool = False) -> bool:
    """Whether anybody may look at what is in *split*: of what is held back only where that was asked for."""
    return show_held or split not in _UNSEEN


def is_unseen(path: Path) -> bool:
    """True for a file whose name says that its questions are held back."""
    return path.stem.startswith(tuple(_UNSEEN))


class Category(StrEnum):
    """What a question is about or what makes it hard."""

    BUDGET = "budget"
    FINANCE_TABLE = "finance_table"
    PANEL = "panel"
    LISTS = "lists"
    FACTS = "facts"
    WHO_WHEN = "who_when"
    TIME = "time"
    FOLLOW_UPS = "follow_ups"
    WORDING = "wording"
    UNANSWERABLE = "unanswerable"
    NEIGHBOUR = "neighbour"
    SEVERAL = "several"


REFUSED = frozenset({Category.UNANSWERABLE, Category.NEIGHBOUR})
_LONG = frozenset({Category.LISTS, Category.SEVERAL})


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what a right answer to its last turn holds; eval/README.md tells the fields."""

    id: str
    split: Split
    category: Category
    turns: tuple[str, ...]
    must: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    documents: tuple[str, ...]
    status: frozenset[Status]
    limit: int
    where: str = ""
    derived: bool = False

    @property
    def answerable(self) -> bool:
        """Whether the documents answer it, so that a refusal is wrong."""
        return bool(self.status & ANSWERING)


def load(folder: Path, splits: Collection[Split] = HALVES) -> tuple[Question, ...]:
    """All questions of *folder* in the chosen *splits*; raises EvaluationError for anything out of order."""
    paths = (path for path in sorted(folder.glob("*.yaml")) if path.name != ORDINARY)
    files = [(path, split_of(path)) for path in paths]
    return _in_order([file for file in files if file[1] in splits], folder)


def load_practice(folder: Path) -> tuple[Question, ...]:
    """All questions of *folder*, whatever its files are called; raises EvaluationError as `load` does."""
    return _in_order([(path, Split.PRACTICE) for path in sorted(folder.glob("*.yaml"))], folder)


def _in_order(files: Sequence[tuple[Path, Split]], folder: Path) -> tuple[Question, ...]:
    """The questions of *files*, of which there are some, and no id is there twice."""
    questions = tuple(question for path, split in files for question in _read(path, split))
    if not questions:
        raise EvaluationError(f"There are no questions to ask in {folder}.")
    repeated = [name for name, count in Counter(question.id for question in questions).items() if count > 1]
    if repeated:
        raise EvaluationError(f"These question ids are used more than once: {', '.join(repeated)}.")
    return questions


def require_known(questions: Sequence[Question], documents: Collection[str]) -> None:
    """Raise EvaluationError when a question names a document that is not among *documents*."""
    for question in questions:
        for name in question.documents:
            if name not in documents:
                known = ", ".join(sorted(documents)) or "none"
                raise EvaluationError(f"{question.id}: there is no document {name!r}; there are: {known}.")


def split_of(path: Path) -> Split:
    """The split that a file's name begins with."""
    for split in Split:
        if path.stem == split or path.stem.startswith(f"{split}-"):
            return split
    raise EvaluationError(f"{path.name} is in no split; begin its name with tune, held, fresh or practice.")


def entries_of(path: Path) -> list[object]:
    """The entries of the list in the file at *path*; raises EvaluationError where there is none to read."""
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        # Its own message quotes the line, which of the held half nobody should see.
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise EvaluationError(
            f"{path.name} is not readable YAML near line {line}: {error.problem}."
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path.name} is not readable as YAML in UTF-8.") from error
    if not isinstance(entries, list):
        raise EvaluationError(f"{path.name} is not a list of questions; begin each with “- id: …”.")
    return entries


def _read(path: Path, split: Split) -> list[Question]:
    """The questions of one file."""
    return [
        _question(entry, f"{path.name}, entry {number}", split)
        for number, entry in enumerate(entries_of(path), 1)
    ]


def _question(entry: object, place: str, split: Split) -> Question:
    """One checked question; *place* says where it stands until its id is known."""
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"].strip():
        raise EvaluationError(f"{place} has no id (a short name in letters, digits and hyphens).")
    name = entry["id"]
    unknown = sorted(str(key) for key in entry if key not in _KEYS)
    if unknown:
        raise EvaluationError(
            f"{name}: unknown field {unknown[0]!r}; the fields are {', '.join(sorted(_KEYS))}."
        )
    category = _category(entry.get("category"), name)
    question = Question(
        id=name,
        split=split,
        category=category,
        turns=_strings(entry.get("turns"), f"{name}: turns"),
        must=_groups(entry.get("must"), f"{name}: must"),
        forbidden=_strings(entry.get("forbidden"), f"{name}: forbidden"),
        documents=_strings(entry.get("documents"), f"{name}: documents"),
        status=_statuses(entry.get("status"), category, name),
        limit=_limit(entry.get("limit"), category, name),
        where=str(entry.get("where", "")),
        derived=entry.get("derived", False) is True,
    )
    _require_sense(question)
    return question


def _require_sense(question: Question) -> None:
    """Raise EvaluationError when the fields of a question do not go together."""
    if not question.turns:
        raise EvaluationError(f"{question.id}: turns is empty; write the question there.")
    if question.answerable and question.category in REFUSED:
        raise EvaluationError(
            f"{question.id}: a question of {question.category} cannot be right when answered."
        )
    if question.answerable and not question.must:
        raise EvaluationError(f"{question.id}: must is empty; write what a right answer says.")


def _category(value: object, name: str) -> Category:
    try:
        return Category(str(value))
    except ValueError:
        raise EvaluationError(
            f"{name}: unknown category {value!r}; use one of {', '.join(Category)}."
        ) from None


def _statuses(value: object, category: Category, name: str) -> frozenset[Status]:
    if value is None:
        refusals = {Status.NOT_IN_DOCUMENTS, Status.OUT_OF_SCOPE, Status.NEEDS_CLARIFICATION}
        return frozenset(refusals) if category in REFUSED else ANSWERING
    statuses = _strings(value, f"{name}: status")
    unknown = [status for status in statuses if status not in set(Status)]
    if unknown or not statuses:
        wrong = f"unknown status {unknown[0]!r}" if unknown else "status is empty"
        raise EvaluationError(f"{name}: {wrong}; use one or more of {', '.join(Status)}.")
    return frozenset(map(Status, statuses))


def _limit(value: object, category: Category, name: str) -> int:
    if value is None:
        return 220 if category in _LONG else 120
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise EvaluationError(f"{name}: limit is a number of words, not {value!r}.")
    return value


def _groups(value: object, place: str) -> tuple[tuple[str, ...], ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(group, list) and group for group in value):
        raise EvaluationError(
            f"{place} is a list of groups, each a list of strings: [[one, other], [another]]."
        )
    return tuple(_strings(group, place) for group in value)


def _strings(value: object, place: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise EvaluationError(f"{place} is a list, not {value!r}.")
    for item in value:
        if not isinstance(item, str) or not item.strip():
            raise EvaluationError(f"{place}: {item!r} is not a string; put it in quotation marks.")
    return tuple(value)
