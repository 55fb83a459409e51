"""The report as a web page: one file, no script, every text escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from eval.questions import Split
from eval.score import Outcome, Scores
from eval.table import rows
from eval.thresholds import Changes, Threshold, goals_not_reached

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 }
th, td { padding: .2rem .8rem; border-bottom: 1px solid #ccc }
th { text-align: left } td + td { text-align: right; font-variant-numeric: tabular-nums }
article { border-left: 4px solid #b3261e; padding: .2rem 1rem; margin: 1.5rem 0; background: #faf7f5 }
dt { font-weight: 600 } dd { margin: 0 0 .5rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere }
.low { color: #b3261e; font-weight: 600 } .short { color: #8a4b00; font-weight: 600 }
"""


def page(
    scores: Mapping[Split, Scores],
    thresholds: Sequence[Threshold],
    changes: Mapping[Split, Changes],
    misses: Iterable[Outcome],
) -> str:
    """The whole page: scores, thresholds, what changed, and each miss with its question, answer and fault."""
    wrong = list(misses)
    return page_of(
        "Evaluation",
        [
            table(["", *scores], rows(scores)),
            *limits(thresholds),
            "<h2>Since the accepted run</h2>",
            *(_changed(split, change) for split, change in changes.items()),
            f"<h2>Misses shown: {len(wrong)}</h2>",
            *(article(outcome, outcome.question.id) for outcome in wrong),
        ],
    )


def page_of(title: str, parts: Iterable[str]) -> str:
    """A whole page of *parts*, which are HTML already."""
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>',
            f"<style>{_STYLE}</style></head>",
            f"<body><h1>{escape(title)}</h1>",
            *parts,
            "</body></html>\n",
        ]
    )


def limits(thresholds: Sequence[Threshold]) -> list[str]:
    """The thresholds under their heading, and how many goals are short."""
    return [
        "<h2>Thresholds</h2>",
        "".join(map(_threshold, thresholds)) or "<p>None apply to this run.</p>",
        f'<p class="short">{escape(short)}</p>' if (short := goals_not_reached(thresholds)) else "",
    ]


def table(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """A table of texts."""
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in body)
    return f"<table><tr>{titles}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _threshold(threshold: Threshold) -> str:
    """One threshold as a paragraph."""
    words = escape(str(threshold))
    if not threshold.met:
        return f'<p class="low">Below: {words}</p>'
    return f'<p class="short">{words}</p>' if threshold.short else f"<p>{words}</p>"


def _changed(split: Split, changes: Changes) -> str:
    """What is newly wrong and newly right in one split, by id."""
    wrong, right = ", ".join(changes.newly_wrong) or "none", ", ".join(changes.newly_right) or "none"
    return f"<p>{escape(f'{split}: newly wrong: {wrong}; newly right: {right}')}</p>"


def article(outcome: Outcome, place: str) -> str:
    """One wrong answer with all that explains it; *place* is where a link finds it."""
    question, answer = outcome.question, outcome.answer
    expected = [" or ".join(group) for group in question.must]
    entries = [
        ("Asked", "\n→ ".join(question.turns)),
        ("Understood as", answer.understood_as),
        ("Why it is wrong", "\n".join(outcome.faults)),
        ("Answer", f"({answer.status}) {answer.text}"),
        ("Expected", "\n".join(expected) or " or ".join(sorted(question.status))),
        (
            "Documents",
            f"expected {', '.join(question.documents) or 'any'}; cited {', '.join(outcome.cited) or 'none'}",
        ),
        ("Quotes", "\n".join(f"[{citation.marker}] {citation.quote}" for citation in answer.citations)),
        (
            "Retrieved",
            "not looked for" if not outcome.searched else f"at rank {outcome.hit}" if outcome.hit else "no",
        ),
        ("Where", question.where),
    ]
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in entries if text)
    title = escape(f"{question.id} ({question.category}, {question.split})")
    return f'<article id="{escape(place)}"><h3>{title}</h3><dl>{items}</dl></article>'
