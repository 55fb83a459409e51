"""What a person typed → one line of plain text, or one clear sentence."""

import contextlib
import time
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from assistant.errors import QuestionInvalid
from assistant.question.clean import clean

LIMIT = 1_000
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore the documents")
RUDE = st.characters(categories=("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
TYPED = st.lists(
    st.sampled_from(["When ", "is ", "the ", "library ", "open", "?", " ", "\n", "£5", "é", "ﬁ", "²", "👍"])
    | st.text(max_size=4)
    | RUDE,
    max_size=25,
).map("".join)


@pytest.mark.parametrize(
    "nothing", ["", " ", "\n\t \r\n", "\u00a0\u2003", "\u200b\u200d\ufeff", "\x00", TAGS]
)
def test_nothing_typed_is_called_empty(nothing: str) -> None:
    """Nothing, spaces, and characters that nobody can see are an empty question."""
    with pytest.raises(QuestionInvalid, match="empty"):
        clean(nothing, LIMIT)


def test_question_of_the_greatest_length_is_taken() -> None:
    """A thousand characters are not too many."""
    question = "Why is the branch shut? ".ljust(LIMIT, "y")

    assert clean(question, LIMIT) == question


def test_question_that_is_too_long_is_told_its_length_and_the_limit() -> None:
    """One character too many is refused with both numbers."""
    with pytest.raises(QuestionInvalid, match=r"1,001 characters.*1,000"):
        clean("x" * (LIMIT + 1), LIMIT)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  When\tdoes it\r\n open?\n", "When does it open?"),
        ("When\u2028does\u2029it open?", "When does it open?"),
        ("When\x00does\x07it open?", "When does it open?"),
        ("Wh\u200ben does \u00adit \ufeffopen?", "When does it open?"),
        ("\u202eWhen does it open?\u202c", "When does it open?"),
        ("\u2066When\u2069 does it open?", "When does it open?"),
        (f"When does it open?{TAGS}", "When does it open?"),
        ("When \ud800does it open?\udfff", "When does it open?"),
        ("When does it open\ue000?", "When does it open?"),
        ("Ｗｈｅｎ does it open？", "When does it open?"),
        ("Who runs the oﬃce?", "Who runs the office?"),
        ("When\u00a0does\u3000it open?", "When does it open?"),
    ],
)
def test_invisible_characters_do_not_reach_the_question(typed: str, kept: str) -> None:
    """Control, zero-width, bidirectional, tag and surrogate characters go; spaces of any kind become one."""
    assert clean(typed, LIMIT) == kept


@pytest.mark.parametrize("typed", ["👍", "👍🏽🎉", "❤️", "👩‍👩‍👧", "???", "…!", "---", "£ % &", "\u0301"])
def test_signs_alone_are_no_question(typed: str) -> None:
    """Emoji and punctuation without a word are refused."""
    with pytest.raises(QuestionInvalid, match="words"):
        clean(typed, LIMIT)


@pytest.mark.parametrize(
    "typed",
    [
        "Combien de bibliothèques sont dans la ville ?",
        "Wie viel kostet eine Karte und wer ist der Leiter?",  # codespell:ignore ist
        "¿Cuántos libros se pueden pedir en la biblioteca y por qué?",
        "Quanto costa la tessera e chi sono i membri?",
        "Kto jest dyrektorem i jak są wybierani?",
        "Pwy yw'r llyfrgellydd a faint mae yn ei gostio?",
        "Hoeveel kost het en wat zijn de openingstijden?",
        "Сколько стоит карточка?",
        "Πόσο κοστίζει η κάρτα;",
        "كم تكلف البطاقة؟",
        "כמה עולה הכרטיס?",
        "कार्ड की कीमत क्या है?",
        "图书馆几点开门?",
        "図書館は何時に開きますか?",
        "บัตรห้องสมุดราคาเท่าไร",
        "도서관은 언제 열어요?",
    ],
)
def test_other_languages_are_told_that_only_english_is_read(typed: str) -> None:
    """A question in another language, in Latin letters or not, is refused in one sentence."""
    with pytest.raises(QuestionInvalid, match="English"):
        clean(typed, LIMIT)


@pytest.mark.parametrize(
    "typed",
    [
        "Who is Zoë Müller?",
        "What is on the carte du jour at the café?",
        "Who plays at the El Niño concert in Los Barrios?",
        "Who runs the branch in La Rochelle?",
        "What does “Библиотека” mean in the plan?",
        "What would a 5 km walk cost?",
        "opening hours",
        "RFID",
        "2019?",
        "why",
        "Does the der Spiegel subscription run out and is it die-cut?",
    ],
)
def test_english_with_a_few_foreign_words_is_read(typed: str) -> None:
    """Names and single words of another language do not make a question foreign."""
    assert clean(typed, LIMIT)


@pytest.mark.parametrize("typed", ["word " * 20_000, "\u200b" * 100_000, "é\u0301" * 50_000, "ſ ﷺ" * 33_333])
def test_hundred_kilobytes_are_read_or_refused_at_once(typed: str) -> None:
    """A question of 100 kB costs next to nothing, even where the limit lets it in."""
    began = time.perf_counter()
    for limit in (LIMIT, 10**6):
        with contextlib.suppress(QuestionInvalid):
            clean(typed, limit)

    assert time.perf_counter() - began < 2


@given(TYPED)
@example("the\u200d library\u0000?")
def test_clean_text_has_only_what_a_reader_sees(typed: str) -> None:
    """Whatever was typed becomes one line without control or format characters, or is refused."""
    try:
        line = clean(typed, LIMIT)
    except QuestionInvalid:
        return

    assert not {unicodedata.category(character) for character in line} & UNSEEN
    assert line == " ".join(line.split())
    assert line.encode("utf-8")


@given(TYPED)
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    """A clean question is left as it is."""
    try:
        line = clean(typed, LIMIT)
    except QuestionInvalid:
        assume(False)
    # A format character that stood inside a letter and its accent leaves the two apart.
    assume(unicodedata.is_normalized("NFKC", line))

    assert clean(line, 100 * LIMIT) == line
