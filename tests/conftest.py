"""What every test relies on: no network, and settings that point away from the real index."""

import os
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.chain import Assistant

OFFLINE = Path(__file__).parent / "offline"
# For child processes; the proxy that is not there also stops a browser and anything that is not Python.
ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "ANONYMIZED_TELEMETRY": "False",
    "LANGSMITH_TRACING": "false",
    "TOKENIZERS_PARALLELISM": "false",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9",
    "NO_PROXY": "localhost,127.0.0.1,::1",
}


def pytest_configure() -> None:
    """Forbid the network before any test module is imported, here and in every process that a test starts."""
    for name in [name for name in os.environ if name.upper() in ENVIRONMENT or name.startswith("ASSISTANT_")]:
        del os.environ[name]
    os.environ |= ENVIRONMENT
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")]))
    runpy.run_path(str(OFFLINE / "sitecustomize.py"))
    # A busy machine says nothing about a promise; what takes how long is measured in bench/.
    hypothesis.settings.register_profile("patient", deadline=None)
    hypothesis.settings.load_profile("patient")


@pytest.fixture(autouse=True)
def nothing_is_held_back(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No answer in any test may fail its proof unseen; a test that wants one to clears the log."""
    yield
    assert not [record for record in caplog.records if record.name == "assistant.proof"]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose corpus and index are empty folders of this test alone."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    return Settings(corpus=corpus, index=tmp_path / "index")


@pytest.fixture(scope="session", autouse=True)
def exported_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Export each encoder for real once, and copy what that wrote from then on: it takes long."""
    from assistant.index.model import PassageEncoder

    export, exported = PassageEncoder.export, tmp_path_factory.mktemp("exported")

    def export_or_copy(model: PassageEncoder, target: Path, sha256: str) -> None:
        if not (exported / sha256).exists():
            export(model, exported / sha256, sha256)
        shutil.copytree(exported / sha256, target, dirs_exist_ok=True)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PassageEncoder, "export", export_or_copy)
        yield


@pytest.fixture(scope="session")
def allotment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of `tests/allotment.py` and its index, built once: copy the folder to change it."""
    from tests.allotment import quietly, settings_in, write_corpus

    folder = tmp_path_factory.mktemp("allotment")
    write_corpus(folder / "corpus")
    quietly(settings_in(folder))
    return folder


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> "Assistant":
    """The assistant that answers from the corpus of `tests/library.py`, ingested once."""
    from tests.library import library_in

    return library_in(tmp_path_factory.mktemp("library"))
