"""What a visitor without scripts says of an answer, by a form below it, where feedback is switched on."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Header
from fastapi.responses import HTMLResponse

from assistant.answering import Answering
from assistant.errors import AssistantError
from assistant.feedback import feedback_of, keep
from assistant.types import Turn
from assistant.web import plain

_NOT_KEPT = {"cache-control": "no-store"}
_THANKS = "Thank you. That was kept."
_FOREIGN = "This form was sent by another site, so nothing was kept. Please send it from below an answer."
_OTHER = "The documents have changed since that answer, so nothing was kept. Please ask again."
_IN_NEED = "Nothing was kept. What somebody in need asks is never kept."


def opinions(assistant: Answering, file: Path) -> APIRouter:
    """The form's other side: the question is asked once more, and what is said of it goes to *file*."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.post(plain.OPINION)
    def opinion(
        q: Annotated[str, Form()],
        generation: Annotated[str, Form()],
        helped: Annotated[str, Form()],
        reason: Annotated[str, Form()] = "",
        sec_fetch_site: Annotated[str, Header()] = "same-origin",
    ) -> HTMLResponse:
        if sec_fetch_site not in ("same-origin", "none"):
            return _said(_FOREIGN, 403)
        answer = assistant.ask(q)
        if answer.generation != generation:
            return _said(_OTHER, 409)
        said = feedback_of(
            [Turn(answer.question, answer)], helped == "yes", "" if helped == "yes" else reason
        )
        if said is None:
            return _said(_IN_NEED, 400)
        try:
            keep(said, file)
        except AssistantError as problem:
            return _said(str(problem), 503)
        return _said(_THANKS)

    return router


def _said(message: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(plain.message_page("Did it help?", message), status, _NOT_KEPT)
