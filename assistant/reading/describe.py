"""What a raw text says about itself: title, kind, date, validity and abbreviations, as far as it tells."""

import calendar
import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.reading.drafts import DATE_LINE, Draft
from assistant.reading.frontmatter import identifier
from assistant.reading.names import PAPER, author, is_put_to, publisher, short_forms
from assistant.types import DocumentInfo

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_DATE = re.compile(
    rf"(?:\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b({'|'.join(_MONTHS)}),?\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d|\d\d)\b")
# The title of a paper that is headed by whom it was put to begins so.
PUT_TO = "Report to the "
_SAY_LITTLE = frozenset(
    (
        "foreword",
        "introduction",
        "contents",
        "summary",
        "executive summary",
        "welcome",
        "preface",
        "background",
    )
)
_PLAN_WORDS = re.compile(r"\b(?:plan|strategy|programme|policy)\b", re.IGNORECASE)
_ABOUT = "about|(?:on|of|for|to) the|report|review|summary|update|progress|response|consultation|minutes"
_PLAN_OF_YEARS = re.compile(
    rf"(?!.*\b(?:{_ABOUT})\b)[^:]*{_PLAN_WORDS.pattern},? {_PERIOD.pattern}", re.IGNORECASE
)
_TOP_BLOCKS = 8
_A_YEAR = 12
_FEWEST_TITLE_WORDS = 3
_TITLE_WORDS = 16
_TITLE_CHARS = 200
_LONG_TEXT_WORDS = 2_500


def describe(
    drafts: Sequence[Draft],
    lines: str,
    source: str,
    sha256: str,
    today: datetime.date,
    usual_kind: str = "web page",
    made: str = "",
    repeated: Sequence[str] = (),
) -> DocumentInfo:
    """Propose a document's description from its drafts and its lines; `source` is its file's name.

    `usual_kind` is the kind of one that gives no sign of being a plan, a report or news; `made` is the month
    in which the file was made, which counts where the text gives itself no date near its top; `repeated` is
    what stands at the head or foot of most pages, which may be the title where the top tells none.
    """
    stem = source.rsplit(".", 1)[0]
    texts = [draft.text for draft in drafts]
    whole = " ".join(texts)
    title = _title(drafts, repeated) or stem
    kind = _kind(texts, title, len(whole.split())) or usual_kind
    body = publisher(lines)
    if kind == "report" and is_put_to(title.split(": ")[0], body):
        title = f"{PUT_TO}{title.removeprefix('The ')}"
    valid_from, valid_to = _period(title, whole) if kind == "plan" else ("", "")
    return DocumentInfo(
        id=identifier(stem),
        title=title,
        kind=kind,
        publisher=body,
        author=author(lines),
        date=_date(texts, today, made),
        valid_from=valid_from,
        valid_to=valid_to,
        source=source,
        sha256=sha256,
        abbreviations=tuple(sorted(short_forms(whole).items())),
    )


def _title(drafts: Sequence[Draft], repeated: Sequence[str]) -> str:
    """The lines above the first long text.

    Where they say little, what its pages repeat and is a paper's name, else a line that names a plan and its
    years.
    """
    top: list[str] = []
    for draft in drafts[:4]:
        too_long = len(draft.text) > _TITLE_CHARS or len(draft.text.split()) > _TITLE_WORDS
        if too_long or draft.text.endswith(".") or ": " in draft.text:
            break
        if not DATE_LINE.fullmatch(draft.text):
            top.append(draft.text)
    if top and top[0].lower() not in _SAY_LITTLE:
        return ": ".join(top[:2] if len(top) > 2 else top[:1])
    printed = [line for line in repeated if PAPER.search(line) and len(line.split()) >= _FEWEST_TITLE_WORDS]
    named = [draft.text for draft in drafts if _names_a_plan(draft)]
    return next(iter([*printed, *named, *top]), "")


def _names_a_plan(draft: Draft) -> bool:
    short = len(draft.text.split()) <= _TITLE_WORDS and not draft.text.endswith((".", ":", ";"))
    return short and bool(_PLAN_WORDS.search(draft.text)) and bool(_PERIOD.search(draft.text))


def _kind(texts: Sequence[str], title: str, words: int) -> str:
    top = "\n".join(texts[:_TOP_BLOCKS])
    if re.search(r"^author: |\bnews\b|\bpress release\b", top, re.IGNORECASE | re.MULTILINE):
        return "news"
    if re.search(r"^(?:annual )?report\b|\breport (?:of|by|to) the\b", top, re.IGNORECASE | re.MULTILINE):
        return "report"
    # A short text may only be about a plan; one that is named like "Garden Plan 2019-2022" is that plan.
    if _PLAN_OF_YEARS.fullmatch(title) or (words > _LONG_TEXT_WORDS and _PLAN_WORDS.search(title)):
        return "plan"
    return ""


def _date(texts: Sequence[str], today: datetime.date, made: str) -> str:
    """The date that stands alone near the top, else the latest date mentioned that is past.

    Where that one stands further down, a file made within a year of it tells better how old the text is.
    """
    for text in texts[:_TOP_BLOCKS]:
        if DATE_LINE.fullmatch(text):
            return next(_dates(text), "")
    limit = today.isoformat()
    latest = max((date for text in texts for date in _dates(text) if date[:7] <= limit[:7]), default="")
    if not latest or not made:
        return latest or made
    near_top = any(latest in _dates(text) for text in texts[:_TOP_BLOCKS])
    apart = abs(_month(made) - _month(latest))
    return made if not near_top and 0 < apart <= _A_YEAR else latest


def _month(date: str) -> int:
    """The months from the beginning of our era to a date."""
    return 12 * int(date[:4]) + int(date[5:7])


def _dates(text: str) -> Iterator[str]:
    for day, month, year in _DATE.findall(text):
        date = f"{year}-{_MONTHS[month.lower()]:02d}"
        yield f"{date}-{int(day):02d}" if day and 1 <= int(day) <= 31 else date


def _period(title: str, whole: str) -> tuple[str, str]:
    """The years in the title, else those that the text names most often."""
    counts = Counter(_years(whole))
    likely = next(_years(title), None) or next(
        (years for years, count in counts.most_common(1) if count > 1), None
    )
    return likely or ("", "")


def _years(text: str) -> Iterator[tuple[str, str]]:
    for first, last in _PERIOD.findall(text):
        end = last if len(last) == 4 else first[:2] + last
        # One year and the next is a financial year, not the life of a plan.
        if int(end) - int(first) > 1:
            yield first, end
