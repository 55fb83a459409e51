"""Answers about a document itself: which plan is the newest, what it is called, and until when it is."""

from collections.abc import Mapping, Sequence

from assistant.answer import wording
from assistant.answer.draft import Draft, Quote
from assistant.question.days import days_in
from assistant.question.documents_meant import document_meant, newest_first, replacements
from assistant.question.follow_up import subject_words
from assistant.question.kinds import Kind
from assistant.question.patterns import any_of, whole
from assistant.question.query import Query
from assistant.terms import STOP_WORDS, spoken_date, stem, words
from assistant.types import Document, DocumentInfo, Passage, Status

_PAPER = r"(?:plan|strategy|report|paper|document|publication|edition|version|refresh)"
_HERE = r"(?:\s+\w+){0,3}?\s+"
_NOW = whole("in force", "current", "latest", "newest", "most recent", "up[- ]to[- ]date", "valid", "in use")
_COVERS = r"(?:cover|covers|run|runs|last|lasts|apply|applies|span|spans|stretch|go|goes)\b"
_ENDS = r"(?:end|ends|run out|runs out|expire|expires|finish|stop|start|starts|begin|begins)\b"
_ASKS_NEWEST = any_of(
    rf"\b(?:which|what){_HERE}{_PAPER} (?:is|applies)\b.{{0,20}}(?:{_NOW}|\bnow\b)",
    rf"\b(?:which|what)(?: is|'s|’s) (?:the|your) (?:current|latest|newest|most recent){_HERE}{_PAPER}\b",
    rf"\b(?:which|what) is the {_PAPER} (?:that is )?{_NOW}",
    rf"\b(?:is|are) there (?:a|an|any) (?:newer|later|more recent|new){_HERE}{_PAPER}s?\b",
    rf"\b(?:is|are) there (?:a|an|any){_HERE}{_PAPER}s? (?:after|beyond|newer than|later than|since)\b",
    rf"\bis this (?:the|your) (?:most )?{_NOW}",
    rf"\bhow (?:old|recent|current|up[- ]to[- ]date) is (?:the|this|that|your){_HERE}{_PAPER}\b",
)
_ASKS_STILL = any_of(
    rf"\b(?:is|are) (?:the|this|that){_HERE}{_PAPER} (?:still )?(?:the )?(?:{_NOW}|out of date|superseded)",
    rf"\b(?:is|has) (?:the|this|that){_HERE}{_PAPER} (?:been )?(?:replaced|superseded|updated)\b",
)
_ASKS_TIME = any_of(
    rf"\b(?:which|what) (?:period|years|dates|time) (?:does|do|is|are) (?:the|this|your){_HERE}{_PAPER} "
    rf"(?:{_COVERS}|for\b|about\b)",
    rf"\b(?:when|until when|how long|what (?:year|date)) (?:does|do|will|is|did) (?:the|this|your){_HERE}"
    rf"{_PAPER} (?:{_COVERS}|{_ENDS})",
)
_ASKS_TITLE = any_of(
    rf"\b(?:which|what)(?: is|'s|’s) the (?:full )?(?:name|title) of (?:the|this|your){_HERE}{_PAPER}\b",
    rf"\b(?:which|what)(?: is|'s|’s) (?:the|this|your){_HERE}{_PAPER} called\b",
)
_OUT = r"(?:published|released|issued|launched|printed|come out|came out|brought out|made public|appear)\b"
_ASKS_DATE = any_of(
    rf"\bwhen (?:was|is|did|had|has) (?:the|this|your){_HERE}{_PAPER} (?:been |be )?(?:first )?{_OUT}\W*$",
    rf"\b(?:which|what)(?: is|'s|’s|was) the date (?:of|on) (?:the|this|your){_HERE}{_PAPER}\b",
    rf"\b(?:which|what) (?:date|day|month|year) (?:was|is|did) (?:the|this|your){_HERE}{_PAPER} {_OUT}\W*$",
)
# "… in July 2020?", without the date.
_ASKS_WHETHER_DATED = any_of(
    rf"\b(?:was|is|did|has|had) (?:the|this|your){_HERE}{_PAPER} (?:been )?(?:first )?"
    rf"(?:{_OUT}|from|of|dated|made|written|refreshed)(?: (?:in|on|from))?\W*$",
)
_ASKS_MORE = frozenset({Kind.REASON, Kind.MANNER, Kind.PERSON})  # "why has the plan been updated?"
_SAYS_DATE = any_of(r"\b(?:publish|publication|release|issue|launch|dated|date of)")
_OF_ASKING = frozenset(
    map(
        stem,
        "force current latest newest recent new newer later date valid use old called name title full period"
        " years dates time cover run last apply span stretch end expire finish stop start begin replaced"
        " superseded updated still here now long one document publication edition version refresh"
        " published released issued launched printed come came out brought made public appear day month"
        " year".split(),
    )
)


def answer_about_document(
    query: Query, documents: Mapping[str, Document], passages: Sequence[Passage]
) -> Draft | None:
    """The title and date of the document meant, and its time, with the words in which it names itself.

    None where something else is asked, say of a part of it, and where it never names itself.
    """
    said = _said(query, documents)
    quote = said and _naming_itself(documents[said[1].id], passages)
    if not said or not quote:
        return None
    told, about = said
    last = about.valid_to[:4]
    if last and last in quote.text:  # a time that only its description gives is not proven
        told = f"{told} {wording.RUNS_UNTIL.format(last=spoken_date(about.valid_to))}"
    return Draft(Status.ANSWERED, f"{told}\n{wording.quoted(quote.text)} [1]", (quote,))


def _said(query: Query, documents: Mapping[str, Document]) -> tuple[str, DocumentInfo] | None:
    """What to say, and of which document; None where *query* asks for something else."""
    infos = [document.info for document in documents.values()]
    meant = document_meant(query, infos)
    if meant is None or query.kind in _ASKS_MORE or unnamed_words(query, meant) - _OF_ASKING:
        return None
    newest = _newest_like(meant, infos)
    source = wording.source_of(newest)
    if newest is not meant and _ASKS_STILL.search(query.text):
        return wording.OLDER.format(title=meant.title, newer=source), newest
    if any(pattern.search(query.text) for pattern in (_ASKS_NEWEST, _ASKS_STILL)):
        return wording.NEWEST_OF_KIND.format(kind=newest.kind or "document", source=source), newest
    asks_date = _ASKS_DATE.search(query.text) or _ASKS_WHETHER_DATED.search(_without_days(query.text))
    if asks_date and not _says_its_date(documents[meant.id]):
        return wording.DATED.format(title=meant.title, date=spoken_date(meant.date)), meant
    asks_time = _ASKS_TIME.search(query.text) and meant.valid_to
    if asks_time or _ASKS_TITLE.search(query.text):
        return f"{wording.source_of(meant)}:", meant
    return None


def unnamed_words(query: Query, meant: DocumentInfo) -> frozenset[str]:
    """The stems of the words of *query* that do not name the document: "dogs" in "the plan for dogs"."""
    named = f"{meant.title} {meant.kind} {meant.publisher} {spoken_date(meant.date)}"
    naming = {stem(word) for word in words(named)}
    return frozenset(map(stem, subject_words(_without_days(query.text)))) - naming


def _without_days(text: str) -> str:
    for day in reversed(days_in(text)):
        text = text[: day.start] + text[day.end :]
    return text


def _says_its_date(document: Document) -> bool:
    """True where a line of *document* says itself that it came out when its description says."""
    date = spoken_date(document.info.date)
    lines = (document.text[block.start : block.end] for block in document.blocks)
    return not date or any(date in line and _SAYS_DATE.search(line) for line in lines)


def _newest_like(meant: DocumentInfo, infos: Sequence[DocumentInfo]) -> DocumentInfo:
    """The document that has at last replaced *meant*, or else the newest of its kind."""
    newer = replacements(infos).get(meant.id)
    if newer:
        return next(info for info in infos if info.id == newer)
    return newest_first([info for info in infos if info.kind == meant.kind])[0]


def _naming_itself(document: Document, passages: Sequence[Passage]) -> Quote | None:
    """The shortest piece of *document* that says most words of its title; None where none says the half."""
    title = {stem(word) for word in words(document.info.title) if word not in STOP_WORDS}
    found = [
        (len(title.intersection(map(stem, words(document.text[piece.start : piece.end])))), piece, passage)
        for passage in passages
        if passage.document == document.info.id
        for piece in passage.pieces
    ]
    if not found:
        return None
    said, piece, passage = max(found, key=lambda entry: (entry[0], entry[1].start - entry[1].end))
    return Quote(document, passage, piece.start, piece.end) if said > len(title) / 2 else None
