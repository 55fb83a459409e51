"""Many different questions, made from the corpus's own headings and sentences."""

import random
import re
from pathlib import Path

_WORDINGS = (
    "What do the documents say about {}?",
    "Tell me about {}",
    "What was decided on {}?",
    "who is responsible for {}",
    "How much was spent on {}?",
    "Is it right that {}?",
)
_SENTENCE = re.compile(r"[A-Z][^.!?|\n]{40,200}[.!?]")


def _subjects(text: str) -> list[str]:
    body = re.sub(r"\A---\n.*?\n---\n|<!--.*?-->", "", text, flags=re.DOTALL)
    headings = [line.lstrip("# ") for line in body.splitlines() if line.startswith("#")]
    sentences = [" ".join(sentence.split()[2:12]).strip(".,;:!?") for sentence in _SENTENCE.findall(body)]
    return headings + sentences


def make_questions(corpus: Path, count: int) -> list[str]:
    """Exactly *count* questions, no two alike and the same each time, from the editions in *corpus*."""
    subjects = sorted({subject for path in corpus.glob("*.md") for subject in _subjects(path.read_text())})
    chance = random.Random(count)  # noqa: S311 — an even choice, not a secret
    chance.shuffle(subjects)
    if len(subjects) * len(_WORDINGS) < count:
        raise ValueError(f"{corpus} has words for fewer than {count} questions")
    rounds = (
        divmod(n, len(subjects)) for n in range(count)
    )  # when the subjects end, the next wording of each
    return [_WORDINGS[(turn + n) % len(_WORDINGS)].format(subjects[n]) for turn, n in rounds]
