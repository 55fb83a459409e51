"""Fitting the weights: known ones are found again, and held questions stay closed."""

from pathlib import Path

import numpy as np
import pytest
import typer

from assistant.answer.decide import CONFIDENCE, Confidence, confidence
from assistant.answer.signs import WEIGHTS, WEIGHTS_READ
from assistant.chain import Assistant
from eval.fit import __main__ as command
from eval.fit import logistic, softmax
from eval.fit.collect import Collector, Judgement, Ranking, grounds, questions_to_fit, sign_names
from eval.fit.folds import folds
from eval.questions import EvaluationError, Split
from tests.allotment import settings_in

SHEDS = """
- id: sheds
  category: facts
  turns: ["How high may sheds be?"]
  must: [["six feet"]]
  documents: [rules-2019]
"""
RESERVE = """
- id: reserve
  category: facts
  turns: ["What reserve does the society hold for repairs to the fence?"]
  must: [["£2,500"]]
"""
GEESE = """
- id: geese
  category: unanswerable
  turns: ["What does the rule about hens on large plots say of their price?"]
"""
HELD = "[not yaml"


def write(folder: Path, **texts: str) -> Path:
    """A folder of question files."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def rankings(weights: np.ndarray, count: int = 400) -> list[Ranking]:
    """Questions whose gold piece is drawn by a softmax over the scores under *weights*."""
    chance = np.random.default_rng(7)
    made = []
    for _ in range(count):
        signs = chance.normal(size=(12, weights.size))
        scores = softmax.SHARPNESS * signs @ weights
        made.append(Ranking(signs, np.arange(12) == np.argmax(scores + chance.gumbel(size=12))))
    return made


def judgements(weights: np.ndarray, count: int = 3000) -> list[Judgement]:
    """Answers that are right as often as the log-odds under *weights* say; the first weight is the bias."""
    chance = np.random.default_rng(7)
    seen = np.column_stack([np.ones(count), chance.normal(3.0, 2.0, size=(count, weights.size - 1))])
    right = chance.random(count) < 1 / (1 + np.exp(-seen @ weights))
    return [Judgement(row, bool(is_right)) for row, is_right in zip(seen, right, strict=True)]


def test_the_weights_of_signs_are_found_again() -> None:
    """Pieces that were chosen by known weights give those weights back."""
    weights = np.array([0.3, -0.2, 0.0])
    found = softmax.fit_signs(rankings(weights), shrinking=0.0)

    assert found == pytest.approx(weights, abs=0.05)


def test_the_weights_of_confidence_are_found_again() -> None:
    """Answers that were right by known log-odds give those weights back, up to the share of refusals."""
    weights = np.array([-2.0, 1.0, -0.5])
    found = logistic.fit_confidence(judgements(weights), shrinking=0.0)

    assert found[1:] == pytest.approx(weights[1:], abs=0.1)


def test_a_ground_that_is_never_met_bears_no_weight() -> None:
    """What is 0 for every question leaves the bias and all other weights as they are."""
    made = judgements(np.array([-2.0, 1.0]), 300)
    without = logistic.fit_confidence(made)
    found = logistic.fit_confidence([Judgement(np.append(row, 0.0), right) for row, right in _rows(made)])

    assert found == pytest.approx([*without, 0.0], abs=1e-3)


def _rows(made: list[Judgement]) -> list[tuple[np.ndarray, bool]]:
    return [(judgement.grounds, judgement.is_right) for judgement in made]


def test_shrinking_keeps_weights_small() -> None:
    """The larger the penalty, the smaller the weights."""
    made = rankings(np.array([0.3, -0.2, 0.0]), 60)

    assert np.abs(softmax.fit_signs(made, 1.0)).sum() < np.abs(softmax.fit_signs(made, 0.001)).sum()


def test_recall_counts_the_first_gold_piece() -> None:
    """A gold piece in the second place is not the first, but among the first three."""
    ranking = Ranking(np.array([[3.0], [2.0], [1.0], [0.0]]), np.array([False, True, False, True]))

    assert softmax.recall(np.array([1.0]), [ranking]) == {1: 0.0, 3: 1.0}
    assert softmax.recall(np.array([-1.0]), [ranking]) == {1: 1.0, 3: 1.0}


def test_every_question_is_tested_once_and_never_fitted_on_then() -> None:
    """The folds test each index once, with all others to fit on, and are the same in every run."""
    parts = list(folds(10, 3))

    assert sorted(int(index) for _, test in parts for index in test) == list(range(10))
    assert all(
        set(train) | set(test) == set(range(10)) and not set(train) & set(test) for train, test in parts
    )
    assert [test.tolist() for _, test in parts] == [test.tolist() for _, test in folds(10, 3)]


def test_the_area_under_the_curve() -> None:
    """Right answers above all others are 1, below them 0, and level with them a half."""
    right = np.array([True, False])

    assert [
        logistic.area_under_curve(np.array(odds), right) for odds in ([2.0, 1.0], [1.0, 2.0], [1.0, 1.0])
    ] == [1.0, 0.0, 0.5]


def test_what_refusing_costs() -> None:
    """A stricter least confidence refuses more and keeps less."""
    made = judgements(np.array([-2.0, 1.0]), 200)
    odds = logistic.cross_validated(made)
    table = logistic.kept_at_refusal(odds, np.array([each.is_right for each in made]))

    assert [refused for _, refused, _ in table] == sorted(refused for _, refused, _ in table)
    assert [kept for *_, kept in table] == sorted((kept for *_, kept in table), reverse=True)


def test_held_questions_are_never_opened(tmp_path: Path) -> None:
    """A held half that cannot even be read disturbs nobody."""
    questions = write(tmp_path / "questions", tune=SHEDS, held=HELD)
    chosen = questions_to_fit(questions, write(tmp_path / "practice", a=GEESE))

    assert [question.split for question in chosen] == [Split.TUNE, Split.PRACTICE]


def test_held_questions_are_not_practice(tmp_path: Path) -> None:
    """A folder of practice questions with held ones among them is refused before anything is read."""
    questions = write(tmp_path / "questions", tune=SHEDS, held=HELD)

    with pytest.raises(EvaluationError, match="holds held questions"):
        questions_to_fit(questions, questions)


def test_signs_make_the_score(allotment: Path) -> None:
    """The signs of a piece with the weights in use are its score, so what is fitted is what is weighed."""
    _, evidence = Assistant.open(settings_in(allotment)).weighed("How high may sheds be?")

    assert evidence
    assert len(sign_names()) == len(WEIGHTS)
    assert any(found.is_read for found in evidence)
    for found in evidence:
        weights = WEIGHTS_READ if found.is_read else WEIGHTS
        assert np.dot(found.signs, weights) == pytest.approx(found.score)


def test_grounds_make_the_confidence(allotment: Path) -> None:
    """The grounds of a judgement with any weights are the confidence under those weights."""
    query, evidence = Assistant.open(settings_in(allotment)).weighed("How high may sheds be?")
    names = list(Confidence.__dataclass_fields__)
    weights = Confidence(**{name: 0.5 - 0.1 * number for number, name in enumerate(names)})

    for tried in (CONFIDENCE, weights):
        values = [getattr(tried, name) for name in names]
        assert np.dot(grounds(query, evidence[0]), values) == pytest.approx(
            confidence(query, evidence[0], tried)
        )


def test_what_is_learnt_from_questions(
    allotment: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answerable questions show a gold piece, one to refuse only what the judge saw; all of it is printed."""
    monkeypatch.setattr(command, "Settings", lambda: settings_in(allotment))
    questions = write(tmp_path / "questions", tune=SHEDS + RESERVE, held=HELD)
    practice = write(tmp_path / "practice", a=GEESE)
    seen = Collector(settings_in(allotment)).collect(questions_to_fit(questions, practice))
    command.main(questions, practice)
    printed = capsys.readouterr().out

    assert [ranking.gold.sum() for ranking in seen.rankings] == [1, 1]
    assert [judgement.is_right for judgement in seen.judgements] == [True, True, False]
    assert all(f"    {name}=" in printed for name in sign_names())
    assert "    bias: float = " in printed
    assert "recall@1 100.0%" in printed


def test_a_fit_without_refusals_says_what_is_missing(
    allotment: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Confidence cannot be learnt from right answers alone."""
    monkeypatch.setattr(command, "Settings", lambda: settings_in(allotment))
    questions = write(tmp_path / "questions", tune=SHEDS)

    with pytest.raises(typer.Exit):
        command.main(questions, write(tmp_path / "practice", a=SHEDS.replace("id: sheds", "id: again")))

    assert "should be refused" in capsys.readouterr().err
