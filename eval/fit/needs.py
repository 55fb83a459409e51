"""`python -m eval.fit.needs`: learn which need a message tells of, and write the weights into their file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from sklearn.linear_model import LogisticRegression

from assistant.errors import AssistantError
from assistant.index.generation import Generation
from assistant.question.needs import FILE, NO_NEED, Weights
from assistant.question.said import said
from assistant.settings import Settings
from eval import run
from eval.messages import load_messages
from eval.questions import EvaluationError, Split, load, load_practice

# Of 1, 3, 10 and 30 the best on messages that were not learnt from.
_FREEDOM = 3.0
_DEFAULT = run.Options()


def main(
    messages: Annotated[Path, typer.Option(help="Folder of the messages; the held half is not read.")] = (
        _DEFAULT.messages
    ),
    out: Annotated[Path, typer.Option(help="File to write.")] = FILE,
) -> None:
    """Learn from the tuning half of the messages and of the questions, and from the practice questions."""
    try:
        texts, names = examples(messages)
        generation = Generation.open(Settings().index)
        learnt = learn(texts, names, generation)
    except (EvaluationError, AssistantError) as error:
        typer.echo(f"eval.fit.needs: {error}", err=True)
        raise typer.Exit(1) from error
    learnt.save(out)
    print(f"{len(texts)} texts, none of them held: weights for {len(learnt.names)} names in {out}.")


def examples(folder: Path) -> tuple[list[str], list[str]]:
    """Texts, and the name of the need that each tells of; each message once more as the rules read it."""
    known = load_messages(folder, {Split.TUNE})
    told = [(message.turns[-1].lower(), message.route or NO_NEED) for message in known]
    told += [(said(message.turns[-1]), message.route or NO_NEED) for message in known]
    questions = [*load(_DEFAULT.questions, {Split.TUNE}), *load_practice(_DEFAULT.practice)]
    told += [(turn.lower(), NO_NEED) for question in questions for turn in question.turns]
    return [text for text, _ in told], [str(name) for _, name in told]


def learn(texts: Sequence[str], names: Sequence[str], generation: Generation) -> Weights:
    """The weights under which *names* are likeliest, for the encoder of *generation*."""
    vectors = np.stack([generation.encode(text) for text in texts])
    fitted = LogisticRegression(C=_FREEDOM, max_iter=3_000).fit(vectors, names)
    slopes, starts = (np.asarray(part, dtype=np.float32) for part in (fitted.coef_, fitted.intercept_))
    return Weights(tuple(map(str, fitted.classes_)), slopes, starts, generation.encoder_sha256)


if __name__ == "__main__":
    typer.run(main)
