"""Criteria 6 to 9: after the exit neither Back nor Forward shows a page of the site, whatever was read before.

Links within the page, and dead exit hosts: `test_exit_hosts.py`.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.exit_hosts import HOSTS, SILENT, SLOW
from tests.browser.origins import Origins
from tests.browser.paint import seen_while
from tests.browser.reading import come_from_elsewhere, leave, read_on, shown_history
from tests.browser.site import MakeSite

SENSITIVE = "Stalking"


def test_back_shows_no_page_of_the_site(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """One page or four, there and back again: Back goes to where the reader was before. Two: `test_exit_hosts.py`."""
    for first, links in (("a", ""), ("b", "cda"), ("c", "dcd")):
        come_from_elsewhere(browser, origins, f"/{first}/")
        read_on(browser, origins, *links)
        leave(browser)
        asked = len(origins.site.pages())
        seen = seen_while(browser, browser.back, 0, until="start") | seen_while(browser, browser.forward, 2)
        assert "site" not in seen, (first, links)
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
    seen = seen_while(browser, browser.forward, 2) | seen_while(browser, browser.back, 0, until="start")
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
    seen = seen_while(browser, browser.back, 0, until="start")
    assert "site" not in seen and "start" in seen
    assert len(origins.site.pages()) == asked, "a page of the site was asked for"


def test_history_kept_by_the_browser(own_browser: Browser, origins: Origins, make_site: MakeSite) -> None:
    """What the browser writes down, with every exit host: no page may keep a title that gives the site away; Chromium's
    own page of the history lists none at all."""
    browser = own_browser
    browser.only_tab()
    for host in HOSTS:
        make_site(host.address(origins))
        origins.mode = host.mode
        come_from_elsewhere(browser, origins, "/a/")
        read_on(browser, origins, "b", "c")
        browser.press("Escape")
        if host.answers:
            browser.wait_for_exit()
        time.sleep(0.4)
        if browser.kind == "chromium" and host in (SLOW, SILENT):
            time.sleep(0.6)
            shown = shown_history(browser)
            assert not [row for row in shown if SENSITIVE in row], host
            # While the exit page does not come, the page left last has nothing to be replaced by.
            assert not host.answers or not [row for row in shown if "site.test" in row], host
    browser.leave()
    rows = [(address, title) for address, title in browser.history() if address.startswith(origins.site.address)]
    # The addresses are in the database, as the README says; their titles are not.
    assert rows and not [title for _, title in rows if SENSITIVE in title], rows
