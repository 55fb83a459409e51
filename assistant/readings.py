"""What a question that says too little can mean: the same question about each thing of that name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import wording
from assistant.answer.draft import Draft
from assistant.answer.evidence import subject_terms
from assistant.question.kinds import Kind
from assistant.question.lexicon import FIRST_NAMES
from assistant.question.query import Query
from assistant.suggest import suggestions
from assistant.terms import FRAME_WORDS, STOP_WORDS, normalise, stem, words
from assistant.types import Answer, Document, Passage, Status

_CAPITAL = r"[A-Z][\w’'-]*"
_JOINED = rf"{_CAPITAL}(?:,? (?:(?:of|and|for|in|&) )*{_CAPITAL})*"
# A name goes on where a capital follows, and is somebody's where an apostrophe does.
_GOES_ON = r"(?![\w’'-]|,? (?:(?:of|and|for|&) (?:the )?)?[A-Z])"
_THE = re.compile(r"\b(?:the|an?|your|their|this|that)\s+([^\W\d_]{3,})", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:The|This|These|That|My|Our|Your|A|An|In|On|At|For|Of|By|With|All)\b,? *")
_SAID = 0.2  # the weight of words that say what is meant, and do not only ask
_COMMON = 0.2  # a word that stands in so many of the passages says nothing alone
_FEWEST, _MOST = 2, 3
_NOBODY = wording.NO_SUCH_KIND.format(wanted=wording.WANTED[Kind.PERSON])
_TRIED = 8  # readings, which take as long as so many questions
_BARE = 2  # words of a question that is hardly one


@dataclass(frozen=True, slots=True)
class Reading:
    """A clearer question, and the name that its answer should hold; "" for one that a passage answers."""

    question: str
    name: str = ""

    def is_answered_by(self, quotes: str) -> bool:
        """True where *quotes* hold the name."""
        return normalise(self.name).lower() in normalise(quotes).lower()


def is_unclear(query: Query, answer: Answer, passages: Sequence[Passage]) -> bool:
    """True where a question of one thing finds nothing or several things, or is a bare common word.

    A question about a time, a document or an earlier turn says enough.
    """
    about_a_time = query.periods or query.named_documents or query.timely_documents
    if len(_subject(query)) > 1 or about_a_time or query.is_follow_up or query.is_comparison:
        return False
    if answer.status is Status.NOT_IN_DOCUMENTS:
        return answer.text in {wording.NOT_FOUND, _NOBODY}
    return _is_bare(query, passages) or _mixes_names(query, [found.quote for found in answer.citations])


def _is_bare(query: Query, passages: Sequence[Passage]) -> bool:
    """True for a word alone that so many passages hold that it might mean any of them."""
    if query.kind is not Kind.OTHER or len(query.text.split()) > _BARE:
        return False
    holding = [sum(word in passage.text.lower() for passage in passages) for word in _subject(query)]
    return len(holding) == 1 and holding[0] > _COMMON * len(passages)


def _mixes_names(query: Query, quotes: Sequence[str]) -> bool:
    """True where *quotes* are about two things of longer names, for which the question's word is short."""
    return any(len(_without_parts(name for quote in quotes for name in _names_in(quote, head))) > 1
               for head in _heads(query))  # fmt: skip


def readings(
    query: Query, near: Sequence[Passage], passages: Iterable[Passage], documents: Mapping[str, Document]
) -> tuple[Reading, ...]:
    """What *query* can mean: its own question of each longer name; where it is vague, what *near* answers."""
    text = list(passages)
    named = [
        Reading(_about(query.text, head, name), name) for head in _heads(query) for name in _names(head, text)
    ]
    is_vague = not _subject(query) or len(query.text.split()) <= _BARE
    beside = map(Reading, suggestions(near, documents)) if is_vague else ()
    return tuple(dict.fromkeys((*named, *beside)))


def offered(
    query: Query, candidates: Sequence[Reading], draft: Callable[[str], Draft], is_found: bool
) -> tuple[str, ...]:
    """Two or three of the *candidates* that *draft* answers, each from another place, or none.

    Those of names go alone where there are enough. Where the question found something (`is_found`), a
    reading has to speak of its word.
    """
    answered: dict[tuple[str, int], Reading] = {}
    asked = {root for term in query.terms for root in query.meanings(term.stem)}
    for reading in candidates[:_TRIED]:
        drafted = draft(reading.question)
        quotes = " ".join(quote.text for quote in drafted.quotes)
        said = set(map(stem, words(f"{reading.question} {quotes}")))
        fits = reading.is_answered_by(quotes) and (bool(asked & said) or not is_found)
        if drafted.status is Status.ANSWERED and fits:
            first = drafted.quotes[0]
            answered.setdefault((first.document.info.id, first.start), reading)
    named = [reading.question for reading in answered.values() if reading.name]
    asks = named if len(named) >= _FEWEST else [reading.question for reading in answered.values()]
    return tuple(asks[:_MOST]) if len(asks) >= _FEWEST else ()


def _heads(query: Query) -> tuple[str, ...]:
    """The words of the question that may be short for a longer name ("the *plan*")."""
    after_the = [match[1].lower() for match in _THE.finditer(query.text)]
    found = dict.fromkeys((*after_the, *_subject(query)))
    short = (word for word in found if word not in STOP_WORDS and word not in FRAME_WORDS)
    return tuple(word for word in short if not any(_names_in(query.text, word)))


def _names(head: str, passages: Iterable[Passage]) -> tuple[str, ...]:
    """The documents' names that end in *head*, or go on from it with "of"; none that is part of another."""
    return _without_parts(name for passage in passages for name in _names_in(passage.text, head))


def _names_in(text: str, head: str) -> Iterator[str]:
    word = re.escape(head.capitalize())
    ends = rf"\b{_JOINED},? (?:(?:of|and|for) )?{word}{_GOES_ON}"
    begins = rf"\b{word} of (?:the )?(?:[a-z]+ )?{_JOINED}"
    for pattern in (ends, begins):
        for match in re.finditer(pattern, text):
            name = _DETERMINER.sub("", " ".join(match.group().split()))
            # "the Crime Plan and Policing Plan" are two, and a name of a person is not the name of a thing.
            is_one = words(name).count(head.lower()) == 1 and not FIRST_NAMES & set(words(name))
            if is_one and len(name.split()) > 1:
                yield name


def _without_parts(found: Iterable[str]) -> tuple[str, ...]:
    """Each name once, without those that are part of another."""
    known: dict[str, str] = {}
    for name in found:
        known.setdefault(normalise(name).lower(), name)
    whole = [key for key in known if not any(key != other and key in other for other in known)]
    return tuple(known[key] for key in whole)


def _about(question: str, head: str, name: str) -> str:
    """*question* with *name* in the place of *head*; of a bare word, the question what it is."""
    if len(question.split()) == 1:
        return f"What is the {name}?"
    pattern = rf"\b(?:(?:the|an?|your|their|this|that) )?{re.escape(head)}\b"
    return re.sub(pattern, lambda match: f"the {name}", question, count=1, flags=re.IGNORECASE)


def _subject(query: Query) -> list[str]:
    return list(dict.fromkeys(term.word for term in subject_terms(query) if term.weight >= _SAID))
