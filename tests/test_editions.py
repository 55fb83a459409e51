"""The editions in corpus/ hold the words of their sources, up to the repairs that are listed with reasons."""

import hashlib
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).parents[1] / "corpus"
MANIFEST: list[dict[str, str]] = yaml.safe_load((CORPUS / "manifest.yaml").read_text("utf-8"))["documents"]
IDS = [entry["id"] for entry in MANIFEST]

PAGE_MARK = re.compile(r"<!-- page (\d+|\?) -->")
WORD = re.compile(r"[^\W_]+(?:[-.,/’'&@+:]+[^\W_]+)*|[^\w\s]|_")
SUPERSCRIPT = re.compile(r"[²³¹⁰⁴-⁹]+")
STRUCTURE = set("-•◦#|>*")
REQUIRED = ["title", "kind", "publisher", "author", "date", "date_note", "valid_from", "validity_note"]
REQUIRED += ["source", "sha256", "licence", "page_note"]
PREFIXES = {"co", "multi"}  # of co-commission and multi-agency, which the sources have only in broken lines
KINDS = {"page label", "mended", "running head", "unit", "markup", "punctuation", "repeated"}


def split(document: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of an edition."""
    _, front, body = (CORPUS / f"{document}.md").read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def repairs(document: str) -> dict[str, Any]:
    """The repairs file of an edition."""
    found: dict[str, Any] = yaml.safe_load((CORPUS / "repairs" / f"{document}.yaml").read_text("utf-8"))
    return found


def source(document: str) -> str:
    """The text of the source as received."""
    path: str = split(document)[0]["source"]
    return (CORPUS / path).read_text("utf-8")


def words(text: str) -> list[str]:
    """Words, numbers and punctuation in order; footnote markers apart; signs of structure left out."""
    text = unicodedata.normalize("NFKC", SUPERSCRIPT.sub(r" \g<0> ", text))
    return [word for word in WORD.findall(text) if word not in STRUCTURE]


def letters(text: str) -> str:
    """Letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def unmarked(body: str) -> str:
    """The body without page marks and without the line under a table's header."""
    return re.sub(r"^\|[-|]+\|$", "", PAGE_MARK.sub("", body), flags=re.MULTILINE)


def counted(document: str, side: str) -> Counter[str]:
    """The words that the repairs of a document remove or add."""
    total: Counter[str] = Counter()
    for repair in repairs(document)["repairs"]:
        for word in repair.get(side, []):
            total[word] += repair.get("times", 1)
    return total


def test_every_source_and_edition_is_listed() -> None:
    """The manifest names each source and each edition exactly once."""
    sources = sorted(f"sources/{path.name}" for path in (CORPUS / "sources").iterdir())
    editions = sorted(path.name for path in CORPUS.glob("*.md") if path.name != "README.md")

    assert sorted(entry["path"] for entry in MANIFEST) == sources
    assert sorted(entry["edition"] for entry in MANIFEST) == editions
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("entry", MANIFEST, ids=IDS)
def test_sources_are_byte_for_byte(entry: dict[str, str]) -> None:
    """A source has the SHA-256 that the manifest and its edition give."""
    digest = hashlib.sha256((CORPUS / entry["path"]).read_bytes()).hexdigest()
    front, _ = split(entry["id"])

    assert digest == entry["sha256"] == front["sha256"]
    assert front["source"] == entry["path"]
    assert entry["edition"] == f"{entry['id']}.md"
    assert entry["origin"]


@pytest.mark.parametrize("document", IDS)
def test_an_edition_changes_no_word(document: str) -> None:
    """Words of the edition = words of the source - removed + added, counted with punctuation."""
    _, body = split(document)
    expected = Counter(words(source(document)))
    expected.subtract(counted(document, "removed"))
    expected.update(counted(document, "added"))

    assert min(expected.values()) >= 0
    assert Counter(words(unmarked(body))) == +expected


@pytest.mark.parametrize("document", IDS)
def test_every_line_of_the_source_stays_whole(document: str) -> None:
    """Each source line stands unbroken in the edition, except page labels and the lines listed as columns."""
    _, body = split(document)
    held, lines = letters(unmarked(body)), source(document).splitlines()
    excepted = {entry["line"] for entry in repairs(document)["columns"]}
    broken = {n for n, line in enumerate(lines, 1) if letters(line) not in held}

    assert {n for n in broken if not re.fullmatch(r"Page \d+", lines[n - 1])} == excepted
    assert all(lines[entry["line"] - 1] == entry["text"] for entry in repairs(document)["columns"])
    assert all(entry["reason"] for entry in repairs(document)["columns"])


@pytest.mark.parametrize("document", IDS)
def test_a_repair_does_only_what_its_kind_may(document: str) -> None:
    """No repair removes a content word: each is of a kind with its own limit, and has a reason."""
    _, body = split(document)
    for repair in repairs(document)["repairs"]:
        removed, added = repair.get("removed", []), repair.get("added", [])

        assert repair["kind"] in KINDS
        assert repair["reason"]
        assert added == [word for item in added for word in words(item)]
        assert is_allowed(repair["kind"], removed, added, body), repair


def is_allowed(kind: str, removed: list[str], added: list[str], body: str) -> bool:
    """Whether a repair keeps to the limit of its kind (corpus/README.md lists them)."""
    if kind == "mended":
        return sorted(letters(" ".join(removed))) == sorted(letters(" ".join(added)))
    if kind == "repeated":
        return not removed and letters(body).count(letters(" ".join(added))) >= 2
    if kind == "punctuation":
        return not removed and not letters(" ".join(added))
    limits = {
        "page label": re.fullmatch(r"Page \d+", " ".join(removed)) is not None,
        "running head": letters(" ".join(removed)) in letters(body),
        "unit": removed == ["£", "000"],
        "markup": removed[:2] == ["<", "a"] and removed[-3:] == ["<", "/", "a"],
    }
    return not added and limits[kind]


@pytest.mark.parametrize("document", IDS)
def test_no_two_words_are_glued(document: str) -> None:
    """A mended word is known elsewhere in the corpus, or its parts are, so mending never invents a word."""
    known = {part.lower() for other in IDS for word in words(source(other)) for part in parts(word)}
    mended = [r for r in repairs(document)["repairs"] if r["kind"] == "mended"]

    for word in (word for repair in mended for word in repair["added"]):
        assert word.isdigit() or all(part.lower() in known | PREFIXES for part in parts(word)), word
        assert "-" in word or "/" in word or word in words(unmarked(split(document)[1])), word


def parts(word: str) -> list[str]:
    """The parts of a word with hyphens or strokes."""
    return re.split(r"[-/]", word)


@pytest.mark.parametrize("document", IDS)
def test_front_matter_is_complete(document: str) -> None:
    """Every front matter says what the document is, from when, and until when as far as that is known."""
    front, _ = split(document)

    assert front["id"] == document
    assert [key for key in REQUIRED if not front.get(key)] == []
    assert front["kind"] in {"plan", "report", "web page", "news"}
    assert "valid_to" in front
    for key in ("date", "valid_from", "valid_to"):
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", front[key]), key
    assert set(front["supersedes"]) <= set(IDS) - {document}


@pytest.mark.parametrize("document", IDS)
def test_abbreviations_come_from_the_document(document: str) -> None:
    """An abbreviation and its long form both stand in the document."""
    front, body = split(document)
    held = " ".join(words(body))

    for short, long in front["abbreviations"].items():
        assert re.search(rf"\b{short}s?\b", held), short
        assert " ".join(words(long)).lower() in held.lower(), long


@pytest.mark.parametrize("document", IDS)
def test_one_block_is_one_line(document: str) -> None:
    """A paragraph, caption or heading is one line; so is each list item and table row."""
    _, body = split(document)
    rows = r"\s*- |\d+\. |\|"
    for block in re.split(r"\n\s*\n", body.strip()):
        lines = block.splitlines()

        assert len(lines) == 1 or all(re.match(rows, line) for line in lines), block[:80]
        assert all(line == line.rstrip() and "  " not in line.lstrip() for line in lines if line[0] != "|")


@pytest.mark.parametrize("document", IDS)
def test_no_markup_inside_sentences(document: str) -> None:
    """No emphasis, links, HTML, tabs or no-break spaces: a quote is plain text."""
    _, body = split(document)

    assert (
        re.findall(r"[*_`<>\[\]\t\u00a0\u200b]|&\w+;", re.sub(r"^> ", "", unmarked(body), flags=re.MULTILINE))
        == []
    )


@pytest.mark.parametrize("document", IDS)
def test_page_marks_are_proven(document: str) -> None:
    """Only the 2018 plan has pages, and of it only 5 to 18, in order, unknown before and after."""
    _, body = split(document)
    marks = PAGE_MARK.findall(body)
    known = [int(mark) for mark in marks if mark != "?"]

    assert known == (list(range(5, 19)) if document == "plan-2018-2021" else [])
    assert not marks or marks[-1] == "?"


@pytest.mark.parametrize(
    ("page", "first"), [(6, "Your Community"), (10, "MY ROLE"), (13, "However"), (17, "I am also")]
)
def test_pages_begin_where_the_source_turns(page: int, first: str) -> None:
    """A page mark stands before the first block that begins on its page."""
    _, body = split("plan-2018-2021")
    after = body.split(f"<!-- page {page} -->\n\n", 1)[1]

    assert after.lstrip("#> ").startswith(first)


def test_finance_table_has_the_printed_figures() -> None:
    """The finance table has 5 rows over 5 years, in £m, exactly as printed, and its sums are right."""
    _, body = split("plan-2018-2021")
    table = body.split("Medium Term Financial Plan (MTFP)\n\n", 1)[1].split("\n\n", 1)[0]
    header, _, *rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]

    assert header[1:] == ["2017/18 £m", "2018/19 £m", "2019/20 Estimate £m", "2020/21 £m", "2021/22 £m"]
    assert {row[0]: row[1:] for row in rows} == {
        "Income: Grant": ["84.7", "84.7", "84.7", "84.7", "84.7"],
        "Income: Council Tax⁵": ["28.6", "31.5", "33.7", "35.0", "36.5"],
        "Income: Total": ["113.3", "116.2", "118.4", "119.7", "121.2"],
        "Expenditure": ["113.3", "116.2", "118.4", "119.7", "121.2"],
        "Difference": ["0", "0", "0", "0", "0"],
    }
    for grant, tax, total in zip(*(row[1:] for row in rows[:3]), strict=True):
        assert float(grant) + float(tax) == pytest.approx(float(total))


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("The twelve priorities are:", 12),
        ("Those Key Performance Questions (KPQs) are:", 8),
        ("The panel has a number of powers and responsibilities, including to:", 7),
        ("It has three core objectives to be delivered by 2021:", 3),
        ("my role involves:", 8),
    ],
)
def test_lists_follow_their_lead_in_and_are_complete(lead: str, count: int) -> None:
    """A list stands right after the sentence that introduces it, with every item."""
    _, body = split("plan-2018-2021")
    items = body.split(f"{lead}\n\n", 1)[1].split("\n\n", 1)[0].splitlines()

    assert len(items) == count
    assert all(re.match(r"- |\d+\. ", item) for item in items)
