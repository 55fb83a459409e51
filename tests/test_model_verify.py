"""A sentence of a language model is shown only where the piece that it names says it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.chain import Assistant
from assistant.model.close import says_closely
from assistant.model.deeds import same_deeds
from assistant.model.roles import same_roles
from assistant.model.tokens import tokens_of
from assistant.model.verify import is_readable
from assistant.model.weight import changes_sides, is_of_another, keeps_weight, part_about, speaks_of_the_whole
from assistant.types import SentenceVerdict
from tests.model_sources import source_with

FAITHFUL = [
    (
        "runs 21 branches",
        "The Library Service runs twenty-one branches and three mobile libraries.",
    ),
    ("runs 21 branches", "According to the plan, the FLS runs 21 branches."),
    ("employs 186 people", "The library service employs 186 people."),
    ("A lost card costs", "A lost card costs £2."),
    ("A lost card costs", "The document says that a lost card costs £2."),
    ("built by Penhallow Systems", "Penhallow Systems built the desks."),
    ("built by Penhallow Systems", "The desks came into use in October 2021."),
    ("Head of Libraries is Ruth", "Ruth Adeyemi is the Head of Libraries."),
    ("no fines for late books", "There are no fines for late books."),
    ("Visits rose from", "Visits rose from 31,200 in 2021 to 38,450 in 2022."),
    ("cannot set the budget", "The committee cannot set the budget."),
    ("| Staff |", "Staff was £4,025,000 in 2021/22."),
    ("Fees and gifts bring in", "Fees and gifts bring in about 8 per cent of what the service costs."),
    ("stop at 88 villages", "The mobile libraries stop at 88 villages once a fortnight."),
    ("employs 186 people", "The library service employs 186 people and relies on 340 volunteers."),
    (
        "built by Penhallow Systems",
        "Penhallow Systems built the desks, which came into use on 4 October 2021.",
    ),
    ("I am proud of", "“I am proud of what our librarians did while the doors were closed.”"),
]
SPOILT = [
    ("runs 21 branches", "The Fernshire Library Service runs 22 branches."),  # a figure
    ("runs 21 branches", "The Fernshire Library Service runs 21 branches and four mobile libraries."),
    ("runs 21 branches", "The Fernshire Library Service runs three branches and 21 mobile libraries."),
    ("employs 186 people", "The library service employs 340 people."),  # the figure of something else
    ("A lost card costs", "A lost card costs £2,000."),
    ("A lost card costs", "A lost card costs 2 euros."),
    ("A lost card costs", "A lost book costs £2."),
    ("built by Penhallow Systems", "The desks came into use in October 2020."),  # a year
    ("built by Penhallow Systems", "The desks came into use on 5 October 2021."),
    ("built by Penhallow Systems", "The desks were built by Barton Systems."),  # a name
    ("Head of Libraries is Ruth", "Joan Whitby is the Head of Libraries."),
    ("Head of Libraries is Ruth", "Ruth Adeyemi is the deputy Head of Libraries."),
    ("no fines for late books", "There are fines for late books."),  # a "not"
    ("cannot set the budget", "The committee sets the budget."),
    ("cannot set the budget", "The committee cannot set the budget, which is £5 million."),  # an addition
    ("Visits rose from", "Visits fell from 31,200 in 2021 to 38,450 in 2022."),  # a direction
    ("Visits rose from", "Visits rose from 38,450 in 2021 to 31,200 in 2022."),  # swapped
    ("Visits rose from", "Visits rose from 31,200 in 2022 to 38,450 in 2021."),
    ("| Staff |", "Staff was £4,025,000 in 2020/21."),
    ("| Staff |", "Staff was £4,025 in 2021/22."),
    ("| Staff |", "Books and films was £4,025,000 in 2021/22."),
    ("Fees and gifts bring in", "Fees and gifts bring in about 18% of what the service costs."),
    ("should be replaced by an electric one", "The van was replaced by an electric one."),  # a wish
    ("Every branch has", "Some branches have a self-service desk."),  # an extent
    ("stop at 88 villages", "The three mobile libraries stop at 88 villages every month."),
    ("employs 186 people", "The library service employs 186 people and relies on 186 volunteers."),
    ("I want every child", "Every child in Fernshire owns a library card."),
    ("borrowed for four weeks", "The archive opened in 2012."),  # another thing
    ("A lost card costs", "“A lost card costs two pounds.”"),  # no such quotation
    (
        "Head of Libraries is Ruth",
        "“Ruth Adeyemi Smith” was appointed in September 2021.",
    ),
]
UNREADABLE = [
    "See https://example.org for more.",
    "<b>A lost card costs £2.</b>",
    "A lost card costs £2. <script>alert(1)</script>",
    "![](http://example.org/a.png)",
    "A lost card costs £2 [here](http://example.org).",
    "Write to someone@example.org.",
    "I borrowed a book for four weeks.",
    "A lost card\u202e costs £2.",
    "A lost card\x1b[31m costs £2.",
    "A lost card costs: £2.",
    "word " * 100,
]


@pytest.mark.parametrize(("words", "sentence"), FAITHFUL)
def test_what_the_source_says_is_shown(library: Assistant, words: str, sentence: str) -> None:
    """A sentence that says what its source says, in these or other words, may be shown."""
    assert library.judge(sentence, (source_with(library, words),)) is SentenceVerdict.SUPPORTED


@pytest.mark.parametrize(("words", "sentence"), SPOILT)
def test_what_the_source_does_not_say_is_not_shown(library: Assistant, words: str, sentence: str) -> None:
    """Another figure, year, unit, name, "not", direction or extent than the source has is never shown."""
    assert library.judge(sentence, (source_with(library, words),)) is not SentenceVerdict.SUPPORTED


@pytest.mark.parametrize("sentence", UNREADABLE)
def test_markup_links_and_the_first_person_are_unreadable(library: Assistant, sentence: str) -> None:
    """Markup, links, addresses, hidden characters and an "I" that is nobody's are never shown."""
    verdict = library.judge(sentence, (source_with(library, "A lost card costs"),))

    assert verdict is SentenceVerdict.UNREADABLE


def test_a_true_sentence_that_names_another_source_is_not_shown(library: Assistant) -> None:
    """What another piece says is not proven by the one that is named."""
    source = source_with(library, "no fines for late books")

    assert library.judge("A lost card costs £2.", (source,)) is not SentenceVerdict.SUPPORTED


def test_one_source_of_several_has_to_say_it_all(library: Assistant) -> None:
    """A statement is shown where one of its sources says all of it, and not where each says a part."""
    card, visits = source_with(library, "A lost card costs"), source_with(library, "Visits rose from")

    assert library.judge("A lost card costs £2.", (visits, card)) is SentenceVerdict.SUPPORTED
    mixed = library.judge("A lost card costs 38,450.", (visits, card))
    assert mixed is not SentenceVerdict.SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "is_shown"),
    [
        ("The library service employs 186 people, while a lost card costs £2.", True),
        ("A lost card costs £2, but there are no fines for late books.", False),  # it names no such source
        ("The library service employs 186 people, while a lost card costs £3.", False),
        ("A lost card costs £2, and the library service employs 340 people.", False),
        ("A lost card costs £2, because the library service employs 186 people.", False),
    ],
)
def test_two_statements_may_rest_on_two_sources(library: Assistant, sentence: str, is_shown: bool) -> None:
    """A sentence of two statements is shown where a source says each, and nothing is said of the two."""
    cited = source_with(library, "A lost card costs"), source_with(library, "employs 186 people")

    assert (library.judge(sentence, cited) is SentenceVerdict.SUPPORTED) is is_shown


def test_two_statements_of_two_documents_are_two_sentences(library: Assistant) -> None:
    """A sentence stands below the title of one document, and so rests on pieces of no other."""
    cited = source_with(library, "A lost card costs"), source_with(library, "Visits rose from")
    sentence = "A lost card costs £2, while visits rose from 31,200 in 2021 to 38,450 in 2022."

    assert library.judge(sentence, cited) is not SentenceVerdict.SUPPORTED


@given(st.text(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_text_has_a_verdict(library: Assistant, text: str) -> None:
    """Whatever a model writes, judging it never fails, and what nobody said is not shown."""
    source = source_with(library, "A lost card costs")

    verdict = library.judge(f"zzqx {text}", (source,))

    assert verdict is not SentenceVerdict.SUPPORTED


@given(st.text(max_size=200))
def test_tokens_keep_every_figure(text: str) -> None:
    """No digit of a text is lost when it is taken apart, and taking apart never fails."""
    digits = any(character in "0123456789" for character in text)

    assert not digits or any(token.is_figure for token in tokens_of(text))


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Co"]), min_size=1, max_size=5))
def test_hidden_characters_are_never_readable(hidden: str) -> None:
    """A sentence with a character that cannot be seen is no plain sentence."""
    assert not is_readable(f"The pond is {hidden} deep.")


def test_the_whole_is_not_told_by_words_found_one_by_one() -> None:
    """Only a sentence close to its source may say "mainly", "only" or "all": a part is not the whole."""
    assert speaks_of_the_whole("The garden is mainly paid for by fees.")
    assert not speaks_of_the_whole("The garden is paid for by fees.")
    assert not says_closely(
        "The money mainly comes from fees and fees.",
        "The two main sources of money are grants and fees.",
        (),
        (),
        (),
    )


CLOSE = [
    ("The director makes sure that the pond is clean.", "The director ensures that the pond is clean."),
    ("The members meet every month.", "The members meet on a monthly basis."),
    ("The council still supports the pond.", "The council continues to support the pond."),
    ("The price of seeds is expected to fall.", "It is anticipated that the price of seeds will fall."),
    ("The director keeps the garden.", "In addition to the pond, I also keep the garden."),
    ("The director of gardens keeps a pond.", "I keep a pond."),
]


@pytest.mark.parametrize(("sentence", "text"), CLOSE)
def test_turns_of_phrase_say_the_same(sentence: str, text: str) -> None:
    """Another turn of phrase, the author for "I", and a lost opening leave a sentence close to its source."""
    assert says_closely(sentence, text, (), ("ann", "director", "of", "garden"), {"ann", "director"})


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The members meet every week.", "The members meet on a monthly basis."),
        ("The gardens director keeps a pond.", "I keep a pond."),  # nobody is called that
        ("The garden costs £5 a day.", "My costs are £5 a day."),  # nor does this say whose they are
        ("The garden opens.", "Unless it rains, the garden opens."),
        ("The price of seeds is falling.", "It is anticipated that the price of seeds will fall."),
        ("The trend of prices is upward.", "The trend of prices is downward."),
    ],
)
def test_other_turns_of_phrase_say_another_thing(sentence: str, text: str) -> None:
    """How often, who, on what condition, whether it is so, and which way are never lost in other words."""
    assert not says_closely(sentence, text, (), ("ann", "director", "of", "garden"), {"ann", "director"})


def test_an_amount_is_of_one_thing() -> None:
    """An amount "of" one thing in the source is of no other thing in a sentence."""
    told = "Beside the gift from the town, I keep £2m of the park fund."

    assert is_of_another("The director keeps £2m of the gift.", told)
    assert not is_of_another("The director keeps £2m of the park fund.", told)


def test_who_does_it_and_to_what_are_not_swapped() -> None:
    """A passive turns both sides round, or neither side may be turned."""
    told = "Four ponds replace the three wells."

    assert changes_sides("The four ponds were replaced by three wells.", told)
    assert not changes_sides("The three wells were replaced by four ponds.", told)


@pytest.mark.parametrize(
    ("said", "told", "is_same"),
    [
        ("The director keeps £2m of the grant.", "I keep £2m of the grant from the town.", True),
        ("The town keeps £2m of the grant.", "I keep £2m of the grant from the town.", False),
        ("The director does not mow the lawn.", "The board does not mow the lawn.", False),
        ("The pond opened in May.", "The pond will open in May.", False),
        ("The pond is to open in May, as expected.", "The pond will open in May.", True),
        ("The director has planned a pond.", "I am in the process of planning a pond.", False),
        ("The director gave £2m to the Park Fund.", "I got £2m from the Park Fund.", False),
        ("The board has mowed the lawn.", "The law requires that the board mow the lawn.", False),
        ("The board has opened three ponds.", "The board has three ponds to be opened by May.", False),
        ("The pond was dug to keep ducks.", "The pond will be dug to keep ducks.", False),
        ("The gift came from the Park Fund.", "The Park Fund and the board got a gift.", False),
        ("The board sets fees every month and checks rents every year.",
         "The board sets rents every month and checks fees every year.", False),
        ("The pond was dug by the board in May.", "The board dug the pond in May.", True),
    ],
)  # fmt: skip
def test_a_deed_is_told_of_who_does_it(said: str, told: str, is_same: bool) -> None:
    """The same words may tell another's deed, deny another thing, or tell as done what is yet to come."""
    assert same_roles(said, told, {"director"}) is is_same


@pytest.mark.parametrize(
    ("said", "told", "is_same"),
    [
        ("The wells are shut.", "The wells are full, the ponds have been shut.", False),
        ("The board runs the pond.", "The pond is run by the board.", True),
        ("The town runs the pond.", "The pond is run by the board of the park.", False),
        ("The board received the gifts.", "The gifts were received from the board.", False),
        ("The mended roof is red.", "The roof was mended and is red.", True),
        ("The pond is rented by the town.", "I will measure the pond as rented by the board.", False),
        ("The board will be repairing the pond.", "The board will be repaired beside the pond.", False),
        ("The town is old.", "The town is in the east, apart from the pond which is old.", False),
        ("The board leads the swimmers.", "The board leads a club which helps the swimmers.", False),
        ("The ducks show the pond.", "It shows the pond, the ducks and a hut.", False),
        ("The town invited the members.", "The members invited the town.", False),
        ("The club is there to help the town.", "The club is there to help me, and a town.", False),
        ("In 2020 the director opened the mayor.", "In 2020 I opened, with the mayor, a pond.", False),
        ("The director has mended the pond.", "I have kept the pond despite the storm.", False),
        ("The members decide what is spent.", "In deciding what is spent, I ask the members.", False),
        ("The number of ponds is high.", "The number of ducks and frogs near ponds is high.", False),
        ("As rents rose, gifts fell.", "As gifts fell, rents rose.", False),
        ("The director opened a pond.", "I opened a pond.", True),
        ("The director opened a pond.", "I thank the members, and they opened a pond.", False),
    ],
)  # fmt: skip
def test_each_deed_is_done_by_the_same_and_to_the_same(said: str, told: str, is_same: bool) -> None:
    """Whoever does what the source has done by another, or to another, is not shown as doing it."""
    assert same_deeds(said, told, {"director"}) is is_same


def test_what_two_sentences_say_is_not_said_of_one_thing() -> None:
    """Where the words of a sentence stand in several sentences of a piece, none of them says it."""
    texts = ["The pond is deep. The lawn was mown.", "The pond is deep.", "The lawn was mown."]

    assert part_about("The lawn is deep.", texts) == ""
    assert part_about("The pond is deep.", texts) == "The pond is deep."


def test_what_is_hoped_of_another_thing_leaves_a_fact_one() -> None:
    """A wish behind all that a sentence says is no wish of its own; one before it is."""
    assert not keeps_weight("The pond is open.", "The board works to ensure that the pond is open.")
    assert not keeps_weight("The pond is full because it rained.", "The pond is full, and it rained.")
    assert keeps_weight("The town runs the pond.", "The town runs the pond and a school that hopes to grow.")
    assert not keeps_weight("The town runs the pond.", "The town hopes that it runs the pond.")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The pond was dug in May 2020.", "The pond was dug in May 2021."),
        ("The pond is closed.", "The pond is open."),
        ("The garden will open.", "We hope that the garden will open."),
        ("The total budget is £3m.", "I got £1m more, making my total additional budget £3m."),
        ("The pond opens.", "If the council agrees, the pond opens."),
        ("The garden fund paid the council.", "The council paid the garden fund."),
    ],
)
def test_a_near_sentence_is_no_close_one(sentence: str, text: str) -> None:
    """Another word, a wish, a condition, a word lost beside an amount, or sides that changed is too much."""
    assert not says_closely(sentence, text, (), (), ())
