"""Matching strings of the evaluation as a person would read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.match import contains, first_found, fold, without_markers

ODD = st.text(alphabet=st.sampled_from("aZ1² ‘’“”–—‑ﬁ´¼\u00a0\u00ad\t½É\u0301ß"))


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("There are 120 plots.", "12"),
        ("In 2012 it opened.", "12"),
        ("It costs £133.7m.", "33.7"),
        ("It costs £33.75.", "33.7"),
        ("A total of 618,200 visits", "200"),
        ("A total of 618,200 visits", "618"),
        ("It costs £7.0m.", "£7"),
        ("Unpaid work", "paid"),
        ("It is a category.", "cat alogue"),
    ],
)
def test_strings_that_are_not_there(text: str, needle: str) -> None:
    """A number is not found inside a longer number, nor a word in the middle of another."""
    assert not contains(fold(text), needle)


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("It costs £33.7m.", "33.7"),
        ("There are 12.", "12"),
        ("12, 13 and 14", "12"),
        ("in 2018–19", "2018-19"),
        ("in 2018/19", "2018"),
        ("618,200² people", "618,200"),
        ("the society’s “plots”", 'the Society\'s "plots"'),
        ("a long\u00a0 wait\nfor a plot", "long wait for"),
        ("well‑being", "well-being"),
        ("domestic composting", "compost"),
        ("fi\u00adgures", "figures"),
    ],
)
def test_strings_that_are_there(text: str, needle: str) -> None:
    """Case, quotation marks, dashes, spaces and footnote marks make no difference."""
    assert contains(fold(text), needle)


@given(
    number=st.integers(0, 10**6),
    before=st.text("0123456789", max_size=3),
    after=st.text("0123456789", max_size=3),
)
def test_a_number_is_found_only_whole(number: int, before: str, after: str) -> None:
    """A number with digits added on either side is another number."""
    found = contains(fold(f"about {before}{number}{after} plots"), str(number))

    assert found is (not before and not after)


@given(whole=st.integers(0, 999), part=st.integers(0, 99), mark=st.sampled_from(".,"))
def test_neither_side_of_a_decimal_point_is_a_number(whole: int, part: int, mark: str) -> None:
    """33 and 7 are not in 33.7, and 618 is not in 618,200."""
    text = fold(f"it is {whole}{mark}{part:03d} in all")

    assert contains(text, f"{whole}{mark}{part:03d}")
    assert not contains(text, str(whole))
    assert not contains(text, f"{part:03d}")


@given(ODD | st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_holds_itself(text: str) -> None:
    """Whatever is not empty when folded is found in itself."""
    assert contains(fold(text), text) is bool(fold(text))


def test_markers_are_not_part_of_the_answer() -> None:
    """A citation marker neither splits a phrase nor counts as a figure."""
    text = fold(without_markers("The rent [1] is £30 [12]."))

    assert contains(text, "the rent is £30.")
    assert not contains(text, "12")


def test_the_first_string_that_is_there() -> None:
    """The strings of a group are tried in order."""
    assert first_found(fold("thirty pounds"), ["£30", "thirty"]) == "thirty"
    assert first_found(fold("nothing"), ["£30", "thirty"]) is None
