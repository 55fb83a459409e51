"""The life of an index: whatever happens to a corpus, in whatever order, it holds what the corpus does."""

import random
import shutil
from pathlib import Path

import pytest

from assistant.errors import CorpusUnreadable
from assistant.index.content import content
from assistant.index.generation import Generation
from assistant.reading.corpus import read_corpus
from tests.allotment import FILES, quietly, settings_in

DEEDS = ("restore", "change", "remove", "withdraw", "copy", "break")


def happen(folder: Path, dice: random.Random) -> None:
    """Let one thing happen to one document."""
    name, deed = dice.choice(sorted(FILES)), dice.choice(DEEDS)
    path, text = folder / name, FILES[name]
    if deed == "remove":
        path.unlink(missing_ok=True)
    elif deed == "copy":
        (folder / "z-copy.md").write_text(text, encoding="utf-8")
    elif deed == "break":
        path.write_bytes(b"\xff\xfe")
    else:
        text = text.replace(". ", f". Note {dice.randrange(9)}. ", 1) if deed == "change" else text
        text = text.replace("kind:", "withdrawn: 2024-01-31\nkind:") if deed == "withdraw" else text
        path.write_text(text, encoding="utf-8")


@pytest.mark.faults
def test_an_index_that_lived_is_like_a_new_one(allotment: Path, tmp_path: Path) -> None:
    """After each of many changes it holds what the corpus holds, finds it, and knows what is gone."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    lived, dice = settings_in(tmp_path), random.Random(11)  # noqa: S311  # what happens, no secret
    for _ in range(5):
        happen(lived.corpus, dice)
        try:
            there = {document.info.id for document in read_corpus(lived.corpus).documents}
        except CorpusUnreadable:
            (lived.corpus / "rules-2019.md").write_text(FILES["rules-2019.md"], encoding="utf-8")
            there = {"rules-2019"}
        quietly(lived)
        index = Generation.open(lived.index)
        index.all_canaries()
        assert set(index.documents) == there
        assert set(index.withdrawn) == {Path(name).stem for name in FILES} - there
        index.close()

    clean = content(read_corpus(lived.corpus), lived.encoder)
    index = Generation.open(lived.index)
    assert index.manifest.digest == clean.digest()
    assert tuple(index.passages.values()) == clean.passages
