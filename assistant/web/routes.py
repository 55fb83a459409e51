"""The addresses beside the chat: plain pages, the documents, and what watches over the server."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, JSONResponse, Response

from assistant.errors import AssistantError
from assistant.settings import Settings
from assistant.types import Span, Status
from assistant.web import plain
from assistant.web.accuracy import last_measured
from assistant.web.look import css_of_plain_pages
from assistant.web.measured import Measured

# Somebody's words are for no cache on the way.
_NOT_KEPT = {"cache-control": "no-store"}
_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def plain_pages(assistant: Measured, settings: Settings) -> APIRouter:
    """The pages that work without scripts."""
    router = APIRouter(default_response_class=HTMLResponse)
    router.include_router(_asking(assistant, settings.max_question_chars))
    router.include_router(_sources(assistant))
    has_model = bool(settings.model)

    @router.get("/about")
    def about() -> HTMLResponse:
        return HTMLResponse(plain.about_page(assistant, last_measured(), has_model))

    for name, title in (("privacy", "Privacy"), ("accessibility", "Accessibility")):
        router.add_api_route(f"/{name}", partial(plain.text_page, name, title, has_model), methods=["GET"])

    @router.get("/plain.css")
    def style() -> Response:
        return Response(css_of_plain_pages(), media_type="text/css")

    return router


def _asking(assistant: Measured, most: int) -> APIRouter:
    """A question, and a statement to be checked, each with its answer on a page of its own."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/answer")
    def answer(q: Annotated[str, Query()] = "") -> HTMLResponse:
        if not q.strip():
            return HTMLResponse(plain.ask_page(assistant.examples, most))
        given = assistant.ask(q)
        status = 400 if given.status is Status.INVALID else 200
        return HTMLResponse(plain.answer_page(given, most), status, _NOT_KEPT)

    @router.get("/check")
    def check(claim: Annotated[str, Query()] = "") -> HTMLResponse:
        if not claim.strip():
            return HTMLResponse(plain.check_page(most))
        try:
            checked = assistant.check_claim(claim)
        except AssistantError as problem:
            return HTMLResponse(plain.check_page(most, str(problem)), 400, _NOT_KEPT)
        return HTMLResponse(plain.checked_page(checked, most), headers=_NOT_KEPT)

    return router


def _sources(assistant: Measured) -> APIRouter:
    """The documents, whole, and what is said of those that are gone."""
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
        return HTMLResponse(plain.source_page(document, quote, version, newer.info if newer else None))

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
