"""The run over whole papers: which of their errors are found, and what is called an error that is none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rich.console import Console

from assistant.settings import Settings
from assistant.types import Check, CheckedPaper, Verdict
from eval.ask import is_verbatim
from eval.documents import Edition, editions
from eval.questions import EvaluationError, Split, entries_of, may_be_shown
from eval.run import Options, opened, settings_of
from eval.score import Rate
from eval.table import show_limits, show_rows
from eval.thresholds import compare

_ALARMS = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED})
_KEYS = frozenset(("paper", "split", "pages", "wrong", "invented"))


class ChecksPapers(Protocol):
    """What the evaluation needs of an assistant that checks papers."""

    def check_paper(self, path: Path, /) -> CheckedPaper:
        """What the documents say to each part of the paper."""
        ...


@dataclass(frozen=True, slots=True)
class MarkedPaper:
    """A paper, words of each of its wrong sentences, and of those about something that no document tells."""

    path: Path
    split: Split
    pages: int
    wrong: tuple[str, ...]
    invented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one paper: the verdict on each error and invention, and on all other checked sentences."""

    marked: MarkedPaper
    wrong: Mapping[str, Check]
    invented: Mapping[str, Check]
    others: Mapping[str, Check]
    quotes: Rate
    seconds: float

    @property
    def alarms(self) -> dict[str, Check]:
        """The sentences that were called wrong and are not."""
        of_others = {**self.invented, **self.others}
        return {words: check for words, check in of_others.items() if check.verdict in _ALARMS}

    @property
    def missed(self) -> dict[str, Check]:
        """The errors that were not called so."""
        return {words: check for words, check in self.wrong.items() if check.verdict not in _ALARMS}


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of the papers of one half."""

    papers: tuple[Judged, ...]

    def rate(self, name: str) -> Rate:
        """The rate of *name*, one of those of `rates`; KeyError when unknown."""
        return self.rates()[name]

    def rates(self) -> dict[str, Rate]:
        """Errors found, papers with at most one false alarm a page, and what is not called supported."""
        papers = self.papers
        false = [check for paper in papers for check in (*paper.wrong.values(), *paper.invented.values())]
        others = [check for paper in papers for check in paper.others.values()]
        found = sum(len(paper.wrong) - len(paper.missed) for paper in papers)
        return {
            "errors_found": Rate(found, sum(len(paper.wrong) for paper in papers)),
            "few_alarms": Rate(sum(len(p.alarms) <= p.marked.pages for p in papers), len(papers)),
            "true_not_contradicted": Rate(sum(c.verdict not in _ALARMS for c in others), len(others)),
            "true_supported": Rate(sum(c.verdict is Verdict.SUPPORTED for c in others), len(others)),
            "false_not_supported": Rate(sum(c.verdict is not Verdict.SUPPORTED for c in false), len(false)),
            "verbatim": Rate(sum(p.quotes.good for p in papers), sum(p.quotes.total for p in papers)),
        }


def load_papers(folder: Path) -> tuple[MarkedPaper, ...]:
    """All papers of *folder* with what is wrong in them; raises EvaluationError for a key out of order."""
    found = []
    for number, entry in enumerate(entries_of(folder / "key.yaml"), 1):
        if not isinstance(entry, dict) or set(entry) - _KEYS or not entry.get("wrong"):
            raise EvaluationError(f"key.yaml, entry {number} must have paper, split, pages and wrong.")
        path = folder / str(entry.get("paper"))
        if not path.is_file():
            raise EvaluationError(f"key.yaml, entry {number}: there is no {path.name} in {folder}.")
        wrong = tuple(str(error["words"]) for error in entry["wrong"])
        invented = tuple(map(str, entry.get("invented", ())))
        found.append(MarkedPaper(path, Split(entry["split"]), int(entry["pages"]), wrong, invented))
    return tuple(found)


def evaluate_papers(options: Options, opener: Callable[[Settings], ChecksPapers], console: Console) -> int:
    """Check all papers, print what came of them, and return the exit code: 0 if no floor is missed."""
    papers = [paper for paper in load_papers(options.papers) if paper.split in options.splits]
    of_corpus = editions(settings_of(options).corpus)
    with opened(options, opener, console) as assistant:
        judged = [_judged(paper, assistant.check_paper(paper.path), of_corpus) for paper in papers]
    standing = {
        split: Standing(tuple(each for each in judged if each.marked.split is split))
        for split in Split
        if any(each.marked.split is split for each in judged)
    }
    for each in judged:
        _show_paper(each, may_be_shown(each.marked.split, options.show_held), console)
    _show(standing, console)
    tables = {f"papers-{split}": each for split, each in standing.items()} if of_corpus else {}
    thresholds = compare(options.thresholds, tables)
    show_limits(thresholds, console)
    return 0 if all(threshold.met for threshold in thresholds) else 1


def _judged(marked: MarkedPaper, paper: CheckedPaper, known: Mapping[str, Edition]) -> Judged:
    text = paper.paper.text
    said = {" ".join(text[part.start : part.end].split()): check for part, check in paper.checked}
    wrong = {words: _check_of(words, said, marked) for words in marked.wrong}
    invented = {words: _check_of(words, said, marked) for words in marked.invented}
    named = (*wrong, *invented)
    others = {words: check for words, check in said.items() if not any(name in words for name in named)}
    quotes = [is_verbatim(citation, known) for check in said.values() for citation in check.citations]
    return Judged(marked, wrong, invented, others, Rate(sum(quotes), len(quotes)), paper.seconds)


def _check_of(words: str, said: Mapping[str, Check], marked: MarkedPaper) -> Check:
    found = next((check for sentence, check in said.items() if words in sentence), None)
    if found is None:
        raise EvaluationError(f"{marked.path.name}: no sentence that was checked says “{words}”.")
    return found


def _show_paper(each: Judged, in_full: bool, console: Console) -> None:
    name, found = each.marked.path.name, len(each.wrong) - len(each.missed)
    console.print(
        f"{name}: {found} of {len(each.wrong)} errors found, {len(each.alarms)} false alarms on"
        f" {each.marked.pages} pages, {each.seconds:.1f} s",
        markup=False,
    )
    for title, sentences in (("missed", each.missed), ("false alarm", each.alarms)):
        for words, check in sentences.items() if in_full else ():
            console.print(f"  {title}: {words} ({check.reason})", soft_wrap=True, markup=False)


def _show(standing: Mapping[Split, Standing], console: Console) -> None:
    rates = {split: each.rates() for split, each in standing.items()}
    titles: Sequence[str] = list(next(iter(rates.values()), {}))
    rows = [[title.replace("_", " "), *(str(each[title]) for each in rates.values())] for title in titles]
    show_rows(["", *map(str, rates)], rows, console)
