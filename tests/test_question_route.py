"""Messages of people in need are sent to help before anything is looked up; questions on policy are not."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import route
from assistant.question.patterns import any_of
from assistant.question.route import Route, route_of, tells_of_themselves
from assistant.question.said import said

NEEDS: list[tuple[str, Route]] = [
    ("Someone is climbing in through my kitchen window", Route.DANGER),
    ("please send the police, he has an axe and is coming to hurt us", Route.DANGER),
    ("I want to end my life", Route.SUICIDE),
    ("my brother says he is going to kill himself", Route.SUICIDE),
    ("How can I call 999 when I am not able to speak?", Route.SILENT_CALL),
    ("im deaf how do i ring 999", Route.TEXT_USER),
    # a wish, a question for help, one that leans on the story, and harm, whatever is asked after it
    ("My shed was broken into. Who looks after people whose sheds are robbed?", Route.REPORT_CRIME),
    ("I want to report a burglary. What is the procedure for burglaries now?", Route.REPORT_CRIME),
    ("My shed was broken into last night. Does that spoil it?", Route.REPORT_CRIME),
    ("my fella went for me in the yard. What is the mentor scheme for?", Route.DOMESTIC_ABUSE),
    ("I was sexually assaulted", Route.SEXUAL_ABUSE),
    ("I am worried about a child", Route.CHILD_AT_RISK),
    ("my girlfriend keeps slapping me", Route.DOMESTIC_ABUSE),
    ("Our grandad has gone missing", Route.MISSING_PERSON),
    ("I’m being stalked by somebody from the library", Route.STALKING),
    ("they shouted at us because we are Sikh", Route.HATE_CRIME),
    ("Who do I complain to about the commissioner?", Route.COMPLAINT_COMMISSIONER),
    ("I want to complain about a constable", Route.COMPLAINT_POLICE),
    ("Who can support me as a victim of crime?", Route.VICTIM_SUPPORT),
    ("someone stole my wheelbarrow from the allotment", Route.REPORT_CRIME),
    ("Where can I report a burglary?", Route.REPORT_CRIME),
]
POLICY = [
    "What does the plan say about domestic abuse?",
    "How many people were stabbed in 2017?",
    "Who runs the suicide prevention group?",
    "Are victims of rape supported?",
    "How many complaints about officers were there?",
    "How do I contact the office of the Police and Crime Commissioner?",
    "I would like to contact the Police and Crime Panel about its next meeting.",
    "What happens to children who go missing?",
    "I am writing about hate crime. What does the report say?",
    "My shed was burgled in 2015. How many burglaries were there that year?",
    "I'm dying to know when the library opens",
    "Please help me find the opening hours",
    "I'd like to report back to my parish council. What are the aims?",
    "My husband thinks that the fee rose. Did it?",
    "hate crime",
]


@pytest.mark.parametrize(("message", "route"), NEEDS)
def test_somebody_in_need_is_sent_to_help(message: str, route: Route) -> None:
    """Whoever tells of harm to themselves or somebody near, or wants to report or complain, is signposted."""
    assert route_of(message) is route


@pytest.mark.parametrize(
    ("message", "route"),
    [
        ("my fella went for me in the yard", Route.DOMESTIC_ABUSE),
        ("I feel hopeless", Route.SUICIDE),
        ("a lad in my street is swinging an axe", Route.DANGER),
        ("somebody has had my rake off, the thieves", Route.REPORT_CRIME),
        ("nobody has seen my aunt since Sunday", Route.MISSING_PERSON),
        ("i can hear footsteps upstairs and im on my own", Route.DANGER),
        ("feeling sucidal and scared", Route.SUICIDE),
        ("my stepdad throws plates at my sister", Route.CHILD_AT_RISK),
        ("im frightened to go home to him", Route.DOMESTIC_ABUSE),
        ("mum never got back from the allotment", Route.MISSING_PERSON),
        ("they egged our house, I wear a turban", Route.HATE_CRIME),
        ("found a tracker under my wheelbarrow", Route.STALKING),
        ("a copper laughed at me in the yard", Route.COMPLAINT_POLICE),
        ("since the break-in at my allotment I cant sleep", Route.VICTIM_SUPPORT),
        ("I paid for tulips and the seller blocked me", Route.REPORT_CRIME),
    ],
)
def test_words_of_trouble_are_known(message: str, route: Route) -> None:
    """Whoever tells of trouble in wider words is signposted too, as long as they seek no information."""
    assert route_of(message) is route
    assert route_of(f"I want to know what the plan says about this: {message}") in {None, route}


@pytest.mark.parametrize(
    "message",
    [
        "I am interested in burglars and thieves",
        "my project is about scams",
        "thieves and vandals",
        "We volunteer",
        "my allotment group supports families of missing people",
        "I heard about stalking at the library",
    ],
)
def test_words_of_trouble_are_no_trouble_where_nobody_tells_of_it(message: str) -> None:
    """Keywords, and what somebody reads, learns or works on, are for the documents."""
    assert route_of(message) is None


@pytest.mark.parametrize("question", POLICY)
def test_a_question_about_policy_is_for_the_documents(question: str) -> None:
    """A question that only names such things is answered from the documents, as before."""
    assert route_of(question) is None


@pytest.mark.parametrize(
    "message",
    [
        "My shed was broken into twice. What does the Night Watch scheme do for allotments?",
        "They trample my beds every night and nobody came. What is the neighbour mentor thing for?",
    ],
)
def test_who_asks_about_a_thing_after_a_story_is_answered(message: str) -> None:
    """Whoever tells what happened and then asks what something is or does is not sent away to report it."""
    assert route_of(message) is None


@pytest.mark.parametrize(
    ("message", "route"),
    [
        ("I am being stalked and now he is smashing my door in", Route.DANGER),
        ("My bike was stolen and I want to kill myself", Route.SUICIDE),
        ("I want to complain about the police, and someone is breaking into my house", Route.DANGER),
        ("someone just kicked my back door in and I'm hiding with the kids", Route.DANGER),
    ],
)
def test_what_is_urgent_comes_first(message: str, route: Route) -> None:
    """Of several things in one message, danger and suicide are told before anything else."""
    assert route_of(message) is route


def test_a_few_words_lean_on_a_turn_that_told_of_harm() -> None:
    """“He is here” after abuse was told is danger, and after a question about opening hours it is nothing."""
    assert route_of("he is here now", ["my partner hits me"]) is Route.DANGER
    assert route_of("I can't talk", ["my partner hits me"]) is Route.SILENT_CALL
    assert route_of("he is here now", ["When does the library open?"]) is None


def test_it_happens_to_me_leans_on_what_was_asked() -> None:
    """Whoever asks about domestic abuse and then says that it happens to them is sent to help."""
    asked = ["What does the plan say about domestic abuse?"]

    assert route_of("that is happening to me", asked) is Route.DOMESTIC_ABUSE
    assert route_of("and about burglary?", asked) is None


def test_ways_of_writing_are_one() -> None:
    """Kinds of apostrophe, their lack, and long forms make no difference."""
    assert (
        said("I’m sure he'll say: CAN'T")
        == said("i am sure he'll say can't")
        == said("Im sure hell say cant")
    )


@pytest.mark.parametrize(
    ("message", "tells"),
    [
        ("my garden is not what it was", True),
        ("Where is my garden?", False),
        ("What happened to me", False),
        ("the plan helps us", False),
        ("opening hours", False),
        ("no, I meant the garden", False),
        ("write me a poem", False),
    ],
)
def test_telling_of_oneself_is_known(message: str, tells: bool) -> None:
    """A statement about the writer is told from a question, and from words about the documents."""
    assert tells_of_themselves(message) is tells


@given(st.text(max_size=1_000), st.lists(st.text(max_size=200), max_size=3))
def test_any_text_is_sent_somewhere(message: str, earlier: list[str]) -> None:
    """Whatever is typed, and whatever came before, there is a route or none."""
    assert route_of(message, earlier) in {None, *Route}


@pytest.mark.parametrize(
    "words", ["my ", "i want to report ", "my neighbour is ", "he keeps my ", "is ", "a", "because im "]
)
def test_the_longest_message_takes_a_moment(words: str) -> None:
    """A message of the greatest length is read in well under half a second, however it repeats itself."""
    began = time.perf_counter()
    route_of((words * 1_000)[:1_000])

    assert time.perf_counter() - began < 0.5


def test_silence_is_no_sign() -> None:
    """No sign is found in nothing, so that signs need not be looked for where nothing is told."""
    plain = (*route._OF_HARM, *route._HOWEVER_ASKED, *route._OF_WISHES, *route._TOPICS)
    signs = (*plain, *route._OF_HARM_IN_TROUBLE, *route._OF_WISHES_IN_TROUBLE)

    assert [name for name, sign in signs if sign.search("")] == []
    assert route_of("") is None


def test_a_pattern_waits_to_be_used() -> None:
    """A pattern of several ways is compiled when it is first used, and then is as any other."""
    spoilt, pattern = any_of("("), any_of(r"\brose", r"\btulips?\b")

    with pytest.raises(re.error):
        spoilt.search("a rose")
    assert [found.group() for found in pattern.finditer("Roses and a TULIP")] == ["Rose", "TULIP"]
    assert pattern.sub("flower", "a rose") == "a flower"
