"""Arbitrary text with much Markdown in it, for property-based tests."""

from hypothesis import strategies as st

_MARKS = [
    "# ",
    "## ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "| a | b |",
    "|---|---|",
    "```",
    "---",
    "===",
    "\n",
    "\n\n",
    " ",
    "\t",
]
_PAGES = ["<!-- page 5 -->", "<!-- page ? -->", "<!-- page iv -->", "<div>"]
_WORDS = ["² ", "Bees fly. ", "“Honey”: ", "£2.5m"]

MARKDOWN = st.lists(st.sampled_from(_MARKS + _PAGES + _WORDS) | st.text(max_size=5), max_size=30).map("".join)


def plain(text: str) -> str:
    """What the corpus reader hands on: plain newlines, no NUL."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
