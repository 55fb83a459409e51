"""Who wrote a text, who published it, and which short forms it spells out."""

import re
from collections.abc import Iterable, Iterator

_ROLES = """commissioner chief officer director chair chairman chairwoman chairperson head leader councillor
manager secretary treasurer president minister mayor governor principal librarian editor executive trustee
convenor dean"""
_ROLE = re.compile(rf"\b(?:{'|'.join(_ROLES.split())})\b", re.IGNORECASE)
_BODIES = "report plan minutes society council panel committee board partnership group"
_PUBLISHERS = f"""{_ROLES} {_BODIES} agency alliance association authority bank borough charity college
commission company department directorate federation foundation government hospital institute laboratory
library libraries ltd limited ministry museum network office school service services trust union
university"""
_PUBLISHER = re.compile(rf"\b(?:{'|'.join(_PUBLISHERS.split())})\b", re.IGNORECASE)
PAPER = re.compile(
    r"\b(?:report|plan|strategy|programme|policy|minutes|agenda|paper|draft|review)\b", re.IGNORECASE
)
_MOST_NAME_WORDS = 12
_BODY = re.compile(rf"\b(?:{'|'.join(_BODIES.split())})\b", re.IGNORECASE)
_HEARS = re.compile(
    r"[^.:;]*\b(?:board|cabinet|committee|council|forum|group|panel|partnership)", re.IGNORECASE
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Cllr|Sir|Dame|Prof)\.? )?[A-Z][a-z’'-]+(?: [A-Z]\.?)?(?: [A-Z][A-Za-z’'-]+){1,2}"
_SIGNATURE = re.compile(rf"^[ \t*]*({_NAME})[ \t*]*\n+[ \t]*([A-Z][^\n.:]{{3,70}})$", re.MULTILINE)
_SIGNED = re.compile(rf"[ \t*]*({_NAME}), ([A-Z][^\n.:;]{{3,70}}?)[ \t*]*")
_AUTHOR = re.compile(r"^[ \t]*(?:Author|Written by|By)[ \t]*:[ \t]*(\S.{1,60})$", re.MULTILINE)
_REPORT_OF = re.compile(r"^[ \t#*]*Report (?:of|by|from) (?:the )?([A-Z].{3,80}?)[ \t*]*$", re.MULTILINE)
_LONG_FIRST = re.compile(r"(?<![\w’',&-])((?:[\w’',&-]+ ){1,10})\(([A-Z][A-Za-z]{1,7})\)")
_SHORT_FIRST = re.compile(r"\b([A-Z][A-Za-z]{1,7}) \(([A-Z][\w’',&-]*(?: [\w’',&-]+){1,9})\)")
_SMALL = frozenset(["and", "of", "the", "for", "in", "to", "on", "with", "a", "an", "&"])


def author(lines: str) -> str:
    """The author named as such, or the name with an office that a text is signed with; else nothing."""
    match = _AUTHOR.search(lines)
    if match:
        return match[1].strip()
    for name, office in _signatures(lines):
        is_person = not _ROLE.search(name) and not _BODY.search(name)
        if is_person and _ROLE.search(office) and not office.startswith("Report"):
            return f"{name}, {office.strip()}"
    return ""


def _signatures(lines: str) -> Iterator[tuple[str, str]]:
    """What may be a name and its office, one below the other or alone on a line; of several none signs."""
    yield from _SIGNATURE.findall(lines)
    signed = [_SIGNED.fullmatch(line) for line in lines.splitlines() if line.strip()]
    for before, match, after in zip([None, *signed], signed, [*signed[1:], None], strict=False):
        if match and not before and not after:
            yield match[1], match[2]


def publisher(lines: str) -> str:
    """The body whose report it is, where a line near the top says so."""
    match = _REPORT_OF.search(lines[:2_000])
    return match[1].strip() if match else ""


def is_put_to(name: str, publisher: str) -> bool:
    """Whether a report of *publisher* that is headed by this name was put to the body that it names."""
    return bool(publisher and _HEARS.fullmatch(name)) and name.lower() not in publisher.lower()


def publishing_body(lines: Iterable[str], title: str) -> str:
    """The first of some running heads and feet that is the name of a body or an office, and not the title."""
    for line in lines:
        words = line.split()
        named = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
        is_body = _PUBLISHER.search(line) and not PAPER.search(line) and not any(map(str.isdigit, line))
        if named and is_body and 1 < len(words) <= _MOST_NAME_WORDS and line.lower() not in title.lower():
            return line
    return ""


def short_forms(text: str) -> dict[str, str]:
    """Short forms that the text spells out, as `Apiary Society (AS)` or `AS (Apiary Society)`."""
    found: dict[str, str] = {}
    for words, short in _LONG_FIRST.findall(text):
        if long := _spelt_out(words.split(), short):
            found.setdefault(short, long)
    for short, words in _SHORT_FIRST.findall(text):
        if _stands_for(short, words.split()):
            found.setdefault(short, words)
    return found


def _spelt_out(words: list[str], short: str) -> str:
    """The last words before a short form whose initials are its letters, or nothing."""
    for start in range(len(words) - 1, -1, -1):
        named = words[start][:1].isupper() and words[start].lower() not in _SMALL
        if named and _stands_for(short, words[start:]):
            long = " ".join(words[start:])
            return _in_title_case(long) if long.isupper() else long
    return ""


def _stands_for(short: str, words: list[str]) -> bool:
    """Whether the capitals of a short form are the words' initials, with or without the small words."""
    letters = "".join(char for char in short if char.isupper())
    return letters in (_initials(words), _initials([word for word in words if word.lower() not in _SMALL]))


def _initials(words: list[str]) -> str:
    parts = [part for word in words for part in re.split(r"[-&]", word) if part]
    return "".join(part[0].upper() for part in parts)


def _in_title_case(text: str) -> str:
    return " ".join(word.lower() if word.lower() in _SMALL else word.capitalize() for word in text.split())
