"""Whether a string occurs in a text, whatever its case, quotation marks, dashes and spaces."""

import re
import unicodedata
from collections.abc import Iterable

_SUPERSCRIPTS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"\u00ad": None}
)
_MARKER = re.compile(r"\s?\[\d{1,2}\]")


def without_markers(text: str) -> str:
    """*text* without its citation markers (`[1]`), which are neither words nor figures of the answer."""
    return _MARKER.sub("", text)


def fold(text: str) -> str:
    """*text* in the one form in which strings are compared; folding twice changes nothing."""
    # Footnote marks go first: NFKC would turn 618,200² into 618,2002. Folding quotes comes before NFKC
    # because NFKC takes ´ and ″ apart, and after it because it brings new dashes and spaces.
    text = text.translate(_SUPERSCRIPTS).translate(_TYPOGRAPHY)
    text = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY).casefold()
    return " ".join(unicodedata.normalize("NFKC", text).split())


def contains(folded: str, needle: str) -> bool:
    """Whether *needle* occurs in a folded text, starting at a word and never inside a longer number."""
    wanted = fold(needle)
    return bool(wanted) and re.search(_whole(wanted), folded) is not None


def first_found(folded: str, needles: Iterable[str]) -> str | None:
    """The first of *needles* that occurs in a folded text, or None."""
    return next((needle for needle in needles if contains(folded, needle)), None)


def _whole(wanted: str) -> str:
    """A pattern for *wanted* that does not begin inside a word, nor begin or end inside a number."""
    head = r"(?<![^\W_])" if wanted[0].isalnum() else ""
    head += r"(?<!\d[.,])" if wanted[0].isdecimal() else ""
    tail = r"(?!\d)(?![.,]\d)" if wanted[-1].isdecimal() else ""
    return head + re.escape(wanted) + tail
