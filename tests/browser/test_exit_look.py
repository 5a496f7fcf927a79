"""Criterion 16: large enough, legible, in nobody's way, at every width and in forced colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.chromium import Chromium
from tests.browser.look import WIDTHS, contrast, measured, sheet
from tests.browser.origins import Origins
from tests.browser.paint import pointer_press, watch
from tests.browser.patience import wait


def test_every_width(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """From the narrowest phone to a large screen."""
    for width in WIDTHS:
        found = measured(browser, origins, width)
        across, high = found["size"] if isinstance(found["size"], list) else (0, 0)
        assert across >= 48 and high >= 48, (width, found)
        assert found["inside"] == [True] * 4, (width, found)
        # A bar along the bottom of a phone; at the top right of anything wider.
        assert (found["edges"] == [0, 0, 0]) == (width <= 640), (width, found)
        assert found["banner"] == 0 and found["shift"] == 0 and found["overflow"] == 0, (width, found)
        assert found["covered"] == [] and found["stays"] and found["endReached"] and found["hintInside"], (width, found)
        colours = found["colours"]
        assert isinstance(colours, list) and contrast(*colours) >= 7, (width, found)


def test_first_in_the_tab_order(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """One Tab reaches it; it is a real link with a name, and the first thing anybody could focus."""
    browser.open(f"{origins.site.address}/a/")
    browser.press("Tab")
    name = "document.activeElement.textContent.trim()"
    if browser.kind != "webkit":  # GTK gives the first Tab after a load to its toolbar
        wait(lambda: browser.evaluate(name) == "Leave this site", 5, "the focus on the link")
    first = "document.querySelector('a[href],button,input,select,textarea,[tabindex]').textContent.trim()"
    assert browser.evaluate(first) == "Leave this site"


@pytest.mark.parametrize("scheme", ["forced", "dark"])
def test_forced_colours_and_dark(chromium: Chromium, origins: Origins, site_folder: Path, scheme: str) -> None:
    """The sheet hides as well in the reader's own colours. Only Chromium can pretend them here."""
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    if scheme == "forced":
        features.append({"name": "forced-colors", "value": "active"})
    chromium.ask("Emulation.setEmulatedMedia", {"features": features})
    origins.mode = "never"
    chromium.open(f"{origins.site.address}/a/")
    assert chromium.evaluate("matchMedia('(forced-colors: active)').matches") == (scheme == "forced")
    colours = chromium.evaluate(
        "(style => [style.color, style.backgroundColor])(getComputedStyle(document.querySelector('.quick-exit a')))"
    )
    assert contrast(*colours) >= 4.5
    frame = "getComputedStyle(document.querySelector('.quick-exit a')).borderTopWidth"
    assert chromium.evaluate(frame) == ("4px" if scheme == "forced" else "2px"), "its frame is all that parts it from the text behind it"
    point = chromium.place(".quick-exit a")
    chromium.display.move(point)
    width = chromium.evaluate("document.documentElement.clientWidth")
    chromium.display.button(True)
    try:
        wait(lambda: len(set(sheet(chromium, width, point))) == 1, 5, "one plain sheet while the button is held")
    finally:
        chromium.display.button(False)


def test_not_printed(chromium: Chromium, origins: Origins, site_folder: Path) -> None:
    """Paper needs no exit."""
    chromium.open(f"{origins.site.address}/a/")
    chromium.ask("Emulation.setEmulatedMedia", {"media": "print"})
    assert chromium.evaluate("getComputedStyle(document.querySelector('.quick-exit')).display") == "none"


def test_practise_link_covers_too(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """Any link with the attribute is its own sheet, words within it included."""
    origins.mode = "never"
    browser.open(f"{origins.site.address}/a/")
    seen = watch(browser, pointer_press(browser, browser.place("#practise b")), 0.8)
    assert seen.hidden is not None and not seen.came_back
    wait(origins.exit.pages, 5, "the exit host")
    for request in origins.exit.pages():
        assert request.referer is None and "site.test" not in str(request.headers)
