"""The figures of a paper's table are statements of their own: row, figure, unit and year."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.check.paper_parts import parts_of
from assistant.check.paper_table import statements_of
from assistant.reading.markdown import read_markdown
from assistant.types import Sort, Span

TABLE = """# Note

| | 2020/21 £m | 2021/22 % | Visits |
|---|---|---|---|
| Income: Fees | 3.4 | 12 | 900 |
| Loans | £2.5k | many | 3 |
| Halls | – | – | – |

Fees are low.
"""


def test_each_figure_under_a_year_is_a_claim() -> None:
    """A figure takes its unit from itself or its column; words, and figures under no year, are left out."""
    paper = read_markdown(TABLE, "note")
    claims = [part for part in parts_of(paper) if part.sort is Sort.CLAIM]

    assert [part.said for part in claims] == [
        "Income Fees is £3.4m in 2020/21.",
        "Income Fees is 12% in 2021/22.",
        "Loans is £2.5k in 2020/21.",
        "Fees are low.",
    ]
    assert [paper.text[part.start : part.end] for part in claims[:3]] == ["3.4", "12", "£2.5k"]
    assert sum(part.sort is Sort.TABLE_LINE for part in parts_of(paper)) == 2


def test_a_unit_in_the_corner_or_in_the_label_is_that_of_the_figures() -> None:
    """Where the column has no unit, the label's is told, or else that of the table's corner."""
    table = "| £m | 2020/21 | 2021/22 |\n|---|---|---|\n| Fees | 3.4 | 3.5 |\n| Lent (%) | 12 | 14 |\n"
    claims = [part.said for part in parts_of(read_markdown(table, "note")) if part.sort is Sort.CLAIM]

    assert claims == [
        "Fees is £3.4m in 2020/21.",
        "Fees is £3.5m in 2021/22.",
        "Lent is 12% in 2020/21.",
        "Lent is 14% in 2021/22.",
    ]


@given(
    st.text(alphabet="| £%m0123456789/.,ab\n", max_size=60), st.text(alphabet="| £m0129.,a\n", max_size=60)
)
def test_whatever_a_table_holds_its_figures_stand_where_they_are_said_to(header: str, row: str) -> None:
    """No line of a table makes the reading fail, and each figure is cut from its own row."""
    text = f"{header}{row}"
    found = list(statements_of(text, Span(0, len(header)), Span(len(header), len(text))))

    assert all(len(header) <= span.start < span.end <= len(text) for span, _ in found)
    assert all(any(map(str.isdigit, text[span.start : span.end])) for span, _ in found)
