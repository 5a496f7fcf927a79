"""Criteria 2, 5 and 15: one press is enough wherever the page gets the key, and nothing else leaves."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.exit_hosts import REDIRECTING, SILENT, SLOW, ExitHost
from tests.browser.origins import Origins, Reply
from tests.browser.patience import stays, wait
from tests.browser.site import MakeSite

FOCUSES = {"nothing": SLOW, "text": SILENT, "choice": REDIRECTING, "dialog": SLOW, "frame": SILENT, "framed": REDIRECTING}


def test_one_press_leaves(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """From a field, a select, a modal dialog, a frame with or without a script of its own; each with another exit host."""
    for focus, host in FOCUSES.items():
        origins.mode = host.mode
        page = focus if focus in ("frame", "framed") else "form"
        browser.open(f"{origins.site.address}/{page}/?{focus}")
        if focus in ("text", "choice"):
            browser.evaluate(f"(document.getElementById({focus!r}).focus(), 1)")
        elif focus == "dialog":
            browser.click("#open")
            wait(lambda: browser.evaluate("document.getElementById('dialog').open"), 5, "the dialog")
        elif focus in ("frame", "framed"):
            browser.click("#frame")
        time.sleep(0.1)
        origins.exit.requests.clear()
        browser.press("Escape")
        _leaves(browser, origins, host)
        assert [request.path for request in origins.exit.pages()].count("/weather") == 1, focus


def _leaves(browser: Browser, origins: Origins, host: ExitHost) -> None:
    """The page is gone, and so is the reader, as soon as the host answers."""
    wait(origins.exit.pages, 8, "the exit host to be asked")
    wait(lambda: browser.shown() != "site", 5, "an empty page")
    if host.answers:
        browser.wait_for_exit()
    else:
        assert stays(lambda: browser.shown() != "site", 0.3)


def test_fullscreen(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """Leaving fullscreen belongs to the browser: where it keeps the press, the next one leaves the site."""
    browser.open(f"{origins.site.address}/form/")
    browser.click("#full")
    wait(lambda: browser.evaluate("!!document.fullscreenElement"), 5, "fullscreen")
    time.sleep(0.8)
    for _ in range(2):
        browser.press("Escape")
        time.sleep(0.8)
    browser.wait_for_exit()


TROUBLED = {"throwing": SLOW, "stalled": SILENT, "unfinished": REDIRECTING}


def test_one_press_leaves_a_troubled_page(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """Another script throws, or does not arrive; or the page itself is still on its way. Each with another exit host."""
    origins.pages["/never.js"] = Reply(delay=None)
    body = (site_folder / "a" / "index.html").read_bytes()
    origins.pages["/unfinished/"] = replace(Reply(body[: body.index(b"<p>Some")]), unfinished=True)
    for page, host in TROUBLED.items():
        origins.mode = host.mode
        browser.navigate(f"{origins.site.address}/{page}/")
        wait(partial(_is_on, browser, f"/{page}/"), 10, "the page's beginning")
        browser.wait_until_heard()
        origins.exit.requests.clear()
        browser.press("Escape")
        _leaves(browser, origins, host)


def _is_on(browser: Browser, path: str) -> bool:
    """The page's beginning is there, its first script has run, and keys go to it."""
    return bool(browser.try_evaluate(f"location.pathname === '{path}' && document.scripts.length > 0 && document.hasFocus()"))


OTHER_KEYS = [("Escape", "Shift_L"), ("Escape", "Control_L"), ("Escape", "Alt_L"), ("a",), ("Tab",), ("F2",)]


def test_typing_and_other_keys_do_not_leave(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """With a modifier Escape belongs to somebody else; so does typing. Escape also gives up the composition of a word in
    Japanese, say: no input method runs here, so the two shapes such a press has in browsers are sent as events."""
    browser.open(f"{origins.site.address}/form/")
    browser.click("#text")
    # Shift and Escape open Chromium's own task manager, over everything; the page never sees them.
    for keys in OTHER_KEYS[browser.kind == "chromium" :]:
        browser.press(*keys)
        assert stays(lambda: not origins.exit.pages(), 0.15), keys
    for shape in ("isComposing: true", "keyCode: 229"):
        browser.evaluate(
            f"(document.getElementById('text').dispatchEvent(new KeyboardEvent('keydown',{{key: 'Escape', bubbles: true, {shape}}})), 1)"
        )
    assert stays(lambda: not origins.exit.pages(), 0.5)


def test_find_bar_keeps_its_escape(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """Escape in the browser's find bar closes the bar."""
    if browser.kind == "webkit":
        pytest.skip("MiniBrowser's find bar opens from its toolbar only, outside the page as any button of it")
    browser.open(f"{origins.site.address}/a/")
    browser.press("f", "Control_L")
    time.sleep(0.6)
    browser.display.write("some")
    time.sleep(0.3)
    browser.press("Escape")
    assert stays(lambda: not origins.exit.pages(), 0.5)
    browser.press("Escape")
    browser.wait_for_exit()


def test_key_off(browser: Browser, origins: Origins, make_site: MakeSite) -> None:
    """With the key off, Escape does nothing and is not promised."""
    make_site(key="off")
    browser.open(f"{origins.site.address}/a/")
    assert "Escape" not in browser.evaluate("document.body.outerHTML")
    browser.press("Escape")
    assert stays(lambda: not origins.exit.pages(), 0.5)
    browser.click(".quick-exit a")
    browser.wait_for_exit()


def test_escape_twice(browser: Browser, origins: Origins, make_site: MakeSite) -> None:
    """One press does nothing, nor two far apart; two in a row leave."""
    make_site(key="escape-twice")
    browser.open(f"{origins.site.address}/a/")
    assert browser.evaluate("document.querySelector('.quick-exit__hint').textContent") == "or press Escape twice"
    browser.press("Escape")
    assert stays(lambda: not origins.exit.pages(), 2.2)
    browser.display.mash("Escape", 2)
    browser.wait_for_exit()


def test_hint_appears_with_the_listener(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """The promise of the key is made by the script that keeps it, and moves nothing on the page."""
    browser.open(f"{origins.site.address}/a/")
    assert browser.evaluate("document.querySelector('.quick-exit__hint').textContent") == "or press Escape"
    place = "document.querySelector('.quick-exit a').getBoundingClientRect().right"
    with_hint = browser.evaluate(place)
    browser.evaluate("(document.querySelector('.quick-exit__hint').textContent = '', 1)")
    assert browser.evaluate(place) == with_hint
