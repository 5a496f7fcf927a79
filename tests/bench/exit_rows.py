"""The criteria that are no times: each a function that tries one exit in one browser and says what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from tests.bench.exit_case import Case
from tests.bench.exit_timing import steps_of_mash
from tests.browser.browser import Browser, Refusal
from tests.browser.chromium import Chromium
from tests.browser.look import WIDTHS, contrast, measured, sheet
from tests.browser.origins import Reply
from tests.browser.paint import seen_while, watch
from tests.browser.patience import TooLate, stays, wait
from tests.browser.reading import come_from_elsewhere, read_on, shown_history

FOCUSES = {"nothing": "nothing", "text": "field", "choice": "select", "dialog": "dialog", "frame": "frame", "full": "full screen"}
OTHER_KEYS = [("Escape", "Control_L"), ("Escape", "Alt_L"), ("Escape", "Shift_L"), ("a",), ("Tab",), ("F2",)]
LEFT_ALONE = ("blank", "download", "mail", "call", "away", "handled")
STORED = "[localStorage.length, sessionStorage.length, document.cookie.length]"


def presses(case: Case) -> str:
    """Criterion 2: presses of its key until the exit host is asked, from each place of the focus."""
    return ", ".join(f"{name} {_presses(case, focus)}" for focus, name in FOCUSES.items())


def _presses(case: Case, focus: str) -> str:
    browser = case.open("frame" if focus == "frame" else "form")
    if focus in ("text", "choice"):
        browser.evaluate(f"(document.getElementById({focus!r}).focus(), 1)")
    elif focus in ("dialog", "full"):
        browser.click("#open" if focus == "dialog" else "#full")
        wait(lambda: browser.evaluate("document.getElementById('dialog').open || !!document.fullscreenElement"), 5, focus)
        time.sleep(0.8 if focus == "full" else 0.1)
    elif focus == "frame":
        browser.click("#frame")
    time.sleep(0.2)
    return _presses_until_asked(case, 5)


def _presses_until_asked(case: Case, most: int) -> str:
    for number in range(1, most + 1):
        case.browser.press(case.exit.key)
        if case.asked(0.5 if number < case.exit.presses else 1.0):
            return str(number)
    return "never"


def mashed(case: Case) -> str:
    """Criterion 4: its key pressed 4 and 8 times, with an exit page that takes 3 seconds."""
    return "; ".join(f"×{times}: {_mashed(case, times)}" for times in (4, 8))


def _mashed(case: Case, times: int) -> str:
    browser = case.open("a", "3 s")
    watch(browser, steps_of_mash(case, times), times * 0.1 + 0.2)
    left = case.has_left(6)
    asked = len(case.origins.exit.pages())
    return f"{'leaves' if left else 'stays'}, {asked} request{'' if asked == 1 else 's'}"


def troubled(case: Case) -> str:
    """Criterion 5: another script throws or does not arrive, or the page is still on its way."""
    found = []
    for page in ("throwing", "stalled", "unfinished"):
        browser = case.fresh()
        case.origins.pages["/never.js"] = Reply(delay=None)
        folder = case.origins.folder
        body = (folder / "a" / "index.html").read_bytes() if folder else b""
        case.origins.pages["/unfinished/"] = replace(Reply(body[: body.index(b"<p>Some")]), unfinished=True)
        browser.navigate(f"{case.origins.site.address}/{page}/")
        wait(lambda: case.browser.try_evaluate("location.pathname") not in (None, "", "blank"), 10, "the page's beginning")
        time.sleep(0.6)
        found.append(f"{page} {_presses_until_asked(case, 4)}")
    return ", ".join(found)


def backwards(case: Case) -> str:
    """Criterion 6: after one page, two and four, and after going there and back."""
    found = [_pages_behind(case, links, 2 + len(links)) for links in ("", "b", "bcd", "bab")]
    return f"{', '.join(str(count) for count, _ in found)} pages{found[0][1]}"


def _pages_behind(case: Case, links: str, times: int, first: Callable[[Browser], None] = lambda browser: None) -> tuple[int, str]:
    """How many presses of Back show a page of the site, and how it was left."""
    browser = case.fresh()
    come_from_elsewhere(browser, case.origins, "/a/")
    first(browser)
    read_on(browser, case.origins, *links)
    how = case.leave()
    time.sleep(0.3)
    return sum("site" in seen_while(browser, browser.back, 1) for _ in range(times)), how


def forwards(case: Case) -> str:
    """Criterion 7: from A to B, Back (and Forward again where that left the site), the exit, then Forward."""
    browser = case.fresh()
    come_from_elsewhere(browser, case.origins, "/a/")
    read_on(browser, case.origins, "b")
    seen_while(browser, browser.back, 1)
    if browser.shown() == "start":
        seen_while(browser, browser.forward, 0, until="site")
    time.sleep(0.5)
    how = case.leave()
    time.sleep(0.3)
    return f"{sum('site' in seen_while(browser, browser.forward, 1) for _ in range(2))} pages{how}"


def within_the_page(case: Case) -> str:
    """Criterion 8: the skip link and a # link first, then as in 6."""

    def use(browser: Browser) -> None:
        for name in ("skip", "down"):
            browser.click(f"#{name}")
            time.sleep(0.4)

    count, how = _pages_behind(case, "", 4, use)
    return f"{count} pages{how}"


def history(case: Case) -> str:
    """Criterion 9: what the browser writes down after three pages."""
    if case.kind == "webkit":
        return "MiniBrowser writes no history"
    case.serve()
    browser = case.start(True)
    try:
        browser.only_tab()
        come_from_elsewhere(browser, case.origins, "/a/")
        read_on(browser, case.origins, "b", "c")
        case.exit.trigger(browser)
        try:
            browser.wait_for_exit(3)
        except TooLate:
            browser.click(case.exit.link)
        time.sleep(1.5)
        rows = [row for row in shown_history(browser) if "site.test" in row or "Stalking" in row] if case.kind == "chromium" else None
        browser.leave()
        kept = [title for address, title in browser.history() if address.startswith(case.origins.site.address)]
    finally:
        browser.close()
    titles = f"{sum('Stalking' in title for title in kept)} titles of 3 pages"
    return titles if rows is None else f"{len(rows)} rows; {titles}"


def referers(case: Case) -> str:
    """Criterion 10: what the exit host is told. Without script and other tabs: in 13 and 11."""
    found = []
    for way in ("key", "click"):
        browser = case.open("a")
        case.exit.trigger(browser) if way == "key" else browser.click(case.exit.link)
        case.asked(3)
        told = {request.referer for request in case.origins.exit.pages()}
        found.append(f"{way}: {'not asked' if not told else 'none' if told == {None} else 'the site'}")
    return "; ".join(found)


def traces(case: Case) -> str:
    """Criterion 12: requests to others before the exit; what is kept after it."""
    browser = case.open("a")
    browser.click("#to-b")
    browser.arrive(f"{case.origins.site.address}/b/")
    time.sleep(0.4)
    others = len(case.origins.exit.requests) + len(case.origins.start.requests)
    browser.evaluate("(document.cookie = 'choice=no; Path=/; Max-Age=9999', 1)")
    case.leave()
    browser.open(f"{case.origins.site.address}/b/")
    local, session, cookies = browser.evaluate(STORED)
    browser.evaluate("(document.cookie = 'choice=; Path=/; Max-Age=0', 1)")
    kept = [name for name, size in (("storage", local + session), ("the site's cookie", cookies)) if size]
    return f"{others} requests; keeps {' and '.join(kept) or 'nothing'}"


def false_exits(case: Case) -> str:
    """Criterion 15: typing, Escape with a modifier, Escape while composing, Escape in the find bar."""
    tries = OTHER_KEYS[:2] + OTHER_KEYS[3:] if case.kind == "chromium" else OTHER_KEYS
    count = tried = 0
    browser = case.open("typing")
    for keys in (*tries, ("composing",)):
        if count and case.origins.exit.pages():
            browser = case.open("typing")
        browser.evaluate("(document.getElementById('text').focus(), 1)")
        if keys == ("composing",):
            browser.evaluate(
                "(document.getElementById('text').dispatchEvent(new KeyboardEvent('keydown',"
                "{key: 'Escape', bubbles: true, isComposing: true})), 1)"
            )
        else:
            browser.press(*keys)
        tried += 1
        count += not stays(lambda: not case.origins.exit.pages(), 0.3)
    if case.kind != "webkit":
        browser = case.open("a")
        browser.press("f", "Control_L")
        time.sleep(0.6)
        browser.press("Escape")
        tried += 1
        count += not stays(lambda: not case.origins.exit.pages(), 0.4)
    return f"{count} of {tried}" + (" (MiniBrowser's find bar has no key)" if case.kind == "webkit" else "")


def look(case: Case) -> str:
    """Criterion 16 at widths from 240 to 1920 pixels."""
    browser, origins = case.open("a"), case.origins
    found = [measured(browser, origins, width, case.exit.link) for width in WIDTHS]
    sizes = [size for one in found if isinstance(size := one["size"], list)]
    ratio = min(contrast(*colours) for one in found if isinstance(colours := one["colours"], list))
    stays_there = sum(bool(one["stays"]) for one in found)
    banner = max(float(str(one["banner"])) for one in found)
    covered = sum(len(one["covered"]) for one in found if isinstance(one["covered"], list))
    least = f"at least {min(size[0] for size in sizes):.0f}×{min(size[1] for size in sizes):.0f} px, contrast {ratio:.1f}"
    rest = (
        f"in view after scrolling at {stays_there} of {len(found)} widths, {banner:.0f} px over the banner, {covered} times over the focus"
    )
    return f"{least}, {rest}; {_forced(case)}"


def _forced(case: Case) -> str:
    if not isinstance(case.browser, Chromium):
        return "forced colours cannot be set here"
    browser = case.browser
    browser.only_tab()
    browser.ask("Emulation.setEmulatedMedia", {"features": [{"name": "forced-colors", "value": "active"}]})
    case.origins.mode = "never"
    browser.open(f"{case.origins.site.address}/a/")
    point = browser.place(case.exit.link)
    width = browser.evaluate("document.documentElement.clientWidth")
    browser.display.move(point)
    browser.display.button(True)
    try:
        wait(lambda: len(set(sheet(browser, width, point))) == 1, 1.5, "a plain sheet")
        return "forced colours: hidden while pressed"
    except TooLate:
        return "forced colours: on show while pressed"
    finally:
        browser.display.button(False)


def bytes_of_script(case: Case) -> str:
    """Criterion 17."""
    found = case.exit.bytes_before_the_key()
    return f"{found.gzip:,} bytes gzip ({found.raw:,} raw), {found.how}"


def links(case: Case) -> str:
    """Criterion 18: links that must be left to the browser, and a reader's own ways of opening them."""
    browser = case.open("links")
    wrong = []
    for name in LEFT_ALONE:
        taken = browser.evaluate(
            f"(link => {{ const event = new MouseEvent('click', {{bubbles: true, cancelable: true}}); let taken;"
            "addEventListener('click', e => { taken = e.defaultPrevented; e.preventDefault(); }, {once: true});"
            f"link.dispatchEvent(event); return taken; }})(document.getElementById({name!r}))"
        )
        if taken is not (name == "handled"):
            wrong.append(name)
    ways = ("target",) if case.kind == "webkit" else ("Ctrl", "middle", "target")
    wrong += [way for way in ways if not _opens_tab(case, way)]
    if not _reloads(case):
        wrong.append("reload")
    said = f"all {len(LEFT_ALONE) + len(ways) + 1}" if not wrong else f"not {', '.join(wrong)}"
    return said + (" (no tabs by Ctrl or middle button in MiniBrowser)" if case.kind == "webkit" else "")


def _opens_tab(case: Case, way: str) -> bool:
    browser = case.open("links")
    if way == "Ctrl":
        browser.click("#plain", "Control_L")
    else:
        browser.click("#plain" if way == "middle" else "#blank", number=2 if way == "middle" else 1)
    try:
        wait(lambda: len(browser.tabs()) == 2, 4, "a second tab")
    except (TooLate, Refusal):
        return False
    return True


def _reloads(case: Case) -> bool:
    browser = case.open("a")
    browser.click("#to-b")
    browser.arrive(f"{case.origins.site.address}/b/")
    browser.evaluate("(setTimeout(() => location.reload(), 0), 1)")
    time.sleep(0.8)
    browser.arrive(f"{case.origins.site.address}/b/")
    return "Stalking b" in browser.title()
