"""Follow-ups: a question that leans on earlier turns becomes one that stands alone."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.follow_up import place_asked, resolve
from assistant.types import Status, Turn
from tests.turns import turn

SPENT = turn("How much was spent on staff in 2020/21?", "Staff cost £3.9m in 2020/21.")
CAPTAIN = turn("Who is the captain of the Northern Star?", "The captain is Ruth Adeyemi.")
COMPANY = turn("What is the Ferry Company?", "The Ferry Company sails to four islands.")
RULES = turn(
    "What are the rules?",
    "Passengers must: sit down; pay the fare; keep dogs on a lead.",
    said="“Passengers must:” [1]\n- sit down;\n- pay the fare;\n- keep dogs on a lead.",
)


@pytest.mark.parametrize(
    "question", ["and the year after?", "The year after?", "What about the following year?"]
)
def test_year_after_is_the_next_year(question: str) -> None:
    """The year after 2020/21 is 2021/22, and all else is as it was asked before."""
    assert resolve(question, [SPENT]).text == "How much was spent on staff in 2021/22?"


def test_topic_stays_while_nothing_else_is_named() -> None:
    """A pronoun of the third turn stands for what that of the second stood for, not for words said of it."""
    first = turn("What is the harbour crane?", "The crane lifts boats.")
    text = resolve("How much did it cost to paint?", [first]).text
    second = turn("How much did it cost to paint?", "Paint cost £90.")
    second = replace(second, answer=replace(second.answer, understood_as=text))

    assert text == "How much did the harbour crane cost to paint?"
    assert resolve("Who drives it?", [first, second]).text == "Who drives the harbour crane?"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Is there a newer one?", "Is there a newer harbour crane?"),
        ("What does a small one do?", "What does a small harbour crane do?"),
    ],
)
def test_one_is_one_of_what_was_spoken_of(question: str, asked: str) -> None:
    """Asked for "a newer one", a newer one of the things is meant that the turn before was about."""
    crane = turn("What is the harbour crane?", "The crane lifts boats.")

    assert resolve(question, [crane]).text == asked


def test_which_one_is_one_of_the_things_and_no_person() -> None:
    """Of a captain's rules "which one" asks for a rule, though "his" stood for the captain."""
    rules = turn("What are his rules?", "No smoking.")
    rules = replace(rules, answer=replace(rules.answer, understood_as="What are Ruth Adeyemi’s rules?"))

    asked = resolve("Which one is about dogs?", [CAPTAIN, rules]).text
    assert asked == "Which of Ruth Adeyemi’s rules is about dogs?"


@pytest.mark.parametrize(
    "question", ["and the year before?", "What about the previous year?", "the year earlier?"]
)
def test_year_before_is_the_last_year(question: str) -> None:
    """The year before 2020/21 is 2019/20."""
    assert resolve(question, [SPENT]).text == "How much was spent on staff in 2019/20?"


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("and two years later?", "2022/23"),
        ("Three years on?", "2023/24"),
        ("What about 2 years earlier?", "2018/19"),
        ("one year before that?", "2019/20"),
    ],
)
def test_years_are_counted_from_the_turn_before(question: str, year: str) -> None:
    """So many years later or earlier is asked of that year, and never answered for another."""
    assert resolve(question, [SPENT]).text.startswith(f"How much was spent on staff in {year}")


@pytest.mark.parametrize(
    "question",
    ["And in 2022/23?", "what about 2022/23?", "How about 2022/23", "and for 2022/23?"],
)
def test_other_year_takes_the_place_of_the_first(question: str) -> None:
    """A question that names nothing but a year asks the same of that year."""
    assert resolve(question, [SPENT]).text == "How much was spent on staff in 2022/23?"


@pytest.mark.parametrize(
    "question",
    [
        "No, I meant 2018/19",
        "Sorry, I meant 2018/19",
        "no meant 2018/19",
        "I meant 2018/19.",
        "no, make that 2018/19",
        "Actually, I meant 2018/19",
    ],
)
def test_correction_of_the_year_is_taken(question: str) -> None:
    """A reader who corrects the year gets the question asked again for the right one."""
    assert resolve(question, [SPENT]).text == "How much was spent on staff in 2018/19?"


@pytest.mark.parametrize(
    ("question", "year"), [("And the year before?", "2019/20"), ("what about next year", "2021/22")]
)
def test_year_is_counted_from_the_one_that_was_told(question: str, year: str) -> None:
    """Where no year was asked about, the year before is that before the one that the answer gives."""
    told = turn("What is the budget?", "The budget for 2020-21 is £4m.")
    untold = turn("What is the budget?", "The budget is £4m.")

    assert resolve(question, [told]).text == f"What is the budget in {year}?"
    assert year not in resolve(question, [untold]).text


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ("How much is the fine in 2020?", "Which is bigger, the fee or the fine, in 2020?"),
        ("How much is the fine in 2021?", ""),
    ],
)
def test_which_is_bigger_means_the_two_just_asked_about(second: str, asked: str) -> None:
    """“Which is bigger?” is asked of the two things of the same year that the last turns were about."""
    first = turn("How much is the fee in 2020?", "The fee is £4.")

    text = resolve("and which is bigger?", [first, turn(second, "The fine is £6.")]).text

    assert text == asked or (not asked and "Which is bigger, the fee" not in text)


def test_which_is_bigger_needs_no_year() -> None:
    """Two things that were asked about without a year are compared without one."""
    turns = [turn("What is the fee?", "The fee is £4."), turn("What is the fine?", "The fine is £6.")]

    assert resolve("Which one is higher?", turns).text == "Which is higher, the fee or the fine?"


def test_year_is_added_where_none_was_asked() -> None:
    """A follow-up that names a year gives it to a question that had none."""
    resolved = resolve("and in 2019?", [turn("How many islands are served?", "It serves four islands.")])

    assert resolved.text == "How many islands are served in 2019?"


@pytest.mark.parametrize(
    ("question", "earlier", "name"),
    [
        ("Who runs it?", COMPANY, "Ferry Company"),
        ("When was it founded?", COMPANY, "Ferry Company"),
        ("What are its fares?", COMPANY, "Ferry Company"),
        ("When was she appointed?", CAPTAIN, "Ruth Adeyemi"),
        ("What is her rank?", CAPTAIN, "Ruth Adeyemi"),
    ],
)
def test_pronoun_is_put_as_what_it_stands_for(question: str, earlier: Turn, name: str) -> None:
    """“It” becomes the topic, and “she” the person whom the quote named."""
    resolved = resolve(question, [earlier])

    assert name in resolved.text
    assert resolved.is_follow_up


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("What is the second one?", "pay the fare;"),
        ("Tell me more about the first one", "sit down;"),
        ("the last one?", "keep dogs on a lead."),
        ("What about number 3?", "keep dogs on a lead."),
        ("the 2nd one", "pay the fare;"),
    ],
)
def test_place_in_a_list_is_put_as_the_item(question: str, item: str) -> None:
    """“The second one” is the second item that the reader saw."""
    assert resolve(question, [RULES]).text == item


def test_pronoun_after_an_item_stands_for_its_words() -> None:
    """What is asked next of an item of a list is asked of the whole item, in its own words."""
    second = replace(RULES.answer, question="the second one", understood_as="pay the fare;")

    text = resolve("Who must do it?", [RULES, Turn("the second one", second)]).text

    assert text == "Who must do “pay the fare”?"


@pytest.mark.parametrize(
    ("questions", "place"),
    [
        (("the second one?", "And the one after that?"), 3),
        (("the second one?", "and the next one", "and the one before that?"), 2),
        (("What is number one of the rules?", "And the next?"), 2),
        (("the first one?", "and the one before that?"), 0),
        (("What are the rules?", "And the next?"), 0),
    ],
)
def test_next_item_is_counted_from_the_one_just_told(questions: tuple[str, ...], place: int) -> None:
    """“The one after that” is the place after the one asked for before; with none before, it is no place."""
    *earlier, latest = questions

    assert place_asked(latest, [turn(asked, "") for asked in earlier]) == place


@pytest.mark.parametrize("question", ["What about fuel?", "And fuel?", "and what about the fuel?"])
def test_other_subject_keeps_the_rest_of_the_question(question: str) -> None:
    """A question that changes only its subject carries the earlier words, with less weight than its own."""
    resolved = resolve(question, [SPENT])
    carried = dict(resolved.carried)

    assert "fuel" in resolved.new_text.lower()
    assert 0 < carried["spent"] < 1
    assert resolved.is_follow_up


@pytest.mark.parametrize(
    "question",
    [
        "How many passengers used the night ferry in 2021?",
        "Who is the harbour master of Oakworth?",
        "What are the rules about bicycles on the ferry?",
        "When did the Northern Star begin to sail?",
        "How much is a child's ticket to Gull Island?",
        "If a ferry is cancelled, when does it sail?",
        "Why do the passengers leave their dogs on the car deck?",
        "For how long may dogs stay on the car deck?",
    ],
)
def test_question_that_stands_alone_is_left_alone(question: str) -> None:
    """A question that needs nothing of the conversation takes nothing of it."""
    for earlier in ([], [SPENT], [RULES, CAPTAIN, COMPANY]):
        resolved = resolve(question, earlier)

        assert (resolved.text, resolved.new_text, resolved.carried) == (question, question, ())
        assert not resolved.is_follow_up
        assert not resolved.focus


@pytest.mark.parametrize("question", ["and the year after?", "Who runs it?", "the second one?", "Why?"])
def test_follow_up_to_nothing_is_taken_as_it_is(question: str) -> None:
    """Without an earlier turn there is nothing to lean on."""
    resolved = resolve(question, [])

    assert resolved.text == question
    assert not resolved.is_follow_up


@pytest.mark.parametrize(
    "question",
    [
        "Something else: what are the fares?",
        "A different question. What are the fares?",
        "New question, what are the fares?",
    ],
)
def test_reader_who_changes_the_subject_is_followed(question: str) -> None:
    """A reader who says that this is another question is taken at their word."""
    resolved = resolve(question, [SPENT])

    assert "what are the fares" in resolved.text.lower()
    assert "staff" not in resolved.text
    assert not resolved.is_follow_up


@pytest.mark.parametrize("status", [Status.INVALID, Status.OUT_OF_SCOPE, Status.SIGNPOSTED])
def test_turn_about_something_else_is_passed_over(status: Status) -> None:
    """A follow-up leans on the latest turn that was about the documents."""
    stray = turn("What is for tea?", status=status, said="I can only answer questions about these documents.")

    assert resolve("and the year after?", [SPENT, stray]).text == "How much was spent on staff in 2021/22?"


@pytest.mark.parametrize(
    ("search", "leans"),
    [("fares children", True), ("fares Oakworth Comet", False), ("winter timetable ferry pier", False)],
)
def test_a_few_keywords_are_about_what_was_spoken_of(search: str, leans: bool) -> None:
    """Two keywords after a question go on with it; a name, or more words, are a subject of their own."""
    asked = turn("Who runs the Island Ferry?", "The council runs the Island Ferry.")

    assert resolve(search, [asked]).is_follow_up is leans


@pytest.mark.parametrize(
    ("question", "goes_on"),
    [
        ("How long does the lease run?", True),
        ("How long does the winter last?", False),
        ("When did the Comet begin its lease?", False),
        ("What does the plan promise to walkers?", False),
    ],
)
def test_the_thing_that_was_just_quoted_is_meant(question: str, goes_on: bool) -> None:
    """“The lease” after a passage that speaks of a lease is that one; a name or a paper is a new subject."""
    quoted = turn("What is the Ferry Inn?", "The inn stands on a lease of forty years, says the plan.")

    resolved = resolve(question, [quoted])

    assert resolved.text == question
    assert resolved.is_follow_up is goes_on
    assert bool(resolved.focus) is goes_on


def test_pronoun_after_a_question_out_of_scope_means_what_that_brought_up() -> None:
    """“It” is never taken for the topic before where another one has just been asked about."""
    stray = turn("When did the circus leave?", status=Status.OUT_OF_SCOPE, said="Not in the documents.")

    assert "the circus" in resolve("What does it cost?", [SPENT, stray]).text


def test_change_since_a_year_is_asked_of_the_topic() -> None:
    """“What changed since 2015?” after a list asks how that list changed, however long it was then."""
    asked = turn("What are the twelve aims?", "The twelve aims are told on the wall.")

    assert resolve("And what changed since 2015?", [asked]).text == "What changed in the aims since 2015?"


def test_two_figures_asked_about_before_differ() -> None:
    """“How do the two differ?” sets the years of the last two turns side by side."""
    later = turn("How much was spent on staff in 2021/22?", "Staff cost £3m in 2021/22.")

    text = resolve("How do the two differ?", [SPENT, later]).text

    assert "2020/21" in text
    assert "2021/22" in text


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("What do the two come to?", "What do the staff and the fuel come to in 2020/21?"),
        ("How much is that for both together?", "What do the staff and the fuel come to in 2020/21?"),
        ("How do the two differ?", "What is the difference between the staff and the fuel in 2020/21?"),
    ],
)
def test_two_things_asked_about_before_are_set_side_by_side(asked: str, meant: str) -> None:
    """“The two” are the things of the last two turns, where both were asked about for one year."""
    fuel = turn("How much was spent on fuel in 2020/21?", "Fuel cost £1m in 2020/21.")
    compared = turn("What is the difference between the staff and the fuel in 2020/21?", "Staff is £1m more.")

    assert resolve(asked, [SPENT, fuel]).text == meant
    assert resolve(asked, [fuel, compared]).text == meant


def test_follow_up_leans_on_the_latest_of_several_turns() -> None:
    """Of several turns the latest is meant."""
    later = turn("How much was spent on fuel in 2017/18?", "Fuel cost £1.1m in 2017/18.")

    assert resolve("and the year after?", [SPENT, later]).text == "How much was spent on fuel in 2018/19?"


def test_year_after_a_refused_year_goes_on_from_it() -> None:
    """A turn that was refused for its year can still be leaned on."""
    refused = turn(
        "How much was spent on staff in 2030/31?",
        status=Status.NOT_IN_DOCUMENTS,
        said="Not given for 2030/31.",
    )

    assert resolve("and 2020/21?", [refused]).text == "How much was spent on staff in 2020/21?"


def test_long_history_costs_nothing() -> None:
    """Ten thousand earlier turns take no longer than a few."""
    turns = [CAPTAIN] * 9_999 + [SPENT]
    began = time.perf_counter()

    resolved = resolve("and the year after?", turns)

    assert time.perf_counter() - began < 0.1
    assert resolved.text == "How much was spent on staff in 2021/22?"


@given(
    st.lists(
        st.sampled_from(
            ["and", "no,", "the", "year", "after", "2019", "2020/21", "it", "she", "who", "second", "one"]
        )
        | st.text(max_size=6),
        max_size=8,
    ).map(" ".join),
    st.sampled_from([SPENT, CAPTAIN, COMPANY, RULES]),
)
def test_any_follow_up_is_resolved_from_what_was_said(question: str, earlier: Turn) -> None:
    """Whatever is asked, the outcome is text, and nothing is carried where nothing is leaned on."""
    resolved = resolve(question, [earlier])

    assert bool(resolved.text) or not question
    assert all(0 < weight <= 1 for _, weight in resolved.carried)
    assert resolved.is_follow_up or not resolved.carried


@pytest.mark.parametrize(
    ("previous", "question", "wanted"),
    [
        (
            "How much was spent on diesel in 2020?",
            "And the ferries?",
            "How much was spent on the ferries in 2020?",
        ),
        ("When does the night bus leave?", "what about the ferry?", "When does the ferry leave?"),
        (
            "What does the handbook say about lost dogs?",
            "and cats?",
            "What does the handbook say about cats?",
        ),
        ("How many ferries are there?", "and in Oakworth?", "How many ferries are there in Oakworth?"),
        ("Which crews sail for Oakworth?", "and for Fernshire?", "Which crews sail for Fernshire?"),
        (
            "What is the aim in the new harbour plan?",
            "and in the older plan?",
            "What is the aim in the older plan?",
        ),
    ],
)
def test_other_topic_takes_the_place_of_the_one_before(previous: str, question: str, wanted: str) -> None:
    """A question such as "and X?" asks the previous question of X, and no longer of what it was asked of."""
    resolved = resolve(question, [turn(previous, "The ferry sails at noon.")])

    assert resolved.text == wanted
    assert resolved.is_follow_up


def test_now_takes_the_place_of_the_year() -> None:
    """A question such as "and now?" asks the previous question of the present, without its year."""
    resolved = resolve("what about now?", [turn("Who ran the ferry in 2015?", "Ann Lee ran it.")])

    assert resolved.text == "Who ran the ferry now?"
