"""A sentence of two statements is taken apart, each half with its subject and its time."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.chain import Assistant
from assistant.check.clauses import halves_of, listed_in, members_of, reported_in, subject_of
from assistant.types import Verdict

WORDS = st.sampled_from("The shed has and , which costs £5 ; it In 2019, Ann Lee is open to rise.".split())


@pytest.mark.parametrize(
    ("sentence", "halves"),
    [
        ("The shed has two doors and costs £5.", ("The shed has two doors.", "The shed costs £5.")),
        ("It has two old doors; the key is lost now.", ("It has two old doors.", "the key is lost now.")),
        ("He waters the beans and pays the rent.", None),  # "waters" may be any word
        ("She runs the shop and pays the rent.", ("She runs the shop.", "She pays the rent.")),
        (
            "In 2019 the rent is £30, and the water costs £9.",
            ("In 2019 the rent is £30.", "In 2019 the water costs £9."),
        ),
        (
            "In 2019 the rent is £30, and the water costs £9 in 2020.",
            ("In 2019 the rent is £30.", "the water costs £9 in 2020."),
        ),
        (
            "The plots are let by the Bean Trust, which pays £40 for the paths.",
            ("The plots are let by the Bean Trust.", "Bean Trust pays £40 for the paths."),
        ),
        (
            "The rent is £90, of which £30 goes to the Bean Trust.",
            ("The rent is £90.", "£30 goes to the Bean Trust."),
        ),
        ("The club grows beans and peas.", None),
        ("The aims include Clear Paths and Open Doors to all.", None),  # a name, not a verb
    ],
)
def test_a_sentence_is_parted_where_a_second_statement_begins(
    sentence: str, halves: tuple[str, str] | None
) -> None:
    """Each half says what it is about and of which time; a list of things is no second statement."""
    assert halves_of(sentence) == halves


@example("shed has 2019, and has The")
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_halves_are_whole_words_of_the_sentence(sentence: str) -> None:
    """Whatever is parted, a half says no word that the sentence does not say, and is never empty."""
    for half in halves_of(sentence) or ():
        assert half.strip(" .")
        assert set(re.findall(r"[£\w]+", half)) <= set(re.findall(r"[£\w]+", sentence))


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The head gardener is Ann Lee.", "The head gardener"),
        ("The costs of the shed are known.", "The costs of the shed"),
        ("In spring the beds are dug.", ""),
        ("They fell.", ""),
    ],
)
def test_what_a_sentence_is_about_stands_before_its_verb(sentence: str, subject: str) -> None:
    """The subject is told only where it is plain, and a noun that looks like a verb is no verb."""
    assert subject_of(sentence) == subject


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The aims include a pond, a path and a gate.",
            ("The aims include a pond.", "The aims include a path.", "The aims include a gate."),
        ),
        (
            "Clear paths and open doors are among the aims.",
            ("Clear paths is among the aims.", "Open doors is among the aims."),
        ),
        ("The aims include a pond.", ()),
        ("The pond and the path are old.", ()),
    ],
)
def test_each_of_several_members_is_a_statement(sentence: str, told: tuple[str, ...]) -> None:
    """What is said to be among others is looked for by itself; “and” in any other sentence parts nothing."""
    assert members_of(sentence) == told


def test_what_somebody_expects_is_told_apart() -> None:
    """“The club expects that rents will fall” reports that they will; a plain sentence reports nothing."""
    assert reported_in("The club expects that rents will fall.") == "rents will fall."
    assert reported_in("The rents fell in the spring.") == ""


@pytest.mark.parametrize(
    ("claim", "verdict", "quoted"),
    [
        ("The service runs 21 branches and employs 186 people.", Verdict.SUPPORTED, 2),
        ("The service runs 21 branches and employs 200 people.", Verdict.CONTRADICTED, 1),
        ("The service runs 21 branches and owns a film studio.", Verdict.NOT_FOUND, 0),
        ("The council expects that the service runs 30 branches.", Verdict.CONTRADICTED, 1),
    ],
)
def test_both_halves_of_a_claim_are_checked(
    library: Assistant, claim: str, verdict: Verdict, quoted: int
) -> None:
    """A sentence is supported only where both halves are, and wrong where one is, whoever says it."""
    checked = library.check_claim(claim)

    assert checked.verdict is verdict
    assert len(checked.citations) >= quoted
    assert [citation.marker for citation in checked.citations] == [*range(1, len(checked.citations) + 1)]


def test_each_thing_with_a_number_is_a_statement() -> None:
    """What something has so many of is checked one thing at a time."""
    assert members_of("The club has nine plots and four ponds.") == (
        "The club has nine plots.",
        "The club has four ponds.",
    )
    assert members_of("The club has nine plots and some ponds.") == ()
    assert members_of("The club has nine plots, replacing the four ponds.") == ()
    assert members_of("Among the rules are the hours and the fees.") == (
        "The hours is among the rules.",
        "The fees is among the rules.",
    )


def test_the_number_before_a_list_of_as_many_is_left_out() -> None:
    """What is listed can be denied by itself where the list has as many things as it says."""
    assert listed_in("The club borders two others: Ash and Elm.") == "The club borders Ash and Elm."
    assert listed_in("The club borders three others: Ash and Elm.") == ""
    assert listed_in("The club: Ash and Elm.") == ""
