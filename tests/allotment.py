"""A small corpus on a subject of its own: an allotment society with its rules, accounts and newsletter."""

from collections.abc import Mapping
from pathlib import Path

from assistant.chain import Assistant
from assistant.index.build import Summary, ingest
from assistant.settings import Settings

RULES = """---
id: rules-2019
title: Rules of the Meadow Lane Allotment Society
kind: plan
date: "2019-03"
---

# Rules

## Plots

Each member rents one plot and keeps it tidy. A plot that lies untended may be given to somebody else.

Sheds may be up to six feet high.

## Water

Members may:

- fill watering cans at the three standpipes;
- collect rain from the roofs of their sheds;
- use a hose before nine in the morning.

Sprinklers are not allowed in any month.

## Animals

Hens may be kept on plots larger than one hundred square metres. Bees need the committee's consent.
"""
ACCOUNTS = """---
id: accounts-2021
title: Accounts of the Meadow Lane Allotment Society
kind: report
date: "2021-04"
---

# Accounts

## Income and spending

Table 1: Income (£)

| | 2019/20 | 2020/21 |
|---|---|---|
| Rents | 4,120 | 4,310 |
| Seed sales | 640 | 585 |

The treasurer spent £900 on a new pump in the autumn of 2020.

## Reserves

The society holds a reserve of £2,500 for repairs to the fence.
"""
NEWSLETTER = """---
id: newsletter-2022
title: Newsletter of the Meadow Lane Allotment Society
kind: news
date: "2022-06"
---

# Summer news

## Open day

The open day is on the second Saturday of July, with a plant stall and a cake competition.

## Committee

Priya Nair chairs the committee. Tom Okafor looks after the keys and the tool store.
"""
FILES = {"rules-2019.md": RULES, "accounts-2021.md": ACCOUNTS, "newsletter-2022.md": NEWSLETTER}


def write_corpus(folder: Path, files: Mapping[str, str] = FILES) -> None:
    """Write the corpus, or other files, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def settings_in(folder: Path) -> Settings:
    """Settings for the corpus and the index that lie in a folder."""
    return Settings(corpus=folder / "corpus", index=folder / "index")


def quietly(settings: Settings) -> Summary:
    """Ingest without showing how far it is."""
    return ingest(settings, lambda step, done=0, total=0: None)


def answering_from(files: Mapping[str, str], folder: Path) -> Assistant:
    """The assistant that answers from *files* alone, ingested into an empty folder."""
    settings = settings_in(folder)
    write_corpus(settings.corpus, files)
    quietly(settings)
    return Assistant.open(settings)
