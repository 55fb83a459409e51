"""Names in a question that is typed without capitals, or in nothing else."""

import re

from assistant.question.vocabulary import CorpusWords
from assistant.terms import MONTHS, STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# "in newtown", and not "in the town": what stands there and is no word of the corpus is likely a place.
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})(?= \d)", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|near|from|of|for) (?=[a-z])", re.IGNORECASE)


def with_capitals(question: str, corpus: CorpusWords) -> str:
    """*question* with its names as the corpus writes them, where it is all in one case; others stay."""
    if question not in {question.lower(), question.upper()}:
        return question
    vocabulary, lower = corpus.vocabulary, question.lower()
    places = {match.end() for match in _PLACE.finditer(lower)}

    def written(match: re.Match[str]) -> str:
        word = match.group()
        bare = re.sub("['’]s?$", "", word)
        if bare in STOP_WORDS or corpus.is_common(bare):
            return word
        if vocabulary.is_name(bare) or (match.start() in places and _is_strange(bare, corpus)):
            return word.upper() if bare in vocabulary.abbreviations else word.capitalize()
        return word

    named = vocabulary.with_long_names(_WORD.sub(written, lower))
    return _MONTH.sub(lambda match: match.group().capitalize(), named)


def _is_strange(word: str, corpus: CorpusWords) -> bool:
    return not corpus.vocabulary.knows(word) and not corpus.like_words([word]).get(word)
