"""Copies, likely new editions, succession and withdrawal, as a folder of documents is read."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import CorpusUnreadable
from assistant.reading.corpus import Corpus, read_corpus
from assistant.reading.editions import changes, likely_editions, wording_of
from assistant.reading.markdown import read_markdown
from assistant.settings import ROOT
from assistant.types import Document
from tests.allotment import NEWSLETTER, RULES


def corpus_of(folder: Path, **described: str) -> Corpus:
    """Read documents of these ids, each with these lines of front matter and a text of its own."""
    for key, lines in described.items():
        text = f"---\nid: {key}\n{lines}\n---\n\n# About {key}\n\nOnly {key} says that {key} {key} grows.\n"
        (folder / f"{key}.md").write_text(text, encoding="utf-8")
    return read_corpus(folder)


def problems(corpus: Corpus) -> dict[str, str]:
    """The problems of each document that has one."""
    found: dict[str, str] = {}
    for key, problem in corpus.problems:
        found[key] = " ".join(filter(None, [found.get(key), problem]))
    return found


def test_the_same_text_twice_is_one_document(tmp_path: Path) -> None:
    """A file with the words of another is named as its copy, whatever its id, markup and line breaks."""
    (tmp_path / "a.md").write_text("# Bees\n\nThey fly far.\n\n- wings\n- legs\n", encoding="utf-8")
    copy = "---\nid: bees\n---\n\nBees\n====\n\nThey fly\nfar.\n\n* wings\n* legs\n"
    (tmp_path / "b.md").write_text(copy, encoding="utf-8")
    (tmp_path / "c.md").write_text("# Bees\n\nThey fly 2 miles.\n", encoding="utf-8")

    corpus = read_corpus(tmp_path)

    assert [document.info.id for document in corpus.documents] == ["a", "c"]
    assert [(found.path, found.id, found.of) for found in corpus.copies] == [("b.md", "bees", "a")]
    assert corpus.skipped == ()


@given(st.text(alphabet="ab.- \n", max_size=60), st.text(alphabet="ab.- \n", max_size=60))
def test_texts_are_copies_only_where_no_word_differs(one: str, other: str) -> None:
    """Two texts have the same digest only when they have the same characters between their white space."""
    left, right = (read_markdown(f"x {text}\n", "x") for text in (one, other))

    if wording_of(left) == wording_of(right):
        assert words_of(left) == words_of(right)


def words_of(document: Document) -> str:
    """What a document's blocks say, without white space."""
    return "".join("".join(document.text[block.start : block.end].split()) for block in document.blocks)


def revised(text: str, share: float, seed: int) -> str:
    """Put another word for a share of the words below the front matter."""
    head, body = text.rsplit("---\n", 1)
    dice = random.Random(seed)  # noqa: S311  # which words, no secret
    new = [f"w{dice.randrange(99)}" if w.isalpha() and dice.random() < share else w for w in body.split(" ")]
    return f"{head}---\n{' '.join(new)}"


@given(st.integers(0, 9_999))
def test_a_revised_copy_is_a_likely_new_edition(seed: int) -> None:
    """A text with a twentieth of its words changed is found, and one on another subject is not."""
    old, other = read_markdown(RULES, "old"), read_markdown(NEWSLETTER, "other")
    text = revised(RULES, 0.05, seed).replace("rules-2019", "rules-2024").replace('"2019-03"', '"2024-03"')
    new = read_markdown(text, "new")

    found = [(edition.newer, edition.older) for edition in likely_editions([new, other, old])]

    assert found == ([("rules-2024", "rules-2019")] if wording_of(new) != wording_of(old) else found)
    assert {"newsletter-2022"}.isdisjoint(key for pair in found for key in pair)


def test_the_documents_here_are_no_editions_of_one_another() -> None:
    """Plans of one body that follow one another, and reports on them, are not taken for each other."""
    for folder in (ROOT / "corpus", ROOT / "tests" / "corpora" / "library"):
        unlinked = []
        for document in read_corpus(folder).documents:
            text = document.text.replace("\nsupersedes: [", "\nonce: [")
            unlinked.append(read_markdown(text, document.info.id))

        assert likely_editions(unlinked) == ()


def test_a_likely_new_edition_is_told_with_its_differences(tmp_path: Path) -> None:
    """Its problem says how alike the two are and what to write; changes of figures come first."""
    new = RULES.replace("rules-2019", "rules-2024").replace('"2019-03"', '"2024-03"')
    new = new.replace("in any month", "from May on").replace("one hundred", "90")
    new = new.replace("up to six feet", "up to 7 feet").replace("Sheds may", "A shed may")
    new = new.replace("Bees need the committee's consent.", "Ponds are welcome, and so are frogs and newts.")
    old = RULES.replace("up to six feet", "up to 6 feet")
    (tmp_path / "new.md").write_text(new, encoding="utf-8")
    (tmp_path / "old.md").write_text(old, encoding="utf-8")

    corpus = read_corpus(tmp_path)

    (edition,) = corpus.editions
    assert (edition.newer, edition.older) == ("rules-2024", "rules-2019")
    assert edition.changes[0].before == "Sheds may be up to 6 feet high."
    assert edition.changes[0].after == "A shed may be up to 7 feet high."
    assert problems(corpus) == {"rules-2024": edition.remark}
    assert "if it is, add `supersedes: [rules-2019]` to its description." in edition.remark


def test_two_short_texts_are_no_editions(tmp_path: Path) -> None:
    """A few words in common are no sign that one text is another's new edition."""
    for tree in ("ash", "elm"):
        text = f"The {tree} stands beside the gate of the yard and is watered once a week."
        (tmp_path / f"{tree}.md").write_text(text, encoding="utf-8")

    assert read_corpus(tmp_path).editions == ()


def test_a_new_edition_that_says_so_is_no_problem(tmp_path: Path) -> None:
    """Documents linked by `supersedes`, also over one between them, are not reported to be alike."""
    texts = [RULES]
    for year, before in (("2021", "2019"), ("2024", "2021")):
        text = RULES.replace("rules-2019", f"rules-{year}\nsupersedes: [rules-{before}]")
        texts.append(text.replace('"2019-03"', f'"{year}-03"').replace("six feet", f"{year} inches"))
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")

    corpus = read_corpus(tmp_path)

    assert len(corpus.documents) == 3
    assert (corpus.editions, corpus.problems) == ((), ())


@given(st.lists(st.sampled_from("abcdefgh"), max_size=12), st.lists(st.sampled_from("abcdefgh"), max_size=12))
def test_every_difference_is_told_once(before: list[str], after: list[str]) -> None:
    """What is gone and what is new stands in the changes once, and nothing that both texts have does."""
    old, new = (
        read_markdown("\n\n".join([f"Number {word} {word}{word}." for word in text]) or "x", "x")
        for text in (before, after)
    )

    found = changes(old, new)

    gone = [change.before[7] for change in found if change.before.startswith("Number")]
    added = [change.after[7] for change in found if change.after.startswith("Number")]
    assert sorted(gone) == sorted(set(before) - set(after))
    assert sorted(added) == sorted(set(after) - set(before))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("date: 2019", "date: 2020\nsupersedes: [ash]", "date: 2021\nsupersedes: [elm]"), {}),
        (
            ("date: 2019", "date: 2020\nsupersedes: [asp]", "date: 2021"),
            {"elm": "It supersedes asp, but there is no document with that id: mend the id, or take it out."},
        ),
        (
            ("supersedes: [ash]", "date: 2020", "date: 2021"),
            {"ash": "It says that it supersedes itself: take that out of `supersedes`."},
        ),
        (
            ("date: 2019-05", "supersedes: [ash]", "date: 2019\nsupersedes: [ash]"),
            {
                "elm": "It supersedes ash, but has no date, so that it counts as the older one: "
                "give it a date."
            },
        ),
        (
            ("date: 2019-05", "date: 2018\nsupersedes: [ash]", "date: 2019\nsupersedes: [ash]"),
            {
                "elm": "It supersedes ash, which has a later date (2019-05, and not 2018): "
                "mend one of the dates, or take it out of `supersedes`."
            },
        ),
    ],
)
def test_what_is_wrong_with_a_succession_is_one_sentence(
    tmp_path: Path, lines: tuple[str, str, str], expected: dict[str, str]
) -> None:
    """Each link that cannot be right is told in one sentence; a chain of three is nothing to tell."""
    corpus = corpus_of(tmp_path, **dict(zip(("ash", "elm", "oak"), lines, strict=True)))

    assert problems(corpus) == expected


def test_a_circle_counts_for_nothing(tmp_path: Path) -> None:
    """Documents that supersede one another in a circle are told so, and none of them is the older one."""
    corpus = corpus_of(
        tmp_path,
        ash="supersedes: [oak]",
        elm="supersedes: [ash]",
        oak="supersedes: [elm]",
        yew="supersedes: [oak]",
    )

    links = {document.info.id: document.info.supersedes for document in corpus.documents}
    assert links == {"ash": (), "elm": (), "oak": (), "yew": ("oak",)}
    assert set(problems(corpus)) == {"ash", "elm", "oak"}
    assert problems(corpus)["ash"].startswith("It supersedes oak, which supersedes it in turn: ")


def test_a_withdrawn_document_is_read_no_more(tmp_path: Path) -> None:
    """From its date on a withdrawn document is none of the documents, though its id is still known."""
    corpus = corpus_of(
        tmp_path,
        ash="title: Ash trees\ndate: 2019-05\nwithdrawn: 2023-02-01",
        elm="date: 2020\nsupersedes: [ash]",
        oak="withdrawn: 2999-01-01",
    )

    assert [document.info.id for document in corpus.documents] == ["elm", "oak"]
    (record,) = corpus.withdrawn
    assert (record.id, record.title, record.date) == ("ash", "Ash trees", "2019-05")
    assert record.withdrawn == "2023-02-01"
    assert corpus.problems == ()


def test_a_copy_of_a_withdrawn_document_stands_by_itself(tmp_path: Path) -> None:
    """The text of a withdrawn file is read from the next file that has it, also under the same id."""
    (tmp_path / "a.md").write_text("---\nid: bees\nwithdrawn: 2023\n---\n\nBees fly.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\nid: bees\n---\n\nBees fly.\n", encoding="utf-8")

    corpus = read_corpus(tmp_path)

    assert [document.info.id for document in corpus.documents] == ["bees"]
    assert (corpus.copies, corpus.withdrawn) == ((), ())


@pytest.mark.parametrize("date", ["yes", "May 2023", "[2023, 2024]"])
def test_a_withdrawal_has_a_date(tmp_path: Path, date: str) -> None:
    """A withdrawal without a date that can be read leaves the document out, and says what to write."""
    corpus = corpus_of(tmp_path, ash=f"withdrawn: {date}", elm="date: 2020")

    assert [document.info.id for document in corpus.documents] == ["elm"]
    assert "withdrawn" in corpus.skipped[0].reason


def test_nothing_but_withdrawn_documents_is_an_error(tmp_path: Path) -> None:
    """A folder of which all is withdrawn raises one clear sentence."""
    with pytest.raises(CorpusUnreadable, match="are withdrawn; add one that is not"):
        corpus_of(tmp_path, ash="withdrawn: 2023")
