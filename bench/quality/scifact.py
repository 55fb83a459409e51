"""SciFact: which abstracts bear on a claim; whether retrieval is wired right shows here."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from assistant.chain import Assistant
from bench.quality.corpus import Text, Workshop, in_one_line
from bench.quality.material import Material
from bench.quality.page import GIVEN, PUBLISHED, SAME_RUN, Row, Section, Table
from bench.quality.plain import PlainHybrid
from bench.quality.probe import documents_found
from bench.quality.rows import RANKING, ranking_row

TITLE = "SciFact"
_ABOUT = """\
{claims} claims of the BEIR test set over {abstracts} abstracts. Ours: each abstract is a document under
its title, cut and indexed by our ingest; a claim goes through our understanding and retrieval, and a
document counts by the first of its passages. The plain rows rank whole abstracts behind their titles:
BM25, MiniLM on the first 256 tokens, and both fused by rank."""
_KNOWN = (
    Row("BM25", (None, 0.666), GIVEN),
    Row("all-MiniLM-L6-v2", (None, 0.648), GIVEN),
    Row("BM25 + all-MiniLM-L6-v2", (None, 0.692), GIVEN),
    Row("BM25", (None, 0.687), PUBLISHED),
    Row("all-MiniLM-L6-v2", (None, 0.645), PUBLISHED),
    Row("bge-small-en-v1.5", (None, 0.713), PUBLISHED),
)


@dataclass(frozen=True, slots=True)
class Abstract:
    """One document of the corpus."""

    id: Annotated[str, Field(validation_alias="_id")]
    title: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """All sentences in one line."""
        return in_one_line(" ".join(self.sentences))


@dataclass(frozen=True, slots=True)
class Claim:
    """One query."""

    id: str
    claim: str


def measure(material: Material, workshop: Workshop) -> Section:
    """Our retrieval beside plain hybrid retrieval with the same encoder, and what is known of others."""
    gold = _gold(material.text("scifact_qrels.tsv"))
    claims = [each for each in material.lines("scifact_claims.jsonl.gz", Claim) if each.id in gold]
    claims = list(material.some(claims))
    abstracts = _abstracts(material, {found for claim in claims for found in gold[claim.id]})

    settings = workshop.ingest("scifact", (_document(abstract) for abstract in abstracts))
    assistant = Assistant.open(settings)
    ours = [(claim.id, documents_found(assistant, claim.claim)) for claim in claims]
    rows = [ranking_row("our retrieval", ours, gold)]

    texts = {abstract.id: f"{in_one_line(abstract.title)} {abstract.text}" for abstract in abstracts}
    plain = PlainHybrid(texts, settings)
    for system, search in plain.systems.items():
        rankings = [(claim.id, search(claim.claim)) for claim in claims]
        rows.append(ranking_row(system, rankings, gold, SAME_RUN))
    about = _ABOUT.format(claims=len(claims), abstracts=f"{len(abstracts):,}")
    return Section(TITLE, (about, Table(RANKING, (*rows, *_KNOWN))))


def _abstracts(material: Material, needed: set[str]) -> list[Abstract]:
    """All abstracts; of a sample, those that are needed and some others."""
    every = material.lines("scifact_corpus.jsonl.gz", Abstract)
    some = {abstract.id for abstract in material.some(every, times=5)} | needed
    return [abstract for abstract in every if abstract.id in some]


def _document(abstract: Abstract) -> Text:
    title = in_one_line(abstract.title)
    return Text(abstract.id, title, f"# {title}\n\n{abstract.text}")


def _gold(qrels: str) -> Mapping[str, set[str]]:
    """Claim → the abstracts that bear on it."""
    gold: dict[str, set[str]] = defaultdict(set)
    for line in qrels.splitlines()[1:]:
        claim, abstract, relevance = line.split("\t")
        if int(relevance) > 0:
            gold[claim].add(abstract)
    return gold
