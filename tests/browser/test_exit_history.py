"""Criteria 6 to 9: after the exit neither Back nor Forward shows a page of the site, whatever was read before."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.paint import seen_while
from tests.browser.patience import wait
from tests.browser.reading import come_from_elsewhere, leave, read_on, shown_history

SENSITIVE = "Stalking"


@pytest.mark.parametrize("links", ["", "b", "bcd", "bab"])
def test_back_shows_no_page_of_the_site(browser: Browser, origins: Origins, site_folder: Path, links: str) -> None:
    """One page or four, there and back again: Back goes to where the reader was before."""
    come_from_elsewhere(browser, origins, "/a/")
    read_on(browser, origins, *links)
    leave(browser)
    asked = len(origins.site.pages())
    seen = seen_while(browser, browser.back, 1 + len(links) // 3, until="start")
    seen |= seen_while(browser, browser.forward, 2)
    assert "site" not in seen and "start" in seen
    assert len(origins.site.pages()) == asked, "a page of the site was asked for"


def test_forward_shows_no_page_of_the_site(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A, then B, then Back (which leaves the site), Forward (to B) and the exit: nothing is left on either side."""
    come_from_elsewhere(browser, origins, "/a/")
    read_on(browser, origins, "b")
    seen_while(browser, browser.back, 0, until="start")
    seen_while(browser, browser.forward, 0, until="site")
    browser.arrive(f"{origins.site.address}/b/")
    leave(browser)
    asked = len(origins.site.pages())
    seen = seen_while(browser, browser.forward, 2) | seen_while(browser, browser.back, 3)
    assert "site" not in seen and "start" in seen
    assert len(origins.site.pages()) == asked, "a page of the site was asked for"


def test_links_within_the_page_add_nothing(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """The skip link and a # link work, move the focus, and leave no entry of their own."""
    come_from_elsewhere(browser, origins, "/a/")
    length = browser.evaluate("history.length")
    browser.click("#skip")
    wait(lambda: browser.evaluate("location.hash") == "#main", 5, "the skip link")
    assert browser.evaluate("document.activeElement.id") == "main"
    browser.click("#down")
    wait(lambda: browser.evaluate("location.hash") == "#below", 5, "the link to a heading")
    wait(lambda: browser.evaluate("scrollY") > 100, 5, "scrolling")
    assert SENSITIVE in browser.title()
    assert browser.evaluate("history.length") == length
    leave(browser)
    asked = len(origins.site.pages())
    seen = seen_while(browser, browser.back, 2)
    assert "site" not in seen and "start" in seen
    assert len(origins.site.pages()) == asked, "a page of the site was asked for"


def test_keyboard_reading_adds_nothing(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """Links followed by Tab and Return count as links followed by the pointer."""
    come_from_elsewhere(browser, origins, "/a/")
    length = browser.evaluate("history.length")
    browser.evaluate("(document.getElementById('to-b').focus(), 1)")
    browser.press("Return")
    browser.arrive(f"{origins.site.address}/b/")
    assert browser.evaluate("history.length") == length
    browser.evaluate("(document.getElementById('practise').focus(), 1)")
    browser.press("Return")
    browser.wait_for_exit()
    asked = len(origins.site.pages())
    seen = seen_while(browser, browser.back, 2)
    assert "site" not in seen and "start" in seen
    assert len(origins.site.pages()) == asked, "a page of the site was asked for"


def test_history_kept_by_the_browser(own_browser: Browser, origins: Origins, site_folder: Path) -> None:
    """What the browser writes down: no page but the last may keep a title that gives the site away; Chromium's
    own page of the history lists none at all."""
    browser = own_browser
    browser.only_tab()
    come_from_elsewhere(browser, origins, "/a/")
    read_on(browser, origins, "b", "c")
    leave(browser)
    time.sleep(1)
    if browser.kind == "chromium":
        assert not [row for row in shown_history(browser) if "site.test" in row or SENSITIVE in row]
    browser.leave()
    rows = [(address, title) for address, title in browser.history() if address.startswith(origins.site.address)]
    # The addresses are in the database, as the README says; their titles are not.
    assert not [title for _, title in rows if SENSITIVE in title], rows
