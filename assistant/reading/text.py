"""Plain text as it comes → Markdown in our edition format."""

from collections import Counter

from assistant.reading.frontmatter import identifier, write_front_matter
from assistant.types import DocumentInfo


def to_markdown(text: str, name: str, sha256: str, words: Counter[str]) -> str:
    """Repair raw text into Markdown with front matter, best effort; `words` are those of the whole corpus."""
    stem = name.rsplit(".", 1)[0]
    first = next((line.strip("# *") for line in text.split("\n") if line.strip("# *")), stem)
    info = DocumentInfo(id=identifier(stem), title=first, source=name, sha256=sha256)
    return write_front_matter(info) + "\n" + text
