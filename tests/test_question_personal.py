"""Personal data in a question is noticed and left out; years, figures, dates and postcodes stay."""

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain import Assistant
from assistant.question.personal import Noticed, Personal, notice, public_values
from assistant.types import Status, Turn
from eval.questions import load, load_practice
from eval.run import Options


def digits(count: int) -> st.SearchStrategy[str]:
    """So many digits."""
    return st.text("0123456789", min_size=count, max_size=count)


def with_check_digit(number: str) -> str:
    """*number* and the digit that makes it a card's."""
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(number)))
    return f"{number}{-total % 10}"


def grouped(number: str, between: str) -> str:
    """*number* in fours."""
    return between.join(number[place : place + 4] for place in range(0, len(number), 4))


EMAILS = st.from_regex(
    r"[a-z][a-z0-9._+-]{0,15}[a-z0-9]@[a-z][a-z0-9-]{0,10}\.(?:org|co\.uk|com)", fullmatch=True
)
PHONES = st.one_of(
    digits(6).map(lambda rest: f"07911 {rest}"),
    digits(6).map(lambda rest: f"07700{rest}"),
    digits(3).map(lambda rest: f"0191 496 0{rest}"),
    digits(3).map(lambda rest: f"(0191) 496 0{rest}"),
    digits(6).map(lambda rest: f"+44 7911 {rest}"),
    digits(4).map(lambda rest: f"020-7946-{rest}"),
)
CARDS = st.builds(
    lambda issuer, rest, between: grouped(with_check_digit(issuer + rest), between),
    st.sampled_from(["4000", "5200", "6011", "2300"]),
    digits(11),
    st.sampled_from(["", " ", "-"]),
)
INSURANCE = st.from_regex(
    r"[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]( ?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}\1[A-D]", fullmatch=True
)
REFERENCES = st.one_of(
    digits(5).map(lambda rest: f"crime reference number 42/{rest}/18"),
    digits(8).map(lambda rest: f"crime ref: ABC-{rest}-0123"),
    digits(8).map(lambda rest: f"CRN{rest}"),
    digits(4).map(lambda rest: f"incident number is 7{rest}"),
)
KINDS = [
    (Personal.EMAIL, EMAILS),
    (Personal.PHONE, PHONES),
    (Personal.CARD, CARDS),
    (Personal.INSURANCE, INSURANCE),
    (Personal.REFERENCE, REFERENCES),
]
YEAR = st.integers(1950, 2049)
FIGURE = st.integers(0, 10**10)
HARMLESS = st.one_of(
    YEAR.map(str),
    YEAR.map(lambda year: f"{year}/{(year + 1) % 100:02}"),
    YEAR.map(lambda year: f"{year}-{year + 1}"),
    FIGURE.map(lambda figure: f"{figure:,}"),
    FIGURE.map(lambda figure: f"£{figure:,}"),
    st.decimals(0, 10_000, places=1).map(lambda figure: f"£{figure}m"),
    st.dates().map(lambda day: day.strftime("%d/%m/%Y")),
    st.dates().map(lambda day: day.strftime("%d-%m-%Y")),
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.strftime("%d %B %Y")),
    st.from_regex(r"[A-Z]{1,2}[1-9][0-9]? [0-9][A-HJ-Z]{2}", fullmatch=True),
    st.sampled_from(
        ["999", "101", "116 123", "0800 555 111", "0808 2000 247", "page 12", "3.2%", "section 4(2)"]
    ),
)


@pytest.mark.parametrize(("kind", "values"), KINDS)
def test_personal_data_is_noticed_and_gone(kind: Personal, values: st.SearchStrategy[str]) -> None:
    """Each kind, however it is written, is named, is not looked up, and is not shown."""

    @given(values)
    def each(value: str) -> None:
        noticed = notice(f"My details: {value}. When does the shop open in 2018/19?")

        assert kind in noticed.kinds
        told = "".join(filter(str.isalnum, value.rpartition(" ")[2] if kind is Personal.REFERENCE else value))
        for text in (noticed.left, noticed.shown):
            assert told not in "".join(filter(str.isalnum, text))
            assert text.endswith("When does the shop open in 2018/19?")
        assert notice(noticed.shown).kinds == ()

    each()


@given(st.lists(HARMLESS, min_size=1, max_size=5), st.sampled_from([" and ", ", ", " to ", "; "]))
def test_years_figures_dates_and_postcodes_stay(values: list[str], between: str) -> None:
    """Nothing that a question about a plan holds is taken for personal data."""
    question = f"How many were there: {between.join(values)}?"

    assert notice(question) == Noticed(question, question)


@given(st.text(max_size=500))
def test_any_text_is_read(text: str) -> None:
    """Whatever is typed, what has nothing personal stays as it was, and what has is shorter to look up."""
    noticed = notice(text)

    assert noticed == Noticed(text, text) if not noticed.kinds else len(noticed.left) < len(text)


@pytest.mark.parametrize(
    "text",
    [
        "4000 0000 0000 0001",  # no card has this check digit
        "What is a crime reference number?",
        "The case number 2018/19",
        "by 12 34 56 c",
        "2015 2016 2017 2018",
        "Who works from 0900 1800?",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    """A number that cannot be what it looks like is left alone."""
    assert notice(text).kinds == ()


def test_what_was_left_out_is_not_looked_up_later() -> None:
    """A question as it was shown can be asked again: the words that stand for the data are no part of it."""
    shown = notice("Ring 07911 123456: when is it open?").shown

    assert notice(shown) == Noticed(shown, "Ring : when is it open?")


def test_what_documents_print_is_public() -> None:
    """The contact details of a document may be asked about, however they are spaced."""
    public = public_values("Write to desk@library.example.org or phone 01632 960145.")

    assert notice("Is (01632) 960 145 your number, desk@library.example.org?", public).kinds == ()
    assert notice("Mine is 01632 960146", public).kinds == (Personal.PHONE,)


def test_the_rest_of_the_question_is_answered(library: Assistant, caplog: pytest.LogCaptureFixture) -> None:
    """With personal data in it a question gets the answer it gets without, and a sentence that says so."""
    caplog.set_level(logging.DEBUG)
    asked = "I am quux@example.org, 07911 123456. How long can I borrow a book?"
    answer = library.ask(asked)

    assert "four weeks" in answer.text
    assert "e-mail address and phone number" in answer.notes[0]
    assert "quux" not in repr(answer) + caplog.text
    assert "123456" not in repr(answer) + caplog.text
    follow = library.ask("and in 2019?", [Turn(asked, answer)])
    assert "three weeks" in follow.text
    assert "quux" not in repr(follow)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my email is a.b@example.org, who runs the library?", "who runs the library?"),
        ("Who runs the library? My phone number is 07700 900123.", "Who runs the library?"),
        ("my mobile number: 07700 900123 and when does it open?", "when does it open?"),
    ],
)
def test_words_that_only_lead_to_it_are_left_out_too(text: str, left: str) -> None:
    """What is looked up is the question alone, and not "my e-mail is"."""
    assert notice(text).left == left


def test_what_is_left_is_looked_up(library: Assistant) -> None:
    """Retrieval alone leaves personal data out as well."""
    query, _ = library.weighed("quux@example.org: how long can I borrow a book?")

    assert "quux" not in repr(query)


@pytest.mark.parametrize("earlier", [[], ["How long can I borrow a book?"]])
def test_nothing_but_personal_data_is_no_question(library: Assistant, earlier: list[str]) -> None:
    """A message that holds nothing else is asked for a question, also late in a conversation."""
    answer = library.ask("07911 123456", [Turn(asked, library.ask(asked)) for asked in earlier])

    assert answer.status is Status.NEEDS_CLARIFICATION
    assert answer.question == "[phone number left out]"


def test_the_contact_of_the_documents_can_be_asked_about(library: Assistant) -> None:
    """A number that a document prints is looked up as it stands."""
    answer = library.ask("Is 01632 960 145 the phone number of the library service?")

    assert answer.question.startswith("Is 01632")


def test_no_evaluation_question_has_personal_data() -> None:
    """Every question of the evaluation and of practice is looked up whole."""
    questions = (*load(Options().questions), *load_practice(Options().practice))

    assert [q.id for q in questions if any(notice(turn).kinds for turn in q.turns)] == []


def test_a_needy_message_is_shown_without_it(library: Assistant) -> None:
    """Somebody in need who gives a number is helped, and the number is left out all the same."""
    answer = library.ask("my partner hits me, ring me on 07911 123456")

    assert answer.status is Status.SIGNPOSTED
    assert "123456" not in json.dumps([answer.question, answer.text, *answer.notes])
