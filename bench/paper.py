"""`python -m bench.paper`: how long a paper of twenty pages takes to be checked, into bench/paper.md."""

import json
import os
import sys
import tempfile
import time
from itertools import chain, cycle
from pathlib import Path
from statistics import median

from bench.measure import ROOT, run
from bench.questions import make_questions
from bench.report import made_with, number
from eval.claim_set import load_claims
from eval.questions import Split

CORPUS = ROOT / "corpus"
PAGES, WORDS_A_PAGE, A_PARAGRAPH = 20, 495, 5
QUESTIONS, WARM_UP = 30, 5
MOST = 60  # seconds, as the project wants it
_ABOUT = """\
# A paper of twenty pages

Written by `make bench`: one process opens the index, asks {questions} questions, and checks
a paper of {pages} pages.

| what | unit | measured | at most |
|---|---|---:|---:|
| The paper, from opening the index | s | {seconds} | {most} |
| … words | | {words} | – |
| … sentences and other parts checked | | {checked} | – |
| A sentence of it | ms | {sentence} | – |
| A question asked in the same process, p50 | ms | {question} | – |
| A sentence to a question | times | {ratio} | – |

The paper is made of the tuning and practice claims, true and false, with a heading above each page.
Seconds depend on what else the machine does: its load was {load} on {cores} cores. The last line of the table
depends on it least.

{made_with}.
"""


def paper() -> str:
    """A Markdown paper of so many pages, made of claims that may be looked at."""
    claims = [claim.claim for claim in load_claims(ROOT / "eval" / "claims", (Split.TUNE, Split.PRACTICE))]
    lines, told, words = [], cycle(claims), 0
    for page in range(1, PAGES + 1):
        lines.append(f"# Part {page}")
        while words < page * WORDS_A_PAGE:
            sentences = [next(told) for _ in range(A_PARAGRAPH)]
            words += sum(len(sentence.split()) for sentence in sentences)
            lines.append(" ".join(sentences))
    return "\n\n".join(chain(lines, [""]))


def check(index: str, file: str, questions: str) -> None:
    """Print the seconds of the questions and of the paper, and how many parts were checked, as JSON."""
    began = time.perf_counter()
    from assistant.chain import Assistant
    from assistant.settings import Settings

    assistant = Assistant.open(Settings(index=Path(index)))
    opening = time.perf_counter() - began
    asked = []
    for question in Path(questions).read_text(encoding="utf-8").splitlines():
        began = time.perf_counter()
        assistant.ask(question)
        asked.append(time.perf_counter() - began)
    began = time.perf_counter()
    checked = assistant.check_paper(Path(file))
    seconds = time.perf_counter() - began
    parts = sum(part.check is not None for part in checked.parts)
    print(
        json.dumps(
            {"paper": opening + seconds, "each": seconds / parts, "checked": parts, "asked": asked[WARM_UP:]}
        )
    )


def main() -> None:
    """Measure, print the page and write it down."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        index, file, questions = (Path(folder, name) for name in ("index", "paper.md", "questions.txt"))
        text = paper()
        file.write_text(text, encoding="utf-8")
        questions.write_text("\n".join(make_questions(CORPUS, QUESTIONS + WARM_UP)), encoding="utf-8")
        run([sys.executable, "ingest.py", "--corpus", str(CORPUS), "--index", str(index)])
        command = [sys.executable, "-m", "bench.paper", str(index), str(file), str(questions)]
        found = json.loads(run(command).output)
    question = median(found["asked"])
    page = _ABOUT.format(
        pages=PAGES,
        questions=QUESTIONS,
        most=MOST,
        seconds=number(found["paper"]),
        words=f"{len(text.split()):,}",
        checked=found["checked"],
        sentence=number(found["each"] * 1000),
        question=number(question * 1000),
        ratio=number(found["each"] / question),
        load=number(os.getloadavg()[0]),
        cores=os.cpu_count(),
        made_with=made_with(),
    )
    print(page)
    (ROOT / "bench" / "paper.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    check(*sys.argv[1:]) if sys.argv[1:] else main()
