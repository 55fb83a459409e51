"""Documents → passages and pieces."""

from hypothesis import given

from assistant.passages import cut, piece_text
from assistant.reading.frontmatter import FrontMatterError
from assistant.reading.markdown import read_markdown
from assistant.reading.pages import PAGE_MARK
from assistant.types import BlockKind, Document, Passage, Piece, PieceKind
from tests.arbitrary_markdown import MARKDOWN, plain

LIST = """# Rules

Each plot holder agrees to:

- dig the plot;
- keep:
  - bees
  - hens
- share the well.
"""
TABLE = """# Money

Table 1: Costs (£m)

| | 2001 | 2002 |
|---|---|---|
| Seeds² | 84.7 | |

² With beans.

After.
"""
LONG = "The members of the society dig their plots in the spring and water them in every dry week of summer."


def read(text: str) -> Document:
    """A document of Markdown."""
    return read_markdown(text, "plots")


def only(text: str) -> Passage:
    """The one passage of a text."""
    (passage,) = cut(read(text))
    return passage


def texts(document: Document, passage: Passage) -> list[str]:
    """What is encoded for a passage's pieces."""
    return [piece_text(document, piece) for piece in passage.pieces]


def quotes(document: Document, pieces: tuple[Piece, ...]) -> list[str]:
    """What pieces quote."""
    return [document.text[piece.start : piece.end] for piece in pieces]


@given(MARKDOWN)
def test_passages_are_exact_slices(raw: str) -> None:
    """Passages of any text are exact, ordered, apart, named once, and hold pieces but no page marks."""
    try:
        document = read(plain(raw))
    except FrontMatterError:
        return
    passages = cut(document)

    end = 0
    for passage in passages:
        assert end <= passage.start < passage.end <= len(document.text)
        assert passage.text == document.text[passage.start : passage.end]
        assert not PAGE_MARK.search(passage.text)
        end = passage.start
        for number, piece in enumerate(passage.pieces):
            assert end <= piece.start < piece.end <= passage.end
            assert piece.parent is None or piece.parent < number
            assert piece_text(document, piece)
            end = piece.end
    assert len({passage.id for passage in passages}) == len(passages)


@given(MARKDOWN)
def test_every_visible_character_can_be_quoted(raw: str) -> None:
    """Headings and table headers apart, the pieces hold all that the blocks hold."""
    try:
        document = read(plain(raw))
    except FrontMatterError:
        return
    quoted = "".join(quote for passage in cut(document) for quote in quotes(document, passage.pieces))
    kept = [
        block for block in document.blocks if block.kind not in (BlockKind.HEADING, BlockKind.TABLE_HEADER)
    ]
    headers = [block for block in document.blocks if block.kind is BlockKind.TABLE_HEADER]

    spoken = "".join(document.text[block.start : block.end] for block in kept)
    if not headers:
        assert "".join(quoted.split()) == "".join(spoken.split())


def test_list_stays_with_its_lead_in() -> None:
    """A list and its introduction are one passage; each item knows lead-in, parent and level."""
    document = read(LIST)
    passage = only(LIST)

    items = passage.pieces[1:]
    assert [piece.level for piece in items] == [1, 1, 2, 2, 1]
    assert [piece.parent for piece in items] == [None, None, 2, 2, None]
    assert len({piece.group for piece in items}) == 1
    assert texts(document, passage)[3] == "Each plot holder agrees to: keep: bees"
    assert all(
        document.text[slice(*(piece.lead_in or ()))] == "Each plot holder agrees to:" for piece in items
    )


def test_long_list_is_parted_and_keeps_its_lead_in() -> None:
    """A list beyond one passage is parted between items, and each still knows what introduced it."""
    document = read("Members agree:\n\n" + f"- {LONG}\n" * 30)
    passages = cut(document)

    assert len(passages) > 1
    assert all(piece.lead_in == (0, 14) for passage in passages for piece in passage.pieces if piece.group)
    assert passages[1].search_text.startswith("Members agree:")


def test_row_knows_caption_and_header() -> None:
    """A table is one passage with caption and footnote; a row's text names caption, headers and cells."""
    document = read(TABLE)
    first, second = cut(document)

    row = next(piece for piece in first.pieces if piece.kind is PieceKind.ROW)
    assert piece_text(document, row) == "Table 1: Costs (£m); Seeds²; 2001: 84.7"
    assert [document.text[slice(*cell)] for cell in row.cells] == ["Seeds²", "84.7", ""]
    assert first.text.endswith("² With beans.")
    assert second.text == "After."


def test_search_text_is_words_only() -> None:
    """What is searched has the heading path, and no bullets, bars or footnote numbers glued to figures."""
    search_text = cut(read(TABLE))[0].search_text

    assert search_text == "Money\nTable 1: Costs (£m)\n2001 2002\nSeeds 84.7\nWith beans."


def test_passages_end_at_sections_and_pages() -> None:
    """No passage crosses a heading or a page mark, even to a section of the same name."""
    passages = cut(
        read("# A\n\nOne.\n\n# A\n\nTwo.\n\n<!-- page 3 -->\n\nThree.\n\n<!-- page 3 -->\n\nFour.\n")
    )

    assert [passage.text for passage in passages] == ["One.", "Two.", "Three.", "Four."]
    assert [passage.page for passage in passages] == [None, None, 3, 3]
    assert {passage.section for passage in passages} == {("A",)}


def test_short_paragraphs_share_a_passage() -> None:
    """Paragraphs are gathered to 60 to 120 words, and a very long one is parted between sentences."""
    counts = [len(passage.text.split()) for passage in cut(read(f"{LONG}\n\n" * 12))]
    parted = [len(passage.text.split()) for passage in cut(read(f"{LONG} " * 12))]

    assert all(60 <= count <= 120 for count in counts)
    assert all(60 <= count <= 130 for count in parted)


def test_numbered_paragraphs_of_a_report_are_sentences() -> None:
    """A report's numbered paragraphs are sentences, and the bullets under one a list of its own."""
    document = read(f"1. {LONG} {LONG}\n2. {LONG} It is in three parts:\n   - dig\n   - sow\n3. {LONG}\n")
    pieces = [piece for passage in cut(document) for piece in passage.pieces]

    assert quotes(document, tuple(pieces)) == [LONG, LONG, LONG, "It is in three parts:", "dig", "sow", LONG]
    items = [piece for piece in pieces if piece.kind is PieceKind.ITEM]
    assert [(piece.level, piece.parent) for piece in items] == [(1, None), (1, None)]
    assert piece_text(document, items[1]) == "It is in three parts: sow"


def test_short_numbered_items_are_items() -> None:
    """A numbered list of short items is a list like any other."""
    pieces = only("We do this:\n\n1. Dig.\n2. Sow.\n").pieces

    assert [piece.kind for piece in pieces] == [PieceKind.SENTENCE, PieceKind.ITEM, PieceKind.ITEM]


def test_repeated_words_get_different_ids() -> None:
    """Ids come from the words, and passages of the same words are told apart."""
    first, second = cut(read("# A\n\nSame.\n\n# B\n\nSame.\n"))

    assert second.id == f"{first.id}-2"
