"""The run over the sentences of a model: which are shown, of the faithful ones and of the spoilt ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from rich.console import Console

from assistant.chain import Assistant
from assistant.index.generation import Generation
from assistant.reader.choose import open_reader
from assistant.settings import Settings
from assistant.types import SentenceVerdict
from eval.questions import Split
from eval.run import Options, opened
from eval.score import Rate
from eval.sentence_set import ANSWERS, WRITTEN, Trial, made, pieces_of, written
from eval.table import show_limits, show_rows
from eval.thresholds import compare


@dataclass(frozen=True, slots=True)
class Tried:
    """One sentence, and whether it would be shown."""

    trial: Trial
    is_shown: bool

    @property
    def right(self) -> bool:
        """Whether a faithful one is shown, or a spoilt one is not."""
        return self.is_shown is self.trial.is_faithful


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of the sentences of one half."""

    tried: tuple[Tried, ...]

    def rate(self, name: str) -> Rate:
        """The rate of *name*, or of several joined by `+`, of those of `rates`; KeyError when unknown."""
        rates = self.rates()
        return reduce(Rate.__add__, (rates[part] for part in name.split("+")))

    def rates(self) -> dict[str, Rate]:
        """Faithful sentences that are shown, and spoilt ones that are not, by rule and by hand."""
        by_rule = [each for each in self.tried if each.trial.rule not in (WRITTEN, ANSWERS)]
        answers = [each for each in self.tried if each.trial.rule == ANSWERS]
        by_hand = [each for each in self.tried if each.trial.rule == WRITTEN]
        return {
            "faithful_by_rule": _rate([each for each in by_rule if each.trial.is_faithful]),
            "faithful_written": _rate([each for each in by_hand if each.trial.is_faithful]),
            "faithful_answers": _rate([each for each in answers if each.trial.is_faithful]),
            "spoilt_by_rule": _rate([each for each in by_rule if not each.trial.is_faithful]),
            "spoilt_written": _rate([each for each in by_hand if not each.trial.is_faithful]),
            "spoilt_answers": _rate([each for each in answers if not each.trial.is_faithful]),
            "figures_spoilt": _rate([each for each in self.tried if each.trial.changes_a_figure]),
        }


def evaluate_sentences(options: Options, console: Console) -> int:
    """Judge all sentences, print what came of them, and return the exit code: 0 if no floor is missed."""
    with opened(options, _open, console) as (live, settings):
        pieces = pieces_of(live.documents, live.passages.values())
        trials = [*made(pieces, options.splits), *written(options.sentences, pieces, options.splits)]
        assistant = Assistant(live, open_reader(settings.reader), settings)
        tried = [
            Tried(trial, assistant.judge(trial.sentence, trial.sources) is SentenceVerdict.SUPPORTED)
            for trial in trials
        ]
    by_split = {split: tuple(each for each in tried if each.trial.split is split) for split in options.splits}
    standing = {split: Standing(found) for split, found in by_split.items()}
    for each in tried:
        if not each.right and (options.show_held or each.trial.split is Split.TUNE):
            kind = "not shown" if each.trial.is_faithful else "SHOWN"
            console.print(f"{kind}, {each.trial.rule}: {each.trial.sentence}", soft_wrap=True, markup=False)
    _show(standing, console)
    thresholds = compare(options.thresholds, {f"sentences-{split}": each for split, each in standing.items()})
    show_limits(thresholds, console)
    return 0 if all(threshold.met for threshold in thresholds) else 1


def _open(settings: Settings) -> tuple[Generation, Settings]:
    return Generation.open(settings.index), settings


def _rate(tried: Sequence[Tried]) -> Rate:
    return Rate(sum(each.right for each in tried), len(tried))


def _show(standing: Mapping[Split, Standing], console: Console) -> None:
    rates = {split: each.rates() for split, each in standing.items()}
    titles = list(next(iter(rates.values())))
    rows = [[title.replace("_", " "), *(str(each[title]) for each in rates.values())] for title in titles]
    show_rows(["right", *map(str, rates)], rows, console)
