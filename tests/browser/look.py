"""How the exit looks and what it stands in the way of, at any width.

The page stands in a frame as wide as the window to be tried, for a real window cannot be made as narrow as
a phone. 320 pixels is also what a window of 1280 has at 400 % zoom.
"""

from __future__ import annotations

import json

from tests.browser.browser import Browser
from tests.browser.display import Point
from tests.browser.origins import Origins, Reply
from tests.browser.patience import wait

WIDTHS = [240, 320, 480, 640, 641, 768, 1024, 1280, 1920]
GAUGE = b'<!doctype html><title>Gauge</title><iframe id="frame" src="/a/" style="height:560px;width:WIDTHpx"></iframe>'

MEASURE = """(() => {
  const page = document.getElementById("frame").contentDocument, view = page.defaultView;
  const box = element => element.getBoundingClientRect();
  const over = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left))
    * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const link = page.querySelector("LINK"), hint = page.querySelector(".quick-exit__hint");
  const result = {};
  const before = box(link);
  if (hint) hint.textContent = hint.dataset.quickExitHint;
  result.shift = Math.abs(box(link).right - before.right) + Math.abs(box(link).bottom - before.bottom);
  result.size = [before.width, before.height];
  result.inside = [before.left >= 0, before.top >= 0, before.right <= view.innerWidth, before.bottom <= view.innerHeight];
  result.edges = [before.left, page.documentElement.clientWidth - before.right, view.innerHeight - before.bottom];
  result.banner = over(box(page.querySelector(".banner")), box(link));
  result.overflow = page.documentElement.scrollWidth - page.documentElement.clientWidth;
  result.hintInside = !hint || box(hint).left >= 0 && box(hint).right <= view.innerWidth && box(hint).bottom <= view.innerHeight;
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


def measured(browser: Browser, origins: Origins, width: int, link: str = ".quick-exit a") -> dict[str, object]:
    """The measurements of the exit (`link` is its selector) on a page in a window of a width."""
    origins.pages["/gauge/"] = Reply(GAUGE.replace(b"WIDTH", str(width).encode()))
    browser.open(f"{origins.site.address}/gauge/?{width}")  # an address of its own: the gauge before it had arrived long ago
    # The empty document that a frame begins with is complete too.
    ready = "(page => page.readyState === 'complete' && !!page.querySelector('main'))(document.getElementById('frame').contentDocument)"
    wait(lambda: browser.try_evaluate(ready), 8, "the page in the frame")
    found: dict[str, object] = json.loads(browser.evaluate(MEASURE.replace("LINK", link)))
    return found


def sheet(browser: Browser, width: int, pointer: Point) -> list[int]:
    """The colours of many points of the page, `width` pixels without its scroll bar; the lower left corner
    with its status line and the pointer itself, which Xvfb paints like anything else, are left out."""
    left, top = browser.corner
    points = [(left + x, top + y) for x in range(8, width - 8, 14) for y in range(8, 700, 10)]
    return browser.display.colours([(x, y) for x, y in points if abs(x - pointer[0]) > 30 or abs(y - pointer[1]) > 30])
