"""A question that asks two things: "when was it set up, and who runs it?"."""

import re

_SECOND = re.compile(
    r"[,;]?\s+and\s+(?=(?:(?:by|in|for|to|with|on)\s+)?(?:who|whom|whose|what|when|where|which|how|why)\b)",
    re.I,
)
_LEAST_WORDS = 3


def parts_of(question: str) -> tuple[str, ...]:
    """The question itself, or its two halves where each is a question of its own."""
    for match in _SECOND.finditer(question):
        first, second = question[: match.start()], question[match.end() :]
        asks = re.search(
            r"\b(?:who|whom|whose|what|when|where|which|how|why|is|are|was|were|do|does|did)\b", first, re.I
        )
        if asks and len(first.split()) >= _LEAST_WORDS and len(second.split()) >= _LEAST_WORDS:
            return f"{first}?", second[:1].upper() + second[1:]
    return (question,)
