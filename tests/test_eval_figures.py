"""The guides tell the figures of the last accepted evaluation, and no others."""

from pathlib import Path

import pytest

from eval.figures import TOLD_IN, table, with_figures
from eval.questions import EvaluationError


@pytest.mark.parametrize("path", TOLD_IN, ids=lambda path: path.name)
def test_guide_tells_the_figures_of_the_last_accepted_run(path: Path) -> None:
    """A figure that has drifted fails here; `python -m eval.figures` writes the right ones."""
    text = path.read_text("utf-8")

    assert with_figures(text, table()) == text


def test_guide_without_a_place_for_the_figures_is_told() -> None:
    """Figures are never put where nobody asked for them."""
    with pytest.raises(EvaluationError, match="no place"):
        with_figures("# A guide", table())
