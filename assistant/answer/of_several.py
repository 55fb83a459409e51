"""Which of several a piece speaks of: the one that is asked for, and the list before or after another."""

from assistant.answer.evidence import ASKED_NOW, SAID_NEAR, Evidence, credited
from assistant.question.documents_meant import is_past
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.terms import stem, words

# "Which of the two ponds is the deeper?" singles out: that they are ponds is not asked.
_SINGLES_OUT = any_of(
    r"^\W*(?:and |so |but )?(?:which|(?P<counts>how many)) (?:(?:one|ones|two|three) )?of"
    r" (?P<of>[^?,;]+?)(?: (?:in|for|of|from|by|on) [^?,;]+?)?"
    r" (?:is|are|was|were|will be|has been|have been) (?P<how>[^?]+)"
)
# "The twelve rules, replacing the previous ten:" lists the twelve.
_REPLACES = any_of(
    r"\b(?:replac(?:ing|es?|ed)|in place of|instead of)\b.{0,40}\b(?:previous|old|earlier|former)\b"
)
_ASKS_WHAT_CAME = any_of(r"\breplac|\b(?:in place of|instead|new|now|added|changed?|since)\b")


def singles_none_out(query: Query, found: Evidence) -> bool:
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
    is_of_others = any(term.stem == several and given < SAID_NEAR for term, given in pairs)
    return is_of_others and not match["counts"]  # those who are counted may be called otherwise


def asks_of_the_earlier(query: Query) -> bool:
    """True where *query* asks about what was before, and not about what took its place."""
    return is_past(query.text) and not _ASKS_WHAT_CAME.search(query.text)


def came_after_it(introduction: str) -> bool:
    """True for the words above a list that took the place of an earlier one: it is not that one."""
    return bool(_REPLACES.search(introduction))
