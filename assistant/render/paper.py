"""A checked paper as plain text, as JSON and as rows for a spreadsheet."""

from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12

from assistant.render.data import CheckData, check_to_json, citation_cells, safe_cells
from assistant.render.plain import check_to_plain
from assistant.render.wording import VERDICT_LABELS, one_line
from assistant.types import CheckedPaper, CheckedPart, Difference, Sort, Verdict

PAPER_COLUMNS = (
    "number", "sort", "in the paper", "checked as", "verdict", "reason",
    "document", "title", "date", "section", "page", "quote",
)  # fmt: skip
# In the order in which somebody has to look at them.
VERDICTS = (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.NOT_FOUND, Verdict.SUPPORTED)
_MOST = 100  # characters of a sentence that only has to be found again
_SORTS = {
    Sort.OPINION: ("opinion", "opinions"),
    Sort.INSTRUCTION: ("instruction", "instructions"),
    Sort.QUESTION: ("question", "questions"),
    Sort.ABOUT_ITSELF: ("sentence about the paper itself", "sentences about the paper itself"),
    Sort.HEADING: ("heading", "headings"),
    Sort.TABLE_LINE: ("line of a table", "lines of tables"),
    Sort.FRAGMENT: ("line that is no sentence", "lines that are no sentences"),
    Sort.UNREADABLE: ("sentence that could not be read", "sentences that could not be read"),
}


class PartData(TypedDict):
    """One part of a paper as other programs read it; `check` is null for what is not checked."""

    sort: str
    text: str
    checked_as: str
    check: CheckData | None
    differences: list[list[str]]
    problem: str


class PaperData(TypedDict):
    """A checked paper as other programs read it."""

    paper: str
    sha256: str
    verdicts: dict[str, int]
    left_out: dict[str, int]
    problems: list[str]
    parts: list[PartData]
    generation: str
    seconds: float


def words_of(paper: CheckedPaper, part: CheckedPart) -> str:
    """The words of a part as the paper has them, on one line."""
    return one_line(paper.paper.text[part.start : part.end])


def counted(paper: CheckedPaper) -> str:
    """How many sentences were checked, and how many of them got each verdict, in one sentence."""
    number = len(paper.checked)
    found = [(paper.number_of(verdict), VERDICT_LABELS[verdict].lower()) for verdict in VERDICTS]
    told = ", ".join(f"{many} {label}" for many, label in found if many)
    return f"{number} sentence{'' if number == 1 else 's'} checked: {told}."


def not_checked(paper: CheckedPaper) -> str:
    """What was left out, by its sort, in one sentence; nothing where all was checked."""
    told = [f"{number} {_SORTS[sort][number > 1]}" for sort, number in paper.left_out.items()]
    return f"Not checked: {', '.join(told)}." if told else ""


def remarks(paper: CheckedPaper) -> list[str]:
    """What a person should know about how the paper was read."""
    found = [f"“{one_line(part.said)[:_MOST]}”: {part.problem}" for part in paper.parts if part.problem]
    return [*map(one_line, paper.paper.info.problems), *found]


def paper_to_plain(paper: CheckedPaper) -> str:
    """The summary, then what is contradicted, outdated or not found, each with its reason and sources."""
    blocks = [f"{one_line(paper.paper.info.source)}: {counted(paper)}", not_checked(paper), *remarks(paper)]
    for verdict in VERDICTS[:-1]:
        for number, (part, check) in enumerate(paper.checked, 1):
            if check.verdict is verdict:
                words = words_of(paper, part)
                # A figure of a table says nothing without its row and year.
                as_said = "" if any(map(str.isalpha, words)) else f" ({one_line(part.said)})"
                shown = [f"{number}. “{words}”{as_said}"]
                if verdict is not Verdict.NOT_FOUND:
                    shown += [f"    {line}".rstrip() for line in check_to_plain(check).split("\n")]
                    shown += [f"    {in_plain(part.differences)}"] if part.differences else []
                else:
                    shown[0] += f"  {VERDICT_LABELS[verdict]}."
                blocks.append("\n".join(shown))
    return "\n\n".join(block for block in blocks if block)


def in_plain(differences: tuple[Difference, ...]) -> str:
    """A quotation with its differences: [-the paper's words-] and {+the document's+}."""
    told: list[str] = []
    for each in differences:
        told += [each.same, f"[-{each.quoted}-]" if each.quoted else ""]
        told += [f"{{+{each.given}+}}" if each.given else ""]
    return one_line(" ".join(filter(None, told)))


def paper_to_json(paper: CheckedPaper) -> PaperData:
    """Give everything that came of a paper, part by part in its order."""
    return {
        "paper": paper.paper.info.source,
        "sha256": paper.paper.info.sha256,
        "verdicts": {verdict.value: paper.number_of(verdict) for verdict in VERDICTS},
        "left_out": {sort.value: number for sort, number in paper.left_out.items()},
        "problems": list(paper.paper.info.problems),
        "parts": [_part(paper, part) for part in paper.parts],
        "generation": paper.generation,
        "seconds": round(paper.seconds, 4),
    }


def _part(paper: CheckedPaper, part: CheckedPart) -> PartData:
    return {
        "sort": part.sort.value,
        "text": words_of(paper, part),
        "checked_as": part.said,
        "check": check_to_json(part.check) if part.check else None,
        "differences": [list(each) for each in part.differences],
        "problem": part.problem,
    }


def paper_rows(paper: CheckedPaper) -> list[list[str]]:
    """Make a row per part under `PAPER_COLUMNS`, with its deciding quote; none of its cells is a formula."""
    rows: list[list[str]] = []
    number = 0
    for part in paper.parts:
        number += part.check is not None
        said = "" if part.said == words_of(paper, part) else part.said
        row = [str(number) if part.check else "", part.sort.value, words_of(paper, part), said]
        if part.check:
            row += [part.check.verdict.value, part.check.reason]
            row += citation_cells(part.check.citations[0])[1:] if part.check.citations else []
        else:
            row += ["", part.problem]
        rows.append(safe_cells([*row, *[""] * (len(PAPER_COLUMNS) - len(row))]))
    return rows
