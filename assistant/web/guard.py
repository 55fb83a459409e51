"""What stands in front of Gradio: a switch, a list of allowed requests, a size limit, security headers."""

import base64
import hashlib
import re
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.plain import OFF, lost_page, off_page

MAX_BODY = 64_000
MAX_PAPER = 5_000_000
# Gradio has many more doors (uploads, files, a proxy, an API, monitoring); our pages need only these.
_READ = re.compile(
    r"/|/answer|/check|/compare|/(?:source|page)/[\w.-]+|/about|/privacy|/accessibility|/plain\.css|/page\.js|/healthz|/metrics"
    r"|/api/(?:search|documents|openapi\.json)|/config/?|/theme\.css|/robots\.txt|/favicon\.ico|/assets/[\w.-]+|/static/[\w./-]+"
    r"|/gradio_api/(?:theme\.css|queue/data|startup-events|heartbeat/\w+|info/?|app_id)"
)
_WRITE = re.compile(
    r"/check|/opinion|/api/(?:ask(?:/stream)?|check|compare|conversation)|/gradio_api/(?:queue/join|cancel|reset)/?"
)
# What a switched-off chat still answers: what it is, how it fares, and how its pages look.
_ANSWERED_WHEN_OFF = re.compile(
    r"/(?:about|privacy|accessibility|plain\.css|page\.js|healthz|metrics|config/?|theme\.css|robots\.txt"
    r"|favicon\.ico|assets/.*|static/.*|api/openapi\.json|gradio_api/(?!queue/join).*)"
)
# The one form that sends a file; what stands around the file in its body is short.
_MOST = {"/check": MAX_PAPER + MAX_BODY}
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
# Gradio's page is empty without scripts; whoever has none is led to the page that needs none.
_WITHOUT_SCRIPTS = b'<noscript><meta http-equiv="refresh" content="0; url=/answer"></noscript></head>'
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
# Tells the page's own script that what the server says of this is for its reader.
_SAYS_WHY = {"x-says-why": "1"}
_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class TooLarge(Exception):
    """The body of a request is larger than what is sent there needs."""


class Guard:
    """Refuses requests that the chat does not make, and has the browser refuse what it should not load."""

    def __init__(self, app: ASGIApp, off: Path) -> None:
        """Nothing is answered for as long as there is a file at *off*."""
        self.app, self.off = app, off

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an allowed request through Gradio and any other by itself."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif not _is_allowed(scope["method"], scope["path"]):
            # Whoever reads the answer is led on; a program, or what looks for a door, gets three words.
            is_read = scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")
            none = HTMLResponse(lost_page(), 404) if is_read else PlainTextResponse("Not found.", 404)
            await none(scope, receive, _with_headers(send))
        elif not _ANSWERED_WHEN_OFF.fullmatch(scope["path"]) and self.off.exists():
            is_program = scope["path"].startswith(("/api/", "/gradio_api/"))
            off = (
                JSONResponse({"detail": OFF}, 503, _SAYS_WHY) if is_program else HTMLResponse(off_page(), 503)
            )
            await off(scope, receive, _with_headers(send))
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_sent = scope["method"] == "POST"
        try:
            body = await _body(receive, _MOST.get(scope["path"], MAX_BODY)) if is_sent else receive
            if scope["path"] == "/":
                await self.app(_uncompressed(scope), body, Page(send))
            else:
                await self.app(scope, body, _with_headers(send))
        except TooLarge:
            await PlainTextResponse("That is too large.", 413, _HEADERS)(scope, receive, send)


class Page:
    """Holds the page back until its inline scripts are known, so that no other script may run in it.

    It also gets a way on for whoever has no scripts.
    """

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        """Collect the page, then send it with the policy that its scripts need."""
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if not message.get("more_body", False):
            body = self.body.replace(b"</head>", _WITHOUT_SCRIPTS, 1)
            kept = [(name, value) for name, value in self.start["headers"] if name != b"content-length"]
            length = (b"content-length", str(len(body)).encode())
            self.start["headers"] = [*kept, length, *_headers(_policy(body))]
            await self.send(self.start)
            await self.send({"type": "http.response.body", "body": body})


def _uncompressed(scope: Scope) -> Scope:
    # The page's scripts have to be read on their way out.
    return {**scope, "headers": [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]}


def _is_allowed(method: str, path: str) -> bool:
    if ".." in path:
        return False
    allowed = _READ if method in ("GET", "HEAD") else _WRITE if method == "POST" else None
    return allowed is not None and allowed.fullmatch(path) is not None


async def _body(receive: Receive, most: int) -> Receive:
    """Read the whole body, which is not large, and hand it on; raises TooLarge."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            raise TooLarge
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": bytes(body), "more_body": False}

    return again


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *_headers(_POLICY.format(scripts=""))]
        await send(message)

    return send_with_headers


def _headers(policy: str) -> list[tuple[bytes, bytes]]:
    headers = {**_HEADERS, "content-security-policy": policy}
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def _policy(page: bytes) -> str:
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return _POLICY.format(scripts=" ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests))
