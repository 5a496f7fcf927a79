"""Criterion 18: discreet navigation leaves every other kind of link, and the browser's own ways, as they were."""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.paint import seen_while
from tests.browser.patience import wait
from tests.browser.site import MakeSite

# What the page's script is asked: was this click left to the browser?
LEFT_ALONE = ["blank", "download", "mail", "call", "away"]


def test_kinds_of_links_left_alone(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A target, a download, another scheme, another origin, or a script that has its own use for the link."""
    browser.open(f"{origins.site.address}/links/")
    for name in LEFT_ALONE:
        taken = browser.evaluate(
            f"(link => {{ const event = new MouseEvent('click', {{bubbles: true, cancelable: true}});"
            "let taken; addEventListener('click', e => { taken = e.defaultPrevented; e.preventDefault(); }, {once: true});"
            f"link.dispatchEvent(event); return taken; }})(document.getElementById({name!r}))"
        )
        assert taken is False, name
    browser.click("#handled")
    time.sleep(0.3)
    assert browser.where() == f"{origins.site.address}/links/"


def test_new_tabs(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A reader's own ways of opening a new tab open one, and the page stays."""
    browser.open(f"{origins.site.address}/links/")
    (page,) = browser.tabs()
    # MiniBrowser opens a tab for neither Control and click nor the middle button in automation mode.
    for way in ("target",) if browser.kind == "webkit" else ("control", "middle", "target"):
        origins.site.requests.clear()
        if way == "control":
            browser.click("#plain", "Control_L")
        else:
            browser.click("#plain" if way == "middle" else "#blank", number=2 if way == "middle" else 1)
        wait(lambda: [request for request in origins.site.pages() if request.path == "/b/"], 5, f"the page in a new tab, by {way}")
        wait(lambda: len(browser.tabs()) == 2, 5, "a second tab")
        assert browser.where() == f"{origins.site.address}/links/"
        browser.close_tab(next(tab for tab in browser.tabs() if tab != page))
        browser.use_tab(page)


def test_elsewhere_and_back(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A link to another site is an ordinary step, and Back returns from it."""
    browser.open(f"{origins.site.address}/links/")
    browser.click("#away")
    wait(lambda: browser.shown() == "start", 10, "elsewhere")
    time.sleep(0.3)
    seen_while(browser, browser.back, 0, until="site")
    browser.arrive(f"{origins.site.address}/links/")


def test_reload_and_address(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A page has an address of its own, that a reload and a bookmark find again."""
    browser.open(f"{origins.site.address}/a/")
    browser.click("#to-b")
    browser.arrive(f"{origins.site.address}/b/")
    before = len(origins.site.pages())
    browser.evaluate("(setTimeout(() => location.reload(), 0), 1)") if browser.kind == "webkit" else browser.press("F5")
    wait(lambda: len(origins.site.pages()) > before, 5, "the reload")
    browser.arrive(f"{origins.site.address}/b/")
    assert "Stalking b" in browser.title()


def test_forms_are_left_alone(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A form is sent as ever."""
    browser.open(f"{origins.site.address}/form/")
    browser.evaluate("(document.getElementById('text').value = 'x', document.getElementById('text').focus(), 1)")
    browser.evaluate("(setTimeout(() => document.querySelector('form').submit(), 0), 1)")
    wait(lambda: [request for request in origins.site.pages() if request.path.startswith("/sent/?q=x")], 8, "the form")


def test_discreet_navigation_off(browser: Browser, origins: Origins, make_site: MakeSite) -> None:
    """With the setting off a link is an ordinary link, and only the last page leaves the history."""
    make_site(discreet=False)
    browser.open(f"{origins.site.address}/a/")
    length = browser.evaluate("history.length")
    browser.click("#to-b")
    browser.arrive(f"{origins.site.address}/b/")
    assert browser.evaluate("history.length") == length + 1
    browser.press("Escape")
    browser.wait_for_exit()
