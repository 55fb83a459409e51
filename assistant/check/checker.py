"""The way of a claim, from top to bottom: take apart, weigh the evidence, decide, prove."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.verify import prove
from assistant.check.claim import Claim, clean_claim, read_claim
from assistant.check.clauses import halves_of, listed_in, members_of, reported_in
from assistant.check.decide import Decision, decide, findings_of
from assistant.check.finding import Finding
from assistant.check.reason import reason_for
from assistant.check.together import together
from assistant.question.query import Query
from assistant.question.understand import understand_claim
from assistant.question.vocabulary import CorpusWords
from assistant.types import Check, DocumentInfo, Span, Status, Verdict


@dataclass(frozen=True)
class Checker:
    """Checks claims against one generation; `weigh` gives the evidence for what a claim is about."""

    corpus: CorpusWords
    scale: Scale
    weigh: Callable[[Query], Sequence[Evidence]]
    generation: str
    most_chars: int

    def check(self, text: str) -> Check:
        """What the documents say to the claim *text*; raises ClaimInvalid for what is none.

        What stands nowhere as it is is looked for by its statements, where it has several, and denied by what
        denies that which somebody is said to say.
        """
        began = time.perf_counter()
        said = clean_claim(text, self.most_chars)
        check = self._check(said)
        if check.verdict is Verdict.NOT_FOUND:
            check = self._in_parts(said) or check
        return replace(check, claim=text, seconds=time.perf_counter() - began)

    def decisive(self, statement: str) -> Evidence | None:
        """The piece that most clearly bears out or denies a *statement*; None where none does."""
        _, decision = self._decide(statement)
        is_decided = decision.verdict in {Verdict.SUPPORTED, Verdict.CONTRADICTED}
        return decision.findings[0].evidence if is_decided else None

    def _in_parts(self, said: str) -> Check | None:
        parts, reported = members_of(said) or halves_of(said), reported_in(said) or listed_in(said)
        found = together([self._check(part) for part in parts]) if parts else None
        if found is None and reported:
            # Who said it, and how many there are, is another matter: only what is wrong anyhow is told.
            denied = self._check(reported)
            found = denied if denied.verdict is Verdict.CONTRADICTED else None
        return found

    def _check(self, said: str) -> Check:
        claim, decision = self._decide(said)
        reason = reason_for(claim, decision, self._newer(decision))
        quotes = tuple(quote for finding in decision.findings for quote in self._quotes(finding))
        citations, _ = prove(Draft(Status.ANSWERED, reason, quotes), self._superseded)
        return Check(said, decision.verdict, reason, citations, self.generation)

    @cached_property
    def _superseded(self) -> dict[str, str]:
        """Each document that a newer one has replaced, with that one's id."""
        return {old: info.id for info in self.corpus.documents for old in info.supersedes}

    def _decide(self, said: str) -> tuple[Claim, Decision]:
        claim = read_claim(understand_claim(said, self.corpus), self.corpus)
        findings = findings_of(claim, self.weigh(claim.query), self.scale)
        return claim, decide(claim, findings, self._superseded)

    def _newer(self, decision: Decision) -> DocumentInfo | None:
        """The document that replaced the one of the deciding quote, if any did."""
        if not decision.findings:
            return None
        newer = self._superseded.get(decision.findings[0].evidence.document.info.id)
        return next((info for info in self.corpus.documents if info.id == newer), None)

    def _quotes(self, finding: Finding) -> list[Quote]:
        """The piece with the given words marked, then what it hangs on: lead-in, or what a pronoun means."""
        found, passage = finding.evidence, finding.evidence.passage
        text, piece = found.document.text, found.piece
        at = text.find(finding.given, piece.start, piece.end) if finding.given else -1
        marks = (Span(at, at + len(finding.given)),) if at >= 0 else ()
        quotes = [Quote(found.document, passage, piece.start, piece.end, marks)]
        before = piece.lead_in
        if self.scale.context.around(passage).pieces[found.index].begins_with_pronoun and found.index:
            before = Span(passage.pieces[found.index - 1].start, passage.pieces[found.index - 1].end)
        if before and passage.start <= before.start:
            quotes.append(Quote(found.document, passage, *before))
        return quotes
