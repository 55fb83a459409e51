"""What holds of every answer, whatever was asked: proven quotes, nothing of its own, short enough."""

import re
from functools import cache

import pytest

from assistant.answer import wording
from assistant.chain import Assistant
from assistant.types import Answer, Status
from tests.library import EDITIONS

QUESTIONS = [
    "What are the priorities?",
    "What were the priorities in 2019?",
    "How many priorities are there?",
    "What did readers ask for?",
    "What are the powers of the committee?",
    "What must students bring?",
    "How long can I borrow a book?",
    "How long could a book be borrowed in 2019?",
    "What is the fine for a late book?",
    "Are there fines for late books?",
    "Who is the Head of Libraries?",
    "Who was the Head of Libraries in 2019?",
    "Who chairs the Culture Committee?",
    "Who are the vice-chairs of the committee?",
    "What does RFID stand for?",
    "What is the Fernshire Library Service?",
    "How much was spent on staff?",
    "How much was spent on buildings in 2021/22?",
    "What was spent in 2020/21 and 2022/23 on mobile libraries?",
    "What percentage of residents used a library in 2022?",
    "How much would an electric van cost?",
    "How many villages do the mobile libraries stop at?",
    "What is the phone number?",
    "How can I contact the library service?",
    "What changed about loans between 2019 and 2022?",
    "Compare the priorities of the 2019 and 2022 plans.",
    "How many priorities were there before, and what are the powers of the committee?",
    "How has the number of branches changed?",
    "Why are there no fines?",
    "Can the committee set the budget?",
    "Where is the archive?",
    "Tell me about the mobile libraries",
    "Tell me everything about the library service",
    "foreword",
    "money",
    "What does the plan say about children, books, tablets, gardens, vans and evenings?",
    "self-service desks",
    "how do i join",
    "What happened in 2021?",
    "Is it true that the vans failed?",
    "How old is the oldest van?",
    "Why does the committee set the budget?",
    "Why did spending on buildings rise in 2021/22?",
    "Did spending on staff rise in 2021/22?",
    "How much does the service cost?",
]
FIGURE = re.compile(r"^(?P<row>.+), (?P<column>[^,]+): (?P<value>.+)$")


@cache
def answered(library: Assistant, question: str) -> Answer:
    """The answer, asked for once in all tests."""
    return library.ask(question)


def folded(text: str) -> str:
    """Text with single spaces."""
    return " ".join(text.split())


def is_fixed(line: str) -> bool:
    """True for one or more of the phrases that people wrote."""
    phrases = [value for name, value in vars(wording).items() if name.isupper() and isinstance(value, str)]
    patterns = "|".join(re.sub(r"\\\{\w+\\\}", ".+", re.escape(phrase)) for phrase in phrases)
    return bool(re.fullmatch(rf"(?:(?:{patterns})\s*)+", line))


def is_figure(line: str, proof: str, stored: str) -> bool:
    """True for a row, a column and a value that stand in a cited row and its table."""
    found = FIGURE.match(line)
    value = re.search(r"\d[\d,.]*", found["value"] if found else "")
    year = re.search(r"\d{4}(?:/\d\d)?", found["column"] if found else "")
    if not (found and value and year):
        return False
    return f"| {found['row']} |" in proof and value.group() in proof and year.group() in stored


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_a_slice_of_its_edition(library: Assistant, question: str) -> None:
    """Each citation and each nearest passage stands in the file, character for character, at its span."""
    answer = answered(library, question)

    for citation in (*answer.citations, *answer.nearest):
        edition = (EDITIONS / f"{citation.passage.document}.md").read_text(encoding="utf-8")
        assert edition[citation.start : citation.end] == citation.quote
        assert all(citation.start <= start < end <= citation.end for start, end in citation.marks)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_line_is_quoted_or_fixed(library: Assistant, question: str) -> None:
    """An answer says only what its citations hold, the names of documents, and phrases that people wrote.

    What a refusal quotes stands in its nearest passages.
    """
    answer = answered(library, question)
    shown = answer.citations or answer.nearest
    proof = folded(" ".join(citation.quote for citation in shown))
    stored = " ".join({citation.source.text for citation in shown})
    named = {f"{wording.source_of(info)}:" for info in library.documents()}
    sections = {f"{section}:" for citation in answer.citations for section in citation.passage.section}

    for line in filter(None, map(str.strip, answer.text.splitlines())):
        said = re.sub(r" ?\[\d+\]", "", line).removeprefix("- ")
        proven = folded(said.strip("“”")) in proof or said in named | sections
        assert proven or is_fixed(said) or is_figure(said, proof, stored), line


@pytest.mark.parametrize("question", QUESTIONS)
def test_answer_is_short(library: Assistant, question: str) -> None:
    """An answer has at most 120 words, one with a list or with several documents at most 220."""
    answer = answered(library, question)
    several = len({citation.passage.document for citation in answer.citations}) > 1
    is_long = several or "\n- " in answer.text

    assert len(answer.text.split()) <= (220 if is_long else 120)


@pytest.mark.parametrize("question", QUESTIONS)
def test_answer_that_is_given_is_cited_and_one_that_is_not_is_explained(
    library: Assistant, question: str
) -> None:
    """An answer has citations whose markers are all pointed at; a refusal has none, and says why."""
    answer = answered(library, question)
    pointed_at = {int(marker) for marker in re.findall(r"\[(\d+)\]", answer.text)}

    assert answer.text
    assert bool(answer.citations) == (answer.status in {Status.ANSWERED, Status.PARTIAL})
    assert pointed_at == {citation.marker for citation in answer.citations}


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_quoted_twice(library: Assistant, question: str) -> None:
    """No line of an answer repeats a quote that another line holds, alone or as a part."""
    quoted = re.findall(r"“(.+)” \[\d+\]$", answered(library, question).text, re.MULTILINE)

    assert not [
        (one, other)
        for at, one in enumerate(quoted)
        for place, other in enumerate(quoted)
        if at != place and one in other
    ]


@pytest.mark.parametrize("question", [*QUESTIONS, "Did spending on the total of buildings and staff change?"])
def test_no_row_is_quoted_beside_a_sentence(library: Assistant, question: str) -> None:
    """After a sentence, no further line is a bare table row, whose figures would have no headings."""
    quoted = re.findall(r"“(.+)” \[\d+\]$", library.ask(question).text, re.MULTILINE)

    assert not [line for line in quoted[1:] if line.startswith("|")]
