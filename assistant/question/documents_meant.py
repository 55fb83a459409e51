"""Which documents a question means, by their kind, title, date or age."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from assistant.question.patterns import any_of, whole
from assistant.question.periods import Period, periods_in
from assistant.question.query import Query
from assistant.terms import STOP_WORDS, spoken_date, stem, words
from assistant.types import DocumentInfo

KIND_NOUN = (
    r"(?:plan|report|paper|page|news|article|item|consultation|refresh|announcement|document|version|edition"
    r"|strategy|update)s?"
)
_AT_PRESENT = whole(
    "current", "latest", "newest", "present", "most recent", "today(?:'s)?", "now", "nowadays"
)
_PRESENT = any_of(_AT_PRESENT)
_LATEST = any_of(_AT_PRESENT, whole("up[- ]to[- ]date", "still", "at the moment", "these days"))
_EARLIER = any_of(
    r"\b(?:previous|old|older|oldest|earlier|former|last|prior|past|original|first)\b\s+(?:\w+\s+){0,3}?"
    + KIND_NOUN
)
# "The old plan" is no longer in force; "the last report" may be of the newest one's time.
_OLD = any_of(r"\b(old|older|oldest|original)\b\s+(?:\w+\s+){0,3}?" + KIND_NOUN)
# The beginning of a succession of more than two.
_FIRST = any_of(r"\b(?:original|oldest)\b\s+(?:\w+\s+){0,3}?" + KIND_NOUN)
_YEAR_THEN_KIND = any_of(rf"\b((?:19|20)\d\d)\b(?![/–-]\d)[^\W\d]?[^\d.?!;]{{0,40}}?\b{KIND_NOUN}\b")
# "the report to the board of 4 June 2018"
_KIND_THEN_YEAR = any_of(
    rf"{KIND_NOUN}\b(?:\s+(?:\d{{1,2}}(?:st|nd|rd|th)?|[a-z]{{2,}})){{0,7}}\s+((?:19|20)\d\d)\b"
)
# "the 2018 report to the board", "the report given to the board on 4 June 2018"
_NAMED_AS = any_of(
    rf"\b(?:19|20)\d\d\s+{KIND_NOUN}\b(?:\s+(?:to|of|by|from|for)\s+the(?:\s+\w+){{1,5}})?",
    rf"{KIND_NOUN}\s+(?:(?:\w+\s+)?(?:to|of|by|from|for)\s+the(?:\s+\w+){{1,5}}\s+)?"
    r"(?:in|of|from|on)\s+(?:\w+\s+){0,2}(?:19|20)\d\d\b",
)
# "what came before the 2015 plan" is not about that plan.
_OTHER_THAN = any_of(
    whole("before", "prior to", "previous to", "preceding", "replaced", "superseded", "took over from"),
    whole("instead of", "came after"),
)
# "Report to the Harbour Board, 4 June 2018"
_PUT_TO = re.compile(r"\b(?:to|for) the (?P<body>[A-Z][\w’'-]*(?: (?:(?:and|of|for) )?[A-Z][\w’'-]*)*)")
_TOLD = (
    r"\b(?:tell|told|telling|ask|asked|inform|informed|(?:reported|went|shown|put|brought|presented) to)"
    r" the (?:\w+ ){{0,4}}?(?P<told>{bodies})\b"
    r"|\b(?P<asked>{bodies}) (?:(?:was|were|been|being|be) )?"
    r"(?:told|asked|invited|informed|given|shown|discuss(?:ed)?|considered|heard|met)\b"
)


# "the plan before the 2018 refresh", "the plan before this one"
_OF_ANY_KIND = frozenset(("version", "edition", "document"))
_NEW_ONE = (
    rf"(?:(?P<year>(?:19|20)\d\d)(?:[-–/]\d{{2,4}})? (?:one|{KIND_NOUN})\b"
    rf"|(?:present|current|latest|new|newest|this) (?:one|{KIND_NOUN})\b)"
)
_BEFORE_IT = any_of(
    rf"\bthe (?P<kind>{KIND_NOUN}) (?:that (?:came|was) )?(?:before|preceding|prior to) (?:the )?(?:\w+ )?"
    rf"{_NEW_ONE}"
)
# "the plan published that the 2018 one took over from"
_GAVE_WAY_TO_IT = any_of(
    rf"\bthe (?P<kind>{KIND_NOUN})(?P<done>(?: \w+)?) (?:that|which) (?:the )?{_NEW_ONE}"
    r" (?:has |had )?(?:replaced|superseded|took over from|taken over from)\b"
)


# "What were the aims before 2018?", where the newest plan is of 2018.
_BEFORE_A_YEAR = any_of(r"\b(?:before|prior to|until|up to) (?P<year>(?:19|20)\d\d)(?=\W*$)")
# "What were the aims before the current plan?"
_BEFORE_THIS_ONE = any_of(
    r"\b(?:before|prior to|until|up to) (?:this|the (?:present|current|latest|newest|new))"
    rf" (?P<kind>{KIND_NOUN})(?=\W*$)"
)


def dated(info: DocumentInfo) -> str:
    """The date by which documents are put in order of age."""
    return info.date or info.valid_from or ""


def newest_first(infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """Documents from the newest to the oldest; those without a date come last."""
    return sorted(infos, key=dated, reverse=True)


def replacements(infos: Sequence[DocumentInfo]) -> dict[str, str]:
    """Each superseded document with the one that stands in its place today, at the end of the succession."""
    # The oldest first, so that of two that supersede one document the newer counts.
    next_one = {old: info.id for info in reversed(newest_first(infos)) for old in info.supersedes}
    return {old: _end_of(old, next_one) for old in next_one}


def _end_of(key: str, next_one: Mapping[str, str]) -> str:
    passed = {key}
    while (newer := next_one.get(key)) is not None and newer not in passed:
        passed.add(newer)
        key = newer
    return key


def named(question: str, infos: Sequence[DocumentInfo]) -> frozenset[str]:
    """Documents that the question points at by year and kind ("the 2015 plan", "the report of June 2018")."""
    if _OTHER_THAN.search(question):
        return frozenset()
    spans = [match for pattern in (_YEAR_THEN_KIND, _KIND_THEN_YEAR) for match in pattern.finditer(question)]
    found: set[str] = set()
    for span in spans:
        asked = {stem(word) for word in words(span.group())}
        of_year = [info for info in infos if dated(info)[:4] == span[1]]
        of_year = of_year or [info for info in infos if int(span[1]) in _years_of(info)]
        of_kind = [info for info in of_year if stem(info.kind) in asked]
        of_title = [info for info in of_year if asked & _title_stems(info)]
        found.update(info.id for info in of_kind or of_title)
    return frozenset(found)


def told_to(question: str, timely: Set[str], infos: Sequence[DocumentInfo]) -> frozenset[str]:
    """Papers put to a body that, as *question* says, was told or asked something ("the board was told").

    Where some documents are *timely*, only those of them.
    """
    titled = ((info.id, _PUT_TO.search(info.title)) for info in infos)
    put_to = {key: match["body"].split()[-1].lower() for key, match in titled if match}
    bodies = "|".join(map(re.escape, {*put_to.values(), "members"}))
    told = re.search(_TOLD.format(bodies=bodies), question, re.IGNORECASE) if put_to else None
    if not told:
        return frozenset()
    body = (told["told"] or told["asked"]).lower()
    of_body = frozenset(key for key, name in put_to.items() if body in {name, "members"})
    return of_body & timely if timely else of_body


def document_meant(query: Query, infos: Sequence[DocumentInfo]) -> DocumentInfo | None:
    """The one document that *query* is about: by name, else by time, else the newest of its kind."""
    named = [info for info in infos if info.id in query.named_documents]
    timely = [info for info in infos if info.id in query.timely_documents]
    asked = {stem(word) for word in words(query.text)}
    of_kind = [
        info for info in named or timely or infos if asked.intersection(map(stem, info.kind.split()[-1:]))
    ]
    return next(iter(newest_first(of_kind or named or timely)), None)


def with_previous(question: str, infos: Sequence[DocumentInfo]) -> str:
    """*question* with "the previous plan" for "the plan before the newest one": the newest is not meant."""
    newest = newest_first(infos)[:1]

    def previous(match: re.Match[str]) -> str:
        is_newest = match["year"] is None or match["year"] in {dated(info)[:4] for info in newest}
        done = match.groupdict().get("done") or ""
        # Versions are of something: of a plan, where the newest document is one.
        kind = newest[0].kind or match["kind"] if match["kind"] in _OF_ANY_KIND else match["kind"]
        return f"the previous {kind}{done}" if is_newest else match.group()

    return _GAVE_WAY_TO_IT.sub(previous, _BEFORE_IT.sub(previous, question))


def before_the_newest(question: str, infos: Sequence[DocumentInfo]) -> str:
    """*question* with "in the previous plan" for "before the current plan", and for "before 2018".

    The latter only where the newest document is of that year.
    """
    if match := _BEFORE_THIS_ONE.search(question):
        return f"{question[: match.start()]}in the previous {match['kind']}{question[match.end() :]}"
    newest = newest_first(infos)[:1]
    match = _BEFORE_A_YEAR.search(question)
    if not match or not newest or dated(newest[0])[:4] != match["year"] or not newest[0].kind:
        return question
    return f"{question[: match.start()]}in the previous {newest[0].kind}{question[match.end() :]}"


def naming_words(question: str, infos: Sequence[DocumentInfo]) -> frozenset[str]:
    """The words of *question* that only say which document is meant: its age, date, kind and title."""
    found = {match[1].lower() for match in _OLD.finditer(question)}
    found.update(word for info in infos for word in _date_words(question, info))
    for phrase in _NAMED_AS.finditer(question):
        meant = [info for info in infos if info.id in named(phrase.group(), infos)]
        titles = {root for info in meant for root in (*_title_stems(info), stem(info.kind))}
        found.update(word for word in words(phrase.group()) if stem(word) in titles)
    return frozenset(found).intersection(words(question))


def _date_words(question: str, info: DocumentInfo) -> list[str]:
    """The day and month of a document, where *question* names its month and year."""
    *day, month, year = ["", "", *words(spoken_date(dated(info)))][-3:]
    return [*day, month] if month and f"{month} {year}" in " ".join(words(question)) else []


def of_the_time(question: str, periods: Sequence[Period], infos: Sequence[DocumentInfo]) -> frozenset[str]:
    """Documents of the time that *question* speaks of: of its years, now, or before the latest."""
    years = {
        year for period in periods if not period.is_financial_year for year in (period.first, period.last)
    }
    found = {info.id for year in years for info in _of_month(question, year, infos) or _of_year(year, infos)}
    ordered = newest_first(infos)
    if not found and ordered and (earlier := _EARLIER.search(question)):
        older = _before(ordered, is_old=bool(_OLD.search(question)))
        found = _in_succession(question, older - _still_new(earlier.group(), infos), infos)
    if not found and ordered and _LATEST.search(question):
        found = _in_force(ordered)
    return frozenset(found)


def is_present(question: str) -> bool:
    """True when *question* says that it asks about today."""
    return bool(_LATEST.search(question))


def is_past(question: str) -> bool:
    """True when *question* says that it asks about an earlier document."""
    return bool(_EARLIER.search(question))


def years_told(question: str, periods: Sequence[Period], infos: Sequence[DocumentInfo]) -> frozenset[str]:
    """The years that a question sets side by side; "now" is the year of the newest document."""
    years = {str(period.first) for period in periods}
    newest = newest_first(infos)[:1]
    if years and newest and _PRESENT.search(question):
        years.add(dated(newest[0])[:4])
    return frozenset(years)


def _of_month(question: str, year: int, infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The documents of a year that appeared in a month which *question* names with it."""
    return [info for info in infos if dated(info)[:4] == str(year) and _date_words(question, info)]


def _of_year(year: int, infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The documents dated in a year, or else those with it in their title."""
    of_date = [info for info in infos if dated(info)[:4] == str(year)]
    return of_date or [info for info in infos if year in _years_of(info)]


def _before(ordered: Sequence[DocumentInfo], is_old: bool) -> set[str]:
    """Of documents from the newest on, all older ones, or those that no longer held when the newest came."""
    replaced = replaced_by_others(ordered)
    ended = {
        info.id
        for info in ordered[1:]
        if info.id in replaced or (info.valid_to and info.valid_to < dated(ordered[0]))
    }
    return ended if is_old and ended else {info.id for info in ordered[1:]}


def replaced_by_others(infos: Iterable[DocumentInfo]) -> set[str]:
    """The ids of the documents that others of *infos* replaced."""
    return {old for info in infos for old in info.supersedes}


def _newest_of_theirs(infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The documents that replaced others, and that no other has replaced."""
    replaced = replaced_by_others(infos)
    return [info for info in infos if info.supersedes and info.id not in replaced]


def _still_new(asked: str, infos: Sequence[DocumentInfo]) -> set[str]:
    """Of what is asked for (“the previous plan”) the newest, whatever other papers have come after it."""
    stems = {stem(word) for word in words(asked)}
    return {
        info.id
        for info in _newest_of_theirs(infos)
        if stems & {stem(info.kind), *_title_stems(info), *map(stem, _OF_ANY_KIND)}
    }


def _in_succession(question: str, older: set[str], infos: Sequence[DocumentInfo]) -> set[str]:
    """Of *older* documents those that no other of them replaced; or the first of all that were replaced."""
    replaced = replaced_by_others(info for info in infos if info.id in older) & older
    if replaced and _FIRST.search(question):
        return {info.id for info in infos if info.id in replaced and not set(info.supersedes) & older}
    return older - replaced


def _in_force(ordered: Sequence[DocumentInfo]) -> set[str]:
    """Of documents from the newest on, those of the newest one's year, and plans that still held in it.

    The last of several that replaced one another holds until another comes, even where its time is over.
    """
    newest = dated(ordered[0])[:4]
    replaced = replaced_by_others(ordered)
    return {info.id for info in _newest_of_theirs(ordered)} | {
        info.id
        for info in ordered
        if info.id not in replaced and (dated(info)[:4] == newest or info.valid_to[:4] >= newest)
    }


def _years_of(info: DocumentInfo) -> set[int]:
    """The years by which people call a document: of its date, and in its title."""
    years = {int(dated(info)[:4])} if dated(info)[:4].isdigit() else set()
    for period in periods_in(info.title):
        years |= {period.first, period.last}
    return years


def _title_stems(info: DocumentInfo) -> set[str]:
    return {stem(word) for word in words(info.title) if word not in STOP_WORDS and not word.isdigit()}
