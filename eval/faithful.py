"""Faithful rewordings of what a piece of a document says, by rules that keep its meaning.

Every rewording is a function of the piece alone, so that two runs try the same.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.answer.figures import row_of
from assistant.question.lexicon import NUMBER_WORDS
from assistant.terms import MONTHS
from assistant.types import Document, Piece, PieceKind

_SEED = "2026"  # another seed gives other rewordings
_FEWEST, _MOST = 6, 45
_MOST_RULES = 3
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_IN_DIGITS = {word: str(number) for word, number in NUMBER_WORDS.items() if number > 1}
_IN_WORDS = {digits: word for word, digits in _IN_DIGITS.items()}
# What a writer says instead, without saying another thing.
_INSTEAD = {
    "approximately": "about", "around": "about", "in order to": "to", "ensure": "make sure", "however, ": "",
    "also ": "", "therefore ": "so ", "such as": "like", "annual": "yearly", "allocated": "given",
    "currently": "at present", "additional": "further", "received": "got", "provide": "offer",
    "regarding": "about", "individuals": "people", "assist": "help", "in relation to": "about",
    "with regard to": "about", "furthermore, ": "", "in addition, ": "", "additionally, ": "", "indeed, ": "",
    "in particular, ": "", "key": "main", "prior to": "before", "vital": "essential", "tackle": "address",
    "important": "significant", "whilst": "while", "amongst": "among", "across": "throughout",
    "begin": "start", "enable": "allow", "ability": "capacity", "commitment": "pledge", "use": "make use of",
    "many": "a lot of", "improve": "make better", "needs": "requires", "work with": "cooperate with",
}  # fmt: skip
_THIRD_PERSON = {"I am": "is", "I have": "has", "I will": "will", "I can": "can", "I cannot": "cannot"}
_LEADS = ("According to the document, {}", "The document says that {}", "It is stated that {}")
_NAMED = re.compile(r"^[A-Z]{2,}\b|^[A-Z][\w’']+ (?:[A-Z]|of [A-Z])")
_PARENTHESIS = re.compile(r" \([^()]*\)")
_AFTERTHOUGHT = re.compile(r",? (?:which|where|who) [^,.;]+\.$")
_LED = re.compile(r"^((?:In|On|During|Since|From|By) [^,]{3,30}), (.+)\.$")
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(m.capitalize() for m in MONTHS)}) (\d{{4}})\b")

Rule = Callable[[str], str]


def rewordings(document: Document, piece: Piece) -> Iterator[tuple[str, str]]:
    """Sentences that say what *piece* says, each behind the names of the rules that made it."""
    if piece.kind is PieceKind.ROW:
        yield from _of_row(document, piece)
    elif said := statement(document, piece):
        yield "as written", said
        yield from _of_statement(said)


def statement(document: Document, piece: Piece) -> str:
    """The piece as one sentence in the third person; empty for what is too short, long, or tells of "us"."""
    said = " ".join(document.text[piece.start : piece.end].split()).strip("“” ")
    said = re.sub("[⁰¹²³⁴-⁹*]", "", said)
    if piece.kind is PieceKind.ITEM:
        said = _behind_lead_in(document, piece, said)
    said = _in_third_person(said, document.info.author.partition(",")[0])
    is_whole = said.endswith(".") and ":" not in said and _FEWEST <= len(said.split()) <= _MOST
    is_ours = _FIRST_PERSON.search(said) or "://" in said or "www." in said
    return said if is_whole and said[:1].isupper() and not is_ours else ""


def _behind_lead_in(document: Document, piece: Piece, said: str) -> str:
    lead_in = " ".join(document.text[slice(*piece.lead_in)].split()) if piece.lead_in else ""
    if not lead_in.endswith(":") or len(lead_in.split()) < 3 or said.endswith("?"):
        return ""
    return f"{lead_in[:-1]} {_small(said.rstrip(';.,').removesuffix(' and').rstrip(';.,'))}."


def _in_third_person(said: str, author: str) -> str:
    """The sentence of whoever says "I" with the author's name, where only its beginning says so."""
    for first, verb in _THIRD_PERSON.items():
        if said.startswith(f"{first} ") and author[:1].isupper():
            return f"{author} {verb}{said[len(first) :]}"
    return said


def _of_row(document: Document, piece: Piece) -> Iterator[tuple[str, str]]:
    label, cells = row_of(piece, document.text)
    # Nought is nought in every unit, and thousands are told in full.
    figures = [cell for cell in cells if cell.number and "000" not in cell.unit]
    for cell in figures:
        yield "cell", f"{label} was {cell.figure} in {cell.column}."
        yield "cell first", f"In {cell.column}, {label} came to {cell.figure}."
    for one, other in pairwise(figures):
        yield "two cells", f"{label} was {one.figure} in {one.column} and {other.figure} in {other.column}."


def _of_statement(said: str) -> Iterator[tuple[str, str]]:
    chance = random.Random(f"{_SEED} {said}")  # noqa: S311 (nothing is kept secret by it)
    yield "led", _led(chance.choice(_LEADS), said)
    rules = [name for name, rule in RULES.items() if rule(said) != said]
    chance.shuffle(rules)
    for number in range(1, min(_MOST_RULES, len(rules)) + 1):
        anew = said
        for name in rules[:number]:
            anew = RULES[name](anew)
        yield " + ".join(rules[:number]), anew if chance.random() < 0.5 else _led(chance.choice(_LEADS), anew)


def _led(lead: str, said: str) -> str:
    return lead.format(_small(said))


def _small(said: str) -> str:
    return said if _NAMED.match(said) else said[:1].lower() + said[1:]


def _big(said: str) -> str:
    return said[:1].upper() + said[1:]


def _other_words(said: str) -> str:
    for word, other in _INSTEAD.items():
        said = re.sub(rf"\b{re.escape(word)}(?!\w)", other, said, flags=re.I)
    return _big(said)


def _time_last(said: str) -> str:
    match = _LED.match(said)
    return f"{_big(match[2])} {_small(match[1])}." if match else said


def _without_afterthought(said: str) -> str:
    cut = _AFTERTHOUGHT.sub(".", said)
    return cut if len(cut.split()) >= _FEWEST else said


def _in_words(said: str) -> str:
    """Small numbers in words, where they are no part of a date or an amount."""
    pattern = rf"(?<![\w£.,/-])(\d{{1,2}})(?![\w%.,/-]| (?:{'|'.join(MONTHS)}))"
    return re.sub(pattern, lambda match: _IN_WORDS.get(match[1], match[1]), said, flags=re.I)


def _in_digits(said: str) -> str:
    return re.sub(r"(?<!^)\b([a-z]+)\b(?! of\b|-)", lambda match: _IN_DIGITS.get(match[1], match[1]), said)


RULES: dict[str, Rule] = {
    "other words": _other_words,
    "short years": lambda said: re.sub(r"\b(20\d\d)[-–](\d\d)\b", r"\1/\2", said),
    "without parenthesis": lambda said: _PARENTHESIS.sub("", said),
    "without afterthought": _without_afterthought,
    "time last": _time_last,
    "in words": _in_words,
    "in digits": _in_digits,
    "money": lambda said: re.sub(r"£(\d{3}),000\b", r"£\1k", re.sub(r"£([\d.]+)m\b", r"£\1 million", said)),
    "per cent": lambda said: re.sub(r"(\d)%", r"\1 per cent", said),
    "dates": lambda said: _DATE.sub(r"\2 \1, \3", said),
}
