"""The chat page in Gradio (only this folder knows Gradio)."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import gradio as gr

from assistant.answering import Answering
from assistant.render.escape import escape
from assistant.render.wording import one_line
from assistant.settings import Settings
from assistant.terms import spoken_date
from assistant.types import Status, Turn
from assistant.web.gradio_calls import add_calls
from assistant.web.opinion import ask_for_opinion
from assistant.web.talk import Talk

TITLE = "Ask the documents"
_ASKS = 4
# The page's own script does these, with what is on the page: the server keeps no files.
_KEEPING = {
    "keep-copy": "Copy with sources",
    "keep-md": "Save as Markdown",
    "keep-html": "Save as a page",
    "keep-csv": "Save as a table",
}
_KEPT = '<p role="status" class="quiet"></p>'
_LINKS = (
    '<p><a href="/check">Check a statement or a paper</a> · <a href="/compare">What changed</a> · '
    '<a href="/answer">Ask without a chat</a> · <a href="/about">About</a> · '
    '<a href="/privacy">Privacy</a> · <a href="/accessibility">Accessibility</a></p>'
)


def chat_page(assistant: Answering, settings: Settings) -> gr.Blocks:
    """Build the page; what a visitor asks stays in their own session, in memory."""
    page: gr.Blocks = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with page:
        talk = gr.State(Talk(), time_to_live=3_600)
        _panel(_introduction(assistant), "introduction")
        with gr.Row(elem_id="columns"):
            with gr.Column(scale=3, min_width=320, elem_id="talk"):
                messages = _messages()
                asks = _ask_buttons(assistant.examples)
                with gr.Row(elem_id="asking"):
                    box = _question_box(settings.max_question_chars)
                    send = gr.Button("Ask", variant="primary", scale=0, min_width=90, elem_id="send")
                with gr.Row(elem_id="after"):
                    undo = gr.Button("Undo the last question", size="sm", elem_id="undo")
                    again = gr.Button("Ask again", size="sm", elem_id="again")
                    new = gr.Button("New conversation", size="sm", elem_id="new")
                    for name, label in _KEEPING.items():
                        gr.Button(label, size="sm", elem_id=name, elem_classes="keep")
                _panel(_KEPT, "kept")
                if settings.feedback:
                    ask_for_opinion(talk, settings.feedback)
            with gr.Column(scale=2, min_width=320, elem_id="proof"):
                gr.Markdown("## Passages", elem_classes="heading")
                passages = _panel(Talk().passages(), "passages")
        # The box before the answer: who goes on typing as soon as it is there must not lose it.
        shown = [talk, box, messages, passages, *asks]
        ask = partial(
            gr.on, outputs=shown, show_progress="minimal", show_progress_on=[messages],
            api_visibility="private",
        )  # fmt: skip
        asking: list[dict[str, Any]] = [
            # A question sent while an answer still grows is asked after it; by itself Gradio would drop it.
            ask(
                [box.submit, send.click], partial(_typed, assistant), [box, talk], trigger_mode="always_last"
            ),
            *(ask([a.click], partial(_answer, assistant), [a, talk]) for a in asks),
        ]
        asking.append(again.click(partial(_ask_again, assistant), talk, shown, api_visibility="private"))
        # What is still being worded would come back over what stands there then.
        undo.click(partial(_undo, assistant), talk, shown, api_visibility="private", cancels=asking)
        for trigger in (new.click, messages.clear):
            start = partial(_shown, assistant, Talk(), "")
            trigger(start, None, shown, api_visibility="private", cancels=asking)
        add_calls(assistant)
    # Who waits for a model's words costs this machine nothing, and must not keep others waiting.
    at_once = 8 if settings.model else 2
    page.queue(max_size=20, default_concurrency_limit=at_once, api_open=False)
    return page


def _typed(assistant: Answering, question: str, talk: Talk) -> Iterator[list[Any] | Any]:
    """Answer what stands in the box, and empty it; who pressed twice has sent nothing the second time."""
    if question.strip():
        yield from _answer(assistant, question, talk, left="")
    else:
        yield gr.skip()


def _answer(
    assistant: Answering, question: str, talk: Talk, left: str | None = None
) -> Iterator[list[Any] | Any]:
    """Show the answer as it becomes longer; whoever leaves is not answered any further."""
    for answer in assistant.answers(question, talk.turns):
        if answer is None:
            yield gr.skip()  # Gradio stops here for whoever has gone
        else:
            # As the answer tells it: personal data is left out of it, and so never kept.
            yield _shown(assistant, talk.after(Turn(answer.question, answer)), left)
            left = None  # from now on somebody may be typing there


def _undo(assistant: Answering, talk: Talk) -> list[Any]:
    """Take the last question back into the box, where it can be put another way."""
    return _shown(assistant, *talk.taken_back())


def _ask_again(assistant: Answering, talk: Talk) -> Iterator[list[Any] | Any]:
    """Ask the last question once more: the documents may have been renewed since."""
    before, question = talk.taken_back()
    if question:
        yield from _answer(assistant, question, before)
    else:
        yield _shown(assistant, talk)


def _shown(assistant: Answering, talk: Talk, left: str | None = None) -> list[Any]:
    """Show a conversation, with *left* in the box; None leaves what a visitor may be typing there."""
    asks = _padded(_to_ask(assistant, talk))
    buttons = [gr.Button(value=text, visible=bool(text)) for text in asks]
    return [talk, gr.skip() if left is None else left, talk.messages(), talk.passages(), *buttons]


def _to_ask(assistant: Answering, talk: Talk) -> tuple[str, ...]:
    if not talk.turns:
        return assistant.examples
    answer = talk.turns[-1].answer
    # Whoever was told where to get help is not offered something else to read.
    return answer.suggestions or (() if answer.status is Status.SIGNPOSTED else assistant.examples)


def _padded(asks: tuple[str, ...]) -> list[str]:
    return [*map(one_line, asks[:_ASKS]), *[""] * (_ASKS - len(asks))]


def _introduction(assistant: Answering) -> str:
    newest = max(assistant.documents(), key=lambda info: info.date, default=None)
    said = (
        f"The newest document is <cite>{escape(newest.title)}</cite>, {escape(spoken_date(newest.date))}."
        if newest
        else "There are no documents yet."
    )
    return (
        f"<h1>{TITLE}</h1><p>Ask in your own words. Every answer quotes the passages that it rests on. "
        f"{said}</p>{_LINKS}"
    )


def _panel(html: str, elem_id: str) -> gr.Markdown:
    return gr.Markdown(html, elem_id=elem_id, latex_delimiters=[], sanitize_html=True)


def _messages() -> gr.Chatbot:
    return gr.Chatbot(
        label="Conversation", show_label=False, elem_id="conversation", height=None,
        placeholder="Ask a question, or begin with one of those below.", layout="bubble", buttons=[],
        sanitize_html=True, allow_tags=False, latex_delimiters=[], line_breaks=False, feedback_options=None,
        allow_file_downloads=False, autoscroll=False,  # the page's own script does
    )  # fmt: skip


def _question_box(most: int) -> gr.Textbox:
    return gr.Textbox(
        label="Your question", placeholder="Type a question", lines=1, max_lines=4, max_length=most,
        autofocus=True, elem_id="question", scale=1,
    )  # fmt: skip


def _ask_buttons(examples: tuple[str, ...]) -> list[gr.Button]:
    with gr.Row(elem_id="asks"):
        return [
            gr.Button(text, visible=bool(text), size="sm", elem_classes="ask") for text in _padded(examples)
        ]
