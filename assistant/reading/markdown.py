"""Markdown → Document: blocks with exact spans, cut by the block rules of CommonMark and tables."""

import re
from collections.abc import Iterator
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.reading.frontmatter import read_front_matter, split_front_matter
from assistant.reading.pages import PAGE_MARK, UNKNOWN_PAGE, page_of
from assistant.types import TABLE_LINES, Block, BlockKind, Document

_FOOTNOTE = re.compile("[⁰¹²³⁴-⁹]+")


def read_markdown(text: str, stem: str) -> Document:
    """Read Markdown with or without front matter; spans are exact in `text`, which stays as it is.

    `text` must have plain newlines and no NUL. Raises FrontMatterError when its front matter cannot be used.
    """
    front, body = split_front_matter(text)
    blocks = read_blocks(text, body)
    info = read_front_matter(front or "", stem, _first_heading(text, blocks))
    return Document(info=info, text=text, blocks=blocks)


def read_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Cut `text[start:]` into blocks; spans are offsets into all of `text`."""
    return tuple(_BlockReader(text, start).read())


def _first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return " ".join(text[block.start : block.end].split())
    return ""


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # Indented text is text, and a line such as `[1]: see page 4` is not to vanish.
    parser.disable(["code", "reference"])
    # Blocks are all we need: what stands inside them is quoted as it is.
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


class _BlockReader:
    """Walks the parser's tokens once, keeping track of page, list and table."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.tokens = _parser().parse(text[start:])
        # splitlines() would also break at form feeds and the like, which the parser does not.
        lengths = (len(line) + 1 for line in text[start:].split("\n"))
        self.line_starts = list(accumulate(lengths, initial=start))
        self.page = UNKNOWN_PAGE
        self.group = 0
        self.lists: list[str] = []
        self.last_list = ""
        self.item_open = False
        self.quotes = 0
        self.heading = 0
        self.in_table = False
        self.row_kind = BlockKind.TABLE_ROW
        self.page_turned_in_list = False

    def read(self) -> Iterator[Block]:
        for token in self.tokens:
            self._follow(token)
            if token.type == "tr_open":
                yield from self._block(self.row_kind, self._lines(token), level=0)
            elif token.type == "inline" and not self.in_table:
                yield from self._text_block(token)
            elif token.type == "fence":
                yield from self._block(BlockKind.PARAGRAPH, self._fenced(token), level=0)

    def _follow(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.page_turned_in_list = False
                self.last_list = token.type if not self.lists and not self.quotes else ""
                return
            case "list_item_open":
                self.item_open = True
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "table_open" | "table_close":
                self.in_table = token.type == "table_open"
                self.group += self.in_table
            case "thead_open" | "tbody_open":
                self.row_kind = BlockKind.TABLE_HEADER if token.type == "thead_open" else BlockKind.TABLE_ROW
            case "html_block":
                self._turn_page(token)
                return
        self.last_list = ""

    def _open_list(self, token: Token) -> None:
        if not self.lists:
            # A list that goes on after nothing but a page mark is still the same list.
            continues = self.page_turned_in_list and self.last_list == token.type.replace("open", "close")
            self.group += not continues
        self.page_turned_in_list = False
        self.lists.append(token.type)

    def _turn_page(self, token: Token) -> None:
        for mark in PAGE_MARK.finditer(token.content):
            self.page = page_of(mark)
            self.page_turned_in_list = bool(self.last_list)

    def _lines(self, token: Token) -> tuple[int, int]:
        first, last = token.map or [0, 0]
        return self.line_starts[first], self.line_starts[last] - 1

    def _fenced(self, token: Token) -> tuple[int, int]:
        first, last = token.map or [0, 0]
        closed = last - first > 1 and set(self.text[slice(*self._line(last - 1))].strip()) <= set(
            token.markup
        )
        return self.line_starts[first + 1], max(self.line_starts[first + 1], self._line(last - closed - 1)[1])

    def _line(self, number: int) -> tuple[int, int]:
        return self.line_starts[number], self.line_starts[number + 1] - 1

    def _text_block(self, token: Token) -> Iterator[Block]:
        kind, level = self._kind(token)
        self.heading = 0
        yield from self._block(kind, self._content(token), level)

    def _kind(self, token: Token) -> tuple[BlockKind, int]:
        if self.lists:
            kind = BlockKind.LIST_ITEM if self.item_open else BlockKind.PARAGRAPH
            self.item_open = False
            return kind, len(self.lists)
        if self.quotes:
            return BlockKind.CAPTION, 0
        if self.heading:
            return BlockKind.HEADING, self.heading
        return (BlockKind.FOOTNOTE if _FOOTNOTE.match(token.content) else BlockKind.PARAGRAPH), 0

    def _content(self, token: Token) -> tuple[int, int]:
        """Where the block's text stands: the parser tells its lines, its content tells the rest."""
        if not token.content:
            return 0, 0
        first = (token.map or [0])[0]
        lines = token.content.split("\n")
        start, end = self._line(first)
        # The content is the end of its first line, behind markers; a heading may have marks behind it.
        begin = self.text.rfind(lines[0].rstrip(), start, end)
        if len(lines) == 1:
            return begin, begin + len(lines[0])
        last_start, last_end = self._line(first + len(lines) - 1)
        final = self.text.rfind(lines[-1].strip(), last_start, last_end)
        return begin, final + len(lines[-1].strip())

    def _block(self, kind: BlockKind, place: tuple[int, int], level: int) -> Iterator[Block]:
        """Make the block, cut at any page mark that stands inside it, without white space at its ends."""
        start, end = place
        for mark in PAGE_MARK.finditer(self.text, start, end):
            yield from self._trimmed(kind, start, mark.start(), level)
            self.page = page_of(mark)
            start = mark.end()
        yield from self._trimmed(kind, start, end, level)

    def _trimmed(self, kind: BlockKind, start: int, end: int, level: int) -> Iterator[Block]:
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if start < end:
            grouped = (level and kind is not BlockKind.HEADING) or kind in TABLE_LINES
            number, label, ocr = self.page
            yield Block(kind, start, end, level, number, label, self.group if grouped else 0, ocr)
