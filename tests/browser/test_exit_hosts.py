"""The exit in front of each exit host that it may meet: slow, dead and leading elsewhere, in one visit for each.

What can depend on the exit host is tried with all of them here: criteria 1 and 14 (hidden, never back), 3 (title), 4
(mashing), 6 to 8 (Back and Forward), 10 (Referer), 11 (other tabs), 12 (requests before, cookies after). Criteria 2
and 5 meet them in turn in `test_exit_keys.py`, 9 in `test_exit_history.py`, 13 in `test_exit_no_script.py`. 15 to 18
are about readers who do not leave: no exit host is asked.
"""

from __future__ import annotations

import time
from functools import partial

import pytest

from tests.browser.browser import Browser
from tests.browser.exit_hosts import HOSTS, ExitHost
from tests.browser.origins import Origins
from tests.browser.paint import key_press, seen_while, watch
from tests.browser.patience import stays, wait
from tests.browser.reading import come_from_elsewhere, read_on, show_last_tab
from tests.browser.site import TITLE, MakeSite

PRESSES = 8


def _is_at(browser: Browser, fragment: str) -> bool:
    """The focus has moved there too, where it is a place for the focus, and the page is scrolled."""
    return bool(browser.evaluate("location.hash") == fragment and browser.evaluate("document.activeElement.id === 'main' || scrollY > 100"))


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: str(host.name))
def test_a_whole_visit(browser: Browser, origins: Origins, make_site: MakeSite, host: ExitHost) -> None:
    """From elsewhere, beside another tab of the site, links within the page and to the next, Escape again and again,
    Back and Forward, and a reader who comes again."""
    make_site(host.address(origins))
    origins.mode = host.mode
    origins.exit.requests.clear()  # what a tab of the test before this one still asked for
    site = origins.site.address
    browser.open(f"{site}/d/")
    other, without_bar = browser.tabs()[0], (browser.corner, browser.viewport)
    browser.new_tab()
    show_last_tab(browser)
    come_from_elsewhere(browser, origins, "/a/")
    length = browser.evaluate("history.length")
    for link, fragment in (("#skip", "#main"), ("#down", "#below")):
        browser.click(link)
        wait(partial(_is_at, browser, fragment), 5, link)
    assert "Stalking a" in browser.title()
    browser.evaluate("(scrollTo(0, 0), document.cookie = 'choice=no; Path=/; Max-Age=9999', 1)")
    read_on(browser, origins, "b")
    assert browser.evaluate("history.length") == length
    assert not origins.exit.requests and [request.path for request in origins.start.pages()] == ["/a/"]

    seen = watch(browser, key_press(browser, times=PRESSES), 1.2)
    assert seen.hidden is not None and not seen.came_back
    assert not [title for title in seen.titles[1:] if "Stalking" in title], seen.titles
    if host.answers:
        browser.wait_until_left()
    if host.listens:
        asked = [request for request in origins.exit.pages() if request.path == "/weather"]
        # Two tabs that want the same page may share one answer. MiniBrowser keeps every second press for itself and stops
        # the load with it; the page sees the release without its press and leaves again, so there it is asked more often.
        assert 1 <= len(asked) <= (PRESSES + 1 if browser.kind == "webkit" else 2), asked
        assert {request.referer for request in origins.exit.pages()} == {None}
    if host is HOSTS[0]:
        assert any(TITLE in title for title in seen.titles), seen.titles

    mine = next(tab for tab in browser.tabs() if tab != other)
    browser.use_tab(other)
    if browser.kind == "webkit":  # WebDriver's choice of a tab does not show it, but may ask it
        gone = f"!location.href.startsWith('{site}') || getComputedStyle(document.documentElement).visibility === 'hidden'"
        wait(lambda: browser.try_evaluate(gone), 10, "the other tab to be hidden or gone")
    else:
        # It was not painted in the background, so the browser may show what it painted there last, until it paints anew.
        time.sleep(0.5)
        assert stays(lambda: browser.shown() != "site" and "Stalking" not in browser.title(), 0.3)
    # While it waits for a dead host, it bids every tab of the site leave.
    browser.close_tab(other)
    browser.use_tab(mine)
    browser.corner, browser.viewport = without_bar
    shown = seen_while(browser, browser.back, 0, until="start") | seen_while(browser, browser.forward, 2)
    assert "site" not in shown

    browser.open(f"{site}/c/")
    wait(lambda: browser.shown() == "site", 5, "a page for a reader who comes again")
    assert browser.evaluate("document.cookie") == ""
