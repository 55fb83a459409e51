"""Below an answer: did it help, and if it is wrong, why? Shown only where feedback is switched on."""

from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.errors import AssistantError
from assistant.feedback import MAX_REASON, feedback_of, keep
from assistant.web.talk import Talk

_ASKED = "Did this answer help? Your questions, the answer and your reason are kept if you say so here."
_THANKS = "Thank you. That was kept."
_WHY = "Thank you. Please say below what is wrong, then choose Send."


def ask_for_opinion(talk: gr.State, path: Path) -> None:
    """Add two buttons and a box for a reason; what is said of the last turn of *talk* goes to *path*."""
    with gr.Column(visible=False, elem_id="opinion") as asked:
        with gr.Row(elem_id="verdict"):
            told = gr.Markdown(_told(_ASKED), elem_id="opinion-told", sanitize_html=True)
            helped = gr.Button("This helped", size="sm", elem_id="helped")
            wrong = gr.Button("This is wrong", size="sm", elem_id="wrong")
        with gr.Row(visible=False, elem_id="because") as because:
            reason = gr.Textbox(
                label="What is wrong?", max_length=MAX_REASON, lines=1, max_lines=4, elem_id="reason", scale=1
            )
            send = gr.Button("Send", size="sm", scale=0, min_width=90, elem_id="send-reason")
    shown = [asked, told, helped, wrong, because, reason]
    talk.change(_offer, talk, shown, api_visibility="private", show_progress="hidden")
    wrong.click(_ask_why, None, shown, api_visibility="private", show_progress="hidden")
    for trigger, is_helpful in ((helped.click, True), (send.click, False), (reason.submit, False)):
        trigger(
            partial(_keep, path, is_helpful), [talk, reason], shown,
            api_visibility="private", show_progress="hidden",
        )  # fmt: skip


def _offer(talk: Talk) -> list[Any]:
    return _shown(_ASKED, is_open=feedback_of(talk.turns, helped=True) is not None, choosing=True)


def _ask_why() -> list[Any]:
    return _shown(_WHY, because=True)


def _keep(path: Path, helped: bool, talk: Talk, reason: str) -> list[Any]:
    said = feedback_of(talk.turns, helped, "" if helped else reason)
    if said is None:
        return _shown(_ASKED, is_open=False)
    try:
        keep(said, path)
    except AssistantError as problem:
        return _shown(str(problem))
    return _shown(_THANKS)


def _shown(told: str, is_open: bool = True, choosing: bool = False, because: bool = False) -> list[Any]:
    return [
        gr.Column(visible=is_open),
        _told(told),
        gr.Button(visible=choosing),
        gr.Button(visible=choosing),
        gr.Row(visible=because),
        "",
    ]


def _told(told: str) -> str:
    # Only what somebody did is read out: the question comes with each answer, which is read out itself.
    role = "" if told == _ASKED else ' role="status"'
    return f'<p{role} class="quiet">{told}</p>'
