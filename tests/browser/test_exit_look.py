"""Criterion 16: large enough, legible, in nobody's way, at every width and in forced colours.

The page stands in a frame as wide as the window to be tried, for a real window cannot be made as narrow as
a phone. 320 pixels is also what a window of 1280 has at 400 % zoom.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.chromium import Chromium
from tests.browser.display import Point
from tests.browser.origins import Origins, Reply
from tests.browser.paint import pointer_press, watch
from tests.browser.patience import wait

WIDTHS = [240, 320, 480, 640, 641, 768, 1024, 1280, 1920]
GAUGE = b'<!doctype html><title>Gauge</title><iframe id="frame" src="/a/" style="height:560px;width:WIDTHpx"></iframe>'

MEASURE = """(() => {
  const page = document.getElementById("frame").contentDocument, view = page.defaultView;
  const box = element => element.getBoundingClientRect();
  const over = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left))
    * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const link = page.querySelector(".quick-exit a"), hint = page.querySelector(".quick-exit__hint");
  const result = {};
  const before = box(link);
  hint.textContent = hint.dataset.quickExitHint;
  result.shift = Math.abs(box(link).right - before.right) + Math.abs(box(link).bottom - before.bottom);
  result.size = [before.width, before.height];
  result.inside = [before.left >= 0, before.top >= 0, before.right <= view.innerWidth, before.bottom <= view.innerHeight];
  result.banner = over(box(page.querySelector(".banner")), box(link));
  result.overflow = page.documentElement.scrollWidth - page.documentElement.clientWidth;
  result.hintInside = box(hint).left >= 0 && box(hint).right <= view.innerWidth && box(hint).bottom <= view.innerHeight;
  result.covered = [];
  for (const start of [0, 99999]) {
    for (const target of page.querySelectorAll("main a, button")) {
      view.scrollTo(0, start);
      target.focus();
      if (over(box(target), box(link)) > 0) result.covered.push([target.id, start]);
    }
  }
  view.scrollTo(0, 99999);
  const after = box(link);
  result.stays = after.top >= 0 && after.bottom <= view.innerHeight && after.height === before.height;
  const last = box(page.querySelector("main").lastElementChild);
  result.endReached = last.bottom <= after.top || last.right <= after.left || after.top < 10;
  const style = view.getComputedStyle(link);
  result.colours = [style.color, style.backgroundColor];
  return JSON.stringify(result);
})()"""


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as WCAG reckons it."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lights = sorted((light(first), light(second)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def measured(browser: Browser, origins: Origins, width: int) -> dict[str, object]:
    """The measurements of a page in a window of a width."""
    origins.pages["/gauge/"] = Reply(GAUGE.replace(b"WIDTH", str(width).encode()))
    browser.open(f"{origins.site.address}/gauge/")
    wait(lambda: browser.try_evaluate("document.getElementById('frame').contentDocument.readyState") == "complete", 5, "it")
    found: dict[str, object] = json.loads(browser.evaluate(MEASURE))
    return found


def test_every_width(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """From the narrowest phone to a large screen."""
    for width in WIDTHS:
        found = measured(browser, origins, width)
        across, high = found["size"] if isinstance(found["size"], list) else (0, 0)
        assert across >= 48 and high >= 48, (width, found)
        assert found["inside"] == [True] * 4, (width, found)
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
    point = chromium.place(".quick-exit a")
    chromium.display.move(point)
    width = chromium.evaluate("document.documentElement.clientWidth")
    chromium.display.button(True)
    try:
        wait(lambda: len(set(sheet(chromium, width, point))) == 1, 5, "one plain sheet while the button is held")
    finally:
        chromium.display.button(False)


def sheet(browser: Browser, width: int, pointer: Point) -> list[int]:
    """The colours of many points of the page, `width` pixels without its scroll bar; the lower left corner
    with its status line and the pointer itself, which Xvfb paints like anything else, are left out."""
    left, top = browser.corner
    points = [(left + x, top + y) for x in range(8, width - 8, 14) for y in range(8, 700, 10)]
    return browser.display.colours([(x, y) for x, y in points if abs(x - pointer[0]) > 30 or abs(y - pointer[1]) > 30])


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
