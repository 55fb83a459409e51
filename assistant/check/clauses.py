"""What a sentence is about, and the two statements that one sentence may hold."""

import re

from assistant.question.patterns import any_of
from assistant.question.periods import periods_in
from assistant.question.quantities import quantities_in

# The commonest verbs of papers; one that may be a noun ("the costs of") is none before such a word.
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|can|may|must|does|do|did|cannot|says?|said|sets?|gives?|gave|gets?|got"
    r"|makes?|made|covers?|costs?|runs?|ran|works?|worked|provides?|provided|employs?|offers?|offered|holds?|held"
    r"|puts?|began|begins?|started|launched|published|introduced|adds?|added|opens?|opened|closed|meets?|met|takes?"
    r"|took|shows?|showed|contains?|includes?|included|lists?|lies|rose|rises?|fell|falls?|stays?|supports?|supported"
    r"|receives?|received|asks?|asked|appoints?|appointed|brings?|brought|pays?|paid|leads?|led|manages?|chairs?"
    r"|publishes|monitors?|expects?|needs?|allows?|became|becomes?|remains?|remained|continues?|continued|reviews|handles"
    r"|helps?|helped|aims|delivers?|delivered|decides?|agrees|agreed|approved|endorsed|announced|replaces|replaced"
    r"|increases|increased|decreased|goes|went|uses|used)\b(?!\s+(?:of|and|or|for)\b)"
)
_ALSO = r"(?:(?:also|now|still|currently|only|therefore|then|had|has|have) )*"
_SUBJECT = re.compile(rf"^(?P<subject>(?:[\w'’()&-]+,? ){{1,12}}?){_ALSO}{_VERB}", re.IGNORECASE)
_NO_SUBJECT = any_of(
    r"^(?:this|that|these|those|there|it|they|he|she|we|i|you|in|on|at|by|from|for|to|if|when|where|while|as|since"
    r"|under|with|after|before|once|about|around|both|some|all|each|among|of|which|who)\b"
)
_BARE = re.compile(r"^(?:the|a|an|its|their|our|his|her)$", re.IGNORECASE)
_AT_FIRST = re.compile(r"^(?:In|For|By|Since|During) [^,]{3,30}?\d,? (?=[a-zA-Z])")
_BREAK = re.compile(
    r";\s+|,?\s+(?:and|but)\s+(?:also\s+)?|,\s+(?:although|though|whereas|while)\s+"
    r"|,\s+of (?:this|which),?\s+|,\s+(?P<which>which|who)\s+"
)
_VERB_FIRST = re.compile(rf"{_ALSO}{_VERB}")
_SUM_FIRST = re.compile(rf"£\d[\d.,]*\w* {_ALSO}{_VERB}")
_PRONOUN = re.compile(rf"^(?P<subject>it|he|she|they) {_ALSO}{_VERB}", re.IGNORECASE)
_LAST_NAME = re.compile(r"(?:[A-Z][\w'’&-]*(?: of| the| and)? )*[A-Z][\w'’&-]*$")
_REPORTS = re.compile(
    r"^[A-Z][\w'’() -]{2,80}? "
    r"(?:says|said|expects|expected|believes|believed|stated|noted|reported|predicted|claimed)"
    r"(?: that)? (?P<what>\w+ \w+ .+)$"
)
_INCLUDES = re.compile(r"^(?P<lead>\w[^,;:]{3,100}? (?:includes?|included)) (?P<things>.+)$")
_AMONG = re.compile(
    r"^(?P<things>\w[^;:]{3,120}?) (?:are|were) "
    r"(?P<rest>(?:among|part of|some of|additional|new|further)\b.+)$"
)
_AMONG_FIRST = re.compile(r"^Among (?P<rest>[^,;:]{3,80}?) (?:are|were) (?P<things>.+)$")
_HAS_SO_MANY = re.compile(
    r"^(?P<lead>\w[^,;:]{2,80}? (?:has|have|had|contains?|sets? out|covers?|employs?|runs?|lists?))"
    r" (?P<things>.+)$"
)
_MEASURE_OF = re.compile(r"an? \w+ of ")
_AND_OR_COMMA = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_FEWEST_WORDS = 3


def subject_of(sentence: str) -> str:
    """The words before the verb of *sentence*, where they are plainly what it is about; else nothing."""
    found = None if _NO_SUBJECT.match(sentence) else _SUBJECT.match(sentence)
    subject = found["subject"].strip(" ,") if found else ""
    # "Staff numbers to fall" states nothing by itself.
    return "" if _BARE.match(subject) or subject.endswith(" to") else subject


def reported_in(sentence: str) -> str:
    """What somebody says or expects, by *sentence*; nothing for a sentence that reports nothing."""
    match = _REPORTS.match(sentence)
    return match["what"] if match else ""


def members_of(sentence: str) -> tuple[str, ...]:
    """One statement for each thing that *sentence* says to be among others; nothing for any other sentence.

    “The aims include a pond and a path” says that they include a pond, and that they include a path.
    """
    listed, among = _INCLUDES.match(sentence), _AMONG.match(sentence)
    if listed:
        things = _AND_OR_COMMA.split(listed["things"].rstrip(". "))
        told = tuple(f"{listed['lead']} {thing}." for thing in things)
    elif among:
        things = _AND_OR_COMMA.split(among["things"])
        told = tuple(f"{thing[:1].upper()}{thing[1:]} is {among['rest']}" for thing in things)
    elif among_first := _AMONG_FIRST.match(sentence):
        return members_of(f"{among_first['things'].rstrip('. ')} are among {among_first['rest']}.")
    elif so_many := _HAS_SO_MANY.match(sentence):
        return _each_counted(so_many["lead"], so_many["things"])
    else:
        return ()
    return told if len(told) > 1 and all(things) else ()


def _each_counted(lead: str, things: str) -> tuple[str, ...]:
    """A statement for each of the *things*, where each has a number: “nine rooms and four doors”."""
    counted = _AND_OR_COMMA.split(things.rstrip(". "))
    has_number = [_begins_with_number(thing) and ":" not in thing for thing in counted]
    return tuple(f"{lead} {thing}." for thing in counted) if len(counted) > 1 and all(has_number) else ()


def _begins_with_number(thing: str) -> bool:
    """True for “four doors” and “a width of about 9 metres”, and not for “replacing two doors”."""
    first = next(iter(quantities_in(thing)), None)
    return first is not None and (not first.start or bool(_MEASURE_OF.fullmatch(thing[: first.start])))


def listed_in(sentence: str) -> str:
    """*sentence* without the number that introduces a list of as many; nothing for any other sentence.

    “It borders three others: Ay, Bee and Cee” says that it borders Ay, Bee and Cee.
    """
    before, colon, things = sentence.partition(": ")
    number = next(reversed(quantities_in(before)), None) if colon else None
    if number is None or len(_AND_OR_COMMA.split(things)) != number.number:
        return ""
    return f"{before[: number.start].rstrip()} {things}"


def halves_of(sentence: str) -> tuple[str, str] | None:
    """The two statements of a sentence such as “It has 9 rooms and costs £5”, each with its subject and time.

    None for a sentence that is one statement, or of which that is not plain.
    """
    time = _AT_FIRST.match(sentence)
    told = sentence[time.end() :] if time else sentence
    for match in _BREAK.finditer(told):
        first, second = told[: match.start()], told[match.end() :]
        subject = _subject_of_second(first, second, is_relative=bool(match["which"]))
        other = f"{subject} {second}".strip()
        if subject is None or min(len(first.split()), len(other.split())) < _FEWEST_WORDS:
            continue
        if time:
            first = time.group() + first
            other = other if periods_in(other) else time.group() + other
        return f"{first}.", other
    return None


def _subject_of_second(first: str, second: str, *, is_relative: bool) -> str | None:
    """The words to put before the second statement: nothing where it has its own; None where it is none."""
    if is_relative:
        name = _LAST_NAME.search(first)
        return name.group() if name and _VERB_FIRST.match(second) else None
    pronoun = _PRONOUN.match(first)
    subject = pronoun["subject"] if pronoun else subject_of(first)
    if not subject:
        return None
    if _VERB_FIRST.match(second):
        return subject
    if _SUM_FIRST.match(second):
        return ""
    return "" if subject_of(second) else None
