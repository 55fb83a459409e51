"""The claims that checking is measured on: what one is, and reading them from their files."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from assistant.types import Verdict
from eval.questions import HALVES, EvaluationError, Split, entries_of, split_of

_NEEDED, _KEYS = (
    ("id", "category", "verdict", "claim"),
    frozenset(("id", "category", "verdict", "claim", "documents", "where")),
)


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """One claim and the verdict that is right; `documents` are those that the first quote may come from."""

    id: str
    split: Split
    category: str
    verdict: Verdict
    claim: str
    documents: tuple[str, ...] = ()
    where: str = ""

    @property
    def is_false(self) -> bool:
        """Whether no document in force says so, so that calling it supported would be the worst error."""
        return self.verdict in {Verdict.CONTRADICTED, Verdict.NOT_FOUND}


def load_claims(folder: Path, splits: Collection[Split] = HALVES) -> tuple[MarkedClaim, ...]:
    """All claims of *folder* in the chosen *splits*; raises EvaluationError for anything out of order."""
    files = [(path, split_of(path)) for path in sorted(folder.glob("*.yaml"))]
    claims = tuple(
        _claim(entry, f"{path.name}, entry {number}", split)
        for path, split in files
        if split in splits
        for number, entry in enumerate(entries_of(path), 1)
    )
    if not claims:
        raise EvaluationError(f"There are no claims to check in {folder}.")
    repeated = [name for name, count in Counter(claim.id for claim in claims).items() if count > 1]
    if repeated:
        raise EvaluationError(f"These claim ids are used more than once: {', '.join(repeated)}.")
    return claims


def _claim(entry: object, place: str, split: Split) -> MarkedClaim:
    if not isinstance(entry, dict) or set(entry) - _KEYS or not all(entry.get(key) for key in _NEEDED):
        raise EvaluationError(f"{place} must have {', '.join(_NEEDED)}, and may have documents and where.")
    documents = entry.get("documents", [])
    if not isinstance(documents, list):
        raise EvaluationError(f"{place}: documents is a list, not {documents!r}.")
    if entry["verdict"] not in set(Verdict):
        raise EvaluationError(
            f"{place}: unknown verdict {entry['verdict']!r}; use one of {', '.join(Verdict)}."
        )
    return MarkedClaim(
        id=str(entry["id"]),
        split=split,
        category=str(entry["category"]),
        verdict=Verdict(entry["verdict"]),
        claim=str(entry["claim"]),
        documents=tuple(map(str, documents)),
        where=str(entry.get("where", "")),
    )
