"""Criteria 10 and 12: the exit host learns nothing about the site, and the site keeps nothing on the device."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.origins import Origins

STORED = """(async () => [
  localStorage.length, sessionStorage.length, document.cookie,
  (await (indexedDB.databases ? indexedDB.databases() : [])).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
].join("|"))()"""
# WebDriver's own way of waiting for a promise differs; WebKit is asked for what can be read at once.
STORED_AT_ONCE = "[localStorage.length, sessionStorage.length, document.cookie].join('|')"


@pytest.mark.parametrize("trigger", ["key", "link", "practise"])
def test_no_referer(browser: Browser, origins: Origins, site_folder: Path, trigger: str) -> None:
    """Neither the address nor the origin of the site is told, whichever way out is taken."""
    browser.open(f"{origins.site.address}/a/")
    if trigger == "key":
        browser.press("Escape")
    else:
        browser.click({"link": ".quick-exit a", "practise": "#practise"}[trigger])
    browser.wait_for_exit()
    assert origins.exit.pages()
    for request in origins.exit.pages():
        assert request.referer is None
        assert "site.test" not in str(request.headers)


def test_nothing_is_asked_of_others_before(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A reader who does not leave is unknown to the exit's host: nothing is fetched or opened early."""
    browser.open(f"{origins.site.address}/a/")
    browser.click("#to-b")
    browser.arrive(f"{origins.site.address}/b/")
    time.sleep(0.5)
    assert not origins.exit.requests
    assert not origins.start.requests


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
