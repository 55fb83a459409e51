"""Nothing of a question leaves the computer, whatever the environment says."""

import http.server
import subprocess
import sys
import threading
from pathlib import Path

ASK = """
from pathlib import Path
from assistant.chain import Assistant
from assistant.settings import Settings
assistant = Assistant.open(Settings(index=Path({index!r})))
assistant.ask("Are sprinklers allowed?")
assistant.retriever.invoke("sprinklers")
from langsmith import Client
Client().flush()
"""


def test_tracing_in_the_environment_sends_nothing(allotment: Path) -> None:
    """With LangSmith switched on in the environment, neither an answer nor a retrieval is reported to it."""
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Note the request."""
            asked.append(self.path)
            self.send_response(202)
            self.end_headers()

        do_GET = do_POST

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        environment = {
            "PATH": "/usr/bin:/bin",
            "LANGSMITH_TRACING": "true",
            "LANGCHAIN_TRACING_V2": "true",
            "LANGSMITH_API_KEY": "key",
            "LANGSMITH_ENDPOINT": f"http://127.0.0.1:{server.server_port}",
        }
        code = ASK.format(index=str(allotment / "index"))
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
        server.shutdown()

    assert done.returncode == 0, done.stderr
    assert [path for path in asked if "run" in path] == []
