"""Retrieval on its own, for anybody's chain."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from assistant.chain import Assistant
from assistant.errors import QuestionInvalid
from tests.library import EDITIONS

QUESTIONS = [
    ("How long may a book be borrowed?", "borrowed for four weeks"),
    ("When did the self-service desks come into use?", "4 October 2021"),
    ("What may the committee do?", "visit any branch without notice"),
    ("How many villages do the vans stop at?", "88 villages"),
    ("what do other grown-ups with failing eyes want to read", "large-print novels"),
    ("RFID", "radio frequency identification"),
    ("Ruth Adeyemi", "Ruth Adeyemi"),
    ("spending on staff in 2021/22", "4,025"),
]


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_passage_that_answers_is_among_the_first_three(library: Assistant, question: str, words: str) -> None:
    """By words or by meaning, the passage that answers is found."""
    assert any(words in scored.passage.text for scored in library.retrieve(question)[:3])


@pytest.mark.parametrize("question", [question for question, _ in QUESTIONS])
def test_passages_are_different_and_best_first(library: Assistant, question: str) -> None:
    """Retrieval gives at most eight passages, none twice, in the order of their scores."""
    found = library.retrieve(question)
    scores = [scored.score for scored in found]

    assert 1 <= len(found) <= 8
    assert len({scored.passage.id for scored in found}) == len(found)
    assert scores == sorted(scores, reverse=True)
    assert all(scored.words_rank or scored.vector_rank for scored in found)


def test_same_question_finds_the_same_passages(library: Assistant) -> None:
    """Retrieval does not depend on chance."""
    assert library.retrieve(QUESTIONS[0][0]) == library.retrieve(QUESTIONS[0][0])


def test_asked_for_more_it_goes_on(library: Assistant) -> None:
    """More passages may be asked for, and begin with those that fewer would have been."""
    found = library.retrieve(QUESTIONS[0][0], n=20)

    assert len(found) > 8
    assert found[:8] == library.retrieve(QUESTIONS[0][0])


def test_langchain_retriever_gives_documents_with_metadata(library: Assistant) -> None:
    """Each LangChain document is a passage, and its metadata lead to the very place in the edition."""
    documents = library.retriever.invoke("How long may a book be borrowed?")

    assert documents
    for document in documents:
        told = document.metadata
        edition = (EDITIONS / f"{told['document']}.md").read_text(encoding="utf-8")
        assert edition[told["start"] : told["end"]] == document.page_content
        assert {"passage", "document", "section", "page", "start", "end", "score"} <= told.keys()
        assert document.id == told["passage"]


def texts_of(documents: list[Document]) -> list[str]:
    """The next link of a chain that somebody might make."""
    return [found.page_content for found in documents]


def test_retriever_is_a_link_of_any_chain(library: Assistant) -> None:
    """The retriever can be joined to other runnables, asked in a batch, and awaited."""
    chain = library.retriever | RunnableLambda(texts_of)
    question = QUESTIONS[1][0]

    alone = chain.invoke(question)

    assert "4 October 2021" in " ".join(alone)
    assert chain.batch([question, question]) == [alone, alone]
    # In a thread of its own: a browser that other tests opened keeps a loop running in this one.
    with ThreadPoolExecutor() as threads:
        assert threads.submit(lambda: asyncio.run(chain.ainvoke(question))).result() == alone


@pytest.mark.parametrize("question", ["", "x" * 1_001, "👍"])
def test_question_that_cannot_be_read_is_not_looked_up(library: Assistant, question: str) -> None:
    """Retrieval on its own says the same of an unreadable question as the whole chain does."""
    with pytest.raises(QuestionInvalid):
        library.retrieve(question)
