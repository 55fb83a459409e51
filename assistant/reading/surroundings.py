"""What stands around the text of a web page: menus, cookie notices and the like, taken off before reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CODE = ("script", "style", "noscript", "template", "head")
_NEVER_TEXT = """svg canvas iframe object embed audio video map button input select textarea option datalist
progress meter dialog nav aside menu"""
_ROLES = "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar tablist"
_NOTICES = "cookies? consent gdpr modal popup"
_NAMES = """breadcrumbs? nav navbar navigation menu submenu sidebar footer masthead skip skiplinks? share
sharing social pagination pager newsletter subscribe adverts? toolbar login signin related comments"""
_DROPPED_TAGS = frozenset(_NEVER_TEXT.split())
_DROPPED_ROLES = frozenset(_ROLES.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT = frozenset({"html", "body", "main", "article", "h1"})
_HOLDERS = frozenset({"body", "div", "section", "article", "form", "center"})
_MAIN = "//main | //*[@role='main']"
# Names are not believed of what holds too much of the running text, nor a main part that holds too little.
_LEAST_MAIN, _MOST_NOTICE, _MOST_AROUND = 0.25, 0.5, 0.2
_NEARLY_ALL = 0.8
_FEWEST_WORDS = 6
_LINKS_SHARE = 0.9
_FEWEST_LINKS = 3

Weights = Counter["HtmlElement"]


def take_off(page: HtmlElement) -> HtmlElement:
    """Remove from a page what is not its text, and give back the element that holds the text."""
    for element in list(page.iter(*_CODE)):
        element.drop_tree()
    titles = list(page.iter("h1"))
    for element in list(_around(page, _weights(page))):
        if element.getparent() is not None:
            element.drop_tree()
    root = max(page.xpath(_MAIN), key=_length, default=None)
    if root is None or _length(root) < _LEAST_MAIN * _length(page):
        _drop_link_lists(page)
        root = _smallest_whole(page)
    if len(titles) == 1:
        _keep_title(titles[0], root)
    return root


def _around(page: HtmlElement, weights: Weights) -> Iterator[HtmlElement]:
    """What its tag, role, name or place says to stand only around the text."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in _KEPT:
            continue
        names = _INNER_CAPITAL.sub("-", f"{element.get('class', '')} {element.get('id', '')}")
        share = weights[element] / (weights[page] or 1)
        never = element.tag in _DROPPED_TAGS or _is_hidden(element)
        notice = share <= _MOST_NOTICE and _has_name(names, _NOTICES)
        marked = element.get("role") in _DROPPED_ROLES or _is_head_or_foot(element)
        around = share <= _MOST_AROUND and (marked or _has_name(names, _NAMES))
        if (never or notice or around) and next(element.iterdescendants("main", "article"), None) is None:
            yield element


def _has_name(names: str, known: str) -> bool:
    either = "|".join(known.split())
    return re.search(rf"(?:^|[\s_-])(?:{either})(?=$|[\s_-])", names, re.IGNORECASE) is not None


def _is_hidden(element: HtmlElement) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or _HIDDEN.search(element.get("style", "")) is not None


def _is_head_or_foot(element: HtmlElement) -> bool:
    """Whether an element is the head or foot of the page, and not of its text."""
    of_text = any(above.tag in ("main", "article") for above in element.iterancestors())
    return element.tag in ("header", "footer") and not of_text


def _length(element: HtmlElement) -> int:
    """How many letters and digits stand in it: a rule or a row of dots is no text."""
    return sum(map(str.isalnum, element.text_content()))


def _weights(page: HtmlElement) -> Weights:
    """How many words of running text, links left out, stand below every element."""
    weights: Weights = Counter()
    for element in page.iter():
        lineage = [element, *element.iterancestors()]
        links = [place for place, above in enumerate(lineage) if above.tag == "a"]
        if isinstance(element.tag, str) and not links:
            _weigh(weights, lineage, element.text)
        if not links or links == [0]:
            _weigh(weights, lineage[1:], element.tail)
    return weights


def _weigh(weights: Weights, lineage: list[HtmlElement], text: str | None) -> None:
    count = len((text or "").split())
    if count >= _FEWEST_WORDS:
        weights.update(dict.fromkeys(lineage, count))


def _smallest_whole(page: HtmlElement) -> HtmlElement:
    """The smallest element that still holds nearly all running text of the page."""
    weights = _weights(page)
    root = page
    while True:
        inner = (child for child in root if child.tag in _HOLDERS)
        heaviest = max(inner, key=lambda child: weights[child], default=root)
        if heaviest is root or weights[heaviest] <= _NEARLY_ALL * weights[root]:
            return root
        root = heaviest


def _drop_link_lists(page: HtmlElement) -> None:
    """Where nothing says which part is the text, lists of nothing but links are menus."""
    for found in list(page.iter("ul", "ol")):
        links = list(found.iter("a"))
        inside = sum(map(_length, links))
        if len(links) >= _FEWEST_LINKS and inside >= _LINKS_SHARE * _length(found):
            found.drop_tree()


def _keep_title(title: HtmlElement, root: HtmlElement) -> None:
    """A page's one title belongs to its text, also where it stands above it."""
    lineage = (root, *root.iterancestors())
    if title not in lineage and root not in title.iterancestors():
        title.tail, root.text = root.text, None
        root.insert(0, title)
