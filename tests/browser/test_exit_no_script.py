"""Criterion 13: with scripts off the link hides the page, leaves, and promises nothing it cannot keep.

Nobody can ask such a page anything, so these tests only look at the display and at the servers' logs. The
key itself does nothing here, which is why the page must not name it.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.display import Point
from tests.browser.exit_hosts import HOSTS
from tests.browser.origins import Origins
from tests.browser.paint import pointer_press, watch
from tests.browser.patience import stays, wait
from tests.browser.site import MakeSite


def exit_link(browser: Browser) -> Point:
    """The link stands in the top right corner of a wide page."""
    return browser.corner[0] + browser.viewport[0] - 80, browser.corner[1] + 24


def read(browser: Browser, origins: Origins, name: str) -> None:
    """Open a page at an address of its own, from a page of another colour."""
    wait(lambda: browser.shown() != "site", 5, "another page")
    browser.navigate(f"{origins.site.address}/a/?{name}")
    wait(lambda: browser.shown() == "site", 10, "the page")
    time.sleep(0.3)


def test_link_hides_and_leaves(scriptless: Browser, origins: Origins, make_site: MakeSite) -> None:
    """The link is its own sheet, from the press until the exit page comes, whatever the exit host does."""
    for host in HOSTS:
        make_site(host.address(origins))
        origins.mode = host.mode
        read(scriptless, origins, host.name)
        origins.exit.requests.clear()
        seen = watch(scriptless, pointer_press(scriptless, exit_link(scriptless)), 0.8)
        assert seen.hidden is not None and not seen.came_back, host
        if host.listens:
            wait(origins.exit.pages, 5, "a request at the exit host")
            assert {request.referer for request in origins.exit.pages()} == {None}
        if host.answers:
            scriptless.wait_for_exit()


def test_keyboard_alone(scriptless: Browser, origins: Origins, site_folder: Path) -> None:
    """The hint's words are in an attribute only, for Escape does nothing. The link is the first thing that Tab reaches, and
    Return follows it."""
    read(scriptless, origins, "keyboard")
    page = (site_folder / "a" / "index.html").read_text()
    assert ">or press Escape<" not in page[page.index("<body>") :]
    scriptless.press("Escape")
    assert stays(lambda: not origins.exit.pages(), 0.4)
    scriptless.press("Tab")
    scriptless.press("Return")
    wait(origins.exit.pages, 5, "a request at the exit host")
    assert {request.referer for request in origins.exit.pages()} == {None}
