"""A run with a language model sets its answers beside the plain ones, and notices what is unproven."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.chain import Assistant
from assistant.types import ModelOutcome, ModelSentence, ModelUse, SentenceVerdict
from eval.model_audit import unproven
from eval.model_run import compare_with_model
from eval.questions import EvaluationError, Split
from eval.run import Options
from tests.model_server import ModelServer, Prompt

CARD = "What does a lost card cost?"
QUESTION = {
    "id": "t-card",
    "category": "budget",
    "turns": [CARD],
    "must": [["£2"]],
    "documents": ["library-plan-2022"],
    "status": ["answered"],
    "where": "Loans",
}


@pytest.fixture
def options(library: Assistant, tmp_path: Path) -> Options:
    """One question about the library."""
    (tmp_path / "tune.yaml").write_text(json.dumps([QUESTION]), encoding="utf-8")
    settings = library._settings
    given = Options(corpus=settings.corpus, index=settings.index, questions=tmp_path, out=tmp_path / "out")
    return replace(given, splits=(Split.TUNE,))


def run(options: Options, model: str = "openai:fake") -> tuple[int, str, str]:
    """The exit code of a run, what it printed, and the report."""
    paper = StringIO()
    code = compare_with_model(options, model, 0, Console(file=paper, width=120))
    return code, paper.getvalue(), (options.out / "model.md").read_text(encoding="utf-8")


def test_a_run_sets_both_answers_side_by_side(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is right, dropped, cited and shown is counted, and the two answers stand side by side."""

    def script(prompt: Prompt) -> str:
        key = prompt.key_of("lost card")
        return f"According to the plan, a lost card costs £2. [{key}] A lost card costs £9. [{key}]"

    with ModelServer(script) as server:
        monkeypatch.setenv("ASSISTANT_MODEL_URL", server.url)
        code, printed, report = run(options)

    lines = [line.split() for line in printed.splitlines()]
    numbers = {" ".join(words[:-2]): words[-2:] for words in lines}
    assert code == 0
    assert numbers["answerable right, with the model"] == ["1/1", "100.0%"]
    assert numbers["sentences dropped"] == ["1/2", "50.0%"]
    assert numbers["citation precision, of what is shown"] == ["1/1", "100.0%"]
    assert f"| {CARD} | Library Plan 2022-2025" in report
    assert "According to the plan, a lost card costs £2. [1] |" in report
    assert "£9" not in report


def test_a_word_that_no_passage_has_is_noticed(library: Assistant) -> None:
    """The audit finds a figure, a month or a name that stands in none of the passages of a shown sentence."""
    plain = library.ask(CARD)

    def told(text: str) -> list[str]:
        sentence = ModelSentence(SentenceVerdict.SUPPORTED, text, (1,))
        use = ModelUse("openai:fake", ModelOutcome.WORDED, (sentence,))
        return unproven(replace(plain, model=use))

    assert told("According to the Library Plan, a lost card costs £2.") == []
    assert told("A lost card costs £7 since March, says Barton.") == ["7", "march", "barton"]


def test_a_model_without_a_provider_is_an_error(options: Options) -> None:
    """A model is named by its provider, or is the local one."""
    with pytest.raises(EvaluationError, match="provider:model"):
        run(options, "gpt")
