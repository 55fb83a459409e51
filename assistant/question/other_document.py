"""A follow-up that asks the same of another document: "and in the older plan?", "the 2014 one?"."""

import re

from assistant.question.documents_meant import KIND_NOUN
from assistant.question.patterns import any_of

_YEAR = r"(?:19|20)\d\d"
_AGE = (
    r"(?:previous|old|older|oldest|earlier|earliest|former|last|prior|past|original|first|other|current|latest"
    rf"|newest|newer|new|present|recent|{_YEAR}(?:[-–/]\d{{2,4}})?)"
)
_OTHER = any_of(
    r"^\W*(?:(?:ok(?:ay)?|right|well|so|and|but|then|what about|how about|now)[,\s]+)*"
    r"(?:(?:in|from|under|of|by|for)\s+)?(?:(?:the|that|this)\s+)?"
    rf"(?:(?P<age>{_AGE})\s+(?:(?:\w+\s+){{0,2}}?(?P<kind>{KIND_NOUN})|ones?)"
    rf"|(?:(?P<later_kind>{KIND_NOUN})|one)\s+(?:(?:from|of|in)\s+)(?P<year>{_YEAR}))\W*$"
)
_REFERENCE = any_of(
    rf"\b(?:the|this|that)\s+(?:{_AGE}\s+)?(?:\w+\s+){{0,2}}?(?P<kind>{KIND_NOUN})\b"
    rf"(?:\s+(?:from|of|in)\s+{_YEAR})?"
)
_IN_A_YEAR = re.compile(rf"\s+in {_YEAR}\b(?![-–/])")


def of_other_document(question: str, previous: str) -> str:
    """*previous* asked of the document that *question* names, and nothing else; "" where it asks for more."""
    other = _OTHER.match(question)
    if not other:
        return ""
    said_of = next(reversed(list(_REFERENCE.finditer(previous))), None)
    kind = other["kind"] or other["later_kind"] or (said_of["kind"] if said_of else "")
    if not kind:
        return ""
    meant = f"the {other['age'] or other['year']} {kind.lower()}"
    if said_of is None:
        return f"{_IN_A_YEAR.sub('', previous).rstrip(' ?.!')} in {meant}?"
    before, after = previous[: said_of.start()], previous[said_of.end() :]
    return f"{_IN_A_YEAR.sub('', before)}{meant}{_IN_A_YEAR.sub('', after)}"
