"""A made-up folder of outside material, one small file of each set, about an allotment society."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

TAPS = "The society opens the taps on the first Saturday of April and closes them before the first frost."
RENT = "The rent of a plot is due in January. A half plot costs 24 pounds a year."
BEES = "Hives are welcome behind the orchard. The keeper needs the consent of both neighbours."
SHED = "A shed may be six feet long. Its roof has to carry a gutter and a water butt."


def write_material(folder: Path) -> Path:
    """Write the files of all sets into a new *folder*, and return it."""
    folder.mkdir()
    _scifact(folder)
    _mtrag(folder)
    _squad(folder)
    _wice(folder)
    _tatqa(folder)
    _cast(folder)
    return folder


def _lines(path: Path, records: Iterable[object]) -> None:
    _whole(path, "\n".join(map(json.dumps, records)))


def _whole(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode()))


def _scifact(folder: Path) -> None:
    texts = {"11": ("Water", TAPS), "12": ("Rent", RENT), "13": ("Bees", BEES), "14": ("Sheds", SHED)}
    abstracts = ({"_id": key, "title": title, "sentences": [text]} for key, (title, text) in texts.items())
    _lines(folder / "scifact_corpus.jsonl.gz", abstracts)
    claims: tuple[tuple[str, list[str], list[str]], ...] = (
        ("Taps are opened in April.", ["11"], ["SUPPORT"]),
        ("Hives need consent.", ["13"], []),
    )
    records = (
        {
            "id": str(number),
            "claim": claim,
            "cited_doc_ids": cited,
            "evidence": [{"label": label} for label in labels],
        }
        for number, (claim, cited, labels) in enumerate(claims, start=1)
    )
    _lines(folder / "scifact_claims.jsonl.gz", records)
    qrels = "query-id\tcorpus-id\tscore\n1\t11\t1\n2\t13\t1\n2\t12\t0\n"
    (folder / "scifact_qrels.tsv").write_text(qrels, encoding="utf-8")


def _mtrag(folder: Path) -> None:
    texts = {"a-1": ("Water", TAPS), "b-1": ("Rent", RENT), "c-1": ("Bees", BEES), "d-1": ("Sheds", SHED)}
    passages = (
        {"_id": key, "title": title, "url": "", "text": f"{title}\n{text}"}
        for key, (title, text) in texts.items()
    )
    _lines(folder / "mtrag_govt_passages.jsonl.gz", passages)
    turns: tuple[tuple[str, str | None, str, list[str]], ...] = (
        ("When are the taps opened?", "When are the taps opened?", "ANSWERABLE", ["a-1"]),
        ("And closed?", "When are the taps closed?", "ANSWERABLE", ["a-1"]),
        ("How many geese live on the moon?", None, "UNANSWERABLE", []),
    )
    history: list[tuple[str, str]] = []
    tasks = []
    for number, (question, rewrite, answerability, gold) in enumerate(turns, start=1):
        task = {"id": f"talk<::>{number}", "turn": number, "question": question, "rewrite": rewrite}
        tasks.append(task | {"history": list(history), "answerability": answerability, "gold": gold})
        history += [("user", question), ("agent", "In April.")]
    _lines(folder / "mtrag_govt_tasks.jsonl.gz", tasks)


def _squad(folder: Path) -> None:
    asked = (("What does a half plot cost?", "24 pounds"), ("When is the rent due?", "in January"))
    questions: list[dict[str, object]] = [
        {
            "question": question,
            "is_impossible": False,
            "answers": [{"text": answer, "answer_start": RENT.index(answer)}],
        }
        for question, answer in asked
    ]
    questions.append({"question": "Who wrote the rent book?", "is_impossible": True, "answers": []})
    paragraphs = [{"context": RENT, "qas": questions}, {"context": BEES, "qas": []}]
    data = {"data": [{"title": "Allotment_society", "paragraphs": paragraphs}]}
    _whole(folder / "squad2_tune.json.gz", json.dumps(data))


def _wice(folder: Path) -> None:
    page = ["(meta data) TITLE: The society", "# Water", TAPS, "# Bees", *BEES.split(". ")]
    claims: tuple[tuple[str, str, list[list[int]]], ...] = (
        ("The taps are opened in April and closed before the frost.", "supported", [[2]]),
        ("The society has forty members and a brass band.", "not_supported", [[]]),
    )
    records = (
        {"claim": claim, "label": label, "evidence": page, "supporting_sentences": sets}
        for claim, label, sets in claims
    )
    _lines(folder / "wice_claim_dev.jsonl.gz", records)


def _tatqa(folder: Path) -> None:
    table = [
        ["", "Years", ""],
        ["", "2019", "2018"],
        ["Plot rents", "$  1,204", "1,150"],
        ["Seed sales", "88", "93"],
    ]
    report = {
        "table": {"uid": "t", "table": table},
        "paragraphs": [{"uid": "p", "order": 1, "text": RENT}],
        "questions": [
            _question("What were plot rents in 2019?", ["$1,204"], "span", "table"),
            _question("When is the rent of a plot due?", ["January"], "span", "text"),
            _question("How did seed sales change?", -5, "arithmetic", "table"),
        ],
    }
    _whole(folder / "tatqa_dev.json.gz", json.dumps([report]))


def _question(question: str, answer: object, kind: str, source: str) -> dict[str, object]:
    return {"question": question, "answer": answer, "answer_type": kind, "answer_from": source}


def _cast(folder: Path) -> None:
    names = ("raw_utterance", "manual_rewritten_utterance", "automatic_rewritten_utterance")
    talks = (
        (
            ("Who opens the taps?",) * 3,
            ("When are they closed?", "When are the taps closed?", "When closed?"),
        ),
        (("What does a plot cost?",) * 3, ("And who collects it?", "Who collects the plot cost?", "Who?")),
    )
    turns = [[dict(zip(names, words, strict=True)) for words in talk] for talk in talks]
    records = [{"number": number, "turn": talk} for number, talk in enumerate(turns)]
    _whole(folder / "cast2020.json.gz", json.dumps(records))
