"""`python -m bench.browser`: the chat in a real Chromium, into bench/browser.md."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from bench.measure import ROOT, run
from bench.questions import make_questions
from bench.report import made_with, number
from tests.chat_server import serving
from tests.chromium import launch

CORPUS = ROOT / "corpus"
QUESTIONS, WARM_UP, IN_ONE_TALK = 60, 5, 5
KB = 1_000
# What comes with the web framework, and is the same for every program made with it.
_FRAMEWORK = ("/assets/", "/static/", "/gradio_api/")
# Sends the question that stands in the box, and tells after how many milliseconds its answer was painted.
_SEND = """() => new Promise((done) => {
  const answers = () => document.querySelectorAll("#conversation .said").length;
  const before = answers(), sent = performance.now();
  new MutationObserver((_, observer) => {
    if (answers() > before) {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - sent)));
    }
  }).observe(document.body, { subtree: true, childList: true });
  document.querySelector("#send").click();
})"""
_ABOUT = """\
# The chat in a browser

Written by `make bench`: `plan-assistant serve` on this machine, and Chromium on the same machine.

{table}

- *Our own files*: what the browser fetches for the first page, as it comes over the wire, without the files
  that Gradio brings for every page made with it.
- *Answer shown*: from the press of “Ask” until the answer is painted, of {questions} different questions made
  from the corpus, after {warm_up} that are not counted; each conversation has {talk} questions.

{made_with}.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement, and the most that is wanted of it; 0 where nothing is."""

    name: str
    unit: str
    value: float
    most: float = 0


def fetched(page: Page, address: str) -> dict[str, int]:
    """What a browser fetches to show the page at *address*: path → bytes, as they come over the wire."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    paths: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.responseReceived", lambda e: paths.update({e["requestId"]: e["response"]["url"]}))
    session.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(address)
    page.get_by_label("Your question").wait_for()
    # The chat never ends to listen, so that “no more requests” can only be waited for.
    page.wait_for_timeout(1_000)
    session.detach()
    return {urlsplit(url).path: int(sizes[key]) for key, url in paths.items() if key in sizes}


def ours(sizes: Mapping[str, int]) -> int:
    """The bytes of those files that are not the framework's own."""
    return sum(size for path, size in sizes.items() if not path.startswith(_FRAMEWORK))


def table(rows: Sequence[Measured]) -> str:
    """A Markdown table of *rows*."""
    lines = ["| what | unit | measured | at most |", "|---|---|---:|---:|"]
    for row in rows:
        most = number(row.most) if row.most else "–"
        lines.append(f"| {row.name} | {row.unit} | {number(row.value)} | {most} |")
    return "\n".join(lines)


def measure(browser: Browser, address: str, questions: Sequence[str]) -> list[Measured]:
    """The size of the first pages of the chat at *address*, and how soon answers are shown."""
    first, plain = (fetched(browser.new_page(), f"{address}{path}") for path in ("", "/answer"))
    cuts = quantiles(_shown_after(browser.new_page(), address, questions)[WARM_UP:], n=20, method="inclusive")
    return [
        Measured("First page of the chat, our own files", "kB", ours(first) / KB, 150),
        Measured("… with Gradio’s", "kB", sum(first.values()) / KB),
        Measured("First page without scripts, all of it", "kB", sum(plain.values()) / KB, 150),
        Measured("Answer shown after sending, p50", "ms", cuts[9], 150),
        Measured("… p95", "ms", cuts[18]),
    ]


def _shown_after(page: Page, address: str, questions: Sequence[str]) -> list[float]:
    """The milliseconds until each of *questions* was answered on the page."""
    page.goto(address)
    taken = []
    for number_, question in enumerate(questions):
        if number_ and not number_ % IN_ONE_TALK:
            page.get_by_role("button", name="New conversation").click()
            page.locator("#conversation .said").first.wait_for(state="detached")
        page.get_by_label("Your question").fill(question)
        taken.append(float(page.evaluate(_SEND)))
    return taken


def main() -> None:
    """Serve the corpus, measure, print the table and write it down."""
    questions = make_questions(CORPUS, QUESTIONS + WARM_UP)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        where = ["--corpus", str(CORPUS), "--index", folder]
        run([sys.executable, "ingest.py", *where])
        command = ["-c", "from assistant.cli import main; main()", "serve", "--port", "0", *where]
        with serving(command) as address, sync_playwright() as playwright:
            browser = launch(playwright)
            rows = measure(browser, address, questions)
            browser.close()
    print(f"\n{table(rows)}")
    about = {"questions": QUESTIONS, "warm_up": WARM_UP, "talk": IN_ONE_TALK, "made_with": made_with()}
    page = _ABOUT.format(table=table(rows), **about)
    (Path(ROOT) / "bench" / "browser.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
