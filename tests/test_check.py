"""A claim is supported, contradicted, outdated or not found, with the quotes that prove it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.chain import Assistant
from assistant.check.reason import NOT_FOUND as NOTHING
from assistant.errors import ClaimInvalid
from assistant.types import Verdict

SUPPORTED = [
    ("The service runs twenty-one branches and three mobile libraries.", "runs 21 branches"),
    ("The service employs 186 people.", "employs 186 people"),
    ("The service relies on 340 volunteers.", "340 volunteers"),
    ("A lost card costs 200p.", "costs £2"),
    ("The Head of Libraries is Ruth Adeyemi.", "Ruth Adeyemi"),
    ("Harriet Boyle chairs the committee.", "Harriet Boyle chairs"),
    ("The self-service desks came into use on 4 October 2021.", "4 October 2021"),
    ("The self-service desks were built by Penhallow Systems.", "Penhallow Systems"),
    ("There are no fines for late books.", "no fines"),
    ("The committee cannot set the budget.", "cannot set the budget"),
    ("The committee may visit any branch without notice.", "visit any branch without notice"),
    ("The oldest van failed 14 times last winter.", "failed 14 times"),
    ("Fees and gifts bring in about 8% of what the service costs.", "about 8%"),
    ("Every branch has a self-service desk.", "Every branch"),
    ("The mobile libraries stop at 88 villages every fortnight.", "88 villages every fortnight"),
    ("Visits rose to 38,450 in 2022.", "38,450 in 2022"),
    ("The plan has four priorities.", "four priorities"),
    ("The 2019 plan had three priorities.", "three priorities"),
    ("The plan states that the service runs 21 branches.", "runs 21 branches"),
    ("The plan lists four priorities.", "four priorities"),
]
CONTRADICTED = [
    ("The service runs 22 branches.", "21"),  # a number
    ("The service employs 340 people.", "186"),  # a number that counts something else
    ("The service runs three branches.", "21"),  # the number of what stands beside it
    ("A lost card costs £2,000.", "£2"),  # a unit
    ("A book may be borrowed for four months.", "four weeks"),
    ("Visits rose to 31,200 in 2022.", "38,450"),  # the figure of another year
    ("The self-service desks came into use on 4 October 2020.", "4 October 2021"),  # a date
    ("The Head of Libraries is Joan Whitby.", "Ruth Adeyemi"),  # a person
    ("Idris Khan chairs the committee.", "Harriet Boyle"),
    ("The self-service desks were built by Barton Systems.", "Penhallow Systems"),  # a body
    ("The committee sets the budget.", "not so"),  # a "not"
    ("The committee cannot visit any branch without notice.", "is so"),
    ("Only some branches have a self-service desk.", "all"),  # how many
    ("Branches open for fewer than 20 hours a week.", "at least 30 hours"),  # a bound
    ("Fees and gifts bring in about a fifth of what the service costs.", "8%"),  # a share
    ("The mobile libraries stop at 88 villages every month.", "fortnight"),  # how often
    ("The plan has six priorities.", "four"),  # a list's count
    ("The plan states that the service runs 22 branches.", "21"),  # whatever way it is told
]
NOT_FOUND = [
    "The librarians are paid £30,000 a year.",
    "The archive opened in 2012.",
    "All branches have a café.",
    "Branches open for more than 40 hours a week.",
    "The oldest van was replaced by an electric one.",  # it should be
    "Ruth Adeyemi chairs the Finance Committee.",
    "Daniel Osei is the Head of Archives.",
    "The mobile libraries are run from Oakworth.",
    "Volunteers cost £6.4 million a year.",
    "There are 21 reading groups.",
    "It is a priority.",  # nothing to look for
    "Reading groups have doubled.",  # an aim
    "The service has lost 186 people.",
    "The committee may close the service.",
    "The report states that volunteers are paid.",
]


@pytest.mark.parametrize(("claim", "quoted"), SUPPORTED)
def test_a_true_claim_is_supported_by_the_words_that_say_so(
    library: Assistant, claim: str, quoted: str
) -> None:
    """What a document in force says, in these or other words and numbers, is supported and quoted."""
    checked = library.check_claim(claim)

    assert checked.verdict is Verdict.SUPPORTED
    assert quoted in checked.citations[0].quote


@pytest.mark.parametrize(("claim", "given"), CONTRADICTED)
def test_a_changed_fact_is_contradicted_by_what_is_given_instead(
    library: Assistant, claim: str, given: str
) -> None:
    """The same fact with another value, name or "not" is contradicted, and the reason says which is given."""
    checked = library.check_claim(claim)

    assert checked.verdict is Verdict.CONTRADICTED
    assert given in checked.reason
    assert checked.citations


@pytest.mark.parametrize("claim", NOT_FOUND)
def test_what_nobody_says_is_not_found(library: Assistant, claim: str) -> None:
    """A claim close to what is there, which no document states or denies, is neither supported nor denied."""
    checked = library.check_claim(claim)

    assert checked.verdict is Verdict.NOT_FOUND
    assert (checked.reason, checked.citations) == (NOTHING, ())


@pytest.mark.parametrize(
    ("claim", "said", "newer"),
    [
        ("The service runs 24 branches.", "24 branches", "gives 21"),
        ("The Head of Libraries is Daniel Osei.", "Daniel Osei", "gives Ruth Adeyemi"),
        ("A book may be borrowed for three weeks.", "three weeks", "gives four weeks"),
        ("There are fines for late books.", "fine for a late book", "says that it is not so"),
        ("Branches open for at least 30 hours a week.", "30 hours", "has since replaced it"),
    ],
)
def test_what_only_a_replaced_plan_says_is_outdated(
    library: Assistant, claim: str, said: str, newer: str
) -> None:
    """A claim that is true of a superseded document only is outdated, with what the newer one says."""
    checked = library.check_claim(claim)

    assert checked.verdict is Verdict.OUTDATED
    assert said in checked.citations[0].quote
    assert checked.citations[0].superseded_by == "library-plan-2022"
    assert newer in checked.reason


def test_a_claim_about_an_old_plan_is_checked_against_it(library: Assistant) -> None:
    """A claim that names a replaced document is true or false of that one."""
    assert library.check_claim("The 2019 plan had four priorities.").verdict is Verdict.CONTRADICTED
    assert library.check_claim("The 2022 plan has four priorities.").verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "verdict", "given"),
    [
        ("Spending on staff is £4,025,000 in 2021/22.", Verdict.SUPPORTED, "4,025 (£000) for 2021/22"),
        ("Spending on staff is about £4.0m in 2021/22.", Verdict.SUPPORTED, "is a rounding"),
        ("Spending on staff is £4,180,000 in 2021/22.", Verdict.CONTRADICTED, "4,025 (£000) for 2021/22"),
        ("Spending on staff is £4,025 in 2021/22.", Verdict.CONTRADICTED, "4,025 (£000) for 2021/22"),
        ("Spending on staff is £4,025,000 in 2030/31.", Verdict.NOT_FOUND, ""),
        ("Spending on drivers is £4,025,000 in 2021/22.", Verdict.NOT_FOUND, ""),
        ("Spending on buildings fell in 2021/22.", Verdict.SUPPORTED, "1,140 (£000) for 2020/21"),
        ("Spending on buildings rose in 2021/22.", Verdict.CONTRADICTED, "that is no rise"),
        ("Loans of films went up.", Verdict.CONTRADICTED, "30 (000) for 2021 and 24 (000) for 2022"),
    ],
)
def test_a_table_is_read_by_row_column_unit_and_year(
    library: Assistant, claim: str, verdict: Verdict, given: str
) -> None:
    """A figure claimed is held against the one cell of its row and year, in its unit, or against none."""
    checked = library.check_claim(claim)

    assert checked.verdict is verdict
    assert given in checked.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("x" * 1_001, "1,001 characters and the limit is 1,000"),
        ("How many branches are there?", "question"),
        ("who is the Head of Libraries", "question"),
        ("is the card free", "question"),
        ("Hello", "whole statement"),
        ("?!", "words in your claim"),
        ("Le service est dans une ville et les livres sont là", "in English"),
    ],
)
def test_what_is_no_claim_is_told_so_in_one_sentence(library: Assistant, text: str, words: str) -> None:
    """What is empty, too long, a question or not English is refused with what is wrong and what to do."""
    with pytest.raises(ClaimInvalid, match=words) as problem:
        library.check_claim(text)

    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("number", [*range(20, 30), 186, 2_100])
def test_no_other_number_of_branches_is_supported(library: Assistant, number: int) -> None:
    """Of all numbers only the one that the plan in force gives is supported."""
    verdict = library.check_claim(f"The service runs {number:,} branches.").verdict

    assert (verdict is Verdict.SUPPORTED) == (number == 21)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_is_checked_or_refused(library: Assistant, text: str) -> None:
    """Whatever is typed gets a verdict whose quotes stand in the documents, or is refused as no claim."""
    try:
        checked = library.check_claim(text)
    except ClaimInvalid:
        return
    assert all(citation.quote in citation.source.text for citation in checked.citations)


def test_what_a_reason_gives_stands_in_its_quotes(library: Assistant) -> None:
    """The words that a reason gives in place of the claimed ones are those marked in the first quote."""
    for claim, _ in CONTRADICTED:
        first = library.check_claim(claim).citations[0]
        for mark in first.marks:
            assert first.source.text[mark.start : mark.end] in library.check_claim(claim).reason
