"""Tables of text, and Excel workbooks, → Markdown."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from assistant.reading.formats import Reading, Unreadable, read_here
from assistant.reading.frontmatter import split_front_matter
from assistant.reading.markdown import read_markdown
from assistant.reading.shown import shown_date, shown_number

FORMS = st.text('0#?,.%;-()"£ _*\\[]dmyhs@E', max_size=12)


def body(reading: Reading) -> str:
    """The Markdown of a reading, without its front matter."""
    return reading.markdown[split_front_matter(reading.markdown)[1] :].strip()


@pytest.fixture
def csv(tmp_path: Path) -> Callable[[str], Reading]:
    """Read text as a .csv file."""

    def read(text: str, name: str = "egg-harvest.csv") -> Reading:
        (tmp_path / name).write_bytes(text.encode("utf-8-sig"))
        return read_here(tmp_path / name)

    return read


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[[Workbook], Reading]:
    """Read a workbook as a file."""

    def read(workbook: Workbook) -> Reading:
        workbook.save(tmp_path / "harvest.xlsx")
        return read_here(tmp_path / "harvest.xlsx")

    return read


def test_a_csv_is_a_table_under_its_name(csv: Callable[[str], Reading]) -> None:
    """A table of text has its first row for header and its file's name for heading; cells stay whole."""
    reading = csv('Bed,2019/20,2020/21\r\n"Beans, tall","1,204",9\r\n"Ka\nle",3,4\r\n')

    assert body(reading) == (
        "# egg harvest\n\n"
        "| Bed | 2019/20 | 2020/21 |\n|---|---|---|\n| Beans, tall | 1,204 | 9 |\n| Ka le | 3 | 4 |"
    )
    assert read_markdown(reading.markdown, "x").info.kind == "spreadsheet"


def test_titles_above_a_csv_are_its_caption(csv: Callable[[str], Reading]) -> None:
    """Lines above the header are the table's title, with its unit, and lines below it are notes."""
    text = "Eggs;;\n£000;;\n\n;2019;2020\nHens;1,5;2\n\nSource: the shed;;\n"

    assert body(csv(text)) == (
        "# egg harvest\n\nEggs – £000\n\n"
        "|  | 2019 | 2020 |\n|---|---|---|\n| Hens | 1,5 | 2 |\n\nSource: the shed"
    )
    assert read_markdown(csv(text).markdown, "x").info.title == "Eggs – £000"


def test_a_csv_of_another_encoding_is_refused(tmp_path: Path) -> None:
    """A table that is not UTF-8 is refused with what to do."""
    (tmp_path / "a.csv").write_bytes("Caf\xe9,2".encode("latin-1"))

    with pytest.raises(Unreadable, match="save it as UTF-8"):
        read_here(tmp_path / "a.csv")


def test_a_table_that_is_too_long_is_cut_and_told(csv: Callable[[str], Reading]) -> None:
    """Beyond five thousand rows nothing is read, and a person is told."""
    reading = csv("Bed,2019\n" + "Beans,3\n" * 5_100)

    assert reading.markdown.count("Beans") == 4_999
    assert reading.problems == (
        "The table is too large: at most 5,000 rows and 200 columns of a table are read.",
    )


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands in a .csv file, it is read or refused with a sentence."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text(text, encoding="utf-8", errors="replace")
        with suppress(Unreadable):
            assert read_markdown(read_here(path).markdown, "a").blocks


def test_a_workbook_shows_what_its_cells_show(xlsx: Callable[[Workbook], Reading]) -> None:
    """Each sheet is a heading; numbers and dates stand as shown, merged cells in all their columns."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Harvest"
    for row in (
        ["Eggs and honey"],
        ["", "Harvest", None, "Counted"],
        ["", "2019/20", "2020/21", "on"],
        ["Eggs", 1204, 1310.4, datetime.date(2021, 4, 5)],
        ["Honey (£)", 12.5, -3, datetime.date(2021, 4, 6)],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B2:C2")
    for line in (4, 5):
        for column in "BC":
            sheet[f"{column}{line}"].number_format = "#,##0" if line == 4 else "£#,##0.00;(£#,##0.00)"
        sheet[f"D{line}"].number_format = "d mmmm yyyy"
    other = workbook.create_sheet("Bees")
    other.append(["Bees fly."])

    assert body(xlsx(workbook)) == (
        "# Harvest\n\nEggs and honey\n\n"
        "|  | Harvest 2019/20 | Harvest 2020/21 | Counted on |\n|---|---|---|---|\n"
        "| Eggs | 1,204 | 1,310 | 5 April 2021 |\n"
        "| Honey (£) | £12.50 | (£3.00) | 6 April 2021 |\n\n# Bees\n\nBees fly."
    )


def test_what_is_hidden_is_left_out_and_told(xlsx: Callable[[Workbook], Reading]) -> None:
    """Hidden sheets, rows and columns are not read, and formulas without a result are counted."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Eggs"
    for row in (["", 2019, "x", 2020], ["Hens", 1, 9, 3], ["Geese", 5, 9, 5], ["Ducks", "=1+1", 9, 4]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    workbook.create_sheet("Old").sheet_state = "hidden"

    reading = xlsx(workbook)

    assert body(reading) == (
        "# Eggs\n\n|  | 2019 | 2020 |\n|---|---|---|\n| Hens | 1 | 3 |\n| Ducks |  | 4 |"
    )
    assert reading.problems == (
        "1 of its formulas have no result; open it in a spreadsheet program and save it.",
        "Hidden rows or columns of the sheet Eggs were left out.",
        "The sheet Old is hidden and was left out.",
    )


def test_a_cell_far_away_costs_little(xlsx: Callable[[Workbook], Reading]) -> None:
    """One cell in the last row and column of a sheet does not make the reader walk through all of them."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["XFD1048576"] = "Bees", "fly.", "Far."

    assert "too large" in xlsx(workbook).problems[0]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (33.7, "General", "33.7"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "100000000000000000000"),
        (1234567.5, "#,##0", "1,234,568"),
        (2.345, "0.00", "2.35"),
        (0.125, "0.0%", "12.5%"),
        (-5, "0", "-5"),
        (-0.001, "0.0", "0.0"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (33_700_000, '£0.0,,"m"', "£33.7m"),
        (1204, "[$£-809]#,##0", "£1,204"),
        (-4120, '"£"#,##0;[Red]\\-"£"#,##0', "-£4,120"),
        (1234, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', "£1,234.00"),
        (0, '0;-0;"–"', "–"),
        (7, "00", "07"),
        (1.5, "#.##", "1.5"),
        (0.5, "# ?/?", "0.5"),
        (12, '0" kg"', "12 kg"),
    ],
)
def test_numbers_are_shown_in_their_form(value: float, form: str, shown: str) -> None:
    """A number stands as a spreadsheet program shows it."""
    assert shown_number(value, form) == shown


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("mm-dd-yy", "05/04/2019"),
        ("d mmmm yyyy", "5 April 2019"),
        ("mmm-yy", "Apr-19"),
        ("[$-809]dddd, d mmmm yyyy;@", "Friday, 5 April 2019"),
        ("dd/mm/yyyy hh:mm", "05/04/2019 14:07"),
        ("h:mm AM/PM", "2:07 PM"),
        ("yyyy", "2019"),
    ],
)
def test_dates_are_shown_in_their_form(form: str, shown: str) -> None:
    """A date stands as a spreadsheet program shows it, the day first where that is left to the country."""
    assert shown_date(datetime.datetime(2019, 4, 5, 14, 7, 9), form) == shown


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(), FORMS)
def test_no_form_breaks_the_reader(value: float, form: str) -> None:
    """Any number in any form is shown somehow, and so is any date."""
    assert isinstance(shown_number(value, form), str)
    assert isinstance(shown_date(datetime.date(2019, 4, 5), form), str)
