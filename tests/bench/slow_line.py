"""One page in a real Chromium on a slow line and a slow telephone: what it weighs, and when it can be read and left.

The line and the processor are slowed by Chromium itself (DevTools protocol); its line has no handshake, so every page
has one round trip less than in life. Must never measure two pages at once.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

import brotli
from playwright.sync_api import Browser, Page

BYTES_A_SECOND = 400_000 // 8
ROUND_TRIP = 400
"""Milliseconds."""
SLOWER = 4
_WATCH = """
window.__seen = { listens: null, shift: 0 };
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (kind, ...rest) {
  if (/^key(down|up)$/.test(kind) && window.__seen.listens === null && [window, document].includes(this ?? window)) {
    window.__seen.listens = performance.now();
  }
  return add.call(this ?? window, kind, ...rest);
};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) { if (!entry.hadRecentInput) window.__seen.shift += entry.value; }
}).observe({ type: "layout-shift", buffered: true });
"""
_READ = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  resources: performance.getEntriesByType("resource").map((entry) => [entry.renderBlockingStatus, entry.responseEnd]),
  ...window.__seen,
})"""


@dataclass(frozen=True)
class Weight:
    """Bytes of some files, as they are and as a host sends them (gzip 6, brotli 5)."""

    raw: int
    gzip: int
    brotli: int


@dataclass(frozen=True)
class Seen:
    """One page: medians of several visits. Times in milliseconds from the moment the address was asked for."""

    requests: int
    before_paint: int
    """Requests that must be answered before anything is painted."""
    paint: float
    leaving: float
    """When the way out by the keyboard begins to listen."""
    shift: float
    leaves: bool
    """Whether pressing its key really left the page."""


def weight(contents: list[bytes]) -> Weight:
    packed = [(len(content), len(gzip.compress(content, 6, mtime=0)), len(brotli.compress(content, quality=5))) for content in contents]
    raw, zipped, small = (sum(sizes) for sizes in zip(*packed, strict=True))
    return Weight(raw, zipped, small)


def seen(browser: Browser, address: str, key: str, visits: int, leads_to: str) -> Seen:
    """Visit a page several times with an empty cache. `key` is pressed in the end and must lead to `leads_to`."""
    found = [_visit(browser, address, key, leads_to) for _ in range(visits)]
    return Seen(
        requests=int(median(item["requests"] for item in found)),
        before_paint=int(median(item["blocking"] for item in found)) + 1,
        paint=median(item["paint"] for item in found),
        leaving=median(item["listens"] for item in found),
        shift=max(item["shift"] for item in found),
        leaves=all(item["leaves"] for item in found),
    )


def _visit(browser: Browser, address: str, key: str, leads_to: str) -> Mapping[str, Any]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True)
    try:
        page = context.new_page()
        _slow(page)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("data:") else None)
        page.add_init_script(_WATCH)
        page.goto(address, wait_until="load", timeout=90_000)
        page.wait_for_timeout(600)
        values = dict(page.evaluate(_READ))
        values["requests"] = len([url for url in asked if "favicon" not in url])
        values["blocking"] = sum(kind == "blocking" and end <= values["paint"] for kind, end in values["resources"])
        values["listens"] = values["listens"] if values["listens"] is not None else float("nan")
        values["leaves"] = _leaves(page, key, leads_to, asked)
        return values
    finally:
        context.close()


def _slow(page: Page) -> None:
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    line = {"offline": False, "latency": ROUND_TRIP, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    wire.send("Network.emulateNetworkConditions", line)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _leaves(page: Page, key: str, leads_to: str, asked: list[str]) -> bool:
    """Press the key as the page asks for it. The exit's host is answered here: nothing goes out to the internet."""
    page.route(f"{leads_to}**", lambda route: route.fulfill(body="<title>Exit</title>", content_type="text/html"))
    for part in key.split():
        page.keyboard.press(part)
    for _ in range(40):
        if any(url.startswith(leads_to) for url in asked):
            return True
        page.wait_for_timeout(100)
    return False
