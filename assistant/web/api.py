"""The same answers for programs: JSON in the form of `ask --json`, described by OpenAPI."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BaseModel, Field
from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12

from assistant.answering import Answering, converse
from assistant.errors import AssistantError, QuestionInvalid
from assistant.render.conversation import Form, conversation_as
from assistant.render.data import AnswerData, CheckData, check_to_json, to_json
from assistant.types import DocumentInfo, ScoredPassage, Status

_MOST_TURNS, _MOST_PASSAGES = 20, 50
_MEDIA = {
    Form.TEXT: "text/plain",
    Form.MARKDOWN: "text/markdown",
    Form.HTML: "text/html",
    Form.CSV: "text/csv",
}
_FORMS: dict[str, dict[str, object]] = {media: {} for media in _MEDIA.values()}


class Asked(BaseModel):
    """A question as the last of `turns`, behind the earlier questions of its conversation."""

    turns: Annotated[list[str], Field(min_length=1, max_length=_MOST_TURNS)]


class Claimed(BaseModel):
    """One statement to be checked."""

    claim: str


class PassageData(TypedDict):
    """One passage that retrieval found; `start` and `end` count characters of the stored text."""

    document: str
    section: list[str]
    page: int | None
    page_label: str | None
    start: int
    end: int
    text: str
    score: float


def api(assistant: Answering) -> APIRouter:
    """Ask, search and list the documents, under /api."""
    router = APIRouter(prefix="/api")

    @router.post("/ask", responses={400: {"model": AnswerData}})
    def ask(asked: Asked, response: Response) -> AnswerData:
        """Answer the last of the turns, after the ones before it; 400 where it cannot be read."""
        answer = converse(assistant, asked.turns)[-1].answer
        if answer.status is Status.INVALID:
            response.status_code = 400
        return to_json(answer)

    @router.post("/check", responses={400: {"description": "Why it is no claim, in one sentence."}})
    def check(claimed: Claimed) -> CheckData:
        """Whether the documents bear a claim out, with the quotes that decide it."""
        try:
            return check_to_json(assistant.check_claim(claimed.claim))
        except AssistantError as problem:
            raise HTTPException(400, str(problem)) from problem

    @router.post("/conversation", response_class=Response, responses={200: {"content": _FORMS}})
    def conversation(asked: Asked, form: Annotated[Form, Query()] = Form.MARKDOWN) -> Response:
        """The whole conversation with its sources, as a file to keep: each turn is asked once more."""
        text = conversation_as(form, converse(assistant, asked.turns))
        attached = {"content-disposition": f'attachment; filename="questions-and-answers.{form}"'}
        return Response(text, media_type=_MEDIA[form], headers=attached)

    @router.get("/search", responses={400: {"description": "Why it cannot be read, in one sentence."}})
    def search(
        q: Annotated[str, Query()], n: Annotated[int, Query(ge=1, le=_MOST_PASSAGES)] = 8
    ) -> list[PassageData]:
        """The passages nearest to a question, best first, without an answer made of them."""
        try:
            return [_passage(found) for found in assistant.retrieve(q, n=n)]
        except QuestionInvalid as problem:
            raise HTTPException(400, str(problem)) from problem

    @router.get("/documents")
    def documents() -> list[DocumentInfo]:
        """The documents that answers come from, the newest first."""
        return list(assistant.documents())

    return router


def _passage(found: ScoredPassage) -> PassageData:
    passage = found.passage
    return {
        "document": passage.document,
        "section": list(passage.section),
        "page": passage.page,
        "page_label": passage.page_label,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(found.score, 4),
    }
