"""A second look at what a model's answer shows, which shares nothing with the check that let it through.

Each figure and each name of a shown sentence has to stand, as it is written, in the passages that it cites.
"""

import re
from collections.abc import Iterator

from assistant.model.sources import Source
from assistant.types import Answer, Citation, ModelSentence

_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<=[a-z,;’'”] )[A-Z][\w’'-]+")
_NUMBERS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
    r"|thousand|million|billion|half|third|quarter|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)


def shown(answer: Answer) -> Iterator[tuple[ModelSentence, tuple[Citation, ...]]]:
    """The sentences of a model that *answer* shows, each with its citations."""
    for sentence in answer.model.sentences if answer.model else ():
        if sentence.text:
            yield sentence, tuple(answer.citations[marker - 1] for marker in sentence.markers)


def unproven(answer: Answer) -> list[str]:
    """What stands in a shown sentence and in none of its passages: figures, number words, names."""
    found: list[str] = []
    for sentence, citations in shown(answer):
        there = " ".join(map(_around, citations)).lower().replace("’", "'")
        for pattern in (_FIGURE, _NUMBERS, _NAME):
            words = (match.group().lower().replace("’", "'") for match in pattern.finditer(sentence.text))
            found += [word for word in words if word.removesuffix("'s") not in there]
    return list(dict.fromkeys(found))


def source_of(citation: Citation) -> Source | None:
    """The piece that *citation* quotes; None for what only introduces one."""
    pieces = enumerate(citation.passage.pieces)
    index = next((number for number, piece in pieces if piece.start == citation.start), None)
    return None if index is None else Source("cited", citation.source, citation.passage, index)


def _around(citation: Citation) -> str:
    source, info = source_of(citation), citation.source.info
    told = source.told if source else ""
    return " ".join(
        (citation.quote, told, *citation.passage.section, info.title, info.author, info.publisher)
    )
