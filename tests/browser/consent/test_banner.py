"""The banner stands in nobody's way: in the flow of the page, after the call for help, at every width and zoom, for every key.

As in test_exit_look, a page in a window as narrow as a phone's stands in a frame; zoom is the browser's own.
"""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from tests.browser.conftest import Running
from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import TONGUES, Reader
from tests.browser.generated import Pages, with_script
from tests.browser.origins import Origins, Reply
from tests.browser.patience import wait

WIDTHS = (240, 320, 360, 480, 640, 641, 768, 1024, 1280, 1920)
BEFORE = ("Content-Security-Policy", "X-Frame-Options", "Cross-Origin-Embedder-Policy", "Cross-Origin-Opener-Policy")
"""Headers that forbid frames; the page's own policy stands in the page as well."""

MEASURE = """((page, view) => {
  const box = element => element.getBoundingClientRect();
  const exit = page.querySelector(".quick-exit a"), banner = page.getElementById("consent");
  const answers = [...banner.querySelectorAll("button, div > a")];
  view.scrollTo(0, 0);
  const result = { overlap: 0, position: view.getComputedStyle(banner).position };
  const place = box(exit);
  // On a phone the exit stays at the foot while the page goes by below it: what counts is who is painted on top.
  for (const scroll of [0, box(banner).top - place.top, box(banner).bottom - place.bottom]) {
    view.scrollTo(0, scroll);
    for (let x = place.left + 2; x < place.right; x += 6) for (let y = place.top + 2; y < place.bottom; y += 6)
      if (banner.contains(page.elementFromPoint(x, y))) result.overlap += 1;
  }
  view.scrollTo(0, 0);
  const others = [...banner.childNodes];
  banner.replaceChildren();
  result.moved = ["left", "top", "right", "bottom"].some(side => box(exit)[side] !== place[side]);
  banner.replaceChildren(...others);
  result.below = box(banner).top >= box(page.querySelector(".emergency-bar")).bottom - 0.5;
  result.answers = answers.map(answer => [box(answer).width, box(answer).height]);
  result.least = Math.min(...answers.map(answer => Math.min(box(answer).width, box(answer).height)));
  result.cut = answers.filter(answer => answer.scrollWidth > answer.clientWidth + 1 || answer.scrollHeight > answer.clientHeight + 1).length;
  result.overflow = page.documentElement.scrollWidth > page.documentElement.clientWidth + 1;
  view.scrollTo(0, 0);
  return result;
})"""


def in_the_way(found: dict[str, Any]) -> list[str]:
    """What is wrong with one measurement."""
    faults = [] if found["overlap"] == 0 and not found["moved"] else ["something covers or moves the exit"]
    faults += [] if found["position"] == "static" and found["below"] else ["the banner is not where it stands in the page"]
    spread = max(max(sizes) - min(sizes) for sizes in zip(*found["answers"], strict=True))
    faults += [] if spread < 1 and len(found["answers"]) == 3 else ["the answers differ in size"]
    faults += [] if found["least"] >= 44 else ["an answer is too small"]
    return faults + (["words are cut or the page is too wide"] if found["cut"] or found["overflow"] else [])


def test_every_width(reader: Reader) -> None:
    """0 pixels of the exit covered, from the narrowest phone to a large screen, in both languages."""
    frame = "document.getElementById('frame')"
    for words in TONGUES.values():
        page = reader.origins.pages[words.home]
        open_headers = {name: value for name, value in page.headers.items() if name not in BEFORE}
        reader.origins.pages["/framed/"] = replace(page, headers=open_headers)
        reader.origins.pages["/gauge/"] = Reply(
            b'<!doctype html><title>Gauge</title><iframe id="frame" src="/framed/" height="640"></iframe>'
        )
        reader.open("/gauge/")
        there = f"{frame}.contentDocument.readyState === 'complete' && {frame}.contentDocument.querySelectorAll('#consent button').length"
        wait(lambda there=there: reader.browser.try_evaluate(there), 5, "the page in the frame")  # type: ignore[misc]
        for width in WIDTHS:
            reader.ask(f"{frame}.style.width = '{width}px'")
            wait(lambda width=width: reader.ask(f"{frame}.contentWindow.innerWidth") == width, 5, f"{width} pixels")  # type: ignore[misc]
            found = reader.ask(f"{MEASURE}({frame}.contentDocument, {frame}.contentWindow)")
            # The narrowest has no room for the longest word of the header beside everything else.
            assert in_the_way(found | ({"overflow": False} if width < 320 else {})) == [], f"{width}: {found}"


def test_every_zoom(reader: Reader) -> None:
    """With the browser's own zoom, from 100 to 400 % in one language and back in the other.

    MiniBrowser's own ends at 300 %: there the last step is a window of three quarters of the width and the height at 300 %,
    which gives the page the same 320 CSS pixels as the whole window at 400 %.
    """
    browser = reader.browser
    reader.open()
    reader.wait_for_paint()
    browser.display.press("0", "Control_L")
    start = float(reader.ask("innerWidth"))
    seen = [1.0]

    def zoom() -> float:
        return start / float(reader.ask("innerWidth"))

    def changed() -> float:
        return now if abs((now := zoom()) - seen[-1]) > 0.01 else 0

    def fits() -> None:
        found = reader.ask(f"{MEASURE}(document, window)")
        assert in_the_way(found) == [], f"{zoom()}: {found}"

    def is_reached_by_tab() -> None:
        for hidden in by_tab(reader):
            assert hidden < 0.5, "the focus is seen beside the exit (WCAG 2.4.11)"

    try:
        while seen[-1] < 3.9:
            if browser.kind == "webkit" and seen[-1] > 2.9:
                browser.display.fill(browser.display.windows()[-1], 0.75)
            else:
                browser.display.press("plus", "Shift_L", "Control_L")
            seen.append(wait(changed, 5, "a larger page"))
            fits()
        assert len(seen) > 5
        is_reached_by_tab()
        reader.open(TONGUES["cy"].home)
        fits()
        is_reached_by_tab()
        while seen[-1] > 1.01:
            if browser.kind == "webkit" and seen[-1] > 3.1:
                browser.display.fill(browser.display.windows()[-1])
            else:
                browser.display.press("minus", "Control_L")
            seen.append(wait(changed, 5, "a smaller page"))
            fits()
    finally:
        browser.display.fill(browser.display.windows()[-1])
        browser.display.press("0", "Control_L")
        wait(lambda: zoom() == 1, 5, "the page as it was")


def by_tab(reader: Reader) -> list[float]:
    """How much of each answer is behind the exit when Tab has brought the focus there."""
    reader.ask("(document.querySelector('.emergency-bar .wide').lastElementChild.tabIndex = -1, 1)")
    reader.ask("(document.querySelector('.emergency-bar .wide').lastElementChild.focus(), 1)")
    found = []
    for _ in range(8):
        reader.browser.press("Tab")
        time.sleep(0.3)
        inside, hidden = reader.ask("""[document.activeElement.closest('#consent') !== null, (() => {
          const box = document.activeElement.getBoundingClientRect(), exit = document.querySelector('.quick-exit a').getBoundingClientRect();
          return Math.max(0, Math.min(box.bottom, exit.bottom) - Math.max(box.top, exit.top)) / box.height; })()]""")
        found += [float(hidden)] if inside else []
    assert len(found) == 3, found
    return found


WATCHER = """(() => { const seen = window.seen = new Set();
  const look = () => { const h1 = document.querySelector('h1'), exit = document.querySelector('.quick-exit a');
    if (h1 && document.body) seen.add(Math.round(h1.getBoundingClientRect().top) + ' ' + Math.round(exit.getBoundingClientRect().top));
    requestAnimationFrame(look); }; look(); })();"""


def late(pages: Pages) -> dict[str, Reply]:
    """The scripts in files come some time after the page, under names that no browser has kept."""
    old, new = "assets/consent.", f"assets/late-{time.monotonic_ns()}."
    changed = {}
    for address, reply in pages.items():
        body = reply.body.replace(old.encode(), new.encode()) if reply.kind.startswith("text/html") else reply.body
        changed[address.replace(old, new)] = replace(reply, body=body, delay=0.3 if address.endswith(".js") else 0)
    return changed


def test_nothing_moves_when_it_appears(reader: Reader) -> None:
    """In every frame that is painted, the heading and the exit stand where they stand at the end; in both languages."""
    reader.serve(late(with_script(reader.origins.pages, WATCHER)))
    for path in (path for words in TONGUES.values() for path in (words.home, words.cookies)):
        reader.open(path)
        time.sleep(0.1)  # beyond the load event, which waits for every script, and the frame after it
        assert len(reader.ask("[...window.seen]")) == 1
        if reader.browser.kind == "chromium":
            shifts = reader.browser.evaluate(
                "new Promise(done => new PerformanceObserver(list => done(list.getEntries().length)).observe({type: 'layout-shift', buffered: true})"
                " || setTimeout(() => done(0), 300))"
            )
            assert shifts == 0


@pytest.mark.parametrize("code", sorted(TONGUES))
def test_by_keyboard(reader: Reader, code: str) -> None:
    """Exit, way to the text, languages, call for help, then the three answers; the confirmation once, its link and its button."""
    words = TONGUES[code]
    reader.open(words.home)
    reader.wait_for_paint()
    order = reader.ask(
        "[...document.querySelectorAll('a[href], button')].filter(element => !element.closest('main, footer')).map(e => e.textContent.trim())"
    )
    first = order.index(words.answers[0])
    assert order[0].startswith(words.exit)
    assert order[first : first + 4] == [*words.answers, words.feedback]
    reader.ask("(document.querySelector('.emergency-bar a[href^=tel]').focus(), 1)")
    reader.browser.display.click((reader.browser.corner[0] + 4, reader.browser.corner[1] + reader.browser.viewport[1] - 60))
    reader.ask("(document.querySelector('.emergency-bar a[href^=tel]').focus(), 1)")
    for name in (*order[order.index(reader.ask("document.activeElement.textContent.trim()")) + 1 : first], *order[first : first + 2]):
        reader.browser.press("Tab")
        wait(lambda name=name: reader.ask("document.activeElement.textContent.trim()") == name, 5, name)  # type: ignore[misc]
    reader.browser.press("space")
    reader.hears(words.saved)
    assert reader.ask("document.querySelectorAll('#consent [aria-live], #consent [role=alert], #consent [role=status]').length") == 0
    for name in (words.change, words.hide):
        reader.browser.press("Tab")
        wait(lambda name=name: reader.ask("document.activeElement.textContent") == name, 5, name)  # type: ignore[misc]
    reader.browser.press("Return")
    wait(lambda: reader.ask("document.activeElement.id") == "main", 5, "the text of the page")
    assert reader.ask("scrollY") == 0


def test_a_screen_reader_finds_it(running: Running, origins: Origins, sites: Sites) -> None:
    """A region with a name, its words before its answers; after the answer the same region with the confirmation.

    Only Chromium's protocol tells what a screen reader is given.
    """
    origins.forget()
    reader = Reader(running.tidy("chromium"), origins, sites("preferences"))
    for words in TONGUES.values():
        reader.browser.forget_cookies()
        reader.open(words.home)
        told = spoken(reader)
        start = told.index(f"region {words.label}")
        assert told[start + 1].startswith("StaticText ")
        assert told[start + 2 : start + 5] == [
            f"{role} {name}" for role, name in zip(("button", "button", "link"), words.answers, strict=True)
        ]
        assert any(item.startswith("link") and "999" in item for item in told[:start])
        reader.choose("reject")
        reader.hears(words.saved)
        told = spoken(reader)
        start = told.index(f"region {words.label}")
        assert [item.partition(" ")[0] for item in told[start : start + 4]] == ["region", "StaticText", "link", "button"]


def spoken(reader: Reader) -> list[str]:
    """Role and name of everything in the accessibility tree that would be said."""
    nodes = reader.browser.ask("Accessibility.getFullAXTree", {})["nodes"]  # type: ignore[attr-defined]
    by_id = {node["nodeId"]: node for node in nodes}
    said: list[str] = []

    def walk(node: dict[str, Any], inside: bool) -> None:
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "")
        leaf = role in {"button", "link"}
        if not node.get("ignored") and not inside and name.strip() and role in {"region", "button", "link", "StaticText", "heading"}:
            said.append(f"{role} {name}")
        for child in node.get("childIds", []):
            if child in by_id:
                walk(by_id[child], inside or leaf)

    walk(nodes[0], False)
    return json.loads(json.dumps(said))  # type: ignore[no-any-return]
