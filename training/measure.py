"""`python -m training.measure`: what a reader is worth on SQuAD 2.0 rows that it was not trained on."""

import gzip
import json
import re
import string
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from assistant.reader.model import WEIGHTS, Reader, Window
from assistant.reading.sentences import split_sentences
from training.examples import LONGEST, read_rows

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a paragraph, with every answer that people gave (none where there is none)."""

    question: str
    paragraph: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found: its best words, and how sure it is that they answer (from 0 to 1)."""

    words: str
    sure: float


def main(
    material: Annotated[Path, typer.Option(help="Training material, for the rows set apart.")] = Path(
        "../shared/training"
    ),
    benchmarks: Annotated[Path, typer.Option(help="Folder with squad2_tune.json.gz.")] = Path(
        "../shared/benchmarks"
    ),
    weights: Annotated[Path, typer.Option(help="Folder of the reader's files.")] = WEIGHTS,
    most: Annotated[int, typer.Option(help="Rows of the material to set the threshold on.")] = 2000,
) -> None:
    """Print F1, exact match and AUROC; the threshold is set on other articles than it is measured on."""
    reader = Reader(weights)
    setting = list(rows_set_apart(material / "reader.jsonl.gz"))[:: max(1, 8712 // most)]
    least = best_threshold(setting, [find(reader, asked) for asked in setting])
    measured = list(squad_articles(benchmarks / "squad2_tune.json.gz"))
    found = [find(reader, asked) for asked in measured]
    shares = scores(measured, found, least)
    answerable = np.array([bool(asked.answers) for asked in measured])
    sure = np.array([one.sure for one in found])
    print(f"{len(measured)} questions, half of them without an answer; least certainty {least:.2f}")
    f1, exact = 100 * np.mean(shares, axis=0)
    print(f"F1 {f1:.1f}, exact {exact:.1f}")
    print(f"answerable or not: AUROC {area(sure, answerable):.3f}")


def squad_articles(path: Path) -> Iterator[Asked]:
    """The questions of a file in SQuAD's own format."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        data = json.load(file)
    for article in data["data"] if isinstance(data, dict) else data:
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                answers = tuple(answer["text"] for answer in asked["answers"])
                yield Asked(asked["question"], paragraph["context"], answers)


def rows_set_apart(path: Path) -> Iterator[Asked]:
    """The SQuAD 2.0 rows of the training material that are for evaluation only."""
    for row in read_rows(path):
        if row["source"] == "squad2.0" and row["use"] == "eval":
            answers = tuple(answer["text"] for answer in row["answers"])
            yield Asked(row["question"], row["context"], answers)


def find(reader: Reader, asked: Asked) -> Found:
    """The reader's best words in the paragraph, read in windows that overlap by a sentence."""
    windows = [Window("", text) for text in overlapping(asked.paragraph)]
    readings = reader.read(asked.question, windows)
    best = max(range(len(windows)), key=lambda number: readings[number].holds)
    reading = readings[best]
    return Found(windows[best].text[reading.start : reading.end], reading.holds)


def overlapping(text: str) -> list[str]:
    """The paragraph in windows of whole sentences, each from the last sentence of the one before on."""
    spans = split_sentences(text, 0, len(text))
    found: list[list[tuple[int, int]]] = []
    for span in spans:
        size = len(text[slice(*span)].split())
        room = LONGEST - (len(text[found[-1][0][0] : found[-1][-1][1]].split()) if found else LONGEST)
        if size <= room:
            found[-1].append(span)
        else:
            found.append([*found[-1][-1:], span] if found and size < LONGEST // 2 else [span])
    return [text[window[0][0] : window[-1][1]] for window in found]


def scores(asked: Sequence[Asked], found: Sequence[Found], least: float) -> list[tuple[float, float]]:
    """F1 and exact match of each, as SQuAD 2.0 counts them; below *least* there is no answer."""
    told = [one.words if one.sure >= least else "" for one in found]
    return [
        (max(_f1(words, gold) for gold in golds), max(float(_plain(words) == _plain(gold)) for gold in golds))
        for words, golds in zip(told, (one.answers or ("",) for one in asked), strict=True)
    ]


def best_threshold(asked: Sequence[Asked], found: Sequence[Found]) -> float:
    """The least certainty that gives the highest F1."""
    tried = np.linspace(0.05, 0.95, 37)
    return float(max(tried, key=lambda least: np.mean([f1 for f1, _ in scores(asked, found, least)])))


def area(sure: np.ndarray, answerable: np.ndarray) -> float:
    """How often an answerable question is surer than one that is not (AUROC); a tie is half."""
    higher = sure[answerable][:, None] - sure[~answerable][None]
    return float(((higher > 0) + 0.5 * (higher == 0)).mean())


def _plain(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split()


def _f1(words: str, gold: str) -> float:
    given, wanted = _plain(words), _plain(gold)
    if not given or not wanted:
        return float(given == wanted)
    shared = sum((Counter(given) & Counter(wanted)).values())
    return 2 * shared / (len(given) + len(wanted))


if __name__ == "__main__":
    typer.run(main)
