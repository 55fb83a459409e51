"""One sentence of a model against the pieces that it names: it is shown only where these say it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.evidence import Candidate, Scale, weigh
from assistant.check.claim import Claim, read_claim
from assistant.check.clauses import halves_of
from assistant.check.decide import findings_of
from assistant.check.finding import Finding
from assistant.check.names import author_heads
from assistant.model.close import LEAD, say_the_same, says_closely
from assistant.model.deeds import same_deeds
from assistant.model.named import Around, are_given, are_in_order
from assistant.model.roles import same_roles
from assistant.model.sources import Source
from assistant.model.tokens import tokens_of
from assistant.model.weight import (
    changes_sides,
    is_narrower,
    is_of_another,
    keeps_weight,
    part_about,
    speaks_of_the_whole,
)
from assistant.question.understand import understand_claim
from assistant.question.vocabulary import CorpusWords
from assistant.reading.sentences import sentences_of
from assistant.terms import normalise, stem, stems, words
from assistant.types import PieceKind, SentenceVerdict

_MOST_WORDS = 70
# Links, markup, code and mail: nothing that we ask for, and all that a hostile reply would bring.
_FOREIGN = re.compile(r"[<>{}\[\]`|\\^~]|://|\bwww\.|\S@\S|[^\w\s]{4}|^\W*- |:\s*\D{0,2}\d")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
# These only set two statements side by side.
_BESIDE = re.compile(r", (?:but|although|though|while|whereas) ")
_STANDS_FOR = re.compile(r"(?:it|they|he|she|this|these|that|there|not|only|also)\b", re.I)
_SMALL_WORD = re.compile(r"(?<![\w£'’-])[a-z]{4,}(?![\w'’-])")  # no name, figure or part of one
_CAPITALS = re.compile(r"\b[A-Z]{2,}s?\b")
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")


@dataclass(frozen=True, slots=True)
class Verifier:
    """Judges sentences by the documents of one generation."""

    corpus: CorpusWords
    scale: Scale

    def verdict(self, sentence: str, cited: Sequence[Source]) -> SentenceVerdict:
        """What becomes of *sentence*, which names *cited*: shown only where these say it.

        One of them has to say all of it, or of its two statements one each.
        """
        if not is_readable(sentence):
            return SentenceVerdict.UNREADABLE
        if is_verbatim(sentence, cited):
            return SentenceVerdict.SUPPORTED
        # "My budget is £5m" would be the assistant's own, unless it stands there as a quotation.
        if _FIRST_PERSON.search(_QUOTED.sub(" ", sentence)):
            return SentenceVerdict.UNREADABLE
        if not quotations_stand(sentence, cited):
            return SentenceVerdict.NOT_SAID
        if self._is_told(sentence, cited):
            return SentenceVerdict.SUPPORTED
        if self._says_both_halves(_plain(sentence), cited):
            return SentenceVerdict.SUPPORTED
        return self._checked(_plain(sentence), cited)

    def _says_both_halves(self, sentence: str, cited: Sequence[Source]) -> bool:
        """Whether pieces of one document say the two statements of *sentence*, in its order if it is one."""
        halves = _halves(sentence)
        if halves is None:
            return False
        first, second = ([source for source in cited if self._is_told(half, (source,))] for half in halves)
        claim = self._claim(sentence, cited)
        both = [source for source in first if source in second]
        if both:
            return any(are_in_order(claim, self._around(source)) for source in both)
        return any(one.document is other.document for one in first for other in second)

    def _is_told(self, statement: str, cited: Sequence[Source]) -> bool:
        """Whether one of *cited* says *statement*."""
        if any(self._is_close(statement, source) for source in cited):
            return True
        return any(
            self._checked(_plain(statement), (source,)) is SentenceVerdict.SUPPORTED for source in cited
        )

    def _is_close(self, sentence: str, source: Source) -> bool:
        if source.piece.kind is PieceKind.ROW:  # a row has no order that would tell one year from another
            return False
        around = self._around(source)
        author = stems(source.document.info.author)
        return any(
            says_closely(sentence, text, around.before, author, around.author_heads)
            and self._tells_deeds(in_words_of((source,), sentence), text, around)
            for text in _texts(source)
        )

    def _tells_deeds(self, sentence: str, text: str, around: Around) -> bool:
        """Whether all that is done in *sentence* is done so in *text*, however names are cut short."""
        one, other = (_in_full(said, around.abbreviations) for said in (sentence, text))
        return same_deeds(one, other, around.author_heads)

    def _around(self, source: Source) -> Around:
        words_around = self.scale.context.around(source.passage)
        info = source.document.info
        return Around(
            source.told,
            words_around.pieces[source.index].before | words_around.heading,
            frozenset(stem(word) for word in words(f"{info.author} {info.publisher}")),
            author_heads(info.author),
            frozenset(
                stem(word) for word in words(f"{info.title} {info.publisher} {source.passage.search_text}")
            ),
            self.corpus.vocabulary.abbreviations,
        )

    def _checked(self, sentence: str, cited: Sequence[Source]) -> SentenceVerdict:
        """What the checking of claims says of it, with the pieces that are cited as the only evidence."""
        claim = self._claim(sentence, cited)
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

    def _claim(self, sentence: str, cited: Sequence[Source]) -> Claim:
        return read_claim(understand_claim(in_words_of(cited, sentence), self.corpus), self.corpus)

    def _says(self, claim: Claim, finding: Finding, own: dict[tuple[str, int], Source]) -> bool:
        """Whether a supporting *finding* says all of *claim* by itself, with its names and its weight."""
        source = own[finding.evidence.passage.id, finding.evidence.index]
        if not all(_gives(claim.text, (source,))):
            return False
        if source.piece.kind is PieceKind.ROW:  # label, year, unit and figure have been compared cell by cell
            return True
        around = self._around(source)
        part = part_about(claim.text, _texts(source))
        return (
            bool(part)
            and keeps_weight(claim.text, part)
            and same_roles(claim.text, part, around.author_heads)
            and self._tells_deeds(claim.text, part, around)
            and not speaks_of_the_whole(claim.text)
            and not is_narrower(claim.text, source.told)
            and not is_of_another(claim.text, source.told)
            and not changes_sides(claim.text, source.told)
            and are_given(claim, around)
            and are_in_order(claim, around)
        )


def _in_full(text: str, abbreviations: Mapping[str, tuple[str, ...]]) -> str:
    """*text* with the words that each abbreviation stands for."""
    return _CAPITALS.sub(
        lambda match: " ".join(abbreviations.get(match.group().lower(), [match.group()])), text
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


def _halves(sentence: str) -> tuple[str, str] | None:
    """The two statements of *sentence*, where it has two that each stand by themselves."""
    first, *rest = _BESIDE.split(sentence, 1)
    if rest and not _STANDS_FOR.match(rest[0]):
        return f"{first}.", rest[0]
    return halves_of(sentence)


def in_words_of(cited: Sequence[Source], sentence: str) -> str:
    """*sentence* with the words of the pieces for those of its own that say the same."""
    told = {stem(word): word for source in cited for word in words(source.told)}

    def instead(match: re.Match[str]) -> str:
        said = stem(match.group().lower())
        same = () if said in told else (word for root, word in told.items() if say_the_same(said, root))
        return next(iter(same), match.group())

    return _SMALL_WORD.sub(instead, _with_own(cited, sentence))


def _with_own(cited: Sequence[Source], sentence: str) -> str:
    """The sentence with "the fund" for "the Director's fund" where the director says "my fund"."""
    for source in cited:
        for head in author_heads(source.document.info.author):
            for match in re.finditer(r"\b[Tt]he (\w+)['’]s (\w+)", sentence):
                if stem(match[1]) == head and re.search(rf"\b(?:my|our) {match[2]}\b", source.told, re.I):
                    sentence = sentence.replace(match.group(), f"the {match[2]}")
    return sentence[:1].upper() + sentence[1:]


def _texts(source: Source) -> list[str]:
    """What the piece says, and each of its sentences, where it has several."""
    told = source.told
    sentences = sentences_of(told)
    return [told, *sentences] if len(sentences) > 1 else [told]


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
