"""A built generation as the answering path uses it: real Chroma, real SQLite, on disk."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant import terms
from assistant.errors import IndexMissing, IndexUnreadable
from assistant.index import vectors
from assistant.index.encoder import Vectors
from assistant.index.generation import Generation
from assistant.index.manifest import MANIFEST, folder_digests, live_folder
from assistant.index.verify import verify
from assistant.index.word_vectors import WordVectors, stem_words_of
from assistant.types import Document
from tests.allotment import quietly, settings_in


@pytest.fixture(scope="module")
def generation(allotment: Path) -> Iterator[Generation]:
    """The small corpus, indexed."""
    opened = Generation.open(allotment / "index")
    yield opened
    opened.close()


def text_of(generation: Generation, found: list[tuple[str, float]]) -> str:
    """The text of the best passage found."""
    return generation.passages[found[0][0]].text


def test_documents_come_back_as_they_were_read(generation: Generation, allotment: Path) -> None:
    """Stored text is the file's text, so that offsets of quotes hold in the file too."""
    for document in generation.documents.values():
        stored = (allotment / "corpus" / f"{document.info.id}.md").read_text(encoding="utf-8")

        assert isinstance(document, Document)
        assert document.text == stored


def test_passages_are_slices_of_their_documents(generation: Generation) -> None:
    """What was stored and read back still points at exactly the same characters."""
    for passage in generation.passages.values():
        assert generation.documents[passage.document].text[passage.start : passage.end] == passage.text


def test_order_is_reading_order(generation: Generation) -> None:
    """`order` has every passage once, and in each document they follow one another."""
    ordered = [generation.passages[key] for keys in generation.order.values() for key in keys]

    assert [passage.id for passage in ordered] == list(generation.passages)
    for one, next_one in pairwise(ordered):
        assert one.document != next_one.document or one.end <= next_one.start


def test_words_find_a_passage(generation: Generation) -> None:
    """A rare word finds its passage, also by another form of the word."""
    assert "pump" in text_of(generation, generation.search_words(["pumps", "treasurer's"], 5))


def test_english_words_come_commonest_first(generation: Generation) -> None:
    """The encoder's own vocabulary gives whole words, and the everyday ones before the rare."""
    english = generation.english()

    assert english.index("people") < english.index("narcotics")
    assert all(map(generation.is_english, english))


def test_scores_fall(generation: Generation) -> None:
    """Both searches give their best first, and no more than asked for."""
    by_words = generation.search_words(["society", "committee", "plot"], 3)
    by_vectors = generation.search_vectors(generation.encode("keeping bees"), 3)

    for found in (by_words, by_vectors):
        scores = [score for _, score in found]
        assert len(found) == 3
        assert scores == sorted(scores, reverse=True)


@given(st.lists(st.text(max_size=30), max_size=6), st.integers(-1, 50))
@hypothesis_settings(deadline=None, max_examples=150)
def test_no_term_breaks_the_words_search(generation: Generation, terms: list[str], n: int) -> None:
    """Quotes, operators, control characters and half characters find something or nothing, but never fail."""
    odd = [*terms, 'a" OR b', "NEAR(x y)", "heading:*", "-", "\0", '""', "\ud800", "AND", "^pump"]

    found = generation.search_words(odd, n)

    assert len(found) <= max(n, 0)


def test_meaning_finds_a_passage(generation: Generation) -> None:
    """A question in other words finds the passage that answers it."""
    found = generation.search_vectors(generation.encode("Can I keep chickens?"), 1)

    assert "Hens" in text_of(generation, found)


def test_chroma_agrees_with_exact_search(generation: Generation, allotment: Path) -> None:
    """The vector index finds what comparing with every single vector finds, with the same cosines."""
    exact = np.load(live_folder(allotment / "index") / "passages.npy")
    keys = list(generation.passages)
    for question in ("water", "who has the keys?", "rents in 2020", "zebra crossing"):
        vector = generation.encode(question)
        best = np.argsort(-(exact @ vector))[:10]

        found = generation.search_vectors(vector, 10)

        assert [key for key, _ in found] == [keys[row] for row in best]
        assert np.allclose([cosine for _, cosine in found], (exact @ vector)[best], atol=1e-4)


def test_asking_for_more_than_there_is(generation: Generation) -> None:
    """All passages are given when more are asked for, none when none are."""
    vector = generation.encode("water")

    assert len(generation.search_vectors(vector, 10_000)) == len(generation.passages)
    assert generation.search_vectors(vector, 0) == []


def test_every_piece_has_its_cosine(generation: Generation) -> None:
    """The cosines of some passages' pieces are those that the search over all pieces gives."""
    vector = generation.encode("How much came in from seeds?")
    everything = generation.top_pieces(vector, 10_000)
    some = list(generation.passages)[1:4]

    cosines = generation.piece_cosines(vector, [*some, some[0], "not-a-passage"])

    assert cosines == pytest.approx(
        {(key, n): value for key, n, value in everything if key in some}, abs=1e-5
    )
    assert len(everything) == sum(len(passage.pieces) for passage in generation.passages.values())


def test_best_piece_is_the_table_row(generation: Generation) -> None:
    """A row is found by its label together with its table's caption and header."""
    key, number, _ = generation.top_pieces(generation.encode("income from seed sales in 2020/21"), 1)[0]

    piece = generation.passages[key].pieces[number]
    assert "585" in generation.documents[generation.passages[key].document].text[piece.start : piece.end]


def test_words_and_stems_are_counted_by_passage(generation: Generation) -> None:
    """A word is known as it stands, and by its stem together with its other forms."""
    holding = [p for p in generation.passages.values() if "sprinklers" in p.search_text.lower()]

    assert generation.words["sprinklers"] == len(holding)
    assert "sprinkler" not in generation.words
    assert generation.stems["sprinkler"] == len(holding)


def test_words_that_mean_nearly_the_same(generation: Generation) -> None:
    """A word finds other words of the corpus by meaning, whether the corpus has the word itself or not."""
    like = generation.like_words(["chickens", "treasurer", "autumn", "hens", "fall"])

    assert list(like) == ["chickens", "treasurer", "autumn", "hens", "fall"]
    assert dict(like["chickens"])["hen"] == pytest.approx(0.76, abs=0.05)
    assert like["fall"][0][0] == "autumn"
    for word, found in like.items():
        cosines = [cosine for _, cosine in found]
        assert terms.stem(word) not in dict(found)
        assert set(dict(found)) <= generation.stems.keys()
        assert cosines == sorted(cosines, reverse=True)
        assert len(found) <= 8
        assert all(cosine >= 0.55 for cosine in cosines)


def test_words_without_like_ones(generation: Generation) -> None:
    """A word that nothing comes near to has no like words, and no words have no answer."""
    assert generation.like_words(["zebra", "zebra", "violin"]) == {"zebra": (), "violin": ()}
    assert generation.like_words([]) == {}


def test_like_words_do_not_depend_on_company(generation: Generation) -> None:
    """A word has the same like words alone, among many, and when it is asked about again."""
    words = ["poultry", "cash", "gardening", *(f"odd{number}word" for number in range(40))]
    together = generation.like_words(words)

    for word in words[:3]:
        alone = generation.like_words([word])[word]
        assert dict(alone) == pytest.approx(dict(together[word]), abs=1e-4)


def test_unknown_words_are_encoded_once_and_together(allotment: Path) -> None:
    """Words of the corpus are never encoded; others all in one go, and once while remembered."""
    asked: list[list[str]] = []

    def encode(texts: Sequence[str]) -> Vectors:
        asked.append(list(texts))
        return np.ones((len(texts), 384), dtype=np.float32)

    vectors = WordVectors(live_folder(allotment / "index"), encode)
    for words in (["hens", "shed"], ["cash", "plot", "poultry"], ["poultry"], ["cash", "zebra"]):
        vectors.like(words)
    many = [f"odd{number}" for number in range(5000)]
    assert len(vectors.like(many)) == 5000
    vectors.like([many[-1], "cash"])

    assert asked == [["cash", "poultry"], ["zebra"], many, ["cash"]]


def test_one_word_stands_for_each_stem() -> None:
    """The most common form stands for a stem, the first of equally common ones; others stand for nothing."""
    counts = {"rents": 2, "rent": 1, "sheds": 1, "shed": 1, "the": 9, "2019": 3, "ox": 2, "member's": 4}

    assert list(stem_words_of(counts).items()) == [("rent", "rents"), ("shed", "shed")]


def test_a_change_encodes_only_new_words(allotment: Path, tmp_path: Path) -> None:
    """After a sentence was added, only the words that were not there before are encoded."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "corpus" / "newsletter-2022.md"
    with path.open("a", encoding="utf-8") as file:
        file.write("\nThe committee bans alcohol.\n")

    summary = quietly(settings_in(tmp_path))

    index = Generation.open(tmp_path / "index")
    assert summary.words_encoded == 2
    assert summary.words_encoded + summary.words_reused == index.manifest.words
    assert "alcohol" in dict(index.like_words(["booze"])["booze"])


def test_canaries_find_themselves(generation: Generation) -> None:
    """A healthy index passes its own health check."""
    generation.canary()
    generation.all_canaries()


def test_many_threads_read_at_once(generation: Generation) -> None:
    """Readers in several threads all get what one alone gets."""
    question = "Who looks after the tool store?"
    alone = generation.search_vectors(generation.encode(question), 5), generation.search_words(["keys"], 5)
    got: list[object] = []

    def read() -> None:
        for _ in range(10):
            got.append(
                (
                    generation.search_vectors(generation.encode(question), 5),
                    generation.search_words(["keys"], 5),
                )
            )

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(got) == 40
    assert all(keys(one) == keys(alone) for one in got)


def keys(found: object) -> object:
    """The ids found, without their scores."""
    return [[key for key, _ in ways] for ways in found]  # type: ignore[attr-defined]  # pairs of lists of pairs


def test_no_index(tmp_path: Path) -> None:
    """An index that was never built says what to run."""
    with pytest.raises(IndexMissing, match=r"run `python ingest.py`"):
        Generation.open(tmp_path / "nowhere")


@pytest.mark.parametrize("pointer", ["", "gen-gone", "../elsewhere", "/etc", "gen-../../x", "\udcff\x00"])
def test_a_pointer_to_nothing(tmp_path: Path, pointer: str) -> None:
    """A pointer that leads nowhere, or out of the index, is not followed."""
    (tmp_path / "current").write_bytes(pointer.encode("utf-8", "surrogateescape"))

    with pytest.raises(IndexUnreadable, match=r"run `python ingest.py` again"):
        Generation.open(tmp_path)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("passages", 3),
        ("pieces", 1),
        ("words", 1),
        ("dimension", 32),
        ("encoder_sha256", "other"),
        ("documents", {}),
    ],
)
def test_a_manifest_that_does_not_fit(allotment: Path, tmp_path: Path, key: str, value: object) -> None:
    """Counts, dimension and encoder must be those that the manifest promises."""
    index = shutil.copytree(allotment / "index", tmp_path / "index")
    path = live_folder(index) / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), key: value}))

    with pytest.raises(IndexUnreadable):
        Generation.open(index)


def test_an_index_of_another_version(allotment: Path, tmp_path: Path) -> None:
    """What another version of the program wrote is not guessed at."""
    index = shutil.copytree(allotment / "index", tmp_path / "index")
    path = live_folder(index) / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 0}))

    with pytest.raises(IndexUnreadable, match="another version"):
        Generation.open(index)


def test_verify_passes_a_good_build(allotment: Path) -> None:
    """The check in a process of its own is content with what was published."""
    verify(live_folder(allotment / "index"))


def test_reading_does_not_change_one_passage(generation: Generation, tmp_path: Path) -> None:
    """An index of a single passage stays as it was published, byte for byte, however often it is opened."""
    (passage, *_) = generation.passages.values()
    vector = np.full(4, 0.5, dtype=np.float32)
    vectors.write(tmp_path / "chroma", [passage], vector[np.newaxis])
    before = folder_digests(tmp_path)

    for _ in range(2):
        opened = vectors.PassageVectors(tmp_path / "chroma")
        assert opened.nearest(vector, 3)[0][0] == passage.id
        opened.close()

    assert folder_digests(tmp_path) == before


def test_reading_does_not_import_torch(allotment: Path) -> None:
    """The answering path opens, encodes and searches without torch or transformers."""
    script = (
        "import sys; from pathlib import Path; from assistant.index.generation import Generation\n"
        f"g = Generation.open(Path({str(allotment / 'index')!r})); g.canary()\n"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & sys.modules.keys()"
    )

    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[1])
