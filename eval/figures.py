"""`python -m eval.figures`: write the figures of the last accepted run into the guides that tell them."""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from assistant.settings import ROOT
from eval.questions import EvaluationError

TOLD_IN = (ROOT / "README.md", ROOT / "docs" / "transparency.md")
ACCEPTED = ROOT / "eval" / "accepted.json"
_BLOCK = re.compile(r"(?<=<!-- accepted -->\n).*?(?=<!-- end of accepted -->)", re.DOTALL)
# What each line says, the rates that it adds up, and what is wanted of the held half.
_LINES = (
    ("answerable questions answered right", ("all_answerable",), "95%"),
    ("unanswerable questions refused", ("all_unanswerable",), "95%"),
    ("of these, a neighbouring year, place, body or measure", ("neighbours_refused",), "95%"),
    ("finance table and Panel right", ("finance_table", "panel"), "98%"),
    ("follow-ups right", ("follow_ups",), "95%"),
    ("whole lists right", ("lists",), "92%"),
    ("quotes that stand word for word in the document", ("verbatim",), "100%"),
    ("right, of the answers told without a word of doubt", ("sure_right",), "–"),
    ("right, of the answers told with one", ("unsure_right",), "–"),
    ("refusals that were due, of all refusals", ("abstention_precision",), "–"),
)

_SPLITS = ("tune", "held", "fresh")

Rates = Mapping[str, tuple[int, int]]


def table(accepted: Path = ACCEPTED) -> str:
    """The figures of both halves and of the fresh questions, side by side, as a Markdown table."""
    runs = json.loads(accepted.read_text("utf-8"))
    asked = [runs[f"editions-{split}"]["rates"] for split in _SPLITS]
    rows = [
        f"| {line} | {' | '.join(_told(rates, names) for rates in asked)} | {goal} |"
        for line, names, goal in _LINES
    ]
    head = f"| last accepted run | {' | '.join(_SPLITS)} | wanted of held |"
    return "\n".join([head, f"|---|{'---:|' * (len(_SPLITS) + 1)}", *rows, ""])


def with_figures(text: str, told: str) -> str:
    """*text* with the table in its place; EvaluationError where it has no place for it."""
    if not _BLOCK.search(text):
        raise EvaluationError("There is no place for the figures between <!-- accepted --> and its end.")
    return _BLOCK.sub(lambda _: told, text)


def main() -> None:
    """Write the figures where they are told."""
    for path in TOLD_IN:
        path.write_text(with_figures(path.read_text("utf-8"), table()), encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}: figures written\n")


def _told(rates: Rates, names: tuple[str, ...]) -> str:
    right, asked = (sum(rates[name][place] for name in names) for place in (0, 1))
    share = "–" if not asked else "100%" if right == asked else f"{right / asked:.1%}"
    return f"{right}/{asked}, {share}"


if __name__ == "__main__":
    main()
