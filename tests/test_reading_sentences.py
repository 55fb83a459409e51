"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.sentences import split_sentences


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@given(
    st.text()
    | st.lists(st.sampled_from(["e.g. ", "Dr. ", "A. ", "end.” ", "No. 5 ", "? ", "\n", "x"])).map("".join)
)
def test_nothing_is_lost(text: str) -> None:
    """Sentences are trimmed, in order, and together hold every character but white space."""
    spans = split_sentences(text, 0, len(text))

    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@pytest.mark.parametrize(
    "sentences",
    [
        ["One bee.", "Two bees!", "Three bees?", "Four."],
        ["Bring tools, e.g. a spade.", "Or i.e. a hoe."],
        ["We grow beans, peas, etc.", "They do well."],
        ["Mr. Green met Dr. A. B. Brown on the plot.", "They dug."],
        ["The cost is £116.2m.", "It was 3.5 per cent more."],
        ["See No. 5 and p. 12.", "The answer was no.", "We left."],
        ["Read www.bees.example.", "Then write to us at a.b@bees.example."],
        ["She said “Stop.”", "He did not (he was deaf.)", "So it went."],
        ["There were 618,200².", "Most were bees.³", "A few were not."],
        ["It opened in 2016.", "2017 was wet."],
        ["6. The plot was dug.", "It rained."],
        ["A. The plot was dug."],
        ["It works ... around the clock.", "Yes."],
        ["Who won?", "‘Bees’ did."],
        ["Ask at the gate – e.g. St. Mary's – first.", "[Closed.]", "Open."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences: list[str]) -> None:
    """Abbreviations, initials, decimals, addresses and closing marks do not mislead the splitter."""
    assert split(" ".join(sentences)) == sentences
