"""What every test in a browser stands on: that it begins clean, whichever test came before."""

from __future__ import annotations

from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.conftest import Running
from tests.browser.origins import Origins


def test_fresh_tab_knows_no_cookie_of_the_test_before(browser: Browser, running: Running, origins: Origins, site_folder: Path) -> None:
    """WebKit's tabs share their cookies, and a browser is started once for all tests."""
    browser.open(f"{origins.site.address}/a/")
    browser.evaluate("(document.cookie = 'left=1; Path=/; Max-Age=9999', 1)")
    assert browser.evaluate("document.cookie") == "left=1"
    assert running.fresh(browser.kind) is browser
    assert not origins.site.requests
    origins.folder = site_folder
    browser.open(f"{origins.site.address}/a/")
    assert browser.evaluate("document.cookie") == ""
