"""Pages that need no script: an answer that can be linked and printed, a document, and what this is."""

from collections.abc import Sequence
from importlib.resources import files
from urllib.parse import urlencode

from assistant.answering import Answering
from assistant.render import answer_html, document_html, passages_html, version_of
from assistant.render.escape import escape
from assistant.render.wording import VERDICT_LABELS, one_line, suggested
from assistant.terms import spoken_date
from assistant.types import Answer, Check, Document, DocumentInfo, Span, Status
from assistant.web.accuracy import Accuracy

SOURCES = "/source/"
_ANSWER = "/answer"
_CHECK, _CHECKING = "/check", "Check a statement"
_LINKS = (
    ("/", "Chat"),
    (_ANSWER, "Ask without a chat"),
    (_CHECK, _CHECKING),
    ("/about", "About"),
    ("/privacy", "Privacy"),
    ("/accessibility", "Accessibility"),
)
_CURRENT = ' aria-current="page"'
_CHANGED = "This document has changed since it was quoted, so the quote cannot be marked. Please ask again."

# What is told of a language model, by whether there is one.
_SENT = {
    False: "They are not sent to anybody else.",
    True: "A language model puts some answers into words: your question, without what is left out of it, and "
    "the passages for it are sent to where that model runs, and to nobody else.",
}
_WRITER = {
    False: "No language model writes the answers. What is not a quote is a short fixed phrase that people "
    "wrote.",
    True: "A language model puts some answers into words. Each of its sentences is checked against the "
    "passages beside it, and one that they do not say is not shown.",
}


def page(title: str, main: str, here: str = "") -> str:
    """A whole page around *main*, which is HTML already; *here* is the link that leads to it."""
    links = "".join(
        f'<li><a href="{address}"{_CURRENT if address == here else ""}>{name}</a></li>'
        for address, name in _LINKS
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="/plain.css"></head><body>'
        '<a class="skip" href="#main">Go to the text</a>'
        f'<header><nav aria-label="Pages"><ul>{links}</ul></nav></header>'
        f'<main id="main" tabindex="-1">{main}</main></body></html>'
    )


def ask_page(examples: Sequence[str], most: int) -> str:
    """The page with a box for a question, and some to begin with."""
    asks = f'<p class="ask">You could ask</p><ul>{_asks(examples)}</ul>' if examples else ""
    about = "<p>Every answer quotes the passages that it rests on. This page works without scripts.</p>"
    return page(
        "Ask the documents", f"<h1>Ask the documents</h1>{about}{_question_form(most)}{asks}", here=_ANSWER
    )


def answer_page(answer: Answer, most: int) -> str:
    """The answer to one question, with its passages and what could be asked next."""
    question = one_line(answer.question)
    understood = one_line(answer.understood_as)
    other = understood and understood.casefold() != question.casefold()
    passages = passages_html(answer, sources=SOURCES)
    parts = (
        f"<h1><bdi>{escape(question)}</bdi></h1>",
        f'<p class="quiet">Understood as: <bdi>{escape(understood)}</bdi></p>' if other else "",
        answer_html(answer),
        f"<h2>Passages</h2>{passages}" if passages else "",
        f"<h2>You could ask</h2><ul>{_asks([asked for _, asked in suggested(answer)])}</ul>"
        if answer.suggestions
        else "",
        f"<h2>Another question</h2>{_question_form(most)}",
    )
    return page(f"{question} – Ask the documents", "".join(parts), here=_ANSWER)


def check_page(most: int, problem: str = "") -> str:
    """The page with a box for a statement; *problem* is why the last one could not be checked."""
    about = (
        "<p>Type one statement about the documents, such as a sentence of a paper. You are told whether they "
        "support it, say otherwise, or say nothing, with the words that decide.</p>"
    )
    said = f'<p class="warning">{escape(problem)}</p>' if problem else about
    return page(_CHECKING, f"<h1>{_CHECKING}</h1>{said}{_claim_form(most)}", here=_CHECK)


def checked_page(checked: Check, most: int) -> str:
    """What the documents say to one statement, with the passages that decide."""
    # A verdict is shown with its passages as an answer is.
    shown = Answer(checked.claim, Status.ANSWERED, checked.reason, citations=checked.citations)
    passages = passages_html(shown, sources=SOURCES)
    parts = (
        f"<h1>{escape(VERDICT_LABELS[checked.verdict])}</h1>",
        f"<p><q><bdi>{escape(one_line(checked.claim))}</bdi></q></p>{answer_html(shown)}",
        f"<h2>Passages</h2>{passages}" if passages else "",
        f"<h2>Another statement</h2>{_claim_form(most)}",
    )
    return page(f"{VERDICT_LABELS[checked.verdict]} – {_CHECKING}", "".join(parts), here=_CHECK)


def source_page(document: Document, quote: Span | None, version: str, newer: DocumentInfo | None) -> str:
    """The whole document with the quote marked, if its text is still the one that was quoted from."""
    info = document.info
    same = version in ("", version_of(document))
    inside = quote is not None and 0 <= quote.start < quote.end <= len(document.text)
    shown = document_html(document, [quote] if quote and same and inside else [])
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in _facts(info))
    warnings = [] if same and (inside or quote is None) else [_CHANGED]
    if newer:
        warnings.append(f"A newer document replaces this one: {newer.title}.")
    return page(
        info.title,
        f'<h1>{escape(info.title)}</h1><ul class="where">{facts}</ul>'
        + "".join(f'<p class="warning">{escape(warning)}</p>' for warning in warnings)
        + ('<p><a href="#quote">Go to the quote</a></p>' if 'id="quote"' in shown else "")
        + f'<div class="document">{shown}</div>',
    )


def withdrawn_page(info: DocumentInfo) -> str:
    """What is left of a document that answers no longer come from."""
    dated = f" ({spoken_date(info.date)})" if info.date else ""
    return message_page(
        "Withdrawn",
        f"{one_line(info.title)}{dated} was withdrawn on {spoken_date(info.withdrawn)}. "
        "No answer comes from it any more.",
    )


def _facts(info: DocumentInfo) -> list[str]:
    return [fact for fact in (info.kind, spoken_date(info.date), info.publisher) if fact]


def about_page(assistant: Answering, accuracy: Accuracy | None, has_model: bool) -> str:
    """What this is, how well it does, and which documents it knows."""
    documents = "".join(
        f'<li><a href="{SOURCES}{escape(info.id)}">{escape(info.title)}</a>'
        f"{f', {escape(spoken_date(info.date))}' if info.date else ''}</li>"
        for info in assistant.documents()
    )
    measured = accuracy.told() if accuracy else "Its accuracy has not been measured for these documents."
    text = _text("about.html").replace("<!-- accuracy -->", f"<p>{escape(measured)}</p>")
    text = text.replace("<!-- writer -->", _WRITER[has_model])
    return page("About", text.replace("<!-- documents -->", f"<ul>{documents}</ul>"), here="/about")


def text_page(name: str, title: str, has_model: bool) -> str:
    """A page that is nothing but a text of ours."""
    return page(title, _text(f"{name}.html").replace("<!-- sent -->", _SENT[has_model]), here=f"/{name}")


def message_page(title: str, message: str) -> str:
    """A page that says one thing."""
    return page(title, f"<h1>{escape(title)}</h1><p>{escape(message)}</p>")


def _form(address: str, name: str, label: str, button: str, most: int) -> str:
    return (
        f'<form action="{address}" method="get"><label for="{name}">{label}</label>'
        f'<input type="text" id="{name}" name="{name}" maxlength="{most}" required autocomplete="off">'
        f'<button type="submit">{button}</button></form>'
    )


def _claim_form(most: int) -> str:
    return _form(_CHECK, "claim", "Statement", "Check", most)


def _question_form(most: int) -> str:
    return _form(_ANSWER, "q", "Your question", "Ask", most)


def _asks(questions: Sequence[str]) -> str:
    return "".join(
        f'<li><a href="{_link_to(asked)}">{escape(one_line(asked))}</a></li>' for asked in questions
    )


def _link_to(question: str) -> str:
    return escape(f"{_ANSWER}?{urlencode({'q': one_line(question)})}")


def _text(name: str) -> str:
    return files("assistant.web").joinpath("texts", name).read_text("utf-8")
