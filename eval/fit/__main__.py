"""`python -m eval.fit`: fit the weights to the tuning and practice questions, print them, change nothing."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from assistant.answer.decide import CONFIDENCE, CONFIDENCE_READ, LIMITS, Confidence
from assistant.answer.signs import WEIGHTS, WEIGHTS_READ, Signs
from assistant.errors import AssistantError
from assistant.reader.choose import OFF
from assistant.settings import Settings
from eval import run
from eval.fit import logistic, softmax
from eval.fit.collect import Collector, Judgement, Ranking, questions_to_fit, sign_names
from eval.questions import EvaluationError

_DEFAULT = run.Options()


def main(
    questions: Annotated[Path, typer.Option(help="Folder of the tuning questions.")] = _DEFAULT.questions,
    practice: Annotated[Path, typer.Option(help="Folder of the practice questions.")] = _DEFAULT.practice,
) -> None:
    """Fit the weights and print them beside those in use."""
    try:
        chosen = questions_to_fit(questions, practice)
        settings = Settings()
        seen = Collector(settings).collect(chosen)
        is_read = settings.reader != OFF
        print(f"{len(chosen)} questions, none of them held; reader: {settings.reader}.")
        tell_signs(seen.rankings, WEIGHTS_READ if is_read else WEIGHTS)
        least = LIMITS.least_confidence_read if is_read else LIMITS.least_confidence
        tell_confidence(seen.judgements, CONFIDENCE_READ if is_read else CONFIDENCE, least)
    except (EvaluationError, AssistantError) as error:
        typer.echo(f"eval.fit: {error}", err=True)
        raise typer.Exit(1) from error


def tell_signs(rankings: Sequence[Ranking], in_use: Signs) -> None:
    """Print the weights of evidence, and how often they put a gold piece first."""
    if len(rankings) < 2:
        raise EvaluationError("Fewer than two questions have their answer among the pieces weighed.")
    fitted = softmax.fit_signs(rankings)
    print(f"\nassistant/answer/signs.py, from {len(rankings)} questions with a gold piece")
    _tell_weights("    {name}={value:.2f},", sign_names(), fitted.tolist(), in_use)
    rows = {
        "in use": softmax.recall(np.array(in_use), rankings),
        "fitted": softmax.recall(fitted, rankings),
        "cross-validated": softmax.cross_validated(rankings),
    }
    for name, shares in rows.items():
        print(f"{name:16}" + "".join(f"  recall@{depth} {share:6.1%}" for depth, share in shares.items()))


def tell_confidence(judgements: Sequence[Judgement], used: Confidence, least: float) -> None:
    """Print the weights of confidence, and what each least confidence refuses and keeps."""
    right = np.array([judgement.is_right for judgement in judgements], dtype=np.bool_)
    if right.all() or not right.any():
        raise EvaluationError("Confidence needs both right answers and questions that should be refused.")
    names = [field.name for field in fields(Confidence)]
    fitted = logistic.fit_confidence(judgements)
    print(f"\nassistant/answer/decide.py, from {right.sum()} right answers and {(~right).sum()} due refusals")
    _tell_weights("    {name}: float = {value:.2f}", names, fitted.tolist(), astuple(used))
    grounds = np.stack([judgement.grounds for judgement in judgements])
    validated = logistic.cross_validated(judgements)
    in_use = grounds @ np.array(astuple(used))
    for name, odds in (("in use", in_use), ("fitted", grounds @ fitted), ("cross-validated", validated)):
        print(f"{name:16}  AUC {logistic.area_under_curve(odds, right):.3f}")
    refused, kept = (in_use[~right] < least), (in_use[right] >= least)
    print(f"in use at {least:5.2f}  refused {refused.mean():6.1%}  kept {kept.mean():6.1%}")
    for tried, refused_share, kept_share in logistic.kept_at_refusal(validated, right):
        print(f"validated {tried:6.2f}  refused {refused_share:6.1%}  kept {kept_share:6.1%}")


def _tell_weights(form: str, names: Sequence[str], fitted: Sequence[float], used: Sequence[float]) -> None:
    """Print one line a weight, in the form of the code, with the value that is there now."""
    for name, value, now in zip(names, fitted, used, strict=True):
        print(f"{form.format(name=name, value=value):36}  # now {now:.2f}")
    print()


if __name__ == "__main__":
    typer.run(main)
