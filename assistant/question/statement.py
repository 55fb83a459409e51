"""What a yes-or-no question asks to be true, as a statement: “it is a mill” of “is it a mill?”."""

import re

_BE_AND_HAVE = frozenset("is are was were has have had".split())
_MAY = frozenset("can could will would should may might must shall".split())
_DO = frozenset("do does did".split())
_PRONOUNS = frozenset("it he she they we i you this that these those there".split())
_ARTICLES = frozenset("the a an my our your his her its their".split())
_BEFORE_NOUNS = _ARTICLES | frozenset("this that these those all any some".split())
_JOINS = frozenset("of and for".split())
# Words with which what is said of somebody may begin.
_SAYS = _ARTICLES | frozenset(
    "in on at to with by from about under over as than into within"
    " still also now not already only being be been going more less fewer most very too"
    # Participles and adjectives that do not look like such.
    " gone made paid met cut dealt put held got done seen run set kept led told spent brought built found"
    " good happy part open responsible able free safe due better worse".split()
)
_FORM = re.compile(r"\w{2,}(?:ed|ing|ly)")
_BEGINNING = re.compile(r"^(?:(?:so|and|but|ok|okay)\b[, ]*)+", re.IGNORECASE)
_IS_IT_TRUE = re.compile(r"^is it (?:true|right)(?: that)? ", re.IGNORECASE)
_FEWEST = 3


def statement_of(question: str) -> str | None:
    """The statement that is true where the answer to *question* is yes; None for what is no such question.

    Where somebody ends and what is said of them begins is told by small words and forms, as well as they can.
    """
    asked = _BEGINNING.sub("", question.strip().rstrip("? "))
    if _IS_IT_TRUE.match(asked):
        return _sentence(_IS_IT_TRUE.sub("", asked).split())
    first, *rest = asked.split() or [""]
    auxiliary = first.lower()
    if len(rest) < _FEWEST - 1 or auxiliary not in _BE_AND_HAVE | _MAY | _DO:
        return None
    if auxiliary in _DO:
        return _sentence(rest)
    subject = _subject(rest, is_long=auxiliary in _BE_AND_HAVE)
    return _sentence([*rest[:subject], auxiliary, *rest[subject:]])


def _sentence(said: list[str]) -> str:
    text = " ".join(said)
    return f"{text[:1].upper()}{text[1:]}."


def _subject(said: list[str], *, is_long: bool) -> int:
    """How many of the words that were *said* say of whom it is asked; all but the last at most."""
    lower = [word.lower() for word in said]
    if lower[0] in _PRONOUNS:
        return 1
    most = len(said) - 1
    count = min(1 + (lower[0] in _BEFORE_NOUNS), most)
    while count < most:
        is_joined = not _JOINS.isdisjoint(lower[max(count - 2, 0) : count + 1])
        begins = lower[count] in _SAYS or _FORM.fullmatch(lower[count])
        if not is_joined and (begins or not (is_long or said[count][0].isupper())):
            break
        count += 1
    return count
