"""Runs the web app on this machine."""

import socket

import uvicorn
from fastapi import FastAPI

from assistant.errors import AssistantError
from assistant.settings import Settings


def serve(app: FastAPI, settings: Settings) -> None:
    """Serve until stopped; raises an AssistantError when the address can't be used."""
    try:
        listener = socket.create_server((settings.host, settings.port), reuse_port=False)
    except OSError as error:
        raise AssistantError(
            f"Could not listen on {settings.host}:{settings.port} ({error.strerror}). "
            "Please choose another with --host and --port."
        ) from error
    address = f"http://{settings.host}:{listener.getsockname()[1]}"
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    print(f"The chat is at {address} (Ctrl-C stops it).", flush=True)  # noqa: T201 (for whoever started it)
    uvicorn.Server(config).run(sockets=[listener])
