"""Everyday English made plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.everyday import core_of, names_a_topic, plain, with_tasks

TWO_JOBS = "What is the mayor responsible for, and what is the chair responsible for?"
STORY = (
    "My grandson joined in the spring and he loves the mobile library that stops by our village hall, "
    "but last week he lost his card on the bus home. {}"
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wot is the fine", "what is the fine"),
        ("Whos the boss?", "who's the boss?"),
        ("how much do u pay", "how much do you pay"),
        ("is it free for kids", "is it free for children"),
        ("how many quid is it", "how many pounds is it"),
        ("dont u open on sundays", "don't you open on sundays"),
        ("what abt ppl on low pay", "what about people on low pay"),
    ],
)
def test_everyday_spellings_and_words_are_put_plainly(typed: str, meant: str) -> None:
    """Texting, missing apostrophes and homely words become plain English."""
    assert plain(typed).lower() == meant.lower()


@pytest.mark.parametrize(
    "question",
    [
        "What is the fine for a late book?",
        "Who is Margaret Ellis?",
        "How much was spent on staff in 2021/22 (£000)?",
        "Is the Oakworth branch open, or isn't it?",
        "",
    ],
)
def test_plain_english_is_left_alone(question: str) -> None:
    """Words that are plain already stay as they were typed."""
    assert plain(question) == question


@given(st.text(max_size=80))
def test_plain_text_stays_plain(text: str) -> None:
    """Putting text plainly a second time changes nothing more than the first did."""
    once = plain(text)

    assert plain(plain(once)) == plain(once)
    assert len(once.split()) >= len(text.split())


@pytest.mark.parametrize("question", ["", "opening hours", "How many branches are there, and where?"])
def test_short_question_is_taken_whole(question: str) -> None:
    """A short question has no story around it."""
    assert core_of(question) == question


@pytest.mark.parametrize(
    "asked", ["How much does a new library card cost?", "Where can he leave his old library books?"]
)
def test_question_inside_a_story_is_found(asked: str) -> None:
    """Of a long story the clause that asks is kept."""
    assert core_of(STORY.format(asked)) == asked


def test_story_that_asks_nothing_is_taken_whole() -> None:
    """A story without a question in it is kept whole."""
    story = STORY.format("We are sorry.")

    assert core_of(story) == story


@given(
    st.lists(st.sampled_from([*STORY.split(), "What", "is", "the", "fine?", ".", ","]), max_size=60).map(
        " ".join
    )
)
def test_core_is_the_end_of_the_question(question: str) -> None:
    """The core is never anything that was not asked: it is the question or the end of it."""
    assert question.endswith(core_of(question))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How much is Anna Lind paid a year?", "what is the salary of Anna Lind?"),
        ("How much does the harbour master earn?", "what is the salary of the harbour master?"),
        ("How much was paid for the quay?", "How much was paid for the quay?"),
        ("How much did the council pay the crew?", "How much did the council pay the crew?"),
    ],
)
def test_what_somebody_is_paid_is_their_salary(question: str, wanted: str) -> None:
    """A question of what a person is paid asks for a salary; other payments stay as they are."""
    assert plain(question) == wanted


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who runs it at the moment?", "who runs it now?"),
        ("what are the fines these days", "what are the fines now"),
        (
            "how much money will they have coming in next year?",
            "how much money will they have as income next year?",
        ),
        ("when do the new books come in?", "when do the new books come in?"),
        ("Who's in charge of the branch?", "Who is the head of the branch?"),
        ("what is in charge of the doors?", "what is in charge of the doors?"),
        ("What do members get out of it?", "how do members benefit from it?"),
        ("how much is it altogether?", "how much is it in total?"),
        ("How do I get involved?", "How do I take part?"),
        ("What work does it involve?", "What work does it involve?"),
        ("How will we know if the plan is working?", "how is the success of the plan measured?"),
        ("how can you tell whether their scheme has worked", "how is the success of their scheme measured"),
        ("How do you know if the board is working late?", "How do you know if the board is working late?"),
        ("What’s new in the 2021 plan?", "what changed in the 2021 plan?"),
        ("What is new in the harbour?", "What is new in the harbour?"),
        ("What was left out of the old plan?", "what changed from the old plan?"),
        ("What was left out of the boat?", "What was left out of the boat?"),
        ("What did the first plan have as its aims?", "what were the aims of the first plan?"),
        ("what does the board list as safe moorings", "what are the safe moorings of the board"),
        ("What does he have as a pet?", "What does he have as a pet?"),
        ("can they put our part of the fares up", "can they increase our part of the fares"),
        ("stop them putting up the fines", "stop them increasing the fines"),
        ("must we put up with the fees?", "must we put up with the fees?"),
        ("put the shelf up", "put the shelf up"),
        ("who's on the committee?", "who are the members of the committee?"),
        ("and who sits on it?", "and who are the members of it?"),
        ("who is on duty?", "who is on duty?"),
        ("How big is the harbour board?", "how many members does the harbour board have?"),
        ("how big is the harbour?", "how big is the harbour?"),
        ("How long has the night ferry been running?", "when did the night ferry begin?"),
        ("how long has she been open to offers", "how long has she been open to offers"),
        ("how big an area does it serve?", "how many square miles does it serve?"),
        ("How large is the patch?", "how many square miles is the patch?"),
        ("how many go straight back to stealing?", "how many reoffend?"),
        ("how many go back stealing", "how many reoffend"),
        ("how much Ann Lee paid year", "what is the salary of Ann Lee?"),
        ("they go back to the library", "they go back to the library"),
        ("what do they talk about at the board", "what is discussed at the board"),
        ("What do the members talk about?", "What do the members talk about?"),
        ("Did the board like the draft?", "Did the board approve of the draft?"),
        ("what do the new vans look like in the dark?", "what do the new vans look like in the dark?"),
        ("Are there more bike thefts now than before?", "Are bike thefts rising?"),
        ("is there less litter than in the past?", "is litter falling?"),
        ("who decides on the fares?", "who sets the fares?"),
        ("Who determines our rents?", "Who sets our rents?"),
        ("who decides what is built?", "who decides what is built?"),
        ("Are there more vans than drivers?", "Are there more vans than drivers?"),
        ("Where does most of the money come from?", "what are the main sources of funding?"),
        (
            "Where does the money for the library come from?",
            "Where does the money for the library come from?",
        ),
    ],
)
def test_everyday_phrases_are_put_plainly(typed: str, meant: str) -> None:
    """What people say in several everyday words becomes the one word that documents use."""
    assert plain(typed) == meant


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("what is being done about foxes", True),
        ("foxes in the bins are a pest, what does the warden want done about it", False),
        ("Are foxes a problem in the park?", True),
        ("Is there a problem with foxes?", True),
        ("Are there any foxes?", True),
        ("How common are foxes?", True),
        ("Is there a problem with it?", False),
        ("Is the warden well paid?", False),
        ("does the plan mention foxes?", True),
        ("Did the report refer to the foxes?", True),
        ("does the plan mention how foxes are caught?", False),
    ],
)
def test_pronoun_names_no_topic(question: str, names: bool) -> None:
    """“Done about foxes”, “a problem with foxes” are about foxes alone; “it” leaves that open."""
    assert names_a_topic(question) is names


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("What's the treasurer's job?", "What is the treasurer responsible for?"),
        ("What is the main role of the Chief Pilot?", "What is the Chief Pilot responsible for?"),
        ("What does the HMC do?", "What is the harbour master's court responsible for?"),
        ("What does the XYZ do?", "What is the XYZ responsible for?"),
        ("What does a mayor do?", "What is the mayor responsible for?"),
        ("What powers does the mayor have?", "What are the responsibilities of the mayor?"),
        ("what are the Chief Pilot's duties?", "What are the responsibilities of the Chief Pilot?"),
        ("difference between the mayor and the chair", TWO_JOBS),
        ("How is the mayor different from the chair?", TWO_JOBS),
        ("What does the mayor do about floods?", "What does the mayor do about floods?"),
        ("What is the difference between the mayor and last year?", None),
        ("What does the fund do?", None),
    ],
)
def test_job_is_asked_for_as_what_somebody_is_responsible_for(asked: str, meant: str | None) -> None:
    """The job of a post, or the difference between two, is asked for in the words of documents."""
    assert with_tasks(asked, {"hmc": ("harbour", "master's", "court")}) == (meant or asked)
