"""Figures of tables: the cell where the row and the year that were asked for meet."""

import pytest

from assistant.answer import wording
from assistant.answer.figures import with_unit
from assistant.chain import Assistant
from assistant.types import Status, Turn

SPENT = {
    "staff": ("3,910", "4,025", "4,180"),
    "books and films": ("620", "655", "700"),
    "buildings": ("1,140", "1,095", "1,060"),
    "mobile libraries": ("210", "240", "265"),
}
YEARS = ("2020/21", "2021/22", "2022/23")
TOTALS = ("5,880", "6,015", "6,205")
EVERY_CELL = [
    (row, year, value) for row, values in SPENT.items() for year, value in zip(YEARS, values, strict=True)
]


def others(value: str) -> list[str]:
    """Every figure of the table but one."""
    figures = [figure for values in (*SPENT.values(), TOTALS) for figure in values]
    return [figure for figure in figures if figure != value]


@pytest.mark.parametrize(("row", "year", "value"), EVERY_CELL)
def test_every_cell_is_found_by_its_row_and_year(library: Assistant, row: str, year: str, value: str) -> None:
    """The figure of one row and year is told with its row, year and unit, and no other figure is."""
    answer = library.ask(f"How much was spent on {row} in {year}?")

    assert answer.status is Status.ANSWERED
    assert value in answer.text
    assert year in answer.text
    assert row in answer.text.lower()
    assert "£" in answer.text
    assert not [figure for figure in others(value) if figure in answer.text.split()]


@pytest.mark.parametrize(
    "written", ["2021/22", "2021-22", "2021–22", "2021/2022", "2021 to 2022", "21/22", "the year 2021-2022"]
)
def test_year_may_be_written_in_any_way(library: Assistant, written: str) -> None:
    """However the year is written, the same cell answers."""
    answer = library.ask(f"How much was spent on staff in {written}?")

    assert "4,025" in answer.text
    assert "3,910" not in answer.text


@pytest.mark.parametrize(("year", "total"), list(zip(YEARS, TOTALS, strict=True)))
def test_total_is_not_a_part(library: Assistant, year: str, total: str) -> None:
    """The total of a year is its own row."""
    assert total in library.ask(f"What was the total spending in {year}?").text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("What percentage of under 16s used a library in 2022?", "64%"),
        ("What percentage of residents aged 65 and over used a library in 2021?", "41%"),
        ("How much would solar panels cost in 2023/24?", "£0.6m"),
        ("How much would heat pumps cost in 2024/25?", "£0.2m"),
    ],
)
def test_figure_has_the_unit_of_its_table(library: Assistant, question: str, figure: str) -> None:
    """A figure is written with the unit that stands in the caption, as people write it."""
    assert figure in library.ask(question).text


def test_thousands_are_told_as_thousands(library: Assistant) -> None:
    """A table in thousands of pounds is not read as one in pounds."""
    text = library.ask("How much was spent on staff in 2021/22?").text

    assert "000" in text or "thousand" in text


def test_estimate_is_called_an_estimate(library: Assistant) -> None:
    """What the column says of its year is said of the figure."""
    assert "Estimate" in library.ask("How much was spent on staff in 2022/23?").text
    assert "Estimate" not in library.ask("How much was spent on staff in 2021/22?").text


@pytest.mark.parametrize("year", ["2016/17", "2018/19", "2019/20", "2023/24", "2024/25", "2030/31"])
@pytest.mark.parametrize("row", ["staff", "mobile libraries"])
def test_year_that_the_table_does_not_give_is_refused(library: Assistant, row: str, year: str) -> None:
    """No figure is given for another year; the refusal says which years there are."""
    answer = library.ask(f"How much was spent on {row} in {year}?")

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert not answer.citations
    assert year in answer.text
    assert not [figure for figure in SPENT[row] if figure in answer.text]
    assert all(given in answer.text for given in YEARS)
    assert answer.nearest


def test_row_without_a_year_gives_all_its_years(library: Assistant) -> None:
    """Asked for no year, the answer gives each year with its figure, in the table's order."""
    text = library.ask("How much was spent on staff?").text
    places = [text.find(told) for pair in zip(YEARS, SPENT["staff"], strict=True) for told in pair]

    assert -1 not in places
    assert places == sorted(places)


def test_two_years_are_both_given(library: Assistant) -> None:
    """Asked for two years, the answer gives both and not the third."""
    text = library.ask("How much was spent on staff in 2020/21 and 2021/22?").text

    assert "3,910" in text
    assert "4,025" in text
    assert "4,180" not in text


@pytest.mark.parametrize(
    ("when", "told", "untold"),
    [
        ("after 2020/21", ("4,025", "4,180"), ("3,910",)),
        ("before the year 2022/23", ("3,910", "4,025"), ("4,180",)),
        ("after 2022/23", (), SPENT["staff"]),
    ],
)
def test_time_after_a_year_is_not_that_year(
    library: Assistant, when: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    """Asked for the time after or before a year, the figures of that time are told, and never that year's."""
    text = library.ask(f"How much was spent on staff {when}?").text

    assert all(figure in text for figure in told)
    assert not any(figure in text for figure in untold)


def test_year_that_is_not_given_is_not_dropped_beside_one_that_is(library: Assistant) -> None:
    """Asked for a year that the table has and one that it lacks, the reader is told of the one it lacks."""
    answer = library.ask("How much was spent on staff in 2021/22 and 2024/25?")

    assert answer.status is not Status.ANSWERED
    assert "2024/25" in answer.text


def test_figure_is_cited_by_its_row_with_the_cell_marked(library: Assistant) -> None:
    """The citation quotes the row as stored, and marks the very cell."""
    (citation,) = library.ask("How much was spent on staff in 2021/22?").citations
    (mark,) = citation.marks

    assert citation.quote == "| Staff | 3,910 | 4,025 | 4,180 |"
    assert citation.source.text[slice(*mark)].strip() == "4,025"
    assert citation.passage.page_label == "10"


@pytest.mark.parametrize(
    ("question", "told", "reckoned"),
    [
        (
            "How much more was spent on staff in 2021/22 than in 2020/21?",
            ("3,910", "4,025"),
            "4,025 − 3,910 = 115",
        ),
        (
            "Did spending on buildings go up or down between 2020/21 and 2022/23?",
            ("1,140", "1,060"),
            "1,140 − 1,060 = 80",
        ),
        ("Compare spending on mobile libraries in 2021/22 and 2022/23", ("240", "265"), "265 − 240 = 25"),
        ("Did spending on staff rise from 2020 to 2022?", ("3,910", "4,180"), "4,180 − 3,910 = 270"),
        (
            "What is the difference in total spending between 2020/21 and 2021/22?",
            ("5,880", "6,015"),
            "6,015 − 5,880 = 135",
        ),
    ],
)
def test_two_years_are_compared_by_arithmetic_that_is_shown(
    library: Assistant, question: str, told: tuple[str, str], reckoned: str
) -> None:
    """Asked how a figure changed, the answer quotes both cells and shows the sum that it does with them."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert reckoned in answer.text
    assert all(figure in answer.citations[0].quote for figure in told)


def test_change_of_a_row_over_all_its_years_is_reckoned_from_the_first_to_the_last(
    library: Assistant,
) -> None:
    """Without years, a question about change is answered with every year and the whole difference."""
    text = library.ask("How has spending on staff changed?").text

    assert all(figure in text for figure in SPENT["staff"])
    assert "4,180 − 3,910 = 270" in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was the spending on staff lower in 2020/21 than in 2021/22?", wording.YES),
        ("Was the spending on staff higher in 2020/21 than in 2021/22?", wording.NO),
        ("Is the spending on staff higher in 2022/23 than in 2020/21?", wording.YES),
        ("Is the spending on buildings lower in 2022/23 than in 2020/21?", wording.YES),
        ("Was the spending on buildings lower in 2020/21 than in 2022/23?", wording.NO),
        ("Was the spending on staff lower in 2020/21 than now?", wording.YES),
        ("Will the spending on staff be higher in 2022/23 than now?", wording.YES),
        ("Has the spending on staff fallen since 2020/21?", wording.NO),
        ("Was the spending on staff higher in 2021/22 than the year before?", wording.YES),
    ],
)
def test_first_year_is_held_against_the_one_after_than(library: Assistant, question: str, said: str) -> None:
    """“More in 2017 than in 2018?” is answered of 2017, whichever of the two years comes first in time."""
    assert library.ask(question).text.split("\n")[0] == said


def test_now_is_the_year_of_the_document(library: Assistant) -> None:
    """“Than now” sets a year beside that in which the plan was written; “since” goes up to it."""
    than = library.ask("How much more will be spent on staff in 2022/23 than now?").text
    since = library.ask("How much has the spending on buildings fallen since 2020/21?").text

    assert "4,180 − 4,025 = 155" in than
    assert "1,140 − 1,095 = 45" in since


def test_false_order_of_two_years_is_denied(library: Assistant) -> None:
    """Asked why it was more in the year in which it was less, the figures are told as the opposite."""
    answer = library.ask("Why was the spending on staff higher in 2020/21 than in 2021/22?")

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.text.startswith(wording.OPPOSITE)


def test_year_that_the_table_lacks_is_not_reckoned_with(library: Assistant) -> None:
    """No difference is told when one of the two years is not in the table."""
    answer = library.ask("How much more was spent on staff in 2024/25 than in 2021/22?")

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "−" not in answer.text


@pytest.mark.parametrize(
    ("turns", "reckoned"),
    [
        (
            (
                "How much was spent on staff in 2020/21?",
                "and the year after?",
                "what is the difference between the two?",
            ),
            "4,025 − 3,910 = 115",
        ),
        (
            ("How much was spent on staff in 2021/22?", "is that more than the year before?"),
            "4,025 − 3,910 = 115",
        ),
        (
            ("How much was spent on staff in 2021/22?", "how does that compare with 2022/23?"),
            "4,180 − 4,025 = 155",
        ),
        (
            (
                "How much was spent on staff in 2021/22?",
                "and on mobile libraries?",
                "what is the difference between the two?",
                "and what do the two come to?",
            ),
            "4,025 + 240 = 4,265",
        ),
    ],
)
def test_follow_up_compares_the_years_of_the_turns_before(
    library: Assistant, turns: tuple[str, ...], reckoned: str
) -> None:
    """Years that a follow-up points at ("the two", "the year before") are set side by side."""
    answers: list[Turn] = []
    for question in turns:
        answers.append(Turn(question, library.ask(question, tuple(answers))))

    assert reckoned in answers[-1].answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What do staff and mobile libraries come to in 2021/22?",
        "How much are staff and mobile libraries together in 2021/22?",
        "What is the sum of staff and mobile libraries in 2021/22?",
    ],
)
def test_two_rows_are_added_up_by_arithmetic_that_is_shown(library: Assistant, question: str) -> None:
    """Asked what two rows come to in one year, both cells are quoted and the sum is done beside them."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert "4,025 + 240 = 4,265" in answer.text
    assert "4,025" in answer.citations[0].quote
    assert "240" in answer.citations[1].quote


def test_figures_of_two_years_are_not_added_up(library: Assistant) -> None:
    """What was spent in one year is no part of what was spent in another."""
    answer = library.ask("What do staff in 2020/21 and mobile libraries in 2021/22 come to?")

    assert " + " not in answer.text


@pytest.mark.parametrize(
    "question",
    ["How much did loans of talking books rise?", "How did talking books change from 2021 to 2022?"],
)
def test_only_figures_of_one_kind_are_reckoned_with(library: Assistant, question: str) -> None:
    """A column of percentages, or one without a heading, is no part of the sum between two years."""
    answer = library.ask(question)

    assert "2022 is 11 (000) more than 2021: 52 − 41 = 11." in answer.text
    assert "3.1%" not in answer.text


def test_column_with_a_comma_is_told_whole(library: Assistant) -> None:
    """A heading that has a comma in it can still be proven, and is told with its year."""
    answer = library.ask("How many trolleys were there in 2023?")

    assert answer.text.splitlines()[-1] == "Trolleys, 2023 (indoors, outdoors): 63 [1]"


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference between buildings and mobile libraries in 2021/22?",
        "Compare buildings with mobile libraries in 2021/22.",
        "How much more is buildings than mobile libraries in 2021/22?",
    ],
)
def test_two_rows_are_compared_by_arithmetic_that_is_shown(library: Assistant, question: str) -> None:
    """Two rows set side by side give both figures, each cited, and the sum between them."""
    answer = library.ask(question)

    assert answer.status is Status.ANSWERED
    assert "Buildings, 2021/22: 1,095" in answer.text
    assert "Mobile libraries, 2021/22: 240" in answer.text
    assert "1,095 − 240 = 855" in answer.text
    assert [citation.quote.split("|")[1].strip() for citation in answer.citations] == [
        "Buildings",
        "Mobile libraries",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("33.7", "£m", "£33.7m"),
        ("£33.7m", "£m", "£33.7m"),
        ("(£1.2m)", "£m", "(£1.2m)"),
        ("£33.7", "£m", "£33.7m"),
        ("4", "£ million", "£4 million"),
        ("£4 million", "£million", "£4 million"),
        ("£4,120", "£000", "£4,120 (£000)"),
        ("£4,120", "", "£4,120"),
        ("12", "%", "12%"),
    ],
)
def test_a_unit_is_told_once(value: str, unit: str, told: str) -> None:
    """A figure has its unit once, whether the cell says it, the header, or both."""
    assert with_unit(value, unit) == told
