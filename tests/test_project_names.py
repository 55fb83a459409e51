"""The code knows nothing of the documents that it answers from: what is forbidden is read from the corpus."""

import calendar
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import pytest

from assistant.question.lexicon import FIRST_NAMES
from assistant.reading.corpus import read_corpus
from assistant.settings import ROOT
from assistant.terms import stem
from assistant.types import Document

# Ordinary nouns that these documents happen to write with a capital only.
ORDINARY = {"bill", "chair", "city", "constable", "rape"}
MONTHS = {month.lower() for month in calendar.month_name}


@cache
def _documents() -> tuple[Document, ...]:
    return read_corpus(ROOT / "corpus").documents


@cache
def _general_stems() -> frozenset[str]:
    """Stems of the ordinary words that a spelling checker's lists correct towards."""
    folder = files("codespell_lib") / "data"
    lists = [
        item.read_text(encoding="utf-8") for item in folder.iterdir() if item.name.startswith("dictionary")
    ]
    corrections = (line.partition("->")[2] for text in lists for line in text.splitlines())
    return frozenset(stem(word) for line in corrections for word in re.findall(r"[a-z]+", line))


def _names(texts: Iterable[str]) -> set[str]:
    """Words that stand with a capital inside sentences, never without one, and are no ordinary word."""
    texts = list(texts)
    small = {word for text in texts for word in re.findall(r"\b[a-z]{3,}\b", text)}
    capital = {word.lower() for text in texts for word in re.findall(r"(?<=[a-z,;:] )[A-Z][a-z]{3,}\b", text)}
    unusual = capital - small - MONTHS - FIRST_NAMES - ORDINARY
    return {word for word in unusual if stem(word) not in _general_stems()}


def _sources() -> dict[str, str]:
    paths = sorted((ROOT / "assistant").rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_the_rule_finds_names() -> None:
    """A place and a surname are found, and ordinary words and months are not."""
    text = "The allotments of Ambleford are let by Mrs Quillfeather, as the Council decided in March."

    assert _names([text]) == {"ambleford", "quillfeather"}


def test_the_corpus_has_names_to_look_for() -> None:
    """The rule finds enough names in the real documents for the next test to mean something."""
    assert len(_names(document.text for document in _documents())) > 10


def test_no_name_of_the_documents_is_in_the_code() -> None:
    """No place, body or surname of the corpus stands anywhere in the code, comments included."""
    names = _names(document.text for document in _documents())
    found = {path: names & set(re.findall(r"[a-z]+", text.lower())) for path, text in _sources().items()}

    assert {path: words for path, words in found.items() if words} == {}


def test_no_abbreviation_of_the_documents_is_in_the_code() -> None:
    """No abbreviation that the documents spell out stands in the code."""
    short = {letters for document in _documents() for letters, _ in document.info.abbreviations}
    found = {path: short & set(re.findall(r"\b[A-Z][A-Za-z]+\b", text)) for path, text in _sources().items()}

    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("part", ["id", "title"])
def test_no_document_is_meant_by_the_code(part: str) -> None:
    """No document's id or title stands in the code."""
    means = {getattr(document.info, part).lower() for document in _documents()}

    assert [path for path, text in _sources().items() if any(word in text.lower() for word in means)] == []
