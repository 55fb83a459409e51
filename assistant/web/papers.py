"""A paper sent through a form: it is checked, the report is shown, and nothing of it is kept."""

import re
import tempfile
import threading
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Header, UploadFile
from fastapi.responses import HTMLResponse

from assistant.answering import Answering
from assistant.check.paper_file import ENDINGS
from assistant.errors import AssistantError
from assistant.types import CheckedPaper
from assistant.web import plain
from assistant.web.guard import MAX_PAPER

# About 25 pages: what is checked in a minute.
MOST_CHARS = 75_000
_AT_ONCE = 2
_NOT_KEPT = {"cache-control": "no-store"}
_ODD = re.compile(r"[^\w. -]+")
_BUSY = "Other papers are being checked at the moment. Please try again in a minute."
_NO_FILE = "No file was chosen. Please choose the file of a paper first."
_FOREIGN = "This form was sent by another site. Please send it from this page."
_TOO_LARGE = f"The file is larger than {MAX_PAPER // 1_000_000} MB. Please check it in parts."


def papers(assistant: Answering, most: int) -> APIRouter:
    """The form's other side; two papers are checked at a time. `most` is how long a statement may be."""
    router = APIRouter(default_response_class=HTMLResponse)
    free = threading.BoundedSemaphore(_AT_ONCE)

    def refused(problem: str, status: int) -> HTMLResponse:
        return HTMLResponse(plain.check_page(most, problem), status, _NOT_KEPT)

    # Not async: reading and checking take their time, and must not stop the others.
    @router.post("/check")
    def check(
        paper: Annotated[UploadFile | None, File()] = None,
        sec_fetch_site: Annotated[str, Header()] = "same-origin",
    ) -> HTMLResponse:
        if sec_fetch_site not in ("same-origin", "none"):
            return refused(_FOREIGN, 403)
        if paper is None or not paper.filename:
            return refused(_NO_FILE, 400)
        content = paper.file.read(MAX_PAPER + 1)
        if len(content) > MAX_PAPER:
            return refused(_TOO_LARGE, 413)
        if not free.acquire(blocking=False):
            return refused(_BUSY, 503)
        try:
            checked = _checked(assistant, paper.filename, content)
        except AssistantError as problem:
            return refused(str(problem), 400)
        finally:
            free.release()
        return HTMLResponse(plain.paper_page(checked, most), headers=_NOT_KEPT)

    return router


def _checked(assistant: Answering, name: str, content: bytes) -> CheckedPaper:
    """Check a paper in a folder of its own, which is gone before the report is shown."""
    with tempfile.TemporaryDirectory(prefix="paper-") as folder:
        path = Path(folder) / safe_name(name)
        path.write_bytes(content)
        return assistant.check_paper(path, most_chars=MOST_CHARS)


def safe_name(name: str) -> str:
    """The name that a browser gave a file, as one that leads nowhere else and keeps its ending."""
    bare = Path(_ODD.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". "))
    ending = bare.suffix if bare.suffix.lower() in ENDINGS else bare.suffix[:10]
    return f"{bare.stem[:80] or 'paper'}{ending}"
