"""Asking documents of every form: figures with row, column, unit and year, and quotes of the stored text."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.chain import Assistant
from assistant.render import to_json
from assistant.types import Status
from tests.allotment import quietly, settings_in
from tests.word_file import saved, word_file

WATER = """Water used on the plots;;
Thousand litres;;
;2019/20;2020/21
Standpipes;412;398
Rain butts;96;131
"""
PAGE = """<html><head><title>Choir | Harbour Hall</title>
<meta property="og:site_name" content="Harbour Hall"></head><body><nav>Home</nav>
<div class="cookie-notice"><p>May we set a cookie of £99 on your computer in 2020/21?</p></div><main>
<h1>The harbour choir</h1><p>The choir sings in the harbour hall on Thursdays at half past seven.</p>
<table><caption>Tickets sold</caption><tr><th>Concert<th>2019/20<th>2020/21</tr>
<tr><th>Spring concert<td>310<td>287</tr><tr><th>Carols<td>402<td>0</tr></table></main></body></html>
"""


def write_word(path: Path) -> None:
    """A report with a list, and a table whose header has two rows."""
    document = word_file()
    document.add_heading("Accounts of the Hill Farm Orchard", level=0)
    document.add_heading("Money", level=1)
    document.add_paragraph("The orchard is run by volunteers.")
    document.add_paragraph("Income of the orchard, £000")
    table = document.add_table(rows=4, cols=3)
    for row, words in enumerate(
        (
            ("", "Income", ""),
            ("", "2019/20", "2020/21"),
            ("Cider", "18.4", "21.9"),
            ("Apple days", "2.1", "0.4"),
        )
    ):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_heading("Rules", level=1)
    document.add_paragraph("Pickers must:")
    for rule in ("wear gloves;", "leave the top branches to the birds;", "sign out at the gate."):
        document.add_paragraph(rule, style="List Bullet")
    saved(document, path)


def write_workbook(path: Path) -> None:
    """A sheet of money, shown in millions."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Ferry budget"
    for row in (["Ferry budget (£m)"], ["", 2021, 2022], ["Fuel", 1.25, 1.5], ["Crew wages", 3, 3.25]):
        sheet.append(row)
    for cell in ("B3", "C3", "B4", "C4"):
        sheet[cell].number_format = "0.00"
    shown = workbook.create_sheet("Bridge repairs")
    for row in (["", 2021, 2022], ["Painting", 1.5, 0.25], ["Steel", 2, 4.75]):
        shown.append(row)
    for cell in ("B2", "C2", "B3", "C3"):
        shown[cell].number_format = '£0.00"m"'
    workbook.save(path)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over a folder with a document of each form."""
    folder = tmp_path_factory.mktemp("formats")
    settings = settings_in(folder)
    settings.corpus.mkdir()
    write_word(settings.corpus / "orchard-2021.docx")
    write_workbook(settings.corpus / "ferry.xlsx")
    (settings.corpus / "water.csv").write_text(WATER, encoding="utf-8")
    (settings.corpus / "choir.html").write_text(PAGE, encoding="utf-8")
    summary = quietly(settings)
    assert summary.skipped == ()
    return Assistant.open(settings)


@pytest.mark.parametrize(
    ("question", "document", "told"),
    [
        (
            "How much did it earn from cider in 2020/21?",
            "orchard-2021",
            ["Cider", "2020/21", "21.9"],
        ),
        (
            "What was the income from apple days in 2019/20?",
            "orchard-2021",
            ["2019/20", "2.1", "£000"],
        ),
        ("How much water came from the standpipes in 2019/20?", "water", ["Standpipes", "2019/20", "412"]),
        ("How much was used from rain butts in 2020/21?", "water", ["Rain butts", "2020/21", "131"]),
        ("How many tickets were sold for the spring concert in 2020/21?", "choir", ["2020/21", "287"]),
        ("What is the ferry budget for crew wages in 2022?", "ferry", ["Crew wages", "2022", "£3.25m"]),
        (
            "How much do the bridge repairs cost for painting in 2022?",
            "ferry",
            ["Painting", "2022", ": £0.25m"],
        ),
        ("How much is budgeted for fuel in 2021?", "ferry", ["Fuel", "2021", "£1.25m"]),
    ],
)
def test_figures_are_told_with_row_column_unit_and_year(
    assistant: Assistant, question: str, document: str, told: list[str]
) -> None:
    """A figure of a table is told like one of an edition, whatever form its document came in."""
    answer = assistant.ask(question)

    assert answer.status is Status.ANSWERED
    assert answer.citations[0].source.info.id == document
    assert all(words in answer.text for words in told), answer.text


def test_a_list_of_a_word_file_is_told_whole(assistant: Assistant) -> None:
    """The items of a list are told in their order, each a slice of the stored text."""
    answer = assistant.ask("What must pickers do?")

    said = [answer.text.find(words) for words in ("wear gloves", "top branches", "sign out")]
    assert sorted(said) == said
    assert min(said) > 0
    for citation in answer.citations:
        assert citation.source.text[citation.start : citation.end] == citation.quote


def test_a_page_is_quoted_without_what_stands_around_it(assistant: Assistant) -> None:
    """A sentence of a web page answers; what its notices say is in no document."""
    answer = assistant.ask("Where does the choir sing?")

    assert "the harbour hall on Thursdays" in answer.text
    assert all("cookie" not in citation.source.text for citation in answer.citations)


def test_what_nobody_confirmed_is_marked(assistant: Assistant) -> None:
    """An answer says that title and date were taken from the file, to people and to programs."""
    answer = assistant.ask("Where does the choir sing?")

    assert answer.notes == (
        "Taken from the file of The harbour choir, and not yet confirmed by a person: title.",
    )
    assert to_json(answer)["citations"][0]["unconfirmed"] == ["title", "kind", "publisher"]


def test_a_document_of_no_known_kind_does_no_harm(assistant: Assistant) -> None:
    """A question about who wrote a document is answered or refused where the kind of some is not known."""
    assert assistant.ask("Who wrote the report?").text


def test_a_year_that_a_sheet_lacks_is_refused(assistant: Assistant) -> None:
    """Asked about a year without a column, no neighbour's figure is told."""
    answer = assistant.ask("What is the ferry budget for fuel in 2026?")

    assert answer.status is Status.NOT_IN_DOCUMENTS
