"""Turns of a conversation made up for a test: a question, and an answer that quotes one invented passage."""

from assistant.types import Answer, Citation, Document, DocumentInfo, Passage, Status, Turn

INFO = DocumentInfo(id="handbook", title="Handbook of the Ferry Company", kind="report", date="2021-05")


def turn(question: str, text: str = "", status: Status = Status.ANSWERED, said: str = "") -> Turn:
    """A turn whose answer quotes all of *text*; `said` is the answer as the reader saw it."""
    citations = (cite(text),) if text else ()
    answer = Answer(question, status, said or f"“{text}” [1]", understood_as=question, citations=citations)
    return Turn(question, answer)


def cite(text: str) -> Citation:
    """A citation of the whole of a passage that is *text*."""
    return Citation(1, Document(INFO, text, ()), passage(text), 0, len(text))


def passage(text: str, section: tuple[str, ...] = ("Ferries",)) -> Passage:
    """A passage that is the whole of its document."""
    return Passage("handbook-1", INFO.id, section, 0, len(text), text, text)
