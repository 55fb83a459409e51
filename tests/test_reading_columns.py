"""Two columns that were read in turn."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.columns import part_columns
from assistant.reading.flow import Flow
from assistant.reading.wording import learn

_LEFT = """The society keeps forty plots on the hill
behind the mill and rents them by the year
to its members. Every plot has a shed and
a tap, and most of the members keep a hive
of bees as well. The bees fly to the trees
by the river in spring and to the heather
on the hill in summer. The honey is sold
at the market, and the society shares the
money with all of its members."""
_RIGHT = """In winter the members repair the sheds and
the walls of the plots. They also meet in
the hall every week to talk about seeds and
tools. A small group of them looks after
the old trees by the gate, which need to be
cut back every year. The society is grateful
to this group and hopes that more people
will want to join it. New members are always
welcome at the hall."""
LEFT = _LEFT.split("\n")
RIGHT = _RIGHT.split("\n")
REST = "\n".join((" ".join(LEFT), " ".join(RIGHT)))


def flow(*texts: str) -> Flow:
    """Judges joints by the words of these texts."""
    return Flow(learn(texts))


def test_columns_read_in_turn_are_taken_apart() -> None:
    """Lines that alternate between two columns come out as the one column and then the other."""
    mixed = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]

    assert part_columns(mixed, flow("\n".join(mixed), REST)) == [*LEFT, "", *RIGHT]


def test_text_in_order_is_left_alone() -> None:
    """Lines that go on from each other stay as they are."""
    lines = [*LEFT, *RIGHT]

    assert part_columns(lines, flow("\n".join(lines), REST)) == lines


def test_line_that_holds_both_columns_is_parted() -> None:
    """A line much longer than the others, which holds one column beside the other, is cut in two."""
    mixed = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]
    mixed[6:8] = [f"{LEFT[3]} {RIGHT[3]}"]

    assert part_columns(mixed, flow("\n".join(mixed), REST)) == [*LEFT, "", *RIGHT]


@given(
    st.lists(st.sampled_from([*LEFT, *RIGHT, "", "• a", "-", "x" * 90]) | st.text(max_size=9), max_size=25)
)
def test_no_word_is_lost(lines: list[str]) -> None:
    """Whatever is moved, the words are the same, but for hyphens given back."""
    lines = [" ".join(line.split()) for line in lines]
    parted = part_columns(lines, flow(REST))

    words = sorted("".join(lines).replace(" ", "").replace("-", ""))
    assert sorted("".join(parted).replace(" ", "").replace("-", "")) == words
