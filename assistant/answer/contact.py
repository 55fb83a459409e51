"""How to reach somebody: the contact that a paper itself gives, and whether details are of whom is asked."""

from collections.abc import Mapping, Sequence

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence
from assistant.question.documents_meant import KIND_NOUN
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.question.signs_of_kind import gives_way
from assistant.terms import content_stems, content_words, stem
from assistant.types import Document, Passage, Status

# What is wanted of the contact of a paper: "with queries on the report", "to talk about the paper".
_ABOUT_PAPER = any_of(rf"\b(?:about|on|for|over|regarding|concerning) (?:the|this|that) .*\b{KIND_NOUN}\b")
_MOST_WORDS, _LINE = 60, 10
# Whom, and not about what: "how do I reach the warden?", "the warden's phone number".
_NOBODY = r"(?:about|on|for|with|to|if|in|when|via|by)\b"
_ASKS_ON = r"(?:can|could|do|does|did|should|would|may|must|is|are|i|we|address|number|details)\b"
_WHOM = any_of(
    r"\b(?:contact|reach|e-?mail|ring|phone|telephone|call|write to|speak to|talk to|touch with|hold of)"
    rf" (?!{_NOBODY}|{_ASKS_ON})(?P<whom>[\w’' -]+?)(?= {_NOBODY}|[?.!,;]|$)",
    rf"\b(?!{_NOBODY})(?P<whose>(?:[\w-]+ ){{0,4}}[\w-]+)['’]s? (?:\w+ )?"
    r"(?:phone|telephone|e-?mail|web ?site|address|number)\b",
)
_PART = frozenset(map(stem, "office team staff department".split()))  # reached where the whole is


def answer_with_contact(
    query: Query, documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Draft | None:
    """The short passage with the contact of the one paper that *query* names; None where it gives none."""
    if query.kind is not Kind.CONTACT or len(query.named_documents) != 1:
        return None
    if not _ABOUT_PAPER.search(query.text):
        return None
    (key,) = query.named_documents
    own = (passage for passage in passages if passage.document == key)
    found = next((passage for passage in own if _is_contact(query, passage)), None)
    if found is None:
        return None
    first, last = found.pieces[0], found.pieces[-1]
    quote = Quote(documents[key], found, first.start, last.end)
    told = documents[key].text[first.start : last.end]
    text = f"{wording.source_of(documents[key].info)}:\n{told} [1]"
    return Draft(Status.ANSWERED, text, (quote,))


def reaches_another(question: str, found: Evidence) -> bool:
    """True where *question* asks how to reach somebody who is neither in the passage nor behind the document.

    It hangs on the last word: neither the chief pilot nor the pilots' council is the pilot.
    """
    whom = _whom(question)
    return bool(whom) and whom[-1] not in _known(found)


def reaches(question: str, found: Evidence) -> bool:
    """True where *found* gives the way that *question* asks for, to whom it asks for."""
    whom = _whom(question)
    return bool(whom) and _known(found).issuperset(whom) and gives_way(question, found.text)


def _whom(question: str) -> list[str]:
    asked = _WHOM.search(question)
    named = content_words(next(filter(None, asked.groups()))) if asked else []
    return [root for root in map(stem, named) if root not in _PART]


def _known(found: Evidence) -> frozenset[str]:
    info, passage = found.document.info, found.passage
    # "Email: …" stands beside whose it is; a sentence says it of itself.
    told = passage.text if len(found.text.split()) <= _LINE else found.text
    return content_stems(" ".join((told, *passage.section[-1:], info.author, info.publisher)))


def _is_contact(query: Query, passage: Passage) -> bool:
    return len(passage.text.split()) <= _MOST_WORDS and gives_way(query.text, passage.text)
