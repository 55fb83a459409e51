"""PDF → Sheets: the one place that talks to PDFium."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from assistant.reading.pdf.sheet import Box, Sheet, Word, around

if TYPE_CHECKING:
    from PIL import Image

_SMALLEST = 2.0
_THIN = 3.0
_MOST_SHAPES = 20_000
_MOST_DEPTH = 8
_MOST_CHARS = 200_000
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HIGH_HALVES, _LOW_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_SOFT_HYPHEN = "\u00ad"
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf076": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf06e": "■"}
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_HEAVY = 600
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_INVISIBLE_MODES = (3, 7)
_STROKED_MODES = (1, 2, 5, 6)
_FAINT = 12
_MOST_STROKES = 2_000
_WORD_GAP = 0.22
_LEAST_BLANK = 0.1
_BACK = 0.1
_SHADOW = 0.08
_STRAIGHT = 0.08
_ASLANT = -1
_NEW_BASE = 0.12
# A picture that covers this much of a page is the page.
_WHOLE_PAGE = 0.6
_NEAR_COLOUR = 24
# A frame around a quote on the picture of its page: points of room in it, its colour, and dots of its line.
_MARGIN, _FRAME, _FRAME_WIDTH = 1.0, (176, 0, 32), 3


class Locked(Exception):
    """The file wants a password."""


class Damaged(Exception):
    """PDFium cannot make sense of the file."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the file's own table of contents; `page` counts from 1."""

    title: str
    level: int
    page: int


class PdfFile:
    """An open PDF; its sheets are read one at a time."""

    def __init__(self, path: Path) -> None:
        """Open a file; raises Locked or Damaged."""
        try:
            self._document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            wants_password = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
            raise (Locked if wants_password else Damaged) from error
        self.pages = len(self._document)

    def sheet(self, index: int) -> Sheet:
        """Read the page with this index, counted from 0; raises Damaged."""
        page = self._page(index)
        try:
            return replace(_PageReader(page, index).sheet(), label=self._label(index))
        finally:
            page.close()

    def _page(self, index: int) -> Any:  # noqa: ANN401
        try:
            return self._document[index]
        except pdfium.PdfiumError as error:
            raise Damaged from error

    def picture(self, index: int, dots_per_inch: int, file: Path) -> None:
        """Draw a page into a PNG file."""
        page = self._document[index]
        try:
            page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().save(file)
        finally:
            page.close()

    def framed(self, longest: int, frames: Mapping[int, Sequence[Box]]) -> bytes:
        """Draw pages side by side as a PNG, each *longest* dots in its longer direction, with frames.

        *frames* holds the places to be framed by the page's index; raises Damaged.
        """
        from io import BytesIO

        from PIL import Image

        pictures = [self._framed(index, longest, places) for index, places in frames.items()]
        whole = Image.new(
            "RGB", (sum(one.width for one in pictures), max(one.height for one in pictures)), "white"
        )
        left = 0
        for picture in pictures:
            whole.paste(picture, (left, 0))
            left += picture.width
        file = BytesIO()
        whole.save(file, "PNG")
        return file.getvalue()

    def _framed(self, index: int, longest: int, places: Sequence[Box]) -> "Image.Image":
        from PIL import Image, ImageChops, ImageDraw, ImageFilter

        page = self._page(index)
        try:
            scale = longest / max(page.get_size())
            picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
        finally:
            page.close()
        inside = Image.new("L", picture.size)
        pen = ImageDraw.Draw(inside)
        for box in places:
            pen.rectangle([scale * side for side in box.wider(_MARGIN)], fill=255)
        # One line around lines that touch, so that it runs through none of their words.
        around_it = inside.filter(ImageFilter.MaxFilter(2 * _FRAME_WIDTH + 1))
        picture.paste(_FRAME, mask=ImageChops.subtract(around_it, inside))
        return picture

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The file's own table of contents, as far as it leads to pages."""
        found = []
        for item in self._document.get_toc(max_depth=6):
            target = item.get_dest()
            page = target.get_index() if target else None
            if page is not None:
                found.append(Bookmark(" ".join(item.get_title().split()), item.level, page + 1))
        return tuple(found)

    def told(self, key: str) -> str:
        """What the file says about itself under a key such as `Title` or `CreationDate`; may be empty."""
        return " ".join(str(self._document.get_metadata_value(key)).split())

    def _label(self, index: int) -> str:
        return str(self._document.get_page_label(index) or "").strip()


Matrix = tuple[float, float, float, float, float, float]
Place = Callable[[float, float], tuple[float, float]]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Style(NamedTuple):
    """What all characters of one text object share; `turn` counts quarters against the clock."""

    size: float
    bold: bool
    italic: bool
    turn: int
    painted: bool
    order: int
    colour: tuple[int, int, int]


class _Cover(NamedTuple):
    """A filled area, its colour (None: a picture), and when it is painted."""

    box: Box
    colour: tuple[int, int, int] | None
    order: int


class _Char(NamedTuple):
    """A character as the file has it; without a style it is a blank."""

    text: str
    style: _Style | None = None
    box: Box = Box(0, 0, 0, 0)
    x: float = 0.0
    y: float = 0.0


_BLANK, _MAYBE = _Char(" "), _Char("")


class _Glyph(NamedTuple):
    char: str
    box: Box
    base: float
    style: _Style


class _PageReader:
    """Reads one page; what characters share is looked up once."""

    def __init__(self, page: Any, index: int) -> None:  # noqa: ANN401  # PDFium comes without types
        self._page, self._index = page, index
        left, bottom, right, top = page.get_cropbox()
        self._frame = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        self._styles: dict[int, _Style] = {}
        self._orders: dict[int, int] = {}
        self._covers: list[_Cover] = []
        self._rules: list[Box] = []

    def sheet(self) -> Sheet:
        """All that stands on the page."""
        page = self._page.raw
        self._walk(
            (raw.FPDFPage_GetObject(page, n) for n in range(raw.FPDFPage_CountObjects(page))), _IDENTITY
        )
        text = self._page.get_textpage()
        try:
            chars = list(self._chars(text.raw, min(text.count_chars(), _MOST_CHARS)))
        finally:
            text.close()
        turns = Counter(char.style.turn for char in chars if char.style)
        straight = [turn for turn, _ in turns.most_common() if turn != _ASLANT]
        turn = straight[0] if straight else self._page.get_rotation() // 90
        place = _placing(self._frame, turn)
        covers = [cover._replace(box=_moved(cover.box, place)) for cover in self._covers]
        words = list(_words(_glyphs(chars, turn, place)))
        frame = _moved(self._frame, place)
        pictures = [cover.box for cover in covers if cover.colour is None]
        area = frame.width * frame.height
        scanned = any(_common(box, frame) > _WHOLE_PAGE * area for box in pictures)
        # Scanners lay the text that they recognised unseen over the picture.
        layer = scanned and bool(words) and not any(style.painted for _, style in words)
        shown = [word for word, style in words if layer or _is_seen(word, style, frame, covers)]
        return Sheet(
            number=self._index + 1,
            width=frame.width,
            height=frame.height,
            words=tuple(shown),
            rules=tuple(_moved(box, place) for box in self._rules),
            pictures=tuple(pictures),
            hidden=len(words) - len(shown),
            unseen=sum(char.style is not None and not _is_visible(char.text) for char in chars),
            sideways=sum(turns.values()) - turns[turn],
            scanned=scanned,
            recognised=layer and bool(shown),
            upright=turn % 4 == self._page.get_rotation() // 90 % 4,
        )

    def _walk(self, items: Iterable[Any], matrix: Matrix, depth: int = 0) -> None:
        """Take note of what is painted, in its order: text objects, filled areas, rules and pictures."""
        for item in items:
            if len(self._orders) > _MOST_SHAPES:
                return
            order = self._orders[_address(item)] = len(self._orders)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _MOST_DEPTH:
                inner = _times(_matrix(raw.FPDFPageObj_GetMatrix, item), matrix)
                inside = range(raw.FPDFFormObj_CountObjects(item))
                self._walk((raw.FPDFFormObj_GetObject(item, n) for n in inside), inner, depth + 1)
            elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
                if box := _bounds(item, matrix):
                    self._covers.append(_Cover(box, None, order))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix, order)

    def _path(self, item: Any, matrix: Matrix, order: int) -> None:  # noqa: ANN401
        box = _bounds(item, matrix)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if box is None or not raw.FPDFPath_GetDrawMode(item, fill, stroke):
            return
        if min(box.width, box.height) <= _THIN:
            if (fill.value or stroke.value) and max(box.width, box.height) > _THIN:
                self._rules.append(box)
            return
        if fill.value and not raw.FPDFPageObj_HasTransparency(item):
            colour = _colour(raw.FPDFPageObj_GetFillColor, item)
            if colour is not None:
                self._covers.append(_Cover(box, colour, order))
        if stroke.value:
            self._rules += _strokes(item, _times(_matrix(raw.FPDFPageObj_GetMatrix, item), matrix))

    def _chars(self, text: Any, count: int) -> Iterator[_Char]:  # noqa: ANN401
        """The characters in the order of the file, blanks among them, each with its style and places."""
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        high = 0
        for number in range(count):
            code = raw.FPDFText_GetUnicode(text, number)
            if code in _HIGH_HALVES:  # PDFium tells a rare character in two halves
                high = code
                continue
            if code in _LOW_HALVES and high:
                code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
            high = 0
            # PDFium writes 2 for a hyphen that it takes for one at a line's end.
            char = (
                "-"
                if code == 2 or raw.FPDFText_IsHyphen(text, number) == 1
                else chr(code)
                if code < 0x110000
                else ""
            )
            if char.isspace() or code == 0:
                # A blank that PDFium concludes from the places may also be a change of height.
                yield _MAYBE if raw.FPDFText_IsGenerated(text, number) == 1 else _BLANK
                continue
            if not (
                raw.FPDFText_GetLooseCharBox(text, number, box)
                and raw.FPDFText_GetCharOrigin(text, number, x, y)
            ):
                continue
            low, high = min(box.bottom, box.top), max(box.bottom, box.top)
            places = (Box(box.left, low, box.right, high), x.value, y.value)
            yield _Char(char, self._style(text, number), *places)

    def _style(self, text: Any, number: int) -> _Style:  # noqa: ANN401
        item = raw.FPDFText_GetTextObject(text, number)
        key = _address(item) if item else 0
        if key not in self._styles:
            self._styles[key] = self._new_style(text, number, item, self._orders.get(key, len(self._orders)))
        return self._styles[key]

    def _new_style(self, text: Any, number: int, item: Any, order: int) -> _Style:  # noqa: ANN401
        _, _, c, d, _, _ = _matrix(raw.FPDFText_GetMatrix, text, number)
        size = raw.FPDFText_GetFontSize(text, number) * (math.hypot(c, d) or 1.0)
        flags = ctypes.c_int()
        length = raw.FPDFText_GetFontInfo(text, number, None, 0, flags)
        name = ctypes.create_string_buffer(max(1, length))
        raw.FPDFText_GetFontInfo(text, number, name, length, flags)
        family = name.value.decode("utf-8", "replace")
        mode = raw.FPDFTextObj_GetTextRenderMode(item) if item else 0
        colour = _colour(raw.FPDFText_GetFillColor, text, number)
        return _Style(
            size=abs(size),
            bold=bool(_BOLD.search(family) or flags.value & _FORCE_BOLD)
            or raw.FPDFText_GetFontWeight(text, number) >= _HEAVY,
            italic=bool(_ITALIC.search(family) or flags.value & _ITALIC_FLAG),
            turn=_quarters(raw.FPDFText_GetCharAngle(text, number)),
            painted=mode not in _INVISIBLE_MODES and (colour is not None or mode in _STROKED_MODES),
            order=order,
            colour=colour or (0, 0, 0),
        )


def _quarters(angle: float) -> int:
    """An angle, which PDFium tells with the clock, in quarters against it; _ASLANT between these."""
    quarters = -angle / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _STRAIGHT else _ASLANT


def _glyphs(chars: Iterable[_Char], turn: int, place: Place) -> Iterator[_Glyph | None]:
    """The characters that run as most do, at their places on the page; None for a blank."""
    last: _Glyph | None = None
    maybe = False
    for char in chars:
        if char.style is None:
            maybe = maybe or char is _MAYBE
            if char is _BLANK:
                last = None
                yield None
        elif char.style.turn == turn:
            box, base = _moved(char.box, place), place(char.x, char.y)[1]
            if maybe and last and box.left - last.box.right > _LEAST_BLANK * char.style.size:
                yield None
            maybe = False
            for part in _spelt(char.text):
                glyph = _Glyph(part, box, base, char.style)
                if last is None or not _is_shadow(last, glyph):
                    yield glyph
                last = glyph


def _is_shadow(one: _Glyph, other: _Glyph) -> bool:
    """Whether a character is printed once more at all but its own place, to look bold."""
    off = max(abs(one.box.left - other.box.left), abs(one.base - other.base))
    return one.char == other.char and one.box != other.box and off < _SHADOW * one.style.size


def _is_visible(char: str) -> bool:
    """Whether a character is one that fonts show; a soft hyphen is, at a line's end."""
    return unicodedata.category(char) not in ("Cf", "Cs") or char == _SOFT_HYPHEN


def _spelt(char: str) -> str:
    """The character as it is read: ligatures in letters, bullets of symbol fonts as bullets."""
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn", "Co") and char not in _BULLETS:
        return char if char == _SOFT_HYPHEN else ""
    return _LIGATURES.get(char) or _BULLETS.get(char) or char


def _words(glyphs: Iterator[_Glyph | None]) -> Iterator[tuple[Word, _Style]]:
    """Put characters together to words; a change of style or of height within one begins a glued word."""
    run: list[_Glyph] = []
    glued = False
    for glyph in glyphs:
        if run and (glyph is None or not _goes_on(run[-1], glyph)):
            yield _word(run, glued), run[0].style
            glued = glyph is not None and _touches(run[-1], glyph)
            run = []
        elif glyph is None:
            glued = False
        if glyph is not None:
            run.append(glyph)
    if run:
        yield _word(run, glued), run[0].style


def _touches(one: _Glyph, other: _Glyph) -> bool:
    """Whether a character stands right behind another, on its line or raised from it."""
    size = max(one.style.size, other.style.size)
    gap = other.box.left - one.box.right
    onwards = other.box.left > one.box.left - _BACK * size
    return onwards and gap < _WORD_GAP * size and abs(one.base - other.base) < 0.6 * size


def _goes_on(one: _Glyph, other: _Glyph) -> bool:
    same = abs(one.style.size - other.style.size) < 0.5 and one.style.bold == other.style.bold
    level = abs(one.base - other.base) < _NEW_BASE * one.style.size
    # Signs that stand one upon the other, such as an accent, share their place.
    return same and level and (_touches(one, other) or one.box == other.box)


def _word(run: list[_Glyph], glued: bool) -> Word:
    style = run[0].style
    return Word(
        text="".join(glyph.char for glyph in run),
        box=around(glyph.box for glyph in run),
        base=run[0].base,
        size=style.size,
        bold=style.bold,
        italic=style.italic,
        glued=glued,
    )


def _is_seen(word: Word, style: _Style, frame: Box, covers: list[_Cover]) -> bool:
    """Whether a person sees the word: painted, large enough, on the page, and not in the colour under it."""
    if not style.painted or style.size < _SMALLEST or not frame.holds(word.box):
        return False
    ground: tuple[int, int, int] | None = (255, 255, 255)
    for cover in covers:
        if cover.box.holds(word.box):
            if cover.order > style.order and cover.colour is not None:
                return False
            ground = cover.colour
    return (
        ground is None
        or max(abs(one - other) for one, other in zip(ground, style.colour, strict=True)) > _NEAR_COLOUR
    )


def _placing(frame: Box, turn: int) -> Place:
    """How places of the file become places from the top left corner, the page turned by quarters."""
    left, bottom, right, top = frame
    return (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )[turn % 4]


def _moved(box: Box, place: Place) -> Box:
    (x, y), (u, v) = place(box.left, box.top), place(box.right, box.bottom)
    return Box(min(x, u), min(y, v), max(x, u), max(y, v))


def _common(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, width) * max(0.0, height)


def _address(item: Any) -> int:  # noqa: ANN401
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def _matrix(get: Callable[..., int], *of: Any) -> Matrix:  # noqa: ANN401
    found = raw.FS_MATRIX()
    return (found.a, found.b, found.c, found.d, found.e, found.f) if get(*of, found) else _IDENTITY


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return (a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(item: Any, matrix: Matrix) -> Box | None:  # noqa: ANN401
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    corners = [_at(matrix, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    return around(Box(x, y, x, y) for x, y in corners)


def _colour(get: Callable[..., int], *of: Any) -> tuple[int, int, int] | None:  # noqa: ANN401
    """The colour of a thing; None where it lets everything through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(*of, red, green, blue, alpha):
        return 0, 0, 0
    return (red.value, green.value, blue.value) if alpha.value > _FAINT else None


def _strokes(item: Any, matrix: Matrix) -> Iterator[Box]:  # noqa: ANN401
    """The level and upright lines of a path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for number in range(min(raw.FPDFPath_CountSegments(item), _MOST_STROKES)):
        segment = raw.FPDFPath_GetPathSegment(item, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = _at(matrix, x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _line(last, here)
        last = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _line(here, first)


def _line(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Box]:
    box = Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
    if min(box.width, box.height) <= _THIN < max(box.width, box.height):
        yield box
