"""Criterion 12: the site keeps nothing on the device. What the exit host learns: `test_exit_hosts.py` and `test_exit_hides.py`."""

from __future__ import annotations

from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.origins import Origins

STORED = """(async () => [
  localStorage.length, sessionStorage.length, document.cookie,
  (await (indexedDB.databases ? indexedDB.databases() : [])).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
].join("|"))()"""
# WebDriver's own way of waiting for a promise differs; WebKit is asked for what can be read at once.
STORED_AT_ONCE = "[localStorage.length, sessionStorage.length, document.cookie].join('|')"


def test_nothing_is_stored(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """The script stores nothing itself, and takes along the cookies that the site had set."""
    browser.open(f"{origins.site.address}/a/")
    look = STORED_AT_ONCE if browser.kind == "webkit" else STORED
    assert browser.evaluate(look) in ("0|0||0|0|0", "0|0|")
    for cookie in ("choice=no", "__Secure-choice=no; Secure", "__Host-choice=no; Secure", "empty="):
        browser.evaluate(f"(document.cookie = '{cookie}; Path=/; Max-Age=9999', 1)")
    assert browser.evaluate("document.cookie").count("choice") == 3
    browser.press("Escape")
    browser.wait_for_exit()
    browser.open(f"{origins.site.address}/b/")
    assert browser.evaluate(look) in ("0|0||0|0|0", "0|0|")
