"""`python -m eval`: ask the questions, score the answers, write the reports; exit 1 below a floor."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console

from assistant.errors import AssistantError
from assistant.settings import Settings
from eval import run
from eval.claim_run import evaluate_claims
from eval.paper_run import evaluate_papers
from eval.questions import HALVES, EvaluationError, Split

if TYPE_CHECKING:
    from assistant.chain import Assistant

DEFAULT = run.Options()


def main(
    corpus: Annotated[
        Path | None, typer.Option(help="Corpus to ask about; ingested anew unless --index is given.")
    ] = None,
    index: Annotated[Path | None, typer.Option(help="Index to ask.")] = None,
    questions: Annotated[Path, typer.Option(help="Folder of the question files.")] = DEFAULT.questions,
    split: Annotated[
        Literal["tune", "held", "both", "fresh"], typer.Option(help="Which half to ask, or fresh questions.")
    ] = "both",
    out: Annotated[Path, typer.Option(help="Folder for the reports.")] = DEFAULT.out,
    thresholds: Annotated[Path, typer.Option(help="Floors and goals.")] = DEFAULT.thresholds,
    accepted: Annotated[Path, typer.Option(help="The last accepted run.")] = DEFAULT.accepted,
    accept: Annotated[bool, typer.Option("--accept", help="Make this the accepted run.")] = False,
    show_held: Annotated[bool, typer.Option("--show-held", help="Report held misses in full.")] = False,
    practice: Annotated[bool, typer.Option("--practice", help="Ask the practice questions instead.")] = False,
    robustness: Annotated[
        bool, typer.Option("--robustness", help="Ask the questions rewritten, and report what is lost.")
    ] = False,
    messages: Annotated[
        bool, typer.Option("--messages", help="See which messages are signposted, and ask nothing.")
    ] = False,
    claims: Annotated[
        bool, typer.Option("--claims", help="Check the claims, and report what is right.")
    ] = False,
    papers: Annotated[
        bool, typer.Option("--papers", help="Check whole papers, and report which errors are found.")
    ] = False,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Judge sentences as a language model might write them.")
    ] = False,
    model: Annotated[
        str, typer.Option(help="Ask once more with a language model: provider:model, or local.")
    ] = "",
    most: Annotated[int, typer.Option(help="Ask a model so many questions at most; 0 for all.")] = 0,
    check: Annotated[bool, typer.Option("--check", help="Check the question files only.")] = False,
) -> None:
    """Ask the evaluation questions, score the answers, and fail when they are below a floor."""
    splits = HALVES if split == "both" else (Split(split),)
    chosen = run.Options(corpus, index, questions, splits=splits, out=out, thresholds=thresholds)
    options = replace(chosen, accepted=accepted, accept=accept, show_held=show_held)
    asking = run.practise if practice else run.reword if robustness else run.evaluate
    # A pipe has no width: long rows stay on one line there.
    console = Console(width=None if sys.stdout.isatty() else 200, highlight=False)
    try:
        if claims or papers:
            code = (evaluate_claims if claims else evaluate_papers)(options, _open, console)
        elif model:
            from eval.model_run import compare_with_model

            code = compare_with_model(options, model, most, console)
        elif sentences:
            from eval.sentence_run import evaluate_sentences

            code = evaluate_sentences(options, console)
        elif check or messages:
            code = (run.check if check else run.route_messages)(options, console)
        else:
            code = asking(options, _open, console)
    except (EvaluationError, AssistantError) as error:
        typer.echo(f"eval: {error}", err=True)
        code = 1
    raise typer.Exit(code)


def _open(settings: Settings) -> "Assistant":
    """The assistant that people use."""
    # Here, not above: checking the questions and reading --help need no assistant.
    from assistant.chain import Assistant

    return Assistant.open(settings)


if __name__ == "__main__":
    typer.run(main)
