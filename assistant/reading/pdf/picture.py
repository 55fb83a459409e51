"""The picture of a page with a quote framed in it, drawn in a process of its own as every PDF is read."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.formats import Unreadable
from assistant.reading.pdf.places import letters, places_of, places_over
from assistant.reading.pdf.sheet import Box
from assistant.reading.sandbox import Limits, run_apart, work_within

if TYPE_CHECKING:
    from assistant.reading.pdf.extract import PdfFile

_LONGEST = 1_400  # dots: letters of ten points are read without effort
_LIMITS = Limits(seconds=20, output=8_000_000)


def page_picture(path: Path, page: int, quote: str, earlier: int = 0) -> bytes:
    """A page of a PDF as PNG, the lines of the quote framed where `places_of` finds them; raises Unreadable.

    A quote that ends on the next page is framed on both, which stand side by side then.
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
        return file.framed(_LONGEST, _frames(file, page - 1, quote, earlier))
    except (Damaged, Locked) as error:
        raise Unreadable("The page cannot be drawn: the file is damaged, or needs a password.") from error


def _frames(file: "PdfFile", index: int, quote: str, earlier: int) -> dict[int, list[Box]]:
    """Where the quote stands on its page, and on the next one where it ends there.

    Where the words stand turned on a page it gets no frames.
    """
    from assistant.reading.pdf.extract import Damaged

    sheet = file.sheet(index)
    if not sheet.upright:
        return {index: []}
    found = places_of(quote, sheet.words, earlier)
    if index + 1 < file.pages:
        with suppress(Damaged):
            following = file.sheet(index + 1)
            here, there = places_over(quote, sheet.words, following.words)
            return {index: here, index + 1: there} if here and following.upright else {index: found}
    return {index: found}


if __name__ == "__main__":
    _path, _page, _quote, _earlier, _limits = sys.argv[1:]
    sys.exit(work_within(_limits, lambda: _draw(Path(_path), int(_page), _quote, int(_earlier))))
