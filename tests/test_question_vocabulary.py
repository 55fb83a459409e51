"""What a corpus teaches about words: abbreviations, names, spellings."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assistant.question.understand import understand
from assistant.question.vocabulary import CorpusWords, Vocabulary
from assistant.terms import FRAME_WORDS, STOP_WORDS, stem, words
from assistant.types import DocumentInfo
from tests.turns import passage, turn

TEXTS = (
    "The Harbour Conservancy Board (HCB) looks after the lighthouse and the ferries.",
    "In winter the keepers sail with Margaret Ellis, and in summer with the RNS (Royal Northern Society).",
    "Passengers pay twice, said Margaret Ellis, because the lighthouse needs paint.",
    "The lighthouse keepers live on Gull Island and row to Gull Island every week.",
)
INFO = DocumentInfo("a", "Almanac", date="2021", abbreviations=(("VHF", "very high frequency"),))


def learnt(texts: Sequence[str] = TEXTS) -> Vocabulary:
    """The vocabulary of a few invented passages."""
    counts = Counter(word for text in texts for word in set(words(text)))
    stems = Counter(root for text in texts for root in {stem(word) for word in words(text)})
    return Vocabulary.of(counts, stems, [passage(text) for text in texts], [INFO])


def understood(question: str) -> str:
    """The question as it is understood where every word has to be learnt from the corpus."""
    corpus = CorpusWords(learnt(), [INFO], lambda word: False, lambda word: False, lambda asked: {})
    return understand(question, (), corpus).text


VOCABULARY = learnt()
LONG_ENOUGH = sorted(word for word in VOCABULARY.words if len(word) >= 4 and word.isalpha())


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("hcb", ("harbour", "conservancy", "board")),
        ("rns", ("royal", "northern", "society")),
        ("vhf", ("very", "high", "frequency")),
    ],
)
def test_abbreviation_is_learnt_where_it_is_spelt_out(short: str, long: tuple[str, ...]) -> None:
    """“Long Form (LF)”, “LF (Long Form)” and a document's own list teach an abbreviation."""
    assert VOCABULARY.abbreviations[short] == long
    assert VOCABULARY.knows(short)


@pytest.mark.parametrize(
    "text",
    ["The board (see page 4) met.", "They paid (ABC) twice.", "The quick brown fox (XYZ) ran.", "A (B) c."],
)
def test_words_in_brackets_are_not_taken_for_abbreviations(text: str) -> None:
    """Brackets that hold no short form of the words before them teach nothing."""
    assert learnt([text]).abbreviations.keys() == learnt(["Nothing."]).abbreviations.keys()


@pytest.mark.parametrize("name", ["margaret", "ellis", "gull", "island"])
def test_word_with_a_capital_inside_sentences_is_a_name(name: str) -> None:
    """Names are what the corpus writes with a capital where it need not."""
    assert VOCABULARY.is_name(name)


@pytest.mark.parametrize("word", ["the", "in", "passengers", "lighthouse", "keepers", "paint", "unheard"])
def test_word_that_only_begins_sentences_is_no_name(word: str) -> None:
    """A capital at the beginning of a sentence makes no name."""
    assert not VOCABULARY.is_name(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lighthose", "lighthouse"),
        ("lihgthouse", "lighthouse"),
        ("passangers", "passengers"),  # codespell:ignore passangers
        ("harbor", "harbour"),
        ("keepars", "keepers"),
        ("feries", "ferries"),
    ],
)
def test_misspelt_word_is_put_as_the_corpus_writes_it(typed: str, meant: str) -> None:
    """A word with a slip or two becomes the near word that the documents use."""
    assert VOCABULARY.correction(typed) == meant
    assert understood(f"Who paints the {typed}?") == f"Who paints the {meant}?"


@pytest.mark.parametrize("word", ["xylophone", "cat", "mortgage", "zz", "", "2019"])
def test_word_that_is_near_nothing_is_not_corrected(word: str) -> None:
    """A word that the documents do not nearly use stays itself."""
    assert VOCABULARY.correction(word) is None


@given(st.sampled_from(LONG_ENOUGH), st.data())
def test_correction_is_a_near_word_of_the_corpus(word: str, data: st.DataObject) -> None:
    """A correction is a word of the documents or of plain grammar, and never far from what was typed."""
    place = data.draw(st.integers(0, len(word) - 1))
    typed = word[:place] + data.draw(st.sampled_from("abcxyz")) + word[place + 1 :]

    corrected = VOCABULARY.correction(typed)

    known = {*VOCABULARY.words, *STOP_WORDS, *FRAME_WORDS}
    assert corrected is None or (corrected in known and OSA.distance(typed, corrected) <= 2)


@given(st.lists(st.sampled_from(sorted(VOCABULARY.words)), min_size=1, max_size=12).map(" ".join))
def test_words_that_the_corpus_has_are_never_corrected(question: str) -> None:
    """Spelling correction leaves every known word as it was typed."""
    assert question in understood(question).lower()


def test_english_word_that_the_corpus_lacks_is_not_corrected() -> None:
    """A right word is not made into one of the corpus's because that is near."""
    corpus = CorpusWords(
        VOCABULARY, [INFO], lambda word: word in {"likes", "fairies"}, lambda word: False, lambda asked: {}
    )

    assert understand("Who likes fairies?", (), corpus).text == "Who likes fairies?"


def test_rare_word_weighs_more_than_a_common_one() -> None:
    """What stands in fewer passages says more, and what stands in none says most."""
    assert VOCABULARY.idf("paint") > VOCABULARY.idf("lighthous")
    assert VOCABULARY.idf("unheard") > VOCABULARY.idf("paint") > 0


@pytest.mark.parametrize(
    ("question", "is_name"), [("Who rows the Ferries?", False), ("Who rows Ellis?", True)]
)
def test_capital_on_a_plain_word_makes_no_name(question: str, is_name: bool) -> None:
    """A word that the corpus has but never as a name stays a plain word, however it is typed."""
    corpus = CorpusWords(learnt(), [INFO], lambda word: True, lambda word: False, lambda asked: {})

    assert understand(question, (), corpus).terms[-1].is_name is is_name


@pytest.mark.parametrize(("question", "is_name"), [("How many people painted it?", True), ("Why?", False)])
def test_name_that_a_pronoun_stands_for_is_a_name_still(question: str, is_name: bool) -> None:
    """What is told of another thing does not answer “how many use it?”, as it would not by its name."""
    corpus = CorpusWords(learnt(), [INFO], lambda word: False, lambda word: False, lambda asked: {})
    asked = turn("Where is the lighthouse of Gull Island?", "The lighthouse stands on Gull Island.")

    terms = understand(question, (asked,), corpus).terms

    assert any(term.stem == "gull" and term.is_name for term in terms) is is_name
