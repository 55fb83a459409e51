"""Which kind of answer a question asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.kinds import Kind, asked_for, kind_of, owner_of, paid_for, wants_list
from assistant.question.signs_of_kind import counts, fits, gives_way, may_name_a_person, sign_of

ASKED = [
    ("How much does a library card cost?", Kind.AMOUNT),
    ("What was the budget for parks?", Kind.AMOUNT),
    ("How much money went to the harbour?", Kind.AMOUNT),
    ("How much of my council tax goes to the harbour?", Kind.AMOUNT),
    ("How much of my day goes on rowing?", Kind.OTHER),
    ("What is the council tax?", Kind.AMOUNT),
    ("How many branches are there?", Kind.COUNT),
    ("What is the population of the island?", Kind.COUNT),
    ("Tell me the number of ferries", Kind.COUNT),
    ("How often does the ferry run?", Kind.FREQUENCY),
    ("How many times a year does the board meet?", Kind.FREQUENCY),
    ("What is the number of ferries?", Kind.COUNT),
    ("What percentage of visitors came by bus?", Kind.PERCENT),
    ("What share of homes have solar panels?", Kind.PERCENT),
    ("What is the recycling rate?", Kind.PERCENT),
    ("When was the pier built?", Kind.DATE),
    ("What year did the museum open?", Kind.DATE),
    ("On which day does the market meet?", Kind.DATE),
    ("By what date must books be back?", Kind.DATE),
    ("How long does a lease run?", Kind.DURATION),
    ("For how many years is the chair elected?", Kind.DURATION),
    ("Under which Act was the pier built?", Kind.LAW),
    ("What legislation covers the ferries?", Kind.LAW),
    ("Who chairs the committee?", Kind.PERSON),
    ("Who's the harbour master?", Kind.PERSON),
    ("Whose idea was the garden?", Kind.PERSON),
    ("who runs it", Kind.PERSON),
    ("Where is the depot?", Kind.PLACE),
    ("Which town has the largest branch?", Kind.PLACE),
    ("Why was the swimming pool closed?", Kind.REASON),
    ("How come the pool is shut?", Kind.REASON),
    ("What is the purpose of the garden?", Kind.REASON),
    ("What does RFID stand for?", Kind.DEFINITION),
    ("What is a civic trust?", Kind.DEFINITION),
    ("What does “curtilage” mean?", Kind.DEFINITION),
    ("What are the priorities?", Kind.LIST),
    ("List the rules for keeping bees", Kind.LIST),
    ("Which services are free?", Kind.LIST),
    ("Name the members of the board.", Kind.LIST),
    ("What powers does the board have?", Kind.LIST),
    ("What comes under the heading Quiet Hours?", Kind.LIST),
    ("What did the first plan have down under Quiet Hours?", Kind.LIST),
    ("What do they talk about at the spring meeting?", Kind.LIST),
    ("What is on the agenda of the board?", Kind.LIST),
    ("How can I contact the library?", Kind.CONTACT),
    ("Who should I contact about a plot?", Kind.CONTACT),
    ("Whom can we speak to about the plan?", Kind.CONTACT),
    ("What is the phone number?", Kind.CONTACT),
    ("What's the address of the office?", Kind.CONTACT),
    ("How do I get in touch?", Kind.CONTACT),
    ("what number do i ring", Kind.CONTACT),
    ("Which body looks after the pier?", Kind.PERSON),
    ("What are the names of the two members?", Kind.PERSON),
    ("What is her name?", Kind.PERSON),
    ("What is the name of the boat?", Kind.DEFINITION),
    ("Is there a charge for late books?", Kind.YES_NO),
    ("Can dogs come in?", Kind.YES_NO),
    ("Does the plan cover islands?", Kind.YES_NO),
    ("How does the scheme work?", Kind.MANNER),
    ("How will the council plant trees?", Kind.MANNER),
    ("What does the board have to put out?", Kind.OTHER),
    ("What did the council put in?", Kind.AMOUNT),
    ("opening hours", Kind.OTHER),
    ("mobile libraries", Kind.OTHER),
    ("", Kind.OTHER),
]


@pytest.mark.parametrize(("question", "kind"), ASKED)
def test_question_is_known_by_its_kind(question: str, kind: Kind) -> None:
    """General English tells which kind of answer would satisfy the reader."""
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    "before",
    ["Please can you tell me ", "I would like to know ", "Hi, could you tell me ", "ok so ", "do you know "],
)
@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how much a card costs", Kind.AMOUNT),
        ("how much of the grant is left", Kind.AMOUNT),
        ("how much tax is due", Kind.AMOUNT),
        ("how much it is", Kind.AMOUNT),
        ("when the pier opened", Kind.DATE),
        ("who chairs the board", Kind.PERSON),
        ("why the pool is closed", Kind.REASON),
        ("how many branches there are", Kind.COUNT),
    ],
)
def test_politeness_does_not_change_the_kind(before: str, question: str, kind: Kind) -> None:
    """What comes before the question asks for nothing of its own."""
    assert kind_of(before + question) is kind


@pytest.mark.parametrize(
    "question",
    [
        "What are the priorities?",
        "List the rules",
        "Which groups meet at the hall?",
        "What other services are there?",
        "Tell me all of the powers",
        "What kinds of book are lent?",
        "Can you name the members?",
        "What powers does the board have?",
        "What topics were discussed?",
        "Name the people who sit on the board.",
        "Name the rules of the garden.",
        "Name what the board may do.",
        "Which risks is the board there to prevent?",
        "What local rules does the board want to change?",
        "What does the warden's work involve?",
        "What will the garden pass include?",
    ],
)
def test_question_for_several_things_wants_a_list(question: str) -> None:
    """A question for several things wants all of them."""
    assert wants_list(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the board?",
        "How much does a card cost?",
        "When did the pier open?",
        "Why is the pool closed?",
        "What is a civic trust?",
        "Is the pool open?",
        "Where is the bus?",
        "Name the sum that the museum was given.",
        "Could you name the town where the fair is held?",
        "Which process is the board in charge of?",
        "What happens is the question, but what is the answer?",
        "",
    ],
)
def test_question_for_one_thing_wants_no_list(question: str) -> None:
    """A question for one thing does not want a list."""
    assert not wants_list(question)


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("How many night buses run on Sundays?", ("night", "buses")),
        ("How many branches are there?", ("branches",)),
        ("What is the opening time?", ("opening", "time")),
        ("Why?", ()),
        ("What sort of rules does the garden have?", ("rules",)),
        ("What examples of kindness are there?", ("kindness",)),
        ("How many kinds of lamp are there?", ("lamp",)),
        ("How many different types of lease does the board grant?", ("lease",)),
    ],
)
def test_thing_asked_for_ends_with_its_head(question: str, thing: tuple[str, ...]) -> None:
    """The thing that is counted or named is told in its own words, the head last."""
    assert asked_for(question) == thing


@pytest.mark.parametrize(
    ("kind", "shows", "shows_not"),
    [
        (Kind.AMOUNT, "A new van costs £185,000.", "A new van costs a lot."),
        (Kind.PERCENT, "Some 8% came by bus.", "Some came by bus."),
        (Kind.DATE, "It opened on 4 October 2021.", "It opened with a song."),
        (Kind.DURATION, "The lease runs for three years.", "The lease runs on."),
        (Kind.FREQUENCY, "The board meets twice a year.", "The board meets at noon."),
        (Kind.FREQUENCY, "He is there one day every week.", "He is there."),
        (Kind.COUNT, "It has 24 branches.", "It has branches."),
        (Kind.CONTACT, "Telephone: 01632 960 145", "Please telephone."),
        (Kind.PERSON, "Joan Whitby opened it.", "It was opened again."),
    ],
)
def test_text_shows_the_kind_of_answer_by_its_look(kind: Kind, shows: str, shows_not: str) -> None:
    """A text that holds an amount, a date, a name … fits better than one that does not."""
    assert fits(kind, shows) > fits(kind, shows_not)


@given(st.text(max_size=60), st.sampled_from(list(Kind)))
def test_every_text_has_a_kind_and_a_fit(text: str, kind: Kind) -> None:
    """Any text has one kind, and fits every kind between not at all and clearly."""
    sign = sign_of(kind)

    assert kind_of(text) in Kind
    assert 0 <= fits(kind, text) <= 1
    assert isinstance(wants_list(text), bool)
    assert sign is None or not sign.search("")
    assert all(isinstance(word, str) for word in asked_for(text))


@pytest.mark.parametrize(
    ("text", "is_count"),
    [
        ("The society has 21 branches.", True),
        ("Branches: 21", True),
        ("The number of branches is 21 at present.", True),
        ("Branches open on at least one evening a week.", False),
        ("Around a third of branches are open on Sundays.", True),
        ("In the third week branches are closed.", False),
        ("Early in 2015 new branches were opened.", False),
        ("It had 2015 books, and in 2015 it had two branches.", True),
        ("Branches open for at least 30 hours a week.", False),
    ],
)
def test_number_belongs_to_what_it_counts(text: str, is_count: bool) -> None:
    """A number answers "how many branches?" only where it counts branches and not hours or evenings."""
    assert counts(text, [{"branch"}]) is is_count


@pytest.mark.parametrize(
    "question",
    ["How much of the work is done at night?", "how much all work", "How much reading is done on phones?"],
)
def test_how_much_of_a_thing_is_no_sum_of_money(question: str) -> None:
    """“How much” asks for money only where money, or nothing else, is named."""
    assert kind_of(question) is not Kind.AMOUNT


def test_keywords_with_when_inside_ask_for_no_date() -> None:
    """In a search "when" in the middle joins two clauses; at the beginning it asks."""
    assert kind_of("two rules added when committee met members") is not Kind.DATE
    assert kind_of("when committee met members") is Kind.DATE


@pytest.mark.parametrize(
    ("question", "is_contact"),
    [("Where write harbour office", True), ("Whom ring ferries", True), ("who call captain resign", False)],
)
def test_keywords_may_ask_for_a_contact(question: str, is_contact: bool) -> None:
    """“Where write …” wants an address; who may call on somebody is another question."""
    assert (kind_of(question) is Kind.CONTACT) is is_contact


def test_what_several_there_are_of_is_named_by_their_plural() -> None:
    """“How many branches town” counts branches, though no verb parts them from what follows."""
    assert asked_for("How many branches town") == ("branches",)
    assert asked_for("How many sports clubs are there?") == ("sports", "clubs")


@pytest.mark.parametrize(
    ("question", "is_amount"),
    [
        ("What is the grant for?", False),
        ("What was the money spent on in 2018?", False),
        ("What does the precept pay for under the new plan?", False),
        ("What does the council pay for the van?", True),
        ("What is the budget for parks?", True),
    ],
)
def test_what_money_is_for_is_not_how_much_it_is(question: str, is_amount: bool) -> None:
    """“What is the grant for?” asks for a thing; “what is the grant for parks?” asks for a sum."""
    assert (kind_of(question) is Kind.AMOUNT) is is_amount


def test_share_that_is_asked_for_at_the_end() -> None:
    """“How much …, as a percentage?” wants the share and not the sum."""
    assert kind_of("How much of the money goes on books, as a percentage?") is Kind.PERCENT
    assert kind_of("How much money goes on books?") is Kind.AMOUNT


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What was spent on the new van in May?", ("new", "van")),
        ("How much income came from late fines last year?", ("late", "fines")),
        ("What is the cost of fuel in 2020/21?", ("fuel",)),
        ("What did it cost to paint the boats?", ("boats",)),
        ("How much of the budget is set aside for the museum?", ("museum",)),
        ("How much of it goes on wages?", ("wages",)),
        ("how much goes wages", ("wages",)),
        ("What is the expenditure in 2020/21?", ()),
        ("How much is spent?", ()),
    ],
)
def test_what_a_sum_is_for_is_known(question: str, thing: tuple[str, ...]) -> None:
    """A sum spent on a thing, or coming from one, is asked for by the words of that thing alone."""
    assert paid_for(question) == thing


@pytest.mark.parametrize(
    ("question", "text", "gives"),
    [
        ("Where do I write to?", "Address: 3 Quay Lane, Seaport", True),
        ("Where do I write to?", "Email: harbour@seaport.example", False),
        ("May I email you?", "Email: harbour@seaport.example", True),
        ("Whom can I ring?", "www.seaport.example", False),
        ("How do I get in touch?", "Phone: 01632 960001", True),
        ("How do I get in touch?", "The harbour is deep.", False),
    ],
)
def test_way_to_reach_somebody_is_the_one_asked_for(question: str, text: str, gives: bool) -> None:
    """A letter needs an address, a call a number; who names no way is served by any."""
    assert gives_way(question, text) is gives


def test_whose_figure_is_asked_for_is_known_with_its_part() -> None:
    """The office costs of a mayor are not all costs of the mayor."""
    assert owner_of("What were the Mayor's office costs in 2020?") == ("mayor", "office")
    assert owner_of("What is the fire service's budget?") == ("fire", "service")
    assert owner_of("How much did the summer fair on the quay cost to run?") == ("summer", "fair")


@pytest.mark.parametrize(
    ("search", "kind"),
    [
        ("share members over 60", Kind.PERCENT),
        ("number branches open Sundays", Kind.COUNT),
        ("sum paid for the van", Kind.AMOUNT),
        ("date last flood", Kind.DATE),
        ("venue summer fair", Kind.PLACE),
    ],
)
def test_keywords_begin_with_what_is_wanted(search: str, kind: Kind) -> None:
    """The first of a few keywords may be the kind of answer."""
    assert kind_of(search) is kind


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("The chair of the society is Edith Marlow.", True),
        ("the treasurer, Mr Okafor", True),
        ("Appointing the Chief Executive and the Harbour Board", False),
        ("Our chair is elected each May.", False),
    ],
)
def test_name_of_a_person_is_more_than_a_post_or_a_body(text: str, may: bool) -> None:
    """Two capitalised words in a row may be somebody's name, but for words of posts and bodies."""
    assert may_name_a_person(text) is may
