"""Chromium for what is tested and measured in a browser: Playwright's own, or this machine's."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

_ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
_NAMES = ("chromium", "chromium-browser", "google-chrome")


class NoChromium(Exception):
    """There is none on this machine; the message says what to do."""


def launch(playwright: Playwright) -> Browser:
    """Start Chromium; raises NoChromium."""
    own = playwright.chromium.executable_path
    found = own if Path(own).exists() else next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise NoChromium(
            "Chromium was not found: install it (on Debian or Ubuntu, apt-get install chromium)."
        )
    return playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
