"""Which document a claim means by "the plan", and which one a piece of evidence speaks of."""

import re

from assistant.answer.evidence import Evidence, Scale
from assistant.check.claim import Claim
from assistant.question.documents_meant import KIND_NOUN
from assistant.question.vocabulary import Vocabulary
from assistant.terms import STOP_WORDS, normalise, stem, stems, words

_CURRENT = re.compile(
    rf"\b(?:current|present|existing)\s+(?:[\w,'&-]+ ){{0,7}}?(?P<kind>{KIND_NOUN})\b", re.IGNORECASE
)
_NAMED = re.compile(rf"(?P<name>(?:[A-Z][\w'&-]*,? (?:(?:and|of|for) )?)*)(?P<kind>(?i:\b{KIND_NOUN}))\b")
FORMER = frozenset(map(stem, ("previous", "former", "last", "earlier")))


def is_former(found: Evidence, scale: Scale) -> bool:
    """True where *found* calls a document current of whose kind there is a newer one than its own."""
    said = _CURRENT.search(normalise(found.text))
    info = found.document.info
    return said is not None and any(
        other.info.kind == said["kind"].lower() and other.info.date > info.date
        for other in scale.documents.values()
    )


def means_another(claim: Claim, found: Evidence, scale: Scale) -> bool:
    """True where a claim about "the plan" meets a "Tree Plan", or one about its dates an earlier plan.

    When something happened to a plan is decided only by what speaks of a plan, or stands for it.
    """
    said = next(_NAMED.finditer(claim.text), None)
    if said is None:
        return False
    is_of_dates = bool(claim.days) and not claim.quantities
    if is_of_dates and is_former(found, scale) and not (claim.documents or FORMER & {*stems(claim.text)}):
        return True
    text, name = normalise(found.text), _names(said, scale.vocabulary)
    begins_with_pronoun = scale.context.around(found.passage).pieces[found.index].begins_with_pronoun
    same = _of_kind(said["kind"], text)
    if not same and begins_with_pronoun and found.index:
        before = found.passage.pieces[found.index - 1]
        same = _of_kind(said["kind"], normalise(found.document.text[before.start : before.end]))
    if not same:
        return is_of_dates and not begins_with_pronoun
    info = found.document.info
    known = frozenset(words(f"{info.title} {info.publisher}"))
    # "An annual report" may be their "Annual Report".
    own = frozenset[str]() if name else frozenset(words(claim.text))
    told = [_names(other, scale.vocabulary) - own for other in same]
    return not any((name <= other or not other) if name else other <= known for other in told)


def _of_kind(kind: str, text: str) -> list[re.Match[str]]:
    return [other for other in _NAMED.finditer(text) if stem(other["kind"]) == stem(kind)]


def _names(said: re.Match[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The words of a document's name before "plan" or "report", with what its abbreviations stand for."""
    told = [word for word in words(said["name"]) if word not in STOP_WORDS]
    return frozenset(part for word in told for part in vocabulary.abbreviations.get(word, (word,)))
