"""Whether a piece speaks of another thing than the one asked about, though it shares the words.

Another person, paper or habit; a sum of another (`another_sum.py`); another of several (`of_several.py`);
what was done to another's matter; what is wished, or no view where one is asked for.
"""

from collections.abc import Sequence

from assistant.answer.another_sum import pieces_between, words_of_another_sum
from assistant.answer.contact import reaches_another
from assistant.answer.context import introduction_of
from assistant.answer.evidence import (
    ASKED_NOW,
    FOUND,
    OWN,
    SAID_NEAR,
    SHOWN,
    Evidence,
    credited,
    names_who_does,
)
from assistant.answer.named_paper import is_of_another_paper
from assistant.answer.of_several import asks_of_the_earlier, came_after_it, singles_none_out
from assistant.answer.posts import asks_for_name, is_another_holder
from assistant.answer.tasks import tells_no_task_of_it
from assistant.question.direction import DIRECTION_WORDS, direction_of
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.question.signs_of_kind import may_name_a_person
from assistant.terms import content_stems, content_words, stem, words
from assistant.types import PieceKind

# "When is the next meeting?" asks for one to come, which old papers do not tell of.
_NEXT = any_of(r"\bnext\b(?! (?:(?:\w+ )?(?:years?|months?|weeks?)|plan|door|to|steps?|few)\b)")
_OF_SOMEBODY = any_of(r"^\W*(?:he|she)\b")  # who that is, is said further above
_OF_WHOM = any_of(
    r"\b(?P<whose>[\w-]+)['’]s?(?= [a-z])|\b(?:about|against) (?:the|an?|my|our|your) (?P<about>[\w-]+)"
)
_HOW_OFTEN = any_of(
    r"\bhow (?:often|frequently|regularly) (?:do|does|did|will|has|have|is|are) "
    r"(?:(?:the|an?|this|that|our|your|my) )?(?:mr |mrs |ms |miss |dr |cllr )?(?P<who>[\w-]+)"
)
_ASKS_A_VIEW = any_of(r"\bwhat (?:do|does|did) (?:[\w’'-]+ ){1,5}?(?:think|feel|make) (?:of|about)\b")
_GIVES_A_VIEW = any_of(
    r"\b(?:think|thought|feel|felt|believe|view|opinion|want|wish|hope|fear|worr|concern|confiden|satisf|trust)",
    r"\b(?:important|prefer|welcome|oppos|agree|happy|pleased|proud|convinced|in favour|against)",
    r"\b(?:tells?|told|says?|said|asks?|asked|survey|consult|feedback|complain|call for|called for)",
)
# "Is knife crime rising?": all of a thing that is named so shortly is meant.
_RISES = any_of(
    r"^\W*(?:is|are|was|were|has|have|had|will|does|do|did) (?:(?:the|our|your|his|their) )?"
    r"(?P<thing>(?:[\w’'-]+ ){1,3}?)(?:(?:be|been|still|also|now) )*(?P<turns>\w+)\b"
    r"(?=\W*$| (?:in|since|over|again|at)\b)"
)
_SUFFERERS_OF = any_of(r"\b(?:victims?|survivors?|sufferers?) (?:of|from) (?:an? |the )?(?P<what>[\w’'-]+)")
_HOLD = r"\b(?:hold|holds|held|holding)"
_ASKS_ACCOUNT = any_of(
    rf"{_HOLD} (?P<whom>(?:[\w’'-]+ ){{1,6}}?)(?:properly |publicly )?(?:to account|accountable)\b",
    r"\b(?:is|are|was|were|be|being|can|could|will|should|does|do|did) (?P<who>(?:[\w’'-]+ ){1,6}?)"
    r"(?:be |being |get |properly |publicly )*held (?:to account|accountable)\b",
)
_ACCOUNT = any_of(
    rf"{_HOLD} (?P<whom>(?:[\w’'-]+ ){{1,8}}?)to account\b",
    r"\b(?P<who>[\w’'-]+) (?:(?:is|are|was|were|be|being|to|\w+ly) )+held to account\b",
)
_PRONOUN = frozenset("they them he him she her it those these".split())
_SPEAKER = frozenset("me us".split())
_OF_MYSELF = any_of(r"\b(?-i:I)(?: am|['’]m| also| was)\b")
_SAYS_NEXT = any_of(r"\b(?:next|forthcoming|upcoming|a further|another)\b")
_SAID_ITSELF = 0.6
_VISION = "vision"
_LINE = 200  # characters in which a line that leads to a piece ends


def speaks_of_another(query: Query, found: Evidence) -> bool:
    """True where *found* is no answer to this kind of question, whatever its words: it tells another's."""
    if _ASKS_A_VIEW.search(query.text) and not _GIVES_A_VIEW.search(found.text):
        return True
    others = (singles_none_out, tells_no_task_of_it, _is_for_other_sufferers, _holds_another_to_account)
    if any(is_of_another(query, found) for is_of_another in others):
        return True
    if asks_of_the_earlier(query) and came_after_it(
        introduction_of(found.piece, found.passage, found.document)
    ):
        return True
    match query.kind:
        case Kind.PERSON:
            return _is_another(query, found)
        case Kind.DATE:
            has_been = bool(_NEXT.search(query.text) and not _SAYS_NEXT.search(found.text))
            return has_been or is_of_another_paper(query.text, found.text, found.document.info.title)
        case Kind.FREQUENCY:
            return _is_done_by_another(query, found)
        case Kind.REASON:
            return _is_part_of_a_list(found)
        case Kind.CONTACT:
            return reaches_another(query.text, found)
        case Kind.YES_NO:
            return _is_a_wish(query, found) or _another_rises(query, found)
        case _:
            return False


def words_of_another(query: Query, found: Evidence, is_figure: bool) -> tuple[str, ...]:
    """The words of whom or what *query* is about that *found*, which is of another, does not speak of."""
    if names_who_does(query, found.piece, found.document):
        done = _done_to_another(query, found)
        if done:
            return done
    if is_figure or found.piece.kind is PieceKind.ROW:
        return words_of_another_sum(query, found)
    return ()


def _holds_another_to_account(query: Query, found: Evidence) -> bool:
    """True where the piece tells whom somebody holds to account, and *query* asks about another."""
    asked = _ASKS_ACCOUNT.search(query.text)
    before = introduction_of(found.piece, found.passage, found.document) or _sentence_before(found)
    told = f"{before} {found.text}"
    found_in = _ACCOUNT.finditer(told) if asked else ()
    whom = [(match["whom"] or match["who"]).lower().split() for match in found_in]
    if not asked or not whom:
        return False
    meant = content_words(asked["whom"] or asked["who"])[-1:]  # neither the harbour's master nor its mayor
    return bool(meant) and not any(stem(meant[0]) in _held(said, found) for said in whom)


def _sentence_before(found: Evidence) -> str:
    """What stands before a piece that announces a list: "These include:" is said of that."""
    if not found.index or not found.text.rstrip().endswith(":"):
        return ""
    before = found.passage.pieces[found.index - 1]
    return found.document.text[before.start : before.end]


def _held(whom: Sequence[str], found: Evidence) -> frozenset[str]:
    """The stems of those who are held to account: of the author, or of the piece, for a pronoun."""
    if _SPEAKER.intersection(whom):
        return content_stems(found.document.info.author)
    return content_stems(found.text if _PRONOUN.intersection(whom) else " ".join(whom))


def _is_part_of_a_list(found: Evidence) -> bool:
    """True for words above a list that promise no reason, and for an item where only they speak of it."""
    is_item = found.piece.kind is PieceKind.ITEM and max(found.credits, default=0.0) < OWN
    return found.kind_fit < SHOWN and (is_item or bool(found.signs.announces))


def _is_a_wish(query: Query, found: Evidence) -> bool:
    """True for a vision, told to somebody who asks whether a thing is so."""
    asks_for_it = any(term.word == _VISION for term in query.terms)
    return not asks_for_it and tells_a_vision(found, "".join(found.passage.section[-1:]))


def tells_a_vision(found: Evidence, heading: str = "") -> bool:
    """True where the label or the line above *found*, or *heading*, calls it a vision, and no fact."""
    start = found.piece.start
    leads = found.document.text[max(start - _LINE, 0) : start].rstrip(" \n>").rpartition("\n")[2]
    above = " | ".join((heading, found.lead_in, leads if leads.endswith(":") else ""))
    label, colon, _ = found.text.partition(":")
    return _VISION in words(f"{above} {label if colon else ''}")


def _another_rises(query: Query, found: Evidence) -> bool:
    """True where *query* asks whether a thing rises or falls, and the piece itself speaks of none such.

    "Recorded crime has been rising" says nothing of knife crime.
    """
    if not direction_of(query.text) or found.piece.kind is PieceKind.ROW:
        return False
    thing = [
        (term.stem, given)
        for term, given in credited(query, found)
        if term.weight >= ASKED_NOW and term.stem not in DIRECTION_WORDS
    ]
    match = _RISES.search(query.text)
    named = {stem(word) for word in words(match["thing"])} if match and _turns(match["turns"]) else set()
    is_of_other = any(given < SAID_NEAR for root, given in thing if root in named)
    return bool(thing) and (is_of_other or max(given for _, given in thing) < _SAID_ITSELF)


def _turns(word: str) -> bool:
    return stem(word.lower()) in DIRECTION_WORDS


def _is_another(query: Query, found: Evidence) -> bool:
    """True where *query* asks who somebody is, and *found* names another, or nobody."""
    info = found.document.info
    text = _with_what_leads_to(found)
    owner = f"{info.publisher} {info.author} {info.title}"
    return _names_nobody(query, found, text) or is_another_holder(query, text, owner)


def _names_nobody(query: Query, found: Evidence, text: str) -> bool:
    """True where only a name answers, and neither *text* has one nor a list is told of him or her."""
    introduction = found.lead_in
    told = f"{introduction} {text}"
    is_somebody = may_name_a_person(told) or _OF_SOMEBODY.search(introduction) or _OF_MYSELF.search(told)
    return asks_for_name(query.text) and not is_somebody


def _with_what_leads_to(found: Evidence) -> str:
    """The piece after its heading and the piece before it: "The chair is elected in May. It is Ann Lee"."""
    return pieces_between(found, found.index - 1, found.index)


def _done_to_another(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words of whose matter is dealt with ("who sets the shop's rent?"), where *found* is of another's."""
    match = _OF_WHOM.search(query.core)
    whose = {stem(word) for word in words(" ".join(filter(None, match.groups())))} if match else set()
    pairs = credited(query, found)
    return tuple(term.word for term, given in pairs if term.stem in whose and given < FOUND)


def _is_for_other_sufferers(query: Query, found: Evidence) -> bool:
    """True where *query* asks about the victims of a thing, and *found* does not speak of that thing."""
    match = _SUFFERERS_OF.search(query.core)
    what = stem(match["what"].lower()) if match else ""
    return any(term.stem == what and given < SAID_NEAR for term, given in credited(query, found))


def _is_done_by_another(query: Query, found: Evidence) -> bool:
    """True where *query* asks how often somebody does a thing, and *found* does not speak of that one."""
    match = _HOW_OFTEN.search(query.core)
    who = stem(match["who"]) if match else ""
    return any(term.stem == who and given < SAID_NEAR for term, given in credited(query, found))
