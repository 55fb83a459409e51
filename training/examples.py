"""Rows of the training material → examples: a question, a window of text, and where the answer is in it."""

import gzip
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.reading.sentences import split_sentences

Row = dict[str, Any]

_WORD = re.compile(r"\w+")
_SHORTEST, LONGEST = 25, 85  # words of a window: from one long sentence to about four
_TITLED = 0.5  # share of the windows that begin with their article's title, as ours do with their headings
_KEYWORDS_ONLY = 0.06  # share of the questions that are cut to their keywords, as people type them
_WRONG_WINDOWS = 0.5  # wrong windows for each question that has an answer
_ASKSEL_WRONG = 1.5  # wrong sentences for each right one
_QUESTION_WORDS = 60
_SMALL_WORDS = frozenset(
    "a an the is are was were be been do does did of in on at to for by with and or that this it its".split()
)


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a window; `start` and `end` span the answer in the window, and are -1 where it has none.

    `has_span` is False where only the verdict is known: that the window answers, not by which words.
    """

    question: str
    window: str
    answers: bool
    start: int = -1
    end: int = -1
    has_span: bool = True


def reader_examples(folder: Path, seed: int) -> list[Example]:
    """All examples for one pass, shuffled; none is of a row that is set apart for evaluation."""
    chance = random.Random(seed)  # noqa: S311  # a shuffle, not a secret
    rows = [row for row in read_rows(folder / "reader.jsonl.gz") if row["use"] == "train"]
    examples = [_window_of(row, chance) for row in rows]
    examples += _wrong_windows([row for row in rows if row["answerable"]], chance)
    examples += _sentences(folder / "asksel.jsonl.gz", chance)
    chance.shuffle(examples)
    return [_as_typed(example, chance) for example in examples]


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of one compressed file of the material."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def windows(text: str, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Spans of whole sentences, at most *longest* words each (or one longer sentence), side by side."""
    found: list[tuple[int, int]] = []
    count = 0
    for start, end in split_sentences(text, 0, len(text)):
        size = len(text[start:end].split())
        if found and count + size <= longest:
            found[-1] = (found[-1][0], end)
            count += size
        else:
            found.append((start, end))
            count = size
    return found


def _window_of(row: Row, chance: random.Random) -> Example:
    text = row["context"]
    sentences = split_sentences(text, 0, len(text))
    longest = chance.randint(_SHORTEST, LONGEST)
    if not row["answerable"]:
        start, end = _grown(text, sentences, _nearest(row["question"], text, sentences), longest, chance)
        return Example(row["question"], _titled(row, chance)[0] + text[start:end], False)
    answer = row["answers"][0]
    first, last = answer["start"], answer["start"] + len(answer["text"])
    holding = [index for index, (start, end) in enumerate(sentences) if start < last and first < end]
    start, end = _grown(text, sentences, holding or [0], longest, chance)
    start, end = min(start, first), max(end, last)
    title, offset = _titled(row, chance)
    shift = offset - start
    return Example(row["question"], title + text[start:end], True, first + shift, last + shift)


def _titled(row: Row, chance: random.Random) -> tuple[str, int]:
    title = row.get("title")
    if not title or chance.random() > _TITLED:
        return "", 0
    heading = title.replace("_", " ") + ". "
    return heading, len(heading)


def _grown(
    text: str,
    sentences: Sequence[tuple[int, int]],
    inside: Sequence[int],
    longest: int,
    chance: random.Random,
) -> tuple[int, int]:
    """The span from the first to the last sentence of *inside*, grown at either side while it has room."""
    first, last = inside[0], inside[-1]
    size = len(text[sentences[first][0] : sentences[last][1]].split())
    while True:
        sides = [side for side in (first - 1, last + 1) if 0 <= side < len(sentences)]
        chance.shuffle(sides)
        for side in sides:
            more = len(text[slice(*sentences[side])].split())
            if size + more <= longest:
                first, last, size = min(first, side), max(last, side), size + more
                break
        else:
            return sentences[first][0], sentences[last][1]


def _nearest(question: str, text: str, sentences: Sequence[tuple[int, int]]) -> list[int]:
    asked = _content(question)
    return [
        max(range(len(sentences)), key=lambda index: len(asked & _content(text[slice(*sentences[index])])))
    ]


def _content(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if word not in _SMALL_WORDS}


def _wrong_windows(rows: Sequence[Row], chance: random.Random) -> list[Example]:
    """The likeliest wrong window for some of the questions: beside the answer or elsewhere in the article."""
    by_article: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.get("title"):
            by_article[row["title"]].append(row["context"])
    articles = {title: _Article(list(dict.fromkeys(texts))) for title, texts in by_article.items()}
    found: list[Example] = []
    for row in rows:
        if chance.random() > _WRONG_WINDOWS:
            continue
        wrong = _beside(row, chance) if chance.random() < 0.5 else None
        if wrong is None and row.get("title"):
            wrong = articles[row["title"]].likeliest(row)
        if wrong:
            found.append(Example(row["question"], _titled(row, chance)[0] + wrong, False))
    return found


def _beside(row: Row, chance: random.Random) -> str | None:
    """Sentences of the same paragraph that do not hold the answer, the nearest to the question among them."""
    text: str = row["context"]
    answer = row["answers"][0]["text"].lower()
    sentences = split_sentences(text, 0, len(text))
    runs: list[list[tuple[int, int]]] = [[]]
    for span in sentences:
        if answer in text[slice(*span)].lower():
            runs.append([])
        else:
            runs[-1].append(span)
    runs = [run for run in runs if run]
    if not runs:
        return None
    asked = _content(row["question"])
    run = max(runs, key=lambda run: max(len(asked & _content(text[slice(*span)])) for span in run))
    start, end = _grown(
        text, run, _nearest(row["question"], text, run), chance.randint(_SHORTEST, LONGEST), chance
    )
    return text[start:end]


class _Article:
    """The windows of one article, to find the likeliest wrong one for a question about it."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.windows = [
            (paragraph, paragraph[slice(*span)]) for paragraph in paragraphs for span in windows(paragraph)
        ]
        self.words = [_content(window) for _, window in self.windows]
        counts = Counter(word for words in self.words for word in words)
        self.rarity = {word: math.log(1 + len(self.words) / count) for word, count in counts.items()}

    def likeliest(self, row: Row) -> str | None:
        asked = _content(row["question"]) & self.rarity.keys()
        answer = row["answers"][0]["text"].lower()
        best: str | None = None
        best_weight = 0.0
        for (paragraph, window), words in zip(self.windows, self.words, strict=True):
            weight = sum(self.rarity[word] for word in asked & words)
            if weight > best_weight and paragraph != row["context"] and answer not in window.lower():
                best, best_weight = window, weight
        return best


def _sentences(path: Path, chance: random.Random) -> list[Example]:
    """Sentences that people chose as answering or not, with only some of the wrong ones."""
    rows = [row for row in read_rows(path) if row["use"] in ("train", "train-ok")]
    right = [row for row in rows if row["label"]]
    wrong = [row for row in rows if not row["label"]]
    kept = [*right, *chance.sample(wrong, min(len(wrong), int(_ASKSEL_WRONG * len(right))))]
    return [
        Example(
            " ".join(row["question"].split()[-_QUESTION_WORDS:]),
            " ".join(row["sentence"].split()[:LONGEST]),
            bool(row["label"]),
            has_span=False,
        )
        for row in kept
    ]


def _as_typed(example: Example, chance: random.Random) -> Example:
    if chance.random() > _KEYWORDS_ONLY:
        return example
    kept = [word for word in example.question.rstrip("?").split() if word.lower() not in _SMALL_WORDS]
    return Example(
        " ".join(kept) or example.question,
        example.window,
        example.answers,
        example.start,
        example.end,
        example.has_span,
    )
