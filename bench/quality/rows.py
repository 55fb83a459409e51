"""Rows that several sets have: what rankings are worth, and how well a score tells two groups apart."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from assistant.types import Verdict
from bench.quality.metrics import auroc, mean, ndcg, recall, refused_at
from bench.quality.page import OURS, Row, share

VERDICTS = ("supported", "contradicted", "not found")
RANKING = ("R@5", "nDCG@10")
REFUSING = ("AUROC", "refused at 5%", "refused at 10%")


def ranking_row(
    system: str,
    rankings: Iterable[tuple[str, Sequence[str]]],
    gold: Mapping[str, Collection[str]],
    source: str = OURS,
) -> Row:
    """The mean worth of *rankings*, each behind the id by which *gold* knows what it should have found."""
    worth = [(recall(found, gold[key], 5), ndcg(found, gold[key], 10)) for key, found in rankings]
    return Row(system, (mean(first for first, _ in worth), mean(second for _, second in worth)), source)


def auroc_row(system: str, wanted: Collection[float], unwanted: Collection[float], source: str = OURS) -> Row:
    """How well a score tells *wanted* from *unwanted*; not known where a sample has none of either."""
    return Row(system, (auroc(wanted, unwanted) if wanted and unwanted else None,), source)


def verdicts_row(system: str, verdicts: Sequence[Verdict]) -> Row:
    """How many claims of one kind were called what; "outdated" cannot come of documents without editions."""
    told = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_FOUND)
    return Row(system, tuple(share(verdicts.count(verdict), len(verdicts)) for verdict in told))


def refusing_row(
    system: str, wanted: Collection[float], unwanted: Collection[float], source: str = OURS
) -> Row:
    """The same, and the share of *unwanted* refused where 5% and 10% of *wanted* may be."""
    if not wanted or not unwanted:
        return Row(system, (None, None, None), source)
    shares = (refused_at(wanted, unwanted, allowed) for allowed in (0.05, 0.10))
    return Row(system, (auroc(wanted, unwanted), *shares), source)
