"""The calls for programs that speak to a chat through gradio_client; the page's own events stay private."""

from functools import partial

import gradio as gr
from gradio.events import api

from assistant.answering import Answering
from assistant.calls import Calls, telling


def add_calls(assistant: Answering) -> None:
    """Add the calls to the page that is being built, each under its own name."""
    calls = Calls(assistant)
    for call in (calls.ask, calls.check, calls.compare, calls.search):
        # Shown to the caller, not in the server's output: what cannot be used is no failure of ours.
        api(telling(call, partial(gr.Error, print_exception=False)), api_name=call.__name__)
