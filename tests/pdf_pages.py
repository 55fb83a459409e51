"""PDFs for the tests: pages drawn word for word, and files that lie about what is in them."""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
Draw = Callable[[Canvas], None]


def draw(path: Path, *pages: Draw) -> Path:
    """Write a PDF whose pages are drawn by these functions."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def put(
    canvas: Canvas,
    x: float,
    top: float,
    *lines: str,
    size: float = 10,
    font: str = "Helvetica",
    step: float = 0,
) -> None:
    """Set lines one below the other, the first with its base `top` points below the upper edge."""
    canvas.setFont(font, size)
    for number, line in enumerate(lines):
        canvas.drawString(x, HEIGHT - top - number * (step or 1.2 * size), line)


def text(x: float, top: float, *lines: str, size: float = 10, font: str = "Helvetica") -> Draw:
    """A page with these lines and nothing else."""
    return lambda canvas: put(canvas, x, top, *lines, size=size, font=font)


def raw_pdf(content: bytes, *, pages: int = 1, count: int | None = None) -> bytes:
    """A PDF written by hand: each page has this compressed content; it says that it has `count` pages."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages if count is None else count),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    objects += [page] * pages
    written, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)


def compressed(piece: bytes, times: int) -> bytes:
    """A piece many times over, compressed without ever being held whole."""
    packer = zlib.compressobj(9)
    block = piece * 10_000
    parts: Sequence[bytes] = [packer.compress(block) for _ in range(times // 10_000)]
    return b"".join(parts) + packer.compress(piece * (times % 10_000)) + packer.flush()
