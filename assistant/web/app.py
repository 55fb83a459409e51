"""The FastAPI app: the chat at /, plain pages beside it, and nothing else that Gradio could serve."""

import gradio as gr
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from assistant.answering import Answering
from assistant.settings import Settings
from assistant.web.api import api, unreadable
from assistant.web.chat import chat_page
from assistant.web.guard import Guard
from assistant.web.look import css, script, theme
from assistant.web.measured import Measured
from assistant.web.routes import plain_pages, watching

# A file of this name in the index folder switches the chat off, at once and without a restart.
OFF = "off"
# A file of its own, because the page runs no inline script that it did not come with.
_SCRIPT = "/page.js"


def build(assistant: Answering, settings: Settings) -> FastAPI:
    """Mount the chat on an app that answers only the requests that its pages make."""
    app = FastAPI(title="Ask the documents", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.add_exception_handler(RequestValidationError, unreadable)
    measured = Measured(assistant)
    app.include_router(plain_pages(measured, settings), include_in_schema=False)
    app.include_router(watching(measured), include_in_schema=False)
    app.include_router(api(measured))

    @app.get(_SCRIPT, include_in_schema=False)
    def page_script() -> Response:
        return Response(script(), media_type="text/javascript")

    app.add_middleware(Guard, off=settings.index / OFF)
    gr.mount_gradio_app(
        app,
        chat_page(measured, settings),
        path="/",
        theme=theme(),
        css=css(),
        head=f'<script src="{_SCRIPT}"></script>',
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        show_error=False,
        max_file_size="1kb",
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
    )
    return app
