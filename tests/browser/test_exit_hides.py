"""Criteria 1, 3, 10 and 14: the page is gone from the display and from the tab's title, and never returns. By the key: `test_exit_hosts.py`.

How fast is measured by `build.py bench exit`; here only the order of things and the end are asserted, for a
busy machine is no fault of the page.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.exit_hosts import HOSTS
from tests.browser.origins import Origins
from tests.browser.paint import pointer_press, watch
from tests.browser.patience import wait
from tests.browser.site import TITLE, MakeSite


def test_link_hides_the_page_until_the_exit_page_comes(browser: Browser, origins: Origins, make_site: MakeSite) -> None:
    """Pressed with the pointer, whatever the exit host does; where the exit page never comes, the page never does either."""
    for host in HOSTS:
        make_site(host.address(origins))
        origins.mode = host.mode
        browser.open(f"{origins.site.address}/a/?{host.name}")
        origins.exit.requests.clear()
        seen = watch(browser, pointer_press(browser, browser.place(".quick-exit a")), 0.9)
        assert seen.hidden is not None and not seen.came_back, host
        assert not [title for title in seen.titles[1:] if "Stalking" in title], (host, seen.titles)
        if host.answers:
            browser.wait_for_exit()
        for request in origins.exit.pages():
            assert request.referer is None and "site.test" not in str(request.headers)


SPIES = """(() => {
  const tell = what => fetch("/told/?" + what, {keepalive: true});
  HTMLMediaElement.prototype.pause = () => { tell("paused"); };
  new MutationObserver(() => tell("icon")).observe(document.querySelector("link[rel=icon]"), {attributes: true});
  return 1;
})()"""
LEFT = """(() => {
  dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", cancelable: true}));
  const shown = [...document.body.querySelectorAll("*")].filter(element => element.checkVisibility({visibilityProperty: true}));
  return [shown.length, document.body.innerText.trim(), document.title];
})()"""


def test_nothing_is_left_to_read_or_to_reach(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """In the very task of the press nothing is left for Tab or for a screen reader; then films are stopped and the icon goes."""
    origins.mode = "never"
    browser.open(f"{origins.site.address}/form/")
    browser.evaluate(SPIES)
    assert browser.evaluate(LEFT) == [0, "", TITLE]
    wait(lambda: {"/told/?paused", "/told/?icon"} <= {request.path for request in origins.site.requests}, 5, "the film and the icon")


# By a timer of the page: Chromium keeps a question from outside back until the exit page is there, and would stop that one.
STOP_LATER = """(new MutationObserver((_, watcher) => {
  watcher.disconnect();
  setTimeout(() => { window.stop(); navigator.sendBeacon("/stopped/"); }, 150);
}).observe(document.querySelector("title"), {childList: true}), 1)"""


def test_page_stays_hidden_when_the_reader_presses_stop(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """The browser's own Stop, here by the standard's window.stop(), is answered by leaving again."""
    origins.mode = "1 s"
    browser.open(f"{origins.site.address}/a/")
    browser.evaluate(STOP_LATER)
    browser.press("Escape")
    wait(lambda: [request for request in origins.site.requests if request.path == "/stopped/"], 5, "the stop")
    assert browser.shown() != "exit", "stopped too late"
    seen = watch_blank(browser)
    assert not seen, "the page came back"
    if browser.kind == "chromium":
        browser.wait_for_exit()
    else:
        # Firefox and WebKitGTK 2.50 tell a page nothing about a navigation that was stopped from outside:
        # there the page stays hidden, and the next press on it leaves.
        browser.press("Escape")
        browser.wait_for_exit()


def watch_blank(browser: Browser) -> bool:
    """Whether the purple page is seen again within a second."""
    end = time.monotonic() + 1
    points = [(x, browser.corner[1] + y) for x in range(20, 1200, 60) for y in range(20, 700, 60)]
    while time.monotonic() < end:
        colours = browser.display.colours(points)
        if colours.count(0x5B2A86) > len(points) / 10:
            return True
        time.sleep(0.01)
    return False


def test_click_swallowed_while_leaving_leads_nowhere_else(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A second, wild click on what used to be a link of the page changes nothing."""
    origins.mode = "0.4 s"
    browser.open(f"{origins.site.address}/a/")
    link = browser.place("#to-b")
    browser.press("Escape")
    browser.display.click(link)
    browser.wait_for_exit()
    assert not [request for request in origins.site.pages() if request.path == "/b/"]


def test_pointer_let_go_outside_uncovers(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """The sheet is over the whole page, so only a release outside the window takes a press back."""
    browser.open(f"{origins.site.address}/a/")
    browser.evaluate(
        "(document.querySelector('.quick-exit a').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, button: 0})), 1)"
    )
    assert browser.evaluate("document.querySelector('.quick-exit a').dataset.quickExit") == "pressed"
    browser.evaluate("(dispatchEvent(new PointerEvent('pointercancel')), 1)")
    browser.evaluate("(document.body.dispatchEvent(new PointerEvent('pointerup', {bubbles: true})), 1)")
    assert browser.evaluate("document.querySelector('.quick-exit a').dataset.quickExit") == ""
    assert not origins.exit.pages()
