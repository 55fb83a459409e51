"""Follow-ups: a question that leans on earlier turns becomes one that stands alone.

History is used only when the question needs it: joining turns blindly makes retrieval worse, not better.
"""

import re
from dataclasses import dataclass

from assistant.question.lexicon import FIRST_NAMES, ORDINALS
from assistant.question.periods import Period, periods_in
from assistant.terms import FRAME_WORDS, STOP_WORDS, words
from assistant.types import Conversation, Status, Turn

_CONNECTIVE = re.compile(
    r"^(?:(?:ok(?:ay)?|right|well|so|oh|hmm|sorry|actually|thanks|thank you|great|and|but|or|also|then|no)[,.!\s]+)*"
    r"(?:and|but|or|also|plus|what about|how about|no|i meant|i mean|make that|not|same for|for)\b",
    re.I,
)
_CORRECTION = re.compile(r"^(?:no|sorry|actually|oops|not)\b[,\s]*|\b(?:i meant|i mean|make that)\b", re.I)
_LEADING = re.compile(
    r"^(?:(?:ok(?:ay)?|right|well|so|oh|hmm|sorry|actually|great|and|but|or|also|plus|then|no|thanks|thank you"
    r"|what about|how about|i meant|i mean|make that|same for|for|in|the one (?:in|from|of)|something else)\b[,:.!\s]*)+",
    re.I,
)
_TOPIC_CHANGE = re.compile(
    r"\b(?:something else|different question|another question|new question|change of subject)\b[:,.]?", re.I
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|one|ones|former|latter|same)\b"
    r"|\b(?:that|this|those|these)\b(?!\s+(?:plan|document|report|area|website|page|refresh|year|i|you|we|people|are|have|had|can|will)\b)",
    re.I,
)
_THERE = re.compile(r"\bthere\b\s*[?.!]*$", re.I)
_LATER = re.compile(
    r"\b(?:the )?(?:year after|next year|following year|year later|after that|next one|subsequent year)\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:the )?(?:year before|previous year|last year|year earlier|before that|prior year|preceding year)\b",
    re.I,
)
_ANTECEDENT = re.compile(r"\b(?:the|an?|our|this|each|every)\s+\w+|\b[A-Z]\w+", re.U)
_ORDINAL = re.compile(
    rf"\bthe (last|{'|'.join(ORDINALS)})(?: one| of (?:them|those|these)| item| point)?\s*[?.!]*$|\b(?:number|no\.?) (\d{{1,2}})\s*[?.!]*$|\bthe (last|{'|'.join(ORDINALS)}) one\b",
    re.I,
)
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
_NAME = re.compile(r"\b([A-Z][a-z]+) [A-Z][\w’'-]+")
_CHUNK_WORD = re.compile(r"[\w'’&-]+")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone, with what it carries over.

    `carried` are earlier words with their weight; `new_text` is what this turn itself asks; `focus` are the
    passages that the leaned-on answer rested on; `ordinal` is n for "the n-th one" (-1 for the last).
    """

    text: str
    new_text: str
    kind_text: str
    previous: str = ""
    carried: tuple[tuple[str, float], ...] = ()
    is_follow_up: bool = False
    focus: frozenset[str] = frozenset()
    ordinal: int | None = None


def resolve(question: str, turns: Conversation) -> Resolved:
    """*question* made to stand alone with the help of the latest turn that was about the documents."""
    leaned_on = _latest(turns)
    changed = _TOPIC_CHANGE.search(question)
    if changed:
        question = question[changed.end() :].strip() or question
    if leaned_on is None or changed or not _leans(question):
        return Resolved(question, question, question)
    previous = leaned_on.answer.understood_as or leaned_on.question
    focus = frozenset(citation.passage.id for citation in leaned_on.answer.citations)
    shifted = _with_period_of(question, previous)
    if shifted:
        return Resolved(shifted, shifted, shifted, previous, is_follow_up=True, focus=focus)
    return _carry(question, previous, leaned_on, focus)


def _latest(turns: Conversation) -> Turn | None:
    useful = (Status.ANSWERED, Status.PARTIAL, Status.NOT_IN_DOCUMENTS, Status.NEEDS_CLARIFICATION)
    return next((turn for turn in reversed(turns) if turn.answer.status in useful and turn.answer.text), None)


def _leans(question: str) -> bool:
    if (
        _CONNECTIVE.search(question)
        or _LATER.search(question)
        or _EARLIER.search(question)
        or _THERE.search(question)
    ):
        return True
    if _ORDINAL.search(question):
        return True
    pronoun = _PRONOUN.search(question)
    if pronoun and not _ANTECEDENT.search(_after_first_word(question[: pronoun.start()])):
        return True
    content = [word for word in words(question) if word not in STOP_WORDS and word not in FRAME_WORDS]
    stands = re.search(r"\b(?:is|are|was|were|about)\s+(?:the|an?|your|our)?\s*\w+|\bmean\b", question, re.I)
    return len(content) <= 1 and not (content and (stands or content[0].isupper()))


def _after_first_word(text: str) -> str:
    return text.partition(" ")[2]


def _with_period_of(question: str, previous: str) -> str:
    """The previous question asked for the year that *question* names, when it names nothing else."""
    rest = _LATER.sub(" ", _EARLIER.sub(" ", _LEADING.sub("", question)))
    asked = periods_in(question)
    for period in reversed(asked):
        rest = rest.replace(question[period.start : period.end], " ")
    subject = [word for word in words(rest) if word not in STOP_WORDS and word not in FRAME_WORDS]
    years = periods_in(previous)
    if subject or not (asked or _LATER.search(question) or _EARLIER.search(question)):
        return ""
    if asked:
        wanted = question[asked[0].start : asked[0].end]
    elif years:
        wanted = str(years[-1].moved(1 if _LATER.search(question) else -1))
    else:
        return ""
    return _replace_period(previous, years[-1] if years else None, wanted)


def _replace_period(previous: str, old: Period | None, wanted: str) -> str:
    if old:
        return previous[: old.start] + wanted + previous[old.end :]
    return f"{previous.rstrip(' ?.!')} in {wanted}?"


def _carry(question: str, previous: str, turn: Turn, focus: frozenset[str]) -> Resolved:
    new = _LEADING.sub("", question).strip(" ?.!") or question
    pronoun = _PRONOUN.search(question)
    person = _person_in(turn) if pronoun and pronoun.group().lower() in _PERSONAL else ""
    topic = person or topic_of(previous)
    inherits_kind = not re.search(
        r"\b(?:who|what|when|where|why|which|how|is|are|was|were|do|does|did|can|will)\b", new, re.I
    )
    if _CORRECTION.search(question):
        carried = [(word, 0.5) for word in words(previous)]
        text = f"{previous.rstrip(' ?.!')} – {new}?"
    elif pronoun and topic:
        text = question[: pronoun.start()] + _stand_in(pronoun.group(), topic) + question[pronoun.end() :]
        carried = [(word, 0.8) for word in words(topic)] + [(word, 0.25) for word in words(previous)]
    else:
        text = f"{new[:1].upper()}{new[1:]} – {previous.rstrip(' ?.!')}?"
        carried = [(word, 0.35) for word in words(previous)]
    carried += [(word, 0.3) for word in _names_of(turn)]
    if person and turn.answer.citations:
        carried += [(word, 0.6) for word in words(" ".join(turn.answer.citations[0].passage.section[-1:]))]
    return Resolved(
        text=text,
        new_text=new,
        kind_text=previous if inherits_kind else new,
        previous=previous,
        carried=tuple(carried),
        is_follow_up=True,
        focus=focus,
        ordinal=_ordinal(question),
    )


def _stand_in(pronoun: str, topic: str) -> str:
    return f"{topic}’s" if pronoun.lower() in {"its", "their", "theirs", "his", "her", "hers"} else topic


def _ordinal(question: str) -> int | None:
    match = _ORDINAL.search(question)
    if not match:
        return None
    found = (match[1] or match[2] or match[3]).lower()
    return -1 if found == "last" else int(found) if found.isdigit() else ORDINALS[found]


def topic_of(question: str) -> str:
    """The thing that *question* is about: its last run of capitalised words, or else its longest plain phrase."""
    chunks: list[list[str]] = [[]]
    for match in _CHUNK_WORD.finditer(question):
        word = match.group()
        joins = word.lower() in {"of", "and", "for", "the"} and bool(chunks[-1])
        subject = word.lower() not in STOP_WORDS and word.lower() not in FRAME_WORDS and not periods_in(word)
        if subject or joins:
            chunks[-1].append(word)
        else:
            chunks.append([])
    phrases = [_trim(chunk) for chunk in chunks if chunk]
    named = [_from_capital(phrase) for phrase in phrases if any(word[:1].isupper() for word in phrase)]
    best = max(named or phrases, key=len, default=[])
    return " ".join(best) if not best or best[0][:1].isupper() is False else f"the {' '.join(best)}"


def _from_capital(phrase: list[str]) -> list[str]:
    """Drop the verb before a name: "runs Acme Ltd" is about Acme Ltd."""
    first = next(n for n, word in enumerate(phrase) if word[:1].isupper())
    return phrase[first:]


def _trim(chunk: list[str]) -> list[str]:
    while chunk and chunk[-1].lower() in {"of", "and", "for", "the"}:
        chunk = chunk[:-1]
    return chunk


def _person_in(turn: Turn) -> str:
    """The first person whom the previous answer's quotes name, or the empty string."""
    quotes = " ".join(citation.quote for citation in turn.answer.citations)
    match = next((found for found in _NAME.finditer(quotes) if found[1].lower() in FIRST_NAMES), None)
    return match.group() if match else ""


def _names_of(turn: Turn) -> list[str]:
    """Capitalised words of the quotes that the previous answer rested on (at most a few)."""
    quote = turn.answer.citations[0].quote if turn.answer.citations else ""
    names = re.findall(r"(?<=[a-z,;] )[A-Z][\w'’-]+", quote)
    return [name.lower() for name in names[:6]]
