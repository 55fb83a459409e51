"""A run over the sentences of a model counts what would be shown, and fails where a false one would be."""

import json
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.types import Document, Passage
from eval.faithful import rewordings
from eval.questions import EvaluationError, Split
from eval.sentence_set import Trial, made, pieces_of, written
from eval.spoilt import FIGURES, Around, spoilt

AROUND = Around(("Ann Lee", "Barton Systems"), ("The pond has 7 fish.",))


def library_pieces(library: Assistant) -> tuple[Document, list[Passage]]:
    """The newest plan of the library and its passages."""
    document = library.document("library-plan-2022")
    assert document is not None
    found = {scored.passage.id: scored.passage for scored in library.retrieve("library", n=50)}
    return document, [passage for passage in found.values() if passage.document == document.info.id]


def trials(library: Assistant) -> list[Trial]:
    """What the rules make of that plan."""
    document, passages = library_pieces(library)
    return list(made(pieces_of({document.info.id: document}, passages)))


def test_the_rules_make_faithful_and_spoilt_sentences(library: Assistant) -> None:
    """Rules make sentences of both kinds of every piece with a whole sentence, the same in each run."""
    found = trials(library)

    assert {trial.is_faithful for trial in found} == {True, False}
    assert [trial.sentence for trial in found] == [trial.sentence for trial in trials(library)]
    assert {trial.rule for trial in found if trial.changes_a_figure} <= FIGURES


def test_a_spoilt_sentence_is_another_one() -> None:
    """Each rule changes what it spoils, and a figure that is changed is another figure."""
    said = "The board has 12 members and paid £5m in 2019."
    made_of_it = dict(spoilt(said, AROUND))

    assert said not in made_of_it.values()
    assert {"figure", "year", "negated", "added", "foreign", "wrong source"} <= made_of_it.keys()


def test_a_row_is_reworded_by_its_cells(library: Assistant) -> None:
    """A table row is told cell by cell, with its label, its column and its unit."""
    document = library.document("committee-report-2023")
    assert document is not None
    found = [scored.passage for scored in library.retrieve("heat pumps", n=50)]
    own = [passage for passage in found if passage.document == document.info.id]
    pieces = pieces_of({document.info.id: document}, own)
    row = next(piece for piece in pieces if piece.quote.text.startswith("| Heat pumps"))

    assert ("cell", "Heat pumps was £0.1m in 2023/24.") in list(rewordings(document, row.piece))


def test_written_sentences_name_a_piece(library: Assistant, tmp_path: Path) -> None:
    """Sentences written by hand stand beside words of one piece or of more; words of none are an error."""
    document, passages = library_pieces(library)
    pieces = pieces_of({document.info.id: document}, passages)
    entry = {"piece": "A lost card costs", "faithful": ["It costs £2."], "spoilt": ["It costs £3."]}
    (tmp_path / "tune.yaml").write_text(json.dumps([entry]), encoding="utf-8")

    found = list(written(tmp_path, pieces))

    assert [(trial.split, trial.is_faithful) for trial in found] == [(Split.TUNE, True), (Split.TUNE, False)]
    both = entry | {"piece": ["A lost card costs", "no fines for late books"], "spoilt": []}
    (tmp_path / "tune.yaml").write_text(json.dumps([both]), encoding="utf-8")
    assert [len(trial.sources) for trial in written(tmp_path, pieces)] == [2]
    (tmp_path / "tune.yaml").write_text(json.dumps([entry | {"piece": "no such words"}]), encoding="utf-8")
    with pytest.raises(EvaluationError, match="no piece of the documents"):
        list(written(tmp_path, pieces))
