"""Whether a piece speaks of another thing than the one asked about, though it shares the words.

Another person, paper or habit; a sum for something else, or paid by others; what was done to another's
matter; what is wished, or no view where one is asked for.
"""

import re

from assistant.answer.context import introduction_of
from assistant.answer.evidence import ASKED_NOW, FOUND, OWN, SHOWN, Evidence, credited, names_who_does
from assistant.answer.named_paper import is_of_another_paper
from assistant.answer.posts import asks_for_name, is_another_holder
from assistant.question.direction import DIRECTION_WORDS, direction_of
from assistant.question.documents_meant import is_past
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.question.signs_of_kind import may_name_a_person
from assistant.terms import stem, words
from assistant.types import PieceKind

_COORDINATED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)* (?:&|and) [A-Z]\w+(?: [A-Z]\w+)*")
# "When is the next meeting?" asks for one to come, which old papers do not tell of.
_NEXT = any_of(r"\bnext\b(?! (?:(?:\w+ )?(?:years?|months?|weeks?)|plan|door|to|steps?|few)\b)")
_OF_SOMEBODY = any_of(r"^\W*(?:he|she)\b")  # who that is, is said further above
_LEANS = any_of(r"^\W*(?:it|this|these|they|that|those|such|he|she)\b")
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
_PAYER = any_of(
    r"\bhow much (?:extra |more |less )?(?:does|did|do|will|would|must|has|have) (?:the |an? )?"
    r"(?P<who>(?:[\w-]+ ){1,4}?)(?:have to |had to )?(?P<pays>pay|paid|spend|spent|owe|owed)\b"
)
# "Which of the two ponds is the deeper?" singles out: that they are ponds is not asked.
_SINGLES_OUT = any_of(
    r"^\W*(?:and |so |but )?(?:which|(?P<counts>how many)) (?:(?:one|ones|two|three) )?of"
    r" (?P<of>[^?,;]+?)(?: (?:in|for|of|from|by|on) [^?,;]+?)?"
    r" (?:is|are|was|were|will be|has been|have been) (?P<how>[^?]+)"
)
# "Is knife crime rising?": all of a thing that is named so shortly is meant.
_RISES = any_of(
    r"^\W*(?:is|are|was|were|has|have|had|will|does|do|did) (?:(?:the|our|your|his|their) )?"
    r"(?P<thing>(?:[\w’'-]+ ){1,3}?)(?:(?:be|been|still|also|now) )*(?P<turns>\w+)\b"
    r"(?=\W*$| (?:in|since|over|again|at)\b)"
)
# "The twelve rules, replacing the previous ten:" lists the twelve.
_REPLACES = any_of(
    r"\b(?:replac(?:ing|es?|ed)|in place of|instead of)\b.{0,40}\b(?:previous|old|earlier|former)\b"
)
_ASKS_WHAT_CAME = any_of(r"\breplac|\b(?:in place of|instead|new|now|added|changed?|since)\b")
_SPENDS = frozenset({"spend", "spent"})
_WHO_ASKS = "i"
_OF_MYSELF = any_of(r"\b(?-i:I)(?: am|['’]m| also| was)\b")
_SAYS_NEXT = any_of(r"\b(?:next|forthcoming|upcoming|a further|another)\b")
_SURE = 0.6  # so sure a reader knows what a sum is for, though the text says it in other words
_SAID_NEAR = 0.55  # credit of a word in the piece, in what introduces it, or a little before
_IN_THE_TITLE = 0.45  # of the document, or nearer
_ABOVE_IT = 0.5  # in the headings above, or nearer
_SAID_ITSELF = 0.6
_VISION = "vision"
_LINE = 200  # characters in which a line that leads to a piece ends


def speaks_of_another(query: Query, found: Evidence) -> bool:
    """True where *found* is no answer to this kind of question, whatever its words: it tells another's."""
    if _ASKS_A_VIEW.search(query.text) and not _GIVES_A_VIEW.search(found.text):
        return True
    introduction = introduction_of(found.piece, found.passage, found.document)
    if _singles_none_out(query, found) or is_what_came_after(query, introduction):
        return True
    match query.kind:
        case Kind.PERSON:
            return _is_another(query, found)
        case Kind.DATE:
            is_past = bool(_NEXT.search(query.text) and not _SAYS_NEXT.search(found.text))
            return is_past or is_of_another_paper(query.text, found.text, found.document.info.title)
        case Kind.FREQUENCY:
            return _is_done_by_another(query, found)
        case Kind.REASON:
            return _is_part_of_a_list(found)
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
        return _only_together(query, found) or _owner_missing(query, found) or _paid_by_another(query, found)
    return ()


def _singles_none_out(query: Query, found: Evidence) -> bool:
    """True where *query* asks which of several is so, or how many, and *found* says it of none of them."""
    match = _SINGLES_OUT.search(query.text)
    if not match:
        return False
    *_, several = map(stem, words(match["of"]))
    how = {stem(word) for word in words(match["how"])}
    pairs = [(term, given) for term, given in credited(query, found) if term.weight >= ASKED_NOW]
    said = {stem(word) for word in words(found.text)}
    asked = [term.stem for term, _ in pairs if term.stem in how]
    if asked and not any(said & query.meanings(root) for root in asked):
        return True
    is_of_others = any(term.stem == several and given < _SAID_NEAR for term, given in pairs)
    return is_of_others and not match["counts"]  # those who are counted may be called otherwise


def is_what_came_after(query: Query, introduction: str) -> bool:
    """True for a list that took the place of the earlier one, where *query* asks about that."""
    asks_of_the_earlier = is_past(query.text) and not _ASKS_WHAT_CAME.search(query.text)
    return bool(asks_of_the_earlier and _REPLACES.search(introduction))


def _is_part_of_a_list(found: Evidence) -> bool:
    """True for words above a list that promise no reason, and for an item where only they speak of it."""
    is_item = found.piece.kind is PieceKind.ITEM and max(found.credits, default=0.0) < OWN
    return found.kind_fit < SHOWN and (is_item or bool(found.signs.announces))


def _is_a_wish(query: Query, found: Evidence) -> bool:
    """True for a vision, told to somebody who asks whether a thing is so."""
    if any(term.word == _VISION for term in query.terms):
        return False
    start = found.piece.start
    leads = found.document.text[max(start - _LINE, 0) : start].rstrip().rpartition("\n")[2]
    above = " | ".join(
        (*found.passage.section[-1:], _introduction(found), leads if leads.endswith(":") else "")
    )
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
    is_of_other = any(given < _SAID_NEAR for root, given in thing if root in named)
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
    introduction = _introduction(found)
    told = f"{introduction} {text}"
    is_somebody = may_name_a_person(told) or _OF_SOMEBODY.search(introduction) or _OF_MYSELF.search(told)
    return asks_for_name(query.text) and not is_somebody


def _introduction(found: Evidence) -> str:
    """The words above the list that *found* is an item of."""
    return found.document.text[slice(*found.piece.lead_in)] if found.piece.lead_in else ""


def _with_what_leads_to(found: Evidence) -> str:
    """The piece after its heading and the piece before it: "The chair is elected in May. It is Ann Lee"."""
    return _between(found, found.index - 1, found.index)


def _with_what_leans(found: Evidence) -> str:
    """The piece after its heading, with the one it leans on and one that leans on it: "This pays for …"."""
    after = found.passage.pieces[found.index + 1 :][:1]
    leaned_on = any(_LEANS.search(found.document.text[piece.start : piece.end]) for piece in after)
    return _between(found, found.index - bool(_LEANS.search(found.text)), found.index + leaned_on)


def _between(found: Evidence, first: int, last: int) -> str:
    """The heading above *found*, and the pieces of its passage from the *first* to the *last*."""
    pieces = found.passage.pieces
    text = found.document.text[pieces[max(first, 0)].start : pieces[last].end]
    return " | ".join((*found.passage.section[-1:], text))


def _owner_missing(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words of whose figure is asked for, or of what, that the evidence does not speak of: it is another's.

    What the documents never speak of they may call by another name, if the reader is sure that they do.
    """
    pairs = credited(query, found)
    owner = tuple(term.word for term, given in pairs if term.stem in query.owner and given < FOUND)
    if owner or not query.paid_for:
        return owner
    said = {stem(word) for word in words(f"{_introduction(found)} {_with_what_leans(found)}")}
    unsaid = [
        term
        for term, given in pairs
        if term.stem in query.paid_for
        and term.weight >= ASKED_NOW
        # Whose words they are tells a name ("Ann Lee's office"), but not what a sum is for.
        and (given < FOUND if term.is_name else said.isdisjoint(query.meanings(term.stem)))
    ]
    is_sure = found.piece.kind is not PieceKind.ROW and found.signs.answers >= _SURE
    excused = is_sure and not any(term.is_known for term in unsaid)
    return () if excused else tuple(term.word for term in unsaid)


def _done_to_another(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words of whose matter is dealt with ("who sets the shop's rent?"), where *found* is of another's."""
    match = _OF_WHOM.search(query.core)
    whose = {stem(word) for word in words(" ".join(filter(None, match.groups())))} if match else set()
    pairs = credited(query, found)
    return tuple(term.word for term, given in pairs if term.stem in whose and given < FOUND)


def _is_done_by_another(query: Query, found: Evidence) -> bool:
    """True where *query* asks how often somebody does a thing, and *found* does not speak of that one."""
    match = _HOW_OFTEN.search(query.core)
    who = stem(match["who"]) if match else ""
    return any(term.stem == who and given < _SAID_NEAR for term, given in credited(query, found))


def _paid_by_another(query: Query, found: Evidence) -> tuple[str, ...]:
    """Words of who pays ("how much will tenants pay?") that a row of figures has nothing to do with."""
    match = _PAYER.search(query.core) if found.piece.kind is PieceKind.ROW else None
    payer = {stem(word) for word in words(match["who"])} if match else set()
    if match and _WHO_ASKS in payer:
        return (match["pays"],)
    # Whoever a document is of may be said to spend; what a title's other words pay is not told by a row.
    least = _IN_THE_TITLE if match and match["pays"].lower() in _SPENDS else _ABOVE_IT
    return tuple(term.word for term, given in credited(query, found) if term.stem in payer and given < least)


def _only_together(query: Query, found: Evidence) -> tuple[str, ...]:
    """Names that have a figure only together with others ("A and B" is not an answer about B)."""
    asked = {term.stem for term in query.terms if term.is_name}
    if not asked:
        return ()
    info = found.document.info
    own = {stem(word) for word in words(f"{info.publisher} {info.title}")}
    text = f"{found.text} | {' | '.join(found.passage.section[-1:])}"
    alone = {stem(word) for word in words(_COORDINATED.sub(" ", text))}
    together: set[str] = set()
    for match in _COORDINATED.finditer(text):
        sides = [{stem(word) for word in words(side)} for side in re.split(r" (?:&|and) ", match.group())]
        if any(not side & asked for side in sides):
            together.update(*(side for side in sides if side <= asked))
    return tuple(term.word for term in query.terms if term.is_name and term.stem in together - alone - own)
