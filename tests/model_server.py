"""A model's server on loopback that does what a test tells it to, in the form that most servers speak."""

import json
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_EVIDENCE = re.compile(r"^\[(\w+)\] (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence as the model is shown it."""

    key: str
    told: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model was sent."""

    messages: list[dict[str, str]]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(message["content"] for message in self.messages)

    @property
    def last(self) -> str:
        """The last message that holds evidence."""
        return [m["content"] for m in self.messages if m["content"].startswith("<evidence")][-1]

    @property
    def evidence(self) -> list[Piece]:
        """The pieces in their order."""
        return [Piece(key, told) for key, told in _EVIDENCE.findall(self.last)]

    def key_of(self, words: str) -> str:
        """The id of the piece with these words."""
        return next(piece.key for piece in self.evidence if words in piece.told)


@dataclass(frozen=True, slots=True)
class Fault:
    """A reply that is none: a status, or a page of HTML with 200, or a connection that is reset."""

    status: int = 500
    headers: tuple[tuple[str, str], ...] = ()
    page: str = ""
    resets: bool = False


Script = Callable[[Prompt], "str | Fault | Iterator[str]"]


@dataclass
class ModelServer:
    """The server: `script` says what comes back, `asked` is what it was sent."""

    script: Script
    asked: list[Prompt] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)  # somebody went while it was still talking

    def __enter__(self) -> "ModelServer":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"


def after(seconds: float, text: str) -> Iterator[str]:
    """A reply that begins late."""
    time.sleep(seconds)
    yield text


def dripping(text: str, seconds: float) -> Iterator[str]:
    """A reply of one word each few seconds."""
    for word in text.split():
        yield f"{word} "
        time.sleep(seconds)


def without_end(word: str) -> Iterator[str]:
    """A reply that never ends."""
    while True:
        yield word
        time.sleep(0.001)


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    return type("Handler", (_Handler,), {"model": server})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    model: ModelServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        prompt = Prompt(json.loads(body)["messages"])
        self.model.asked.append(prompt)
        self.model.keys.append(self.headers.get("authorization", ""))
        reply = self.model.script(prompt)
        self.close_connection = True
        if isinstance(reply, Fault):
            self._fail(reply)
        else:
            self._stream([reply] if isinstance(reply, str) else reply)

    def _fail(self, fault: Fault) -> None:
        if fault.resets:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return
        page = fault.page.encode() or b'{"error": {"message": "no"}}'
        self.send_response(200 if fault.page else fault.status)
        for name, value in fault.headers:
            self.send_header(name, value)
        self.send_header("content-type", "text/html" if fault.page else "application/json")
        self.send_header("content-length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def _stream(self, pieces: Iterator[str] | list[str]) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        try:
            for piece in pieces:
                self._event({"choices": [{"index": 0, "delta": {"content": piece}}]})
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            usage = {"prompt_tokens": 90, "completion_tokens": 10, "total_tokens": 100}
            self._event({"choices": [], "usage": usage})
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:
            self.model.left.set()

    def _event(self, data: dict[str, object]) -> None:
        told = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "fake"} | data
        self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""
