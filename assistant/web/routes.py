"""The addresses beside the chat: plain pages, the documents, and what watches over the server."""

from datetime import date
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from assistant.errors import AssistantError, NothingToCompare
from assistant.render import version_of
from assistant.settings import Settings
from assistant.types import Span, Status
from assistant.web import plain
from assistant.web.accuracy import last_measured
from assistant.web.listening import whole
from assistant.web.look import css_of_plain_pages
from assistant.web.measured import Measured
from assistant.web.opinions import opinions
from assistant.web.papers import papers
from assistant.web.pictures import Busy, NoPicture, Pictures

# Somebody's words are for no cache on the way.
_NOT_KEPT = {"cache-control": "no-store"}
_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def plain_pages(assistant: Measured, settings: Settings) -> APIRouter:
    """The pages that work without scripts."""
    router = APIRouter(default_response_class=HTMLResponse)
    router.include_router(_asking(assistant, settings.max_question_chars, bool(settings.feedback)))
    router.include_router(_checking(assistant, settings.max_question_chars))
    router.include_router(papers(assistant, settings.max_question_chars))
    if settings.feedback:
        router.include_router(opinions(assistant, settings.feedback))
    router.include_router(_sources(assistant, Pictures(settings.corpus)))
    has_model = bool(settings.model)

    @router.get("/about")
    def about() -> HTMLResponse:
        return HTMLResponse(plain.about_page(assistant, last_measured(), date.today(), has_model))

    for name, title in (("privacy", "Privacy"), ("accessibility", "Accessibility")):
        router.add_api_route(f"/{name}", partial(plain.text_page, name, title, has_model), methods=["GET"])

    @router.get("/plain.css")
    def style() -> Response:
        return Response(css_of_plain_pages(), media_type="text/css")

    return router


def _asking(assistant: Measured, most: int, wants_opinions: bool) -> APIRouter:
    """A question, with its answer on a page of its own."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/answer")
    async def answer(request: Request, q: Annotated[str, Query()] = "", generation: str = "") -> HTMLResponse:
        if not q.strip():
            return HTMLResponse(plain.ask_page(assistant.examples, most))
        given = await whole(assistant.answers(q), request)
        status = 400 if given.status is Status.INVALID else 200
        shown = plain.answer_page(given, most, generation, wants_opinions)
        return HTMLResponse(shown, status, _NOT_KEPT)

    return router


def _checking(assistant: Measured, most: int) -> APIRouter:
    """A statement to be checked and a topic; whoever types a cry for help there is helped as in the chat."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/check")
    def check(claim: Annotated[str, Query()] = "", generation: str = "") -> HTMLResponse:
        if not claim.strip():
            return HTMLResponse(plain.check_page(most))
        sign = assistant.signpost(claim)
        if sign:
            return HTMLResponse(plain.answer_page(sign, most), headers=_NOT_KEPT)
        try:
            checked = assistant.check_claim(claim)
        except AssistantError as problem:
            return HTMLResponse(plain.check_page(most, str(problem)), 400, _NOT_KEPT)
        return HTMLResponse(plain.checked_page(checked, most, generation), headers=_NOT_KEPT)

    @router.get("/compare")
    def compare(topic: Annotated[str, Query()] = "", generation: str = "") -> HTMLResponse:
        if not topic.strip():
            return HTMLResponse(plain.compare_page(most))
        sign = assistant.signpost(topic)
        if sign:
            return HTMLResponse(plain.answer_page(sign, most), headers=_NOT_KEPT)
        try:
            compared = assistant.compare(topic)
        except AssistantError as problem:
            status = 404 if isinstance(problem, NothingToCompare) else 400
            return HTMLResponse(plain.compare_page(most, str(problem)), status, _NOT_KEPT)
        return HTMLResponse(plain.compared_page(compared, most, generation), headers=_NOT_KEPT)

    return router


def _sources(assistant: Measured, pictures: Pictures) -> APIRouter:
    """The documents, whole, what is said of those that are gone, and pictures of pages."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/source/{key}")
    def source(key: str, start: int = -1, end: int = -1, version: str = "") -> HTMLResponse:
        document = assistant.document(key)
        listed = {one.info.id: one for one in assistant.catalogue()}
        if document is None and key in listed:
            return HTMLResponse(plain.withdrawn_page(listed[key].info), 410)
        if document is None:
            message = "There is no such document here."
            return HTMLResponse(plain.message_page("Not found", message), 404)
        newer = listed.get(listed[key].superseded_by) if key in listed else None
        quote = Span(start, end) if start >= 0 or end >= 0 else None
        leaf = pictures.page(document, quote) if quote else None
        shown = plain.source_page(document, quote, version, newer.info if newer else None, leaf)
        return HTMLResponse(shown)

    @router.get(f"{plain.LEAVES}{{key}}")
    def picture(key: str, start: int, end: int, version: str) -> Response:
        document = assistant.document(key)
        if document is None or version != version_of(document) or not 0 <= start < end <= len(document.text):
            return HTMLResponse(plain.message_page("Not found", "There is no picture of that page."), 404)
        try:
            drawn = pictures.picture(document, Span(start, end))
        except (NoPicture, Busy) as problem:
            code = 503 if isinstance(problem, Busy) else 404
            return HTMLResponse(plain.message_page("No picture", str(problem)), code)
        # Its address names the text and the place, so that it never becomes another picture.
        return Response(drawn, media_type="image/png", headers={"cache-control": "private, max-age=86400"})

    return router


def watching(assistant: Measured) -> APIRouter:
    """What a monitor asks: whether the index still answers, and how much was asked of it."""
    router = APIRouter()

    @router.get("/healthz")
    def health() -> JSONResponse:
        told = {"generation": assistant.generation, "documents": len(assistant.documents())}
        try:
            assistant.check()
        except AssistantError as problem:
            return JSONResponse({"status": "unhealthy", "problem": str(problem), **told}, 503)
        return JSONResponse({"status": "ok", **told})

    @router.get("/metrics")
    def metrics() -> Response:
        return Response(assistant.metrics(), media_type=_PROMETHEUS)

    return router
