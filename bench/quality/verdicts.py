"""SciFact's claims, checked against the abstracts that people cited for them."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.types import Verdict
from bench.quality.corpus import Text, Workshop, in_one_line
from bench.quality.material import Material
from bench.quality.narrowed import Collected
from bench.quality.page import Section, Table
from bench.quality.probe import verdict_on
from bench.quality.rows import VERDICTS, verdicts_row
from bench.quality.scifact import Abstract

TITLE = "SciFact, claims checked"
_ABOUT = """\
What `check` calls {claims} claims of scientists, each against the abstracts cited for it and nothing
else; people marked sentences that support it, that contradict it, or none. Claims and abstracts are in
other words almost throughout, and their numbers are seldom in a claim."""


class Label(StrEnum):
    """What people found in the abstracts."""

    SUPPORT = "SUPPORT"
    CONTRADICT = "CONTRADICT"
    NONE = "NONE"


_ROWS = (("supported", Label.SUPPORT), ("contradicted", Label.CONTRADICT), ("neither", Label.NONE))


@dataclass(frozen=True, slots=True)
class Marked:
    """What people found in one abstract."""

    label: Label


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, the abstracts cited for it, and what people found in them."""

    claim: str
    cited_doc_ids: tuple[str, ...]
    evidence: tuple[Marked, ...] = ()

    @property
    def label(self) -> Label:
        """What was found; nowhere in this set two things."""
        return next((each.label for each in self.evidence), Label.NONE)


def measure(material: Material, workshop: Workshop) -> Section:
    """How often each kind of claim is called what."""
    claims = material.some(material.lines("scifact_claims.jsonl.gz", Claim))
    cited = {document for claim in claims for document in claim.cited_doc_ids}
    abstracts = [each for each in material.lines("scifact_corpus.jsonl.gz", Abstract) if each.id in cited]
    collected = Collected(workshop.ingest("verdicts", map(_document, abstracts)))
    known = {each.id for each in abstracts}
    told = [(claim.label, _verdict(claim, collected, known)) for claim in claims]
    rows = tuple(
        verdicts_row(f"`check`: {name}", [verdict for label, verdict in told if label is of])
        for name, of in _ROWS
    )
    return Section(TITLE, (_ABOUT.format(claims=len(claims)), Table(VERDICTS, rows)))


def _verdict(claim: Claim, collected: Collected, known: set[str]) -> Verdict:
    here = known & set(claim.cited_doc_ids)
    if not here:
        return Verdict.NOT_FOUND
    return verdict_on(collected.assistant(collected.knowing(here)), claim.claim)


def _document(abstract: Abstract) -> Text:
    title = in_one_line(abstract.title)
    lines = "\n\n".join(map(in_one_line, abstract.sentences))
    return Text(abstract.id, title, f"# {title}\n\n{lines}")
