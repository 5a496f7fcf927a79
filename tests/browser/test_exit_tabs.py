"""Criterion 11: the other tabs of the site leave too."""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.patience import wait


def test_other_tabs_leave(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """Pages in the background are covered at once, leave without a Referer, and cannot be had back."""
    origins.mode = "0.4 s"
    for name in "ab":
        browser.new_tab()
        browser.open(f"{origins.site.address}/{name}/")
    second, third = browser.tabs()[-2:] if browser.kind == "firefox" else browser.tabs()[:2]
    browser.new_tab()
    browser.open(f"{origins.site.address}/c/")
    if browser.kind == "webkit":
        front_tab_of_minibrowser(browser)
    browser.press("Escape")
    wait(lambda: len(origins.exit.pages()) == 3, 10, "three tabs to leave")
    for tab in browser.tabs():
        browser.use_tab(tab)
        wait(lambda: not str(browser.try_evaluate("location.href")).startswith(origins.site.address), 10, "the tab to leave")
    assert {request.referer for request in origins.exit.pages()} == {None}
    assert second != third


def front_tab_of_minibrowser(browser: Browser) -> None:
    """WebDriver's choice of a tab does not show it: click the last tab of the bar."""
    time.sleep(0.3)
    browser.display.click((browser.display.width - 200, browser.corner[1] + 18))
    time.sleep(0.3)


def test_tab_opened_while_another_leaves(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A tab that was still loading when Escape was pressed asks the others, and is told."""
    origins.mode = "3 s"
    browser.open(f"{origins.site.address}/a/")
    browser.press("Escape")
    time.sleep(0.2)
    browser.new_tab()
    browser.navigate(f"{origins.site.address}/b/")
    wait(lambda: len(origins.exit.pages()) == 2, 10, "the late tab to leave")
