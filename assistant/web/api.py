"""The same answers for programs: JSON in the form of `ask --json`, described by OpenAPI."""

from collections.abc import Callable
from typing import Annotated, ParamSpec, TypeVar

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.answering import Answering
from assistant.calls import MOST_PASSAGES, MOST_TURNS, Calls
from assistant.errors import AssistantError, NothingToCompare
from assistant.render.comparison import ComparisonData
from assistant.render.conversation import Form, conversation_as
from assistant.render.data import AnswerData, CheckData, PassageData, to_json
from assistant.types import DocumentInfo, Status, Turn
from assistant.web.listening import lines, whole

Sent = ParamSpec("Sent")
Given = TypeVar("Given")
_MEDIA = {
    Form.TEXT: "text/plain",
    Form.MARKDOWN: "text/markdown",
    Form.HTML: "text/html",
    Form.CSV: "text/csv",
}
_LINES = "application/x-ndjson"
_SEE = "What it takes is described at /api/openapi.json."
_FORMS: dict[str, dict[str, object]] = {media: {} for media in _MEDIA.values()}


class Sending(BaseModel):
    """What a program sends: a field that a call does not know would be lost without a word."""

    model_config = ConfigDict(extra="forbid")


class Asked(Sending):
    """A question as the last of `turns`, behind the earlier questions of its conversation."""

    turns: Annotated[list[str], Field(min_length=1, max_length=MOST_TURNS)]


class Claimed(Sending):
    """One statement to be checked."""

    claim: str


class Compared(Sending):
    """A topic to be followed through the documents."""

    topic: str


def refusing(call: Callable[Sent, Given], *args: Sent.args, **kwargs: Sent.kwargs) -> Given:
    """What *call* gives; what it cannot use is told in its sentence, as 404 where nothing is found."""
    try:
        return call(*args, **kwargs)
    except AssistantError as problem:
        status = 404 if isinstance(problem, NothingToCompare) else 400
        raise HTTPException(status, str(problem)) from problem


async def unreadable(request: Request, problem: Exception) -> JSONResponse:
    """422 for a request in another form than its call takes, in one sentence without what was sent."""
    assert isinstance(problem, RequestValidationError)  # noqa: S101
    wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in problem.errors())
    return JSONResponse({"detail": f"{request.url.path} cannot use this ({wrong}). {_SEE}"}, 422)


def api(assistant: Answering) -> APIRouter:
    """Ask, check, compare, search and list the documents, under /api."""
    router = APIRouter(prefix="/api")
    calls = Calls(assistant)

    @router.post("/ask", responses={400: {"model": AnswerData}})
    async def ask(asked: Asked, request: Request, response: Response) -> AnswerData:
        """Answer the last of the turns, after the ones before it; 400 where it cannot be read."""
        *earlier, question = asked.turns
        turns = await run_in_threadpool(assistant.recall, earlier)
        answer = await whole(assistant.answers(question, turns), request)
        return _with_status(to_json(answer), response)

    @router.post("/ask/stream", response_class=Response, responses={200: {"content": {_LINES: {}}}})
    def stream(asked: Asked) -> StreamingResponse:
        """The same, a line of JSON whenever more of it is proven; the last line is the whole answer.

        In a line that is not the last one, `model.outcome` is "wording".
        """
        *earlier, question = asked.turns
        answers = assistant.answers(question, assistant.recall(earlier))
        return StreamingResponse(lines(answers), media_type=_LINES)

    @router.post("/check", responses={400: {"description": "Why it is no claim, in one sentence."}})
    def check(claimed: Claimed) -> CheckData:
        """Whether the documents bear a claim out, with the quotes that decide it."""
        return refusing(calls.check, claimed.claim)

    @router.post(
        "/compare",
        responses={
            400: {"description": "Why the topic cannot be read, in one sentence."},
            404: {"description": "That no document speaks of it, in one sentence."},
        },
    )
    def compare(compared: Compared) -> ComparisonData:
        """A topic through the documents in time order, and what became of the items of its lists."""
        return refusing(calls.compare, compared.topic)

    @router.post("/conversation", response_class=Response, responses={200: {"content": _FORMS}})
    async def conversation(
        asked: Asked, request: Request, form: Annotated[Form, Query()] = Form.MARKDOWN
    ) -> Response:
        """The whole conversation with its sources, as a file to keep: each turn is asked once more."""
        turns: list[Turn] = []
        for question in asked.turns:
            answer = await whole(assistant.answers(question, tuple(turns)), request)
            turns.append(Turn(answer.question, answer))
        text = await run_in_threadpool(conversation_as, form, turns)
        attached = {"content-disposition": f'attachment; filename="questions-and-answers.{form}"'}
        return Response(text, media_type=_MEDIA[form], headers=attached)

    @router.get("/search", responses={400: {"description": "Why it cannot be read, in one sentence."}})
    def search(
        q: Annotated[str, Query()], n: Annotated[int, Query(ge=1, le=MOST_PASSAGES)] = 8
    ) -> list[PassageData]:
        """The passages nearest to a question, best first, without an answer made of them."""
        return refusing(calls.search, q, n)

    @router.get("/documents")
    def documents() -> list[DocumentInfo]:
        """The documents that answers come from, the newest first."""
        return list(assistant.documents())

    return router


def _with_status(answer: AnswerData, response: Response) -> AnswerData:
    if answer["status"] == Status.INVALID.value:
        response.status_code = 400
    return answer
