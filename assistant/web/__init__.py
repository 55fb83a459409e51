"""The chat in a browser: a FastAPI app with a Gradio page, served from this machine."""

import os

from fastapi import FastAPI

from assistant.answering import Answering
from assistant.settings import Settings


def create_app(assistant: Answering, settings: Settings) -> FastAPI:
    """Make the web app around an open assistant."""
    # Gradio reads this when it is imported, and would otherwise call home.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    from assistant.web.app import build

    return build(assistant, settings)


def run(assistant: Answering, settings: Settings) -> None:
    """Serve the chat until stopped, saying where it is."""
    from assistant.web.server import serve

    serve(create_app(assistant, settings), settings)
