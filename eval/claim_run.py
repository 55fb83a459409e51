"""The run over the claims: check each, print what is right by verdict, and compare with the thresholds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.console import Console

from assistant.settings import Settings
from assistant.types import Check, Verdict
from eval.ask import is_verbatim
from eval.claim_set import MarkedClaim, load_claims
from eval.documents import Edition, editions, names
from eval.questions import Split, may_be_shown
from eval.run import Options, opened, settings_of
from eval.score import Rate
from eval.table import show_limits, show_rows
from eval.thresholds import compare


class Checks(Protocol):
    """What the evaluation needs of an assistant that checks claims."""

    def check_claim(self, claim: str, /) -> Check:
        """What the documents say to *claim*."""
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one claim; `cited` is the document of its first quote, as the claims name it."""

    marked: MarkedClaim
    check: Check
    cited: str | None
    verbatim: int

    @property
    def right(self) -> bool:
        """Whether the verdict is the right one, and rests on a document that says so."""
        known = not self.marked.documents or self.cited is None or self.cited in self.marked.documents
        return self.check.verdict is self.marked.verdict and known

    @property
    def is_trap(self) -> bool:
        """Whether a false claim was called supported."""
        return self.marked.is_false and self.check.verdict is Verdict.SUPPORTED


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of the claims of one half."""

    checked: tuple[Checked, ...]

    def rate(self, name: str) -> Rate:
        """The rate of *name*, one of those of `rates`; KeyError when unknown."""
        return self.rates()[name]

    def rates(self) -> dict[str, Rate]:
        """Right by verdict and in all, false claims not called supported, and quotes that are verbatim."""
        false = [each for each in self.checked if each.marked.is_false]
        by_verdict = {str(verdict): self._right_of(verdict) for verdict in Verdict}
        quotes = sum(len(each.check.citations) for each in self.checked)
        return by_verdict | {
            "all": Rate(sum(each.right for each in self.checked), len(self.checked)),
            "false_not_supported": Rate(sum(not each.is_trap for each in false), len(false)),
            "verbatim": Rate(sum(each.verbatim for each in self.checked), quotes),
        }

    def _right_of(self, verdict: Verdict) -> Rate:
        of_it = [each for each in self.checked if each.marked.verdict is verdict]
        return Rate(sum(each.right for each in of_it), len(of_it))


def evaluate_claims(options: Options, opener: Callable[[Settings], Checks], console: Console) -> int:
    """Check all claims, print what came of them, and return the exit code: 0 if no floor is missed."""
    # Practice is for whoever tunes, as the tuning half is.
    practice = (Split.PRACTICE,) if Split.TUNE in options.splits else ()
    claims = load_claims(options.claims, (*options.splits, *practice))
    settings = settings_of(options)
    of_corpus = editions(settings.corpus)
    by_name = names(of_corpus or editions(options.editions), settings.corpus)
    with opened(options, opener, console) as assistant:
        checked = [
            _checked(claim, assistant.check_claim(claim.claim), by_name.of, of_corpus) for claim in claims
        ]
    standing = {
        split: Standing(tuple(each for each in checked if each.marked.split is split))
        for split in Split
        if any(each.marked.split is split for each in checked)
    }
    _show_misses(checked, options.show_held, console)
    _show(standing, console)
    is_raw = not of_corpus
    tables = {} if is_raw else {f"claims-{split}": each for split, each in standing.items()}
    thresholds = compare(options.thresholds, tables)
    show_limits(thresholds, console)
    return 0 if all(threshold.met for threshold in thresholds) else 1


def _checked(
    claim: MarkedClaim, check: Check, name: Callable[..., str], known: Mapping[str, Edition]
) -> Checked:
    cited = name(check.citations[0].source.info) if check.citations else None
    return Checked(claim, check, cited, sum(is_verbatim(citation, known) for citation in check.citations))


def _show_misses(checked: Sequence[Checked], show_held: bool, console: Console) -> None:
    for each in checked:
        if not each.right and may_be_shown(each.marked.split, show_held):
            said = f"{each.check.verdict}, expected {each.marked.verdict}: {each.marked.claim}"
            console.print(f"{each.marked.id}: {said} ({each.check.reason})", soft_wrap=True, markup=False)


def _show(standing: Mapping[Split, Standing], console: Console) -> None:
    rates = {split: each.rates() for split, each in standing.items()}
    titles = list(next(iter(rates.values())))
    rows = [[title.replace("_", " "), *(str(each[title]) for each in rates.values())] for title in titles]
    show_rows(["", *map(str, rates)], rows, console)
