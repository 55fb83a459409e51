"""How much is lost when the same questions are asked in other words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.questions import Split, may_be_shown
from eval.rewriting import Rewriting
from eval.score import Outcome, Rate
from eval.thresholds import Threshold


@dataclass(frozen=True, slots=True)
class Standing:
    """What came of one half's questions as written, and `anew` in each rewriting, of all or some of them."""

    written: tuple[Outcome, ...]
    anew: Mapping[Rewriting, tuple[Outcome, ...]]

    def before(self, how: Rewriting) -> tuple[Outcome, ...]:
        """What came as written of the questions that were asked in the rewriting *how*."""
        asked = {outcome.question.id for outcome in self.anew[how]}
        return tuple(outcome for outcome in self.written if outcome.question.id in asked)

    def drop(self, how: Rewriting) -> float | None:
        """The points of accuracy that *how* costs; below 0 where it gains some, None if nothing was asked."""
        kept = self._kept(how).value
        return None if kept is None else 100 * (1 - kept)

    def rate(self, name: str) -> Rate:
        """What the rewriting of *name* keeps, or several joined by `+` together; KeyError if unknown."""
        if not set(name.split("+")) <= set(Rewriting):
            raise KeyError(name)
        return sum((self._kept(Rewriting(part)) for part in name.split("+")), Rate(0, 0))

    def _kept(self, how: Rewriting) -> Rate:
        """All questions less those that *how* costs: 95 of 100 says that accuracy drops by five points."""
        cost = _right(self.before(how)).good - _right(self.anew[how]).good
        return Rate(len(self.anew[how]) - cost, len(self.anew[how]))

    def lost(self, how: Rewriting) -> tuple[Outcome, ...]:
        """What came in the rewriting *how*, wrongly, of questions that are answered right as written."""
        right = {outcome.question.id for outcome in self.written if outcome.right}
        return tuple(o for o in self.anew[how] if not o.right and o.question.id in right)


@dataclass(frozen=True, slots=True)
class Robustness:
    """All that one run over the rewritten questions found."""

    standing: Mapping[Split, Standing]
    thresholds: tuple[Threshold, ...]
    show_held: bool = False

    @property
    def passed(self) -> bool:
        """Whether no floor is missed; goals may still not be reached."""
        return all(threshold.met for threshold in self.thresholds)

    @property
    def lost(self) -> tuple[tuple[Rewriting, Outcome], ...]:
        """What each rewriting loses, as far as it may be looked at: of the held half only if asked for."""
        shown = [each for split, each in self.standing.items() if may_be_shown(split, self.show_held)]
        return tuple((how, outcome) for how in Rewriting for each in shown for outcome in each.lost(how))


def stand(written: Sequence[Outcome], anew: Mapping[Rewriting, Sequence[Outcome]]) -> dict[Split, Standing]:
    """The outcomes of each split that there are any of, set side by side."""
    return {
        split: Standing(_of(split, written), {how: _of(split, found) for how, found in anew.items()})
        for split in Split
        if _of(split, written)
    }


def right_of(outcomes: Sequence[Outcome]) -> tuple[Rate, Rate]:
    """What is right of the answerable questions, and of the others."""
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    others = [outcome for outcome in outcomes if not outcome.question.answerable]
    return _right(answerable), _right(others)


def _right(outcomes: Sequence[Outcome]) -> Rate:
    return Rate(sum(outcome.right for outcome in outcomes), len(outcomes))


def _of(split: Split, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    return tuple(outcome for outcome in outcomes if outcome.question.split is split)
