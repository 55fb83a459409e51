"""Pages that need no script: an answer that can be linked and printed, a document, and what this is."""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from urllib.parse import urlencode

from assistant.answer.wording import source_of
from assistant.answering import Answering
from assistant.check.paper_file import ENDINGS
from assistant.feedback import MAX_REASON
from assistant.render import (
    answer_html,
    comparison_html,
    document_html,
    paper_html,
    passages_html,
    version_of,
)
from assistant.render.escape import escape
from assistant.render.wording import VERDICT_LABELS, one_line, suggested
from assistant.terms import spoken_date, years_since
from assistant.types import (
    Answer,
    Block,
    Check,
    CheckedPaper,
    Comparison,
    Document,
    DocumentInfo,
    Span,
    Status,
    Verdict,
)
from assistant.web.accuracy import Accuracy

SOURCES = "/source/"
LEAVES = "/page/"
OPINION = "/opinion"
OFF = "The chat is switched off for the moment. Please try again later. If you are in danger, call 999."
_ANSWER = "/answer"
_CHECK, _CHECKING = "/check", "Check a statement or a paper"
_COMPARE, _COMPARING = "/compare", "What changed"
_LINKS = (
    ("/", "Chat"),
    (_ANSWER, "Ask without a chat"),
    (_CHECK, _CHECKING),
    (_COMPARE, _COMPARING),
    ("/about", "About"),
    ("/privacy", "Privacy"),
    ("/accessibility", "Accessibility"),
)
_PAPER_FORM = (
    f'<form action="{_CHECK}" method="post" enctype="multipart/form-data"><label for="paper">File</label>'
    f'<input type="file" id="paper" name="paper" required accept="{",".join(ENDINGS)}"'
    ' aria-describedby="kept"><p id="kept" class="quiet">Up to 5 MB and about 25 pages of text; this takes up'
    " to a minute. Every sentence that states something is checked, and every quotation. The file is removed "
    "as soon as it is read, and nothing of it is kept.</p>"
    '<button type="submit">Check the paper</button></form>'
)
_CURRENT = ' aria-current="page"'
_OTHERS = (
    "The documents have changed since this link was made. What stands below comes from them as they are now, "
    "and may be another answer."
)
_VERDICTS = {
    Verdict.SUPPORTED: "The documents say so.",
    Verdict.CONTRADICTED: "The documents say otherwise.",
    Verdict.OUTDATED: "Only an older document says so.",
    Verdict.NOT_FOUND: "The documents neither say this nor deny it.",
}
_CHANGED = "This document has changed since it was quoted, so the quote cannot be marked. Please ask again."

# What is told of a language model, by whether there is one.
_SENT = {
    False: "They are not sent to anybody else.",
    True: "A language model puts some answers into words, and a question that leans on earlier ones: your "
    "question, earlier ones that it leans on, without what is left out of them, and the passages for it are "
    "sent to where that model runs, and to nobody else.",
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


def answer_page(answer: Answer, most: int, linked: str = "", wants_opinion: bool = False) -> str:
    """The answer to one question, with its passages and what could be asked next.

    `linked` is the generation that a link to this answer was made with.
    """
    question = one_line(answer.question)
    passages = passages_html(answer, sources=SOURCES)
    in_need = answer.status is Status.SIGNPOSTED
    parts = (
        f"<h1><bdi>{escape(question)}</bdi></h1>",
        _of_other_documents(linked, answer.generation),
        answer_html(answer),
        f"<h2>Passages</h2>{passages}" if passages else "",
        # What somebody in need wrote is nothing to pass on or to judge.
        "" if in_need else _permalink(_ANSWER, "q", question, answer.generation),
        _opinion_forms(answer) if wants_opinion and not in_need else "",
        f"<h2>You could ask</h2><ul>{_asks([asked for _, asked in suggested(answer)])}</ul>"
        if answer.suggestions
        else "",
        f"<h2>Another question</h2>{_question_form(most)}",
    )
    return page(f"{question} – Ask the documents", "".join(parts), here=_ANSWER)


def check_page(most: int, problem: str = "") -> str:
    """The page with a box for a statement; *problem* is why the last one could not be checked."""
    about = (
        "<p>Type one statement about the documents, or choose the file of a paper. You are told whether they "
        "support what it says, say otherwise, or say nothing, with the words that decide.</p>"
    )
    said = f'<p class="warning">{escape(problem)}</p>' if problem else about
    forms = f"<h2>A statement</h2>{_claim_form(most)}<h2>A paper</h2>{_PAPER_FORM}"
    return page(_CHECKING, f"<h1>{_CHECKING}</h1>{said}{forms}", here=_CHECK)


def paper_page(paper: CheckedPaper, most: int) -> str:
    """The report on a paper, and the forms for another."""
    name = one_line(paper.paper.info.source)
    forms = f"<h2>Another paper</h2>{_PAPER_FORM}<h2>A statement</h2>{_claim_form(most)}"
    return page(f"{name} – {_CHECKING}", paper_html(paper, SOURCES) + forms, here=_CHECK)


def checked_page(checked: Check, most: int, linked: str = "") -> str:
    """What the documents say to one statement, with the passages that decide; `linked` as for an answer."""
    # A verdict is shown with its passages as an answer is.
    shown = Answer(checked.claim, Status.ANSWERED, checked.reason, citations=checked.citations)
    passages = passages_html(shown, sources=SOURCES)
    parts = (
        f"<h1>{escape(VERDICT_LABELS[checked.verdict])}</h1><p>{_VERDICTS[checked.verdict]}</p>",
        _of_other_documents(linked, checked.generation),
        f"<p><q><bdi>{escape(one_line(checked.claim))}</bdi></q></p>{answer_html(shown)}",
        f"<h2>Passages</h2>{passages}" if passages else "",
        _permalink(_CHECK, "claim", one_line(checked.claim), checked.generation),
        f"<h2>Another statement</h2>{_claim_form(most)}",
    )
    return page(f"{VERDICT_LABELS[checked.verdict]} – {_CHECKING}", "".join(parts), here=_CHECK)


def compare_page(most: int, problem: str = "") -> str:
    """The page with a box for a topic; *problem* is why there was nothing to compare."""
    about = (
        "<p>Type a topic, such as the name of a list. You are shown what each document says of it, the "
        "oldest first, and which items of its lists are new, gone, or in other words.</p>"
    )
    said = f'<p class="warning">{escape(problem)}</p>' if problem else about
    return page(_COMPARING, f"<h1>{_COMPARING}</h1>{said}{_topic_form(most)}", here=_COMPARE)


def compared_page(comparison: Comparison, most: int, linked: str = "") -> str:
    """A topic through the documents, the oldest first; `linked` as for an answer."""
    topic = one_line(comparison.topic)
    parts = (
        f"<h1>{_COMPARING}: <bdi>{escape(topic)}</bdi></h1>",
        _of_other_documents(linked, comparison.generation),
        comparison_html(comparison, SOURCES),
        _permalink(_COMPARE, "topic", topic, comparison.generation),
        f"<h2>Another topic</h2>{_topic_form(most)}",
    )
    return page(f"{topic} – {_COMPARING}", "".join(parts), here=_COMPARE)


def source_page(
    document: Document,
    quote: Span | None,
    version: str,
    newer: DocumentInfo | None,
    leaf: Block | None = None,
) -> str:
    """The whole document with the quote marked, if its text is still the one that was quoted from.

    *leaf* is a block on the page that can be shown as a picture beside it.
    """
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
        + (_leaf(document, quote, leaf) if leaf and quote and same and inside else "")
        + f'<div class="document">{shown}</div>',
    )


def _leaf(document: Document, quote: Span, leaf: Block) -> str:
    asked = urlencode({"start": quote.start, "end": quote.end, "version": version_of(document)})
    address = escape(f"{LEAVES}{document.info.id}?{asked}")
    name = f"Page {leaf.page_label}" if leaf.page_label else f"Page {leaf.page} of the file"
    return (
        f'<figure class="leaf"><a href="{address}"><img src="{address}" '
        f'alt="{escape(name)} as a picture, larger"></a><figcaption>{escape(name)}, as it was published. '
        "A frame stands around the quote where its words were found. Below is all that was read of the "
        "document, as text.</figcaption></figure>"
    )


def withdrawn_page(info: DocumentInfo) -> str:
    """What is left of a document that answers no longer come from."""
    return message_page(
        "Withdrawn",
        f"{one_line(source_of(info))} was withdrawn on {spoken_date(info.withdrawn)}. "
        "No answer comes from it any more.",
    )


def _facts(info: DocumentInfo) -> list[str]:
    return [fact for fact in (info.kind, spoken_date(info.date), info.publisher) if fact]


def about_page(assistant: Answering, accuracy: Accuracy | None, today: date, has_model: bool) -> str:
    """What this is, how well it does, which documents it knows, and how old the newest of them is."""
    documents = "".join(
        f'<li><a href="{SOURCES}{escape(info.id)}">{escape(info.title)}</a>'
        f"{f', {escape(spoken_date(info.date))}' if info.date else ''}</li>"
        for info in assistant.documents()
    )
    measured = accuracy.told() if accuracy else "Its accuracy has not been measured for these documents."
    text = _text("about.html").replace("<!-- accuracy -->", f"<p>{escape(measured)}</p>")
    text = text.replace("<!-- writer -->", _WRITER[has_model])
    newest = max(assistant.documents(), key=lambda info: info.date, default=None)
    age = f"<p>{escape(_age(newest, today))}</p>" if newest else ""
    return page("About", text.replace("<!-- documents -->", f"{age}<ul>{documents}</ul>"), here="/about")


def _age(newest: DocumentInfo, today: date) -> str:
    years = years_since(newest.date, today)
    if years is None:
        return f"The newest of them, “{one_line(newest.title)}”, tells no date."
    told = f"{years} years old" if years > 1 else "one year old" if years else "less than a year old"
    return f"The newest of them, “{one_line(newest.title)}”, is {told}."


def text_page(name: str, title: str, has_model: bool) -> str:
    """A page that is nothing but a text of ours."""
    return page(title, _text(f"{name}.html").replace("<!-- sent -->", _SENT[has_model]), here=f"/{name}")


def off_page() -> str:
    """What is shown while the chat is switched off; whoever is in need is told whom to call."""
    return page("Switched off", _text("off.html"))


def lost_page() -> str:
    """What is shown at an address where nothing is."""
    return message_page("Not found", "There is nothing at this address. The links above lead to what is.")


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


def _topic_form(most: int) -> str:
    return _form(_COMPARE, "topic", "Topic", "Show", most)


def _permalink(address: str, name: str, asked: str, generation: str) -> str:
    """A link that says from which documents the answer is; nothing for one from none."""
    if not generation:
        return ""
    link = escape(f"{address}?{urlencode({name: asked, 'generation': generation})}")
    return (
        f'<p class="quiet"><a href="{link}">Link to this answer</a>, for later or for others. '
        "If the documents change, it says so.</p>"
    )


def _of_other_documents(linked: str, generation: str) -> str:
    """What to know where the link was made of other documents: a generation's name ends with their hash."""
    if not linked or linked.rpartition("-")[2] == generation.rpartition("-")[2]:
        return ""
    return f'<p class="warning">{escape(_OTHERS)}</p>'


def _question_form(most: int) -> str:
    return _form(_ANSWER, "q", "Your question", "Ask", most)


def _opinion_forms(answer: Answer) -> str:
    """Two forms, so that Enter after a reason never says that the answer helped."""
    what = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (("q", one_line(answer.question)), ("generation", answer.generation))
    )
    form = f'<form action="{OPINION}" method="post">{what}'
    return (
        '<h2>Did this answer help?</h2><p id="opinion" class="quiet">If you say so here, your question, the '
        f"answer and your reason are kept.</p>{form}"
        '<button type="submit" name="helped" value="yes" aria-describedby="opinion">This helped</button>'
        "</form>"
        f'{form}<label for="reason">What is wrong?</label><input type="text" id="reason" name="reason" '
        f'maxlength="{MAX_REASON}" autocomplete="off" aria-describedby="opinion">'
        '<button type="submit" name="helped" value="no">This is wrong</button></form>'
    )


def _asks(questions: Sequence[str]) -> str:
    return "".join(
        f'<li><a href="{_link_to(asked)}">{escape(one_line(asked))}</a></li>' for asked in questions
    )


def _link_to(question: str) -> str:
    return escape(f"{_ANSWER}?{urlencode({'q': one_line(question)})}")


def _text(name: str) -> str:
    return files("assistant.web").joinpath("texts", name).read_text("utf-8")
