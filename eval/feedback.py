"""`python -m eval.feedback FILE`: print what visitors said of answers as questions for the evaluation."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.errors import AssistantError
from assistant.feedback import Feedback, read
from assistant.types import ANSWERING
from eval.questions import Category


def cases(said: Sequence[Feedback]) -> list[dict[str, object]]:
    """One entry in the form of a question file for each conversation and verdict, in their order.

    An answer that helped has to stay as it is: its quotes are what a right answer says. What a wrong one
    should have said nobody knows yet, so its `must` is empty until a person has written it.
    """
    times = Counter((one.turns, one.helped) for one in said)
    first = {(one.turns, one.helped): one for one in reversed(said)}
    return [
        _case(first[key], number, times[key], [one.reason for one in said if (one.turns, one.helped) == key])
        for number, key in enumerate(times, 1)
    ]


def _case(said: Feedback, number: int, times: int, reasons: Sequence[str]) -> dict[str, object]:
    answered = said.status in ANSWERING
    category = Category.FOLLOW_UPS if len(said.turns) > 1 else Category.FACTS
    is_due = said.helped and not answered
    entry: dict[str, object] = {
        "id": f"feedback-{said.day.isoformat()}-{number}",
        "category": str(Category.UNANSWERABLE if is_due else category),
        "turns": list(said.turns),
    }
    if not is_due:
        told = [[quote.quote] for quote in said.quotes if quote.quote in said.text]
        entry["must"] = told if said.helped else []
        entry["documents"] = sorted({quote.document for quote in said.quotes}) if said.helped else []
    verdict = "helped" if said.helped else "is wrong"
    why = "; ".join(dict.fromkeys(filter(None, reasons))) or "no reason given"
    entry["where"] = f"{times} × “{verdict}” ({why}) of: {said.text}"
    return entry


def main(arguments: Sequence[str]) -> int:
    """Print the cases that the file named in *arguments* becomes; 1 where it cannot be read."""
    if len(arguments) != 1:
        print("eval.feedback: name the one file of feedback to read.", file=sys.stderr)
        return 1
    try:
        found = cases(read(Path(arguments[0])))
    except AssistantError as error:
        print(f"eval.feedback: {error}", file=sys.stderr)
        return 1
    print(yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=110), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
