"""The picture of a page with a quote framed in it, drawn in a process of its own as every PDF is read."""

import sys
from pathlib import Path

from assistant.reading.formats import Unreadable
from assistant.reading.pdf.places import letters, places_of
from assistant.reading.sandbox import Limits, run_apart, work_within

_LONGEST = 1_400  # dots: letters of ten points are read without effort
_LIMITS = Limits(seconds=20, output=8_000_000)


def page_picture(path: Path, page: int, quote: str, earlier: int = 0) -> bytes:
    """A page of a PDF as PNG, the lines of the quote framed where `places_of` finds them; raises Unreadable.

    *page* counts from 1; *earlier* is how often the page says the same before the quote.
    """
    # Only letters and blanks, which any process can be given.
    words = " ".join(filter(None, map(letters, quote.split())))
    arguments = [str(path.resolve()), str(page), words, str(earlier)]
    return run_apart("assistant.reading.pdf.picture", arguments, _LIMITS)


def _draw(path: Path, page: int, quote: str, earlier: int) -> bytes:
    # Here, not above: who only asks for a picture needs no PDFium.
    from assistant.reading.pdf.extract import Damaged, Locked, PdfFile

    try:
        file = PdfFile(path)
        if not 1 <= page <= file.pages:
            raise Unreadable("The file has no such page.")
        return file.framed(page - 1, _LONGEST, lambda sheet: places_of(quote, sheet.words, earlier))
    except (Damaged, Locked) as error:
        raise Unreadable("The page cannot be drawn: the file is damaged, or needs a password.") from error


if __name__ == "__main__":
    _path, _page, _quote, _earlier, _limits = sys.argv[1:]
    sys.exit(work_within(_limits, lambda: _draw(Path(_path), int(_page), _quote, int(_earlier))))
