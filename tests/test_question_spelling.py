"""Misspelt words: what fingers slip on is put right, and what is only rare stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assistant.question.everyday import plain
from assistant.question.spelling import Spelling
from assistant.question.understand import understand
from assistant.question.vocabulary import CorpusWords, Vocabulary

OWN = ("harbour", "keeper", "lighthouse", "lantern", "panel", "what", "much", "many", "where")
ENGLISH = (
    "where",
    "many",
    "house",
    "bind",
    "baker",
    "recipe",
    "keep",
    "lanterns",
    "reduce",
    "broke",
    "panels",
)
SPELLING = Spelling(OWN, ENGLISH)
letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lihgthouse", "lighthouse"),  # swapped
        ("lightouse", "lighthouse"),  # left out
        ("lanttern", "lantern"),  # doubled
        ("lantetn", "lantern"),  # the key beside it
        ("recupe", "recipe"),  # general English, and not the corpus's nearest word
        ("waht", "what"),  # codespell:ignore waht
        ("mcuh", "much"),
        ("panle", "panel"),
    ],
)
def test_slip_of_the_fingers_is_put_right(typed: str, meant: str) -> None:
    """One slip of the fingers becomes the word that was meant, of the corpus or of general English."""
    assert SPELLING.correction(typed) == meant


@pytest.mark.parametrize("word", ["bloke", "stottie", "bins", "bake", "kelp", "cat", "", "renounce"])
def test_rare_word_is_left_alone(word: str) -> None:
    """A right word that no list has does not become another one because that is spelt much alike."""
    assert SPELLING.correction(word) is None


def test_word_made_of_two_right_ones_is_left_alone() -> None:
    """The word “helpline” is no slip for “helping”, though no list has it."""
    assert Spelling(("helping", "help"), ("line",)).correction("helpline") is None
    assert Spelling(("helping", "help"), ()).correction("helpling") == "helping"


@given(st.text(alphabet="abcdehiklnoprtuw", max_size=12))
def test_correction_is_near_and_known(typed: str) -> None:
    """Whatever was typed, a correction is a known word, at most two slips away."""
    corrected = SPELLING.correction(typed)

    assert corrected is None or (corrected in {*OWN, *ENGLISH} and OSA.distance(typed, corrected) <= 2)


@given(st.sampled_from(["harbour", "keeper", "lighthouse", "recipe"]), st.data())
def test_doubled_letter_is_taken_out(word: str, data: st.DataObject) -> None:
    """A letter typed twice in a word that is like no other is taken out again."""
    place = data.draw(st.integers(0, len(word) - 1))

    assert SPELLING.correction(word[:place] + word[place] + word[place:]) == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Who met Lady Harbuor?", "Who met Lady Harbour?"),
        ("Who met Lady HARBUOR?", "Who met Lady HARBOUR?"),
        ("What is the keepre's lamp?", "What is the keeper's lamp?"),
        ("Who are the lampers?", "Who are the lampers?"),
        ("waht is the keeper’s house", "what is the keeper’s house"),  # codespell:ignore waht
    ],
)
def test_capitals_and_owners_stay(typed: str, meant: str) -> None:
    """A misspelt name is still a name afterwards, and what belongs to somebody still does."""
    vocabulary = Vocabulary(dict.fromkeys((*OWN, "lady", "lamp", "met"), 1), {}, 1, frozenset(), {}, ENGLISH)
    corpus = CorpusWords(vocabulary, (), ENGLISH.__contains__, lambda word: False, lambda asked: {})

    assert understand(typed, (), corpus).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hwo much is it", "how much is it"),
        ("hwo does it work", "how does it work"),
        ("hwo runs it", "who runs it"),
    ],
)
def test_words_of_asking_with_three_letters_are_put_right(typed: str, meant: str) -> None:
    """“hwo” is how or who by the word after it."""
    assert plain(typed) == meant
