"""A whole paper is taken apart, each of its claims and quotations is checked, and the rest is counted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from assistant.chain import Assistant
from assistant.check.paper import MOST_CHARS
from assistant.check.paper_file import read_paper
from assistant.check.paper_parts import parts_of
from assistant.check.quotation import Quotations, quotations_in
from assistant.errors import PaperInvalid
from assistant.reading.markdown import read_markdown
from assistant.types import CheckedPaper, Sort, Span, Verdict
from tests.arbitrary_markdown import MARKDOWN, plain
from tests.fake_assistant import HOURS, LIBRARY
from tests.pdf_pages import draw
from tests.pdf_pages import text as page
from tests.test_reading_opendocument import opendocument
from tests.word_file import saved, word_file

SENTENCES = (
    "The service runs 21 branches and three mobile libraries.",
    "It employs 186 people.",
    "A lost card costs £3.",
    "We believe that this is too much.",
)
VERDICTS = [Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.CONTRADICTED, None]


def write(folder: Path, text: str, name: str = "paper.md") -> Path:
    """A paper of these words."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def checked(library: Assistant, folder: Path, text: str) -> CheckedPaper:
    """A Markdown paper of these words, checked."""
    return library.check_paper(write(folder, text))


def as_docx(path: Path) -> Path:
    """The sentences as a Word file."""
    document = word_file()
    document.add_heading("A note", level=1)
    document.add_paragraph(" ".join(SENTENCES))
    return saved(document, path)


def as_pdf(path: Path) -> Path:
    """The sentences as a PDF."""
    return draw(path, page(60, 150, " ".join(SENTENCES[:2]), " ".join(SENTENCES[2:])))


def as_odt(path: Path) -> Path:
    """The sentences as an OpenDocument file."""
    opendocument(path, f"<office:text><text:p>{' '.join(SENTENCES)}</text:p></office:text>")
    return path


@pytest.mark.parametrize("ending", [".md", ".txt", ".html", ".docx", ".pdf", ".odt"])
def test_a_paper_is_checked_in_every_form(library: Assistant, tmp_path: Path, ending: str) -> None:
    """The same sentences get the same verdicts, whatever kind of file they stand in."""
    path = tmp_path / f"note{ending}"
    match ending:
        case ".docx":
            as_docx(path)
        case ".pdf":
            as_pdf(path)
        case ".odt":
            as_odt(path)
        case ".html":
            write(tmp_path, f"<h1>A note</h1><p>{' '.join(SENTENCES)}</p>", path.name)
        case _:
            write(tmp_path, f"# A note\n\n{' '.join(SENTENCES)}\n", path.name)

    parts = [part for part in library.check_paper(path).parts if part.sort is not Sort.HEADING]

    assert [part.check and part.check.verdict for part in parts] == VERDICTS
    assert parts[-1].sort is Sort.OPINION


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("A lost card costs £2.", Sort.CLAIM),
        ("Anybody may join.", Sort.CLAIM),
        ("How many branches are there?", Sort.QUESTION),
        ("Please read this before the meeting.", Sort.INSTRUCTION),
        ("Members are asked to note the report.", Sort.INSTRUCTION),
        ("It is recommended that the van be sold.", Sort.INSTRUCTION),
        ("In our view the fee is fair.", Sort.OPINION),
        ("The van should be replaced.", Sort.OPINION),
        ("It is very encouraging that loans rose.", Sort.OPINION),
        ("This paper sets out what was decided.", Sort.ABOUT_ITSELF),
        ("Prepared by the reading room", Sort.FRAGMENT),
        ("## The reading room", Sort.HEADING),
        ("| Van | Year |\n|---|---|\n", Sort.TABLE_LINE),
    ],
)
def test_only_what_states_something_is_a_claim(line: str, sort: Sort) -> None:
    """Opinions, instructions, questions, headings, lines of tables and fragments are no claims."""
    assert [part.sort for part in parts_of(read_markdown(line, "paper"))] == [sort]


def test_an_item_is_what_the_words_that_introduce_it_are() -> None:
    """The items of a recommendation are instructions; an item in small letters is read behind its lead-in."""
    asked = read_markdown("Members are recommended to:\n\n- sell the oldest of the vans;\n", "paper")
    told = read_markdown("The committee may:\n\n- visit any branch without notice.\n", "paper")

    assert [part.sort for part in parts_of(asked)] == [Sort.INSTRUCTION, Sort.INSTRUCTION]
    assert parts_of(told)[-1].said == "The committee may visit any branch without notice."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The service runs 21 branches. It employs 186 people.", "The service employs 186 people."),
        (
            "The Head of Libraries was appointed in 2021. She is Ruth Adeyemi.",
            "The Head of Libraries is Ruth Adeyemi.",
        ),
        ("In 2021 the desks came. It employs 186 people.", "It employs 186 people."),
        ("The service runs 21 branches.\n\n## Staff\n\nIt employs 186 people.", "It employs 186 people."),
        ("The fee rose. She employs 186 people.", "She employs 186 people."),
    ],
)
def test_a_pronoun_stands_for_what_the_sentence_before_is_about(text: str, said: str) -> None:
    """“It” is read as the subject of the sentence before, where that is plain, and never over a heading."""
    assert parts_of(read_markdown(text, "paper"))[-1].said == said


@pytest.mark.parametrize("words", ["'a ", "“word ", "and ", "The plan, which "])
def test_what_never_ends_keeps_nobody_busy(words: str) -> None:
    """Very many characters without a stop are no sentence, whatever quotation marks they open."""
    parts = parts_of(read_markdown(words * 100_000, "paper"))

    assert [part.sort for part in parts] == [Sort.FRAGMENT]


@given(MARKDOWN)
def test_parts_are_in_order_and_apart(text: str) -> None:
    """Whatever a paper holds, its parts are spans of its text that follow one another and never overlap."""
    paper = read_markdown(f"# Paper\n{plain(text)}", "paper")

    at = 0
    for part in parts_of(paper):
        assert at <= part.start < part.end <= len(paper.text)
        at = part.end


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("The plan says: “A book may be borrowed for four weeks.”", Verdict.SUPPORTED, "word for word"),
        ("The report says that 'the oldest van … failed 14 times last winter'.", Verdict.SUPPORTED, "word"),
        ('As the plan puts it, "A book may be borrowed for six weeks."', Verdict.CONTRADICTED, "has “four”"),
        ("The plan says: “A book may be borrowed for three weeks.”", Verdict.OUTDATED, "has since replaced"),
        ("The 2019 plan says: “A book may be borrowed for three weeks.”", Verdict.SUPPORTED, "2019"),
        (
            "The 2022 plan says: “The oldest van, bought in 2009, failed”.",
            Verdict.CONTRADICTED,
            "and not the",
        ),
        (
            "The plan promises “a bicycle for every child and a kite for its mother”.",
            Verdict.NOT_FOUND,
            "none",
        ),
        ("The plan says so:\n\n> A book may be borrowed for four weeks.", Verdict.SUPPORTED, "word for word"),
    ],
)
def test_a_quotation_is_checked_word_for_word(
    library: Assistant, tmp_path: Path, text: str, verdict: Verdict, reason: str
) -> None:
    """What a paper quotes stands in the document that it names word for word, or the report says how not."""
    quoted = [(part, check) for part, check in checked(library, tmp_path, text).checked if part.said in text]
    part, check = quoted[-1]

    assert part.sort is Sort.QUOTATION
    assert check.verdict is verdict
    assert reason in check.reason
    assert bool(check.citations) is (verdict is not Verdict.NOT_FOUND)


def test_the_differences_of_a_quotation_are_shown(library: Assistant, tmp_path: Path) -> None:
    """The report sets the words that were changed beside those of the document, in their place."""
    text = "The plan says: “There are low fines for late books, because fines kept the poorest away.”"
    part, check = checked(library, tmp_path, text).checked[0]

    assert [(each.quoted, each.given) for each in part.differences if each.quoted or each.given] == [
        ("low", "no"),
        ("", "families"),
    ]
    assert (
        check.citations[0].quote
        == "There are no fines for late books, because fines kept the poorest families away"
    )


def test_words_in_quotation_marks_that_quote_nobody_are_left_alone() -> None:
    """A term in quotation marks, or words that are attributed to nothing, are no quotation to be checked."""
    for text in (
        "The “mobile libraries” stop there, the plan says.",
        "Children call it “the house of the sleeping books”.",
    ):
        assert list(quotations_in(text, Span(0, len(text)), text)) == []


@given(st.data())
def test_every_stretch_of_a_document_is_found_word_for_word(data: st.DataObject) -> None:
    """Whatever words of a document are quoted, in any case and with other marks between, are found there."""
    told = "The town library opens for 48 hours a week. It closes on Sundays.".split()
    start = data.draw(st.integers(0, len(told) - 5))
    end = data.draw(st.integers(start + 5, len(told)))
    mark = data.draw(st.sampled_from([" ", ", ", " – ", "\n"]))
    said = mark.join(told[start:end])
    quotations = Quotations({"library-2024": LIBRARY}, {"library-2024": [HOURS]}, {}, "gen-1")
    check, differences = quotations.check(said.upper(), "The plan says")

    assert (check.verdict, differences) == (Verdict.SUPPORTED, ())
    assert check.citations[0].quote.startswith(told[start].rstrip("."))


def _encrypted(path: Path) -> None:
    as_pdf(path)
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt("secret")
    writer.write(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.md", None, "no such file"),
        ("empty.docx", b"", "empty"),
        ("blank.md", b" \n\n \n", "empty"),
        ("signs.md", b"---\n\n* * *\n", "no words"),
        ("latin.txt", "Café is dear.".encode("latin-1"), "UTF-8"),
        ("broken.docx", b"PK\x03\x04 nothing", "damaged"),
        ("torn.pdf", b"%PDF-1.4 nothing", "damaged"),
        ("picture.png", b"\x89PNG", "save it as one of .docx"),
        ("noname", b"A card costs 2.", "save it as one of .docx"),
        ("heading.md", b"# A heading\n\nNothing else?\n", "no sentence that states"),
        ("front.md", b"---\ntitle: [\n---\nA card costs 2.\n", "front matter"),
        ("long.md", b"A card costs 2. " * 40_000, "640,000 characters and the limit is 600,000"),
        ("huge.html", b" " * 20_000_001, "larger than 20 MB"),
        ("brief.md", "Le service est dans une ville et les livres sont là.".encode(), "in English"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_one_sentence(
    library: Assistant, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    """A paper that is missing, empty, damaged, foreign or too large is refused with what is wrong."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(PaperInvalid, match=words) as problem:
        library.check_paper(path)
    assert "\n" not in str(problem.value)


def test_a_pdf_that_is_locked_or_has_no_text_is_refused(tmp_path: Path) -> None:
    """A PDF that needs a password, and one whose pages are only pictures, say so."""
    _encrypted(tmp_path / "locked.pdf")
    draw(tmp_path / "scan.pdf", lambda canvas: canvas.rect(40, 40, 400, 600, fill=1))

    for name, words in (("locked", "password"), ("scan", "no (?:words|text)|scan")):
        with pytest.raises(PaperInvalid, match=words):
            read_paper(tmp_path / f"{name}.pdf", MOST_CHARS)


def test_a_folder_is_no_paper(tmp_path: Path) -> None:
    """A folder whose name ends as a file's is refused."""
    (tmp_path / "notes.md").mkdir()

    with pytest.raises(PaperInvalid, match="not an ordinary file"):
        read_paper(tmp_path / "notes.md", MOST_CHARS)


def test_a_sentence_that_cannot_be_read_is_named(library: Assistant, tmp_path: Path) -> None:
    """A sentence that is longer than a claim may be is counted, with its reason."""
    text = f"A lost card costs £2. The card is {'very ' * 300}good to have."
    paper = checked(library, tmp_path, text)

    assert paper.left_out == {Sort.UNREADABLE: 1}
    assert "characters" in paper.parts[-1].problem


def test_progress_is_told_to_the_end(library: Assistant, tmp_path: Path) -> None:
    """Whoever checks a paper hears of every part of it, and of the end."""
    heard: list[tuple[int, int]] = []
    library.check_paper(
        write(tmp_path, "A lost card costs £2. It is free?"), lambda *told: heard.append(told)
    )

    assert heard == [(0, 2), (1, 2), (2, 2)]


def test_a_quotation_of_two_sentences_is_one_quotation() -> None:
    """What is quoted is held against the documents whole, and not cut where a sentence ends in it."""
    text = "The plan says: “Every branch is open on Monday. No branch is open on Sunday.” It has two rooms.\n"
    paper = read_markdown(text, "note")
    told = [(part.sort, part.said) for part in parts_of(paper)]

    assert told == [
        (Sort.QUOTATION, "Every branch is open on Monday. No branch is open on Sunday."),
        (Sort.CLAIM, "It has two rooms."),
    ]


def test_a_mark_that_is_never_closed_swallows_no_sentence() -> None:
    """A quotation mark too many leaves the sentences of later paragraphs as they are."""
    text = "The plan says: “Every branch is open.\n\nThere are two rooms.\n"

    assert parts_of(read_markdown(text, "note"))[-1].said == "There are two rooms."


@pytest.mark.parametrize(
    "line", ["Prepared by: Policy Team.", "Date: 3 September 2018.", "For further information ask Ann Lee."]
)
def test_who_wrote_a_paper_is_about_itself(line: str) -> None:
    """What a paper says of its author, its date and whom to ask is left out, and counted."""
    (part,) = parts_of(read_markdown(f"{line}\n", "note"))

    assert part.sort is Sort.ABOUT_ITSELF
