"""The chat model of `ASSISTANT_MODEL`, of any provider that LangChain knows (only this file opens one)."""

import os
import re
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelUnusable
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models.chat_models import BaseChatModel

_PACKAGE = re.compile(r"\blangchain-[a-z]+(?:-[a-z]+)*")
_NO_KEY = "no-key"  # servers of one's own ask for none, but their clients want a word to send


def open_chat(settings: Settings) -> "BaseChatModel":
    """The chat model that is chosen; raises ModelUnusable. Its key is read by the provider's own package."""
    provider, _, model = settings.model.partition(":")
    if not provider or not model:
        raise ModelUnusable(
            f"ASSISTANT_MODEL is “{settings.model}”: please write provider:model, as in openai:gpt-5-mini."
        )
    try:
        from langchain.chat_models import init_chat_model
    except ImportError as missing:
        raise ModelUnusable(
            "A language model needs packages that are not installed: pip install 'plan-assistant[model]'."
        ) from missing
    chosen: dict[str, Any] = {"temperature": 0, "max_tokens": settings.model_tokens, "max_retries": 0}
    chosen["timeout"] = settings.model_seconds
    if provider == "openai":
        chosen["stream_usage"] = True  # the tokens are told at the end
    if settings.model_url:
        chosen["base_url"] = settings.model_url
        if provider == "openai" and not os.environ.get("OPENAI_API_KEY"):
            chosen["api_key"] = _NO_KEY
    try:
        chat: BaseChatModel = init_chat_model(model, model_provider=provider, **chosen)
    except ImportError as missing:
        # Not each is called like its provider: those of bedrock come with langchain-aws.
        named = _PACKAGE.search(str(missing))
        package = named.group() if named else f"langchain-{provider}"
        raise ModelUnusable(
            f"Models of “{provider}” need a package that is not installed: pip install {package}."
        ) from missing
    # Whatever else a provider's package raises here says what it lacks, but may quote what it was given.
    except Exception as problem:  # noqa: BLE001
        raise ModelUnusable(
            f"The model “{settings.model}” could not be set up ({type(problem).__name__}): please check its "
            "name, and that its provider’s key is set in the environment."
        ) from None
    return chat
