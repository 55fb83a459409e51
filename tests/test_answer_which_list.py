"""Which list a question means, and how much of it is told: tiny corpora, ingested for real."""

from assistant.chain import Assistant
from assistant.index.build import ingest
from assistant.settings import Settings
from assistant.types import Status

AIMS_OF_A_REPORT = """---
title: Report to the Gardens Board
date: 2021-03-01
kind: report
---
# Aims

The new plan contains four 'aims', and these are the four aims of the plan:

- Plant more trees in every park
- Answer every e-mail
- Teach children to grow food
- Open the gates in the evening
"""
AIMS_OF_A_PLAN = """---
title: Gardens Plan
date: 2021-06
kind: plan
---
# What we want

Our aims for the years to come:

- Plant more trees in every park
- Answer every email
- Teach children to grow food
- Open the gates in the evening
"""


def opened(settings: Settings, *texts: str) -> Assistant:
    """The assistant that answers from these documents alone."""
    for number, text in enumerate(texts):
        (settings.corpus / f"document-{number}.md").write_text(text, encoding="utf-8")
    ingest(settings, lambda step, done=0, total=0: None)
    return Assistant.open(settings)


def test_list_that_two_documents_have_is_told_from_the_newest(settings: Settings) -> None:
    """The same items in an older paper are told in the newest one's words, unless a document is named."""
    gardens = opened(settings, AIMS_OF_A_REPORT, AIMS_OF_A_PLAN)

    newest = gardens.ask("What are the four aims of the plan?")
    named = gardens.ask("What are the four aims in the 2021 report?")

    assert newest.status is Status.ANSWERED
    assert [citation.source.info.title for citation in newest.citations] == ["Gardens Plan"]
    assert "- Answer every email" in newest.text
    assert [citation.source.info.title for citation in named.citations] == ["Report to the Gardens Board"]
