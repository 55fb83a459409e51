"""WiCE: claims about what a web page says, whether it supports them, and which of its sentences do."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from pathlib import Path

from assistant.types import Document
from bench.quality.corpus import Text, Workshop, in_one_line
from bench.quality.material import Material
from bench.quality.metrics import first_occurrences, mean, recall
from bench.quality.narrowed import Collected
from bench.quality.page import GIVEN, PUBLISHED, SAME_RUN, Row, Section, Table
from bench.quality.plain import by_words, words_index
from bench.quality.probe import evidence_for
from bench.quality.rarity import Rarity, content_stems
from bench.quality.rows import auroc_row

TITLE = "WiCE"
_DEPTH = 5
_ABOUT = """\
{claims} claims, each with one web page of {sentences} sentences on average; each page is a document and
each of its sentences and headings a paragraph. A claim goes through our understanding and is weighed
against its own page only. It scores by the share of its words, weighted by rarity, that stand in the five
sentences that our evidence puts first: is it supported, or not, or only in part?"""
_EVIDENCE = """\
Of {supported} claims with supporting sentences: how much of the set of them that fares best is among the
first five."""
_KNOWN = (
    Row("token coverage", (0.721,), GIVEN),
    Row("GPT-3.5", (0.569,), PUBLISHED),
    Row("GPT-4", (0.802,), PUBLISHED),
    Row("T5-3B trained on NLI", (0.913,), PUBLISHED),
    Row("T5-3B trained on WiCE", (0.947,), PUBLISHED),
)


class Label(StrEnum):
    """What the page does for the claim."""

    SUPPORTED = "supported"
    PARTIALLY = "partially_supported"
    NOT = "not_supported"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, the sentences of its page, and the sets of them by their numbers that support it."""

    claim: str
    label: Label
    evidence: tuple[str, ...]
    supporting_sentences: tuple[tuple[int, ...], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences, each in one line; headings without their mark, as they too may support a claim."""
        return tuple(in_one_line(sentence.lstrip("#")) for sentence in self.evidence)

    @property
    def supporting(self) -> tuple[tuple[str, ...], ...]:
        """The sets that hold anything, as names of sentences."""
        return tuple(tuple(map(str, numbers)) for numbers in self.supporting_sentences if numbers)


@dataclass(frozen=True, slots=True)
class Checked:
    """What we made of one claim: its score, and the rankings of its page's sentences."""

    claim: Claim
    score: float
    coverage: float
    ours: Sequence[str]
    by_words: Sequence[str]


def measure(material: Material, workshop: Workshop) -> Section:
    """How well support is told from what is not, and whether the supporting sentences come first."""
    claims = material.some(material.lines("wice_claim_dev.jsonl.gz", Claim))
    pages = _pages(claims)
    collected = Collected(workshop.ingest("wice", dict.fromkeys(pages)))
    rarity = Rarity.of(collected.whole)
    checked = [
        _checked(claim, page, collected, rarity, workshop.folder / f"claim-{number}.sqlite")
        for number, (claim, page) in enumerate(zip(claims, pages, strict=True))
    ]
    supported = [each for each in checked if each.claim.label is Label.SUPPORTED]
    rest = [each for each in checked if each.claim.label is not Label.SUPPORTED]
    found = [each for each in checked if each.claim.supporting]
    support = (
        auroc_row("coverage by five sentences", [e.score for e in supported], [e.score for e in rest]),
        auroc_row(
            "token coverage by the page",
            [e.coverage for e in supported],
            [e.coverage for e in rest],
            SAME_RUN,
        ),
    )
    evidence = (
        Row("evidence", (mean(_recall(each.claim, each.ours) for each in found),)),
        Row("BM25", (mean(_recall(each.claim, each.by_words) for each in found),), SAME_RUN),
        Row("BM25", (0.833,), GIVEN),
    )
    sentences = round(mean(len(claim.evidence) for claim in claims))
    return Section(
        TITLE,
        (
            _ABOUT.format(claims=len(claims), sentences=sentences),
            Table(("AUROC",), (*support, *_KNOWN)),
            _EVIDENCE.format(supported=len(found)),
            Table(("R@5",), evidence),
        ),
    )


def _pages(claims: Iterable[Claim]) -> list[Text]:
    """The page of each claim; claims about one page share it, for the same text twice is one document."""
    first: dict[str, Text] = {}
    texts = ("\n\n".join(claim.sentences) for claim in claims)
    return [first.setdefault(text, Text(f"page-{len(first):03}", "Web page", text)) for text in texts]


def _checked(claim: Claim, page: Text, collected: Collected, rarity: Rarity, file: Path) -> Checked:
    view = collected.knowing({page.id})
    _, evidence = evidence_for(collected.assistant(view), claim.claim)
    numbers = _Numbers.of(view.documents[page.id], page, claim.sentences)
    ours = first_occurrences((numbers.at(found.piece.start) for found in evidence), _DEPTH)
    asked = content_stems(claim.claim)
    best = content_stems(" ".join(claim.sentences[int(number)] for number in ours))
    plain = words_index({str(number): text for number, text in enumerate(claim.sentences)}, file)
    ranked = by_words(plain, claim.claim, _DEPTH)
    plain.close()
    return Checked(
        claim,
        score=rarity.share(best, asked),
        coverage=len(asked & content_stems(" ".join(claim.sentences))) / (len(asked) or 1),
        ours=ours,
        by_words=ranked,
    )


def _recall(claim: Claim, ranking: Sequence[str]) -> float:
    """How much of the set of supporting sentences that fares best is among the first."""
    return max(recall(ranking, gold, _DEPTH) for gold in claim.supporting)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Where each sentence of a page begins in its document."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, page: Text, sentences: Iterable[str]) -> "_Numbers":
        begins = document.text.index(page.markdown)
        return cls(tuple(accumulate((len(text) + 2 for text in sentences), initial=begins))[:-1])

    def at(self, place: int) -> str:
        """The number of the sentence at *place*, as a name."""
        return str(bisect_right(self.starts, place) - 1)
