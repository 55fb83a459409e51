"""The questions once with and once without a language model, side by side."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from assistant.chain import Assistant
from assistant.settings import Settings
from assistant.types import ModelOutcome, ModelUse, SentenceVerdict
from eval import local_model
from eval.ask import Examiner
from eval.documents import editions, names
from eval.model_audit import shown, source_of, unproven
from eval.questions import EvaluationError, load, may_be_shown
from eval.run import Options, settings_of
from eval.score import Outcome, Rate, percentile
from eval.table import show_rows

LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Pair:
    """One question answered plainly and with the model; `necessary` of its `citations` carry a sentence."""

    plain: Outcome
    worded: Outcome
    citations: int
    necessary: int

    @property
    def use(self) -> ModelUse | None:
        """What the model had to do with it."""
        return self.worded.answer.model


@dataclass(frozen=True, slots=True)
class Comparison:
    """All pairs of one half."""

    pairs: tuple[Pair, ...]

    def rows(self) -> list[tuple[str, str]]:
        """Each number with its name."""
        answerable = [pair for pair in self.pairs if pair.plain.question.answerable]
        uses = [pair.use for pair in self.pairs if pair.use]
        verdicts = [sentence.verdict for use in uses for sentence in use.sentences]
        said = [sentence for pair in self.pairs for sentence, _ in shown(pair.worded.answer)]
        wrong = [word for pair in self.pairs for word in unproven(pair.worded.answer)]
        seconds = sorted(use.seconds for use in uses)
        supported = sum(verdict is SentenceVerdict.SUPPORTED for verdict in verdicts)
        cited = Rate(sum(pair.necessary for pair in self.pairs), sum(pair.citations for pair in self.pairs))
        by_outcome = [
            (f"– {outcome}", str(Rate(sum(use.outcome is outcome for use in uses), len(uses))))
            for outcome in ModelOutcome
            if outcome is not ModelOutcome.WORDING  # no answer ends so
        ]
        return [
            ("answerable right, plain", _right([pair.plain for pair in answerable])),
            ("answerable right, with the model", _right([pair.worded for pair in answerable])),
            ("all right, plain", _right([pair.plain for pair in self.pairs])),
            ("all right, with the model", _right([pair.worded for pair in self.pairs])),
            ("put to the model", str(Rate(len(uses), len(self.pairs)))),
            *by_outcome,
            ("sentences dropped", str(Rate(len(verdicts) - supported, len(verdicts)))),
            ("citation recall, of all it wrote", str(Rate(supported, len(verdicts)))),
            ("citation precision, of what is shown", str(cited)),
            ("sentences shown", str(len(said))),
            ("unproven figures, dates and names shown", str(len(wrong))),
            (
                "seconds of the model, p50 / p95",
                f"{percentile(seconds, 0.5):.1f} / {percentile(seconds, 0.95):.1f}",
            ),
            ("tokens, mean", f"{sum(use.tokens for use in uses) / max(len(uses), 1):.0f}"),
        ]

    @property
    def passed(self) -> bool:
        """Whether nothing unproven was shown."""
        return not any(unproven(pair.worded.answer) for pair in self.pairs)


def compare_with_model(options: Options, model: str, most: int, console: Console) -> int:
    """Ask all questions both ways, print and write the numbers; 0 where nothing unproven is shown, else 1.

    *model* is "local" for the one that is started here, or provider:model; *most* bounds how many are asked.
    """
    questions = load(options.questions, options.splits)[: most or None]
    settings = settings_of(options)
    plain, by_name = Assistant.open(settings), names(editions(settings.corpus), settings.corpus)
    with _with_model(settings, model) as worded:
        asks = [Examiner(one, by_name, editions(settings.corpus), search=False) for one in (plain, worded)]
        pairs = []
        for number, question in enumerate(questions, 1):
            pairs.append(_pair(plain, *(asker.outcome(question) for asker in asks)))
            if console.is_terminal:
                console.print(f"{number}/{len(questions)}", end="\r")
    by_split = {split: tuple(p for p in pairs if p.plain.question.split is split) for split in options.splits}
    compared = {split: Comparison(found) for split, found in by_split.items() if found}
    table = [each.rows() for each in compared.values()]
    rows = [[row[0][0], *(cell for _, cell in row)] for row in zip(*table, strict=True)]
    show_rows(["", *map(str, compared)], rows, console)
    path = options.out / "model.md"
    _write(path, settings.model or model, [str(split) for split in compared], rows, pairs)
    console.print(f"Report: {path}", soft_wrap=True, markup=False)
    return 0 if all(each.passed for each in compared.values()) else 1


@contextmanager
def _with_model(settings: Settings, model: str) -> Iterator[Assistant]:
    if model != LOCAL and ":" not in model:
        raise EvaluationError(f"“{model}” is no model: please write “local”, or provider:model.")
    chosen: dict[str, object] = {"model": model}
    if model == LOCAL:
        with local_model.serving() as url:
            chosen = {"model": local_model.NAME, "model_url": url, **local_model.PATIENCE}
            yield from _opened(settings.model_copy(update=chosen))
    else:
        yield from _opened(settings.model_copy(update=chosen))


def _opened(settings: Settings) -> Iterator[Assistant]:
    assistant = Assistant.open(settings)
    try:
        yield assistant
    finally:
        assistant.close()


def _pair(judge: Assistant, plain: Outcome, worded: Outcome) -> Pair:
    """A citation is necessary where it alone says its sentence, or the others together do not."""
    citations = necessary = 0
    for sentence, cited in shown(worded.answer):
        sources = [source for source in map(source_of, cited) if source]
        citations += len(sources)
        for source in sources:
            others = tuple(other for other in sources if other is not source)
            alone = judge.judge(sentence.text, (source,)) is SentenceVerdict.SUPPORTED
            rest = bool(others) and judge.judge(sentence.text, others) is SentenceVerdict.SUPPORTED
            necessary += alone or not rest
    return Pair(plain, worded, citations, necessary)


def _right(outcomes: Sequence[Outcome]) -> str:
    return str(Rate(sum(outcome.right for outcome in outcomes), len(outcomes)))


def _write(path: Path, model: str, splits: list[str], rows: list[list[str]], pairs: list[Pair]) -> None:
    """Write the numbers, then plain and worded answers side by side; never those of the held half."""
    lines = [f"# With a language model: {model}", ""]
    lines += [f"| | {' | '.join(splits)} |", "|---|" + "---:|" * len(splits)]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    lines += ["", "## Side by side", "", "| question | plain | in the model’s words |", "|---|---|---|"]
    for pair in pairs:
        plain, worded = pair.plain.answer, pair.worded.answer
        is_worded = worded.model and worded.model.outcome is ModelOutcome.WORDED
        if is_worded and may_be_shown(pair.plain.question.split):
            lines.append(f"| {_cell(plain.question)} | {_cell(plain.text)} | {_cell(worded.text)} |")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>")
