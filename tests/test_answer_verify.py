"""A draft becomes an answer only with proof."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.draft import Draft, Quote
from assistant.answer.verify import Unproven, prove
from assistant.chain import Assistant
from assistant.types import Citation, Document, DocumentInfo, Passage, Status
from tests.turns import INFO, passage

TEXT = "The ferry sails at noon on every day but Sunday.\n\nDogs travel free of charge on the upper deck."
DOCUMENT = Document(INFO, TEXT, ())
PASSAGE = passage(TEXT)
FERRY = Quote(DOCUMENT, PASSAGE, 0, 48)
DOGS = Quote(DOCUMENT, PASSAGE, 50, len(TEXT))


def answered(text: str, *quotes: Quote) -> Draft:
    """A draft that says *text* and rests on *quotes*."""
    return Draft(Status.ANSWERED, text, quotes)


def test_quoted_draft_becomes_citations_in_order() -> None:
    """Each quote of a draft becomes the citation of its marker, cut from the stored text."""
    citations, nearest = prove(answered(f"“{FERRY.text}” [1]\n“{DOGS.text}” [2]", FERRY, DOGS), {})

    assert [(citation.marker, citation.quote) for citation in citations] == [(1, FERRY.text), (2, DOGS.text)]
    assert nearest == ()


@pytest.mark.parametrize(
    "said",
    [
        "The ferry sails at midnight on every day but Sunday.",
        "The ferry sails at noon on every day.",
        "Dogs travel free of charge on the upper deck and below.",
        "Passengers pay twelve pounds for each crossing.",
    ],
)
def test_words_that_no_quote_holds_are_never_said_as_a_quotation(said: str) -> None:
    """A quotation that differs from its source by a single word does not reach the reader."""
    with pytest.raises(Unproven):
        prove(answered(f"“{said}” [1]", FERRY), {})


def test_quotation_is_proven_by_what_is_cited_only() -> None:
    """Words that stand in the document but in none of the citations are not proven."""
    with pytest.raises(Unproven):
        prove(answered(f"“{DOGS.text}” [1]", FERRY), {})


def test_heading_is_told_only_where_a_citation_stands_under_it() -> None:
    """A heading in a list of headings is one that the cited passage stands under, and no other."""
    under = replace(PASSAGE, section=("Timetable", "Crossings on weekdays and Saturdays"))
    ferry = Quote(DOCUMENT, under, 0, 48)

    citations, _ = prove(answered("- Crossings on weekdays and Saturdays [1]", ferry), {})
    with pytest.raises(Unproven):
        prove(answered("- Crossings on weekdays and Sundays [1]", ferry), {})

    assert citations[0].passage.section[-1] == "Crossings on weekdays and Saturdays"


def test_no_is_never_said_without_a_quote_that_says_it() -> None:
    """An answer that begins with "No." rests on a sentence with a "not", or on two figures."""
    with pytest.raises(Unproven):
        prove(answered(f"No.\n“{FERRY.text}” [1]", FERRY), {})


def test_refusal_quotes_only_the_passages_that_stand_beside_it() -> None:
    """What a refusal quotes is proven like an answer: by the nearest passages that it shows."""
    with pytest.raises(Unproven):
        prove(Draft(Status.NOT_IN_DOCUMENTS, f"“{FERRY.text}”", nearest=(DOGS,)), {})


@pytest.mark.parametrize("marker", [0, 2, 99])
def test_marker_without_a_citation_is_refused(marker: int) -> None:
    """A marker always leads to a citation."""
    with pytest.raises(Unproven, match=str(marker)):
        prove(answered(f"“{FERRY.text}” [{marker}]", FERRY), {})


def test_draft_without_quotes_has_nothing_to_point_at() -> None:
    """A refusal has no citations, and may not point at any."""
    refusal = Draft(Status.NOT_IN_DOCUMENTS, "I could not find it.", nearest=(DOGS,))

    citations, nearest = prove(refusal, {})

    assert citations == ()
    assert [citation.quote for citation in nearest] == [DOGS.text]
    with pytest.raises(Unproven):
        prove(replace(refusal, text="I could not find it. [1]"), {})


def test_quote_of_a_superseded_document_says_what_replaced_it() -> None:
    """A citation names the newer document, and only where there is one."""
    (old,), _ = prove(answered(f"“{FERRY.text}” [1]", FERRY), {INFO.id: "handbook-2024"})
    (current,), _ = prove(answered(f"“{FERRY.text}” [1]", FERRY), {"another": "handbook-2024"})

    assert old.superseded_by == "handbook-2024"
    assert current.superseded_by is None


def test_citation_cannot_be_changed() -> None:
    """What was proven once stays as it was proven."""
    (citation,), _ = prove(answered(f"“{FERRY.text}” [1]", FERRY), {})

    with pytest.raises(FrozenInstanceError):
        citation.start = 4  # type: ignore[misc]  # the promise under test
    with pytest.raises(ValueError, match="quotes nothing"):
        replace(citation, source=Document(DocumentInfo("other", "Other"), TEXT, ()))


@given(st.text(max_size=60), st.data())
def test_citation_is_a_slice_of_its_passage_or_cannot_be_made(text: str, data: st.DataObject) -> None:
    """Whatever the text and the span: a citation quotes the stored text inside its passage, or is refused."""
    ends = st.integers(0, len(text))
    first, last = sorted((data.draw(ends), data.draw(ends)))
    start, end = data.draw(st.integers(-5, len(text) + 5)), data.draw(st.integers(-5, len(text) + 5))
    within = Passage("p", INFO.id, (), first, last, text[first:last], text[first:last])

    try:
        citation = Citation(1, Document(INFO, text, ()), within, start, end)
    except ValueError:
        assert not (first <= start < end <= last and text[start:end].strip())
        return

    assert citation.quote == text[start:end]
    assert citation.quote in within.text
    assert citation.quote.strip()


@given(st.text(max_size=80), st.integers(0, 3))
def test_draft_is_proven_or_refused_whatever_it_says(said: str, marker: int) -> None:
    """Any text with any marker is either refused, or quotes only what its citations hold."""
    draft = answered(f"{said} “{FERRY.text}” [{marker}]", FERRY, DOGS)

    try:
        citations, _ = prove(draft, {})
    except Unproven:
        return

    assert 1 <= marker <= len(citations)


@pytest.fixture
def staff_row(library: Assistant) -> Quote:
    """The quote of a table row: Staff, 3,910 (2020/21), 4,025 (2021/22), 4,180 (2022/23)."""
    (citation,) = library.ask("How much was spent on staff in 2021/22?").citations
    return Quote(citation.source, citation.passage, citation.start, citation.end)


@pytest.mark.parametrize(
    "line",
    [
        "Staff, 2020/21: £4,025",
        "Staff, 2021/22: £4,026",
        "Staff, 2021/22: £14,025",
        "Buildings, 2021/22: £4,025",
        "Staff, 2024/25: £4,025",
    ],
)
def test_figure_of_another_row_or_year_never_reaches_a_reader(staff_row: Quote, line: str) -> None:
    """A figure is said only with the row's own label and the year that heads its column."""
    prove(answered("Staff, 2021/22: £4,025 [1]", staff_row), {})
    for said in (f"{line} [1]", f"Source: [1]\n- {line}"):
        with pytest.raises(Unproven):
            prove(answered(said, staff_row), {})


@pytest.mark.parametrize("reckoned", ["4,025 − 3,910 = 116", "4,025 − 3,900 = 125", "3,910 − 4,025 = 115"])
def test_sum_that_is_wrong_or_of_other_figures_never_reaches_a_reader(
    staff_row: Quote, reckoned: str
) -> None:
    """Arithmetic is said only when it is right and both of its figures are in a cited row."""
    prove(answered("It rose: 4,025 − 3,910 = 115. [1]", staff_row), {})
    with pytest.raises(Unproven):
        prove(answered(f"It rose: {reckoned}. [1]", staff_row), {})
