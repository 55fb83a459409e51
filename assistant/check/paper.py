"""The way of a paper, from top to bottom: read, split into parts, check each, in the paper's order."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.check.paper_parts import Part, parts_of
from assistant.check.quotation import Quotations
from assistant.errors import ClaimInvalid, PaperInvalid
from assistant.types import Check, CheckedPaper, CheckedPart, Sort

MOST_CHARS = 600_000  # about 250 pages
Progress = Callable[[int, int], None]


def unheard(done: int, total: int) -> None:
    """Progress that nobody wants to hear of."""


@dataclass(frozen=True, slots=True)
class PaperChecker:
    """Checks whole papers: its claims one by one, and what it quotes word for word."""

    check_claim: Callable[[str], Check]
    quotations: Quotations
    generation: str

    def check(self, path: Path, progress: Progress = unheard, most_chars: int = MOST_CHARS) -> CheckedPaper:
        """What the documents say to each part of the paper in a file; raises PaperInvalid.

        `progress` hears how many parts of how many are checked.
        """
        from assistant.check.paper_file import read_paper  # long to import, and a question needs none of it

        began = time.perf_counter()
        paper = read_paper(path, most_chars)
        parts = parts_of(paper)
        if not any(part.sort in (Sort.CLAIM, Sort.QUOTATION) for part in parts):
            raise PaperInvalid(f"{path.name} has no sentence that states something to be checked.")
        checked: list[CheckedPart] = []
        for number, part in enumerate(parts):
            progress(number, len(parts))
            checked.append(self._checked(part))
        progress(len(parts), len(parts))
        return CheckedPaper(paper, tuple(checked), self.generation, time.perf_counter() - began)

    def _checked(self, part: Part) -> CheckedPart:
        if part.sort is Sort.QUOTATION:
            check, differences = self.quotations.check(part.said, part.around)
            return CheckedPart(part.sort, part.start, part.end, part.said, check, differences)
        if part.sort is not Sort.CLAIM:
            return CheckedPart(part.sort, part.start, part.end)
        try:
            check = self.check_claim(part.said)
        except ClaimInvalid as problem:
            return CheckedPart(Sort.UNREADABLE, part.start, part.end, part.said, problem=str(problem))
        return CheckedPart(part.sort, part.start, part.end, part.said, check)
