"""One evaluation run: load, ask, score, compare, report."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from assistant.index.generation import Generation
from assistant.question.needs import Router
from assistant.settings import ROOT, Settings
from eval import messages_report, robustness_report
from eval.ask import Asked, Examiner, ingest
from eval.check import problems
from eval.documents import Edition, editions, names
from eval.messages import load_messages, send
from eval.messages_report import MessageRun
from eval.ordinary import load_ordinary, problems_of
from eval.questions import HALVES, EvaluationError, Question, Split, load, load_practice, require_known
from eval.report import Run, write
from eval.rewriting import Rewriting, rewritten
from eval.robustness import Robustness, stand
from eval.score import Outcome, measure
from eval.table import show_misses, show_scores, show_verdict
from eval.thresholds import accept, changes, compare

HERE = Path(__file__).resolve().parent
Opener = Callable[[Settings], Asked]
Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen for one run; `corpus` and `index` are the assistant's own where they are None.

    `editions` tells what raw files are, and `ingest` is the script that builds an index.
    """

    corpus: Path | None = None
    index: Path | None = None
    questions: Path = HERE / "questions"
    practice: Path = HERE / "practice"
    messages: Path = HERE / "messages"
    claims: Path = HERE / "claims"
    papers: Path = HERE / "papers"
    sentences: Path = HERE / "sentences"
    splits: tuple[Split, ...] = HALVES
    out: Path = ROOT / "build" / "eval"
    thresholds: Path = HERE / "thresholds.toml"
    accepted: Path = HERE / "accepted.json"
    accept: bool = False
    show_held: bool = False
    ingest: Path = ROOT / "ingest.py"
    editions: Path = ROOT / "corpus"


def evaluate(options: Options, opener: Opener, console: Console) -> int:
    """Run the evaluation, print and write its reports, and return the exit code: 0 if no floor is missed."""
    questions, known = _prepare(options)
    with _examiner(known, options, opener, console) as examiner:
        outcomes = _by_split(_ask(examiner, questions))
    run = _judge(outcomes, options, raw=not editions(settings_of(options).corpus))
    write(run, options.out)
    show_misses(run.misses, console)
    show_scores(run.scores, console)
    show_verdict(run.thresholds, run.changes, console)
    console.print(f"Report: {options.out / 'report.html'}", soft_wrap=True, markup=False)
    if options.accept:
        accept(options.accepted, {_name(run, s): (run.outcomes[s], run.scores[s]) for s in run.outcomes})
    return 0 if run.passed else 1


def practise(options: Options, opener: Opener, console: Console) -> int:
    """Ask the practice questions and print misses and numbers; nothing is held against a threshold."""
    questions = load_practice(options.practice)
    with _examiner(_known(questions, options), options, opener, console) as examiner:
        outcomes = _by_split(_ask(examiner, questions))
    show_misses((outcome for found in outcomes.values() for outcome in found if not outcome.right), console)
    show_scores({split: measure(found) for split, found in outcomes.items()}, console)
    return 0


def reword(options: Options, opener: Opener, console: Console) -> int:
    """Ask the questions as written and in each rewriting, report what is lost, and return the exit code."""
    questions, known = _prepare(options)
    ordinary = load_ordinary(options.questions)
    with _examiner(known, options, opener, console) as examiner:
        asker = replace(examiner, search=False)
        written = _ask(asker, questions)
        anew = {how: _ask(asker, _anew(questions, how, ordinary), str(how)) for how in Rewriting}
    standing = stand(written, anew)
    raw = not editions(settings_of(options).corpus)
    tables = {} if raw else {f"robustness-{split}": each for split, each in standing.items()}
    robustness = Robustness(standing, compare(options.thresholds, tables), options.show_held)
    robustness_report.show(robustness, console)
    robustness_report.write(robustness, options.out)
    console.print(f"Report: {options.out / 'robustness.html'}", soft_wrap=True, markup=False)
    return 0 if robustness.passed else 1


def route_messages(options: Options, console: Console) -> int:
    """See where the messages are sent, print and write precision and recall, and return the exit code."""
    generation = Generation.open(settings_of(options).index)
    router = Router(generation.encode, generation.encoder_sha256)
    routings = send(load_messages(options.messages, options.splits), router)
    tables = {f"messages-{split}": each for split, each in routings.items()}
    run = MessageRun(routings, compare(options.thresholds, tables), options.show_held)
    messages_report.show(run, console)
    messages_report.write(run, options.out)
    console.print(f"Report: {options.out / 'messages.json'}", soft_wrap=True, markup=False)
    return 0 if run.passed else 1


def check(options: Options, console: Console) -> int:
    """Check the question files without asking, print what is wrong with them, and return the exit code."""
    questions, known = _prepare(options)
    found = [*problems(questions, known), *problems_of(load_ordinary(options.questions), questions)]
    for problem in found:
        console.print(problem, soft_wrap=True, markup=False)
    console.print(f"{len(questions)} questions, {len(found)} problems.")
    return 1 if found else 0


def _anew(questions: Sequence[Question], how: Rewriting, ordinary: Mapping[str, str]) -> tuple[Question, ...]:
    """Those of *questions* that the rewriting *how* has words for, in them."""
    return tuple(anew for question in questions if (anew := rewritten(question, how, ordinary)))


def _prepare(options: Options) -> tuple[tuple[Question, ...], dict[str, Edition]]:
    """The questions, and the editions that their documents must be among."""
    questions = load(options.questions, options.splits)
    return questions, _known(questions, options)


def _known(questions: Sequence[Question], options: Options) -> dict[str, Edition]:
    """The editions, after a check that *questions* name no document that is not among them."""
    # A corpus of raw files has no ids of its own: the questions still name the editions made of them.
    known = editions(settings_of(options).corpus) or editions(options.editions)
    require_known(questions, known)
    return known


def settings_of(options: Options) -> Settings:
    """The assistant's settings with the chosen folders."""
    chosen = {"corpus": options.corpus, "index": options.index}
    return Settings().model_copy(update={name: path for name, path in chosen.items() if path})


@contextmanager
def _examiner(
    known: Mapping[str, Edition], options: Options, opener: Opener, console: Console
) -> Iterator[Examiner]:
    """Who asks the questions of the assistant that is opened."""
    settings = settings_of(options)
    with opened(options, opener, console) as assistant:
        if not settings.corpus.is_dir():
            raise EvaluationError(f"There is no corpus folder {settings.corpus}.")
        yield Examiner(assistant, names(known, settings.corpus), editions(settings.corpus))


@contextmanager
def opened(options: Options, opener: Callable[[Settings], Opened], console: Console) -> Iterator[Opened]:
    """The assistant that is asked; a chosen corpus without an index is ingested first."""
    settings = settings_of(options)
    with ExitStack() as stack:
        if options.corpus and not options.index:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="evaluation-"))
            settings = settings.model_copy(update={"index": Path(folder) / "index"})
            console.print(f"Ingesting {options.corpus} …", soft_wrap=True, markup=False)
            ingest(options.ingest, options.corpus, settings.index)
        yield opener(settings)


def _ask(examiner: Examiner, questions: Sequence[Question], what: str = "Asking") -> tuple[Outcome, ...]:
    """What came of all questions, in order; with a progress bar where someone watches."""
    progress = Console(stderr=True)
    watched = track(questions, what, console=progress, transient=True, disable=not progress.is_terminal)
    return tuple(examiner.outcomes(watched))


def _by_split(outcomes: Sequence[Outcome]) -> dict[Split, tuple[Outcome, ...]]:
    """The *outcomes* of each split that there are any of."""
    by_split = {split: tuple(o for o in outcomes if o.question.split is split) for split in Split}
    return {split: found for split, found in by_split.items() if found}


def _judge(outcomes: Mapping[Split, tuple[Outcome, ...]], options: Options, *, raw: bool) -> Run:
    """The scores of *outcomes*, held against the thresholds and the accepted run."""
    scores = {split: measure(found) for split, found in outcomes.items()}
    everything = measure([outcome for found in outcomes.values() for outcome in found])
    tables = {"raw": everything} if raw else {str(split): each for split, each in scores.items()}
    kind = "raw" if raw else "editions"
    return Run(
        kind=kind,
        outcomes=outcomes,
        scores=scores,
        thresholds=compare(options.thresholds, tables),
        changes={
            split: changes(options.accepted, f"{kind}-{split}", found) for split, found in outcomes.items()
        },
        show_held=options.show_held,
    )


def _name(run: Run, split: Split) -> str:
    """The name under which the accepted run of *split* is kept."""
    return f"{run.kind}-{split}"
