"""What a web page says of itself in its head: title, date, publisher and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.reading.parts import one_line
from assistant.reading.proposal import Said

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = "og:title dc.title dcterms.title"
_PUBLISHED = """article:published_time dcterms.issued dc.date.issued dcterms.date dc.date dcterms.created
dc.date.created datepublished pubdate publish-date"""
_CHANGED = "article:modified_time dcterms.modified dc.date.modified last-modified og:updated_time"
_PUBLISHER = "og:site_name dcterms.publisher dc.publisher publisher application-name"
_AUTHOR = "author dcterms.creator dc.creator article:author"
_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,500}")
_PARTED = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*")
_NEWS = frozenset({"NewsArticle", "ReportageNewsArticle"})
_MOST_DATA = 200_000


def page_says(page: HtmlElement) -> Said:
    """Gather what the head of a page says; nothing of it is more than a proposal."""
    named = _named(page)
    linked = {key: value for item in _linked_data(page) for key, value in item.items()}
    headings = [one_line(found.text_content()) for found in page.iter("h1")]
    title = headings[0] if len(headings) == 1 else ""
    return Said(
        title=title or _first(named, _TITLE) or _word(linked.get("headline")) or _own_title(page),
        author=_plain(_first(named, _AUTHOR)) or _word(linked.get("author")),
        publisher=_plain(_first(named, _PUBLISHER)) or _word(linked.get("publisher")),
        date=_day(_first(named, _PUBLISHED)) or _day(_word(linked.get("datePublished"))) or _timed(page),
        late_date=_day(_first(named, _CHANGED)) or _day(_word(linked.get("dateModified"))),
        kind="news" if linked.get("@type") in _NEWS else "web page",
        address=_address(page, named),
    )


def _named(page: HtmlElement) -> dict[str, str]:
    """What the head gives by name; where it gives something twice, the first counts."""
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if key and meta.get("content"):
            found.setdefault(key, one_line(meta.get("content")))
    return found


def _first(named: dict[str, str], keys: str) -> str:
    return next((named[key] for key in keys.split() if named.get(key)), "")


def _linked_data(page: HtmlElement) -> Iterator[dict[str, object]]:
    """Articles and pages among what the page tells search engines (JSON-LD), as far as it can be read."""
    for script in page.iter("script"):
        text = script.text or ""
        if script.get("type") != "application/ld+json" or len(text) > _MOST_DATA:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and "headline" in item:
                yield item


def _word(value: object) -> str:
    """A word of linked data, also where it is the name of a thing."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return one_line(value) if isinstance(value, str) else ""


def _plain(text: str) -> str:
    return "" if _ADDRESS.match(text) else text


def _own_title(page: HtmlElement) -> str:
    """The title in the head, without the name of the site behind or before it."""
    title = next((one_line(found.text_content()) for found in page.iter("title")), "")
    return max(_PARTED.split(title), key=len, default="")


def _day(text: str) -> str:
    match = _DATE.match(text)
    if not match or not ("01" <= match[2] <= "12") or (match[3] and not "01" <= match[3] <= "31"):
        return ""
    return match[0]


def _timed(page: HtmlElement) -> str:
    """The first time that the page marks as one, above its text."""
    return next(filter(None, (_day(found.get("datetime", "")) for found in page.iter("time"))), "")


def _address(page: HtmlElement, named: dict[str, str]) -> str:
    links = (link.get("href", "") for link in page.iter("link") if link.get("rel") == "canonical")
    return next((given for given in (*links, named.get("og:url", "")) if _ADDRESS.fullmatch(given)), "")
