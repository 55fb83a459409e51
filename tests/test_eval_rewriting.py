"""The evaluation's questions written anew: without capitals, with slips, in keywords, at length."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.frames import FIRST, LATER
from eval.ordinary import load_ordinary, problems_of
from eval.questions import Category, EvaluationError, Question, Split, load
from eval.rewriting import Rewriting, keywords, long_winded, lower, rewritten, typos

WORDS = """
    What is the total budget of our Allotment Society for 2018/19 £30 33.7 2021-22 1,051 2% who when How many
    much where why? Leeds, members' (rent) “Plots” and it isn't VCAS band-D on 3rd March 2015. a of
""".split()
ASKED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join)
LINES = ASKED | st.text(max_size=60)
FIGURE = re.compile(r"[£$]?\d[\d.,/–-]*%?")


def figures(text: str) -> list[str]:
    """All figures of *text*, in order, without what ends a sentence."""
    return [figure.rstrip(".,") for figure in FIGURE.findall(text)]


def question(*turns: str) -> Question:
    """A question of these turns."""
    return Question("q", Split.TUNE, Category.FACTS, turns, (), (), (), frozenset(), 1)


@given(ASKED)
def test_no_rewriting_changes_a_figure(text: str) -> None:
    """Years, amounts and shares are asked for as they were written, in their order."""
    ways = (lower(text), typos(text), keywords(text), long_winded(text, follows=False))

    assert {tuple(figures(way)) for way in ways} == {tuple(figures(text))}


@given(LINES)
def test_two_runs_ask_the_same(text: str) -> None:
    """A rewriting depends on the text alone."""
    for way in (lower, typos, keywords, lambda line: long_winded(line, follows=True)):
        assert way(text) == way(text)


@given(LINES)
def test_keywords_are_words_of_the_question_in_their_order(text: str) -> None:
    """Nothing is added, and nothing changes its place."""
    rest = iter(text.split())

    assert all(any(word in other for other in rest) for word in keywords(text).split())


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("What is the rent of a plot in 2018/19?", "rent plot 2018/19"),
        ("How many members does the society have?", "How many members society"),
        ("Who is on the committee, and when was it elected?", "Who committee when elected"),
        ("What is the fund for?", "fund for"),
        ("What did the council give? Give me the sum.", "council give sum"),
        ("Can you tell me how the rent is set?", "rent set"),
        ("Where's the gate?", "Where's gate"),
        ("What is it?", "What is it?"),
    ],
)
def test_keywords_keep_what_is_wanted(asked: str, kept: str) -> None:
    """Grammar goes; "who", "when", "where" and "how many" stay, as does a question of grammar alone."""
    assert keywords(asked) == kept


@given(ASKED)
def test_slips_are_few_and_leave_the_first_letter(text: str) -> None:
    """One or two words of five letters or more differ by a letter or two, and begin as they did."""
    changed = [pair for pair in zip(text.split(), typos(text).split(), strict=True) if pair[0] != pair[1]]
    long_words = re.findall(r"(?<![\w'’])[A-Za-z]{5,}(?!\w)", text)

    assert min(1, len(long_words)) <= len(changed) <= 2
    for before, after in changed:
        assert sum(map(str.isalpha, before)) >= 5
        assert re.sub(r"\W", "", before)[0] == re.sub(r"\W", "", after)[0]
        assert abs(len(before) - len(after)) <= 1
        assert SequenceMatcher(None, before, after).ratio() > 0.6


@given(LINES)
def test_lower_case_has_no_capital_and_no_end(text: str) -> None:
    """What is left is the text without capitals, as people type on a telephone."""
    assert lower(text) == text.lower() or text.lower().startswith(lower(text))


@given(ASKED)
def test_a_long_winded_question_holds_the_question(text: str) -> None:
    """The question stands in the middle as it was, in a frame that fits its turn."""
    for follows, frames in ((False, FIRST), (True, LATER)):
        wrapped = long_winded(text, follows=follows)

        assert f" {text}" in wrapped
        assert any(wrapped.startswith(frame.before) and wrapped.endswith(frame.after) for frame in frames)


def test_every_frame_is_said_to_some_question() -> None:
    """Over many questions each frame has its turn."""
    for follows, frames in ((False, FIRST), (True, LATER)):
        heard = [long_winded(f"What is plot {number}?", follows=follows) for number in range(200)]

        assert all(any(said.startswith(frame.before) for said in heard) for frame in frames)


def test_only_the_last_turn_is_put_otherwise() -> None:
    """Slips and lower case are a matter of who types, so every turn has them; the others change the last."""
    asked = question("Which plots are shared?", "How much is their rent?")
    anew = {how: rewritten(asked, how, {"q": "What do they pay?"}) for how in Rewriting}
    turns = {how: made.turns for how, made in anew.items() if made}

    assert turns[Rewriting.LOWER] == ("which plots are shared", "how much is their rent")
    assert turns[Rewriting.TYPOS][0] != asked.turns[0]
    assert turns[Rewriting.KEYWORDS] == (asked.turns[0], "How much rent")
    assert turns[Rewriting.LONG_WINDED][0] == asked.turns[0]
    assert turns[Rewriting.ORDINARY] == (asked.turns[0], "What do they pay?")


def test_a_question_without_ordinary_words_is_not_asked_in_them() -> None:
    """Only what a person has put into other words is asked in them."""
    assert rewritten(question("What is the rent?"), Rewriting.ORDINARY, {}) is None


RENT = "- {id: rent, category: facts, turns: ['What is the rent?'], must: [['£30']]}"


def test_ordinary_wordings_are_read_beside_the_halves(tmp_path: Path) -> None:
    """The file is no half of its own; the check finds ids that are not there, and words that are the same."""
    (tmp_path / "tune.yaml").write_text(RENT, encoding="utf-8")
    assert load_ordinary(tmp_path) == {}

    (tmp_path / "ordinary.yaml").write_text(
        "- {id: rent, asked: 'WHAT is the rent?'}\n- {id: gate, asked: 'Which way in?'}\n", encoding="utf-8"
    )
    found = list(problems_of(load_ordinary(tmp_path), load(tmp_path)))

    assert found == [
        "ordinary.yaml: rent is asked there in the same words as in the tuning half.",
        "ordinary.yaml: there is no question 'gate' in the tuning half.",
    ]


def test_without_the_tuning_half_nothing_is_said_of_ordinary_wordings(tmp_path: Path) -> None:
    """Where only the held half is at hand, its ids tell nothing of the other."""
    (tmp_path / "held.yaml").write_text(RENT, encoding="utf-8")

    assert list(problems_of({"gate": "Which way in?"}, load(tmp_path))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- {id: rent}", "entry 1 is not a question's id and what is asked"),
        ("- {id: rent, asked: 5}", "entry 1: id and asked are texts"),
        ("- {id: rent, asked: ' '}", "entry 1: id and asked are texts"),
        ("- {id: rent, asked: a}\n- {id: rent, asked: b}", "more than once: rent"),
        ("rent: a", "not a list"),
    ],
)
def test_ordinary_wordings_out_of_order_are_told(tmp_path: Path, text: str, words: str) -> None:
    """Whatever is wrong with the file stops the run with a sentence that names the place."""
    (tmp_path / "ordinary.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(EvaluationError, match=words):
        load_ordinary(tmp_path)


def test_the_projects_own_ordinary_wordings_are_in_order() -> None:
    """There are about sixty of them, from every category, each for a question of the tuning half."""
    folder = Path(__file__).parent.parent / "eval" / "questions"
    tune = load(folder, [Split.TUNE])
    ordinary = load_ordinary(folder)

    assert list(problems_of(ordinary, tune)) == []
    assert len(ordinary) >= 60
    assert {q.category for q in tune if q.id in ordinary} == {q.category for q in tune}
