"""Whom to ask when the documents do not answer: the newest contact details in the documents themselves."""

import re
from collections.abc import Iterable, Mapping

from assistant.answer import wording
from assistant.question.documents_meant import newest_first
from assistant.types import Document, Passage

_REACHES = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b")
_LONGEST = 80  # characters of one line
_MOST_LINES = 2


def whom_to_ask(documents: Mapping[str, Document], passages: Iterable[Passage]) -> str:
    """A sentence with the phone number and e-mail address that the newest document gives; "" for none."""
    lines: dict[str, list[str]] = {}
    for passage in passages:
        text = documents[passage.document].text
        found = [text[piece.start : piece.end] for piece in passage.pieces]
        reaching = [line for line in found if _REACHES.search(line) and len(line) <= _LONGEST]
        if reaching:
            lines.setdefault(passage.document, reaching[:_MOST_LINES])
    for info in newest_first([documents[key].info for key in lines]):
        given = " · ".join(wording.quoted(line) for line in lines[info.id])
        return wording.WHOM_TO_ASK.format(source=wording.source_of(info), lines=given)
    return ""
