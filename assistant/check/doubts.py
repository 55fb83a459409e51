"""Why a piece with the words of a claim may not bear it out: they are said of another, or of another time."""

import re
from collections.abc import Sequence

from assistant.answer.evidence import Evidence, Scale
from assistant.answer.of_another import tells_a_vision
from assistant.answer.polarity import clauses
from assistant.check.alike import said_alike
from assistant.check.claim import Claim, Extent
from assistant.check.clauses import subject_of
from assistant.check.coverage import in_footnotes, spelt_out
from assistant.check.given import Given, is_count
from assistant.check.names import names_in
from assistant.check.substitutes import how_often, roots_of
from assistant.check.word_order import says_it_of_another
from assistant.question.direction import NEGATOR, Direction, direction_of
from assistant.question.patterns import any_of
from assistant.question.quantities import SHARE, quantities_in
from assistant.reading.sentences import sentences_of
from assistant.terms import STOP_WORDS, content_stems, content_words, normalise, stem, words

_SHORT = 3  # words of subject: a claim of so few hangs on each of them
# Verbs and adverbs that a document may do without.
_SAYS_LITTLE = frozenset(map(stem, "came come since still now set has been works means also help".split()))
_A = r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Yy]our)"
_WHO_IS_WHAT = re.compile(rf"^(?P<who>[^,;]+?) (?:is|was|became) (?:now )?{_A} (?P<what>[^,;]+)$")
_WHAT_IS_WHO = re.compile(rf"^{_A} (?P<what>[^,;]+?) (?:is|was) (?P<who>[^,;]+)$")
_OF_WHAT = re.compile(r" (?:of|for|at|in|on|since|until|who|which|that) ")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_IT = re.compile(r"(?:It|They)\b")
_I = re.compile(r"\b(?:I|[Ww]e)\b")
_AND_IT = re.compile(r",? and (?=(?:it|they|this|there) )")
# "£5 to buy seed, mend fences and pay the warden" is not what the fences cost.
_FOR_SEVERAL = re.compile(r"^ to (?P<first>[a-z]+)\b[^,.;]*,[^.;]* and \w+")
_IS_SO = re.compile(
    r"^(?P<what>[\w'’ -]+?) (?:is|are|was|were) (?:(?:mainly|mostly|still|now|all|very) )*(?P<how>[a-z-]+)$",
    re.I,
)
_IS = frozenset(map(stem, "is are was were be been being remain remains stay stays become became".split()))
_BESIDE, _NEAR = 2, 6  # words
_DONE_BY = re.compile(
    r"\b(?P<verb>\w+(?:ed|en|un|ade|et|eld|ought|aid)) by "
    r"(?P<who>(?:the |my |our )?[^\W\d][\w'’]*(?:,? (?:and |of )?[A-Z][\w'’]*)*)"
)
_TO_DO = re.compile(r"(?<!began )(?<!begun )(?<!continue )(?<!continued )(?<!able )\bto (?:\w+ )?$")
_NOUN_ENDS = ("ion", "ions", "ment", "ments", "ance")
_COMMA = re.compile(r",\s")
_FEW = any_of(r"(?<!a )\bfew\b")
_RELATIVE_TIME = any_of(
    r"\b(?:last|this|next|the coming|the past) (?:year|month|week|quarter|spring|summer|autumn|winter)\b"
)
_NO_LONGER = re.compile(r"\b(?:previous|former|earlier|original|old)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_SMALL = re.compile(r"\b[a-z][\w'’-]*")
_MORE_THAN = re.compile(r"\b(?:more|fewer|less) (?P<what>.*?)\bthan\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|fewer|less) (?P<what>\w+(?: \w+)?)", re.IGNORECASE)
_AS_MANY = any_of(r"\bas (?:many|much|often|high|low)\b")
_NOT_SO_MANY = any_of(r"(?:\b(?:not|never|no)|n't)\b[^.;:]{0,30}\bas (?:many|much|often|high|low)\b")
_BUT = re.compile(r"[,;]|\b(?:but|rather)\b")
_OWN = any_of(r"\bown\b")
_THEIR_OWN = any_of(r"\b(?:its|their|his|her|our|my) own\b")
# "Under-used" says another thing than "used"; so do "non-", "part-" and the like.
_PREFIX = r"\b(over|under|non|anti|pro|semi|half|part|ill|well|fully|partly|badly|poorly)"
_PREFIXED = any_of(
    rf"{_PREFIX}[-‑]([a-z]{{3,}})",
    r"\b(?:is|are|was|were|been|being|badly|heavily) (over|under) ([a-z]+ed)\b",
)
_PREFIXED_SOMEHOW = any_of(rf"{_PREFIX}(?=[-‑ ]?([a-z]{{3,}}))")


def is_doubtful(claim: Claim, found: Evidence, values: Sequence[Given], scale: Scale) -> bool:
    """True where *found* has what *claim* says, and says it of somebody or something else all the same."""
    text = normalise(found.text)
    return (
        tells_a_vision(found)
        or _is_no_such_post(claim, text, found, scale)
        or _lacks_what_is_said(claim, found, scale)
        or _is_about_another(claim, text, found, scale)
        or _says_it_in_a_name(claim, text, scale)
        or _denies_of_another(claim, text, found, scale)
        or _is_of_another_time(claim, text, values)
        or _is_said_beside_it(claim, text, values)
        or _is_counted_of_another(found, values)
        or _is_of_so_many(claim, text)
        or _is_over_or_under(claim, text)
        or _is_not_their_own(claim, text)
        or _is_not_said_of_it(claim, text)
        or _is_another_that_turns(claim, found)
        or _is_done_by_another(claim, text)
        or _turns_otherwise(claim, text)
        or says_it_of_another(claim, found, scale)
    )


def is_of_a_namesake(claim: Claim, found: Evidence, scale: Scale) -> bool:
    """True where a name of *claim* stands in *found* only at the end of a longer one: "Youth Panel"."""
    single = [name for name in claim.names if len(name.stems) == 1]
    text = normalise(found.text) if single else ""
    told = names_in(text, scale.vocabulary)
    for name in single:
        holding = [other for other in told if name.stems <= other.stems]
        heads = [text[other.start : other.end].split(" of ")[-1].split() for other in holding]
        is_longer = [len(said) > 1 and stem(said[-1].lower()) in name.stems for said in heads]
        if holding and all(is_longer):
            known = _names_of_documents(scale) | roots_of(claim.text)
            if all(other.stems - known for other in holding):
                return True
    return False


def _names_of_documents(scale: Scale) -> set[str]:
    infos = [document.info for document in scale.documents.values()]
    return roots_of(" ".join(f"{info.title} {info.publisher} {info.author}" for info in infos))


def _own_roots(claim: Claim, found: Evidence, scale: Scale) -> set[str]:
    """The stems of what *found* says itself: in its words, its lead-in, its footnotes and abbreviations."""
    return _in_its_words(claim, found) | spelt_out(found, scale) | in_footnotes(claim, found)


def _in_its_words(claim: Claim, found: Evidence) -> set[str]:
    return roots_of(f"{found.lead_in} {found.text}") | said_alike(claim.text, found.text)


def _is_no_such_post(claim: Claim, text: str, found: Evidence, scale: Scale) -> bool:
    """True where *claim* says that a person is something, and *found* does not say that word of them."""
    said = claim.text.rstrip(". ")
    match = _WHO_IS_WHAT.match(said) or _WHAT_IS_WHO.match(said)
    if match is None or len(claim.people) != 1 or claim.words_of(claim.people[0]) not in match["who"]:
        return False
    what = content_words(_OF_WHAT.split(f"{match['what']} ")[0])
    if not what:
        return False
    head = stem(what[-1])
    if claim.people[0].stems & roots_of(text) or not _FIRST_PERSON.search(text):
        return head not in _own_roots(claim, found, scale)
    own = re.finditer(r"\b(?:I (?:am|was)|as (?:the|an?|your|our))\b(?P<what>[^.;:]{0,60})", text)
    return not any(head in roots_of(each["what"]) for each in own)


def _lacks_what_is_said(claim: Claim, found: Evidence, scale: Scale) -> bool:
    """True for a short claim of which *found* itself does not say all: the rest stands only near it."""
    if claim.values or len(claim.subject) > _SHORT:
        return False
    claimed, sentences = roots_of(claim.text), sentences_of(found.text)
    sentence = max(sentences, key=lambda part: len(roots_of(part) & claimed))
    own = _own_roots(claim, found, scale) - (roots_of(found.text) - roots_of(sentence))
    # What it is about may be told by a pronoun.
    told = _SAYS_LITTLE | roots_of(subject_of(claim.text))
    said = (root for root in _in_small_letters(claim) if root not in told)
    return any(own.isdisjoint(claim.query.meanings(root)) for root in said)


def _in_small_letters(claim: Claim) -> list[str]:
    """The stems of the subject that *claim* writes in small letters: they are no part of a name."""
    small = {stem(part) for word in _SMALL.findall(claim.text) for part in words(word)}
    return [term.stem for term in claim.subject if term.stem in small]


def _is_about_another(claim: Claim, text: str, found: Evidence, scale: Scale) -> bool:
    """True where *claim* begins with a name, and *found* is about another one and does not say it."""
    leading = claim.leading
    if leading is None or leading.is_person or leading.stems & _own_roots(claim, found, scale):
        return False
    if _FIRST_PERSON.search(text) and leading.stems & scale.context.around(found.passage).author:
        return False
    long = {stem(part) for root in leading.stems for part in scale.vocabulary.abbreviations.get(root, ())}
    if long & roots_of(text):
        return False
    subject = subject_of(" ".join(text.split()))
    is_told_of_another = len(claim.subject) <= _SHORT and not claim.values and subject
    return bool(_I.search(text) or names_in(subject, scale.vocabulary) or is_told_of_another)


def _says_it_in_a_name(claim: Claim, text: str, scale: Scale) -> bool:
    """True where a word of a short *claim* only helps to name another: "north" in "North Sea Fleet"."""
    names = [name for name in names_in(text, scale.vocabulary) if len(name.stems) > 1]
    outside, before_last = text, set[str]()
    for name in reversed(names):
        outside = f"{outside[: name.start]} {outside[name.end :]}"
        # The last word says what it is: a "Library Service" is a service.
        before_last |= roots_of(text[name.start : name.end].rpartition(" ")[0])
    said = {*_in_small_letters(claim)} if len(claim.subject) <= _SHORT else set[str]()
    return bool(said & before_last - roots_of(outside))


def _denies_of_another(claim: Claim, text: str, found: Evidence, scale: Scale) -> bool:
    """True where "not" is said of one body in *text*, and *claim* names one of which the rest speaks."""
    negator = NEGATOR.search(text) if claim.is_negated else None
    if negator is None:
        return False
    denied = text[: negator.end()] + _BUT.split(text[negator.end() :])[0]
    known = roots_of(denied)
    if _FIRST_PERSON.search(denied):
        known |= scale.context.around(found.passage).author
    return any(not name.is_first and not name.stems & known for name in claim.names)


def _is_of_another_time(claim: Claim, text: str, values: Sequence[Given]) -> bool:
    """True for "last year" and "every month" where *text* does not say so, and for what once was so."""
    told = {match.group().lower() for match in _RELATIVE_TIME.finditer(text)}
    if {match.group().lower() for match in _RELATIVE_TIME.finditer(claim.text)} - told:
        return True
    if how_often(claim.text) - how_often(text):
        return True
    if roots_of(claim.text) & roots_of("previous former earlier original old replace replaced"):
        return False
    return any(given.value.start and _NO_LONGER.search(text[: given.value.start]) for given in values)


def _is_said_beside_it(claim: Claim, text: str, values: Sequence[Given]) -> bool:
    """True for a value of another clause than the words, and a sum for several things, of which it is one."""
    for given in values:
        several = _FOR_SEVERAL.match(text[given.value.end :])
        if several and claim.query.meanings(stem(several["first"].lower())).isdisjoint(roots_of(claim.text)):
            return True
        clause = next((part for part in _AND_IT.split(text) if given.words and given.words in part), text)
        here, anywhere = roots_of(clause), roots_of(text)
        said = [claim.query.meanings(root) for root in _in_small_letters(claim)]
        if any(meanings & anywhere and not meanings & here for meanings in said):
            return True
    return False


def _is_counted_of_another(found: Evidence, values: Sequence[Given]) -> bool:
    """True for "It has three main aims": which of several things "it" is shows in what narrows the number."""
    return bool(_IT.match(found.text)) and any(is_count(given.value) and given.strangers for given in values)


def _is_of_so_many(claim: Claim, text: str) -> bool:
    """True for "most" where *text* tells a share, "few" where not, "as many" where there are fewer."""
    shares = any(quantity.unit == SHARE for quantity in quantities_in(text))
    is_share = claim.extent in {Extent.ALL, Extent.MOST} and not claim.quantities and shares
    is_few = _FEW.search(claim.text) and not _FEW.search(text)
    compared = _MORE_THAN.search(claim.text)
    is_compared = compared and not _is_more(compared["what"], direction_of(claim.text), text)
    is_less = _AS_MANY.search(claim.text) and _NOT_SO_MANY.search(text) and not claim.is_negated
    return bool(is_share or is_few or is_compared or is_less)


def _is_over_or_under(claim: Claim, text: str) -> bool:
    """True for "under-used" where *text* says only "used", or "over-used"."""
    return not _prefixed(_PREFIXED, normalise(claim.text)) <= _prefixed(_PREFIXED_SOMEHOW, text)


def _prefixed(pattern: re.Pattern[str], text: str) -> set[tuple[str, str]]:
    """The prefixes that *pattern* finds in *text*, each with the stem of what it stands before."""
    pairs = (filter(None, groups) for groups in pattern.findall(text.lower()))
    return {(prefix, stem(word)) for prefix, word in pairs}


def _is_not_their_own(claim: Claim, text: str) -> bool:
    """True for "they set their own fees" where *text* says of nobody that anything is his own."""
    return bool(_THEIR_OWN.search(claim.text)) and not _OWN.search(text)


def _is_more(what: str, direction: Direction | None, text: str) -> bool:
    """True where *text* says that there is more or less of *what*, or a clause of it that it turns so."""
    asked = content_stems(what)
    told = content_stems(" ".join(match["what"] for match in _MORE.finditer(text)))
    turning = (part for part in clauses(text) if direction_of(part) is direction)
    return not asked or bool(asked & told) or any(asked <= content_stems(part) for part in turning)


def _is_not_said_of_it(claim: Claim, text: str) -> bool:
    """True for "the boats are new" where *text* has both words, and neither joins them."""
    match = _IS_SO.match(claim.text.rstrip(". "))
    named = content_words(match["what"]) if match else []
    if match is None or not named or claim.values or claim.is_negated:
        return False
    things, so = (claim.query.meanings(stem(word)) for word in (named[-1], match["how"].lower()))
    said = [stem(word) for word in words(text)]
    at = [n for n, root in enumerate(said) if root in so]
    if not at or things.isdisjoint(said):
        return False
    before = any(things & {*said[n + 1 : n + 1 + _BESIDE]} for n in at)
    return not before and not any(_IS & {*said[max(n - _NEAR, 0) : n]} for n in at)


def _is_another_that_turns(claim: Claim, found: Evidence) -> bool:
    """True for "fuel use is rising" where *found* speaks of fuel, and of no use."""
    if not claim.direction or claim.values:
        return False
    thing = [stem(word) for word in words(subject_of(claim.text)) if word not in STOP_WORDS]
    own = _in_its_words(claim, found)
    return any(own.isdisjoint({root, *claim.query.meanings(root)}) for root in thing)


def _is_done_by_another(claim: Claim, text: str) -> bool:
    """True for "is run by the guild" where *text* tells another doer, or none with the verb."""
    match = _DONE_BY.search(claim.text)
    if match is None:
        return False
    verb, doer = stem(match["verb"].lower()), content_stems(match["who"])
    doers = [each["who"] for each in _DONE_BY.finditer(text) if stem(each["verb"].lower()) == verb]
    if doers:
        return not any(doer & content_stems(who) or _FIRST_PERSON.search(who) for who in doers)
    said = words(text)
    alike = claim.query.meanings(verb)
    verbs = [n for n, word in enumerate(said) if stem(word) in alike and not word.endswith(_NOUN_ENDS)]
    # "To get the council to mend it" says of nobody that he mends it.
    before = [" ".join(said[max(n - _NEAR, 0) : n]) for n in verbs]
    return all(_TO_DO.search(f"{words_before} ") for words_before in before)


def _turns_otherwise(claim: Claim, text: str) -> bool:
    """True where two things of *claim* rise or fall, and not so in *text*."""
    claimed, told = ([*filter(None, map(direction_of, _COMMA.split(each)))] for each in (claim.text, text))
    return len(claimed) > 1 and len(told) > 1 and claimed != told
