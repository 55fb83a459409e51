"""What the rules do not know is sent by its meaning, and only where somebody tells something."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from assistant.index.generation import Generation
from assistant.question import needs
from assistant.question.needs import Router, Weights
from assistant.question.route import Route, route_of

WEIGHTS = Weights.load()
UNKNOWN_TO_THE_RULES = [
    ("the blokes over the road are laying into a lad", Route.DANGER),
    ("nothing feels worth getting out of bed for and I have my tablets beside me", Route.SUICIDE),
    ("she empties my purse and laughs when I cry", Route.DOMESTIC_ABUSE),
]


@pytest.fixture(scope="module")
def generation(allotment: Path) -> Generation:
    """An index with the encoder that ships."""
    return Generation.open(allotment / "index")


@pytest.mark.parametrize(("message", "need"), UNKNOWN_TO_THE_RULES)
def test_what_no_rule_knows_is_sent_by_its_meaning(generation: Generation, message: str, need: Route) -> None:
    """Somebody in need whose words stand in no rule is sent where the meaning of the message points."""
    assert route_of(message) is None
    assert Router(generation.encode, generation.encoder_sha256).route_of(message) is need


@pytest.mark.parametrize(
    "message",
    [
        "What is done about stalkers?",
        "How many people were attacked with spades?",
        "I want to know about people who are scared at home",
        "the allotment report on burglary",
        "She empties my purse and laughs when I cry. What do they do for people like me?",
    ],
)
def test_who_seeks_information_is_for_the_documents(generation: Generation, message: str) -> None:
    """A question, and what names documents or seeks to know, is never sent anywhere by its meaning."""
    assert Router(generation.encode, generation.encoder_sha256).route_of(message) is None


def test_with_another_encoder_only_the_rules_are_left() -> None:
    """Weights are never used on vectors of an encoder that they were not learnt for."""
    router = Router(lambda text: pytest.fail("encoded"), "another encoder")

    assert router.route_of(UNKNOWN_TO_THE_RULES[0][0]) is None
    assert router.route_of("I want to end my life") is Route.SUICIDE


def test_the_weights_fit_the_encoder_that_ships(generation: Generation) -> None:
    """The weights in the package are for the encoder that a new index gets, and know every route."""
    assert WEIGHTS.encoder == generation.encoder_sha256
    assert set(WEIGHTS.names) == {needs.NO_NEED, *Route}


def test_weights_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """What is written is what is read."""
    WEIGHTS.save(tmp_path / "weights.npz")
    read = Weights.load(tmp_path / "weights.npz")

    assert [field.name for field in dataclasses.fields(read)] == ["names", "slopes", "starts", "encoder"]
    assert (read.names, read.encoder) == (WEIGHTS.names, WEIGHTS.encoder)
    assert np.array_equal(read.slopes, WEIGHTS.slopes)
    assert np.array_equal(read.starts, WEIGHTS.starts)


@given(arrays(np.float32, WEIGHTS.slopes.shape[1], elements=st.floats(-1, 1, width=32)))
def test_any_vector_is_nearest_to_some_need(vector: needs.Floats) -> None:
    """Whatever the vector, there is a likeliest need, and a chance from 0 to 1 that there is any."""
    route, chance = WEIGHTS.likeliest(vector)

    assert route in set(Route)
    assert -1e-6 <= chance <= 1 + 1e-6
