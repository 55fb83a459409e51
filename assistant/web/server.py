"""Runs the web app on this machine."""

import socket
import sys
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from assistant.errors import AssistantError
from assistant.settings import Settings


class Server(uvicorn.Server):
    """Stops at once: each open page holds a stream that would never end by itself."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the streams, then the rest."""
        for connection in list(self.server_state.connections):
            connection.transport.close()
        await super().shutdown(sockets)


def serve(app: FastAPI, settings: Settings) -> None:
    """Serve until stopped, saying where; raises an AssistantError when the address can't be used."""
    with listen(settings.host, settings.port) as listener:
        sys.stdout.write(f"The chat is at {_address(listener)} (Ctrl-C stops it).\n")
        sys.stdout.flush()
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
        # Ctrl-C is how a person stops it, and no failure.
        with suppress(KeyboardInterrupt):
            Server(config).run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """Open the address; port 0 takes any that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise AssistantError(
            f"Could not listen on {host}, port {port}: {error.strerror}. "
            "Please choose another with --host or --port."
        ) from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
