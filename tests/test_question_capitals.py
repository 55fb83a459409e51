"""Names in questions that are typed all in lower case, or all in capitals."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.capitals import with_capitals
from assistant.question.vocabulary import CorpusWords, Vocabulary
from assistant.terms import stem, words
from tests.turns import passage

TEXTS = (
    "The Harbour Conservancy Board (HCB) looks after the lighthouse, and the Board meets Margaret Ellis.",
    "With the Harbour Conservancy Board, the keepers of Gull Island row to the town in winter.",
    "A ferry of the HCB carries the Board and Margaret Ellis from Gull Island.",
)
COUNTS = Counter(word for text in TEXTS for word in set(words(text)))
STEMS = Counter(root for text in TEXTS for root in {stem(word) for word in words(text)})
VOCABULARY = Vocabulary.of(COUNTS, STEMS, [passage(text) for text in TEXTS], [])
CORPUS = CorpusWords(VOCABULARY, (), lambda word: True, {"board", "kent"}.__contains__, lambda asked: {})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who is margaret ellis", "who is Margaret Ellis"),
        ("what does the harbour conservancy board do", "what does the Harbour Conservancy Board do"),
        ("what did hcb do", "what did HCB do"),
        ("WHO ROWS TO GULL ISLAND?", "who rows to Gull Island?"),
        ("what is ellis's job", "what is Ellis's job"),
        ("what did they say in march 2014", "what did they say in March 2014"),
        ("who may march to the town", "who may march to the town"),
    ],
)
def test_names_get_the_capitals_of_the_corpus(typed: str, meant: str) -> None:
    """What the documents write as a name is one too when it is typed without capitals, or in nothing else."""
    assert with_capitals(typed, CORPUS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who keeps the lamps in portsea", "who keeps the lamps in Portsea"),
        ("who keeps the lamps in winter", "who keeps the lamps in winter"),
        ("who keeps the lamps in the dale", "who keeps the lamps in the dale"),
        ("who keeps the lamps in kent", "who keeps the lamps in kent"),
    ],
)
def test_strange_place_is_a_name(typed: str, meant: str) -> None:
    """A rare word that the documents lack is taken for a place where a place is named."""
    assert with_capitals(typed, CORPUS) == meant


@pytest.mark.parametrize("question", ["Who is margaret ellis?", "what is on Gull island", ""])
def test_question_with_capitals_stays(question: str) -> None:
    """Who writes capitals has chosen them."""
    assert with_capitals(question, CORPUS) == question


@given(
    st.lists(st.sampled_from([*sorted(COUNTS), "’s", ",", "in", "?", "2018/19"]), max_size=12).map(" ".join)
)
def test_only_capitals_change(question: str) -> None:
    """Whatever is asked, not a letter is added, lost or moved."""
    assert with_capitals(question, CORPUS).lower() == question.lower()
