"""The bench on outside material: its measures are the known ones, its page says what was measured."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.quality.__main__ import SETS, main
from bench.quality.metrics import Overlap, auroc, first_occurrences, ndcg, recall, refused_at
from bench.quality.page import GIVEN, Row, Section, Table, share, write
from bench.quality.tatqa import Grid
from tests.outside import write_material

NAMES = st.lists(st.sampled_from("abcdefghijklmnop"), unique=True)
SCORES = st.lists(st.floats(allow_nan=False), min_size=1, max_size=30)


@given(NAMES, st.sets(st.sampled_from("abcdefgh"), min_size=1))
def test_ndcg_is_a_share(ranking: list[str], gold: set[str]) -> None:
    """Whatever is ranked, the gain lies between nothing and all."""
    assert 0 <= ndcg(ranking, gold) <= 1 + 1e-9


@given(NAMES, st.sets(st.sampled_from("abcdefgh"), min_size=1))
def test_perfect_ranking_gains_all(others: list[str], gold: set[str]) -> None:
    """All that is wanted in front of everything else is worth 1, for the gain as for the recall."""
    ranking = [*sorted(gold), *(other for other in others if other not in gold)]

    assert ndcg(ranking, gold) == pytest.approx(1)
    assert recall(ranking, gold, len(gold)) == 1


def test_gain_is_discounted_by_rank() -> None:
    """A right answer at the third place gains a half; with the tenth place, gaining ends."""
    assert ndcg(["x", "y", "gold"], {"gold"}) == pytest.approx(1 / math.log2(4))
    assert ndcg(["one", "x"], {"one", "two"}) == pytest.approx(1 / (1 + 1 / math.log2(3)))
    assert ndcg([*"0123456789", "gold"], {"gold"}) == 0


def test_recall_counts_the_first() -> None:
    """Recall looks no deeper than it is told to."""
    assert recall(["a", "x", "b"], {"a", "b"}, 2) == 0.5
    assert recall(["a", "x", "b"], {"a", "b"}, 3) == 1


def test_nothing_wanted_cannot_be_measured() -> None:
    """Where there is no right answer, no ranking is given a worth."""
    with pytest.raises(ValueError, match="nothing to measure"):
        ndcg(["a"], set())
    with pytest.raises(ValueError, match="nothing to measure"):
        auroc([], [1.0])


def test_auroc_of_known_scores() -> None:
    """All apart is 1, all alike is a half, and one pair of four the wrong way round is three quarters."""
    assert auroc([3, 4], [1, 2]) == 1
    assert auroc([1, 1], [1]) == 0.5
    assert auroc([2, 4], [1, 3]) == 0.75
    assert auroc([-math.inf, 1], [-math.inf]) == 0.75


@given(SCORES, SCORES)
def test_auroc_turned_round_is_the_rest(wanted: list[float], unwanted: list[float]) -> None:
    """Exchanging the groups gives what is missing to 1."""
    assert auroc(wanted, unwanted) + auroc(unwanted, wanted) == pytest.approx(1)


@given(SCORES, SCORES, st.sampled_from([0.0, 0.05, 0.1, 0.5]))
def test_refusing_keeps_to_what_is_allowed(
    wanted: list[float], unwanted: list[float], allowed: float
) -> None:
    """The limit that refuses the unwanted refuses no more of the wanted than is allowed."""
    refused = refused_at(wanted, unwanted, allowed)
    limit = sorted(wanted)[int(allowed * len(wanted))]

    assert sum(score < limit for score in wanted) <= allowed * len(wanted)
    assert refused == sum(score < limit for score in unwanted) / len(unwanted)


def test_refused_share_of_known_scores() -> None:
    """With one false refusal of ten allowed, all below the second lowest are refused."""
    assert refused_at([1, 5, 6, 7, 8, 9, 10, 11, 12, 13], [0, 4, 6], 0.10) == pytest.approx(2 / 3)
    assert refused_at([1, 5], [0, 4], 0.10) == 0.5


def test_overlaps_add_up() -> None:
    """Precision, recall and F1 are of all words together; nothing wanted and nothing found is right."""
    total = Overlap.of({"tap", "frost"}, {"tap"}) + Overlap.of(set(), {"rent"})

    assert (total.precision, total.recall, total.f1) == (0.5, 0.5, 0.5)
    assert Overlap.of(set(), set()).f1 == 1


def test_first_occurrences_are_different() -> None:
    """A document counts by its first passage, and once."""
    assert first_occurrences("abacad", 3) == ("a", "b", "c")


def test_table_marks_ours_and_says_whose_the_others_are() -> None:
    """Our row is bold, a figure that is not known is a dash, and each row names its source."""
    table = Table(("R@5", "share"), (Row("ours", (0.5, share(1, 4))), Row("other", (None, 1.0), GIVEN)))

    assert "| **ours** | **.500** | **1 of 4 (25%)** | ours |" in str(table)
    assert "| other | – | 1.000 | given |" in str(table)


def test_sections_that_were_not_measured_stay(tmp_path: Path) -> None:
    """A page written again keeps its other sections, in the order of the sets."""
    page = tmp_path / "quality.md"
    first, second = (str(Section(title, (f"About {title}.",))) for title in ("First", "Second"))

    write(page, {"Second": second}, ("First", "Second"))
    write(page, {"First": first}, ("First", "Second"))
    text = page.read_text(encoding="utf-8")

    assert text.index("## First\n\nAbout First.\n") < text.index("## Second\n\nAbout Second.\n")
    assert text.count("# Quality on outside material") == 1


def test_header_lines_become_one() -> None:
    """Several header lines become one, and what stands over all columns goes before the table."""
    table = Grid((("", "Years", ""), ("(in thousands)", "2019", "2018"), ("Rents | all", "$  12", "11")))

    assert table.markdown.splitlines() == [
        "Years",
        "",
        "| (in thousands) | 2019 | 2018 |",
        "| --- | --- | --- |",
        "| Rents \\| all | $12 | 11 |",
    ]


def test_missing_folder_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the material there is one sentence, no page, and no failure."""
    code = main(["--benchmarks", str(tmp_path / "none"), "--page", str(tmp_path / "page.md")])

    assert code == 0
    assert capsys.readouterr().out == (
        f"There is no folder {tmp_path / 'none'}: nothing was measured, and the page stays as it is.\n"
    )
    assert not (tmp_path / "page.md").exists()


def test_missing_set_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A set whose file is missing is named and skipped, and the page keeps what it had."""
    arguments = ["--benchmarks", str(tmp_path), "--only", "cast", "--page", str(tmp_path / "page.md")]

    assert main(arguments) == 0
    assert capsys.readouterr().out == (
        f"There is no cast2020.json.gz in {tmp_path}. TREC CAsT 2020 was skipped.\n\n"
    )


def test_unknown_set_is_refused(tmp_path: Path) -> None:
    """A set that there is not is an error of the command line, not an empty page."""
    with pytest.raises(SystemExit, match="2"):
        main(["--benchmarks", str(tmp_path), "--only", "nonsense"])


def test_every_set_is_measured(tmp_path: Path) -> None:
    """From a small made-up folder, every set gets its section, with our row and its command."""
    page = tmp_path / "quality.md"

    code = main(["--benchmarks", str(write_material(tmp_path / "outside")), "--page", str(page)])
    text = page.read_text(encoding="utf-8")

    assert code == 0
    for benchmark in SETS:
        section = text.partition(f"\n## {benchmark.title}\n")[2].partition("\n## ")[0]
        assert "| ours |" in section
        assert f"--benchmarks ../shared/benchmarks --only {benchmark.name}`" in section
    assert "| **our retrieval** | **1.000** | **1.000** | ours |" in text
    assert "| **understood** | **1.000** | **1.000** | ours |" in text
    assert "| **evidence** | **1.000** | ours |" in text
    assert str(tmp_path) not in text
