"""The first page is light for a phone on a poor line."""

import pytest
from playwright.sync_api import BrowserContext

from bench.browser import Measured, fetched, ours, table

pytestmark = pytest.mark.browser

_MOST = 150_000


def test_the_first_page_is_light(context: BrowserContext, chat: str) -> None:
    """Our own files of the chat's first page, and all of the page without scripts, stay below 150 kB."""
    first, plain = (fetched(context.new_page(), f"{chat}{path}") for path in ("", "/answer"))

    assert {"/", "/page.js"} < set(first)
    assert 0 < ours(first) < _MOST
    assert "/plain.css" in plain
    assert ours(plain) == sum(plain.values()) < _MOST


def test_a_measurement_stands_beside_what_is_wanted() -> None:
    """The table tells each measurement with its unit and its limit, if it has one."""
    shown = table([Measured("Answer shown, p50", "ms", 98.7, 150), Measured("… p95", "ms", 201.4)])

    assert "| Answer shown, p50 | ms | 98.7 | 150 |\n| … p95 | ms | 201 | – |" in shown
