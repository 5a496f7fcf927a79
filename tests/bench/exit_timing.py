"""Criteria 1, 3, 11, 13 and 14: how soon the page is gone from the screen, and whether it returns.

Times run from the moment the last needed key or the button goes down to the first look at the display that finds
under 10 % of the page's pixels, about a millisecond after the look before. The page is at an address of its own each
time. One browser at a time.
"""

from __future__ import annotations

import statistics
import time

from tests.bench.exit_case import Case
from tests.browser.browser import Refusal
from tests.browser.display import Point
from tests.browser.paint import Seen, Step, pointer_press, watch
from tests.browser.patience import TooLate, wait
from tests.browser.site import TITLE

MODES = ("at once", "0.4 s", "3 s", "never")
LONG = 1.0
"""Seconds that a page is watched where the exit page is slow."""


def p95(times: list[float]) -> float:
    """The 95th percentile of at least 20 times: the smallest that 95 % do not exceed."""
    return sorted(times)[-(-len(times) * 95 // 100) - 1]


def hidden(case: Case, rounds: int) -> tuple[str, str]:
    """Criteria 1 and 3: `rounds` presses of the key in each mode; the texts of both cells."""
    by_mode: dict[str, list[Seen]] = {}
    for mode in MODES:
        case.fresh(mode)
        for _ in range(rounds):
            by_mode.setdefault(mode, []).append(_seen(case, mode, case.key_steps))
    return _hidden_cell(by_mode), _title_cell(by_mode)


def _seen(case: Case, mode: str, steps: object) -> Seen:
    browser = case.browser
    case.origins.exit.requests.clear()
    browser.open(f"{case.origins.site.address}/a/?{time.monotonic_ns()}")
    found = steps() if callable(steps) else []
    return watch(browser, found, 0.5 if mode == "at once" else LONG)


def _hidden_cell(by_mode: dict[str, list[Seen]]) -> str:
    every = [seen for found in by_mode.values() for seen in found]
    times = [seen.hidden for seen in every if seen.hidden is not None]
    back = sum(seen.came_back for seen in every)
    if len(times) == len(every):
        first = f"p95 {p95(times):.0f} ms of {len(times)} (median {statistics.median(times):.0f})"
    elif times:
        first = "; ".join(f"{mode}: {_middle([seen.hidden for seen in found])}" for mode, found in by_mode.items())
    else:
        return f"stays on show, {len(every)} of {len(every)}"
    if back:
        return f"{first}; came back {back} of {len(every)}"
    return first + ("; never back" if len(times) == len(every) else "")


def _middle(times: list[float | None]) -> str:
    known = [one for one in times if one is not None]
    if len(known) < len(times):
        return "stays on show"
    return f"{statistics.median(known):.0f} ms"


def _title_cell(by_mode: dict[str, list[Seen]]) -> str:
    every = [seen for found in by_mode.values() for seen in found]
    own = [seen.retitled for seen in every if any(TITLE in title for title in seen.titles) and seen.retitled is not None]
    if len(own) * 2 > len(every):
        return f"p95 {p95(own):.0f} ms of {len(own)}"
    waiting = [seen for mode in ("3 s", "never") for seen in by_mode[mode]]
    kept = sum("Stalking" in seen.titles[-1] for seen in waiting)
    return f"kept until the exit page comes ({kept} of {len(waiting)})"


def pointer(case: Case, rounds: int) -> str:
    """Criterion 1, by the pointer, from the moment the button goes down."""
    found: dict[str, list[Seen]] = {}
    for mode in ("0.4 s", "never"):
        case.fresh(mode)
        for _ in range(rounds):
            found.setdefault(mode, []).append(_seen(case, mode, lambda: pointer_press(case.browser, case.browser.place(case.exit.link))))
    return _hidden_cell(found)


TELL = """(new MutationObserver((changes, observer) => {
  if (getComputedStyle(document.documentElement).visibility !== "hidden") return;
  observer.disconnect();
  fetch("/hidden/", {keepalive: true});
}).observe(document.documentElement, {attributes: true}), 1)"""
"""A tab in the background is not painted, so it tells the site's own server that it has just been hidden."""


def other_tabs(case: Case, rounds: int) -> str:
    """Criterion 11: two tabs in the background, from the press in the third until both are hidden and all have asked for
    the exit page, which comes after 0.4 s."""
    told: list[float] = []
    for _ in range(max(2, rounds // 2)):
        last = _press_before_others(case)
        try:
            wait(lambda: len(case.origins.exit.pages()) == 3, 3, "three tabs")
        except TooLate:
            return f"stay ({3 - len(case.origins.exit.pages())} of 2)" if case.origins.exit.pages() else "no tab leaves"
        if {request.referer for request in case.origins.exit.pages()} - {None}:
            return "all gone, with a Referer"
        hidden = [request.when - last for request in case.origins.site.requests if request.path == "/hidden/"]
        if len(hidden) < 2:
            return f"all gone, hidden {len(hidden)} of 2"
        told += hidden
    return f"hidden within {max(told) * 1000:.0f} ms ({len(told)} tabs), then gone"


def _press_before_others(case: Case) -> float:
    """The key pressed in front of two other tabs; when its last press began."""
    browser = case.fresh("0.4 s")
    for name in "ab":
        browser.new_tab()
        browser.open(f"{case.origins.site.address}/{name}/")
        browser.evaluate(TELL)
    browser.new_tab()
    browser.open(f"{case.origins.site.address}/c/")
    if browser.kind == "webkit":  # WebDriver's choice of a tab does not show it: click the last tab of the bar
        time.sleep(0.3)
        browser.display.click((browser.display.width - 200, browser.corner[1] + 18))
        time.sleep(0.3)
    browser.display.mash(case.exit.key, case.exit.presses - 1)
    last = time.perf_counter()
    browser.press(case.exit.key)
    return last


def no_script(case: Case, rounds: int) -> str:
    """Criterion 13: the link alone, with scripts off."""
    case.serve("0.4 s")
    browser = case.scriptless
    browser.only_tab()
    browser.open(f"{case.origins.site.address}/a/")
    # Nobody can ask such a page where its link is, so its twin with scripts says it.
    place = _place_with_scripts(case)
    found = []
    for _ in range(rounds):
        case.origins.exit.requests.clear()
        browser.open(f"{case.origins.site.address}/a/?{time.monotonic_ns()}")
        found.append(watch(browser, pointer_press(browser, place), 1.2))
    requests = case.origins.exit.pages()
    leaves = "leaves" if requests else "does not leave"
    referers = {request.referer for request in requests} - {None}
    times = [seen.hidden for seen in found if seen.hidden is not None]
    how = f"{max(times):.0f} ms at most of {len(times)}" if len(times) == rounds else "on show until the exit page comes"
    if len(times) == rounds and min(times) > 300:
        how = f"on show until the exit page comes ({min(times):.0f} ms)"
    return f"{how}; {leaves}; {'Referer' if referers else 'no Referer'}; no key promised"


def _place_with_scripts(case: Case) -> Point:
    case.scripted.only_tab()
    case.scripted.open(f"{case.origins.site.address}/a/")
    across, down = case.scripted.place(case.exit.link)
    right = case.scripted.corner[0] - case.scriptless.corner[0]
    return across - right, down - case.scripted.corner[1] + case.scriptless.corner[1]


def unreachable(case: Case) -> str:
    """Criterion 14: nobody listens at the exit's address."""
    browser = case.open("a", address="https://127.0.0.9:9/weather")
    seen = watch(browser, case.key_steps(), 2.0)
    if seen.hidden is None:
        return "stays on show"
    try:
        title = browser.title()
    except Refusal:
        title = ""
    back = "comes back" if seen.came_back else "never back"
    return f"gone after {seen.hidden:.0f} ms, {back}" + ("; title kept" if "Stalking" in title else "")


def steps_of_mash(case: Case, times: int) -> list[Step]:
    """The key pressed again and again, whatever it was meant for."""
    display, key = case.browser.display, case.exit.key
    steps: list[Step] = []
    for number in range(times):
        steps.append((number * 0.1, lambda: display.down(key)))
        steps.append((number * 0.1 + 0.04, lambda: display.up(key)))
    return steps
