"""One sentence of a model against the pieces that it names: it is shown only where these say it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Candidate, Scale, weigh
from assistant.check.claim import Claim, read_claim
from assistant.check.decide import findings_of
from assistant.check.finding import Finding
from assistant.model.close import LEAD, says_closely
from assistant.model.named import Around, are_given, are_in_order
from assistant.model.sources import Source
from assistant.model.tokens import tokens_of
from assistant.model.weight import is_narrower, keeps_weight, speaks_of_the_whole
from assistant.question.understand import understand_claim
from assistant.question.vocabulary import CorpusWords
from assistant.terms import normalise, stem, words
from assistant.types import PieceKind, SentenceVerdict

_MOST_WORDS = 70
# Links, markup, code and mail: nothing that we ask for, and all that a hostile reply would bring.
_FOREIGN = re.compile(r"[<>{}\[\]`|\\^~]|://|\bwww\.|\S@\S|[^\w\s]{4}|^\W*- |:\s*\D{0,2}\d")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")


@dataclass(frozen=True, slots=True)
class Verifier:
    """Judges sentences by the documents of one generation."""

    corpus: CorpusWords
    scale: Scale

    def verdict(self, sentence: str, cited: Sequence[Source]) -> SentenceVerdict:
        """What becomes of *sentence*, which names *cited*: shown only where one of these alone says it."""
        if not is_readable(sentence):
            return SentenceVerdict.UNREADABLE
        if is_verbatim(sentence, cited):
            return SentenceVerdict.SUPPORTED
        # "My budget is £5m" would be the assistant's own, unless it stands there as a quotation.
        if _FIRST_PERSON.search(_QUOTED.sub(" ", sentence)):
            return SentenceVerdict.UNREADABLE
        if not quotations_stand(sentence, cited):
            return SentenceVerdict.NOT_SAID
        if any(self._is_close(sentence, source) for source in cited):
            return SentenceVerdict.SUPPORTED
        return self._checked(_plain(sentence), cited)

    def _is_close(self, sentence: str, source: Source) -> bool:
        if source.piece.kind is PieceKind.ROW:  # a row has no order that would tell one year from another
            return False
        around = self._around(source)
        return says_closely(sentence, source.told, around.before, around.author)

    def _around(self, source: Source) -> Around:
        words_around = self.scale.context.around(source.passage)
        info = source.document.info
        return Around(
            source.told,
            words_around.pieces[source.index].before | words_around.heading,
            frozenset(stem(word) for word in words(f"{info.author} {info.publisher}")),
            frozenset(
                stem(word) for word in words(f"{info.title} {info.publisher} {source.passage.search_text}")
            ),
            self.corpus.vocabulary.abbreviations,
        )

    def _checked(self, sentence: str, cited: Sequence[Source]) -> SentenceVerdict:
        """What the checking of claims says of it, with the pieces that are cited as the only evidence."""
        claim = read_claim(understand_claim(sentence, self.corpus), self.corpus)
        own = {(source.passage.id, source.index): source for source in cited}
        passages = {source.passage.id: Candidate(source.passage, 1.0, 0.0) for source in cited}
        weighed = weigh(claim.query, passages.values(), {}, self.scale)
        evidence = [found for found in weighed if (found.passage.id, found.index) in own]
        findings = findings_of(claim, evidence, self.scale)
        if any(not finding.supports for finding in findings):
            return SentenceVerdict.CONTRADICTED
        if not all(_gives(sentence, cited)):
            return SentenceVerdict.OTHER_VALUE
        said = any(self._says(claim, finding, own) for finding in findings)
        return SentenceVerdict.SUPPORTED if said else SentenceVerdict.NOT_SAID

    def _says(self, claim: Claim, finding: Finding, own: dict[tuple[str, int], Source]) -> bool:
        """Whether a supporting *finding* says all of *claim* by itself, with its names and its weight."""
        source = own[finding.evidence.passage.id, finding.evidence.index]
        if not all(_gives(claim.text, (source,))):
            return False
        if source.piece.kind is PieceKind.ROW:  # label, year, unit and figure have been compared cell by cell
            return True
        around = self._around(source)
        return (
            keeps_weight(claim.text, source.told)
            and not speaks_of_the_whole(claim.text)
            and not is_narrower(claim.text, source.told)
            and are_given(claim, around)
            and are_in_order(claim, around)
        )


def is_readable(sentence: str) -> bool:
    """Whether *sentence* is plain words of a fair length: no markup, link, address or hidden character."""
    if len(sentence.split()) > _MOST_WORDS or _FOREIGN.search(sentence):
        return False
    return not any(unicodedata.category(character) in _HIDDEN for character in sentence)


def is_verbatim(sentence: str, cited: Sequence[Source]) -> bool:
    """Whether *sentence* is a whole piece word for word."""
    return any(_folded(sentence).rstrip(".") == _folded(source.quote.text).rstrip(".") for source in cited)


def quotations_stand(sentence: str, cited: Sequence[Source]) -> bool:
    """Whether all that stands in quotation marks stands in one of the pieces."""
    texts = [_folded(source.quote.text) for source in cited]
    return all(any(_folded(match[1]) in text for text in texts) for match in _QUOTED.finditer(sentence))


def _plain(sentence: str) -> str:
    """The statement without who makes it ("According to the plan, …")."""
    bare = LEAD.sub("", sentence)
    return bare[:1].upper() + bare[1:]


def _gives(sentence: str, cited: Sequence[Source]) -> list[bool]:
    """Of each figure of *sentence*, whether one of the pieces gives it."""
    given = [token for source in cited for token in tokens_of(source.told) if token.is_figure]
    return [any(map(token.fits, given)) for token in tokens_of(sentence) if token.is_figure]


def _folded(text: str) -> str:
    return " ".join(normalise(text).replace("‘", "'").split()).strip("“”\"' ")
