"""The answering words inside a quote: the amount, date, name … that the question asks for."""

from assistant.question.query import Query
from assistant.question.signs_of_kind import sign_of
from assistant.types import Span

_MOST_MARKS = 4


def marks_in(query: Query, text: str, span: Span) -> tuple[Span, ...]:
    """Spans of the words of *text* within *span* that look like the kind of answer asked for."""
    sign = sign_of(query.kind)
    if sign is None:
        return ()
    found = [Span(match.start(), match.end()) for match in sign.finditer(text, span.start, span.end)]
    return tuple(found) if len(found) <= _MOST_MARKS else ()
